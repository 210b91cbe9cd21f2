"""What the list of events shows: how it is sorted, filtered and found in, how a row is drawn, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.style import Style
from textual.content import Content

from compare.model.outlets import chips_of
from compare.model.place import kind_word
from tui import themes
from tui.screens.chrome import amount, fit
from tui.screens.listing import plain
from tui.screens.rows import Line

if TYPE_CHECKING:
    from compare.archive.shelf import Event, Member, Point

Order = Literal["day", "latest first", "points", "articles", "likeness", "title"]
ORDERS: tuple[Order, ...] = ("day", "latest first", "points", "articles", "likeness", "title")

ONE_LINE = 88
"""From so many cells on an event takes one line, as in a table; below it takes two."""
_DAYS, _SIZE, _POINTS = 19, 5, 7
_MONTHS = 180
"""Days from which on the year of the first is said, too, where it is another one."""
_MOST_MEMBERS = 200
"""Articles that are listed beside the events, at most."""


@dataclass(frozen=True)
class EventListing:
    """The list: its events, which pass the filter, and in what order. ``headlines`` are all headlines of an event, once they are read."""

    events: tuple[Event, ...]
    chips: Mapping[str, tuple[str, int]]
    """Of each outlet its chip and the number of its hue."""
    order: Order = "day"
    filter: str = ""
    differing: bool = False
    """Only events whose accounts differ."""
    headlines: Mapping[str, str] = field(default_factory=dict)
    _found_in: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, events: Sequence[Event], outlets: Sequence[str]) -> EventListing:
        """``outlets`` in the order in which they get their hues."""
        chips = dict(zip(outlets, zip(chips_of(outlets), range(len(outlets)), strict=True), strict=True))
        return cls(tuple(events), chips)

    @property
    def shown(self) -> tuple[int, ...]:
        """The numbers of the events that pass, in order."""
        wanted = plain(self.filter).split()
        passed = (
            number
            for number, event in enumerate(self.events)
            if (event.points or not self.differing) and all(word in self._searched(event) for word in wanted)
        )
        return tuple(sorted(passed, key=self._rank))

    def sorted_by(self, order: Order) -> EventListing:
        return replace(self, order=order)

    def filtered(self, text: str) -> EventListing:
        return replace(self, filter=text)

    def only_differing(self, wanted: bool) -> EventListing:  # noqa: FBT001 -- the one thing that it is about
        return replace(self, differing=wanted)

    def with_headlines(self, headlines: Mapping[str, str]) -> EventListing:
        return replace(self, headlines=headlines, _found_in={})

    def _searched(self, event: Event) -> str:
        if event.id not in self._found_in:
            names = " ".join(f"{outlet} {self.chips[outlet][0]}" for outlet in event.outlets if outlet in self.chips)
            days = f"{days_of(event.first, event.last)} {event.first or ''} {event.last or ''}"
            self._found_in[event.id] = plain(f"{event.title}\n{names}\n{days}\n{event.id}\n{self.headlines.get(event.id, '')}")
        return self._found_in[event.id]

    def _rank(self, number: int) -> tuple[object, ...]:
        event = self.events[number]
        match self.order:
            case "latest first":
                return (event.last is None, -event.last.toordinal() if event.last else 0, number)
            case "points":
                return (-event.points, -event.articles, number)
            case "articles":
                return (-event.articles, -event.points, number)
            case "likeness":
                return (-event.likeness, number)
            case "title":
                return (plain(event.title), number)
            case _:
                return (event.first is None, event.first or date.min, number)


def days_of(first: date | None, last: date | None) -> str:
    """The days of an event, as short as they can be said; "no date" where none is known."""
    if first is None or last is None:
        return "no date"
    if first == last:
        return f"{last.day} {last:%b} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b} {last.year}"
    year = f" {first.year}" if first.year != last.year and (last - first).days > _MONTHS else ""
    return f"{first.day} {first:%b}{year} – {last.day} {last:%b} {last.year}"


def draw_event(listing: EventListing, number: int, width: int, height: int, variables: Mapping[str, str]) -> list[Line]:
    """The lines of one row: one line as of a table where it is wide, two below, one of title and points where it is flat."""
    event = listing.events[number]
    muted, heading = themes.style("muted", variables), themes.style("heading", variables)
    points = _points(event, variables)
    if height == 1 and width >= ONE_LINE:
        room = width - _DAYS - _SIZE - _POINTS - 4
        chips = _chips(listing, event, room // 3, variables)
        taken = sum(cell_len(text) for text, _ in chips)
        title = fit(event.title, room - room // 3 - 1)
        return [
            [
                (f" {fit(days_of(event.first, event.last), _DAYS):<{_DAYS}} ", muted),
                (f"{event.articles:>{_SIZE},} ", themes.style("text", variables)),
                points,
                (" ", None),
                *chips,
                (" " * (room // 3 - taken + 1), None),
                (title, heading),
            ]
        ]
    right = [points] if width >= 24 and event.compared else []
    room = width - 1 - sum(cell_len(text) for text, _ in right)
    title = fit(event.title, room - 1)
    head: Line = [(" ", None), (title, heading), (" " * max(0, room - cell_len(title)), None), *right]
    if height == 1:
        return [head]
    articles = amount(event.articles, "article") if width >= 50 else f"{event.articles:,}"
    said = f"   {days_of(event.first, event.last)} · {articles}{' ·' if width >= 50 else ''} "
    said = fit(said, width - 1) + " " if cell_len(said) > width - 1 else said
    return [head, [(said, muted), *_chips(listing, event, max(0, width - cell_len(said) - 1), variables)], []][:height]


def _points(event: Event, variables: Mapping[str, str]) -> tuple[str, Style | None]:
    """The count of points: a sign, so that it reads without colour; nothing where the event isn't compared."""
    if not event.compared:
        return ("!".rjust(_POINTS - 1) + " " if event.problem else " " * _POINTS, themes.style("bad", variables))
    text = f"≠ {event.points}" if event.points else "="
    return (f"{text:>{_POINTS - 1}} ", themes.style("divergent" if event.points else "shared", variables))


