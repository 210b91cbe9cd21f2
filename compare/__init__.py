"""The engine of newsdiff: articles in, one Comparison out. It knows nothing of terminals. ``import newsdiff`` gives the same names.

>>> import compare
>>> compare.compare_texts({"The Courier": "Rain fell on Monday.", "The Ledger": "Rain fell on Tuesday."})
<Comparison of The Courier, The Ledger: 2 sentences, 0 shared, 2 divergent, 0 unique; 1 point>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.errors import NewsdiffError, ReadingError
from compare.model import Article, Comparison, Options
from compare.reading import read, read_bytes

if TYPE_CHECKING:
    from compare.pipeline import analyse, compare, compare_texts, seen_from

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
    """The pipeline's functions, imported when first asked for: reading a text and showing it must not wait for the engine."""
    if name in {"analyse", "compare", "compare_texts", "seen_from"}:
        from compare import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
