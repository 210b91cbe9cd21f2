"""What the exports count: sentences by status, how much one article shares with another."""

from __future__ import annotations

import math
from collections import Counter

from compare.model import STATUSES, Comparison, Passage, Place, Status


def statuses(comparison: Comparison, article: int) -> dict[Status, int]:
    """How many sentences of an article have each status, in the order of STATUSES."""
    counted = Counter(standing.status for standing in comparison.standings[article])
    return {status: counted[status] for status in STATUSES}


def totals(comparison: Comparison) -> dict[Status, int]:
    """How many sentences of all the articles have each status."""
    each = [statuses(comparison, article) for article in range(len(comparison.articles))]
    return {status: sum(counted[status] for counted in each) for status in STATUSES}


def likeness(comparison: Comparison) -> tuple[tuple[float, ...], ...]:
    """Row a, column b: the share of a's words, 0..1, in sentences that are linked to b, a partial link counting half; 1 where a is b."""
    size = len(comparison.articles)
    held: list[list[dict[int, float]]] = [[{} for _ in range(size)] for _ in range(size)]
    for link in comparison.links:
        weight = 1.0 if link.relation == "aligned" else 0.5
        for near, far in ((link.a, link.b), (link.b, link.a)):
            best = held[near.article][far.article]
            best[near.sentence] = max(weight, best.get(near.sentence, 0.0))
    words = [[len(sentence.text.split()) for sentence in analysis.sentences] for analysis in comparison.articles]
    return tuple(
        tuple(
            1.0
            if a == b
            else round(math.fsum(words[a][sentence] * weight for sentence, weight in sorted(held[a][b].items())) / (sum(words[a]) or 1), 4)
            for b in range(size)
        )
        for a in range(size)
    )


def first_member(passage: Passage, base: int) -> Place:
    """The sentence that names a passage: the base article's where it has one."""
    return next((place for place in passage.members if place.article == base), passage.members[0])
