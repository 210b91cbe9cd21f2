from __future__ import annotations

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.extract.numbers import find_quantities
from compare.extract.values import quantities_agree
from compare.model import Quantity


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a 50% tariff", 50, "percent"),
        ("a 50 percent tariff", 50, "percent"),
        ("a fifty per cent tariff", 50, "percent"),
        ("a 45 min walk", 45, "minute"),
        ("five rounds", 5, ""),
        ("forty people", 40, ""),
        ("twenty-three ships", 23, ""),
        ("1.2m people", 1_200_000, ""),
        ("₹1,500 crore", 15_000_000_000, "inr"),
        ("Rs 3 lakh", 300_000, "inr"),
        ("a dozen eggs", 12, ""),
        ("two hundred and fifty thousand troops", 250_000, ""),
        ("one hundred twenty-five votes", 125, ""),
        ("$5.7 billion", 5.7e9, "usd"),
        ("5.7 billion dollars", 5.7e9, "usd"),
        ("US$5m", 5e6, "usd"),
        ("£40", 40, "gbp"),
        ("2½ years", 2.5, "year"),
        ("½ cup", 0.5, ""),
        ("1/2 cup", 0.5, ""),
        ("half of the voters", 50, "percent"),
        ("two-thirds of the voters", 66.67, "percent"),
        ("a 15-year-old boy", 15, "age-year"),
        ("30 miles", 30, "mile"),
        ("3 percentage points", 3, "percentage-point"),
        ("at 3:30 p.m.", 15 * 60 + 30, "clock"),
        ("at 15:00 GMT", 15 * 60, "clock-utc"),
        ("at 1000 GMT", 600, "clock-utc"),
        ("at 6 a.m. EDT", 600, "clock-utc"),
        ("noon EST", 17 * 60, "clock-utc"),
        ("at 2 p.m. Eastern time", 18 * 60, "clock-utc"),
        ("half a dozen eggs", 6, ""),
        ("half a percentage point", 0.5, "percentage-point"),
        ("half an hour", 0.5, "hour"),
        ("an hour and a half", 1.5, "hour"),
        ("a two-thirds majority", 66.67, "percent"),
        ("½ of the phones", 50, "percent"),
        ("one in five voters", 20, "percent"),
        ("three out of four pupils", 75, "percent"),
        ("30-odd people", 30, ""),
        ("the 47th summit", 47, "ordinal"),
        ("the twenty-first amendment", 21, "ordinal"),
        ("12 people", 12, ""),
        ("816 000 tonnes", 816_000, "tonne"),
        ("1'250'000 francs", 1.25e6, "franc"),
        ("1 250 000 votes", 1.25e6, ""),
        ("one point two million dollars", 1.2e6, "usd"),
        ("point two percent", 0.2, "percent"),
        ("for one week", 1, "week"),
        ("over a decade", 1.25, "decade"),
        ("half past six in the morning", 390, "clock"),
        ("at quarter to seven", 405, "clock-12"),
        ("at six o'clock", 360, "clock-12"),
        ("40 tonnes of solvent a day", 40, "tonne/day"),
        ("$400 per week", 400, "usd/week"),
        ("200 cases daily", 200, "/day"),
    ],
)
def test_reads_a_number_however_it_is_written(text: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert quantity.low <= value <= quantity.high
    assert quantity.high - quantity.low <= 0.51 * value
    assert quantity.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "version 1.2.3 of it",
        "at 25:00 sharp",
        "at 13 p.m. sharp",
        "at 10:75 sharp",
        "born on 10-12-2019 there",
        "on 10/12 there",
        "World War II and Chapter IV",
        "call 555-1234 now",
        "call 202-555-0143 now",
        "the 9/11 bill",
        "No. 2 in the party",
        "an F-16 jet",
        "COVID-19 wards",
        "World War II began",
        "Henry VIII",
        "one of the men",
        "no one came",
        "one another",
        "Article 370 was dropped",
        "the G20 leaders",
        "once a week",
        "at this point, men said",
        "a day job",
        "one day",
    ],
)
def test_leaves_names_and_idioms_alone(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("50%", "50 percent"),
        ("nearly 50 people", "47 people"),
        ("more than 3,000 troops", "3,400 troops"),
        ("about 60,000", "more than 60,000"),
        ("10-12 days", "11 days"),
        ("between 10 and 12 million people", "11 million people"),
        ("1.2 million", "1,234,567"),
        ("a dozen", "12"),
        ("dozens of people", "36 people"),
        ("5 miles", "8 kilometers"),
        ("two weeks", "14 days"),
        ("a third of the voters", "33 percent"),
        ("3 p.m. EST", "20:00 GMT"),
        ("at least 53 others", "60 others"),
        ("90,000 tonnes", "90,000 tons"),
        ("2.3m", "2.3 metres"),
        ("200 m", "200 metres"),
        ("200 m", "200 million"),
        ("a week", "one week"),
        ("a fortnight", "14 days"),
        ("14 degrees Fahrenheit", "-10C"),
        ("minus five degrees Celsius", "−5°C"),
        ("5 degrees below zero", "-5 degrees"),
        ("warmer by 2 degrees Celsius", "warmer by 3.6 degrees Fahrenheit"),
        ("5 people a day", "35 people a week"),
        ("$400 a week", "$1,700 a month"),
        ("$400 a week", "$400"),
        ("two points", "two percentage points"),
        ("200 basis points", "2 percentage points"),
        ("half past six", "6:30 p.m."),
        ("quarter to seven in the evening", "18:45"),
        ("7:30 in the evening", "19:30"),
        ("30 minutes", "half an hour"),
        ("the 50,000-pound prize", "the £50,000 prize"),
        ("10 months", "10 months old"),
    ],
)
def test_compatible_values_agree(one: str, other: str) -> None:
    assert quantities_agree(only(one), only(other))
    assert quantities_agree(only(other), only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("50%", "25 percent"),
        ("12 people", "21 people"),
        ("$5 million", "$5 billion"),
        ("$5 million", "€5 million"),
        ("50 miles", "50 kilometers"),
        ("$5.7 billion", "$5 billion"),
        ("nearly 50", "53"),
        ("more than 3,000", "2,500"),
        ("the 47th", "the 46th"),
        ("348-77", "348-76"),
        ("3 p.m.", "4 p.m."),
        ("3 percent", "3 percentage points"),
        ("a week", "two weeks"),
        ("a week", "a month"),
        ("for 30 minutes", "for an hour"),
        ("-5C", "5C"),
        ("14°F", "−20°C"),
        ("minus 5 degrees Celsius", "5 degrees Celsius"),
        ("one point two million dollars", "$2.1 million"),
        ("1'250'000 francs", "1'520'000 francs"),
        ("40 tonnes a day", "40 tonnes a week"),
        ("$400 per day", "$400 per hour"),
        ("half past six in the morning", "7:30 a.m."),
        ("half past six in the morning", "6:30 p.m."),
    ],
)
def test_other_values_disagree(one: str, other: str) -> None:
    assert not quantities_agree(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("10:00 GMT", "6 a.m. EDT", True),
        ("noon EST", "noon GMT", False),
        ("11 p.m. EST", "4 a.m. GMT", True),
        ("10:00", "6 a.m. EDT", True),
        ("10:00", "10:20 GMT", False),
        ("2 p.m. ET", "2 p.m. EST", True),
        ("2 p.m. ET", "2 p.m. EDT", True),
        ("2 p.m. ET", "2 p.m. GMT", False),
        ("1830 GMT", "18:30 UTC", True),
        ("3 p.m.", "5 p.m.", False),
    ],
)
def test_times_of_day_are_compared_across_zones(one: str, other: str, *, agree: bool) -> None:
    assert quantities_agree(only(one), only(other)) is agree
    assert quantities_agree(only(other), only(one)) is agree


