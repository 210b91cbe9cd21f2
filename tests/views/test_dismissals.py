"""A point that the user judged to be no difference: what the decision stands for, and what it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.export import csv, markdown, text
from compare.export.check import failing
from compare.export.html import render as html
from compare.export.json import point_of
from compare.model import DIFFERENCE_KINDS, Article, Comparison, Dismissal
from compare.pipeline import compare, seen_from
from compare.views.dismissals import covers, decided, with_decisions
from compare.views.points import conflicts, possible

HERALD = "The bridge in Lisbon was opened on Monday by the minister.\n\nThe bridge cost 40 million euros, the ministry said.\n\nIt has four lanes.\n"
POST = "The minister opened the bridge in Lisbon on Monday.\n\nThe bridge cost 45 million euros, the ministry said.\n\nIt has four lanes.\n"
TIMES = (
    "The minister opened the bridge in Lisbon on Monday.\n\nThe bridge cost 52 million euros, the ministry said.\n\nIt has four lanes.\n"
)


def article(name: str, body: str, hash_: str = "") -> Article:
    return Article(f"{name.lower()}.txt", body, hash_, name, outlet=name)


def made(*articles: Article) -> Comparison:
    return compare(articles or (article("Herald", HERALD), article("Post", POST)))


@pytest.fixture(scope="module")
def two() -> Comparison:
    return made()


def test_a_dismissed_point_counts_no_more_and_its_sentences_are_shared(two: Comparison) -> None:
    (point,) = conflicts(two)
    place = point.sides[0].place
    assert two.standing(place).status == "divergent"
    judged = with_decisions(two, [decided(two, point, "both are estimates")])
    assert conflicts(judged) == ()
    assert judged.standing(place).status == "shared"
    assert all(link.verdict == "shared" for link in judged.links_of(place))
    assert [one.dismissed.why for one in judged.points if one.dismissed] == ["both are estimates"]
    assert judged.differences == two.differences
    assert failing(two, DIFFERENCE_KINDS, 2)
    assert not failing(judged, DIFFERENCE_KINDS, 2)


def test_nothing_decided_changes_nothing(two: Comparison) -> None:
    assert with_decisions(two, []) is two


def test_what_is_only_possible_is_dismissed_too_and_is_possible_again_without_the_decision(two: Comparison) -> None:
    doubtful = seen_from(two, replace(two.options, min_confidence=1.0))
    (point,) = possible(doubtful)
    judged = with_decisions(doubtful, [decided(doubtful, point, "estimates")])
    assert possible(judged) == ()
    assert judged.points == (replace(point, dismissed=Dismissal("estimates")),)
    assert judged.standings == doubtful.standings
    assert all(
        "estimates" in exported for exported in (html(judged), markdown.render(judged), text.render(judged), csv.render(judged, "points"))
    )
    assert "Only possible" not in html(judged)
    assert with_decisions(judged, []) == doubtful


def test_the_later_of_two_decisions_says_why(two: Comparison) -> None:
    (point,) = conflicts(two)
    judged = with_decisions(two, [decided(two, point, "first"), decided(two, point, "second")])
    assert [one.dismissed.why for one in judged.points if one.dismissed] == ["second"]


def test_a_decision_outlasts_changed_texts_as_long_as_the_words_stand(two: Comparison) -> None:
    decision = decided(two, conflicts(two)[0])
    changed = made(
        article("Herald", "Rain fell all day.\n\n" + HERALD.replace("the ministry said", "a spokesman said")),
        replace(article("Post", POST), source="https://post.example/bridge"),
    )
    (point,) = conflicts(changed)
    assert covers(decision, changed, point)
    assert conflicts(with_decisions(changed, [decision])) == ()


def test_it_lapses_where_an_account_says_something_else(two: Comparison) -> None:
    decision = decided(two, conflicts(two)[0])
    changed = made(article("Herald", HERALD.replace("40 million", "41 million")), article("Post", POST))
    assert with_decisions(changed, [decision]) is changed
    assert len(conflicts(changed)) == 1


def test_it_lapses_where_another_account_says_a_third_thing(two: Comparison) -> None:
    decision = decided(two, conflicts(two)[0])
    three = made(article("Herald", HERALD), article("Post", POST), article("Times", TIMES))
    assert [len(point.sides) for point in conflicts(with_decisions(three, [decision]))] == [3]


def test_a_decision_about_three_stands_for_two_of_them() -> None:
    three = made(article("Herald", HERALD), article("Post", POST), article("Times", TIMES))
    decision = decided(three, conflicts(three)[0])
    two = made(article("Post", POST), article("Times", TIMES))
    assert conflicts(two)
    assert conflicts(with_decisions(two, [decision])) == ()


def test_another_outlet_that_says_the_same_is_not_meant(two: Comparison) -> None:
    decision = decided(two, conflicts(two)[0])
    other = made(article("Herald", HERALD), article("Gazette", POST.replace("four lanes", "4 lanes")))
    assert conflicts(with_decisions(other, [decision])) == conflicts(other) != ()


def test_every_export_lists_it_as_the_users_decision(two: Comparison) -> None:
    (point,) = conflicts(two)
    judged = with_decisions(two, [decided(two, point, "both *are* estimates")])
    (kept,) = [one for one in judged.points if one.dismissed]
    assert point_of(kept)["dismissed"] == {"why": "both *are* estimates"}
    table = csv.render(judged, "points").splitlines()
    assert table[0].endswith("explanation,dismissed")
    assert all(line.endswith("not a difference: both *are* estimates") for line in table[1:])
    marked = markdown.render(judged)
    assert "## Not a difference" in marked
    assert r"The user: not a difference: both \*are\* estimates" in marked
    plain = text.render(judged)
    assert "the user: not a difference: both *are* estimates" in plain
    assert "Not a difference" not in markdown.render(two) + text.render(two)
    assert html(judged)
