"""Conflicts that a row of facts establishes: one outlet gives another value than two or more that agree, in sentences that report the same.

A pair of values says little between independent reports: a figure that differs mostly counts something else. Where two outlets agree on it and a
third differs, the row is about one thing: of the four such rows in 200 real events, each with an aligned pair of sentences, none was wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from compare.extract.values import agree
from compare.judge import values
from compare.model import Comparison, Difference, Place, Value
from compare.model.outlets import outlet_names, spoken

OUTVOTED = 0.6
"""The confidence of such a difference: chosen, as there are too few rows to fit it on."""
_KINDS = {"figure", "money", "date", "time"}

_Held = dict[int, list[tuple[Place, Value]]]


def outvoted(comparison: Comparison) -> tuple[Difference, ...]:
    """The differences that the facts of a comparison establish and that its own don't tell; needs links and facts."""
    at = [{value.start: value for value in analysis.values} for analysis in comparison.articles]
    names = outlet_names([analysis.article for analysis in comparison.articles])
    found = []
    for fact in comparison.facts:
        if not fact.equal and fact.kind in _KINDS:
            held: _Held = defaultdict(list)
            for value in fact.values:
                held[value.article].append((Place(value.article, value.sentence), at[value.article][value.start]))
            found += [one for one in _against_the_rest(comparison, held) if not _told(comparison, one)]
    return tuple(replace(one, explanation=spoken(one.explanation, names), confidence=OUTVOTED) for one in found)


def _told(comparison: Comparison, found: Difference) -> bool:
    """Whether a difference at least as sure rests on one of the values."""
    ends = [(end.article, end.start, end.end) for end in (found.a, found.b) if end is not None]
    return any(
        other.article == article and other.start < end and start < other.end
        for one in comparison.differences
        if one.confidence >= OUTVOTED
        for other in (one.a, one.b)
        if other is not None
        for article, start, end in ends
    )


def _against_the_rest(comparison: Comparison, held: _Held) -> Iterator[Difference]:
    """The surest aligned pair of the one article that no other agrees with, if all the others agree."""
    for alone in sorted(held):
        rest = sorted(held.keys() - {alone})
        if (
            len(rest) < 2
            or any(_agree(held, alone, other) for other in rest)
            or not all(_agree(held, *pair) for pair in combinations(rest, 2))
        ):
            continue
        links = [
            (link.score, place, one, link.other(place), other)
            for place, one in held[alone]
            for link in comparison.links_of(place)
            for article in rest
            for there, other in held[article]
            if link.other(place) == there and link.relation == "aligned"
        ]
        if links:
            _, place, one, there, other = max(links, key=lambda each: (each[0], -each[3].article, -each[3].sentence))
            yield values.told(place, there, one, other) if place < there else values.told(there, place, other, one)
            return


def _agree(held: _Held, one: int, other: int) -> bool:
    """Whether two articles have a value in common."""
    return any(agree(mine, theirs) for _, mine in held[one] for _, theirs in held[other])
