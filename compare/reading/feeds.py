"""RSS and Atom, by feedparser: each entry with its own text is an article."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from compare.reading.draft import Draft, Found, Hints, Unreadable
from compare.reading.web import fragment_text


def read(content: bytes, hints: Hints) -> Found:
    """The entries of a feed, numbered from 1 in its order. Raises Unreadable where none has a text.

    An entry is as long as its feed has it: some give the whole article, most its first lines.
    """
    import feedparser

    # Its own cleaning of HTML is not needed, as only text is taken; and a relative address would be made one with the feed's.
    feed = feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    outlet = _string(feed.feed.get("title"))
    found = 0
    for number, entry in enumerate(feed.entries, 1):
        bodies = [_string(each.get("value")) for each in entry.get("content") or ()] + [_string(entry.get("summary"))]
        text = fragment_text(max(bodies, key=len))
        if not text.strip():
            continue
        found += 1
        source = entry.get("source") or {}
        yield Draft(
            text,
            title=fragment_text(_string(entry.get("title"))).replace("\n", " "),
            outlet=_string(source.get("title")) or outlet or None,
            byline=_string(entry.get("author")) or None,
            published=_day(entry.get("published_parsed")),
            updated=_day(entry["updated_parsed"]) if "updated_parsed" in entry else None,
            language=_string(feed.feed.get("language")) or None,
            url=_string(entry.get("link")) or None,
            part=str(number),
            content=f"{_string(entry.get('id')) or _string(entry.get('link'))}\n{text}".encode("utf-8", "replace"),
        )
    if not found:
        raise Unreadable("is a feed without a text in it")


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    try:
        return date(value.tm_year, value.tm_mon, value.tm_mday) if value else None
    except (AttributeError, ValueError):
        return None
