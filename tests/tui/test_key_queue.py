"""Keys that are typed ahead: each does what it would have done if the typist had waited."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from compare.model import Article
from tests.tui.conftest import press, seen, settle, told
from tui import key_queue
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen
from tui.screens.compare import CompareScreen


async def at_once(app: NewsdiffApp, pilot: Pilot[None], *keys: str | events.Paste) -> str:
    """All keys as one read from the terminal brings them, with nobody waiting between them."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None) if isinstance(key, str) else key)
    for _ in range(400):
        await asyncio.sleep(0.05)
        if not app._typed and not app._under_way:
            break
    await settle(pilot)
    return seen(app)


async def test_letters_after_the_slash_are_looked_for_and_do_nothing_else(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        theme = app.theme
        shown = await at_once(app, pilot, "slash", *"quarto", *["backspace"] * 6, *"warm", "enter", "space", "escape", "down")
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        assert screen.listing.filter == ""
        assert screen.listing.chosen == (3,)
        assert screen.listing.order == "as given"
        assert app.theme == theme
        assert "1 selected" in shown
        assert screen.query_one(Input).value == ""


async def test_from_the_list_through_the_comparison_and_back_in_one_go(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await at_once(app, pilot, "space", "space", "enter", "slash", *"rubio")
        shown = await at_once(app, pilot, "enter", "n", "c", *"ask q", "enter")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.search.wanted.text == "rubio"
        assert "✎" in shown
        assert "ask q" in await at_once(app, pilot, "B")
        await at_once(app, pilot, "escape")
        await at_once(app, pilot, "x", *["backspace"] * 30, events.Paste("/no/such/folder/x.json"), "enter")
        assert "no such folder" in seen(app)
        await at_once(app, pilot, "escape", "q", "q", "j", "j")
        await settle(pilot)
        assert not told(app) or "Traceback" not in told(app)[-1]


async def test_a_key_that_nothing_comes_back_from_holds_the_others_up_for_a_moment_only(
    seeds: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_queue, "PATIENCE", 0.05)
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(key_queue.QueuedKeys, "on_queued_keys_heard", lambda app, message: message.stop())
        app.post_message(events.Key("down", None))
        app.post_message(events.Key("down", None))
        app.post_message(events.Key("space", " "))
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        for _ in range(600):  # however slow the machine is
            if screen.listing.chosen:
                break
            await asyncio.sleep(0.05)
        assert screen.listing.chosen == (2,)


async def test_keys_still_come_one_by_one(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "j", "space")
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        assert screen.listing.chosen == (2,)
        assert not app._under_way
        assert not app._typed
