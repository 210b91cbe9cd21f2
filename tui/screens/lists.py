"""A list to pick from: what is kept about the articles, or places that were visited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.screens.chrome import KeyLine, TitleLine, fit
from tui.screens.filtering import FilteredScreen
from tui.screens.listing import plain
from tui.screens.rows import Line, RowKeys, RowList
from tui.widgets.filter_field import FilterField

_BOTH = 40
"""From so many cells on a line has room for something more beside its text."""


class Item(NamedTuple):
    """One line: a sign and where it is, the text, something more in grey; ``choose`` goes there and ``delete`` takes it away."""

    sign: str
    where: str
    text: str
    more: str
    choose: Callable[[], None] | None
    delete: Callable[[], None] | None = None


class ListScreen(RowKeys, FilteredScreen):
    """Items to pick from, filtered as you type. ``make`` gives them anew after one was deleted."""

    KEYS: ClassVar[ScreenName] = "list"
    CSS_PATH = "tables.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("list")]

    def __init__(self, title: str, make: Callable[[], Sequence[Item]], empty: str) -> None:
        super().__init__()
        self._title = title
        self._make = make
        self._empty = empty
        self._items: Sequence[Item] = ()
        self._room = 0
        self._wanted = ""

    def compose(self) -> ComposeResult:
        yield TitleLine(self._title)
        yield RowList(self._draw, id="list-rows", empty=self._empty)
        yield FilterField("show only what contains this text", id="table-filter")
        yield KeyLine()

    def on_mount(self) -> None:
        self.rows.focus()
        self._renew()

    @property
    def rows(self) -> RowList:
        return self.query_one("#list-rows", RowList)

    def _renew(self) -> None:
        words = plain(self._wanted).split()
        made = self._make()
        self._room = max((cell_len(item.where) for item in made), default=0)
        self._items = [item for item in made if all(word in plain(f"{item.where} {item.text} {item.more}") for word in words)]
        self.query_one(TitleLine).show(self._title, f"{len(self._items)} of {len(made)}" if words else str(len(made)))
        self.rows.show(len(self._items), empty="Nothing matches" if words else self._empty)
        self.refresh_bindings()

    def _draw(self, row: int, width: int) -> Sequence[Line]:
        item, variables = self._items[row], self.app.theme_variables
        head = f"{item.sign} {item.where}{' ' * (self._room - cell_len(item.where))} "
        more = fit(item.more, max(0, (width - cell_len(head)) // 2)) if item.more and width >= _BOTH else ""
        room = width - cell_len(head) - (cell_len(more) + 2 if more else 0) - 1
        return [
            [
                (head, themes.style("key", variables)),
                (fit(item.text, room), themes.style("text", variables)),
                (f"  {more}" if more else "", themes.style("muted", variables)),
            ]
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        item = self._items[self.rows.cursor] if self.is_mounted and self.rows.cursor < len(self._items) else None
        if action == "delete":
            return item is not None and item.delete is not None
        if action == "choose":
            return item is not None and item.choose is not None
        return True

    def action_choose(self) -> None:
        item = self._items[self.rows.cursor]
        if item.choose is not None:
            self.dismiss(None)
            item.choose()

    def action_delete(self) -> None:
        item = self._items[self.rows.cursor]
        if item.delete is not None:
            item.delete()
            self._renew()

    def narrow(self, typed: str) -> None:
        self._wanted = typed
        self._renew()

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        if event.times > 1 and self.check_action("choose", ()):
            self.action_choose()
