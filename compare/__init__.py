"""The engine of newsdiff: articles in, one Comparison out. It knows nothing of terminals."""

from compare.errors import NewsdiffError, ReadingError
from compare.model import Article, Comparison, Options
from compare.pipeline import analyse, compare, seen_from
from compare.reading import read, read_bytes

__all__ = ["Article", "Comparison", "NewsdiffError", "Options", "ReadingError", "analyse", "compare", "read", "read_bytes", "seen_from"]
