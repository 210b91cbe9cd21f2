"""Which links cross the order of the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from compare.model import Link


def mark_moved(links: Sequence[Link]) -> list[Link]:
    """The links of two articles with ``moved`` set on those outside the longest run that keeps order in both.

    The run is the chain of links, aligned ones only, whose sentences never go back in either article; its longest is found by
    patience sorting in n log n steps. A link is moved when no chain link stands beside it in order: it lies before the chain in one article
    and behind it in the other. So one moved paragraph is marked, and not all that it jumped over.
    """
    chain = _longest_run(sorted({(link.a.sentence, link.b.sentence) for link in links if link.relation == "aligned"}))
    moved = [_crosses((link.a.sentence, link.b.sentence), chain) for link in links]
    return [link if link.moved == crosses else replace(link, moved=crosses) for link, crosses in zip(links, moved, strict=True)]


def _longest_run(cells: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of cells, sorted by the first number, in which the second rises too.

    Cells that share a sentence (a split or a merge) compete for one place in the chain: by falling second number within equal first ones.
    """
    ordered = sorted(cells, key=lambda cell: (cell[0], -cell[1]))
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = [-1] * len(ordered)
    for number, (_, second) in enumerate(ordered):
        at = bisect_left(tails, second)
        before[number] = last[at - 1] if at else -1
        if at == len(tails):
            tails.append(second)
            last.append(number)
        else:
            tails[at] = second
            last[at] = number
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return chain[::-1]


def _crosses(cell: tuple[int, int], chain: Sequence[tuple[int, int]]) -> bool:
    """Whether a cell lies out of order as against the chain's links before and after it in the first article."""
    i, j = cell
    at = bisect_left(chain, (i, -1))
    after = at
    while after < len(chain) and chain[after][0] == i:
        after += 1
    return (at > 0 and chain[at - 1][1] > j) or (after < len(chain) and chain[after][1] < j)
