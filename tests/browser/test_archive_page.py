"""The page about a whole archive in a browser: no complaint, no request, accessible in light and dark, and as wide as a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

pytest.importorskip("pyarrow")
from compare.archive.folder import open_folder
from compare.archive.page import render
from tests.archive.folders import DAY, differing, folder, story, told

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    long = "Averyveryverylongnameofanoutlet" * 2
    odd = [told(3, each, DAY, title=f"<script>document.title = 'owned'</script>{long}", outlet=f"{each} {long}") for each in ("one", "two")]
    made = folder(place / "events", [story(0), differing(1, DAY + timedelta(days=9)), story(2, None), odd])
    (place / "page.html").write_text(render(open_folder(made)), encoding="utf-8", newline="\n")
    return place / "page.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_fits_and_asks_for_nothing(
    browser: Browser, violations: Callable[[Page], list[str]], page_file: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    troubles: list[str] = []
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.on("console", lambda message: troubles.append(message.text))
    page.on("request", lambda request: troubles.append(request.url) if request.url != page_file.as_uri() else None)
    page.goto(page_file.as_uri())
    page.locator("summary").click()
    assert page.title().startswith("4 events in")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".days rect").count() >= 2
    assert page.locator(".days rect.differs").first.bounding_box()
    assert violations(page) == []
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
    assert troubles == []


def test_without_scripts_it_is_the_same(browser: Browser, page_file: Path) -> None:
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(page_file.as_uri())
        texts.append(page.locator("body").inner_text())
        context.close()
    assert texts[0] == texts[1]
