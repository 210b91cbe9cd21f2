"""Copying: through the system's program where there is one, through the terminal otherwise."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compare.model import Article
from tests.tui.conftest import press, settle, told
from tui import clipboard
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program stands in as a shell script")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop with a clipboard: what is copied goes into the file beside the program."""
    program = tmp_path / "wl-copy"
    program.write_text(f'#!/bin/sh\nexec /bin/cat > "{tmp_path}/copied"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    return program


def test_a_terminal_without_a_desktop_has_no_program(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    assert clipboard.command() == (str(program),)
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "TERMUX_VERSION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    assert clipboard.command() is None


def test_what_is_given_is_what_arrives(program: Path) -> None:
    assert clipboard.copy((str(program),), "“Glad” — 東京\nzwei")
    assert (program.parent / "copied").read_text(encoding="utf-8") == "“Glad” — 東京\nzwei"


def test_a_program_that_fails_is_no_trouble(program: Path) -> None:
    program.write_text("#!/bin/sh\nexit 1\n")
    assert not clipboard.copy((str(program),), "text")
    assert not clipboard.copy((str(program.parent / "gone"),), "text")


@pytest.mark.parametrize("works", [True, False])
async def test_y_copies_the_sentence(seeds: list[Article], program: Path, monkeypatch: pytest.MonkeyPatch, works: bool) -> None:
    if not works:
        program.write_text("#!/bin/sh\nexit 1\n")
    asked: list[str] = []
    monkeypatch.setattr("textual.app.App.copy_to_clipboard", lambda app, text: asked.append(text))
    app = NewsdiffApp(seeds[:1], compare_at_once=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await press(pilot, "j", "y")
        sentence = screen.state.subject.comparison.sentence(screen.state.cursor).text
        assert app.clipboard == sentence
        assert asked == ([] if works else [sentence])
        if works:
            assert (program.parent / "copied").read_text(encoding="utf-8") == sentence


async def test_much_text_is_told_of_where_the_terminal_is_asked(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("textual.app.App.copy_to_clipboard", lambda app, text: asked.append(text))
    app = NewsdiffApp([])
    async with app.run_test(size=(80, 24)) as pilot:
        app.copy_to_clipboard("é" * 40_000)  # to the program
        await settle(pilot)
        assert (len((program.parent / "copied").read_text(encoding="utf-8")), told(app), asked) == (40_000, [], [])
        monkeypatch.delenv("WAYLAND_DISPLAY")
        app.copy_to_clipboard("é" * 30_000)
        assert (len(asked), told(app)) == (1, [])
        app.copy_to_clipboard("é" * 40_000)
        await settle(pilot)
        assert len(asked) == 2
        assert told(app) == ["That is 80 kB; a terminal may take no more than 74 kB to the clipboard"]
