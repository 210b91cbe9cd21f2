"""How well sentence boundaries agree with the gold: F1 over boundaries, positions counted in visible characters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from compare.reading.cleaning import inert
from compare.text.sentences import split
from tui.samples import folder

_HERE = Path(__file__).parent.parent / "tests" / "gold"


def report(gold: Path | None) -> None:
    """Print the figures on the seeds and, where ``gold`` has news_sentences.jsonl, on Wikinews."""
    seeds = json.loads((_HERE / "seed_sentences.json").read_text(encoding="utf-8"))
    _print("seeds", ((inert((folder() / name).read_text(encoding="utf-8")), sentences) for name, sentences in seeds.items()))
    for name, label in (
        ("news_sentences.jsonl", "Wikinews"),
        ("golden_rules_en.jsonl", "public golden rules (they keep quotations whole)"),
    ):
        if gold and (gold / name).exists():
            rows = [json.loads(line) for line in (gold / name).read_text(encoding="utf-8").splitlines()]
            _print(label, ((row["text"], row["sentences"]) for row in rows))


def _print(label: str, items: Iterable[tuple[str, list[str]]]) -> None:
    right, extra, missed = scored(items)
    print(f"{label:48} F1 {2 * right / max(1, 2 * right + extra + missed):.3f}   right {right}, too many {extra}, missed {missed}")


def scored(items: Iterable[tuple[str, list[str]]]) -> tuple[int, int, int]:
    """Boundaries that are right, too many and missed over (text, gold sentences)."""
    right = extra = missed = 0
    for text, gold in items:
        sentences, asides = split(text)
        spans = sorted([(s.start, s.end) for s in sentences] + [(a.start, a.end) for a in asides])
        found = boundaries([text[start:end] for start, end in spans], text)
        wanted = boundaries(gold, text)
        right, extra, missed = right + len(found & wanted), extra + len(found - wanted), missed + len(wanted - found)
    return right, extra, missed


def boundaries(pieces: list[str], text: str) -> set[int]:
    """Where the pieces end, counted in the text's visible characters."""
    flat = _squeezed(text)
    found, position = set(), 0
    for piece in map(_squeezed, pieces):
        at = flat.find(piece, position)
        if at >= 0:
            position = at + len(piece)
            found.add(position)
    return found


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
