"""How well the facts side by side do: rows that were read and judged, and points in gold that stand in one row.

`python -m benchmarks.quality_facts GOLD`, where GOLD holds events/ and divergences/ (not part of the project).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from compare.model import Comparison
from compare.pipeline import compare
from compare.reading import read

REVIEW = Path(__file__).with_name("facts_review.json")
TYPED = {"number", "date", "name", "role", "place"}

Span = tuple[str, int, int]


def report(gold: Path | None) -> None:
    """Print the figures; ``gold`` is the folder of events."""
    for sample in json.loads(REVIEW.read_text(encoding="utf-8"))["samples"]:
        for what, kinds in (("all rows", None), ("figures, sums, ages, dates and times", {"figure", "money", "age", "date", "time"})):
            judged = [row["right"] for row in sample["rows"] if kinds is None or row["kind"] in kinds]
            print(
                f"facts, sample {sample['seed']} as judged, {what}: {sum(judged)} of {len(judged)} about one thing ({_share(judged):.2f})"
            )
        if gold is not None:
            _again(gold, sample)
    if gold is not None and (gold / "divergences").is_dir():
        found, total = covered(gold / "divergences")
        print(f"facts, typed points of gold with both ends in one row: {found} of {total}")


def _again(gold: Path, sample: dict[str, Any]) -> None:
    """How many of the judged rows stand today just so."""
    kept: dict[bool, list[bool]] = {True: [], False: []}
    for event in sorted({row["event"] for row in sample["rows"]}):
        files = sorted((gold / event).glob("*.txt"))
        comparison = compare([read(str(file)) for file in files])
        if [analysis.article.sha256 for analysis in comparison.articles] != [sample["sha256"][event][file.stem] for file in files]:
            print(f"facts, {event}: other texts than those that were judged")
            continue
        today = {(fact.kind, frozenset((files[value.article].stem, value.start) for value in fact.values)) for fact in comparison.facts}
        for row in (row for row in sample["rows"] if row["event"] == event):
            kept[row["right"]].append((row["kind"], frozenset((file, start) for file, start in row["values"])) in today)
    print(f"facts, sample {sample['seed']}: found just so today {sum(kept[True])} of {len(kept[True])} right rows", end="")
    print(f" and {sum(kept[False])} of {len(kept[False])} wrong ones")


def covered(folder: Path) -> tuple[int, int]:
    """Points of typed kinds, firm and misleading, of which both sentences hold values of one row; and all such points."""
    found = total = 0
    for event in sorted(folder.iterdir()):
        if not (event / "gold.json").exists():
            continue
        files = sorted(event.glob("*.txt"))
        comparison = compare([read(str(file)) for file in files])
        rows = _rows(comparison, [file.stem for file in files])
        squeezed = {file.stem: _squeezed(file.read_text(encoding="utf-8")) for file in files}
        ends = []
        for row in json.loads((event / "gold.json").read_text(encoding="utf-8"))["divergences"]:
            if row["firm"] and row["severity"] >= 2 and not row.get("later"):
                sides = [row[side] for side in "ab"]
                spans = [_span(squeezed, side, "start", "end") for side in sides]
                ends.append((row["kind"], spans, [_span(squeezed, side, "sentence_start", "sentence_end") for side in sides]))
        for group in _points(ends):
            if group[0][0] in TYPED:
                total += 1
                found += any(
                    all(any(_touch(value, end) for value in row) for end in sentences) for _, _, sentences in group for row in rows
                )
    return found, total


def _rows(comparison: Comparison, names: list[str]) -> list[list[Span]]:
    maps = [_squeezed(analysis.article.text) for analysis in comparison.articles]
    return [
        [(names[value.article], maps[value.article][value.start], maps[value.article][value.end]) for value in fact.values]
        for fact in comparison.facts
    ]


def _points(rows: list[tuple[str, list[Span], list[Span]]]) -> list[list[tuple[str, list[Span], list[Span]]]]:
    """Groups of rows that share an end."""
    groups: list[list[tuple[str, list[Span], list[Span]]]] = []
    for row in rows:
        mine = [group for group in groups if any(_touch(one, other) for held in group for one in row[1] for other in held[1])]
        groups = [group for group in groups if group not in mine]
        groups.append([row] + [held for group in mine for held in group])
    return groups


def _span(squeezed: dict[str, list[int]], side: dict[str, Any], start: str, end: str) -> Span:
    places = squeezed[side["outlet"]]
    return side["outlet"], places[side[start]], places[side[end]]


def _squeezed(text: str) -> list[int]:
    """Position of each code point among those that are no white space."""
    found = [0]
    for sign in text:
        found.append(found[-1] + (not sign.isspace()))
    return found


def _touch(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _share(judged: list[bool]) -> float:
    return sum(judged) / max(1, len(judged))


if __name__ == "__main__":
    report(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
