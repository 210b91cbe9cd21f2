"""Whatever is pressed, clicked, wheeled or pasted, on every screen and in every size: nothing breaks, and Esc, q and ctrl+q always lead out.

``NEWSDIFF_KEYS=20 pytest tests/tui/test_random_keys.py`` plays twenty times as much as usual.
"""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from textual import events
from textual.pilot import Pilot

from compare.model import Article
from compare.reading import read_bytes
from tests.second_reader.server import Model, serving
from tests.second_reader.story import content, row
from tests.tui.conftest import settle, told
from tui import comparing, keymap
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen
from tui.screens.asking import AskScreen
from tui.screens.base import ReaderScreen
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.screens.events import EventsScreen
from tui.screens.export import ExportScreen
from tui.screens.facts import FactsScreen
from tui.screens.finder import Finder
from tui.screens.menu import MenuScreen
from tui.screens.pages import LegendScreen

if TYPE_CHECKING:
    from compare.archive.shelf import Shelf

TIMES = int(os.environ.get("NEWSDIFF_KEYS", "1"))
LEAVING = {"ctrl+q", "escape", "q"}
UNSAFE = {"ctrl+z"}
KEYS = sorted({key for action in keymap.ACTIONS for key in action.keys} - LEAVING - UNSAFE)
TYPED = ["a", "Z", "7", "(", "*", "\\", "left", "backspace", "tab", "enter", "escape", "up", "é", "漢"]
OPENING = "0 A X U f10 5 1 2 ] m f M E D ? L B J O x c t ctrl+p / e d u enter space escape".split()
"""Keys that lead to another screen or line, or away from it: pressed more often, so that all of them are reached."""
SIZES = [(80, 24), (20, 6), (120, 35), (47, 13), (1, 1), (200, 12)]
AT_ONCE = 20
"""Keys that come together, as when somebody leans on the keyboard: nobody waits for a picture between them."""
MOST_BACK = 80
"""How often Esc or q may be needed at most to come back to the list."""

# What leads to each screen, and to each line or list that opens on one, from the list of articles; to the last ones from that of events.
WAYS = {
    "articles": "",
    "articles, filtering": "/",
    "facts": "f",
    "facts, over the texts": "a enter f",
    "coverage": "m",
    "likeness": "M",
    "matrix": "E",
    "matrix, filtering": "E /",
    "entity": "E D",
    "compare": "a enter",
    "compare, reading": "a enter v",
    "compare, entities": "a enter e",
    "compare, differences": "a enter d",
    "compare, quotations": "a enter u",
    "compare, filtering": "a enter e /",
    "compare, searching": "a enter /",
    "compare, explaining": "a enter i",
    "compare, on a point": "a enter ]",
    "compare, with a model's points": "a enter A",
    "list": "a enter B",
    "list, filtering": "a enter J /",
    "picker": "O",
    "picker, filtering": "O /",
    "brief": "0",
    "brief, over the texts": "a enter 0",
    "help": "?",
    "help, filtering": "? /",
    "legend": "L",
    "note": "a enter c",
    "dismissing": "a enter ] X",
    "dismissing, in the brief": "a enter 0 X",
    "menu": "a enter f10",
    "menu, on the brief": "0 f10",
    "export": "x",
    "palette": "ctrl+p",
    "events": "",
    "events, filtering": "/",
    "events, one compared": "enter",
}

TEXTS = (
    "Minister opens the bridge\n\nThe minister opened the bridge on Monday. It cost 40 million euros.\n\n“We are proud,” Anna Berg said.\n",
    "Bridge opened late\n\nOn Monday the minister opened the bridge. It cost 45 million euros.\n\nResidents complained of noise [/b].\n",
    "大橋開通\n\nThe bridge is open, Anna Berg said on Monday. Ferries stop next week. 渡輪下週停航。\n",
)
"""Short, so that the keys take the time and not the engine; the engine has its own tests."""


class Mouse(NamedTuple):
    """Something that the mouse does; places are shares of the width and the height."""

    what: str
    at: tuple[float, float]
    to: tuple[float, float] = (0, 0)


class Size(NamedTuple):
    """The window gets another size."""

    columns: int
    lines: int


class Pasted(NamedTuple):
    """The terminal pastes a text."""

    text: str


Deed = str | Mouse | Size | Pasted

_PLACES = st.tuples(st.floats(0, 0.999), st.floats(0, 0.999))
_LENS = st.tuples(st.floats(0, 0.999), st.floats(0.83, 0.999))
"""Where the lens is, and what is below it."""
_MOUSE = st.builds(
    Mouse, st.sampled_from(["click", "click right", "click twice", "wheel up", "wheel down", "drag"]), st.one_of(_PLACES, _LENS), _PLACES
)
_RARE = st.one_of(
    st.sampled_from(SIZES).map(lambda size: Size(*size)), st.sampled_from(["", "a b", "\n", "[/b]\x00", "é" * 200]).map(Pasted)
)
DEEDS: st.SearchStrategy[Deed] = st.one_of(
    *[st.sampled_from(KEYS)] * 6, *[st.sampled_from(OPENING)] * 4, *[st.sampled_from(TYPED)] * 4, *[_MOUSE] * 3, _RARE
)


