"""Fidelities and speakers on real events, against what a reader of both texts said: ``python -m benchmarks.quality_read_quotations GOLD [--list]``.

`quotations_read.json` holds, by event, outlet and offsets, what is right; the texts stay where they are. Of each sample's hundred fidelities
half are of quotations that the program found in the other article, half of those that it called absent. A quotation is known again by its
offsets and the hash of its words; one that the program no longer finds counts as wrong. Sample ``first`` was read before the rules were
changed and led them, ``fresh`` was drawn from other events afterwards and led the next change; ``archive``, of articles that belong to none of
those events, was read after that change. A speaker is right, wrong (somebody or something else), or none, where somebody is to be named.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from compare.extract.speakers import surname_of
from compare.model import Article, ComparedQuotation, Comparison
from compare.pipeline import compare
from compare.text.words import fold

_READ = Path(__file__).resolve().parent / "quotations_read.json"


def report(gold: Path, *, listed: bool = False) -> None:
    """Print the share of fidelities right and of speakers wrong, sample by sample."""
    read = json.loads(_READ.read_text(encoding="utf-8"))
    events: dict[str, tuple[list[str], Comparison]] = {}
    counts: dict[tuple[str, str], list[int]] = {}
    without: dict[str, int] = {}
    archive = _archive(gold, {row["article"] for row in read["speakers"] if row["event"] == "archive"})
    for kind, judge in (("fidelities", _fidelity), ("speakers", _speaker)):
        for row in read[kind]:
            event = row["event"] if row["event"] != "archive" else f"archive/{row['article']}"
            if event not in events:
                events[event] = _one_article(archive, row["article"]) if row["event"] == "archive" else _compared(gold / event)
            if not _in_a_sentence(row, *events[event]):
                continue
            right, said = judge(row, *events[event])
            without[row["sample"]] = without.get(row["sample"], 0) + (kind == "speakers" and not right and said.startswith("''"))
            counts.setdefault((row["sample"], kind), []).append(right)
            if listed and not right:
                print(f"  {row['sample']} {kind}: {row['event']} {row['article']} {row['start']} {row.get('other', '')} {said}")
    for (sample, kind), rights in sorted(counts.items()):
        wrong = len(rights) - sum(rights) - without[sample]
        rest = f"; {wrong} wrong, {without[sample]} without" if kind == "speakers" else ""
        print(f"  read by hand, {sample} sample: {sum(rights)} of {len(rights)} {kind} right ({sum(rights) / len(rights):.2f}){rest}")


def _archive(gold: Path, wanted: set[str]) -> dict[str, str]:
    """The texts of some articles of the archive."""
    with gzip.open(gold / "archive" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["id"]: row["text"] for row in rows if row["id"] in wanted}


def _one_article(archive: dict[str, str], name: str) -> tuple[list[str], Comparison]:
    return [name], compare([Article(name, archive[name], "", name)])


def _compared(folder: Path) -> tuple[list[str], Comparison]:
    files = sorted(folder.glob("*.txt"))
    return [file.stem for file in files], compare([Article(file.name, file.read_text(encoding="utf-8"), "", file.stem) for file in files])


def _in_a_sentence(row: dict[str, Any], outlets: list[str], comparison: Comparison) -> bool:
    """Whether the quotation stands in what the article says: one in a caption or a link to another story is no longer asked about."""
    sentences = comparison.articles[outlets.index(row["article"])].sentences
    return any(sentence.start < row["end"] and row["start"] < sentence.end for sentence in sentences)


def _found(row: dict[str, Any], outlets: list[str], comparison: Comparison) -> ComparedQuotation | None:
    """The quotation that a row is about; one whose marks are set a little otherwise is the same."""
    article = outlets.index(row["article"])
    text = comparison.articles[article].article.text
    shift = _shift(row, text)
    start, end = row["start"] + shift, row["end"] + shift
    near = [q for q in comparison.quotations if q.article == article and q.quotation.start < end and start < q.quotation.end]
    return max(near, key=lambda q: min(q.quotation.end, end) - max(q.quotation.start, start), default=None)


def _shift(row: dict[str, Any], text: str) -> int:
    """How far the words stand from where they were read: a reader that drops a sign from a text moves what follows."""
    for shift in sorted(range(-40, 41), key=abs):
        words = text[max(0, row["start"] + shift) : max(0, row["end"] + shift)]
        if hashlib.sha256(words.encode()).hexdigest()[:12] == row["hash"]:
            return shift
    raise ValueError(f"{row['event']} {row['article']}: another text than the one that was read")


def _fidelity(row: dict[str, Any], outlets: list[str], comparison: Comparison) -> tuple[bool, str]:
    quoted = _found(row, outlets, comparison)
    other = outlets.index(row["other"])
    value = next((f.value for f in quoted.fidelity if f.article == other), "") if quoted else "not found"
    return value in row["right"], f"{value}, not {' or '.join(row['right'])}"


def _speaker(row: dict[str, Any], outlets: list[str], comparison: Comparison) -> tuple[bool, str]:
    quoted = _found(row, outlets, comparison)
    text = comparison.articles[outlets.index(row["article"])].article.text
    shift = _shift(row, text)
    names = [text[start + shift : end + shift] for start, end in row["named"]]
    speaker = quoted.quotation.speaker if quoted else "not found"
    right = row["nobody"] if not speaker else any(_one(speaker, name) for name in names)
    return right, f"{speaker!r}, not {' or '.join(names) or 'nobody'}"


def _one(a: str, b: str) -> bool:
    """The same last word, and no other first name: Pierre Trudeau is not Justin Trudeau."""
    left, right = fold(a).split(), fold(b).split()
    if set(left) <= set(right) or set(right) <= set(left):
        return surname_of(a) == surname_of(b) or left[0] == right[0]
    return surname_of(fold(a)) == surname_of(fold(b)) and (len(left) == 1 or len(right) == 1 or not _first_names(left[0], right[0]))


def _first_names(a: str, b: str) -> bool:
    return len(a) > 1 and len(b) > 1 and a[:3] != b[:3]


if __name__ == "__main__":
    report(Path(sys.argv[1]), listed="--list" in sys.argv)
