"""Whatever is pressed, nothing breaks, and Esc, q and ctrl+q always lead out.

``NEWSDIFF_KEYS=50 pytest tests/tui/test_random_keys.py`` plays fifty such sessions instead of four.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from textual.events import Key
from textual.pilot import Pilot

from compare.model import Article
from compare.reading import read_bytes
from tests.tui.conftest import told
from tui import keymap
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen

LEAVING = {"ctrl+q", "escape", "q"}
UNSAFE = {"ctrl+z"}
KEYS = sorted({key for action in keymap.ACTIONS for key in action.keys} - LEAVING - UNSAFE)
TYPED = ["a", "Z", "7", "(", "*", "\\", "left", "backspace", "tab", "enter", "escape", "up", "é", "漢"]
OPENING = ["m", "M", "E", "D", "?", "L", "B", "J", "O", "x", "c", "t", "ctrl+p", "/", "e", "d", "u", "enter", "space", "escape"]
"""Keys that lead to another screen or line, or away from it: pressed more often, so that all of them are reached."""
SIZES = [(80, 24), (20, 6), (120, 35), (47, 13)]
AT_ONCE = 20
"""Keys that come together, as when somebody leans on the keyboard: nobody waits for a picture between them."""


TEXTS = (
    "Minister opens the bridge\n\nThe minister opened the bridge on Monday. It cost 40 million euros.\n\n“We are proud,” Anna Berg said.\n",
    "Bridge opened late\n\nOn Monday the minister opened the bridge. It cost 45 million euros.\n\nResidents complained of noise [/b].\n",
    "大橋開通\n\nThe bridge is open, Anna Berg said on Monday. Ferries stop next week. 渡輪下週停航。\n",
)
"""Short, so that the keys take the time and not the engine; the engine has its own tests."""


async def press(pilot: Pilot[None], keys: list[str]) -> None:
    """Press keys one right after the other, and wait until all have been dealt with."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        event = Key(keymap.textual_key(key), key if len(key) == 1 else None)
        event.set_sender(pilot.app)
        driver.send_message(event)
    await pilot.pause()


async def play(articles: list[Article], keys: list[str], sizes: list[tuple[int, int]], way_out: str, *, straight: bool) -> None:
    """Press all these keys, changing the size now and then, and then find the way out."""
    app = NewsdiffApp(articles, compare_at_once=straight)
    leave, app.exit = app.exit, lambda *_, **__: None  # type: ignore[method-assign] # a key that would end it too soon is one like another
    async with app.run_test(size=sizes[0]) as pilot:
        for number, start in enumerate(range(0, len(keys), AT_ONCE)):
            await press(pilot, keys[start : start + AT_ONCE])
            assert app.is_running
            if number % 4 == 3:
                await pilot.resize_terminal(*sizes[number // 4 % len(sizes)])
        app.exit = leave  # type: ignore[method-assign]
        for _ in range(80):
            if not app.is_running or (isinstance(app.screen, ArticlesScreen) and len(app.screen_stack) <= 2):
                break
            # In a line for letters q is a letter; Esc leaves the line.
            await press(pilot, [way_out, "escape"] if way_out == "q" else [way_out])
        if app.is_running:
            assert isinstance(app.screen, ArticlesScreen), app.screen_stack
            assert not any("internal" in line or "Error" in line for line in told(app))
            await press(pilot, ["ctrl+q"])
            await pilot.pause()
    assert not app.is_running
    assert app._exception is None


@settings(max_examples=int(os.environ.get("NEWSDIFF_KEYS", "4")), phases=[Phase.generate])
@given(
    keys=st.lists(st.one_of(st.sampled_from(KEYS), st.sampled_from(OPENING), st.sampled_from(TYPED)), min_size=400, max_size=500),
    straight=st.booleans(),
    sizes=st.permutations(SIZES),
    way_out=st.sampled_from(["escape", "q", "ctrl+q"]),
)
def test_no_keys_break_the_reader_or_lock_anybody_in(
    keys: list[str],
    straight: bool,
    sizes: list[tuple[int, int]],
    way_out: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder: Path = tmp_path_factory.mktemp("keys")
    articles = [read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(TEXTS)]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("NEWSDIFF_DATA", str(folder / "data"))
        asyncio.run(play(articles, keys, sizes, way_out, straight=straight))
