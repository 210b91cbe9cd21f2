"""Not a difference: judged in the texts, the ledger or the brief; kept over quitting, told in exports, obeyed by check, undone."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from compare.export.json import render
from compare.model import Article, Options
from tests.tui.conftest import press, seen, settle, told, walk
from tests.tui.test_cli import newsdiff
from tests.views.test_dismissals import HERALD, POST, article
from tui.app import NewsdiffApp
from tui.comparing import compared
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.screens.lists import ListScreen
from tui.settings import Settings
from tui.store import data_file
from tui.store.keeping import Store

BOTH = (article("Herald", HERALD, "1" * 64), article("Post", POST, "2" * 64))


def app(opens_with: str = "texts", articles: tuple[Article, ...] = BOTH) -> NewsdiffApp:
    return NewsdiffApp(articles, compare_at_once=True, settings=Settings(opens_with=opens_with))  # type: ignore[arg-type]


def compare_screen(reader: NewsdiffApp) -> CompareScreen:
    return next(screen for screen in reader.screen_stack if isinstance(screen, CompareScreen))


async def test_on_a_point_in_the_texts_with_a_word_why_and_undone() -> None:
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert "1 point" in seen(reader)
        await walk(pilot, "] X 'both are estimates' enter")
        await settle(pilot)
        assert "0 points" in seen(reader).splitlines()[0]
        assert compare_screen(reader).state.subject.state(compare_screen(reader).state.cursor) == "shared"
        assert any("U undoes it" in line for line in told(reader))
        (point,) = compared(BOTH, Options()).points
        assert point.dismissed is not None
        assert point.dismissed.why == "both are estimates"
        await press(pilot, "U")
        assert "1 point" in seen(reader).splitlines()[0]
        assert compared(BOTH, Options()).points[0].dismissed is None
        await press(pilot, "U")
        assert "There is nothing to undo" in told(reader)[-1]


async def test_esc_in_the_question_judges_nothing() -> None:
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await walk(pilot, "] X escape")
        assert "1 point" in seen(reader).splitlines()[0]
        await walk(pilot, "G X")
        assert "There is no point here" in told(reader)[-1]


async def test_on_a_card_of_the_brief_and_it_stays_over_quitting() -> None:
    reader = app("brief")
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        screen = reader.screen
        assert isinstance(screen, BriefScreen)
        assert screen.point is not None, "the cursor begins on the first card"
        await walk(pilot, "X enter")
        await settle(pilot)
        assert screen.point is None
        assert "0 points" in seen(reader).splitlines()[0]
        assert "1 not a difference, as you judged" in seen(reader)
    again = app()
    async with again.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert "0 points" in seen(again).splitlines()[0]


async def test_what_is_only_possible_in_the_brief_and_undone() -> None:
    reader = NewsdiffApp(BOTH, compare_at_once=True, options=Options(min_confidence=1.0), settings=Settings(opens_with="brief"))
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert "1 is possible" in seen(reader)
        await press(pilot, "5")
        screen = reader.screen
        assert isinstance(screen, BriefScreen)
        assert screen.page is not None
        screen.rows.cursor = next(number for number, row in enumerate(screen.page.rows) if row.kind == "point")
        await walk(pilot, "X 'estimates' enter")
        await settle(pilot)
        assert "possible" not in seen(reader)
        assert "1 not a difference, as you judged" in seen(reader)
        await press(pilot, "U")
        assert "1 is possible" in seen(reader)


async def test_in_the_ledger_and_back_from_the_list_of_what_is_kept() -> None:
    reader = app()
    async with reader.run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await walk(pilot, "d tab tab j X 'no' enter")
        await settle(pilot)
        assert "0 points" in seen(reader).splitlines()[0]
        await walk(pilot, "escape B")
        assert isinstance(reader.screen, ListScreen)
        assert "× " in seen(reader)
        assert "not a difference: no" in seen(reader)
        await walk(pilot, "delete")
        await settle(pilot)
        assert "×" not in seen(reader)
        await walk(pilot, "escape")
        assert "1 point" in seen(reader).splitlines()[0]


async def test_a_decision_that_cannot_be_kept_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        blocked = tmp_path / "file"
        blocked.write_text("", encoding="utf-8")
        monkeypatch.setenv("NEWSDIFF_DATA", str(blocked / "folder"))
        await walk(pilot, "] X enter")
        await settle(pilot)
        assert "1 point" in seen(reader).splitlines()[0]
        assert "nothing could be kept" in told(reader)[-1]


async def test_check_and_export_obey_it(tmp_path: Path) -> None:
    paths = [tmp_path / "herald.txt", tmp_path / "post.txt"]
    for path, text in zip(paths, (HERALD, POST), strict=True):
        path.write_text(text, encoding="utf-8")
    assert newsdiff("check", *paths).returncode == 1
    from tui.sources import gather

    reader = app(articles=tuple(gather([str(path) for path in paths]).articles))
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await walk(pilot, "] X 'estimates' enter")
        await settle(pilot)
    assert newsdiff("check", *paths).returncode == 0
    assert newsdiff("check", *paths, "--no-dismissals").returncode == 1
    exported = json.loads(newsdiff("export", *paths, "-o", "-", "--format", "json").stdout)
    assert [point["dismissed"] for point in exported["points"]] == [{"why": "estimates"}]
    assert "not a difference: estimates" in newsdiff("diff", *paths).stdout
    paths[1].write_text(POST.replace("45 million", "46 million"), encoding="utf-8")
    assert newsdiff("check", *paths).returncode == 1, "other words are another point"


def test_damaged_rows_judge_nothing() -> None:
    before = render(compared(BOTH, Options()))
    from tui.store import ready_store

    assert ready_store().problem == ""
    with sqlite3.connect(data_file()) as connection:
        for row in (
            ("number", "", "nonsense"),
            ("number", "", "[]"),
            ("number", "", '[["a"]]'),
            ("hats", "", "[[1]]"),
            ("number", "", b"\xff"),
        ):
            connection.execute("insert into dismissed (kind, why, sides) values (?, ?, ?)", row)
    assert render(compared(BOTH, Options())) == before
    store = Store(data_file())
    assert "5 kept things were damaged and are left out" in store.prepare()
    assert store.prepare() == "", "they are gone, and the file as it was lies beside"
