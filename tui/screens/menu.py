"""A menu at the pointer: what can be done with what lies under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui import keymap
from tui.keymap import ScreenName, bindings_for
from tui.screens.closing import ClosesOnce

_EDGE = 4
"""Cells of a line of the menu that are frame and margin."""


class Lines(OptionList, inherit_bindings=False):
    """The lines of a menu; the keys are the screen's, from the table."""


class MenuScreen(ClosesOnce, ModalScreen[str | None]):
    """Gives the id of the action that was chosen, or None. ``groups`` are ids of actions, a line between two groups."""

    KEYS: ClassVar[ScreenName] = "menu"
    CSS_PATH = "menu.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("menu"), *bindings_for("app", namespace="app.")]

    def __init__(self, groups: Sequence[Sequence[str]], at: Offset, chosen: keymap.Keys) -> None:
        super().__init__()
        self._at = at
        self._lines = [[(name, keymap.BY_ID[name].label, keymap.shown_of(name, chosen)) for name in group] for group in groups if group]
        self._width = max((cell_len(f"{label}  {key}") for group in self._lines for _, label, key in group), default=0)

    def compose(self) -> ComposeResult:
        yield Lines(*self._options(), id="menu", markup=False)

    def _options(self) -> Iterator[Option | None]:
        for number, group in enumerate(self._lines):
            if number:
                yield None
            for name, label, key in group:
                gap = " " * (self._width - cell_len(label) - cell_len(key))
                words = Content.assemble(label[:1].upper() + label[1:], gap, Content.styled(key, "bold $nd-key"))
                yield Option(words, id=name)

    def on_mount(self) -> None:
        self._place()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        self._place()

    def _place(self) -> None:
        """At the pointer, or as near to it as the whole of it has room."""
        menu = self.query_one(OptionList)
        columns, lines = self.app.size
        wanted = sum(map(len, self._lines)) + len(self._lines) - 1 + 2
        height, scrolls = min(wanted, lines), wanted > lines
        width = min(self._width + _EDGE + 2 * scrolls, columns)
        # Textual takes the room of a scrollbar away before it knows whether one is needed; then lines break, and it is.
        menu.styles.overflow_y = "auto" if scrolls else "hidden"
        menu.styles.width, menu.styles.height, menu.styles.max_height = width, height, lines
        menu.styles.offset = (max(0, min(self._at.x, columns - width)), max(0, min(self._at.y, lines - height)))

    def on_click(self, event: events.Click) -> None:
        """A click beside the menu closes it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def action_cursor_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_cursor_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    def action_first(self) -> None:
        self.query_one(OptionList).action_first()

    def action_last(self) -> None:
        self.query_one(OptionList).action_last()

    def action_choose(self) -> None:
        self.query_one(OptionList).action_select()
