"""The palette: Textual's, which lists what can be done, or the themes."""

from __future__ import annotations

from contextlib import suppress

from textual.command import CommandPalette


class Finder(CommandPalette):
    """Textual's palette, except that a page key does nothing while its list is empty or has no room; there Textual 8 fails with a KeyError."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)
