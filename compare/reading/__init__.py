"""Sources → articles. One module a format; ``FORMATS`` is the one registry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple

from compare.errors import ReadingError
from compare.model import Article
from compare.reading import plain
from compare.reading.cleaning import composed, inert, shown_path, unescaped
from compare.reading.decoding import decode

LARGEST = 8 * 1024 * 1024
"""Bytes of a source at most: twice as many as "War and Peace" has."""


class Format(NamedTuple):
    """A kind of source: the file endings that it goes by and the function that turns its decoded text into an article's fields."""

    name: str
    endings: tuple[str, ...]
    parse: Callable[[str, str], plain.Fields]


FORMATS: tuple[Format, ...] = (Format("text", (".txt", ".text", ".md", ""), plain.parse),)


def format_of(name: str) -> Format | None:
    """The format that a file of this name holds, judged by its ending; None where newsdiff can't read such files."""
    ending = Path(name).suffix.lower()
    return next((candidate for candidate in FORMATS if ending in candidate.endings), None)


def read(source: str | PathLike[str]) -> Article:
    """Read one article from a file.

    Raises ReadingError, with one line for the user, where the file is missing, a folder, empty, binary, too large or not permitted.
    """
    given = fspath(source)
    shown = shown_path(given)
    if not given.strip():
        raise ReadingError(f"{shown!r}: no such file; a name is needed")
    if "://" in given:
        raise ReadingError(f"{shown}: web pages can't be read yet; save the page's text to a file and give that")
    path = Path(given)
    try:
        if path.is_dir():
            raise ReadingError(f"{shown}: is a folder; give its files, or open it in the reader with: newsdiff {shown}")
        if not path.is_file() and path.exists():
            raise ReadingError(f"{shown}: is not a regular file; pipe it in with - instead")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ReadingError(f"{shown}: no such file; check the path") from None
    except PermissionError:
        raise ReadingError(f"{shown}: not permitted to read it; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = inert(getattr(error, "strerror", None) or str(error))
        raise ReadingError(f"{shown}: can't be read ({reason})") from None
    return read_bytes(content, given, given)


def read_bytes(content: bytes, source: str, path: str = "") -> Article:
    """Make an article of a source's bytes. ``source`` is what the user gave; it names the article where nothing better does. ``path`` is the file
    that the bytes came from, "" for none.

    Raises ReadingError where the bytes are empty, too many, binary, or hold no visible character.
    """
    shown = shown_path(source)
    if len(content) > LARGEST:
        raise ReadingError(f"{shown}: is larger than {LARGEST // 2**20} MiB; that is no article")
    if not content.strip():
        raise ReadingError(f"{shown}: is empty; an article needs some text")
    text = composed(inert(unescaped(decode(content, shown))))
    if not any(character.isalnum() for character in text):
        raise ReadingError(f"{shown}: has no words in it; an article needs some text")
    kind = format_of(source) or FORMATS[0]
    fields = kind.parse(text, shown)
    return Article(
        source=shown,
        text=text,
        sha256=hashlib.sha256(content).hexdigest(),
        title=inert(fields.title),
        outlet=fields.outlet,
        published=fields.published,
        language=fields.language,
        path=path,
    )


def articles_in(folder: str | PathLike[str]) -> tuple[str, ...]:
    """The paths of the files in a folder that newsdiff can read, by name; hidden files and README files are passed over.

    Raises ReadingError where there are none, or the folder can't be listed.
    """
    shown = shown_path(folder)
    try:
        found = sorted(
            fspath(path)
            for path in Path(folder).iterdir()
            if path.is_file()
            and not path.name.startswith(".")
            and path.stem.lower() != "readme"
            and path.suffix
            and format_of(path.name) is not None
        )
    except OSError as error:
        raise ReadingError(f"{shown}: can't be listed ({error.strerror}); check its permissions") from None
    if not found:
        endings = ", ".join(ending for kind in FORMATS for ending in kind.endings if ending)
        raise ReadingError(f"{shown}: no articles in this folder; newsdiff reads files ending in {endings}")
    return tuple(found)
