"""Print what texts made to be slow cost: ``python -m benchmarks.hostile``, or ``make bench-hostile``.

Each shape of ``benchmarks.hostile_texts`` is compared with a changed copy of itself (``--against``: with itself, or with the next shape), at three
sizes, in a process of its own: processor time of the analysis and of the comparison, the peak of memory, and the exponent with which time grows
from the second size to the third (1: with the length, 2: with its square). ``--exports`` adds what writing the comparison costs.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time

from benchmarks.hostile_texts import SHAPES, altered

SIZES = (50, 100, 200)
LIMIT = 60
AGAINST = ("altered", "itself", "another")
_LOOK_AT = 5.0


def pair(shape: str, length: int, against: str) -> tuple[str, str]:
    """The text of a shape, and what it is compared with."""
    text = SHAPES[shape](length)
    if against == "itself":
        return text, text
    if against == "altered":
        return text, altered(text)
    names = list(SHAPES)
    return text, SHAPES[names[(names.index(shape) + 1) % len(names)]](length)


def measure(shape: str, thousands: int, against: str, *, exports: bool) -> dict[str, float | str]:
    """Seconds of processor time and the peak of memory in mebibytes, of this process."""
    from compare import ReadingError, analyse, compare, read_bytes
    from compare.export import FORMATS

    try:
        articles = [
            read_bytes(text.encode(), f"{name}.txt") for name, text in zip("ab", pair(shape, thousands * 1000, against), strict=True)
        ]
    except ReadingError as refused:
        return {"refused": str(refused)}
    began = time.process_time()
    analyses = [analyse(article) for article in articles]
    analysed = time.process_time()
    comparison = compare(analyses)
    compared = time.process_time()
    found: dict[str, float | str] = {"analyse": analysed - began, "compare": compared - analysed, "seconds": compared - began}
    if exports:
        for name, one in FORMATS.items():
            start = time.process_time()
            one.render(comparison)
            found[name] = time.process_time() - start
    return found | {
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
        "sentences": len(comparison.articles[0].sentences),
        "links": len(comparison.links),
        "differences": len(comparison.differences),
    }


def _in_its_own_process(shape: str, thousands: int, against: str, limit: int, *, exports: bool) -> dict[str, float | str]:
    """What ``measure`` gives, or ``failed`` with the reason."""
    command = [sys.executable, "-m", "benchmarks.hostile", "--shape", shape, "--sizes", str(thousands), "--against", against, "--json"]
    try:
        done = subprocess.run(
            [*command, "--exports"] if exports else command, capture_output=True, text=True, timeout=limit * 3, check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"failed": f"more than {limit * 3} s by the clock"}
    if done.returncode < 0:
        return {"failed": f"more than {limit} s"}
    if done.returncode:
        return {"failed": done.stderr.strip().splitlines()[-1]}
    result: dict[str, float | str] = json.loads(done.stdout)
    return result


def report(shapes: list[str], sizes: list[int], against: str, limit: int, *, exports: bool) -> None:
    """One line a shape."""
    print(f"Processor time in seconds, compared with: {against}. Sizes in thousands of code points.")
    print(f"{'':34}" + "".join(f"{size:>9}k" for size in sizes) + f"{'grows':>8}{'memory':>10}  at the last size")
    worst: list[tuple[float, str]] = []
    for shape in shapes:
        line, found = f"{shape:34}", dict[str, float | str]()
        taken: list[float] = []
        for size in sizes:
            found = _in_its_own_process(shape, size, against, limit, exports=exports)
            if "seconds" not in found:
                line += f"  {found.get('failed') or 'refused'}"
                break
            taken.append(float(found["seconds"]))
            line += f"{taken[-1]:>10.2f}"
        if "failed" in found:
            worst.append((math.inf, shape))
        elif "seconds" in found:
            worst.append((max(taken), shape))
            grows = math.log(taken[-1] / taken[-2]) / math.log(sizes[-1] / sizes[-2]) if len(taken) > 1 and taken[-2] else 0.0
            line += f"{grows:>8.1f}{found['mebibytes']:>6.0f} MiB  {found['sentences']:,} sentences, {found['links']:,} links, "
            line += f"{found['differences']:,} differences; analysed in {found['analyse']:.1f} s"
            known = ("analyse", "compare", "seconds", "mebibytes", "sentences", "links", "differences")
            line += "".join(f", {name} {seconds:.1f} s" for name, seconds in found.items() if name not in known)
        print(line, flush=True)
    slow = [shape for seconds, shape in sorted(worst, reverse=True) if seconds > _LOOK_AT]
    print(f"Over {_LOOK_AT:.0f} s at any size: {', '.join(slow) or 'none'}.")


def main() -> None:
    """Print the table, or one measurement as JSON for it."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--shape", action="append", choices=SHAPES, help="this shape alone; may be given again")
    given.add_argument("--sizes", default=",".join(map(str, SIZES)), help="thousands of code points")
    given.add_argument("--against", choices=AGAINST, default=AGAINST[0])
    given.add_argument("--exports", action="store_true", help="measure what writing costs too")
    given.add_argument("--limit", type=int, default=LIMIT, help="seconds of processor time that one measurement may take")
    given.add_argument("--json", action="store_true", help="one measurement, in this process")
    options = given.parse_args()
    shapes, sizes = options.shape or list(SHAPES), [int(size) for size in options.sizes.split(",")]
    if options.json:
        print(json.dumps(measure(shapes[0], sizes[0], options.against, exports=options.exports)))
    else:
        report(shapes, sizes, options.against, options.limit, exports=options.exports)


if __name__ == "__main__":
    main()
