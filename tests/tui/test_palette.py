"""The command palette."""

from __future__ import annotations

from rich.style import Style
from textual.events import Click

from compare.model import Article
from tests.tui.conftest import press, settle
from tui.app import NewsdiffApp
from tui.screens.finder import Commands, Finder


async def test_the_palette_offers_only_what_can_be_done(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:1])
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot)
        offered = {command.title for command in app.get_system_commands(app.screen)}
        assert "Select" in offered
        assert "Coverage" not in offered
        assert "Next ≠" not in offered
        assert "Search" in await press(pilot, "ctrl+p")


async def test_a_click_in_the_palette_does_what_stands_there_or_nothing(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2])
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+p")
        commands = app.screen.query_one(Commands)
        gone = Click(commands, 5, 5, 0, 0, 1, shift=False, meta=False, ctrl=False, style=Style.from_meta({"option": commands.option_count}))
        commands.post_message(gone)
        await pilot.pause()
        assert isinstance(app.screen, Finder)
        await pilot.click(commands, offset=(5, 2))
        await settle(pilot)
        assert not isinstance(app.screen, Finder)
