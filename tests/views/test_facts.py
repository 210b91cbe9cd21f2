"""Facts side by side: what belongs in one row meets there, what doesn't stays apart, and nobody is accused."""

from __future__ import annotations

import pytest

from compare.model import Comparison, Fact
from compare.pipeline import compare
from compare.reading import read_bytes
from compare.views.facts.named import spelt_alike, titles_agree
from compare.views.facts.table import table

POST = """Ferry hits pier in Port Aldine

A passenger ferry struck the north pier of Port Aldine on Tuesday, injuring 14 people. The Maritime Board opened an inquiry on March 4, 2026. \
Mayor Ines Okafor, 52, said the vessel was travelling at 12 knots.

About 2,500 people attended a vigil in the old town. The repair will cost $3.5 million, the board said. The council voted 7-4 to close the pier.
"""
COAST = """A ferry hit the pier of Port Aldine on Tuesday and 41 people were injured, officials said. The Maritime Board has opened an inquiry on \
March 5, 2026. Deputy mayor Ines Okafor, 54, said the ship was going at about 12 knots.

Fewer than 900 people attended the vigil in the old town, police said. The board said repairs will cost $3.5 million. The pier will be closed \
after the council voted 7-4.
"""
WIRE = """Fourteen people were injured when a ferry struck the north pier of Port Aldine. Fares went up by 5 percent last year. Mayor \
Ines Okaffor gave no reason. Nobody had counted the 60 seagulls on the roof of the town hall.
"""


def compared(*texts: str) -> Comparison:
    return compare([read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)])


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compared(POST, COAST, WIRE)


def row_with(comparison: Comparison, text: str, kind: str = "") -> Fact:
    (row,) = [fact for fact in comparison.facts if (not kind or fact.kind == kind) and any(value.text == text for value in fact.values)]
    return row


def said(fact: Fact) -> list[tuple[int, str]]:
    return [(value.article, value.text) for value in fact.values]


def test_what_three_articles_count_meets_in_one_row_though_it_differs(found: Comparison) -> None:
    row = row_with(found, "41")
    assert said(row) == [(0, "14"), (1, "41"), (2, "Fourteen")]
    assert not row.equal
    assert row.kind == "figure"
    assert "injured" in row.what or "injuring" in row.what


def test_values_that_differ_meet_where_no_link_joins_their_sentences() -> None:
    one = "The march began at noon. Some 12,000 people attended the rally, by a count of those who passed the gates. It rained all day."
    other = "Critics mocked the campaign. Police denied the story.\n\nFewer than 6,200 people attended the rally, the fire service told reporters."
    comparison = compared(one, other)
    assert said(row_with(comparison, "Fewer than 6,200")) == [(0, "Some 12,000"), (1, "Fewer than 6,200")]


def test_values_that_agree_are_rows_too(found: Comparison) -> None:
    assert said(row_with(found, "$3.5 million")) == [(0, "$3.5 million"), (1, "$3.5 million")]
    assert row_with(found, "$3.5 million").equal
    assert row_with(found, "$3.5 million").unit == "usd"
    assert row_with(found, "7-4").equal


def test_dates_meet_by_what_they_date(found: Comparison) -> None:
    row = row_with(found, "March 4, 2026")
    assert said(row) == [(0, "March 4, 2026"), (1, "March 5, 2026")]
    assert (row.kind, row.equal) == ("date", False)
    assert [value.value for value in row.values] == ["2026-03-04", "2026-03-05"]
    assert "Tuesday" not in {value.text for value in row.values}


def test_age_title_and_spelling_are_tied_by_the_name(found: Comparison) -> None:
    age = row_with(found, "52")
    assert (age.kind, age.what, said(age), age.equal) == ("age", "Ines Okafor’s age", [(0, "52"), (1, "54")], False)
    title = next(fact for fact in found.facts if fact.kind == "title")
    assert [value.text.casefold() for value in title.values][:2] == ["mayor", "deputy mayor"]
    assert not title.equal
    name = next(fact for fact in found.facts if fact.kind == "name")
    assert {value.text for value in name.values} >= {"Ines Okafor", "Ines Okaffor"}
    assert not name.equal


