"""What belongs to a sentence in the other articles: by links, or by what differences hold against it."""

from __future__ import annotations

from compare.model import Comparison, Place


def opposed(comparison: Comparison, place: Place) -> list[Place]:
    """The sentences that a sentence's differences hold against it, the gravest first; also those that no link leads to."""
    found: list[Place] = []
    for difference in comparison.differences_at(place):
        found.extend(end.place for end in (difference.a, difference.b) if end is not None and end.article != place.article)
    return list(dict.fromkeys(found))


def counterpart_in(comparison: Comparison, place: Place, article: int) -> Place | None:
    """The sentence of another article that belongs to this one: its counterpart, or else what a difference holds against it."""
    found = comparison.counterpart(place, article)
    if found is None:
        found = next((other for other in opposed(comparison, place) if other.article == article), None)
    return found
