"""Which words of two sentences stand for which: the heaviest common run first, wherever it stands (greedy string tiling, Wise, 1993)."""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from compare.extract.agreement import Agreement, content
from compare.extract.values import agree
from compare.model import Moment, Quantity, Value
from compare.text.words import fold

if TYPE_CHECKING:
    from compare.judge.sentence_pairs import Token

# What weighs no more than three light words, in twentieths, is matched only beside other matches.
_LIGHT = 9


def tile(left: Sequence[Token], right: Sequence[Token]) -> dict[int, int]:
    """The tokens of ``left`` that stand in ``right`` too, each with the one that stands for it."""
    if len(left) == len(right) and all(map(same, left, right)):
        # the heaviest run in common is the whole sentence
        return {index: index for index in range(len(left))}
    # weights in twentieths, so that sums are exact
    weights = list(accumulate((round(token.weight * 20) for token in left), initial=0))
    heap = [(weights[i] - weights[i + length], abs(i - j), i, j, length) for i, j, length in _runs(left, right)]
    heapq.heapify(heap)
    match: dict[int, int] = {}
    # a bit for each token that is matched already
    taken = used = 0
    light: list[tuple[int, int, int]] = []
    while heap:
        weight, _, i, j, length = heapq.heappop(heap)
        whole = (1 << length) - 1
        free = whole & ~(taken >> i | used >> j)
        if free != whole:
            for start, size in _pieces(free):
                heapq.heappush(heap, (weights[i + start] - weights[i + start + size], abs(i - j), i + start, j + start, size))
            continue
        if -weight <= _LIGHT:
            light.append((i, j, length))
            continue
        match.update(zip(range(i, i + length), range(j, j + length), strict=True))
        taken |= whole << i
        used |= whole << j
    # light words alone ("of the") only beside what is matched already
    for i, j, length in light:
        for k in range(length):
            here, there = i + k, j + k
            if here in match or used >> there & 1:
                continue
            beside = match.get(here - 1) == there - 1 or match.get(here + 1) == there + 1 or here == there == 0
            if beside or abs(match.get(here - 2, -99) - there + 2) <= 1 or abs(match.get(here + 2, -99) - there - 2) <= 1:
                match[here] = there
                used |= 1 << there
    return match


def _runs(left: Sequence[Token], right: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """The runs of equal tokens that go on to neither side: where they begin in either sentence, and how long they are.

    The tokens of ``right`` that equal one of ``left`` are the bits of a number, so that sentences of one word said again and again cost little.
    """
    by_key: dict[str, int] = {}
    for j, token in enumerate(right):
        if token.value is None:
            by_key[token.key] = by_key.get(token.key, 0) | 1 << j
    agreeing = _Agreeing(right)
    equal = [by_key.get(token.key, 0) if token.value is None else agreeing.of(token, token.value) for token in left]
    begun: dict[int, int] = {}
    for i, (before, here, after) in enumerate(zip([0, *equal], equal, [*equal[1:], 0], strict=False)):
        for j in _bits(here & ~(before << 1)):
            begun[j - i] = i
        for j in _bits(here & ~(after >> 1)):
            start = begun[j - i]
            yield start, start + j - i, i - start + 1


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


class _Agreeing:
    """The tokens with a value, to be looked up by what they agree with."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        valued = [(at, token.value) for at, token in enumerate(tokens) if token.value is not None]
        self._places = [at for at, _ in valued]
        self._agreement = Agreement([value for _, value in valued])
        self._known: dict[Hashable, int] = {}

    def of(self, token: Token, value: Value) -> int:
        """Those that are the same as one with a value, as bits."""
        key = (content(value), value.text if isinstance(value, Moment) else "")
        if key not in self._known:
            self._known[key] = sum(1 << at for at in self._same(token, value))
        return self._known[key]

    def _same(self, token: Token, value: Value) -> Iterator[int]:
        for alike in self._agreement.of(value):
            resolved = isinstance(alike.value, Quantity) or (isinstance(value, Moment) and value.first and alike.value.first)
            places = [self._places[position] for position in alike.positions]
            yield from places if resolved else (at for at in places if same(token, self._tokens[at]))


def _pieces(free: int) -> Iterator[tuple[int, int]]:
    """The runs of bits that are set: where they begin, and how long they are."""
    at = 0
    while free:
        gap = (free & -free).bit_length() - 1
        free >>= gap
        size = (~free & (free + 1)).bit_length() - 1
        yield at + gap, size
        free >>= size
        at += gap + size


def same(one: Token, other: Token) -> bool:
    """Whether two tokens mean the same: by their key, or as values that agree."""
    if one.value is None or other.value is None:
        return one.value is other.value and one.key == other.key
    if isinstance(one.value, Quantity) != isinstance(other.value, Quantity):
        return False
    if isinstance(one.value, Moment) and isinstance(other.value, Moment) and not (one.value.first and other.value.first):
        return fold(one.text) == fold(other.text) or (_said(one.value) and agree(one.value, other.value))
    return agree(one.value, other.value)


def _said(moment: Moment) -> bool:
    return moment.weekday >= 0 or moment.month > 0 or moment.first is not None
