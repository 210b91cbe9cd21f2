"""When the collector of cycles looks for garbage: never while somebody waits.

To look through two long articles and their comparison takes it a third of a second, in which no key is answered. What stays as long as the
screen is set apart from what it looks through, and it looks through everything only when a comparison is left.
"""

from __future__ import annotations

import gc

_YOUNG, _MIDDLING, _ALL = 2_000, 10, 200
"""Objects made until the youngest are looked through; how often that is done until those that outlived it are; how often that, until all are."""


def patient() -> None:
    """For a command that ends soon: less often than usual. Most of what it makes stays until its end."""
    gc.set_threshold(200_000, 20, 100)


def leave() -> None:
    """The process ends: what is in memory goes with it, and needn't be looked through on the way out, which took a fifth of a short command."""
    gc.freeze()


def begin() -> None:
    """From here to the first picture the collector waits: hardly anything that is loaded for it can be garbage."""
    gc.disable()


def begun() -> None:
    """The first picture is there. What was loaded for it stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLING, _ALL)
        gc.enable()


def stays() -> None:
    """Something large has come that stays as long as its screen."""
    gc.freeze()


def gone() -> None:
    """It isn't there any more."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
