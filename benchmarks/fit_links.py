"""Fit the mix of link features on gold pairs of news articles, in folds by event.

    python -m benchmarks.fit_links --gold FOLDER

writes ``compare/data/mix.json`` (fitted on all pairs, for use) and ``benchmarks/link_folds.json`` (one mix a fold, each fitted without the
events that it is measured on; ``quality_links`` reads it). Needs numpy and scipy, which the program itself never does.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from copy import copy
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.links_data import Cell, Pair, Tally, folds, gold_pairs, seed_pairs
from compare.align import semantic
from compare.align.explain import GROUPS
from compare.align.features import EITHER_WAY, FEATURES
from compare.align.links import cells
from compare.align.mix import BENDS
from compare.align.profile import corpus

HERE = Path(__file__).parent
PENALTY = 3.0
EITHER_PRECISION = 0.8
# No pair is called aligned that isn't clearly likelier to be than not. Fitted without a floor, F1 in folds is .01 higher and on the seeds .02 lower.
ALIGNED_FLOOR = 0.15
PLATEAU = 15
EVEN = 0.004


class Table:
    """The measured cells of one pair with their features and labels."""

    def __init__(self, pair: Pair, names: Sequence[str] = FEATURES) -> None:
        held = corpus(pair.analyses, pair.entities, pair.quotations)
        nearness = semantic.Nearness(*pair.analyses) if semantic.FEATURES[0] in names else None
        left, right = held.profiles
        found = cells(left, right, nearness)
        self.pair = pair
        self.places: list[Cell] = [(cell.i, cell.j) for cell in found]
        self.values = np.array([cell.values for cell in found], dtype=float).reshape(len(found), len(names))
        self.labels = np.array([pair.label(*place) for place in self.places], dtype=int)
        self.taught = self._taught(names)

    def without(self, kept: Sequence[int]) -> Table:
        """The same cells with some features only, by their numbers."""
        found = copy(self)
        found.values = self.values[:, list(kept)]
        return found

    def _taught(self, names: Sequence[str]) -> Any:
        """Which cells to fit on. Where a gold unit is several of our sentences, only its likest sentence is taught as linked."""
        likest: dict[Cell, int] = {}
        likeness = self.values[:, list(names).index("soft_cosine")]
        for number, place in enumerate(self.places):
            for cell in self.pair.cells(*place) & self.pair.gold:
                if cell not in likest or likeness[number] > likeness[likest[cell]]:
                    likest[cell] = number
        chosen = set(likest.values())
        return np.array([label == 0 or number in chosen for number, label in enumerate(self.labels)], dtype=bool)


def expand(standard: Any) -> Any:
    """The four pieces of each feature's curve, feature by feature."""
    low, first, second = BENDS
    columns = [
        np.minimum(standard, low),
        np.clip(standard, low, first),
        np.clip(standard - first, 0.0, second - first),
        np.maximum(standard - second, 0.0),
    ]
    return np.stack(columns, axis=-1).reshape(len(standard), -1)


def slopes(basis: Any, wanted: Any, rising: Any, penalty: float) -> tuple[Any, float]:
    """Logistic regression with a ridge penalty on scaled columns; slopes where ``rising`` is true are never below 0."""
    spread = np.maximum(basis.std(0), 0.05)
    ready = basis / spread
    signs = np.where(wanted, 1.0, -1.0)

    def loss(point: Any) -> tuple[float, Any]:
        weights, bias = point[:-1], point[-1]
        margins = signs * (ready @ weights + bias)
        pull = -signs / (1 + np.exp(np.clip(margins, -60, 60)))
        gradient = np.append(ready.T @ pull + penalty * weights, pull.sum())
        return float(np.logaddexp(0, -margins).sum() + penalty / 2 * (weights @ weights)), gradient

    bounds = [(0.0, None) if one else (None, None) for one in rising] + [(None, None)]
    found = minimize(loss, np.zeros(ready.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200})
    return found.x[:-1] / spread, float(found.x[-1])


