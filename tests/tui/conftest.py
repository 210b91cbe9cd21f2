"""What the tests of the reader share."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from tui import keymap
from tui.app import NewsdiffApp


@pytest.fixture(autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with nothing kept and nothing remembered."""
    monkeypatch.setenv("NEWSDIFF_DATA", str(tmp_path_factory.mktemp("data")))


Press = Callable[..., object]


def seen(app: App[None]) -> str:
    """What is on the screen, line by line, without colours."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip)[:width].rstrip() for strip in lines[:height])


def told(app: App[None]) -> list[str]:
    """The lines that the user has been told, the last ones last."""
    return [notification.message for notification in app._notifications]


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all workers are done and what they brought is drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys, wait, and give what is seen then."""
    for key in keys:
        await pilot.press(key)
    await settle(pilot)
    return seen(pilot.app)


async def walk(pilot: Pilot[None], keys: str) -> None:
    """Press keys that stand apart by spaces, named as in the key table; what stands in quotation marks is typed, and ``…`` is nothing."""
    for typed, key in re.findall(r"'(.*?)'|([^\s…]\S*)", keys):
        if typed:
            pilot.app.post_message(Paste(typed))
        else:
            await pilot.press(keymap.textual_key(key))
        if key in {"enter", "escape"} or pilot.app.workers:
            await settle(pilot)


__all__ = ["NewsdiffApp", "press", "seen", "settle", "told", "walk"]
