"""Make the pictures of the exported page, of the invented event and in a real Chromium: ``python -m screenshots.page``."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from compare import compare, read
from compare.export import write
from tui import samples

HERE = Path(__file__).parent
# Name: the window, whether it is dark, the keys pressed, and where the window stands. All are of the invented event.
PICTURES: dict[str, tuple[dict[str, int], bool, str, str]] = {
    "page": ({"width": 1280, "height": 1000}, False, "", ""),
    "page-side-by-side": ({"width": 1360, "height": 900}, False, "", "#comparison"),
    "page-dark": ({"width": 1280, "height": 900}, True, "d", "#comparison"),
    "page-reading": ({"width": 1280, "height": 800}, False, "v", ""),
    "page-phone": ({"width": 390, "height": 844}, False, "", "#row2"),
}


def main() -> None:
    """Write each picture beside this script."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.exit("the pictures of the page need Chromium: apt install chromium")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    comparison = compare([read(path) for path in samples.demo_paths()])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=root)
        for name, (window, dark, key, place) in PICTURES.items():
            file = write(comparison, Path(folder) / f"{name}.html")
            given: dict[str, Any] = {"viewport": window, "color_scheme": "dark" if dark else "light", "reduced_motion": "reduce"}
            page = browser.new_page(**given)
            page.goto(file.as_uri())
            if key:
                page.keyboard.press("g")
                page.keyboard.press(key)
            if place:
                page.locator(place).evaluate("element => element.scrollIntoView()")
            page.wait_for_timeout(400)
            page.screenshot(path=HERE / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
