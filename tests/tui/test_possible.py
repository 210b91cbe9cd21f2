"""What is only possible is behind a key, hollow, in brief, ledger and panes; and it colours nothing."""

from __future__ import annotations

from typing import Literal

import pytest

from compare.model import Place
from tests.tui import story
from tests.tui.conftest import press, seen, settle, told
from tui.app import NewsdiffApp
from tui.layout.highlights import Highlights
from tui.layout.subject import Subject
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.settings import Settings

DOUBTFUL = "a ferry from 1931"


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    story.stands_in(monkeypatch)


def app(opens_with: Literal["brief", "texts"] = "texts") -> NewsdiffApp:
    return NewsdiffApp(story.ARTICLES, compare_at_once=True, settings=Settings(opens_with=opens_with))


async def test_the_brief_shows_them_hollow_when_asked_and_enter_leads_there() -> None:
    reader = app("brief")
    async with reader.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        shown = seen(reader)
        assert "○○" not in shown
        assert "possible (1)" in shown.splitlines()[-1], "the footer says that there is one"
        shown = await press(pilot, "5")
        assert "Possible, less certain" in shown
        assert "○○" in shown
        assert shown.splitlines()[0].endswith("3 points · 1 possible ") or "3 points · 1 possible" in shown.splitlines()[0]
        screen = reader.screen
        assert isinstance(screen, BriefScreen)
        assert screen.page is not None
        screen.rows.cursor = next(number for number, row in enumerate(screen.page.rows) if row.kind == "point" and row.number == 3)
        assert "20% sure" in await press(pilot)
        await press(pilot, "enter")
        assert isinstance(reader.screen, CompareScreen)
        assert reader.screen.state.cursor in {(0, 3), (1, 4)}
        assert reader.screen.state.points.possible
        await press(pilot, "0")
        assert "○○" in seen(reader), "what the comparison shows the brief shows too"


async def test_the_ledger_and_the_walk_have_them_only_when_asked() -> None:
    reader = app()
    async with reader.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        screen = reader.screen
        assert isinstance(screen, CompareScreen)
        assert len(screen.state.points) == 3
        assert "only possible" not in await press(pilot, "d")
        shown = await press(pilot, "5")
        assert "only possible" in shown
        assert len(screen.state.points) == 4
        assert "1 possible" in shown.splitlines()[0]
        await press(pilot, "G", "enter")
        assert screen.state.cursor in {(0, 3), (1, 4)}
        shown = await press(pilot, "5")
        assert "only possible" not in shown
        assert len(screen.state.points) == 3
        assert told(reader)[-1] == "Only what is certain"


def test_a_possible_point_colours_nothing_but_its_words_when_told() -> None:
    subject = Subject(story.made())
    assert subject.state(Place(0, 3)) == "shared"
    number = subject.listed(possible=True)[-1][0]
    assert subject.point(number).sides[0].text == DOUBTFUL
    assert subject.is_hollow(number)
    assert not subject.is_hollow(0)
    highlights = Highlights(subject)
    from tui.layout.grid import pieces_in

    piece = pieces_in(subject, 0)[3]
    assert not any("possible" in run.looks for run in highlights.runs(piece))
    highlights.tell(tuple((side.article, side.start, side.end) for side in subject.point(number).sides), hollow=True)
    (lit,) = [run for run in highlights.runs(piece) if "possible" in run.looks]
    assert story.ARTICLES[0].text[lit.start : lit.end] == DOUBTFUL


@pytest.mark.parametrize("colours", [True, False])
@pytest.mark.parametrize("size", [(20, 6), (47, 13), (80, 24), (200, 50)])
async def test_every_size(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, *, colours: bool) -> None:
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    reader = app("brief")
    async with reader.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "5", "G")
        screen = reader.screen
        assert isinstance(screen, BriefScreen)
        assert screen.page is not None
        screen.rows.cursor = next(number for number, row in enumerate(screen.page.rows) if row.kind == "point" and row.number == 3)
        assert "○○" in await press(pilot)
