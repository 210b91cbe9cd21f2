"""How much of each article is in each of the others."""

from __future__ import annotations

from math import fsum

from compare.model import Comparison, Place

PART = 0.5
"""What a sentence counts for that has but partial links into the other article."""


def shares(comparison: Comparison) -> tuple[tuple[float, ...], ...]:
    """The share of an article's words (row) that stand in sentences which another one (column) has too, from 0 to 1, to four places.

    A sentence counts whole by an aligned link and by :data:`PART` through partial ones; an article is all in itself. The table isn't
    symmetric: a short piece may be wholly in a long one.
    """
    count = len(comparison.articles)
    return tuple(tuple(1.0 if row == column else _share(comparison, row, column) for column in range(count)) for row in range(count))


def _share(comparison: Comparison, row: int, column: int) -> float:
    total, found = 0, []
    for index, sentence in enumerate(comparison.articles[row].sentences):
        words = len(sentence.text.split())
        total += words
        place = Place(row, index)
        relations = {link.relation for link in comparison.links_of(place) if link.other(place).article == column}
        if relations:
            found.append(words * (1.0 if "aligned" in relations else PART))
    return round(fsum(found) / total, 4) if total else 0.0
