"""One article, or the one column of a narrow terminal: drawn line by line from the desk, never a widget a sentence."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from compare.model import Place, letter
from tui.layout.arrangement import GUTTER, MARGIN
from tui.layout.cells import cropped, displayed, width_of
from tui.layout.elsewhere import Elsewhere, elsewhere, told
from tui.layout.journey import Journey
from tui.layout.paint import Painted, paint
from tui.layout.view import Spot, View
from tui.widgets.lines import LineWidget
from tui.widgets.selecting import Selecting, selectable

WHEEL = 3
"""Lines that one notch of the wheel moves."""
_KEPT = 3_000

_MOVED = "↕"
_EDGE = "▏"
_REVERSE = Style(reverse=True)
_GUTTER_CURSOR, _GUTTER_COUNTERPART = "┃", "│"


class Pane(Selecting, LineWidget):
    """A window on the desk. ``number`` is its place from the left."""

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

    def __init__(self, desk: Journey, number: int) -> None:
        super().__init__(classes="pane")
        self.desk = desk
        self.number = number
        self.tokens: dict[Place, str] = {}
        """What stands in the last column of the gutter, by sentence: a bookmark, a note."""
        self._strips: dict[object, Strip] = {}
        self._spots: tuple[object, list[Spot]] = (None, [])
        self._ground_key: tuple[object, ...] | None = None

    @property
    def article(self) -> int:
        """The article that the header speaks of."""
        columns = self.desk.columns
        return self.desk.cursor.article if self.desk.is_stacked else columns[min(self.number, len(columns) - 1)]

    # Drawing ---------------------------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.size.width - self.edge
        if self.number >= self.desk.panes or width < 1:
            return Strip.blank(self.size.width, self.palette.ground)
        if y == 0:
            return self._edged(self._header(width))
        spots = self._visible()
        if y - 1 >= len(spots):
            return self._edged(Strip.blank(width, self.palette.ground))
        return self._line(spots[y - 1], width)

    @property
    def edge(self) -> int:
        """Cells at the left that part it from the pane before."""
        return 1 if self.number else 0

    def _edged(self, strip: Strip) -> Strip:
        return Strip([Segment(_EDGE, self.palette.style("edge")), *strip], strip.cell_length + 1) if self.edge else strip

    def _visible(self) -> list[Spot]:
        view, _column = self.desk.window(self.number)
        key = (id(view), id(view.sheet), view.sheet.version, view.top, view.height)
        if self._spots[0] != key:
            self._spots = (key, list(view.visible()))
        return self._spots[1]

    def painted(self, spot: Spot) -> Painted:
        """What stands on a line of the window."""
        view, column = self.desk.window(self.number)
        return paint(view.sheet, self.desk.highlights, spot.row, spot.line, column, self.desk.skip)

    def renew(self) -> None:
        """Draw again those lines on which something has changed since the last time."""
        spots = self._visible() if self.number < self.desk.panes else []
        conditions = self._conditions() if spots else ()
        self.refresh_changed([self._header_key(), *(self._key(spot, conditions) for spot in spots)])

    def _header_key(self) -> object:
        desk = self.desk
        return (self.article, self.article == desk.cursor.article, desk.hidden, id(desk.subject), self.palette)

    def render_lines(self, crop: Region) -> list[Strip]:
        # A pane may be asked to draw itself once more when the desk has fewer already: the terminal has become narrower.
        self._ground_key = self._conditions() if self.number < self.desk.panes else ()
        try:
            return super().render_lines(crop)
        finally:
            self._ground_key = None

    def _conditions(self) -> tuple[object, ...]:
        """What the pictures of all lines depend on."""
        view, column = self.desk.window(self.number)
        desk = self.desk
        return (
            id(view.sheet),
            desk.highlights.version,
            self.palette,
            column,
            self.size.width,
            desk.skip,
            desk.lettered,
            self.text_selection,
        )

    def _key(self, spot: Spot, conditions: tuple[object, ...]) -> object:
        """All that the picture of a line depends on."""
        view, column = self.desk.window(self.number)
        lit, tokens = self.desk.lit, self.tokens
        highlights = self.desk.highlights
        standing_out = (*highlights.told, highlights.current) if highlights.current else highlights.told
        pieces = view.sheet.pieces_on(spot.row, spot.line, column)
        here: list[object] = [] if pieces else [self._has_cursor(spot)]
        for piece in pieces:
            if piece.sentence >= 0:
                place = piece.place
                if place in lit or place in tokens:
                    here.append((place, lit.get(place), tokens.get(place)))
            here.extend(
                (span, span is highlights.current)
                for span in standing_out
                if piece.article == span[0] and piece.start < span[2] and span[1] < piece.end
            )
        return conditions, spot, tuple(here)

    def _line(self, spot: Spot, width: int) -> Strip:
        key = self._key(spot, self._ground_key or self._conditions())
        strip = self._strips.get(key)
        if strip is None:
            while len(self._strips) >= _KEPT:
                del self._strips[next(iter(self._strips))]
            painted = self.painted(spot)
            drawn = self._draw(painted, width, self.text_selection) if painted.piece else self._silent(spot, width, first=painted.first)
            strip = self._strips[key] = self._edged(drawn)
        return strip

    def draw_beforehand(self, view: View, spot: Spot) -> None:
        """Draw a line that will likely be shown, if it is one of this pane's; it is kept."""
        width = self.size.width - self.edge
        if width > 0 and self.desk.window(self.number)[0] is view:
            self.filtered(self._line(spot, width))

    def _elsewhere(self, spot: Spot) -> Elsewhere | None:
        """Where the article of an empty cell says it; None where it doesn't."""
        view, column = self.desk.window(self.number)
        return elsewhere(self.desk.subject, view.grid, spot.row, self.desk.columns[column]) if self.desk.shows == "aligned" else None

    def _silent(self, spot: Spot, width: int, *, first: bool) -> Strip:
        """A line of a cell without a sentence; its first says where else the article tells of it."""
        palette = self.palette
        found = self._elsewhere(spot) if first else None
        text = " ·" if first else ""
        if found is not None:
            text = f" {found.sign} {cropped(told(self.desk.subject, found), width - GUTTER - MARGIN)}"
            if self._has_cursor(spot) and self.desk.lit.get(found.place) == "counterpart":
                text = f"{_GUTTER_COUNTERPART}{text[1:]}{' ' * (width - 1 - width_of(text))} "
                return Strip([Segment(text, palette.style("counterpart", "muted"))]).adjust_cell_length(width, palette.ground)
        return Strip([Segment(text, palette.style("muted"))]).adjust_cell_length(width, palette.ground)

    def _has_cursor(self, spot: Spot) -> bool:
        """Whether the cursor is in this row: an empty cell there may lead to what its sentence is linked to."""
        seat = self.desk.window(self.number)[0].grid.seats.get(self.desk.cursor)
        return seat is not None and seat.row == spot.row

    def _draw(self, painted: Painted, width: int, selection: Selection | None) -> Strip:
        palette, lit = self.palette, self.desk.lit
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
        moved = painted.first and piece.sentence >= 0 and piece.kind != "fold" and self.desk.subject.is_moved(piece.place)
        bar = _GUTTER_CURSOR if glow == "cursor" else _GUTTER_COUNTERPART if glow else _MOVED if moved else " "
        sign = piece.sign if painted.first else ""
        token = self.tokens.get(piece.place, " ") if painted.first else " "
        parts = [Segment(bar, palette.style(*under, "key" if glow == "cursor" else "muted"))]
        if self.desk.lettered:
            parts.append(Segment(letter(piece.article)[:1] if painted.first else " ", palette.style(*under, "heading")))
        state = self.desk.subject.state(piece.place) if piece.sentence >= 0 else ""
        parts.append(Segment(sign or " ", palette.style(*under, state or "muted")))
        parts.append(Segment(token, palette.style(*under, "key")))
        return parts

    def _header(self, width: int) -> Strip:
        palette, desk = self.palette, self.desk
        article = self.article
        comparison = desk.subject.comparison
        known = comparison.articles[article].article
        focused = article == desk.cursor.article and len(desk.order) > 1
        base = palette.style("heading") + Style(reverse=focused)
        counts = _counts(desk, article)
        figures = "  ".join(f"{sign} {count}" for _state, sign, count in counts)
        room = width - 3 - (len(figures) + 2 if figures else 0)
        name = displayed(known.outlet or known.source.rsplit("/", 1)[-1].rsplit(".", 1)[0])
        short = cropped(name, 24 if known.outlet else 8)
        title = cropped(f"{short} · {displayed(known.title)}" if known.title else short, max(room - 1, 0)) if room > 4 else ""
        segments = [Segment(f" {letter(article)} ", base), Segment(f" {title}", palette.style("heading"))]
        used = 3 + 1 + width_of(title)
        if figures and used + len(figures) + 1 <= width:
            segments.append(Segment(" " * (width - used - len(figures) - 1), palette.ground))
            for number, (state, sign, count) in enumerate(counts):
                dimmed = state.split("-")[0] in desk.hidden
                segments.append(Segment(f"{'  ' if number else ''}{sign} {count}", palette.style(state) + Style(strike=dimmed, bold=False)))
        return Strip(segments).adjust_cell_length(width, palette.ground)

    # The mouse -------------------------------------------------------------------------------------------------------------------------

    def place_at(self, x: int, y: int) -> Place | None:
        """The sentence at a cell of the pane."""
        spots = self._visible()
        if not 1 <= y <= len(spots):
            return None
        painted = self.painted(spots[y - 1])
        if painted.piece is None:
            found_elsewhere = self._elsewhere(spots[y - 1]) if painted.first else None
            return found_elsewhere.place if found_elsewhere else None
        found = painted.piece.place if painted.piece.sentence >= 0 else None
        for column, stretch in self.stretches(painted):
            if x < column:
                break
            if stretch.sentence >= 0:
                found = Place(stretch.article, stretch.sentence)
        return found

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        if offset.y == 0:
            place: Place | None = self.desk.level_with(self.number) if not self.desk.is_stacked else None
        else:
            place = self.place_at(offset.x - self.edge, offset.y)
        if place is not None:
            self.post_message(self.Pressed(place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Wheeled(self.number, WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Wheeled(self.number, -WHEEL))


def _counts(desk: Journey, article: int) -> list[tuple[str, str, int]]:
    """How many sentences of an article have each status, with its sign."""
    if not desk.subject.ready or len(desk.order) < 2:
        return []
    count = desk.subject.count(article)
    return [(status, sign, count.get(status, 0)) for status, sign in (("shared", "="), ("divergent", "≠"), ("unique", "+"))]
