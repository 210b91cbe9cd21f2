"""How many differences are found, and how many are imagined: on the seeds, on mutated articles, on real pairs."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.mutation_texts import ARTICLES
from benchmarks.mutations import KINDS, NAMED_BY, Mutation, mutate
from benchmarks.rewording import reworded
from compare.model import Analysis, Article, Comparison, Difference, Evidence, Place
from compare.pipeline import analyse, compare

ROUNDS = 6
_REVIEW = Path(__file__).resolve().parent / "findings_review.json"
_ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Score:
    """Of each kind: how many changes were made, found, found under the right kind; and what was flagged in copies only reworded."""

    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    unlinked: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[Mutation, str]] = field(default_factory=list)
    copies: int = 0
    sentences: int = 0
    false: list[Difference] = field(default_factory=list)
    false_copies: int = 0


def report(gold: Path | None) -> None:
    """Print recall and false alarms by kind for the seeds, the mutation suite and (where there is gold) the news pairs."""
    seeds(_ROOT / "tests" / "gold" / "seed_findings.json")
    print("Mutation suite, texts of our own:")
    show(suite(ARTICLES, random.Random(20251027)))
    print("Mutation suite, the seed articles:")
    show(suite([_sentences(path.read_text(encoding="utf-8")) for path in sorted((_ROOT / "seeds").glob("*.txt"))], random.Random(7)))
    if gold is not None:
        pairs = sorted((gold / "news_pairs").glob("*.json"))
        texts = [_sentences(json.loads(path.read_text(encoding="utf-8"))["a_text"])[:14] for path in pairs[::3]]
        print("Mutation suite, news articles read in place:")
        show(suite([text for text in texts if len(text) >= 6], random.Random(11), rounds=2))
        news(pairs)


def suite(articles: Sequence[Sequence[str]], chance: random.Random, rounds: int = ROUNDS) -> Score:
    """Change one thing in a reworded copy of each article, for each kind and round, and look for it."""
    score = Score()
    for sentences in articles:
        original = analyse(_article("\n".join(sentences)))
        for _ in range(rounds):
            copy = [reworded(sentence, chance) for sentence in sentences]
            flagged = _severe(compare([original, _article("\n".join(copy))]))
            score.copies += 1
            score.sentences += len(copy)
            score.false += flagged
            score.false_copies += bool(flagged)
            for kind in KINDS:
                change = mutate(sentences, kind, chance)
                if change is not None:
                    _look_for(score, original, sentences, change, reworded(change.after, chance), chance)
    return score


def _look_for(score: Score, original: Analysis, sentences: Sequence[str], change: Mutation, after: str, chance: random.Random) -> None:
    copy = [after if number == change.sentence else reworded(sentence, chance) for number, sentence in enumerate(sentences)]
    comparison = compare([original, _article("\n".join(copy))])
    where = comparison.articles[1].article.text.index(after)
    here = [
        difference
        for difference in _severe(comparison)
        if any(end is not None and end.article == 1 and where <= end.start < where + len(after) for end in (difference.a, difference.b))
    ]
    score.made[change.kind] += 1
    score.found[change.kind] += bool(here)
    right = {difference.kind for difference in here} & NAMED_BY[change.kind]
    score.named[change.kind] += bool(right)
    linked = {sentence.start: number for number, sentence in enumerate(comparison.articles[1].sentences)}.get(where)
    score.unlinked[change.kind] += not here and linked is not None and not comparison.links_of(Place(1, linked))
    if not right:
        score.missed.append((change, after + "  ".join(f" [{difference.kind}]" for difference in here)))


def show(score: Score) -> None:
    """Print a score."""
    for kind in KINDS:
        if score.made[kind]:
            found, named = score.found[kind] / score.made[kind], score.named[kind] / score.made[kind]
            print(
                f"  {kind:9} {score.made[kind]:4} changed, {found:.3f} flagged, {named:.3f} under the right kind; no link at all: {score.unlinked[kind]}"
            )
    rate = len(score.false) / max(1, score.sentences)
    print(
        f"  only reworded: {len(score.false)} false alarms in {score.sentences} sentences ({rate:.4f}), "
        f"{score.false_copies} of {score.copies} copies touched"
    )


# Of an article without a date no weekday is compared; news has one, so the texts get one.
_PUBLISHED = date(2025, 11, 6)


def _severe(comparison: Comparison) -> list[Difference]:
    return [difference for difference in comparison.differences if difference.severity >= 2]


def _article(text: str) -> Article:
    return Article("text", text, "", "", published=_PUBLISHED)


def _sentences(text: str) -> list[str]:
    from compare.text.sentences import split

    return [re.sub(r"\s+", " ", sentence.text) for sentence in split(text)[0] if len(sentence.text) > 30]


# Seeds -----------------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Findings:
    """Findings flagged by severity, agreements flagged by their ids, and the share of all that is flagged which a reviewer found right."""

    by_severity: Counter[int]
    contradicted: list[str]
    precision: float


def seeds(path: Path) -> Findings:
    """Which of the findings of a standards editor are flagged, and which agreements are; printed and returned."""
    findings = json.loads(path.read_text(encoding="utf-8"))
    files = sorted((_ROOT / "seeds").glob("*.txt"))
    comparison = compare([Article(file.name, file.read_text(encoding="utf-8"), "", file.stem) for file in files])
    names = [file.name for file in files]
    by_severity: Counter[int] = Counter()
    missed = []
    for finding in findings["divergences"]:
        spans = _spans(finding, comparison, names)
        sure = finding["severity"] == 3
        told = (one for one in comparison.differences if one.severity >= 2) if sure else (*comparison.differences, *comparison.possible)
        hit = any(_concerns(difference, spans) for difference in told)
        by_severity[finding["severity"]] += hit
        if not hit:
            missed.append(finding["id"])
    total = Counter(finding["severity"] for finding in findings["divergences"])
    found = ", ".join(f"severity {severity}: {by_severity[severity]} of {total[severity]}" for severity in (3, 2, 1))
    wrong = [
        finding["id"]
        for finding in findings["agreements"]
        if any(_contradicts(difference, finding, comparison, names) for difference in comparison.differences)
    ]
    reviewed = json.loads(_REVIEW.read_text(encoding="utf-8"))
    verdicts = {tuple(entry["key"]): entry["right"] for entry in reviewed}
    judged = [verdicts.get(review_key(difference, names)) for difference in comparison.differences]
    known = [verdict for verdict in judged if verdict is not None]
    print(f"Seeds: as conflicts, or for severity 2 and 1 at least as possible: {found}; missed {' '.join(missed)}")
    print(
        f"  of {len(findings['agreements'])} agreements flagged: {len(wrong)} {' '.join(wrong)}; flagged in all: {len(comparison.differences)}"
    )
    print(f"  by hand: {sum(known)} of {len(known)} right (benchmarks/findings_review.json); not reviewed: {len(judged) - len(known)}")
    return Findings(by_severity, wrong, sum(known) / max(1, len(known)))


def review_key(difference: Difference, names: list[str]) -> tuple[str, ...]:
    """What a difference is known by in the review: kind, the two files' numbers and the words on both sides."""
    ends = [(names[end.article][:3], end.text) for end in (difference.a, difference.b) if end is not None]
    return (difference.kind, *(part for end in sorted(ends) for part in end))


