"""What widgets and screens ask of the program: they post these and never reach into the app."""

from __future__ import annotations

from typing import Literal

from textual.message import Message


class Do(Message):
    """Do an action of the key table, as if its key had been pressed."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Say(Message):
    """Tell the user something in one line. The text may come from an article: it is shown as it is, never read as markup.

    ``once`` is for what need not be heard again before newsdiff is left.
    """

    def __init__(self, text: str, severity: Literal["information", "warning", "error"] = "information", *, once: bool = False) -> None:
        super().__init__()
        self.text = text
        self.once = once
        self.severity: Literal["information", "warning", "error"] = severity
