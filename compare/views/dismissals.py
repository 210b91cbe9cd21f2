"""Points that the user judged to be no difference: what such a decision is kept as, and which points of a comparison it stands for.

A decision is known by what the sides said: their outlets, their words and the sentences around them. It outlasts changed texts as long as the
words stand, and lapses where an account says something else, or one that was not there says something third.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from compare.align.anchor import ALIKE, KNOWN_BY
from compare.model import Analysis, Comparison, Difference, Dismissal, Evidence, Point
from compare.model.place import OURS
from compare.text.words import fold
from compare.views.points import possible

if TYPE_CHECKING:
    from compare.model import DifferenceKind


class DismissedSide(NamedTuple):
    """What one account said: its outlet ("" where none is known), source and hash, the words of the side and the text of their sentence."""

    outlet: str
    source: str
    sha256: str
    words: str
    sentence: str


class Decision(NamedTuple):
    """That a point is no difference: its kind, its sides in the order of the articles, and the user's word why ("" for none)."""

    kind: DifferenceKind
    sides: tuple[DismissedSide, ...]
    why: str = ""


def decided(comparison: Comparison, point: Point, why: str = "") -> Decision:
    """The decision that this point is no difference."""
    return Decision(point.kind, tuple(_side(comparison.articles[side.article], side) for side in point.sides), why)


def covers(decision: Decision, comparison: Comparison, point: Point) -> bool:
    """Whether a decision stands for a point: of the same kind, and all that its sides say was said when the user judged."""
    return decision.kind == point.kind and all(
        any(_is_same(known, _side(comparison.articles[side.article], side)) for known in decision.sides) for side in point.sides
    )


def with_decisions(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """The comparison with these decisions: their points dismissed, and sentences divergent only by what is left.

    A dismissed point that is only possible stands behind the others, and is possible no more. Of two decisions on one point the later one's word
    counts. The very same comparison where none stands for any of its points.
    """
    sure = tuple(point for point in comparison.points if not _is_unsure(comparison, point))
    points = tuple(_judged(comparison, point, decisions) for point in sure)
    if decisions and comparison.possible:
        less_sure = (_judged(comparison, point, decisions) for point in possible(replace(comparison, points=sure)))
        points += tuple(point for point in less_sure if point.dismissed is not None)
    if points == comparison.points:
        return comparison
    from compare.judge import status
    from compare.judge.points import made_of

    dismissed = [point for point in points if point.dismissed is not None and not _is_unsure(comparison, point)]
    gone = {id(one) for point in dismissed for one in made_of(point, comparison.differences)}
    left: list[Difference] = [one for one in comparison.differences if id(one) not in gone]
    links, rows, standings = status.judge(comparison.articles, comparison.links, comparison.passages, left, comparison.options)
    return replace(comparison, points=points, links=links, passages=rows, standings=standings)


def _judged(comparison: Comparison, point: Point, decisions: Sequence[Decision]) -> Point:
    found = next((decision for decision in reversed(decisions) if covers(decision, comparison, point)), None)
    wanted = None if found is None else Dismissal(found.why)
    return point if point.dismissed == wanted else replace(point, dismissed=wanted)


def _is_unsure(comparison: Comparison, point: Point) -> bool:
    """Whether a point was gathered from differences that are only possible."""
    return point.by == OURS and point.confidence < comparison.options.min_confidence


def _side(analysis: Analysis, side: Evidence) -> DismissedSide:
    article = analysis.article
    sentence = analysis.sentences[side.sentence].text
    return DismissedSide(article.outlet or "", article.source, article.sha256, side.text, sentence)


def _is_same(known: DismissedSide, side: DismissedSide) -> bool:
    """Whether two accounts say the same words in sentences that are alike: one text, one outlet's, or one source's."""
    if known.sha256 != side.sha256 and known.source != side.source and not (known.outlet and fold(known.outlet) == fold(side.outlet)):
        return False
    if _plain(known.words) != _plain(side.words):
        return False
    if known.sentence == side.sentence:
        return True
    from rapidfuzz import fuzz

    return fuzz.ratio(known.sentence[:KNOWN_BY], side.sentence[:KNOWN_BY], score_cutoff=ALIKE) > 0


def _plain(words: str) -> list[str]:
    return [fold(word) for word in words.split()]
