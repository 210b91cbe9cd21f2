"""Folders as ``newsdiff events`` writes them, made by its own writers from events that are grouped by hand: no engine is needed for that."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from compare.archive.comparing import compare_chunk
from compare.archive.files import part, write_json, write_table
from compare.archive.pieces import WORK, place_of
from compare.archive.schema import FORMAT, RUN, VERSION, arrow
from compare.archive.settings import Settings
from compare.archive.tables import Event, Known, events_of, write_events, write_members, write_rows
from tests.archive.made import FRAMES, row

DAY = date(2024, 3, 4)


def told(event: int, outlet: str, day: date | None = DAY, /, **other: Any) -> dict[str, Any]:
    """A row of the table ``articles``: one outlet's report of an invented event."""
    made = row(event, outlet, None) | other
    text = made["text"]
    return {
        "article": hashlib.sha256(f"{made['outlet']}{made['id']}{text}".encode()).hexdigest()[:16],
        "given_id": made["id"],
        "outlet": made["outlet"],
        "title": made["title"],
        "published": day,
        "day": day,
        "language": "en",
        "url": None,
        "words": len(text.split()),
        "source": f"news.jsonl#{made['id']}",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
    }


def differing(event: int = 1, day: date | None = DAY) -> list[dict[str, Any]]:
    """As :func:`story`, but one outlet puts other words into the marks than the two others."""
    found = story(event, day)
    for each, word in zip(found, ("safe", "rotten", "safe"), strict=True):
        each["text"] += f"\n\n“The old bridge at Upper Marrow was {word} on Sunday evening,” said the engineer Petra Holm."
    return found


def story(event: int, day: date | None = DAY, outlets: Sequence[str] = tuple(FRAMES)) -> list[dict[str, Any]]:
    """An event as these outlets tell it."""
    return [told(event, outlet, day) for outlet in outlets]


def folder(
    place: Path,
    groups: Sequence[Sequence[dict[str, Any]]],
    *,
    compared: int | None = None,
    finished: bool = True,
    copies: Collection[int] = (),
) -> Path:
    """Write the events with these articles, in two files. So many of them are compared, by default all; where the run isn't ``finished`` it was
    stopped then, with ``compared`` 0 and finished it wasn't to compare. In the events with the numbers ``copies`` all articles are near-copies of the first.
    """
    import pyarrow as pa

    known: dict[int, Known] = {}
    places: list[list[int]] = []
    rows: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    for number, group in enumerate(groups):
        mine: list[int] = []
        for each in group:
            half = rows[number % 2]
            at = place_of(number % 2, len(half))
            half.append(each)
            voice = mine[0] if number in copies and mine else at
            known[at] = Known(each["article"], each["outlet"], each["title"], each["day"], each["language"], each["words"], voice)
            mine.append(at)
        places.append(mine)
    for number, half in enumerate(rows):
        write_table(pa.Table.from_pylist(half, schema=arrow("articles")), part(place / "articles", number), max(4, len(half) // 30))
    scores = {(a, b): 8_000 for group in places for a in group for b in group if a < b}
    events = events_of(places, known, scores, 1)
    _write(place, events, len(known), compared, finished=finished)
    return place


def _write(place: Path, events: list[Event], articles: int, compared: int | None, *, finished: bool) -> None:
    settings = Settings(("news.jsonl",), compare=not finished or compared != 0)
    several = [event for event in events if len(event.chosen) > 1][:compared]
    counts = {"articles": articles, "members": write_members(events, place, compared=settings.compare)}
    points: dict[str, int] = {}
    held: dict[str, Any] = {}
    for name in ("points", "quotations", "coverage", "links"):
        counts[name] = write_rows([], name, place)
    if several:
        task = {"folder": str(place), "part": 0, "events": [(event.id, event.chosen) for event in several]}
        compare_chunk(task)
        held = json.loads((place / WORK / "compared" / "part-00000.json").read_text(encoding="utf-8"))
        points = held["points"]
        counts |= held["counts"]
    if finished:
        shutil.rmtree(place / WORK, ignore_errors=True)
        counts["events"] = write_events(events, [points.get(event.id, -1) for event in events], {}, place)
        counts["errors"] = write_rows([{"source": "news.jsonl#9", "stage": "read", "reason": "has no text"}], "errors", place)
    value = {
        "format": FORMAT,
        "version": VERSION,
        "generator": {"version": "0"},
        "archive": list(settings.archive),
        "options": settings.asked(),
        "counts": counts if finished else {},
        "finished": finished,
    }
    write_json(value, place / RUN)


def many(place: Path, count: int) -> Path:
    """A folder of so many events of two articles each, none compared."""
    groups = []
    for number in range(count):
        day = DAY + timedelta(days=number % 900)
        groups.append(
            [
                told(number % 6, outlet, day, id=f"{number}", title=f"{number}: what {outlet} says", text=f"Report {number}.")
                for outlet in list(FRAMES)[:2]
            ]
        )
    return folder(place, groups, compared=0)
