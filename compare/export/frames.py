"""The tables of the CSV export as data frames, for a notebook. pandas and polars are the caller's own; newsdiff needs neither."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from compare.errors import NewsdiffError
from compare.export.csv import cells
from compare.model import Comparison

LIBRARIES = ("pandas", "polars")
"""Who makes the frame: the first that is installed."""


def frame(comparison: Comparison, table: str = "points") -> Any:
    """A table as a data frame; an empty one keeps its columns. Cells are as they are: no apostrophe guards what a spreadsheet would run.

    Raises NewsdiffError for a table that there is none of, and where no library is installed that makes frames.
    """
    head, *rows = cells(comparison, table)
    for name in LIBRARIES:
        try:
            library: Any = import_module(name)
        except ImportError:
            continue
        if name == "pandas":
            return library.DataFrame(rows, columns=head)
        return library.DataFrame(rows, schema=head, orient="row", infer_schema_length=None)
    raise NewsdiffError("to_frame() needs pandas or polars; install one of them: pip install pandas")
