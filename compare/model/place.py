"""The names of statuses, kinds, types and readers; places, and the letters of the articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from compare.model.article import Analysis
    from compare.model.findings import Evidence

Status = Literal["shared", "divergent", "unique"]
DifferenceKind = Literal["number", "date", "quote", "name", "role", "attribution", "negation", "modality", "place", "other"]

EntityType = Literal["person", "organisation", "place", "group", "event", "law", "work", "other"]

STATUSES: tuple[Status, ...] = ("shared", "divergent", "unique")
DIFFERENCE_KINDS: tuple[DifferenceKind, ...] = (
    "number",
    "date",
    "quote",
    "name",
    "role",
    "attribution",
    "negation",
    "modality",
    "place",
    "other",
)
ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place", "group", "event", "law", "work", "other")

_KIND_WORDS = {"quote": "quotation", "number": "figure", "other": "substance"}


def kind_word(kind: str) -> str:
    """What people read as the kind of a difference; data and options keep the kind itself."""
    return _KIND_WORDS.get(kind, kind)


OURS = "newsdiff"
"""``by`` of the points that newsdiff itself names."""

SECOND_READER = "second reader"
"""The stage of a problem that came up while a second reader was asked, which isn't newsdiff's own."""


class Place(NamedTuple):
    """A sentence of one of the compared articles."""

    article: int
    sentence: int


def reach(evidence: Evidence, analyses: Sequence[Analysis]) -> tuple[Place, ...]:
    """The sentences that a difference's evidence touches, the first being its own."""
    sentences = analyses[evidence.article].sentences
    last = evidence.sentence
    while last + 1 < len(sentences) and sentences[last + 1].start < evidence.end:
        last += 1
    return tuple(Place(evidence.article, number) for number in range(evidence.sentence, last + 1))


def letter(article: int) -> str:
    """The letter that stands for an article on screens and in exports: A to Z, then AA, AB and so on."""
    name = ""
    article += 1
    while article:
        article, rest = divmod(article - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
