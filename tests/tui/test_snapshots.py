"""Each screen, and all that opens on it, as an SVG against a golden file: in dark, light, narrow and monochrome.

``NEWSDIFF_RENEW=1 pytest tests/tui/test_snapshots.py`` writes the golden files anew; look at the pictures before you commit them.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from compare.errors import NewsdiffError
from compare.model import Article, Comparison
from tests.conftest import ROOT
from tests.tui import story
from tests.tui.conftest import settle, walk
from tests.tui.picture import differences, picture
from tui import themes
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen
from tui.screens.compare import CompareScreen
from tui.screens.finder import Finder
from tui.settings import Settings

GOLDEN = Path(__file__).parent / "screens"
HOME = Path("/home/ann/news")
FILES = {"archive": True, "2025-10": True, "herald.txt": False, "post.html": False, "大橋.md": False}
"""What the folder that one opens from holds, and whether that is a folder."""
Pictures = dict[tuple[str, str], str]
"""The SVG of each screen in each look."""
RENEW = "If it should be so: NEWSDIFF_RENEW=1 pytest tests/tui/test_snapshots.py, look at the pictures, and commit them."


class Run(NamedTuple):
    """One run of the reader: its size, whether it has colours, and the themes to draw each screen in, by the names of the looks."""

    themes: dict[str, str]
    size: tuple[int, int] = (80, 24)
    colours: bool = True


# Dark and light share a run: the theme changes on each screen, so what was kept from the theme before would be seen.
RUNS = (
    Run({"dark": themes.DARK, "light": themes.LIGHT}),
    Run({"narrow": themes.DARK}, size=(40, 16)),
    Run({"monochrome": themes.DARK}, colours=False),
)
LOOKS = {look: run for run in RUNS for look in run.themes}

# What is pressed on the list, where all three articles are chosen, to get there, or after … on the screen of the line before; what stands in
# quotation marks is typed into a line.
SCREENS = {
    "articles": "j",
    "articles-filter": "/ 'bridge'",
    "brief": "0",
    "brief-possible": "… 5 G",
    "facts": "f",
    "facts-there": "enter f l enter",
    "coverage": "m j j j",
    "coverage-left-out": "… l l o o",
    "likeness": "M l",
    "names": "E",
    "name": "… D j j",
    "names-filter": "… escape o / 'an'",
    "help": "?",
    "help-filter": "… / 'export'",
    "legend": "L",
    "palette": "ctrl+p 'cov'",
    "themes": "t 'news'",
    "open": "O G space",
    "open-path": "… / '~/none.txt'",
    "export": "x",
    "export-refused": "… ctrl+u 'brief.docx' enter",
    "compare": "enter ]",
    "compare-why": "… ] i",
    "compare-help": "… ?",
    "compare-others": "enter } l",
    "compare-unwrapped": "enter w j",
    "compare-folded": "enter z z",
    "compare-filtered": "enter 1 |",
    "compare-kind": "enter K ]",
    "compare-joining": "enter p",
    "reading": "enter v ]",
    "reading-apart": "… s",
    "entities": "enter e",
    "entities-filter": "… / 'berg'",
    "entity-lit": "… enter enter",
    "differences": "enter d j",
    "quotes": "… u",
    "differences-possible": "enter d 5 G",
    "search": "enter / 'bridge' enter",
    "search-bad": "… / alt+r '('",
    "note": "enter b j c 'ask them'",
    "kept": "… enter j r",
    "bookmarks": "… B",
    "bookmarks-filter": "… / 'ask'",
    "dismissing": "enter ] X 'both are estimates'",
    "menu": "enter ] f10",
    "jumps": "enter ] ] J",
    "told": "enter y s",
    "trouble": "enter",
    "articles-sorted": "o o G",
    "alone": "a enter",
    "empty": "delete delete delete",
}


# What is pressed on the list of an archive's events.
EVENTS = {"events": "j", "events-found": "/ 'bridge'"}


@pytest.fixture(scope="module", params=RUNS, ids=lambda run: "-".join(run.themes))
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    """All pictures of a run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSDIFF_DATA", str(tmp_path_factory.mktemp("data")))
        if not request.param.colours:
            patch.setenv("NO_COLOR", "1")
        events = asyncio.run(pictures_of_events(request.param, tmp_path_factory.mktemp("events"))) if find_spec("pyarrow") else {}
        return asyncio.run(pictures(request.param, patch)) | events


