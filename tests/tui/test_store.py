"""What is kept is found again: after quitting, in a changed text, with two readers at once, beside a damaged file."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
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
    store.mark("bookmark", analysis, 4)
    store.mark("reviewed", analysis, 2)
    store.write_note(analysis, 4, "  ask the ministry  ")
    again = Store(store.file)
    assert again.prepare() == ""
    assert again.of(analysis) == (Kept("reviewed", 2), Kept("bookmark", 4), Kept("note", 4, "ask the ministry"))
    again.lift("bookmark", analysis, 4)
    again.write_note(analysis, 4, " ")
    assert again.of(analysis) == (Kept("reviewed", 2),)


def test_other_articles_are_left_alone(store: Store, analysis: Analysis, seeds: list[Article]) -> None:
    store.mark("bookmark", analysis, 4)
    assert store.of(analyse(seeds[2])) == ()


def test_a_changed_text_keeps_its_marks_by_likeness(store: Store, analysis: Analysis) -> None:
    store.mark("bookmark", analysis, 5)
    store.write_note(analysis, 7, "see the wire")
    store.mark("reviewed", analysis, 9)
    kept, noted, gone = (analysis.sentences[index].text for index in (5, 7, 9))
    text = "A correction was made at the top.\n\n" + analysis.article.text.replace(kept, kept.replace(" the ", " that ", 1))
    text = text.replace(gone, "Nobody knew.")
    changed = analyse(read_bytes(text.encode(), analysis.article.source, analysis.article.path))
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
        "for sentence in range(int(sys.argv[3]), 20, 2): store.mark('bookmark', analysis, sentence)\n"
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
    store.mark("bookmark", analysis, 1)
    assert Store(file).prepare() == ""


def test_a_newer_schema_is_left_alone(store: Store, analysis: Analysis) -> None:
    connection = sqlite3.connect(store.file)
    connection.execute("pragma user_version = 99")
    connection.close()
    before = store.file.read_bytes()
    assert "newer newsdiff" in store.prepare()
    with pytest.raises(StoreError, match="newer newsdiff"):
        store.mark("bookmark", analysis, 1)
    assert store.file.read_bytes() == before


def test_no_folder_is_one_line(tmp_path: Path, analysis: Analysis) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file" / "kept.sqlite3")
    assert "nothing is kept this time" in store.prepare()
    with pytest.raises(StoreError, match="nothing could be kept"):
        store.of(analysis)


def test_hostile_text_is_kept_and_made_inert(store: Store, analysis: Analysis) -> None:
    body = "'); drop table kept; -- [/b]"
    assert store.write_note(analysis, 0, f"{body} \u202e") == f"{body} \ufffd"
    assert store.of(analysis) == (Kept("note", 0, f"{body} \ufffd"),)


def test_what_leaves_the_store_is_inert(store: Store, analysis: Analysis) -> None:
    store.write_note(analysis, 0, "first")
    _change(store, "update kept set body = ?, sentence = ?", "\x1b[31mred\u202e", "gone\x07 for good")
    (kept,) = store.of(analysis)
    assert kept.body == "\u241b[31mred\ufffd"
    assert store.write_note(analysis, 0, "mine", kept.body) == "mine", "the raw text is the one that was seen"
    _change(store, "update kept set body = ?, sentence = ?, sha256 = 'another'", "\x1b[31mred\u202e", "gone\x07 for good")
    assert store.lost(analysis) == (Lost("note", "gone\u2407 for good", "\u241b[31mred\ufffd"),)


def _change(store: Store, statement: str, *given: object) -> None:
    with closing(sqlite3.connect(store.file)) as connection:
        connection.execute(statement, given)
        connection.commit()


@pytest.mark.parametrize(
    ("column", "value"), [("start", None), ("start", "seven"), ("start", 1.5), ("sentence", None), ("body", b"\xff"), ("kind", 7)]
)
def test_a_row_that_cannot_be_ours_is_left_out_and_told(store: Store, analysis: Analysis, column: str, value: object) -> None:
    store.mark("bookmark", analysis, 1)
    store.write_note(analysis, 2, "stays")
    with closing(sqlite3.connect(store.file)) as connection:  # the same table without what forbids such rows
        rows = connection.execute("select * from kept").fetchall()
        connection.execute("drop table kept")
        connection.execute("create table kept (id integer primary key, kind, source, sha256, start, sentence, body)")
        connection.executemany("insert into kept values (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute(f"update kept set {column} = ? where kind = 'bookmark'", (value,))
        connection.commit()
    assert store.of(analysis) == (Kept("note", 2, "stays"),), "also where it happens while the store is open"
    again = Store(store.file)
    told = again.prepare()
    assert "1 kept thing was damaged and is left out; the file as it was is kept as kept.damaged-1.sqlite3" in told
    assert (store.file.parent / "kept.damaged-1.sqlite3").exists()
    assert again.prepare() == ""
    assert again.of(analysis) == (Kept("note", 2, "stays"),)
    assert again.lost(analysis) == ()


def test_what_is_damaged_beside_the_notes_costs_none(store: Store, analysis: Analysis) -> None:
    store.write_note(analysis, 2, "stays")
    store.write_note(analysis, 3, "?")
    _change(store, "update kept set body = cast(x'ff41' as text) where start = ?", analysis.sentences[3].start)
    _change(store, "drop table dismissed")
    again = Store(store.file)
    assert "no longer held the points that you dismissed" in again.prepare()
    assert again.prepare() == ""
    _change(store, "pragma user_version = 0")
    assert again.prepare() == ""
    assert again.of(analysis) == (Kept("note", 2, "stays"), Kept("note", 3, "\ufffdA"))


@pytest.mark.parametrize("statement", ["drop table kept", "alter table kept drop column body", "alter table dismissed drop column sides"])
def test_a_file_without_its_tables_is_set_aside(store: Store, analysis: Analysis, statement: str) -> None:
    _change(store, statement)
    again = Store(store.file)
    assert "was damaged; it is set aside as kept.damaged-1.sqlite3, and a new one begun" in again.prepare()
    again.mark("bookmark", analysis, 1)
    assert again.of(analysis) == (Kept("bookmark", 1),)


def test_the_second_of_two_readers_that_find_a_damaged_file_leaves_the_new_one(
    tmp_path: Path, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept.sqlite3"
    file.write_bytes(b"no database " * 500)
    first, second = Store(file), Store(file)
    set_aside = Store._set_aside

    def slowly(store: Store, damaged: object) -> str:
        if store is second:
            assert "set aside" in first.prepare()
            first.mark("bookmark", analysis, 1)
        return set_aside(store, damaged)

    monkeypatch.setattr(Store, "_set_aside", slowly)
    assert second.prepare() == ""
    assert second.of(analysis) == (Kept("bookmark", 1),)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.damaged-1.sqlite3", "kept.sqlite3"]


def test_a_note_that_another_reader_wrote_meanwhile_stays(store: Store, analysis: Analysis) -> None:
    other = Store(store.file)
    assert other.write_note(analysis, 3, "call the ministry", seen="") == "call the ministry"
    assert store.write_note(analysis, 3, "done on Monday", seen="") == "call the ministry · done on Monday"
    assert store.write_note(analysis, 3, "", seen="call the ministry") == "call the ministry · done on Monday"
    assert store.write_note(analysis, 3, "all done", seen="call the ministry · done on Monday") == "all done"
    assert store.write_note(analysis, 3, "", seen="all done") == ""
    assert store.of(analysis) == ()


def test_a_file_of_the_first_schema_is_brought_up_and_keeps_what_it_has(tmp_path: Path, analysis: Analysis) -> None:
    file = tmp_path / "kept.sqlite3"
    store = Store(file)
    assert store.prepare() == ""
    store.mark("bookmark", analysis, 1)
    with sqlite3.connect(file) as connection:
        connection.execute("pragma user_version = 1")
    assert Store(file).prepare() == ""
    assert store.of(analysis) == (Kept("bookmark", 1),)
    assert sqlite3.connect(file).execute("pragma user_version").fetchone() == (3,)


def test_a_source_given_from_a_folder_that_is_gone(
    tmp_path: Path, store: Store, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("PWD", str(here))
    relative = replace(analysis, article=replace(analysis.article, source="a.txt", path="a.txt"))
    store.mark("bookmark", relative, 1)
    here.rmdir()
    assert store.of(relative) == (Kept("bookmark", 1),)
    store.mark("reviewed", relative, 2)
    rows = sqlite3.connect(store.file).execute("select distinct source from kept").fetchall()
    assert rows == [(str(here / "a.txt"),)]


def test_a_file_that_is_damaged_or_cleared_away_while_it_is_open(store: Store, analysis: Analysis) -> None:
    store.mark("bookmark", analysis, 1)
    store.file.write_bytes(b"no database " * 500)
    with pytest.raises(StoreError, match=r"was damaged; it is set aside as kept\.damaged-1\.sqlite3, and a new one begun"):
        store.mark("bookmark", analysis, 2)
    store.mark("bookmark", analysis, 3)
    assert store.of(analysis) == (Kept("bookmark", 3),)
    shutil.rmtree(store.file.parent)
    store.mark("bookmark", analysis, 4)
    assert store.of(analysis) == (Kept("bookmark", 4),)
