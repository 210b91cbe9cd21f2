"""A run from the archive to its tables, stage by stage. Each stage leaves whole files, so that the same command goes on where it stopped."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from compare.archive import program
from compare.archive.comparing import CHUNK, compare_chunk
from compare.archive.comparing import TABLES as COMPARED
from compare.archive.engine import Engine, Task, Work, said
from compare.archive.files import part, remove_halves, rows_in, write_array, write_json
from compare.archive.linkage import UNDATED, Union, span, told_apart
from compare.archive.pieces import WORK, drop_rows, errors_of, read_piece, sign_piece, weigh_piece
from compare.archive.schema import FORMAT, RUN, VERSION
from compare.archive.settings import Machine, Settings
from compare.archive.sources import Stretch, plan
from compare.archive.tables import Event, Known, events_of, write_events, write_members, write_rows
from compare.archive.weights import BUCKETS
from compare.errors import NewsdiffError
from compare.progress import Tell, silent
from compare.reading.cleaning import inert, shown_path

STAGES = ("reading", "signatures", "weights", "pairs", "likeness", "events", "comparing")
"""What ``tell`` hears of, in order. ``reading`` to ``weights`` count articles once they are known, ``comparing`` events."""


def run(settings: Settings, folder: Path, machine: Machine | None = None, tell: Tell = silent) -> dict[str, int]:
    """Group an archive into events and write the tables into a folder. Returns how many rows each has.

    A folder that a run with the same settings began is gone on with. Raises NewsdiffError, with one line for the user, where the extra is absent,
    nothing can be read, the folder can't be written, or holds anything else.
    """
    engine = Engine(machine or Machine())
    try:
        return Run(settings, folder, engine, tell).whole()
    except OSError as error:
        raise NewsdiffError(said(error)) from None
    except Exception as error:
        if no_room := _NO_ROOM.search(str(error)):  # Daft's own words, where it writes
            raise NewsdiffError(f"{shown_path(folder)}: can't be written ({no_room[0]})") from None
        raise


_NO_ROOM = re.compile(r"No space left on device|File too large|Disk quota exceeded|Read-only file system|Permission denied")


class Run:
    """A run, stage by stage: begin, read, sign, weigh, pair, link, group, compare; each needs those before it."""

    def __init__(self, settings: Settings, folder: Path, engine: Engine, tell: Tell = silent) -> None:
        self.settings = settings
        self.folder = folder
        self.work = folder / WORK
        self.engine = engine
        self.tell = tell

    def whole(self) -> dict[str, int]:
        began = self.begin()
        if began.get("finished"):
            counts: dict[str, int] = began["counts"]
            return counts
        self.read()
        self.sign()
        self.weigh()
        self.pair()
        self.link()
        events = self.group()
        counts = self.compare(events)
        self._note(counts)
        shutil.rmtree(self.work, ignore_errors=True)
        remove_halves(self.folder)
        return counts

    # -- the folder

    def begin(self) -> dict[str, Any]:
        path = self.folder / RUN
        shown = shown_path(self.folder)
        if path.exists():
            try:
                found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                found = {}
            same = {name: found.get(name) for name in ("format", "version", "archive", "options")}
            if same != {"format": FORMAT, "version": VERSION, "archive": list(self.settings.archive), "options": self.settings.asked()}:
                raise NewsdiffError(
                    f"{shown}: holds the events of another archive, or was written with other options; give another folder with -o"
                )
            return found
        if self.folder.exists() and (not self.folder.is_dir() or any(self.folder.iterdir())):
            raise NewsdiffError(f"{shown}: is not empty; give a new folder with -o")
        planned = plan(self.settings.archive, self.folder, dict(self.settings.fields), self.engine.daft)
        self.work.mkdir(parents=True, exist_ok=True)
        write_json({"pieces": planned.pieces, "errors": planned.errors}, self.work / "plan.json")
        self._note(None)
        return {}

    def _note(self, counts: dict[str, int] | None) -> None:
        from compare.version import VERSION as PROGRAM

        value = {
            "format": FORMAT,
            "version": VERSION,
            "generator": {"version": PROGRAM},
            "archive": list(self.settings.archive),
            "options": self.settings.asked(),
            "counts": counts or {},
            "finished": counts is not None,
        }
        write_json(value, self.folder / RUN)

    def _once(self, name: str, make: Callable[[Path], object]) -> Path:
        """A folder of the working folder, made whole before it gets its name."""
        target = self.work / name
        if not target.exists():
            fresh = self.work / f"{name}.new"
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir()
            make(fresh)
            fresh.rename(target)
        return target

    def _each(self, stage: str, work: Work, tasks: list[Task], done: Callable[[int], int | None]) -> None:
        """Do a piece of work for each part that isn't done yet; ``done`` says how many articles or events such a part had, None where it isn't."""
        left, counted, ready = [], 0, 0
        for task in tasks:
            count = done(int(task["part"]))
            if count is None:
                left.append(task)
            else:
                counted, ready = counted + count, ready + 1
        asked = {"folder": str(self.folder), "fields": dict(self.settings.fields), "language": self.settings.language}
        for answer in self.engine.each(work, left, asked):
            counted, ready = counted + answer["count"], ready + 1
            # how many there are is a guess until all are read
            self.tell(stage, counted, counted if ready == len(tasks) else counted * len(tasks) // ready)

    # -- the stages

    def read(self) -> None:
        planned = json.loads((self.work / "plan.json").read_text(encoding="utf-8"))
        self.parts = len(planned["pieces"])
        tasks: list[Task] = [
            {"part": number, "stretches": [Stretch(*each) for each in piece]} for number, piece in enumerate(planned["pieces"])
        ]
        if not (self.work / "read.json").exists():
            self._each("reading", read_piece, tasks, lambda number: rows_in(part(self.folder / "articles", number)))
            self._drop_repeats()
        held = json.loads((self.work / "read.json").read_text(encoding="utf-8"))
        self.documents: dict[str, int] = held["documents"]
        self.errors = [(source, "read", reason) for source, reason in planned["errors"]]
        for number in range(self.parts):
            self.errors += [(source, "read", reason) for source, reason in errors_of(self.folder, number)]
        self.errors += [(source, "read", reason) for source, reason in held["repeats"]]
        self.articles = sum(self.documents.values())
        if not self.articles:
            reason = f"; the first that isn't one: {self.errors[0][0]}: {self.errors[0][2]}" if self.errors else ""
            shutil.rmtree(self.folder)
            wanted = f" in the language {inert(self.settings.language)}" if self.settings.language else " in it"
            raise NewsdiffError(f"{', '.join(map(shown_path, self.settings.archive))}: has no article{wanted}{reason}")

    def _drop_repeats(self) -> None:
        dropped: dict[int, list[str]] = {}
        told: list[tuple[str, str]] = []
        for article, places in program.repeats(self.engine, self.folder):
            first, *again = places
            for each in again:
                name, _, source = each.partition("\x1f")
                dropped.setdefault(int(name[5:10]), []).append(article)
                told.append((source, f"is the same record as {first.partition(chr(31))[2]}"))
        tasks: list[Task] = [{"part": number, "articles": articles} for number, articles in sorted(dropped.items())]
        for _ in self.engine.each(drop_rows, tasks, {"folder": str(self.folder)}):
            pass
        languages = self.engine.daft.read_parquet(f"{self.folder / 'articles'}/*.parquet").select("language").groupby("language")
        counted = languages.agg(self.engine.daft.col("language").count().alias("count")).to_pydict()
        documents = dict(sorted(zip(counted["language"], counted["count"], strict=True)))
        write_json({"documents": documents, "repeats": told}, self.work / "read.json")

    def sign(self) -> None:
        path = self.work / "boilerplate.npy"
        if not path.exists():
            write_array(program.boilerplate(self.engine, self.work), path)
        tasks: list[Task] = [{"part": number} for number in range(self.parts)]
        self._each("signatures", sign_piece, tasks, lambda number: rows_in(part(self.work / "signatures", number)))

    def weigh(self) -> None:
        import numpy as np

        if not (self.work / "spans.npy").exists():
            pairs, shares = program.copies(self.engine, self.work)
            union = Union()
            for a, b in pairs.tolist():
                union.join(a, b)
            alike = union.sets()
            known = self._known({place for places in alike.values() for place in places}, {})
            days = {place: each.day.toordinal() if each.day else UNDATED for place, each in known.items()}
            voices = [voice for places in alike.values() for voice in told_apart(places, days, self.settings.window)]
            copied = sorted((copy, original) for original, *copies in voices for copy in copies)
            spans = [(voice[0], *span([days[place] for place in voice])) for voice in voices]
            write_array(np.column_stack([pairs, (shares * 10_000).round().astype(np.int64)]), self.work / "copy_pairs.npy")
            write_array(np.array(copied, dtype=np.int64).reshape(-1, 2).T, self.work / "copies.npy")
            found = program.frequencies(self.engine, self.work, BUCKETS, [copy for copy, _ in copied])
            write_array(found, self.work / "frequencies.npy")
            languages = Counter(known[copy].language for copy, _ in copied)
            documents = {language: count - languages[language] for language, count in self.documents.items()}
            write_json(documents, self.work / "documents.json")
            write_array(np.array(sorted(spans), dtype=np.int64).reshape(-1, 3), self.work / "spans.npy")
        documents = json.loads((self.work / "documents.json").read_text(encoding="utf-8"))
        tasks: list[Task] = [{"part": number, "documents": documents} for number in range(self.parts)]
        self._each("weights", weigh_piece, tasks, lambda number: rows_in(part(self.work / "vectors", number)))

    def pair(self) -> None:
        def told(stage: str) -> Callable[[int, int], None]:
            self.tell(stage, 0, 1)
            return lambda done, of: self.tell(stage, done, of)

        self._once("pairs", lambda target: program.write_pairs(self.engine, self.work, self.settings.window, target, told("pairs")))
        self._once("cosines", lambda target: program.write_cosines(self.engine, self.work, target, told("likeness")))

    def link(self) -> None:
        self._once("links", lambda target: program.write_links(self.engine, self.work, target))

    def group(self) -> list[Event]:
        import numpy as np

        self.tell("events", 0, 1)
        found = program.groups(self.engine, self.work, self.settings.window)
        copies = np.load(self.work / "copies.npy")
        voices = dict(copies.T.tolist())
        copied: dict[int, list[int]] = {}
        for place, voice in voices.items():
            copied.setdefault(voice, []).append(place)
        grouped = {place for group in found for place in group}
        whole = [[*group, *(copy for place in group for copy in copied.get(place, ()))] for group in found]
        whole += [[voice, *places] for voice, places in copied.items() if voice not in grouped]
        links = self._links(voices)
        known = self._known({place for group in whole for place in group} | {place for a, b, *_ in links for place in (a, b)}, voices)
        scores = {(a, b): score for a, b, relation, score, _ in links if relation == "alike"}
        events = events_of(whole, known, scores, self.settings.least_outlets)
        of = {place: number for number, event in enumerate(events) for place in event.places}
        rows = []
        for a, b, relation, score, days in links:
            one, other = sorted((known[a].article, known[b].article))
            together = a in of and of[a] == of.get(b)
            rows.append(
                {
                    "a": one,
                    "b": other,
                    "relation": relation,
                    "score": score / 10_000,
                    "days": days if days >= 0 else None,
                    "together": together,
                }
            )
        rows.sort(key=lambda row: (row["a"], row["b"], row["relation"]))
        self.counts = {"articles": self.articles, "links": write_rows(rows, "links", self.folder)}
        self.counts["members"] = write_members(events, self.folder, compared=self.settings.compare)
        self.tell("events", 1, 1)
        return events

    def _links(self, voices: dict[int, int]) -> list[tuple[int, int, str, int, int]]:
        import numpy as np

        found = program.read(self.engine, self.work / "links", "a", "b", "score", "days").to_arrow()
        links = [
            (a, b, "alike", score, days)
            for a, b, score, days in zip(*(found.column(name).to_pylist() for name in ("a", "b", "score", "days")), strict=True)
        ]
        pairs = np.load(self.work / "copy_pairs.npy").tolist()
        return links + [(a, b, "copy", share, -1) for a, b, share in pairs]

    def _known(self, places: set[int], voices: dict[int, int]) -> dict[int, Known]:
        from pyarrow.parquet import read_table

        found: dict[int, Known] = {}
        by_part: dict[int, list[int]] = {}
        for place in sorted(places):
            by_part.setdefault(place >> 32, []).append(place)
        columns = ["article", "outlet", "title", "day", "language", "words"]
        for number, inside in by_part.items():
            table = read_table(part(self.folder / "articles", number), columns=columns)
            rows = table.take([place & 0xFFFFFFFF for place in inside]).to_pylist()
            found |= {place: Known(**row, voice=voices.get(place, place)) for place, row in zip(inside, rows, strict=True)}
        return found

    def compare(self, events: list[Event]) -> dict[str, int]:
        several = [event for event in events if len(event.chosen) > 1] if self.settings.compare else []
        chunks = [several[first : first + CHUNK] for first in range(0, len(several), CHUNK)]
        tasks: list[Task] = [
            {"part": number, "events": [(event.id, event.chosen) for event in chunk]} for number, chunk in enumerate(chunks)
        ]
        compared = self.work / "compared"
        self._each("comparing", compare_chunk, tasks, lambda number: CHUNK if (compared / f"part-{number:05d}.json").exists() else None)
        points: dict[str, int] = {}
        problems: dict[str, str] = {}
        for name in COMPARED:
            self.counts[name] = 0 if tasks else write_rows([], name, self.folder)
        for number in range(len(tasks)):
            held = json.loads((compared / f"part-{number:05d}.json").read_text(encoding="utf-8"))
            points |= held["points"]
            problems |= held["problems"]
            for name in COMPARED:
                self.counts[name] += held["counts"][name]
        self.counts["events"] = write_events(events, [points.get(event.id, -1) for event in events], problems, self.folder)
        errors = [*self.errors, *((event, "compare", problem) for event, problem in sorted(problems.items()))]
        self.counts["errors"] = write_rows(({"source": a, "stage": b, "reason": c} for a, b, c in errors), "errors", self.folder)
        return dict(sorted(self.counts.items()))
