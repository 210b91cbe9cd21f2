"""Fit what tells whether two articles report one event, on an archive whose events editors made; in folds by event.

    python -m benchmarks.fit_events --gold FOLDER [--write]

prints pairwise F1 (as ``FOLDER/score_events.py`` counts) over five folds: for each, weights and threshold are fitted without a pair that has an
article in it, the whole archive is grouped by them, and the pairs that have one are counted (those across two folds half in each). ``--write`` fits
on all and writes ``compare/data/events.json``. Needs numpy, which comes with the extra ``archive``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from pyarrow.parquet import read_table

from compare.archive import program
from compare.archive.engine import Engine
from compare.archive.likeness import FEATURES, Model, scores
from compare.archive.linkage import groups
from compare.archive.run import Run
from compare.archive.settings import WINDOW, Machine, Settings

WHERE = Path("compare/data/events.json")
FOLDS = 5
PENALTY = 1.0
LEAST = 200
THRESHOLDS = range(2000, 7001, 250)


class Archive:
    """The labelled archive with the features of its candidate pairs."""

    def __init__(self, gold: Path, window: int) -> None:
        self.window = window
        self.events: dict[str, str] = json.loads((gold / "archive" / "events.json").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            engine = Engine(Machine())
            done = Run(Settings((str(gold / "archive" / "articles.jsonl.gz"),), window), Path(folder), engine)
            done.begin()
            for stage in (done.read, done.sign, done.weigh, done.pair):
                stage()
            table = program.with_best(engine, done.work).to_arrow()
            vectors = read_table(done.work / "vectors", columns=["place", "first", "last"])
            self.days = {row["place"]: (row["first"], row["last"]) for row in vectors.to_pylist()}
            known = read_table(done.folder / "articles", columns=["given_id"]).column("given_id").to_pylist()
        order = np.lexsort((table.column("b").to_numpy(), table.column("a").to_numpy()))
        column = {name: table.column(name).to_numpy()[order] for name in table.column_names}
        self.a, self.b = column["a"], column["b"]
        self.matrix = program.features_of([column[name] for name in program.BESIDE])
        self.event = [self.events.get(each, "") for each in known]
        place = {each & 0xFFFFFFFF: each for each in self.days}
        assert len(place) == len(self.days), "one part only"
        of = lambda places: np.array([self.event[each] for each in places])  # noqa: E731
        one, other = of(self.a & 0xFFFFFFFF), of(self.b & 0xFFFFFFFF)
        self.labelled = (one != "") & (other != "")
        self.same = one == other
        self.fold_a, self.fold_b = (np.array([fold(each) if each else -1 for each in events]) for events in (one, other))

    def fit(self, rows: Any) -> tuple[tuple[float, ...], float]:
        """Weights and intercept by iteratively reweighted least squares, with a ridge on the standardised features."""
        matrix, wanted = self.matrix[rows], self.same[rows].astype(float)
        middle, spread = matrix.mean(axis=0), matrix.std(axis=0)
        design = np.column_stack([(matrix - middle) / spread, np.ones(len(matrix))])
        ridge = np.diag([PENALTY] * len(FEATURES) + [0.0])
        point = np.zeros(design.shape[1])
        for _ in range(40):
            chance = 1 / (1 + np.exp(-design @ point))
            slope = design.T @ (chance - wanted) + ridge @ point
            curve = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
            point = point - np.linalg.solve(curve, slope)
        weights = point[:-1] / spread
        return tuple(round(float(each), 4) for each in weights), round(float(point[-1] - middle @ weights), 4)

    def grouped(self, found: Any, threshold: int) -> list[list[int]]:
        """The groups by these scores."""
        kept = found >= LEAST
        return groups(
            zip(self.a[kept].tolist(), self.b[kept].tolist(), found[kept].tolist(), strict=True), self.days, threshold, self.window
        )

    def best(self, weights: tuple[float, ...], intercept: float, held_out: int) -> tuple[int, list[Any]]:
        """The threshold that does best outside a fold (-1: everywhere), and the counts within it."""
        found = scores(self.matrix, Model(weights, intercept, 0, 0))
        tried = {}
        for threshold in THRESHOLDS:
            whole = self.count(self.grouped(found, threshold))
            inside = whole[held_out] if held_out >= 0 else np.zeros(3)
            tried[threshold] = (f1(sum(whole.values()) - inside), inside if held_out >= 0 else sum(whole.values()))
        score = {threshold: tried[threshold][0] for threshold in THRESHOLDS}
        # the middle of those that are as good as the best: a peak alone is luck
        good = [threshold for threshold in THRESHOLDS if score[threshold] >= max(score.values()) - 0.002]
        chosen = good[len(good) // 2]
        return chosen, tried[chosen][1]

    def count(self, found: Iterable[Sequence[int]]) -> dict[int, Any]:
        """Right, wrong and wanted pairs by fold, half of a pair in the fold of each of its articles."""
        counts: dict[int, Any] = defaultdict(lambda: np.zeros(3))
        for group in found:
            known = [each for place in group if (each := self.event[place & 0xFFFFFFFF])]
            for one, other in itertools.combinations(known, 2):
                for each in (one, other):
                    counts[fold(each)][0 if one == other else 1] += 0.5
        for event, size in Counter(each for each in self.event if each).items():
            counts[fold(event)][2] += size * (size - 1) / 2
        return counts


def fold(event: str) -> int:
    """The fold of an event, by its name."""
    return sha256(event.encode()).digest()[0] % FOLDS


def f1(counts: Any) -> float:
    right, wrong, wanted = counts
    return float(2 * right / (right + wrong + wanted))


def line(name: str, counts: Any) -> str:
    right, wrong, wanted = counts
    return f"{name:42} precision {right / (right + wrong):.3f}  recall {right / wanted:.3f}  F1 {f1(counts):.3f}"


def plain(archive: Archive, gold: Path) -> Any:
    """The plain way: cosine of TF-IDF over words ≥ .15, complete linkage, two days."""
    import gzip
    import re

    with gzip.open(gold / "archive" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(text) for text in file]
    counts = [Counter(re.findall(r"[a-z]{2,}", row["text"].lower())) for row in rows]
    often = Counter(word for each in counts for word in each)
    number = {word: at for at, word in enumerate(sorted(word for word, count in often.items() if 2 <= count <= len(rows) / 2))}
    dense = np.zeros((len(rows), len(number)), dtype=np.float32)
    for row, words in enumerate(counts):
        for word, count in words.items():
            if word in number:
                dense[row, number[word]] = (1 + np.log(count)) * np.log(len(rows) / often[word])
    dense /= np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), 1e-9)
    cosine = dense @ dense.T
    days = [archive.days.get(at, (0, 0))[0] for at in range(len(rows))]
    near: Mapping[int, set[int]] = {
        a: {b for b in np.flatnonzero(cosine[a] >= 0.15).tolist() if b != a and (not days[a] or not days[b] or abs(days[a] - days[b]) <= 2)}
        for a in range(len(rows))
    }
    links = sorted((-float(cosine[a, b]), a, b) for a, others in near.items() for b in others if a < b)
    group = {at: {at} for at in range(len(rows))}
    for _, a, b in links:  # complete linkage: two groups are joined when all across are near
        one, other = group[a], group[b]
        if one is not other and all(other <= near[each] for each in one):
            one |= other
            for each in other:
                group[each] = one
    return sum(archive.count({id(each): sorted(each) for each in group.values() if len(each) > 1}.values()).values())


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gold", type=Path, required=True)
    arguments.add_argument("--window", type=int, default=WINDOW)
    arguments.add_argument("--write", action="store_true")
    asked = arguments.parse_args()
    archive = Archive(asked.gold, asked.window)
    candidates = np.zeros(3)
    candidates[0], candidates[2] = int((archive.labelled & archive.same).sum()), sum(archive.count([]).values())[2]
    print(f"{len(archive.a)} candidate pairs; they hold {candidates[0] / candidates[2]:.3f} of the wanted")
    total = np.zeros(3)
    for number in range(FOLDS):
        taught = archive.labelled & (archive.fold_a != number) & (archive.fold_b != number)
        threshold, counts = archive.best(*archive.fit(taught), number)
        print(line(f"fold {number}, threshold {threshold / 10_000}", counts))
        total += counts
    print(line("all folds", total))
    print(line("plain: TF-IDF ≥ .15, complete, two days", plain(archive, asked.gold)))
    weights, intercept = archive.fit(archive.labelled)
    threshold, counts = archive.best(weights, intercept, -1)
    print(line(f"fitted on all, threshold {threshold / 10_000}", counts))
    print(dict(zip(FEATURES, weights, strict=True)), intercept)
    if asked.write:
        held = {
            "source": "fitted by benchmarks/fit_events.py on 1,340 articles of 520 events, 2012 to 2020, of US and British outlets",
            "licence": "MIT",
            "weights": dict(zip(FEATURES, weights, strict=True)),
            "intercept": intercept,
            "threshold": threshold,
            "least": LEAST,
        }
        WHERE.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    import os
    import sys

    main()
    sys.stdout.flush()
    os._exit(0)  # Daft's threads don't take an interpreter's end well
