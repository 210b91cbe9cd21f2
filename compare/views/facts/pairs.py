"""How much speaks for two values of two articles being about one thing: features and their fitted weights.

The weights stand in ``compare/data/facts.json``, written by ``benchmarks/fit_facts.py`` from pairs that were read and judged.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache

from compare import data
from compare.extract.values import agree
from compare.model import Comparison, Moment, Quantity
from compare.views.facts.slots import FactSlot, FactSlots

FEATURES = (
    "bias",
    "likeness",
    "closeness",
    "very_close",
    "aligned",
    "partial",
    "link_score",
    "sole",
    "slot",
    "elsewhere",
    "agree",
    "telling",
    "head_same",
    "head_apart",
    "harm_same",
    "names_shared",
    "names_apart",
    "date",
    "precision_apart",
    "ordinal",
    "unit",
    "ratio",
    "heading",
)
NEVER = -20.0
_FARTHEST = 3.0
_CLOSE = 0.4
# So far, as a share, a figure may lie from either end of what another leaves open ("more than five thousand"), to speak for one thing.
_NEAR = 0.15


class Pairs:
    """Scores pairs of slots of one comparison."""

    def __init__(self, comparison: Comparison, slots: FactSlots) -> None:
        self._slots = slots
        self.linked = _linked(comparison, slots)
        self._weights = weights()
        self._peers: dict[int, list[int]] = {}

    def score(self, one: int, other: int) -> float:
        """The log-odds that two slots are about one thing, rounded to four places."""
        first, second = self._slots.all[one], self._slots.all[other]
        if (first.sort == "ordinal" and first.head != second.head) or (first.harm and second.harm and first.harm != second.harm):
            return NEVER
        return round(math.fsum(self._weights[name] * value for name, value in self.features(one, other).items()), 4)

    def features(self, one: int, other: int) -> dict[str, float]:
        """What speaks for or against two slots (numbers into ``FactSlots.all``, the smaller first) being about one thing."""
        slots = self._slots
        first, second = slots.all[one], slots.all[other]
        relation, score = self.linked.get((one, other), ("", 0.0))
        fits = agree(first.value, second.value)
        same = fits and _vague(first.value) == _vague(second.value) and _near(first.value, second.value)
        found = {
            "bias": 1.0,
            "likeness": slots.likeness(one, other),
            "closeness": (close := slots.closeness(one, other)),
            "very_close": max(0.0, close - _CLOSE),
            "aligned": float(relation == "aligned"),
            "partial": float(relation == "partial"),
            "link_score": score,
            "sole": float(bool(relation) and len(self._of_sort(one)) == len(self._of_sort(other)) == 1),
            "slot": float(bool(relation and first.head) and first.head == second.head and self._of_head(one) == self._of_head(other) == 1),
            "elsewhere": float(not fits and bool(relation) and (self._told(first, other) or self._told(second, one))),
            "agree": float(same),
            "telling": float(same and _telling(first.value) and _telling(second.value)),
            "names_shared": float(bool(first.names & second.names)),
            "names_apart": float(bool(first.names and second.names) and not first.names & second.names),
            "heading": float(first.heading or second.heading),
        }
        if isinstance(first.value, Moment) and isinstance(second.value, Moment):
            found["date"] = 1.0
            found["precision_apart"] = float(_other_precision(first.value, second.value))
        elif isinstance(first.value, Quantity) and isinstance(second.value, Quantity):
            found |= {
                "head_same": float(bool(first.head) and first.head == second.head),
                "head_apart": float(bool(first.head and second.head) and first.head != second.head and first.sort == "count"),
                "harm_same": float(bool(first.harm) and first.harm == second.harm),
                "ordinal": float(first.sort == "ordinal"),
                "unit": float(first.sort not in {"count", "ordinal", "score"}),
                "ratio": 0.0 if fits else _ratio(first.value, second.value),
            }
        return found

    def _of_sort(self, number: int) -> list[int]:
        """The slots of one sort in the sentence of a slot."""
        if number not in self._peers:
            slot = self._slots.all[number]
            self._peers[number] = [peer for peer in self._slots.at[slot.place] if self._slots.all[peer].sort == slot.sort]
        return self._peers[number]

    def _of_head(self, number: int) -> int:
        """How many slots of a slot's sentence count the same noun."""
        return sum(self._slots.all[peer].head == self._slots.all[number].head for peer in self._of_sort(number))

    def _told(self, slot: FactSlot, other: int) -> bool:
        """Whether the sentence of another slot holds a value that agrees with this one."""
        return any(agree(slot.value, self._slots.all[number].value) for number in self._of_sort(other))


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weight of each feature."""
    held = json.loads(data.text("facts.json"))
    return {name: float(held["weights"][name]) for name in FEATURES}


def _linked(comparison: Comparison, slots: FactSlots) -> dict[tuple[int, int], tuple[str, float]]:
    found: dict[tuple[int, int], tuple[str, float]] = {}
    for link in comparison.links:
        for one in slots.at.get(link.a, ()):
            for other in slots.at.get(link.b, ()):
                if slots.all[one].sort == slots.all[other].sort:
                    found[one, other] = (link.relation, link.score)
    return found


def _telling(value: object) -> bool:
    """Whether a value is seldom met by chance: two digits that count, a unit, a day of a month."""
    if isinstance(value, Moment):
        return value.month > 0 or value.precision == "year"
    if not isinstance(value, Quantity) or value.kind == "ordinal":
        return False
    return bool(value.unit) or value.low >= 13 or len(f"{value.low:.6g}".replace(".", "").strip("0")) > 1


def _other_precision(one: Moment, other: Moment) -> bool:
    """Whether one names a day where the other names a period; "April 22" and "May" can be set side by side."""
    return one.precision != other.precision and not (one.month and other.month)


def _vague(value: object) -> bool:
    """Whether a figure is so loose ("billions") that agreeing with it says little."""
    return isinstance(value, Quantity) and value.kind == "vague"


def _near(one: object, other: object) -> bool:
    """Whether two figures that agree are nearly one, not only compatible: 28.9 million is "more than 26 million", and yet another figure."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit != other.unit or _vague(one):
        return True
    return any(abs(mine - theirs) <= _NEAR * abs(mine) for mine in (one.low, one.high) for theirs in (other.low, other.high))


def _ratio(one: Quantity, other: Quantity) -> float:
    """How far two figures lie apart, in powers of ten, 3 at most."""
    low, high = sorted((abs(one.low + one.high), abs(other.low + other.high)))
    return min(_FARTHEST, math.log10(high / low)) if low > 0 else _FARTHEST
