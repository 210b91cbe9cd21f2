"""The sidebar beside the panes or over them: what it lists, where it leads, and the room that it takes."""

from __future__ import annotations

import pytest

from compare.model import Place
from tests.tui.layout.made import numbered, subject
from tests.tui.test_pane import PAIRS, known, reader


async def test_sidebars_filter_and_go_there() -> None:
    made = known(subject(numbered("a", 6), numbered("b", 6), links=PAIRS, differences=[PAIRS[1]]))
    async with reader(made, 130) as (pilot, screen):
        await pilot.press("e", "j")
        screen.sidebar.action_search()
        await pilot.press(*"hague", "enter")
        assert screen.sidebar.rows.count == 2
        await pilot.press("enter")
        assert screen.state.cursor == Place(1, 3)
        await pilot.press("d", "enter")
        assert screen.state.cursor.sentence in {2, 3}
        assert screen.state.point == 0
        await pilot.press("u", "enter")
        assert screen.state.cursor == Place(0, 2)
        await pilot.press("escape")
        assert screen.sidebar.kind is None


async def test_what_is_chosen_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = known(subject(numbered("a", 6), numbered("b", 6), links=PAIRS, differences=[PAIRS[1]]))
    async with reader(made, 130) as (pilot, screen):
        drawn: list[str] = []
        for key in "edu":
            await pilot.press(key)
            with monkeypatch.context() as patch:
                patch.setattr(screen, "_draw", lambda key=key: drawn.append(key))
                await pilot.press("enter")
        assert drawn == ["e", "d", "u"]


async def test_on_a_narrow_terminal_the_sidebar_lies_over_the_panes() -> None:
    made = known(subject(numbered("a", 6), numbered("b", 6), links=PAIRS))
    async with reader(made, 80) as (pilot, screen):
        widths = [pane.size.width for pane in screen.body.panes]
        await pilot.press("d")
        assert [pane.size.width for pane in screen.body.panes] == widths
        assert screen.sidebar.region.right == 80
        await pilot.press("d")
        assert not screen.sidebar.display


@pytest.mark.parametrize("size", [(width, 30) for width in (80, 95, 96, 100, 117, 118, 119, 120, 121, 160, 200, 250, 300)])
@pytest.mark.parametrize("count", [2, 5])
async def test_a_sidebar_covers_no_pane_where_one_has_room_beside_it(size: tuple[int, int], count: int) -> None:
    made = subject(*(numbered(name, 6) for name in "abcde"[:count]))
    async with reader(made, *size) as (pilot, screen):
        before = screen.state.panes
        assert before == min(count, (size[0] - 3 + 1) // 39)
        await pilot.press("d")
        await pilot.pause()
        beside = not screen.sidebar.has_class("over")
        assert beside == (size[0] >= 96)
        assert screen.state.panes == before or beside
        width = screen.sidebar.outer_size.width
        assert 40 <= width <= 60
        if beside:
            assert screen.state.panes == min(count, (size[0] - 3 - 40 + 1) // 39)
            assert width + 3 + sum(pane.outer_size.width for pane in screen.body.panes[: screen.state.panes]) == size[0]
