"""Size and speed of ``newsdiff events``, beside scikit-learn and datasketch on the same texts.

    python -m benchmarks.archive --gold FOLDER [--times 1 10 40]

The labelled archive, and as many times as many articles: each copy of it has names, numbers and days of its own, so that its articles are no
duplicates and its events lie years apart. For each size and stage: seconds, processor seconds and peak memory of all processes (proportional set size, five
times a second) while they are grouped; growth from one size to the next; and how many events are compared a second. On a machine that does other things,
too, the processor seconds are what counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in "aeiou")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_NUMBER = re.compile(r"\b\d[\d,]*\b")
APART = 67
"""Days from one copy of the archive to the next."""


def rows_of(gold: Path) -> list[dict[str, Any]]:
    with gzip.open(gold / "archive" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def write(rows: Sequence[dict[str, Any]], times: int, path: Path) -> int:
    """Write the archive so many times; how many articles that are."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(times):
            for row in rows if number == 0 else copied(rows, number):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(rows) * times


def copied(rows: Sequence[dict[str, Any]], number: int) -> Iterator[dict[str, Any]]:
    """The archive with other names (each with a syllable more), other numbers and other days."""
    ending = SYLLABLES[number % len(SYLLABLES)] + SYLLABLES[number * 7 % len(SYLLABLES)]
    known: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        return known.setdefault(found[0], found[0] + ending)

    def count(found: re.Match[str]) -> str:
        digits = found[0].replace(",", "")
        return found[0] if (len(digits) == 4 and digits[:2] in ("19", "20")) or len(digits) > 9 else str(int(digits) + 3 * number)

    for row in rows:
        day = row["date"] and (date.fromisoformat(row["date"]) + timedelta(days=APART * number)).isoformat()
        text = _NUMBER.sub(count, _NAME.sub(name, row["text"]))
        title = _NUMBER.sub(count, _NAME.sub(name, row["title"] or ""))
        yield {**row, "id": f"{row['id']}-{number}", "date": day, "title": title, "text": text}


class Watched:
    """A command's seconds, the processor seconds and the peak memory in bytes of it and all that it starts; ``noticed`` is called five times a second."""

    def __init__(self, *command: str, noticed: Callable[[Watched], None] = lambda _: None) -> None:
        self.began = time.monotonic()
        self.peak = 0
        self.processor = 0.0
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        watching = threading.Thread(target=self._watch, args=(process.pid, noticed), daemon=True)
        self.over = threading.Event()
        watching.start()
        self.out, self.error = process.communicate()
        self.seconds = time.monotonic() - self.began
        self.over.set()
        watching.join()
        if process.returncode:
            raise SystemExit(f"{' '.join(command)}: {self.error[-2000:]}")

    def _watch(self, root: int, noticed: Callable[[Watched], None]) -> None:
        while not self.over.wait(0.2):
            family = _family(root)
            self.peak = max(self.peak, sum(map(_memory, family)))
            self.processor = max(self.processor, sum(map(_processor, family)))
            noticed(self)


