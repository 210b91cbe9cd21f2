"""`newsdiff check`: the points that a desk or a script doesn't let pass, for people, programs and GitHub's checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from compare.errors import NewsdiffError
from compare.export.json import difference_of, point_of
from compare.export.rows import SEVERITIES
from compare.export.text import columns
from compare.model import DIFFERENCE_KINDS, Comparison, Difference, DifferenceKind, Evidence, Point
from compare.model.outlets import chips_in
from compare.model.place import OURS, kind_word
from compare.reading.cleaning import inert

_LEVELS = {1: "notice", 2: "warning", 3: "error"}


class SourceLocation(NamedTuple):
    """Where a difference stands in a source: line and column count from one, columns in code points; both ends belong to it."""

    source: str
    line: int
    column: int
    end_line: int
    end_column: int


def kinds_of(given: str) -> tuple[DifferenceKind, ...]:
    """The kinds named in a list with commas, also as people read them (figure for number); all of them where it is empty.

    Raises NewsdiffError for a word that names no kind.
    """
    read = {kind_word(kind): kind for kind in DIFFERENCE_KINDS}
    words = [word.strip().lower() for word in given.split(",")]
    wanted = {read.get(word, word) for word in words} - {""}
    for word in sorted(wanted - set(DIFFERENCE_KINDS)):
        raise NewsdiffError(f"--fail-on {inert(word)}: no such kind; choose from {', '.join(DIFFERENCE_KINDS)}")
    return tuple(kind for kind in DIFFERENCE_KINDS if not wanted or kind in wanted)


def failing(comparison: Comparison, kinds: Sequence[DifferenceKind], min_severity: int, *, ours: bool = True) -> tuple[Point, ...]:
    """The points of these kinds and at least this severity, in the ledger's order: newsdiff's own, or the second reader's.

    What the user dismissed is none.
    """
    return tuple(
        point
        for point in comparison.points
        if (point.by == OURS) is ours and point.kind in kinds and point.severity >= min_severity and point.dismissed is None
    )


def source_location(comparison: Comparison, end: Evidence) -> SourceLocation:
    """The lines and columns of a stretch of an article."""
    article = comparison.articles[end.article].article

    def place(offset: int) -> tuple[int, int]:
        return article.text.count("\n", 0, offset) + 1, offset - article.text.rfind("\n", 0, offset)

    line, column = place(end.start)
    end_line, end_column = place(max(end.start, end.end - 1))
    return SourceLocation(article.source, line, column, end_line, end_column)


def main_end(comparison: Comparison, point: Point) -> Evidence:
    """The side that a report points to: the one that stands alone, else one that isn't in the base article, which is taken for the standard."""
    alone = [side for side in point.sides if side.article == point.alone]
    others = [side for side in point.sides if side.article != comparison.options.base]
    return (alone or others[::-1] or list(point.sides))[0]


def text(comparison: Comparison, found: Sequence[Point]) -> str:
    """A line a point, as compilers write them, and one indented for each side."""
    lines = []
    chips = chips_in(comparison)
    for point in found:
        at = source_location(comparison, main_end(comparison, point))
        weight = f"severity {point.severity}, {SEVERITIES[point.severity]}{_by(point)}"
        lines.append(_line(f"{at.source}:{at.line}:{at.column}: {point.kind} ({weight}): {point.explanation}"))
        lines += [_end(comparison, side, chips) for side in point.sides]
    return "".join(f"{line}\n" for line in lines)


def github(comparison: Comparison, found: Sequence[Point]) -> str:
    """Workflow commands of GitHub Actions: severity 3 as an error, 2 as a warning, 1 as a notice, each at its place in its file.

    What a second reader says is a notice, whatever its severity: a model's word stops nobody's work.
    """
    lines = []
    for point in found:
        at = source_location(comparison, main_end(comparison, point))
        title = f"newsdiff: {point.kind}, {SEVERITIES[point.severity]}{_by(point)}"
        properties = {"file": at.source, "line": str(at.line), "endLine": str(at.end_line), "title": title}
        if at.line == at.end_line:
            properties |= {"col": str(at.column), "endColumn": str(at.end_column + 1)}
        given = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
        level = _LEVELS[point.severity if point.by == OURS else 1]
        lines.append(f"::{level} {given}::{_escaped(_line(point.explanation))}")
    return "".join(f"{line}\n" for line in lines)


def as_json(comparison: Comparison, found: Sequence[Point]) -> str:
    """One object: the points, and the differences that newsdiff's own are made of, as in the comparison's JSON.

    Each has ``where``, its ends' sources, lines and columns; ``found`` counts newsdiff's own points.
    """
    own = [point for point in found if point.by == OURS]
    pairs = [one for one in comparison.differences if any(_pair_of(one, point) for point in own)]
    differences = _listed(difference_of(one) | _where(comparison, [end for end in (one.a, one.b) if end is not None]) for one in pairs)
    points = _listed(point_of(point) | _where(comparison, point.sides) for point in found)
    return (
        f'{{\n"format": "newsdiff.check",\n"version": 1,\n"found": {len(own)},\n"pins": {len(comparison.pins)},\n'
        f'"differences": {differences},\n"points": {points}\n}}\n'
    )


FORMATS: dict[str, Callable[[Comparison, Sequence[Point]], str]] = {"text": text, "json": as_json, "github": github}


def _pair_of(difference: Difference, point: Point) -> bool:
    """Whether a difference is one of the pairs of a point: of its kind, with an end that touches a side."""
    ends = [end for end in (difference.a, difference.b) if end is not None]
    return difference.kind == point.kind and any(
        end.article == side.article and end.start < side.end and side.start < end.end for end in ends for side in point.sides
    )


def _by(point: Point) -> str:
    return "" if point.by == OURS else f", by {_line(point.by)}"


def _where(comparison: Comparison, ends: Sequence[Evidence]) -> dict[str, Any]:
    return {"where": [source_location(comparison, end)._asdict() for end in ends]}


def _listed(items: Iterable[dict[str, Any]]) -> str:
    body = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n  {body}\n]" if body else "[]"


def _end(comparison: Comparison, end: Evidence, chips: Sequence[str]) -> str:
    at = source_location(comparison, end)
    chip = chips[end.article]
    return f"    {chip}{' ' * (max(map(columns, chips)) - columns(chip))} {_line(f'{at.source}:{at.line}: {end.text}')}"


def _line(given: str) -> str:
    return " ".join(inert(given).split())


def _escaped(given: str, also: str = "") -> str:
    escaped = given.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for sign in also:
        escaped = escaped.replace(sign, f"%{ord(sign):02X}")
    return escaped
