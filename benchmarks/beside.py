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

from benchmarks.beside_programs import CLUSTER, COLLATEX, DOES, HTML_DIFF, READ, REDLINES, TRAFILATURA, archive, web_pages
from benchmarks.reader import BARE, READER

ROOT = Path(__file__).parents[1]
OTHERS = ROOT / ".venv-bench" / "bin" / "python"
TEXTS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
TWO = TEXTS[2:4]
RUNS = 9
PAGES, EVENTS = 4, 40
"""How many times the samples are made into web pages, and into events of an archive."""
FRESH = "{fresh}"
"""Stands in a command for a folder that is new for each run."""


_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""With byte code, which the run that doesn't count may write: as it is once a program has been installed and used."""


class Run(NamedTuple):
    """A command of a group; ``known`` says which version of what."""

    name: str
    command: list[str]
    known: str = ""


def seconds(command: list[str]) -> float:
    """Processor time of one process and those it waited for. Status 1 is "they differ" for most of these programs."""
    with TemporaryDirectory() as fresh:
        filled = [part.replace(FRESH, fresh) for part in command]
        with subprocess.Popen(filled, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=_AS_INSTALLED) as process:
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
    """A table of ratios to the yardstick, the name of one of the runs."""
    medians = measured(runs, times)
    rows = [f"| {run.name} | {run.known} | {medians[run.name] / medians[yardstick]:.1f} |" for run in runs]
    return [f"## {title}", "", f"As a multiple of *{yardstick}*; medians of {times} runs each.", "",
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


def started(ours: str) -> list[str]:
    """The reader until its first text is drawn, beside a Textual app of one line."""
    bare = Run("bare Textual app", [sys.executable, "-c", BARE], version("textual"))
    reader = Run("newsdiff, two articles side by side", [sys.executable, "-c", READER, "Jaishankar", *TWO], ours)
    return section("Opening the reader", bare.name, [bare, reader])


def read(ours: str) -> list[str]:
    """Articles out of web pages, beside the library that newsdiff uses for it."""
    with TemporaryDirectory() as folder:
        pages = web_pages(TEXTS, Path(folder), PAGES)
        alone = Run("trafilatura", [sys.executable, "-c", TRAFILATURA, *pages], version("trafilatura"))
        title = f"Reading {len(pages)} web pages made of the samples"
        return section(title, alone.name, [alone, Run("newsdiff, read()", [sys.executable, "-c", READ, *pages], ours)], times=5)


def grouped(ours: str, program: str) -> tuple[list[str], list[str]]:
    """Grouping an archive into events, beside scikit-learn on the same texts; the table, and the programs that aren't here."""
    found = installed("scikit-learn")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        count = archive(TEXTS, path, EVENTS)
        events = Run("newsdiff events --no-compare", [program, "events", str(path), "-o", f"{FRESH}/events", "--no-compare"], ours)
        runs = [events, *([Run("scikit-learn", [str(OTHERS), "-c", CLUSTER, str(path)], found)] if found else [])]
        title = f"Grouping an archive of {count} articles into {EVENTS} events"
        return section(title, events.name, runs, times=5), [] if found else ["scikit-learn"]


def main() -> None:
    """Measure, print and write the page."""
    ours, program = version("newsdiff"), str(Path(sys.executable).with_name("newsdiff"))
    nothing = Run("python -c pass", [sys.executable, "-c", "pass"], platform.python_version())
    two, missing = programs(TWO, several=False)
    five, _ = programs(TEXTS, several=True)
    how = (
        f"Written by `make bench` on {platform.system()}, Python {platform.python_version()}. Whole processes on the sample articles (two, of {_words(TWO)} "
        f"words together; five, of {_words(TEXTS)}). A ratio is processor time as a multiple of the command named above the table: medians of interleaved "
        "runs. There are no seconds here because they differ from one machine to the next."
    )
    lines = ["# newsdiff compared with other programs", "", how, ""]
    lines += section("Starting, and comparing two articles", nothing.name, [
        nothing, Run("newsdiff --version", [program, "--version"], ours), Run("newsdiff diff", [program, "diff", *TWO], ours),
        Run("newsdiff export, html", [program, "export", *TWO, "-o", f"{FRESH}/two.html"], ours), *two,
    ])  # fmt: skip
    page = Run("newsdiff export, html", [program, "export", *TEXTS, "-o", f"{FRESH}/all.html"], ours)
    lines += section("Comparing and exporting five articles", page.name, [page, *five], times=5)
    lines += started(ours) + read(ours)
    events, also = grouped(ours, program)
    lines += events
    lines += ["## What each of them does, and doesn't", "", *(f"- **{name}** {what}" for name, what in DOES), ""]
    if missing or also:
        lines += [f"Not installed here, and so not measured: {', '.join([*missing, *also])}.", ""]
    text = "\n".join(lines)
    print(text)
    (ROOT / "benchmarks" / "RESULTS.md").write_text(text, encoding="utf-8", newline="\n")


def _words(paths: list[str]) -> int:
    return sum(len(Path(path).read_text(encoding="utf-8").split()) for path in paths)


if __name__ == "__main__":
    main()
