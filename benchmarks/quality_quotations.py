"""Quotations: which are found, and whether the right speaker is named.

Spans are compared by the words inside, without marks and without a stop or comma at the end. A speaker is right when the surname agrees; only
quotations for which the gold names somebody count (no pronouns, no descriptions such as "a spokesman").
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import quality_read_quotations
from compare.align.quotations import cluster
from compare.extract.mentions import find_mentions
from compare.extract.quotations import find_quotations
from compare.extract.speech_words import word_set
from compare.model import Article, Quotation
from compare.pipeline import analyse
from compare.text.sentences import split

ROOT = Path(__file__).resolve().parent.parent
_PRONOUNS = word_set("he she they it we i who his her their one some many another others several most")
_COMMON_OPENERS = word_set("the a an about one most some many several his her their")


@dataclass
class Score:
    """Spans found, imagined and missed; speakers right of those named; and quotations of nobody that were given a speaker."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    named: int = 0
    named_right: int = 0
    nobody: int = 0
    nobody_spoken: int = 0

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.extra)
        recall = self.right / max(1, self.right + self.missed)
        harmonic = 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)
        return (
            f"spans: precision {precision:.3f}, recall {recall:.3f}, F1 {harmonic:.3f} (n = {self.right + self.missed}); "
            f"speaker right {self.named_right / max(1, self.named):.3f} (n = {self.named}); "
            f"of {self.nobody} that nobody said {self.nobody_spoken} are given a speaker"
        )


def report(gold: Path | None) -> None:
    """Print figures for the seeds and, where there is gold, for the articles of seven outlets."""
    print(f"  seeds           {_seeds()}")
    print(f"  seed clusters   {_seed_clusters()}")
    if gold is not None and (gold / "events").is_dir():
        quality_read_quotations.report(gold)
    path = gold / "news_quotes.jsonl" if gold is not None else None
    if path is None or not path.is_file():
        return
    whole = Score()
    outlets: dict[str, Score] = {}
    for row in (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()):
        found = _find(row["text"])
        for score in (whole, outlets.setdefault(row["publisher"], Score())):
            _compare(score, row["text"], row["quotes"], found)
    print(f"  news_quotes     {whole}")
    for outlet, score in sorted(outlets.items()):
        print(f"    {outlet:<13} {score}")


def _find(text: str) -> Sequence[Quotation]:
    article = Article("benchmark", text, "", "")
    sentences, _ = split(text)
    return find_quotations(article, sentences, find_mentions(article, sentences))


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[“”\"„«»`]|''", "", text)).strip().strip(".,").strip()


def _compare(score: Score, text: str, wanted: Sequence[dict[str, Any]], found: Sequence[Quotation]) -> None:
    free = list(found)
    for quote in wanted:
        near = [q for q in free if q.start < quote["end"] and quote["start"] < q.end]
        hit = next((q for q in near if _words(q.text) == _words(text[quote["start"] : quote["end"]])), None)
        score.right += hit is not None
        score.missed += hit is None
        if hit is not None:
            free.remove(hit)
        if hit is not None or near:
            _compare_speaker(score, quote.get("speaker") or "", (hit or near[0]).speaker)
    score.extra += len(free)


def _compare_speaker(score: Score, wanted: str, found: str) -> None:
    if not wanted:
        score.nobody += 1
        score.nobody_spoken += bool(found)
        return
    surname = _surname(wanted)
    if surname:
        score.named += 1
        words = {word.lower() for word in re.findall(r"[\w-]+", wanted)}
        score.named_right += bool(found) and (surname.lower() in found.lower() or found.rsplit(maxsplit=1)[-1].lower() in words)


def _surname(speaker: str) -> str:
    """The last capitalised word of the name proper, or "" for a pronoun or a description."""
    words = re.findall(r"[\w'’.-]+", re.split(r",|\(| who | — ", speaker)[0])
    capital = [
        word
        for number, word in enumerate(words)
        if word[0].isupper() and word.lower() not in _PRONOUNS and not (number == 0 and word.lower() in _COMMON_OPENERS)
    ]
    return re.sub(r"['’]s$", "", capital[-1]) if capital else ""


def _seed_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")


def _seed_gold() -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((ROOT / "tests" / "gold" / "seed_quotes.json").read_text(encoding="utf-8"))
    return gold


def _seeds() -> Score:
    gold = _seed_gold()
    score = Score()
    for name, text in _seed_texts():
        silent = [{**entry, "speaker": ""} for entry in gold["not_quotations"] if entry["file"] == name]
        spoken = [{**entry, "speaker": entry["speaker"].split(" (")[0]} for entry in gold["quotes"] if entry["file"] == name]
        _compare(score, text, sorted((*spoken, *silent), key=lambda entry: int(entry["start"])), _find(text))
    return score


def _seed_clusters() -> str:
    """Pairs of quotations in one cluster: found of wanted, and imagined."""
    gold = _seed_gold()
    names = [name for name, _ in _seed_texts()]
    clusters: dict[str, list[tuple[str, int]]] = {}
    for quoted in cluster([analyse(Article(name, text, "", "")) for name, text in _seed_texts()], ()):
        if quoted.cluster:
            clusters.setdefault(quoted.cluster, []).append((names[quoted.article], quoted.quotation.start))
    found = Counter(pair for members in clusters.values() for pair in _pairs(members))
    places = {entry["id"]: (entry["file"], entry["start"]) for entry in gold["quotes"]}
    wanted = Counter(pair for entry in gold["clusters"] for pair in _pairs([places[number] for number in entry["quotes"]]))
    return f"{(found & wanted).total()} of {wanted.total()} pairs in one cluster found, {(found - wanted).total()} imagined"


def _pairs(members: Sequence[tuple[str, int]]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    for number, first in enumerate(sorted(members)):
        for second in sorted(members)[number + 1 :]:
            yield first, second
