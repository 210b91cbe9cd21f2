"""The state of the Compare screen and what the keys do to it, without a terminal: cursor, columns, views, filters, walks.

A screen tells the desk how much room there is (``resize``) and what was pressed; it draws what the desk then holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from compare.model import Place
from tui.layout.follow import Ladder, position_at, spot_at
from tui.layout.grid import Grid, Row, aligned, folded, pieces_of, reading, stacked
from tui.layout.highlights import Highlights
from tui.layout.subject import Subject
from tui.layout.view import Spot, View

LEAST_PANE = 38
"""Cells that a pane needs at least."""
NARROW = 80
"""Terminals with fewer columns than this get one column."""
GUTTER = 3
"""Cells at the left of a pane: cursor, sign, bookmark."""

MARGIN = 1
"""Cells that stay free at the right of a pane."""

ViewKind = Literal["aligned", "reading"]


class Room(NamedTuple):
    """Cells for all panes together, lines in each, and whether the terminal is a narrow one."""

    width: int
    height: int
    narrow: bool


class Arrangement(NamedTuple):
    """What stands on the screen: the view, the articles from the left, the width of each pane with its gutter.

    ``stacked``: all articles in one column; ``lettered``: sentences have their outlet's letter before them.
    """

    shows: ViewKind
    columns: tuple[int, ...]
    widths: tuple[int, ...]
    stacked: bool
    lettered: bool


class Desk:
    """One comparison, laid out."""

    arrangement: Arrangement
    views: tuple[View, ...]

    def __init__(self, subject: Subject, room: Room, *, base: int = 0) -> None:
        count = len(subject.comparison.articles)
        self.subject = subject
        self.room = room
        self.highlights = Highlights(subject)
        self.base = base if base < count else 0
        self.order: list[int] = [self.base, *(article for article in range(count) if article != self.base)]
        self.first = 0  # which of the articles after the base comes into the second pane
        self.kind: ViewKind = "aligned"
        self.wrapped = True
        self.folding = False
        self.synchronized = True
        self.hidden: frozenset[str] = frozenset()
        self.opened: set[Place] = set()
        self.skip = 0
        self.focus = self.base
        self.companion = self.order[1] if count > 1 else self.base
        self.cursor = Place(self.base, 0)
        self.past: list[Place] = []
        self.future: list[Place] = []
        self._lit: Mapping[Place, str] | None = None
        self._ladders: dict[tuple[int, int], Ladder] = {}
        self._grids: dict[object, Grid] = {}
        self.rebuild(held=0)

    # What is on the screen -----------------------------------------------------------------------------------------------------------

    @property
    def shows(self) -> ViewKind:
        """The view on the screen: texts come as they are until the comparison is ready."""
        return self.arrangement.shows

    @property
    def is_stacked(self) -> bool:
        """Whether all articles stand in one column."""
        return self.arrangement.stacked

    @property
    def lettered(self) -> bool:
        """Whether sentences have their outlet's letter before them."""
        return self.arrangement.lettered

    @property
    def columns(self) -> tuple[int, ...]:
        """The articles that are on the screen, from the left."""
        return self.arrangement.columns

    @property
    def pane_widths(self) -> tuple[int, ...]:
        """Cells of each pane, its gutter included; one cell between two panes isn't counted."""
        return self.arrangement.widths

    @property
    def panes(self) -> int:
        """How many panes stand next to each other."""
        return len(self.arrangement.widths)

    def _arranged(self) -> Arrangement:
        """What the room, the order and the chosen view ask for now."""
        room, order = self.room, self.order
        shows: ViewKind = self.kind if self.subject.ready else "reading"
        panes = 1 if room.narrow else max(1, min(len(order), (room.width + 1) // (LEAST_PANE + 1)))
        stacked = room.narrow and shows == "aligned"
        if stacked:
            columns = tuple(order)
        elif panes == 1:
            columns = (self.focus,)
        else:
            others = order[1:]
            columns = (order[0], *(others[(self.first + index) % len(others)] for index in range(panes - 1)))
        share, rest = divmod(max(room.width - (panes - 1), panes), panes)
        widths = tuple(share + (1 if number < rest else 0) for number in range(panes))
        return Arrangement(shows, columns, widths, stacked, lettered=room.narrow and len(order) > 1)

    def _text_widths(self) -> tuple[int, ...]:
        taken = GUTTER + (1 if self.lettered else 0) + MARGIN
        return tuple(max(width - taken, 1) for width in self.pane_widths)

    def window(self, pane: int) -> tuple[View, int]:
        """The view that a pane looks through, and its column there."""
        return (self.views[0], pane) if self.shows == "aligned" else (self.views[pane], 0)

    def pane_of(self, article: int) -> int | None:
        """The pane in which an article is, or None."""
        if self.panes == 1:
            return 0 if article in self.columns else None
        return self.columns.index(article) if article in self.columns else None

    @property
    def focused(self) -> tuple[View, int]:
        """The view and column with the cursor."""
        return self.window(self.pane_of(self.cursor.article) or 0)

    def resize(self, room: Room) -> None:
        """Take another amount of room; the place is kept."""
        self.room = room
        wanted = self._arranged()
        if wanted._replace(widths=()) != self.arrangement._replace(widths=()):
            self.rebuild()
            return
        self.arrangement = wanted
        self.set_widths()

    def set_widths(self) -> None:
        """Lay the same rows out again, at other widths or without wrapping."""
        view, _column = self.focused
        held = self._held()
        widths = self._text_widths()
        if self.shows == "aligned":
            self.views[0].resize(widths, self.room.height, wrapped=self.wrapped)
        else:
            for each, width in zip(self.views, widths, strict=True):
                each.resize((width,), self.room.height, wrapped=self.wrapped)
        if not view.is_visible(self.cursor):
            self._hold(held)
        self._after_scroll()

    def rebuild(self, *, held: int | None = None) -> None:
        """Make rows and views anew, since columns, filters, folds or the view have changed.

        The cursor stays on its line of the window, or goes to the line ``held``.
        """
        if held is None:
            held = self._held()
        self.arrangement = self._arranged()
        widths = self._text_widths()
        columns = self.columns
        height = self.room.height
        if self.shows == "aligned":
            grid = self._grid(columns)
            self.views = (View(grid, self.subject.display, widths, height, wrapped=self.wrapped),)
        else:
            grids = [self._grid((article,)) for article in columns]
            self.views = tuple(
                View(grid, self.subject.display, (width,), height, wrapped=self.wrapped) for grid, width in zip(grids, widths, strict=True)
            )
        self._seat_cursor()
        self.highlights.against(self.counterpart)
        self._hold(held)
        self.follow()

    def _grid(self, columns: tuple[int, ...]) -> Grid:
        key = (self.shows, self.is_stacked, columns, tuple(self.order), self.hidden, self.folding, frozenset(self.opened))
        if key not in self._grids:
            if len(self._grids) > 8:
                self._grids.clear()
            if self.shows == "reading":
                grid = reading(self.subject, columns[0], self.shown)
            else:
                grid = (stacked if self.is_stacked else aligned)(self.subject, self.order, columns, self.shown)
            self._grids[key] = folded(grid, _quiet, self.opened.__contains__) if self.folding else grid
        return self._grids[key]

    def shown(self, place: Place) -> bool:
        """Whether the filters let a sentence through."""
        return not self.hidden or self.subject.comparison.standing(place).status not in self.hidden

    def _held(self) -> int:
        """The line of the window on which the cursor's sentence begins."""
        view, _column = self.focused
        lines = view.lines_of(self.cursor)
        return view.line_of(lines[0]) if lines is not None else 0

    def _hold(self, line: int) -> None:
        """Put the cursor's sentence back on this line of the window, or near it."""
        view, _column = self.focused
        lines = view.lines_of(self.cursor)
        if lines is not None:
            view.put(lines[0], line)
            view.reveal(self.cursor, margin=0)

    def _seat_cursor(self) -> None:
        """The cursor stands on a sentence that is there."""
        if self.cursor.article not in self.columns:
            self.cursor = self.subject.comparison.counterpart(self.cursor, self.columns[0]) or Place(self.columns[0], 0)
        view, _column = self.focused
        found = view.grid.beside(self.cursor)
        if found is None:
            found = next((stops[0] for each in self.views for stops in each.grid.stops if stops), None)
        self.cursor = found or self.cursor
        self.focus = self.cursor.article
        self._lit = None

    # What is lit ---------------------------------------------------------------------------------------------------------------------

    def counterpart(self, place: Place) -> Place | None:
        """As against which sentence the words of another are marked: the base's, for the base that of the pane last visited."""
        comparison = self.subject.comparison
        wanted = self.companion if place.article == self.base else self.base
        found = comparison.counterpart(place, wanted)
        if found is None:
            links = comparison.links_of(place)
            found = links[0].other(place) if links else None
        return found

    @property
    def lit(self) -> Mapping[Place, str]:
        """The sentence under the cursor (``cursor``) and those that it is linked to (``counterpart``)."""
        if self._lit is None:
            lit = {link.other(self.cursor): "counterpart" for link in self.subject.comparison.links_of(self.cursor)}
            self._lit = {**lit, self.cursor: "cursor"}
        return self._lit

    # Moving --------------------------------------------------------------------------------------------------------------------------

    def set_cursor(self, place: Place, *, jump: bool = False) -> None:
        """Put the cursor on a sentence and bring it, and what it is linked to, into the windows."""
        if place.article != self.cursor.article:
            self.companion_from(self.cursor.article, place.article)
        if place.article not in self.columns:
            self.bring(place.article)
        view, _column = self.window(self.pane_of(place.article) or 0)
        if place not in view.grid.seats:
            if self.folding and self.shown(place):
                self.opened.add(place)
                self.cursor, self.focus = place, place.article
                self.rebuild()
            place = view.grid.beside(place) or self.cursor
            view, _column = self.window(self.pane_of(place.article) or 0)
        self.cursor, self.focus, self._lit = place, place.article, None
        view.reveal(place, jump=jump)
        self.follow()

    def companion_from(self, left: int, entered: int) -> None:
        """Remember the pane that the base is compared with: the one last visited."""
        companion = entered if entered != self.base else left
        if companion not in (self.base, self.companion):
            self.companion = companion
            self.highlights.renew()

    def bring(self, article: int) -> None:
        """Bring an article that has no pane into one."""
        if self.panes == 1:
            self.focus = article
            self.cursor = self.subject.comparison.counterpart(self.cursor, article) or Place(article, 0)
        elif article != self.order[0]:
            others = [each for each in self.order if each != self.order[0]]
            self.first = others.index(article)
        self.rebuild()

    def step(self, by: int) -> None:
        """Sentences down or up; through a long sentence window by window."""
        view, _column = self.focused
        lines = view.lines_of(self.cursor)
        if lines is None or self.cursor not in view.grid.seats:
            return
        first, last = view.line_of(lines[0]), view.line_of(lines[1])
        stay = max(view.height - 2, 1)
        if by > 0 and last >= view.height and first <= 0:
            self.scroll(min(stay, last - view.height + 1), keep=True)
        elif by < 0 and first < 0:
            self.scroll(-min(stay, -first), keep=True)
        else:
            self.set_cursor(view.grid.step(self.cursor, by))

    def page(self, share: float) -> None:
        """Move cursor and window by a share of the window's height, at least a line; to the very end where the window can't move on."""
        view, column = self.focused
        by = max(1, round(abs(share) * max(view.height - 1, 1))) * (1 if share > 0 else -1)
        if not view.scroll(by):
            stops = view.grid.stops[column]
            if stops:
                self.set_cursor(stops[-1 if by > 0 else 0])
            return
        self.clamp()
        self._after_scroll()

    def edge(self, *, end: bool) -> None:
        """To the first or last sentence of the pane."""
        view, column = self.focused
        stops = view.grid.stops[column]
        if stops:
            self.remember()
            self.set_cursor(stops[-1 if end else 0])
            view.put(Spot(len(view.sheet) - 1, 0) if end else Spot(0, 0), 0)
            if not view.is_visible(self.cursor):
                view.reveal(self.cursor)
            self.follow()

    def scroll(self, by: int, *, pane: int | None = None, keep: bool = False) -> bool:
        """Scroll a pane (the focused one by default) by lines, the others after it; true if it moved.

        The cursor is taken along when it would leave the window, unless ``keep`` is set.
        """
        view, column = self.focused if pane is None else self.window(pane)
        if not view.scroll(by):
            return False
        if not keep:
            self.clamp()
        self._after_scroll(view, column)
        return True

    def scroll_to(self, top: tuple[int, int]) -> None:
        """Put a row and line of the focused pane at the top of the window, the cursor with it."""
        view, column = self.focused
        view.top = Spot(*top)
        view.settle()
        self.clamp()
        self._after_scroll(view, column)

    def clamp(self) -> None:
        """Take the cursor along into the window."""
        view, column = self.focused
        if view.is_visible(self.cursor) or not view.grid.stops[column]:
            return
        lines = view.lines_of(self.cursor)
        above = lines is not None and view.line_of(lines[1]) < 0
        spots = list(view.visible())
        rows = [spot.row for spot in (spots if above else reversed(spots))]
        for row in dict.fromkeys(rows):
            pieces = [piece for block in view.grid.rows[row].cells[column] for piece in block if piece.sentence >= 0]
            for piece in pieces if above else reversed(pieces):
                if view.is_visible(piece.place):
                    self.cursor, self.focus, self._lit = piece.place, piece.article, None
                    return

    def _after_scroll(self, view: View | None = None, column: int = 0) -> None:
        """The other panes of the reading view follow smoothly: one way, from the pane that was moved."""
        if self.shows == "aligned" or not self.synchronized or not self.subject.ready or len(self.views) < 2:
            return
        if view is None:
            view, column = self.focused
        source = self.columns[self.views.index(view)]
        at = view.height // 3
        spot = view.moved(view.top, at)
        position = position_at(view, spot, column)
        if position is None:
            return
        for article, other in zip(self.columns, self.views, strict=True):
            if other is not view:
                self._level(source, article, other, position, at)

    def _level(self, source: int, article: int, view: View, position: float, at: int) -> None:
        there = self.ladder(source, article).across(position)
        spot = spot_at(view, article, there, len(self.subject.comparison.articles[article].sentences))
        if spot is not None:
            view.put(spot, at)

    def follow(self) -> None:
        """Bring what the cursor's sentence is linked to level with it, in the panes of the reading view."""
        if self.shows == "aligned" or not self.synchronized or not self.subject.ready or len(self.views) < 2:
            return
        view, _column = self.focused
        lines = view.lines_of(self.cursor)
        if lines is None:
            return
        at = min(max(view.line_of(lines[0]), 0), view.height - 1)
        for article, other in zip(self.columns, self.views, strict=True):
            if other is view:
                continue
            linked = self.subject.comparison.counterpart(self.cursor, article)
            seat = other.lines_of(linked) if linked is not None else None
            if seat is not None:
                other.put(seat[0], at)
            else:
                self._level(self.cursor.article, article, other, float(self.cursor.sentence), at)

    def ladder(self, one: int, other: int) -> Ladder:
        """The rungs between two articles."""
        if (one, other) not in self._ladders:
            self._ladders[one, other] = Ladder(self.subject.comparison, one, other)
        return self._ladders[one, other]

    def remember(self) -> None:
        """Put the cursor's place on the list to which one can go back."""
        if not self.past or self.past[-1] != self.cursor:
            self.past.append(self.cursor)
        del self.past[:-100]
        self.future.clear()


def _quiet(row: Row) -> bool:
    """Whether a row may be folded away: everything in it is shared as a whole."""
    pieces = list(pieces_of(row))
    return bool(pieces) and all(piece.sign == "=" and piece.kind != "fold" for piece in pieces)
