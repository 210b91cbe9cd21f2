"""What the first page says: one number of points, sides in the same words as one, only what differs lit, agreement where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model import Article, Comparison, Dismissal, Options
from compare.model.outlets import chips
from compare.pipeline import analyse, compare
from compare.views.brief import brief, verdict
from compare.views.points import conflicts, possible

HERALD = "The bridge in Lisbon was opened on Monday by Anna Berg.\n\nThe bridge over the river cost 40 million euros.\n\nFerries stop next week.\n"
POST = "Anna Berg opened the bridge in Lisbon on Monday.\n\nThe bridge over the river cost 45 million euros.\n\nResidents complained of noise.\n"
TIMES = "Anna Berg opened the Lisbon bridge on Monday.\n\nThe bridge over the river cost 40 million euros, officials said.\n"


def comparison(*texts: tuple[str, str], options: Options | None = None) -> Comparison:
    articles = [Article(f"{number}.txt", text, str(number) * 64, name, name) for number, (name, text) in enumerate(texts)]
    return compare([analyse(article) for article in articles], replace(options or Options(), semantic="off"))


@pytest.fixture(scope="module")
def three() -> Comparison:
    return comparison(("The Herald", HERALD), ("Evening Post", POST), ("The Harbour Times Daily", TIMES))


def test_a_point_shows_each_outlet_once_and_who_stands_alone(three: Comparison) -> None:
    page = brief(three)
    card = next(card for card in page.cards if card.point.kind == "number")
    together, alone = card.sides
    assert (together.articles, together.camp) == ((0, 2), "majority")
    assert (alone.articles, alone.camp) == ((1,), "alone")
    assert [text for text, differs in alone.words if differs] == ["45"]
    assert alone.before + "".join(text for text, _ in alone.words) + alone.after == "The bridge over the river cost 45 million euros."


def test_the_verdict_counts_what_the_cards_show(three: Comparison) -> None:
    page = brief(three)
    assert len(page.cards) == len(conflicts(three)) == 1
    assert page.verdict == "Three accounts differ on one point: a fact or a quotation is altered."
    assert not page.agree


def test_a_dismissed_point_is_neither_shown_nor_counted(three: Comparison) -> None:
    dismissed = replace(three, points=tuple(replace(point, dismissed=Dismissal()) for point in three.points))
    page = brief(dismissed)
    assert page.cards == ()
    assert page.agree
    assert conflicts(dismissed) == ()
    assert page.verdict.startswith("Three accounts agree")


def test_what_a_model_says_stands_after_our_own_and_is_not_counted(three: Comparison) -> None:
    said = replace(three.points[0], by="a model", confidence=1.0)
    page = brief(replace(three, points=(said, *three.points)))
    assert [card.point.by for card in page.cards] == ["newsdiff", "a model"]
    assert [card.number for card in page.cards] == [1, 0]
    assert "one point" in page.verdict


def test_where_nothing_conflicts_facts_that_differ_are_told() -> None:
    found = comparison(
        ("The Herald", HERALD), ("Herald on Sunday", HERALD.replace("Ferries stop next week.", "Storks nest on the town hall."))
    )
    page = brief(found)
    assert page.agree
    assert page.verdict == "Two accounts agree where they report the same: no conflict is certain."
    assert [silence.article for silence in page.silences] == [0, 1]


def test_accounts_of_two_events_are_not_said_to_agree() -> None:
    found = comparison(("The Herald", HERALD), ("Evening Post", "Whales sang all night near Iceland.\n"))
    assert verdict(found) == "Two accounts have nothing in common: do they report the same event?"


def test_a_strip_has_every_sentence_with_its_state(three: Comparison) -> None:
    for account, standings in zip(brief(three).accounts, three.standings, strict=True):
        assert [status for status, _ in account.strip] == [standing.status for standing in standings]


def named(*outlets: str | None) -> tuple[str, ...]:
    return chips([Article("x.txt", "", "0" * 64, "", outlet) for outlet in outlets])


def test_chips_are_what_outlets_are_known_by() -> None:
    names = ("The New York Times", "Fox News", "Associated Press", "The Times of India", "HuffPost", "Le Monde", None)
    assert named(*names) == ("NYT", "Fox", "APNews", "TOI", "HuffPo", "Monde", "G")


@pytest.mark.parametrize(
    "outlets", [("Fox News", "Fox Business"), ("The Times", "The Times"), ("Daily Mail", "Daily Mirror"), ("BBC", "BBC News", "BBC Sport")]
)
def test_chips_are_all_different_and_short(outlets: tuple[str, ...]) -> None:
    made = named(*outlets)
    assert len({chip.casefold() for chip in made}) == len(made)
    assert all(1 <= len(chip) <= 6 for chip in made)


def test_a_possible_pair_of_a_sure_point_s_sides_is_no_point_of_its_own(three: Comparison) -> None:
    sure = three.differences[0]
    assert possible(replace(three, possible=(sure,))) == ()
    assert len(possible(replace(three, possible=(sure,), points=()))) == 1


def test_a_quotation_of_two_sentences_is_not_told_again_where_a_point_tells_of_its_second() -> None:
    said = "I stressed the importance of a thorough, transparent, and timely inquiry, and they pledged to deliver on that,"
    told = said.replace("transparent, and timely", "transparent").replace("that,", "that.")
    page = brief(
        comparison(("The Herald", f'"We talked for hours. {said}" Anna Berg said.\n'), ("Evening Post", f'Anna Berg said: "{told}"\n'))
    )
    assert [card.point.kind for card in page.cards] == ["quote"]
    assert page.altered == ()
