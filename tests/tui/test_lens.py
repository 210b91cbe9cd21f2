"""The lens on the Compare screen: it follows the cursor, Enter walks the sides, a click on a side goes there."""

from __future__ import annotations

import pytest

from tests.tui import story
from tests.tui.conftest import press, settle
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.settings import Settings


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    story.stands_in(monkeypatch)


def screen_of(reader: NewsdiffApp) -> CompareScreen:
    assert isinstance(reader.screen, CompareScreen)
    return reader.screen


def shown(reader: NewsdiffApp) -> list[str]:
    lens = screen_of(reader).lens
    return [lens.render_line(y).text for y in range(lens.size.height)]


def app() -> NewsdiffApp:
    return NewsdiffApp(story.ARTICLES, compare_at_once=True, settings=Settings(opens_with="texts"))


@pytest.mark.parametrize(("size", "rows"), [((20, 6), 1), ((47, 13), 2), ((80, 24), 3), ((104, 30), 5), ((200, 50), 5), ((200, 27), 3)])
async def test_up_to_eight_rows_three_on_a_small_screen(size: tuple[int, int], rows: int) -> None:
    reader = app()
    async with reader.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        assert screen_of(reader).lens.size.height == rows <= 8
        assert all(len(line) >= 1 for line in shown(reader))
        if rows >= 3:
            assert "40" in "".join(shown(reader))
            assert "45" in "".join(shown(reader)), "both sides are told although one pane or two are shown"


@pytest.mark.parametrize("colours", [True, False])
async def test_enter_walks_the_sides_and_the_bar_goes_along(monkeypatch: pytest.MonkeyPatch, *, colours: bool) -> None:
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    reader = app()
    async with reader.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        bars = [line.startswith("▌") for line in shown(reader)]
        assert bars.count(True) == 1
        await press(pilot, "enter")
        assert [line.startswith("▌") for line in shown(reader)] != bars
        await press(pilot, "enter")
        assert [line.startswith("▌") for line in shown(reader)] == bars


async def test_a_click_on_a_side_goes_there_and_elsewhere_tells_all() -> None:
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        screen = screen_of(reader)
        other = next(y for y, line in enumerate(shown(reader)) if y and "euros" in line and not line.startswith("▌"))
        before = screen.state.cursor
        await pilot.click("#lens", offset=(30, other))
        await settle(pilot)
        assert screen.state.cursor != before
        assert screen.state.cursor in {(0, 4), (1, 2)}
        await pilot.click("#lens", offset=(3, 0))
        await settle(pilot)
        assert screen.lens.in_full
