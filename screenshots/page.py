"""Make the pictures of the exported page, from the samples and in a real Chromium: ``python -m screenshots.page``."""

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
PAIR = (3, 2)
# Name: which articles, the window, whether it is dark, the keys pressed, and where the window stands.
PICTURES: dict[str, tuple[tuple[int, ...], dict[str, int], bool, str, str]] = {
    "page": (PAIR, {"width": 1280, "height": 1000}, False, "", ""),
    "page-side-by-side": ((3, 2, 0), {"width": 1360, "height": 900}, False, "", "#row2"),
    "page-dark": (PAIR, {"width": 1280, "height": 900}, True, "d", "#comparison"),
    "page-reading": (PAIR, {"width": 1280, "height": 800}, False, "v", ""),
    "page-phone": (PAIR, {"width": 390, "height": 844}, False, "", "#row2"),
}


def main() -> None:
    """Write each picture beside this script."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.exit("the pictures of the page need Chromium: apt install chromium")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    paths = samples.paths()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=root)
        for name, (chosen, window, dark, key, place) in PICTURES.items():
            file = write(compare([read(paths[number]) for number in chosen]), Path(folder) / f"{name}.html")
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
