"""Keeping the pairs that count where everything is like everything: what a reader would never look at costs as much time as the rest."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]


def strongest(scores: Mapping[Pair, float], most: int, sizes: tuple[int, int]) -> frozenset[Pair]:
    """The pairs that are among the ``most`` strongest of either of their ends; of equally strong ones those that stand nearest in place.

    ``sizes`` are the two articles' numbers of sentences. Which article comes first changes nothing.
    """
    ends: dict[tuple[int, int], list[Pair]] = {}
    for pair in scores:
        for side, number in enumerate(pair):
            ends.setdefault((side, number), []).append(pair)
    kept: set[Pair] = set()
    for (side, _), pairs in ends.items():
        if len(pairs) > most:
            pairs.sort(key=lambda pair: (-round(scores[pair], 6), abs(pair[0] * sizes[1] - pair[1] * sizes[0]), pair[1 - side]))
        kept.update(pairs[:most])
    return frozenset(kept)
