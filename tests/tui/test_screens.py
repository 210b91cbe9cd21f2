"""Help, legend and the tables over the articles."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from compare.model import Article, Comparison, Options
from compare.views.coverage import burden, left_out, table
from compare.views.likeness import shares
from compare.views.presence import matrix
from tests.tui.conftest import press, seen, settle
from tui import keymap
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.screens.coverage import CoverageScreen
from tui.screens.entity import EntityScreen
from tui.screens.likeness import LikenessScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.pages import HelpScreen, LegendScreen
from tui.screens.rows import RowList
from tui.screens.tables import TableScreen
from tui.settings import Settings


@pytest.mark.parametrize("size", [(100, 30), (20, 6)])
async def test_help_lists_every_key_of_the_screen(seeds: list[Article], size: tuple[int, int]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "question_mark")
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        words = " ".join(" ".join(text for text, _ in line) for line in screen.page._lines)
        for action in keymap.actions_for("articles"):
            assert keymap.shown_key(action.keys[0]) in words
            for word in action.description.split():
                assert word in words
        before = seen(app)
        assert await press(pilot, "G") != before
        await press(pilot, "q")
        assert not isinstance(app.screen, HelpScreen)


async def test_help_is_grouped_by_what_one_wants_and_begins_with_the_five_keys(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2], compare_at_once=True, settings=Settings(opens_with="texts"))
    async with app.run_test(size=(120, 60)) as pilot:
        shown = (await press(pilot, "question_mark")).splitlines()
        assert "Five keys suffice" in shown[1]
        assert [line.split()[0] for line in shown[2:7]] == ["]", "Enter", "0", "m", "?"]
        titles = [line.strip() for line in shown if line.strip() in keymap.GROUPS.values()]
        assert titles[:2] == ["See what differs", "Move about"]


async def test_help_and_legend_can_be_searched(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "question_mark")
        shown = await press(pilot, "slash", *"EXPORT", "enter")
        assert "Write the comparison as a file" in shown
        assert "One line or sentence down" not in shown
        assert "Copy and export" in shown
        assert "Move about" not in shown
        assert isinstance(app.screen, HelpScreen)
        assert "One line or sentence down" in await press(pilot, "escape"), "the first Esc shows all again"
        assert isinstance(app.screen, HelpScreen)
        assert "Nothing matches" in await press(pilot, "slash", *"qqq")
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, HelpScreen)
        shown = await press(pilot, "L", "slash", *"moved")
        assert "the other article has it in another place" in shown
        assert "A bookmark of yours" not in shown


async def test_the_legend_shows_every_state(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 40)) as pilot:
        shown = await press(pilot, "L")
        assert isinstance(app.screen, LegendScreen)
        lines = app.screen.lines(80, app.theme_variables)
        assert {sum(cell_len(text) for text, _ in line[:-1]) for line in lines if len(line) > 1} == {17}
        for word in ("= shared", "≈ in part", "≠ divergent", "+ unique", "reworded", "conflicting", "only here"):
            assert word in shown


async def test_coverage_walks_cells_and_opens_the_place(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot, "m")
        screen = app.screen
        assert isinstance(screen, CoverageScreen)
        shown = seen(app)
        assert "lacks and most carry first" in shown
        assert "alone says" in " ".join(shown.split())
        assert "weight" not in shown
        assert screen.shown[0].omitted(0)
        assert f"{screen.shown[0].carried}/5" in shown
        assert "all passages, as told" in await press(pilot, "l", "o")
        assert screen.shown == screen.table
        assert "leaves out" in await press(pilot, "o")
        assert all(row.omitted(1) for row in screen.shown)
        assert "alone says" in await press(pilot, "o")
        assert all(row.alone(1) for row in screen.shown)
        place = screen.place()
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        await press(pilot)
        assert app.screen.state.cursor == place


async def test_coverage_from_the_comparison_goes_back_to_it(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:3], compare_at_once=True)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        compare_screen = app.screen
        await press(pilot, "m", "j", "j", "j", "l", "l")
        screen = app.screen
        assert isinstance(screen, CoverageScreen)
        place = screen.place()
        await press(pilot, "enter")
        assert app.screen is compare_screen
        assert isinstance(compare_screen, CompareScreen)
        assert compare_screen.state.cursor == place


async def test_likeness_is_a_table_and_opens_a_pair(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(110, 30)) as pilot:
        shown = await press(pilot, "M")
        assert isinstance(app.screen, LikenessScreen)
        assert shown.count("%") >= 20
        await press(pilot, "l", "l", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.articles == (seeds[0], seeds[2])


async def test_names_filter_sort_and_open(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(110, 30)) as pilot:
        shown = await press(pilot, "E")
        screen = app.screen
        assert isinstance(screen, MatrixScreen)
        assert "by prominence" in shown
        assert "Rubio" in await press(pilot, "slash", *"rubio", "enter")
        assert 1 <= len(screen.shown) < len(screen.table)
        await press(pilot, "escape", "o")
        names = [row.entity.name.casefold() for row in screen.shown]
        assert len(names) == len(screen.table)
        assert names == sorted(names)
        assert "%" in (await press(pilot, "o")).split("names them, % of the text")[1]
        await press(pilot, "o")
        assert 0 in screen.shown[0].left_out
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)


async def test_all_about_a_name_from_the_sidebar_and_to_a_sentence(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds, compare_at_once=True)
    async with app.run_test(size=(150, 40)) as pilot:
        await press(pilot)
        compare_screen = app.screen
        await press(pilot, "e", "slash", *"trump", "enter")
        shown = await press(pilot, "D")
        screen = app.screen
        assert isinstance(screen, EntityScreen)
        assert screen.entity.name == "Donald Trump"
        assert "≠ US President" in shown
        assert "≠ then-US President" in shown
        assert "○ leaves it out" in shown
        assert "A calls Donald Trump US President, B then-US President." in shown
        shown = await press(pilot, "G", "l", "enter")
        assert app.screen is compare_screen
        assert isinstance(compare_screen, CompareScreen)
        state = compare_screen.state
        assert state.cursor.article == 1
        assert "Donald Trump" in state.subject.comparison.sentence(state.cursor).text
        assert len(state.hits.spans) == len(screen.entity.mentions)


async def test_all_about_names_turns_and_stays_usable_where_it_is_narrow(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds, compare_at_once=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "D")
        screen = app.screen
        assert isinstance(screen, EntityScreen)
        first = screen.entity
        await press(pilot, "n")
        assert screen.entity != first
        await press(pilot, "N")
        assert screen.entity == first
        assert "D " in (await press(pilot, "l", "l", "l")).splitlines()[1]
        await pilot.resize_terminal(44, 20)
        shown = await press(pilot, "h")
        assert [line.strip("│▌┃ ")[0] for line in shown.splitlines()[3:8]] == list("ABCDE")
        await pilot.resize_terminal(18, 5)
        await press(pilot, "j", "G", "g")
        await press(pilot, "escape")
        assert isinstance(app.screen, CompareScreen)


async def test_all_about_a_name_from_the_table(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot, "E", "o", "j")
        table = app.screen
        assert isinstance(table, MatrixScreen)
        await press(pilot, "D")
        screen = app.screen
        assert isinstance(screen, EntityScreen)
        assert screen.entity == table.shown[1].entity
        await press(pilot, "n")
        assert screen.entity == table.shown[2].entity
        screen.column = next(article for article, count in enumerate(screen.presence.counts) if count)
        await press(pilot, "enter")
        await press(pilot)
        assert isinstance(app.screen, CompareScreen)
        place = app.screen.state.cursor
        assert any((mention.article, mention.sentence) == (place.article, place.sentence) for mention in screen.entity.mentions)


@pytest.mark.parametrize("there", ["", "question_mark", "L", "B", "J", "O", "E"])
async def test_coverage_and_likeness_are_a_key_away_from_every_screen(there: str, seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2], compare_at_once=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot)
        for key, wanted in (("m", CoverageScreen), ("M", LikenessScreen)):
            await press(pilot, *([there] if there else []), key)
            assert isinstance(app.screen, wanted)
            await press(pilot, "escape", *(["escape"] if there == "E" else []))
            assert isinstance(app.screen, CompareScreen)


@pytest.mark.parametrize("size", [(20, 6), (300, 100)])
async def test_every_screen_in_every_size_and_back(seeds: list[Article], size: tuple[int, int]) -> None:
    app = NewsdiffApp(seeds[:2])
    async with app.run_test(size=size) as pilot:
        first = app.screen
        for key in ("m", "M", "E", "question_mark", "L", "x"):
            await press(pilot, key)
            assert app.screen is not first
            await press(pilot, "down", "right")
            await pilot.resize_terminal(60, 15)
            await pilot.resize_terminal(*size)
            await press(pilot, "escape")
            assert app.screen is first


def test_coverage_counts_every_article(comparison: Comparison) -> None:
    rows = table(comparison)
    assert len(rows) == len(comparison.passages)
    for row in rows:
        members = {member.article for member in row.passage.members}
        for article, cell in enumerate(row.cells):
            assert (cell in {"present", "altered"}) == (article in members)
            assert (cell != "absent") == (article in members or article in row.passage.coverage)
        assert sum(row.alone(article) for article in range(5)) == (row.carried == 1)
    for article in range(5):
        missing = left_out(rows, article)
        assert all(row.cells[article] == "absent" and row.carried >= 2 for row in missing)
        assert burden(missing) == pytest.approx(sum(row.weight for row in missing), abs=0.01)


def test_likeness_is_whole_in_itself_and_a_share_elsewhere(comparison: Comparison) -> None:
    found = shares(comparison)
    for row, line in enumerate(found):
        assert line[row] == 1.0
        assert all(0.0 <= share <= 1.0 for share in line)
    assert any(found[a][b] != found[b][a] for a in range(5) for b in range(a))


def test_the_matrix_screen_draws_what_the_engine_found(comparison: Comparison) -> None:
    assert len(matrix(comparison)) == len(comparison.entities)


async def test_a_table_is_drawn_anew_when_the_terminal_is_resized(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds, compare_at_once=True)
    async with app.run_test(size=(250, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        for width in (80, 200, 60):
            await pilot.resize_terminal(width, 24)
            await pilot.pause(0.2)
            rows = app.screen.query_one(RowList)
            drawn = "".join(segment.text for segment in rows.render_line(0)).rstrip()
            shown = seen(app).splitlines()[2]
            assert shown.split() == drawn.split()
            assert len(drawn.split()) == 7  # a name, its type and five counts
            assert seen(app).splitlines()[1].split() == list("ABCDE")


async def test_a_covered_screen_is_laid_out_when_it_is_seen_again(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        await pilot.resize_terminal(60, 20)
        await press(pilot, "q")
        await settle(pilot)
        after = seen(app)
        assert app.screen.has_class("-narrow")
        await pilot.resize_terminal(100, 30)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert seen(app) == after


async def test_tables_begin_where_one_comes_from(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds, compare_at_once=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        compare_screen = app.screen
        assert isinstance(compare_screen, CompareScreen)
        await press(pilot, "]", "]", "]", "]", "l")
        cursor = compare_screen.state.cursor
        assert cursor.article > 0
        await press(pilot, "m")
        screen = app.screen
        assert isinstance(screen, CoverageScreen)
        assert cursor in screen.shown[screen.row].passage.members
        assert screen.column == cursor.article
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.state.cursor == cursor
        await press(pilot, "M")
        likeness = app.screen
        assert isinstance(likeness, LikenessScreen)
        assert (likeness.row, likeness.column) == (cursor.article, cursor.article)


async def test_cells_stay_near_their_label_on_a_wide_terminal(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2])
    async with app.run_test(size=(300, 30)) as pilot:
        for key, most in (("M", 95), ("E", 70)):
            shown = (await press(pilot, key)).splitlines()
            assert max(len(line) for line in shown[1:20]) < most
            await pilot.click("RowList", offset=(len(shown[1]) - 1, 1))
            await settle(pilot)
            screen = app.screen
            assert isinstance(screen, TableScreen)
            assert (screen.column, screen.row) == (1, 1)
            await press(pilot, "escape")


async def test_a_click_on_a_letter_goes_to_its_column_and_a_second_one_sorts(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2])
    async with app.run_test(size=(100, 24)) as pilot:
        for key in ("m", "M", "E"):
            head = (await press(pilot, key)).splitlines()[1]
            screen = app.screen
            assert isinstance(screen, TableScreen)
            assert screen.column == 0
            before = getattr(screen, "order", None)
            await pilot.click("Heading", offset=(head.index("B"), 0))
            await pilot.click("Heading", offset=(1, 0), times=2)
            await settle(pilot)
            assert (screen.column, getattr(screen, "order", None)) == (1, before)
            await pilot.click("Heading", offset=(head.index("B"), 0), times=2)
            await settle(pilot)
            assert (getattr(screen, "order", None) != before) == (key != "M")
            await press(pilot, "escape")


async def test_the_smallest_table_keeps_its_rows(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(20, 6)) as pilot:
        await press(pilot, "m")
        assert app.screen.query_one(RowList).size.height >= 2


async def test_a_table_without_a_comparison_says_why_and_no_longer_that_it_compares(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2], options=Options(ner="foo"))
    async with app.run_test(size=(110, 30)) as pilot:
        shown = await press(pilot, "m")
        assert "There is no name recogniser called 'foo'" in shown
        assert "comparing" not in shown
