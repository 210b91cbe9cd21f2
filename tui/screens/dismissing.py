"""Judging that a point is no difference, on behalf of a screen: it is asked why, kept, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.messages import Say

if TYPE_CHECKING:
    from compare.model import Comparison, Point
    from tui.screens.base import ReaderScreen
    from tui.state.undo import UndoStack

_LONGEST = 300
"""Code points of a point's explanation in the question."""


class Dismissing:
    """``changed`` is called when the store holds another decision than before."""

    def __init__(self, screen: ReaderScreen, undo: UndoStack, changed: Callable[[], None]) -> None:
        self._screen = screen
        self._undo = undo
        self._changed = changed

    def ask(self, comparison: Comparison, point: Point | None) -> None:
        """Ask why a point of the comparison, sure or only possible, is no difference, and keep that; says so where there is none."""
        from tui.screens.asking import AskScreen

        if point is None:
            self._say("There is no point here that could be dismissed")
        else:
            question = " ".join(point.explanation.split())[:_LONGEST]
            screen = AskScreen("Not a difference: why? (optional)", question)
            self._screen.app.push_screen(screen, partial(self._answered, comparison, point))

    def restore(self, comparison: Comparison, point: Point) -> None:
        """Let a dismissed point count again."""
        from tui.store import StoreError
        from tui.store.dismissals import dismiss, restore

        try:
            restore(comparison, point)
        except StoreError as error:
            self._say(str(error), alarming=True)
            return
        why = point.dismissed.why if point.dismissed is not None else ""
        self._undo.push("The point is dismissed again", lambda: dismiss(comparison, point, why))
        self._went_on("The point counts again")

    def undo(self) -> None:
        """Undo what was decided last."""
        from tui.store import StoreError

        try:
            undone = self._undo.undo()
        except StoreError as error:
            self._say(str(error), alarming=True)
            return
        if undone is None:
            self._say("There is nothing to undo")
        else:
            self._went_on(undone)

    def _answered(self, comparison: Comparison, point: Point, why: str | None) -> None:
        if why is None:
            return
        from tui.store import StoreError
        from tui.store.dismissals import dismiss, restore

        try:
            dismiss(comparison, point, why)
        except StoreError as error:
            self._say(str(error), alarming=True)
            return
        self._undo.push("The point counts again", lambda: restore(comparison, point))
        self._went_on(f"Not a difference; {self._screen.key_of('undo')} undoes it")

    def _went_on(self, done: str) -> None:
        from tui.comparing import forget_pairs

        forget_pairs()
        self._say(done)
        self._changed()

    def _say(self, line: str, *, alarming: bool = False) -> None:
        self._screen.post_message(Say(line, "error" if alarming else "information"))
