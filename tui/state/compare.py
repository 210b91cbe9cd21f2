"""The state of the Compare screen and what the keys do to it, without a terminal.

A screen tells it how much room there is (``resize``) and what was pressed; it draws what the state then holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compare.model import Place
from tui.layout.counterparts import opposed
from tui.layout.grid import ViewKind, ordered_passages
from tui.layout.highlights import Highlights
from tui.layout.subject import Subject
from tui.layout.viewport import Viewport
from tui.state import navigation
from tui.state.arrangement import Area
from tui.state.history import History
from tui.state.hits import Hits
from tui.state.movement import Movement
from tui.state.options import ViewOptions
from tui.state.order import ArticleOrder
from tui.state.points import Points, Span
from tui.state.reanchor import Reanchor
from tui.state.undo import UndoStack
from tui.state.windows import Windows

if TYPE_CHECKING:
    from compare.model import Difference, Status


class CompareState:
    """One comparison, laid out: the cursor, and with it the order of the articles, the ways to look, the windows, points, hits, and history."""

    def __init__(self, subject: Subject, area: Area, *, base: int = 0) -> None:
        self.subject = subject
        self.highlights = Highlights(subject)
        self.order = ArticleOrder(len(subject.comparison.articles), base)
        self.options = ViewOptions()
        self.windows = Windows(subject, area, self.order, self.options)
        self.history = History()
        self.undo = UndoStack()
        self.move = Movement(self.highlights, self.windows, self.order, self.options, self.history)
        self._lit: tuple[Place, int | None, Mapping[Place, str]] | None = None
        ranks = self._ranks()
        self.points = Points(subject, ranks)
        self.hits = Hits(subject, ranks)
        self.move.rebuild(held=0)

    def _ranks(self) -> navigation.Ranks:
        passages = ordered_passages(self.subject, self.order.articles) if self.subject.ready else []
        return navigation.Ranks(passages, self.order.articles)

    def _arrange_stops(self) -> None:
        """Put points and hits into the order in which the articles now stand."""
        ranks = self._ranks()
        self.points.arrange(self.subject, ranks)
        self.hits.arrange(self.subject, ranks)

    # What is on the screen -----------------------------------------------------------------------------------------------------------

    @property
    def cursor(self) -> Place:
        """The sentence that one is on."""
        return self.move.cursor

    @property
    def shows(self) -> ViewKind:
        """The view on the screen: texts come as they are until the comparison is ready."""
        return self.windows.shows

    @property
    def is_stacked(self) -> bool:
        """Whether all articles stand in one column."""
        return self.windows.arrangement.stacked

    @property
    def columns(self) -> tuple[int, ...]:
        """The articles that are on the screen, from the left."""
        return self.windows.columns

    @property
    def panes(self) -> int:
        """How many panes stand next to each other."""
        return self.windows.panes

    @property
    def views(self) -> tuple[Viewport, ...]:
        """What the windows look through: one for all panes of the aligned view, one a pane of the reading view."""
        return self.windows.views

    @property
    def focused(self) -> tuple[Viewport, int]:
        """The view and column with the cursor."""
        return self.move.focused

    def resize(self, area: Area) -> None:
        """Take another amount of room; the place is kept."""
        if self.windows.resize(area, self.cursor):
            self.windows.follow_scroll(*self.focused)
        else:
            self.move.rebuild()

    def prepare(self, subject: Subject) -> None:
        """Do beforehand, in another thread, what takes long when a comparison is laid out for the first time."""
        self.windows.prepare(subject, self.cursor.article)

    def adopt(self, subject: Subject) -> None:
        """Go on with a comparison that has just come, at the same place of the same text, or where that is found again in a changed one."""
        offset = self.subject.comparison.sentence(self.cursor).start if self._is_there(self.cursor) else 0
        offset = max(offset, self.windows.offset_at_top(self.cursor.article))
        held = self.windows.line_of(self.cursor)
        folded = self.on_fold
        anchors = [Reanchor(*pair) for pair in zip(self.subject.comparison.articles, subject.comparison.articles, strict=True)]

        def places(before: Sequence[Place]) -> list[Place]:
            starts = [(place.article, self.subject.comparison.sentence(place).start) for place in before if self._is_there(place)]
            found = [subject.place_at(article, anchors[article].offset(start)) for article, start in starts]
            return [place for place in found if place is not None]

        self.history.renew(places)
        opened = places(list(self.options.opened))
        self.hits.renew(lambda span: (span[0], *anchors[span[0]].stretch(span[1], span[2])))
        self.subject = subject
        self.highlights = Highlights(subject)
        self._lit = None
        self.windows.renew(subject)
        self.options.opened.update(opened)
        self.move.renew(self.highlights)
        self.move.cursor = subject.place_at(self.cursor.article, anchors[self.cursor.article].offset(offset)) or self.cursor
        self._arrange_stops()
        self.highlights.find(self.hits.layers)
        wanted = self.cursor
        self.move.rebuild(held=max(held, 0))
        if not folded and wanted in self.focused[0].grid.behind:
            self.move.unfold(wanted)

    def _is_there(self, place: Place) -> bool:
        return place.sentence < len(self.subject.comparison.articles[place.article].sentences)

    # What is lit ---------------------------------------------------------------------------------------------------------------------

    @property
    def lit(self) -> Mapping[Place, str]:
        """The sentence under the cursor (``cursor``); as ``counterpart`` those that it is linked to, those that its differences hold against it,
        and all sides of its point.
        """
        comparison, number = self.subject.comparison, self.point
        if self._lit is None or self._lit[:2] != (self.cursor, number):
            sides = () if number is None else self.subject.point(number).sides
            against = [
                *opposed(comparison, self.cursor),
                *(place for side in sides for place in comparison.reach(side)),
                *(link.other(self.cursor) for link in comparison.links_of(self.cursor)),
            ]
            self._lit = self.cursor, number, {**dict.fromkeys(against, "counterpart"), self.cursor: "cursor"}
        return self._lit[2]

    def point_out(self) -> None:
        """Mark the words of what one is at, and let all sides of the point that is explained stand out; without one the first difference that is
        none of those walked through, drawn hollow where it is only a shade.
        """
        self.highlights.mark(self._marked(), everywhere=self.options.marked)
        number = self.point
        if number is not None:
            self.highlights.tell(self.points.spans(number), hollow=self.subject.is_hollow(number))
            return
        comparison = self.subject.comparison
        found = comparison.differences_at(self.cursor) if self.subject.ready else ()
        if found:
            self.highlights.tell(spans_of(found[0]), hollow=found[0].severity < comparison.options.min_severity)
        else:
            self.highlights.tell(())

    def _marked(self) -> dict[Place, Place]:
        """As against which sentences words are marked: the one under the cursor against its counterpart, its counterparts against it."""
        comparison, cursor = self.subject.comparison, self.cursor
        if not self.subject.judged:
            return {}
        others = (comparison.counterpart(cursor, article) for article in self.order.articles if article != cursor.article)
        found = {other: cursor for other in others if other is not None}
        own = self.move.beside.counterpart(cursor)
        return found if own is None else {**found, cursor: own}

    # Points --------------------------------------------------------------------------------------------------------------------------

    @property
    def point(self) -> int | None:
        """The number of the point that the cursor is on."""
        return self.points.at(self.cursor)

    def next_point(self, by: int) -> bool:
        """To the next point (``by`` 1) or the previous (-1), two of its sides in the panes; false if there is none."""
        return self._visit_point(self.points.step(self.cursor, by))

    def visit_point(self, number: int) -> bool:
        """To the point of this number, with two of its sides in the panes; false for one that isn't walked through."""
        return self._visit_point(self.points.visit(number))

    def _visit_point(self, stop: navigation.Stop | None) -> bool:
        """Bring two sides that stand against each other into the panes, and go to the one in the pane where the cursor is if there is one."""
        if stop is None:
            return False
        pair = self.points.pair(stop.number, self.cursor.article)
        if len(pair) == 2:
            self.face(*pair)
        places = tuple(place for place in stop.places if place.article in pair)
        self._visit(stop._replace(places=places), self.points.spans(stop.number))
        return True

    def face(self, one: int, other: int) -> None:
        """Let two articles be on the screen at once; where the panes are two, the base gives way if it is neither."""
        if self.panes > 1 and not {one, other} <= set(self.columns):
            self.order.face(one, other, self.panes)
            self.move.rebuild()

    def _other_side(self) -> bool:
        """From a side of the point that the cursor is on to the next one, both of them in the panes; false where it is on none."""
        following = self.points.next_side(self.cursor)
        if following is not None:
            self.go_beside(following)
        return following is not None

    def go_beside(self, place: Place) -> None:
        """Go to a sentence that stands against that under the cursor, both of them in the panes."""
        self.history.leave(self.cursor)
        self.face(self.cursor.article, place.article)
        self.move.to(place, jump=not self.windows.shown(place), unfolds=True)

    def _visit(self, stop: navigation.Stop, spans: Sequence[Span]) -> None:
        """Go to one of the sentences of a stop, where these stretches are what matters."""
        self.history.leave(self.cursor)
        places = stop.places
        focused = self.cursor.article
        visible = self.columns
        best = min(places, key=lambda place: (place.article != focused, place.article not in visible, places.index(place)))
        for place in places:
            if place != best and place.article not in visible and self.panes > 1 and place.article != self.order.articles[0]:
                self.move.bring(place.article)
        self.move.to(best, jump=True)
        starts = [start for article, start, _end in spans if article == best.article]
        if starts:
            self.windows.show_offset(self.cursor, min(starts))

    # Hits ----------------------------------------------------------------------------------------------------------------------------

    def look_for(self, spans: Sequence[Span], look: str = "hit") -> None:
        """Walk through these stretches from now on; ``look`` is ``hit`` or ``entity``."""
        self.hits.take(spans, look)
        self.highlights.find(self.hits.layers)

    def next_hit(self, by: int) -> bool:
        """To the next hit or mention; false if there is none."""
        stop = self.hits.step(self.cursor, by)
        if stop is not None:
            self.highlights.stress(self.hits.spans[stop.number])
            self._visit(stop, (self.hits.spans[stop.number],))
        return stop is not None

    # Across --------------------------------------------------------------------------------------------------------------------------

    def across(self) -> bool:
        """Open a fold; on a point to its next side; on the first sentence of an open fold close that; else to the counterpart, from there to the next article
        that has one, and so back again. A sentence that leads nowhere closes the fold that it is in.
        """
        if self.on_fold:
            self.move.unfold(self.cursor)
            return True
        if self._other_side():
            return True
        if self.windows.folded_with(self.cursor)[:1] == (self.cursor,) and self.move.fold(self.cursor):
            return True
        found = self.move.beside.across(self.cursor)
        if found is None:
            return self.move.fold(self.cursor)
        self.history.leave(self.cursor)
        self.move.to(found, jump=not self.windows.shown(found), unfolds=True)
        return True

    @property
    def on_fold(self) -> bool:
        """Whether the cursor is on a fold."""
        return self.cursor in self.focused[0].grid.behind

    def chosen(self) -> Place:
        """The sentence under the cursor, for what is done to it: in a fold nobody does it unseen, the fold is opened."""
        if self.on_fold:
            self.move.unfold(self.cursor)
        return self.cursor

    def go_to(self, place: Place) -> None:
        """Go to a sentence, whatever hides it, in a pane of its own article; the way back is kept."""
        self.history.leave(self.cursor)
        if place.article not in self.columns:
            self.move.bring(place.article)
        self.move.to(place, jump=True)

    def back(self) -> bool:
        """Back to where one came from; false at the beginning."""
        return self._go(self.history.back(self.cursor))

    def forward(self) -> bool:
        """Forward again after going back; false at the end."""
        return self._go(self.history.forward(self.cursor))

    def _go(self, place: Place | None) -> bool:
        if place is not None:
            self.move.to(place, jump=True)
        return place is not None

    # Ways to look --------------------------------------------------------------------------------------------------------------------

    def switch_view(self) -> None:
        """Aligned view or reading view; the cursor stays."""
        self.options.switch_kind()
        self.move.rebuild()

    def switch_marks(self) -> None:
        """Mark the words of all sentences, or only of the one under the cursor and its counterparts."""
        self.options.marked = not self.options.marked

    def switch_wrap(self) -> None:
        """Wrap long lines, or let each sentence have one line."""
        self.options.switch_wrapped()
        self.windows.set_widths(self.cursor)
        self.windows.follow_scroll(*self.focused)

    def show_only(self, status: Status) -> bool:
        """Show the sentences of one status alone, or all again; false, and nothing changes, if there are none of it in the panes."""
        wanted = None if self.options.only == status else status
        standings = self.subject.comparison.standings
        if wanted is not None and not any(standing.status == wanted for article in self.columns for standing in standings[article]):
            return False
        self.options.only = wanted
        self.move.rebuild()
        return True

    def switch_folding(self) -> None:
        """Fold what only one outlet has, nothing, or what is shared, too, one after the other."""
        self.options.switch_folding(self.shows)
        self.move.rebuild()

    def switch_synchronized(self) -> None:
        """Scroll the panes together, or separately."""
        self.options.synchronized = not self.options.synchronized
        self.windows.follow(self.cursor)

    def turn(self, by: int) -> bool:
        """Bring the next of the articles without a pane into the panes; false if all have one."""
        if self.is_stacked:
            return False
        if self.panes == 1:
            self.move.to(self.move.beside.turned(self.cursor, by))
            return len(self.order) > 1
        if self.panes >= len(self.order):
            return False
        self.order.turn(by)
        self.move.rebuild()
        return True

    def put_first(self, article: int) -> None:
        """Let the others be compared with this article, which comes first. The comparison seen from it is then to be adopted."""
        self.order.put_first(article)
        self._arrange_stops()
        self.move.rebuild()

    def move_pane(self, by: int) -> bool:
        """Exchange the focused article with its neighbour; the one at the left is what the others are set beside."""
        columns = self.columns
        pane = self.windows.pane_of(self.cursor.article)
        if pane is None or self.panes == 1 or not 0 <= pane + by < len(columns):
            return False
        self.order.exchange(columns[pane], columns[pane + by])
        self._arrange_stops()
        self.move.rebuild()
        return True


def spans_of(difference: Difference) -> tuple[Span, ...]:
    """The stretches of text that a difference is about."""
    return tuple((end.article, end.start, end.end) for end in (difference.a, difference.b) if end is not None)
