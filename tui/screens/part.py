"""What the parts of the Compare screen have in common: each has a task of its own, and the screen that it works for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.compare import CompareScreen
    from tui.state.compare import CompareState


class Part:
    """A part changes what ``state`` remembers, or the store, and has ``screen`` draw it."""

    def __init__(self, screen: CompareScreen) -> None:
        self.screen = screen

    @property
    def state(self) -> CompareState:
        return self.screen.state

    def is_ready(self) -> bool:
        """Whether there are sentences yet; says so if not."""
        if not self.state.subject.ready:
            self.screen.say("The comparison isn't ready yet")
        return self.state.subject.ready
