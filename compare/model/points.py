"""What is found across all articles: points (things on which accounts differ) and facts (values put side by side without accusing anyone)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from compare.model.place import OURS, DifferenceKind

if TYPE_CHECKING:
    from compare.model.findings import Evidence

FactKind = Literal["figure", "money", "date", "time", "title", "name", "age"]


@dataclass(frozen=True, slots=True)
class Dismissal:
    """The user's decision that a point isn't a difference; ``why`` is in the user's own words, "" if none were given."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing on which accounts differ, across all articles; each pair of sides that differ is a difference.

    ``sides`` hold what each outlet that speaks about it says, in the order of the articles. ``majority`` lists the articles that agree, if
    they are the largest group; ``alone`` is the one article that differs from at least two that agree, or None. ``confidence`` is the highest
    of its differences, 0 to 1. ``by`` is "newsdiff" or the second reader's name.
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
    """What one article gives for a fact: where (offsets in the article's text), in what words, and the value that is compared."""

    article: int
    sentence: int
    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing for which two or more articles give a value. ``what`` are the words around it, with "…" in its place; for a title, an age or a name,
    whose it is. ``equal`` is true if all the values agree, of figures and dates those of different articles; titles: if each two
    articles have one in common.
    """

    what: str
    kind: FactKind
    unit: str
    values: tuple[FactValue, ...]
    equal: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that failed for one sentence, link or pair while the rest went on: the stage, the article, and one plain line."""

    stage: str
    article: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second reader says about a difference that the rules found: whether it is a divergence, and why, in one line."""

    a: Evidence | None
    b: Evidence | None
    kind: DifferenceKind
    divergence: bool
    why: str


@dataclass(frozen=True, slots=True)
class SecondReading:
    """How asking a second reader went: its name, how many requests were made and answered, how many of its rows were kept, and how many were
    dropped because their words are in no article or both sides are the same.
    """

    name: str
    requests: int
    answered: int
    kept: int
    dropped: int
    opinions: tuple[Opinion, ...] = ()
