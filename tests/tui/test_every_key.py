"""Every action of the key table, on every screen where it is bound, by its key: it is what the key does, and that is seen.

An action's other keys are bound to the same by the same line of the table, which test_keymap holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.dom import DOMNode
from textual.pilot import Pilot

from compare.model import Options
from tests.archive.folders import folder
from tests.archive.folders import told as told_by
from tests.tui import story
from tests.tui.conftest import settle, told, walk
from tui import keymap
from tui.app import NewsdiffApp
from tui.keymap import Action, ScreenName
from tui.screens.articles import ArticlesScreen
from tui.settings import Settings

# What is pressed on the list, where all articles are chosen, to come to the screen; what stands in quotation marks is typed.
WAYS: dict[ScreenName, str] = {
    "articles": "",
    "events": "",
    "compare": "enter",
    "search": "enter / 'bridge'",
    "brief": "0",
    "facts": "f",
    "coverage": "m",
    "likeness": "M",
    "matrix": "E",
    "entity": "E D",
    "list": "enter ] ] ] J",
    "picker": "O",
    "page": "?",
    "prompt": "x",
    "menu": "enter f10",
}
# What must be done first, so that the action finds something to do.
FIRST: dict[str, str] = {
    "cursor_up": "G",
    "page_up": "G",
    "half_page_up": "G",
    "first": "G",
    "left": "l",
    "previous_difference": "] ]",
    "jump_back": "]",
    "jump_forward": "] ctrl+o",
    "search_next": "/ 'bridge' enter",
    "search_previous": "/ 'bridge' enter",
    "scroll_left": "w shift+right",
    "scroll_right": "w",
    "move_pane_left": "l",
}
FIRST_THERE: dict[tuple[ScreenName, str], str] = {
    ("articles", "half_page_up"): "ctrl+d",
    ("articles", "make_base"): "j",
    ("events", "half_page_up"): "ctrl+d ctrl+d",
    ("likeness", "choose"): "l",
    ("compare", "make_base"): "l",
    ("compare", "entity"): "j",
    ("list", "delete"): "escape b B",
}
LEFT_OUT: dict[tuple[ScreenName | None, str], str] = {
    (None, "suspend"): "only a real terminal can be left for another program: test_pseudo_terminal",
    ("search", "back"): "pressed in test_search",
    ("page", "help"): "this is the page of help",
    ("page", "legend"): "a page is closed first",
    ("menu", "help"): "the menu is a list of keys itself",
    ("menu", "legend"): "a menu is closed first",
    ("menu", "menu"): "it is there",
    ("page", "menu"): "pressed on every other screen",
    ("prompt", "menu"): "a question is answered first",
    ("prompt", "help"): "the question says its keys itself",
}


class Watch:
    """Keeps what an app does, and that it would leave."""

    def __init__(self, app: NewsdiffApp) -> None:
        self.app = app
        self.done: list[str] = []
        self.is_left = False
        self._dispatch = app._dispatch_action
        app._dispatch_action = self._do  # type: ignore[method-assign]
        app.exit = self._leave  # type: ignore[method-assign]

    async def _do(self, namespace: DOMNode, action_name: str, params: Any) -> bool:
        self.done.append(action_name)
        return await self._dispatch(namespace, action_name, params)

    def _leave(self, *_: object, **__: object) -> None:
        self.is_left = True

    def state(self) -> tuple[object, ...]:
        """All that somebody sees or has of it."""
        screens = self.app.screen_stack
        strips = [[(segment.text, segment.style) for segment in strip] for strip in screens[-1]._compositor.render_strips()]
        return strips, [type(screen) for screen in screens], told(self.app), self.app.clipboard, self.is_left


def in_a_line(screen: ScreenName) -> bool:
    """Whether the keys go into a line there: a letter is a letter then."""
    return screen in {"search", "prompt"}


def pressed(screen: ScreenName, action: Action) -> str:
    """The first key of an action that does it on a screen; none where all of them are letters to write."""
    return next((key for key in action.keys if not (in_a_line(screen) and len(key) == 1)), "")


FIRST_SCREENS = {"articles", "compare", "search", "page", "prompt"}
"""Where the keys of the program itself are pressed, too: it binds them once for all screens, and no screen has another meaning for them."""
CASES = [
    (screen, action)
    for screen in WAYS
    for action in keymap.actions_for(screen, everywhere=screen in FIRST_SCREENS)
    if pressed(screen, action) and (screen, action.id) not in LEFT_OUT and (None, action.id) not in LEFT_OUT and action.id != screen
]


LISTS = {"articles", "events"}
"""The screens that newsdiff begins with."""


async def anew(pilot: Pilot[None], screen: ScreenName, folder: Path) -> None:
    """A fresh list, all articles chosen."""
    if screen == "events":
        from compare.archive.shelf import Shelf
        from tui.screens.events import EventsScreen

        await pilot.app.push_screen(EventsScreen(Shelf(folder), Options()))
        await settle(pilot)
        return
    await pilot.app.push_screen(ArticlesScreen(story.ARTICLES, Options()))
    await walk(pilot, "a")
    await settle(pilot)


@pytest.mark.parametrize("screen", WAYS)
async def test_each_key_does_what_the_table_says_and_that_is_seen(
    screen: ScreenName, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    story.stands_in(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    for name in ("one.txt", "two.txt", "three.txt", *(f"more-{number}.txt" for number in range(40))):
        (tmp_path / name).write_text(f"{name} says so.\n", encoding="utf-8")
    events = tmp_path / "events"
    if screen == "events":
        pytest.importorskip("pyarrow")
        texts = [(each.title, each.outlet or "", each.text) for each in story.ARTICLES]
        groups = [[told_by(0, outlet, id=str(n), title=f"{n} {title}", text=text) for title, outlet, text in texts] for n in range(30)]
        folder(events, groups, compared=0, finished=False)
    app = NewsdiffApp(story.ARTICLES, settings=Settings(opens_with="texts"))
    watch = Watch(app)
    without = []
    async with app.run_test(size=(80, 20)) as pilot:
        await anew(pilot, screen, events)
        for there, action in CASES:
            if there != screen:
                continue
            key = pressed(screen, action)
            await walk(pilot, f"{WAYS[screen]} {FIRST_THERE.get((screen, action.id), FIRST.get(action.id, ''))}")
            await settle(pilot)
            before, watch.done = watch.state(), []
            await walk(pilot, key)
            await settle(pilot)
            if action.id not in watch.done:
                without.append(f"{key} does {watch.done}, not {action.id}")
            elif watch.state() == before:
                without.append(f"{key} does {action.id}, but nothing of it is seen")
            watch.is_left = False
            app.clear_notifications()
            with app.batch_update():
                while len(app.screen_stack) > (1 if screen in LISTS else 2):
                    await app.pop_screen()
            if screen in LISTS:
                await anew(pilot, screen, events)
    assert not without, "\n".join(without)


def test_every_action_of_the_table_is_pressed_somewhere() -> None:
    left_out = {action for screen, action in LEFT_OUT if screen is None}
    assert {action.id for _, action in CASES} | left_out == set(keymap.BY_ID)
    assert {screen for screen, _ in CASES} == set(keymap.SCREEN_TITLES) - {"app"}
