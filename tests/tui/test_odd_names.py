"""Files of which another name is shown than they have: the reader opens, watches, keeps and spares the file, and shows the safe name."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from compare import analyse, read
from compare.model import Article
from tests.tui.conftest import press, told
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen
from tui.store import Kept, Store
from tui.store.pins import files

ODD_NAMES = [b"a\xff.txt", b"a\x1b[31m.txt", "a\u202e.txt".encode(), b"a\r.txt", b"a\n.txt", "a\x85.txt".encode(), "\ufeffa.txt".encode()]


@pytest.fixture(params=ODD_NAMES)
def pair(request: pytest.FixtureRequest, seeds: list[Article], tmp_path: Path) -> tuple[Path, Path]:
    """A seed under an odd name, and another one whose name is what is shown of the first."""
    odd = tmp_path / os.fsdecode(request.param)
    shutil.copy(seeds[1].path, odd)
    same = tmp_path / Path(read(odd).source).name
    shutil.copy(seeds[2].path, same)
    return odd, same


async def test_a_changed_file_is_told_and_read_again(pair: tuple[Path, Path]) -> None:
    app = NewsdiffApp([read(file) for file in pair])
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        pair[0].write_text("Only this was said at noon.\n", encoding="utf-8")
        os.utime(pair[0], (1, 1))
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        screen._look_at_files()
        await press(pilot, "R")
        assert [line for line in told(app) if "has changed: press R" in line and line.isprintable()]
        assert [article.text for article in screen.all_articles()] == [read(file).text for file in pair]
        assert "Only this was said" in screen.all_articles()[0].text


def test_what_is_kept_belongs_to_the_file(pair: tuple[Path, Path], tmp_path: Path) -> None:
    store = Store(tmp_path / "kept.sqlite3")
    assert store.prepare() == ""
    before = analyse(read(pair[0]))
    store.mark("bookmark", before, 3)
    pair[0].write_text("New at the top.\n\n" + pair[0].read_text(encoding="utf-8"), encoding="utf-8")
    changed = analyse(read(pair[0]))
    sentence = next(index for index, each in enumerate(changed.sentences) if each.text == before.sentences[3].text)
    assert store.of(changed) == (Kept("bookmark", sentence),)
    assert store.of(analyse(read(pair[1]))) == ()


def test_pins_beside_a_folder_of_an_odd_name_are_found(seeds: list[Article], tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"f\xff\x1b\n")
    folder.mkdir()
    shutil.copy(seeds[1].path, folder / "a.txt")
    (folder / "newsdiff.pins").write_text("", encoding="utf-8")
    assert folder / "newsdiff.pins" in files([read(folder / "a.txt")])
