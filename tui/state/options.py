"""How one looks at a comparison: which view, wrapped or not, which sentences, which folds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.layout.folds import Folding
from tui.layout.grid import ViewKind

if TYPE_CHECKING:
    from compare.model import Place, Status

STATUSES: tuple[Status, ...] = ("shared", "divergent", "unique")

FOLDINGS: Mapping[ViewKind, tuple[Folding, ...]] = {
    "aligned": (frozenset({"unique"}), frozenset(), frozenset({"unique", "shared"})),
    "reading": (frozenset(), frozenset({"shared"})),
}
"""What each view folds at first, and after each press of the key. An article that is read as it was written is whole."""


@dataclass
class ViewOptions:
    """``only`` is the status that is shown alone, None for all; ``opened`` are the folds (by a sentence of theirs) that are open all the same.

    ``marked``: words are marked in all sentences, not only in the one under the cursor and its counterparts. ``skip`` says how many cells of
    unwrapped lines lie left of the windows.
    """

    kind: ViewKind = "aligned"
    wrapped: bool = True
    marked: bool = False
    synchronized: bool = True
    only: Status | None = None
    skip: int = 0
    opened: set[Place] = field(default_factory=set)
    foldings: dict[ViewKind, int] = field(default_factory=lambda: {"aligned": 0, "reading": 0})

    @property
    def hidden(self) -> frozenset[Status]:
        """The statuses whose sentences aren't shown."""
        return frozenset() if self.only is None else frozenset(STATUSES) - {self.only}

    def take_over(self, other: ViewOptions) -> None:
        """Look in the way of another screen: its view, wrapped, marked and folded as it is, its panes together or each for itself."""
        self.kind, self.wrapped, self.synchronized, self.marked = other.kind, other.wrapped, other.synchronized, other.marked
        self.foldings = dict(other.foldings)

    def switch_kind(self) -> None:
        self.kind = "reading" if self.kind == "aligned" else "aligned"

    def folding(self, shows: ViewKind) -> Folding:
        """What a view folds now; nothing where it shows one status alone."""
        return FOLDINGS[shows][self.foldings[shows]] if self.only is None else frozenset()

    def folding_told(self, shows: ViewKind) -> str:
        """What is folded other than at first, in a word or two; "" where nothing is."""
        folding = self.folding(shows)
        if self.only is not None or folding == FOLDINGS[shows][0]:
            return ""
        return "shared folded" if folding else "nothing folded"

    def switch_folding(self, shows: ViewKind) -> None:
        """Fold the next of what a view may fold; every fold is closed."""
        self.foldings[shows] = (self.foldings[shows] + 1) % len(FOLDINGS[shows])
        self.opened.clear()

    def switch_wrapped(self) -> None:
        self.wrapped = not self.wrapped
        self.skip = 0
