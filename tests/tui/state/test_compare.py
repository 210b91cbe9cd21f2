"""Moving on the state: cursor, differences, hits, views, filters; on comparisons made by hand."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from compare.model import Place
from tests.tui.layout.made import numbered, subject
from tui.layout.paint import paint
from tui.layout.subject import Subject
from tui.state.arrangement import Area
from tui.state.compare import CompareState

PAIRS = [((0, index), (1, index)) for index in range(0, 40, 2)]
DIFFERING = [PAIRS[3], PAIRS[9], PAIRS[15]]


def a_state(width: int = 100, height: int = 20) -> CompareState:
    made = subject(numbered("a", 40, 12), numbered("b", 40, 20), links=PAIRS, differences=DIFFERING)
    return CompareState(made, Area(width, height, narrow=width < 80))


def test_differences_are_walked_in_the_order_of_the_text_and_around() -> None:
    state = a_state()
    seen = []
    for _ in range(4):
        assert state.next_point(1)
        seen.append(state.cursor.sentence)
    assert seen == [6, 18, 30, 6]
    assert state.next_point(-1)
    assert state.cursor.sentence == 30
    assert state.point == 2


def test_a_difference_is_found_from_where_the_cursor_is() -> None:
    state = a_state()
    state.move.to(Place(1, 17))
    state.next_point(1)
    assert state.cursor == Place(1, 18)
    state.move.to(Place(0, 10))
    state.next_point(-1)
    assert state.cursor == Place(0, 6)


def test_a_kind_that_nothing_is_of_leaves_the_cursor() -> None:
    state = a_state()
    state.points.only(frozenset({"date"}))
    assert not state.next_point(1)
    assert state.cursor == Place(0, 0)
    state.visit_point(1)
    assert state.cursor.sentence == 18


def test_hits_are_walked_and_the_current_one_stands_out() -> None:
    state = a_state()
    sentences = state.subject.comparison.articles[1].sentences
    spans = [(1, sentences[index].start, sentences[index].start + 2) for index in (5, 5, 20)]
    spans[1] = (1, spans[1][1] + 4, spans[1][2] + 4)
    state.look_for(spans)
    for expected in (5, 5, 20, 5):
        assert state.next_hit(1)
        assert state.cursor == Place(1, expected)
    view, _column = state.focused
    piece = view.piece(state.cursor)
    assert piece is not None
    looks = [look for run in state.highlights.runs(piece) for look in run.looks]
    assert looks.count("current-hit") == 1
    assert looks.count("hit") == 1


def test_enter_goes_across_and_back() -> None:
    state = a_state()
    state.move.to(Place(0, 6))
    assert state.across()
    assert state.cursor == Place(1, 6)
    assert state.across()
    assert state.cursor == Place(0, 6)
    state.move.to(Place(0, 7))
    assert not state.across()
    assert state.back()
    assert state.cursor == Place(1, 6)


def test_in_the_reading_view_linked_sentences_are_level() -> None:
    state = a_state()
    state.switch_view()
    for index in (10, 20, 30, 14):
        state.move.to(Place(0, index))
        own, other = state.views
        here, there = own.lines_of(Place(0, index)), other.lines_of(Place(1, index))
        assert here is not None
        assert there is not None
        assert own.line_of(here[0]) == other.line_of(there[0])


def test_scrolling_moves_the_others_only_while_synchronized() -> None:
    state = a_state()
    state.switch_view()
    state.move.scroll(30, pane=0)
    followed = state.views[1].top
    assert followed.row > 0
    state.switch_synchronized()
    state.move.scroll(20, pane=0)
    assert state.views[1].top == followed


def test_scrolling_there_and_back_comes_back() -> None:
    state = a_state()
    state.switch_view()
    state.move.to(Place(0, 20))
    before = [view.top for view in state.views]
    for by in (3, 3, 3, 3, -3, -3, -3, -3):
        state.move.scroll(by)
    assert state.views[0].top == before[0]


def test_views_filters_and_folds_keep_the_line_of_the_cursor() -> None:
    state = a_state()
    state.move.to(Place(0, 18), jump=True)
    view, _column = state.focused
    lines = view.lines_of(state.cursor)
    assert lines is not None
    at = view.line_of(lines[0])
    for change in (state.switch_view, state.switch_view, state.switch_wrap, state.switch_wrap):
        change()
        view, _column = state.focused
        lines = view.lines_of(state.cursor)
        assert lines is not None
        assert state.cursor == Place(0, 18)
        assert view.line_of(lines[0]) == at, change


def test_a_filter_takes_the_cursor_to_the_nearest_that_is_left() -> None:
    state = a_state()
    state.move.to(Place(0, 7))
    assert state.show_only("divergent")
    assert state.cursor == Place(0, 6)
    assert state.show_only("shared")
    assert state.cursor == Place(0, 4)
    assert state.show_only("shared")
    assert state.options.only is None


def test_a_status_that_nothing_has_is_not_shown_alone() -> None:
    state = CompareState(subject(numbered("a", 4), numbered("b", 4)), Area(100, 20, narrow=False))
    assert not state.show_only("shared")
    assert state.options.only is None


def test_what_one_jumps_to_lifts_the_filter_that_hides_it() -> None:
    state = a_state()
    state.move.to(Place(0, 6))
    assert state.show_only("unique")
    assert state.next_point(1)
    assert state.cursor == Place(0, 6)
    assert state.options.only is None
    assert state.show_only("unique")
    assert state.cursor == Place(0, 5)
    state.move.to(Place(1, 6), jump=True)
    assert state.cursor == Place(1, 6)


def test_long_sentences_are_read_window_by_window() -> None:
    made = subject([[" ".join(["word"] * 900) + "."], ["End."]], numbered("b", 2))
    state = CompareState(made, Area(90, 10, narrow=False))
    tops = [state.views[0].top]
    while state.cursor == Place(0, 0):
        state.move.step(1)
        tops.append(state.views[0].top)
        assert len(tops) < 40
    assert len(tops) > 5
    assert all(one <= two for one, two in pairwise(tops))


def shows(state: CompareState) -> str:
    return state.shows


def test_the_comparison_comes_while_one_reads() -> None:
    made = subject(numbered("a", 40, 12), numbered("b", 40, 20), links=PAIRS)
    bare = Subject.of_texts([analysis.article for analysis in made.comparison.articles])
    state = CompareState(bare, Area(100, 20, narrow=False))
    assert shows(state) == "reading"
    for _ in range(7):
        state.move.step(1)
    offset = bare.comparison.sentence(state.cursor).start
    state.adopt(made)
    assert shows(state) == "aligned"
    assert made.comparison.sentence(state.cursor).start == offset
    assert state.focused[0].is_visible(state.cursor)


def test_a_changed_text_keeps_the_place_the_jumps_and_what_is_lit() -> None:
    texts = [
        [f"The {word} was at the {word} gate for {number} hours."]
        for number, word in enumerate("bear cat dog elk fox gnu hare ibis".split(), 1)
    ]
    state = CompareState(subject(texts, texts), Area(100, 20, narrow=False))
    old = state.subject.comparison.articles[0]
    state.move.to(Place(0, 2), jump=True)
    state.history.leave(state.cursor)
    state.move.to(Place(0, 5), jump=True)
    state.look_for([(0, old.sentences[3].start + 4, old.sentences[3].start + 7)])
    changed = [["A new beginning."], ["And one more here."], *texts[:5], ["The gnu was at the gnu door for 6 hours."], *texts[6:]]
    state.adopt(subject(changed, texts))
    assert state.cursor == Place(0, 7)
    assert state.history.past == [Place(0, 4)]
    now = state.subject.comparison.articles[0]
    assert [now.article.text[start:end] for _, start, end in state.hits.spans] == ["elk"]
    odd = ["Nobody knows what became of all that money."]
    state.adopt(subject([*changed[:4], odd, *changed[4:]], texts))
    state.move.to(Place(0, 4), jump=True)
    state.adopt(subject(changed, texts))  # the sentence is gone: to the one before it
    assert state.cursor == Place(0, 3)


def test_any_order_of_keys() -> None:
    chance = random.Random(11)
    made = subject(*(numbered(letter, 30, 15) for letter in "abc"), links=[*PAIRS[:15], ((1, 3), (2, 9))], differences=DIFFERING[:2])
    state = CompareState(made, Area(130, 20, narrow=False))
    moves: list[Callable[[], object]] = [
        lambda: state.move.step(chance.choice([1, -1])),
        lambda: state.move.page(chance.choice([1, -1, 0.5, -0.5])),
        lambda: state.move.edge(end=chance.random() < 0.5),
        lambda: state.move.sideways(chance.choice([1, -1])),
        lambda: state.next_point(chance.choice([1, -1])),
        state.across,
        state.back,
        state.forward,
        state.switch_view,
        state.switch_wrap,
        state.switch_folding,
        state.switch_synchronized,
        lambda: state.show_only(chance.choice(["shared", "divergent", "unique"])),
        lambda: state.turn(1),
        lambda: state.move_pane(chance.choice([1, -1])),
        lambda: state.move.scroll(chance.randint(-9, 9), pane=chance.randrange(state.panes)),
        lambda: state.resize(Area(chance.choice([20, 60, 90, 130, 200]), chance.randint(1, 40), narrow=chance.random() < 0.3)),
    ]
    for _ in range(1_500):
        chance.choice(moves)()
        view, column = state.focused
        assert state.cursor in view.grid.seats
        assert view.grid.seats[state.cursor].column == column
        for each in state.views:
            assert len(list(each.visible())) == min(each.height, sum(each.layout.height(row) for row in range(len(each.layout))))


def test_a_pane_with_nothing_to_show_is_no_place_to_go() -> None:
    """Tab goes round the panes until it can go no further: where a pane's sentences are hidden, it must not believe that it has moved."""
    made = subject(numbered("a", 2, 12), numbered("b", 6, 20), links=[((0, 0), (1, 0)), ((0, 1), (1, 1))])
    for reading in (False, True):
        state = CompareState(made, Area(100, 20, narrow=False))
        state.move.to(Place(1, 4), jump=True)
        state.show_only("unique")
        if reading:
            state.switch_view()
        assert state.cursor == Place(1, 4)
        assert not state.move.sideways(-1)


