"""Values tied to one thing in sentences that nothing links: through the entity, across all articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from compare.extract.values import agree
from compare.judge.facts import Fact, Facts
from compare.judge.frames import Room
from compare.model import Difference, DifferenceKind, Moment, Place, Quantity, letter


def find(room: Room, facts: Facts) -> Iterator[Difference]:
    """Facts of one key that can't both be right, where neither article gives the other's value too."""
    for one, other in combinations(range(len(room.analyses)), 2):
        seen = set()
        for first in facts.found[one]:
            if first.key in seen:
                continue
            seen.add(first.key)
            mine, theirs = facts.of(one, first.key), facts.of(other, first.key)
            if not theirs or any(compatible(fact, there) for fact in mine for there in theirs):
                continue
            if not first.tied and not _one_event(room, mine, theirs):
                continue
            yield _difference(mine[0], theirs[0])


def compatible(one: Fact, other: Fact) -> bool:
    """Whether both can be right; what isn't comparable can."""
    first, second = one.value, other.value
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        return (first.unit != second.unit and "age-year" not in {first.unit, second.unit}) or _meet(first, second)
    if isinstance(first, Moment) and isinstance(second, Moment):
        return not (first.first and second.first) or agree(first, second)
    return True


def _meet(one: Quantity, other: Quantity) -> bool:
    return one.low <= other.high + 1e-9 and other.low <= one.high + 1e-9


def _one_event(room: Room, mine: tuple[Fact, ...], theirs: tuple[Fact, ...]) -> bool:
    """Whether what no name ties is still one thing: one value in each article, and a name in common in the sentences around."""
    if any(not _meet_values(facts[0], fact) for facts in (mine, theirs) for fact in facts[1:]):
        return False
    return bool(_names(room, mine[0].place) & _names(room, theirs[0].place))


def _meet_values(one: Fact, other: Fact) -> bool:
    return compatible(one, other)


def _names(room: Room, place: Place) -> set[str]:
    """The entities that a sentence and its neighbours name."""
    found = set()
    for number in (place.sentence - 1, place.sentence, place.sentence + 1):
        for mention in room.mentions(Place(place.article, number)):
            entity = room.entity_at.get((place.article, mention.start))
            if entity is not None:
                found.add(entity.id)
    return found


def _difference(one: Fact, other: Fact) -> Difference:
    a, b = one.evidence, other.evidence
    kind: DifferenceKind = "date" if isinstance(one.value, Moment) else "number"
    return Difference(kind, 2, a, b, f"For {one.told}, {letter(a.article)} gives {a.text}, {letter(b.article)} {b.text}.")
