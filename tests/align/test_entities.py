"""Merging mentions to entities, within and across articles."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.quality_entities import b_cubed, score_merging
from compare.align.entities import merge
from compare.extract.mentions import find_mentions
from compare.model import Analysis, Article, Entity
from compare.names.forms import person_name, same_person
from compare.text.sentences import split


def analyse(text: str) -> Analysis:
    article = Article("x", text, "", "")
    sentences = split(text)[0]
    return Analysis(article, sentences, mentions=find_mentions(article, sentences))


def merged(*texts: str) -> tuple[Entity, ...]:
    return merge([analyse(text) for text in texts])


def aliases(*texts: str) -> list[set[str]]:
    return [set(entity.aliases) for entity in merged(*texts)]


def test_seeds_are_merged_as_promised() -> None:
    assert score_merging("rules")[2] >= 0.98


def test_b_cubed_punishes_joining_and_parting() -> None:
    gold = {1: "a", 2: "a", 3: "b"}
    assert b_cubed(gold, {1: "x", 2: "x", 3: "y"}) == (1.0, 1.0, 1.0)
    assert b_cubed(gold, {1: "x", 2: "x", 3: "x"})[0] == pytest.approx(5 / 9)
    assert b_cubed(gold, {1: "x", 2: "z", 3: "y"})[1] == pytest.approx(2 / 3)


def test_one_person_by_many_forms() -> None:
    found = merged(
        "The envoy met Finance Minister V. Raman on Monday. Raman smiled. Mr. Raman’s aide left.",
        "They praised Raman. It was Minister Raman who spoke; later Vivek Raman left.",
    )
    people = [entity for entity in found if entity.type == "person"]
    assert len(people) == 1
    assert set(people[0].aliases) == {"V. Raman", "Raman", "Vivek Raman"}
    assert [people[0].count(article) for article in (0, 1)] == [3, 3]


def test_a_country_by_all_its_names_but_not_its_people() -> None:
    found = aliases(
        "It left the U.S. and the US for the United States. America waited.",
        "The United States met American officials in Britain and the UK.",
    )
    assert {"U.S.", "US", "United States", "America"} in found
    assert {"American"} in found
    assert {"Britain", "UK"} in found


def test_an_acronym_is_its_long_form_in_every_article() -> None:
    found = aliases(
        "They signed the Coastal Fishing Agreement (CFA) on Monday. The CFA holds.",
        "Officials of the International Rice Institute met. The IRI was founded long ago, and the CFA was praised.",
    )
    assert {"Coastal Fishing Agreement", "CFA"} in found
    assert {"International Rice Institute", "IRI"} in found


def test_a_renamed_platform_is_one() -> None:
    assert {"X", "Twitter"} in aliases("She wrote on X (formerly Twitter) that it was over.", "It was posted on X on Monday.")


def test_a_handle_is_the_person_it_names() -> None:
    found = aliases("Talks with Nadia Brunner went well. “Glad to meet @SecBrunner today,” he posted.", "It was Brunner who came.")
    assert {"Nadia Brunner", "@SecBrunner", "Brunner"} in found


def test_accents_make_no_second_name() -> None:
    found = aliases("Anna Kovacs left Sao Paulo. Kovacs said so.", "They greeted Anna Kovács in São Paulo. Then Kovács left.")
    assert {"Anna Kovacs", "Kovacs", "Anna Kovács", "Kovács"} in found
    assert {"Sao Paulo", "São Paulo"} in found


def test_two_people_of_one_surname_stay_two() -> None:
    text = "The vote was won by Karen Holt on Monday. Holt thanked them. Her rival, Peter Holt, left. Holt was sad."
    found = {entity.name: entity for entity in merged(text) if entity.type == "person"}
    assert set(found) == {"Karen Holt", "Peter Holt"}
    assert [len(found[name].mentions) for name in sorted(found)] == [3, 1]


def test_a_bare_surname_is_whom_the_other_articles_mean_by_it() -> None:
    found = merged("The vote was won by Karen Holt. Holt spoke. Her husband, Peter Holt, left.", "They praised Holt for it.")
    assert {entity.name: [entity.count(0), entity.count(1)] for entity in found if entity.type == "person"} == {
        "Karen Holt": [2, 1],
        "Peter Holt": [1, 0],
    }


def test_a_president_is_not_the_woman_of_his_name_introduced_later() -> None:
    text = "The aides of President Marlow met. On Friday, notes by Helena Marlow were read. Mrs. Marlow denied it. Marlow left."
    found = {entity.name: len(entity.mentions) for entity in merged(text) if entity.type == "person"}
    assert found == {"Marlow": 2, "Helena Marlow": 2}


def test_a_surname_spoken_of_before_two_of_the_name_are_introduced_is_neither() -> None:
    text = "They praised Marlow for it on Monday. Then Karen Marlow and Peter Marlow came. Marlow smiled."
    assert {entity.name for entity in merged(text) if entity.type == "person"} == {"Marlow", "Karen Marlow", "Peter Marlow"}


def test_father_and_junior() -> None:
    both = "It was said by David Crane on Monday. His son, David Crane Jr., left. Crane Jr. smiled. They asked Crane again."
    found = {entity.name: len(entity.mentions) for entity in merged(both) if entity.type == "person"}
    assert found == {"David Crane": 2, "David Crane Jr.": 2}
    assert {"David Crane", "David Crane Jr."} in aliases("It was said by David Crane.", "It was said by David Crane Jr. on Monday.")
    # of the very name of one in office, and without one: another, whatever article names him
    texts = "It was said by President David Crane.", "It was said by David Crane Jr. on Monday. Mr. Crane smiled."
    assert {"David Crane", "Crane"} in aliases(*texts)
    assert {"David Crane Jr."} in aliases(*texts)


def test_a_full_name_that_a_page_puts_right_behind_a_name_introduces_nobody_else() -> None:
    text = "The aides of President Marlow Peter James MarlowDocks reopen met. Then Karen Marlow came. Marlow smiled."
    assert {"Marlow", "Peter James Marlow"} in aliases(text)


def test_initials_that_fit_two_people_join_neither() -> None:
    found = aliases("It was said by Julia Stern on Monday.", "It was said by Jonas Stern on Monday.", "It was said by J. Stern on Monday.")
    assert {"Julia Stern"} in found
    assert {"Jonas Stern"} in found


def test_spelling_variants_are_one_entity_with_both_aliases() -> None:
    found = aliases("He met Foreign Minister Sihat Phuangkerd on Monday.", "He met Foreign Minister Sihat Phuangkerdt on Monday.")
    assert {"Sihat Phuangkerd", "Sihat Phuangkerdt"} in found


def test_roles_are_one_an_article_and_kept_with_the_mention() -> None:
    found = merged(
        "It was said by then-US President Daniel Croft. Later President Croft left. Then-US President Daniel Croft came back.",
        "It was said by US President Daniel Croft.",
    )
    person = next(entity for entity in found if entity.type == "person")
    assert [(role.article, role.text) for role in person.roles] == [(0, "then-US President"), (1, "US President")]
    assert [mention.role for mention in person.mentions] == ["then-US President", "President", "Then-US President", "US President"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("S. Jaishankar", "Subrahmanyam Jaishankar", True),
        ("Donald J. Trump", "Donald Trump", True),
        ("Motegi Toshimitsu", "Toshimitsu Motegi", True),
        ("Mohamad Haji Hasan", "Mohamad Hasan", True),
        ("Mohamed Ali Farah", "Mohammed Ali Farah", True),
        ("George Bush Sr.", "George Bush Jr.", False),
        ("Hillary Clinton", "Bill Clinton", False),
        ("John Smith", "John Smits", False),
    ],
)
def test_same_person(a: str, b: str, same: bool) -> None:
    assert same_person(person_name(a), person_name(b)) is same
    assert same_person(person_name(b), person_name(a)) is same


_PHRASES = (
    "It was said by Karen Holt on Monday.",
    "Later Holt left for the U.S. and Britain.",
    "They asked Peter Holt of the Rice Board (RB).",
    "The RB met in the UK with Mr. Croft.",
    "It was US President Daniel Croft who wrote to @KarenHolt on X.",
    "A letter by K. Holt and Daniel J. Croft arrived.",
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_PHRASES), min_size=1, max_size=5).map(" ".join), min_size=2, max_size=3))
def test_every_mention_is_in_one_entity_whatever_the_order_of_articles(texts: list[str]) -> None:
    analyses = [analyse(text) for text in texts]

    def clusters(order: tuple[int, ...]) -> set[frozenset[tuple[int, int]]]:
        found = merge([analyses[index] for index in order])
        assert [entity.id for entity in found] == [f"e{number}" for number in range(1, len(found) + 1)]
        return {frozenset((order[mention.article], mention.start) for mention in entity.mentions) for entity in found}

    first = clusters(tuple(range(len(texts))))
    places = sorted(place for cluster in first for place in cluster)
    assert places == sorted((number, mention.start) for number, analysis in enumerate(analyses) for mention in analysis.mentions)
    for order in itertools.permutations(range(len(texts))):
        assert clusters(order) == first


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Labour MP Nadia Frost asked why. Nadia Frost left early.", "Nadia Frost"),
        ("The minister for Sport and Tourism Nadia Frost agreed.", "Nadia Frost"),
        ("Historian Nadia Frost found the letters in May.", "Nadia Frost"),
        ("Vice-President Nadia Frost took the oath on Friday.", "Nadia Frost"),
        ("Oregon Democrat Nadia Frost voted against it.", "Nadia Frost"),
        ("The Speaker of the House Nadia Frost voted against it.", "Nadia Frost"),
        ("They met Nadia Spring in May. Spring said no.", "Spring"),
        ("Police held Edward “Teddy” Frost in May. Frost denies it.", "Edward “Teddy” Frost"),
    ],
)
def test_a_person_s_name_is_no_more_and_no_less(text: str, person: str) -> None:
    people = [form for entity in merged(text) if entity.type == "person" for form in entity.aliases]
    assert person in people
    assert not [form for form in people if any(word in form for word in ("Labour", "Tourism", "Historian", "Vice", "Democrat", "House"))]


def test_a_nickname_in_marks_is_the_person() -> None:
    (person,) = [entity for entity in merged('They chose Joseph "Ill" Frost. Nobody was against Ill.') if entity.type == "person"]
    assert set(person.aliases) == {'Joseph "Ill" Frost', "Ill"}


def test_somebody_s_relative_of_the_same_name_is_another() -> None:
    entities = merged("Henry C. Frost came, too.", "Henry C. Frost came with his brother, Henry Frost.")
    assert {entity.aliases for entity in entities if entity.type == "person"} == {("Henry C. Frost",), ("Henry Frost",)}


def test_a_link_names_nobody_and_a_plan_makes_no_brand() -> None:
    entities = merged("Frost’s plans failed. Karen Frost left. https://t.co/XOlsazwwRL pic.twitter.com/M52PcPXScY were shared in May.")
    assert {form for entity in entities for form in entity.aliases} == {"Frost", "Karen Frost"}


def test_a_body_whose_name_holds_an_and_is_one() -> None:
    entities = merged("The U.S. Securities and Exchange Commission fined Dorvo, owned by Pellant Inc., in May. The SEC was harsh.")
    assert ("SEC", "U.S. Securities and Exchange Commission") in {tuple(sorted(entity.aliases)) for entity in entities}


def test_a_party_is_one_by_noun_and_adjective() -> None:
    entities = merged("Two Democratic senators spoke on Monday.", "Both Democrats and one Democrat spoke on Monday.")
    assert ("Democrat", "Democratic", "Democrats") in {tuple(sorted(entity.aliases)) for entity in entities}


def test_a_king_is_not_the_prince_who_is_his_son() -> None:
    text = "Prince Mohammed bin Salman met Ana Lind. King Salman met her first. She said bin Salman had smiled."
    (salman,) = (entity for entity in merged(text, text) if entity.name == "Salman")
    assert [mention.text for mention in salman.mentions] == ["Salman", "Salman"]


def test_a_party_s_credit_names_a_state() -> None:
    assert {"KY", "Kentucky"} in aliases("Sen. Ann Holt (R-KY) spoke.", "She comes from Kentucky.")


def test_bodies_storms_and_cases_are_one_with_their_short_names() -> None:
    assert {"U.S. Senate", "Senate"} in aliases("The U.S. Senate met.", "It passed the Senate.")
    assert {"U.S. House", "House"} in aliases("The U.S. House met.", "It passed the House, the White House said.")
    assert {"Hurricane Irma", "Irma"} in aliases("Hurricane Irma came.", "It lay in the path of Hurricane Irma before Irma turned.")
    assert {"Berg v. Lind", "Berg"} in aliases("They read Berg v. Lind.", "Nobody can overturn Berg v. Lind if the court keeps Berg alive.")
    assert {"Senate"} in aliases("The U.S. Senate met.", "It passed the Senate, not the Alabama Senate.")
