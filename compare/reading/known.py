"""What the user knows of an article better than its file: said with its name (``path@outlet=Name``), or in an ``articles.toml`` beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from compare.errors import ReadingError
from compare.model import Article
from compare.reading.building import field
from compare.reading.cleaning import inert, shown_path
from compare.reading.metadata import parse_day
from compare.reading.outlets import outlet_of

FILE_NAME = "articles.toml"
FIELDS = ("outlet", "title", "published", "url")
_GIVEN = re.compile(rf"@({'|'.join(FIELDS)})=")
_LARGEST = 4 * 1024 * 1024


class Known(NamedTuple):
    """What is known of an article; None leaves what its file says."""

    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    url: str | None = None

    def over(self, other: Known) -> Known:
        """What both know; where they disagree it is this one's word that counts."""
        return other._replace(**{name: value for name, value in self._asdict().items() if value is not None})

    def applied(self, article: Article) -> Article:
        """The article with what is known in the place of what its file says."""
        changed = {name: value for name, value in self._asdict().items() if value is not None}
        if self.url and not self.outlet and (outlet := outlet_of(self.url)):
            changed["outlet"] = outlet
        return replace(article, **changed) if changed else article


NOTHING = Known()


def split(given: str) -> tuple[str, Known]:
    """An argument as a path and what was said with it: ``a.txt@outlet=Reuters@published=2025-10-27``.

    A file that has this very name is meant as it is. Raises ReadingError where a day is none.
    """
    found = list(_GIVEN.finditer(given))
    if not found or os.path.lexists(given):
        return given, NOTHING
    ends = [each.start() for each in found[1:]] + [len(given)]
    return given[: found[0].start()], _known(
        {each[1]: given[each.end() : end] for each, end in zip(found, ends, strict=True)}, shown_path(given)
    )


def _known(said: Mapping[str, object], where: str) -> Known:
    values: dict[str, str | date] = {}
    for name in FIELDS:
        value = said.get(name)
        if value is None:
            continue
        if name == "published":
            day = value if isinstance(value, date) else parse_day(str(value))
            if day is None:
                raise ReadingError(f"{where}: {inert(str(value))!r} isn't a date; write it as 2025-10-27")
            values[name] = date(day.year, day.month, day.day)
        elif isinstance(value, str) and (clean := field(value)):
            values[name] = clean
    return Known(**values)  # type: ignore[arg-type]  # a day for published, strings for the others


_given: dict[str, Known] = {}
"""What was said on the command line, by path: it holds for the whole run, however often a file is read again."""


def remember(path: str, known: Known) -> None:
    """Let what was said of a path hold from now on."""
    if known != NOTHING:
        _given[path] = known


def known_of(path: str, part: str = "", *, beside: bool = True) -> Known:
    """All that is known of an article: what was said on the command line, then what ``articles.toml`` beside it says (not for what
    isn't a file: ``beside`` is false).

    Raises ReadingError, with one line, where that file isn't what it should be.
    """
    known = _given.get(path, NOTHING)
    return known.over(_beside(path, part)) if beside else known


def _beside(path: str, part: str) -> Known:
    folder, name = os.path.split(path)
    table = f"{folder}{os.sep}{FILE_NAME}" if folder else FILE_NAME
    try:
        seen = os.stat(table).st_mtime_ns  # noqa: PTH116 (pathlib refuses some names)
    except (OSError, ValueError):
        return NOTHING
    entries = _table(table, seen)
    known = entries.get(f"{name}#{part}", NOTHING) if part else NOTHING
    return known.over(entries.get(name, NOTHING)).over(entries.get("*", NOTHING))


@lru_cache(maxsize=64)
def _table(table: str, _seen: int) -> dict[str, Known]:
    """A folder's table of articles, by file name (``name#part`` for one of several, ``*`` for all)."""
    import tomllib

    shown = shown_path(table)
    try:
        if not Path(table).is_file() or Path(table).stat().st_size > _LARGEST:
            return {}
        loaded = tomllib.loads(Path(table).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ReadingError(
            f"{shown}: isn't a table of articles ({inert(str(error)).splitlines()[0] if str(error) else 'unreadable'})"
        ) from None
    return {name: _known(said, f"{shown}: {inert(name)}") for name, said in loaded.items() if isinstance(said, dict)}
