"""Which articles the panes show, and in which order, on comparisons made by hand."""

from __future__ import annotations

import pytest

from tests.tui.layout.made import numbered, subject
from tui.state.arrangement import Area
from tui.state.compare import CompareState


@pytest.mark.parametrize("width", [30, 79, 80, 130, 250])
def test_panes_fit(width: int) -> None:
    made = subject(*(numbered(letter, 6) for letter in "abcde"))
    state = CompareState(made, Area(width, 20, narrow=width < 80))
    assert sum(state.windows.arrangement.widths) + state.panes - 1 == width
    assert state.panes == 1 or min(state.windows.arrangement.widths) >= 38
    assert len(state.columns) == (5 if width < 80 else state.panes)


def test_hidden_articles_are_a_key_away_and_the_base_stays() -> None:
    made = subject(*(numbered(letter, 6) for letter in "abcde"))
    state = CompareState(made, Area(100, 20, narrow=False))
    seen = set()
    for _ in range(4):
        assert state.columns[0] == 0
        seen.add(state.columns[1])
        assert state.turn(1)
    assert seen == {1, 2, 3, 4}


def test_panes_change_places() -> None:
    made = subject(*(numbered(letter, 6) for letter in "abc"))
    state = CompareState(made, Area(160, 20, narrow=False))
    assert state.columns == (0, 1, 2)
    assert state.move_pane(1)
    assert state.columns == (1, 0, 2)
    assert state.cursor.article == 0
    assert not CompareState(made, Area(60, 20, narrow=True)).move_pane(1)


def test_panes_change_places_where_others_are_hidden() -> None:
    made = subject(*(numbered(letter, 6) for letter in "abcde"))
    state = CompareState(made, Area(100, 20, narrow=False))
    state.turn(1)
    state.turn(1)
    assert state.columns == (0, 3)
    assert state.move_pane(1)
    assert state.columns == (3, 0)
    assert state.cursor.article == 0
    assert state.move_pane(-1)
    assert state.columns == (0, 3)
