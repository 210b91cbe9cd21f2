"""Articles and their links → groups, without chaining: average linkage (UPGMA, Sokal and Michener 1958) on the links alone, pairs without one
counting nothing, in a window of days.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

UNDATED = 0
"""The day of an article that has none; others are ordinals."""


def groups(links: Iterable[tuple[int, int, int]], days: Mapping[int, tuple[int, int]], threshold: int, window: int) -> list[list[int]]:
    """Groups of two articles and more, each in order, by their first.

    ``links`` are (a, b, score), ``days`` the first and last of each article and its copies; two groups are joined, the likest first, while the mean
    over all pairs across is at least ``threshold`` and no two of their days are more than ``window`` apart. The order of the links changes nothing: sums
    are of whole numbers, ties go to the lower.
    """
    near: dict[int, dict[int, int]] = {}
    for a, b, score in links:
        near.setdefault(a, {})[b] = score
        near.setdefault(b, {})[a] = score
    members = {each: [each] for each in near}
    spans = {each: days[each] for each in near}
    changed = dict.fromkeys(near, 0)
    heap = [
        (-float(score), min(a, b), max(a, b), 0, 0)
        for a, others in near.items()
        for b, score in others.items()
        if a < b and score >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, then_a, then_b = heapq.heappop(heap)
        if changed.get(a) != then_a or changed.get(b) != then_b or not _fits(spans[a], spans[b], window):
            continue
        _join(near, a, b)
        members[a] += members.pop(b)
        spans[a] = span([*spans[a], *spans.pop(b)])
        del changed[b]
        changed[a] += 1
        for other, total in near[a].items():
            mean = total / (len(members[a]) * len(members[other]))
            if mean >= threshold:
                low, high = min(a, other), max(a, other)
                heapq.heappush(heap, (-mean, low, high, changed[low], changed[high]))
    return sorted(sorted(each) for each in members.values() if len(each) > 1)


def _join(near: dict[int, dict[int, int]], a: int, b: int) -> None:
    """Put the sums of b's links to those of a."""
    for other, total in near.pop(b).items():
        del near[other][b]
        if other != a:
            near[a][other] = near[other][a] = near[a].get(other, 0) + total


def _fits(one: tuple[int, int], other: tuple[int, int], window: int) -> bool:
    first, last = span([*one, *other])
    return last - first <= window


def span(days: Iterable[int]) -> tuple[int, int]:
    """The first and the last of days, those apart that are unknown."""
    dated = [day for day in days if day != UNDATED]
    return (min(dated), max(dated)) if dated else (UNDATED, UNDATED)


def told_apart(copies: Iterable[int], days: Mapping[int, int], window: int) -> list[list[int]]:
    """Near-copies → those that are one voice: no two of them more than ``window`` days apart, the earliest first. The same words again weeks later (a
    column, the weather, a story run once more) are another's; a copy without a day goes with the earliest.
    """
    ordered = sorted(copies, key=lambda each: (days[each] == UNDATED, days[each], each))
    voices: list[list[int]] = []
    for each in ordered:
        if not voices or (days[each] != UNDATED and days[each] - days[voices[-1][0]] > window):
            voices.append([each])
        else:
            voices[0 if days[each] == UNDATED else -1].append(each)
    return voices


class Union:
    """Which of many are connected (union by the lower number, paths halved: Tarjan and van Leeuwen 1984)."""

    def __init__(self) -> None:
        self._up: dict[int, int] = {}

    def join(self, a: int, b: int) -> None:
        """Connect two."""
        one, other = self.of(a), self.of(b)
        if one != other:
            self._up[max(one, other)] = min(one, other)

    def of(self, each: int) -> int:
        """The lowest of those that one is connected to."""
        up = self._up
        up.setdefault(each, each)
        while up[each] != each:
            up[each] = up[up[each]]
            each = up[each]
        return each

    def sets(self) -> dict[int, Sequence[int]]:
        """All that are connected, in order, by their lowest."""
        found: dict[int, list[int]] = {}
        for each in sorted(self._up):
            found.setdefault(self.of(each), []).append(each)
        return dict(found)
