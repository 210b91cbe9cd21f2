"""The panes' windows on the texts: how many there are, which article each shows, in which rows, and from which line on."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from tui.layout.cells import width_of
from tui.layout.folds import Folding, folded, refolded, together
from tui.layout.grid import Grid, ViewKind, make_grid, plain_grid
from tui.layout.line_layout import by_sentence
from tui.layout.subject import Subject
from tui.layout.viewport import Viewport
from tui.state.arrangement import MARGIN, Area, Arrangement, arrange
from tui.state.follow import Follower
from tui.state.options import ViewOptions
from tui.state.order import ArticleOrder

if TYPE_CHECKING:
    from compare.model import Place

_KEPT = 8
"""Grids with filters or folds that are remembered."""


class Windows:
    """Made anew (``rebuild``) when columns, filters, folds or the view have changed; set at other widths (``resize``) when only the room has."""

    arrangement: Arrangement
    views: tuple[Viewport, ...]

    def __init__(self, subject: Subject, area: Area, order: ArticleOrder, options: ViewOptions) -> None:
        self.subject = subject
        self.area = area
        self.order = order
        self.options = options
        self.follower = Follower(subject)
        self._grids: dict[object, Grid] = {}
        self.rebuild(order.base)

    # What there is -------------------------------------------------------------------------------------------------------------------

    @property
    def shows(self) -> ViewKind:
        """The view on the screen: texts come as they are until the comparison is ready."""
        return self.arrangement.shows

    @property
    def columns(self) -> tuple[int, ...]:
        """The articles that are on the screen, from the left."""
        return self.arrangement.columns

    @property
    def panes(self) -> int:
        """How many panes stand next to each other."""
        return len(self.arrangement.widths)

    def window(self, pane: int) -> tuple[Viewport, int]:
        """The view that a pane looks through, and its column there."""
        return (self.views[0], pane) if self.shows == "aligned" else (self.views[pane], 0)

    def pane_of(self, article: int) -> int | None:
        """The pane in which an article is, or None."""
        if self.panes == 1:
            return 0 if article in self.columns else None
        return self.columns.index(article) if article in self.columns else None

    def of(self, article: int) -> tuple[Viewport, int]:
        """The view and column of an article; the first pane's where it has none."""
        return self.window(self.pane_of(article) or 0)

    def shown(self, place: Place) -> bool:
        """Whether the filters let a sentence through."""
        return self.options.only is None or self.subject.comparison.standing(place).status == self.options.only

    # Making them ---------------------------------------------------------------------------------------------------------------------

    def renew(self, subject: Subject) -> None:
        """Look at another comparison from the next ``rebuild`` on."""
        self.subject = subject
        self.follower = Follower(subject)
        self._grids.clear()
        self.options.opened.clear()

    def _arranged(self, article: int, *, ready: bool) -> Arrangement:
        """What the area, the order and the chosen view ask for now; ``article`` is the one with the cursor."""
        chips = self.subject.chip_cells(self.area.width)
        return arrange(self.area, self.options.kind if ready else "reading", self.order.articles, self.order.first, article, chips)

    def _text_widths(self) -> tuple[int, ...]:
        taken = self.arrangement.gutter + MARGIN
        return tuple(max(width - taken, 1) for width in self.arrangement.widths)

    def rebuild(self, article: int) -> None:
        """Make rows and views anew; ``article`` is the one with the cursor."""
        self.arrangement = self._arranged(article, ready=self.subject.ready)
        widths, height, wrapped = self._text_widths(), self.area.height, self.options.wrapped
        if self.options.only and not any(stops for grid in self._grids_shown() for stops in grid.stops):
            self.options.only = None
        grids = self._grids_shown()
        if self.shows == "aligned":
            self.views = (Viewport(grids[0], self.subject.display, widths, height, wrapped=wrapped),)
        else:
            self.views = tuple(
                Viewport(grid, self.subject.display, (width,), height, wrapped=wrapped) for grid, width in zip(grids, widths, strict=True)
            )

    def refold(self, place: Place) -> None:
        """Open or close the fold of a sentence, as ``opened`` now says; all else stays as it is."""
        view, _column = self.of(place.article)
        columns = self.columns if self.shows == "aligned" else (place.article,)
        key = self._key(columns)
        if self.options.opened and key not in self._grids:
            if len(self._grids) >= _KEPT:
                self._grids.clear()
            folding = self.options.folding(self.shows)
            self._grids[key] = refolded(view.grid, self._plain(columns), place, folding, self.options.opened, self.subject.chips)
        widths, wrapped = view.layout.widths, view.layout.wrapped
        fresh = Viewport(self._grid(columns), self.subject.display, widths, view.height, wrapped=wrapped)
        self.views = tuple(fresh if each is view else each for each in self.views)

    def folded_with(self, place: Place) -> tuple[Place, ...]:
        """The sentences that a fold hides together with this one, or would if it weren't open; none where nothing is folded."""
        folding = self.options.folding(self.shows)
        columns = self.columns if self.shows == "aligned" else (place.article,)
        return together(self._plain(columns), place, folding) if folding else ()

    def _plain(self, columns: tuple[int, ...]) -> Grid:
        return plain_grid(self.subject, self.shows, columns, tuple(self.order.articles), stacked=self.arrangement.stacked)

    def _key(self, columns: tuple[int, ...]) -> object:
        """What the rows of these columns depend on."""
        options = self.options
        opened, folding = frozenset(options.opened), options.folding(self.shows)
        return self.shows, self.arrangement.stacked, columns, tuple(self.order.articles), options.only, folding, opened

    def _grids_shown(self) -> list[Grid]:
        return [self._grid(self.columns)] if self.shows == "aligned" else [self._grid((article,)) for article in self.columns]

    def _grid(self, columns: tuple[int, ...]) -> Grid:
        options, order, stacked = self.options, tuple(self.order.articles), self.arrangement.stacked
        folding = options.folding(self.shows)
        if options.only is None and not (folding and options.opened):
            return laid_out(self.subject, self.shows, columns, order, folding, stacked=stacked)
        key = self._key(columns)
        if key not in self._grids:
            if len(self._grids) >= _KEPT:
                self._grids.clear()
            if options.only is not None:
                self._grids[key] = make_grid(self.subject, self.shows, columns, order, self.shown, stacked=stacked)
            else:
                self._grids[key] = folded(self._plain(columns), folding, options.opened, self.subject.chips)
        return self._grids[key]

    def prepare(self, subject: Subject, article: int) -> None:
        """Do beforehand, in another thread, what takes long when a comparison is laid out for the first time."""
        wanted = self._arranged(article, ready=True)
        comparison = subject.comparison
        if comparison.passages:
            place = comparison.passages[0].members[0]
            comparison.links_of(place), comparison.differences_at(place)
        order = tuple(self.order.articles)
        laid_out(subject, wanted.shows, wanted.columns, order, self.options.folding(wanted.shows), stacked=wanted.stacked)
        if not wanted.stacked:  # for when the terminal is made narrow
            laid_out(subject, "aligned", order, order, self.options.folding("aligned"), stacked=True)
        for each in wanted.columns:  # for the reading view
            laid_out(subject, "reading", (each,), order, self.options.folding("reading"), stacked=False)
        follower = Follower(subject)
        for one, other in permutations(wanted.columns, 2):
            follower.ladder(one, other)

    # Widths --------------------------------------------------------------------------------------------------------------------------

    def resize(self, area: Area, cursor: Place) -> bool:
        """Take another amount of room, the cursor stays on its line; false where rows have to be made anew for that."""
        self.area = area
        wanted = self._arranged(cursor.article, ready=self.subject.ready)
        if wanted._replace(widths=()) != self.arrangement._replace(widths=()):
            return False
        self.arrangement = wanted
        self.set_widths(cursor)
        return True

    def set_widths(self, cursor: Place) -> None:
        """Lay the same rows out again, at other widths or without wrapping."""
        view, _column = self.of(cursor.article)
        line = self.line_of(cursor)
        widths = self._text_widths()
        for each, own in zip(self.views, [widths] if self.shows == "aligned" else [(width,) for width in widths], strict=True):
            each.resize(own, self.area.height, wrapped=self.options.wrapped)
        if line >= 0 or not view.is_visible(cursor):
            self.put(cursor, max(line, 0))

    # Lines ---------------------------------------------------------------------------------------------------------------------------

    def line_of(self, place: Place) -> int:
        """The line of its window on which a sentence begins; 0 for one that isn't there."""
        view, _column = self.of(place.article)
        lines = view.lines_of(place)
        return view.line_of(lines[0]) if lines is not None else 0

    def put(self, place: Place, line: int) -> None:
        """Put a sentence on this line of its window, or near it."""
        view, _column = self.of(place.article)
        lines = view.lines_of(place)
        if lines is not None:
            view.put(lines[0], line)
            view.reveal(place, margin=0)

    def nearest_visible(self, place: Place) -> Place:
        """A sentence if it shows; else the nearest one of its article that does, itself where none does."""
        view, column = self.of(place.article)
        if view.is_visible(place) or not view.grid.stops[column]:
            return place
        lines = view.lines_of(place)
        above = lines is not None and view.line_of(lines[1]) < 0
        locations = list(view.visible())
        rows = [location.row for location in (locations if above else reversed(locations))]
        for row in dict.fromkeys(rows):
            pieces = [piece for block in view.grid.rows[row].cells[column] for piece in block if piece.sentence >= 0]
            for piece in pieces if above else reversed(pieces):
                if view.is_visible(piece.place):
                    return piece.place
        return place

    # The other windows ---------------------------------------------------------------------------------------------------------------

    @property
    def _may_follow(self) -> bool:
        return self.shows == "reading" and self.options.synchronized and self.subject.ready and len(self.views) > 1

    def follow_scroll(self, view: Viewport, column: int) -> None:
        """The other panes of the reading view follow smoothly: one way, from the pane that was moved."""
        if self._may_follow:
            self.follower.smoothly(view, column, self.columns, self.views)

    def follow(self, cursor: Place) -> None:
        """Bring what the cursor's sentence is linked to level with it, in the panes of the reading view."""
        if self._may_follow:
            self.follower.exactly(cursor, self.of(cursor.article)[0], self.columns, self.views)

    # Text ----------------------------------------------------------------------------------------------------------------------------

    def offset_at_top(self, article: int) -> int:
        """The offset in an article's text of what stands at the top of its window; 0 where that has no words."""
        view, column = self.of(article)
        location = next(iter(view.visible()), None)
        if location is None:
            return 0
        lines, flows = view.layout.cell(location.row, column)
        number = max(location.line - view.grid.rows[location.row].gap, 0)
        if number >= len(lines):
            return 0
        flow = flows[lines[number].block]
        index = flow.piece_at(lines[number].start)
        return flow.pieces[index].start + lines[number].start - flow.starts[index]

    # Unwrapped lines -----------------------------------------------------------------------------------------------------------------

    def shift(self, by: int) -> bool:
        """Look at what lies further right (or left) of unwrapped lines, as far as one of those in the windows goes."""
        options = self.options
        if options.wrapped:
            return False
        before = options.skip
        options.skip = max(0, min(before + by, max(before, self._longest() - 1)))
        return options.skip != before

    def _longest(self) -> int:
        """Code points of the longest line in the windows."""
        cells = (
            view.layout.cell(location.row, column)[0]
            for view in self.views
            for location in view.visible()
            for column in range(view.grid.columns)
        )
        return max((line.end - line.start for lines in cells for line in lines), default=0)

    def show_offset(self, place: Place, start: int) -> None:
        """Without wrapping, shift the lines so that what stands at this offset of a sentence shows."""
        view, _column = self.of(place.article)
        seat, piece = view.grid.seats.get(place), view.piece(place)
        if self.options.wrapped or seat is None or piece is None:
            return
        for flow in view.layout.cell(seat.row, seat.column)[1]:
            if piece in flow.pieces:
                index = flow.pieces.index(piece)
                line = next(low for low, high in reversed(by_sentence(flow)) if low <= flow.starts[index])
                cells = width_of(flow.text[line : flow.starts[index] + max(start - piece.start, 0)])
                width, skip = view.layout.widths[seat.column], self.options.skip
                if not skip <= cells < skip + width * 3 // 4:
                    self.options.skip = max(0, cells - width // 3) if cells >= width * 3 // 4 else 0


def laid_out(
    subject: Subject, shows: ViewKind, columns: tuple[int, ...], order: tuple[int, ...], folding: Folding, *, stacked: bool
) -> Grid:
    """The grid of a view without filters, with every fold closed, made once."""
    plain = plain_grid(subject, shows, columns, order, stacked=stacked)
    if not folding:
        return plain
    key = ("folded", shows, columns, order if shows == "aligned" else (), stacked, folding)
    return subject.kept(key, lambda: folded(plain, folding, (), subject.chips))
