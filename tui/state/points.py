"""The points of a comparison as one walks through them: which there are, which one the cursor is on, and its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.layout.subject import Subject
from tui.state.navigation import Ranks, Stop, through_points

if TYPE_CHECKING:
    from compare.model import Place, Point

Span = tuple[int, int, int]
"""An article and a stretch of its text: (article, start, end)."""


class Points:
    """``kinds`` are the kinds of points that are walked through, None for all; ``possible`` is true where those less sure are, too."""

    def __init__(self, subject: Subject, ranks: Ranks) -> None:
        self.kinds: frozenset[str] | None = None
        self.possible = False
        self.arrange(subject, ranks)

    def arrange(self, subject: Subject, ranks: Ranks) -> None:
        """Put the points of a comparison into the order in which the articles now stand."""
        self._subject, self._ranks = subject, ranks
        self._stops = through_points(subject, ranks, self.kinds, possible=self.possible)

    def only(self, kinds: frozenset[str] | None) -> None:
        """Walk through points of some kinds only, or through all."""
        self.kinds = kinds
        self.arrange(self._subject, self._ranks)

    def show_possible(self, shown: bool) -> None:  # noqa: FBT001 (what is set)
        """Walk through what is only possible as well, or only through what is sure."""
        self.possible = shown
        self.arrange(self._subject, self._ranks)

    def __len__(self) -> int:
        return len(self._stops)

    def step(self, cursor: Place, by: int) -> Stop | None:
        """The next point (``by`` 1) or the previous (-1), which is the current one now; None if there is none."""
        return self._stops.step(cursor, by)

    def visit(self, number: int) -> Stop | None:
        """The point of this number, which is the current one now; where its kind or what is possible is left out, they are back."""
        stop = self._stops.visit(number)
        is_possible = number >= len(self._subject.comparison.points)
        if stop is None and (self.kinds is not None or is_possible):
            self.possible = self.possible or is_possible
            self.only(None)
            stop = self._stops.visit(number)
        return stop

    def beside(self, cursor: Place, by: int) -> Stop | None:
        """Where a step would lead."""
        return self._stops.beside(cursor, by)

    def number_at(self, cursor: Place) -> int | None:
        """Which of the points walked through (counted from 0) a sentence is a side of; None if of none."""
        return self._stops.number_at(cursor)

    def at(self, cursor: Place) -> int | None:
        """The number of the point that a sentence is a side of."""
        number = self._stops.number_at(cursor)
        return None if number is None else self._stops.stops[number].number

    def point(self, number: int) -> Point:
        """The point of a number."""
        return self._subject.point(number)

    def spans(self, number: int) -> tuple[Span, ...]:
        """What the sides of a point say, as stretches of the texts."""
        return tuple((side.article, side.start, side.end) for side in self.point(number).sides)

    def pair(self, number: int, here: int) -> tuple[int, ...]:
        """Two articles whose sides stand against each other, ``here`` (the article with the cursor) among them where that can be."""
        point = self.point(number)
        lone = [side.article for side in point.sides if side.article == point.alone]
        others = [side.article for side in point.sides if side.article not in lone]
        return (here, lone[0]) if here in others and lone else (*lone, *others)[:2]

    def next_side(self, cursor: Place) -> Place | None:
        """The side that comes after that of the cursor, in turn; None where the cursor is on no point, or on one with a single place."""
        number = self._stops.number_at(cursor)
        places = () if number is None else self._stops.stops[number].places
        if number is None or len(places) < 2:
            return None
        self._stops.at = number
        return places[(places.index(cursor) + 1) % len(places)]
