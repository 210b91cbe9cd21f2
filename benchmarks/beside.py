"""Print one page: newsdiff's commands beside other programs on the same texts, and write it to ``benchmarks/RESULTS.md``: ``make bench``.

Every figure is of whole processes, from start to exit. The commands of a group run in turn, again and again; a figure is the median of a command's processor
time (its own and its system's) over the median of the group's yardstick. So the machine's speed, and what else it does, drops out. The other programs are
installed for this alone, in ``.venv-bench``; what isn't there is left out and said to be.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
OTHERS = ROOT / ".venv-bench" / "bin" / "python"
TEXTS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
TWO = TEXTS[2:4]
RUNS = 9

HTML_DIFF = "import difflib, sys; a, b = (open(p, encoding='utf-8').read().split('\\n') for p in sys.argv[1:]); print(difflib.HtmlDiff().make_file(a, b))"
REDLINES = "import sys; from redlines import Redlines; a, b = (open(p, encoding='utf-8').read() for p in sys.argv[1:]); print(Redlines(a, b).output_markdown)"
COLLATEX = (
    "import sys, collatex; c = collatex.Collation()\n"
    "for n, p in enumerate(sys.argv[1:]): c.add_plain_witness(chr(65 + n), open(p, encoding='utf-8').read())\n"
    "print(collatex.collate(c, output='json', segmentation=False))"
)
DOES = (
    (
        "newsdiff",
        "links sentences wherever they stand and however they are worded, and says what differs and of which kind, over all articles",
    ),
    ("difflib", "lines side by side in their order, characters that changed inside similar lines; two texts"),
    ("redlines", "words struck out and put in, in their order; two texts"),
    ("wdiff, git --word-diff", "words taken out and put in, in their order; two texts"),
    ("CollateX", "words of several witnesses of one text in a table, also moved ones; made for copies, not for independent reports"),
)


class Run(NamedTuple):
    """A command of a group; ``known`` says which version of what."""

    name: str
    command: list[str]
    known: str = ""


def seconds(command: list[str]) -> float:
    """Processor time of one process and those it waited for. Status 1 is "they differ" for most of these programs."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{command[:3]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def measured(runs: list[Run], times: int) -> dict[str, float]:
    """The median of each command over so many turns, after one that doesn't count."""
    for run in runs:
        seconds(run.command)
    taken: dict[str, list[float]] = {run.name: [] for run in runs}
    for _ in range(times):
        for run in runs:
            taken[run.name].append(seconds(run.command))
    return {name: statistics.median(each) for name, each in taken.items()}


def section(title: str, yardstick: str, runs: list[Run], times: int = RUNS) -> list[str]:
    """A table of ratios to the yardstick, which is the first of the runs or a name among them."""
    medians = measured(runs, times)
    rows = [f"| {run.name} | {run.known} | {medians[run.name] / medians[yardstick]:.1f} |" for run in runs]
    return [f"## {title}", "", f"Processor time as a multiple of *{yardstick}*; medians of {times} interleaved runs.", "",
            "| command | version | ratio |", "| --- | --- | --- |", *rows, ""]  # fmt: skip


def installed(distribution: str) -> str:
    """The version of a package in the environment of the other programs, "" where it isn't there."""
    code = f"from importlib.metadata import version; print(version({distribution!r}))"
    done = subprocess.run([str(OTHERS), "-c", code], capture_output=True, text=True, check=False) if OTHERS.exists() else None
    return done.stdout.strip() if done and done.returncode == 0 else ""


def programs(texts: list[str], *, several: bool) -> tuple[list[Run], list[str]]:
    """The other programs that are here, and the names of those that aren't."""
    runs, missing = [], []
    if not several:
        runs.append(Run("difflib.HtmlDiff", [sys.executable, "-c", HTML_DIFF, *texts], platform.python_version()))
        if found := installed("redlines"):
            runs.append(Run("redlines", [str(OTHERS), "-c", REDLINES, *texts], found))
        else:
            missing.append("redlines")
        for name, command in (("wdiff", ["wdiff"]), ("git --word-diff", ["git", "diff", "--no-index", "--no-ext-diff", "--word-diff"])):
            if shutil.which(command[0]):
                said = subprocess.run([command[0], "--version"], capture_output=True, text=True, check=False).stdout.split("\n")[0]
                runs.append(Run(name, [*command, *texts], said.split()[-1]))
            else:
                missing.append(name)
    if found := installed("collatex"):
        runs.append(Run("CollateX", [str(OTHERS), "-c", COLLATEX, *texts], found))
    else:
        missing.append("CollateX")
    return runs, missing


def main() -> None:
    """Measure, print and write the page."""
    ours, program = version("newsdiff"), str(Path(sys.executable).with_name("newsdiff"))
    nothing = Run("python -c pass", [sys.executable, "-c", "pass"], platform.python_version())
    two, missing = programs(TWO, several=False)
    five, _ = programs(TEXTS, several=True)
    how = (
        f"Made by `make bench` on {platform.system()}, Python {platform.python_version()}: whole processes, the sample articles (two of {_words(TWO)} words "
        f"together; five of {_words(TEXTS)}). Ratios only: a second means another thing on each machine."
    )
    lines = ["# newsdiff beside other programs", "", how, ""]
    lines += section("Starting and comparing two articles", nothing.name, [
        nothing, Run("newsdiff --version", [program, "--version"], ours), Run("newsdiff diff", [program, "diff", *TWO], ours), *two,
    ])  # fmt: skip
    with TemporaryDirectory() as folder:
        page = Run("newsdiff export, html", [program, "export", *TEXTS, "-o", f"{folder}/all.html"], ours)
        lines += section("Exporting five articles", page.name, [page, *five], times=5)
    lines += ["## What each of them does", "", *(f"- **{name}**: {what}" for name, what in DOES), ""]
    if missing:
        lines += [f"Not here, and so not measured: {', '.join(missing)}.", ""]
    text = "\n".join(lines)
    print(text)
    (ROOT / "benchmarks" / "RESULTS.md").write_text(text, encoding="utf-8", newline="\n")


def _words(paths: list[str]) -> int:
    return sum(len(Path(path).read_text(encoding="utf-8").split()) for path in paths)


if __name__ == "__main__":
    main()
