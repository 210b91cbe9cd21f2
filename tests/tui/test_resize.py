"""What a resize draws and what it leaves alone; what the map shows at any height."""

from __future__ import annotations

from collections import Counter
from itertools import count

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.strip import Strip

from tests.tui.layout.made import numbered, subject
from tests.tui.test_pane import PAIRS, reader
from tui.widgets.map import loudest_by_line
from tui.widgets.pane import Pane


@pytest.mark.parametrize("size", [(99, 30), (200, 60), (60, 20)])
async def test_a_resize_draws_each_line_once(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[tuple[int, int]] = Counter()
    draw = Pane.render_line

    def counted(pane: Pane, y: int) -> Strip:
        drawn[pane.number, y] += 1
        return draw(pane, y)

    async with reader(subject(numbered("a", 40), numbered("b", 40), links=PAIRS)) as (pilot, screen):
        monkeypatch.setattr(Pane, "render_line", counted)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        height = screen.body.panes[0].size.height
        assert (screen.body.map.size.height, height) == (size[1] - screen.lens.size.height - 2,) * 2
        assert drawn == Counter({(pane, y): 1 for pane in range(screen.state.panes) for y in range(height)})


async def test_a_resize_is_heard_on_a_machine_that_is_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(subject(numbered("a", 40), numbered("b", 40), links=PAIRS)) as (pilot, screen):
        clock = count(0, 0.1)  # a tenth of a second goes by from one look at the clock to the next
        monkeypatch.setattr("textual._time.get_time", lambda: next(clock))
        pilot.app.post_message(Resize(Size(60, 20), Size(60, 20)))
        await pilot.pause()
        assert screen.size == (60, 20)


async def test_looks_are_made_anew_only_where_they_change() -> None:
    async with reader(subject(numbered("a", 40), numbered("b", 40), links=PAIRS)) as (pilot, screen):
        pane = screen.body.panes[0]
        before = pane.palette
        screen.add_class("-of-no-consequence")
        await pilot.pause()
        assert pane.palette is before
        pilot.app.theme = "newsdiff-light"
        await pilot.pause()
        assert pane.palette.ground.bgcolor != before.ground.bgcolor


def test_no_loud_row_is_lost_on_the_map() -> None:
    loudness = bytes([1] * 500 + [4] + [1] * 499)
    offsets = list(range(0, 3_003, 3))
    for height in (5, 20, 33, 77):
        lines = loudest_by_line(loudness, offsets, height)
        assert lines.count(4) in {1, 2}
        assert abs(lines.index(4) - height // 2) <= 1
    assert loudest_by_line(b"\x02", [0, 2], 6) == [2, 2, 0, 0, 0, 0]
