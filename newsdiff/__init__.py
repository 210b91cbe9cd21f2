"""Compare how different outlets tell the same story: the names of :mod:`compare`, under the name of the distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import compare as _engine

if TYPE_CHECKING:
    from compare import (
        Article,
        Comparison,
        NewsdiffError,
        Options,
        ReadingError,
        analyse,
        compare,
        compare_texts,
        read,
        read_bytes,
        seen_from,
    )

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


def __getattr__(name: str) -> Any:
    """Each name when it is first asked for, as :mod:`compare` does it."""
    if name in __all__:
        return getattr(_engine, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for completion in a notebook or a shell."""
    return sorted({*globals(), *__all__})
