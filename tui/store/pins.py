"""The files of pins: which count for some articles, which one the reader writes, and how two readers at once keep out of each other's way.

Pins stand in a text file, ``newsdiff.pins``, beside the articles and in the user's data folder. Both are read; the user's own outweigh those
beside the articles. The reader writes the one beside the articles where there is one, else the user's. ``$NEWSDIFF_PINS``, or ``--pins``,
names another file that is used instead; empty, or with ``--no-pins``, there are none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare.align.pins import FILE_NAME, Pin, edited, merged, pin, read_pins, without
from compare.errors import NewsdiffError
from tui.paths import absolute
from tui.remembered import data_folder
from tui.store.keeping import StoreError

if TYPE_CHECKING:
    from compare.model import Analysis, Article, PinAction, Place

VARIABLE = "NEWSDIFF_PINS"


class Held(NamedTuple):
    """The pins that count, and a line for each file of them that can't be read."""

    pins: tuple[Pin, ...]
    problems: tuple[str, ...]


def choose(file: str | None) -> None:
    """Use this file of pins and no other from now on; "" for none at all."""
    if file is not None:
        os.environ[VARIABLE] = str(absolute(file)) if file else ""


def files(articles: Iterable[Article], folders: Iterable[Path] = ()) -> list[Path]:
    """The files of pins that are there for these articles, the weightiest last. ``folders`` are further ones where the articles lie."""
    chosen = os.environ.get(VARIABLE)
    if chosen is not None:
        return [Path(chosen)] if chosen else []
    beside = {absolute(folder) / FILE_NAME for folder in (*_folders(articles), *folders)}
    own = absolute(data_folder()) / FILE_NAME
    return [file for file in (*sorted(beside - {own}), own) if os.path.lexists(file)]


def file_to_write(articles: Iterable[Article]) -> Path:
    """Where the reader puts a new pin. Raises StoreError where pins were forbidden."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    if chosen is not None:
        raise StoreError("Pins are switched off (--no-pins)")
    beside = (absolute(folder) / FILE_NAME for folder in _folders(articles))
    own = absolute(data_folder()) / FILE_NAME
    return next((file for file in beside if file.is_file() and os.access(file, os.W_OK)), own)


def held(articles: Iterable[Article], folders: Iterable[Path] = ()) -> Held:
    """The pins for these articles from all files that can be read."""
    pins: list[Pin] = []
    problems: list[str] = []
    for file in files(articles, folders):
        try:
            pins += read_pins(file)
        except NewsdiffError as error:
            problems.append(str(error))
    return Held(merged(pins), tuple(problems))


def pins_for(articles: Iterable[Article], folders: Iterable[Path] = ()) -> tuple[Pin, ...]:
    """The pins for these articles. Raises ReadingError where a file of them can't be read: a comparison without them would not be the user's."""
    return merged(one for file in files(articles, folders) for one in read_pins(file))


def put(analyses: Sequence[Analysis], action: PinAction, one: Place, other: Place) -> None:
    """Keep a pin; it takes the place of what was pinned about the two sentences. Raises StoreError where that can't be, and nothing is lost."""
    target = file_to_write(analysis.article for analysis in analyses)
    new = pin(action, analyses, one, other)

    def change(file: Path, pins: tuple[Pin, ...]) -> tuple[Pin, ...]:
        rest = without(pins, analyses, one, other)
        return merged((*rest, new)) if file == target else rest

    _change(analyses, change, target)


def drop(analyses: Sequence[Analysis], one: Place, other: Place) -> None:
    """Pin nothing about two sentences any more. Raises StoreError where that can't be, and nothing is lost."""
    _change(analyses, lambda _, pins: without(pins, analyses, one, other))


def _change(analyses: Sequence[Analysis], change: Callable[[Path, tuple[Pin, ...]], tuple[Pin, ...]], *new: Path) -> None:
    """Change the files from what they hold at this moment, so that what another reader has written stays. All are read before one is written."""
    from compare.export import write_text

    try:
        with _alone():
            there = files(analysis.article for analysis in analyses)
            before = {file: read_pins(file) if file.exists() else () for file in dict.fromkeys((*new, *there))}
            for file, pins in before.items():
                after = change(file, pins)
                if after != pins:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    write_text(file, edited(file.read_text(encoding="utf-8") if file.exists() else "", after))
    except (NewsdiffError, OSError) as error:
        raise StoreError(f"Nothing was pinned: {error}") from None


@contextmanager
def _alone() -> Iterator[None]:
    """One of the user's readers at a time. Where the system has no lock to give, a writer still reads just before it writes."""
    with ExitStack() as stack:
        try:
            folder = data_folder()
            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(folder / "pins.lock", os.O_RDWR | os.O_CREAT, 0o600)
            stack.callback(os.close, descriptor)
            _lock(descriptor)
        except OSError:
            pass
        yield


def _lock(descriptor: int) -> None:
    """Wait until this file is nobody else's; closing it lets it go."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _folders(articles: Iterable[Article]) -> list[Path]:
    """The folders that the articles lie in, in their order."""
    return list(dict.fromkeys(absolute(article.path).parent for article in articles if article.path))
