"""What of two long articles is worth showing together: the surroundings of linked sentences, and of sentences that are most alike."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.model import Comparison, Place
from compare.second_reader.prompt import Part
from compare.text.words import stem, words

AROUND = 1
"""Sentences before and after each that are shown with it."""

_COMMON = 60
"""A word that more sentences of an article have doesn't tell which of them are alike."""

_LEAST = 0.08
"""The least likeness (cosine of the words in common, by rarity) of two sentences that are worth a look though no link joins them."""


class Meeting(NamedTuple):
    """Two sentences that may speak about one point, and how likely they do."""

    weight: float
    left: int
    right: int


def meetings(comparison: Comparison, left: int, right: int) -> list[Meeting]:
    """Where two articles meet, likeliest first: their links, then the sentences that are most alike without one."""
    found: dict[tuple[int, int], float] = {}
    for link in comparison.links:
        if (link.a.article, link.b.article) == (left, right):
            found[link.a.sentence, link.b.sentence] = 1 + link.score
    for (one, other), weight in _alike(comparison, left, right).items():
        found.setdefault((one, other), weight)
    return sorted((Meeting(weight, *pair) for pair, weight in found.items()), key=lambda one: (-one.weight, one.left, one.right))


def parts(comparison: Comparison, pair: tuple[int, int], met: Sequence[Meeting]) -> tuple[Part, Part]:
    """What is shown of two articles: each sentence of a meeting with its neighbours, in the order of the text."""
    left, right = pair
    return (
        around(comparison, [Place(left, one.left) for one in met], AROUND),
        around(comparison, [Place(right, one.right) for one in met], AROUND),
    )


def around(comparison: Comparison, places: Sequence[Place], by: int) -> Part:
    """Sentences of one article with ``by`` neighbours on either side, as stretches of its text."""
    article = places[0].article
    sentences = comparison.articles[article].sentences
    shown = sorted(
        {number for place in places for number in range(max(0, place.sentence - by), min(len(sentences), place.sentence + by + 1))}
    )
    breaks = [0, *(at for at, (one, other) in enumerate(pairwise(shown), 1) if other != one + 1), len(shown)]
    return Part(article, tuple((sentences[shown[start]].start, sentences[shown[end - 1]].end) for start, end in pairwise(breaks)))


def _alike(comparison: Comparison, left: int, right: int) -> dict[tuple[int, int], float]:
    """For each sentence of either article the one of the other that is most alike by its words' stems, rare ones counting more."""
    sides = [
        [Counter({stem(word.text, analysis.article.language) for word in words(sentence.text)}) for sentence in analysis.sentences]
        for analysis in (comparison.articles[left], comparison.articles[right])
    ]
    held = [Counter(text for row in side for text in row) for side in sides]
    both = {text for text in held[0].keys() & held[1].keys() if held[0][text] <= _COMMON and held[1][text] <= _COMMON}
    total = len(sides[0]) + len(sides[1])
    rarity = {text: math.log(1 + total / (held[0][text] + held[1][text])) for text in held[0].keys() | held[1].keys()}
    lengths = [[math.sqrt(math.fsum(rarity[text] ** 2 for text in row)) or 1.0 for row in side] for side in sides]
    index: dict[str, list[int]] = {}
    for number, row in enumerate(sides[1]):
        for text in row.keys() & both:
            index.setdefault(text, []).append(number)
    scores: dict[tuple[int, int], float] = {}
    for one, row in enumerate(sides[0]):
        shared: dict[int, list[float]] = {}
        for text in row.keys() & both:
            for other in index[text]:
                shared.setdefault(other, []).append(rarity[text] ** 2)
        for other, weights in shared.items():
            scores[one, other] = round(math.fsum(weights) / lengths[0][one] / lengths[1][other], 6)
    best: set[tuple[int, int]] = set()
    for side in (0, 1):
        nearest: dict[int, tuple[float, int, int]] = {}
        for (one, other), score in scores.items():
            key = (one, other)[side]
            nearest[key] = max(nearest.get(key, (0.0, 0, 0)), (score, -one, -other))
        best |= {(-one, -other) for score, one, other in nearest.values() if score >= _LEAST}
    return {pair: scores[pair] for pair in sorted(best)}
