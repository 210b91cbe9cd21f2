"""Moving on the desk: cursor, differences, hits, views, filters; on comparisons made by hand."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from compare.model import Place
from tests.tui.layout.made import numbered, subject
from tui.layout.arrangement import Room
from tui.layout.journey import Journey
from tui.layout.paint import paint
from tui.layout.subject import Subject

PAIRS = [((0, index), (1, index)) for index in range(0, 40, 2)]
DIFFERING = [PAIRS[3], PAIRS[9], PAIRS[15]]


def the_journey(width: int = 100, height: int = 20) -> Journey:
    made = subject(numbered("a", 40, 12), numbered("b", 40, 20), links=PAIRS, differences=DIFFERING)
    return Journey(made, Room(width, height, narrow=width < 80))


def test_differences_are_walked_in_the_order_of_the_text_and_around() -> None:
    journey = the_journey()
    seen = []
    for _ in range(4):
        assert journey.next_point(1)
        seen.append(journey.cursor.sentence)
    assert seen == [6, 18, 30, 6]
    assert journey.next_point(-1)
    assert journey.cursor.sentence == 30
    assert journey.point == 2


def test_a_difference_is_found_from_where_the_cursor_is() -> None:
    journey = the_journey()
    journey.set_cursor(Place(1, 17))
    journey.next_point(1)
    assert journey.cursor == Place(1, 18)
    journey.set_cursor(Place(0, 10))
    journey.next_point(-1)
    assert journey.cursor == Place(0, 6)


def test_a_kind_that_nothing_is_of_leaves_the_cursor() -> None:
    journey = the_journey()
    journey.only_kinds(frozenset({"date"}))
    assert not journey.next_point(1)
    assert journey.cursor == Place(0, 0)
    journey.visit_point(1)
    assert journey.cursor.sentence == 18


def test_hits_are_walked_and_the_current_one_stands_out() -> None:
    journey = the_journey()
    sentences = journey.subject.comparison.articles[1].sentences
    spans = [(1, sentences[index].start, sentences[index].start + 2) for index in (5, 5, 20)]
    spans[1] = (1, spans[1][1] + 4, spans[1][2] + 4)
    journey.look_for(spans)
    for expected in (5, 5, 20, 5):
        assert journey.next_hit(1)
        assert journey.cursor == Place(1, expected)
    view, _column = journey.focused
    piece = view.piece(journey.cursor)
    assert piece is not None
    looks = [look for run in journey.highlights.runs(piece) for look in run.looks]
    assert looks.count("current-hit") == 1
    assert looks.count("hit") == 1


def test_enter_goes_across_and_back() -> None:
    journey = the_journey()
    journey.set_cursor(Place(0, 6))
    assert journey.across()
    assert journey.cursor == Place(1, 6)
    assert journey.across()
    assert journey.cursor == Place(0, 6)
    journey.set_cursor(Place(0, 7))
    assert not journey.across()
    assert journey.back()
    assert journey.cursor == Place(1, 6)


def test_in_the_reading_view_linked_sentences_are_level() -> None:
    journey = the_journey()
    journey.switch_view()
    for index in (10, 20, 30, 14):
        journey.set_cursor(Place(0, index))
        own, other = journey.views
        here, there = own.lines_of(Place(0, index)), other.lines_of(Place(1, index))
        assert here is not None
        assert there is not None
        assert own.line_of(here[0]) == other.line_of(there[0])


def test_scrolling_moves_the_others_only_while_synchronized() -> None:
    journey = the_journey()
    journey.switch_view()
    journey.scroll(30, pane=0)
    followed = journey.views[1].top
    assert followed.row > 0
    journey.switch_synchronized()
    journey.scroll(20, pane=0)
    assert journey.views[1].top == followed


def test_scrolling_there_and_back_comes_back() -> None:
    journey = the_journey()
    journey.switch_view()
    journey.set_cursor(Place(0, 20))
    before = [view.top for view in journey.views]
    for by in (3, 3, 3, 3, -3, -3, -3, -3):
        journey.scroll(by)
    assert journey.views[0].top == before[0]


def test_views_filters_and_folds_keep_the_line_of_the_cursor() -> None:
    journey = the_journey()
    journey.set_cursor(Place(0, 18), jump=True)
    view, _column = journey.focused
    lines = view.lines_of(journey.cursor)
    assert lines is not None
    at = view.line_of(lines[0])
    for change in (journey.switch_view, journey.switch_view, journey.switch_wrap, journey.switch_wrap):
        change()
        view, _column = journey.focused
        lines = view.lines_of(journey.cursor)
        assert lines is not None
        assert journey.cursor == Place(0, 18)
        assert view.line_of(lines[0]) == at, change


def test_a_filter_takes_the_cursor_to_the_nearest_that_is_left() -> None:
    journey = the_journey()
    journey.set_cursor(Place(0, 7))
    assert journey.switch_status("unique")
    assert journey.cursor == Place(0, 6)
    assert journey.switch_status("shared")
    assert not journey.switch_status("divergent")
    assert journey.cursor.sentence in {6, 18, 30}


def test_long_sentences_are_read_window_by_window() -> None:
    made = subject([[" ".join(["word"] * 900) + "."], ["End."]], numbered("b", 2))
    journey = Journey(made, Room(90, 10, narrow=False))
    tops = [journey.views[0].top]
    while journey.cursor == Place(0, 0):
        journey.step(1)
        tops.append(journey.views[0].top)
        assert len(tops) < 40
    assert len(tops) > 5
    assert all(one <= two for one, two in pairwise(tops))


def shows(journey: Journey) -> str:
    return journey.shows


def test_the_comparison_comes_while_one_reads() -> None:
    made = subject(numbered("a", 40, 12), numbered("b", 40, 20), links=PAIRS)
    bare = Subject.of_texts([analysis.article for analysis in made.comparison.articles])
    journey = Journey(bare, Room(100, 20, narrow=False))
    assert shows(journey) == "reading"
    for _ in range(7):
        journey.step(1)
    offset = bare.comparison.sentence(journey.cursor).start
    journey.adopt(made)
    assert shows(journey) == "aligned"
    assert made.comparison.sentence(journey.cursor).start == offset
    assert journey.focused[0].is_visible(journey.cursor)


def test_a_changed_text_keeps_the_place_the_jumps_and_what_is_lit() -> None:
    texts = [
        [f"The {word} was at the {word} gate for {number} hours."]
        for number, word in enumerate("bear cat dog elk fox gnu hare ibis".split(), 1)
    ]
    journey = Journey(subject(texts, texts), Room(100, 20, narrow=False))
    old = journey.subject.comparison.articles[0]
    journey.set_cursor(Place(0, 2))
    journey.remember()
    journey.set_cursor(Place(0, 5))
    journey.look_for([(0, old.sentences[3].start + 4, old.sentences[3].start + 7)])
    changed = [["A new beginning."], ["And one more here."], *texts[:5], ["The gnu was at the gnu door for 6 hours."], *texts[6:]]
    journey.adopt(subject(changed, texts))
    assert journey.cursor == Place(0, 7)
    assert journey.past == [Place(0, 4)]
    now = journey.subject.comparison.articles[0]
    assert [now.article.text[start:end] for _, start, end in journey.spans] == ["elk"]
    odd = ["Nobody knows what became of all that money."]
    journey.adopt(subject([*changed[:4], odd, *changed[4:]], texts))
    journey.set_cursor(Place(0, 4))
    journey.adopt(subject(changed, texts))  # the sentence is gone: to the one before it
    assert journey.cursor == Place(0, 3)


@pytest.mark.parametrize("width", [30, 79, 80, 130, 250])
def test_panes_fit(width: int) -> None:
    made = subject(*(numbered(letter, 6) for letter in "abcde"))
    journey = Journey(made, Room(width, 20, narrow=width < 80))
    assert sum(journey.pane_widths) + journey.panes - 1 == width
    assert journey.panes == 1 or min(journey.pane_widths) >= 38
    assert len(journey.columns) == (5 if width < 80 else journey.panes)


def test_hidden_articles_are_a_key_away_and_the_base_stays() -> None:
    made = subject(*(numbered(letter, 6) for letter in "abcde"))
    journey = Journey(made, Room(100, 20, narrow=False))
    seen = set()
    for _ in range(4):
        assert journey.columns[0] == 0
        seen.add(journey.columns[1])
        assert journey.turn(1)
    assert seen == {1, 2, 3, 4}


def test_panes_change_places() -> None:
    made = subject(*(numbered(letter, 6) for letter in "abc"))
    journey = Journey(made, Room(160, 20, narrow=False))
    assert journey.columns == (0, 1, 2)
    assert journey.move_pane(1)
    assert journey.columns == (1, 0, 2)
    assert journey.cursor.article == 0
    assert not the_journey(60).move_pane(1)


def test_panes_change_places_where_others_are_hidden() -> None:
    made = subject(*(numbered(letter, 6) for letter in "abcde"))
    journey = Journey(made, Room(100, 20, narrow=False))
    journey.turn(1)
    journey.turn(1)
    assert journey.columns == (0, 3)
    assert journey.move_pane(1)
    assert journey.columns == (3, 0)
    assert journey.cursor.article == 0
    assert journey.move_pane(-1)
    assert journey.columns == (0, 3)


def test_any_order_of_keys() -> None:
    chance = random.Random(11)
    made = subject(*(numbered(letter, 30, 15) for letter in "abc"), links=[*PAIRS[:15], ((1, 3), (2, 9))], differences=DIFFERING[:2])
    journey = Journey(made, Room(130, 20, narrow=False))
    moves: list[Callable[[], object]] = [
        lambda: journey.step(chance.choice([1, -1])),
        lambda: journey.page(chance.choice([1, -1, 0.5, -0.5])),
        lambda: journey.edge(end=chance.random() < 0.5),
        lambda: journey.sideways(chance.choice([1, -1])),
        lambda: journey.next_point(chance.choice([1, -1])),
        journey.across,
        journey.back,
        journey.forward,
        journey.switch_view,
        journey.switch_wrap,
        journey.switch_folding,
        journey.switch_synchronized,
        lambda: journey.switch_status(chance.choice(["shared", "divergent", "unique"])),
        lambda: journey.turn(1),
        lambda: journey.move_pane(chance.choice([1, -1])),
        lambda: journey.scroll(chance.randint(-9, 9), pane=chance.randrange(journey.panes)),
        lambda: journey.resize(Room(chance.choice([20, 60, 90, 130, 200]), chance.randint(1, 40), narrow=chance.random() < 0.3)),
    ]
    for _ in range(1_500):
        chance.choice(moves)()
        view, column = journey.focused
        assert journey.cursor in view.grid.seats
        assert view.grid.seats[journey.cursor].column == column
        for each in journey.views:
            assert len(list(each.visible())) == min(each.height, sum(each.sheet.height(row) for row in range(len(each.sheet))))


def test_a_pane_with_nothing_to_show_is_no_place_to_go() -> None:
    """Tab goes round the panes until it can go no further: where a pane's sentences are hidden, it must not believe that it has moved."""
    made = subject(numbered("a", 2, 12), numbered("b", 6, 20), links=[((0, 0), (1, 0)), ((0, 1), (1, 1))])
    for reading in (False, True):
        journey = Journey(made, Room(100, 20, narrow=False))
        journey.set_cursor(Place(1, 4))
        journey.switch_status("shared")
        if reading:
            journey.switch_view()
        assert journey.cursor == Place(1, 4)
        assert not journey.sideways(-1)


