"""Tables for a spreadsheet or a statistics program: links, differences, facts, entities, coverage, pins, points, revisions."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from compare.errors import NewsdiffError
from compare.export.overview import name_of
from compare.export.rows import label
from compare.model import Comparison, Difference, Evidence, Place, letter
from compare.reading.cleaning import inert
from compare.reading.revisions import revisions
from compare.views.presence import matrix
from compare.views.revisions import changes

Cell = str | int | float | None
# Every sentence of every article, side by side.
DEFAULT = "coverage"
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(comparison: Comparison, table: str = DEFAULT) -> str:
    r"""One table, comma-separated with a head line and ``\n`` line ends.

    A text that a spreadsheet would take for a formula has an apostrophe put before it. Raises NewsdiffError for a table that isn't one of TABLES.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in cells(comparison, table):
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def cells(comparison: Comparison, table: str) -> Iterable[list[Cell]]:
    """A table's rows, the head line first, each cell as it is. Raises NewsdiffError for a table that isn't one of TABLES."""
    if table not in TABLES:
        raise NewsdiffError(f"{inert(str(table))}: no such table; choose from {', '.join(TABLES)}")
    return TABLES[table](comparison)


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(_FORMULA) else cell


def _links(comparison: Comparison) -> Iterable[list[Cell]]:
    yield ["a", "b", "score", "relation", "moved", "verdict", "pinned", "differences", "a_text", "b_text"]
    for link in comparison.links:
        kinds = " ".join(difference.kind for difference in link.differences)
        ends = [comparison.sentence(link.a).text, comparison.sentence(link.b).text]
        yield [label(link.a), label(link.b), link.score, link.relation, int(link.moved), link.verdict, int(link.pinned), kinds, *ends]


def _differences(comparison: Comparison) -> Iterable[list[Cell]]:
    yield ["kind", "severity", "a", "b", "a_start", "a_end", "b_start", "b_end", "a_text", "b_text", "explanation", "consensus"]
    for difference in comparison.differences:
        yield _difference(difference)


def _difference(difference: Difference) -> list[Cell]:
    def of(end: Evidence | None) -> tuple[Cell, Cell, Cell, Cell]:
        return (label(end.place), end.start, end.end, end.text) if end else (None, None, None, None)

    a, b = of(difference.a), of(difference.b)
    offsets = [a[1], a[2], b[1], b[2]]
    return [difference.kind, difference.severity, a[0], b[0], *offsets, a[3], b[3], difference.explanation, difference.consensus]


def _entities(comparison: Comparison) -> Iterable[list[Cell]]:
    letters = [letter(article) for article in range(len(comparison.articles))]
    yield ["name", "type", "aliases", *letters, "roles", "only_here", "left_out", *(f"{each}_first" for each in letters)]
    for presence in matrix(comparison):
        entity = presence.entity
        roles = "; ".join(f"{letter(role.article)}: {role.text}" for role in entity.roles)
        only = "" if presence.only is None else letter(presence.only)
        left_out = " ".join(letter(article) for article in presence.left_out)
        yield [entity.name, entity.type, "; ".join(entity.aliases), *presence.counts, roles, only, left_out, *presence.firsts]


def _facts(comparison: Comparison) -> Iterable[list[Cell]]:
    yield ["fact", "what", "kind", "unit", "equal", "article", "sentence", "start", "end", "text", "value"]
    for number, fact in enumerate(comparison.facts, 1):
        for value in fact.values:
            where: list[Cell] = [letter(value.article), label(Place(value.article, value.sentence)), value.start, value.end]
            yield [number, fact.what, fact.kind, fact.unit, int(fact.equal), *where, value.text, value.value]


def _coverage(comparison: Comparison) -> Iterable[list[Cell]]:
    articles = range(len(comparison.articles))
    names = [f"{letter(article)} {name_of(comparison, article)}" for article in articles]
    yield ["passage", "status", *(letter(article) for article in articles), *names]
    for passage in comparison.passages:
        members = [[place for place in passage.members if place.article == article] for article in articles]
        labels: list[Cell] = [
            " ".join(map(label, places)) or ("elsewhere" if article in passage.coverage else "") for article, places in enumerate(members)
        ]
        texts: list[Cell] = [" ".join(comparison.sentence(place).text for place in places) for places in members]
        yield [passage.id, passage.status, *labels, *texts]


def _pins(comparison: Comparison) -> Iterable[list[Cell]]:
    yield ["action", "a", "b", "exact", "a_text", "b_text"]
    for pinned in comparison.pins:
        ends = [comparison.sentence(pinned.a).text, comparison.sentence(pinned.b).text]
        yield [pinned.action, label(pinned.a), label(pinned.b), int(pinned.exact), *ends]


def _points(comparison: Comparison) -> Iterable[list[Cell]]:
    yield [
        "point",
        "by",
        "kind",
        "severity",
        "confidence",
        "article",
        "sentence",
        "start",
        "end",
        "text",
        "majority",
        "alone",
        "explanation",
        "dismissed",
    ]
    for number, point in enumerate(comparison.points, 1):
        majority = " ".join(letter(article) for article in point.majority)
        alone = None if point.alone is None else letter(point.alone)
        decision = None if point.dismissed is None else f"not a difference{f': {point.dismissed.why}' if point.dismissed.why else ''}"
        for side in point.sides:
            place: list[Cell] = [letter(side.article), label(side.place), side.start, side.end, side.text]
            yield [number, point.by, point.kind, point.severity, point.confidence, *place, majority, alone, point.explanation, decision]


def _revisions(comparison: Comparison) -> Iterable[list[Cell]]:
    yield ["before", "after", "known_by", "change", "before_at", "after_at", "before_text", "after_text"]
    for revision in revisions([analysis.article for analysis in comparison.articles]):
        found = changes(comparison, revision)
        head: list[Cell] = [letter(revision.before), letter(revision.after), revision.by]
        for change, old, new in (
            *(("reworded", *pair) for pair in found.reworded),
            *(("dropped", place, None) for place in found.dropped),
            *(("added", None, place) for place in found.added),
        ):
            places = [label(place) if place else "" for place in (old, new)]
            yield [*head, change, *places, *(comparison.sentence(place).text if place else "" for place in (old, new))]
        for line in found.facts:
            what, _, values = line.rpartition(": ")
            before, _, after = values.partition(" → ")
            yield [*head, f"fact: {what}", "", "", before, after]


TABLES: dict[str, Callable[[Comparison], Iterable[list[Cell]]]] = {
    "links": _links,
    "differences": _differences,
    "entities": _entities,
    "facts": _facts,
    "coverage": _coverage,
    "pins": _pins,
    "points": _points,
    "revisions": _revisions,
}
