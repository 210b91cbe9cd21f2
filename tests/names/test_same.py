"""One answer to "the same person, body, office?", by names alone and by the entities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.entities import merge
from compare.model import Mention
from compare.names.bodies import is_short_for, key_of
from compare.names.forms import misspelt, person_name
from compare.names.offices import clash, comparable, is_office, spelt
from compare.names.same import Names, same_entity, same_name
from compare.pipeline import analyse
from compare.reading import read_bytes


def mention(text: str, *, person: bool = False) -> Mention:
    return Mention(0, len(text), text, "person" if person else "organisation", 0)


@pytest.mark.parametrize(
    "forms",
    [
        ("FBI", "F.B.I.", "Federal Bureau of Investigation", "the FBI"),
        ("NJ GOP", "New Jersey Republican Party", "N.J. G.O.P."),
        ("Defense Department", "Department of Defense", "DoD", "the Pentagon", "U.S. Department of Defence"),
        ("Justice Department", "U.S. Justice Department", "DOJ", "Department of Justice"),
        ("Foreign Ministry", "Ministry of Foreign Affairs", "Foreign Affairs Ministry"),
        ("ExxonMobil", "Exxon Mobil", "Exxon Mobil Corp."),
    ],
)
def test_a_body_by_all_its_names_has_one_key(forms: tuple[str, ...]) -> None:
    assert len({key_of(form, "organisation") for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Department of Justice", "Department of State"), ("University of Washington", "Washington University"), ("NJ GOP", "NY GOP")],
)
def test_another_body_has_another_key(one: str, other: str) -> None:
    assert key_of(one, "organisation") != key_of(other, "organisation")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("George W. Bush", "George Bush", True),
        ("William Halden", "Bill Halden", True),
        ("J. Halden", "Karen Halden", False),
        ("Michelle Obama", "Barack Obama", False),
        ("Obama", "Barack Obama", True),
        ("Motegi Toshimitsu", "Toshimitsu Motegi", True),
        ("Jonathan Hoffmann", "Jonathan Hoffman", False),
        ("George W. Bush", "George H.W. Bush", False),
        ("George H. Bush", "George H.W. Bush", True),
    ],
)
def test_two_persons_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other, people=True) is same
    assert same_name(other, one, people=True) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [("Democrat", "Democratic Party"), ("Beijing University", "Beijing Normal University"), ("Met", "Metropolitan Police")],
)
def test_bodies_that_may_be_one(one: str, other: str) -> None:
    assert same_entity(mention(one), mention(other))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Foreign Minister", "minister for foreign affairs", True),
        ("External Affairs Minister", "EAM", True),
        ("President", "former President", True),
        ("US President", "President", True),
        ("Gov.", "Governor", True),
        ("CEO", "chief executive", True),
        ("Secretary of State", "Secretary of Defense", False),
        ("Senator", "Governor", False),
        ("president", "vice president", False),
    ],
)
def test_two_offices(one: str, other: str, same: bool) -> None:
    first, second = spelt(one), spelt(other)
    assert first
    assert second
    for here, there in ((first, second), (second, first)):
        assert (comparable(here, there) and clash(here, there) in {"", "time"}) is same


def test_what_the_entities_know_to_be_one_is_one_name() -> None:
    texts = (
        "Shares in Bramwell Dynamics (BD) fell. Donald Voss Jr. and Donald Voss spoke on Friday.",
        "BD lost a tenth of its worth. Donald Voss Jr. said so.",
    )
    analyses = [analyse(read_bytes(text.encode(), "a.txt")) for text in texts]
    names = Names([analysis.mentions for analysis in analyses], merge(analyses))
    by_text = [{found.text: found for found in analysis.mentions} for analysis in analyses]
    assert names.one(0, by_text[0]["Bramwell Dynamics"], 1, by_text[1]["BD"])
    assert names.names(0, by_text[0]["Bramwell Dynamics"], 1)
    assert not names.one(0, by_text[0]["Donald Voss"], 1, by_text[1]["Donald Voss Jr."])


ODD = st.text(alphabet="AbC. \u00a0\t\n\u2009\u200b-'’&Üß1", max_size=24)


@given(ODD, ODD)
def test_a_name_with_odd_white_space_is_read(one: str, other: str) -> None:
    is_short_for(one, other)
    is_short_for("ABC", f"A{one}  b {other}")
    same_name(one, other)
    same_name(one, other, people=True)
    spelt(one)
    misspelt(one, other)
    is_office(one)
    assert key_of(one, "organisation") == key_of(one.replace(" ", "  "), "organisation")
    assert person_name(one) == person_name(f" {one} ")


@given(ODD, ODD)
def test_an_article_of_names_with_odd_white_space_is_read(one: str, other: str) -> None:
    text = f"The Bank of{one} England (BOE) said so on Monday.\n\nThe BOE and Karen{other}  Holt met John \u2009 Croft in{one}Oslo."
    analysis = analyse(read_bytes(text.encode(), "a.txt"))
    entities = merge([analysis])
    assert sum(len(entity.mentions) for entity in entities) == len(analysis.mentions)