def _chips(listing: EventListing, event: Event, width: int, variables: Mapping[str, str]) -> list[tuple[str, Style | None]]:
    """The outlets' chips, as many as fit, and how many more there are."""
    ranked = sorted((listing.chips[outlet] for outlet in event.outlets if outlet in listing.chips), key=lambda chip: chip[1])
    made: list[tuple[str, Style | None]] = []
    used = 0
    for position, (chip, hue) in enumerate(ranked):
        more = f"+{len(ranked) - position}"
        spare = len(f" +{len(ranked) - position - 1}") if position < len(ranked) - 1 else 0
        if used + cell_len(chip) + 1 + spare > width:
            return [*made, (more, themes.style("muted", variables))] if used + len(more) <= width else made
        made += [(chip, themes.style(themes.outlet(hue), variables)), (" ", None)]
        used += cell_len(chip) + 1
    return made


def described(listing: EventListing, event: Event, members: Sequence[Member] | None, points: Sequence[Point]) -> Content:
    """An event with its articles, as far as they are read, and the points that the run found."""
    accounts = amount(event.voices, "account")
    articles = amount(event.articles, "article")
    sizes = articles if event.voices == event.articles else f"{articles}, {accounts} once copies are folded"
    lines = [
        Content.styled(event.title, "bold $nd-heading"),
        Content.styled(f"{days_of(event.first, event.last)} · {sizes} · similarity {event.likeness:.2f}", "$nd-muted"),
        Content.styled(f"event {event.id}", "$nd-muted"),
    ]
    if event.problem:
        lines.append(Content.styled(f"! {event.problem}", "$nd-bad"))
    if points:
        lines.append(Content(""))
    lines += [
        Content.assemble(Content.styled(f"≠ {kind_word(point.kind)}  ", "$nd-divergent"), Content.styled(point.explanation, "$foreground"))
        for point in points
    ]
    if event.compared and not points and members is not None and not event.points:
        lines += [Content(""), Content.styled("= no point on which the accounts differ was found", "$nd-shared")]
    lines.append(Content(""))
    for member in (members or ())[:_MOST_MEMBERS]:
        chip, hue = listing.chips.get(member.outlet, ("–", 0))
        told = [f"{member.day.day} {member.day:%b} {member.day.year}"] if member.day else []
        told += [f"near-copy of {member.copy_of or 'another'}"] if member.copy_of is not None else []
        told += [] if member.compared else ["not among those compared"]
        more = f"  {' · '.join(told)}" if told else ""
        lines.append(
            Content.assemble(
                Content.styled(f"{chip:<7}", f"${'nd-' + themes.outlet(hue)}"),
                Content.styled(member.title, "$foreground"),
                Content.styled(more, "$nd-muted"),
            )
        )
    if members and len(members) > _MOST_MEMBERS:
        lines.append(Content.styled(f"and {len(members) - _MOST_MEMBERS:,} more", "$nd-muted"))
    return Content("\n").join(lines)
