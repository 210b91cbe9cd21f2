"""What the user gave → the pieces of work that read it: a range of a file's bytes or row groups, or a handful of small files. An archive of a file a day
is read in as few pieces as one of a single file.
"""

from __future__ import annotations

import csv
import glob
import gzip
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from compare.archive.engine import Trouble, store
from compare.archive.folder import is_events_folder
from compare.archive.muted import muted
from compare.errors import NewsdiffError
from compare.reading.cleaning import inert, shown_path
from compare.reading.registry import by_name

PIECE = 8 * 1024 * 1024
"""Bytes that are read in one piece: some two thousand articles. Also what is lost when a run is killed."""

_TABLES = {".jsonl": "lines", ".ndjson": "lines", ".parquet": "parquet", ".csv": "csv", ".tsv": "csv", ".warc": "warc"}
_MOST_FILES = 500


class Stretch(NamedTuple):
    """A file, or so much of it: bytes of JSON lines, row groups of Parquet; ``end`` 0 is all of it. ``kind`` says who reads it."""

    path: str
    kind: str
    start: int = 0
    end: int = 0


class Plan(NamedTuple):
    """``pieces`` in the archive's order; ``errors`` are (source, reason) of what can't be read at all."""

    pieces: list[list[Stretch]]
    errors: list[tuple[str, str]]


def kind_of(path: str) -> str:
    """Who reads a file of this name: a kind of table, ``file`` for a single document, "" for what newsdiff doesn't read."""
    name = path.rpartition("/")[2].lower()
    stem = name.removesuffix(".gz")
    ending = "." + stem.rpartition(".")[2] if "." in stem else ""
    kind = _TABLES.get(ending, "")
    if kind in ("lines", "csv") and stem != name:
        return f"{kind}.gz"
    return kind or ("file" if "." in name and by_name(name) else "")


def remote(path: str) -> bool:
    """Whether a path is an address in an object store, or the like (``s3://…``)."""
    return "://" in path


def opened(path: str) -> Any:
    """A file for reading bytes, from the disk or from an object store. Raises OSError, NewsdiffError where the store doesn't answer."""
    if not remote(path):
        return Path(path).open("rb")
    import daft

    try:
        return daft.open_file(path, "rb", io_config=store())
    except Exception as error:
        raise out_of_reach(path, error) from None


def out_of_reach(path: str, error: Exception) -> NewsdiffError:
    """A store that doesn't answer ends a run, which can go on later: its articles aren't damaged."""
    reason = str(error).partition("\n")[0] or type(error).__name__
    return NewsdiffError(
        f"{shown_path(path)}: can't be read from the store ({inert(reason)[:200]}); run the same command again to resume it"
    )


def plan(given: Sequence[str], spared: Path, fields: dict[str, str], daft: Any) -> Plan:
    """How an archive is read. ``spared`` is the folder that the run writes.

    Raises NewsdiffError where a name leads nowhere, or no table of it has a column that ``fields`` name.
    """
    found = dict.fromkeys(each for name in given for each in _files(name, spared, daft))
    if not found:
        raise NewsdiffError(f"{', '.join(map(shown_path, given))}: has no file that newsdiff reads")
    stretches: list[tuple[Stretch, int]] = []
    errors: list[tuple[str, str]] = []
    for path, size in sorted(found):
        kind = kind_of(path) or "file"
        if kind == "lines":
            starts = range(0, max(size, 1), PIECE)
            stretches += [(Stretch(path, kind, start, min(size, start + PIECE)), min(PIECE, size - start)) for start in starts]
        elif kind == "parquet":
            try:
                stretches += _row_groups(path, fields)
            except Trouble as error:
                errors.append((shown_path(path), str(error)))
        else:
            if kind.startswith("csv") and fields:
                check_columns(path, _head(path, kind), fields)
            stretches.append((Stretch(path, kind), size))
    if errors and not stretches:
        raise NewsdiffError(*(f"{source}: {reason}" for source, reason in errors))
    return Plan(list(_handfuls(stretches)), errors)


