"""A list of rows that are drawn line by line: no widget a row, so a thousand of them scroll as five do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import themes

Line = Sequence[tuple[str, Style | None]]
"""A line's stretches of text with their styles, left to right."""


class RowList(ScrollView, inherit_bindings=False):
    """``count`` rows of ``row_height`` lines; ``draw`` gives a row's lines for a width in cells, without the cursor's bar and ground.

    The bar takes the first cell, so a row has one cell less than the widget.
    """

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = "RowList { height: 1fr; overflow-x: hidden; }"

    cursor: reactive[int] = reactive(0)

    class Moved(Message):
        """The cursor went to another row."""

        def __init__(self, rows: RowList, row: int) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> RowList:
            return self.rows

    class Clicked(Message):
        """A row was clicked: ``column`` cells from the row's left edge, ``times`` in a row."""

        def __init__(self, rows: RowList, row: int, column: int, times: int) -> None:
            super().__init__()
            self.rows = rows
            self.row = row
            self.column = column
            self.times = times

        @property
        def control(self) -> RowList:
            return self.rows

    def __init__(
        self,
        draw: Callable[[int, int], Sequence[Line]],
        *,
        row_height: int = 1,
        empty: str = "",
        id: str | None = None,  # noqa: A002 (Textual's name)
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._count = 0
        self._row_height = row_height
        self._empty = empty
        self._drawn: dict[int, Sequence[Line]] = {}

    @property
    def count(self) -> int:
        return self._count

    @property
    def row_height(self) -> int:
        return self._row_height

    def show(self, count: int, *, row_height: int | None = None, empty: str | None = None) -> None:
        """Draw so many rows anew; the cursor stays where it is as far as there is a row."""
        self._count = count
        self._row_height = row_height or self._row_height
        self._empty = self._empty if empty is None else empty
        self._drawn.clear()
        self.virtual_size = Size(0, count * self._row_height)
        self.cursor = min(self.cursor, max(0, count - 1))
        self.keep_in_sight()
        self.refresh()

    def redraw(self) -> None:
        """Draw the same rows anew."""
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        self._drawn.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        self._drawn.clear()
        self.keep_in_sight()

    def move(self, by: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        self.cursor = max(0, min(self._count - 1, self.cursor + by))

    @property
    def page(self) -> int:
        """How many rows are in sight, less one."""
        return max(1, self.size.height // self._row_height - 1)

    def keep_in_sight(self) -> None:
        if self.size.height:
            row = Region(0, self.cursor * self._row_height, 1, min(self._row_height, self.size.height))
            self.scroll_to_region(row, animate=False, force=True)

    def watch_cursor(self, before: int, now: int) -> None:
        self.keep_in_sight()
        self.refresh()
        if before != now:
            self.post_message(self.Moved(self, now))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        ground = self.rich_style
        row, line = divmod(y + self.scroll_offset.y, self._row_height)
        if row >= self._count:
            text = self._empty if not self._count and y == min(1, self.size.height - 1) else ""
            muted = ground + themes.style("muted", self.app.theme_variables)
            return Strip([Segment(f"  {text}"[:width], muted)]).adjust_cell_length(width, ground)
        bar = " "
        if row == self.cursor:
            ground += themes.style("cursor", self.app.theme_variables)
            bar = "▌" if self.has_focus else "│"
        if row not in self._drawn:
            self._drawn[row] = self._draw(row, width - 1)
        lines = self._drawn[row]
        segments = [Segment(bar, ground + themes.style("key", self.app.theme_variables))]
        if line < len(lines):
            segments += [Segment(text, ground + style if style else ground) for text, style in lines[line]]
        return Strip(segments).adjust_cell_length(width, ground).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        row = (event.y + self.scroll_offset.y) // self._row_height
        if 0 <= row < self._count:
            self.cursor = row
            self.post_message(self.Clicked(self, row, event.x - 1, event.chain))


class RowKeys:
    """The keys that move through a screen's rows; ``rows`` is the list that they move through."""

    @property
    def rows(self) -> RowList:
        raise LookupError("a screen of rows says which list its keys move through")

    def action_cursor_down(self) -> None:
        self.rows.move(1)

    def action_cursor_up(self) -> None:
        self.rows.move(-1)

    def action_page_down(self) -> None:
        self.rows.move(self.rows.page)

    def action_page_up(self) -> None:
        self.rows.move(-self.rows.page)

    def action_half_page_down(self) -> None:
        self.rows.move(max(1, self.rows.page // 2))

    def action_half_page_up(self) -> None:
        self.rows.move(-max(1, self.rows.page // 2))

    def action_first(self) -> None:
        self.rows.move(-self.rows.count)

    def action_last(self) -> None:
        self.rows.move(self.rows.count)