def _family(root: int) -> list[int]:
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
    found = [root]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def _memory(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _processor(process: int) -> float:
    """Seconds of a process, and of those of its children that have ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


class Stages:
    """Says when a run has a stage behind it, by what then lies in its folder: a line each, with what the stage took."""

    def __init__(self, folder: Path) -> None:
        work = folder / ".work"
        self._left: list[tuple[str, Callable[[], bool]]] = [
            ("reading", (work / "read.json").exists),
            ("signatures", lambda: _files(work / "signatures") == _files(folder / "articles")),
            ("near-copies", (work / "spans.npy").exists),
            ("weights", lambda: _files(work / "vectors") == _files(folder / "articles")),
            ("pairs", (work / "pairs").exists),
            ("likeness", (work / "cosines").exists),
            ("links", (work / "links").exists),
            ("events", lambda: _files(folder / "members") > 0),
        ]
        self._before = 0.0, 0.0

    def noticed(self, run: Watched) -> None:
        while self._left and self._left[0][1]():
            now = time.monotonic() - run.began, run.processor
            wall, processor = (after - before for after, before in zip(now, self._before, strict=True))
            print(
                f"{'':>10}{self._left[0][0]:<12}{wall:7.1f} s, processors {processor:7.1f} s; peak so far {run.peak / 2**20:6.0f} MB",
                flush=True,
            )
            self._before = now
            del self._left[0]


def _files(folder: Path) -> int:
    return sum(1 for path in folder.glob("*.parquet")) if folder.exists() else -1


def grouped(archive: Path, folder: Path, *options: str) -> Watched:
    command = (sys.executable, "-m", "tui.cli", "events", str(archive), "-o", str(folder), *options)
    return Watched(*command, noticed=Stages(folder).noticed)


def nearest_of_scikit(archive: Path) -> str:
    """TF-IDF and DBSCAN on cosine distance, as its documents show them: no days, no folding of copies."""
    from sklearn.cluster import DBSCAN
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2, max_df=0.5).fit_transform(_texts(archive))
    labels = DBSCAN(eps=0.7, min_samples=2, metric="cosine").fit_predict(vectors)
    return f"{len(set(labels) - {-1})} groups"


def copies_of_datasketch(archive: Path) -> str:
    """Near-copies alone: MinHash of 64 over three-word runs, its index at .8."""
    from datasketch import MinHash, MinHashLSH

    index, pairs = MinHashLSH(threshold=0.8, num_perm=64), 0
    for number, text in enumerate(_texts(archive)):
        words = text.split()
        sketch = MinHash(num_perm=64)
        sketch.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
        pairs += len(index.query(sketch))
        index.insert(str(number), sketch)
    return f"{pairs} near-copies"


def _texts(archive: Path) -> Iterator[str]:
    with archive.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


OTHERS = {"scikit-learn, TF-IDF and DBSCAN": nearest_of_scikit, "datasketch, near-copies alone": copies_of_datasketch}


def beside(archive: Path, count: int) -> None:
    """The other programs on the same texts, each in a process of its own."""
    for name, function in OTHERS.items():
        program = f"from pathlib import Path; from benchmarks.archive import {function.__name__} as f; print(f(Path({str(archive)!r})))"
        done = Watched(sys.executable, "-c", program)
        print(f"{'':>17} {_told(count, done)}; {name}: {done.out.strip()}", flush=True)


def _told(count: int, done: Watched) -> str:
    return (
        f"{count / done.seconds:6.0f} articles/s, {done.seconds:7.1f} s, processors {done.processor:7.1f} s ({1000 * done.processor / count:.2f} ms each), "
        f"{done.peak / 2**20:6.0f} MB"
    )


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gold", type=Path, required=True)
    arguments.add_argument("--times", type=int, nargs="+", default=[1, 10, 40])
    arguments.add_argument("--no-compare", action="store_true")
    arguments.add_argument("--others", type=int, nargs="*", default=[1, 10], help="sizes that the other programs run on, too")
    arguments.add_argument("--keep", type=Path)
    asked = arguments.parse_args()
    rows = rows_of(asked.gold)
    before: tuple[int, float, float] | None = None
    with tempfile.TemporaryDirectory() as temporary:
        place = asked.keep or Path(temporary)
        for times in asked.times:
            archive = place / f"archive-{times}.jsonl"
            count = len(rows) * times if archive.exists() else write(rows, times, archive)
            done = grouped(archive, Path(temporary) / f"grouped-{times}", "--no-compare")
            print(f"{count:>8,} articles: {_told(count, done)}; {done.out.strip()}", flush=True)
            if before:
                many, wall, processor = count / before[0], done.seconds / before[1], done.processor / before[2]
                print(f"{'':>17} {many:.0f} times as many: {wall:.1f} times the time, {processor:.1f} times the processors'", flush=True)
            before = count, done.seconds, done.processor
            if times in asked.others:
                beside(archive, count)
        if not asked.no_compare:
            archive = place / f"archive-{min(asked.times)}.jsonl"
            alone = grouped(archive, Path(temporary) / "alone", "--no-compare")
            done = grouped(archive, Path(temporary) / "compared")
            events = json.loads((Path(temporary) / "compared" / "run.json").read_text(encoding="utf-8"))["counts"]["events"]
            spent = done.processor - alone.processor
            print(
                f"compared: {events / (done.seconds - alone.seconds):.1f} events/s, {spent / events:.3f} s of a processor each, {done.peak / 2**20:.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
