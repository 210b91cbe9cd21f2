"""A folder that ``newsdiff events`` wrote, opened for reading. It needs only pyarrow."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.archive.files import part
from compare.archive.schema import FORMAT, RUN, VERSION, arrow
from compare.errors import NewsdiffError
from compare.reading.cleaning import inert, shown_path
from compare.reading.files import small_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.model import Article

INSTALL = "pip install 'newsdiff[archive]'"
_LARGEST_RUN = 16 << 20
MOST_COMPARED = 12
"""Articles of an event that are compared at most, one an outlet first: what a reader can lay side by side; more takes the square of the time."""


def is_events_folder(path: str | PathLike[str]) -> bool:
    """Whether a path is a folder that ``newsdiff events`` wrote, or began to. It reads one small file and needs no extra."""
    place = Path(path)
    try:
        return _run(place).get("format") == FORMAT
    except ValueError:  # a damaged run.json: opening it reports that
        return part(place / "articles", 0).exists()
    except OSError:
        return False


def open_folder(path: str | PathLike[str], *, unfinished: bool = False) -> Folder:
    """Open such a folder; with ``unfinished`` also one whose run is under way or was stopped, as soon as its articles are grouped.

    Raises NewsdiffError, with one line for the user, where it is none, unfinished, damaged, of a later version, or pyarrow is absent.
    """
    shown = shown_path(path)
    if not is_events_folder(path):
        raise NewsdiffError(f"{shown}: isn't a folder written by newsdiff events")
    try:
        run = _run(Path(path))
    except (OSError, ValueError):
        raise NewsdiffError(f"{shown}: its {RUN} is damaged; run newsdiff events again, into a new folder") from None
    if not isinstance(run.get("counts"), dict) or not isinstance(run.get("options"), dict):
        raise NewsdiffError(f"{shown}: its {RUN} is damaged; run newsdiff events again, into a new folder")
    if run.get("version") != VERSION:
        writer = run.get("generator")
        by = f" ({inert(str(writer['version']))})" if isinstance(writer, dict) and "version" in writer else ""
        raise NewsdiffError(f"{shown}: was written by another version of newsdiff{by}; update newsdiff")
    if not run.get("finished"):
        if not unfinished:
            raise NewsdiffError(f"{shown}: isn't finished; run the same command again to resume it")
        if not part(Path(path) / "members", 0).exists():
            raise NewsdiffError(f"{shown}: its articles aren't grouped yet; run the same command again to resume it")
    if find_spec("pyarrow") is None:
        raise NewsdiffError(f"{shown}: reading its tables needs an extra: {INSTALL}")
    return Folder(Path(path), run)


def _run(path: Path) -> dict[str, Any]:
    found = json.loads(small_file(path / RUN, _LARGEST_RUN))
    return found if isinstance(found, dict) else {}


class Folder:
    """The tables of a folder. Those of a run that isn't finished have the rows that are written so far."""

    def __init__(self, path: Path, run: Mapping[str, Any]) -> None:
        self.path = path
        self.run = run
        """What ``run.json`` holds."""

    @property
    def finished(self) -> bool:
        return bool(self.run.get("finished"))

    def table(self, name: str, columns: Sequence[str] | None = None, where: Any = None) -> Any:
        """A table as a ``pyarrow.Table``: all its columns or some, all rows or those that a filter of pyarrow lets through
        (``[("event", "=", id)]``). Raises KeyError for an unknown table, NewsdiffError where a file of it is missing or damaged.
        """
        import pyarrow as pa

        parts = list(self.parts(name, columns, where))
        if not parts and not self.finished:
            schema = arrow(name)
            return pa.schema([schema.field(each) for each in columns or schema.names]).empty_table()
        return pa.concat_tables(parts)

    def parts(self, name: str, columns: Sequence[str] | None = None, where: Any = None) -> Iterator[Any]:
        """As :meth:`table`, a file at a time: so a table may be larger than memory."""
        import pyarrow as pa
        from pyarrow.parquet import read_schema, read_table

        schema = arrow(name)
        wanted = set(columns or schema.names)
        number, count = -1, 0
        for number, file in enumerate(sorted((self.path / name).glob("part-*.parquet"))):
            if self.finished and file != part(self.path / name, number):  # one before it is missing
                raise self._damaged(name)
            try:
                held = read_schema(file)
                read = read_table(file, schema=schema, columns=columns, filters=where)
                read.validate(full=True)
            except (OSError, pa.ArrowException):
                raise self._damaged(name) from None
            if not wanted <= set(held.names):
                raise self._damaged(name)
            count += read.num_rows
            yield read
        if self.finished and (number < 0 or (where is None and count != self.run["counts"].get(name, count))):
            raise self._damaged(name)

    def events(self) -> list[dict[str, Any]]:
        """The events, a dict each with the columns of ``schema.TABLES["events"]``, the earliest first. Those of a run that isn't finished are
        put together from what is there: one that isn't compared yet has ``compared`` 0.
        """
        if not self.finished:
            from compare.archive.unfinished import events_so_far

            return events_so_far(self)
        rows: list[dict[str, Any]] = self.table("events").to_pylist()
        return rows

    def event_id(self, given: str) -> str:
        """The id of the event that a user names by it, or by its first letters. Raises NewsdiffError where it is none's, or several's."""
        ids = set(self.table("members", ["event"]).column("event").to_pylist())
        found = [given] if given in ids else sorted(each for each in ids if given and each.startswith(given))
        if len(found) == 1:
            return str(found[0])
        trouble = f"has {len(found)} events that begin with" if found else "has no event"
        raise NewsdiffError(f"{shown_path(self.path)}: {trouble} {shown_path(given)}; newsdiff {shown_path(self.path)} lists them")

    def members(self, event: str) -> list[dict[str, Any]]:
        """The rows of the table ``members`` for an event. Raises NewsdiffError for an unknown event."""
        rows: list[dict[str, Any]] = self.table("members", where=[("event", "=", event)]).to_pylist()
        if not rows:
            raise NewsdiffError(f"{shown_path(self.path)}: has no event {shown_path(event)}")
        return rows

    def articles(self, event: str, *, compared: bool = True) -> list[Article]:
        """An event's articles in the order of the table ``members``: those that are compared (:func:`to_compare`), or all.

        Raises NewsdiffError for an unknown event, and where the tables are damaged.
        """
        members = self.members(event)
        return self.texts(to_compare(members) if compared else members)

    def texts(self, members: Sequence[Mapping[str, Any]]) -> list[Article]:
        """The articles of some rows of ``members``. Raises NewsdiffError where the tables are damaged."""
        rows = self.rows(members)
        if not all(row["text"] for row in rows):
            raise self._damaged("articles")
        return [article_of(row) for row in rows]

    def rows(self, members: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows of ``articles`` that some rows of ``members`` are about: all columns or some. Raises NewsdiffError where the tables are damaged."""
        import pyarrow as pa

        wanted = ["article", *columns] if columns else None
        try:
            found = rows_at(self.path, [member["part"] << 32 | member["row"] for member in members], wanted)
        except (OSError, LookupError, TypeError, ValueError, pa.ArrowException):
            raise self._damaged("articles") from None
        if any(row["article"] != member["article"] for row, member in zip(found, members, strict=True)):
            raise self._damaged("articles")
        return found

    def _damaged(self, table: str) -> NewsdiffError:
        return NewsdiffError(
            f"{shown_path(self.path)}: its table {table} is missing or damaged; run newsdiff events again, into a new folder"
        )


def to_compare(members: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Which of an event's rows of ``members`` are laid side by side: those that the run compared; where it compared none, those that it would have;
    of an event of a single voice its copies, one of each outlet before a second of any.
    """
    compared = [member for member in members if member["compared"]]
    if compared:
        return compared
    voices = [member for member in members if member["voice"] == member["article"]]
    chosen = voices if len(voices) > 1 else list(members)
    return [chosen[number] for number in outlets_first([member["outlet"] for member in chosen])[:MOST_COMPARED]]


def outlets_first(outlets: Sequence[str | None]) -> list[int]:
    """The numbers of these articles, one of each outlet before a second of any; an article without an outlet counts as the first of one."""
    seen: Counter[str] = Counter()
    ranked = []
    for position, outlet in enumerate(outlets):
        ranked.append((seen[outlet] if outlet else 0, position))
        if outlet:
            seen[outlet] += 1
    return [position for _, position in sorted(ranked)]


def rows_at(folder: Path, places: Sequence[int], columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The rows of ``articles`` at these places, in their order; of each file only the groups of rows that hold one are read.

    Raises OSError, KeyError or pyarrow's ArrowException where the table is damaged.
    """
    from pyarrow.parquet import ParquetFile

    found: dict[int, dict[str, Any]] = {}
    for number in sorted({place >> 32 for place in places}):
        wanted = sorted(place & 0xFFFFFFFF for place in places if place >> 32 == number)
        with ParquetFile(part(folder / "articles", number)) as file:
            first = 0
            for group in range(file.num_row_groups):
                last = first + file.metadata.row_group(group).num_rows
                if inside := [row for row in wanted if first <= row < last]:
                    table = file.read_row_group(group, columns=columns)
                    found |= {number << 32 | row: table.slice(row - first, 1).to_pylist()[0] for row in inside}
                first = last
    return [found[place] for place in places]


def article_of(row: Mapping[str, Any]) -> Article:
    """The article that a row of the table ``articles`` holds. Its text is clean already: the same text gives the same findings. What a stranger
    may have written into the table is made inert all the same.
    """
    from compare.model import Article

    return Article(
        source=shown_path(row["source"] or "text"),
        text=inert(row["text"]),
        sha256=row["sha256"] or hashlib.sha256(row["text"].encode("utf-8", "replace")).hexdigest(),
        title=shown_path(row["title"] or ""),
        outlet=shown_path(row["outlet"]) if row["outlet"] else None,
        published=row["published"],
        language=row["language"] or "und",
        url=shown_path(row["url"]) if row["url"] else None,
    )
