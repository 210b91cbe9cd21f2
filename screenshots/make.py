"""Make the pictures of the running program that the README shows: `make screenshots`.

Each is an SVG with fonts from the reader's own machine, and a PNG beside it where resvg-py is installed.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import NamedTuple

from compare import read
from compare.model import Article
from screenshots.picture import png, without_network
from screenshots.tour import animated, frames
from tui import samples, themes
from tui.app import NewsdiffApp
from tui.settings import Settings

FOLDER = Path(__file__).parent


class Picture(NamedTuple):
    """A screen: what is pressed to get there (from the list, or from the comparison of two samples), its size and theme."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 35)
    theme: str = themes.DARK
    in_comparison: bool = True
    colours: bool = True


PICTURES = (
    Picture("articles", ("space", "j", "space"), in_comparison=False, size=(120, 30)),
    Picture("brief", ("0",), in_comparison=False, size=(100, 36)),
    Picture("compare", ("full_stop",)),
    Picture("compare-light", ("full_stop",), theme=themes.LIGHT),
    Picture("reading", ("full_stop", "v")),
    Picture("differences", ("full_stop", "d"), size=(150, 40)),
    Picture("entities", ("e",), size=(150, 40)),
    Picture("quotes", ("u",), size=(150, 40)),
    Picture("coverage", ("m", "l", "j", "j"), in_comparison=False),
    Picture("names", ("E", "l"), in_comparison=False),
    Picture("narrow", ("full_stop",), size=(60, 30)),
    Picture("monochrome", ("full_stop",), colours=False),
    Picture("help", ("question_mark",)),
    Picture("legend", ("L",), theme=themes.LIGHT),
)


async def take(picture: Picture, articles: list[Article]) -> str:
    """The SVG of a screen of the running program."""
    chosen = [articles[3], articles[2]] if picture.in_comparison else articles
    if not picture.colours:
        os.environ["NO_COLOR"] = "1"
    app = NewsdiffApp(chosen, compare_at_once=picture.in_comparison, settings=Settings(picture.theme, opens_with="texts"))
    os.environ.pop("NO_COLOR", None)  # or the pictures after this one would have no colours either
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause(0.4)
        return without_network(app.export_screenshot(title="newsdiff"))


def main() -> None:
    """Make all pictures."""
    articles = [read(path) for path in samples.paths()]
    for picture in PICTURES:
        svg = asyncio.run(take(picture, articles))
        (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8", newline="\n")
        try:
            (FOLDER / f"{picture.name}.png").write_bytes(png(svg))
        except ImportError:
            print(f"{picture.name}.svg (no PNG: resvg-py isn't installed)")
        else:
            print(f"{picture.name}.svg {picture.name}.png")
    (FOLDER / "tour.svg").write_text(animated(asyncio.run(frames(articles))), encoding="utf-8", newline="\n")
    print("tour.svg")


if __name__ == "__main__":
    main()