def where(app: NewsdiffApp) -> str:
    """The screen on top and what is open on it, as WAYS names them."""
    screen = app.screen
    over = any(isinstance(below, CompareScreen) for below in app.screen_stack)
    if isinstance(screen, Finder):
        return "palette"
    if isinstance(screen, MenuScreen):
        return "menu, on the brief" if isinstance(app.screen_stack[-2], BriefScreen) else "menu"
    if isinstance(screen, AskScreen):
        below = app.screen_stack[-2]
        return (
            "note" if screen._title.startswith("Note") else "dismissing, in the brief" if isinstance(below, BriefScreen) else "dismissing"
        )
    if not isinstance(screen, ReaderScreen):
        return "export" if isinstance(screen, ExportScreen) else type(screen).__name__
    if isinstance(screen, CompareScreen):
        sidebar = screen.sidebar
        filtering = sidebar.kind is not None and sidebar.filter.display
        searching = screen.search.display
        explaining = screen.lens.in_full
        reading = screen.state.shows == "reading"
        asked = "with a model's points" if screen.state.subject.comparison.second_reading is not None else ""
        on_point = "on a point" if screen.state.point is not None else ""
        opened = (
            "filtering"
            if filtering
            else "searching"
            if searching
            else sidebar.kind or ("explaining" if explaining else "reading" if reading else asked or on_point)
        )
        return f"compare, {opened}" if opened else "compare"
    if isinstance(screen, BriefScreen):
        return "brief, over the texts" if over else "brief"
    if isinstance(screen, FactsScreen):
        return "facts, over the texts" if over else "facts"
    filtering = any(field.display for field in screen.query("#table-filter, #articles-filter, #events-filter"))
    name = "legend" if isinstance(screen, LegendScreen) else "help" if screen.KEYS == "page" else screen.KEYS
    return f"{name}, filtering" if filtering else name


def bring(app: NewsdiffApp, event: events.Event) -> None:
    """Bring an event as the terminal does."""
    assert app._driver is not None
    app._driver.process_message(event)


