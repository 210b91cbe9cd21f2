"""One article, or the one column of a narrow terminal: drawn line by line from the state, never a widget a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from compare.model import Place, letter
from tui.layout.cells import cropped, cut, displayed, width_of
from tui.layout.elsewhere import Elsewhere, elsewhere, told
from tui.layout.explain import said_of
from tui.layout.grid import Piece
from tui.layout.paint import Painted, paint
from tui.layout.viewport import Location, Viewport
from tui.state.arrangement import MARGIN
from tui.state.compare import CompareState
from tui.state.pointers import Pointer, pointers
from tui.themes import outlet
from tui.widgets.selecting import SelectableLines, selectable

WHEEL = 3
"""Lines that one notch of the wheel moves."""
_KEPT = 3_000
_FILE = 8
"""Cells of a file's name before a title."""
_TITLE = 24
"""Cells that a title keeps beside its outlet's whole name."""

_MOVED = "↕"
_EDGE = "▏"
_REVERSE = Style(reverse=True)
_GUTTER_CURSOR, _GUTTER_COUNTERPART = "┃", "│"


class Pane(SelectableLines):
    """A window on the state. ``number`` is its place from the left."""

    class Pressed(Message):
        """A sentence was clicked."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    class Wheeled(Message):
        """The wheel was turned over a pane."""

        def __init__(self, number: int, lines: int) -> None:
            super().__init__()
            self.number = number
            self.lines = lines

    def __init__(self, state: CompareState, number: int) -> None:
        super().__init__(classes="pane")
        self.state = state
        self.number = number
        self.tokens: dict[Place, str] = {}
        """What stands in the last column of the gutter, by sentence: a bookmark, a note."""
        self._strips: dict[object, Strip] = {}
        self._locations: tuple[object, list[Location]] = (None, [])
        self._ground_key: tuple[object, ...] | None = None
        self._pointed: list[tuple[int, int, Place]] = []
        """Where in the header pointers stand (from, to), and the sentences that they point to."""

    @property
    def article(self) -> int:
        """The article that the header speaks of."""
        columns = self.state.columns
        return self.state.cursor.article if self.state.is_stacked else columns[min(self.number, len(columns) - 1)]

    # Drawing ---------------------------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.size.width - self.edge
        if self.number >= self.state.panes or width < 1:
            return Strip.blank(self.size.width, self.palette.ground)
        if y == 0:
            return self._edged(self._header(width))
        locations = self._visible()
        if y - 1 >= len(locations):
            return self._edged(Strip.blank(width, self.palette.ground))
        return self._line(locations[y - 1], width)

    @property
    def edge(self) -> int:
        """Cells at the left that part it from the pane before."""
        return 1 if self.number else 0

    def _edged(self, strip: Strip) -> Strip:
        return Strip([Segment(_EDGE, self.palette.style("edge")), *strip], strip.cell_length + 1) if self.edge else strip

    def _visible(self) -> list[Location]:
        view, _column = self.state.windows.window(self.number)
        key = (id(view), id(view.layout), view.layout.version, view.top, view.height)
        if self._locations[0] != key:
            self._locations = (key, list(view.visible()))
        return self._locations[1]

    def painted(self, location: Location) -> Painted:
        """What stands on a line of the window."""
        view, column = self.state.windows.window(self.number)
        return paint(view.layout, self.state.highlights, location.row, location.line, column, self.state.options.skip)

    def renew(self) -> None:
        """Draw again those lines on which something has changed since the last time."""
        locations = self._visible() if self.number < self.state.panes else []
        conditions = self._conditions() if locations else ()
        self.refresh_changed([self._header_key(), *(self._key(location, conditions) for location in locations)])

    def _header_key(self) -> object:
        state = self.state
        focused = self.article == state.cursor.article
        return (self.article, focused, state.options.hidden, id(state.subject), self.palette, pointers(state, self.number))

    def render_lines(self, crop: Region) -> list[Strip]:
        # A pane may be asked to draw itself once more when the state has fewer already: the terminal has become narrower.
        self._ground_key = self._conditions() if self.number < self.state.panes else ()
        try:
            return super().render_lines(crop)
        finally:
            self._ground_key = None

    def _conditions(self) -> tuple[object, ...]:
        """What the pictures of all lines depend on."""
        view, column = self.state.windows.window(self.number)
        state = self.state
        return (
            id(view.layout),
            state.highlights.version,
            self.palette,
            column,
            self.size.width,
            state.options.skip,
            state.windows.arrangement.chips,
            tuple(state.windows.columns) if state.options.marked else (),  # as against which articles the words of all are marked
            self.text_selection,
        )

    def _key(self, location: Location, conditions: tuple[object, ...]) -> object:
        """All that the picture of a line depends on."""
        view, column = self.state.windows.window(self.number)
        lit = self.state.lit
        highlights = self.state.highlights
        standing_out = (*highlights.told, highlights.current) if highlights.current else highlights.told
        pieces = view.layout.pieces_on(location.row, location.line, column)
        here: list[object] = [] if pieces else [self._has_cursor(location)]
        for piece in pieces:
            if piece.sentence >= 0:
                place = piece.place
                token = self._token(piece)
                if place in lit or token:
                    here.append((place, lit.get(place), token, highlights.marked.get(place)))
            here.extend(
                (span, span is highlights.current)
                for span in standing_out
                if piece.article == span[0] and piece.start < span[2] and span[1] < piece.end
            )
        return conditions, location, tuple(here)

    def _line(self, location: Location, width: int) -> Strip:
        key = self._key(location, self._ground_key or self._conditions())
        strip = self._strips.get(key)
        if strip is None:
            while len(self._strips) >= _KEPT:
                del self._strips[next(iter(self._strips))]
            painted = self.painted(location)
            drawn = self._draw(painted, width, self.text_selection) if painted.piece else self._silent(location, width, first=painted.first)
            strip = self._strips[key] = self._edged(drawn)
        return strip

    def draw_beforehand(self, view: Viewport, location: Location) -> None:
        """Draw a line that will likely be shown, if it is one of this pane's; it is kept."""
        width = self.size.width - self.edge
        if width > 0 and self.state.windows.window(self.number)[0] is view:
            self.filtered(self._line(location, width))

    def _elsewhere(self, location: Location) -> Elsewhere | None:
        """Where the article of an empty cell says it; None where it doesn't."""
        view, column = self.state.windows.window(self.number)
        return elsewhere(self.state.subject, view.grid, location.row, self.state.columns[column]) if self.state.shows == "aligned" else None

    def _silent(self, location: Location, width: int, *, first: bool) -> Strip:
        """A line of a cell without a sentence; its first says where else the article tells of it."""
        palette = self.palette
        found = self._elsewhere(location) if first else None
        text = " ·" if first else ""
        if found is not None:
            text = f" {found.sign} {cropped(told(self.state.subject, found), width - self.state.windows.arrangement.gutter - MARGIN)}"
            if self._has_cursor(location) and self.state.lit.get(found.place) == "counterpart":
                text = f"{_GUTTER_COUNTERPART}{text[1:]}{' ' * (width - 1 - width_of(text))} "
                return Strip([Segment(text, palette.style("counterpart", "muted"))]).adjust_cell_length(width, palette.ground)
        return Strip([Segment(text, palette.style("muted"))]).adjust_cell_length(width, palette.ground)

    def _has_cursor(self, location: Location) -> bool:
        """Whether the cursor is in this row: an empty cell there may lead to what its sentence is linked to."""
        seat = self.state.windows.window(self.number)[0].grid.seats.get(self.state.cursor)
        return seat is not None and seat.row == location.row

    def _draw(self, painted: Painted, width: int, selection: Selection | None) -> Strip:
        palette, lit = self.palette, self.state.lit
        piece = painted.piece
        assert piece is not None
        glow = lit.get(piece.place) if piece.sentence >= 0 else None
        segments = self._gutter(painted, glow)
        # In reverse, so that it reads in every theme, with the terminal's own colours and without any; Textual's own way hides the text.
        selected = palette.ground + _REVERSE if selection is not None else palette.ground
        for stretch in painted.stretches:
            look = lit.get(Place(stretch.article, stretch.sentence)) if stretch.sentence >= 0 else glow if stretch.start >= 0 else None
            # The ground of the cursor lies below the others, so that what conflicts keeps its own.
            style = palette.style(*((look, *stretch.looks) if look else stretch.looks))
            segments.extend(selectable(stretch, style, selection, selected))
        used = sum(segment.cell_length for segment in segments)
        tail = palette.style("cursor") if glow == "cursor" else palette.style("counterpart") if glow else palette.ground
        last = painted.stretches[-1] if painted.stretches else None
        if last is not None and lit.get(Place(last.article, last.sentence)) != glow:
            tail = palette.ground
        segments.append(Segment(" " * max(0, width - used), tail))
        return Strip(segments).adjust_cell_length(width, palette.ground)

    def _gutter(self, painted: Painted, glow: str | None) -> list[Segment]:
        palette, piece = self.palette, painted.piece
        assert piece is not None
        under = (glow,) if glow else ()
        moved = painted.first and piece.sentence >= 0 and piece.kind != "fold" and self.state.subject.is_moved(piece.place)
        bar = _GUTTER_CURSOR if glow == "cursor" else _GUTTER_COUNTERPART if glow else _MOVED if moved else " "
        sign = piece.sign if painted.first else ""
        token = (self._token(piece) if painted.first else "") or " "
        parts = [Segment(bar, palette.style(*under, "key" if glow == "cursor" else "muted"))]
        cells = self.state.windows.arrangement.chips
        if cells:
            chip = self.state.subject.chips[piece.article] if painted.first else ""
            chip = cut(chip, cells)
            parts.append(Segment(chip + " " * (cells + 1 - width_of(chip)), palette.style(*under, outlet(piece.article))))
        state = self.state.subject.state(piece.place) if piece.sentence >= 0 else ""
        parts.append(Segment(sign or " ", palette.style(*under, state or "muted")))
        parts.append(Segment(token, palette.style(*under, "key")))
        return parts

    def _token(self, piece: Piece) -> str:
        """What is kept about a sentence, or first about one of those that a fold hides; "" for nothing."""
        return next((self.tokens[place] for place in piece.hidden or (piece.place,) if place in self.tokens), "")

    def _header(self, width: int) -> Strip:
        """Chip and title of the article, pointers to what is out of sight, and how many sentences have each status; the title gives way first."""
        palette, state, article = self.palette, self.state, self.article
        focused = article == state.cursor.article and len(state.order) > 1
        chip = cropped(f" {state.subject.chips[article]} ", width)
        left = width - width_of(chip)
        figures = self._figures(article)
        figures = figures if _cells(figures) <= left else []
        left -= _cells(figures)
        pointed = []
        for pointer in pointers(state, self.number):
            parts = self._pointer(pointer)
            if _cells(parts) > left:
                break
            pointed.append((pointer.place, parts))
            left -= _cells(parts)
        title = cropped(self._title(article, left - 2), left - 2) if left > 4 else ""
        segments = [Segment(chip, palette.style(outlet(article)) + Style(reverse=focused))]
        segments += [Segment(f" {title}"[:left], palette.style("heading")), Segment(" " * (left - 1 - width_of(title)), palette.ground)]
        self._pointed = []
        for place, parts in pointed:
            at = _cells(segments)
            segments += parts
            self._pointed.append((at, _cells(segments), place))
        return Strip([*segments, *figures]).adjust_cell_length(width, palette.ground)

    def _title(self, article: int, room: int) -> str:
        """What an article is called beside its chip: its title, before it the outlet's whole name (or the file's) where there is room."""
        known = self.state.subject.comparison.articles[article].article
        name, title = displayed(known.outlet or known.source.rsplit("/", 1)[-1].rsplit(".", 1)[0]), displayed(known.title)
        chip = self.state.subject.chips[article]
        if chip == letter(article):
            name = cropped(name, _FILE)
        says_more = chip == letter(article) or (known.outlet and name.casefold() != chip.casefold())
        return f"{name} · {title}" if title and says_more and width_of(name) + _TITLE <= room else title or name

    def _pointer(self, pointer: Pointer) -> list[Segment]:
        """A sentence that is out of sight: where, and which."""
        named = said_of(self.state.subject, pointer.place)
        return [
            Segment(f" {pointer.sign} ", self.palette.style("key")),
            Segment(f"{named} ", self.palette.style(outlet(pointer.place.article))),
        ]

    def _figures(self, article: int) -> list[Segment]:
        """How many sentences have each status, in its colour."""
        found = []
        for status, sign, count in _counts(self.state, article):
            dimmed = status in self.state.options.hidden
            found.append(Segment(f" {sign} {count} ", self.palette.style(status) + Style(strike=dimmed, bold=False)))
        return found

    # The mouse -------------------------------------------------------------------------------------------------------------------------

    def place_at(self, x: int, y: int) -> Place | None:
        """The sentence at a cell of the pane."""
        locations = self._visible()
        if not 1 <= y <= len(locations):
            return None
        painted = self.painted(locations[y - 1])
        if painted.piece is None:
            found_elsewhere = self._elsewhere(locations[y - 1]) if painted.first else None
            return found_elsewhere.place if found_elsewhere else None
        found = painted.piece.place if painted.piece.sentence >= 0 else None
        for column, stretch in self.stretches(painted):
            if x < column:
                break
            if stretch.sentence >= 0:
                found = Place(stretch.article, stretch.sentence)
        return found

    def _in_header(self, x: int) -> Place | None:
        """Where a click on the header leads: to what is pointed to, else into the pane."""
        pointed = next((place for start, end, place in self._pointed if start <= x < end), None)
        if pointed is None and not self.state.is_stacked:
            pointed = self.state.move.beside.in_pane(self.state.cursor, self.number)
        return pointed

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        place = self._in_header(offset.x - self.edge) if offset.y == 0 else self.place_at(offset.x - self.edge, offset.y)
        if place is not None:
            self.post_message(self.Pressed(place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Wheeled(self.number, WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Wheeled(self.number, -WHEEL))


def _cells(segments: Sequence[Segment]) -> int:
    """Cells of some segments together."""
    return Segment.get_line_length(list(segments))


def _counts(state: CompareState, article: int) -> list[tuple[str, str, int]]:
    """How many sentences of an article have each status that there is, with its sign."""
    if not state.subject.ready or len(state.order) < 2:
        return []
    count = state.subject.count(article)
    return [(status, sign, count[status]) for status, sign in (("shared", "="), ("divergent", "≠"), ("unique", "+")) if count.get(status)]
