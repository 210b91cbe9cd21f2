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
        ("[keys]\nbookmark = 'b b'\n", 2, "needs a key"),
        ("theme = 'nord'\ncolour = 'red'\n", 2, "no setting called colour"),
        ("\ntheme = 3\n", 2, "theme must be a name"),
        ("theme = 'nord'\nkeys = 3\n", 2, "must be a table"),
        ("theme = 'nord'\n[keys\n", 2, "nothing of it is used"),
        ("theme = \n", 1, "nothing of it is used"),
        ("keys.nothing = 'f5'\n", 1, "no action called nothing"),
    ],
)
def test_what_cant_be_used_gets_one_line_with_file_and_line(tmp_path: Path, text: str, line: int, fragment: str) -> None:
    found = load(tmp_path, text)
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"{tmp_path / 'config.toml'}:{line}: ")
    assert fragment in found.problems[0]
    assert "\n" not in found.problems[0]
    assert keymap.clashes(found.keys) == []


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
        assert told(app) == ["config.toml:1: [red]bad[/]", "There is no theme called no-such-theme; press t for a list"]
