"""Facts side by side: the values that two articles or more give for one thing, without saying that anybody is wrong.

A row is a figure with what it counts, a sum, a date or a time with what it dates, a title, an age, or the spelling of a name. Figures and dates
are found by how alike they stand (``slots``, ``pairs``, ``rows``); what a name ties to its bearer, by the name (``named``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from compare.extract.values import agree
from compare.model import Comparison, Quantity
from compare.model.points import Fact, FactValue
from compare.views.facts.labels import label, written
from compare.views.facts.named import of_names
from compare.views.facts.rows import gather
from compare.views.facts.slots import FactSlots

__all__ = ["facts"]


def facts(comparison: Comparison) -> tuple[Fact, ...]:
    """The rows of a comparison, those of which the values differ and those of which they agree, in the order of the articles' texts.

    Each row has values of two articles or more; an article may give several. Needs links and entities; differences play no part.
    """
    named, taken = of_names(comparison)
    slots = FactSlots(comparison)
    found = list(named)
    for row in gather(comparison, slots):
        kept = [number for number in row if (slots.all[number].place.article, slots.all[number].value.start) not in taken]
        if len({slots.all[number].place.article for number in kept}) > 1:
            found.append(_fact(comparison, slots, kept))
    return tuple(sorted(found, key=lambda fact: (fact.values[0].article, fact.values[0].start, fact.kind, fact.what)))


def _fact(comparison: Comparison, slots: FactSlots, row: Sequence[int]) -> Fact:
    members = [slots.all[number] for number in row]
    values = tuple(
        FactValue(*slot.place, slot.value.start, slot.value.end, slot.value.text, written(slot.value))
        for slot in sorted(members, key=lambda slot: slot.order)
    )
    equal = all(agree(one.value, other.value) for one, other in combinations(members, 2) if one.place.article != other.place.article)
    units = [slot.value.unit for slot in members if isinstance(slot.value, Quantity) and slot.value.unit != "ordinal"]
    unit = next((unit for unit in units if unit and not unit.startswith("clock")), "").removeprefix("age-")
    return Fact(label(comparison, slots, row), members[0].kind, unit, values, equal)
