"""The lens: all sides of the point under the cursor, wherever they stand; without a point the counterparts with their word marks.

Lines of words with looks, no widgets. What has no room gives way in this order: further points and shades, the state of the sentence, the user's
note, the explanation; the sides last, and then it is told how many are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.layout.cells import ELLIPSIS, displayed, width_of
from tui.layout.counterparts import counterpart_in
from tui.layout.explain import STATE_WORDS, Word, Words, difference_line, headline, numbered, parted_by_hand, point_line, points_at, reasons
from tui.layout.listings import dots, fitted, paragraph
from tui.layout.passage import marked
from tui.layout.subject import SIGNS, Subject

if TYPE_CHECKING:
    from compare.model import Place
    from compare.views.brief import Side

MOST = 8
"""Rows of the lens at most."""
_TALLEST = 4
"""Lines of a side at most."""


class LensLine(NamedTuple):
    """A line, and the sentence that a click on it leads to."""

    words: Words
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """What stands in the lens: what the cursor is on, and how much is to be told. Two that are equal look the same."""

    subject: Subject
    cursor: Place
    number: int | None = None
    """The point in question."""
    possible: bool = False
    fold: tuple[Place, ...] = ()
    """What the fold under the cursor hides."""
    note: str = ""
    """What the user wrote on the sentence under the cursor."""
    in_full: bool = False
    """With the reasons of the links, however many lines that takes."""

    def lines(self, width: int, height: int, beside: int = 0) -> list[LensLine]:
        """As much as ``height`` lines of ``width`` cells hold; ``beside`` cells of the first line are taken. In full it may be more lines."""
        return self.laid_out(width, height, beside)[0]

    def laid_out(self, width: int, height: int, beside: int = 0) -> tuple[list[LensLine], bool]:
        """The lines, and whether the point, or the counterparts, are told only in part."""
        if width < 1 or height < 1:
            return [], False
        head = headline(self.subject, self.cursor)
        rows: list[_Row] = []
        if self.fold:
            head, rows = (
                self._fold_head(),
                _aligned(
                    [
                        _Row(self._lead([place], here=False), place, said=marked(self.subject.comparison.sentence(place), ()))
                        for place in self.fold
                    ]
                ),
            )
        elif self.subject.judged:
            head, rows = (self._point_head(), self._sides()) if self.number is not None else (head, self._counterparts())
        first = max(width - beside, 1)
        wanted = len(paragraph(head, first, 2 * _TALLEST))
        if height == 1 or not rows:
            heads = 1 if rows else min(wanted, height)
            lines, cut = [LensLine(line) for line in paragraph(head, first, heads)], bool(rows) or wanted > heads
        else:
            # The sides come first: a head that takes several lines has them where the sides leave them.
            spare = height - sum(row.needs(width) for row in rows)
            heads = min(wanted, max(spare, 1)) if height > len(rows) else 0
            lines = [LensLine(line) for line in paragraph(head, first, heads)] if heads else []
            cut = wanted > heads
            room = height - heads
            shown = rows if len(rows) <= room else rows[: max(room - 1, 1)]
            each = _shared_out(shown, room, width)
            for position, (row, most) in enumerate(zip(shown, each, strict=True)):
                lines += row.lines(width if position or heads else first, most)
                cut = cut or row.needs(width) > most
            if len(shown) < len(rows):
                cut = True
                lines += [LensLine((Word(f"  and {len(rows) - len(shown)} more", "muted"),))] if room > 1 else []
        if self.note and not self.fold:
            noted = paragraph((Word("✎ ", "key"), Word(displayed(self.note))), width, _TALLEST if self.in_full else 1)
            cut = cut or len(lines) >= height or noted[-1][-1].text.endswith(ELLIPSIS)
            lines += map(LensLine, noted)
        if self.subject.judged and not self.fold:
            more = self._more()
            cut = cut or any(sum(width_of(word.text) for word in words) > width for words in more[: max(height - len(lines), 0)])
            lines += map(LensLine, more)
        return (lines if self.in_full else lines[:height]), cut

    # A point -----------------------------------------------------------------------------------------------------------------------------

    def _point_head(self) -> Words:
        assert self.number is not None
        point = self.subject.point(self.number)
        return (
            dots(point, hollow=self.subject.is_hollow(self.number)),
            Word(" "),
            *point_line(point),
            *parted_by_hand(self.subject, self.cursor),
        )

    def _sides(self) -> list[_Row]:
        assert self.number is not None
        number = self.number

        def make() -> tuple[Side, ...]:
            from compare.views.brief import sides

            return sides(self.subject.comparison, self.subject.point(number))

        look = "possible" if self.subject.is_hollow(number) else "conflicting"
        comparison = self.subject.comparison
        rows = []
        for side in self.subject.kept(("sides", number), make):
            ends = [end for end in self.subject.point(number).sides if end.article in side.articles]
            here = next((end.place for end in ends if self.cursor in comparison.reach(end)), None)
            rows.append(_Row(self._lead([end.place for end in ends], here=here is not None), here or side.place, side=side, look=look))
        return _aligned(rows)

    # Counterparts ------------------------------------------------------------------------------------------------------------------------

    def _counterparts(self) -> list[_Row]:
        comparison = self.subject.comparison
        rows = []
        for article in range(len(comparison.articles)):
            place = counterpart_in(comparison, self.cursor, article) if article != self.cursor.article else None
            if place is not None:
                rows.append(_Row(self._lead([place], here=False), place, said=self._marked(place)))
        return _aligned(rows)

    def _marked(self, place: Place) -> Words:
        """A counterpart's words as against the sentence under the cursor."""
        subject = self.subject
        sentence = subject.comparison.sentence(place)
        if subject.marker is None:
            return marked(sentence, ())
        marker = subject.marker
        return marked(sentence, subject.kept(("lens", place, self.cursor), lambda: tuple(marker(subject.comparison, place, self.cursor))))

    # A fold ------------------------------------------------------------------------------------------------------------------------------

    def _fold_head(self) -> Words:
        state = self.subject.state(self.cursor)
        return Word(f"{SIGNS[state]} {STATE_WORDS[state]}", state), Word(
            f"  {len(self.fold)} folded {'sentence' if len(self.fold) == 1 else 'sentences'}", "muted"
        )

    # The rest ----------------------------------------------------------------------------------------------------------------------------

    def _lead(self, places: Sequence[Place], *, here: bool) -> Words:
        """The cursor's bar, then chip and number of each outlet that says it."""
        words = [Word("▌" if here else " ", "key")]
        for place in places:
            words += numbered(self.subject, place, "  ")
        return tuple(words)

    def _more(self) -> list[Words]:
        """The state of the sentence, further points and shades of difference; in full also why it is linked."""
        subject, comparison = self.subject, self.subject.comparison
        further = points_at(subject, self.cursor, self.number, possible=self.possible)[1 if self.number is not None else 0 :]
        shades = [one for one in comparison.differences_at(self.cursor) if one.severity < comparison.options.min_severity]
        lines = [] if self.number is None else [headline(subject, self.cursor)]
        lines += [
            *((Word("≠ ", "divergent"), *point_line(point)) for point in further),
            *(difference_line(subject, shade) for shade in shades),
        ]
        if self.in_full:
            for link in comparison.links_of(self.cursor):
                lines.extend(reasons(subject, self.cursor, link))
        return lines


