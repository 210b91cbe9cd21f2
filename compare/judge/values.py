"""Numbers and dates that can't both be right about the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from compare.extract.bounds import direction
from compare.extract.values import agree, comparable
from compare.judge import leftovers
from compare.judge.anchors import evidence, sides
from compare.judge.frames import Frame, Pairing, Room, Slot
from compare.model import Difference, DifferenceKind, Evidence, Link, Moment, Place, Quantity, Value
from compare.model.outlets import voice
from compare.text.vocabulary import concept

# How much must speak for two figures being about the same thing, by what the link is worth: learnt on the development pairs
_ENOUGH = {"aligned": 1.5, "partial": 2.6}
_COPY = 0.6
_LIKE = 0.45
# So many values that only one of two sentences gives are set against the other's.
_MOST = 30
_ADVERBIAL = frozenset({"day", "week", "month", "season", "year", "period"})


@dataclass(frozen=True, slots=True)
class _Rival:
    strength: float
    slot: Slot
    a: Value
    b: Value


def find(
    room: Room, link: Link, pairing: Pairing, partners: dict[tuple[Place, int], tuple[Place, ...]], *, named_apart: bool
) -> Iterator[Difference]:
    """The numbers and dates of a linked pair that disagree; each value is in one difference at most.

    ``named_apart``: the sentences name other somebodies too, so that what is left over belongs to each of these.
    """
    apart = named_apart and pairing.closeness < _COPY
    rivals = (
        ()
        if apart and pairing.closeness < _LIKE
        else sorted(_rivals(link, pairing), key=lambda rival: (-rival.strength, rival.slot.a, rival.slot.b))
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for rival in rivals:
        if rival.slot.a[0] in taken_a or rival.slot.b[0] in taken_b:
            continue
        taken_a.add(rival.slot.a[0])
        taken_b.add(rival.slot.b[0])
        yield _difference(link, rival)
    for i, j in () if apart else leftovers.values(room, link, pairing, partners):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            one, other = pairing.left.tokens[i].value, pairing.right.tokens[j].value
            assert one is not None
            assert other is not None
            yield _difference(link, _Rival(0.0, pairing.slot((i, i), (j, j)), one, other))
    yield from _single(pairing)


_COUNTED = {"a": 1, "an": 1, "both": 2}


def _single(pairing: Pairing) -> Iterator[Difference]:
    """A number here, "a" or "both" there, before the same noun: "a ship", "three ships"."""
    for frame, other, match, forward in sides(pairing):
        for index, token in enumerate(frame.tokens[:-1]):
            if index in match or not isinstance(token.value, Quantity) or token.value.unit or token.value.kind != "number":
                continue
            at = match.get(index + 1, 0) - 1
            count = _COUNTED.get(other.folded[at], 0) if at >= 0 else 0
            if not count or at in match.values() or token.value.low <= count <= token.value.high:
                continue
            here, there = evidence(frame, index, index + 1), evidence(other, at, at + 1)
            a, b = (here, there) if forward else (there, here)
            yield Difference("number", 3, a, b, f"{voice(a.article)} says {a.text}, {voice(b.article)} {b.text}.")


def _rivals(link: Link, pairing: Pairing) -> Iterator[_Rival]:
    left, right = pairing.left, pairing.right
    loose_a = [number for number, token in enumerate(left.tokens) if token.value is not None and number not in pairing.match][:_MOST]
    loose_b = [number for number, token in enumerate(right.tokens) if token.value is not None and number not in pairing.back][:_MOST]
    enough = _ENOUGH[link.relation]
    for i in loose_a:
        one = left.tokens[i].value
        for j in loose_b:
            other = right.tokens[j].value
            assert one is not None
            assert other is not None
            slot = pairing.slot((i, i), (j, j))
            if isinstance(one, Quantity) and isinstance(other, Quantity):
                strength = _of_quantities(one, other, slot, pairing)
            elif isinstance(one, Moment) and isinstance(other, Moment):
                strength = _of_moments(one, other, slot, pairing, link)
            else:
                continue
            if isinstance(one, Quantity) and pairing.closeness < 0.6 and pairing.other_days:
                continue
            if len(loose_a) == len(loose_b) == 1 and strength and pairing.closeness >= 0.6:
                # nothing else is left that either could stand for
                strength += 1.2
            if strength >= enough:
                yield _Rival(round(strength, 4), slot, one, other)


def _of_quantities(one: Quantity, other: Quantity, slot: Slot, pairing: Pairing) -> float:
    strength = slot.context + 0.3 * slot.tight
    counted = leftovers.counted(one) & leftovers.counted(other)
    if not comparable(one, other):
        # "50 miles" against "50 kilometres" of another dimension, "$5" against "€5", "5 percent" against "5 percentage points"
        same = one.low <= other.high + 1e-9 and other.low <= one.high + 1e-9 and one.unit and other.unit
        related = same and one.kind == other.kind
        return strength + pairing.closeness if related and slot.tight and pairing.closeness >= 0.5 else 0.0
    if one.kind == "ordinal":
        return strength if (counted or slot.tight == 2) and slot.tight and pairing.closeness >= 0.5 else 0.0
    if "vague" in {one.kind, other.kind} and pairing.closeness < 0.4:
        return 0.0
    strength += (0.8 + 0.9 * (len(counted) - 1) if counted else 0.0) + (0.4 if one.unit and one.unit == other.unit else 0.0)
    if one.unit != other.unit and not counted:
        strength -= 0.5
    if not counted and not (one.unit and one.unit == other.unit) and not slot.tight:
        return 0.0
    if leftovers.counted(one) and leftovers.counted(other) and not counted and (pairing.closeness < 0.6 if one.unit else slot.tight < 2):
        return 0.0
    if pairing.closeness < 0.3:
        strength -= 0.7
    return strength + max(0.0, pairing.closeness - 0.5) * 2


def _of_moments(one: Moment, other: Moment, slot: Slot, pairing: Pairing, link: Link) -> float:
    if agree(one, other):
        return 0.0
    if one.precision != other.precision and not (one.precision in _ADVERBIAL and other.precision in _ADVERBIAL):
        return 0.0
    strength = slot.context + 0.3 * slot.tight
    if _alone(pairing.left, one) and _alone(pairing.right, other) and one.precision == other.precision:
        strength += max(0.0, pairing.closeness - 0.4) * 4
    else:
        strength += max(0.0, pairing.closeness - 0.6) * 2
    if one.precision != other.precision and slot.tight < 2:
        strength -= 0.8
    if link.relation == "partial" and slot.tight < 2:
        strength -= 0.4
    return strength


def _alone(frame: Frame, moment: Moment) -> bool:
    if _alone not in frame.remembered:
        frame.remembered[_alone] = [token.value.precision for token in frame.tokens if isinstance(token.value, Moment)]
    return frame.remembered[_alone].count(moment.precision) == 1


def _difference(link: Link, rival: _Rival) -> Difference:
    a = Evidence(*link.a, rival.a.start, rival.a.end, rival.a.text)
    b = Evidence(*link.b, rival.b.start, rival.b.end, rival.b.text)
    kind: DifferenceKind = "date" if isinstance(rival.a, Moment) or rival.a.kind == "clock" else "number"
    severity = 3 if kind == "number" else 2
    if isinstance(rival.a, Quantity) and isinstance(rival.b, Quantity):
        if {rival.a.approximate, rival.b.approximate} != {False}:
            severity = 1 if _shade(rival.a, rival.b) else 2
        counted, days = _about(rival.a, rival.b), ""
    else:
        counted, days = "", _days(rival.a, rival.b)
    return Difference(kind, severity, a, b, f"{voice(a.article)} says {a.text}{counted}, {voice(b.article)} {b.text}{days}.")


def _shade(one: Quantity, other: Quantity) -> bool:
    """The same figure with and without a bound ("nearly 50", "50"), but not "at least" against "at most"."""
    short, long = sorted((one.text.lower(), other.text.lower()), key=len)
    same = long.endswith(f" {short}") or (re.findall(r"\d+", short) == re.findall(r"\d+", long) != [])
    return one.unit == other.unit and same and {direction(one.text), direction(other.text)} != {"more", "less"}


def _about(one: Quantity, other: Quantity) -> str:
    """What both figures measure, where both say it with the same last word."""
    first = one.counted.split()
    shared = [word for word in first if concept(word) in leftovers.counted(other)]
    if not shared or (len(shared) < 2 and shared[-1] not in {first[-1], *other.counted.split()[-1:]}):
        return ""
    noun = first[0] if one.kind == "ordinal" else " ".join(first[: first.index(shared[-1]) + 1])
    return "" if one.unit or noun.casefold() in one.text.casefold() else f" {noun}"


def _days(one: Value, other: Value) -> str:
    if isinstance(one, Moment) and isinstance(other, Moment) and one.first and other.first and (one.weekday >= 0 or other.weekday >= 0):
        return f" ({_written(one.first)} against {_written(other.first)})"
    return ""


def _written(day: date) -> str:
    return day.isoformat()
