"""A short tour as one SVG that moves by itself: screens of the running program, one after the other, with the keys that lead there as the title.

`make screenshots` makes it with the pictures. It asks nothing from a network, and stands still for people who ask their system for less motion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Article
from screenshots.picture import without_network
from tui.app import NewsdiffApp
from tui.settings import Settings

SIZE = (120, 32)
SECONDS = 2.6
"""How long each screen stays."""


class Step(NamedTuple):
    """Keys to press, and what the title says meanwhile."""

    keys: tuple[str, ...]
    title: str


STEPS = (
    Step((), "newsdiff"),
    Step(("j", "j", "space"), "Space chooses an article"),
    Step(("space",), "… and another"),
    Step(("enter",), "Enter compares them: the brief says on what they differ"),
    Step(("enter",), "Enter shows a point in the texts"),
    Step(("enter",), "Enter goes to its other side"),
    Step(("full_stop",), "] goes to the next point"),
    Step(("v",), "v shows the articles as they were written"),
    Step(("v", "d"), "d lists all points"),
    Step(("d", "e"), "e lists who and what is named"),
    Step(("e", "slash", *"tariff", "enter"), "/ searches in all the articles"),
    Step(("escape", "m"), "m shows who carries what"),
)


async def frames(articles: Sequence[Article]) -> list[str]:
    """The SVG of each step."""
    app = NewsdiffApp(articles, settings=Settings())
    found = []
    async with app.run_test(size=SIZE) as pilot:
        for step in STEPS:
            for key in step.keys:
                await pilot.press(key)
                await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause(0.3)
            found.append(without_network(app.export_screenshot(title=step.title)))
    return found


def animated(pictures: Sequence[str]) -> str:
    """Pictures of one size as one SVG that shows them in turn, over and over."""
    box = re.search(r'viewBox="([^"]+)"', pictures[0])
    if box is None:
        raise ValueError("the picture has no size")
    whole = SECONDS * len(pictures)
    share = 100 / len(pictures)
    style = (
        f".frame {{ visibility: hidden; animation: turn {whole:g}s step-end infinite; }}\n"
        f"@keyframes turn {{ 0% {{ visibility: visible; }} {share:.4f}% {{ visibility: hidden; }} }}\n"
        + "".join(f".frame-{number} {{ animation-delay: {number * SECONDS:g}s; }}\n" for number in range(len(pictures)))
        + "@media (prefers-reduced-motion: reduce) { .frame { animation: none; } .frame-4 { visibility: visible; } }\n"
    )
    shown = "\n".join(
        f'<g class="frame frame-{number}">{re.sub(r"<!--.*?-->", "", picture, flags=re.DOTALL).strip()}</g>'
        for number, picture in enumerate(pictures)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box[1]}">\n<style>\n{style}</style>\n{shown}\n</svg>\n'
