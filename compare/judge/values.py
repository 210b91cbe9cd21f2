"""Numbers and dates that can't both be right about the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from compare.extract.bounds import direction
from compare.extract.values import agree, comparable
from compare.judge import unmatched
from compare.judge.anchors import evidence, sides
from compare.judge.sentence_pairs import ComparisonIndex, SentencePair, Slot
from compare.model import Difference, DifferenceKind, Evidence, Link, Moment, Place, Quantity, Value
from compare.model.outlets import voice
from compare.text.vocabulary import concept

_COPY = 0.6
_LIKE = 0.5
# So many values that only one of two sentences gives are set against the other's.
_MOST = 30


class _Rival(NamedTuple):
    strength: float
    slot: Slot
    a: Value
    b: Value


def find(
    compared: ComparisonIndex, link: Link, pair: SentencePair, partners: dict[tuple[Place, int], tuple[Place, ...]], *, named_apart: bool
) -> Iterator[Difference]:
    """The numbers and dates of a linked pair that disagree; each value is in one difference at most.

    ``named_apart``: the sentences name other somebodies too, so that what is left over belongs to each of these.
    """
    apart = named_apart and pair.closeness < _COPY
    rivals = sorted(_rivals(pair), key=lambda rival: (-rival.strength, rival.slot.a, rival.slot.b))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for rival in rivals:
        if rival.slot.a[0] in taken_a or rival.slot.b[0] in taken_b:
            continue
        taken_a.add(rival.slot.a[0])
        taken_b.add(rival.slot.b[0])
        yield told(link.a, link.b, rival.a, rival.b)
    for i, j in () if apart else unmatched.values(compared, link, pair, partners):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            one, other = pair.left.tokens[i].value, pair.right.tokens[j].value
            assert one is not None
            assert other is not None
            yield told(link.a, link.b, one, other)
    yield from _single(pair)


_COUNTED = {"a": 1, "an": 1, "both": 2}


def _single(pair: SentencePair) -> Iterator[Difference]:
    """A number here, "a" or "both" there, before the same noun: "a ship", "three ships"."""
    for tokenised, other, match, forward in sides(pair):
        for index, token in enumerate(tokenised.tokens[:-1]):
            if index in match or not isinstance(token.value, Quantity) or token.value.unit or token.value.kind != "number":
                continue
            at = match.get(index + 1, 0) - 1
            count = _COUNTED.get(other.folded[at], 0) if at >= 0 else 0
            if not count or at in match.values() or token.value.low <= count <= token.value.high:
                continue
            here, there = evidence(tokenised, index, index + 1), evidence(other, at, at + 1)
            a, b = (here, there) if forward else (there, here)
            yield Difference("number", 3, a, b, f"{voice(a.article)} says {a.text}, {voice(b.article)} {b.text}.")


def _rivals(pair: SentencePair) -> Iterator[_Rival]:
    """Two values in one slot, where the sentences are alike: of one dimension, or one figure in two units that can't be converted."""
    if pair.closeness < _LIKE:
        return
    left, right = pair.left.tokens, pair.right.tokens
    loose_a = [number for number, token in enumerate(left) if token.value is not None and number not in pair.match][:_MOST]
    loose_b = [number for number, token in enumerate(right) if token.value is not None and number not in pair.back][:_MOST]
    for i in loose_a:
        for j in loose_b:
            one, other = left[i].value, right[j].value
            if one is None or other is None or agree(one, other) or not _of_one_sort(one, other):
                continue
            slot = pair.slot((i, i), (j, j))
            if slot.tight == 2 or (slot.tight and not _of_two_lengths(one, other)):
                yield _Rival(round(slot.context + 0.3 * slot.tight, 4), slot, one, other)


def _of_one_sort(one: Value, other: Value) -> bool:
    if isinstance(one, Moment) and isinstance(other, Moment):
        return True
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    one_figure = one.low <= other.high + 1e-9 and other.low <= one.high + 1e-9
    return comparable(one, other) or (bool(one.unit and other.unit) and one.kind == other.kind and one_figure)


def _of_two_lengths(one: Value, other: Value) -> bool:
    """Whether one is a day and the other a week, a month, a year: "on Thursday", "this week"; a weekend is set against days."""
    return isinstance(one, Moment) and isinstance(other, Moment) and _length(one) != _length(other)


def _length(moment: Moment) -> str:
    return "day" if moment.text.lower().endswith("weekend") else moment.precision


def told(place: Place, there: Place, one: Value, other: Value) -> Difference:
    """Two values that differ, each in its sentence, as a difference; one is a number if the other is."""
    a, b = Evidence(*place, one.start, one.end, one.text), Evidence(*there, other.start, other.end, other.text)
    kind: DifferenceKind = "date" if isinstance(one, Moment) or one.kind == "clock" else "number"
    severity = 3 if kind == "number" else 2
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        if {one.approximate, other.approximate} != {False}:
            severity = 1 if _shade(one, other) else 2
        counted, days = _about(one, other), ""
    else:
        counted, days = "", _days(one, other)
    return Difference(kind, severity, a, b, f"{voice(a.article)} says {a.text}{counted}, {voice(b.article)} {b.text}{days}.")


def _shade(one: Quantity, other: Quantity) -> bool:
    """The same figure with and without a bound ("nearly 50", "50"), but not "at least" against "at most"."""
    short, long = sorted((one.text.lower(), other.text.lower()), key=len)
    same = long.endswith(f" {short}") or (re.findall(r"\d+", short) == re.findall(r"\d+", long) != [])
    return one.unit == other.unit and same and {direction(one.text), direction(other.text)} != {"more", "less"}


def _about(one: Quantity, other: Quantity) -> str:
    """What both figures measure, where both say it with the same last word."""
    first = one.counted.split()
    shared = [word for word in first if concept(word) in unmatched.counted(other)]
    if not shared or (len(shared) < 2 and shared[-1] not in {first[-1], *other.counted.split()[-1:]}):
        return ""
    noun = first[0] if one.kind == "ordinal" else " ".join(first[: first.index(shared[-1]) + 1])
    return "" if one.unit or noun.casefold() in one.text.casefold() else f" {noun}"


def _days(one: Value, other: Value) -> str:
    days = [value.first for value in (one, other) if isinstance(value, Moment) and value.first == value.last and value.first]
    weekday = any(isinstance(value, Moment) and value.weekday >= 0 for value in (one, other))
    return f" ({days[0].isoformat()} against {days[1].isoformat()})" if weekday and len(days) == 2 else ""
