"""The engine of newsdiff: articles in, one Comparison out. It knows nothing of terminals. ``import newsdiff`` gives the same names.

>>> import compare
>>> compare.compare_texts({"The Courier": "Rain fell on Monday.", "The Ledger": "Rain fell on Tuesday."})
<Comparison of The Courier, The Ledger: 2 sentences, 0 shared, 2 divergent, 0 unique; 1 point>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.errors import NewsdiffError, ReadingError
    from compare.model import Article, Comparison, Options
    from compare.pipeline import analyse, compare, compare_texts, seen_from
    from compare.reading import read, read_bytes

__all__ = [
    "Article",
    "Comparison",
    "NewsdiffError",
    "Options",
    "ReadingError",
    "analyse",
    "compare",
    "compare_texts",
    "read",
    "read_bytes",
    "seen_from",
]

_HOMES = {
    "compare.errors": ("NewsdiffError", "ReadingError"),
    "compare.model": ("Article", "Comparison", "Options"),
    "compare.pipeline": ("analyse", "compare", "compare_texts", "seen_from"),
    "compare.reading": ("read", "read_bytes"),
}


def __getattr__(name: str) -> Any:
    """Each name when it is first asked for: the command line imports this package on its way, and mustn't wait for the engine."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for completion in a notebook or a shell."""
    return sorted({*globals(), *__all__})
