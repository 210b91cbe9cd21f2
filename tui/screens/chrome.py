"""The first and the last line of a screen: what it is, and the keys that matter here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui import keymap, themes
from tui.messages import Do
from tui.widgets.lines import LEFT

if TYPE_CHECKING:
    from tui.screens.base import ReaderScreen


_NAME = "newsdiff"


def fit(text: str, width: int) -> str:
    """The text on one line, cut with an ellipsis to ``width`` terminal cells."""
    text = " ".join(text.split())
    if cell_len(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += cell_len(character)
        if used > width - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…" if width > 0 else ""


def amount(count: int, noun: str) -> str:
    """So many of something: "1 article", "1,200 articles"."""
    return f"{count:,} {noun if count == 1 else f'{noun}s'}"


class TitleLine(Widget):
    """One line: the program's name, what the screen shows, and on the right a figure or two. Nothing is read as markup."""

    DEFAULT_CSS = """
    TitleLine { dock: top; height: 1; background: $panel; color: $foreground; }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left = left
        self._right = right

    def show(self, left: str, right: str = "") -> None:
        """Put new texts on the line."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        variables = self.app.theme_variables
        ground = self.rich_style
        name = _NAME
        right = fit(self._right, max(0, width - cell_len(name) - 4))
        left = fit(self._left, max(0, width - cell_len(name) - cell_len(right) - 6))
        used = 1 + cell_len(name) + (2 + cell_len(left) if left else 0) + cell_len(right) + 1
        segments = [
            Segment(" ", ground),
            Segment(name, ground + themes.style("key", variables)),
            Segment(f"  {left}" if left else "", ground),
            Segment(" " * max(0, width - used), ground),
            Segment(right + " ", ground + themes.style("muted", variables)),
        ]
        return Strip(segments).adjust_cell_length(width, ground)

    def on_click(self, event: events.Click) -> None:
        """The program's name opens the palette: so the mouse reaches whatever has no place of its own on the screen."""
        if event.x <= cell_len(_NAME):
            event.stop()
            self.post_message(Do("palette"))


class KeyLine(Widget):
    """The keys that matter here, from the key table: as many as fit, help always among them. Each can be clicked."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $footer-background; color: $footer-description-foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._spots: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        ground = self.rich_style
        key_style = ground + themes.style("key", self.app.theme_variables)
        shown = self._that_fit(width - 1)
        segments = [Segment(" ", ground)]
        self._spots, column = [], 1
        for position, (action, key, label) in enumerate(shown):
            if position:
                segments.append(Segment(" · ", ground + Style(dim=False)))
                column += 3
            segments += [Segment(key, key_style), Segment(f" {label}" if label else "", ground)]
            end = column + cell_len(key) + (cell_len(label) + 1 if label else 0)
            self._spots.append((column, end, action))
            column = end
        return Strip(segments).adjust_cell_length(width, ground)

    def _that_fit(self, width: int) -> list[tuple[str, str, str]]:
        """The (action, key, label) triples that fit into so many cells: help first, then in the order of the table."""
        offered = self._offered()
        if width < 30:
            offered = [(action, key, "" if action == "help" else label) for action, key, label in offered]
        kept: set[str] = set()
        left = width
        for action, key, label in sorted(offered, key=lambda offer: offer[0] != "help"):
            needed = cell_len(key) + (cell_len(label) + 1 if label else 0) + (3 if kept else 0)
            if needed <= left:
                kept.add(action)
                left -= needed
        return [offer for offer in offered if offer[0] in kept]

    def _offered(self) -> list[tuple[str, str, str]]:
        screen: ReaderScreen = self.screen  # type: ignore[assignment]
        bound = {active.binding.id: active for active in reversed(screen.active_bindings.values()) if active.enabled}
        handy = screen.handy
        writing = isinstance(screen.focused, Input)
        if writing:  # what a line takes as letters does nothing else meanwhile
            bound = {name: active for name, active in bound.items() if not keymap.is_typed(keymap.table_key(active.binding.key))}
        usual = [
            action
            for action in keymap.actions_for(screen.KEYS)
            if action.footer or (action.id == "back" and (screen.has_way_back or writing))
            if not (action.id == "help" and screen.KEYS == "page") and action.id not in handy
        ]
        return [
            (action.id, _small(keymap.shown_key(keymap.table_key(bound[action.id].binding.key))), handy.get(action.id, action.label))
            for action in (*(keymap.BY_ID[name] for name in handy), *usual)
            if action.id in bound
        ]

    async def on_click(self, event: events.Click) -> None:
        if event.button != LEFT:
            return
        for start, end, action in self._spots:
            if start <= event.x < end:
                self.post_message(Do(action))


def _small(key: str) -> str:
    """A key's name in small letters; a letter stays as it is typed."""
    return key.lower() if len(key) > 1 else key
