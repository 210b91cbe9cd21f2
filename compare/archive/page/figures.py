"""The figures of the page about a whole archive, each table read once, a file at a time. What is listed by name has an end."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from compare.model import DIFFERENCE_KINDS, kind_word
from compare.model.outlets import chips_of
from compare.reading.cleaning import shown_path
from compare.views.palette import OUTLETS as HUES

if TYPE_CHECKING:
    from compare.archive.folder import Folder

MOST_EVENTS = 200
"""Events that are listed: those with most points, then those that most outlets report."""
MOST_OUTLETS = 40
MOST_BUCKETS = 100
_MOST_CHIPS = 8
_ONE_IN = 100
_TITLE, _NAME, _EXPLANATION = 180, 60, 260
"""Code points of a headline, an outlet's name, an explanation."""


@dataclass(frozen=True)
class Bucket:
    """A day, or the days from ``first`` to ``last``: how many events begin then, and how many of them have points."""

    first: date
    last: date
    label: str
    events: int
    differing: int


@dataclass(frozen=True)
class Outlet:
    """An outlet: articles in the archive; events that it reports; points on which it stands alone; of the passages that others of the event carry,
    how many it ``omitted`` and how many it ``carried``.
    """

    name: str
    chip: str
    hue: int
    articles: int
    events: int
    alone: int
    omitted: int
    carried: int

    @property
    def left_out(self) -> str:
        """The share of those passages that it lacks; "–" where nothing was compared."""
        of = self.omitted + self.carried
        return f"{round(100 * self.omitted / of)}%" if of else "–"


@dataclass(frozen=True)
class Listed:
    """An event on the page's list."""

    id: str
    days: str
    title: str
    articles: int
    chips: list[tuple[str, int]]
    more: int
    points: int
    telling: str
    """Its gravest and surest point, in a sentence."""


@dataclass(frozen=True)
class Figures:
    """All that the page shows."""

    archive: str
    articles: int
    events: int
    reported: int
    """Articles that belong to an event."""
    compared: int
    differing: int
    points: int
    errors: int
    finished: bool
    first: date | None
    last: date | None
    undated: int
    stray: int
    """Events that the columns leave out, since their days lie far off: wrong ones, as a rule."""
    unit: str
    buckets: list[Bucket]
    kinds: list[tuple[str, int, int, int]]
    """Of each kind of point: how many of severity 1, 2 and 3; the most frequent first."""
    outlets: list[Outlet]
    other_outlets: int
    listed: list[Listed]


def figures(folder: Folder) -> Figures:
    """Read the tables of a folder. Raises NewsdiffError where one is damaged."""
    events = _Events()
    for event in _events(folder):
        events.take(event)
    points = _Points({event["event"] for event in events.foremost})
    for table in folder.parts("points", ["event", "kind", "severity", "confidence", "explanation", "alone"]):
        for point in table.to_pylist():
            points.take(point)
    count, articles = _articles(folder)
    omitted, carried = _coverage(folder)
    names = sorted({*articles, *events.outlets}, key=lambda name: (-events.outlets[name], -articles[name], name))
    foremost = [_short(name, _NAME) for name in names[:MOST_OUTLETS]]
    chips = {
        name: (chip, number % HUES + 1) for number, (name, chip) in enumerate(zip(names[:MOST_OUTLETS], chips_of(foremost), strict=True))
    }
    days = without_stray(events.days)
    unit, buckets = bucketed(days)
    archive = folder.run.get("archive")
    return Figures(
        archive=_short(", ".join(map(str, archive)) if isinstance(archive, list) else "", _TITLE),
        articles=count,
        events=events.count,
        reported=events.reported,
        compared=events.compared,
        differing=events.differing,
        points=points.count,
        errors=folder.run["counts"].get("errors", 0),
        finished=folder.finished,
        first=min(events.days, default=None),
        last=max(events.days, default=None),
        undated=events.undated,
        stray=sum(begun[0] for day, begun in events.days.items() if day not in days),
        unit=unit,
        buckets=buckets,
        kinds=points.by_kind(),
        outlets=[
            Outlet(short, *chips[name], articles[name], events.outlets[name], points.alone[name], omitted[name], carried[name])
            for name, short in zip(names, foremost, strict=False)
        ],
        other_outlets=len(names) - len(foremost),
        listed=[_listed(event, chips, points.telling.get(event["event"], ((0, 0.0), ""))[1]) for event in events.foremost],
    )


