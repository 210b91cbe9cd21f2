"""Whatever is pressed, nothing breaks, and Esc, q and ctrl+q always lead out."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Article
from tests.tui.conftest import told
from tui import keymap
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen

LEAVING = {"ctrl+q", "escape", "q"}
UNSAFE = {"ctrl+z"}
KEYS = sorted({keymap.textual_key(key) for action in keymap.ACTIONS for key in action.keys} - LEAVING - UNSAFE)
TYPED = ["a", "Z", "7", "(", "*", "backslash", "left", "backspace", "tab", "enter", "escape", "up", "é", "漢"]
SIZES = [(80, 24), (20, 6), (120, 35), (47, 13)]


async def play(articles: list[Article], keys: list[str], sizes: list[tuple[int, int]], *, straight: bool) -> None:
    """Press all these keys, changing the size now and then, and then find the way out with Esc."""
    app = NewsdiffApp(articles, compare_at_once=straight)
    async with app.run_test(size=sizes[0]) as pilot:
        for number, key in enumerate(keys):
            await pilot.press(key)
            if not app.is_running:
                break
            if number % 40 == 39:
                await pilot.resize_terminal(*sizes[(number // 40) % len(sizes)])
        for _ in range(60):
            if not app.is_running or (isinstance(app.screen, ArticlesScreen) and len(app.screen_stack) == 1):
                break
            await pilot.press("escape")
            await pilot.pause()
        if app.is_running:
            assert isinstance(app.screen, ArticlesScreen), app.screen_stack
            assert not any("internal" in line or "Error" in line for line in told(app))
            await pilot.press("ctrl+q")
            await pilot.pause()
    assert not app.is_running
    assert app._exception is None


@settings(max_examples=4)
@given(
    keys=st.lists(st.one_of(st.sampled_from(KEYS), st.sampled_from(TYPED)), min_size=60, max_size=160),
    straight=st.booleans(),
    sizes=st.permutations(SIZES),
)
def test_no_keys_break_the_reader_or_lock_anybody_in(
    keys: list[str], straight: bool, sizes: list[tuple[int, int]], seeds: list[Article], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = tmp_path_factory.mktemp("keys")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("NEWSDIFF_DATA", str(folder / "data"))
        asyncio.run(play(seeds[:3], keys, sizes, straight=straight))