def test_a_number_knows_what_it_counts() -> None:
    assert only("including 12 senior officers of the army").counted == "senior officers"
    assert only("five rounds of talks").counted == "rounds"


def test_a_rate_needs_its_time_right_behind() -> None:
    assert [quantity.unit for quantity in find_quantities("five people a day earlier")] == ["", "day"]
    assert only("40 tonnes of white solvent a day").text == "40 tonnes of white solvent a day"
    assert [quantity.text for quantity in find_quantities("12 people in a week")] == ["12", "a week"]


def test_digits_of_a_date_join_no_number() -> None:
    text = "on May 12 300 people"
    assert [quantity.text for quantity in find_quantities(text, ((3, 9),))] == ["300"]


def test_two_figures_of_a_change_are_two_values() -> None:
    assert [quantity.text for quantity in find_quantities("rose from 10 to 12 percent")] == ["10", "12 percent"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=string.digits + string.ascii_lowercase + " ,.-/%$€½", max_size=60))
def test_spans_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = find_quantities(text)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.integers(min_value=0, max_value=999_999_999))
def test_thousands_separators_change_nothing(number: int) -> None:
    plain, grouped = only(f"some {number:d} things".replace("some ", "the ")), only(f"the {number:,d} things")
    assert (plain.low, plain.high) == (grouped.low, grouped.high) or 1500 <= number <= 2099


@pytest.mark.parametrize("sign", ["-", "−", "–"])
def test_every_sign_of_less_than_nothing_is_read(sign: str) -> None:
    assert [(each.low, each.high) for each in find_quantities(f"It fell to {sign}40 there.")] == [(-40.0, -40.0)]