def test_a_headline_gives_no_title() -> None:
    told = "The council met on Monday to hear {} Ines Okafor, who gave no reason for the closure of the pier."
    comparison = compared(f"Council Fires Former Mayor Ines Okafor\n\n{told.format('Mayor')}", told.format("Mayor"))
    assert said(row_with(comparison, "Mayor")) == [(0, "Mayor"), (1, "Mayor")]


def test_an_outlet_that_gives_a_second_title_contradicts_nobody() -> None:
    told = "The council met on Monday to hear {} Ines Okafor, who gave no reason for the closure of the pier."
    twice = f"{told.format('Mayor')} Senator Ines Okafor left by the back door."
    assert row_with(compared(twice, told.format("Mayor")), "Senator").equal
    assert not row_with(compared(told.format("Senator"), told.format("Mayor")), "Senator").equal


def test_cases_of_a_court_infect_nobody() -> None:
    told = "The two cases of bribery against the minister, Ada Holm, go to the court of appeal."
    assert all("infected" not in fact.what for fact in compared(told, f"Rain fell. {told}").facts)


def test_what_one_article_alone_gives_is_no_row(found: Comparison) -> None:
    texts = {value.text for fact in found.facts for value in fact.values}
    assert not {"60", "5 percent"} & texts
    assert all(len({value.article for value in fact.values}) > 1 for fact in found.facts)
    assert compared(POST).facts == ()


def test_each_value_stands_where_it_says_and_in_one_row(found: Comparison) -> None:
    places = []
    for fact in found.facts:
        for value in fact.values:
            assert found.articles[value.article].article.text[value.start : value.end] == value.text
            sentence = found.articles[value.article].sentences[value.sentence]
            assert sentence.start <= value.start < value.end <= sentence.end
            places.append((fact.kind, value.article, value.start))
    assert len(places) == len(set(places))


def test_a_sentence_gives_a_row_one_value() -> None:
    comparison = compared(
        "From 1882 to 1968 there were 4,743 lynchings in the country, and of these victims 3,446 were black, the association says.",
        "The association says that from 1882 to 1968 there were 4,743 lynchings in the country; of these victims 3,446 were black.",
    )
    rows = sorted(said(fact) for fact in comparison.facts)
    assert rows == [[(0, value), (1, value)] for value in ("1882", "1968", "3,446", "4,743")]


def test_what_an_article_says_once_beside_what_others_say_as_well_is_of_another_thing() -> None:
    told = "The board counts 32 states with laws on the use of electors."
    comparison = compared(told, f"{told} So far 15 states with laws on the use of electors belong to the compact.")
    assert [said(fact) for fact in comparison.facts] == [[(0, "32"), (1, "32")]]
    years = "In 2009 there were 35,811 claims for asylum at the border. In 2018 there were 162,060 claims for asylum at the border."
    assert sorted(said(fact) for fact in compared(years, f"It rained. {years}").facts if fact.kind == "figure") == [
        [(0, "162,060"), (1, "162,060")],
        [(0, "35,811"), (1, "35,811")],
    ]


def test_days_that_differ_stand_side_by_side_only_if_the_same_is_dated() -> None:
    told = "The leaders met for a briefing at the White House on Wednesday."
    assert row_with(compared(told, "The leaders met on Tuesday at the White House."), "Tuesday").kind == "date"
    invited = "The minister on Tuesday invited leaders to the White House for a briefing."
    assert not [fact for fact in compared(told, invited).facts if fact.kind == "date"]


def test_one_outlet_against_two_that_agree_is_a_point() -> None:
    told = (
        "One of the nominees struggled with basic legal questions during his confirmation hearing on Thursday night. A bridge was closed."
    )
    asked = "One of the nominees struggled with a senator's questions at his confirmation hearing Thursday before the committee. Ferries ran late."
    lone = (
        "But his trouble began during Wednesday's confirmation hearing before the committee when, among five nominees, he alone told a senator "
        "that he had never tried a case. Farmers in the valley expect a poor harvest."
    )
    (point,) = compared(told, asked, lone).points
    assert (point.kind, point.alone, [side.text for side in point.sides]) == ("date", 2, ["Thursday", "Thursday", "Wednesday"])
    assert not compared(told, lone).points


