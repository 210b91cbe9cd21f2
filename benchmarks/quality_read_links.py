"""Partial links of real events, against what a reader of both sentences said: ``python -m benchmarks.quality_read_links GOLD``.

`partial_links_read.json` holds a hundred partial links, drawn by lot (seed 14) from the 1,243 of the 117 events that nothing was fitted on: event,
outlets, offsets in code points of the article as it is read, a hash of each sentence, and the judgement; the texts stay where they are. ``right``
is a link whose sentences have one clear proposition, fact or fragment of a quotation in common; ``debatable`` one that has a question and its
answer, one matter at two times, or two remarks of one speaker on one matter; anything else is ``wrong``. The links were read after the mix was
fitted.
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
from compare.model import Article, Options, Place
from compare.pipeline import analyse

_READ = Path(__file__).resolve().parent / "partial_links_read.json"


def report(gold: Path) -> None:
    """Print how those of the links that are still drawn were judged, those still partial and those aligned by now."""
    read = json.loads(_READ.read_text(encoding="utf-8"))
    counts: dict[str, Counter[str]] = {"partial": Counter(), "aligned": Counter(), "no longer linked": Counter()}
    for event in sorted({row["event"] for row in read}):
        now = _relations(gold / "events" / event)
        for row in read:
            if row["event"] == event:
                counts[now.get(_key(row), "no longer linked")][row["judgement"]] += 1
    print(f"Partial links read by hand ({len(read)} of events that nothing was fitted on):")
    for relation, judged in counts.items():
        total = sum(judged.values())
        if total:
            print(f"  {relation:17} {total:3}: {', '.join(f'{judged[name]} {name}' for name in ('right', 'debatable', 'wrong'))}")


def _key(row: dict[str, Any]) -> frozenset[tuple[str, str]]:
    return frozenset((row[side]["outlet"], row[side]["hash"]) for side in "ab")


def _relations(folder: Path) -> dict[frozenset[tuple[str, str]], str]:
    """The links of an event's articles, by outlet and hash of both sentences."""
    files = sorted(folder.glob("*.txt"))
    held = [analyse(Article(file.name, file.read_text(encoding="utf-8"), "", file.stem)) for file in files]
    merged = entities.merge(held)
    links = align(held, merged, quotations.cluster(held, merged), Options(semantic="off"))

    def name(end: Place) -> tuple[str, str]:
        words = held[end.article].sentences[end.sentence].text
        return files[end.article].stem, hashlib.sha256(words.encode()).hexdigest()[:12]

    return {frozenset((name(link.a), name(link.b))): link.relation for link in links}


if __name__ == "__main__":
    report(Path(sys.argv[1]))
