"""What the user gave on the command line → articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from compare.errors import NewsdiffError, ReadingError
from compare.model import Article
from compare.reading import LARGEST_FILE, articles_in, articles_of, read_all

STANDARD_INPUT = "-"


class Sources(NamedTuple):
    """The articles that could be read, and a line for each file of a folder that couldn't.

    ``folders`` says whether a folder was among what was given.
    """

    articles: list[Article]
    problems: list[str]
    folders: bool


def gather(given: Sequence[str], *, leave_out: bool = False) -> Sources:
    """Read every file, folder and standard input that the user named.

    Raises ReadingError for a named source that can't be read. A bad file found in a folder is only reported, unless nothing else is there; with
    ``leave_out`` so is a named one.
    """
    if given.count(STANDARD_INPUT) > 1:
        raise ReadingError("-: standard input can be read only once; save one of the texts to a file")
    sources = Sources([], [], any(name != STANDARD_INPUT and _is_folder(name) for name in given))
    for name in given:
        if name == STANDARD_INPUT:
            reading = articles_of(_standard_input(), STANDARD_INPUT)
            sources.articles.extend(reading.articles)
            sources.problems.extend(reading.problems)
            continue
        try:
            if _is_folder(name):
                _read_folder(name, sources)
            else:
                reading = read_all(name)
                sources.articles.extend(reading.articles)
                sources.problems.extend(reading.problems)
        except ReadingError as error:
            if not leave_out:
                raise
            sources.problems.append(str(error))
    if given and not sources.articles:
        raise ReadingError(sources.problems[0])
    return sources


def _standard_input() -> bytes:
    """All that comes in, or one byte more than a file may have. Raises ReadingError."""
    try:
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ReadingError(f"-: standard input can't be read ({error.strerror})") from None


def _is_folder(name: str) -> bool:
    """Whether this is a folder; a name that the system refuses is none, and reading it says why."""
    return os.path.isdir(name)  # noqa: PTH112 (pathlib raises where a name is too long)


def _read_folder(name: str, sources: Sources) -> None:
    problems: list[str] = []
    before = len(sources.articles)
    for path in articles_in(name):
        try:
            reading = read_all(path)
            sources.articles.extend(reading.articles)
            problems.extend(reading.problems)
        except ReadingError as error:
            problems.append(str(error))
    if len(sources.articles) == before:
        raise ReadingError(problems[0])
    sources.problems.extend(problems)


def base_index(given: str | None, sources: Sources) -> int:
    """The index of the base article that ``--base`` names by its letter, its number from 1, or its path. Raises NewsdiffError otherwise."""
    from compare.model import letter

    if given is None:
        return 0
    for number, article in enumerate(sources.articles):
        if given.upper() == letter(number) or given == str(number + 1) or (article.path and given == article.path):
            return number
    last = letter(len(sources.articles) - 1)
    raise NewsdiffError(f"--base {given}: no such article; give a letter from A to {last}, a number, or one of the paths")


def keyboard_from_terminal() -> None:
    """After standard input was read as an article: make the terminal the keyboard. Raises NewsdiffError where there is no terminal."""
    try:
        terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    except OSError:
        raise NewsdiffError("the reader needs a terminal for its keyboard; for plain text use: newsdiff diff") from None
    os.dup2(terminal, 0)
    os.close(terminal)
