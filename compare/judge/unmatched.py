"""What is left over in two linked sentences once all that agrees is set aside: the one figure, day or name of its sort on either side.

A rewrite may turn a sentence round so far that no neighbour of a figure is where it was. But where two sentences report the same, and the one
figure that only the first gives and the one that only the second gives measure the same sort of thing, the two are rivals wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from compare.deferred import deferred
from compare.extract.units import CURRENCIES, DIMENSIONS
from compare.extract.values import agree
from compare.judge.sentence_pairs import ComparisonIndex, SentencePair, Token
from compare.model import Link, Moment, Place, Quantity, Value
from compare.text.vocabulary import concept, listed
from compare.text.words import words

_PEOPLE = listed(
    "people person persons men man women woman children child girl boy civilian soldier troop officer passenger resident worker employee staff "
    "suspect victim patient student pupil migrant refugee fighter rebel customer subscriber voter member protester demonstrator villager tourist fan "
    "employees workers others other inmate prisoner hostage survivor guest visitor attendee spectator volunteer firefighter doctor teacher shareholder"
)
_PERSONS = frozenset(concept(word) for word in _PEOPLE)
# From here on "30 jets" may be what "60 aircraft" are
_LIKE = 0.4
_COPY = 0.7
# So many values that only one of two sentences gives are set against the other's.
_MOST = 30
_NUMERAL = deferred(r"\d+(?:[.,]\d+)*")


Partners = Mapping[tuple[Place, int], Sequence[Place]]
"""The sentences of an article that a sentence is linked to."""


def values(compared: ComparisonIndex, link: Link, pair: SentencePair, partners: Partners) -> Iterator[tuple[int, int]]:
    """The tokens of rival values: one of each sort left on either side, neither given by the other article where it tells of the same."""
    if link.relation != "aligned":
        return
    left = _left(compared, pair.left.tokens, pair.match, _around(link.a, link.b, partners))
    right = _left(compared, pair.right.tokens, pair.back, _around(link.b, link.a, partners))
    for sort in sorted(left.keys() & right.keys()):
        if len(left[sort]) == len(right[sort]) == 1:
            (i, one), (j, other) = left[sort][0], right[sort][0]
            if sort == "ordinal" and pair.closeness < _COPY:
                # "the third quarter", "July to September … the second quarter"
                continue
            if _rivals(one, other, pair.closeness) and not _described(pair, one, other):
                yield i, j
    yield from _units(left, right)


def _left(
    compared: ComparisonIndex, tokens: Sequence[Token], match: dict[int, int], places: Sequence[Place]
) -> dict[str, list[tuple[int, Value]]]:
    found: dict[str, list[tuple[int, Value]]] = {}
    for number, token in enumerate(tokens):
        value = token.value
        if value is not None and number not in match and not _given(compared, value, places):
            found.setdefault(_sort(value), []).append((number, value))
    return found


def _sort(value: Value) -> str:
    """Values of one sort can be set against each other."""
    if isinstance(value, Moment):
        return "moment"
    if value.kind in {"clock", "ordinal", "score", "vague"}:
        return value.kind
    if value.unit in CURRENCIES and value.unit != "cent":
        # sums in two currencies may be one sum; see _units
        return value.unit
    if value.unit:
        return DIMENSIONS.get(value.unit, (value.unit, 1.0))[0]
    return "age" if value.text.isdigit() and value.low <= 115 and not value.counted else "count"


def _around(place: Place, there: Place, partners: Partners) -> list[Place]:
    """Where the other article tells of the same: its sentences that are linked to this one, and those beside them."""
    linked = {there, *partners.get((place, there.article), ())}
    return sorted({Place(one.article, one.sentence + step) for one in linked for step in (-1, 0, 1)})


def _given(compared: ComparisonIndex, value: Value, places: Sequence[Place]) -> bool:
    """Whether one of the sentences gives the value, of the same thing as far as its words say so."""
    return any(
        not isinstance(alike.value, Quantity) or _alike(value, alike.value) for place in places for alike in compared.agreeing(place, value)
    )


def _alike(one: Value, other: Quantity) -> bool:
    assert isinstance(one, Quantity)
    if other.kind == "vague" or one.kind == "vague":
        return one.kind == other.kind
    mine, theirs = counted(one), counted(other)
    return bool(one.unit or other.unit or not mine or not theirs or mine & theirs or (mine & _PERSONS and theirs & _PERSONS))


def counted(quantity: Quantity) -> frozenset[str]:
    """What a number counts, as words that mean the same."""
    return _concepts(quantity.counted)


@lru_cache(maxsize=16_384)
def _concepts(text: str) -> frozenset[str]:
    return frozenset(concept(word.text) for word in words(text.replace("-", " ")))


def _rivals(one: Value, other: Value, closeness: float) -> bool:
    if isinstance(one, Moment) and isinstance(other, Moment):
        named = all(moment.first or moment.weekday >= 0 for moment in (one, other))
        known = named or (one.month and other.month)
        return bool(known) and not agree(one, other) and (one.precision == other.precision or {one.precision, other.precision} <= _PERIODS)
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or agree(one, other) or "vague" in {one.kind, other.kind}:
        return False
    if one.unit or other.unit or one.kind != "number":
        return True
    size = max(one.high, other.high) / max(1e-9, min(one.low, other.low))
    mine, theirs = counted(one), counted(other)
    if mine & theirs or (mine & _PERSONS and theirs & _PERSONS):
        return True
    return size <= 20 and (closeness >= _LIKE or not (mine and theirs))


def _described(pair: SentencePair, one: Value, other: Value) -> bool:
    """Whether just one of two counts of different things describes what follows ("a two-part package") instead of counting it ("one bill")."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or counted(one) & counted(other):
        return False
    joined = [
        not value.unit and tokenised.text.startswith("-", value.end - tokenised.start)
        for tokenised, value in ((pair.left, one), (pair.right, other))
    ]
    return joined[0] != joined[1]


_PERIODS = frozenset({"week", "month", "year", "season"})


def _units(left: dict[str, list[tuple[int, Value]]], right: dict[str, list[tuple[int, Value]]]) -> Iterator[tuple[int, int]]:
    """The same numeral in another unit: "12 million cubic metres" against "12 million litres"."""
    mine, theirs = ([entry for sort in sorted(side) for entry in side[sort]][:_MOST] for side in (left, right))
    for i, one in mine:
        for j, other in theirs:
            if not isinstance(one, Quantity) or not isinstance(other, Quantity) or agree(one, other) or _sort(one) == _sort(other):
                continue
            numerals = _NUMERAL.findall(one.text), _NUMERAL.findall(other.text)
            same = numerals[0] == numerals[1] != [] or (one.low <= other.high and other.low <= one.high)
            if (
                same
                and (one.unit or other.unit)
                and {one.unit, other.unit} != {"", "percent"}  # "the 16.7 unemployment rate"
                and {one.kind, other.kind} <= {"number", "range"}
                and "age" not in _sort(one) + _sort(other)
            ):
                yield i, j