def test_both_sides_of_the_difference_that_is_explained_stand_out() -> None:
    """Also those of a shade, which nothing else marks; and no longer than the cursor is on it."""
    made = subject(numbered("a", 40, 12), numbered("b", 40, 20), links=PAIRS, differences=DIFFERING)
    shades = tuple(replace(difference, severity=1) for difference in made.comparison.differences)
    journey = Journey(Subject(replace(made.comparison, differences=shades)), Room(100, 20, narrow=False))

    def told(place: Place) -> bool:
        piece = journey.views[0].piece(place)
        assert piece is not None
        return any("told" in run.looks for run in journey.highlights.runs(piece))

    journey.point_out()
    assert not any(told(Place(*place)) for pair in DIFFERING for place in pair)
    for number, (here, there) in enumerate(DIFFERING):
        assert journey.next_point(1)
        journey.point_out()
        assert told(Place(*here))
        assert told(Place(*there))
        assert sum(told(Place(*pair[0])) for pair in DIFFERING) == 1, number
    journey.step(1)
    journey.point_out()
    assert not any(told(Place(*place)) for pair in DIFFERING for place in pair)


def test_without_wrapping_each_sentence_has_its_line_also_in_the_reading_view() -> None:
    text = [["# Head"], ["(Paris:)", "a0 one.", "a1 two.", "(AP)", "a2 three."], ["a3 four."]]
    made = subject(text, [["b0 one."]], links=[((0, 1), (1, 0))])
    journey = Journey(made, Room(100, 20, narrow=False))
    journey.switch_view()
    journey.switch_wrap()
    view = journey.views[0]
    lines = [paint(view.sheet, journey.highlights, spot.row, spot.line, 0) for spot in view.visible()]
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
    journey = Journey(made, Room(100, 20, narrow=False))
    journey.switch_wrap()
    start = made.comparison.articles[0].sentences[2].start
    spans = [(0, start + at, start + at + 4) for at in (0, 20, 150, 290)]
    journey.look_for(spans)
    width = journey.views[0].sheet.widths[0]
    for _article, at, _end in spans:
        assert journey.next_hit(1)
        assert journey.skip <= at - start < journey.skip + width
    assert journey.skip > 100
    assert journey.next_hit(1)
    assert journey.skip == 0