class _Events:
    """What is counted of the events while they are read."""

    def __init__(self) -> None:
        self.count = self.reported = self.compared = self.differing = self.undated = 0
        self.outlets: Counter[str] = Counter()
        self.days: dict[date, list[int]] = {}
        """Of each day how many events begin, and how many of these have points."""
        self._best: list[tuple[tuple[int, int, int, int], dict[str, Any]]] = []

    def take(self, event: dict[str, Any]) -> None:
        self.count += 1
        self.reported += event["articles"]
        self.compared += event["compared"] > 0
        self.differing += event["points"] > 0
        self.outlets.update(event["outlets"] or ())
        if event["first"]:
            begun = self.days.setdefault(event["first"], [0, 0])
            begun[0] += 1
            begun[1] += event["points"] > 0
        else:
            self.undated += 1
        rank = (event["points"], event["outlet_count"], event["articles"], -self.count)
        if len(self._best) < MOST_EVENTS:
            heapq.heappush(self._best, (rank, event))
        elif rank > self._best[0][0]:
            heapq.heapreplace(self._best, (rank, event))

    @property
    def foremost(self) -> list[dict[str, Any]]:
        return [event for _, event in sorted(self._best, key=lambda each: each[0], reverse=True)]


class _Points:
    """What is counted of the points while they are read; ``telling`` is the gravest and surest of each event that is listed."""

    def __init__(self, listed: set[str]) -> None:
        self.count = 0
        self.alone: Counter[str] = Counter()
        self.telling: dict[str, tuple[tuple[int, float], str]] = {}
        self._kinds: Counter[tuple[str, int]] = Counter()
        self._listed = listed

    def take(self, point: Mapping[str, Any]) -> None:
        self.count += 1
        severity = min(max(point["severity"] or 1, 1), 3)
        kind = point["kind"] if point["kind"] in DIFFERENCE_KINDS else "other"
        self._kinds[kind, severity] += 1
        if point["alone"]:
            self.alone[point["alone"]] += 1
        rank = (severity, point["confidence"] or 0.0)
        event = point["event"]
        if event in self._listed and (event not in self.telling or rank > self.telling[event][0]):
            self.telling[event] = (rank, point["explanation"] or "")

    def by_kind(self) -> list[tuple[str, int, int, int]]:
        found = [(kind_word(kind), self._kinds[kind, 1], self._kinds[kind, 2], self._kinds[kind, 3]) for kind in DIFFERENCE_KINDS]
        return sorted((each for each in found if sum(each[1:])), key=lambda each: (-sum(each[1:]), each[0]))


def _events(folder: Folder) -> Iterator[dict[str, Any]]:
    if not folder.finished:
        yield from folder.events()
        return
    for table in folder.parts("events"):
        yield from table.to_pylist()


def _articles(folder: Folder) -> tuple[int, Counter[str]]:
    """How many articles there are, and of each outlet."""
    import pyarrow.compute as pc

    count = 0
    outlets: Counter[str] = Counter()
    for table in folder.parts("articles", ["outlet"]):
        count += table.num_rows
        for each in pc.value_counts(table.column("outlet").drop_null()).to_pylist():
            outlets[each["values"]] += each["counts"]
    return count, outlets


def _coverage(folder: Folder) -> tuple[Counter[str], Counter[str]]:
    """Of each outlet how many passages it leaves out that at least two others carry (of two accounts: the other one), and how many it has."""
    import pyarrow.compute as pc

    omitted: Counter[str] = Counter()
    carried: Counter[str] = Counter()
    for table in folder.parts("coverage", ["outlet", "kind", "carried", "others", "compared"]):
        common = pc.greater_equal(table.column("others"), pc.min_element_wise(2, pc.subtract(table.column("compared"), 1)))
        passages = table.filter(pc.and_(pc.equal(table.column("kind"), "passage"), common)).drop_columns(["kind", "others", "compared"])
        counted = passages.group_by(["outlet", "carried"]).aggregate([([], "count_all")])
        for row in counted.to_pylist():
            if row["outlet"]:
                (carried if row["carried"] else omitted)[row["outlet"]] += row["count_all"]
    return omitted, carried


