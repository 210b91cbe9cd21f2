"""Many values set against many: which of them agree with one, found by where they lie instead of by comparing every pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.language.units import DIMENSIONS
from compare.language.values import SHORT_METRES, agree
from compare.model import Moment, Quantity, Value

# Intervals are looked up this share of their size wider than they are: more than what rounding, bounds and conversions may forgive.
_MARGIN = 0.3
# A weekday may stand for the one a week before or after.
_DAYS = 8


class Alike(NamedTuple):
    """Values that are the same but for their place: one of them, and the positions of all."""

    value: Value
    positions: list[int]


class _Span(NamedTuple):
    low: float
    high: float
    alike: Alike


class _Shelf:
    """Intervals sorted by where they begin."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.low)
        self._lows = [span.low for span in self._spans]
        self._reach: list[float] = []
        for span in self._spans:
            self._reach.append(max(span.high, self._reach[-1]) if self._reach else span.high)

    def meeting(self, low: float, high: float) -> Iterator[Alike]:
        at = bisect_right(self._lows, high) - 1
        while at >= 0 and self._reach[at] >= low:
            if self._spans[at].high >= low:
                yield self._spans[at].alike
            at -= 1


class Agreement:
    """Values to be looked up. ``agree`` decides; the shelves only keep apart what can't agree anyway."""

    def __init__(self, values: Sequence[Value]) -> None:
        held: dict[Hashable, Alike] = {}
        for position, value in enumerate(values):
            held.setdefault(_content(value), Alike(value, [])).positions.append(position)
        spans: dict[str, list[_Span]] = {}
        for alike in held.values():
            for name, low, high in _shelved(alike.value):
                wide = _MARGIN * max(abs(low), abs(high)) + 1e-6 if isinstance(alike.value, Quantity) else 0.0
                spans.setdefault(name, []).append(_Span(low - wide, high + wide, alike))
        self._shelves = {name: _Shelf(shelf) for name, shelf in spans.items()}
        self._known: dict[Hashable, tuple[Alike, ...]] = {}

    def of(self, value: Value) -> tuple[Alike, ...]:
        """What agrees with a value, in the order of first positions."""
        content = _content(value)
        if content not in self._known:
            near = {alike.positions[0]: alike for alike in self._near(value)}
            self._known[content] = tuple(near[first] for first in sorted(near) if agree(value, near[first].value))
        return self._known[content]

    def _near(self, value: Value) -> Iterator[Alike]:
        for name, low, high in _looked_up(value):
            if name in self._shelves:
                wide = _MARGIN * max(abs(low), abs(high)) + 1e-6 if isinstance(value, Quantity) else _DAYS
                yield from self._shelves[name].meeting(low - wide, high + wide)


@lru_cache(maxsize=1024)
def agreement(values: tuple[Value, ...]) -> Agreement:
    """The values of a sentence, to be looked up; kept, as a sentence is compared with several others."""
    return Agreement(values)


def _content(value: Value) -> Hashable:
    """All of a value that decides what it agrees with and what it counts."""
    if isinstance(value, Moment):
        dated = any(character.isdigit() for character in value.text)
        return (value.first, value.last, value.precision, value.weekday, value.month, value.day, dated)
    short = bool(SHORT_METRES.search(value.text))
    return (value.low, value.high, value.unit, value.approximate, value.kind, value.counted, short)


_EVERYWHERE = (-float("inf"), float("inf"))


def _shelved(value: Value) -> Iterator[tuple[str, float, float]]:
    """On which shelves a value lies, and from where to where."""
    if isinstance(value, Moment):
        if value.first is None or value.last is None:
            yield "undated", *_EVERYWHERE
            return
        yield "dated", value.first.toordinal(), value.last.toordinal()
        if value.precision == "month":
            yield f"month {value.month}", *_EVERYWHERE
        return
    low, high = sorted((value.low, value.high))
    if value.kind == "clock":
        yield "clock", *_EVERYWHERE
    elif value.unit.startswith("age"):
        yield "age", *_EVERYWHERE
        if value.unit == "age-year":
            yield "", low, high
    else:
        dimension, factor = DIMENSIONS.get(value.unit, (value.unit, 1.0))
        yield dimension, low * factor, high * factor
        if not value.unit and SHORT_METRES.search(value.text):
            yield "length", low * 1e-6, high * 1e-6


def _looked_up(value: Value) -> Iterator[tuple[str, float, float]]:
    """On which shelves what agrees with a value may lie."""
    if isinstance(value, Moment):
        yield from (("undated", *_EVERYWHERE), *_shelved(value))
        if value.first is None or value.last is None:
            yield "dated", *_EVERYWHERE
        return
    yield from _shelved(value)
    if not value.unit:
        yield "age", *_EVERYWHERE
