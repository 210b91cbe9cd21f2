"""What the user gave on the command line → articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from compare.errors import NewsdiffError, ReadingError
from compare.model import Article
from compare.progress import Tell, silent
from compare.reading import LARGEST_FILE, Hints, Reading, articles_in, articles_of, read_all
from compare.reading.cleaning import shown_path
from compare.reading.fetching import is_address
from compare.reading.known import remember
from compare.reading.naming import STANDARD_INPUT, Named, named
from compare.reading.revisions import notices as revision_notices
from compare.reading.voices import one_voice

if TYPE_CHECKING:
    from compare.reading.fetching.pages import Fetched


class Sources(NamedTuple):
    """The articles that could be read, a line for each file of a folder that couldn't, and what a reader should know of those that could.

    ``folders`` says whether a folder was among what was given.
    """

    articles: list[Article]
    problems: list[str]
    folders: bool
    notices: list[str]


READING = "Reading"
MOST_PAIRED = 200
"""Articles among which versions of one are looked for, each with each."""
_fields: dict[str, str] = {}


def choose_field(name: str, path: str) -> None:
    """Let a field of JSON records be found at a path of names (``text``, ``payload.body``), for the whole run."""
    _fields[name] = path


def gather(given: Sequence[str], *, leave_out: bool = False, tell: Tell = silent) -> Sources:
    """Read every file, folder, pattern, list and standard input that the user named. ``tell`` hears how many files are read, and of how many.

    Raises ReadingError for a named source that can't be read. An address, a bad file found in a folder, or one brought in by a pattern or a list, is
    only reported, unless nothing else is there; with ``leave_out`` so is a named one.
    """
    wanted = named(given)
    if [each.path for each in wanted].count(STANDARD_INPUT) > 1:
        raise ReadingError("-: standard input can be read only once; save one of the texts to a file")
    sources = Sources([], [], any(each.path != STANDARD_INPUT and _is_folder(each.path) for each in wanted), [])
    total = len(wanted)
    pages = _fetched([each.path for each in wanted if is_address(each.path) and not _is_file_address(each.path)], tell)
    for number, each in enumerate(wanted):
        remember(each.path, each.known)
        tell(READING, number, total)
        try:
            if is_address(each.path):
                _take_page(sources, each, pages)
            elif each.path == STANDARD_INPUT:
                _take(sources, articles_of(_standard_input(), STANDARD_INPUT, hints=Hints(fields=_fields)))
            elif _is_folder(each.path):
                _read_folder(each, sources, tell)
            else:
                _take(sources, read_all(each.path, Hints(fields=_fields)))
        except ReadingError as error:
            if not (leave_out or each.listed or is_address(each.path)):
                raise
            sources.problems.append(str(error))
    if given and not sources.articles:
        raise ReadingError(*sources.problems)
    for article in sources.articles:
        sources.notices.extend(f"{article.source}: {line}" for line in article.warnings)
    sources.notices.extend(one_voice(sources.articles))
    sources.notices.extend(revision_notices(sources.articles[:MOST_PAIRED]))
    return sources


def _is_file_address(given: str) -> bool:
    return given.lower().startswith("file://")


def _fetched(addresses: Sequence[str], tell: Tell) -> dict[str, Fetched | ReadingError]:
    """What came of the addresses among the sources; nothing is imported where there are none."""
    if not addresses:
        return {}
    from tui.fetching import fetched

    return fetched(addresses, tell)


def _take_page(sources: Sources, each: Named, pages: Mapping[str, Fetched | ReadingError]) -> None:
    from tui.fetching import local_file, noticed, taken

    if path := local_file(each.path):
        remember(path, each.known)
        _take(sources, read_all(path, Hints(fields=_fields)))
        return
    outcome = pages[each.path]
    _take(sources, taken(outcome, each.path, _fields))
    sources.notices.extend(noticed(outcome, each.path))


def _standard_input() -> bytes:
    """All that comes in, or one byte more than a file may have. Raises ReadingError."""
    try:
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ReadingError(f"-: standard input can't be read ({error.strerror})") from None


def _take(sources: Sources, reading: Reading) -> None:
    sources.articles.extend(reading.articles)
    sources.problems.extend(reading.problems)


def _is_folder(name: str) -> bool:
    """Whether this is a folder; a name that the system refuses is none, and reading it says why."""
    return os.path.isdir(name)  # noqa: PTH112 (pathlib raises where a name is too long)


def _read_folder(folder: Named, sources: Sources, tell: Tell) -> None:
    from compare.archive.folder import is_events_folder

    if is_events_folder(folder.path):
        shown = shown_path(folder.path)
        raise ReadingError(f"{shown}: holds the events of an archive; newsdiff {shown} lists them, newsdiff export has --event")
    problems: list[str] = []
    before = len(sources.articles)
    paths = articles_in(folder.path)
    for number, path in enumerate(paths):
        remember(path, folder.known)
        tell(READING, number, len(paths))
        try:
            reading = read_all(path, Hints(fields=_fields))
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
