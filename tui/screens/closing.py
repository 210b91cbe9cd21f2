"""A screen that is closed once: the second of two quick keys or clicks would close the one under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete

if TYPE_CHECKING:
    from textual.screen import Screen

    Base = Screen[Any]
else:
    Base = object  # a screen among its bases would change which style sheets it goes by


def is_on_top(screen: Screen[Any]) -> bool:
    """Whether a screen has the keys; one that merely shows through another has not."""
    return screen.is_running and screen.app.screen is screen


class ClosesOnce(Base):
    """Goes before a screen's other bases."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close it, if it is on top."""
        return super().dismiss(result) if is_on_top(self) else AwaitComplete()
