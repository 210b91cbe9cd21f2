"""Files of a run: written whole or not at all, with the same bytes for the same rows."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_UNFINISHED = ".new"
_ROWS = 256
"""Rows of a group in a table with texts: who wants one text reads so many."""


def part(folder: Path, number: int) -> Path:
    """A table's file with this number."""
    return folder / f"part-{number:05d}.parquet"


def rows_in(path: Path) -> int | None:
    """How many rows a file of a table has; None where there is no such file."""
    if not path.exists():
        return None
    from pyarrow.parquet import read_metadata

    return int(read_metadata(path).num_rows)


def write_table(table: Any, path: Path, rows: int = _ROWS * 64) -> None:
    """Write a ``pyarrow.Table`` as Parquet; ``rows`` a group. Raises OSError."""
    with Replacing(path) as temporary:
        from pyarrow.parquet import write_table as write

        write(table, temporary, compression="zstd", row_group_size=rows, store_schema=False)


def write_json(value: Mapping[str, Any], path: Path) -> None:
    """Write a JSON object. Raises OSError."""
    with Replacing(path) as temporary:
        temporary.write_text(json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def write_lines(values: Iterable[Any], path: Path) -> None:
    """Write JSON values, a line each. Raises OSError."""
    with Replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        for value in values:
            file.write(json.dumps(value, ensure_ascii=False) + "\n")


def write_array(array: Any, path: Path) -> None:
    """Write a numpy array. Raises OSError."""
    import numpy as np

    whole = io.BytesIO()  # numpy's own writing to a file doesn't say why it fails
    np.save(whole, array)
    with Replacing(path) as temporary:
        temporary.write_bytes(whole.getbuffer())


class Replacing:
    """A file's new content: it takes the old one's place when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(f"{path.name}.{os.getpid()}{_UNFINISHED}")

    def __enter__(self) -> Path:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return self._temporary

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._temporary.replace(self._path)
        else:
            self._temporary.unlink(missing_ok=True)


def remove_halves(folder: Path) -> None:
    """Remove what a killed process had begun to write in a folder. Only for when nothing is left to be written there."""
    for half in folder.rglob(f"*{_UNFINISHED}"):
        half.unlink(missing_ok=True)
