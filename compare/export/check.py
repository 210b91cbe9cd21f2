"""`newsdiff check`: the differences that a desk or a script doesn't let pass, for people, programs and GitHub's checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from compare.errors import NewsdiffError
from compare.export.json import difference_of
from compare.export.rows import SEVERITIES
from compare.model import DIFFERENCE_KINDS, Comparison, Difference, DifferenceKind, Evidence, letter
from compare.reading.cleaning import inert

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


def spot(comparison: Comparison, end: Evidence) -> Spot:
    """The lines and columns of a stretch of an article."""
    article = comparison.articles[end.article].article

    def place(offset: int) -> tuple[int, int]:
        return article.text.count("\n", 0, offset) + 1, offset - article.text.rfind("\n", 0, offset)

    line, column = place(end.start)
    end_line, end_column = place(max(end.start, end.end - 1))
    return Spot(article.source, line, column, end_line, end_column)


def main_end(comparison: Comparison, difference: Difference) -> Evidence | None:
    """The end that a report points to: the one that isn't in the base article, which is taken for the standard."""
    ends = [end for end in (difference.a, difference.b) if end is not None]
    return next((end for end in reversed(ends) if end.article != comparison.options.base), ends[-1] if ends else None)


def text(comparison: Comparison, found: Sequence[Difference]) -> str:
    """A line a difference, as compilers write them, and one indented for each end."""
    lines = []
    for difference in found:
        end = main_end(comparison, difference)
        at = spot(comparison, end) if end else None
        lead = f"{at.source}:{at.line}:{at.column}: " if at else ""
        weight = f"severity {difference.severity}, {SEVERITIES[difference.severity]}"
        lines.append(_line(f"{lead}{difference.kind} ({weight}): {difference.explanation} {difference.consensus}"))
        lines += [_end(comparison, one) for one in (difference.a, difference.b) if one is not None]
    return "".join(f"{line}\n" for line in lines)


def github(comparison: Comparison, found: Sequence[Difference]) -> str:
    """Workflow commands of GitHub Actions: severity 3 as an error, 2 as a warning, 1 as a notice, each at its place in its file."""
    lines = []
    for difference in found:
        end = main_end(comparison, difference)
        properties = {"title": f"newsdiff: {difference.kind}, {SEVERITIES[difference.severity]}"}
        if end is not None:
            at = spot(comparison, end)
            properties = {"file": at.source, "line": str(at.line), "endLine": str(at.end_line)} | properties
            if at.line == at.end_line:
                properties |= {"col": str(at.column), "endColumn": str(at.end_column + 1)}
        given = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
        said = _line(f"{difference.explanation} {difference.consensus}")
        lines.append(f"::{_LEVELS[difference.severity]} {given}::{_escaped(said)}")
    return "".join(f"{line}\n" for line in lines)


def as_json(comparison: Comparison, found: Sequence[Difference]) -> str:
    """One object: the differences as in the comparison's JSON, each with ``where``, its ends' sources, lines and columns."""
    items: list[dict[str, Any]] = []
    for difference in found:
        ends = [end for end in (difference.a, difference.b) if end is not None]
        items.append(difference_of(difference) | {"where": [spot(comparison, end)._asdict() for end in ends]})
    body = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in items)
    listed = f"[\n  {body}\n]" if items else "[]"
    return f'{{\n"format": "newsdiff.check",\n"version": 1,\n"found": {len(items)},\n"pins": {len(comparison.pins)},\n"differences": {listed}\n}}\n'


FORMATS: dict[str, Callable[[Comparison, Sequence[Difference]], str]] = {"text": text, "json": as_json, "github": github}


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
