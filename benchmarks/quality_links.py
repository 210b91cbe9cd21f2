"""Quality of links, beside the baselines: ``python -m benchmarks.quality_links [GOLD]``.

The engine's figures on news pairs come from mixes that were fitted without the event measured (``link_folds.json``, written by ``fit_links``);
those on the seeds from the mix that ships, fitted on the news pairs. Each baseline is given the threshold that suits it best on this very data,
so the comparison flatters the baselines.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks import quality_read_links
from benchmarks.links_data import Cell, Pair, Tally, event_pairs, news_pairs, readers_agree, seed_pairs
from compare.align import semantic
from compare.align.links import align_with
from compare.align.mix import Mix, fitted, read_mix
from compare.text.words import stem, words

ROOT = Path(__file__).parent.parent
Scorer = Callable[[Pair], dict[Cell, float]]


def _fuzzy(score: Callable[[str, str], float]) -> Scorer:
    def measure(pair: Pair) -> dict[Cell, float]:
        one, two = ([sentence.text.casefold() for sentence in analysis.sentences] for analysis in pair.analyses)
        return {(i, j): score(left, right) for i, left in enumerate(one) for j, right in enumerate(two)}

    return measure


def _vectors(pair: Pair, split: Callable[[str], Iterable[str]]) -> list[list[dict[str, float]]]:
    """TF-IDF vectors of length 1, with the IDF of the pair's own sentences."""
    bags = [[Counter(split(sentence.text)) for sentence in analysis.sentences] for analysis in pair.analyses]
    total = sum(map(len, bags))
    seen = Counter(term for side in bags for bag in side for term in bag)
    found = []
    for side in bags:
        rows = []
        for bag in side:
            raw = {term: (1 + math.log(count)) * math.log((total + 1) / seen[term]) for term, count in bag.items()}
            norm = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
            rows.append({term: value / norm for term, value in raw.items()})
        found.append(rows)
    return found


def _cosine(split: Callable[[str], Iterable[str]]) -> Scorer:
    def measure(pair: Pair) -> dict[Cell, float]:
        one, two = _vectors(pair, split)
        return {
            (i, j): sum(value * right[term] for term, value in left.items() if term in right)
            for i, left in enumerate(one)
            for j, right in enumerate(two)
        }

    return measure


def _stems(text: str) -> list[str]:
    return [stem(word.text, "en") for word in words(text)]


def _grams(text: str) -> list[str]:
    padded = [f" {word.text.casefold()} " for word in words(text)]
    return [word[at : at + size] for word in padded for size in (3, 4, 5) for at in range(len(word) - size + 1)]


BASELINES: tuple[tuple[str, Scorer], ...] = (
    ("rapidfuzz ratio", _fuzzy(fuzz.ratio)),
    ("rapidfuzz token_sort_ratio", _fuzzy(fuzz.token_sort_ratio)),
    ("rapidfuzz token_set_ratio", _fuzzy(fuzz.token_set_ratio)),
    ("TF-IDF, stems", _cosine(_stems)),
    ("TF-IDF, characters 3 to 5", _cosine(_grams)),
)


def in_units(pair: Pair, scores: dict[Cell, float]) -> dict[Cell, float]:
    """The scores of sentences as scores of the units that they stand for, the best of each."""
    found: dict[Cell, float] = {}
    for (i, j), score in scores.items():
        for cell in pair.cells(i, j):
            found[cell] = max(found.get(cell, -math.inf), score)
    return found


