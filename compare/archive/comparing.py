"""A handful of events → rows of ``points``, ``quotations`` and ``coverage``: each event's texts compared as ``compare.compare`` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.archive.files import part, write_json, write_table
from compare.archive.folder import article_of, rows_at
from compare.archive.pieces import WORK
from compare.archive.schema import arrow

if TYPE_CHECKING:
    from compare.model import Comparison
    from compare.model.findings import Evidence

TABLES = ("points", "quotations", "coverage")
CHUNK = 24
"""Events of a piece of work: half a minute; what is lost when a run is killed."""
_WHAT = 300
"""Code points of a passage's sentence in the table ``coverage``."""

Ids = Sequence[tuple[str, str | None]]
"""Of each compared article its id and its outlet."""


def compare_chunk(task: dict[str, Any]) -> dict[str, Any]:
    """Compare the events of a chunk: ``events`` are [id, [place, …]] each. An event on which the engine fails gets a line in ``problems``."""
    import pyarrow as pa

    folder, number = Path(task["folder"]), task["part"]
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    points: dict[str, int] = {}
    problems: dict[str, str] = {}
    for event, places in task["events"]:
        rows = rows_at(folder, places)
        try:
            made, problem = _compared(event, rows)
        except Exception as error:  # one event of a night's run mustn't end it
            problems[event] = f"can't be compared ({type(error).__name__}: {error})"[:300]
            continue
        points[event] = len(made["points"])
        if problem:
            problems[event] = problem
        for name in TABLES:
            found[name] += made[name]
    for name in TABLES:
        write_table(pa.Table.from_pylist(found[name], schema=arrow(name)), part(folder / name, number))
    counts = {name: len(found[name]) for name in TABLES}
    write_json({"points": points, "problems": problems, "counts": counts}, folder / WORK / "compared" / f"part-{number:05d}.json")
    return {"count": len(task["events"])}


def _compared(event: str, rows: Sequence[dict[str, Any]]) -> tuple[dict[str, list[dict[str, Any]]], str | None]:
    from compare.pipeline import compare

    comparison = compare([article_of(row) for row in rows])
    ids = [(row["article"], row["outlet"]) for row in rows]
    made = {
        "points": list(_points(event, comparison, ids)),
        "quotations": list(_quotations(event, comparison, ids)),
        "coverage": [*_passages(event, comparison, ids), *_entities(event, comparison, ids)],
    }
    return made, "; ".join(problem.text for problem in comparison.problems)[:300] or None


def _points(event: str, comparison: Comparison, ids: Ids) -> Iterator[dict[str, Any]]:
    for number, point in enumerate(comparison.points):
        yield {
            "event": event,
            "point": number,
            "kind": point.kind,
            "severity": point.severity,
            "confidence": point.confidence,
            "explanation": point.explanation,
            "alone": None if point.alone is None else ids[point.alone][1],
            "alone_article": None if point.alone is None else ids[point.alone][0],
            "majority": [ids[each][0] for each in point.majority],
            "sides": [_side(side, ids) for side in point.sides],
        }


def _side(side: Evidence, ids: Ids) -> dict[str, Any]:
    article, outlet = ids[side.article]
    return {"article": article, "outlet": outlet, "sentence": side.sentence, "start": side.start, "end": side.end, "text": side.text}


def _quotations(event: str, comparison: Comparison, ids: Ids) -> Iterator[dict[str, Any]]:
    for each in comparison.quotations:
        article, outlet = ids[each.article]
        said = each.quotation
        yield {
            "event": event,
            "article": article,
            "outlet": outlet,
            "sentence": said.sentence,
            "start": said.start,
            "end": said.end,
            "text": comparison.articles[each.article].article.text[said.start : said.end],
            "speaker": said.speaker or None,
            "cue": said.cue or None,
            "cluster": each.cluster or None,
            "fidelity": [{"article": ids[one.article][0], "outlet": ids[one.article][1], "value": one.value} for one in each.fidelity],
        }


def _passages(event: str, comparison: Comparison, ids: Ids) -> Iterator[dict[str, Any]]:
    from compare.views.coverage import table

    for covered in table(comparison):
        passage = covered.passage
        carrying = {number for number, cell in enumerate(covered.cells) if cell != "absent"}
        what = " ".join(comparison.sentence(min(passage.members)).text.split())[:_WHAT]
        for number in range(len(ids)):
            if number in carrying or covered.omitted(number):
                times = sum(place.article == number for place in passage.members)
                yield _row(event, number, ids, "passage", what, carrying, times) | {"status": passage.status}


def _entities(event: str, comparison: Comparison, ids: Ids) -> Iterator[dict[str, Any]]:
    for entity in comparison.entities:
        counts = [entity.count(number) for number in range(len(ids))]
        carrying = {number for number, count in enumerate(counts) if count}
        for number, times in enumerate(counts):
            if _told(number, carrying, len(ids)):
                yield _row(event, number, ids, entity.type, entity.name, carrying, times)


def _told(number: int, carrying: set[int], of: int) -> bool:
    """What an article has is told; what it lacks where that is an omission: at least two others have it, or the one other of two."""
    return number in carrying or len(carrying) >= min(2, of - 1)


def _row(event: str, number: int, ids: Ids, kind: str, what: str, carrying: set[int], times: int) -> dict[str, Any]:
    article, outlet = ids[number]
    has = number in carrying
    return {
        "event": event,
        "article": article,
        "outlet": outlet,
        "kind": kind,
        "what": what,
        "carried": has,
        "times": times,
        "others": len(carrying) - has,
        "compared": len(ids),
        "status": None,
    }
