"""The first screen: choosing, filtering, sorting, previewing; what it computes comes later."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.pilot import Pilot

from compare.model import Article
from tests.tui.conftest import press, seen, settle, told
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen
from tui.screens.compare import CompareScreen
from tui.screens.comparer import Comparer
from tui.screens.finder import Finder
from tui.screens.listing import Listing, bar
from tui.screens.menu import MenuScreen


def screen_of(app: NewsdiffApp) -> ArticlesScreen:
    screen = app.screen
    assert isinstance(screen, ArticlesScreen)
    return screen


async def test_space_chooses_and_moves_on_and_enter_compares(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        shown = await press(pilot, "space", "space")
        assert "5 articles · 2 selected" in shown
        assert shown.count("●") == 2
        assert "Enter compares A and B" in shown
        assert screen_of(app).listing.chosen == (0, 1)
        assert screen_of(app).current == 2
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "q")
        assert screen_of(app).listing.chosen == (0, 1)


async def test_one_chosen_article_is_not_enough_and_says_so(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "space", "enter")
        assert "Choose at least one more" in told(app)[-1]
        assert isinstance(app.screen, ArticlesScreen)


async def test_enter_without_choice_reads_one_alone(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.articles == (seeds[1],)


async def test_likeness_fills_in_after_the_first_picture(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        shown = seen(app)
        assert shown.count("%") >= 4
        assert "base" in shown
        assert "26 sentences" in await press(pilot, "j", "j", "j")


async def test_letters_follow_the_order_of_choosing_and_equals_makes_the_base(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "j", "space", "g", "space")
        assert screen_of(app).listing.chosen == (2, 0)
        await press(pilot, "g", "=")
        assert screen_of(app).listing.chosen == (0, 2)


async def test_all_and_none(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        assert "5 selected" in await press(pilot, "a")
        assert "selected" not in (await press(pilot, "a")).splitlines()[0]


async def test_the_filter_looks_into_the_texts_too(seeds: list[Article]) -> None:
    wanted = [number for number, article in enumerate(seeds) if "influential" in article.text.casefold()]
    assert 0 < len(wanted) < len(seeds)
    assert not any("influential" in article.title.casefold() for article in seeds)
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", *"influential")
        assert list(screen_of(app)._shown) == wanted


async def test_filter_as_you_type_and_escape_shows_all_again(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        shown = await press(pilot, "slash", *"WARM talks")
        assert "1 of 5 articles" in shown
        assert "esc back" in shown.splitlines()[-1]
        assert "/ filter" not in shown.splitlines()[-1]
        assert "hold warm talks" in shown
        assert len(screen_of(app)._shown) == 1
        await press(pilot, "enter", "space")
        assert screen_of(app).listing.chosen == (3,)
        await press(pilot, "escape")
        assert len(screen_of(app)._shown) == 5
        assert "Nothing matches" in await press(pilot, "slash", *"zzzz")


async def test_arrows_and_vims_keys_go_to_the_preview_and_back(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        for there, back in (("l", "h"), ("right", "left")):
            await press(pilot, there, "j", "j")
            assert app.screen.focused is screen_of(app).preview
            assert screen_of(app).current == 0
            await press(pilot, back, "j")
            assert screen_of(app).current == 1
            await press(pilot, "k")


async def test_sort_walks_through_the_orders(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "by title" in await press(pilot, "o")
        assert "by date" in await press(pilot, "o")
        assert screen_of(app)._shown[:2] == (0, 3)
        assert "by length" in await press(pilot, "o")
        assert screen_of(app)._shown[0] == 3
        assert "by likeness" in await press(pilot, "o")
        shares = [entry.pair.share for index in screen_of(app)._shown if (entry := screen_of(app).listing.entries[index]).pair]
        assert shares == sorted(shares, reverse=True)
        assert screen_of(app)._shown[0] == 0


async def test_delete_takes_an_article_off_the_list_and_q_leaves(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "space", "space", "g", "delete")
        assert len(screen_of(app).listing.entries) == 4
        assert screen_of(app).listing.chosen == (0,)
        await pilot.press("q")
        await pilot.pause()
    assert not app.is_running


async def test_titles_are_text_and_never_markup() -> None:
    hostile = [
        Article(f"{n}.txt", f"[/b] [red]x[/red] {n} said.\n\nMore [link=http://x]y[/].", str(n), "[/b] [@click=app.exit]x[/]") for n in "ab"
    ]
    app = NewsdiffApp(hostile, problems=["[/b] bad [red]"])
    async with app.run_test(size=(100, 30)) as pilot:
        shown = await press(pilot)
        assert "[/b] [@click=app.exit]x[/]" in shown
        assert told(app) == ["[/b] bad [red]"]


async def test_an_empty_list_says_what_to_do() -> None:
    app = NewsdiffApp([])
    async with app.run_test(size=(60, 12)) as pilot:
        shown = await press(pilot, "space", "a", "slash", "o", "enter", "x", "m")
        assert "press O to open" in shown


@pytest.mark.parametrize("size", [(20, 6), (40, 10), (44, 24), (80, 24), (200, 60), (300, 100)])
async def test_every_size_shows_the_list_and_a_way_on(seeds: list[Article], size: tuple[int, int]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=size) as pilot:
        shown = await press(pilot, "space", "j", "space")
        lines = shown.splitlines()
        assert len(lines) == size[1]
        assert "newsdiff" in lines[0]
        assert "?" in lines[-1]
        assert "● A" in shown
        await pilot.resize_terminal(70, 15)
        assert "● A" in await press(pilot)


async def test_clicking_marks_and_doubling(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.click("#articles-rows", offset=(2, 0))
        await pilot.click("#articles-rows", offset=(2, 4))
        await settle(pilot)
        assert screen_of(app).listing.chosen == (0, 1)
        await pilot.click("#articles-rows", offset=(20, 0), times=2)
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen)


def test_without_moves_the_numbers_up(seeds: list[Article]) -> None:
    listing = Listing.of(seeds).choose(4).choose(1).without(1)
    assert listing.chosen == (3,)
    assert listing.entries[3].article == seeds[4]


@pytest.mark.parametrize(("share", "filled", "rest"), [(0.0, "", "─" * 10), (1.0, "━" * 10, ""), (0.25, "━━╸", "─" * 7)])
def test_bar(share: float, filled: str, rest: str) -> None:
    assert bar(share) == (filled, rest)


async def test_export_writes_asks_before_it_replaces_and_says_the_whole_path(
    seeds: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(120, 30)) as pilot:
        shown = await press(pilot, "space", "space", "x")
        assert "jaishankar-rubio-kuala-lumpur.html" in shown
        await press(pilot, "enter")
        target = tmp_path / "jaishankar-rubio-kuala-lumpur.html"
        assert target.read_text(encoding="utf-8").startswith("<!")
        assert told(app)[-1] == f"Written: {target}"
        target.write_text("mine", encoding="utf-8")
        assert "again replaces it" in await press(pilot, "x", "enter")
        assert target.read_text(encoding="utf-8") == "mine"
        await press(pilot, "enter")
        assert target.read_text(encoding="utf-8") != "mine"
        shown = await press(pilot, "x", *["backspace"] * 40, *"none/x.json", "enter")
        assert "no such folder" in shown
        await press(pilot, *["backspace"] * 40)
        app.post_message(Paste("x" * 300 + ".html"))
        assert "can't be written" in await press(pilot, "enter")
        await press(pilot, "escape")
        assert isinstance(app.screen, ArticlesScreen)


async def test_the_mouse_reaches_all_that_can_be_done(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.click("TitleLine", offset=(3, 0))
        await settle(pilot)
        assert isinstance(app.screen, Finder)
        await press(pilot, "escape")
        await pilot.click("#articles-rows", offset=(2, 4), button=3)
        await settle(pilot)
        assert isinstance(app.screen, MenuScreen)
        await press(pilot, "escape")
        assert screen_of(app).listing.chosen == ()
        assert screen_of(app).current == 1


async def test_a_question_is_answered_by_the_mouse_alone(seeds: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = NewsdiffApp(seeds[:2])
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "x")
        await _click_on(pilot, "Esc leaves it")
        assert isinstance(app.screen, ArticlesScreen)
        await press(pilot, "x")
        await _click_on(pilot, "Enter writes")
        assert (tmp_path / "jaishankar-rubio-kuala-lumpur.html").exists()
        assert isinstance(app.screen, ArticlesScreen)


async def test_what_enter_does_can_be_clicked(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "space", "space")
        await _click_on(pilot, "Enter compares A and B")
        assert isinstance(app.screen, CompareScreen)


async def _click_on(pilot: Pilot[None], text: str) -> None:
    lines = seen(pilot.app).splitlines()
    y = next(number for number, line in enumerate(lines) if text in line)
    await pilot.click(offset=(cell_len(lines[y][: lines[y].index(text)]) + 2, y))
    await settle(pilot)


async def test_many_files_that_cannot_be_read_leave_the_screen_free(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds, problems=[f"{number}.txt: is empty" for number in range(200)])
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot)
        assert told(app) == [
            "0.txt: is empty",
            "1.txt: is empty",
            "2.txt: is empty",
            "and 197 more files that can't be read; the others are listed",
        ]


async def test_the_folder_that_newsdiff_was_started_in_is_gone(
    seeds: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("PWD", str(here))
    articles = [replace(article, source=Path(article.path).name, path=Path(article.path).name) for article in seeds[:2]]
    here.rmdir()
    app = NewsdiffApp(articles, compare_at_once=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot)
        assert "◆" in await press(pilot, "b")
        await press(pilot, "O")
        assert "No such file" in told(app)[-1]
        await press(pilot, "escape", "x", "enter")
        assert "write the full path" in seen(app)
        await press(pilot, *["backspace"] * 40, *str(tmp_path / "x.json"), "enter")
        assert (tmp_path / "x.json").exists()


@pytest.mark.parametrize("pauses", range(12))
async def test_left_while_the_list_is_only_being_made(seeds: list[Article], pauses: int) -> None:
    app = NewsdiffApp(seeds, compare_at_once=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.screen.dismiss(None)  # the list comes, and ctrl+q before it is there
        for _ in range(pauses):
            await asyncio.sleep(0)
        app.exit()
    assert app.return_code == 0


async def test_keys_that_come_before_a_screen_has_gone_do_no_harm(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for _ in range(5):
            await press(pilot, "space", "space", "enter")
            closing = app.screen
            assert isinstance(closing, CompareScreen)
            closing.dismiss(None)
            await asyncio.sleep(0)
            await app.run_action("search", closing)
            closing.post_message(Comparer.Compared(closing.comparer.generation, None, "too late"))
            await settle(pilot)
            assert isinstance(app.screen, ArticlesScreen)
            await press(pilot, "a", "a")
