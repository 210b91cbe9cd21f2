"""Print every figure of quality: ``python -m benchmarks.quality [GOLD]``.

GOLD is a folder of gold data that isn't in the repository (publishers' texts); without it only the seeds and what ships is measured.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

PARTS = ("sentences", "links", "long", "quotations", "entities", "differences", "facts", "rewritten", "divergences", "cases")


def main() -> None:
    """Run each part's report in turn."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    gold = given if given and given.is_dir() else None
    if gold is None:
        print("No folder of gold data given: only what is in the repository is measured.")
    for part in PARTS:
        print(f"\n== {part} ==", flush=True)
        importlib.import_module(f"benchmarks.quality_{part}").report(gold)


if __name__ == "__main__":
    main()
