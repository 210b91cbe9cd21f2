"""Sources → articles. One module a format (``registry`` lists them); whatever a source holds, articles or one clear line come of it.

What takes bytes needs no file: ``articles_of(content, name, hints=Hints(...))`` reads what a server has sent as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple

from compare.errors import ReadingError
from compare.model import Article
from compare.reading import registry
from compare.reading.building import build
from compare.reading.cleaning import shown_path
from compare.reading.draft import Budget, Hints, Trouble, Unreadable
from compare.reading.fetching import is_address, reading_of
from compare.reading.files import file_bytes, is_descriptor
from compare.reading.known import known_of
from compare.reading.limits import LARGEST, LARGEST_FILE
from compare.reading.registry import FORMATS, Format
from compare.reading.registry import by_name as format_of

__all__ = [
    "FORMATS",
    "LARGEST",
    "LARGEST_FILE",
    "Format",
    "Hints",
    "Reading",
    "articles_in",
    "articles_of",
    "format_of",
    "read",
    "read_all",
    "read_bytes",
]


class Reading(NamedTuple):
    """What came of one source: its articles, and a line for each article in it that couldn't be read."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]


def read(source: str | PathLike[str] | bytes | bytearray | memoryview, part: str = "") -> Article:
    """Read one article from a file, a web address or bytes; ``part`` names it if the source holds several (see ``Article.part``).

    Raises TypeError for anything else, and ReadingError, with one line for the user, if the file is missing, a folder, empty, of an unknown
    kind, too large or not readable, or if it holds several articles and no ``part`` is named.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return _the_one(articles_of(bytes(source), "bytes"), "bytes", part)
    if not isinstance(source, str | PathLike):
        raise TypeError(f"read() takes a path, an address or a source's bytes, not {type(source).__name__}; for a text use Article(text=…)")
    given = fspath(source)
    return _the_one(read_all(given), shown_path(given), part)


def read_all(source: str | PathLike[str], hints: Hints | None = None) -> Reading:
    """Read every article that a file holds, or a web address leads to (fetched from the public network, and not kept).

    Raises ReadingError as :func:`read`, or where none of its articles can be read.
    """
    given = fspath(source)
    if is_address(given):
        from compare.reading.fetching.pages import Fetcher

        return reading_of(Fetcher().fetch(given), given, hints.fields if hints else None)
    return articles_of(file_bytes(given), given, "" if is_descriptor(given) else given, hints)


def read_bytes(content: bytes, source: str, path: str = "") -> Article:
    """Make an article from a source's bytes. ``source`` is what the user gave; it names the article if nothing better does. ``path`` is the file
    that the bytes came from, "" if none.

    Raises ReadingError like :func:`read`.
    """
    return _the_one(articles_of(content, source, path), shown_path(source))


def articles_of(content: bytes, source: str, path: str = "", hints: Hints | None = None) -> Reading:
    """Every article in a source's bytes; ``hints`` say what is known of them beside (a server's content type, the address of a page).

    Raises ReadingError where there is none that can be read.
    """
    shown = shown_path(source)
    hints = hints or Hints()
    hints = hints._replace(name=hints.name or source, budget=Budget())
    articles: list[Article] = []
    problems: list[str] = []
    try:
        for found in registry.drafts(content, hints):
            part = f"{shown}#{shown_path(found.part)}" if found.part else shown
            if isinstance(found, Trouble):
                problems.append(f"{part}: {found.reason}")
                continue
            try:
                articles.append(known_of(path or source, found.part, beside=bool(path)).applied(build(found, content, source, path)))
            except Unreadable as error:
                problems.append(f"{part}: {error}")
    except Unreadable as error:
        problems.append(f"{shown}: {error}")
    if not articles:
        raise ReadingError(problems[0] if problems else f"{shown}: has no articles in it")
    return Reading(tuple(articles), tuple(problems))


def _the_one(reading: Reading, shown: str, part: str = "") -> Article:
    if part:
        named = next((article for article in reading.articles if article.part == part), None)
        if named is None:
            raise ReadingError(f"{shown}: no longer has an article {shown_path(part)}")
        return named
    if len(reading.articles) > 1:
        raise ReadingError(f"{shown}: holds {len(reading.articles)} articles; one is needed here")
    return reading.articles[0]


def articles_in(folder: str | PathLike[str]) -> tuple[str, ...]:
    """The paths of the files in a folder that newsdiff can read, by name; hidden files and README files are passed over.

    Raises ReadingError where there are none, or the folder can't be listed.
    """
    shown = shown_path(folder)
    try:
        found = sorted(fspath(path) for path in _readable(Path(folder)))
    except OSError as error:
        raise ReadingError(f"{shown}: can't be listed ({error.strerror}); check its permissions") from None
    if not found:
        endings = ", ".join(ending for kind in FORMATS.values() for ending in kind.endings if ending)
        raise ReadingError(f"{shown}: no articles in this folder; newsdiff reads files ending in {endings}")
    return tuple(found)


def _readable(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.suffix and not path.name.startswith(".") and path.stem.lower() != "readme" and format_of(path.name) and path.is_file():
            yield path
