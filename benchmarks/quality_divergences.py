"""Conflicts on real events that were read exhaustively: right, debatable, wrong; by kind and by how like the two sentences are.

The rules are those of ``score_divergences.py``, which stands beside the gold data and is used from there. Nothing that is fitted here has seen these
events. Figures before confidence was introduced (the same events): 0 of 54 points found; of 40 reports none right, 13 debatable, 27 wrong.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from compare.judge.sentence_pairs import ComparisonIndex
from compare.model import Comparison, Difference
from compare.pipeline import compare
from compare.reading import read

_BEFORE = "before: 0 of 54 points found, of 40 reports 0 right, 13 debatable, 27 wrong"
_BANDS = ((0.7, "alike, .7 or more"), (0.4, "somewhat, .4 to .7"), (0.0, "unlike, below .4"))
_TYPED = ("number", "date", "name", "role", "place")


class Report(NamedTuple):
    """One reported difference: its kind, how like its sentences are (words matched, 2 × common / both), its verdict."""

    kind: str
    likeness: float
    verdict: str


def report(gold: Path | None) -> None:
    """Print the figures of conflicts, and of what is only possible, over all events."""
    if gold is None or not (gold / "divergences").is_dir():
        return
    rules = _rules(gold)
    conflicts: list[Report] = []
    possible: list[Report] = []
    found = total = tabled = typed = 0
    for folder in sorted(path for path in (gold / "divergences").iterdir() if (path / "gold.json").exists()):
        held, _ = rules.gold_of(folder)
        files = sorted(folder.glob("*.txt"))
        comparison = compare([read(file) for file in files])
        maps = [rules.squeeze_map(analysis.article.text) for analysis in comparison.articles]
        names = [file.stem for file in files]
        hit: set[int] = set()
        conflicts += _judged(rules, held, comparison, comparison.differences, names, maps, hit)
        possible += _judged(rules, held, comparison, comparison.possible, names, maps, set())
        firm = [
            dict(one, n=n) for n, one in enumerate(held["divergences"]) if one["firm"] and one["severity"] >= 2 and not one.get("later")
        ]
        rows = [
            [(names[value.article], maps[value.article][value.start], maps[value.article][value.end]) for value in fact.values]
            for fact in comparison.facts
        ]
        for group in rules.points(firm):
            total += 1
            found += any(one["n"] in hit for one in group)
            if group[0]["kind"] in _TYPED:
                typed += 1
                tabled += any(
                    all(any(rules.touches(value, span) for value in row) for span in one["sentences"]) for one in group for row in rows
                )
    print(f"28 real events, three outlets each ({_BEFORE})")
    print(f"  conflicts: points found {found} of {total}; {_summed(conflicts)}")
    for kind in sorted({one.kind for one in conflicts}):
        print(f"    {kind:12} {_summed([one for one in conflicts if one.kind == kind])}")
    for (least, name), most in zip(_BANDS, (9.0, 0.7, 0.4), strict=True):
        print(f"    {name:20} {_summed([one for one in conflicts if least <= one.likeness < most])}")
    print(f"  only possible: {_summed(possible)}")
    print(f"  facts: of {typed} points of number, date, name, role or place {tabled} have both ends in one row")


def _rules(gold: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_divergences", gold / "score_divergences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _judged(
    rules: Any,
    held: dict[str, Any],
    comparison: Comparison,
    differences: tuple[Difference, ...],
    names: list[str],
    maps: list[list[int]],
    hit: set[int],
) -> Iterator[Report]:
    compared = ComparisonIndex(comparison.articles, comparison.entities)
    seen: list[tuple[str, Any]] = []
    for one in differences:
        if one.severity < 2 or one.a is None or one.b is None:
            continue
        ends = [(names[end.article], maps[end.article][end.start], maps[end.article][end.end]) for end in (one.a, one.b)]
        if any(one.kind == kind and rules.both(others, ends) for kind, others in seen):
            continue
        seen.append((one.kind, ends))
        a, b = sorted((one.a.place, one.b.place))
        yield Report(one.kind, compared.closeness(a, b), _verdict(rules, held, one.kind, ends, hit))


def _verdict(rules: Any, held: dict[str, Any], kind: str, ends: Any, hit: set[int]) -> str:
    verdict = ""
    for number, gold in enumerate(held["divergences"]):
        same = gold["kind"] == kind or any(rules.touches(x, y) for x in gold["spans"] for y in ends)
        if rules.both(gold["sentences"], ends) and same:
            hit.add(number)
            own = "right" if gold["firm"] and gold["severity"] >= 2 else "debatable"
            verdict = "right" if "right" in (own, verdict) else own
    seen = [one["judgement"] for one in held["judged"] if one["kind"] == kind and rules.both(one["sentences"], ends)]
    return verdict or (seen[0] if seen else "wrong")


def _summed(reports: list[Report]) -> str:
    told = Counter(one.verdict for one in reports)
    share = (told["right"] + told["debatable"]) / max(1, len(reports))
    return f"{len(reports):3} reported: {told['right']} right, {told['debatable']} debatable, {told['wrong']} wrong; acceptable {share:.3f}"
