"""Things to walk through one by one: differences, hits of a search, mentions of an entity; in the order of the comparison."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.layout.highlights import Layer
from tui.layout.subject import Subject

if TYPE_CHECKING:
    from compare.model import Entity, Passage, Place


class Stop(NamedTuple):
    """A place worth stopping at. ``rank`` orders stops; ``places`` are all the sentences concerned; ``number`` says which thing it is.

    ``start`` is an offset in the text of the first place's article, -1 for the whole sentence.
    """

    rank: tuple[int, int, int]
    places: tuple[Place, ...]
    number: int
    start: int = -1


class Ranks:
    """The order of sentences over all articles: that of the rows in which they stand, then that of the articles."""

    def __init__(self, passages: Sequence[Passage], order: Sequence[int]) -> None:
        self._row = {place: row for row, passage in enumerate(passages) for place in passage.members}
        self._article = {article: rank for rank, article in enumerate(order)}

    def of(self, place: Place, start: int = 0) -> tuple[int, int, int]:
        """Row, article and offset. Without passages (while the comparison is computed) sentences count as rows."""
        return self._row.get(place, place.sentence), self._article.get(place.article, place.article), start


class Stops:
    """Stops in order, and which one was visited last."""

    def __init__(self, stops: Iterable[Stop], ranks: Ranks) -> None:
        self.stops = sorted(stops)
        self.ranks = ranks
        self.at = -1

    def __len__(self) -> int:
        return len(self.stops)

    @property
    def current(self) -> Stop | None:
        return self.stops[self.at] if 0 <= self.at < len(self.stops) else None

    def step(self, cursor: Place, by: int) -> Stop | None:
        """Make the next stop after the cursor (``by`` 1) or the one before (-1) the current one."""
        if self.stops:
            self.at = self._index_beside(cursor, by)
        return self.current

    def beside(self, cursor: Place, by: int) -> Stop | None:
        """Where a step would lead."""
        return self.stops[self._index_beside(cursor, by)] if self.stops else None

    def _index_beside(self, cursor: Place, by: int) -> int:
        """The next stop after the cursor or the one before, around the end; from the last visited one if the cursor is on it."""
        current = self.current
        if current is not None and cursor in current.places:
            return (self.at + by) % len(self.stops)
        row, article, _start = self.ranks.of(cursor)
        after = bisect_right(self.stops, (row, article, -2), key=lambda stop: stop.rank)
        if by < 0:
            return (after - 1) % len(self.stops)
        while after < len(self.stops) and cursor in self.stops[after].places and self.stops[after].start < 0:
            after += 1
        return after % len(self.stops)

    def visit(self, number: int) -> Stop | None:
        """Make the stop of this number the current one."""
        for index, stop in enumerate(self.stops):
            if stop.number == number:
                self.at = index
                return stop
        return None

    def number_at(self, cursor: Place) -> int | None:
        """Which stop (counted from 0) the cursor is on, the visited one first; None if it is on none."""
        current = self.current
        if current is not None and cursor in current.places:
            return self.at
        return self._first_at.get(cursor)

    @cached_property
    def _first_at(self) -> Mapping[Place, int]:
        """For each sentence the first stop that it is part of."""
        found: dict[Place, int] = {}
        for index, stop in enumerate(self.stops):
            for place in stop.places:
                found.setdefault(place, index)
        return found


def through_points(subject: Subject, ranks: Ranks, kinds: frozenset[str] | None = None, *, possible: bool = False) -> Stops:
    """All points that count, or those of some kinds, and with ``possible`` those less sure.

    Each stands where the article that comes first tells of it: so they come as one meets them there. One of which that article says nothing
    stands where the first of its sides stands.
    """
    stops = []
    for number, point in subject.listed(possible=possible):
        if point.sides and (kinds is None or point.kind in kinds):
            rank = min((ranks.of(side.place, side.start) for side in point.sides), key=lambda rank: (rank[1] > 0, rank))
            stops.append(Stop(rank, tuple(side.place for side in point.sides), number))
    return Stops(stops, ranks)


def through_spans(subject: Subject, ranks: Ranks, spans: Iterable[tuple[int, int, int]]) -> Stops:
    """Stretches (article, start, end) of the texts, such as hits of a search."""
    stops = []
    for number, (article, start, _end) in enumerate(spans):
        place = subject.place_at(article, start)
        if place is not None:
            stops.append(Stop(ranks.of(place, start), (place,), number, start))
    return Stops(stops, ranks)


def mentions_of(entity: Entity) -> list[tuple[int, int, int]]:
    """Where an entity is named, as (article, start, end)."""
    return [(mention.article, mention.start, mention.end) for mention in entity.mentions]


def layers_of(spans: Iterable[tuple[int, int, int]], look: str) -> Mapping[int, list[Layer]]:
    """Spans as highlights by article."""
    found: dict[int, list[Layer]] = {}
    for article, start, end in spans:
        found.setdefault(article, []).append(Layer(start, end, look))
    for layers in found.values():
        layers.sort()
    return found
