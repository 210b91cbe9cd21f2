"""The line above a pane: whose article it is, and where the counterpart of the sentence under the cursor stands when it is out of sight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.color import Color

from compare.model import Place
from tests.tui.conftest import told
from tests.tui.layout.made import numbered, subject
from tests.tui.test_pane import lines_of, reader
from tui.layout.subject import Subject
from tui.state.arrangement import Area
from tui.state.compare import CompareState
from tui.state.pointers import pointers


def named(made: Subject, *outlets: str) -> Subject:
    """The comparison with its articles by these outlets."""
    articles = tuple(
        replace(analysis, article=replace(analysis.article, outlet=outlet))
        for analysis, outlet in zip(made.comparison.articles, outlets, strict=True)
    )
    return Subject(replace(made.comparison, articles=articles))


FAR = named(
    subject(numbered("a", 60), numbered("b", 60), numbered("c", 60), links=[((0, 0), (1, 50)), ((0, 1), (1, 1)), ((0, 0), (2, 0))]),
    "The New York Times",
    "Fox News",
    "Reuters",
)


async def test_a_pane_is_called_by_its_outlets_chip_in_its_hue() -> None:
    async with reader(FAR, width=130) as (_pilot, screen):
        for number, chip in enumerate(("NYT", "Fox", "RTRS")):
            (segment,) = [each for each in screen.body.panes[number].render_line(0) if each.text == f" {chip} "]
            assert segment.style is not None
            assert segment.style.color == Color.parse(screen.app.theme_variables[f"nd-outlet-{number + 1}"]).rich_color
            assert bool(segment.style.reverse) is (number == 0)


async def test_what_is_out_of_sight_is_pointed_to_and_a_click_goes_there() -> None:
    async with reader(FAR, width=130, height=20) as (pilot, screen):
        await pilot.press("v", "s", "g")
        await pilot.pause()
        header = lines_of(screen, 1)[0]
        assert "↓ Fox 51 " in header
        assert "↓" not in lines_of(screen, 2)[0]
        await pilot.click(screen.body.panes[1], offset=(header.index("Fox 51"), 0))
        await pilot.pause()
        assert screen.state.cursor == (1, 50)
        assert "↑ NYT" not in lines_of(screen, 0)[0], "the first sentence is still in sight"


async def test_what_is_folded_out_of_sight_is_pointed_to_as_well() -> None:
    shared = [((0, number), (1, number)) for number in range(20, 60)]
    made = named(subject(numbered("a", 60), numbered("b", 60), links=shared, partial=[((0, 0), (1, 50))]), "The New York Times", "Fox News")
    async with reader(made, width=130, height=20) as (pilot, screen):
        await pilot.press("v", "z", "s", "g")
        await pilot.pause()
        assert Place(1, 50) in screen.state.windows.window(1)[0].grid.behind
        assert "↓ Fox 51 " in lines_of(screen, 1)[0]


async def test_the_key_of_folds_changes_nothing_unseen_while_one_status_is_shown_alone() -> None:
    async with reader(FAR, width=130) as (pilot, screen):
        await pilot.press("1")
        before = dict(screen.state.options.foldings)
        await pilot.press("z")
        assert screen.state.options.foldings == before
        assert told(screen.app)[-1] == "Nothing is folded while only one status is shown"


def test_one_column_points_to_each_article_that_is_out_of_sight() -> None:
    beside = [((0, number), (1, number)) for number in range(1, 30)]
    state = CompareState(
        subject(numbered("a", 30), numbered("b", 30), links=beside, partial=[((0, 0), (1, 25))]), Area(60, 12, narrow=True)
    )
    assert state.is_stacked
    assert pointers(state, 0) == (("↓", (1, 25)),)
    state.move.to(Place(0, 1))
    assert pointers(state, 0) == ()


@pytest.mark.parametrize("width", [60, 40])
def test_chips_before_sentences_are_short_where_there_is_little_room(width: int) -> None:
    state = CompareState(FAR, Area(width, 12, narrow=True))
    assert state.windows.arrangement.gutter == 3 + 1 + (3 if width < 48 else 4)
    alike = named(FAR, "Washington Post", "Washington Times", "Washington Examiner")
    assert CompareState(alike, Area(width, 12, narrow=True)).windows.arrangement.gutter == 3 + 1 + 6
