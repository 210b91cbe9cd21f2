"""The configuration: what can be used is used, what can't gets one line with the file and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.model import Article
from tests.tui.conftest import press, told
from tui import keymap, settings
from tui.app import NewsdiffApp
from tui.screens.coverage import CoverageScreen
from tui.screens.pages import HelpScreen
from tui.settings import Settings


def load(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return settings.load(file)


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == Settings()


def test_theme_and_keys_are_read(tmp_path: Path) -> None:
    found = load(tmp_path, 'theme = "nord"\n[keys]\nbookmark = "f5"\nnext_difference = ["]", "f8"]\n')
    assert found == Settings("nord", {"bookmark": ("f5",), "next_difference": ("]", "f8")})


def test_the_recogniser_of_names_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, 'ner = "spacy:en_core_web_sm"\n').ner == "spacy:en_core_web_sm"
    assert load(tmp_path, 'ner = "rules"\n').ner == "rules"


@pytest.mark.parametrize("value", ['"spcy:x"', '"spacy:"', "3", '["rules"]', '"Rules"'])
def test_a_recogniser_that_is_not_known_is_one_line_with_file_and_line(tmp_path: Path, value: str) -> None:
    found = load(tmp_path, f"theme = 'nord'\n\nner = {value}\n")
    assert found.ner is None
    assert found.problems == (found.ner_problem,)
    assert found.ner_problem.startswith(f"{tmp_path / 'config.toml'}:3: ner can't be ")
    assert "\n" not in found.ner_problem


@pytest.mark.parametrize(
    ("text", "line", "fragment"),
    [
        ("[keys]\n\nbookmrk = 'f5'\n", 3, "no action called bookmrk; did you mean bookmark?"),
        ("[keys]\nview = 'v'\nbookmark = 'y'\n", 3, "bookmark can't have y, which is already for copy_sentence"),
        ("[keys]\nview = 'f5'\nbookmark = 'f5'\n", 3, "bookmark can't have f5, which is already for view"),
        ("[keys]\nbookmark = '?'\n", 2, "already for help"),
        ("[keys]\nbookmark = 7\n", 2, "needs a key"),
        ("[keys]\nbookmark = []\n", 2, "needs a key"),
        ("[keys]\nbookmark = 'b b'\n", 2, "there is no such key"),
        ("theme = 'nord'\ncolour = 'red'\n", 2, "no setting called colour"),
        pytest.param(f"n = {'9' * 5000}", 1, "4300 digits", id="a long number"),
        ("\nopens_with = []\n", 2, "opens_with can't be []"),
        ("\ntheme = 3\n", 2, "theme must be a name"),
        ("theme = 'nord'\nkeys = 3\n", 2, "must be a table"),
        ("theme = 'nord'\n[keys\n", 2, "it is ignored"),
        ("theme = \n", 1, "it is ignored"),
        ("keys.nothing = 'f5'\n", 1, "no action called nothing"),
        ("[keys]\nview = 'v'\nbookmark = 'foo'\n", 3, "bookmark can't have 'foo': there is no such key"),
        ("[keys]\nbookmark = ['f5', 'hyperspace+b']\n", 2, "there is no such key"),
        ("[keys]\nbookmark = ''\n", 2, "there is no such key"),
        ("[keys]\nleave = 'X'\n", 2, "leave also works while you type"),
        ("[keys]\npalette = ['ctrl+p', 'space']\n", 2, "palette also works while you type"),
        ("[keys]\nback = 'q'\n", 2, "back needs a key that also works while you type"),
        ("[keys]\nbookmark = 'ctrl+i'\n", 2, "already for next_pane"),
        ("[keys]\nbookmark = 'shift+y'\n", 2, "already for copy_both"),
    ],
)
def test_what_cant_be_used_gets_one_line_with_file_and_line(tmp_path: Path, text: str, line: int, fragment: str) -> None:
    found = load(tmp_path, text)
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"{tmp_path / 'config.toml'}:{line}: ")
    assert fragment in found.problems[0]
    assert "\n" not in found.problems[0]
    assert keymap.clashes(found.keys) == []


def test_keys_are_known_however_people_write_them(tmp_path: Path) -> None:
    found = load(tmp_path, '[keys]\nbookmark = ["F5", "Ctrl+G", "PgDn2"]\n')
    assert "'pgdn2': there is no such key" in found.problems[0]
    found = load(tmp_path, '[keys]\nbookmark = ["F5", "Ctrl+G", "alt+ä", "+", "question_mark"]\nhelp = "f1"\nnote = "Shift+Q"\n')
    assert found.problems == ()
    assert [keymap.textual_key(key) for key in found.keys["bookmark"][:2]] == ["f5", "ctrl+g"]
    assert keymap.textual_key(found.keys["note"][0]) == "Q"


def test_every_key_of_the_table_is_known() -> None:
    for action in keymap.ACTIONS:
        assert all(map(keymap.is_key, action.keys)), action.id
        assert action.id not in keymap.FROM_ANYWHERE or not any(map(keymap.is_typed, action.keys))


def test_two_keys_can_change_places(tmp_path: Path) -> None:
    found = load(tmp_path, "[keys]\nview = 'w'\nwrap = 'v'\n")
    assert found.problems == ()
    assert found.keys == {"view": ("w",), "wrap": ("v",)}


def test_a_folder_or_bytes_in_its_place_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    for bad in (tmp_path, tmp_path / "bytes.toml"):
        found = settings.load(bad)
        assert len(found.problems) == 1
        assert found.problems[0].startswith(str(bad))


async def test_rebound_keys_work_and_help_and_footer_show_them(seeds: list[Article]) -> None:
    chosen = Settings("newsdiff-light", {"coverage": ("f6",), "help": ("f7",)})
    app = NewsdiffApp(seeds[:2], settings=chosen)
    async with app.run_test(size=(120, 60)) as pilot:
        assert "f6 coverage" in await press(pilot)
        assert app.theme == "newsdiff-light"
        first = app.screen
        await press(pilot, "m", "question_mark")
        assert app.screen is first
        shown = await press(pilot, "f7")
        assert isinstance(app.screen, HelpScreen)
        assert "f6" in shown.lower()
        await press(pilot, "escape", "f6")
        assert isinstance(app.screen, CoverageScreen)


async def test_problems_are_told_and_the_reader_goes_on(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2], settings=Settings("no-such-theme", {}, ("config.toml:1: [red]bad[/]",)))
    async with app.run_test() as pilot:
        await press(pilot)
        assert told(app) == ["config.toml:1: [red]bad[/]", "there is no theme called no-such-theme; press t for a list"]


async def test_a_theme_that_is_not_there_is_one_line_with_file_and_line(
    seeds: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text("\ntheme = 'nrod'\n[keys]\ntheme = 'f9'\n", encoding="utf-8")
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(config))
    app = NewsdiffApp(seeds[:2])
    assert app.problems == (f"{config}:2: there is no theme called nrod; press f9 for a list",)


async def test_what_the_screens_say_names_the_users_own_keys(seeds: list[Article]) -> None:
    keys = {"open": ("f3",), "compare": ("f4",), "select": ("f5",), "bookmark": ("f6",), "note": ("f8",), "back": ("f10", "escape")}
    app = NewsdiffApp([], settings=Settings(None, keys))
    async with app.run_test(size=(100, 20)) as pilot:
        assert "press f3 to open a file" in await press(pilot)
    app = NewsdiffApp(seeds, settings=Settings(None, {**keys, "reload": ("f11",)}, opens_with="texts"))
    async with app.run_test(size=(100, 30)) as pilot:
        assert "select two or more with f5" in await press(pilot)
        assert "f4 compares A and B" in await press(pilot, "f5", "f5")
        assert "Nothing matches; f10 shows all again" in await press(pilot, "slash", *"zzzz")
        await press(pilot, "f10", "f4")
        assert "Nothing yet: f6 sets a bookmark, f8 writes a note" in await press(pilot, "B")
        await press(pilot, "f10")
        assert "f10 leaves it" in await press(pilot, "x")
