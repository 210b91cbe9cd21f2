"""Following a point: three outlets, of which the second and the third stand against each other."""

from __future__ import annotations

import pytest

from compare.model import Place
from tests.tui.layout.made import numbered, subject
from tui.layout.subject import Subject
from tui.state.arrangement import Area
from tui.state.compare import CompareState


def three_outlets() -> Subject:
    texts = (numbered("a", 6), numbered("b", 6), numbered("c", 6))
    return subject(*texts, links=[((0, 1), (1, 1)), ((1, 4), (2, 5))], differences=[((1, 4), (2, 5))])


@pytest.mark.parametrize("width", [80, 100, 200])
def test_a_point_between_the_second_and_third_shows_both_of_them(width: int) -> None:
    state = CompareState(three_outlets(), Area(width, 20, narrow=False))
    assert state.next_point(1)
    assert {1, 2} <= set(state.columns)
    for place in (Place(1, 4), Place(2, 5)):
        pane = state.windows.pane_of(place.article)
        assert pane is not None
        assert state.windows.window(pane)[0].is_visible(place)


@pytest.mark.parametrize("width", [79, 80, 200])
def test_enter_walks_the_sides_of_a_point_and_comes_round(width: int) -> None:
    state = CompareState(three_outlets(), Area(width, 20, narrow=width < 80))
    state.next_point(1)
    begun = state.cursor
    assert state.across()
    assert {begun, state.cursor} == {Place(1, 4), Place(2, 5)}
    assert state.across()
    assert state.cursor == begun


def test_the_base_comes_back_where_it_is_a_side() -> None:
    texts = (numbered("a", 6), numbered("b", 6), numbered("c", 6))
    pairs = [((0, 0), (1, 0)), ((1, 4), (2, 5))]
    state = CompareState(subject(*texts, links=pairs, differences=pairs), Area(80, 20, narrow=False))
    seen = []
    for _ in range(2):
        state.next_point(1)
        seen.append(state.columns)
    assert {frozenset(columns) for columns in seen} == {frozenset({0, 1}), frozenset({1, 2})}
    assert next(columns for columns in seen if 0 in columns)[0] == 0


def test_every_point_is_met_once_on_a_walk_that_changes_the_panes() -> None:
    texts = (numbered("a", 6), numbered("b", 6), numbered("c", 6))
    pairs = [((0, 0), (1, 0)), ((1, 2), (2, 2)), ((0, 3), (2, 4)), ((1, 5), (2, 5))]
    state = CompareState(subject(*texts, links=pairs, differences=pairs), Area(80, 20, narrow=False))
    met = []
    for _ in pairs:
        state.next_point(1)
        met.append(state.point)
    assert sorted(number for number in met if number is not None) == [0, 1, 2, 3]
