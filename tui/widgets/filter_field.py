"""The line in which one types what a list is to show."""

from __future__ import annotations

from tui.widgets.one_line import OneLine


class FilterField(OneLine):
    """Hidden until it is asked for, and again as soon as it is left with nothing in it."""

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002 (Textual's name)
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.display = False

    def open(self) -> None:
        """Show it, to be typed in. What stood there gives way to what is typed now, unless one moves in it first."""
        self.display = True
        self.focus()
        self.action_select_all()

    def leave(self) -> None:
        """Keep it in sight only while it holds something."""
        self.display = bool(self.value.strip())

    def give_up(self) -> bool:
        """Empty and hide it; false if it wasn't there."""
        shown = bool(self.display)
        self.value = ""
        self.display = False
        return shown
