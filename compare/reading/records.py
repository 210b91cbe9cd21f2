"""JSON and JSON lines: the articles in an export, found by the names that their fields commonly have, or by those that the user gives."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from compare.reading.decoding import decode
from compare.reading.draft import Draft, Found, Hints, Trouble, Unreadable
from compare.reading.metadata import parse_day

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "articlebody", "content", "maintext", "fulltext", "bodytext", "articletext", "plaintext", "contenttext", "bodyplain",
        "contenthtml", "bodyhtml", "html", "fields.bodytext", "fields.body", "document", "story", "transcript",
    ),
    "title": ("title", "headline", "webtitle", "head", "headlinemain", "name", "heading"),
    "outlet": ("outlet", "publication", "publisher", "publishername", "source", "sourcename", "sitename", "newspaper", "media", "site", "feedname"),
    "byline": ("byline", "author", "authors", "authorname", "creator", "writer"),
    "published": (
        "published", "publishedat", "datepublished", "publicationdate", "pubdate", "publishdate", "date", "datepublish", "webpublicationdate",
        "created", "createdat", "timestamp", "time",
    ),
    "updated": ("updated", "updatedat", "datemodified", "modified", "modifiedat", "lastmodified", "datemodify"),
    "url": ("url", "link", "canonicalurl", "weburl", "sourceurl", "permalink", "uri", "guid"),
    "language": ("language", "lang", "locale", "inlanguage"),
}  # fmt: skip
"""For each field the names that it goes by, likeliest first; case, ``_`` and ``-`` don't count."""

_LISTS = (
    "articles",
    "items",
    "results",
    "documents",
    "docs",
    "entries",
    "stories",
    "news",
    "posts",
    "data",
    "response",
    "records",
    "hits",
    "rows",
)
_DEEPEST = 6
_LEAST_TEXT = 40
_MARKUP = re.compile(r"<(?:p|br|div|span|a|h[1-6]|strong|em|ul|blockquote)\b[^<>]{0,500}/?>", re.IGNORECASE)
_TROUBLES = 20
_MOST_TROUBLES = 1000


def read(content: bytes, hints: Hints) -> Found:
    """The articles of a JSON document, or of each line of JSON. Raises Unreadable where nothing in it has a text."""
    text = decode(content, hints.charset).lstrip("\ufeff")
    try:
        values: Iterator[Any] = iter([json.loads(text)])
        lines = False
    except ValueError as error:
        values, lines = _lines(text), True
        if "\n" not in text.strip():
            raise Unreadable(f"is damaged JSON ({error.args[0]})") from None
    records = (
        (value, path)
        for value in values
        for value, path in ([(value, "")] if isinstance(value, Trouble) else _records(value, hints.fields))
    )
    found = troubles = 0
    single = None
    for number, (record, _) in enumerate(records, 1):
        if isinstance(record, Trouble):
            troubles += 1
            if troubles <= _TROUBLES:
                yield record
            elif troubles > _MOST_TROUBLES and not found:
                raise Unreadable("begins like JSON, but isn't valid JSON")
            continue
        draft = draft_of(record, hints.fields)
        if draft is None:
            continue
        found += 1
        draft.part = str(number)
        if found == 1:
            single = draft
            continue
        if single is not None:
            yield single
            single = None
        yield draft
    if single is not None:
        if not lines:
            single.part = ""  # the file is this one article
            single.content = None
        yield single
    if not found and "text" in hints.fields:
        raise Unreadable(f"has no article in it: no record has a text at {hints.fields['text']}, which --field names")
    if not found:
        names = ", ".join(NAMES["text"][:4])
        raise Unreadable(f"has no article in it: no field is called {names} or similar; name the field with --field text=NAME")


def _lines(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                yield Trouble(str(number), "isn't JSON")


def _records(value: Any, fields: Mapping[str, str], depth: int = 0) -> Iterator[tuple[Any, str]]:
    """The objects that may be articles: the value itself where it has a text, else those in it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _records(item, fields, depth + 1)
    elif isinstance(value, dict):
        if value.get("format") == "newsdiff.comparison":
            raise Unreadable("is a comparison that newsdiff has exported, not an article")
        if _text(value, fields):
            yield value, ""
            return
        known = {_plain(name): inner for name, inner in value.items()}
        inside = [known[name] for name in _LISTS if isinstance(known.get(name), list | dict)]
        for inner in inside or [inner for inner in value.values() if isinstance(inner, list | dict)]:
            yield from _records(inner, fields, depth + 1)


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").replace(" ", "").casefold()


def _at(record: Mapping[str, Any], path: str) -> Any:
    """The value at a path of names with dots between, as the user gave it."""
    value: Any = record
    for name in path.split("."):
        if isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, dict):
            value = value.get(name)
        else:
            return None
    return value


def value_of(record: Mapping[str, Any], field: str, fields: Mapping[str, str]) -> Any:
    if field in fields:
        return _at(record, fields[field])
    known = {_plain(name): value for name, value in record.items() if value not in (None, "", [], {})}
    for name in NAMES[field]:
        first, _, rest = name.partition(".")
        value = known.get(first)
        if rest and isinstance(value, dict):
            value = {_plain(inner): each for inner, each in value.items()}.get(rest)
        elif rest:
            continue
        if value is not None:
            return value
    return None


def _string(value: Any) -> str:
    """A field's value as a string: of a list its strings, of an object its name or its text."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_string(each) for each in value[:50])))
    if isinstance(value, dict):
        return next(
            (value[name] for name in ("name", "title", "main", "original", "text", "value", "#text") if isinstance(value.get(name), str)),
            "",
        )
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _text(record: Mapping[str, Any], fields: Mapping[str, str]) -> str:
    if "text" in fields:
        value = _at(record, fields["text"])
        return _paragraphs(value)
    known = {_plain(name): value for name, value in record.items()}
    found = [_paragraphs(value_of({name: known[name]}, "text", {})) for name in NAMES["text"] if name in known]
    if "fields" in known:
        found.append(_paragraphs(value_of(record, "text", {})))
    return max((text for text in found if len(text) >= _LEAST_TEXT), key=len, default="")


def _paragraphs(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(each, str | dict) for each in value):
        return "\n\n".join(filter(None, (_string(each) for each in value)))
    return _string(value) if isinstance(value, str | dict) else ""


def draft_of(record: Mapping[str, Any], fields: Mapping[str, str]) -> Draft | None:
    """The article that a record of an export is; None where it has no text. ``fields`` as in :class:`~compare.reading.draft.Hints`."""
    from compare.reading.web import fragment_text

    text = _text(record, fields)
    if not text:
        return None
    if _MARKUP.search(text):
        text = fragment_text(text)

    def said(field: str) -> str | None:
        return _string(value_of(record, field, fields)) or None

    return Draft(
        text,
        title=said("title") or "",
        outlet=said("outlet"),
        byline=said("byline"),
        published=_day(value_of(record, "published", fields)),
        updated=_day(value_of(record, "updated", fields)),
        language=said("language"),
        url=said("url"),
        content=json.dumps(record, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace"),
    )


def _day(value: Any) -> date | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return datetime.fromtimestamp(value / 1000 if value > 10**11 else value, UTC).date()
        except (OverflowError, ValueError, OSError):
            return None
    return parse_day(value[:100]) if isinstance(value, str) else None
