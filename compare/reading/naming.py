"""What the user names → the paths that it stands for: patterns (``news/*.html``, also where a shell left them alone) and list files (``@list.txt``)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from glob import has_magic, iglob
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from compare.errors import ReadingError
from compare.reading.cleaning import shown_path
from compare.reading.decoding import decode
from compare.reading.draft import Unreadable
from compare.reading.files import file_bytes, is_descriptor
from compare.reading.known import NOTHING, Known, split
from compare.reading.limits import LARGEST

MOST_PATHS = 200_000
STANDARD_INPUT = "-"


class Named(NamedTuple):
    """A path (or a URL, or ``-``) and what was said of it. ``listed`` says that a pattern or a list brought it, not the user by name."""

    path: str
    known: Known = NOTHING
    listed: bool = False


def named(given: Sequence[str]) -> list[Named]:
    """The paths that arguments stand for, in order; a pattern's by name, each file once.

    ``@FILE`` is a list, a path, pattern or address a line (``#`` begins a comment), relative to the list's folder; ``@-`` takes it from standard
    input. Raises ReadingError for a pattern that matches nothing and for a list that can't be read.
    """
    return [each for argument in given for each in _named(argument)]


def _named(argument: str) -> Iterator[Named]:
    if argument.startswith("@") and len(argument) > 1 and not os.path.lexists(argument):
        yield from _listed(argument[1:])
        return
    path, known = split(argument)
    if not has_magic(path) or os.path.lexists(path) or "://" in path:
        yield Named(path, known)
        return
    for found in _matching(path):
        yield Named(found, known, listed=True)


def _matching(pattern: str) -> list[str]:
    """The files that a pattern stands for; a file that links lead to in several ways counts once, so that a loop of links ends."""
    seen: set[tuple[int, int]] = set()
    found: list[str] = []
    for path in islice(iglob(pattern, recursive=True), MOST_PATHS):  # noqa: PTH207 (names that pathlib refuses)
        try:
            status = os.stat(path)  # noqa: PTH116
        except (OSError, ValueError):
            continue
        if os.path.isfile(path) and (status.st_dev, status.st_ino) not in seen:  # noqa: PTH113
            seen.add((status.st_dev, status.st_ino))
            found.append(path)
    if not found:
        raise ReadingError(f"{shown_path(pattern)}: no such file; nothing matches this pattern")
    return sorted(found)


def spelled_out(given: Sequence[str]) -> tuple[str, ...]:
    """These arguments, with the lines of the list that comes in for ``@-`` in its place: it can be read only once. Raises ReadingError."""
    return tuple(one for each in given for one in (_lines(STANDARD_INPUT) if each == f"@{STANDARD_INPUT}" else (each,)))


def beside(given: Sequence[str]) -> list[Path | int]:
    """The files among arguments that are no article's path: lists, and what was read as a descriptor of ours, standard input (0) or another."""
    read_from: list[Path | int] = [0] if {STANDARD_INPUT, f"@{STANDARD_INPUT}"} & set(given) else []
    listed = (each[1:] for each in given if each.startswith("@") and each not in {"@", f"@{STANDARD_INPUT}"} and not os.path.lexists(each))
    return [*read_from, *map(Path, listed), *(Path(each) for each in given if is_descriptor(each))]


def _standard_input() -> bytes:
    try:
        content = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(f"standard input can't be read ({error.strerror})") from None
    if len(content) > LARGEST:
        raise Unreadable(f"is larger than {LARGEST // 2**20} MiB, too large for a list")
    return content


def _lines(name: str) -> list[str]:
    try:
        text = decode(_standard_input() if name == STANDARD_INPUT else file_bytes(name))
    except Unreadable as error:
        raise ReadingError(f"{shown_path(name)}: {error}") from None
    lines = [line.strip() for line in text.replace("\0", "\n").splitlines()]
    wanted = [line for line in lines if line and not line.startswith("#")]
    if not wanted:
        raise ReadingError(f"{shown_path(name)}: lists no articles; write one path on each line")
    return wanted[:MOST_PATHS]


def _listed(name: str) -> Iterator[Named]:
    folder = "" if name == STANDARD_INPUT or is_descriptor(name) else os.path.split(name)[0]
    for line in _lines(name):
        path, known = split(line)
        if folder and "://" not in path:
            path = str(Path(folder) / path)  # one that is absolute stays as it is
        if has_magic(path) and not os.path.lexists(path) and "://" not in path:
            yield from (Named(found, known, listed=True) for found in _matching(path))
        else:
            yield Named(path, known, listed=True)
