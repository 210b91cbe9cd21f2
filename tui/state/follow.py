"""Where another article stands when one is scrolled: by its links, and interpolated between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from compare.model import Comparison, Place
from tui.layout.subject import Subject
from tui.layout.viewport import Location, Viewport


def longest_rising(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly rising subsequence (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        location = bisect_left(tails, value)
        before.append(ends[location - 1] if location else -1)
        if location == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[location], ends[location] = value, index
    chosen: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(index)
        index = before[index]
    return chosen[::-1]


class Ladder:
    """The links between two articles that don't cross, as rungs from one to the other.

    Positions are sentence indexes with a fraction: 3.5 is the middle of the fourth sentence.
    """

    def __init__(self, comparison: Comparison, one: int, other: int) -> None:
        best: dict[int, tuple[bool, float, int]] = {}
        for link in comparison.links:
            if {link.a.article, link.b.article} != {one, other}:
                continue
            here, there = (link.a, link.b) if link.a.article == one else (link.b, link.a)
            rung = (link.relation == "aligned", link.score, there.sentence)
            if here.sentence not in best or rung[:2] > best[here.sentence][:2]:
                best[here.sentence] = rung
        strong = {sentence: rung for sentence, rung in best.items() if rung[0]} or best
        pairs = sorted((sentence, rung[2]) for sentence, rung in strong.items())
        rungs = [pairs[index] for index in longest_rising([there for _here, there in pairs])]
        last = (len(comparison.articles[one].sentences), len(comparison.articles[other].sentences))
        self.here = [0, *(here for here, _there in rungs if here > 0), last[0]]
        self.there = [0 if not rungs or rungs[0][0] > 0 else rungs[0][1], *(there for here, there in rungs if here > 0), last[1]]

    def across(self, position: float) -> float:
        """The position in the other article that is level with this one."""
        rung = min(max(bisect_right(self.here, position) - 1, 0), len(self.here) - 2)
        low, high = self.here[rung], self.here[rung + 1]
        share = (position - low) / (high - low) if high > low else 0.0
        return self.there[rung] + share * (self.there[rung + 1] - self.there[rung])


def position_at(view: Viewport, location: Location, column: int) -> float | None:
    """The position in the article of a line of a reading view; None where there is no sentence at all."""
    lines, flows = view.layout.cell(location.row, column) if location.row < len(view.layout) else ((), ())
    number = max(location.line - view.grid.rows[location.row].gap, 0) if lines else 0
    if number >= len(lines):
        return None
    flow = flows[lines[number].block]
    start = lines[number].start
    index = flow.piece_at(start)
    while index < len(flow.pieces) - 1 and flow.pieces[index].sentence < 0:
        index += 1
    piece = flow.pieces[index]
    if piece.sentence < 0:
        place = view.grid.nearest(location.row, column)
        return None if place is None else float(place.sentence)
    length = max(piece.end - piece.start, 1)
    return piece.sentence + min(max(start - flow.starts[index], 0) / length, 0.999)


def location_at(view: Viewport, article: int, position: float, sentences: int) -> Location | None:
    """The line of a reading view at a position of its article; None where the view shows nothing of it."""
    if not sentences:
        return None
    index = min(int(position), sentences - 1)
    place = view.grid.beside(Place(article, index))
    lines = view.lines_of(place) if place is not None else None
    if place is None or lines is None:
        return None
    first, last = lines
    if place.sentence != index:
        return first
    return Location(first.row, first.line + round((position - index) * (last.line - first.line + 1)))


class Follower:
    """Moves the other windows after the one that was moved; never back, so that nothing goes round in circles."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._comparison = subject.comparison

    def ladder(self, one: int, other: int) -> Ladder:
        """The rungs between two articles."""
        return self._subject.kept(("ladder", one, other), lambda: Ladder(self._comparison, one, other))

    def smoothly(self, view: Viewport, column: int, articles: Sequence[int], views: Sequence[Viewport]) -> None:
        """After scrolling: what stands at a third of the height is level, between links by interpolation."""
        source = articles[views.index(view)]
        at = view.height // 3
        position = position_at(view, view.moved(view.top, at), column)
        if position is not None:
            for article, other in zip(articles, views, strict=True):
                if other is not view:
                    self._level(source, article, other, position, at)

    def exactly(self, cursor: Place, view: Viewport, articles: Sequence[int], views: Sequence[Viewport]) -> None:
        """After the cursor has moved: what its sentence is linked to is level with it."""
        lines = view.lines_of(cursor)
        if lines is None:
            return
        at = min(max(view.line_of(lines[0]), 0), view.height - 1)
        for article, other in zip(articles, views, strict=True):
            if other is view:
                continue
            linked = self._comparison.counterpart(cursor, article)
            seat = other.lines_of(linked) if linked is not None else None
            if seat is not None:
                other.put(seat[0], at)
            else:
                self._level(cursor.article, article, other, float(cursor.sentence), at)

    def _level(self, source: int, article: int, view: Viewport, position: float, at: int) -> None:
        there = self.ladder(source, article).across(position)
        location = location_at(view, article, there, len(self._comparison.articles[article].sentences))
        if location is not None:
            view.put(location, at)
