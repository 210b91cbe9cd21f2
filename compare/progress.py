"""The progress of a comparison, for the code that waits for it."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[str, int, int], None]
"""Takes what is gone through ("articles", "pairs" of them, "links"), how many of them are done, and how many there are."""


def silent(what: str, done: int, of: int) -> None:
    """Tells nobody."""


class Cancelled(Exception):
    """What was being done isn't wanted any more."""
