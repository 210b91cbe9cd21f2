"""Another person, body or place in a reworded sentence, and the other ways of naming the same that must stay silent."""

from __future__ import annotations

import pytest

from compare.model import Article
from compare.pipeline import compare


def severe(one: str, other: str) -> set[str]:
    comparison = compare([Article(name, text, name, name) for name, text in (("a", one), ("b", other))])
    return {difference.kind for difference in comparison.differences if difference.severity >= 2}


SWAPPED = [
    # the recogniser takes one for a person and one for a firm: what a name is like says less than where it stands
    (
        "name",
        "The tunnel was dug by Halden, the Oslo engineering firm, which said on Friday it would repair the cracks.",
        "The Oslo engineers who dug the tunnel, Tern Forsyth, said on Friday that they would repair the cracks.",
    ),
    (
        "name",
        "Retailer Fairholm will shut 40 shops in Ireland and Scotland after a poor summer, its owners said on Monday.",
        "Forty shops in Ireland and Scotland are to be shut by the retailer Dunmore's, its owners said on Monday after a bad summer.",
    ),
    (
        "name",
        "Stock in Volkswagen fell 6% on Friday after the carmaker cut its forecast for the year.",
        "After cutting its forecast for the year the carmaker BMW saw its stock fall six percent on Friday.",
    ),
    (
        "name",
        "A jury in Leeds found Martin Oakes guilty of robbing a jeweller after five hours of talks.",
        "After five hours of talks, jurors in Leeds found Peter Lunn guilty of robbing a jeweller.",
    ),
    (
        "place",
        "The radio telescope on a plateau in Chile took the sharpest picture yet of the comet.",
        "The sharpest image yet of the comet was taken by the radio telescope on a plateau in Hawaii.",
    ),
    (
        "place",
        "Two climbers were brought down from a ledge in the Dolomites on Sunday by a helicopter.",
        "On Sunday a helicopter brought two climbers down from a ledge in the Pyrenees.",
    ),
    (
        "place",
        "Floods have cut off villages in the province of Sindh, where 9,000 people need food.",
        "In the province of Punjab villages have been cut off by floods, and 9,000 people there need food.",
    ),
    (
        "place",
        "The oil company will build a refinery in Texas by 2030, creating 900 jobs.",
        "A refinery with 900 jobs is to be built in Nigeria by the oil company by 2030.",
    ),
]


@pytest.mark.parametrize(("kind", "one", "other"), SWAPPED)
def test_another_name_in_a_reworded_sentence(kind: str, one: str, other: str) -> None:
    assert kind in severe(one, other)
    assert kind in severe(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Kremlin turned down the plan on Monday, calling it vague.", "On Monday Moscow turned down the plan and called it vague."),
        (
            "Chancellor Karl Brenner will fly to Warsaw on Tuesday to discuss the border.",
            "The German leader will fly to Warsaw on Tuesday to discuss the border.",
        ),
        (
            "The mayor of Toulouse, Claire Dubois, opened the bridge with the transport minister.",
            "Together with Transport Minister Hugo Perrin, Mayor Claire Dubois of Toulouse opened the bridge.",
        ),
        ("A bomb killed eight people in a market in Peshawar on Friday.", "On Friday a bomb killed eight people in a market in Pakistan."),
        ("The storm destroyed 2,000 homes in Honolulu on Friday.", "On Friday the storm destroyed 2,000 homes in Hawaii."),
        ("The trial of the banker opened in Paris on Monday.", "On Monday the banker's trial opened in France."),
        (
            "Talks between the two sides resumed in Edinburgh on Monday.",
            "On Monday the two sides resumed their talks in the United Kingdom.",
        ),
        (
            "The minister spent the weekend in Scotland with his wife, Melanie, at a golf resort.",
            "The minister spent the weekend in Scotland at his Turnberry golf resort.",
        ),
        (
            "The World Health Organization declared the outbreak over on Friday.",
            "On Friday the WHO declared that the outbreak was over.",
        ),
        ("The Metropolitan Police arrested nine men on Friday.", "On Friday the Met arrested nine men."),
        ("Striker Diego Ramos scored both goals on Saturday.", "Ramos scored both goals for Sevilla on Saturday."),
    ],
)
def test_another_way_of_naming_the_same(one: str, other: str) -> None:
    assert not severe(one, other)
    assert not severe(other, one)
