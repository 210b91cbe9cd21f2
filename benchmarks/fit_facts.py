"""Fit the weights by which two values are taken to be about one thing, on pairs that were read and judged.

    python -m benchmarks.fit_facts GOLD

reads ``benchmarks/facts_pairs.json`` and the events in GOLD (not in the repository), prints precision and recall in folds by event, and writes
``compare/data/facts.json``. A logistic regression with a ridge penalty towards what was believed before (``PRIOR``), as pairs that differ and are
yet about one thing are rare among the judged; what can only speak for or against stays on its side. Nothing but the standard library is needed.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Sequence
from pathlib import Path

from compare.pipeline import compare
from compare.reading import read
from compare.views.facts.pairs import FEATURES, Pairs
from compare.views.facts.slots import FactSlots

HERE = Path(__file__).parent
PAIRS = HERE / "facts_pairs.json"
TARGET = HERE.parent / "compare/data/facts.json"
PENALTY = 2.0
PRIOR = {
    "bias": -2.6,
    "likeness": 1.5,
    "closeness": 4.0,
    "very_close": 3.0,
    "aligned": 0.8,
    "partial": 0.5,
    "sole": 0.5,
    "slot": 0.7,
    "elsewhere": -2.0,
    "agree": 1.2,
    "telling": 0.8,
    "head_same": 1.0,
    "head_apart": -1.0,
    "harm_same": 1.0,
    "names_shared": 0.3,
    "names_apart": -0.4,
    "precision_apart": -0.5,
    "ordinal": -0.3,
    "unit": -0.3,
    "ratio": -1.0,
}
FREE = {"bias", "date", "ordinal", "unit", "heading"}
FOLDS, STEPS, RATE = 5, 1000, 0.5

Row = tuple[str, list[float], int]


def rows(gold: Path) -> list[Row]:
    """The judged pairs as features; a pair whose values aren't read as such any more is left out."""
    held = json.loads(PAIRS.read_text(encoding="utf-8"))
    found: list[Row] = []
    for event in held["sha256"]:
        files = sorted((gold / event).glob("*.txt"))
        comparison = compare([read(str(file)) for file in files])
        if [analysis.article.sha256 for analysis in comparison.articles] != [held["sha256"][event][file.stem] for file in files]:
            raise SystemExit(f"{event}: other texts than those that were judged")
        slots = FactSlots(comparison)
        pairs = Pairs(comparison, slots)
        numbers = {file.stem: number for number, file in enumerate(files)}
        at = {slot.order: number for number, slot in enumerate(slots.all)}
        for _, first, start, second, there, label in (pair for pair in held["pairs"] if pair[0] == event):
            one, other = at.get((numbers[first], start)), at.get((numbers[second], there))
            if one is not None and other is not None:
                features = pairs.features(min(one, other), max(one, other))
                found.append((event, [features.get(name, 0.0) for name in FEATURES], label))
    return found


def fit(rows: Sequence[Row]) -> list[float]:
    """Weights by gradient descent with a step of its own for each feature (Duchi et al., 2011, AdaGrad)."""
    prior = [PRIOR.get(name, 0.0) for name in FEATURES]
    weights = list(prior)
    squares = [1e-6] * len(weights)
    for _ in range(STEPS):
        slope = [PENALTY * (weight - before) for weight, before in zip(weights, prior, strict=True)]
        slope[0] = 0.0
        for _, values, label in rows:
            wrong = _sigmoid(_odds(weights, values)) - label
            for number, value in enumerate(values):
                if value:
                    slope[number] += wrong * value
        for number, name in enumerate(FEATURES):
            squares[number] += slope[number] ** 2
            weights[number] -= RATE * slope[number] / math.sqrt(squares[number])
            if name not in FREE:
                weights[number] = min(0.0, weights[number]) if prior[number] < 0 else max(0.0, weights[number])
    return weights


def _odds(weights: Sequence[float], values: Sequence[float]) -> float:
    return math.fsum(weight * value for weight, value in zip(weights, values, strict=True))


def _sigmoid(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def folds(rows: Sequence[Row]) -> list[tuple[float, int]]:
    """Each pair's log-odds by weights that were fitted without its event, and its label."""
    events = sorted({event for event, _, _ in rows})
    random.Random(3).shuffle(events)
    found = []
    for fold in range(FOLDS):
        held_out = set(events[fold::FOLDS])
        weights = fit([row for row in rows if row[0] not in held_out])
        found += [(_odds(weights, values), label) for event, values, label in rows if event in held_out]
    return found


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    judged = rows(parser.parse_args().gold)
    scored = folds(judged)
    for floor in (-1.0, -0.5, 0.0, 0.5, 1.0):
        taken = [label for odds, label in scored if odds >= floor]
        print(
            f"from {floor:4}: precision {sum(taken) / max(1, len(taken)):.2f}, recall {sum(taken) / sum(label for _, label in scored):.2f}"
        )
    weights = {name: round(weight, 3) + 0.0 for name, weight in zip(FEATURES, fit(judged), strict=True)}
    source = f"benchmarks/fit_facts.py, on {len(judged)} pairs of benchmarks/facts_pairs.json"
    TARGET.write_text(json.dumps({"source": source, "weights": weights}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
