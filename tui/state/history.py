"""The places that were left by a jump, to go back to and forward again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Place

MOST = 100
"""Places that are remembered."""


class History:
    """``past`` are the places left, the last one at the end; ``future`` those that one went back from."""

    def __init__(self) -> None:
        self.past: list[Place] = []
        self.future: list[Place] = []

    def leave(self, here: Place) -> None:
        """Remember a place that is about to be left by a jump."""
        if not self.past or self.past[-1] != here:
            self.past.append(here)
        del self.past[:-MOST]
        self.future.clear()

    def back(self, here: Place) -> Place | None:
        """Where one came from; None at the beginning."""
        return _travel(self.past, self.future, here)

    def forward(self, here: Place) -> Place | None:
        """Where one went back from; None at the end."""
        return _travel(self.future, self.past, here)

    def renew(self, found: Callable[[Sequence[Place]], list[Place]]) -> None:
        """Go on with the same places in changed texts; ``found`` gives where they are now."""
        self.past, self.future = found(self.past), found(self.future)


def _travel(source: list[Place], other: list[Place], here: Place) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            other.append(here)
            return place
    return None