_UNITS: Mapping[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: date.fromordinal(max(1, day.toordinal() - day.weekday())),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1),
    "year": lambda day: day.replace(month=1, day=1),
    "decade": lambda day: day.replace(year=max(1, day.year // 10 * 10), month=1, day=1),
    "century": lambda day: day.replace(year=max(1, day.year // 100 * 100), month=1, day=1),
}
_LONGEST = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}


def without_stray(days: Mapping[date, Sequence[int]]) -> dict[date, Sequence[int]]:
    """The days without those at either end that hold one event in a hundred at most, where that makes the whole at least four times as short: one year
    9999 would leave a single column for all others.
    """
    ordered = sorted(days)
    if not ordered or (ordered[-1] - ordered[0]).days < MOST_BUCKETS:
        return dict(days)
    spare = sum(days[day][0] for day in ordered) // _ONE_IN
    first, last = 0, len(ordered) - 1
    gone = 0
    while gone + days[ordered[first]][0] <= spare:
        gone += days[ordered[first]][0]
        first += 1
    gone = 0
    while gone + days[ordered[last]][0] <= spare:
        gone += days[ordered[last]][0]
        last -= 1
    kept = ordered[first : last + 1]
    short = 4 * ((kept[-1] - kept[0]).days + 1) <= (ordered[-1] - ordered[0]).days
    return {day: days[day] for day in (kept if short else ordered)}


def bucketed(days: Mapping[date, Sequence[int]]) -> tuple[str, list[Bucket]]:
    """The days as columns without gaps, at most :data:`MOST_BUCKETS` of them: days, else weeks, months, quarters, years …; and what they are."""
    if not days:
        return "day", []
    for unit, begin in _UNITS.items():
        starts = _starts(begin, _LONGEST[unit], min(days), max(days))
        if len(starts) <= MOST_BUCKETS:
            break
    counts: dict[date, list[int]] = {start: [0, 0] for start in starts}
    for day, (events, differing) in days.items():
        bucket = counts[begin(day)]
        bucket[0] += events
        bucket[1] += differing
    ends = [*(start - timedelta(days=1) for start in starts[1:]), max(days)]
    return unit, [Bucket(start, end, _label(unit, start), *counts[start]) for start, end in zip(starts, ends, strict=True)]


def _starts(begin: Callable[[date], date], longest: int, first: date, last: date) -> list[date]:
    """Where stretches begin from the first day to the last; one more than fit where there are too many."""
    starts = [begin(first)]
    while len(starts) <= MOST_BUCKETS:
        ordinal = starts[-1].toordinal() + longest
        if ordinal > date.max.toordinal():
            break
        following = begin(date.fromordinal(ordinal))
        if following > last:
            break
        starts.append(following)
    return starts


def _label(unit: str, start: date) -> str:
    match unit:
        case "day":
            return f"{start.day} {start:%b} {start.year}"
        case "week":
            return f"week of {start.day} {start:%b} {start.year}"
        case "month":
            return f"{start:%b} {start.year}"
        case "quarter":
            return f"quarter {(start.month + 2) // 3} of {start.year}"
        case "year":
            return str(start.year)
        case "decade":
            return f"{start.year}s"
        case _:
            return f"century from {start.year}"


def _listed(event: Mapping[str, Any], chips: Mapping[str, tuple[str, int]], telling: str) -> Listed:
    first, last = event["first"], event["last"]
    days = "no date" if not first else f"{first}" if first == last else f"{first} – {last}"
    outlets = event["outlets"] or []
    known = sorted((chips[outlet] for outlet in outlets if outlet in chips), key=lambda chip: chip[0])[:_MOST_CHIPS]
    return Listed(
        _short(event["event"], _NAME),
        days,
        _short(event["title"] or "", _TITLE),
        event["articles"],
        known,
        event["outlet_count"] - len(known),
        event["points"],
        _short(telling, _EXPLANATION),
    )


def _short(text: str, most: int) -> str:
    text = " ".join(shown_path(text).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
