"""Which pairs of sentences are worth measuring: found through an index of the terms that few sentences hold, never by a full matrix."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import mul

from compare.align.profile import LONG, Profile

# A term that more sentences of either article hold isn't looked up. Articles of ordinary length have no such terms.
POSTINGS = 60
# The least cosine worth keeping: it may still speak for a neighbour's context. In a long article only what may be a link is kept.
LEAST = 0.03
LEAST_IN_LONG = 0.15
# Among thousands of sentences chance finds some for each that are a little like it, and the longer the articles, the liker. So the bar rises with
# each doubling from so many sentences on; and what is kept in a long article has at least such a part of the greatest cosine of either sentence.
RISES_FROM = 1_000
RISE = 0.02
OF_THE_LIKEST_IN_LONG = 0.4
# The least cosine worth measuring: no link of the development data has less by words alone.
MEASURED = 0.06

Likeness = list[dict[int, float]]


def likeness(left: Sequence[Profile], right: Sequence[Profile]) -> Likeness:
    """For each sentence of ``left``: its cosine to the sentences of ``right`` that share terms worth an index, by their number."""
    held = [Counter(chain.from_iterable(profile.weights for profile in side)) for side in (left, right)]
    worth = {text for text, count in held[0].items() if count <= POSTINGS and 0 < held[1][text] <= POSTINGS}
    index = {text: array("I") for text in worth}
    for number, profile in enumerate(right):
        for text in filter(worth.__contains__, profile.weights):
            index[text].append(number)
    longest = max(len(left), len(right))
    long = longest > LONG
    least = LEAST_IN_LONG + RISE * math.log2(max(1.0, longest / RISES_FROM)) if long else LEAST
    nearly = least - 1e-6
    norms = array("d", (profile.norm for profile in right))
    smallest = min(norms, default=0.0)
    found: Likeness = []
    for profile in left:
        row: dict[int, float] = {}
        get = row.get
        weights = profile.weights.values()
        for square, holders in zip(map(mul, weights, weights), map(index.get, profile.weights), strict=True):
            for number in holders or ():
                row[number] = get(number, 0.0) + square
        # Few of many are kept: they are sifted, first by a bar for all, before they are sorted.
        norm = profile.norm
        bar = nearly * norm
        lowest = bar * smallest
        kept = sorted(
            [(number, total / (norm * norms[number])) for number, total in row.items() if total > lowest and total > bar * norms[number]]
        )
        found.append({number: cosine for number, cosine in kept if round(cosine, 9) >= least})
    return _without_chance(found, likest(found, len(right))) if long else found


def likest(rows: Likeness, size: int) -> tuple[list[float], list[float]]:
    """The greatest cosine of each sentence of both articles, of which the second has so many."""
    theirs = [0.0] * size
    for row in rows:
        for number, cosine in row.items():
            theirs[number] = max(theirs[number], cosine)
    return [max(row.values(), default=0.0) for row in rows], theirs


def _without_chance(rows: Likeness, greatest: tuple[list[float], list[float]]) -> Likeness:
    ours, theirs = greatest
    return [
        {number: cosine for number, cosine in row.items() if cosine > OF_THE_LIKEST_IN_LONG * max(mine, theirs[number]) - 1e-9}
        for mine, row in zip(ours, rows, strict=True)
    ]


def twins(left: Sequence[Profile], right: Sequence[Profile]) -> frozenset[tuple[int, int]]:
    """Sentences that stand word for word in both articles: the first with the first, and so on; what one says more often with the last."""
    said: list[dict[tuple[str, ...], list[int]]] = [{}, {}]
    for side, profiles in enumerate((left, right)):
        for number, profile in enumerate(profiles):
            said[side].setdefault(profile.stems or (profile.text,), []).append(number)
    found: set[tuple[int, int]] = set()
    for stems in said[0].keys() & said[1].keys():
        ours, theirs = said[0][stems], said[1][stems]
        found.update((ours[min(at, len(ours) - 1)], theirs[min(at, len(theirs) - 1)]) for at in range(max(len(ours), len(theirs))))
    return frozenset(found)