def _files(given: str, spared: Path, daft: Any) -> Iterator[tuple[str, int]]:
    if remote(given):
        yield from _stored(given, daft)
    elif Path(given).is_dir():
        if is_events_folder(given):
            shown = shown_path(given)
            raise NewsdiffError(f"{shown}: holds the events of an archive, not the archive; newsdiff {shown} lists them")
        yield from _in_folder(Path(given), spared)
    elif Path(given).exists():
        yield given, Path(given).stat().st_size
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 -- the user's pattern may be absolute
        if not matches:
            raise NewsdiffError(f"{shown_path(given)}: no file matches")
        for match in matches:
            if Path(match).is_file():
                yield match, Path(match).stat().st_size
    else:
        raise NewsdiffError(f"{shown_path(given)}: no such file; check the path")


def _in_folder(folder: Path, spared: Path) -> Iterator[tuple[str, int]]:
    try:
        for place, inner, names in os.walk(folder):
            inner[:] = sorted(each for each in inner if not each.startswith(".") and not _made(Path(place) / each, spared))
            for name in sorted(names):
                if not name.startswith((".", "README", "readme")) and kind_of(name):
                    path = Path(place) / name
                    yield str(path), path.stat().st_size
    except OSError as error:
        raise NewsdiffError(f"{shown_path(folder)}: can't be listed ({error.strerror}); check its permissions") from None


def _made(folder: Path, spared: Path) -> bool:
    """Whether a folder within the archive is what this run, or an earlier one, writes."""
    return folder.resolve() == spared.resolve() or is_events_folder(folder)


def _stored(given: str, daft: Any) -> Iterator[tuple[str, int]]:
    pattern = f"{given.rstrip('/')}/**" if given.endswith("/") else given
    try:
        with muted(2):  # Daft writes there, too, what it raises
            listed = daft.from_glob_path(pattern, io_config=store()).to_pydict()
    except Exception as error:
        reason = inert(str(error).partition("\n")[0])[:200]
        if "Need at least 1" in reason:  # what Daft says of nothing
            raise NewsdiffError(f"{shown_path(given)}: no file matches") from None
        raise NewsdiffError(f"{shown_path(given)}: can't be listed ({reason}); check the address and your credentials") from None
    for path, size in zip(listed["path"], listed["size"], strict=True):
        if kind_of(path):
            yield path, size or 0


def _row_groups(path: str, fields: dict[str, str]) -> Iterator[tuple[Stretch, int]]:
    """The stretches of a Parquet file, with their sizes. Raises Trouble where it is damaged, NewsdiffError where it has no column that was named."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        with opened(path) as file:
            table = ParquetFile(file)
            names = set(table.schema_arrow.names)
            sizes = [table.metadata.row_group(number).total_byte_size for number in range(table.num_row_groups)]
    except (pa.ArrowException, OSError, ValueError) as error:
        if remote(path) and not isinstance(error, pa.ArrowException):
            raise out_of_reach(path, error) from None
        raise Trouble("is a damaged or truncated Parquet file") from None
    check_columns(path, names, fields)
    first = size = 0
    for number, each in enumerate(sizes):
        size += each
        if size >= PIECE or number == len(sizes) - 1:
            yield Stretch(path, "parquet", first, number + 1), size
            first, size = number + 1, 0


def _head(path: str, kind: str) -> set[str]:
    """The names of a CSV file's columns; none where it can't be read."""
    try:
        with opened(path) as file:
            text = io.TextIOWrapper(gzip.GzipFile(fileobj=file) if kind.endswith(".gz") else file, encoding="utf-8-sig", errors="replace")
            return set(next(csv.reader([text.readline(1 << 20)], delimiter="\t" if ".tsv" in path.lower() else ","), ()))
    except (OSError, EOFError, csv.Error):
        return set()


def check_columns(path: str, names: set[str], fields: dict[str, str]) -> None:
    """Raises NewsdiffError where a table lacks a column that the user named."""
    for name, column in fields.items():
        if column.partition(".")[0] not in names:
            raise NewsdiffError(
                f"{shown_path(path)}: has no column {column} (--field {name}={column}); it has {', '.join(sorted(names)[:12])}"
            )


def _handfuls(stretches: Sequence[tuple[Stretch, int]]) -> Iterator[list[Stretch]]:
    hand: list[Stretch] = []
    size = 0
    for stretch, weight in stretches:
        if hand and (size + weight > PIECE or len(hand) >= _MOST_FILES):
            yield hand
            hand, size = [], 0
        hand.append(stretch)
        size += weight
    if hand:
        yield hand
