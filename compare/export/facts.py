"""The facts side by side, for `newsdiff facts` and as a part of the larger exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from typing import Any

from compare.export.called import Called
from compare.export.generator import version
from compare.export.overview import name_of
from compare.export.points import point_groups
from compare.export.rows import label
from compare.export.text import WIDTH, told, wrapped
from compare.model import Comparison, FactValue, Place
from compare.model.place import OURS
from compare.reading.cleaning import inert
from compare.views.facts.table import SILENCE, table

NONE = "No fact is given by two accounts."
NONE_DIFFERS = "No fact differs between the accounts."


def text(comparison: Comparison, *, differing: bool = False) -> str:
    """A block a fact, a line an account: for a log, a mail, a pipe."""
    lines = [*text_lines(comparison, differing=differing), *second_reader_lines(comparison)]
    return inert("\n".join(lines) + "\n")


def second_reader_lines(comparison: Comparison, width: int = WIDTH) -> Iterator[str]:
    """What a second reader names, below the facts; nothing where none was asked."""
    for group in point_groups(comparison, ours=False):
        yield ""
        yield from told(group, width, Called(comparison))


def text_lines(comparison: Comparison, *, differing: bool = False, width: int = WIDTH) -> Iterator[str]:
    """The same as lines; ≠ stands before facts that differ, = before those that agree."""
    rows = table(comparison, differing=differing)
    called = Called(comparison)
    room = max(map(len, called.chips))
    if not rows:
        yield NONE_DIFFERS if differing and comparison.facts else NONE
    for row in rows:
        yield from wrapped("= " if row.fact.equal else "≠ ", row.heading, width)
        for article, cell in enumerate(row.cells):
            if cell:
                said = "; ".join(f"{one_line(value.text)} ({called(place_of(value))})" for value in cell)
                yield from wrapped(f"    {called.chips[article]:<{room}}  ", said, width)


def markdown(comparison: Comparison, *, differing: bool = False) -> str:
    """A table with the accounts as columns."""
    from compare.export.markdown import group_lines

    lines = [*markdown_lines(comparison, differing=differing)]
    for group in point_groups(comparison, ours=False):
        lines += ["", *group_lines(group, Called(comparison))]
    return inert("\n".join(lines).rstrip("\n") + "\n")


def markdown_lines(comparison: Comparison, *, differing: bool = False) -> Iterator[str]:
    """The same as lines; values that differ are bold."""
    from compare.export.markdown import escape

    rows = table(comparison, differing=differing)
    if not rows:
        yield NONE_DIFFERS if differing and comparison.facts else NONE
        return
    called = Called(comparison)
    heads = [f"**{escape(chip)}** {escape(name_of(comparison, article))}" for article, chip in enumerate(called.chips)]
    yield f"| | fact | {' | '.join(heads)} |"
    yield f"| --- | --- |{' --- |' * len(heads)}"
    for row in rows:
        sign = "" if row.fact.equal else "**"
        cells = [
            "; ".join(f"{sign}{escape(value.text)}{sign} ({escape(called(place_of(value)))})" for value in cell) or SILENCE
            for cell in row.cells
        ]
        yield f"| {'=' if row.fact.equal else '≠'} | {escape(row.heading)} | {' | '.join(cells)} |"


def as_json(comparison: Comparison, *, differing: bool = False) -> str:
    """One object: the accounts, and ``facts`` as the export of the whole comparison has them, each on a line; ``points`` are a second reader's."""
    import json

    from compare.export.json import point_of

    found = [json.dumps(asdict(row.fact), ensure_ascii=False) for row in table(comparison, differing=differing)]
    head: dict[str, Any] = {
        "format": "newsdiff.facts",
        "version": 1,
        "generator": {"name": "newsdiff", "version": version()},
        "articles": [
            {"id": number, "source": each.article.source, "title": each.article.title, "outlet": each.article.outlet}
            for number, each in enumerate(comparison.articles)
        ],
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    facts = "[\n  " + ",\n  ".join(found) + "\n]" if found else "[]"
    named = [json.dumps(point_of(point), ensure_ascii=False) for point in comparison.points if point.by != OURS]
    points = "[\n  " + ",\n  ".join(named) + "\n]" if named else "[]"
    return "{\n" + ",\n".join([*lines, f'"facts": {facts}', f'"points": {points}']) + "\n}\n"


def as_csv(comparison: Comparison, *, differing: bool = False) -> str:
    """The table ``facts``: a line a value."""
    from compare.export import csv

    kept = tuple(fact for fact in comparison.facts if not (differing and fact.equal))
    return csv.render(replace(comparison, facts=kept), "facts")


def place_of(value: FactValue) -> str:
    """The label of a value's sentence."""
    return label(Place(value.article, value.sentence))


def one_line(said: str) -> str:
    """A value's words without line ends."""
    return " ".join(said.split())


FORMATS: dict[str, Callable[..., str]] = {"text": text, "json": as_json, "csv": as_csv, "md": markdown}
