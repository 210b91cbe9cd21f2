"""What all screens of the reader have in common: a line with the title, the keys, and a way back."""

from __future__ import annotations

from typing import ClassVar

from textual.screen import Screen

from tui.keymap import ScreenName


class ReaderScreen(Screen[None]):
    """A screen that knows its name in the key table, from which its footer, its help and its palette are made.

    A subclass sets ``KEYS`` and ``BINDINGS = [*bindings_for(KEYS)]``, and yields a :class:`~tui.screens.chrome.TitleLine` and a
    :class:`~tui.screens.chrome.KeyLine` around its content. ``check_action`` says what can be done right now: what can't is left out of
    footer and palette.
    """

    KEYS: ClassVar[ScreenName]

    def step_back(self) -> bool:
        """Close what lies open on this screen (a sidebar, a search line); False when there is nothing, so that the screen itself goes."""
        return False
