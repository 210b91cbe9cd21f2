"""`newsdiff events`, from the command to its tables: what is one event, what isn't, and that the same command gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from compare.archive.folder import open_folder
from tests.archive.made import EVENTS, FRAMES, GERMAN, SIGNATURE, SIGNED, row, text, write

# Only asked for: Daft's threads may take the process of the tests with them at its end.
pytestmark = pytest.mark.skipif(find_spec("daft") is None, reason="the extra archive is not installed")

DAY = "2024-03-04"
COURIER, LEDGER, WIRE = FRAMES
COMMAND = (sys.executable, "-c", "from compare.archive import sources; sources.PIECE = 8_000; from tui.cli import main; main()", "events")
"""In pieces that are small beside these small archives."""


def events(*arguments: object, workers: int = 1, check: bool = True) -> subprocess.CompletedProcess[str]:
    """With one worker, which starts no processes: that more give the same bytes is one test's."""
    done = subprocess.run(
        [*COMMAND, "--workers", str(workers), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert not check or done.returncode == 0, done.stderr
    return done


def sums(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()
    }


class Made:
    """The archive of these tests, grouped and compared."""

    def __init__(self, place: Path) -> None:
        self.archive = place / "archive"
        plain = [row(event, outlet, DAY) for event in (0, 1, 2) for outlet in FRAMES]
        for each, number in zip(plain[3:6], (23, 32, 23), strict=True):
            each["text"] += f"\n\nDoctors at the hospital in Upper Marrow treated {number} injured people, the mayor said."
        wire = [row(3, WIRE, DAY, id=f"copy-{number}", outlet=f"Paper {number}") for number in range(9)]
        wire[8]["text"] = "PAPER EIGHT — " + wire[8]["text"] + "\n\nThis report was shortened."
        dates = [row(4, COURIER, DAY), row(4, LEDGER, None), row(4, WIRE, "1970-01-01")]
        chain = []
        for number, word in enumerate("inquest funeral resignation reopening lawsuit verdict appeal settlement memorial audit".split()):
            told = text(5, list(FRAMES)[number % 3], f"Day {number} of it: {word}.")
            chain.append(row(5, COURIER, f"2024-05-{number + 1:02}", id=f"chain-{number}", outlet=f"Chain {number}", text=told))
        signed = [
            row(0, COURIER, "2024-08-04", id=f"signed-{number}", title=body[:20], text=f"{body}\n\n{SIGNATURE}")
            for number, body in enumerate(SIGNED)
        ]
        german = [
            {"id": f"de-{number}", "outlet": outlet, "title": "Erdrutsch bei Steinach", "date": DAY, "text": body}
            for number, (outlet, body) in enumerate(zip(("Der Bote", "Die Umschau"), GERMAN, strict=True))
        ]
        write(self.archive / "a.jsonl", [*plain, '{"id": "torn", "text": "The mayor', *wire])
        write(self.archive / "b.jsonl", [*dates, {"id": "mute", "outlet": "The Courier", "date": DAY}, *chain])
        write(self.archive / "c.jsonl", [*signed, *german])
        self.out = place / "out"
        self.done = events(self.archive, "-o", self.out)
        self.folder = open_folder(self.out)
        self.articles = {each["article"]: each for each in self.folder.table("articles").to_pylist()}
        self.found: dict[str, set[str]] = defaultdict(set)
        for member in self.folder.table("members").to_pylist():
            self.found[member["event"]].add(self.articles[member["article"]]["given_id"])

    def event_of(self, given_id: str) -> dict[str, Any]:
        event = next(event for event, members in self.found.items() if given_id in members)
        return next(each for each in self.folder.events() if each["event"] == event)

    def with_(self, given_id: str) -> set[str]:
        """All that are in an article's event, itself too; empty where it is in none."""
        return next((members for members in self.found.values() if given_id in members), set())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("events"))


def test_each_event_is_found_whole(made: Made) -> None:
    for event in (0, 1, 2):
        assert made.with_(f"{event}-{COURIER}") == {f"{event}-{outlet}" for outlet in FRAMES}
    found = made.event_of(f"0-{WIRE}")
    assert found["outlets"] == [LEDGER, WIRE, COURIER]
    assert (found["articles"], found["voices"], found["compared"], found["first"]) == (3, 3, 3, date(2024, 3, 4))


def test_accounts_are_compared(made: Made) -> None:
    event = made.event_of(f"1-{LEDGER}")
    points = [point for point in made.folder.table("points").to_pylist() if point["event"] == event["event"]]
    assert event["points"] == len(points) >= 1
    sides = {side["outlet"]: side for side in next(point for point in points if point["kind"] == "number")["sides"]}
    assert "32" in sides[LEDGER]["text"]
    for side in sides.values():
        assert made.articles[side["article"]]["text"][side["start"] : side["end"]] == side["text"]


def test_a_chain_of_days_is_no_event(made: Made) -> None:
    chained = [members for members in made.found.values() if any(each.startswith("chain-") for each in members)]
    assert chained
    for members in chained:
        days = sorted(int(each.partition("-")[2]) for each in members)
        assert days[-1] - days[0] <= 3, members


def test_boilerplate_makes_no_event(made: Made) -> None:
    assert not any(made.with_(f"signed-{number}") for number in range(5))


def test_copies_of_a_wire_story_are_one_voice(made: Made) -> None:
    event = made.event_of("copy-0")
    assert made.with_("copy-0") == {f"copy-{number}" for number in range(9)}
    assert (event["articles"], event["outlet_count"], event["voices"], event["compared"]) == (9, 9, 1, 0)


def test_missing_and_wrong_dates(made: Made) -> None:
    assert made.with_(f"4-{COURIER}") == {f"4-{outlet}" for outlet in FRAMES}
    assert next(each for each in made.articles.values() if each["given_id"] == f"4-{WIRE}")["day"] is None
    assert made.event_of(f"4-{COURIER}")["last"] == date(2024, 3, 4)


def test_languages_are_grouped_apart(made: Made) -> None:
    assert made.with_("de-0") == {"de-0", "de-1"}
    assert made.event_of("de-0")["language"] == "de"


def test_broken_rows_end_nothing(made: Made) -> None:
    assert made.done.returncode == 0
    reasons = sorted(each["reason"] for each in made.folder.table("errors").to_pylist())
    assert reasons == ["has no text", "isn't JSON"]
    assert "2 rows could not be read or compared" in made.done.stderr


def test_every_table_has_its_columns(made: Made) -> None:
    from compare.archive.schema import TABLES, arrow

    for name, columns in TABLES.items():
        table = made.folder.table(name)
        assert table.schema.equals(arrow(name))
        for column in columns:
            if not column.may_lack:
                assert table.column(column.name).null_count == 0, (name, column.name)
        assert len(table.to_pandas()) == made.folder.run["counts"][name]


def test_an_events_articles_are_read_back(made: Made) -> None:
    event = made.event_of(f"0-{WIRE}")
    articles = made.folder.articles(event["event"])
    assert {article.outlet for article in articles} == set(FRAMES)
    assert {article.text for article in articles} == {text(0, outlet) for outlet in FRAMES}


def test_options_leave_out_what_they_say(made: Made, tmp_path: Path) -> None:
    events(made.archive, "-o", tmp_path / "out", "--language", "de", "--least-outlets", "3", "--no-compare")
    folder = open_folder(tmp_path / "out")
    assert {each["given_id"] for each in folder.table("articles").to_pylist()} == {"de-0", "de-1"}
    assert [each["together"] for each in folder.table("links").to_pylist()] == [False]
    assert folder.events() == []


def test_two_workers_give_the_same_bytes(made: Made, tmp_path: Path) -> None:
    events(made.archive, "-o", tmp_path / "again", workers=2)
    assert sums(tmp_path / "again") == sums(made.out)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_killed_run_goes_on(made: Made, tmp_path: Path) -> None:
    out = tmp_path / "killed"
    process = subprocess.Popen([*COMMAND, "--workers", "1", str(made.archive), "-o", str(out)], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not list(out.glob("articles/part-*.parquet")) and time.monotonic() < until:
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert not json.loads((out / "run.json").read_text(encoding="utf-8"))["finished"]
    kept = {path: path.stat().st_mtime_ns for path in out.glob("articles/part-*.parquet")}
    assert kept
    (out / "articles" / "part-00000.parquet.1.new").write_bytes(b"half of it")
    events(made.archive, "-o", out)
    assert sums(out) == sums(made.out)
    assert all(path.stat().st_mtime_ns == when for path, when in kept.items())


def test_a_finished_folder_is_left_as_it_is(made: Made) -> None:
    before = sums(made.out)
    assert events(made.archive, "-o", made.out).stdout == made.done.stdout
    assert sums(made.out) == before


def test_the_events_are_the_invented_ones() -> None:
    """What these tests stand on: no two invented events share a name or a thing."""
    words = [{*who.split(), *where.split(), *things.split()} for who, where, _, things, _ in EVENTS]
    assert sum(map(len, words)) == len(set.union(*words))
