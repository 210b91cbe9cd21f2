"""Partial links and rows of real events, against what a reader said: ``python -m benchmarks.quality_read_links GOLD``.

`partial_links_read.json` holds a hundred partial links, drawn by lot (seed 14) from the 1,243 of the 117 events that nothing was fitted on: event,
outlets, offsets in code points of the article as it is read, a hash of each sentence, and the judgement; the texts stay where they are. ``right``
is a link whose sentences have one clear proposition, fact or fragment of a quotation in common; ``debatable`` one that has a question and its
answer, one matter at two times, or two remarks of one speaker on one matter; anything else is ``wrong``. The links were read after the mix was
fitted.

`rows_read.json` holds every row with sentences of two articles or more in 52 of those events, drawn by a hash of their numbers: each sentence by
outlet, offset and hash. ``same`` is a row that says one thing, ``related`` one that a reader would let pass (one matter with another detail, a
headline beside a lead), ``stranger`` one with two sentences that no reader would put in one row. The rows of the sets ``first``, ``second`` and
``fitted`` were read before the scores that make a row were last chosen, those of ``third`` after the score for sentences with rivals.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from compare.align import entities, quotations
from compare.align.links import align
from compare.align.passages import gather
from compare.model import Article, Options, Place
from compare.pipeline import analyse

_HERE = Path(__file__).resolve().parent
Sentence = tuple[str, str]
"""Its outlet and its hash."""


def report(gold: Path) -> None:
    """Print how those of the links and rows that are still there were judged."""
    links, rows = (json.loads((_HERE / name).read_text(encoding="utf-8")) for name in ("partial_links_read.json", "rows_read.json"))
    linked: dict[str, Counter[str]] = {"partial": Counter(), "aligned": Counter(), "no longer linked": Counter()}
    together: dict[str, Counter[str]] = {name: Counter() for name in ("first", "second", "third", "fitted", "no longer a row")}
    for event in sorted({row["event"] for row in (*links, *rows)}):
        relations, now = _event(gold / "events" / event)
        for link in links:
            if link["event"] == event:
                linked[relations.get(_key(link), "no longer linked")][link["judgement"]] += 1
        read = {_members(row): row for row in rows if row["event"] == event}
        for members, row in read.items():
            together[row["set"] if members in now else "no longer a row"][row["judgement"]] += 1
        if read:
            together[next(iter(read.values()))["set"]]["unread"] += len(now - read.keys())
    _print(f"Partial links read by hand ({len(links)} of events that nothing was fitted on)", linked, ("right", "debatable", "wrong"))
    _print(f"Rows read by hand ({len(rows)} of such events)", together, ("same", "related", "stranger", "unread"))


def _print(title: str, counts: dict[str, Counter[str]], judgements: tuple[str, ...]) -> None:
    print(f"{title}:")
    for name, judged in counts.items():
        if judged.total():
            print(f"  {name:17} {judged.total():3}: {', '.join(f'{judged[judgement]} {judgement}' for judgement in judgements)}")


def _key(row: dict[str, Any]) -> frozenset[Sentence]:
    return frozenset((row[side]["outlet"], row[side]["hash"]) for side in "ab")


def _members(row: dict[str, Any]) -> frozenset[Sentence]:
    return frozenset((outlet, digest) for outlet, _, digest in row["members"])


def _event(folder: Path) -> tuple[dict[frozenset[Sentence], str], set[frozenset[Sentence]]]:
    """The links of an event's articles, and their rows with sentences of several articles."""
    files = sorted(folder.glob("*.txt"))
    held = [analyse(Article(file.name, file.read_text(encoding="utf-8"), "", file.stem)) for file in files]
    merged = entities.merge(held)
    links = align(held, merged, quotations.cluster(held, merged), Options(semantic="off"))

    def name(end: Place) -> Sentence:
        words = held[end.article].sentences[end.sentence].text
        return files[end.article].stem, hashlib.sha256(words.encode()).hexdigest()[:12]

    rows = {frozenset(map(name, row.members)) for row in gather(held, links) if len({place.article for place in row.members}) > 1}
    return {frozenset((name(link.a), name(link.b))): link.relation for link in links}, rows


if __name__ == "__main__":
    report(Path(sys.argv[1]))
