"""How sure a difference is: a logistic of the likeness of the two sentences and of the two texts, fitted by ``benchmarks/fit_confidence.py``.

Rules of words establish a conflict where everything else is alike: in near copies and rewrites of one text. Between independent reports a number
that differs mostly counts something else. So the confidence of a rule's finding is

    1 / (1 + exp(-(bias + closeness * likeness of the sentences + kinship * likeness of the texts)))

with the share of the two sentences' words that is matched, and the share of either text that its best links match, of the one that has more
matched (both 0 to 1). The numbers of each rule stand in ``data/confidence.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from compare import data
from compare.judge.sentence_pairs import ComparisonIndex
from compare.model import Difference, Link, Place

_HOPELESS = 0.1
"""A link on which no rule could be surer than this is not looked at."""


INDEPENDENT, NEARLY = 0.32, 0.42
"""Between texts less alike than the first, which report independently of each other, a finding less sure than the second is not kept, not even as
possible: of 60 possible ones drawn from 200 real events, nearly all of them such, two were right and eight debatable. In rewrites of one text 27
of 29 were right, all but one of those between texts with a likeness of .38 or more."""


_LINKED = ("value", "order", "name", "role", "negation", "modality", "opposite")


_ENOUGH = 2_000
"""Sentences of an article by which its likeness to another is told."""


class _Rule(NamedTuple):
    bias: float
    closeness: float
    kinship: float


@cache
def _rules() -> dict[str, _Rule]:
    held = json.loads(data.text("confidence.json"))
    return {name: _Rule(**numbers) for name, numbers in held["rules"].items()}


def likelihood(rule: str, closeness: float, kinship: float) -> float:
    """The confidence of a rule's finding, rounded to two places; see the module."""
    own = _rules()[rule]
    return round(1 / (1 + math.exp(-(own.bias + own.closeness * closeness + own.kinship * kinship))), 2)


class Confidence:
    """Rates the findings of one comparison."""

    def __init__(self, compared: ComparisonIndex, links: Sequence[Link]) -> None:
        self._compared = compared
        self._linked = {(link.a, link.b) for link in links}
        self._between: dict[tuple[int, int], list[Link]] = {}
        for link in links:
            self._between.setdefault((link.a.article, link.b.article), []).append(link)
        self._kinships: dict[tuple[int, int], float] = {}

    def kinship(self, a: int, b: int) -> float:
        """The share of two articles that their best links match, of the one that has more matched: 0 to 1."""
        pair = min(a, b), max(a, b)
        if pair not in self._kinships:
            self._kinships[pair] = _kinship(self._compared, self._between.get(pair, ()))
        return self._kinships[pair]

    def hopeless(self, link: Link) -> bool:
        """Whether a link is so unlike that no rule could be sure of anything on it."""
        closeness, kinship = self._compared.overlap(link.a, link.b), self.kinship(link.a.article, link.b.article)
        return all(likelihood(rule, closeness, kinship) < _HOPELESS for rule in _LINKED)

    def rate(self, rule: str, found: Iterable[Difference], link: Link | None = None) -> Iterator[Difference]:
        """The differences with their confidence; without a link it is that of the most alike linked sentences that their evidence stands in."""
        for difference in found:
            if difference.a is None or difference.b is None:
                yield difference
                continue
            a, b = (link.a, link.b) if link is not None else sorted((difference.a.place, difference.b.place))
            closeness = self._compared.closeness(a, b) if link is not None or (a, b) in self._linked else 0.0
            yield replace(difference, confidence=likelihood(rule, closeness, self.kinship(a.article, b.article)))

    def possible(self, difference: Difference) -> bool:
        """Whether a finding is sure enough to be kept at all."""
        if difference.a is None or difference.b is None or difference.confidence >= NEARLY:
            return True
        return self.kinship(difference.a.article, difference.b.article) >= INDEPENDENT


def _kinship(compared: ComparisonIndex, links: Sequence[Link]) -> float:
    """That of two articles, by all links between them. Of a long article every so-manieth sentence is enough: the share is an average."""
    best: dict[Place, float] = {}
    for link in links:
        sides = [place for place in (link.a, link.b) if place.sentence % _step(compared, place.article) == 0]
        overlap = compared.overlap(link.a, link.b) if sides else 0.0
        for place in sides:
            best[place] = max(best.get(place, 0.0), overlap)
    matched: dict[int, list[float]] = {}
    for place, overlap in best.items():
        sentence = compared.analyses[place.article].sentences[place.sentence]
        matched.setdefault(place.article, []).append(overlap * (sentence.end - sentence.start))
    return max((math.fsum(parts) / _length(compared, article) for article, parts in matched.items()), default=0.0)


def _step(compared: ComparisonIndex, article: int) -> int:
    return 1 + len(compared.analyses[article].sentences) // _ENOUGH


def _length(compared: ComparisonIndex, article: int) -> int:
    sentences = compared.analyses[article].sentences
    return max(1, sum(sentence.end - sentence.start for sentence in sentences[:: _step(compared, article)]))