def do(app: NewsdiffApp, deed: Deed) -> None:
    """Let one of these happen; nobody waits for what comes of it."""
    width, height = app.size
    match deed:
        case Mouse(what, at, to):
            x, y = int(at[0] * width), int(at[1] * height)
            end = (int(to[0] * width), int(to[1] * height)) if what == "drag" else (x, y)
            if what.startswith("wheel"):
                bring(app, mouse(events.MouseScrollUp if what == "wheel up" else events.MouseScrollDown, x, y, 0))
                return
            for _ in range(2 if what == "click twice" else 1):
                bring(app, mouse(events.MouseMove, x, y, 0))
                bring(app, mouse(events.MouseDown, x, y, 3 if what == "click right" else 1))
                if what == "drag":
                    bring(app, mouse(events.MouseMove, (x + end[0]) // 2, (y + end[1]) // 2, 1))
                    bring(app, mouse(events.MouseMove, *end, 1))
                bring(app, mouse(events.MouseUp, *end, 3 if what == "click right" else 1))
        case Pasted(text):
            bring(app, events.Paste(text))
        case str(key):
            bring(app, events.Key(keymap.textual_key(key), key if len(key) == 1 else None))


def mouse(kind: type[events.MouseEvent], x: int, y: int, button: int) -> events.MouseEvent:
    return kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)


TEXTS_ALONE = {"compare", "compare, reading", "compare, on a point", "compare, with a model's points"}
"""The texts with nothing open beside or under them."""


class Session:
    """One run of the reader, and where it has been."""

    def __init__(self, pilot: Pilot[None], app: NewsdiffApp) -> None:
        self.pilot = pilot
        self.app = app
        self.been: Counter[str] = Counter()
        self.keys = 0

    async def play(self, deeds: Sequence[Deed]) -> None:
        """Let all of these happen, some at once."""
        for start in range(0, len(deeds), AT_ONCE):
            for deed in deeds[start : start + AT_ONCE]:
                if isinstance(deed, Size):
                    await self.pilot.resize_terminal(*deed)
                else:
                    do(self.app, deed)
                    self.keys += isinstance(deed, str)
            await self.pilot.pause()
            assert self.app.is_running
            self.been[where(self.app)] += 1

    async def find_out(self, way_out: str) -> None:
        """From wherever it is, one of the three keys leads to the list, or out of the program."""
        for _ in range(MOST_BACK):
            at_the_list = isinstance(self.app.screen, ArticlesScreen | EventsScreen) and len(self.app.screen_stack) <= 2
            # Esc doesn't leave a comparison that was opened directly; it comes back to it
            at_the_texts = way_out == "escape" and where(self.app) in TEXTS_ALONE and len(self.app.screen_stack) == 2
            if not self.app.is_running or at_the_list or at_the_texts:
                return
            do(self.app, way_out)
            if way_out == "q":  # in a line for letters q is a letter; Esc leaves the line
                do(self.app, "escape")
            await self.pilot.pause()
        pytest.fail(f"{way_out} doesn't lead out of {where(self.app)}, {self.app.screen_stack}")


async def session(
    articles: Sequence[Article], shelf: Shelf | None, way: str, deeds: Sequence[Deed], way_out: str, *, straight: bool
) -> tuple[Counter[str], int]:
    """Go somewhere, let things happen, and find the way out; gives where one has been and how many keys were pressed."""
    app = NewsdiffApp(articles, compare_at_once=straight, shelf=shelf)
    leave, app.exit = app.exit, lambda *_, **__: None  # type: ignore[method-assign] # a key that would end it too soon is one like another
    async with app.run_test(size=SIZES[0]) as pilot:
        playing = Session(pilot, app)
        await settle(pilot)
        if not straight:
            for key in WAYS[way].split():
                await pilot.press(keymap.textual_key(key))
                await settle(pilot)
            assert where(app) == ("compare" if way == "events, one compared" else way)
        await playing.play(deeds)
        app.exit = leave  # type: ignore[method-assign]
        await playing.find_out(way_out)
        if app.is_running:
            assert not any("internal" in line or "Error" in line for line in told(app))
            do(app, "ctrl+q")
            await pilot.pause()
            await pilot.pause()
    assert not app.is_running
    assert app._exception is None
    return playing.been, playing.keys


def played(
    way: str, deeds: Sequence[Deed], way_out: str, folder: Path, model: Model, shelf: Shelf | None = None, *, straight: bool = False
) -> tuple[Counter[str], int]:
    articles = [read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(TEXTS)]
    for key in [key for key, each in comparing._found.items() if each.second_reading is not None]:
        comparing._found.pop(key)  # what a model said in the session before; what newsdiff itself found stays
    comparing._consulted.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("NEWSDIFF_DATA", str(folder / "data"))
        settings = folder / "config.toml"
        settings.write_text(f'opens_with = "texts"\n[second_reader]\nurl = "{model.url}"\nmodel = "lighthouse:7b"\n', encoding="utf-8")
        patch.setenv("NEWSDIFF_CONFIG", str(settings))
        return asyncio.run(session([] if shelf else articles, shelf, way, deeds, way_out, straight=straight))


@pytest.fixture(scope="module")
def model() -> Iterator[Model]:
    with serving() as server:
        told = row("The minister opened the bridge on Monday", "Bridge opened late", kind="date")
        server.behaviour = lambda handler, _: handler.say(content(told))
        yield server


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    pytest.importorskip("pyarrow")
    from compare.archive.shelf import Shelf
    from tests.archive.folders import differing, folder, story

    return Shelf(folder(tmp_path_factory.mktemp("events"), [story(0), differing(1)]))


WAYS_OUT = st.sampled_from(["escape", "q", "ctrl+q"])
LEGS = st.tuples(
    st.sampled_from(sorted(way for way in WAYS if not way.startswith("events"))), st.lists(DEEDS, min_size=AT_ONCE, max_size=AT_ONCE)
)
"""Esc a few times, the way to somewhere, and what happens then."""


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=TIMES, phases=[Phase.generate])
@given(deeds=st.lists(DEEDS, min_size=33, max_size=42), way_out=WAYS_OUT)
def test_nothing_that_happens_on_a_screen_breaks_it_or_locks_anybody_in(
    way: str, deeds: Sequence[Deed], way_out: str, model: Model, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    assume(len(set(deeds)) > 1)  # the first that hypothesis thinks of is one key over and over
    shelf = request.getfixturevalue("shelf") if way.startswith("events") else None
    played(way, deeds, way_out, tmp_path_factory.mktemp("keys"), model, shelf)


def test_hundreds_of_keys_in_a_row_break_nothing(model: Model, tmp_path_factory: pytest.TempPathFactory) -> None:
    been: Counter[str] = Counter()
    pressed = 0

    @settings(max_examples=TIMES, phases=[Phase.generate])
    @given(legs=st.lists(LEGS, min_size=35, max_size=35), straight=st.booleans(), way_out=WAYS_OUT)
    def wander(legs: Sequence[tuple[str, Sequence[Deed]]], straight: bool, way_out: str) -> None:
        nonlocal pressed
        assume(len(set(legs[0][1])) > 1)
        deeds: list[Deed] = []
        for way, then in legs:
            deeds += [*["escape"] * 3, *WAYS[way].split(), *then]
        found, keys = played("articles", deeds, way_out, tmp_path_factory.mktemp("keys"), model, straight=straight)
        been.update(found)
        pressed += keys

    wander()
    assert pressed > 500
    assert len(been) > 5, been
    print(pressed, been.most_common())
