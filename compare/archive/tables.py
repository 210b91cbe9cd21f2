"""Groups, copies and links → the tables ``events``, ``members`` and ``links``."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from compare.archive.files import part, write_table
from compare.archive.folder import MOST_COMPARED, outlets_first
from compare.archive.likeness import SCALE
from compare.archive.schema import arrow

ROWS_A_FILE = 250_000
"""Rows of a file of a table."""


@dataclass(slots=True)
class Known:
    """An article as the tables need it."""

    article: str
    outlet: str | None
    title: str
    day: date | None
    language: str
    words: int
    voice: int
    """The place of the article that it copies, or its own."""
    likeness: float = 1.0
    compared: bool = False


@dataclass
class Event:
    """An event: its places in the order of the table ``members``."""

    id: str
    places: list[int]
    known: Mapping[int, Known]
    likeness: float = 1.0
    title: str = ""
    problem: str | None = None
    outlets: list[str] = field(default_factory=list)

    @property
    def days(self) -> list[date]:
        return [day for place in self.places if (day := self.known[place].day)]

    @property
    def outlet_count(self) -> int:
        return len(self.outlets) + sum(self.known[place].outlet is None for place in self.places)

    @property
    def voices(self) -> int:
        return len({self.known[place].voice for place in self.places})

    @property
    def chosen(self) -> list[int]:
        """The places whose texts are compared, in the table's order; none where there is a single voice."""
        return [place for place in self.places if self.known[place].compared]


def events_of(
    groups: Iterable[Sequence[int]], known: Mapping[int, Known], pair_scores: Mapping[tuple[int, int], int], least: int
) -> list[Event]:
    """The events of at least so many outlets, by day and id. ``groups`` have all their copies in them; ``pair_scores`` are of voices."""
    found = [_event(group, known, pair_scores) for group in groups]
    kept = [event for event in found if event.outlet_count >= least]
    return sorted(kept, key=lambda event: (min(event.days, default=date.max), event.id))


def _event(group: Sequence[int], known: Mapping[int, Known], pair_scores: Mapping[tuple[int, int], int]) -> Event:
    voices = sorted({known[place].voice for place in group})
    totals = dict.fromkeys(voices, 0)
    for number, a in enumerate(voices):
        for b in voices[number + 1 :]:
            score = pair_scores.get((a, b), 0)
            totals[a] += score
            totals[b] += score
    others = max(len(voices) - 1, 1)
    for place in group:
        voice = known[place].voice
        known[place].likeness = round(totals[voice] / (SCALE * others), 4) if len(voices) > 1 else 1.0
    ordered = sorted(
        group, key=lambda place: (known[place].voice != place, -known[place].likeness, known[place].day or date.max, known[place].article)
    )
    for place in _chosen(ordered, known) if len(voices) > 1 else ():
        known[place].compared = True
    ids = "\x1f".join(sorted(known[place].article for place in group))
    return Event(
        hashlib.sha256(ids.encode()).hexdigest()[:16],
        ordered,
        known,
        round(sum(totals.values()) / (SCALE * others * len(voices)), 4) if len(voices) > 1 else 1.0,
        known[ordered[0]].title,
        outlets=sorted({outlet for place in group if (outlet := known[place].outlet)}),
    )


def _chosen(ordered: Sequence[int], known: Mapping[int, Known]) -> list[int]:
    """Whose texts are compared: of each voice one, the likest to the others first, and one of each outlet before a second of any."""
    originals = [place for place in ordered if known[place].voice == place]
    ranked = outlets_first([known[place].outlet for place in originals])
    return [originals[number] for number in ranked[:MOST_COMPARED]]


def write_events(events: Sequence[Event], points: Sequence[int], problems: Mapping[str, str], folder: Path) -> int:
    """Write the table ``events``; ``points`` of each, in order, ``problems`` by id. Returns its rows."""

    def rows() -> Iterator[dict[str, Any]]:
        for event, count in zip(events, points, strict=True):
            languages = Counter(event.known[place].language for place in event.places)
            yield {
                "event": event.id,
                "title": event.title,
                "first": min(event.days, default=None),
                "last": max(event.days, default=None),
                "language": min(languages, key=lambda each: (-languages[each], each)),
                "articles": len(event.places),
                "outlets": event.outlets,
                "outlet_count": event.outlet_count,
                "voices": event.voices,
                "likeness": event.likeness,
                "compared": 0 if event.id in problems or count < 0 else len(event.chosen),
                "points": max(count, 0),
                "problem": problems.get(event.id),
            }

    return write_rows(rows(), "events", folder)


def write_members(events: Sequence[Event], folder: Path, *, compared: bool) -> int:
    """Write the table ``members``. Returns its rows."""

    def rows() -> Iterator[dict[str, Any]]:
        for event in events:
            for place in event.places:
                each = event.known[place]
                yield {
                    "event": event.id,
                    "article": each.article,
                    "outlet": each.outlet,
                    "day": each.day,
                    "voice": event.known[each.voice].article,
                    "likeness": each.likeness,
                    "compared": each.compared and compared,
                    "part": place >> 32,
                    "row": place & 0xFFFFFFFF,
                }

    return write_rows(rows(), "members", folder)


def write_rows(rows: Iterable[Mapping[str, Any]], name: str, folder: Path) -> int:
    """Write a table, in files of :data:`ROWS_A_FILE`. Returns its rows."""
    import pyarrow as pa

    schema = arrow(name)
    held: list[Mapping[str, Any]] = []
    number = written = 0
    for row in rows:
        held.append(row)
        if len(held) == ROWS_A_FILE:
            write_table(pa.Table.from_pylist(held, schema=schema), part(folder / name, number))
            number, written, held = number + 1, written + len(held), []
    if held or not number:
        write_table(pa.Table.from_pylist(held, schema=schema), part(folder / name, number))
    return written + len(held)
