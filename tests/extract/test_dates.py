from __future__ import annotations

from datetime import date

import pytest

from compare.extract.dates import find_moments
from compare.extract.values import find_values, moments_agree
from compare.model import Article, Moment, Sentence

WEDNESDAY = date(2025, 10, 29)


def only(text: str, published: date | None = WEDNESDAY) -> Moment:
    found = find_moments(text, published).moments
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Monday", date(2025, 10, 27), date(2025, 10, 27)),
        ("will meet on Friday", date(2025, 10, 31), date(2025, 10, 31)),
        ("October 27, 2025", date(2025, 10, 27), date(2025, 10, 27)),
        ("27 October 2025", date(2025, 10, 27), date(2025, 10, 27)),
        ("the 27th of October 2025", date(2025, 10, 27), date(2025, 10, 27)),
        ("2025-10-27", date(2025, 10, 27), date(2025, 10, 27)),
        ("10/27/2025", date(2025, 10, 27), date(2025, 10, 27)),
        ("Oct. 27", date(2025, 10, 27), date(2025, 10, 27)),
        ("Jan. 3", date(2026, 1, 3), date(2026, 1, 3)),
        ("Oct. 27-29", date(2025, 10, 27), date(2025, 10, 29)),
        ("in August", date(2025, 8, 1), date(2025, 8, 31)),
        ("in December last", date(2024, 12, 1), date(2024, 12, 31)),
        ("in June 2016", date(2016, 6, 1), date(2016, 6, 30)),
        ("in 2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("the summer of 2015", date(2015, 6, 1), date(2015, 8, 31)),
        ("yesterday", date(2025, 10, 28), date(2025, 10, 28)),
        ("next month", date(2025, 11, 1), date(2025, 11, 30)),
        ("last year", date(2024, 1, 1), date(2024, 12, 31)),
        ("the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("in mid-2026", date(2026, 4, 1), date(2026, 9, 30)),
        ("late May 2025", date(2025, 5, 18), date(2025, 5, 31)),
        ("by the end of February 2026", date(2026, 2, 20), date(2026, 2, 28)),
        ("the budget for 2024/25", date(2024, 1, 1), date(2025, 12, 31)),
    ],
)
def test_resolves_by_the_articles_date(text: str, first: date, last: date) -> None:
    moment = only(text)
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "he may be right",
        "they march on",
        "Super Tuesday",
        "Christianity Today",
        "the Sunday Times",
        "We met",
        "the sun rises",
        "more than 2000 people",
    ],
)
def test_words_that_look_like_dates(text: str) -> None:
    assert find_moments(text, WEDNESDAY).moments == ()


@pytest.mark.parametrize("text", ["on February 30, 2025", "on 2025-13-45", "31/02/2025", "on 3/4/2020"])
def test_a_date_that_does_not_exist_or_may_be_two_is_no_value(text: str) -> None:
    article = Article("a", text, "", "")
    assert find_values(article, [Sentence(0, len(text), text, "sentence", 0)]) == ()


def test_without_the_articles_date_nothing_relative_is_resolved() -> None:
    for text in ("yesterday", "last week", "on Monday", "two weeks ago", "in August"):
        assert only(text, None).first is None
    assert moments_agree(only("yesterday", None), only("last month", None))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "October 27, 2025"),
        ("on Monday", "this week"),
        ("yesterday", "on Tuesday"),
        ("in August", "last summer"),
        ("in 2016", "June 2016"),
        ("two weeks ago", "in October"),
        ("over the past year", "in August"),
        ("in 2012–13", "in 2012-2013"),
        ("in 2012-13", "in 2013"),
        ("in late 2026", "at the end of 2026"),
        ("in mid-May", "on May 15"),
        ("over the weekend", "on Sunday"),
        ("a fortnight ago", "two weeks ago"),
    ],
)
def test_compatible_dates_agree(one: str, other: str) -> None:
    assert moments_agree(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Monday", "on Tuesday"),
        ("in 2016", "in 2015"),
        ("October 27, 2025", "October 28, 2025"),
        ("in August", "in July"),
        ("yesterday", "on Sunday"),
        ("in 2012–13", "in 2013–14"),
        ("the budget for 2024/25", "the budget for 2025/26"),
        ("in mid-2026", "in late 2027"),
        ("in early 2026", "in late 2026"),
        ("in mid May", "on April 30"),
        ("this weekend", "on Thursday"),
    ],
)
def test_other_dates_disagree(one: str, other: str) -> None:
    assert not moments_agree(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("earlier this month", "last year", False),
        ("two weeks ago", "three months ago", False),
        ("tomorrow", "last week", False),
        ("last week", "next week", False),
        ("this weekend", "on Thursday", False),
        ("yesterday", "last month", True),
        ("today", "yesterday", True),
        ("on Monday", "last week", True),
        ("last year", "in 2016", True),
    ],
)
def test_without_any_date_two_are_compared_as_if_told_on_one_day(one: str, other: str, *, agree: bool) -> None:
    assert moments_agree(only(one, None), only(other, None)) is agree
    assert moments_agree(only(other, None), only(one, None)) is agree


def test_weekdays_disagree_as_weekdays_without_any_date() -> None:
    assert not moments_agree(only("on Monday", None), only("on Tuesday", None))
    assert moments_agree(only("on Monday", None), only("October 27, 2025", None))
    assert not moments_agree(only("on Tuesday", None), only("October 27, 2025", None))


@pytest.mark.parametrize("text", ["on Monday, October 27, 2025, he left", "on Monday (October 27, 2025) he left"])
def test_a_weekday_beside_its_date_needs_no_other(text: str) -> None:
    assert {moment.first for moment in find_moments(text, None).moments} == {date(2025, 10, 27)}


def test_a_weekday_that_does_not_fall_on_its_date_stays_unresolved() -> None:
    weekday, day = find_moments("on Wednesday, October 27, 2025, he left", None).moments
    assert weekday.first is None
    assert day.first == date(2025, 10, 27)


def test_the_same_month_without_a_year_is_not_two() -> None:
    (one,) = find_moments("The bank will raise rates in December.", WEDNESDAY).moments
    (other,) = find_moments("The bank may raise rates in December.", WEDNESDAY).moments
    assert moments_agree(one, other)