def test_a_row_is_named_by_the_words_around_its_value(found: Comparison) -> None:
    assert row_with(found, "About 2,500").what == "… people attended a vigil"


def test_a_surname_alone_is_a_spelling_too() -> None:
    told = "The council met on Monday to hear {}, who gave no reason for the closure of the pier."
    comparison = compared(*(told.format(name) for name in ("Ines Okafor", "Mayor Okafor", "Mayor Ines Okafor")))
    assert said(row_with(comparison, "Okafor", "name")) == [(0, "Ines Okafor"), (1, "Okafor"), (2, "Ines Okafor")]


def test_other_things_stay_apart() -> None:
    comparison = compared(
        "The storm killed 12 people in the valley on Monday. Schools had hired 30 new teachers.",
        "The storm injured 85 people in the valley on Monday. Farmers lost 400 sheep in the hills.",
    )
    assert not [fact for fact in comparison.facts if fact.kind == "figure"]


@pytest.mark.parametrize(("phase", "rows"), [("one", 0), ("three", 1)])
def test_one_picks_out_and_counts_nothing(phase: str, rows: int) -> None:
    told = "The firm, whose vaccine could be ready this year, is about to begin a phase two trial and hopes for good news in July."
    other = f"Doctors warned that the new data on the vaccine are promising but preliminary, from the earliest phase {phase} trials that test safety."
    assert len([fact for fact in compared(told, other).facts if fact.kind == "figure"]) == rows


def test_the_order_of_the_articles_changes_no_row() -> None:
    def rows(comparison: Comparison) -> set[frozenset[tuple[str, int, str]]]:
        return {
            frozenset((comparison.articles[value.article].article.text, value.start, value.text) for value in fact.values)
            for fact in comparison.facts
        }

    assert rows(compared(POST, COAST, WIRE)) == rows(compared(WIRE, POST, COAST))


def test_the_table_puts_what_differs_first_and_says_nothing_twice() -> None:
    comparison = compared(POST + "\nIn all 14 people were injured by the ferry at the pier of Port Aldine.\n", COAST)
    rows = table(comparison)
    differ = [row.fact.equal for row in rows]
    assert differ == sorted(differ)
    assert any(differ)
    assert not all(differ)
    injured = next(row for row in rows if any(value.text == "41" for value in row.fact.values))
    assert [[value.text for value in cell] for cell in injured.cells] == [["14"], ["41"]]
    assert all(not row.fact.equal for row in table(comparison, differing=True))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Sen.", "Republican Senator", True),
        ("President", "US President", True),
        ("President", "former President", False),
        ("President", "then President", True),
        ("veteran IOC member", "International Olympic Committee member", True),
        ("FIFA member", "International Olympic Committee member", False),
        ("Vice President", "President", False),
        ("Navy Secretary", "Secretary of the Navy", True),
        ("House Speaker", "Minority Leader", False),
    ],
)
def test_titles_are_compared_by_office(one: str, other: str, agree: bool) -> None:
    assert titles_agree(one, other) is titles_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Robert Mueller", "Robert S. Mueller III", True),
        ("Bob Mercer", "Robert Mercer", True),
        ("Joseph Dunford, Jr.", "Joseph Dunford", True),
        ("Jonathan Hoffman", "Jonathan Hoffmann", False),
        ("Kirsten Nielsen", "Kirstjen Nielsen", False),
        ("S Jaishankar", "S. Jaishankar", True),
    ],
)
def test_spellings(one: str, other: str, alike: bool) -> None:
    assert spelt_alike(one, other) is spelt_alike(other, one) is alike


def test_of_a_list_of_figures_only_the_first_are_laid_side_by_side() -> None:
    listing = "The lottery drew " + ", ".join(str(1000 + 7 * number) for number in range(400)) + " in the capital on Monday."
    comparison = compared(listing, listing.replace("Monday", "Tuesday"))
    assert 0 < len(comparison.facts) <= 20 * len(comparison.articles[0].sentences) < 100
    assert all(fact.equal for fact in comparison.facts)
