"""Minimal pairs, each the kernel of a fault seen in real news or in a public report: which must be flagged, which must stay silent, by kind of fault.

A case is a folder with ``a.txt``, ``b.txt`` and ``expect.txt``. What asks for a link, a fidelity, a speaker or an entity is printed to be read.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from compare.model import DIFFERENCE_KINDS, Comparison
from compare.pipeline import compare
from compare.reading import read

_SEVERE = 2


class Verdict(NamedTuple):
    """What a case asks for, and whether it is so; ``right`` is None where only a reader can tell."""

    asks: str
    right: bool | None
    said: str


def report(gold: Path | None) -> None:
    """Print the share of right cases by what they ask for and by kind of fault, and those that fail."""
    if gold is None or not (gold / "cases").is_dir():
        return
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    failing = []
    for folder in sorted(path for path in (gold / "cases").iterdir() if path.is_dir()):
        verdict = judge(folder)
        if verdict.right is None:
            continue
        for key in (
            verdict.asks,
            f"fault: {'-'.join(folder.name.split('-')[:2]) if folder.name.startswith('reported') else folder.name.split('-')[0]}",
        ):
            seen[key] += 1
            right[key] += verdict.right
        if not verdict.right:
            failing.append(f"    {folder.name}: {_expected(folder)[:110]} || {verdict.said[:160]}")
    for key in sorted(seen):
        print(f"  {key:22} {right[key]:3} of {seen[key]:3} right")
    print("  failing:", *failing, sep="\n")


def judge(folder: Path) -> Verdict:
    """Compare a case's two texts and hold the result against what is expected."""
    comparison = compare([read(folder / "a.txt"), read(folder / "b.txt")])
    expected = _expected(folder)
    severe = [difference for difference in comparison.differences if difference.severity >= _SEVERE]
    said = "; ".join(difference.explanation for difference in comparison.differences) or "silent"
    if expected.startswith("silent") or expected.endswith(": silent"):
        wanted = [kind for kind in DIFFERENCE_KINDS if f"as to {kind}" in expected or f"as to {kind}s" in expected]
        heard = [difference for difference in severe if not wanted or difference.kind in wanted]
        return Verdict("silent", not heard, said)
    if (named := re.match(r"(?:link \w+; )?flag ([a-z]+)(?: or ([a-z]+))?(?: (\d))?", expected)) and named[1] in DIFFERENCE_KINDS:
        kinds = {kind for kind in named.groups()[:2] if kind}
        least = int(named[3] or _SEVERE)
        return Verdict("flagged", any(one.kind in kinds and one.severity >= least for one in comparison.differences), said)
    if len(set(expected.split(" / "))) == 1 and " / " in expected:
        return Verdict("silent", not severe, said)  # both sides of it are the same
    if expected.endswith(": flag") or (" / " in expected and expected.count(".") >= 2):
        return Verdict("flagged", bool(severe), said)
    if re.match(r"(?:no )?link", expected):
        return Verdict("link", None, _links(comparison))
    return Verdict("reading", None, said)


def _links(comparison: Comparison) -> str:
    return "; ".join(f"{link.relation} {link.score}" for link in comparison.links) or "no link"


def _expected(folder: Path) -> str:
    return " ".join((folder / "expect.txt").read_text(encoding="utf-8").split())
