"""One article: its text and its sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from compare.model.mentions import Mention, Quotation, Value
    from compare.model.points import Problem

SentenceKind = Literal["sentence", "heading"]
AsideKind = Literal["date", "dateline", "byline", "credit", "boilerplate"]
ChangeKind = Literal["escape", "invisible", "control", "direction", "composed", "look-alike", "boilerplate"]
_MOST_WARNINGS = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A place where the article's text differs from its source: ``text[start:end]`` replaces ``original``; it is empty for what was removed.

    ``escape``: an HTML escape ("&amp;") in a text that isn't HTML; ``invisible``: soft hyphens, zero-width characters, tags; ``control``: what a
    terminal would act on; ``direction``: bidirectional overrides; ``composed``: a letter and its accents as one character; ``look-alike``: a word
    with letters from another script, read as what it looks like; ``boilerplate``: a caption, a list of related stories and the like, left out of
    a page.
    """

    kind: ChangeKind
    start: int
    end: int
    original: str


@dataclass(frozen=True, slots=True)
class Article:
    r"""One text by one outlet: read from a source, or made from a text and what is known of it, ``Article(text=…, outlet="The Courier")``.

    Without a ``sha256`` the text is cleaned as if it were read from a file, and what isn't given is derived from it in the same way: the hash of
    the text in UTF-8, the title (its headline), the date in it, its language; ``source`` is then the outlet's name, or "text".
    Raises TypeError for a field of the wrong type, ReadingError for a text without words.

    ``source`` is what the user gave (a path, a URL or ``-``), made safe to print on one line: a name to show, never to open. ``path`` is the
    file's path as given, byte for byte, for code that opens or watches the file; "" if the text came from no file. ``text`` has
    ``\\n`` line ends and no control characters (each is replaced by its control picture), so that nothing can send one to a terminal.
    ``sha256`` is of the source's bytes. ``part`` names the article within a source that holds several (its number from 1, or its name in an
    archive), else "". ``byline``, ``updated`` and ``url`` are as in the source. ``changes`` are all places, in order, where the text differs
    from the source (apart from line ends).
    """

    source: str = ""
    text: str = field(default="", repr=False)  # a log, or a worker of Textual's, mustn't print the whole text
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
        """What distinguishes this source from all others: two names that look the same once they are safe to print are still two files."""
        return f"{self.path}#{self.part}" if self.path and self.part else self.path or self.source

    @property
    def text_sha256(self) -> str:
        """The hash of the text in UTF-8: the same for two sources with the same text, whatever their format."""
        return sha256(self.text.encode("utf-8", "replace")).hexdigest()

    @property
    def restored(self) -> str:
        """The text before anything was removed or replaced, with what was left out of a page back in its place."""
        pieces, at = [], 0
        for change in self.changes:
            pieces += [self.text[at : change.start], change.original]
            at = change.end
        return "".join([*pieces, self.text[at:]])

    @property
    def warnings(self) -> tuple[str, ...]:
        """One plain line for each thing about the text's characters that could deceive a reader."""
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
    """A stretch of the text that isn't said by the article: its date, dateline, byline, credit or boilerplate."""

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
    """An article and everything found in it alone, without knowledge of other articles.

    ``flat`` is the analysis of the text with normalised white space (``compare.reading.spacing``), if that differs; later stages use it.
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