def test_lines_are_shifted_no_further_than_the_longest_goes() -> None:
    made = subject(numbered("a", 6, 30), numbered("b", 6, 10))
    journey = Journey(made, Room(100, 20, narrow=False))
    journey.switch_wrap()
    longest = len(made.comparison.articles[0].sentences[0].text)
    for _ in range(100):
        journey.shift(8)
    assert longest - 9 <= journey.skip < longest
    assert not journey.shift(8)
    assert journey.shift(-8)


# Following a point: three outlets, of which the second and the third stand against each other


def three_outlets() -> Subject:
    texts = (numbered("a", 6), numbered("b", 6), numbered("c", 6))
    return subject(*texts, links=[((0, 1), (1, 1)), ((1, 4), (2, 5))], differences=[((1, 4), (2, 5))])


@pytest.mark.parametrize("width", [80, 100, 200])
def test_a_point_between_the_second_and_third_shows_both_of_them(width: int) -> None:
    journey = Journey(three_outlets(), Room(width, 20, narrow=False))
    assert journey.next_point(1)
    assert {1, 2} <= set(journey.columns)
    for place in (Place(1, 4), Place(2, 5)):
        pane = journey.pane_of(place.article)
        assert pane is not None
        assert journey.window(pane)[0].is_visible(place)


