"""A side of a point in one line: what differs is in sight, however long its sentence, or the words themselves, are."""

from __future__ import annotations

import pytest

from compare.model import Analysis, Article, Comparison, Evidence, Point, Sentence
from compare.views.brief import Side, sides
from tui.layout.brief import excerpt

AHEAD = "After a long debate about lamps, lanes and the price of tickets in the years since then, "


def made(*told: tuple[str, str]) -> tuple[Side, ...]:
    """A side for each (sentence, the words of it that are at issue)."""
    articles = [Article(f"{number}.txt", text, "hash") for number, (text, _words) in enumerate(told)]
    analyses = [Analysis(article, (Sentence(0, len(article.text), article.text, "sentence", 0),)) for article in articles]
    ends = [Evidence(number, 0, text.index(words), text.index(words) + len(words), words) for number, (text, words) in enumerate(told)]
    point = Point("other", 2, 0.9, tuple(ends), "")
    return sides(Comparison(tuple(analyses)), point)


def shown(*told: tuple[str, str], room: int = 46) -> list[str]:
    """What is seen of each side."""
    return ["".join(word.text for word in excerpt(side, room))[: room - 2] for side in made(*told)]


@pytest.mark.parametrize("before", ["", AHEAD, AHEAD * 3])
def test_words_at_the_end_of_what_is_at_issue_are_in_sight(before: str) -> None:
    listed = "Berg, Lund, Okafor, Silva, Weber and Novak of the council"
    one, other = shown(
        (f"{before}it was {listed} as members.", f"{listed} as members"), (f"{before}{listed} as guests.", f"{listed} as guests")
    )
    assert "members" in one
    assert "guests" in other


def test_of_long_words_that_differ_altogether_those_are_in_sight_that_answer_each_other() -> None:
    long = "and none of that is ever going to change until somebody comes along who dares to go big and to be bold"
    one, other = shown((f"{AHEAD}she said, “{long}.”", long), ("She wrote, “Let us go big, be bold.”", "Let us go big, be bold"))
    assert "go big" in one
    assert "go big" in other


def test_dots_of_an_abbreviation_are_no_difference_and_a_decimal_point_is() -> None:
    one, other = made(("The U.S. and Canada paid 3.5 million.",) * 2, ("The US and Canada paid 35 million.",) * 2)
    assert [[text for text, differs in side.words if differs] for side in (one, other)] == [["3.5"], ["35"]]
