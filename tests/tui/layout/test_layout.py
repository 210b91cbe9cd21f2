"""Rows, sheets, windows and what follows what, on comparisons made by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Place
from tests.tui.layout.made import numbered, subject
from tui.layout.folds import folded
from tui.layout.grid import Grid, aligned, one_column, ordered_passages, pieces_of, reading
from tui.layout.highlights import Layer, flatten
from tui.layout.line_layout import LineLayout
from tui.layout.paint import paint
from tui.layout.viewport import Location, Viewport
from tui.state.arrangement import Area
from tui.state.compare import CompareState
from tui.state.follow import Ladder, longest_rising

LINKED = [((0, 0), (1, 1)), ((0, 2), (1, 3)), ((0, 4), (1, 2))]


def everything(_place: Place) -> bool:
    return True


def test_a_row_is_a_passage_and_every_sentence_has_one_seat() -> None:
    made = subject(numbered("a", 6), numbered("b", 5), links=LINKED)
    grid = aligned(made, [0, 1], [0, 1], everything)
    assert len(grid.rows) == 11 - len(LINKED)
    assert len(grid.seats) == 11
    for a, b in LINKED:
        assert grid.seats[Place(*a)].row == grid.seats[Place(*b)].row
    firsts = [piece.sentence for row in grid.rows for piece in pieces_of(row) if piece.article == 0]
    assert firsts == sorted(firsts)


def test_what_the_second_adds_follows_what_it_follows_there() -> None:
    made = subject(numbered("a", 3), numbered("b", 3), links=[((0, 0), (1, 0)), ((0, 2), (1, 2))])
    rows = [sorted(passage.members) for passage in ordered_passages(made, [0, 1])]
    assert [Place(0, 0), Place(1, 0)] == rows[0]
    assert [Place(1, 1)] == rows[1]


def test_headlines_stand_in_one_row_and_the_first_article_begins() -> None:
    titled = [["# One title"], *numbered("a", 3)], [["# Another title"], *numbered("b", 3)]
    made = subject(*titled, links=[((0, 1), (1, 0)), ((0, 2), (1, 3))])
    rows = aligned(made, [0, 1], [0, 1], everything).rows
    assert [[(piece.article, piece.sentence) for piece in pieces_of(row)] for row in rows[:2]] == [[(0, 0), (1, 0)], [(0, 1)]]
    untitled = subject(numbered("a", 3), numbered("b", 3), links=[((0, 2), (1, 2))])
    assert ordered_passages(untitled, [0, 1])[0].members == (Place(0, 0),)


def test_reading_keeps_paragraphs_and_asides() -> None:
    made = subject([["(Delhi:)", "One is said.", "Two is said."], ["# Heading"], ["Three is said."]])
    assert [piece.kind for row in reading(made, 0, everything).rows for piece in pieces_of(row)].count("aside") == 0  # a filter hides them
    grid = reading(made, 0, None)
    assert [len(row.cells[0][0]) for row in grid.rows] == [3, 1, 1]
    assert [row.gap for row in grid.rows] == [0, 1, 1]
    assert grid.rows[0].cells[0][0][0].kind == "aside"
    assert grid.rows[1].cells[0][0][0].kind == "heading"


def test_one_column_has_all_articles() -> None:
    made = subject(numbered("a", 4), numbered("b", 4), links=[((0, 0), (1, 0))])
    grid = one_column(made, [0, 1], [0, 1], everything)
    assert grid.columns == 1
    assert len(grid.stops[0]) == 8


def test_folding_hides_what_only_one_outlet_has_or_what_all_share_and_opens() -> None:
    links = [((0, index), (1, index)) for index in range(5)]
    made = subject(numbered("a", 8), numbered("b", 7), links=links)
    grid = aligned(made, [0, 1], [0, 1], everything)

    short = folded(grid, frozenset({"unique"}), (), ("NYT", "FOX"))
    assert len(short.rows) == 5 + 1  # both outlets' folds stand side by side
    assert [[piece.told for piece in cell[0]] for cell in short.rows[5].cells] == [["3 only in NYT ▸"], ["2 only in FOX ▸"]]
    assert short.beside(Place(0, 7)) == Place(0, 5)
    assert {short.behind[place] for place in (Place(1, 5), Place(1, 6))} == {Place(1, 5)}

    half = folded(grid, frozenset({"unique"}), {Place(0, 6)}, ("NYT", "FOX"))
    assert len(half.rows) == 5 + 3 + 1
    assert Place(0, 7) in half.seats
    assert Place(1, 6) in half.behind

    shared = folded(grid, frozenset({"unique", "shared"}), (), ("NYT", "FOX"))
    assert [row.cells[0][0][0].told for row in shared.rows] == [
        "",
        "4 shared sentences ▸",
        "3 only in NYT ▸",
    ]  # where it begins is never folded


@settings(deadline=None, max_examples=40)
@given(st.integers(8, 60), st.integers(1, 12), st.integers(0, 40), st.booleans())
def test_a_window_shows_the_lines_of_its_sheet_in_order(width: int, height: int, by: int, wrapped: bool) -> None:
    made = subject(numbered("a", 12, 9), numbered("b", 9, 14), links=LINKED)
    grid = aligned(made, [0, 1], [0, 1], everything)
    view = Viewport(grid, made.display, (width, width // 2), height, wrapped=wrapped)
    lines = [Location(row, line) for row in range(len(view.layout)) for line in range(view.layout.height(row))]
    view.scroll(by)
    seen = list(view.visible())
    first = lines.index(seen[0])
    assert seen == lines[first : first + height]
    assert len(seen) == min(height, len(lines))
    assert view.layout.refine(10)
    assert view.layout.total == len(lines)


@settings(deadline=None, max_examples=30)
@given(st.integers(10, 80), st.integers(10, 80), st.integers(0, 60))
def test_another_width_keeps_what_is_at_the_top(width: int, other: int, by: int) -> None:
    made = subject(numbered("a", 10, 30, 5))
    grid = reading(made, 0, everything)
    view = Viewport(grid, made.display, (width,), 4)
    view.scroll(by)
    row, line = view.top
    before = view.layout.cell(row, 0)[0]
    offset = before[line - grid.rows[row].gap].start if line >= grid.rows[row].gap else 0
    at_end = view.top == view._last_top()
    view.resize((other,), 4, wrapped=True)
    if not at_end and view.top != view._last_top():
        lines = view.layout.cell(view.top.row, 0)[0]
        now = lines[max(view.top.line - grid.rows[view.top.row].gap, 0)]
        assert view.top.row == row
        assert now.start <= offset < max(now.end, now.start + 1) + 1


def test_estimates_give_way_to_exact_heights() -> None:
    made = subject(numbered("a", 400, 25), numbered("b", 400, 25))
    layout = LineLayout(aligned(made, [0, 1], [0, 1], everything), made.display, (30, 30))
    assert not layout.settled
    while not layout.refine(0.001):
        pass
    assert layout.total == sum(layout.height(row) for row in range(len(layout)))
    assert layout.locate(layout.total - 1)[0] == len(layout) - 1


@given(st.lists(st.integers(0, 20), max_size=12))
def test_the_longest_rising_run(values: list[int]) -> None:
    chosen = [values[index] for index in longest_rising(values)]
    assert all(one < two for one, two in pairwise(chosen))
    best = 0
    lengths: list[int] = []
    for index, value in enumerate(values):
        lengths.append(1 + max((lengths[before] for before in range(index) if values[before] < value), default=0))
        best = max(best, lengths[-1])
    assert len(chosen) == best


def test_positions_between_links_are_interpolated() -> None:
    made = subject(numbered("a", 10), numbered("b", 20), links=[((0, 2), (1, 4)), ((0, 6), (1, 14))])
    ladder = Ladder(made.comparison, 0, 1)
    assert [ladder.across(position) for position in (0, 2, 4, 6, 10)] == [0, 4, 9, 14, 20]
    back = Ladder(made.comparison, 1, 0)
    assert all(back.across(ladder.across(position)) == pytest.approx(position) for position in (0, 1, 2.5, 5, 6, 8, 10))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("xyz")), max_size=8))
def test_runs_cover_a_sentence_once(spans: list[tuple[int, int, str]]) -> None:
    runs = flatten(5, 25, ("base",), [Layer(*span) for span in spans])
    assert runs[0].start == 5
    assert runs[-1].end == 25
    assert all(one.end == two.start for one, two in pairwise(runs))
    for run in runs:
        for offset in range(run.start, run.end):
            assert set(run.looks) - {"base"} == {look for start, end, look in spans if start <= offset < end}


def painted_text(view: Viewport, state: CompareState, column: int) -> str:
    """All lines of a column, joined."""
    lines = [
        "".join(stretch.text for stretch in paint(view.layout, state.highlights, row, line, column).stretches)
        for row in range(len(view.layout))
        for line in range(view.layout.height(row))
    ]
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("kind", ["aligned", "reading"])
def test_every_word_of_the_article_is_painted(kind: str) -> None:
    text = [["(Delhi:)", "One is [b]said[/b] here.", "Two “is” said."], ["# Heading"], ["Three 日本語 is said."], ["(Reporting by X)"]]
    made = subject(text, numbered("b", 3))
    state = CompareState(made, Area(100, 10, narrow=False))
    state.switch_view() if kind == "reading" else state.switch_folding()
    view, column = state.windows.window(0)
    seen = painted_text(view, state, column).split()
    assert seen.count("+") == (1 if kind == "reading" else 0)  # before the second sentence of the paragraph; the first has it in the gutter
    assert [word for word in seen if word != "+"] == made.display[0].split()


def test_stretches_know_their_offsets() -> None:
    made = subject(numbered("a", 6, 12, 3), numbered("b", 3))
    state = CompareState(made, Area(90, 10, narrow=False))
    state.switch_view()
    view, column = state.windows.window(0)
    for row in range(len(view.layout)):
        for line in range(view.layout.height(row)):
            for stretch in paint(view.layout, state.highlights, row, line, column).stretches:
                if stretch.start >= 0:
                    assert made.display[0][stretch.start : stretch.start + len(stretch.text)] == stretch.text


def test_grid_steps_stay_in_their_column() -> None:
    made = subject(numbered("a", 5), numbered("b", 5), links=LINKED)
    grid: Grid = aligned(made, [0, 1], [0, 1], everything)
    place = grid.stops[1][0]
    seen = [place]
    while grid.step(place, 1) != place:
        place = grid.step(place, 1)
        seen.append(place)
    assert len(seen) == 5
    assert {each.article for each in seen} == {1}