def _spans(finding: dict[str, object], comparison: Comparison, names: list[str]) -> list[tuple[int, int, int]]:
    spans = []
    for span in finding["spans"]:  # type: ignore[attr-defined]
        article = names.index(span["file"])
        start = comparison.articles[article].article.text.find(span["text"])
        if start >= 0:
            spans.append((article, start, start + len(span["text"])))
    return spans


def _concerns(difference: Difference, spans: list[tuple[int, int, int]]) -> bool:
    touched = [any(_meets(end, span) for span in spans) for end in (difference.a, difference.b) if end is not None]
    return bool(touched) and all(touched)


_KINDS = {
    "date": {"date"},
    "number": {"number"},
    "quote": {"quote"},
    "place": {"place"},
    "name": {"name", "role"},
    "role": {"role", "name"},
    "modality": {"modality"},
    "other": {"other"},
}


def _contradicts(difference: Difference, finding: dict[str, object], comparison: Comparison, names: list[str]) -> bool:
    return difference.kind in _KINDS[str(finding["kind"])] and _concerns(difference, _spans(finding, comparison, names))


def _meets(end: Evidence, span: tuple[int, int, int]) -> bool:
    return end.article == span[0] and end.start < span[2] and span[1] < end.end


# News pairs ------------------------------------------------------------------------------------------------------------------------


def news(paths: Sequence[Path]) -> None:
    """Divergent links of the gold that are flagged, and differences flagged where the gold has none."""
    asked: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    false: Counter[str] = Counter()
    flagged = 0
    for path in paths:
        pair = json.loads(path.read_text(encoding="utf-8"))
        comparison = compare([_article(pair["a_text"]), _article(pair["b_text"])])
        units = [_placed(pair[side], comparison.articles[number].article.text) for number, side in enumerate("ab")]
        severe = [difference for difference in _severe(comparison) if difference.a and difference.b]
        cells = [(difference, set(_cells(difference, units))) for difference in severe]
        flagged += len(severe)
        divergent = {(link["a"], link["b"]): link["kinds"] for link in pair["links"] if link["divergent"] and not _only_later(link)}
        for cell, kinds in divergent.items():
            for kind in kinds[:1]:
                asked[kind] += 1
                hit[kind] += any(cell in where for _, where in cells)
        for difference, where in cells:
            false[difference.kind] += not where & set(divergent)
    print(
        f"News pairs: {sum(hit.values())} of {sum(asked.values())} divergent links flagged; {flagged} flagged, "
        f"{sum(false.values()) / max(1, len(paths)):.2f} outside them a pair"
    )
    print("  by kind: " + ", ".join(f"{kind} {hit[kind]}/{asked[kind]} ({false[kind]} outside)" for kind in sorted({*asked, *false})))


def _only_later(link: dict[str, object]) -> bool:
    """A later state of affairs rather than another account: "is set to vote" the day before, "voted" the day after."""
    return link["kinds"] == ["modality"] and re.search(r"\((?:done|pending)\)|already", str(link["why"])) is not None


def _placed(units: Sequence[str], text: str) -> list[tuple[int, int]]:
    spans = []
    position = 0
    for unit in units:
        start = text.find(unit, position)
        start = start if start >= 0 else text.find(unit)
        spans.append((start, start + len(unit)))
        position = max(position, start)
    return spans


def _cells(difference: Difference, units: list[list[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    assert difference.a
    assert difference.b
    for i, first in enumerate(units[difference.a.article]):
        if first[0] < difference.a.end and difference.a.start < first[1]:
            for j, second in enumerate(units[difference.b.article]):
                if second[0] < difference.b.end and difference.b.start < second[1]:
                    yield i, j


if __name__ == "__main__":
    report(None)
