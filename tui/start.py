"""A quick start: until the first picture hardly anything that is loaded can be garbage, and to look for it takes a third of the time."""

from __future__ import annotations

import gc


def begin() -> None:
    """From here to the first picture the collector of cycles waits."""
    gc.disable()


def begun() -> None:
    """The first picture is there. What was loaded for it stays to the end, so the collector need never walk through it."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
