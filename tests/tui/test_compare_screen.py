"""The Compare screen, driven by keys."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare import read
from compare.model import Place
from tests.tui.conftest import seen, told
from tests.tui.layout.made import numbered, subject
from tests.tui.test_pane import reader
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def the_app(count: int = 2) -> NewsdiffApp:
    return NewsdiffApp([read(path) for path in SEEDS[:count]], compare_at_once=True)


async def the_screen(app: NewsdiffApp, pilot: Pilot[None]) -> CompareScreen:
    """The Compare screen, its comparison computed."""
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, CompareScreen)
    await app.workers.wait_for_complete()
    await pilot.pause()
    assert screen.state.subject.ready
    return screen


def shown(app: NewsdiffApp) -> list[str]:
    """The lines on the screen."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


async def test_texts_are_there_before_the_comparison() -> None:
    app = the_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = CompareScreen(app.articles)
        screen.start_comparing = lambda: None  # type: ignore[method-assign]  # never comes
        await app.push_screen(screen)
        await pilot.pause()
        assert not screen.state.subject.ready
        assert any("India" in line for line in shown(app))
        await pilot.press("j", "]", "1", "v", "e", "G", "z", "enter")
        assert screen.state.cursor.article == 0


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (79, 24), (80, 24), (120, 35), (300, 100)])
async def test_any_size(size: tuple[int, int]) -> None:
    app = the_app(5)
    async with app.run_test(size=size) as pilot:
        screen = await the_screen(app, pilot)
        room = screen.size.width
        assert len([pane for pane in screen.body.panes if pane.display]) == screen.state.panes
        assert screen.state.panes == (1 if room < 80 else min(5, (room - 2 + 1) // 39))
        for key in ["j", "]", "v", "j", "]", "v", "w", "j", "]", "w", "G", "g", "z", "l", "enter"]:
            await pilot.press(key)
            view, _column = screen.state.focused
            assert view.is_visible(screen.state.cursor), key


async def test_live_resize_keeps_the_place() -> None:
    app = the_app(3)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        await pilot.press(*"jjjjj")
        before = screen.state.cursor
        for width, height in [(60, 10), (20, 6), (200, 60), (81, 20), (300, 100), (120, 30)]:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert screen.state.cursor == before
            view, _column = screen.state.focused
            assert view.is_visible(before)


async def test_switching_the_view_keeps_the_place() -> None:
    app = the_app(3)
    async with app.run_test(size=(150, 30)) as pilot:
        screen = await the_screen(app, pilot)
        await pilot.press(*"jjjjl")
        before = screen.state.cursor
        await pilot.press("v")
        assert screen.state.shows == "reading"
        assert screen.state.cursor == before
        await pilot.press("v")
        assert screen.state.cursor == before


async def test_cursor_keys() -> None:
    app = the_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        state = screen.state
        last = len(state.subject.comparison.articles[0].sentences) - 1
        for key, sentence in [("j", 1), ("down", 2), ("k", 1), ("up", 0), ("G", last), ("g", 0), ("end", last), ("home", 0)]:
            await pilot.press(key)
            assert state.cursor.article == 0
            if key in {"g", "home", "G", "end"}:
                stops = state.views[0].grid.stops[0]
                assert state.cursor == stops[0 if sentence == 0 else -1]
        top = state.views[0].top
        await pilot.press("pagedown")
        assert state.views[0].top > top
        await pilot.press("ctrl+u", "ctrl+u")
        assert state.views[0].top == top
        await pilot.press("l")
        assert state.cursor.article == 1
        await pilot.press("tab")
        assert state.cursor.article == 0


async def test_counterpart_and_back() -> None:
    app = the_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        link = next(link for link in screen.state.subject.comparison.links if link.relation == "aligned")
        screen.state.move.to(link.a)
        there = screen.state.subject.comparison.counterpart(link.a, 1)
        await pilot.press("enter")
        assert screen.state.cursor == there
        await pilot.press("ctrl+o")
        assert screen.state.cursor == link.a


async def test_a_status_is_shown_alone_and_with_the_key_again_all() -> None:
    app = the_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        state = screen.state
        shown: dict[str, set[Place]] = {}
        for key, status in (("1", "shared"), ("2", "divergent"), ("3", "unique")):
            await pilot.press(key)
            shown[status] = {place for stops in state.views[0].grid.stops for place in stops}
            assert {state.subject.comparison.standing(place).status for place in shown[status]} == {status}
        await pilot.press("3")
        grid = state.views[0].grid
        assert {*grid.seats, *grid.behind} == set().union(*shown.values())


async def test_a_click_moves_the_cursor_and_the_wheel_scrolls() -> None:
    app = the_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        pane = screen.body.panes[1]
        place = next(iter(stop for stop in screen.state.views[0].grid.stops[1] if screen.state.views[0].is_visible(stop)))
        lines = screen.state.views[0].lines_of(place)
        assert lines is not None
        await pilot.click(pane, offset=(12, 1 + screen.state.views[0].line_of(lines[0])))
        assert screen.state.cursor == place
        top = screen.state.views[0].top
        screen.body.on_pane_wheeled(pane.Wheeled(0, 3))
        assert screen.state.views[0].top > top
        await pilot.click(screen.body.map, offset=(1, screen.body.map.size.height - 1))
        assert screen.state.views[0].line_of(type(top)(len(screen.state.views[0].layout) - 1, 0)) < screen.state.views[0].height


async def test_every_row_is_level() -> None:
    """In the aligned view what is linked begins on the same line of the screen in both panes."""
    app = the_app()
    async with app.run_test(size=(100, 60)) as pilot:
        screen = await the_screen(app, pilot)
        view = screen.state.views[0]
        for passage in screen.state.subject.comparison.passages:
            firsts: dict[int, Place] = {}
            for place in passage.members:
                firsts.setdefault(place.article, place)
            if len(firsts) == 2:
                rows = {view.grid.seats[place].row for place in firsts.values()}
                assert len(rows) == 1


async def test_random_keys_leave_the_cursor_on_a_sentence() -> None:
    keys = [
        "j",
        "k",
        "l",
        "h",
        "g",
        "G",
        "]",
        "[",
        "v",
        "w",
        "s",
        "z",
        "1",
        "2",
        "3",
        "enter",
        "tab",
        "ctrl+o",
        "ctrl+n",
        "}",
        "{",
        "<",
        ">",
        "n",
        "N",
        "ctrl+d",
        "ctrl+u",
        "pagedown",
        "pageup",
        "|",
        "y",
        "Y",
    ]
    chance = random.Random(7)
    app = the_app(4)
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await the_screen(app, pilot)
        for step in range(100):
            key = chance.choice(keys)
            await pilot.press(key)
            if step % 50 == 49:
                await pilot.resize_terminal(chance.randint(20, 200), chance.randint(6, 60))
                await pilot.pause()
            state = screen.state
            view, _column = state.focused
            assert state.cursor in view.grid.seats, key
            assert state.cursor.article in state.columns, key


async def test_copy_is_the_unwrapped_source() -> None:
    app = the_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await the_screen(app, pilot)
        await pilot.press("j", "j", "y")
        assert app.clipboard == screen.state.subject.comparison.sentence(screen.state.cursor).text
        await pilot.press("Y")
        assert app.clipboard.count("\n") == sum(
            screen.state.subject.comparison.counterpart(screen.state.cursor, article) is not None for article in (0, 1)
        )
        comparison = screen.state.subject.comparison
        for status, line in (
            ("unique", "Copied the sentence alone: nothing is linked to it"),
            ("shared", "Copied the sentence and its counterpart"),
        ):
            row = comparison.standings[0]
            screen.go_to(Place(0, next(index for index, standing in enumerate(row) if standing.status == status)))
            await pilot.press("Y")
            await pilot.pause()
            assert told(app)[-1] == line


async def test_markup_in_an_article_is_only_text(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The [bold]minister[/b] said [/] nothing [red] at all.\n\nThen [link='x']he left.\n", encoding="utf-8")
    two.write_text("The [bold]minister[/b] said [/] nothing [red] at all.\n", encoding="utf-8")
    app = NewsdiffApp([read(one), read(two)], compare_at_once=True)
    async with app.run_test(size=(100, 20)) as pilot:
        screen = await the_screen(app, pilot)
        text = "\n".join(shown(app))
        assert "[bold]minister[/b] said [/]" in text
        await pilot.press("j", "k", "v")
        assert screen.state.cursor == Place(0, 0)


async def test_another_base_comes_first_and_is_what_the_others_are_marked_against() -> None:
    app = the_app(3)
    async with app.run_test(size=(130, 30)) as pilot:
        screen = await the_screen(app, pilot)
        await pilot.press("l", "l")
        assert screen.state.cursor.article == 2
        here = screen.state.cursor
        await pilot.press("equals_sign")
        await app.workers.wait_for_complete()
        await pilot.pause()
        state = screen.state
        assert state.columns[0] == state.order.base == state.subject.comparison.options.base == 2
        assert state.cursor == here
        link = next(link for link in state.subject.comparison.links if link.a.article == 0 and link.b.article == 2)
        counterpart = state.move.beside.counterpart(link.a)
        assert counterpart is not None
        assert counterpart.article == 2


async def test_turning_the_panes_keeps_the_neighbourhood() -> None:
    app = the_app(5)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        state = screen.state
        state.move.to(Place(2, 12))
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        assert state.cursor.article in state.columns
        assert state.cursor.sentence > 3


async def test_what_a_key_did_takes_the_place_of_what_was_said_before() -> None:
    made = subject(numbered("a", 6), numbered("b", 6))
    async with reader(made) as (pilot, screen):
        for _ in range(3):
            await pilot.press("]")
        assert told(screen.app) == ["There are no points"]
        assert screen.lens.count() == ""
        screen.say("A file has changed", "warning")
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert told(screen.app)[-2:] == ["A file has changed", "The panes scroll separately (in the reading view)"]


async def test_what_is_said_covers_the_keys_and_goes_with_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app._READ", 0)
    app = the_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await the_screen(app, pilot)
        before = seen(app).splitlines()
        screen.say("Copied the sentence")
        await pilot.pause(0.3)
        lines = seen(app).splitlines()
        assert lines[-1].endswith("▌ Copied the sentence")
        assert [line[:76] for line in lines[:-1]] == [line[:76] for line in before[:-1]]  # beside the map, which is measured meanwhile
        screen.say("A file has changed", "warning")
        await pilot.press("shift+f1")  # a key that does nothing
        assert told(app) == ["A file has changed"]


async def test_the_only_point_is_said_to_be_it() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=[((0, 2), (1, 2))], differences=[((0, 2), (1, 2))])
    async with reader(made) as (pilot, screen):
        await pilot.press("]")
        assert told(screen.app) == []
        await pilot.press("[")
        assert (told(screen.app), screen.state.point) == (["This is the only point"], 0)


async def test_the_title_says_which_differences_are_walked() -> None:
    made = subject(numbered("a", 6), numbered("b", 6), links=[((0, 0), (1, 0))], differences=[((0, 0), (1, 0))])
    async with reader(made) as (pilot, screen):
        assert "only" not in screen.heading._title()
        await pilot.press("K")
        assert "only quotation ≠" in screen.heading._title()
        await pilot.press("K")
        assert "only" not in screen.heading._title()


async def test_an_article_read_alone_has_no_marks() -> None:
    app = the_app(1)
    async with app.run_test(size=(90, 30)) as pilot:
        screen = await the_screen(app, pilot)
        assert {piece.sign for row in screen.state.views[0].grid.rows for cell in row.cells for block in cell for piece in block} == {""}
        assert any("read alone" in line for line in shown(app)[-5:])
        assert not any("/0 ≠" in line for line in shown(app))


async def test_esc_calls_off_what_is_under_way_before_it_leaves() -> None:
    app = the_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        await pilot.press("p", "escape")
        assert told(app)[-1] == "No longer joining"
        assert app.screen is screen
        await pilot.press("2", "K")
        assert screen.state.options.only == "divergent"
        assert screen.state.points.kinds is not None
        await pilot.press("escape")
        assert screen.state.options.only is None
        await pilot.press("escape")
        assert screen.state.points.kinds is None
        assert app.screen is screen


async def test_a_comparison_that_was_opened_directly_is_left_by_q_for_the_shell_and_not_by_esc() -> None:
    app = the_app()
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await the_screen(app, pilot)
        await pilot.press("L", "q")
        assert app.screen is screen
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        assert "q leaves newsdiff" in told(app)[-1]
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running
