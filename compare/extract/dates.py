"""Dates and periods in running text, resolved by the article's own date where they need one.

A date that doesn't exist (February 30) is no value, and its digits are no number either: ``find_moments`` gives back the spans that it has
read, so that ``numbers`` leaves them alone. "May" and "March" count as months only where the words around say so.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from compare.extract import date_patterns as patterns
from compare.extract.holding import Holding
from compare.model import Moment


class Dates(NamedTuple):
    """What one sentence holds, and the spans that were read as dates, whether they exist or not."""

    moments: tuple[Moment, ...]
    spans: tuple[tuple[int, int], ...]


# The date of a post that is shown, by the clock of the page that shows it: "(@name) May 27, 2019"
_STAMP = re.compile(r"\(@\w{1,20}\)\s$")
# The last word of a name: "Christianity Today"
_NAMED_BEFORE = re.compile(r"(?:^|\s)[A-Z][\w’'-]{1,28}\s$")
_BESIDE = re.compile(r",?\s\(?(?:the\s)?")
# What a text must hold, in small letters, for the patterns to find anything in it
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_UNITS = ("day", "week", "fortnight", "month", "year", "decade", *_SEASONS)
_LIKE_DECADE, _LIKE_YEAR = re.compile(r"0['’]?s"), re.compile(r"\d{4}")
_DAYS = ("today", "yesterday", "tomorrow", "tonight", "last night", "this ")
_AGO, _WEEKEND = ("ago", "from now"), ("weekend",)


class _Finder:
    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.moments: list[Moment] = []
        self.spans: list[tuple[int, int]] = []
        self.taken = bytearray(len(text))

    def free(self, match: re.Match[str]) -> bool:
        return not any(self.taken[match.start() : match.end()])

    def block(self, start: int, end: int) -> None:
        self.spans.append((start, end))
        self.taken[start:end] = b"x" * (end - start)

    def take(
        self, start: int, end: int, first: date | None, last: date | None, precision: str, weekday: int = -1, month: int = 0, day: int = 0
    ) -> None:
        self.block(start, end)
        self.moments.append(Moment(start, end, self.text[start:end], first, last, precision, weekday, month, day))

    def refuse(self, match: re.Match[str]) -> None:
        self.block(*match.span())

    # Absolute dates ----------------------------------------------------------------------------------------------------------------

    def iso(self, match: re.Match[str]) -> None:
        self.calendar(match, int(match["year"]), int(match["month"]), int(match["day"]))

    def slashed(self, match: re.Match[str]) -> None:
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        year += 2000 if year < 100 else 0
        if one != two and one <= 12 and two <= 12:
            # 3/4/2020 is the fourth of March or the third of April, by the country: no value
            self.refuse(match)
        else:
            self.calendar(match, year, *((two, one) if one > 12 else (one, two)))

    def calendar(self, match: re.Match[str], year: int, month: int, day: int) -> None:
        there = _existing(year, month, day)
        if there is None:
            self.refuse(match)
        else:
            self.take(*match.span(), there, there, "day", -1, month, day)

    def month_day(self, match: re.Match[str]) -> None:
        month, day = _month(match["month"]), int(match["day"])
        last = int(match["last"]) if match["last"] else day
        if last < day:
            last = day
        year = int(match["year"]) if match["year"] else self.nearest_year(month, day)
        if year is None:
            if day > 31 or (day > monthrange(2000, month)[1]):
                self.refuse(match)
            else:
                self.take(*match.span(), None, None, "day", -1, month, day if last == day else 0)
            return
        first, end = _existing(year, month, day), _existing(year, month, last)
        if first is None or end is None:
            self.refuse(match)
            return
        self.take(*match.span(), first, end, "day" if first == end else "period", -1, month, day if first == end else 0)

    def month_year(self, match: re.Match[str]) -> None:
        year, month = int(match["year"]), _month(match["month"])
        self.take(*match.span(), *_month_part(year, month, _part(match)), "month", -1, month)

    def month_alone(self, match: re.Match[str]) -> None:
        month = _month(match["month"])
        cue = (match["cue"] or "").lower()
        part = _part(match)
        ambiguous = match["month"] in {"May", "March", "Mar", "Mar.", "Jan", "Jun", "Sun"} and not part
        if (ambiguous and cue not in {"in", "last", "next", "this", "since", "until", "by", "during", "through"}) or match["after"]:
            return
        shifted = cue in {"last", "next", "this"}
        start = match.start() if shifted else match.start("part" if match["part"] else "edge" if match["edge"] else "month")
        first = last = None
        if self.published is not None:
            year = self.published.year
            if cue == "next":
                year += 1 if month <= self.published.month else 0
            elif month > self.published.month and cue not in {"by", "until", "this"} and not self.looks_ahead():
                year -= 1
            first, last = _month_part(year, month, part)
        self.take(start, match.end("month"), first, last, "month", -1, month)

    def nearest_year(self, month: int, day: int) -> int | None:
        if self.published is None:
            return None
        near = [
            (abs((there - self.published).days), there.year)
            for year in (self.published.year - 1, self.published.year, self.published.year + 1)
            if (there := _existing(year, month, day)) is not None
        ]
        return min(near)[1] if near else self.published.year

    def looks_ahead(self) -> bool:
        return re.search(r"\b(?:will|is set to|are set to|expected to|scheduled|plans? to|upcoming|next)\b", self.text) is not None

    def season(self, match: re.Match[str]) -> None:
        self.take(*match.span(), *_season(match["season"].lower(), int(match["year"])), "season")

    def decade(self, match: re.Match[str]) -> None:
        tens = int(match["decade"])
        if match["century"] is None:
            if "'" not in match.group() and "’" not in match.group():
                return
            century = 19 if tens > 2 else 20
        else:
            century = int(match["century"])
        year = 100 * century + 10 * tens
        self.take(*match.span(), date(year, 1, 1), date(year + 9, 12, 31), "period")

    def years(self, match: re.Match[str]) -> None:
        if patterns.YEAR_IS_COUNT_BEFORE.search(
            self.text[max(0, match.start() - 20) : match.start()]
        ) or patterns.YEAR_IS_COUNT_AFTER.match(self.text, match.end()):
            return
        first = int(match["year"])
        last = first
        if written := match["last"] or match["next"]:
            last = int(written) if len(written) == 4 else first - first % 100 + int(written)
            last += 100 if written == "00" else 0
            if last <= first or (match["next"] and last > first + 1):
                return
        if part := _part(match):
            from_month, to_month = patterns.PARTS[part][0]
            self.take(*match.span(), date(first, from_month, 1), _month_end(last, to_month), "season")
        else:
            self.take(*match.span(), date(first, 1, 1), date(last, 12, 31), "year" if first == last else "period")

    # What needs the article's date -------------------------------------------------------------------------------------------------

    def weekday(self, match: re.Match[str]) -> None:
        if (
            match["plural"]
            or patterns.NAMED_DAY_BEFORE.search(self.text[max(0, match.start() - 12) : match.start()])
            or patterns.NAMED_DAY_AFTER.match(self.text, match.end())
        ):
            self.refuse(match)
            return
        number = patterns.WEEKDAYS[match["day"].lower().rstrip(".")]
        there = None
        if self.published is not None:
            back = (self.published.weekday() - number) % 7
            ahead = (number - self.published.weekday()) % 7
            shift = match["shift"] or ""
            if shift in {"next", "this coming", "the following"} or (not shift and self.looks_ahead_at(match)):
                there = self.published + timedelta(days=ahead or (7 if shift else 0))
            else:
                there = self.published - timedelta(days=back or (7 if shift in {"last", "the previous", "this past"} else 0))
        self.take(*match.span(), there, there, "day", number)

    def looks_ahead_at(self, match: re.Match[str]) -> bool:
        before = self.text[max(0, match.start() - 60) : match.start()]
        return re.search(r"\b(?:will|set to|expected to|scheduled (?:to|for)|plans? to|due to|upcoming|is to|are to)\b", before) is not None

    def relative_day(self, match: re.Match[str]) -> None:
        word = (match["word"] or "").lower()
        if word == "today" and match["word"][0] == "T" and _NAMED_BEFORE.search(self.text[max(0, match.start() - 30) : match.start()]):
            self.refuse(match)
            return
        shift = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2}.get(word, 0)
        there = None if self.published is None else self.published + timedelta(days=shift)
        self.take(*match.span(), there, there, "day")

    def weekend(self, match: re.Match[str]) -> None:
        first = last = None
        if self.published is not None:
            sunday = self.published - timedelta(days=(self.published.weekday() + 1) % 7)
            first, last = sunday - timedelta(days=2), sunday + timedelta(days=1)
        self.take(*match.span(), first, last, "period")

    def relative_period(self, match: re.Match[str]) -> None:
        unit, shift = match["unit"].lower(), match["shift"].lower()
        if match["plural"] and not match["count"] and not shift.startswith(("the ", "past")):
            return
        if match["count"] or unit == "day":
            # "the past two years" is a length, which needs no date: a number
            return
        precision = "season" if unit in patterns.SEASONS else unit if unit in {"week", "month", "year"} else "period"
        first = last = None
        if self.published is not None:
            first, last = self.around(shift, unit)
        self.take(*match.span(), first, last, precision)

    def around(self, shift: str, unit: str) -> tuple[date, date]:
        """The days that "last week" or "the past year" may mean; generous at both ends."""
        here = self.published
        assert here is not None
        ahead = "next" in shift or "coming" in shift
        now = shift in {"this", "earlier this", "later this", "earlier"}
        if unit != "weekend" and unit not in patterns.SEASONS and shift in {"the past", "past", "the next", "the coming", "the last"}:
            reach = timedelta(days=int(patterns.DAYS_IN[unit] * 1.25))
            return (here, moved_by(here, reach)) if ahead else (moved_by(here, -reach), here)
        step = 0 if now else 1 if ahead else -1
        if unit == "week":
            monday = here - timedelta(days=here.weekday())
            return monday + timedelta(days=7 * step - 1), monday + timedelta(days=7 * step + 6)
        if unit == "weekend":
            sunday = here - timedelta(days=(here.weekday() + 1) % 7)
            return sunday - timedelta(days=9 if step < 0 else 2), sunday + timedelta(days=14 if ahead else 8 if now else 1)
        if unit == "month":
            index = here.year * 12 + here.month - 1 + step
            year, month = index // 12, index % 12 + 1
            return date(year, month, 1), _month_end(year, month)
        if unit == "decade":
            return date(here.year - here.year % 10 + 10 * step, 1, 1), date(here.year - here.year % 10 + 10 * step + 9, 12, 31)
        if unit in patterns.SEASONS:
            return _season_near(unit, here, step)
        return date(here.year + step, 1, 1), date(here.year + step, 12, 31)

    def ago(self, match: re.Match[str]) -> None:
        unit, way = match["unit"].lower(), match["way"].lower()
        first = last = None
        if self.published is not None:
            count = patterns.COUNTS.get(match["count"].lower()) or int(match["count"])
            middle = moved_by(self.published, timedelta(days=count * patterns.DAYS_IN[unit] * (1 if way == "from now" else -1)))
            slack = timedelta(
                days={"day": 0, "week": 4, "fortnight": 5, "month": 16, "year": 190, "decade": 1100}[unit] * (2 if match["about"] else 1)
            )
            first, last = moved_by(middle, -slack), moved_by(middle, slack)
        self.take(*match.span(), first, last, "period" if unit != "day" else "day")


def find_moments(text: str, published: date | None) -> Dates:
    """The dates and periods in one sentence; offsets are into ``text``. Only the first 20,000 characters are read."""
    finder = _Finder(text[:20_000], published)
    holds = Holding(finder.text)
    digits = holds.digits
    months = holds.any_of(_MONTHS)
    for pattern, take, possible in (
        (patterns.ISO, finder.iso, digits and "-" in finder.text),
        (patterns.SLASHED, finder.slashed, digits and "/" in finder.text),
        (patterns.MONTH_DAY, finder.month_day, digits and months),
        (patterns.DAY_MONTH, finder.month_day, digits and months),
        (patterns.MONTH_YEAR, finder.month_year, digits and months),
        (patterns.SEASON, finder.season, digits and holds.any_of(_SEASONS)),
        (patterns.AGO, finder.ago, holds.any_of(_AGO)),
        (patterns.RELATIVE_PERIOD, finder.relative_period, holds.any_of(_UNITS)),
        (patterns.RELATIVE_DAY, finder.relative_day, holds.any_of(_DAYS)),
        (patterns.WEEKEND, finder.weekend, holds.any_of(_WEEKEND)),
        (patterns.WEEKDAY_PATTERN, finder.weekday, holds.any_of(_WEEKDAYS)),
        (patterns.DECADE, finder.decade, digits and _LIKE_DECADE.search(finder.text)),
        (patterns.YEARS, finder.years, digits and _LIKE_YEAR.search(finder.text)),
        (patterns.MONTH_ALONE, finder.month_alone, months),
    ):
        for match in pattern.finditer(finder.text) if possible else ():
            if finder.free(match):
                take(match)
    stamped = (moment for moment in finder.moments if not _STAMP.search(finder.text[max(0, moment.start - 30) : moment.start]))
    moments = sorted(stamped, key=lambda moment: moment.start)
    return Dates(tuple(_anchored(finder.text, moments)), tuple(sorted(finder.spans)))


def _anchored(text: str, moments: Sequence[Moment]) -> Iterator[Moment]:
    """A weekday with its date right beside it ("Monday, October 27, 2025", "Monday (October 27)") is that day, whatever the article's date."""
    for moment, following in zip_longest(moments, moments[1:]):
        beside = following is not None and moment.weekday >= 0 and following.day and _BESIDE.fullmatch(text[moment.end : following.start])
        if following is None or not beside or (following.first and following.first.weekday() != moment.weekday):
            yield moment
        else:
            yield replace(moment, first=following.first, last=following.last, month=following.month, day=following.day)


