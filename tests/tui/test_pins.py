"""Sentences joined and separated by hand: the files they are kept in, the keys, the command line; shades that count or don't."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from compare import read
from compare.align.pins import FILE_NAME, format_pins, pin, read_pins
from compare.model import Analysis, Article, Comparison, Link, Pinned, Place
from tests.conftest import ROOT
from tests.tui.conftest import press, settle, told
from tests.tui.test_cli import assert_one_line_of_trouble, newsdiff
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.store import StoreError
from tui.store.pins import choose, drop, file_to_write, files, held, pins_for, put

ONE = "The council met on Tuesday. The mayor resigned. Rain fell all day.\n"
TWO = "On Tuesday the council met. Nobody knows who leads the town now.\n"
MAYOR, TOWN = Place(0, 1), Place(1, 1)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's file of pins."""
    monkeypatch.setenv("NEWSDIFF_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("NEWSDIFF_PINS", raising=False)
    return tmp_path / "data" / FILE_NAME


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


def analysed(folder: Path) -> tuple[Analysis, ...]:
    from compare import compare

    return compare([read(folder / "one.txt"), read(folder / "two.txt")]).articles


def articles_of(analyses: tuple[Analysis, ...]) -> list[Article]:
    return [analysis.article for analysis in analyses]


async def opened(app: NewsdiffApp, pilot: Pilot[None]) -> CompareScreen:
    await settle(pilot)
    assert isinstance(app.screen, CompareScreen)
    assert app.screen.state.subject.ready
    return app.screen


def links(screen: CompareScreen) -> tuple[Link, ...]:
    return screen.state.subject.comparison.links


def test_pins_go_into_the_users_file_until_they_are_dropped(own: Path, comparison: Comparison) -> None:
    analyses = comparison.articles
    put(analyses, "join", Place(0, 0), Place(1, 1))
    assert pins_for(articles_of(analyses)) == (pin("join", analyses, Place(0, 0), Place(1, 1)),)
    assert analyses[0].sentences[0].text[:30] in own.read_text(encoding="utf-8")
    put(analyses, "part", Place(1, 1), Place(0, 0))
    assert [kept.action for kept in read_pins(own)] == ["part"]
    drop(analyses, Place(0, 0), Place(1, 1))
    assert pins_for(articles_of(analyses)) == ()


def test_a_file_beside_the_articles_is_written_where_there_is_one(own: Path, story: Path) -> None:
    analyses = analysed(story)
    beside = story / FILE_NAME
    put(analyses, "part", MAYOR, TOWN)
    assert not beside.exists()
    beside.write_text("", encoding="utf-8")
    put(analyses, "join", MAYOR, TOWN)
    assert [kept.action for kept in read_pins(beside)] == ["join"]
    assert read_pins(own) == ()
    own.write_text(format_pins([pin("part", analyses, MAYOR, TOWN)]), encoding="utf-8")
    assert [kept.action for kept in pins_for(articles_of(analyses))] == ["part"], "the user's own outweigh those beside the articles"
    drop(analyses, TOWN, MAYOR)
    assert pins_for(articles_of(analyses)) == ()
    assert beside.exists()


def test_a_file_that_may_not_be_written_leaves_pins_to_the_users(own: Path, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (story / FILE_NAME).write_text("", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # permissions would hold a super-user back from nothing
    put(analysed(story), "join", MAYOR, TOWN)
    assert len(read_pins(own)) == 1


def test_a_damaged_file_is_said_and_stays_as_it_is(own: Path, story: Path) -> None:
    analyses = analysed(story)
    beside = story / FILE_NAME
    damaged = format_pins([pin("join", analyses, MAYOR, TOWN)]) + "<<<<<<< mine\n"
    beside.write_text(damaged, encoding="utf-8")
    with pytest.raises(StoreError, match=r"newsdiff\.pins, line 4: isn't a pin"):
        put(analyses, "part", MAYOR, TOWN)
    assert beside.read_text(encoding="utf-8") == damaged
    assert not own.exists()
    found = held(articles_of(analyses))
    assert found.pins == ()
    assert len(found.problems) == 1


def test_two_readers_at_once_lose_nothing(own: Path, comparison: Comparison) -> None:
    program = (
        "import sys; from compare import analyse, read; from compare.model import Place; from tui.store.pins import put\n"
        "analyses = [analyse(read(path)) for path in sys.argv[2:]]\n"
        "for number in range(int(sys.argv[1]), 20, 2): put(analyses, 'join', Place(0, number), Place(1, number % 5))\n"
    )
    analyses = comparison.articles[3:1:-1]
    paths = [analysis.article.source for analysis in analyses]
    running = [subprocess.Popen([sys.executable, "-c", program, start, *paths], cwd=ROOT) for start in ("0", "1")]
    assert [process.wait(60) for process in running] == [0, 0]
    assert set(read_pins(own)) == {pin("join", analyses, Place(0, number), Place(1, number % 5)) for number in range(20)}


def test_another_file_or_none(own: Path, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDIFF_PINS", "")
    analyses = analysed(story)
    articles = articles_of(analyses)
    with pytest.raises(StoreError, match="--no-pins"):
        put(analyses, "join", MAYOR, TOWN)
    (story / FILE_NAME).write_text("nonsense", encoding="utf-8")
    choose(str(tmp_path / "mine.pins"))
    assert file_to_write(articles) == tmp_path / "mine.pins"
    assert held(articles).problems == (f"{tmp_path / 'mine.pins'}: no such file; check the path",)
    put(analyses, "join", MAYOR, TOWN)
    assert len(pins_for(articles)) == 1
    assert not own.exists()
    choose("")
    assert files(articles) == []


def test_every_command_reads_pins_and_says_so(story: Path) -> None:
    (story / FILE_NAME).write_text(format_pins([pin("join", analysed(story), MAYOR, TOWN)]), encoding="utf-8")
    given = ("one.txt", "two.txt")

    def exported(*options: str | Path, name: str = "json") -> str:
        done = newsdiff("export", *given, "-o", "-", "--format", name, *options, cwd=story)
        assert done.returncode == 0, done.stderr
        return done.stdout

    found = json.loads(exported())
    assert found["pins"] == [{"action": "join", "a": {"article": 0, "sentence": 1}, "b": {"article": 1, "sentence": 1}, "exact": True}]
    assert [link["pinned"] for link in found["links"]].count(True) == 1
    for name in ("html", "md", "text"):
        assert "joined by hand" in " ".join(exported(name=name).split())
    assert "by hand" not in exported("--no-pins", name="md")
    assert "ONE 2 and TWO 2 joined by hand" in newsdiff("diff", *given, cwd=story).stdout
    assert json.loads(newsdiff("check", *given, "--format", "json", cwd=story).stdout)["pins"] == 1
    mine = story / "mine"
    shutil.move(story / FILE_NAME, mine)
    assert json.loads(exported("--pins", mine)) == found
    assert json.loads(exported())["pins"] == []
    refused = newsdiff("export", *given, "--pins", "mine", "-o", "mine", "--format", "json", cwd=story)
    assert_one_line_of_trouble(refused, "mine: is used in the comparison")


@pytest.mark.parametrize("command", [[], ["diff"], ["check"], ["export", "-o", "out.html"]], ids=str)
def test_damaged_pins_are_one_line_and_status_2(command: list[str], story: Path) -> None:
    (story / FILE_NAME).write_text("# pins\njoin these two\n", encoding="utf-8")
    assert_one_line_of_trouble(newsdiff(*command, "one.txt", "two.txt", cwd=story), "newsdiff.pins, line 2: isn't a pin", "--no-pins")
    assert_one_line_of_trouble(newsdiff(*command, "one.txt", "two.txt", "--pins", "none", cwd=story), "none: no such file")
    assert newsdiff(*command, "one.txt", "two.txt", "--no-pins", cwd=story).returncode in (0, 1)


def test_a_changed_text_is_said(story: Path) -> None:
    (story / FILE_NAME).write_text(format_pins([pin("join", analysed(story), MAYOR, TOWN)]), encoding="utf-8")
    (story / "one.txt").write_text(ONE.replace("mayor resigned", "mayor has resigned"), encoding="utf-8")
    done = newsdiff("diff", "one.txt", "two.txt", cwd=story)
    assert done.stderr == ""
    assert "joined by hand (made in an earlier text" in " ".join(done.stdout.split())
    (story / "one.txt").write_text(ONE.replace("The mayor resigned", "A bridge was opened"), encoding="utf-8")
    done = newsdiff("diff", "one.txt", "two.txt", cwd=story)
    assert "1 pin is about a sentence that the changed text no longer has" in done.stderr
    assert done.returncode == 1
    assert "by hand" not in done.stdout


async def test_parted_and_joined_by_keys(seeds: list[Article], own: Path) -> None:
    app = NewsdiffApp([seeds[3], seeds[2]], compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        before = links(screen)
        link = next(link for link in before if link.relation == "aligned")
        screen.state.move.to(link.a)
        other = before[before.index(link)].b
        assert f"separated by hand from B{other.sentence + 1}" in " ".join((await press(pilot, "P")).split())
        assert (link.a, other) not in {(new.a, new.b) for new in links(screen)}
        assert [kept.action for kept in read_pins(own)] == ["part"]
        screen.state.move.to(link.a)
        await press(pilot, "P")
        assert links(screen) == before
        stranger = Place(1, next(index for index in range(3, 20) if Place(1, index) != link.b))
        for place in (link.a, stranger):
            screen.state.move.to(place)
            await press(pilot, "p")
        assert [(new.a, new.b) for new in links(screen) if new.pinned] == [(link.a, stranger)]
    app = NewsdiffApp([seeds[3], seeds[2]], compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        assert [(new.a, new.b) for new in links(screen) if new.pinned] == [(link.a, stranger)]
        screen.state.move.to(stranger)
        await press(pilot, "p")
        assert links(screen) == before


async def test_the_reader_writes_beside_the_articles_and_the_file_goes_into_its_exports(story: Path, own: Path) -> None:
    beside = story / FILE_NAME
    beside.write_text("", encoding="utf-8")
    app = NewsdiffApp(articles_of(analysed(story)), compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        for place in (MAYOR, TOWN):
            screen.state.move.to(place)
            await press(pilot, "p")
        assert [kept.action for kept in read_pins(beside)] == ["join"]
        assert not own.exists()
        await press(pilot, "x")
        app.screen.query_one(Input).value = str(story / "out.json")
        await press(pilot, "enter")
        assert screen.state.subject.comparison.pins == (Pinned("join", MAYOR, TOWN),)
    assert len(json.loads((story / "out.json").read_text(encoding="utf-8"))["pins"]) == 1


async def test_the_reader_says_what_is_wrong_with_pins_and_goes_on(story: Path) -> None:
    (story / FILE_NAME).write_text("join these two", encoding="utf-8")
    app = NewsdiffApp(articles_of(analysed(story)), compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        assert [line for line in told(app) if "newsdiff.pins, line 1: isn't a pin" in line]
        screen.state.move.to(MAYOR)
        await press(pilot, "p")
        screen.state.move.to(TOWN)
        await press(pilot, "p")
        assert told(app)[-1].startswith("Nothing was pinned: ")
        assert not any(link.pinned for link in links(screen))
    assert (story / FILE_NAME).read_text(encoding="utf-8") == "join these two"


async def test_shades_count_when_they_are_asked_to(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds, compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)

        def divergent() -> int:
            return sum(standing.status == "divergent" for row in screen.state.subject.comparison.standings for standing in row)

        before, ledger = divergent(), screen.state.subject.comparison.differences
        assert any(difference.severity == 1 for difference in ledger)
        assert "shades count" in await press(pilot, "4")
        assert divergent() > before
        assert screen.state.subject.comparison.differences == ledger
        assert "shades count ·" not in await press(pilot, "4")
        assert divergent() == before
