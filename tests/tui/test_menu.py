"""The menu at the pointer: where it opens, what it offers, and that it does it."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from tests.tui.conftest import press, seen, settle, told
from tests.tui.test_dismissing import app
from tui import keymap
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.screens.finder import Finder
from tui.screens.menu import MenuScreen


async def test_on_a_sentence_it_is_about_that_sentence_and_stands_at_the_pointer() -> None:
    reader = app()
    async with reader.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = reader.screen
        assert isinstance(screen, CompareScreen)
        pane = screen.body.panes[1]
        line = next(y for y in range(2, 20) if pane.place_at(10, y) == (1, 1))
        await pilot.click(pane, offset=(10, line), button=3)
        await settle(pilot)
        assert isinstance(reader.screen, MenuScreen)
        menu = reader.screen.query_one(OptionList)
        assert menu.region.offset == (pane.region.x + 10, pane.region.y + line)
        assert menu.region.width < 40
        assert screen.state.cursor == (1, 1)
        assert "Not a difference" in seen(reader)
        await press(pilot, *["j"] * 3, "enter")
        assert reader.screen_stack[-1] is screen
        assert "Bookmark set" in told(reader)[-1]


@pytest.mark.parametrize(("size", "at"), [((120, 40), (119, 39)), ((80, 24), (26, 6)), ((40, 12), (39, 11)), ((20, 6), (10, 3))])
async def test_at_the_edge_it_stays_on_the_screen(size: tuple[int, int], at: tuple[int, int]) -> None:
    reader = app()
    async with reader.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.click(offset=(at[0], at[1] - 2), button=3)
        await settle(pilot)
        assert isinstance(reader.screen, MenuScreen)
        menu = reader.screen.query_one(OptionList)
        assert size[0] < 40 or not any("Bookmark" in line and " b " not in line for line in seen(reader).splitlines())  # a line each
        region = menu.region
        assert region.x >= 0
        assert region.right <= size[0]
        assert region.y >= 0
        assert region.bottom <= size[1]


async def test_a_click_beside_it_closes_it_and_does_nothing() -> None:
    reader = app("brief")
    async with reader.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "f10")
        assert isinstance(reader.screen, MenuScreen)
        await pilot.click(offset=(0, 0))
        await settle(pilot)
        assert isinstance(reader.screen, BriefScreen)
        assert told(reader) == []


async def test_its_last_line_leads_to_all_that_can_be_done() -> None:
    reader = app("brief")
    async with reader.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "f10", "G", "enter")
        assert isinstance(reader.screen, Finder)


def test_what_the_menus_offer_is_in_the_table_of_keys() -> None:
    for screen in keymap.SCREEN_TITLES:
        offered = [name for group in keymap.menu_for(screen) for name in group]
        can = {action.id for action in keymap.actions_for(screen)}
        assert set(offered) <= can, screen
        assert len(offered) == len(set(offered))
