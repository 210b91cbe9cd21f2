"""WARC web archives, by warcio: each page that was fetched with success."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from compare.reading import limits
from compare.reading.draft import Budget, Draft, Found, Hints, Trouble, Unreadable
from compare.reading.fetching.compression import unpacker
from compare.reading.fetching.failing import Failed
from compare.reading.quiet import quiet

_TYPES = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
_TROUBLES = 20
_UNPACKED_HERE = {"br", "zstd"}
"""Encodings that warcio doesn't know, or not with the library that is installed."""


def read(content: bytes, hints: Hints) -> Found:
    """The articles of a web archive in its order, each named by the number of its record. Raises Unreadable where there is none."""
    yield from _articles(BytesIO(content), hints)


def stream(file: Any, hints: Hints) -> Found:
    """As :func:`read`, from an open file of any size: each record may unpack to as much as a source of its own."""
    yield from _articles(file, hints, endless=True)


def _articles(file: Any, hints: Hints, *, endless: bool = False) -> Found:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    from compare.reading.registry import within

    class Silent(ArchiveIterator):  # type: ignore[misc]
        """Writes no bytes of the source to standard error."""

        INC_RECORD = ""

    quiet("warcio")
    found = number = troubles = 0
    records = iter(Silent(file))
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            number += 1
            kind = _kind(record)
            if not kind:
                continue
            body = _body(record)
        except Unreadable:
            raise
        except Failed as error:
            if (troubles := troubles + 1) <= _TROUBLES:
                yield Trouble(str(number), str(error))
            continue
        except (ArchiveLoadFailed, OSError, ValueError, EOFError) as error:
            if not found:
                raise Unreadable("is a damaged web archive") from error
            yield Trouble(str(number), "is damaged, and what follows it may be too")
            break
        if endless:
            hints = hints._replace(budget=Budget())
        hints.budget.unpack(len(body))
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        for each in within(body, hints, str(number), url=address, content_type=kind):
            if isinstance(each, Draft):
                found += 1
                each.url = each.url or address
                yield each
            elif (troubles := troubles + 1) <= _TROUBLES:
                yield each
    if not found:
        raise Unreadable("is a web archive without an article in it")


def _body(record: Any) -> bytes:
    """What a record holds, unpacked. Raises Failed where nothing here can."""
    from warcio.bufferedreaders import ChunkedDataReader

    headers = record.http_headers
    encoding = str(headers.get_header("Content-Encoding") or "").strip().lower() if headers else ""
    if encoding not in _UNPACKED_HERE:
        return bytes(record.content_stream().read(limits.LARGEST_FILE))
    chunked = str(headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    packed = bytes((ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream).read(limits.LARGEST_FILE))
    stream = unpacker(encoding)
    found = bytearray()
    try:
        for piece in stream.feed(packed):
            found += piece
            if len(found) >= limits.LARGEST_FILE:
                break
    except Failed:
        return packed  # unpacked by the program that saved it, which left the header as it was
    return bytes(found)


def _kind(record: Any) -> str:
    """The media type of a record that may be an article, or ""."""
    if record.rec_type not in {"response", "resource", "conversion"}:
        return ""
    headers = record.http_headers or record.rec_headers
    if record.http_headers and not str(headers.get_statuscode() or "").startswith("2"):
        return ""
    kind = str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return kind if kind in _TYPES else ""
