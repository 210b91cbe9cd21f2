"""The gold pairs and the rules of their scoring, for the scripts that fit and measure links (the same rules as the gold's own scorer)."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compare.align import entities, quotations
from compare.model import Analysis, ComparedQuotation, Entity
from compare.pipeline import analyse
from compare.reading import read_bytes

Cell = tuple[int, int]
GOLD = Path(__file__).parent.parent / "tests" / "gold"
LABELS = Path(__file__).parent / "gold" / "link_labels.json"


@dataclass
class Pair:
    """Two articles and what careful readers linked in them, in units; ``maps`` say which units each of our sentences stands for."""

    name: str
    event: str
    units: tuple[list[str], list[str]]
    aligned: set[Cell]
    partial: set[Cell]
    analyses: list[Analysis]
    entities: Sequence[Entity] = ()
    quotations: Sequence[ComparedQuotation] = ()
    maps: list[list[list[int]]] = field(default_factory=list)

    @property
    def gold(self) -> set[Cell]:
        return self.aligned | self.partial

    def cells(self, i: int, j: int) -> set[Cell]:
        """The pairs of units that a pair of our sentences stands for."""
        return {(a, b) for a in self.maps[0][i] for b in self.maps[1][j]}

    def label(self, i: int, j: int) -> int:
        """2 aligned, 1 partial, 0 neither."""
        cells = self.cells(i, j)
        return 2 if cells & self.aligned else 1 if cells & self.partial else 0


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _spans(pieces: Iterable[str], flat: str) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    position = 0
    for piece in map(_squeeze, pieces):
        at = flat.find(piece, position)
        at = at if at >= 0 else flat.find(piece)
        found.append((at, at + len(piece)) if at >= 0 else None)
        position = max(position, at + len(piece))
    return found


def stands_for(sentences: Sequence[str], units: Sequence[str], text: str) -> list[list[int]]:
    """For each sentence the units with which it shares more than half of the shorter one's visible characters."""
    flat = _squeeze(text)
    gold = _spans(units, flat)
    return [
        [
            number
            for number, unit in enumerate(gold)
            if span and unit and min(span[1], unit[1]) - max(span[0], unit[0]) > 0.5 * min(span[1] - span[0], unit[1] - unit[0])
        ]
        for span in _spans(sentences, flat)
    ]


def _ready(pair: Pair, texts: tuple[str, str]) -> Pair:
    pair.entities = entities.merge(pair.analyses)
    pair.quotations = quotations.cluster(pair.analyses, pair.entities)
    pair.maps = [
        stands_for([sentence.text for sentence in analysis.sentences], units, text)
        for analysis, units, text in zip(pair.analyses, pair.units, texts, strict=True)
    ]
    return pair


def _labelled(links: Iterable[dict[str, object]], label: str) -> set[Cell]:
    return {(int(str(link["a"])), int(str(link["b"]))) for link in links if link["label"] == label}


def _article(text: str, name: str) -> Analysis:
    return analyse(read_bytes(text.encode(), name))


