"""A folder that ``newsdiff events`` wrote, opened by whoever reads it. It needs pyarrow alone."""

from __future__ import annotations

import json
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.archive.schema import FORMAT, RUN, VERSION, arrow
from compare.errors import NewsdiffError
from compare.reading.cleaning import shown_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.model import Article

INSTALL = "pip install 'newsdiff[archive]'"


def is_events_folder(path: str | PathLike[str]) -> bool:
    """Whether a path is a folder that ``newsdiff events`` wrote, or began to. It reads one small file and needs no extra."""
    try:
        return bool(_run(Path(path)).get("format") == FORMAT)
    except (OSError, ValueError):
        return False


def open_folder(path: str | PathLike[str]) -> Folder:
    """Open such a folder. Raises NewsdiffError, with one line for the user, where it is none, unfinished, of a later version, or pyarrow is absent."""
    shown = shown_path(path)
    if not is_events_folder(path):
        raise NewsdiffError(f"{shown}: is no folder that newsdiff events wrote")
    run = _run(Path(path))
    if run.get("version") != VERSION:
        raise NewsdiffError(
            f"{shown}: was written by another version of newsdiff ({run.get('generator', {}).get('version')}); update newsdiff"
        )
    if not run.get("finished"):
        raise NewsdiffError(f"{shown}: isn't finished; the command that began it goes on where it stopped")
    if find_spec("pyarrow") is None:
        raise NewsdiffError(f"{shown}: to read its tables takes an extra: {INSTALL}") from None
    return Folder(Path(path), run)


def _run(path: Path) -> dict[str, Any]:
    found = json.loads((path / RUN).read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {}


class Folder:
    """The tables of a finished folder."""

    def __init__(self, path: Path, run: Mapping[str, Any]) -> None:
        self.path = path
        self.run = run
        """What ``run.json`` holds."""

    def table(self, name: str, columns: Sequence[str] | None = None, where: Any = None) -> Any:
        """A table as a ``pyarrow.Table``: all its columns or some, all rows or those that a filter of pyarrow lets through
        (``[("event", "=", id)]``). Raises KeyError for an unknown table, NewsdiffError where a file of it is missing or damaged.
        """
        import pyarrow as pa
        from pyarrow.parquet import read_table

        schema = arrow(name)
        files = sorted((self.path / name).glob("part-*.parquet"))
        try:
            parts = [read_table(file, schema=schema, columns=columns, filters=where) for file in files]
        except (OSError, pa.ArrowException):
            parts = []
        if not parts:
            raise NewsdiffError(f"{shown_path(self.path)}: its table {name} is missing or damaged; run newsdiff events again")
        return pa.concat_tables(parts)

    def events(self) -> list[dict[str, Any]]:
        """The events, a dict each with the columns of ``schema.TABLES["events"]``, the earliest first."""
        rows: list[dict[str, Any]] = self.table("events").to_pylist()
        return rows

    def articles(self, event: str, *, compared: bool = True) -> list[Article]:
        """An event's articles in the order of the table ``members``: those that are compared, or all. Raises NewsdiffError for an unknown event."""
        members = self.table("members", where=[("event", "=", event)]).to_pylist()
        if not members:
            raise NewsdiffError(f"{shown_path(self.path)}: has no event {event}")
        wanted = [member["article"] for member in members if member["compared"] or not compared] or [each["article"] for each in members]
        rows = {row["article"]: row for row in self.table("articles", where=[("article", "in", wanted)]).to_pylist()}
        return [article_of(rows[each]) for each in wanted]


def article_of(row: Mapping[str, Any]) -> Article:
    """The article that a row of the table ``articles`` holds. Its text is clean already: the same text gives the same findings."""
    from compare.model import Article

    return Article(
        source=row["source"],
        text=row["text"],
        sha256=row["sha256"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        language=row["language"],
        url=row["url"],
    )
