"""What is done between two keys: the next pictures are drawn beforehand, and what a closed comparison held is let go."""

from __future__ import annotations

import asyncio
import gc
import weakref
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from compare.model import Place
from tests.tui.conftest import press
from tests.tui.test_compare_screen import the_app, the_screen
from tui import collector
from tui.app import NewsdiffApp
from tui.layout.paint import Painted
from tui.screens import compare
from tui.screens.articles import ArticlesScreen
from tui.screens.compare import CompareScreen
from tui.widgets.pane import Pane


async def idle(pilot: Pilot[None], screen: CompareScreen) -> None:
    """Wait until the screen has nothing more to do beforehand."""
    while not screen.body.is_idle:
        await asyncio.sleep(0.01)
    await pilot.pause()


@pytest.mark.parametrize("keys", [["pagedown"], ["pagedown", "pagedown", "pageup"], ["]"], ["]", "]", "["]])
async def test_the_next_page_and_the_next_difference_are_drawn_beforehand(keys: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    app = the_app(3)
    drawn: list[Place] = []
    draw = Pane._draw

    def noting(pane: Pane, painted: Painted, *rest: Any) -> Strip:
        assert painted.piece is not None
        drawn.append(painted.piece.place)
        return draw(pane, painted, *rest)

    async with app.run_test(size=(160, 14)) as pilot:
        screen = await the_screen(app, pilot)
        for key in keys[:-1]:
            await pilot.press(key)
        await idle(pilot, screen)
        screen.body._slices = None  # from here on only what is shown is drawn
        lit = set(screen.state.lit)
        before = screen.state.cursor, screen.state.views[0].top
        monkeypatch.setattr(Pane, "_draw", noting)
        await pilot.press(keys[-1])
        monkeypatch.setattr(Pane, "_draw", draw)
        assert (screen.state.cursor, screen.state.views[0].top) != before
        # Only what the cursor left or came to looks otherwise than it did beforehand.
        assert set(drawn) <= lit | set(screen.state.lit)


async def test_a_comparison_that_is_left_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "_LARGE", 0)
    monkeypatch.setattr(compare, "_FORGOTTEN", 0.0)
    asked = asyncio.Event()
    monkeypatch.setattr(collector, "gone", asked.set)
    app = NewsdiffApp(the_app(2).articles)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "a", "enter")
        screen = await the_screen(app, pilot)
        held = weakref.ref(screen.state)
        assert gc.get_freeze_count()
        del screen
        await pilot.press("escape")
        await asyncio.wait_for(asked.wait(), 30)
        await press(pilot, "j")
        assert isinstance(app.screen, ArticlesScreen)
        monkeypatch.undo()
        for _ in range(100):  # its last messages may hold on to the screen
            collector.gone()
            if held() is None:
                break
            await pilot.pause(0.05)
        assert held() is None
    gc.unfreeze()
