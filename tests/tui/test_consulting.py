"""The second reader asked by a key: a real server, beside the interface, with progress, and called off by the same key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from compare.model import Article, Options
from tests.second_reader.server import Model, dawdling, serving
from tests.second_reader.story import COUNT, STAGE, content, story
from tests.tui.conftest import press, seen, settle, told
from tui import comparing
from tui.app import NewsdiffApp
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.settings import Settings


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as server:
        yield server
    comparing._found.clear()
    comparing._consulted.clear()


@pytest.fixture
def articles() -> tuple[Article, ...]:
    return tuple(analysis.article for analysis in story().articles)


def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    file = tmp_path / "model.toml"
    file.write_text(f'opens_with = "texts"\n[second_reader]\nurl = "{url}"\nmodel = "lighthouse:7b"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(file))


def app(articles: tuple[Article, ...], opens_with: Literal["brief", "texts"] = "texts") -> NewsdiffApp:
    return NewsdiffApp(articles, compare_at_once=True, options=Options(semantic="off"), settings=Settings(opens_with=opens_with))


async def test_without_one_set_up_the_key_says_how(articles: tuple[Article, ...]) -> None:
    reader = app(articles)
    async with reader.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "A")
        assert "[second_reader]" in told(reader)[-1]


async def test_its_rows_are_in_ledger_lens_and_brief_with_the_model_s_name(
    model: Model, articles: tuple[Article, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(tmp_path, monkeypatch, model.url)
    model.behaviour = lambda handler, _: handler.say(content(COUNT, STAGE))
    reader = app(articles)
    async with reader.run_test(size=(140, 40), notifications=True) as pilot:
        await settle(pilot)
        assert not model.asked, "nobody is asked until the key is pressed"
        screen = reader.screen
        assert isinstance(screen, CompareScreen)
        before = len(screen.state.points)
        heard: list[str] = []
        monkeypatch.setattr(screen, "say", lambda text, *_, **__: heard.append(text))
        shown = await press(pilot, "A")
        assert "2 by lighthouse:7b" in shown.splitlines()[0]
        assert "127.0.0.1" in heard[0], "where the texts go is said"
        assert "lighthouse:7b names 2 points" in heard[-1]
        assert len(screen.state.points) == before + 2
        assert "says lighthouse:7b" in await press(pilot, "d")
        await press(pilot, "G", "enter", "d")
        assert screen.state.subject.is_hollow(screen.state.point or 0)
        assert "lighthouse:7b" in "\n".join(seen(reader).splitlines()[-6:])
        assert "says lighthouse:7b, a model" in await press(pilot, "0")
        await press(pilot, "escape", "A")
        assert len(model.asked) == 1, "the answer is kept"
        assert len(screen.state.points) == before + 2, "asked again they stand in place of those before"


async def test_the_interface_goes_on_meanwhile_and_the_key_calls_it_off(
    model: Model, articles: tuple[Article, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(tmp_path, monkeypatch, model.url)
    hung_up = dawdling(model)
    reader = app(articles)
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        screen = reader.screen
        assert isinstance(screen, CompareScreen)
        screen.consultation.action_consult()
        begun = screen.state.cursor
        await reader.do("cursor_down")
        assert screen.state.cursor != begun
        assert "lighthouse:7b" in screen.heading._figures()
        assert "gives up" in screen.heading._figures()
        screen.consultation.action_consult()
        await settle(pilot)
        assert not screen.consultation.is_under_way
        assert "points" in seen(reader).splitlines()[0]
        assert screen.state.subject.comparison.second_reading is None
    assert not model.asked or hung_up.wait(30)  # it may be called off before it was sent


async def test_from_the_brief_it_is_asked_too_and_the_brief_renewed(
    model: Model, articles: tuple[Article, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(tmp_path, monkeypatch, model.url)
    model.behaviour = lambda handler, _: handler.say(content(COUNT))
    reader = app(articles, "brief")
    async with reader.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert isinstance(reader.screen, BriefScreen)
        assert "ask lighthouse:7b" in seen(reader).splitlines()[-1]
        shown = await press(pilot, "A")
        assert isinstance(reader.screen, BriefScreen)
        assert "says lighthouse:7b, a model" in shown
        assert "1 by lighthouse:7b" in shown.splitlines()[0]


async def test_a_server_that_fails_is_one_line_and_the_comparison_stays(
    model: Model, articles: tuple[Article, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(tmp_path, monkeypatch, model.url)
    model.behaviour = lambda handler, _: handler.send("no", 500)
    reader = app(articles)
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "A")
        assert any(line.startswith("Second reader: 127.0.0.1") for line in told(reader))
        assert isinstance(reader.screen, CompareScreen)
        assert reader.screen.state.subject.ready
