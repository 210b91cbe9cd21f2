"""The state of the Compare screen and what the keys do to it, without a terminal: cursor, columns, views, filters, walks.

A screen tells the state how much room there is (``resize``) and what was pressed; it draws what the state then holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

from compare.model import Place
from tui.layout.grid import Grid, ViewKind, folded, is_quiet, make_grid, plain_grid
from tui.layout.highlights import Highlights
from tui.layout.subject import Subject
from tui.layout.viewport import Location, Viewport
from tui.state.arrangement import GUTTER, MARGIN, Area, Arrangement, arrange
from tui.state.follow import Follower


class Windows:
    """One comparison, laid out."""

    arrangement: Arrangement
    views: tuple[Viewport, ...]

    def __init__(self, subject: Subject, area: Area, *, base: int = 0) -> None:
        count = len(subject.comparison.articles)
        self.subject = subject
        self.area = area
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
        self.follower = Follower(subject)
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

    def _arranged(self, *, ready: bool) -> Arrangement:
        """What the room, the order and the chosen view ask for now."""
        return arrange(self.area, self.kind if ready else "reading", self.order, self.first, self.focus)

    def _text_widths(self) -> tuple[int, ...]:
        taken = GUTTER + (1 if self.lettered else 0) + MARGIN
        return tuple(max(width - taken, 1) for width in self.pane_widths)

    def window(self, pane: int) -> tuple[Viewport, int]:
        """The view that a pane looks through, and its column there."""
        return (self.views[0], pane) if self.shows == "aligned" else (self.views[pane], 0)

    def pane_of(self, article: int) -> int | None:
        """The pane in which an article is, or None."""
        if self.panes == 1:
            return 0 if article in self.columns else None
        return self.columns.index(article) if article in self.columns else None

    @property
    def focused(self) -> tuple[Viewport, int]:
        """The view and column with the cursor."""
        return self.window(self.pane_of(self.cursor.article) or 0)

    def resize(self, area: Area) -> None:
        """Take another amount of room; the place is kept."""
        self.area = area
        wanted = self._arranged(ready=self.subject.ready)
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
            self.views[0].resize(widths, self.area.height, wrapped=self.wrapped)
        else:
            for each, width in zip(self.views, widths, strict=True):
                each.resize((width,), self.area.height, wrapped=self.wrapped)
        if held >= 0 or not view.is_visible(self.cursor):
            self._hold(max(held, 0))
        self._after_scroll()

    def rebuild(self, *, held: int | None = None) -> None:
        """Make rows and views anew, since columns, filters, folds or the view have changed.

        The cursor stays on its line of the window, or goes to the line ``held``.
        """
        if held is None:
            held = self._held()
        self.arrangement = self._arranged(ready=self.subject.ready)
        widths = self._text_widths()
        columns = self.columns
        height = self.area.height
        if self.hidden and not any(stops for grid in self._grids_of(columns) for stops in grid.stops):
            self.hidden = frozenset()
        if self.shows == "aligned":
            self.views = (Viewport(self._grid(columns), self.subject.display, widths, height, wrapped=self.wrapped),)
        else:
            self.views = tuple(
                Viewport(grid, self.subject.display, (width,), height, wrapped=self.wrapped)
                for grid, width in zip(self._grids_of(columns), widths, strict=True)
            )
        self._seat_cursor()
        self.highlights.against(self.counterpart)
        self._hold(held)
        self.follow()

    def _grids_of(self, columns: tuple[int, ...]) -> list[Grid]:
        return [self._grid(columns)] if self.shows == "aligned" else [self._grid((article,)) for article in columns]

    def _grid(self, columns: tuple[int, ...]) -> Grid:
        stacked = self.is_stacked
        if not self.hidden and not self.folding:
            return plain_grid(self.subject, self.shows, columns, tuple(self.order), stacked=stacked)
        key = (self.shows, stacked, columns, tuple(self.order), self.hidden, self.folding, frozenset(self.opened))
        if key not in self._grids:
            if len(self._grids) > 8:
                self._grids.clear()
            if self.hidden:
                grid = make_grid(self.subject, self.shows, columns, self.order, self.shown, stacked=stacked)
            else:
                grid = plain_grid(self.subject, self.shows, columns, tuple(self.order), stacked=stacked)
            self._grids[key] = folded(grid, is_quiet, self.opened.__contains__) if self.folding else grid
        return self._grids[key]

    def prepare(self, subject: Subject) -> None:
        """Do beforehand, in another thread, what takes long when a comparison is laid out for the first time."""
        wanted = self._arranged(ready=True)
        comparison = subject.comparison
        if comparison.passages:
            place = comparison.passages[0].members[0]
            comparison.links_of(place), comparison.differences_at(place)
        order = tuple(self.order)
        plain_grid(subject, wanted.shows, wanted.columns, order, stacked=wanted.stacked)
        if not wanted.stacked:  # for when the terminal is made narrow
            plain_grid(subject, "aligned", order, order, stacked=True)
        for article in wanted.columns:  # for the reading view
            plain_grid(subject, "reading", (article,), order, stacked=False)
        follower = Follower(subject)
        for one, other in permutations(wanted.columns, 2):
            follower.ladder(one, other)

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
            self.cursor = self.subject.comparison.counterpart(self.cursor, self.columns[0]) or self.level_place(self.columns[0])
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
            self.cursor = self.subject.comparison.counterpart(self.cursor, article) or self.level_place(article)
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
            view.put(Location(len(view.layout) - 1, 0) if end else Location(0, 0), 0)
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
        view.top = Location(*top)
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
        locations = list(view.visible())
        rows = [location.row for location in (locations if above else reversed(locations))]
        for row in dict.fromkeys(rows):
            pieces = [piece for block in view.grid.rows[row].cells[column] for piece in block if piece.sentence >= 0]
            for piece in pieces if above else reversed(pieces):
                if view.is_visible(piece.place):
                    self.cursor, self.focus, self._lit = piece.place, piece.article, None
                    return

    def _after_scroll(self, view: Viewport | None = None, column: int = 0) -> None:
        """The other panes of the reading view follow smoothly: one way, from the pane that was moved."""
        if view is None:
            view, column = self.focused
        if self._may_follow:
            self.follower.smoothly(view, column, self.columns, self.views)

    def follow(self) -> None:
        """Bring what the cursor's sentence is linked to level with it, in the panes of the reading view."""
        if self._may_follow:
            self.follower.exactly(self.cursor, self.focused[0], self.columns, self.views)

    def level_place(self, article: int) -> Place:
        """The sentence of another article that is level with the cursor, by the links around it."""
        if not self.subject.ready:
            return Place(article, 0)
        position = self.follower.ladder(self.cursor.article, article).across(float(self.cursor.sentence))
        last = len(self.subject.comparison.articles[article].sentences) - 1
        return Place(article, max(0, min(int(position), last)))

    @property
    def _may_follow(self) -> bool:
        return self.shows == "reading" and self.synchronized and self.subject.ready and len(self.views) > 1

    def remember(self) -> None:
        """Put the cursor's place on the list to which one can go back."""
        if not self.past or self.past[-1] != self.cursor:
            self.past.append(self.cursor)
        del self.past[:-100]
        self.future.clear()