def at_best(pairs: Sequence[Pair], scorer: Scorer) -> tuple[Tally, float]:
    """A scorer at the one threshold that gives the best F1 of aligned links over these pairs, and its best recall of either at .75."""
    scored = [(pair, in_units(pair, scorer(pair))) for pair in pairs]
    flat = sorted(
        (
            (round(score, 9), 2 if cell in pair.aligned else int(cell in pair.partial))
            for pair, cells in scored
            for cell, score in cells.items()
        ),
        reverse=True,
    )
    wanted, gold = sum(len(pair.aligned) for pair in pairs), sum(len(pair.gold) for pair in pairs)
    best, threshold, right, wrong, linked, recall = 0.0, math.inf, 0, 0, 0, 0.0
    for number, (score, label) in enumerate(flat, 1):
        right, wrong, linked = right + (label == 2), wrong + (label == 0), linked + (label > 0)
        if number < len(flat) and flat[number][0] == score:
            continue
        if 2 * right / (right + wrong + wanted) > best:
            best, threshold = 2 * right / (right + wrong + wanted), score
        if linked / number >= 0.75:
            recall = linked / gold
    tally = Tally()
    for pair, cells in scored:
        chosen = {cell for cell, score in cells.items() if round(score, 9) >= threshold}
        tally.add(pair, chosen, chosen)
    return tally, recall


def engine(pairs: Sequence[Pair], mix_of: Callable[[Pair], Mix]) -> Tally:
    """The engine's links, counted in units."""
    tally = Tally()
    for pair in pairs:
        aligned: set[Cell] = set()
        either: set[Cell] = set()
        for link in align_with(pair.analyses, pair.entities, pair.quotations, mix_of(pair)):
            cells = pair.cells(link.a.sentence, link.b.sentence)
            either |= cells
            if link.relation == "aligned":
                aligned |= cells
        tally.add(pair, aligned, either)
    return tally


def _line(name: str, tally: Tally, recall: float | None = None) -> str:
    either = f"P {tally.either_precision:.3f} R {tally.either_recall:.3f}" if recall is None else f"R {recall:.3f} where P is .75"
    return f"  {name:30} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}   either label {either}"


def by_fold(name: str = "link_folds.json") -> Callable[[Pair], Mix]:
    """For each pair the mix that was fitted without its event."""
    held = json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    mixes = [read_mix(json.dumps(mix)) for mix in held["mixes"]]
    events: dict[str, int] = held["events"]
    shipped = fitted("mix_semantic" if "semantic" in name else "mix")

    def choose(pair: Pair) -> Mix:
        return mixes[events[pair.event]] if pair.event in events else shipped

    return choose


def _section(title: str, pairs: Sequence[Pair], mix_of: Callable[[Pair], Mix], meaning: str) -> None:
    print(
        f"{title}: {len(pairs)} pairs, {sum(len(pair.aligned) for pair in pairs)} aligned, {sum(len(p.partial) for p in pairs)} partial links"
    )
    for name, scorer in BASELINES:
        print(_line(f"{name} (at its best)", *at_best(pairs, scorer)))
    print(_line("newsdiff", engine(pairs, mix_of)))
    if semantic.available():
        chosen = by_fold(meaning) if meaning.endswith(".json") else lambda _: fitted(meaning)
        print(_line("newsdiff, semantic extra", engine(pairs, chosen)))


def report(gold: Path | None) -> None:
    """Print the figures on the seeds and, where the gold folder is there, on its news pairs."""
    print(
        "Two readers of {} pairs, against each other: F1 of aligned links {:.3f}, of links of either label {:.3f}".format(*readers_agree())
    )
    shipped = fitted("mix")
    _section("Seeds (fitted on the news pairs)", seed_pairs(ROOT / "seeds"), lambda _: shipped, "mix_semantic")
    if gold is None:
        return
    parts = (("News pairs", news_pairs(gold / "news_pairs")), ("Pairs of events", event_pairs(gold / "events")))
    for title, pairs in (*parts, ("Both together", [pair for _, some in parts for pair in some])):
        if pairs:
            _section(f"{title} (fitted in folds by event)", pairs, by_fold(), "link_folds_semantic.json")
    if (gold / "events").is_dir():
        quality_read_links.report(gold)


if __name__ == "__main__":
    report(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
