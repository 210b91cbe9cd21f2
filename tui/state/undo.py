"""What the user decided, last first, to be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

MOST = 50
"""Decisions that can be undone."""


class Step(NamedTuple):
    """Something done: in a few words what is so again after ``undo``, which may fail and then raises."""

    undone: str
    undo: Callable[[], object]


class UndoStack:
    """Steps, the last one at the end."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __len__(self) -> int:
        return len(self._steps)

    def push(self, undone: str, undo: Callable[[], object]) -> None:
        """Remember how to undo what has just been done."""
        self._steps.append(Step(undone, undo))
        del self._steps[:-MOST]

    def undo(self) -> str | None:
        """Undo the last step, which is forgotten then; says what is so again, None where there is nothing. One that fails stays."""
        if not self._steps:
            return None
        step = self._steps[-1]
        step.undo()
        if self._steps and self._steps[-1] is step:
            self._steps.pop()
        return step.undone

    def clear(self) -> None:
        """Forget all: the texts have changed."""
        self._steps.clear()
