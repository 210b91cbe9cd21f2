"""The brief on the screen: it comes by itself, leaves those alone who are at work already, and leads into the panes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import pytest
from textual import events

from compare.model import Article, Comparison
from tests.tui import story
from tests.tui.conftest import press, seen, settle
from tui.app import NewsdiffApp
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.settings import Settings


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    story.stands_in(monkeypatch)


def app(*, at_once: bool = True, count: int = 3) -> NewsdiffApp:
    return NewsdiffApp(story.ARTICLES[:count], compare_at_once=at_once, settings=Settings())


async def test_a_comparison_opens_on_its_brief_and_esc_shows_the_texts() -> None:
    reader = app()
    async with reader.run_test() as pilot:
        await settle(pilot)
        assert isinstance(reader.screen, BriefScreen)
        shown = seen(reader)
        assert "Three accounts differ on 3 points" in shown
        assert "3 points" in shown.splitlines()[0]
        await press(pilot, "escape")
        assert isinstance(reader.screen, CompareScreen)
        await press(pilot, "0")
        assert isinstance(reader.screen, BriefScreen)


async def test_enter_shows_the_point_in_the_panes_with_both_sides() -> None:
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        shown = await press(pilot, "enter")
        assert isinstance(reader.screen, CompareScreen)
        assert reader.screen.state.cursor.article in {0, 1}
        assert "cost 40 million euros" in shown
        assert "cost 45 million euros" in shown


async def test_who_has_pressed_a_key_already_keeps_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = app()

    def slow(articles: Sequence[Article], *_: object) -> Iterator[Comparison]:
        screen = reader.screen
        assert isinstance(screen, CompareScreen)
        reader.call_from_thread(reader.post_message, events.Key("j", "j"))
        while not screen.brief.touched:  # the key is on its way through the program
            time.sleep(0.001)
        yield story.made(articles)

    monkeypatch.setattr("tui.comparing.comparisons", slow)
    async with reader.run_test() as pilot:
        await settle(pilot)
        assert isinstance(reader.screen, CompareScreen)
        assert reader.screen.state.subject.ready
        await press(pilot, "0")
        assert isinstance(reader.screen, BriefScreen)


async def test_from_the_list_the_key_opens_it_and_enter_goes_on_to_the_comparison() -> None:
    reader = app(at_once=False)
    async with reader.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a", "0")
        assert isinstance(reader.screen, BriefScreen)
        await press(pilot, "enter")
        assert isinstance(reader.screen, CompareScreen)
        assert reader.screen.state.cursor == (0, 4)


async def test_an_article_read_alone_has_no_brief() -> None:
    reader = app(count=1)
    async with reader.run_test() as pilot:
        await settle(pilot)
        assert isinstance(reader.screen, CompareScreen)
        await press(pilot, "0")
        assert isinstance(reader.screen, CompareScreen)


async def test_a_better_comparison_renews_the_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.comparing.comparisons", lambda articles, *_: [story.made(articles)] * 2)
    reader = app()
    async with reader.run_test() as pilot:
        await settle(pilot)
        assert isinstance(reader.screen, BriefScreen)
        assert sum(isinstance(screen, BriefScreen) for screen in reader.screen_stack) == 1
