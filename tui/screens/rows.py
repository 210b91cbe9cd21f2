"""A list of rows that are drawn line by line: no widget a row, so a thousand of them scroll as five do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from textwrap import wrap
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
from tui.widgets.lines import LEFT

Line = Sequence[tuple[str, Style | None]]
"""A line's stretches of text with their styles, left to right."""


class RowList(ScrollView, inherit_bindings=False):
    """``count`` rows of ``row_height`` lines; ``draw`` gives a row's lines for a width in cells, without the cursor's bar and ground.

    The bar takes the first cell, so a row has one cell less than the widget. Where rows differ in height ``measure`` gives a row's lines
    for a width; rows that ``title`` is true of are passed over by the cursor.
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

    class Resized(Message):
        """The list has another size; that comes after the screen's own has changed."""

        def __init__(self, rows: RowList) -> None:
            super().__init__()
            self.rows = rows

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
        self._measure: Callable[[int, int], int] | None = None
        self._title: Callable[[int], bool] | None = None
        self._tops: list[int] | None = None

    @property
    def count(self) -> int:
        return self._count

    @property
    def row_height(self) -> int:
        return self._row_height

    def show(
        self,
        count: int,
        *,
        row_height: int | None = None,
        empty: str | None = None,
        measure: Callable[[int, int], int] | None = None,
        title: Callable[[int], bool] | None = None,
    ) -> None:
        """Draw so many rows anew; the cursor stays where it is as far as there is a row."""
        self._count = count
        self._row_height = row_height or self._row_height
        self._empty = self._empty if empty is None else empty
        self._measure, self._title = measure, title
        self._drawn.clear()
        self._lay_out()
        self.cursor = self._past_titles(min(self.cursor, max(0, count - 1)), 1)
        self.keep_in_sight()
        self.refresh()

    def _lay_out(self) -> None:
        """Find where each row begins."""
        self._tops = None
        if self._measure is not None:
            width = max(1, self.scrollable_content_region.width - 1)
            self._tops = [0, *accumulate(max(1, self._measure(row, width)) for row in range(self._count))]
        self.virtual_size = Size(0, self._top(self._count))

    def _top(self, row: int) -> int:
        return row * self._row_height if self._tops is None else self._tops[row]

    def _at(self, line: int) -> tuple[int, int]:
        """The row that a line of the whole list belongs to, and which of its lines that is; past the end a row that isn't there."""
        if self._tops is None:
            return divmod(line, self._row_height)
        row = bisect_right(self._tops, line) - 1
        return row, line - self._tops[row]

    def _past_titles(self, row: int, by: int) -> int:
        """The row, or where it is a title the next one in a direction that is none; the other way where the list ends there."""
        if self._title is None:
            return row
        for step in (by, -by):
            found = row
            while 0 <= found < self._count:
                if not self._title(found):
                    return found
                found += step
        return row

    def redraw(self) -> None:
        """Draw the same rows anew."""
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        self._drawn.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        self.redraw()  # lines may have been drawn for the old width already
        if self._measure is not None:
            self._lay_out()
        self.keep_in_sight()
        self.post_message(self.Resized(self))

    def move(self, by: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        self.cursor = self._past_titles(max(0, min(self._count - 1, self.cursor + by)), -1 if by < 0 else 1)

    @property
    def page(self) -> int:
        """How many rows are in sight, less one."""
        if self._tops is not None:
            last, _ = self._at(min(self._top(self.cursor) + self.size.height, self._tops[-1]))
            return max(1, last - self.cursor - 1)
        return max(1, self.size.height // self._row_height - 1)

    def keep_in_sight(self) -> None:
        if self.size.height:
            row = min(self.cursor, max(0, self._count - 1))
            top, bottom = self._top(row), self._top(min(row + 1, self._count))
            if row and self._title is not None and self._title(row - 1) and bottom - self._top(row - 1) <= self.size.height:
                top = self._top(row - 1)
            self.scroll_to_region(Region(0, top, 1, min(max(1, bottom - top), self.size.height)), animate=False, force=True)

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
        row, line = self._at(y + self.scroll_offset.y)
        if row >= self._count:
            told = wrap(self._empty, max(1, width - 3)) if not self._count else []
            at = y - min(1, max(0, self.size.height - len(told)))
            text = told[at] if 0 <= at < len(told) else ""
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
        row, _ = self._at(event.y + self.scroll_offset.y)
        if 0 <= row < self._count and not (self._title is not None and self._title(row)):
            self.cursor = row
            if event.button == LEFT:
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
