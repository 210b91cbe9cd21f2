"""The invented event of ``--demo``: newsdiff finds what was planted in it and nothing else, and one walks from point to point through its three outlets."""

from __future__ import annotations

from functools import cache

import pytest

from compare import Comparison, compare, read
from compare.model import Place, Point
from tests.tui.conftest import press, seen
from tests.tui.test_cli import assert_one_line_of_trouble, newsdiff
from tui import samples
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.state.compare import CompareState

WIRE, POST, RADIO = range(3)


@cache
def comparison() -> Comparison:
    return compare([read(path) for path in samples.demo_paths()])


def pointed(state: CompareState) -> Point:
    assert state.point is not None
    return comparison().points[state.point]


def test_what_was_planted_is_found_and_nothing_else() -> None:
    found = {
        point.kind: (tuple(side.article for side in point.sides), {side.text for side in point.sides}) for point in comparison().points
    }
    assert len(comparison().points) == len(found) == 4
    assert found["number"] == ((WIRE, POST, RADIO), {"46", "64"})
    assert found["date"] == ((POST, RADIO), {"3 November", "3 December"})
    assert found["role"][0] == (WIRE, POST, RADIO)
    assert found["quote"][0] == (WIRE, POST)


def test_each_account_says_who_tells_it_and_when() -> None:
    articles = [analysis.article for analysis in comparison().articles]
    assert [article.outlet for article in articles] == ["Orbis Wire", "The Valley Post", "Radio Norland"]
    assert all(article.published and article.url and article.url.split("/")[2].endswith(".example") for article in articles)
    assert all(15 <= len(analysis.sentences) - 1 <= 25 for analysis in comparison().articles)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 50)], ids=str)
async def test_following_the_points_leads_to_the_second_and_third_outlet(size: tuple[int, int]) -> None:
    """Each point shows two of its sides; Enter walks through all of them, with the panes that hold them."""
    app = NewsdiffApp([read(path) for path in samples.demo_paths()], compare_at_once=True)
    met: dict[str, set[Place]] = {}
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        state = screen.state
        for _ in range(4):
            await press(pilot, "]")
            point = pointed(state)
            sides = {side.article for side in point.sides}
            assert len(sides & set(state.columns)) >= 2, point.kind
            places = set()
            for _ in point.sides:
                pane = state.windows.pane_of(state.cursor.article)
                assert pane is not None
                assert state.windows.window(pane)[0].is_visible(state.cursor)
                places.add(state.cursor)
                await press(pilot, "enter")
            met[point.kind] = places
        walked = {kind: {place.article for place in places} for kind, places in met.items()}
        assert walked == {
            "number": {WIRE, POST, RADIO},
            "role": {WIRE, POST, RADIO},
            "quote": {WIRE, POST},
            "date": {POST, RADIO},
        }
        while pointed(state).kind != "date":
            await press(pilot, "]")
        shown = seen(app)
        assert "3 November" in shown
        assert "3 December" in shown


def test_every_command_that_compares_takes_it_in_the_place_of_articles() -> None:
    assert "46 passengers" in newsdiff("diff", "--demo").stdout
    assert "3 December" in newsdiff("--demo").stdout
    done = newsdiff("check", "--demo", "--fail-on", "role")
    assert done.returncode == 1
    assert "chairwoman" in done.stdout
    assert "3 November" in newsdiff("facts", "--demo").stdout
    assert_one_line_of_trouble(newsdiff("diff", "--demo", "mine.txt"), "--demo", "give either articles")
