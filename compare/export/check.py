"""`newsdiff check`: the differences that a desk or a script doesn't let pass, for people, programs and GitHub's checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from compare.errors import NewsdiffError
from compare.export.json import difference_of, point_of
from compare.export.points import NEWSDIFF
from compare.export.rows import SEVERITIES
from compare.model import DIFFERENCE_KINDS, Comparison, Difference, DifferenceKind, Evidence, Point, letter
from compare.reading.cleaning import inert

Item = Difference | Point

_LEVELS = {1: "notice", 2: "warning", 3: "error"}


class Spot(NamedTuple):
    """Where a difference stands in a source: line and column count from one, columns in code points; both ends belong to it."""

    source: str
    line: int
    column: int
    end_line: int
    end_column: int


def kinds_of(given: str) -> tuple[DifferenceKind, ...]:
    """The kinds named in a list with commas; all of them where it is empty.

    Raises NewsdiffError for a word that names no kind.
    """
    wanted = {word.strip().lower() for word in given.split(",")} - {""}
    for word in sorted(wanted - set(DIFFERENCE_KINDS)):
        raise NewsdiffError(f"--fail-on {inert(word)}: no such kind; choose from {', '.join(DIFFERENCE_KINDS)}")
    return tuple(kind for kind in DIFFERENCE_KINDS if not wanted or kind in wanted)


def failing(comparison: Comparison, kinds: Sequence[DifferenceKind], min_severity: int) -> tuple[Difference, ...]:
    """The differences of these kinds and at least this severity, in the ledger's order."""
    return tuple(difference for difference in comparison.differences if difference.kind in kinds and difference.severity >= min_severity)


def failing_points(comparison: Comparison, kinds: Sequence[DifferenceKind], min_severity: int) -> tuple[Point, ...]:
    """The second reader's points of these kinds and at least this severity; newsdiff's own stand among the differences already."""
    return tuple(point for point in comparison.points if point.by != NEWSDIFF and point.kind in kinds and point.severity >= min_severity)


def spot(comparison: Comparison, end: Evidence) -> Spot:
    """The lines and columns of a stretch of an article."""
    article = comparison.articles[end.article].article

    def place(offset: int) -> tuple[int, int]:
        return article.text.count("\n", 0, offset) + 1, offset - article.text.rfind("\n", 0, offset)

    line, column = place(end.start)
    end_line, end_column = place(max(end.start, end.end - 1))
    return Spot(article.source, line, column, end_line, end_column)


def main_end(comparison: Comparison, item: Item) -> Evidence | None:
    """The end that a report points to: the one that isn't in the base article, which is taken for the standard."""
    ends = _ends(item)
    return next((end for end in reversed(ends) if end.article != comparison.options.base), ends[-1] if ends else None)


def text(comparison: Comparison, found: Sequence[Item]) -> str:
    """A line an item, as compilers write them, and one indented for each end."""
    lines = []
    for item in found:
        end = main_end(comparison, item)
        at = spot(comparison, end) if end else None
        lead = f"{at.source}:{at.line}:{at.column}: " if at else ""
        weight = f"severity {item.severity}, {SEVERITIES[item.severity]}{_by(item)}"
        lines.append(_line(f"{lead}{item.kind} ({weight}): {_said(item)}"))
        lines += [_end(comparison, one) for one in _ends(item)]
    return "".join(f"{line}\n" for line in lines)


def github(comparison: Comparison, found: Sequence[Item]) -> str:
    """Workflow commands of GitHub Actions: severity 3 as an error, 2 as a warning, 1 as a notice, each at its place in its file.

    What a second reader says is a notice, whatever its severity: a model's word stops nobody's work.
    """
    lines = []
    for item in found:
        end = main_end(comparison, item)
        properties = {"title": f"newsdiff: {item.kind}, {SEVERITIES[item.severity]}{_by(item)}"}
        if end is not None:
            at = spot(comparison, end)
            properties = {"file": at.source, "line": str(at.line), "endLine": str(at.end_line)} | properties
            if at.line == at.end_line:
                properties |= {"col": str(at.column), "endColumn": str(at.end_column + 1)}
        given = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
        level = _LEVELS[1] if isinstance(item, Point) else _LEVELS[item.severity]
        lines.append(f"::{level} {given}::{_escaped(_line(_said(item)))}")
    return "".join(f"{line}\n" for line in lines)


def as_json(comparison: Comparison, found: Sequence[Item]) -> str:
    """One object: differences and points as in the comparison's JSON, each with ``where``, its ends' sources, lines and columns."""
    differences = _listed(difference_of(item) | _where(comparison, item) for item in found if isinstance(item, Difference))
    points = _listed(point_of(item) | _where(comparison, item) for item in found if isinstance(item, Point))
    count = sum(isinstance(item, Difference) for item in found)
    return (
        f'{{\n"format": "newsdiff.check",\n"version": 1,\n"found": {count},\n"pins": {len(comparison.pins)},\n'
        f'"differences": {differences},\n"points": {points}\n}}\n'
    )


FORMATS: dict[str, Callable[[Comparison, Sequence[Item]], str]] = {"text": text, "json": as_json, "github": github}


def _ends(item: Item) -> list[Evidence]:
    return list(item.sides) if isinstance(item, Point) else [end for end in (item.a, item.b) if end is not None]


def _by(item: Item) -> str:
    return f", by {_line(item.by)}" if isinstance(item, Point) else ""


def _said(item: Item) -> str:
    return item.explanation if isinstance(item, Point) else f"{item.explanation} {item.consensus}"


def _where(comparison: Comparison, item: Item) -> dict[str, Any]:
    return {"where": [spot(comparison, end)._asdict() for end in _ends(item)]}


def _listed(items: Iterable[dict[str, Any]]) -> str:
    body = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n  {body}\n]" if body else "[]"


def _end(comparison: Comparison, end: Evidence) -> str:
    at = spot(comparison, end)
    return f"    {letter(end.article)} {_line(f'{at.source}:{at.line}: {end.text}')}"


def _line(given: str) -> str:
    return " ".join(inert(given).split())


def _escaped(given: str, also: str = "") -> str:
    escaped = given.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for sign in also:
        escaped = escaped.replace(sign, f"%{ord(sign):02X}")
    return escaped
