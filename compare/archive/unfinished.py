"""The events of a run that is under way or was stopped: its articles are grouped, but the table ``events`` comes last."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from compare.archive.pieces import WORK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.archive.folder import Folder


def events_so_far(folder: Folder) -> list[dict[str, Any]]:
    """As the table ``events`` would have them; one that isn't compared yet has ``compared`` 0 and no points."""
    members = folder.table("members").to_pylist()
    points, problems = _compared(folder)
    known = _known(folder, {(each["part"], each["row"]) for each in members})
    return [_event(event, list(rows), known, points, problems) for event, rows in groupby(members, lambda each: each["event"])]


def _event(
    event: str,
    members: Sequence[Mapping[str, Any]],
    known: Mapping[tuple[int, int], tuple[str, str]],
    points: Mapping[str, int],
    problems: Mapping[str, str],
) -> dict[str, Any]:
    days = [each["day"] for each in members if each["day"]]
    outlets = sorted({each["outlet"] for each in members if each["outlet"]})
    likeness = {each["voice"]: each["likeness"] for each in members}
    described = [known.get((each["part"], each["row"]), ("", "und")) for each in members]
    languages = [language for _, language in described]
    return {
        "event": event,
        "title": described[0][0],
        "first": min(days, default=None),
        "last": max(days, default=None),
        "language": min(languages, key=lambda each: (-languages.count(each), each)),
        "articles": len(members),
        "outlets": outlets,
        "outlet_count": len(outlets) + sum(each["outlet"] is None for each in members),
        "voices": len(likeness),
        "likeness": round(sum(likeness.values()) / len(likeness), 4),
        "compared": sum(each["compared"] for each in members) if event in points else 0,
        "points": points.get(event, 0),
        "problem": problems.get(event),
    }


def _compared(folder: Folder) -> tuple[dict[str, int], dict[str, str]]:
    """Of the events that are compared by now: how many points, and what went wrong."""
    points: dict[str, int] = {}
    problems: dict[str, str] = {}
    for file in sorted((folder.path / WORK / "compared").glob("part-*.json")):
        try:
            held = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue  # the run goes on, and takes it away when it is done
        points |= held["points"]
        problems |= held["problems"]
    return points, problems


def _known(folder: Folder, places: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[str, str]]:
    """Headline and language of some articles, by part and row."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    by_part: dict[int, list[int]] = {}
    for number, row in places:
        by_part.setdefault(number, []).append(row)
    for number, table in enumerate(folder.parts("articles", ["title", "language"])):
        rows = sorted(row for row in by_part.get(number, ()) if row < table.num_rows)
        taken = table.take(rows).to_pylist() if rows else []
        found |= {(number, row): (each["title"] or "", each["language"] or "und") for row, each in zip(rows, taken, strict=True)}
    return found
