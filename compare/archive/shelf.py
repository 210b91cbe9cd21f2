"""The events of a folder as a list shows them: in order, with their members, points and headlines at hand. It needs pyarrow alone."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from compare.archive.folder import Folder, open_folder, to_compare
from compare.errors import NewsdiffError
from compare.reading.cleaning import shown_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from compare.model import Article


class Event(NamedTuple):
    """An event: what the table ``events`` says of it, made safe to show."""

    id: str
    title: str
    first: date | None
    last: date | None
    articles: int
    outlets: tuple[str, ...]
    voices: int
    likeness: float
    compared: int
    points: int
    problem: str


class Member(NamedTuple):
    """An article of an event. ``copy_of`` is the outlet of the article that it is a near-copy of; None where it is none."""

    outlet: str
    title: str
    day: date | None
    compared: bool
    copy_of: str | None


class Point(NamedTuple):
    """A point on which an event's accounts differ."""

    kind: str
    severity: int
    explanation: str


class Shelf:
    """A folder's events. ``headlines`` are read from the disk when they are first asked for, members and points event by event."""

    def __init__(self, path: str | PathLike[str]) -> None:
        """Raises NewsdiffError, one line, for a folder that can't be opened (see :func:`compare.archive.folder.open_folder`)."""
        self.folder: Folder = open_folder(path, unfinished=True)
        self._places: dict[str, tuple[int, int]] = {}
        self._members: Any = None
        self._points: Any = None
        self._points_at: dict[str, tuple[int, int]] = {}
        try:
            self.events = tuple(map(_event, self.folder.events()))
            self._members = self.folder.table("members")
            self._places = _runs(self._members)
        except (TypeError, KeyError, ValueError):
            raise self._damaged() from None

    @property
    def status(self) -> str:
        """One line where the run isn't finished, else empty."""
        if self.folder.finished:
            return ""
        wanted = self.folder.run.get("options", {}).get("compare", True)
        done = sum(event.compared > 0 for event in self.events)
        compared = f": {done:,} of {len(self.events):,} events are compared" if wanted else ""
        return f"not finished{compared}; run the same command again to resume it"

    def outlets(self) -> list[str]:
        """All outlets, those with most events first."""
        often = Counter(outlet for event in self.events for outlet in event.outlets)
        return sorted(often, key=lambda outlet: (-often[outlet], outlet))

    def articles(self, event: str) -> list[Article]:
        """The articles that are laid side by side. Raises NewsdiffError where the tables are damaged."""
        return self.folder.texts(to_compare(self._rows(event)))

    def members(self, event: str) -> list[Member]:
        """An event's articles, those that are compared first. Raises NewsdiffError where the tables are damaged."""
        rows = self._rows(event)
        compared = {row["article"] for row in to_compare(rows)}
        titles = [row["title"] or "" for row in self.folder.rows(rows, ["title"])]
        outlets = {row["article"]: row["outlet"] or "" for row in rows}
        found = [
            Member(
                shown_path(row["outlet"] or ""),
                shown_path(title),
                row["day"],
                row["article"] in compared,
                None if row["voice"] == row["article"] else shown_path(outlets.get(row["voice"], "")),
            )
            for row, title in zip(rows, titles, strict=True)
        ]
        return sorted(found, key=lambda member: not member.compared)

    def points(self, event: str) -> list[Point]:
        """An event's points as the run found them. Raises NewsdiffError where the table is damaged."""
        if self._points is None:
            self._points = self.folder.table("points", ["event", "kind", "severity", "explanation"])
            self._points_at = _runs(self._points)
        first, count = self._points_at.get(event, (0, 0))
        rows = self._points.slice(first, count).to_pylist()
        return [Point(shown_path(row["kind"] or ""), row["severity"] or 0, shown_path(row["explanation"] or "")) for row in rows]

    def headlines(self) -> dict[str, str]:
        """All headlines of each event, a line each, for finding; raises NewsdiffError where the tables are damaged."""
        titles = [table.column("title").to_pylist() for table in self.folder.parts("articles", ["title"])]
        found: dict[str, list[str]] = {}
        columns = (self._members.column(name).to_pylist() for name in ("event", "part", "row"))
        try:
            for event, number, row in zip(*columns, strict=True):
                found.setdefault(event, []).append(titles[number][row] or "")
        except (LookupError, TypeError):
            raise self._damaged() from None
        return {event: "\n".join(lines) for event, lines in found.items()}

    def _rows(self, event: str) -> list[dict[str, Any]]:
        if event not in self._places:
            raise NewsdiffError(f"{shown_path(self.folder.path)}: has no event {shown_path(event)}")
        first, count = self._places[event]
        rows: list[dict[str, Any]] = self._members.slice(first, count).to_pylist()
        return rows

    def _damaged(self) -> NewsdiffError:
        return NewsdiffError(f"{shown_path(self.folder.path)}: its tables are damaged; run newsdiff events again, into a new folder")


def _event(row: Mapping[str, Any]) -> Event:
    return Event(
        str(row["event"]),
        shown_path(row["title"] or ""),
        row["first"],
        row["last"],
        int(row["articles"]),
        tuple(map(shown_path, row["outlets"] or ())),
        int(row["voices"]),
        float(row["likeness"]),
        int(row["compared"]),
        int(row["points"]),
        shown_path(row["problem"] or ""),
    )


def _runs(table: Any) -> dict[str, tuple[int, int]]:
    """Where each event's rows begin in a table, and how many there are: an event's rows stand together."""
    found: dict[str, tuple[int, int]] = {}
    for at, event in enumerate(table.column("event").to_pylist()):
        first, count = found.get(event, (at, 0))
        found[event] = (first, count + 1)
    return found
