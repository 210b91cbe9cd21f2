"""What the tests of the reader share."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from tui import keymap
from tui.app import NewsdiffApp


@pytest.fixture(autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with nothing kept and nothing remembered."""
    monkeypatch.setenv("NEWSDIFF_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True)
def texts_first(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison shows its texts, as if they had been asked for: only the tests of the brief wait for that."""
    settings = tmp_path_factory.mktemp("config") / "config.toml"
    settings.write_text('opens_with = "texts"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(settings))


_LONGEST = 60.0
"""Seconds after which a program never rests. However busy the machine is, nothing in these tests has so much to do."""


async def at_rest(*_: float) -> None:
    """Wait until the program has done all that it has to do, and has drawn it.

    Textual's own way is to look every 20 ms at whether the processor has work. That says little on a busy machine, and takes longer than what is
    waited for. What is to be done is known exactly: by the loop, by the line of keys that wait for their turn, and by the threads.
    """
    loop: Any = asyncio.get_running_loop()
    end = time.monotonic() + _LONGEST
    waits_for = ""
    while time.monotonic() < end:
        await asyncio.sleep(0)
        waits_for = "the loop"
        if loop._ready:
            continue
        app: NewsdiffApp = active_app.get()  # type: ignore[assignment] # no test runs another one
        if app._exit:
            return
        if app._typed or app._resize_timer or any(worker.is_running for worker in app.workers):
            waits_for = "keys, a resize or a thread"
            await asyncio.sleep(0.001)
        elif app._screen_stack and app.screen._update_timer._active.is_set():
            waits_for = "a drawing"
            app.screen._on_timer_update()  # what is to be drawn needn't wait for the next 60th of a second
        else:
            return
    app = active_app.get()  # type: ignore[assignment]
    raise TimeoutError(f"never at rest, waits for {waits_for}: {app._typed}, {app._resize_timer}, {list(app.workers)}, {app.screen}")


@pytest.fixture(autouse=True, scope="session")
def without_waiting() -> Iterator[None]:
    """Keys that a test presses wait for nothing but what they do, and what is said stays however long the next one takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", at_rest)
        patch.setattr("textual.pilot.wait_for_idle", at_rest)
        patch.setattr("tui.app._READ", float("inf"))
        yield


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
