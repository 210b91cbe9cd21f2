"""Run targets on many seeds, on all processors, and print what failed: each line names the seed that shows it again (``--from SEED --number 1``)."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool

from benchmarks.fuzz import TARGETS

_AT_ONCE = 20
_SHOWN = 10


def _attempt(given: tuple[str, int]) -> tuple[int, str, str]:
    """The seed, what became of its input, and the trouble ("" where there was none)."""
    target, seed = given
    try:
        return seed, importlib.import_module(f"benchmarks.fuzz.{target}").attempt(seed), ""
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        return seed, "failed", f"{said} ({os.path.relpath(last.filename)}:{last.lineno})"


def _results(target: str, seeds: range, processes: int) -> Iterator[tuple[int, str, str]]:
    work = [(target, seed) for seed in seeds]
    if processes == 1:
        yield from map(_attempt, work)
        return
    with Pool(processes) as pool:
        yield from pool.imap(_attempt, work, _AT_ONCE)


def main() -> None:
    """Status 1 where anything failed."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--target", action="append", choices=TARGETS, help="this target alone; may be given again")
    given.add_argument("--number", type=int, default=2_000, help="inputs a target")
    given.add_argument("--from", dest="first", type=int, default=0, help="the first seed")
    given.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = given.parse_args()
    failed = 0
    for target in options.target or TARGETS:
        began = time.perf_counter()
        became: Counter[str] = Counter()
        for seed, outcome, trouble in _results(target, range(options.first, options.first + options.number), options.processes):
            became[outcome] += 1
            if trouble:
                failed += 1
                if failed <= _SHOWN:
                    print(f"{target}, seed {seed}: {trouble}", flush=True)
        told = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(became.items()))
        print(f"{target}: {options.number:,} inputs from seed {options.first}: {told}; {time.perf_counter() - began:.0f} s", flush=True)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
