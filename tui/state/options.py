"""How one looks at a comparison: which view, wrapped or not, which sentences, which folds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.layout.grid import ViewKind

if TYPE_CHECKING:
    from compare.model import Place, Status

STATUSES: tuple[Status, ...] = ("shared", "divergent", "unique")


@dataclass
class ViewOptions:
    """``only`` is the status that is shown alone, None for all; ``opened`` are the folds (by their first sentences) that are open all the same.

    ``marked``: words are marked in all sentences, not only in the one under the cursor and its counterparts. ``skip`` says how many cells of
    unwrapped lines lie left of the windows.
    """

    kind: ViewKind = "aligned"
    wrapped: bool = True
    marked: bool = False
    synchronized: bool = True
    folding: bool = False
    only: Status | None = None
    skip: int = 0
    opened: set[Place] = field(default_factory=set)

    @property
    def hidden(self) -> frozenset[Status]:
        """The statuses whose sentences aren't shown."""
        return frozenset() if self.only is None else frozenset(STATUSES) - {self.only}

    def take_over(self, other: ViewOptions) -> None:
        """Look in the way of another screen: its view, wrapped and marked as it is, its panes together or each for itself."""
        self.kind, self.wrapped, self.synchronized, self.marked = other.kind, other.wrapped, other.synchronized, other.marked

    def switch_kind(self) -> None:
        self.kind = "reading" if self.kind == "aligned" else "aligned"

    def switch_folding(self) -> None:
        self.folding = not self.folding
        self.opened.clear()

    def switch_wrapped(self) -> None:
        self.wrapped = not self.wrapped
        self.skip = 0
