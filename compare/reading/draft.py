"""What a format's reader gives of a source: the article as its file has it, not yet cleaned; and what it is told beside the bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from compare.reading import limits


class Unreadable(Exception):
    """A source, or one article in it, that can't be read; the message is the reason in plain words, without the source's name."""


class Budget:
    """What may still come out of one source, over all archives in it."""

    def __init__(self) -> None:
        self._bytes = limits.UNPACKED
        self._articles = limits.MOST_ARTICLES

    @property
    def left(self) -> int:
        """Bytes that may still be unpacked; negative once there was too much of anything."""
        return self._bytes

    def unpack(self, size: int) -> None:
        """Account for bytes that were unpacked. Raises Unreadable where they are too many."""
        self._bytes -= size
        if self._bytes < 0:
            raise Unreadable(f"holds more than {limits.UNPACKED // 2**20} MiB when unpacked; unpack it and give its files")

    def article(self) -> None:
        """Account for an article. Raises Unreadable where they are too many."""
        self._articles -= 1
        if self._articles < 0:
            self._bytes = -1
            raise Unreadable(f"holds more than {limits.MOST_ARTICLES:,} articles; the rest is left out")


class Hints(NamedTuple):
    """What is known of a source beside its bytes, all of it optional.

    ``name`` is the file's name or address (its ending is looked at), ``content_type`` and ``charset`` what a server said, ``url`` where a page
    came from, ``fields`` which fields of a record hold what (``{"text": "payload.body"}``). ``depth`` counts the archives around it, ``budget`` is
    what all of them share.
    """

    name: str = ""
    content_type: str = ""
    charset: str = ""
    url: str = ""
    fields: Mapping[str, str] = {}
    depth: int = 0
    budget: Budget = Budget()  # never drawn on: reading a source begins with a new one


@dataclass(slots=True)
class Draft:
    """One article as a format's reader found it. Its strings are foreign: nothing in them is safe to show yet.

    ``text`` has paragraphs parted by line ends. ``dropped`` are stretches of the source that were left out as boilerplate, each with the offset in
    ``text`` at which it stood, in order. ``part`` names the article within a source of several; ``content`` are the bytes that are its own there.
    """

    text: str
    title: str = ""
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    updated: date | None = None
    language: str | None = None
    url: str | None = None
    part: str = ""
    format: str = ""
    content: bytes | None = None
    dropped: list[tuple[int, str]] = field(default_factory=list)


class Trouble(NamedTuple):
    """One article of several that can't be read, and why; the others can."""

    part: str
    reason: str


Found = Iterator[Draft | Trouble]
"""What the ``read(content, hints)`` of a format's module gives: its articles, in the source's order."""


class Blocks:
    """A draft's text and what is left out of it, put together block by block."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._length = 0
        self.dropped: list[tuple[int, str]] = []

    def keep(self, text: str) -> None:
        """Add a block: a paragraph or a heading, on lines of its own."""
        if text.strip():
            if self._kept:
                text = "\n\n" + text
            self._kept.append(text)
            self._length += len(text)

    def drop(self, text: str) -> None:
        """Leave a block out, and remember where it stood."""
        if text.strip():
            self.dropped.append((self._length, "\n\n" + text if self._length else text))

    @property
    def text(self) -> str:
        return "".join(self._kept)
