"""The whole comparison: the five samples, and two texts of 10,000 sentences, beside the figures before conflicts, facts and points.

Processors differ, so time is told in yardsticks: the processor time that Python's difflib takes here for one fixed pair of texts. What newsdiff took
at commit 7594d45 was measured in the same way, in the same hour, on the machine on which the new figures in the documents were.
"""

from __future__ import annotations

import difflib
import random
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.scale_links import made_up
from compare.model import Article
from compare.pipeline import compare
from compare.reading import read

ROOT = Path(__file__).resolve().parent.parent
LARGE = 10_000
BEFORE = {"samples": 75.7, "large": 7897.0}
"""Yardsticks at commit 7594d45, the mean of two runs (75.1 and 76.3; 7,622 and 8,171)."""


def yardstick() -> float:
    """Seconds of processor time for difflib's opcodes of two made-up texts of 700 words, the least of three."""
    draw = random.Random(1)
    one = [str(draw.randint(0, 200)) for _ in range(700)]
    other = [word if draw.random() < 0.7 else str(draw.randint(0, 200)) for word in one]
    return least(lambda: difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes(), 3)


def least(work: Callable[[], object], times: int) -> float:
    """The least processor time of several runs, in seconds."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


def measure() -> dict[str, float]:
    """Yardsticks for the samples (the least of eight comparisons) and for the two large texts (one)."""
    unit = yardstick()
    samples = [read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    large: list[Article] = [analysis.article for analysis in made_up(LARGE)]
    compare(samples)  # tables are read once
    return {"samples": least(lambda: compare(samples), 8) / unit, "large": least(lambda: compare(large), 1) / unit}


def report() -> None:
    """Print both figures beside those before."""
    taken = measure()
    names = {"samples": "five samples compared", "large": f"two texts of {LARGE:,} sentences compared"}
    for key, name in names.items():
        print(f"{name}: {taken[key]:.2f} yardsticks; before {BEFORE[key]:.2f}; {taken[key] / BEFORE[key]:.2f} times")


if __name__ == "__main__":
    report()
