"""Lines on standard error, and how far the work is: what a command says beside its output."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

import click

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import Console
    from rich.progress import Progress, TaskID


def complain(line: str) -> None:
    """One line on standard error, made inert. Where that can't be written nobody is there to be told, and the status stays what it was to be."""
    from compare.reading.cleaning import inert

    try:
        click.echo(f"newsdiff: {' '.join(inert(line).split())}", err=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


class Underway:
    """How far the work is, on standard error where that is a terminal and the work takes long. ``tell`` takes what :data:`compare.progress.Tell` does."""

    SOON = 0.5
    """Seconds that a command may take before it says how far it is."""
    OFTEN = 0.1
    """Seconds between two pictures."""

    def __init__(self) -> None:
        self._shown: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._next = monotonic() + self.SOON
        self._wanted = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._shown is not None:
            self._shown.stop()

    def tell(self, what: str, done: int, of: int) -> None:
        now = monotonic()
        if not self._wanted or now < self._next:
            return
        self._next = now + self.OFTEN
        if self._shown is None:
            self._shown = self.bars()
            self._shown.start()
        if what not in self._tasks:
            self._tasks[what] = self._shown.add_task(what, total=of, completed=done, **self.fields(what))
        self._shown.update(self._tasks[what], completed=done, total=of)

    def fields(self, what: str) -> dict[str, Any]:
        """What the bars show of a step beside its name and count."""
        return {}

    def bars(self) -> Progress:
        """The bars, not shown yet."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns: tuple[Any, ...] = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Progress(*columns, console=steady_console(), transient=True)


def steady_console() -> Console:
    """Standard error as a console that doesn't hide the cursor: who ends the program by a signal would be left without one."""
    from rich.console import Console

    class CursorStays(Console):
        def show_cursor(self, show: bool = True) -> bool:  # noqa: FBT001 -- rich's signature
            return False

    return CursorStays(stderr=True)
