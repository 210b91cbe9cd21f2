"""What a web page says of itself in its head: JSON-LD, OpenGraph, Dublin Core and the older meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from compare.reading.metadata import parse_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle blogposting "
    "liveblogposting socialmediaposting report scholarlyarticle".split()
)
_MOST = 500_000
_DEEPEST = 8

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline", "sailthru.title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "al:ios:app_name")
_BYLINES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author")
_PUBLISHED = (
    "article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "cxenseparse:recs:publishtime", "og:published_time", "originalpublicationdate",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
)
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_SEPARATED = re.compile(r"(?<!\s)\s+[|–—·»-]\s+")


class Metadata(NamedTuple):
    """What a page says of its article; foreign strings, as they stand."""

    title: str = ""
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    updated: date | None = None
    language: str | None = None
    url: str | None = None
    body: str = ""


def metadata_of(tree: HtmlElement, url: str = "") -> Metadata:
    """The metadata of a page. ``url`` is where the page came from, or ""."""
    named = _named(tree)
    record = _record(tree)
    address = url or _address(tree, named, record)
    outlet = _name(record.get("publisher")) or _first(named, _OUTLETS)
    return Metadata(
        title=_title(tree, named, record, outlet),
        outlet=outlet or None,
        byline=_byline(named, record),
        published=_day(record.get("datePublished")) or _first_day(named, _PUBLISHED) or _stamped(tree),
        updated=_day(record.get("dateModified")) or _first_day(named, _UPDATED),
        language=tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _first(named, ("og:locale", "content-language"))
        or None,
        url=address or None,
        body=body if isinstance(body := record.get("articleBody"), str) else "",
    )


def _named(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _record(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article, or an empty one."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "") or not element.text or len(element.text) > _MOST:
            continue
        try:
            loaded = json.loads(element.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for record in _objects(loaded):
            kinds = record.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower() in _ARTICLE_TYPES for kind in kinds):
                return record
    return {}


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value[:200]:
            yield from _objects(inner, depth + 1)


def _first(named: dict[str, str], names: tuple[str, ...]) -> str:
    return next((named[name] for name in names if name in named), "")


def _first_day(named: dict[str, str], names: tuple[str, ...]) -> date | None:
    return next((day for name in names if name in named and (day := _day(named[name]))), None)


def _day(value: Any) -> date | None:
    return parse_day(value) if isinstance(value, str) and len(value) < 200 else None


def _stamped(tree: HtmlElement) -> date | None:
    """The day in the first ``<time datetime="…">``, as pages without metadata have it."""
    return next((day for element in tree.iter("time") if (day := _day(element.get("datetime")))), None)


def _name(value: Any) -> str:
    """The name of a person or organisation of JSON-LD: a string, an object with a name, or a list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(each) for each in value[:10])))
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = value[0] if value else ""
    return value.strip() if isinstance(value, str) else ""


def _byline(named: dict[str, str], record: dict[str, Any]) -> str | None:
    said = _name(record.get("author")) or next((named[name] for name in _BYLINES if name in named and "://" not in named[name]), "")
    return re.sub(r"^\s*by\s+", "", said, flags=re.IGNORECASE) or None


def _title(tree: HtmlElement, named: dict[str, str], record: dict[str, Any], outlet: str) -> str:
    headline = record.get("headline")
    title = headline if isinstance(headline, str) and headline.strip() else _first(named, _TITLES)
    if not title:
        title = next((text for tag in ("h1", "title") for element in tree.iter(tag) if (text := "".join(element.itertext()).strip())), "")
    parts = _SEPARATED.split(title)
    if len(parts) > 1 and outlet and parts[-1].casefold() == outlet.casefold():
        title = title[: title.rfind(parts[-1])].rstrip(" |–—·»-\t\n")
    return " ".join(title.split())


def _address(tree: HtmlElement, named: dict[str, str], record: dict[str, Any]) -> str:
    links = [element.get("href") or "" for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    said = record.get("url")
    candidates = [*links, _first(named, _ADDRESSES), said if isinstance(said, str) else ""]
    return next((address for address in candidates if _is_address(address)), "")


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
