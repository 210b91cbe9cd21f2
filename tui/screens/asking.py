"""One line that the user is asked for."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.style import Style
from textual.widgets import Input, Static

from tui import keymap
from tui.keymap import ScreenName, bindings_for
from tui.screens.closing import ClosesOnce
from tui.widgets.one_line import OneLine


def offers(screen: Screen[Any], done: str) -> Content:
    """What Enter and the key back do on a screen that asks for a line, each to be clicked, too; ``done`` says what Enter does."""
    back = keymap.shown_of("back", getattr(screen.app, "chosen_keys", None))
    parts = ((f"Enter {done}", "screen.submit"), (f"{back} leaves it", "app.back"))
    return Content(" · ").join([Content.styled(text, Style.from_meta({"@click": action})) for text, action in parts])


class AskScreen(ClosesOnce, ModalScreen[str | None]):
    """Gives what was typed, or None where the user thought better of it."""

    KEYS: ClassVar[ScreenName] = "prompt"
    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("prompt"), *bindings_for("app", namespace="app.")]

    def __init__(self, title: str, question: str, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._value = value

    def compose(self) -> ComposeResult:
        with Vertical(id="prompt"):
            yield Static(Content(self._question), id="prompt-question", markup=False)
            yield OneLine(self._value, id="prompt-input", select_on_focus=False)

    def on_mount(self) -> None:
        box = self.query_one("#prompt")
        box.border_title = Content(self._title)
        box.border_subtitle = offers(self, "keeps it")
        self.query_one(Input).focus()

    def action_submit(self) -> None:
        self.dismiss(self.query_one(Input).value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_submit()
