"""Bookmarks, notes, reviewed marks and jumps on the Compare screen; opening more; files that change while they are open."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from textual.events import Paste

from compare import analyse, read
from compare.model import Article, Place
from tests.conftest import ROOT
from tests.tui.conftest import press, seen, told
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen
from tui.screens.compare import CompareScreen
from tui.screens.lists import ListScreen
from tui.screens.picker import PickerScreen
from tui.store import Store


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def files(seeds: list[Article], tmp_path: Path) -> list[Path]:
    """Three of the seeds in a folder of their own."""
    folder = tmp_path / "news"
    folder.mkdir()
    return [Path(shutil.copy(article.source, folder)) for article in seeds[1:4]]


async def test_a_note_that_could_not_be_kept_has_its_words_still(files: list[Path], own_data: Path) -> None:
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        own_data.mkdir(exist_ok=True)
        (own_data / "kept.sqlite3").unlink(missing_ok=True)
        (own_data / "kept.sqlite3").mkdir()  # nothing can be written there, not even by root
        await press(pilot, "c", *"ask her", "enter")
        assert "nothing could be kept" in told(app)[-1]
        assert told(app)[-1].endswith("c brings your words back")
        (own_data / "kept.sqlite3").rmdir()
        assert "ask her" not in await press(pilot, "j", "c")
        assert "ask her" in await press(pilot, "escape", "k", "c")
        await press(pilot, *" again", "enter")
        assert told(app)[-1] == "Note kept"
        assert "ask her again" in await press(pilot, "B")
        assert "ask her again" not in await press(pilot, "delete", "escape", "c")


async def test_a_note_that_is_pasted_comes_whole(files: list[Path]) -> None:
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        await press(pilot, "c")
        app.post_message(Paste("ask her\n\n about\tthe vote\r\n"))
        await press(pilot, "enter")
        assert told(app)[-1] == "Note kept"
        assert "ask her about" in await press(pilot, "B")


async def test_marks_show_survive_and_are_listed(files: list[Path]) -> None:
    articles = [read(file) for file in files[:2]]
    app = NewsdiffApp(articles, compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        await press(pilot, "z")
        assert "◆" in await press(pilot, "j", "b")
        await press(pilot, "j", "j", "c")
        assert "✎" in await press(pilot, *"ask them", "enter")
        assert "✓" in await press(pilot, "j", "r")
    again = NewsdiffApp(articles, compare_at_once=True)
    async with again.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        shown = await press(pilot, "z", "j", "j", "j", "j")
        for sign in "◆✎✓":
            assert sign in shown
        shown = await press(pilot, "B")
        assert "ask them" in shown
        assert isinstance(again.screen, ListScreen)
        await press(pilot, "delete")
        shown = await press(pilot, "G", "enter")
        assert isinstance(again.screen, CompareScreen)
        assert "◆" not in shown
        assert "✎" in shown


async def test_an_export_carries_the_notes(files: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        await press(pilot, "c", *"ask <them>", "enter", "x", *["backspace"] * 4, *"json", "enter")
    written = json.loads((tmp_path / "jaishankar-rubio-kuala-lumpur.json").read_text(encoding="utf-8"))
    assert [note["text"] for note in written["notes"]] == ["ask <them>"]


async def test_an_export_says_that_the_notes_are_missing(
    files: list[Path], own_data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own_data.write_text("in the way", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    app = NewsdiffApp([read(file) for file in files[:2]])
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot, "x", "enter")
        assert "Written: " in told(app)[-2]
        assert told(app)[-1].startswith("Without your notes: ")


def test_the_command_line_exports_notes_when_asked(files: list[Path], own_data: Path, tmp_path: Path) -> None:
    store = Store(own_data / "kept.sqlite3")
    assert store.prepare() == ""
    store.write_note(analyse(read(files[0])), 2, "ask them")
    out = tmp_path / "out.json"
    for asked, expected in (([], []), (["--notes"], ["ask them"])):
        command = [sys.executable, "-m", "tui.cli", "export", *map(str, files[:2]), "-o", str(out), *asked]
        subprocess.run(command, check=True, cwd=ROOT, timeout=120)
        assert [note["text"] for note in json.loads(out.read_text(encoding="utf-8"))["notes"]] == expected


async def test_a_store_that_cant_be_used_is_told_and_the_reader_goes_on(files: list[Path], own_data: Path) -> None:
    own_data.write_text("in the way", encoding="utf-8")
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot, "b")
        assert any("nothing" in line and "kept" in line for line in told(app))
        assert isinstance(app.screen, CompareScreen)


async def test_a_damaged_store_is_told_once(files: list[Path], own_data: Path) -> None:
    own_data.mkdir()
    (own_data / "kept.sqlite3").write_bytes(b"no database " * 500)
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        assert "◆" in await press(pilot, "b", "j", "b", "B")
        assert len([line for line in told(app) if "set aside as kept.damaged-1.sqlite3" in line]) == 1


async def test_two_readers_turn_round_what_each_of_them_shows(files: list[Path]) -> None:
    articles = [read(file) for file in files[:2]]
    first, second = NewsdiffApp(articles, compare_at_once=True), NewsdiffApp(articles, compare_at_once=True)
    async with first.run_test(size=(110, 30)) as one, second.run_test(size=(110, 30)) as two:
        await press(one)
        await press(two)
        await press(one, "b")
        assert "◆" in await press(two, "b")
        assert told(second)[-1] == "Bookmark set"
        await press(one, "c", *"first", "enter")
        shown = await press(two, "c")
        assert "first" in shown
        await press(one, "c", *" more", "enter")
        await press(two, *" of two", "enter")
        assert "Another reader wrote a note here in the meantime" in told(second)[-1]
        assert "first more · first of two" in await press(two, "B")


@pytest.mark.parametrize("size", [(20, 6), (20, 11), (40, 12), (80, 24)])
async def test_what_one_writes_is_seen_however_small_the_terminal(files: list[Path], size: tuple[int, int]) -> None:
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        assert "my words" in await press(pilot, "j", "c", *"my words")
        await press(pilot, "enter")
        assert "my words" in await press(pilot, "B")
        await press(pilot, "escape")
        assert "lumpur.html" in await press(pilot, "x")


async def test_jumps_are_listed(files: list[Path]) -> None:
    app = NewsdiffApp([read(file) for file in files[1:]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        assert "You haven't jumped yet" in await press(pilot, "J")
        await press(pilot, "escape")
        assert isinstance(app.screen, CompareScreen)
        start = app.screen.state.cursor
        await press(pilot, "full_stop", "J", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.state.cursor == start


async def test_a_changed_file_is_offered_and_read_again_on_demand(files: list[Path]) -> None:
    app = NewsdiffApp([read(file) for file in files])
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot, "space", "space")
        files[0].write_text("Jaishankar met Rubio on Monday.\n\nThey spoke about tariffs for an hour.\n", encoding="utf-8")
        os.utime(files[0], (1, 1))
        files[2].unlink()
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        screen._look_at_files()
        await press(pilot)
        assert any("has changed: press R" in line for line in told(app))
        assert any("was removed; its text is kept here" in line for line in told(app))
        count = len(told(app))
        screen._look_at_files()
        await press(pilot)
        assert len(told(app)) == count
        shown = await press(pilot, "g", "R")
        assert "They spoke about tariffs" in shown
        assert len(screen.listing.entries) == 3
        assert screen.listing.chosen == (0, 1)


async def test_a_folder_that_goes_is_told_in_three_lines(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(12)]
    for number, file in enumerate(files):
        file.write_text(f"The mayor spoke for {number} hours.\n", encoding="utf-8")
    app = NewsdiffApp([read(file) for file in files])
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        for file in files:
            file.unlink()
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        screen._look_at_files()
        await press(pilot)
        assert [line.startswith(str(files[number])) for number, line in enumerate(told(app)[:2])] == [True, True]
        assert told(app)[2:] == ["and 10 more files have changed or were removed"]
        app.clear_notifications()
        await press(pilot, "R")
        assert told(app)[2:] == ["and 10 more articles that can't be fetched; their old texts are kept", "Nothing has changed"]


async def test_a_changed_file_in_the_comparison(files: list[Path]) -> None:
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        files[0].write_text("A new beginning was made.\n\n" + files[0].read_text(encoding="utf-8"), encoding="utf-8")
        assert "A new beginning was made." in await press(pilot, "R", "g")


async def test_the_comparison_offers_a_changed_file_and_keeps_the_place(files: list[Path]) -> None:
    app = NewsdiffApp([read(file) for file in files[:2]], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await press(pilot, "j", "j", "j", "slash", *"rubio", "enter", "n")
        cursor = screen.state.cursor
        sentence = screen.state.subject.comparison.sentence(cursor).text
        files[cursor.article].write_text(
            "A new beginning was made.\n\nAnd another.\n\n" + files[cursor.article].read_text(encoding="utf-8"), encoding="utf-8"
        )
        await press(pilot, "m")
        screen._look_at_files()
        await press(pilot)
        assert not any("press R" in line for line in told(app)), "on a screen where that key does nothing"
        await press(pilot, "escape")
        screen._look_at_files()
        await press(pilot)
        assert any(line.startswith(str(files[cursor.article])) and "has changed: press R to read it again" in line for line in told(app))
        await press(pilot, "R")
        assert screen.state.cursor == Place(cursor.article, cursor.sentence + 2)
        comparison = screen.state.subject.comparison
        assert comparison.sentence(screen.state.cursor).text == sentence
        assert {comparison.articles[a].article.text[start:end].lower() for a, start, end in screen.state.hits.spans} == {"rubio"}


async def test_the_list_below_has_the_text_that_the_comparison_read_again(files: list[Path]) -> None:
    app = NewsdiffApp([read(file) for file in files[:2]])
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot, "a", "enter")
        assert isinstance(app.screen, CompareScreen)
        files[0].write_text("A new beginning was made.\n\n" + files[0].read_text(encoding="utf-8"), encoding="utf-8")
        await press(pilot, "R")
        shown = await press(pilot, "q", "g")
        assert isinstance(app.screen, ArticlesScreen)
        assert "A new beginning was made." in shown
        app.screen._look_at_files()
        await press(pilot)
        assert not [line for line in told(app) if "press R" in line]
        assert app.screen.listing.chosen == (0, 1)


async def test_opening_more_from_the_list(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files[0].parent)
    app = NewsdiffApp([read(files[0].name)])
    async with app.run_test(size=(110, 30)) as pilot:
        shown = await press(pilot, "O")
        assert isinstance(app.screen, PickerScreen)
        for file in files:
            assert file.name in shown
        await press(pilot, "j", "space", "space", "enter")
        assert isinstance(app.screen, ArticlesScreen)
        assert len(app.screen.listing.entries) == 3
        await press(pilot, "O", "backspace", "enter")
        assert isinstance(app.screen, PickerScreen)
        shown = seen(app)
        assert "news" in shown
        await press(pilot, "slash", *"no-such-file.txt", "enter")
        assert "no such file" in told(app)[-1]
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, ArticlesScreen)


async def test_a_chosen_folder_shows_that_it_is(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files[0].parent.parent)
    app = NewsdiffApp([])
    async with app.run_test(size=(110, 30)) as pilot:
        shown = await press(pilot, "O")
        assert "▸ news/" in shown
        shown = await press(pilot, "space")
        assert "● news/" in shown
        assert "1 selected" in shown
        await press(pilot, "enter")
        assert isinstance(app.screen, ArticlesScreen)
        assert len(app.screen.listing.entries) == 3


async def test_the_picker_walks_as_arrows_and_vim_do_and_takes_a_pattern(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files[0].parent.parent)
    app = NewsdiffApp([])
    async with app.run_test(size=(110, 30)) as pilot:
        assert files[0].name in await press(pilot, "O", "l")
        shown = await press(pilot, "left")
        assert files[0].name not in shown
        assert "▸ news/" in shown
        assert files[0].name in await press(pilot, "right")
        await press(pilot, "h", "slash", *"news/00[12]*", "enter")
        assert isinstance(app.screen, ArticlesScreen)
        assert len(app.screen.listing.entries) == 2
        await press(pilot, "O", "slash", *"news/*.none", "enter")
        assert "no such file" in told(app)[-1]
        await press(pilot, "escape", "slash", *"gopher://news.example/a", "enter")
        assert "can't be fetched" in told(app)[-1]
        assert isinstance(app.screen, PickerScreen)


async def test_opening_more_from_the_comparison(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files[0].parent)
    app = NewsdiffApp([read(file) for file in files[1:]], compare_at_once=True)
    async with app.run_test(size=(130, 30)) as pilot:
        await press(pilot)
        await press(pilot, "right_square_bracket", "v", "w")
        before = app.screen
        assert isinstance(before, CompareScreen)
        await press(pilot, "O", "enter")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen is not before
        assert "3 articles" in seen(app)
        assert screen.state.cursor == before.state.cursor != Place(0, 0)
        assert (screen.state.shows, screen.state.options.wrapped) == ("reading", False)
