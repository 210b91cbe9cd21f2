"""Fit how sure the judgement is of a finding, and write it: ``python -m benchmarks.fit_confidence GOLD``.

The numbers of ``compare/data/confidence.json`` come from three sources, none of which ``quality_divergences`` scores on:

- reports that newsdiff once made on the events of ``GOLD/events``, judged by reading both texts (``judged_reports.json``: offsets alone);
- changes planted into reworded copies (the mutation suite), found and falsely found, and into single sentences that one report of such an event
  is made to share with another: a like sentence in unlike texts;
- the development half of the passages rewritten by hand.

A logistic regression on the likeness of the sentences (a bias and a slope a rule) and of the texts (one slope for all). What is right counts 1,
what is debatable 0.75, what is wrong 0; a ridge draws the rules' numbers together, as some have few rows. A name spelt in two ways needs no like
sentences: its confidence is the share that was judged right or debatable, as one more of either were.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import quality_rewritten
from benchmarks.mutation_texts import ARTICLES
from benchmarks.mutations import KINDS, NAMED_BY, mutate
from benchmarks.rewording import reworded
from compare.judge import confidence as judged_confidence
from compare.judge.confidence import Confidence
from compare.judge.sentence_pairs import ComparisonIndex
from compare.model import Article, Comparison, Difference
from compare.pipeline import compare
from compare.reading import read, read_bytes

HERE = Path(__file__).parent
RULES = ("value", "order", "name", "role", "negation", "modality", "opposite")
WORTH = {"right": 1.0, "debatable": 0.75, "wrong": 0.0}
# Planted rows are many and nearly alike: together they weigh about as much as the judged ones
PLANTED = 0.25
RIDGE = 0.02
STEPS, RATE = 4000, 0.5
_RULE_OF = {
    "number": "value",
    "date": "value",
    "place": "name",
    "name": "name",
    "attribution": "name",
    "role": "role",
    "negation": "negation",
    "modality": "modality",
    "other": "opposite",
}


class Row(NamedTuple):
    """A finding: its rule, the likeness of its sentences and of its texts, how right it is, and how much it weighs."""

    rule: str
    closeness: float
    kinship: float
    wanted: float
    weight: float = 1.0


def judged(gold: Path) -> Iterator[Row]:
    """The findings on real events that are still made and were judged; the likenesses are measured anew."""
    reports = json.loads((HERE / "judged_reports.json").read_text(encoding="utf-8"))
    for event in sorted({report["event"] for report in reports}):
        files = sorted((gold / "events" / event).glob("*.txt"))
        comparison = compare([read(file) for file in files])
        own = [report for report in reports if report["event"] == event]
        for row, difference in _rows(comparison, None, 1.0):
            judgements = [report["judgement"] for report in own if _touch(difference, report, [file.stem for file in files])]
            if judgements:
                yield row._replace(wanted=max(WORTH[judgement] for judgement in judgements))


def _touch(difference: Difference, report: dict[str, Any], outlets: Sequence[str]) -> bool:
    """Whether both ends of a difference touch those of a report, in either order."""
    ends = [(outlets[end.article], end.start, end.end) for end in (difference.a, difference.b) if end is not None]
    told = [(report[side]["outlet"], report[side]["start"], report[side]["end"]) for side in "ab"]
    return any(all(x[0] == y[0] and x[1] < y[2] and y[1] < x[2] for x, y in zip(ends, pair, strict=True)) for pair in (told, told[::-1]))


def shared(gold: Path) -> Iterator[Row]:
    """A sentence of one report, reworded and changed, put into another report of the event."""
    chance = random.Random(9)
    for folder in sorted((gold / "events").iterdir())[::6]:
        first, second = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))[:2])
        sentences = [" ".join(line.split()) for line in first.split("\n") if 60 < len(line) < 400]
        for kind in KINDS:
            change = mutate(sentences, kind, chance) if sentences and kind != "quote" else None
            if change is None:
                continue
            for text, right in ((change.after, NAMED_BY[kind]), (change.before, None)):
                comparison = compare([_article(first), _article(f"{second}\n\n{reworded(text, chance)}\n")])
                put = len(comparison.articles[1].article.text.rstrip()) - len(text) - 40
                for row, difference in _rows(comparison, right):
                    if difference.b is not None and difference.b.start >= put:
                        yield row


def planted() -> Iterator[Row]:
    """Changes of the mutation suite on texts of our own, and what is falsely found in copies that are only reworded."""
    chance = random.Random(5)
    for sentences in ARTICLES:
        text = "\n".join(sentences)
        copy = [reworded(sentence, chance) for sentence in sentences]
        yield from _found(text, "\n".join(copy), None)
        for kind in KINDS:
            change = mutate(sentences, kind, chance)
            if change is not None and kind != "quote":
                changed = [reworded(change.after if number == change.sentence else one, chance) for number, one in enumerate(sentences)]
                yield from _found(text, "\n".join(changed), NAMED_BY[kind])
    for case in quality_rewritten.cases():
        if case.half == "development" and case.kind != "quote":
            named = quality_rewritten.NAMED.get(case.kind)
            yield from _found(*case.texts, {named} if named else None)


def _found(one: str, other: str, right: set[str] | frozenset[str] | None) -> Iterator[Row]:
    yield from (row for row, _ in _rows(compare([_article(one), _article(other)]), right))


def _rows(comparison: Comparison, right: set[str] | frozenset[str] | None, weight: float = PLANTED) -> Iterator[tuple[Row, Difference]]:
    """The findings, right where their kind is one of ``right``."""
    compared = ComparisonIndex(comparison.articles, comparison.entities)
    confidence = Confidence(compared, comparison.links)
    for difference in (*comparison.differences, *comparison.possible):
        if difference.severity >= 2 and difference.a and difference.b and difference.kind != "quote":
            a, b = sorted((difference.a.place, difference.b.place))
            wanted = float(right is not None and difference.kind in right)
            yield Row(_rule(difference), compared.closeness(a, b), confidence.kinship(a.article, b.article), wanted, weight), difference


def _rule(difference: Difference) -> str:
    return "spelling" if "spells the name" in difference.explanation else _RULE_OF[difference.kind]


def _article(text: str) -> Article:
    return read_bytes(text.encode(), "text.txt")


def fit(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The weights that make the rows likeliest, by gradient descent; each rule's numbers are drawn to the mean of all rules."""
    weights = {rule: {"bias": 0.0, "closeness": 0.0} for rule in RULES}
    kinship = 0.0
    total = math.fsum(row.weight for row in rows)
    for _ in range(STEPS):
        slope: dict[tuple[str, str], float] = defaultdict(float)
        for row in rows:
            own = weights[row.rule]
            odds = own["bias"] + own["closeness"] * row.closeness + kinship * row.kinship
            error = row.weight * (1 / (1 + math.exp(-odds)) - row.wanted)
            slope[row.rule, "bias"] += error
            slope[row.rule, "closeness"] += error * row.closeness
            slope["", "kinship"] += error * row.kinship
        for name in ("bias", "closeness"):
            mean = math.fsum(weights[rule][name] for rule in RULES) / len(RULES)
            for rule in RULES:
                weights[rule][name] -= RATE * (len(RULES) * slope[rule, name] / total + RIDGE * (weights[rule][name] - mean))
        kinship -= RATE * slope["", "kinship"] / total
    return {rule: own | {"kinship": kinship} for rule, own in weights.items()}


def main() -> None:
    """Fit on all rows and write the weights."""
    gold = Path(sys.argv[1])
    judged_confidence.NEARLY = 0.0  # fitted on all findings, also those that are too unsure to be kept
    rows = [*judged(gold), *shared(gold), *planted()]
    weights = fit([row for row in rows if row.rule in RULES])
    spelt = [row.wanted > 0 for row in rows if row.rule == "spelling" and row.weight == 1.0]
    share = (sum(spelt) + 1) / (len(spelt) + 2)
    weights["spelling"] = {"bias": math.log(share / (1 - share)), "closeness": 0.0, "kinship": 0.0}
    for rule, own in weights.items():
        mine = [row for row in rows if row.rule == rule]
        numbers = ", ".join(f"{name} {value:.2f}" for name, value in own.items())
        print(f"{rule:10} {len(mine):4} rows, {sum(row.wanted > 0.5 for row in mine):4} right or debatable: {numbers}")
    path = HERE.parent / "compare" / "data" / "confidence.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    held["rules"] |= {rule: {name: round(value, 3) for name, value in own.items()} for rule, own in weights.items()}
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
