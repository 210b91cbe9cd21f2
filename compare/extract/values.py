"""Numbers and dates in an article, normalised to what they are compatible with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from compare.extract.dates import find_moments, moved_by
from compare.extract.holding import in_usual_letters
from compare.extract.numbers import find_quantities
from compare.extract.units import DIMENSIONS, FREEZING, dimension
from compare.model import Article, Moment, Quantity, Sentence, Value

# Days of all months and all weekdays, in an ordinary year
_NOMINAL = tuple(date(2022, 1, 1) + timedelta(days=15 * step) for step in range(25))
SHORT_METRES = re.compile(r"\d\s?m$")


def find_values(article: Article, sentences: Sequence[Sentence]) -> tuple[Value, ...]:
    """The numbers and dates in the sentences, in order; offsets are in the article's text.

    Relative days ("Monday", "last week") are resolved by the article's date, and stay unresolved where it has none.
    """
    found: list[Value] = []
    for sentence in sentences:
        found += [_moved(value, sentence.start) for value in _in_sentence(sentence.text, article.published)]
    return tuple(found)


def _moved(value: Value, by: int) -> Value:
    """A value so many code points on. Written out, as ``dataclasses.replace`` takes several times as long and there are many."""
    start, end = value.start + by, value.end + by
    if isinstance(value, Moment):
        return Moment(start, end, value.text, value.first, value.last, value.precision, value.weekday, value.month, value.day)
    told = value.low, value.high, value.unit, value.approximate, value.kind, value.counted
    return Quantity(start, end, value.text, *told)


@lru_cache(maxsize=2048)
def _in_sentence(text: str, published: date | None) -> tuple[Value, ...]:
    """The numbers and dates of one sentence; kept, as texts of one event, and hostile ones, say the same again."""
    plain = in_usual_letters(text)
    dates = find_moments(plain, published)
    values: list[Value] = [*dates.moments, *find_quantities(plain, dates.spans)]
    values.sort(key=lambda value: value.start)
    return tuple(values if plain is text else (replace(value, text=text[value.start : value.end]) for value in values))


def agree(one: Value, other: Value) -> bool:
    """Whether the two can both be right; values that say nothing comparable agree."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return quantities_agree(one, other)
    if isinstance(one, Moment) and isinstance(other, Moment):
        return moments_agree(one, other)
    return False


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two units can be set side by side: the same, of one dimension (miles, kilometres), or one left out.

    A rate ("5 a day") can be set beside another and beside a figure that leaves the time out.
    """
    if (one.kind == "score") != (other.kind == "score") or (one.kind in {"ordinal", "clock"}) != (other.kind in {"ordinal", "clock"}):
        return False
    if one.kind == other.kind == "clock":
        return True
    if "age-year" in {one.unit, other.unit} and "" in {one.unit, other.unit}:
        # "the 24-year-old", "Smith, 24,"
        return {one.kind, other.kind} <= {"number", "range"} and min(one.low, other.low) <= 115
    if _metres(one, other) or _metres(other, one):
        return True
    sorts = {dimension(unit)[0] for unit in _units(one, other)}
    return len(sorts) == 1 or len({sort.removesuffix("/time") for sort in sorts}) == 1


def quantities_agree(one: Quantity, other: Quantity) -> bool:
    """Whether the intervals meet, in the same unit or in units of one dimension (then with a twentieth of tolerance for the conversion)."""
    if not comparable(one, other):
        return False
    if one.kind == other.kind == "clock":
        return clocks_agree(one, other)
    if one.kind == other.kind == "score":
        return {one.low, one.high} == {other.low, other.high}
    if one.approximate and other.approximate and one.unit == other.unit and _alike(one, other):
        # two bounds of one sort ("at least 40", "at least 60") would always meet: what counts is the figure that they name
        bound = not 0.75 <= one.low / one.high <= 0.97
        return abs(one.low - other.low) <= (0.02 if bound else 0.12) * max(abs(one.low), abs(other.low))
    unit, unit_other = _units(one, other)
    if unit == unit_other or "age-year" in {unit, unit_other}:
        return _meet((one.low, one.high), (other.low, other.high), 1e-9)
    (sort, first), (sort_other, second) = dimension(unit), dimension(unit_other)
    if sort == sort_other == "temperature":
        # of which two are told apart by a degree; "14 degrees" may be either, and what it rises by has no zero
        scales = {unit, unit_other}
        same = "degree" in scales and _meet((one.low, one.high), (other.low, other.high), 0.5)
        return same or any(
            _meet(_celsius(one, zero=zero), _celsius(other, zero=zero), 0.6) for zero in (True, False) if "degree" not in scales
        )
    if sort != sort_other:
        # one leaves out the time that the figure is for
        first, second = (dimension(unit.partition("/")[0])[1] for unit in (unit, unit_other))
    first, second = (1e-6 if _metres(here, there) else worth for here, there, worth in ((one, other, first), (other, one, second)))
    # "tons" are written for tonnes
    slack = 0.11 if {one.unit, other.unit} == {"ton", "tonne"} else 0.05 if first != second else 0.0
    return _meet(_scaled(one, first), _scaled(other, second), slack * max(abs(one.high), abs(one.low)) * first + 1e-9)


def _units(one: Quantity, other: Quantity) -> tuple[str, str]:
    """The two units as they are compared: "pounds" beside "£" are money, "10 months old" beside "10 months" is a time."""
    first, second = (
        mine.unit.replace("pound", "gbp") if "gbp" in theirs.unit and mine.unit.startswith("pound")
        else mine.unit.removeprefix("age-") if dimension(theirs.unit)[0] == "time"
        else mine.unit
        for mine, theirs in ((one, other), (other, one))
    )  # fmt: skip
    return first, second


def _scaled(quantity: Quantity, worth: float) -> tuple[float, float]:
    return quantity.low * worth, quantity.high * worth


def _celsius(quantity: Quantity, *, zero: bool) -> tuple[float, float]:
    """In degrees Celsius: a temperature, or (without ``zero``) a rise by so many degrees."""
    freezing = FREEZING.get(quantity.unit, 0.0) if zero else 0.0
    worth = DIMENSIONS[quantity.unit][1]
    return (quantity.low - freezing) * worth, (quantity.high - freezing) * worth


def _meet(one: tuple[float, float], other: tuple[float, float], slack: float) -> bool:
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def clocks_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two times of day can be one moment; a time without a zone may be told in any, so its minutes alone can speak against it."""
    if "clock-utc" in {one.unit, other.unit} and one.unit != other.unit:
        return one.low % 30 == other.low % 30
    day = 720 if "clock-12" in {one.unit, other.unit} else 1440
    # "ET" is an hour wide, and the day begins anew at midnight
    return (other.low - one.low) % day <= one.high - one.low or (one.low - other.low) % day <= other.high - other.low