def fit(tables: Sequence[Table], names: Sequence[str] = FEATURES, penalty: float = PENALTY) -> dict[str, Any]:
    """A mix as JSON: means and scales, the two sums, and the thresholds that suit these tables best."""
    values = np.concatenate([table.values[table.taught] for table in tables])
    labels = np.concatenate([table.labels[table.taught] for table in tables])
    means, scales = values.mean(0), np.maximum(values.std(0), 1e-6)
    basis = expand(np.clip((values - means) / scales, -10, 10))
    rising = np.repeat([name not in EITHER_WAY for name in names], 4)

    def model(rows: Any, wanted: Any) -> dict[str, Any]:
        weights, bias = slopes(basis[rows], wanted[rows], rising, penalty)
        return {"bias": round(bias, 6), "curves": [[round(float(w), 6) for w in four] for four in weights.reshape(-1, 4)]}

    held: dict[str, Any] = {
        "features": list(names),
        "means": [round(float(mean), 6) for mean in means],
        "scales": [round(float(scale), 6) for scale in scales],
        "aligned": model(labels != 1, labels == 2),
        "either": model(np.ones(len(labels), dtype=bool), labels > 0),
        "aligned_from": 0.0,
        "either_from": 0.0,
    }
    held["aligned_from"], held["either_from"] = thresholds(held, tables)
    return held


def scores(held: dict[str, Any], table: Table) -> tuple[Any, Any]:
    """The log-odds of aligned and of either label for a table's cells: what the engine computes, for all cells at once."""
    standard = np.clip((table.values - np.array(held["means"])) / np.array(held["scales"]), -10, 10)
    basis = expand(standard)
    first, second = (basis @ np.array(held[name]["curves"]).reshape(-1) + held[name]["bias"] for name in ("aligned", "either"))
    return first, second


def thresholds(held: dict[str, Any], tables: Sequence[Table]) -> tuple[float, float]:
    """The threshold of best F1 for aligned, and the lowest for either label that keeps the precision asked for, both counted in units."""
    labels, aligned, either = _in_units(held, tables)
    missed = sum(len(table.pair.aligned) for table in tables)
    order = np.argsort(-aligned, kind="stable")
    right, wrong = np.cumsum(labels[order] == 2), np.cumsum(labels[order] == 0)
    # A plateau is safer than a peak: the mean over a window of neighbouring thresholds.
    curve = 2 * right / np.maximum(1, right + wrong + missed)
    smooth = np.convolve(np.pad(curve, (PLATEAU, PLATEAU), mode="edge"), np.ones(2 * PLATEAU + 1) / (2 * PLATEAU + 1), mode="valid")
    # Where F1 is as good as even, the higher threshold: a false link costs more trust than a missed one.
    first = float(aligned[order][int(np.flatnonzero(smooth >= smooth.max() - EVEN)[0])])
    first = max(ALIGNED_FLOOR, first)
    chosen = aligned >= first
    allowed = [
        float(value) for value in np.unique(np.round(either, 2)) if (labels[chosen | (either >= value)] > 0).mean() >= EITHER_PRECISION
    ]
    return round(first, 4), round(min(allowed, default=9.0), 4)


def _in_units(held: dict[str, Any], tables: Sequence[Table]) -> tuple[Any, Any, Any]:
    """Labels and scores by pairs of units: a pair of units scores as the best of the sentences that stand for it."""
    labels: list[int] = []
    best: list[tuple[float, float]] = []
    for table in tables:
        found: dict[Cell, tuple[float, float]] = {}
        for place, first, second in zip(table.places, *scores(held, table), strict=True):
            for cell in table.pair.cells(*place):
                old = found.get(cell, (-99.0, -99.0))
                found[cell] = (max(old[0], float(first)), max(old[1], float(second)))
        labels += [2 if cell in table.pair.aligned else 1 if cell in table.pair.partial else 0 for cell in found]
        best += found.values()
    return np.array(labels), np.array([first for first, _ in best]), np.array([second for _, second in best])


