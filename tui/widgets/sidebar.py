"""The sidebar: entities, differences or quotations of the comparison, one key each; filterable, and choosing one goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.layout.explain import Words
from tui.layout.listings import KINDS, TITLES, Entry, SidebarKind, evenly, filtered, fitted, listing, paragraph
from tui.screens.rows import Line, RowKeys, RowList
from tui.widgets.palette import Palette

if TYPE_CHECKING:
    from compare.model import Comparison, Point

WIDTH, MOST_WIDTH = 40, 60
"""Cells of an open sidebar at least and at most, its border included."""
DETAIL, MOST_DETAIL = 4, 8
"""Lines for what is under the cursor, with the line above them: on a low screen, and on a high one."""


class Tabs(Widget, can_focus=False):
    """The three sidebars by name, the open one stressed."""

    class Chosen(Message):
        """A name was clicked."""

        def __init__(self, kind: SidebarKind) -> None:
            super().__init__()
            self.kind = kind

    def __init__(self) -> None:
        super().__init__(id="sidebar-tabs")
        self.kind: SidebarKind = "entities"

    def render_line(self, y: int) -> Strip:
        palette = Palette(self.app.theme_variables, self.visual_style.rich_style)
        segments = [Segment(" ", palette.ground)]
        for kind in KINDS:
            style = palette.style("heading") + Style(underline=True) if kind == self.kind else palette.style("muted")
            segments.extend((Segment(TITLES[kind], style), Segment("  ", palette.ground)))
        return Strip(segments).adjust_cell_length(self.size.width, palette.ground)

    def on_click(self, event: events.Click) -> None:
        at = 1
        for kind in KINDS:
            if at <= event.x < at + len(TITLES[kind]):
                self.post_message(self.Chosen(kind))
            at += len(TITLES[kind]) + 2


class Detail(Widget, can_focus=False):
    """The row under the cursor in full, as far as it fits."""

    def __init__(self) -> None:
        super().__init__(id="sidebar-detail")
        self.words: Words = ()

    def show(self, words: Words) -> None:
        """Show these words."""
        self.words = words
        self.refresh()

    def render_line(self, y: int) -> Strip:
        palette = Palette(self.app.theme_variables, self.visual_style.rich_style)
        lines = paragraph(self.words, max(self.size.width - 2, 1), self.size.height) if self.words else []
        segments = [Segment(" ", palette.ground)]
        if y < len(lines):
            segments.extend(Segment(word.text, palette.style(word.look)) for word in lines[y])
        return Strip(segments).adjust_cell_length(self.size.width, palette.ground)


class Sidebar(RowKeys, Vertical):
    """One of three lists over a comparison. ``kind`` is None while it is closed."""

    class Chosen(Message):
        """A row was chosen; ``number`` is an index among the comparison's entities, differences or quotations."""

        def __init__(self, kind: SidebarKind, number: int) -> None:
            super().__init__()
            self.kind = kind
            self.number = number

    def __init__(self) -> None:
        super().__init__(id="sidebar")
        self.kind: SidebarKind | None = None
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._cursors: dict[SidebarKind, int] = {}
        self._detail_height = DETAIL

    def on_mount(self) -> None:
        self.display = False

    async def furnish(self) -> None:
        """Make the parts when they are first needed: the first picture of the screen doesn't wait for them."""
        if not self.children:
            letters = Input(placeholder="only what contains this text", id="sidebar-filter", select_on_focus=False)
            letters.display = False
            detail = Detail()
            detail.styles.height = self._detail_height
            await self.mount(Tabs(), letters, RowList(self._draw, id="sidebar-rows"), detail)

    def take_room(self, width: int, height: int, *, over: bool) -> None:
        """Be so many cells wide on a screen so high; ``over``: above the panes, not beside them."""
        self.set_class(over, "over")
        self.set_class(height < 16, "low")
        self.styles.width = width
        self._detail_height = max(DETAIL, min(MOST_DETAIL, height // 6))
        for detail in self.query(Detail):
            detail.styles.height = self._detail_height

    @property
    def rows(self) -> RowList:
        return self.query_one("#sidebar-rows", RowList)

    @property
    def filter(self) -> Input:
        return self.query_one("#sidebar-filter", Input)

    @property
    def has_keys(self) -> bool:
        """Whether the keys go to this sidebar."""
        return self.kind is not None and (self.rows.has_focus or self.filter.has_focus)

    async def open(
        self, kind: SidebarKind, comparison: Comparison, only: frozenset[str] | None = None, possible: Sequence[Point] = ()
    ) -> None:
        """Show one of the lists and take the keys."""
        await self.furnish()
        if self.kind is not None:
            self._cursors[self.kind] = self.rows.cursor
        self.kind = kind
        self.display = True
        self.query_one(Tabs).kind = kind
        self.query_one(Tabs).refresh()
        self.filter.value = ""
        self.filter.display = False
        self.fill(comparison, only, possible)
        self.rows.cursor = self._cursors.get(kind, 0)
        self.rows.move(0)
        self.rows.focus()

    def fill(self, comparison: Comparison, only: frozenset[str] | None = None, possible: Sequence[Point] = ()) -> None:
        """List a comparison anew, the filter as it is; with the points that are only possible, if they are given."""
        if self.kind is not None:
            self._entries = listing(comparison, self.kind, only=only, possible=possible)
            self._show()

    def close(self) -> None:
        """Close the sidebar and give the keys back."""
        if self.kind is not None:
            self._cursors[self.kind] = self.rows.cursor
        self.kind = None
        self.display = False
        self.give_keys_back()

    def _show(self) -> None:
        self._shown = filtered(self._entries, self.filter.value)
        empty = "nothing matches" if self.filter.value else f"no {self.kind}"
        self.rows.show(len(self._shown), empty=empty, measure=self._height, title=self._is_title)
        self._detail()

    def _is_title(self, row: int) -> bool:
        return self._shown[row].number < 0

    def _height(self, row: int, width: int) -> int:
        """Lines of a row: a title has a blank line above it, unless it is the first or everything else is of one line, too."""
        if self._is_title(row):
            return 1 if row == 0 or self.kind == "entities" else 2
        if self.kind == "entities":
            return 1
        first, *more = self._shown[row].lines
        return len(paragraph(first, width - 1, 2)) + len(more)

    def _draw(self, row: int, width: int) -> list[Line]:
        palette = Palette(self.app.theme_variables, Style())
        entry = self._shown[row]
        lines = [fitted(words, width - 1) for words in entry.lines]
        if entry.number < 0:
            lines = [()] * (self._height(row, width) - 1) + lines
        elif self.kind != "entities":
            more = [evenly(words, width - 1) for words in entry.lines[1:]] if self.kind == "differences" else lines[1:]
            lines = [*paragraph(entry.lines[0], width - 1, 2), *more]
        return [[(word.text, palette.style(word.look)) for word in words] for words in lines]

    def _detail(self) -> None:
        row = self.rows.cursor
        self.query_one(Detail).show(self._shown[row].detail if row < len(self._shown) else ())

    # Keys ----------------------------------------------------------------------------------------------------------------------------

    def action_left(self) -> None:
        self.give_keys_back()

    def action_right(self) -> None:
        """Nothing is further to the right."""

    def give_keys_back(self) -> None:
        """The keys are the texts' again; the sidebar stays."""
        self.screen.set_focus(None)

    @property
    def entities(self) -> tuple[int, ...]:
        """The entities that are listed now, in their order; none while something else is."""
        return tuple(entry.number for entry in self._shown if entry.number >= 0) if self.kind == "entities" else ()

    @property
    def entity(self) -> int | None:
        """The entity under the cursor, as an index among the comparison's."""
        row = self.rows.cursor if self.kind == "entities" else -1
        return self._shown[row].number if 0 <= row < len(self._shown) and self._shown[row].number >= 0 else None

    @property
    def point(self) -> int | None:
        """The number of the point under the cursor; None while something else is listed."""
        row = self.rows.cursor if self.kind == "differences" else -1
        return self._shown[row].number if 0 <= row < len(self._shown) and self._shown[row].number >= 0 else None

    def action_counterpart(self) -> None:
        """Go to what is under the cursor."""
        row = self.rows.cursor
        if self.kind is not None and row < len(self._shown) and self._shown[row].number >= 0:
            self.post_message(self.Chosen(self.kind, self._shown[row].number))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types into the filter, the key that opens it is only a letter."""
        return action != "search" or not self.filter.has_focus

    def action_search(self) -> None:
        """Let the user type what to show, in place of what was typed before."""
        self.filter.display = True
        self.filter.focus()
        self.filter.action_select_all()

    def step_back(self) -> bool:
        """Leave the filter, else close the sidebar; False if it was closed."""
        if self.kind is None:
            return False
        if self.filter.display:
            self.filter.value = ""
            self.filter.display = False
            self.rows.focus()
        else:
            self.close()
        return True

    @on(Input.Changed, "#sidebar-filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.kind is not None:
            self._show()

    @on(Input.Submitted, "#sidebar-filter")
    def _filter_given(self, event: Input.Submitted) -> None:
        event.stop()
        if not self.filter.value:
            self.filter.display = False
        self.rows.focus()

    @on(RowList.Moved)
    def _row_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._detail()

    @on(RowList.Clicked)
    def _row_clicked(self, event: RowList.Clicked) -> None:
        event.stop()
        self.action_counterpart()
