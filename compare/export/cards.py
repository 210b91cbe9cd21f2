"""The points as cards for the page: every side with who says so, where, and the words in which they differ; and which count."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from compare.export.rows import SEVERITIES, label
from compare.model import Comparison, Point
from compare.model.place import OURS, kind_word
from compare.views.brief import Camp, card
from compare.views.points import counting, possible


class SideView(NamedTuple):
    """One or several outlets (an article's index and the label of its sentence each) that say the same: their words, of which those that are
    true differ, with what stands before and after them in the first one's sentence.
    """

    tellers: tuple[tuple[int, str], ...]
    before: str
    words: tuple[tuple[str, bool], ...]
    after: str
    camp: Camp


class CardView(NamedTuple):
    """A point. ``touched`` names every sentence that its sides run over; ``by`` is a second reader's name, or "" where newsdiff says so;
    ``why`` is the reader's own word on a dismissed point.
    """

    number: int
    kind: str
    severity: int
    weight: str
    explanation: str
    sides: tuple[SideView, ...]
    touched: tuple[str, ...]
    by: str
    why: str


class Cards(NamedTuple):
    """All points. ``counted`` are those that count, newsdiff's own first; ``dismissed`` the user judged to be none; ``possible`` are unsure."""

    counted: tuple[CardView, ...]
    dismissed: tuple[CardView, ...]
    possible: tuple[CardView, ...]
    touching: dict[str, list[int]]
    """A sentence's label → the places in ``counted`` of those that touch it."""

    def of(self, by: str) -> tuple[CardView, ...]:
        """What counts of one reader's points; newsdiff's own are by ""."""
        return tuple(card for card in self.counted if card.by == by)

    def at(self, labels: Iterable[str]) -> tuple[CardView, ...]:
        """The counted points that touch any of these sentences."""
        return tuple(self.counted[index] for index in sorted({index for label in labels for index in self.touching.get(label, ())}))


def cards(comparison: Comparison) -> Cards:
    """The points of a comparison as cards."""
    least = comparison.options.min_severity
    dismissed = [
        (number, point) for number, point in enumerate(comparison.points) if point.dismissed is not None and point.severity >= least
    ]
    first = len(comparison.points)
    counted = tuple(_card(comparison, number, point) for number, point in counting(comparison))
    touching: dict[str, list[int]] = {}
    for index, view in enumerate(counted):
        for sentence in view.touched:
            touching.setdefault(sentence, []).append(index)
    return Cards(
        counted,
        tuple(_card(comparison, number, point) for number, point in dismissed),
        tuple(_card(comparison, first + number, point) for number, point in enumerate(possible(comparison))),
        touching,
    )


def _card(comparison: Comparison, number: int, point: Point) -> CardView:
    where = {side.article: label(side.place) for side in reversed(point.sides)}
    sides = tuple(
        SideView(tuple((article, where[article]) for article in side.articles), side.before, side.words, side.after, side.camp)
        for side in card(comparison, number, point).sides
    )
    return CardView(
        number,
        kind_word(point.kind),
        point.severity,
        SEVERITIES[point.severity],
        point.explanation,
        sides,
        tuple(dict.fromkeys(label(place) for side in point.sides for place in comparison.reach(side))),
        "" if point.by == OURS else point.by,
        point.dismissed.why if point.dismissed is not None else "",
    )
