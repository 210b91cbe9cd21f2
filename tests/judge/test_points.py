"""Differences about one thing are one point, with all who speak about it."""

from __future__ import annotations

from dataclasses import replace

from compare.export.check import failing
from compare.export.json import document
from compare.export.overview import own_points
from compare.model import DIFFERENCE_KINDS, Comparison, Options
from compare.pipeline import compare, seen_from
from compare.reading import read_bytes

STORY = (
    "A fire at a warehouse on the edge of Leeds killed {} people on Tuesday, officials said.\n\n"
    "The owner of the building, Ilse Varga, said she was {} by the loss.\n\nAn inquiry will report in the autumn."
)


def story(**texts: str) -> Comparison:
    return compare([read_bytes(text.encode(), f"{name}.txt") for name, text in texts.items()])


def told(**counts: str) -> Comparison:
    return story(**{name: STORY.format(count, "shaken") for name, count in counts.items()})


def test_one_thing_is_one_point_over_all_articles() -> None:
    comparison = told(times="three", wire="three", post="four", echo="three")
    assert len(comparison.differences) == 3
    (point,) = comparison.points
    assert [side.article for side in point.sides] == [0, 1, 2, 3]
    assert point.majority == (0, 1, 3)
    assert point.alone == 2
    assert (point.kind, point.severity, point.by) == ("number", 3, "newsdiff")


def test_a_sentence_names_the_outlets_and_who_agrees() -> None:
    (point,) = story(
        bbc=STORY.format("three", "shaken"), reuters=STORY.format("four", "shaken"), guardian=STORY.format("three", "shaken")
    ).points
    assert "BBC says three people" in point.explanation
    assert "Reuters four" in point.explanation
    assert "Guardian agrees with BBC" in point.explanation


def test_two_against_two_have_no_majority() -> None:
    (point,) = told(times="three", wire="four", post="four", echo="three").points
    assert point.majority == ()
    assert point.alone is None


def test_three_accounts_of_one_thing() -> None:
    (point,) = told(times="three", wire="four", post="nine").points
    assert point.majority == ()
    assert {side.text for side in point.sides} == {"three", "four", "nine"}
    assert all(word in point.explanation for word in ("three", "four", "nine"))


def test_two_things_are_two_points() -> None:
    comparison = story(times=STORY.format("three", "shaken"), wire=STORY.format("four", "not shaken"))
    assert sorted(point.kind for point in comparison.points) == ["negation", "number"]


def test_every_count_is_that_of_the_points() -> None:
    comparison = told(times="three", wire="three", post="four")
    count = len(comparison.points)
    assert count == own_points(comparison) == len(failing(comparison, DIFFERENCE_KINDS, 2)) == document(comparison)["summary"]["points"]


def test_what_is_not_sure_is_possible_and_makes_no_point() -> None:
    comparison = told(times="three", wire="four")
    unsure = replace(comparison, differences=tuple(replace(one, confidence=0.4) for one in comparison.differences))
    seen = seen_from(unsure, Options())
    assert not seen.points
    assert not seen.differences
    assert seen.possible == unsure.differences
    assert {standing.status for row in seen.standings for standing in row} == {"shared"}
    assert len(seen_from(seen, Options(min_confidence=0.4)).points) == 1
