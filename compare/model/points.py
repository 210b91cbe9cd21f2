"""What is told over all articles at once: points (things on which accounts differ) and facts (values laid side by side without accusing)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compare.model.place import DifferenceKind
from compare.records import dataclass

if TYPE_CHECKING:
    from compare.model.findings import Evidence

SECOND_READER = "second reader"
"""The stage of a problem that came up while a second reader was asked: no trouble of newsdiff's own."""

FactKind = Literal["figure", "money", "date", "time", "title", "name", "age"]


OURS = "newsdiff"
"""Who names a point where no second reader does."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """The user's decision that a point is no difference; ``why`` is the user's own word, "" where none was given."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing on which accounts differ, over all articles; differences are its pairs.

    ``sides`` hold what each outlet that speaks about it says, in the order of the articles. ``majority`` lists the articles that agree where
    they are more than any others; ``alone`` is the one article that stands against at least two that agree, or None. ``confidence`` is that
    of the surest pair, 0 to 1. ``by`` is "newsdiff" or the second reader's name.
    """

    kind: DifferenceKind
    severity: int
    confidence: float
    sides: tuple[Evidence, ...]
    explanation: str
    majority: tuple[int, ...] = ()
    alone: int | None = None
    dismissed: Dismissal | None = None
    by: str = OURS


@dataclass(frozen=True, slots=True)
class FactValue:
    """What one article gives for a fact: where it stands (offsets in the article's text), its words, and the value they are compared by."""

    article: int
    sentence: int
    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing of which two articles or more give a value. ``equal`` is true where all the values agree."""

    what: str
    kind: FactKind
    unit: str
    values: tuple[FactValue, ...]
    equal: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done for one sentence, link or pair while the rest went on: the stage, the article, one plain line."""

    stage: str
    article: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second reader says of a difference that the rules found: a divergence or none, and why in one line."""

    a: Evidence | None
    b: Evidence | None
    kind: DifferenceKind
    divergence: bool
    why: str


@dataclass(frozen=True, slots=True)
class SecondReading:
    """That a second reader was asked, and how it went: its name, how many requests were made and answered, how many of the rows it gave were
    kept, and how many dropped since their words stand in no article or no two sides were told apart.
    """

    name: str
    requests: int
    answered: int
    kept: int
    dropped: int
    opinions: tuple[Opinion, ...] = ()