def news_pairs(folder: Path) -> list[Pair]:
    """The pairs of news articles in a folder; none where there is no such folder."""
    found = []
    for path in sorted(folder.glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        texts = (held["a_text"], held["b_text"])
        both = [_article(text, f"{path.stem}-{side}.txt") for side, text in zip("ab", texts, strict=True)]
        links = held["links"]
        pair = Pair(path.stem, held["event"], (held["a"], held["b"]), _labelled(links, "aligned"), _labelled(links, "partial"), both)
        found.append(_ready(pair, texts))
    return found


def event_pairs(folder: Path) -> list[Pair]:
    """The labelled pairs of articles from a folder of events, one folder each; none where there is no such folder.

    The labels (``benchmarks/gold/link_labels.json``) hold offsets of units in code points of the file, and a hash of each file, never text.
    Raises ValueError where a file is another than the one that was labelled.
    """
    found: list[Pair] = []
    for event, held in json.loads(LABELS.read_text(encoding="utf-8")).items() if folder.is_dir() else ():
        texts, units = [], []
        for side in "ab":
            path = folder / event / held[side]["file"]
            raw = path.read_bytes()
            if hashlib.sha256(raw).hexdigest() != held[side]["sha256"]:
                raise ValueError(f"{path}: not the text that was labelled")
            texts.append(raw.decode("utf-8"))
            units.append([texts[-1][start:end] for start, end in held[side]["units"]])
        both = [_article(text, f"{event}-{held[side]['file']}") for side, text in zip("ab", texts, strict=True)]
        aligned, partial = ({(int(a), int(b)) for a, b in held[label]} for label in ("aligned", "partial"))
        pair = Pair(event, f"events/{event}", (units[0], units[1]), aligned, partial, both)
        found.append(_ready(pair, (texts[0], texts[1])))
    return found


def readers_agree() -> tuple[int, float, float]:
    """How far two readers of the same pairs agree: the number of pairs, and F1 of aligned links and of links of either label.

    The second reader, who hadn't seen the first one's labels, read the pairs whose entry in the labels has ``second``. As in `Tally` a link
    that one calls aligned and the other partial is neither right nor wrong, but missed.
    """
    twice = [(held, held["second"]) for held in json.loads(LABELS.read_text(encoding="utf-8")).values() if "second" in held]
    tallies = Tally(), Tally()
    for readers in twice:
        aligned, either = (
            [{(a, b) for name in names for a, b in one[name]} for one in readers] for names in (("aligned",), ("aligned", "partial"))
        )
        for tally, first, second in ((tallies[0], 0, 1), (tallies[1], 1, 0)):
            tally.right += len(aligned[first] & aligned[second])
            tally.wrong += len(aligned[first] - either[second])
            tally.missed += len(aligned[second] - aligned[first])
            tally.either_right += len(either[first] & either[second])
            tally.either_predicted += len(either[first])
            tally.either_gold += len(either[second])
    one = tallies[0]
    both = 2 * one.either_right / max(1, one.either_predicted + one.either_gold)
    return len(twice), (tallies[0].f1 + tallies[1].f1) / 2, both


def gold_pairs(gold: Path) -> list[Pair]:
    """All pairs of real articles: the news pairs and the labelled pairs of events."""
    return news_pairs(gold / "news_pairs") + event_pairs(gold / "events")


def seed_pairs(seeds: Path) -> list[Pair]:
    """The ten pairs of the five seed articles."""
    units = json.loads((GOLD / "seed_units.json").read_text(encoding="utf-8"))
    texts = {name: (seeds / name).read_text(encoding="utf-8") for name in units}
    analyses = {name: _article(text, name) for name, text in texts.items()}
    found = []
    for held in json.loads((GOLD / "seed_links.json").read_text(encoding="utf-8")):
        a, b, links = held["a"], held["b"], held["links"]
        both = [analyses[a], analyses[b]]
        pair = Pair(f"{a[:3]}-{b[:3]}", "seeds", (units[a], units[b]), _labelled(links, "aligned"), _labelled(links, "partial"), both)
        found.append(_ready(pair, (texts[a], texts[b])))
    return found


def folds(pairs: Sequence[Pair], count: int = 6, seed: int = 0) -> list[int]:
    """The fold of each pair. An event is never divided; folds are as even in size as that allows."""
    events: dict[str, int] = {}
    for pair in pairs:
        events[pair.event] = events.get(pair.event, 0) + len(pair.units[0]) * len(pair.units[1])
    names = sorted(events)
    random.Random(seed).shuffle(names)
    names.sort(key=lambda event: -(events[event] > 2 * sum(events.values()) / len(events)) * events[event])
    sizes = [0] * count
    chosen: dict[str, int] = {}
    for event in names:
        fold = min(range(count), key=lambda number: (sizes[number], number))
        chosen[event] = fold
        sizes[fold] += events[event]
    return [chosen[pair.event] for pair in pairs]


@dataclass
class Tally:
    """Counts over all pairs pooled; a predicted aligned link is right where the gold says aligned, not counted where it says partial."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    either_right: int = 0
    either_predicted: int = 0
    either_gold: int = 0

    def add(self, pair: Pair, aligned: set[Cell], either: set[Cell]) -> None:
        """Count one pair's predictions, in units."""
        self.right += len(aligned & pair.aligned)
        self.wrong += len(aligned - pair.gold)
        self.missed += len(pair.aligned - aligned)
        self.either_right += len(either & pair.gold)
        self.either_predicted += len(either)
        self.either_gold += len(pair.gold)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def either_precision(self) -> float:
        return self.either_right / max(1, self.either_predicted)

    @property
    def either_recall(self) -> float:
        return self.either_right / max(1, self.either_gold)
