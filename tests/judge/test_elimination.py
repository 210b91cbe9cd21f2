"""What only one of two sentences gives and what only the other gives, however the words are turned."""

from __future__ import annotations

from datetime import date

import pytest

from compare.model import Article
from compare.pipeline import compare

THURSDAY = date(2026, 3, 12)


def severe(one: str, other: str) -> set[str]:
    articles = [Article(name, text, name, name, published=THURSDAY) for name, text in (("a", one), ("b", other))]
    comparison = compare(articles)
    return {difference.kind for difference in (*comparison.differences, *comparison.possible) if difference.severity >= 2}


RAID = (
    "Police in Bogota arrested two dozen people in a raid on an illegal gold network on Tuesday. Officers seized 14 vehicles.",
    "Officers confiscated 14 vehicles when Bogota police broke up a network trading gold illegally. {} suspects were detained in Tuesday's raid.",
)
SHAFT = (
    "Rescuers drilled a shaft 60 feet deep to reach the trapped miners. All 13 were brought up alive on Saturday.",
    "All thirteen miners are alive. To reach them while they were trapped the rescuers bored a shaft that goes down 60 {}.",
)
VOTE = (
    "Voters will elect a new assembly on May 17, President Idris Camara said in an address. The last one was dissolved after the coup.",
    "In an address, President Idris Camara named May {} as the day when voters choose a new assembly. The last was dissolved after the coup.",
)
WRECK = (
    "The wreck of a Roman merchant ship has been discovered off Sicily, archaeologists announced on Friday. Its hold is full of jars.",
    "Archaeologists said on Friday that they had found a Roman merchant vessel at the bottom of the sea off {}. Jars fill its hold.",
)
BILL = (
    "The deputy who drafted the bill, Anneli Saarinen, called the vote a milestone for the rights of tenants. Landlords were angry.",
    "Landlords were angry. For the lawmaker behind the bill, {}, the vote marks a milestone in the rights of tenants.",
)
HEAT = (
    "Temperatures are expected to reach 38 degrees Celsius in Madrid on Wednesday.",
    "Madrid is likely to see 38 degrees {} on Wednesday.",
)
JETS = (
    "The airline has ordered 30 jets from the European plane maker in a deal worth $4.2 billion.",
    "In a $4.2bn deal, the European plane maker will supply the airline with {} aircraft.",
)


@pytest.mark.parametrize(
    ("texts", "word", "kind"),
    [
        (RAID, "Forty", "number"),
        (SHAFT, "metres", "number"),
        (VOTE, "10", "date"),
        (WRECK, "Sardinia", "place"),
        (BILL, "Katri Lehtonen", "name"),
        (HEAT, "Fahrenheit", "number"),
        (JETS, "60", "number"),
    ],
)
def test_what_is_left_over_is_compared(texts: tuple[str, str], word: str, kind: str) -> None:
    assert kind in severe(texts[0], texts[1].format(word))
    assert kind in severe(texts[1].format(word), texts[0])


@pytest.mark.parametrize(
    ("texts", "word"),
    [(RAID, "Twenty-four"), (SHAFT, "feet"), (VOTE, "17"), (WRECK, "Sicily"), (BILL, "Anneli Saarinen"), (HEAT, "Celsius"), (JETS, "30")],
)
def test_the_same_turned_round_stays_silent(texts: tuple[str, str], word: str) -> None:
    assert not severe(texts[0], texts[1].format(word))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one names the town, the other the state
        (
            "A court in San Diego indicted the couple on charges of fraud.",
            "The couple were indicted on charges of fraud by a court in California.",
        ),
        # the nation and its people
        (
            "A Swiss court ordered the bank to hand the details of 40 clients to the authorities in Spain.",
            "The bank was ordered by a court in Switzerland to give Spanish authorities the details of 40 clients.",
        ),
        # metres, not millions
        ("The dam was raised by 2.3 metres after the flood of the valley.", "After the flood of the valley the dam was raised by 2.3m."),
        ("The 24-year-old striker Adam Kovac hurt his knee.", "The striker Adam Kovac, 24, hurt his knee."),
        ("The rate edged up to 6.4 percent in May.", "The rate edged up to 6.4% in May."),
        ("It paid 1.9 million pounds for the roadster at an auction.", "At an auction it paid £1.9m for the roadster."),
    ],
)
def test_two_ways_of_putting_it_stay_silent(one: str, other: str) -> None:
    assert not severe(one, other)


def test_figures_of_other_somebodies_are_other_figures() -> None:
    assert "number" not in severe(
        "Mara Lind of Oslo won the long race in the rain after a fall, and took home 400 crowns.",
        "After a fall in the rain the short sprint was won by Nils Berg of Turku, who was given 900 crowns.",
    )
