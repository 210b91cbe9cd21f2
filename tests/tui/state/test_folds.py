"""Folds on the state: what opens and closes them, and that one by one comes to the same as all at once."""

from __future__ import annotations

import random

import pytest

from compare.model import Place
from tests.tui.layout.made import numbered, subject
from tui.layout.folds import folded
from tui.layout.grid import plain_grid
from tui.layout.line_layout import LineLayout
from tui.state.arrangement import Area
from tui.state.compare import CompareState


@pytest.mark.parametrize("narrow", [False, True])
def test_what_leads_into_a_fold_opens_it_and_steps_stop_at_it(*, narrow: bool) -> None:
    made = subject(numbered("a", 9), numbered("b", 9), links=[((0, 0), (1, 0)), ((0, 8), (1, 8))])

    def fresh() -> CompareState:
        return CompareState(made, Area(70 if narrow else 100, 20, narrow=narrow))

    state = fresh()
    while not state.on_fold:
        state.move.step(1)
    at = state.windows.line_of(state.cursor)
    assert state.across()
    assert not state.on_fold
    assert state.windows.line_of(state.cursor) - at in {0, 1}  # a paragraph may begin there
    before = state.cursor
    state.move.step(1)
    assert state.cursor == before._replace(sentence=before.sentence + 1)

    state = fresh()
    text = made.comparison.articles[1].sentences
    state.look_for([(1, text[index].start, text[index].end) for index in (1, 5)])
    state.next_hit(1)
    assert (state.cursor, state.on_fold) == (Place(1, 1), False)  # the first of those that are hidden
    state.next_hit(1)
    assert state.cursor == Place(1, 5)
    state.move.to(Place(0, 4), jump=True)
    assert (state.cursor, state.on_fold) == (Place(0, 4), False)
    state.adopt(made)  # what was opened stays so
    assert not any(Place(1, index) in state.focused[0].grid.behind for index in range(9))

    state.switch_folding()
    assert not state.focused[0].grid.behind
    state.show_only("unique")
    assert not state.focused[0].grid.behind


@pytest.mark.parametrize("how", ["aligned", "stacked", "reading"])
def test_folds_opened_and_closed_one_by_one_are_as_if_all_had_been_laid_out_anew(how: str) -> None:
    links = [((0, at), (1, at)) for at in (0, *range(4, 13), 16, 17)]
    state = CompareState(subject(numbered("a", 20), numbered("b", 20), links=links), Area(90, 20, narrow=how == "stacked"))
    if how == "reading":
        state.switch_view()
    state.switch_folding()
    if how != "reading":
        state.switch_folding()
    rng = random.Random(16)
    was_closed = False
    for _ in range(60):
        article = rng.choice(state.columns)
        state.move.to(rng.choice(state.windows.of(article)[0].grid.stops[0 if how != "aligned" else article]))
        hidden = state.on_fold and state.focused[0].grid.behind[state.cursor]
        state.across()
        assert hidden is False or (state.cursor == hidden and not state.on_fold)
        was_closed = was_closed or (hidden is False and state.on_fold)
        view, _column = state.focused
        assert view.is_visible(state.cursor)
        plain = plain_grid(
            state.subject, state.shows, state.columns if how != "reading" else (state.cursor.article,), (0, 1), stacked=how == "stacked"
        )
        fresh = folded(plain, state.options.folding(state.shows), state.options.opened, state.subject.chips)
        assert (view.grid.rows, view.grid.seats, view.grid.stops, view.grid.behind) == (fresh.rows, fresh.seats, fresh.stops, fresh.behind)
        assert (view.grid.gaps, view.grid.loudness) == (fresh.gaps, fresh.loudness)
        assert [[view.grid.sizes[size] for size in each] for each in view.grid.extents] == [
            [fresh.sizes[size] for size in each] for each in fresh.extents
        ]
        view.layout.refine(10)
        anew = LineLayout(fresh, view.display, view.layout.widths)
        anew.refine(10)
        assert view.layout.offsets == anew.offsets
    assert was_closed
