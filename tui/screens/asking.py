"""One line that the user is asked for."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.keymap import ScreenName, bindings_for


class AskScreen(ModalScreen[str | None]):
    """Gives what was typed, or None where the user thought better of it."""

    KEYS: ClassVar[ScreenName] = "prompt"
    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("prompt"), *bindings_for("app", namespace="app.")]

    def __init__(self, title: str, question: str, value: str = "", hint: str = "Enter keeps it · Esc leaves it") -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(id="prompt"):
            yield Static(Content(self._question), id="prompt-question", markup=False)
            yield Input(self._value, id="prompt-input", select_on_focus=False)

    def on_mount(self) -> None:
        box = self.query_one("#prompt")
        box.border_title = Content(self._title)
        box.border_subtitle = Content(self._hint)
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
