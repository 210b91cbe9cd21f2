"""Looking values up by what they agree with finds what comparing every pair finds."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.extract.agreement import Agreement
from compare.extract.values import agree, find_values
from compare.model import Article, Value
from compare.text.sentences import split

TOLD = (
    "about 5 miles, 8 km, 2.3m, 2.3 metres, 23 metres, a 5-year-old, Smith, 24, a 3-month-old, a 13-week-old, at 5 p.m., 5 p.m. ET, 17:00 GMT, noon, "
    "more than 40, at least 60, about 100, about 110, 1-0, 0-1, 2-1, 5 tons, 5 tonnes, 4.9 tonnes, 40%, 40 percent, 40 percentage points, $5 million, "
    "€5 million, £5, 5 pounds, dozens, hundreds, a third, half, 10 feet, 3 m, 3m, 300m, 300 metres, 4 hours, 240 minutes, 1st, first, 2nd, forty, 1.2m, "
    "1,200,000, nearly 50, 50, 10-12, 11. On Monday, next Monday, last Tuesday, Oct. 27, October 27, 2025, May 3, May 4, in December, in December 2024, "
    "last week, this year, 2024, the 1990s, spring 2025, three days ago, 1/2/2024, 2024-02-01. "
    "5 tonnes a day, 35 tonnes a week, 5 tonnes, £400 a week, 400 pounds a week, 400 pounds, £400, 14 degrees Fahrenheit, -10C, 14 degrees, "
    "10 months, 10 months old, half past six, 6:30 p.m., 18:30 GMT, a fortnight."
)


def values(published: date | None) -> list[Value]:
    return list(find_values(Article("", TOLD, "", "", published=published), split(TOLD)[0]))


POOL = [*values(None), *values(date(2025, 10, 27)), *values(date(2025, 11, 3))]


def test_the_pool_has_all_sorts_of_values() -> None:
    assert len(POOL) > 150
    assert any(agree(one, other) for one in POOL for other in POOL if one is not other)


@given(st.lists(st.sampled_from(POOL), max_size=40), st.sampled_from(POOL))
@settings(max_examples=300)
def test_what_agrees_is_found(held: list[Value], value: Value) -> None:
    found = sorted(position for alike in Agreement(held).of(value) for position in alike.positions)
    assert found == [position for position, other in enumerate(held) if agree(value, other)]


def test_every_value_of_the_pool_finds_its_like() -> None:
    known = Agreement(POOL)
    for value in POOL:
        found = {position for alike in known.of(value) for position in alike.positions}
        assert found == {position for position, other in enumerate(POOL) if agree(value, other)}, value
