"""Many values set against many: which of them agree with one, found by where they lie instead of by comparing every pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.extract.units import dimension
from compare.extract.values import SHORT_METRES, agree, names_its_year
from compare.model import Moment, Value

# How much wider than it is an interval is looked up, as a share of its size: more than what is forgiven to two bounds of one sort ("at least
# 40", "at least 60") and to a conversion of units.
_WIDER = 0.3
# A weekday may stand for the one a week before or after.
_DAYS = 8
# So few are compared pair by pair: that is quicker.
_FEW = 10
_EVERYWHERE = (-float("inf"), float("inf"))


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
            held.setdefault(content(value), Alike(value, [])).positions.append(position)
        self._few = list(held.values()) if len(held) <= _FEW else None
        spans: dict[str, list[_Span]] = {}
        for alike in held.values() if self._few is None else ():
            for name, low, high in _shelved(alike.value):
                spans.setdefault(name, []).append(_Span(low, high, alike))
        self._shelves = {name: _Shelf(shelf) for name, shelf in spans.items()}
        self._known: dict[Hashable, tuple[Alike, ...]] = {}

    def of(self, value: Value) -> tuple[Alike, ...]:
        """What agrees with a value, in the order of first positions."""
        key = content(value)
        if key not in self._known:
            near = {alike.positions[0]: alike for alike in (self._near(value) if self._few is None else self._few)}
            self._known[key] = tuple(near[first] for first in sorted(near) if agree(value, near[first].value))
        return self._known[key]

    def _near(self, value: Value) -> Iterator[Alike]:
        for name, low, high in _shelved(value, wide=True):
            if name in self._shelves:
                yield from self._shelves[name].meeting(low, high)


def agreeing(values: tuple[Value, ...], others: tuple[Value, ...]) -> list[Value]:
    """Those of some values that agree with one of the others."""
    if len(values) * len(others) <= _FEW * _FEW:
        return [value for value in values if any(agree(value, other) for other in others)]
    known = _kept(others)
    return [value for value in values if known.of(value)]


@lru_cache(maxsize=256)
def _kept(values: tuple[Value, ...]) -> Agreement:
    """The values of a sentence; kept, as it is compared with several others."""
    return Agreement(values)


def content(value: Value) -> Hashable:
    """All of a value that decides what it agrees with and what it counts."""
    if isinstance(value, Moment):
        return (value.first, value.last, value.precision, value.weekday, value.month, value.day, _told(value))
    return (value.low, value.high, value.unit, value.approximate, value.kind, value.counted, SHORT_METRES.search(value.text) is not None)


def _told(moment: Moment) -> str:
    """What of a date's own words counts beside the days that it means."""
    if moment.first is None or moment.precision == "period":
        return moment.text.lower()
    return "dated" if names_its_year(moment) else ""


def _shelved(value: Value, *, wide: bool = False) -> Iterator[tuple[str, float, float]]:
    """On which shelves a value lies, figures in the base unit of their dimension; or, if ``wide``, where all that agrees with it lies."""
    anywhere = _EVERYWHERE if wide else (0.0, 0.0)
    if isinstance(value, Moment):
        undated = value.first is None or value.last is None
        if wide or undated:
            yield "undated", *anywhere
        if value.first and value.last:
            days = _DAYS if wide else 0
            yield "dated", value.first.toordinal() - days, value.last.toordinal() + days
        elif wide:
            yield "dated", *anywhere
        if value.precision == "month" and not undated:
            yield f"month {value.month}", *anywhere
        return
    if value.kind == "clock":
        yield "clock", *anywhere
        return
    # of scores only the very same one agrees, however far its two figures are apart
    low, high = (value.low, value.low) if value.kind == "score" else sorted((value.low, value.high))
    worths = [("score", 1.0)] if value.kind == "score" else [*_worths(value.unit)]
    if not value.unit and SHORT_METRES.search(value.text):
        worths.append(("length", 1e-6))
    for sort, worth in worths:
        margin = (_WIDER * max(abs(low), abs(high)) * worth + 1e-6) if wide else 0.0
        yield sort, *(anywhere if sort == "temperature" and wide else (low * worth - margin, high * worth + margin))


def _worths(unit: str) -> Iterator[tuple[str, float]]:
    """The dimension of a unit with its worth, and what else it may be compared with: a rate with a plain figure, an age with a bare number."""
    sort, worth = dimension(unit)
    yield sort, worth
    if sort.endswith("/time"):
        plain = unit.partition("/")[0]
        yield dimension(plain)
    if unit.startswith("pound"):
        yield dimension(unit.replace("pound", "gbp"))
        if sort.endswith("/time"):
            yield "gbp", 1.0
    if sort == "age":
        yield dimension(unit.removeprefix("age-"))
    if sort in {"age", ""}:
        yield "age in figures", 1.0
