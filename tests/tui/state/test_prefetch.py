"""A paragraph that is longer than any window: what is drawn beforehand, and what hangs on a line, has a bound."""

from __future__ import annotations

from compare.model import Place
from tests.tui.layout.made import numbered, subject
from tests.tui.test_pane import reader
from tui.layout.paint import paint
from tui.state.arrangement import Area
from tui.state.compare import CompareState
from tui.state.prefetch import prefetch

PAIRS = [((0, number), (1, number)) for number in range(0, 700, 7)]


def a_state() -> CompareState:
    """Two articles of one paragraph each: 700 sentences, 10,000 words."""
    made = subject(numbered("a", 700, 14, 700), numbered("b", 700, 14, 700), links=PAIRS, differences=PAIRS[40:42])
    state = CompareState(made, Area(120, 40, narrow=False))
    state.switch_view()
    return state


def test_what_is_foreseen_is_a_few_windows_of_lines() -> None:
    state = a_state()
    state.move.to(Place(0, 270))
    found = list(prefetch(state))
    assert len(found) <= 6 * len(state.views) * (state.windows.area.height + 1)
    for view in state.views:
        lines = {spot for seen, spot in found if seen is view}
        assert set(lines) >= {view.moved(view.top, state.windows.area.height + number) for number in range(state.windows.area.height - 1)}
        assert set(lines) >= {view.moved(view.top, -number) for number in range(1, state.windows.area.height)}


def test_a_line_hangs_on_the_sentences_that_it_shows() -> None:
    state = a_state()
    view = state.views[0]
    for spot in view.visible():
        pieces = view.layout.pieces_on(spot.row, spot.line, 0)
        painted = paint(view.layout, state.highlights, spot.row, spot.line, 0)
        assert {stretch.sentence for stretch in painted.stretches} - {-1} <= {piece.sentence for piece in pieces}
        assert painted.piece in pieces
        assert len(pieces) <= 4


def test_an_aside_alone_on_its_line_hangs_on_its_sentence() -> None:
    made = subject([["(A dateline that takes the whole of the line, and then some more:)", "a0 one two three four five."]], [["b0 x."]])
    view = CompareState(made, Area(80, 20, narrow=False)).views[0]
    row = view.grid.seats[Place(0, 0)].row
    assert [piece.sentence for piece in view.layout.pieces_on(row, view.grid.rows[row].gap, 0)] == [-1, 0]


async def test_a_key_in_a_long_paragraph_draws_a_few_lines() -> None:
    made = subject(numbered("a", 700, 14, 700), numbered("b", 700, 14, 700), links=PAIRS)
    async with reader(made, 120, 40) as (pilot, screen):
        await pilot.press("v")
        await pilot.pause()
        pane = screen.body.panes[0]
        before = [pane._key(spot, pane._conditions()) for spot in pane._visible()]
        await pilot.press("j")
        await pilot.pause()
        after = [pane._key(spot, pane._conditions()) for spot in pane._visible()]
        assert 0 < sum(old != new for old, new in zip(before, after, strict=True)) <= 6
