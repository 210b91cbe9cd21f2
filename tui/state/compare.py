"""Finding one's way on the state: from difference to difference, from hit to hit, across to the counterpart and back; other views and filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.layout.cells import width_of
from tui.layout.grid import ordered_passages
from tui.layout.highlights import Highlights
from tui.layout.line_layout import by_sentence
from tui.layout.subject import Subject
from tui.state import navigation
from tui.state.arrangement import Area
from tui.state.follow import Follower
from tui.state.reanchor import Reanchor
from tui.state.windows import Windows

if TYPE_CHECKING:
    from compare.model import Difference, Place, Status

Span = tuple[int, int, int]
"""An article and a stretch of its text: (article, start, end)."""


def spans_of(difference: Difference) -> tuple[Span, ...]:
    """The stretches of text that a difference is about."""
    return tuple((end.article, end.start, end.end) for end in (difference.a, difference.b) if end is not None)


class CompareState(Windows):
    """A state with things to walk through."""

    def __init__(self, subject: Subject, area: Area, *, base: int = 0) -> None:
        super().__init__(subject, area, base=base)
        self.kinds: frozenset[str] | None = None
        self.possible = False
        self.spans: Sequence[Span] = ()
        self.look = "hit"
        self.arrange_walks()

    def arrange_walks(self) -> None:
        """Put differences and hits into the order in which the articles now stand."""
        passages = ordered_passages(self.subject, self.order) if self.subject.ready else []
        self.ranks = navigation.Ranks(passages, self.order)
        self._arrange_points()
        self.hits = navigation.through_spans(self.subject, self.ranks, self.spans)

    def adopt(self, subject: Subject) -> None:
        """Go on with a comparison that has just come, at the same place of the same text, or where that is found again in a changed one."""
        view, column = self.focused
        offset = self.subject.comparison.sentence(self.cursor).start if self._is_there(self.cursor) else 0
        location = next(iter(view.visible()), None)
        if location is not None:
            lines, flows = view.layout.cell(location.row, column)
            number = max(location.line - view.grid.rows[location.row].gap, 0)
            if number < len(lines):
                flow = flows[lines[number].block]
                index = flow.piece_at(lines[number].start)
                offset = max(offset, flow.pieces[index].start + lines[number].start - flow.starts[index])
        held = self._held()
        again = [Reanchor(*pair) for pair in zip(self.subject.comparison.articles, subject.comparison.articles, strict=True)]
        self.past[:], self.future[:] = self._found_again(self.past, again, subject), self._found_again(self.future, again, subject)
        self.spans = tuple((article, *again[article].stretch(start, end)) for article, start, end in self.spans)
        self.subject = subject
        self.highlights = Highlights(subject)
        self.follower = Follower(subject)
        self._grids.clear()
        self.opened.clear()
        self.cursor = subject.place_at(self.cursor.article, again[self.cursor.article].offset(offset)) or self.cursor
        self.arrange_walks()
        self.show_hits()
        self.rebuild(held=max(held, 0))

    def _found_again(self, places: Sequence[Place], again: Sequence[Reanchor], subject: Subject) -> list[Place]:
        starts = [(place.article, self.subject.comparison.sentence(place).start) for place in places if self._is_there(place)]
        found = [subject.place_at(article, again[article].offset(start)) for article, start in starts]
        return [place for place in found if place is not None]

    def _is_there(self, place: Place) -> bool:
        return place.sentence < len(self.subject.comparison.articles[place.article].sentences)

    # Points --------------------------------------------------------------------------------------------------------------------------

    def next_point(self, by: int) -> bool:
        """To the next point (``by`` 1) or the previous (-1), two of its sides in the panes; false if there is none."""
        stop = self.points.step(self.cursor, self.ranks, by)
        if stop is not None:
            self._visit_point(stop)
        return stop is not None

    def visit_point(self, number: int) -> None:
        """To the point of this index in the comparison, with two of its sides in the panes."""
        stop = self.points.visit(number)
        if stop is None and (self.kinds is not None or number >= len(self.subject.comparison.points)):
            self.possible = self.possible or number >= len(self.subject.comparison.points)
            self.only_kinds(None)
            stop = self.points.visit(number)
        if stop is not None:
            self._visit_point(stop)

    def _visit_point(self, stop: navigation.Stop) -> None:
        """Bring two sides that stand against each other into the panes, and go to the one in the pane where the cursor is if there is one."""
        point = self.subject.point(stop.number)
        lone = [side.article for side in point.sides if side.article == point.alone]
        others = [side.article for side in point.sides if side.article not in lone]
        pair = (*lone, *others)[:2]
        here = self.cursor.article
        if here in others and lone:
            pair = (here, lone[0])
        if len(pair) == 2:
            self.face(*pair)
        places = tuple(side.place for side in point.sides if side.article in pair)
        self._visit(stop._replace(places=places), tuple((side.article, side.start, side.end) for side in point.sides))

    def face(self, one: int, other: int) -> None:
        """Let two articles be on the screen at once; where the panes are two, the base gives way if it is neither."""
        if self.panes == 1 or {one, other} <= set(self.columns):
            return
        first = self.base if self.panes > 2 or self.base in {one, other} else one
        second = [article for article in (one, other) if article != first]
        self.order = [first, *second, *(article for article in self.order if article not in {first, *second})]
        self.first = 0
        self.rebuild()

    def _other_side(self) -> bool:
        """From a side of the point that the cursor is on to the next one, both of them in the panes; false where it is on none."""
        at = self.points.number_at(self.cursor)
        places = () if at is None else self.points.stops[at].places
        if len(places) < 2:
            return False
        following = places[(places.index(self.cursor) + 1) % len(places)]
        self.points.at = at if at is not None else self.points.at
        self.remember()
        self.face(self.cursor.article, following.article)
        self.set_cursor(following)
        return True

    def only_kinds(self, kinds: frozenset[str] | None) -> None:
        """Stops through differences of some kinds only, or of all."""
        self.kinds = kinds
        self._arrange_points()

    def show_possible(self, shown: bool) -> None:  # noqa: FBT001 (what is set)
        """Stops through what is only possible as well, or only through what is sure."""
        self.possible = shown
        self._arrange_points()

    def _arrange_points(self) -> None:
        self.points = navigation.through_points(self.subject, self.ranks, self.kinds, possible=self.possible)

    @property
    def point(self) -> int | None:
        """The index in the comparison of the point that the cursor is on."""
        at = self.points.number_at(self.cursor)
        return None if at is None else self.points.stops[at].number

    def point_out(self) -> None:
        """Let all sides of the point that is explained stand out; without one the spans of the first shade of difference."""
        number = self.point
        if number is not None:
            spans = tuple((side.article, side.start, side.end) for side in self.subject.point(number).sides)
            self.highlights.tell(spans, hollow=self.subject.is_hollow(number))
            return
        found = self.subject.comparison.differences_at(self.cursor) if self.subject.ready else ()
        self.highlights.tell(spans_of(found[0]) if found else ())

    def _visit(self, stop: navigation.Stop, spans: Sequence[Span]) -> None:
        """Go to one of the sentences of a stop, where these stretches are what matters."""
        self.remember()
        places = stop.places
        focused = self.cursor.article
        visible = self.columns
        best = min(places, key=lambda place: (place.article != focused, place.article not in visible, places.index(place)))
        for place in places:
            if place != best and place.article not in visible and self.panes > 1 and place.article != self.order[0]:
                self.bring(place.article)
        self.set_cursor(best, jump=True)
        starts = [start for article, start, _end in spans if article == best.article]
        if starts:
            self.show_span(min(starts))

    # Hits ----------------------------------------------------------------------------------------------------------------------------

    def look_for(self, spans: Sequence[Span], look: str = "hit") -> None:
        """Stops through these stretches from now on; ``look`` is ``hit`` or ``entity``."""
        self.spans = tuple(spans)
        self.look = look
        self.hits = navigation.through_spans(self.subject, self.ranks, self.spans)
        self.show_hits()

    def show_hits(self) -> None:
        """Light all the hits."""
        self.highlights.find(navigation.layers_of(self.spans, self.look))

    def next_hit(self, by: int) -> bool:
        """To the next hit or mention; false if there is none."""
        stop = self.hits.step(self.cursor, self.ranks, by)
        if stop is not None:
            self.highlights.stress(self.spans[stop.number])
            self._visit(stop, (self.spans[stop.number],))
        return stop is not None

    # Across --------------------------------------------------------------------------------------------------------------------------

    def across(self) -> bool:
        """Open a fold; on a point to its next side; else to the counterpart, from there to the next article that has one, and so back again."""
        view, _column = self.focused
        piece = view.piece(self.cursor)
        if piece is not None and piece.kind == "fold":
            self.opened.add(self.cursor)
            self.rebuild()
            return True
        if self._other_side():
            return True
        order = self.order
        here = order.index(self.cursor.article)
        turned = [order[(here + step) % len(order)] for step in range(1, len(order))]
        near = [article for article in turned if article in self.columns] + [article for article in turned if article not in self.columns]
        for article in near:
            found = navigation.across(self.subject.comparison, self.cursor, article)
            if found is not None:
                self.remember()
                self.set_cursor(found)
                return True
        return False

    @property
    def lit(self) -> Mapping[Place, str]:
        """The sentence under the cursor, those that it is linked to, those that its differences hold against it, and all sides of its point."""
        if self._lit is None:
            number = self.point
            sides = () if number is None else self.subject.point(number).sides
            against = (
                *navigation.opposed(self.subject.comparison, self.cursor),
                *(place for side in sides for place in self.subject.comparison.reach(side)),
            )
            self._lit = {**dict.fromkeys(against, "counterpart"), **super().lit}
        return self._lit

    def sideways(self, by: int) -> bool:
        """To the pane on the right (``by`` 1) or left (-1), level with the cursor; false at the edge, or where that pane has no sentence to show."""
        before = self.cursor
        if self.is_stacked:
            return self._next_letter(by)
        if self.panes == 1:
            here = self.order.index(self.cursor.article) + by
            if not 0 <= here < len(self.order):
                return False
            article = self.order[here]
            self.set_cursor(self.subject.comparison.counterpart(self.cursor, article) or self.level_place(article))
            return self.cursor != before
        pane = (self.pane_of(self.cursor.article) or 0) + by
        if not 0 <= pane < len(self.columns):
            return False
        self.set_cursor(self.level_with(pane))
        return self.cursor != before

    def level_with(self, pane: int) -> Place:
        """The sentence of another pane that is level with the cursor: its counterpart, or what stands on the same line."""
        article = self.columns[pane]
        found = self.subject.comparison.counterpart(self.cursor, article)
        view, column = self.window(pane)
        if found is not None and found in view.grid.seats:
            return found
        if self.shows == "aligned" and self.cursor in view.grid.seats:
            return view.grid.nearest(view.grid.seats[self.cursor].row, column) or self.cursor
        own, _column = self.focused
        lines = own.lines_of(self.cursor)
        at = min(max(own.line_of(lines[0]) if lines else 0, 0), view.height - 1)
        return view.grid.nearest(view.moved(view.top, at).row, column) or self.cursor

    def _next_letter(self, by: int) -> bool:
        view, _column = self.focused
        if self.cursor not in view.grid.seats:
            return False
        row = view.grid.seats[self.cursor].row
        found = view.grid.step(self.cursor, by)
        while found != self.cursor and found.article == self.cursor.article and view.grid.seats[found].row == row:
            further = view.grid.step(found, by)
            if further == found:
                return False
            found = further
        before = self.cursor
        self.set_cursor(found)
        return self.cursor != before

    def back(self) -> bool:
        """Back to where one came from."""
        return self._travel(self.past, self.future)

    def forward(self) -> bool:
        """Forward again after going back."""
        return self._travel(self.future, self.past)

    def _travel(self, source: list[Place], other: list[Place]) -> bool:
        while source:
            place = source.pop()
            if place != self.cursor:
                other.append(self.cursor)
                self.set_cursor(place, jump=True)
                return True
        return False

    def looks_as(self, other: CompareState) -> None:
        """Look in the way of another state, before anything is laid out here: its view, wrapped as it is, its panes together or apart."""
        self.kind, self.wrapped, self.synchronized = other.kind, other.wrapped, other.synchronized

    # Ways to look --------------------------------------------------------------------------------------------------------------------

    def switch_view(self) -> None:
        """Aligned view or reading view; the cursor stays."""
        self.kind = "reading" if self.kind == "aligned" else "aligned"
        self.rebuild()

    def switch_wrap(self) -> None:
        """Wrap long lines, or let each sentence have one line."""
        self.wrapped = not self.wrapped
        self.skip = 0
        self.set_widths()

    def shift(self, by: int) -> bool:
        """Look at what lies further right (or left) of unwrapped lines, as far as one of those in the windows goes."""
        if self.wrapped:
            return False
        before = self.skip
        self.skip = max(0, min(self.skip + by, max(before, self._longest() - 1)))
        return self.skip != before

    def _longest(self) -> int:
        """Code points of the longest line in the windows."""
        cells = (
            view.layout.cell(location.row, column)[0]
            for view in self.views
            for location in view.visible()
            for column in range(view.grid.columns)
        )
        return max((line.end - line.start for lines in cells for line in lines), default=0)

    def show_span(self, start: int) -> None:
        """Without wrapping, shift the lines so that what stands at this offset of the cursor's sentence shows."""
        view, _column = self.focused
        seat, piece = view.grid.seats.get(self.cursor), view.piece(self.cursor)
        if self.wrapped or seat is None or piece is None:
            return
        for flow in view.layout.cell(seat.row, seat.column)[1]:
            if piece in flow.pieces:
                index = flow.pieces.index(piece)
                line = next(low for low, high in reversed(by_sentence(flow)) if low <= flow.starts[index])
                cells = width_of(flow.text[line : flow.starts[index] + max(start - piece.start, 0)])
                width = view.layout.widths[seat.column]
                if not self.skip <= cells < self.skip + width * 3 // 4:
                    self.skip = max(0, cells - width // 3) if cells >= width * 3 // 4 else 0

    def switch_status(self, status: Status) -> bool:
        """Hide sentences of a status, or show them again; false, and nothing changes, if nothing would be left."""
        hidden = self.hidden ^ {status}
        states = {standing.status for article in self.columns for standing in self.subject.comparison.standings[article]}
        if states <= hidden:
            return False
        self.hidden = hidden
        self.rebuild()
        return True

    def switch_folding(self) -> None:
        """Fold long stretches that are the same, or unfold all."""
        self.folding = not self.folding
        self.opened.clear()
        self.rebuild()

    def switch_synchronized(self) -> None:
        """Move the panes together, or each for itself."""
        self.synchronized = not self.synchronized
        if self.synchronized:
            self.follow()

    def turn(self, by: int) -> bool:
        """Bring the next of the articles without a pane into the panes; false if all have one."""
        if self.is_stacked:
            return False
        if self.panes == 1:
            here = (self.order.index(self.cursor.article) + by) % len(self.order)
            self.set_cursor(self.subject.comparison.counterpart(self.cursor, self.order[here]) or self.level_place(self.order[here]))
            return len(self.order) > 1
        if self.panes >= len(self.order):
            return False
        self.first = (self.first + by) % (len(self.order) - 1)
        self.rebuild()
        return True

    def put_first(self, article: int) -> None:
        """Let the others be compared with this article, which comes first. The comparison seen from it is then to be adopted."""
        self.base = article
        self.order.remove(article)
        self.order.insert(0, article)
        self.first = 0
        self.companion = self.order[1] if len(self.order) > 1 else article
        self.arrange_walks()
        self.rebuild()

    def move_pane(self, by: int) -> bool:
        """Exchange the focused article with its neighbour; the one at the left is what the others are set beside."""
        columns = self.columns
        pane = self.pane_of(self.cursor.article)
        if pane is None or self.panes == 1 or not 0 <= pane + by < len(columns):
            return False
        one, other = self.order.index(columns[pane]), self.order.index(columns[pane + by])
        self.order[one], self.order[other] = self.order[other], self.order[one]
        self.arrange_walks()
        self.rebuild()
        return True