@pytest.mark.parametrize("width", [79, 80, 200])
def test_enter_walks_the_sides_of_a_point_and_comes_round(width: int) -> None:
    journey = Journey(three_outlets(), Room(width, 20, narrow=width < 80))
    journey.next_point(1)
    begun = journey.cursor
    assert journey.across()
    assert {begun, journey.cursor} == {Place(1, 4), Place(2, 5)}
    assert journey.across()
    assert journey.cursor == begun


def test_the_base_comes_back_where_it_is_a_side() -> None:
    texts = (numbered("a", 6), numbered("b", 6), numbered("c", 6))
    pairs = [((0, 0), (1, 0)), ((1, 4), (2, 5))]
    journey = Journey(subject(*texts, links=pairs, differences=pairs), Room(80, 20, narrow=False))
    seen = []
    for _ in range(2):
        journey.next_point(1)
        seen.append(journey.columns)
    assert {frozenset(columns) for columns in seen} == {frozenset({0, 1}), frozenset({1, 2})}
    assert next(columns for columns in seen if 0 in columns)[0] == 0


def test_every_point_is_met_once_on_a_walk_that_changes_the_panes() -> None:
    texts = (numbered("a", 6), numbered("b", 6), numbered("c", 6))
    pairs = [((0, 0), (1, 0)), ((1, 2), (2, 2)), ((0, 3), (2, 4)), ((1, 5), (2, 5))]
    journey = Journey(subject(*texts, links=pairs, differences=pairs), Room(80, 20, narrow=False))
    met = []
    for _ in pairs:
        journey.next_point(1)
        met.append(journey.point)
    assert sorted(number for number in met if number is not None) == [0, 1, 2, 3]
