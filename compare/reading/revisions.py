"""Which articles are versions of one article, of an earlier and a later hour: known by their source, their address, an id, or their likeness."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from compare.deferred import deferred
from compare.model import Article, letter
from compare.reading.voices import likeness

By = Literal["source", "address", "id", "likeness"]

ALIKE = 0.4
"""Share of common runs of five words from which two texts of one outlet are versions of one: what is left where a quarter of each is its own.
Of 7,037 pairs of different reports of one outlet in one archive, only one comes near it, a live story of two days (.36; all others are below .2).
"""
_NAMELESS = 0.5
"""The same where no outlet is named, and the titles agree."""
_WAYS: dict[By, str] = {
    "source": "one source at two times",
    "address": "the same address",
    "id": "the same article by the id in its address",
    "likeness": "their texts are in large part the same",
}

_FOLLOWERS = deferred(
    r"(?:utm|at|mc|ga)_.*|cmp(?:id)?|fbclid|gclid|igshid|ref(?:errer)?|smid|src|source|campaign|ito|taid|xtor", re.IGNORECASE
)
"""Parameters that say how a reader came to a page."""
_HOST = deferred(r"^(?:www|m|mobile|amp|edition)\.")
_NUMBER = deferred(r"(?<![0-9a-z])[a-z]?(\d{6,20})(?![0-9a-z])", re.IGNORECASE)
_UUID = deferred(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_DAY = deferred(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
VERSION = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""The ``part`` of an article that was kept: when it was, in UTC."""


class Revision(NamedTuple):
    """Two articles, by index, that are versions of one, and what they are known by."""

    before: int
    after: int
    by: By

    @property
    def known_by(self) -> str:
        """What they are known by, in words."""
        return _WAYS[self.by]


def revisions(articles: Sequence[Article]) -> tuple[Revision, ...]:
    """The pairs of versions that follow each other; several versions of one article make a chain. The same text twice is no revision.

    The later one is that which says that it was updated or published later; where they don't say, the one that was given later.
    """
    chains: list[list[tuple[int, By]]] = []
    for number, article in enumerate(articles):
        for chain in chains:
            by = next((by for other, _ in chain if (by := _same(articles[other], article))), None)
            if by:
                chain.append((number, by))
                break
        else:
            chains.append([(number, "source")])
    found: list[Revision] = []
    for chain in chains:
        ordered = sorted((number for number, _ in chain), key=lambda number: (_hour(articles[number]), number))
        for before, after in pairwise(ordered):
            if articles[before].text != articles[after].text:
                found.append(Revision(before, after, _same(articles[before], articles[after]) or chain[-1][1]))
    return tuple(found)


def notices(articles: Sequence[Article]) -> tuple[str, ...]:
    """A plain line for each revision among some articles."""
    return tuple(
        f"{letter(each.before)} and {letter(each.after)} are two versions of one article ({each.known_by}); {letter(each.before)} is taken as the earlier"
        for each in revisions(articles)
    )


def same_address(first: str | None, second: str | None) -> bool:
    """Whether two addresses lead to one page, however a reader came there."""
    page = _page(first) if first and second else None
    return page is not None and page == _page(second or "")


def _same(first: Article, second: Article) -> By | None:
    if VERSION.fullmatch(first.part) and VERSION.fullmatch(second.part):  # kept by us, which knows of what
        return "source" if first.source.removesuffix(first.part) == second.source.removesuffix(second.part) else None
    if same_address(first.url, second.url):
        return "address"
    if _ids(first.url) & _ids(second.url):
        return "id"
    named = first.outlet is not None and second.outlet is not None
    if named and first.outlet == second.outlet:
        return "likeness" if likeness(first.text, second.text) >= ALIKE else None
    if first.outlet is None and second.outlet is None and first.title.casefold() == second.title.casefold():
        return "likeness" if likeness(first.text, second.text) >= _NAMELESS else None
    return None


def _page(address: str) -> tuple[str, str, str] | None:
    """Host, path and parameters of a page, without what doesn't tell it from others; None for a site's front page."""
    try:
        parts = urlsplit(address)
        host = _HOST.sub("", (parts.hostname or "").lower())
    except ValueError:
        return None
    path = re.sub(r"/(?:amp|index\.html?)$|\.amp$", "", parts.path.rstrip("/"))
    kept = sorted((name, value) for name, value in parse_qsl(parts.query) if not _FOLLOWERS.fullmatch(name))
    return (host, path, urlencode(kept)) if host and (path or kept) else None


def _ids(address: str | None) -> frozenset[tuple[str, str]]:
    """The ids in the last step of an address's path, each with the host: a long number that is no day, or a UUID."""
    page = _page(address) if address else None
    if page is None:
        return frozenset()
    last = page[1].rpartition("/")[2]
    found = [number for number in _NUMBER.findall(last) if not _DAY.fullmatch(number)] + _UUID.findall(last.lower())
    return frozenset((page[0], each) for each in found)


def _hour(article: Article) -> tuple[date, str]:
    if VERSION.fullmatch(article.part):
        return date.min, article.part
    return article.updated or article.published or date.min, ""
