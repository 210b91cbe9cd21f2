"""A real Chromium for the exported page. Without one these tests are skipped with a word on why; in CI they fail instead."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from compare.export.html import render
from compare.model import Comparison
from tests.conftest import ROOT
from tests.export.sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Open = Callable[..., "Page"]
AXE = ROOT / "node_modules/axe-core/axe.min.js"


def _lacking(what: str) -> None:
    """Skip, with a reason; in CI, where nothing may be left out unseen, fail."""
    if os.environ.get("CI"):
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _lacking("the browser tests need playwright: pip install playwright")
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    program = next((found for name in names if name and (found := shutil.which(name))), None)
    if program is None:
        _lacking("the browser tests need Chromium: apt install chromium, or name one by the variable CHROMIUM")
    # Playwright's loop runs for as long as it is open, and Textual's tests can't start theirs beside it: so it is open for a module, not a session.
    with sync_playwright() as playwright:
        # As root, as in most containers, Chromium starts only without its sandbox.
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        launched = playwright.chromium.launch(executable_path=program, args=[*root, "--disable-dev-shm-usage"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def windows(browser: Browser) -> dict[str, list[Page]]:
    """Windows that stay open between tests, by their options: a new one costs more than a test."""
    return {}


@pytest.fixture
def open_page(browser: Browser, windows: dict[str, list[Page]], tmp_path: Path) -> Iterator[Open]:
    """Opens a comparison's page; the test fails in the end if the page asked for anything else, or complained on the console.

    ``complaints`` is a text that a message on the console may hold.
    """
    taken: list[tuple[str, Page, dict[str, Callable[..., None]]]] = []
    troubles: list[str] = []

    def opened(
        comparison: Comparison | None = None,
        *,
        hide_findings: bool = False,
        complaints: str | None = None,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        **given: Any,
    ) -> Page:
        path = tmp_path / f"page{len(taken)}.html"
        path.write_text(render(comparison or sample(), hide_findings=hide_findings), encoding="utf-8", newline="\n")
        key = repr((scheme, sorted(given.items())))
        free = windows.setdefault(key, [])
        page = free.pop() if free else browser.new_context(color_scheme=scheme, reduced_motion="reduce", **given).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.mouse.move(0, 0)

        def said(message: ConsoleMessage) -> None:
            if complaints is None or complaints not in message.text:
                troubles.append(f"{message.type}: {message.text}")

        def asked(request: Request) -> None:
            if request.url.split("#")[0] != path.as_uri():
                troubles.append(request.url)

        listeners: dict[str, Callable[..., None]] = {
            "console": said,
            "pageerror": lambda error: troubles.append(str(error)),
            "request": asked,
        }
        for event, listener in listeners.items():
            page.on(event, listener)  # type: ignore[call-overload]  # one overload for each event's name
        taken.append((key, page, listeners))
        page.goto(path.as_uri())
        return page

    yield opened
    for key, page, listeners in taken:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        page.emulate_media(media="screen")
        page.goto("about:blank")
        windows[key].append(page)
    assert troubles == []


@cache
def _axe() -> str:
    return AXE.read_text("utf-8")


@pytest.fixture
def violations() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page, every rule of it and of any impact. It goes in by the debugger, past the page's policy."""
    if not AXE.is_file():
        _lacking("the accessibility tests need axe-core: npm install")

    def found(page: Page) -> list[str]:
        page.evaluate(_axe())
        # What is off the screen isn't drawn, and what isn't drawn isn't checked.
        page.evaluate("document.querySelectorAll('.chunk, .panel').forEach(element => element.style.contentVisibility = 'visible')")
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert len(result["passes"]) > 15, "axe-core didn't run"
        return [f"{found['id']} ({found['impact']}): {node['html'][:200]}" for found in result["violations"] for node in found["nodes"]]

    return found
