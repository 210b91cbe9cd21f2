"""A model's words stand in the article, or they don't count."""

from __future__ import annotations

import pytest

from compare.second_reader import answers
from compare.second_reader.grounding import places
from compare.second_reader.points import ONE_SIDED, SAME, UNFOUND, _camps, gather, ground
from tests.second_reader.story import COUNT, LIE, POST, STAGE, WIRE, content, row, story


@pytest.mark.parametrize(
    ("given", "text", "found"),
    [
        ("too loud", "It was “too\nloud”.", "too\nloud"),
        ("peaceful — and too loud", 'called it "peaceful - and too loud".', "peaceful - and too loud"),
        ("'I don't know,'", "He said: “I don’t know,” and left.", "I don’t know"),
        ("“18 people.”", "Some 18 people were held", "18 people"),
        ("a fifty year old", "a fifty-year-old man", "a fifty-year-old"),
        ("5 degrees", "it was −5 degrees", "−5 degrees"),
        ("caf\u0065\u0301", "in the café", "café"),
        ("水坝已获批准", "议会说水坝已获批准。", "水坝已获批准"),
    ],
)
def test_white_space_quotation_marks_and_dashes_do_not_count(given: str, text: str, found: str) -> None:
    assert [text[start:end] for start, end in places(given, text)] == [found]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("8 people", "Some 18 people were held"),
        ("18", "Some 180 people were held"),
        ("5 million", "It cost 1.5 million"),
        ("it cost 1", "it cost 1.5 million"),
        ("Some 18 Persons", "Some 18 people were held"),
        ("some 18 people", "Some 18 people were held"),
        ("18 people … held", "18 people were held"),
        ("arch", "the march"),
        ("", "the march"),
        ("“…”", "the march"),
        ("the march", ""),
    ],
)
def test_what_is_not_verbatim_stands_nowhere(given: str, text: str) -> None:
    assert places(given, text) == ()


def grounded(*rows: object, wire: str = "") -> tuple[list[tuple[str, ...]], dict[str, int]]:
    comparison = story(wire=wire)
    read, _ = answers.rows(content(*rows))
    kept, dropped = ground(comparison, read, range(len(comparison.articles)))
    for one in kept:
        for side in one.sides:
            analysis = comparison.articles[side.article]
            assert analysis.article.text[side.start : side.end] == side.text
            sentence = analysis.sentences[side.sentence]
            assert sentence.start <= side.start < sentence.end
    return [tuple(side.text for side in one.sides) for one in kept], dict(dropped)


def test_a_row_whose_words_stand_nowhere_is_dropped_and_counted() -> None:
    assert grounded(COUNT, LIE, STAGE) == (
        [
            ("Fewer than 400,000 people", "Roughly 520,000 people"),
            ("The council has approved the dam", "The council is to vote on the dam"),
        ],
        {UNFOUND: 1},
    )


def test_words_must_stand_in_the_report_that_they_are_given_for() -> None:
    assert grounded(row("Roughly 520,000 people", "Fewer than 400,000 people")) == ([], {UNFOUND: 1})


def test_one_report_alone_and_the_same_words_twice_make_no_row() -> None:
    assert grounded(row("400,000 people", "Eighteen people", reports="AA"), row("400,000", "520,000", reports="AD")) == ([], {ONE_SIDED: 2})
    assert grounded(row("“too loud”", "too loud")) == ([], {SAME: 1})


def test_a_report_is_known_by_its_letter_or_its_outlet() -> None:
    named = {**COUNT, "a": {"report": "The Herald", "words": "400,000"}, "b": {"outlet": "post", "words": "520,000"}}
    assert grounded({**named, "a": {"report": "Report A", "words": "400,000"}})[0] == [("400,000", "520,000")]
    assert grounded({**named, "a": {"report": "herald", "words": "400,000"}})[0] == [("400,000", "520,000")]
    assert grounded(named) == ([], {ONE_SIDED: 1})


def test_words_that_stand_twice_are_those_of_the_sentence_that_meets_the_other_side() -> None:
    comparison = story(herald="The dam.\n\nThe mine was closed on Monday. The dam was opened on Monday by Ruth Berg.\n", post=POST)
    read, _ = answers.rows(content(row("Monday", "the dam may be built", kind="date")))
    kept, _ = ground(comparison, read, (0, 1))
    assert comparison.sentence(kept[0].sides[0].place).text.startswith("The dam was opened")


def test_rows_about_one_thing_are_one_point_with_all_who_speak_about_it() -> None:
    comparison = story(wire=WIRE)
    read, _ = answers.rows(
        content(
            row("Fewer than 400,000 people marched", "About 520,000 people", reports="AC", why="The Herald says fewer than the Wire."),
            COUNT,
            STAGE,
        )
    )
    kept, dropped = ground(comparison, read, (0, 1, 2))
    points = gather(comparison, kept, "lighthouse:7b")
    assert not dropped
    assert [(point.kind, [side.article for side in point.sides], point.majority, point.alone) for point in points] == [
        ("number", [0, 1, 2], (1, 2), 0),
        ("modality", [0, 1], (), None),
    ]
    assert {point.by for point in points} == {"lighthouse:7b"}
    assert all(why in points[0].explanation for why in ("fewer than the Wire.", COUNT["why"]))


@pytest.mark.parametrize(
    ("pairs", "majority", "alone"),
    [
        (["AB", "AC"], (1, 2), 0),
        (["AB", "BC"], (0, 2), 1),
        (["AB", "AC", "BC"], (), None),
        (["AB"], (), None),
    ],
)
def test_who_agrees_is_read_from_whom_no_row_sets_at_odds(pairs: list[str], majority: tuple[int, ...], alone: int | None) -> None:
    comparison = story(wire=WIRE)
    said = {"A": "Fewer than 400,000 people", "B": "Roughly 520,000 people", "C": "About 520,000 people"}
    read, _ = answers.rows(content(*(row(said[pair[0]], said[pair[1]], reports=pair) for pair in pairs)))
    (point,) = gather(comparison, ground(comparison, read, (0, 1, 2))[0], "m")
    assert (point.majority, point.alone) == (majority, alone)


def test_where_one_of_a_camp_is_at_odds_with_a_part_of_another_nobody_is_the_majority() -> None:
    pairs = [(0, 2), (0, 3), (1, 3), (2, 3)]
    assert _camps([0, 1, 2, 3], {frozenset(pair) for pair in pairs}) == ((), None)
    assert _camps([0, 1, 2, 3], {frozenset(pair) for pair in [*pairs, (1, 2)]}) == ((0, 1), None)


def test_points_do_not_hang_on_the_order_of_the_rows() -> None:
    comparison = story(wire=WIRE)
    rows = [
        COUNT,
        STAGE,
        row("Fewer than 400,000 people", "About 520,000 people", reports="AC"),
        row("will be built", "may be built", kind="modality"),
    ]
    found = set()
    for turned in (rows, rows[::-1], rows[2:] + rows[:2]):
        kept, _ = ground(comparison, answers.rows(content(*turned))[0], (0, 1, 2))
        found.add(gather(comparison, kept, "m"))
    assert len(found) == 1
