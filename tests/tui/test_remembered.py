"""What newsdiff remembers by itself: the theme that was chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.model import Article
from tests.tui.conftest import press, told
from tui import remembered
from tui.app import NewsdiffApp
from tui.remembered import Choice


async def test_a_chosen_theme_is_there_the_next_time(seeds: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('# mine\ntheme = "nord"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(config))
    first = NewsdiffApp(seeds[:2])
    assert first.theme == "nord"
    async with first.run_test() as pilot:
        await press(pilot, "t")
        await press(pilot, *"gruvbox", "enter", "enter")
        assert first.theme == "gruvbox"
    assert NewsdiffApp(seeds[:2]).theme == "gruvbox"
    assert config.read_text(encoding="utf-8") == '# mine\ntheme = "nord"\n'
    config.write_text('theme = "dracula"\n', encoding="utf-8")
    assert NewsdiffApp(seeds[:2]).theme == "dracula"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": 3}', '{"theme": "nord"', "[" * 5000, "\x00", "x" * 20_000])
def test_a_file_that_holds_something_else_is_none(text: str) -> None:
    remembered.file().write_text(text, encoding="utf-8")
    assert remembered.theme(None) is None
    assert remembered.theme("nord") == "nord"
    assert remembered.keep_theme(Choice("dracula", None)) == ""
    assert remembered.theme(None) == "dracula"
    assert [path.name for path in remembered.data_folder().iterdir()] == ["remembered.json"]


async def test_a_folder_that_cannot_be_written_is_one_line(seeds: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("NEWSDIFF_DATA", str(tmp_path / "file"))
    app = NewsdiffApp(seeds[:2])
    async with app.run_test() as pilot:
        app.theme = "nord"
        await press(pilot)
        assert [line for line in told(app) if "the theme can't be remembered" in line]
        assert app.theme == "nord"


def test_a_theme_that_is_gone_says_so(seeds: list[Article]) -> None:
    remembered.file().write_text(json.dumps({"theme": "gone", "configured": None}), encoding="utf-8")
    assert any("no theme called gone" in problem for problem in NewsdiffApp(seeds[:2]).problems)
