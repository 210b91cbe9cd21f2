"""What is kept is found again: after quitting, in a changed text, with two readers at once, beside a damaged file."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from compare import analyse, read_bytes
from compare.model import Analysis, Article
from tests.conftest import ROOT
from tui.store import Kept, Lost, Store, StoreError


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "data" / "kept.sqlite3")
    assert made.prepare() == ""
    return made


@pytest.fixture
def analysis(seeds: list[Article]) -> Analysis:
    return analyse(seeds[3])


def test_marks_are_set_and_lifted_and_survive(store: Store, analysis: Analysis) -> None:
    assert store.toggle("bookmark", analysis, 4)
    assert store.toggle("reviewed", analysis, 2)
    store.write_note(analysis, 4, "  ask the ministry  ")
    again = Store(store.file)
    assert again.prepare() == ""
    assert again.of(analysis) == (Kept("reviewed", 2), Kept("bookmark", 4), Kept("note", 4, "ask the ministry"))
    assert not again.toggle("bookmark", analysis, 4)
    again.write_note(analysis, 4, " ")
    assert again.of(analysis) == (Kept("reviewed", 2),)


def test_other_articles_are_left_alone(store: Store, analysis: Analysis, seeds: list[Article]) -> None:
    store.toggle("bookmark", analysis, 4)
    assert store.of(analyse(seeds[2])) == ()


def test_a_changed_text_keeps_its_marks_by_likeness(store: Store, analysis: Analysis) -> None:
    store.toggle("bookmark", analysis, 5)
    store.write_note(analysis, 7, "see the wire")
    store.toggle("reviewed", analysis, 9)
    kept, noted, gone = (analysis.sentences[index].text for index in (5, 7, 9))
    text = "A correction was made at the top.\n\n" + analysis.article.text.replace(kept, kept.replace(" the ", " that ", 1))
    text = text.replace(gone, "Nobody knew.")
    changed = analyse(replace(read_bytes(text.encode(), analysis.article.source), source=analysis.article.source))
    found = {each.kind: changed.sentences[each.sentence].text for each in store.of(changed)}
    assert found["note"] == noted
    assert found["bookmark"].split()[:3] == kept.split()[:3]
    assert "reviewed" not in found
    assert store.lost(changed) == (Lost("reviewed", gone),)
    back = store.of(analysis)
    assert {each.kind: each.sentence for each in back} == {"bookmark": 5, "note": 7, "reviewed": 9}


def test_two_readers_at_once(store: Store, analysis: Analysis) -> None:
    program = (
        "import sys; from pathlib import Path; from compare import analyse, read; from tui.store import Store\n"
        "store, analysis = Store(Path(sys.argv[1])), analyse(read(sys.argv[2]))\n"
        "assert store.prepare() == ''\n"
        "for sentence in range(int(sys.argv[3]), 20, 2): assert store.toggle('bookmark', analysis, sentence)\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(store.file), analysis.article.source, start], cwd=ROOT) for start in ("0", "1")
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    assert [kept.sentence for kept in store.of(analysis)] == list(range(20))


@pytest.mark.parametrize(
    "content", [b"this is no database, but long enough to look like a file" * 30, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, analysis: Analysis, content: bytes) -> None:
    file = tmp_path / "kept.sqlite3"
    file.write_bytes(content)
    store = Store(file)
    problem = store.prepare()
    assert "set aside as kept.damaged-1.sqlite3" in problem
    assert "\n" not in problem
    assert (tmp_path / "kept.damaged-1.sqlite3").read_bytes() == content
    assert store.toggle("bookmark", analysis, 1)
    assert Store(file).prepare() == ""


def test_a_newer_schema_is_left_alone(store: Store, analysis: Analysis) -> None:
    connection = sqlite3.connect(store.file)
    connection.execute("pragma user_version = 99")
    connection.close()
    before = store.file.read_bytes()
    assert "newer newsdiff" in store.prepare()
    with pytest.raises(StoreError, match="newer newsdiff"):
        store.toggle("bookmark", analysis, 1)
    assert store.file.read_bytes() == before


def test_no_folder_is_one_line(tmp_path: Path, analysis: Analysis) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file" / "kept.sqlite3")
    assert "nothing is kept this time" in store.prepare()
    with pytest.raises(StoreError, match="nothing could be kept"):
        store.of(analysis)


def test_hostile_text_is_kept_as_it_is(store: Store, analysis: Analysis) -> None:
    body = "'); drop table kept; -- [/b] \u202e"
    store.write_note(analysis, 0, body)
    assert store.of(analysis) == (Kept("note", 0, body),)
