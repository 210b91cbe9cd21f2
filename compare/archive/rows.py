"""A piece of the archive → the rows of the table ``articles``; what can't be read becomes a row of ``errors`` and ends nothing."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from compare.archive.sources import Stretch, opened, out_of_reach, remote
from compare.errors import NewsdiffError
from compare.reading import limits
from compare.reading.building import build, field
from compare.reading.cleaning import inert, shown_path
from compare.reading.draft import Draft, Hints, Unreadable
from compare.reading.draft import Trouble as Damage

Found = Iterator[tuple[str, Any]]
"""Row by row: its number or name in the file, and a record (a dict), a draft of an article, or a reason why it is none (a string)."""
Row = dict[str, Any]

_IDS = ("id", "articleid", "docid", "documentid", "uuid", "storyid", "guid", "key")
_NOWHEN = {date(1, 1, 1), date(1900, 1, 1), date(1904, 1, 1), date(1970, 1, 1), date(1980, 1, 1), date(2000, 1, 1)}
"""Days that programs write where they know none."""


def rows(stretch: Stretch, fields: Mapping[str, str], language: str) -> Iterator[Row | tuple[str, str]]:
    """The articles of a stretch, in its order, as rows of the table; (source, reason) for each that can't be read."""
    shown = shown_path(stretch.path)
    for number, found in _records(stretch, dict(fields)):
        source = f"{shown}#{number}" if number else shown
        if isinstance(found, str):
            yield source, inert(found)
            continue
        given_id = None
        try:
            if isinstance(found, dict):
                given_id = _given_id(found, fields)
                draft = _draft(found, fields)
            else:
                draft = found
            row = _row(draft, stretch.path, source, number, given_id)
        except Unreadable as error:
            yield source, str(error)
            continue
        if not language or row["language"] == language:
            yield row


def _row(draft: Draft, path: str, source: str, number: str, given_id: str | None) -> Row:
    if len(draft.text) > limits.LARGEST:
        raise Unreadable(f"has a text of more than {limits.LARGEST // 2**20} MiB, too large for an article")
    draft.part = ""
    article = build(draft, b"", path)
    said = "\x1f".join(str(each or "") for each in (given_id, article.url, article.outlet, article.published, article.title))
    text_hash = article.text_sha256
    return {
        "article": hashlib.sha256(f"{said}\x1f{text_hash}".encode("utf-8", "replace")).hexdigest()[:16],
        "given_id": given_id,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "day": article.published if article.published and article.published not in _NOWHEN and article.published.year >= 1600 else None,
        "language": article.language,
        "url": article.url,
        "words": len(article.text.split()),
        "source": source,
        "sha256": text_hash,
        "text": article.text,
    }


def _draft(record: Mapping[str, Any], fields: Mapping[str, str]) -> Draft:
    from compare.reading.records import draft_of

    draft = draft_of({name: _plain(value) for name, value in record.items()}, {name: at for name, at in fields.items() if name != "id"})
    if draft is None:
        raise Unreadable("has no text")
    return draft


def _plain(value: Any) -> Any:
    """A table's value as JSON would have it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):  # strings of Parquet that nobody has marked as text
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _given_id(record: Mapping[str, Any], fields: Mapping[str, str]) -> str | None:
    if "id" in fields:
        value = record.get(fields["id"])
    else:
        known = {name.replace("_", "").replace("-", "").casefold(): value for name, value in record.items()}
        value = next((known[name] for name in _IDS if isinstance(known.get(name), str | int)), None)
    return field(str(value)) if value not in (None, "") else None


def _records(stretch: Stretch, fields: dict[str, str]) -> Found:
    readers = {"lines": _lines, "lines.gz": _lines, "csv": _csv, "csv.gz": _csv, "parquet": _parquet, "warc": _warc, "file": _file}
    try:
        yield from readers[stretch.kind](stretch, fields)
    except NewsdiffError:
        raise
    except Exception as error:
        packed = isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile))
        if remote(stretch.path) and not packed:
            raise out_of_reach(stretch.path, error) from None
        if not packed and not isinstance(error, OSError):
            raise
        yield "", f"can't be read any further ({getattr(error, 'strerror', None) or type(error).__name__})"


def _unpacked(stretch: Stretch, file: Any) -> Any:
    return gzip.GzipFile(fileobj=file) if stretch.kind.endswith(".gz") else file


def _lines(stretch: Stretch, fields: dict[str, str]) -> Found:
    with opened(stretch.path) as raw:
        file = io.BufferedReader(raw) if not hasattr(raw, "readline") else raw
        file = _unpacked(stretch, file)
        if stretch.start:
            file.seek(stretch.start - 1)
            _skip_line(file)  # the piece before this one has it
        while not stretch.end or file.tell() < stretch.end:
            at = file.tell()
            line = file.readline(limits.LARGEST + 1)
            if not line:
                return
            if len(line) > limits.LARGEST:
                _skip_line(file)
                yield f"byte {at}", f"is a line of more than {limits.LARGEST // 2**20} MiB, too large for an article"
                continue
            if line.strip():
                yield f"byte {at}", _parsed(line)


def _skip_line(file: Any) -> None:
    while True:
        piece = file.readline(1 << 20)
        if not piece or piece.endswith(b"\n"):
            return


def _parsed(line: bytes) -> Any:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return "isn't JSON"
    return value if isinstance(value, dict) else "isn't a JSON object"


def _csv(stretch: Stretch, fields: dict[str, str]) -> Found:
    csv.field_size_limit(limits.LARGEST)
    with opened(stretch.path) as raw:
        text = io.TextIOWrapper(_unpacked(stretch, raw), encoding="utf-8-sig", errors="replace", newline="")
        tabs = ".tsv" in stretch.path.lower()
        table = csv.DictReader(text, delimiter="\t" if tabs else ",")
        try:
            _ = table.fieldnames
        except csv.Error:
            yield "1", "has no readable header"
            return
        number = 1
        while True:
            number += 1
            try:
                record = next(table)
            except StopIteration:
                return
            except csv.Error as error:
                yield str(number), f"isn't a row of a table ({error})"
                continue
            yield str(number), "has more cells than the header" if None in record else record


def _parquet(stretch: Stretch, fields: dict[str, str]) -> Found:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    with opened(stretch.path) as file:
        table = ParquetFile(file)
        number = sum(table.metadata.row_group(group).num_rows for group in range(stretch.start))
        try:
            for batch in table.iter_batches(batch_size=256, row_groups=list(range(stretch.start, stretch.end))):
                for record in batch.to_pylist():
                    number += 1
                    yield str(number), record
        except pa.ArrowException:
            yield str(number + 1), "and what follows it is damaged"


def _warc(stretch: Stretch, fields: dict[str, str]) -> Found:
    from compare.reading.warc import stream

    with opened(stretch.path) as file:
        try:
            for found in stream(file, Hints(name=stretch.path, fields=fields)):
                yield found.part, found.reason if isinstance(found, Damage) else found
        except Unreadable as error:
            yield "", str(error)


def _file(stretch: Stretch, fields: dict[str, str]) -> Found:
    from compare.errors import ReadingError
    from compare.reading import registry
    from compare.reading.draft import Budget
    from compare.reading.files import file_bytes

    try:
        content = opened(stretch.path).read() if "://" in stretch.path else file_bytes(stretch.path)
        for found in registry.drafts(content, Hints(name=stretch.path, fields=fields, budget=Budget())):
            yield found.part, found.reason if isinstance(found, Damage) else found
    except ReadingError as error:
        yield "", str(error).removeprefix(f"{shown_path(stretch.path)}: ")
    except Unreadable as error:
        yield "", str(error)
