"""One article: its text and its sentences."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from compare.records import dataclass

if TYPE_CHECKING:
    from compare.model.mentions import Mention, Quotation, Value
    from compare.model.points import Problem

SentenceKind = Literal["sentence", "heading"]
AsideKind = Literal["date", "dateline", "byline", "credit", "boilerplate"]
ChangeKind = Literal["escape", "invisible", "control", "direction", "composed", "look-alike", "boilerplate"]
_MOST_WARNINGS = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A place where the article's text isn't what its source has: ``text[start:end]`` stands for ``original``; nothing stands for what was removed.

    ``escape``: an escape of HTML ("&amp;") in a text that is none; ``invisible``: soft hyphens, zero-width characters, tags; ``control``: what a
    terminal obeys; ``direction``: bidirectional overrides; ``composed``: a letter and its accents made one character; ``look-alike``: a word with
    letters of another script, read as what it looks like; ``boilerplate``: a caption, a list of related stories and the like, left out of a page.
    """

    kind: ChangeKind
    start: int
    end: int
    original: str


@dataclass(frozen=True, slots=True)
class Article:
    r"""One text by one outlet, as it was read; or made of a text and what is known of it: ``Article(text=…, outlet="The Courier")``.

    Where no ``sha256`` is given the text is cleaned as one that is read from a file is, and what isn't said is found as there: the hash of the text
    in UTF-8, the title (its headline), the date in it, its language; ``source`` is then the outlet's name, or "text".
    Raises TypeError for a field of another type, ReadingError for a text without words.

    ``source`` is what the user gave (a path, a URL or ``-``), made safe to print on one line: a name to show, never to open. ``path`` is the
    file's path as it was given, byte for byte, for whoever opens, watches or spares the file; "" where the text came from none. ``text`` has
    ``\\n`` line ends and no control characters (each stands as its control picture), so that no consumer can send a raw one to a terminal.
    ``sha256`` is of the source's bytes. ``part`` names the article within a source that holds several (its number from 1, or its name in an
    archive), else "". ``byline``, ``updated`` and ``url`` are as the source has them. ``changes`` are all places, in order, where the text isn't
    the source's (line ends aside).
    """

    source: str = ""
    text: str = field(default="", repr=False)  # who describes an article (a log, a worker of Textual's) mustn't write it out
    sha256: str = ""
    title: str = ""
    outlet: str | None = None
    published: date | None = None
    language: str = "en"
    path: str = field(default="", repr=False)
    part: str = ""
    format: str = "text"
    byline: str | None = None
    updated: date | None = None
    url: str | None = None
    changes: tuple[Change, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.sha256:
            from compare.reading.by_hand import complete

            for name, value in complete(self).items():
                object.__setattr__(self, name, value)

    @property
    def origin(self) -> str:
        """What tells this source from all others: two names that look the same when they are made safe to print are still two files."""
        return f"{self.path}#{self.part}" if self.path and self.part else self.path or self.source

    @property
    def text_sha256(self) -> str:
        """The hash of the text in UTF-8: the same for two sources that hold the same words, whatever their format."""
        return sha256(self.text.encode("utf-8", "replace")).hexdigest()

    @property
    def restored(self) -> str:
        """The text before anything in it was removed or replaced, and with what was left out of a page in its place."""
        pieces, at = [], 0
        for change in self.changes:
            pieces += [self.text[at : change.start], change.original]
            at = change.end
        return "".join([*pieces, self.text[at:]])

    @property
    def warnings(self) -> tuple[str, ...]:
        """One plain line for each thing about the text's characters that a reader would be deceived by."""
        words: dict[str, str] = {}
        for change in self.changes:
            if change.kind == "look-alike":
                words.setdefault(self.text[change.start : change.end], change.original)
        lines = [f"“{word}” is written with look-alike letters from another script" for word in list(words)[:_MOST_WARNINGS]]
        if len(words) > _MOST_WARNINGS:
            lines.append(f"{len(words) - _MOST_WARNINGS} more words are written with letters from another script")
        turned = sum(change.kind == "direction" for change in self.changes)
        if turned:
            lines.append(
                f"the direction of the text is overridden {'once' if turned == 1 else f'at {turned} places'}; each is shown as \ufffd"
            )
        return tuple(lines)


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of the text that the article doesn't say: its date, dateline, byline, credit or boilerplate."""

    start: int
    end: int
    kind: AsideKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of alignment. ``text`` is ``article.text[start:end]``; ``paragraph`` counts from 0."""

    start: int
    end: int
    text: str
    kind: SentenceKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article and all that it holds, found without knowledge of a second one.

    ``flat`` is the same of the text in its normal form of white space (``compare.reading.spacing``), where the article has another; the stages
    after this one work on that.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    asides: tuple[Aside, ...] = ()
    values: tuple[Value, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[Problem, ...] = ()
    flat: Analysis | None = field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"<Analysis of {self.article.title!r}: {len(self.sentences)} sentences, {len(self.quotations)} quotations>"

    @property
    def words(self) -> int:
        """White-space separated words in the sentences and headings."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)