def _metres(one: Quantity, other: Quantity) -> bool:
    """Whether the "m" of a number that was taken for millions can be metres beside the other ("2.3m", "2.3 metres")."""
    return one.unit == "" and SHORT_METRES.search(one.text) is not None and dimension(other.unit)[0] == "length"


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both intervals have one shape: both "more than", both "about"."""
    return one.low > 0 and other.low > 0 and abs(one.high / one.low - other.high / other.low) <= 0.02


def moments_agree(one: Moment, other: Moment) -> bool:
    """Whether the two can be the same day or overlap.

    What the article's date would have to resolve is compared by weekday, month and day where both name them; else as if both articles had
    appeared on one day, whichever it was ("yesterday" may be last month's last day, "earlier this month" is never last year).
    """
    if _on_a_weekend(one, other) is False:
        return False
    if one.first and one.last and other.first and other.last:
        if one.first <= other.last and other.first <= one.last:
            # two spans of years ("2012-13", "2013-14") are two things even where they share one
            return not (_is_years(one) and _is_years(other)) or (one.first, one.last) == (other.first, other.last)
        if (
            one.precision == other.precision == "month"
            and one.month == other.month
            and not names_its_year(one)
            and not names_its_year(other)
        ):
            # "in December" may be the last or the next one: the article's date and a guess at the tense can't tell two apart
            return True
        # a weekday may point back or ahead: the same weekday within a fortnight is the same day
        for day, there in ((one, other), (other, one)):
            if day.weekday >= 0 and day.first and there.first and there.last:
                for shift in (-7, 7):
                    moved = moved_by(day.first, timedelta(days=shift))
                    if there.first <= moved <= there.last:
                        return True
        return False
    for day, there in ((one, other), (other, one)):
        if day.weekday >= 0 and there.weekday < 0 and there.precision == "day" and there.first:
            return day.weekday == there.first.weekday()
    if one.weekday >= 0 and other.weekday >= 0:
        return one.weekday == other.weekday
    if one.month and other.month:
        return one.month == other.month and (one.day == other.day or not one.day or not other.day)
    if one.first or other.first:
        return True
    told, told_other = _whenever(one.text), _whenever(other.text)
    # articles of one event may be a day apart, and a weekday may point back or ahead
    slack = timedelta(days=7 if max(one.weekday, other.weekday) >= 0 else 1 if one.precision == other.precision == "day" else 0)
    return any(a is None or b is None or (a[0] <= b[1] + slack and b[0] <= a[1] + slack) for a, b in zip(told, told_other, strict=True))


@lru_cache(maxsize=1024)
def _whenever(text: str) -> tuple[tuple[date, date] | None, ...]:
    """What an unresolved date would mean to articles of some days all over the year and the week; None where it says nothing."""
    found = []
    for day in _NOMINAL:
        moments = find_moments(text, day).moments
        spans = [(moment.first, moment.last) for moment in moments if moment.first and moment.last]
        found.append(spans[0] if len(spans) == len(moments) == 1 else None)
    return tuple(found)


def _on_a_weekend(one: Moment, other: Moment) -> bool | None:
    """Whether a day falls on the weekend that it is set against; None where there is no such pair."""
    for weekend, day in ((one, other), (other, one)):
        if weekend.text.lower().endswith("weekend") and day.precision == "day":
            number = day.weekday if day.weekday >= 0 else day.first.weekday() if day.first else 6
            return number >= 4
    return None


def _is_years(moment: Moment) -> bool:
    """Whether it names its first and last year ("2012-13"); a decade does not."""
    return (
        moment.precision == "period"
        and "s" not in moment.text
        and names_its_year(moment)
        and bool(re.search(r"\d\d\s?[-–/]\s?\d\d", moment.text))
    )


def names_its_year(moment: Moment) -> bool:
    """Whether its own words name the year."""
    return any(character.isdigit() for character in moment.text)