def predict(held: dict[str, Any], table: Table) -> tuple[set[Cell], set[Cell]]:
    """The aligned cells and those of either label, in units."""
    one, two = scores(held, table)
    aligned: set[Cell] = set()
    either: set[Cell] = set()
    for place, first, second in zip(table.places, one, two, strict=True):
        if first >= held["aligned_from"]:
            aligned |= table.pair.cells(*place)
        if first >= held["aligned_from"] or second >= held["either_from"]:
            either |= table.pair.cells(*place)
    return aligned, either


def measure_folds(tables: Sequence[Table], seed: int = 0, names: Sequence[str] = FEATURES) -> tuple[Tally, list[dict[str, Any]], list[int]]:
    """Fit without each fold and count on it."""
    places = folds([table.pair for table in tables], seed=seed)
    tally = Tally()
    fitted = []
    for fold in sorted(set(places)):
        held = fit([table for table, at in zip(tables, places, strict=True) if at != fold], names)
        fitted.append(held)
        for table, at in zip(tables, places, strict=True):
            if at == fold:
                tally.add(table.pair, *predict(held, table))
    return tally, fitted, places


def shown(name: str, tally: Tally) -> str:
    """One line of figures."""
    return (
        f"{name:28} aligned P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}   "
        f"either P {tally.either_precision:.3f} R {tally.either_recall:.3f}"
    )


def count(tables: Iterable[Table], held: dict[str, Any]) -> Tally:
    """The figures of one mix on some tables."""
    tally = Tally()
    for table in tables:
        tally.add(table.pair, *predict(held, table))
    return tally


def ablate(tables: Sequence[Table], seeds: Sequence[Table], names: Sequence[str]) -> None:
    """Print the figures in folds, and on the seeds, without each group of features in turn."""
    for group, members in GROUPS:
        kept = [number for number, name in enumerate(names) if name not in members]
        if len(kept) < len(names):
            left = tuple(names[number] for number in kept)
            cut, cut_seeds = ([table.without(kept) for table in some] for some in (tables, seeds))
            print(shown(f"without {group}", measure_folds(cut, 0, left)[0]))
            print(shown("  and on the seeds", count(cut_seeds, fit(cut, left))), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of gold data, with news_pairs and events")
    parser.add_argument("--repeats", type=int, default=1, help="divisions into folds to measure over")
    parser.add_argument("--dry", action="store_true", help="measure only, write nothing")
    parser.add_argument("--semantic", action="store_true", help="with the features of meaning; needs newsdiff[semantic]")
    parser.add_argument("--ablate", action="store_true", help="measure also without each group of features")
    options = parser.parse_args()
    names = FEATURES + semantic.FEATURES if options.semantic else FEATURES
    suffix = "_semantic" if options.semantic else ""
    tables = [Table(pair, names) for pair in gold_pairs(options.gold)]
    seeds = [Table(pair, names) for pair in seed_pairs(HERE.parent / "seeds")]
    for seed in range(options.repeats):
        tally, fitted, places = measure_folds(tables, seed, names)
        print(shown(f"news, in folds ({seed})", tally))
        if seed == 0 and not options.dry:
            events = {table.pair.event: place for table, place in zip(tables, places, strict=True)}
            text = json.dumps({"events": events, "mixes": fitted}) + "\n"
            (HERE / f"link_folds{suffix}.json").write_text(text, encoding="utf-8")
    if options.ablate:
        ablate(tables, seeds, names)
    held = fit(tables, names)
    print(shown("news, seen in fitting", count(tables, held)))
    print(shown("seeds", count(seeds, held)))
    print(f"aligned from {held['aligned_from']}, either from {held['either_from']}")
    if not options.dry:
        path = HERE.parent / "compare" / "data" / f"mix{suffix}.json"
        path.write_text(json.dumps(held) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