@dataclass(frozen=True, slots=True)
class _Row:
    """A side or a counterpart: chip and number, then its words."""

    lead: Words
    place: Place
    said: Words = ()
    side: Side | None = None
    look: str = "conflicting"

    def lines(self, width: int, most: int) -> list[LensLine]:
        """Its words on at most so many lines; who says it gives way where there is little room."""
        from tui.layout.brief import excerpt

        lead = fitted(self.lead, max(width // 2, 2))
        taken = sum(width_of(word.text) for word in lead)
        room = max(width - taken, 1)
        said = excerpt(self.side, room * most, self.look) if self.side is not None else self.said
        wrapped = paragraph(tuple(said), room, most)
        return [LensLine((*(lead if number == 0 else (Word(" " * taken),)), *line), self.place) for number, line in enumerate(wrapped)]

    def needs(self, width: int) -> int:
        """Lines that it takes in full."""
        return len(self.lines(width, _TALLEST))


def _aligned(rows: Sequence[_Row]) -> list[_Row]:
    """The rows with leads of one width, so that their words stand below each other."""
    widths = [sum(width_of(word.text) for word in row.lead) for row in rows]
    return [replace(row, lead=(*row.lead, Word(" " * (max(widths) - width)))) for row, width in zip(rows, widths, strict=True)]


def _shared_out(rows: Sequence[_Row], room: int, width: int) -> list[int]:
    """Lines for each row: one, and what is left goes to those that need more, the first first."""
    each = [1] * len(rows)
    left = room - len(rows)
    needs = [row.needs(width) for row in rows] if left > 0 else each
    for most in range(2, _TALLEST + 1):
        for number, needed in enumerate(needs):
            if left > 0 and needed >= most:
                each[number] += 1
                left -= 1
    return each