def test_both_sides_of_the_difference_that_is_explained_stand_out() -> None:
    """Also those of a shade, which nothing else marks; and no longer than the cursor is on it."""
    made = subject(numbered("a", 40, 12), numbered("b", 40, 20), links=PAIRS, differences=DIFFERING)
    shades = tuple(replace(difference, severity=1) for difference in made.comparison.differences)
    state = CompareState(Subject(replace(made.comparison, differences=shades)), Area(100, 20, narrow=False))

    def told(place: Place) -> bool:
        piece = state.views[0].piece(place)
        assert piece is not None
        return any("told" in run.looks for run in state.highlights.runs(piece))

    state.point_out()
    assert not any(told(Place(*place)) for pair in DIFFERING for place in pair)
    for number, (here, there) in enumerate(DIFFERING):
        assert state.next_point(1)
        state.point_out()
        assert told(Place(*here))
        assert told(Place(*there))
        assert sum(told(Place(*pair[0])) for pair in DIFFERING) == 1, number
    state.move.step(1)
    state.point_out()
    assert not any(told(Place(*place)) for pair in DIFFERING for place in pair)


def test_without_wrapping_each_sentence_has_its_line_also_in_the_reading_view() -> None:
    text = [["# Head"], ["(Paris:)", "a0 one.", "a1 two.", "(AP)", "a2 three."], ["a3 four."]]
    made = subject(text, [["b0 one."]], links=[((0, 1), (1, 0))])
    state = CompareState(made, Area(100, 20, narrow=False))
    state.switch_view()
    state.switch_wrap()
    view = state.views[0]
    lines = [paint(view.layout, state.highlights, spot.row, spot.line, 0) for spot in view.visible()]
    shown = ["".join(stretch.text for stretch in line.stretches) for line in lines]
    assert shown == ["# Head", "", "(Paris:) a0 one.", "a1 two.", "(AP) +\u00a0a2 three.", "", "a3 four."]
    assert [line.piece.sentence for line in lines if line.piece and line.first] == [0, 1, 2, 3, 4]
    for index in range(5):
        found = view.lines_of(Place(0, index))
        assert found is not None
        assert found[0] == found[1]
        assert view.line_of(found[0]) == [0, 2, 3, 4, 6][index]


def test_without_wrapping_what_one_walks_to_is_shifted_into_sight() -> None:
    made = subject(numbered("a", 6, 60), numbered("b", 6, 60), links=[((0, 2), (1, 2))])
    state = CompareState(made, Area(100, 20, narrow=False))
    state.switch_wrap()
    start = made.comparison.articles[0].sentences[2].start
    spans = [(0, start + at, start + at + 4) for at in (0, 20, 150, 290)]
    state.look_for(spans)
    width = state.views[0].layout.widths[0]
    for _article, at, _end in spans:
        assert state.next_hit(1)
        assert state.options.skip <= at - start < state.options.skip + width
    assert state.options.skip > 100
    assert state.next_hit(1)
    assert state.options.skip == 0


def test_lines_are_shifted_no_further_than_the_longest_goes() -> None:
    made = subject(numbered("a", 6, 30), numbered("b", 6, 10))
    state = CompareState(made, Area(100, 20, narrow=False))
    state.switch_wrap()
    longest = len(made.comparison.articles[0].sentences[0].text)
    for _ in range(100):
        state.windows.shift(8)
    assert longest - 9 <= state.options.skip < longest
    assert not state.windows.shift(8)
    assert state.windows.shift(-8)
