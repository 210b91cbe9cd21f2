"""Pins: sentences that the user joined or parted by hand. They come before anything that the engine finds.

A file of pins is plain text, a pin a line, so that a person can read it and a version control can merge it::

    join 1f0c…64 hex digits… 120-245 9ab1… 33-150  # “first words of the one” = “first words of the other”
    part …

The digits are the SHA-256 of the articles' sources and the numbers the sentences' offsets (code points, half-open), so that a pin holds for this
text wherever its file lies, and for no other text.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from compare.alignment.moves import mark_moved
from compare.errors import ReadingError
from compare.model import Analysis, Link, Place, Reason

Action = Literal["join", "part"]
FILE_NAME = "newsdiff.pins"
"""What a file of pins is called beside the articles."""
_HEADER = "# Sentences joined and parted by hand; newsdiff reads and writes this file.\n# join|part SHA-256 start-end SHA-256 start-end  # the sentences\n"
_LINE = re.compile(r"(join|part)\s+([0-9a-f]{64})\s+(\d{1,12})-(\d{1,12})\s+([0-9a-f]{64})\s+(\d{1,12})-(\d{1,12})\s*(?:#\s?(.*))?")
_WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True, order=True)
class End:
    """A sentence of a certain text: the SHA-256 of its source and its offsets."""

    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pin:
    """Two sentences that belong together (``join``) or don't (``part``). ``a`` and ``b`` are in sorted order; ``note`` is for human readers."""

    action: Action
    a: End
    b: End
    note: str = ""

    @property
    def ends(self) -> tuple[End, End]:
        """The pin's key: there is at most one pin for two ends."""
        return (self.a, self.b)


def pin(action: Action, analyses: Sequence[Analysis], one: Place, other: Place) -> Pin:
    """The pin that joins or parts two sentences of different articles."""
    held = sorted((_end(analyses, place), _words(analyses, place)) for place in (one, other))
    return Pin(action, held[0][0], held[1][0], f"“{held[0][1]}” {'=' if action == 'join' else '≠'} “{held[1][1]}”")


def _end(analyses: Sequence[Analysis], place: Place) -> End:
    sentence = analyses[place.article].sentences[place.sentence]
    return End(analyses[place.article].article.sha256, sentence.start, sentence.end)


def _words(analyses: Sequence[Analysis], place: Place) -> str:
    words = analyses[place.article].sentences[place.sentence].text.split()
    return " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")


def with_pin(pins: Iterable[Pin], new: Pin) -> tuple[Pin, ...]:
    """The pins with one more; it takes the place of an earlier one for the same two sentences."""
    return (*(old for old in pins if old.ends != new.ends), new)


def without_pin(pins: Iterable[Pin], analyses: Sequence[Analysis], one: Place, other: Place) -> tuple[Pin, ...]:
    """The pins without the one for two sentences: the engine decides again."""
    gone = pin("join", analyses, one, other).ends
    return tuple(old for old in pins if old.ends != gone)


def pin_of(pins: Iterable[Pin], analyses: Sequence[Analysis], one: Place, other: Place) -> Pin | None:
    """The pin for two sentences, if there is one."""
    ends = pin("join", analyses, one, other).ends
    return next((old for old in pins if old.ends == ends), None)


def parse(text: str, name: str = FILE_NAME) -> tuple[Pin, ...]:
    """The pins in a file's text. Raises ReadingError, naming the line, where one isn't a pin."""
    found: tuple[Pin, ...] = ()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        plain = line.strip()
        if not plain or plain.startswith("#"):
            continue
        match = _LINE.fullmatch(plain)
        if match is None:
            raise ReadingError(f"{name}, line {number}: is no pin; it should read: join|part SHA-256 start-end SHA-256 start-end")
        one, other = sorted((End(match[2], int(match[3]), int(match[4])), End(match[5], int(match[6]), int(match[7]))))
        found = with_pin(found, Pin("join" if match[1] == "join" else "part", one, other, match[8] or ""))
    return found


def format_pins(pins: Iterable[Pin]) -> str:
    """The text of a file of pins, in a stable order."""
    lines = [
        f"{one.action} {one.a.sha256} {one.a.start}-{one.a.end} {one.b.sha256} {one.b.start}-{one.b.end}"
        + (f"  # {' '.join(one.note.split())}" if one.note.strip() else "")
        for one in sorted(pins, key=lambda one: one.ends)
    ]
    return _HEADER + "".join(f"{line}\n" for line in lines)


def read_pins(path: Path) -> tuple[Pin, ...]:
    """The pins in a file; none where there is no such file. Raises ReadingError where it can't be read or holds something else."""
    try:
        return parse(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        raise ReadingError(f"{path.name}: isn't UTF-8 text; remove it or mend it") from None
    except OSError as error:
        raise ReadingError(f"{path.name}: can't be read ({error.strerror}); check its permissions") from None


def write_pins(path: Path, pins: Iterable[Pin]) -> None:
    """Write the pins, all or nothing; a file without pins is removed. Raises ReadingError where that isn't possible."""
    held = tuple(pins)
    try:
        if not held:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(format_pins(held))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReadingError(f"{path.name}: can't be written ({error.strerror}); check the folder's permissions") from None


def apply(analyses: Sequence[Analysis], links: Sequence[Link], pins: Iterable[Pin]) -> tuple[Link, ...]:
    """The links with the user's pins: joined sentences are aligned and pinned whatever the engine found, parted ones have no link.

    A pin whose article isn't compared, or whose offsets are no sentence's, waits for a comparison that it fits.
    """
    wanted = _places(analyses, pins)
    if not wanted:
        return tuple(links)
    found = {(link.a, link.b): link for link in links}
    for ends, action in wanted.items():
        if action == "part":
            found.pop(ends, None)
        elif ends in found:
            found[ends] = replace(found[ends], relation="aligned", pinned=True)
        else:
            found[ends] = Link(*ends, score=1.0, relation="aligned", reasons=(Reason("by hand", 0.0, "joined by the user"),), pinned=True)
    kept: list[Link] = []
    by_articles: dict[tuple[int, int], list[Link]] = {}
    for link in sorted(found.values(), key=lambda link: (link.a.article, link.b.article, link.a, link.b)):
        by_articles.setdefault((link.a.article, link.b.article), []).append(link)
    for group in by_articles.values():
        kept += mark_moved(group)
    return tuple(kept)


def _places(analyses: Sequence[Analysis], pins: Iterable[Pin]) -> dict[tuple[Place, Place], Action]:
    """The pairs of sentences that the pins speak of; a later pin outweighs an earlier one."""
    standing: dict[End, list[Place]] = {}
    for article, analysis in enumerate(analyses):
        for number, sentence in enumerate(analysis.sentences):
            standing.setdefault(End(analysis.article.sha256, sentence.start, sentence.end), []).append(Place(article, number))
    found: dict[tuple[Place, Place], Action] = {}
    for one in pins:
        for left in standing.get(one.a, ()):
            for right in standing.get(one.b, ()):
                if left.article != right.article:
                    first, second = sorted((left, right))
                    found[first, second] = one.action
    return found
