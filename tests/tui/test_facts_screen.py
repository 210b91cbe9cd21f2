"""The facts on the screen: outlets as columns headed by their chips, what all give alike dim, and Enter leads to the place."""

from __future__ import annotations

import pytest

from tests.tui import story
from tests.tui.conftest import press, seen, settle, told
from tui import themes
from tui.app import NewsdiffApp
from tui.layout.facts import FactsPage
from tui.screens.brief import BriefScreen
from tui.screens.compare import CompareScreen
from tui.screens.facts import FactsScreen
from tui.settings import Settings


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    story.stands_in(monkeypatch)


def app(*, at_once: bool = True, count: int = 3) -> NewsdiffApp:
    return NewsdiffApp(story.ARTICLES[:count], compare_at_once=at_once, settings=Settings(opens_with="texts"))


async def test_outlets_are_columns_headed_by_their_chips_and_what_differs_comes_first() -> None:
    reader = app()
    async with reader.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        lines = (await press(pilot, "f")).splitlines()
        assert isinstance(reader.screen, FactsScreen)
        assert "3 facts, 2 given differently" in lines[0]
        head, cost = lines[1], next(line for line in lines if "40 million euros" in line)
        for chip, said in zip(FactsPage(story.made()).chips, ("40 million euros", "45 million euros", "·"), strict=True):
            assert abs(head.index(chip) - cost.index(said)) <= 2, "a value stands under its outlet's chip"
        assert "\n".join(lines).index("45 million") < "\n".join(lines).index("Given alike: 1") < "\n".join(lines).index("900 metres")


async def test_equal_values_are_dim_and_who_stands_alone_is_bright() -> None:
    page = FactsPage(story.made())
    looks = {}
    for number, row in enumerate(page.rows):
        for line in page.lines(number, 100, page.shape(100, 0, 0)):
            looks.update({word.text: word.look for word in line if row.fact is not None})
    assert looks["900 metres"] == "muted"
    assert looks["next week"] == "text"
    assert looks["1931"] == "heading"
    assert looks["40 million euros"] == looks["45 million euros"] == "heading"


async def test_enter_leads_to_the_place_with_all_values_lit_and_n_walks_them() -> None:
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f", "l")
        assert "The bridge cost 45 million euros." in seen(reader).splitlines()[-2], "the sentence around the value"
        await press(pilot, "enter")
        screen = reader.screen
        assert isinstance(screen, CompareScreen)
        assert screen.state.cursor == (1, 2)
        assert [story.ARTICLES[article].text[start:end] for article, start, end in screen.state.hits.spans] == [
            "40 million euros",
            "45 million euros",
        ]
        await press(pilot, "n", "n")
        assert screen.state.cursor == (0, 4)


async def test_where_an_outlet_gives_no_value_the_screen_says_so_and_stays() -> None:
    reader = app()
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f", "l", "l", "enter")
        assert isinstance(reader.screen, FactsScreen)
        assert told(reader)[-1].endswith("gives none")


async def test_from_the_brief_and_from_the_list_the_key_opens_them_and_esc_leads_back() -> None:
    reader = app(at_once=False)
    async with reader.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a", "0", "f")
        assert isinstance(reader.screen, FactsScreen)
        await press(pilot, "escape")
        assert isinstance(reader.screen, BriefScreen)
        await press(pilot, "escape", "f", "enter")
        assert isinstance(reader.screen, CompareScreen)
        assert reader.screen.state.cursor == (0, 4)


async def test_where_nothing_is_given_twice_one_line_says_so() -> None:
    reader = app(count=2)
    async with reader.run_test() as pilot:
        await settle(pilot)
        assert "No two accounts give" in await press(pilot, "f")
        await press(pilot, "enter")
        assert isinstance(reader.screen, FactsScreen)


@pytest.mark.parametrize("colours", [True, False])
@pytest.mark.parametrize("size", [(20, 6), (40, 16), (80, 24), (104, 30), (200, 50)])
async def test_every_size_shows_the_value_under_the_cursor(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, *, colours: bool
) -> None:
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    reader = app()
    async with reader.run_test(size=size) as pilot:
        await settle(pilot)
        shown = await press(pilot, "f", "j")
        assert "┃" in shown
        assert "next" in shown
        await press(pilot, "G", "enter")
        assert isinstance(reader.screen, CompareScreen)
        assert reader.screen.state.cursor in {(0, 2), (1, 3)}


def test_the_looks_are_the_theme_s() -> None:
    page = FactsPage(story.made())
    for width in (16, 60, 140):
        for number in range(len(page.rows)):
            for line in page.lines(number, width, page.shape(width, 0, 0), 0):
                assert {word.look for word in line} <= set(themes.StyleName.__args__)  # type: ignore[attr-defined]