async def pictures(run: Run, patch: pytest.MonkeyPatch) -> Pictures:
    """Every screen, in each look of the run."""
    trouble: list[str] = []
    _without_engine(patch, trouble)
    looks = list(run.themes)
    app = NewsdiffApp(story.ARTICLES, settings=Settings(run.themes[looks[0]], opens_with="texts"))
    found = {}
    async with app.run_test(size=run.size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("a")
        for name, keys in SCREENS.items():
            trouble[:] = ["one.txt: is not text"] if name == "trouble" else []
            if not keys.startswith("…"):
                await back_to_the_list(pilot)
            await walk(pilot, keys)
            for look in looks:
                if isinstance(app.screen, Finder):  # Textual's own palette keeps the colours that it was opened with
                    await back_to_the_list(pilot)
                    app.theme = run.themes[look]
                    await walk(pilot, keys)
                app.theme = run.themes[look]
                await settle(pilot)
                for each in app.screen_stack:
                    if isinstance(each, CompareScreen):  # it shows through a menu or a question, too
                        await all_measured(pilot, each)
                found[name, look] = picture(app)
            looks.reverse()
            app.clear_notifications()
    return found


async def pictures_of_events(run: Run, place: Path) -> Pictures:
    """The list of an archive's events, in each look of the run."""
    from compare.archive.shelf import Shelf
    from tests.archive.folders import differing, folder, story

    app = NewsdiffApp([], shelf=Shelf(folder(place, [story(0), differing(1), story(2, None)])), settings=Settings(opens_with="texts"))
    found = {}
    async with app.run_test(size=run.size, notifications=True) as pilot:
        await settle(pilot)
        for name, keys in EVENTS.items():
            await walk(pilot, keys)
            for look, theme in run.themes.items():
                app.theme = theme
                await settle(pilot)
                found[name, look] = picture(app)
    return found


async def all_measured(pilot: Pilot[None], screen: CompareScreen) -> None:
    """Do what is done while nobody presses a key: only then it is known how long the texts are, and what the map shows hangs on that."""
    while not screen.body.is_idle:
        screen.body.refine()
    await pilot.pause()


async def back_to_the_list(pilot: Pilot[None]) -> None:
    while not isinstance(pilot.app.screen, ArticlesScreen):
        await pilot.app.pop_screen()
    if pilot.app.screen.step_back():
        await settle(pilot)


def _without_engine(patch: pytest.MonkeyPatch, trouble: Sequence[str]) -> None:
    """Nothing is computed, no file is looked at, and nothing blinks."""

    def comparisons(articles: Sequence[Article], *_: object) -> list[Comparison]:
        if trouble:
            raise NewsdiffError(trouble[0])
        return [story.made(articles)]

    story.stands_in(patch)
    patch.setattr("tui.comparing.comparisons", comparisons)
    patch.setattr(os, "getcwd", lambda: str(HOME))
    patch.setattr(Path, "cwd", classmethod(lambda _: HOME))
    patch.setattr(Path, "home", classmethod(lambda _: HOME.parent))
    patch.setattr(Path, "iterdir", lambda folder: iter([folder / name for name in FILES]))
    patch.setattr(Path, "is_dir", _asked(Path.is_dir, folders=True))
    patch.setattr(Path, "is_file", _asked(Path.is_file, folders=False))
    patch.setattr(Input.cursor_blink, "_default", False)
    patch.setattr(NewsdiffApp, "NOTIFICATION_TIMEOUT", 3600)


def _asked(really: Callable[[Path], bool], *, folders: bool) -> Callable[[Path], bool]:
    return lambda path: FILES.get(path.name) is folders if path.parent == HOME else really(path)


@pytest.mark.parametrize("screen", [*SCREENS, *EVENTS])
def test_a_screen_is_drawn_as_it_was(screen: str, drawn: Pictures, tmp_path: Path) -> None:
    problems = []
    for look in (look for name, look in drawn if name == screen):
        golden, now = GOLDEN / f"{screen}-{look}.svg", drawn[screen, look]
        if os.environ.get("NEWSDIFF_RENEW"):
            GOLDEN.mkdir(exist_ok=True)
            golden.write_text(now, encoding="utf-8", newline="\n")
        before = golden.read_text(encoding="utf-8") if golden.is_file() else ""
        if before != now:
            fresh = tmp_path / golden.name
            fresh.write_text(now, encoding="utf-8", newline="\n")
            lines = differences(before, now) if before else ["there is no picture of it yet"]
            problems.append("\n".join([f"{screen} in {look} is drawn otherwise:", *lines, f"was {golden}", f"is  {fresh}", RENEW]))
    if problems:
        pytest.fail("\n\n".join(problems), pytrace=False)


def test_no_golden_file_is_of_a_screen_that_is_gone() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{screen}-{look}.svg" for screen in (*SCREENS, *EVENTS) for look in LOOKS}


def test_no_picture_hangs_on_the_machine() -> None:
    for file in GOLDEN.iterdir():
        shown = file.read_text(encoding="utf-8")
        assert not [folder for folder in (str(ROOT), str(Path.home()), tempfile.gettempdir()) if folder in shown], file.name
