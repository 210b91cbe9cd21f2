"""The palette: Textual's, which lists what can be done, or the themes."""

from __future__ import annotations

from contextlib import suppress

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette

from tui.screens.closing import is_on_top


class Commands(CommandList):
    """What is found. A click on a line that has gone meanwhile does nothing; there Textual 8 fails with an IndexError."""

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]  # Textual calls those of all classes, this one first
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked >= self.option_count:
            event.prevent_default()


class Finder(CommandPalette):
    """Textual's palette, except that a page key does nothing while its list is empty or has no room; there Textual 8 fails with a KeyError."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it, if it is on top: the second of two quick clicks would close the screen under it."""
        return super().dismiss(result) if is_on_top(self) else AwaitComplete()

    def compose(self) -> ComposeResult:
        for part in super().compose():
            yield Commands() if isinstance(part, CommandList) else part

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)