def _month(written: str) -> int:
    return patterns.MONTHS[written.lower().rstrip(".")]


def _part(match: re.Match[str]) -> str:
    return " ".join((match["part"] or match["edge"] or "").lower().split())


def _month_part(year: int, month: int, part: str) -> tuple[date, date]:
    """A month's days, or those that "early", "mid" or "late" may mean."""
    first, last = patterns.PARTS[part][1] if part in patterns.PARTS else (1, 31)
    return date(year, month, first), min(date(year, month, min(last, 28)) + timedelta(days=max(0, last - 28)), _month_end(year, month))


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _season(season: str, year: int) -> tuple[date, date]:
    first, last = patterns.SEASONS[season]
    return date(year, first, 1), _month_end(year + (last < first), last)


def _season_near(season: str, here: date, step: int) -> tuple[date, date]:
    if step == 0:
        return _season(season, here.year)
    options = [_season(season, year) for year in (here.year - 1, here.year, here.year + 1)]
    if step > 0:
        return next((option for option in options if option[0] > here), options[-1])
    return next((option for option in reversed(options) if option[1] < here), options[0])


def moved_by(day: date, shift: timedelta) -> date:
    """The day moved, no further than the calendar goes."""
    try:
        return day + shift
    except OverflowError:
        return date.min if shift.days < 0 else date.max
