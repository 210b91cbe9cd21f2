"""The differences in invented news that was rewritten by hand, with one fact changed or none: recall by kind, and false alarms.

Whoever wrote the passages knew neither the rules nor the mutation suites. The rules were worked out with one half in view; nobody looked into the
other, "unseen", until they stood. 12 cases a kind and half: a single kind's figure is rough.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from compare import compare, read_bytes
from compare.model import Comparison, Difference, DifferenceKind, Evidence

_CASES = Path(__file__).resolve().parent.parent / "tests" / "gold" / "rewritten_news.json"
NAMED: dict[str, DifferenceKind] = {
    "number": "number",
    "unit": "number",
    "date": "date",
    "name": "name",
    "title": "role",
    "place": "place",
    "quote": "quote",
    "speaker": "attribution",
    "negation": "negation",
    "hedge": "modality",
}
_AMOUNTS = ("light", "medium", "heavy")
_SEVERE = 2


class Case(NamedTuple):
    """Two versions of a passage. ``spans`` are the changed words in each, as offsets in it; none where only the wording differs."""

    half: str
    kind: str
    rewording: str
    texts: tuple[str, str]
    spans: tuple[tuple[tuple[int, int], ...], ...]


def cases() -> Iterator[Case]:
    """All cases, a line with the day at which both are published before each passage."""
    for one in json.loads(_CASES.read_text(encoding="utf-8")):
        day = date.fromisoformat(one["date"])
        stamp = f"{day:%B} {day.day}, {day.year}\n\n"
        spans = (_moved(one.get(f"{side}_spans", ()), len(stamp)) for side in ("original", "copy"))
        yield Case(one["half"], one["kind"], one["rewording"], (stamp + one["original"] + "\n", stamp + one["copy"] + "\n"), tuple(spans))


def _moved(spans: Any, by: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + by, end + by) for start, end in spans)


def flagged(case: Case) -> tuple[list[Difference], list[Difference]]:
    """The differences that tell of the change, in its words or of its kind in its sentence, and the others that a reader would believe."""
    comparison = compare([read_bytes(text.encode(), name) for text, name in zip(case.texts, ("original.txt", "copy.txt"), strict=True)])
    severe = [difference for difference in comparison.differences if difference.severity >= _SEVERE]
    right = [difference for difference in severe if _tells(comparison, case, difference)]
    return right, [difference for difference in severe if difference not in right]


def _tells(comparison: Comparison, case: Case, difference: Difference) -> bool:
    ends = [end for end in (difference.a, difference.b) if end is not None]
    if any(_meets((end.start, end.end), case.spans[end.article]) for end in ends):
        return True
    return difference.kind == NAMED.get(case.kind) and any(_meets(_sentence(comparison, end), case.spans[end.article]) for end in ends)


def _sentence(comparison: Comparison, end: Evidence) -> tuple[int, int]:
    sentence = comparison.articles[end.article].sentences[end.sentence]
    return sentence.start, sentence.end


def _meets(one: tuple[int, int], spans: tuple[tuple[int, int], ...]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in spans)


def report(_gold: Path | None) -> None:
    """Print the figures of both halves, side by side."""
    seen: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    extra: Counter[str] = Counter()
    for case in cases():
        right, others = flagged(case)
        keys = (case.kind,) if case.kind == "none" else (case.kind, "all", *([case.rewording] if case.rewording in _AMOUNTS else []))
        for key in keys:
            seen[case.half, key] += 1
            found[case.half, key] += bool(others if case.kind == "none" else right)
        if case.kind != "none":
            extra[case.half] += bool(others)
    print(f"{'':28} development   unseen")
    for key in (*NAMED, *_AMOUNTS, "all"):
        print(f"  recall, {key:18} {_share(found, seen, 'development', key):>12} {_share(found, seen, 'unseen', key):>9}")
    print(f"  only reworded, flagged     {_share(found, seen, 'development', 'none'):>12} {_share(found, seen, 'unseen', 'none'):>9}")
    print(f"  changed, more than it      {extra['development']:>12} {extra['unseen']:>9}")


def _share(found: Counter[tuple[str, str]], seen: Counter[tuple[str, str]], half: str, key: str) -> str:
    return f"{found[half, key]}/{seen[half, key]}"


if __name__ == "__main__":
    report(None)
