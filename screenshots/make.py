"""Make the pictures of the running program that the README and the documents show: `make screenshots`.

Each is an SVG with fonts from the reader's own machine, and a PNG beside it where resvg-py is installed. The four main screens are taken from
the samples and from the invented event, in each look: SVG only.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare import read
from compare.model import Article
from screenshots.picture import png, without_network
from screenshots.tour import animated, frames
from tests.tui.picture import small
from tui import samples, themes
from tui.app import NewsdiffApp
from tui.settings import Settings

if TYPE_CHECKING:
    from compare.archive.shelf import Shelf

FOLDER = Path(__file__).parent


class Picture(NamedTuple):
    """A screen: what is pressed to get there (from the list, or from a comparison), its size and theme. ``of`` is "two" samples, all "five", the
    invented event: "demo", or the "archive" that tests make of invented events.
    """

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 35)
    theme: str = themes.DARK
    in_comparison: bool = True
    colours: bool = True
    of: str = "two"


SCREENS = {"brief": ("0",), "compare": (), "lens": ("full_stop",), "coverage": ("m",)}
LOOKS = {
    "dark": ((120, 35), themes.DARK, True),
    "light": ((120, 35), themes.LIGHT, True),
    "monochrome": ((120, 35), themes.DARK, False),
    "80x24": ((80, 24), themes.DARK, True),
    "200x50": ((200, 50), themes.DARK, True),
}
MATRIX = tuple(
    Picture(f"{of}-{screen}-{look}", keys, size, theme, colours=colours, of=of)
    for of in ("demo", "five")
    for screen, keys in SCREENS.items()
    for look, (size, theme, colours) in LOOKS.items()
)
PICTURES = (
    Picture("articles", ("space", "j", "space"), in_comparison=False, size=(120, 30), of="five"),
    Picture("reading", ("full_stop", "v")),
    Picture("differences", ("full_stop", "d"), size=(150, 40)),
    Picture("entities", ("e",), size=(150, 40)),
    Picture("quotes", ("u",), size=(150, 40)),
    Picture("facts", ("f",), of="demo"),
    Picture("names", ("E", "l"), in_comparison=False, of="five"),
    Picture("narrow", ("full_stop",), size=(60, 30), of="demo"),
    Picture("help", ("question_mark",)),
    Picture("legend", ("L",), theme=themes.LIGHT),
)


EVENTS = Picture("events", ("j",), (120, 22), in_comparison=False, of="archive")


async def take(picture: Picture, articles: dict[str, list[Article]]) -> str:
    """The SVG of a screen of the running program."""
    chosen = articles.get(picture.of, [])
    if not picture.colours:
        os.environ["NO_COLOR"] = "1"
    settings = Settings(picture.theme, opens_with="texts")
    if picture is EVENTS:
        app = NewsdiffApp([], settings=settings, shelf=_archive())
    else:
        app = NewsdiffApp(chosen, compare_at_once=picture.in_comparison, settings=settings)
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
        shot = app.export_screenshot(title="newsdiff")
        return small(shot, *picture.size) if _is_small(picture) else without_network(shot)


def _is_small(picture: Picture) -> bool:
    """Whether it is kept as a small SVG alone."""
    return picture in MATRIX or picture is EVENTS


def _archive() -> Shelf:
    """Three events of an archive, the first of which differs."""
    from compare.archive.shelf import Shelf
    from tests.archive.folders import differing, folder, story

    return Shelf(folder(Path(tempfile.mkdtemp()), [differing(1), story(0), story(2), story(3)]))


def main() -> None:
    """Make all pictures."""
    five = [read(path) for path in samples.paths()]
    articles = {"five": five, "two": [five[3], five[2]], "demo": [read(path) for path in samples.demo_paths()]}
    wanted = sys.argv[1:]
    for picture in (*PICTURES, EVENTS, *MATRIX):
        if wanted and not any(picture.name.startswith(name) for name in wanted):
            continue
        svg = asyncio.run(take(picture, articles))
        (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8", newline="\n")
        if _is_small(picture):
            print(f"{picture.name}.svg")
            continue
        try:
            (FOLDER / f"{picture.name}.png").write_bytes(png(svg))
        except ImportError:
            print(f"{picture.name}.svg (no PNG: resvg-py isn't installed)")
        else:
            print(f"{picture.name}.svg {picture.name}.png")
    if wanted:
        return
    (FOLDER / "tour.svg").write_text(animated(asyncio.run(frames(five))), encoding="utf-8", newline="\n")
    print("tour.svg")


if __name__ == "__main__":
    main()
