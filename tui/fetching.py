"""Web addresses that the user gives: where their pages are kept, and whether machines that aren't public may be asked."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

from compare.errors import ReadingError
from compare.progress import Tell, silent
from compare.reading.fetching import reading_of
from compare.reading.fetching.guard import anywhere, is_public

if TYPE_CHECKING:
    from compare.model import Article
    from compare.reading import Reading
    from compare.reading.fetching.pages import Fetched, Fetcher

_allowed: list[bool] = []
_asking: list[bool] = []


def allow_local() -> None:
    """Let this machine, the local network and ``file:`` addresses be read, for the whole run."""
    _allowed[:] = [True]


def ask_servers() -> None:
    """Take no kept page without asking its server, and what sites want of programs anew, from now on."""
    _asking[:] = [True]
    _fetcher.cache_clear()


def cache_file() -> Path:
    """Where fetched pages are kept: ``$NEWSDIFF_CACHE``, else the system's folder for such files."""
    named = os.environ.get("NEWSDIFF_CACHE")
    if named:
        return Path(named) / "pages.sqlite3"
    from platformdirs import user_cache_path

    return user_cache_path("newsdiff", appauthor=False) / "pages.sqlite3"


def local_file(address: str) -> str:
    """The path of a ``file:`` address where those are allowed, "" for any other address. Raises ReadingError where they aren't."""
    if not address.lower().startswith("file://"):
        return ""
    if not _allowed:
        raise ReadingError(f"{address}: file: addresses are read only with --allow-local; give the file's path")
    return url2pathname(urlsplit(address).path)


def fetched(addresses: Sequence[str], tell: Tell = silent) -> dict[str, Fetched | ReadingError]:
    """What came of each address, several hosts at once."""
    from compare.reading.fetching.together import fetch_all

    return fetch_all(addresses, _fetcher(bool(_allowed), cache_file(), bool(_asking)), tell)


def asked(addresses: Sequence[str], tell: Tell = silent) -> dict[str, Fetched | ReadingError]:
    """As :func:`fetched`, but no kept page is taken without asking its server."""
    from compare.reading.fetching.together import fetch_all

    return fetch_all(addresses, _fetcher(bool(_allowed), cache_file(), True), tell)


class Opened(NamedTuple):
    """The articles behind some addresses, and a line for each that can't be had."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]
    notices: tuple[str, ...]


def opened(addresses: Sequence[str], tell: Tell = silent, fields: Mapping[str, str] | None = None) -> Opened:
    """Fetch addresses and read their articles."""
    articles: list[Article] = []
    problems: list[str] = []
    notices: list[str] = []
    for address, outcome in fetched(addresses, tell).items():
        try:
            reading = taken(outcome, address, fields)
        except ReadingError as error:
            problems.append(str(error))
            continue
        articles += reading.articles
        problems += reading.problems
        notices += noticed(outcome, address)
    return Opened(tuple(articles), tuple(problems), tuple(notices))


def taken(outcome: Fetched | ReadingError, address: str, fields: Mapping[str, str] | None = None) -> Reading:
    """The articles in what came of an address. Raises ReadingError."""
    if isinstance(outcome, ReadingError):
        raise outcome
    return reading_of(outcome, address, fields)


def noticed(outcome: Fetched | ReadingError, address: str) -> list[str]:
    """A line where a kept copy stands in for a page that can't be had now."""
    return [f"{address}: {outcome.notice}"] if not isinstance(outcome, ReadingError) and outcome.notice else []


@lru_cache(maxsize=4)
def _fetcher(local: bool, file: Path, ask: bool) -> Fetcher:  # noqa: FBT001
    """One for the whole run: it knows which hosts were asked when."""
    from compare.reading.fetching.cache import Cache
    from compare.reading.fetching.pages import FRESH, Fetcher

    return Fetcher(Cache(file), allows=anywhere if local else is_public, fresh=0 if ask else FRESH, option="--allow-local")
