"""One article: its text and its sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from compare.model.mentions import Mention, Quotation, Value
    from compare.model.points import Problem

SentenceKind = Literal["sentence", "heading"]
AsideKind = Literal["date", "dateline", "byline", "credit", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Article:
    r"""One text by one outlet, as it was read.

    ``source`` is what the user gave (a path, a URL or ``-``), made safe to print on one line: a name to show, never to open. ``path`` is the
    file's path as it was given, byte for byte, for whoever opens, watches or spares the file; "" where the text came from none. ``text`` has
    ``\\n`` line ends and no control characters (each stands as its control picture), so that no consumer can send a raw one to a terminal.
    ``sha256`` is of the source's bytes.
    """

    source: str
    text: str = field(repr=False)  # who describes an article (a log, a worker of Textual's) mustn't write it out
    sha256: str
    title: str
    outlet: str | None = None
    published: date | None = None
    language: str = "en"
    path: str = field(default="", repr=False)

    @property
    def origin(self) -> str:
        """What tells this source from all others: two names that look the same when they are made safe to print are still two files."""
        return self.path or self.source


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

    @property
    def words(self) -> int:
        """White-space separated words in the sentences and headings."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)
