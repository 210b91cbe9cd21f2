"""What is typed ahead, all in one go, goes where it was meant to go."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui import story
from tests.tui.conftest import NewsdiffApp, settle
from tui import keymap
from tui.screens.compare import CompareScreen
from tui.screens.lists import ListScreen


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Keys that come in together, as from a slow line."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        event = Key(keymap.textual_key(key), key if len(key) == 1 else None)
        event.set_sender(pilot.app)
        driver.send_message(event)
    await settle(pilot)
    await settle(pilot)


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine: the comparison is there at once."""
    story.stands_in(monkeypatch)


EVERYWHERE = ["/", "E/", "O/", "t", ["ctrl+p"], ["x", "ctrl+u"]]


@pytest.mark.parametrize(
    ("at_once", "keys"), [*((False, keys) for keys in EVERYWHERE), *((True, keys) for keys in [*EVERYWHERE, "c", "B/", "u/"])], ids=str
)
async def test_letters_after_a_key_that_opens_a_line_go_into_it(at_once: bool, keys: Sequence[str]) -> None:
    app = NewsdiffApp(story.ARTICLES, compare_at_once=at_once)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, *keys, *"quotemx")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "quotemx"


async def test_a_note_is_written_and_listed_in_one_go() -> None:
    app = NewsdiffApp(story.ARTICLES, compare_at_once=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "j", "c", *"quite so", "enter", "B")
        assert isinstance(app.screen, ListScreen)
        assert [item.text for item in app.screen._items] == ["quite so"]
        await burst(pilot, "escape", "escape", "q")
    assert not app.is_running


async def test_what_is_pasted_waits_too() -> None:
    app = NewsdiffApp(story.ARTICLES, compare_at_once=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.post_message(Key("slash", "/"))
        app.post_message(Paste("bridge"))
        await burst(pilot, "s", "backspace", "enter", "n")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.search.field.value == "bridge"
        assert len(screen.state.hits.spans) == 8
