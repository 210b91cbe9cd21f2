"""Versions of one article: which pairs are, which aren't, and which of two is the earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from compare.model import Article
from compare.reading.revisions import notices, revisions, same_address
from tests.reading.web_server import STORY

ONE = Article("a.txt", STORY, "1" * 64, "Ministers agree on a framework", outlet="The Courier")
LATER = replace(ONE, source="b.txt", text=STORY.replace("eleven", "twelve"), sha256="2" * 64)
OTHER = replace(
    ONE, source="c.txt", text="A storm closed the port of Bergen on Friday. Nobody was hurt, the harbour master said.", title="Storm"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://www.news.example/2025/talks", "http://news.example/2025/talks/"),
        ("https://news.example/talks?utm_source=x&fbclid=y#top", "https://m.news.example/talks"),
        ("https://news.example/talks?id=7", "https://news.example/talks?ref=home&id=7"),
        ("https://news.example/talks/amp", "https://amp.news.example/talks"),
    ],
)
def test_one_page_however_one_came_there(first: str, second: str) -> None:
    assert same_address(first, second)
    before, after = replace(ONE, url=first), replace(OTHER, url=second)
    assert [(each.before, each.after, each.by) for each in revisions([before, after])] == [(0, 1, "address")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://news.example/", "https://news.example/"),  # a front page has another story every hour
        ("https://news.example/talks?id=7", "https://news.example/talks?id=8"),
        ("https://news.example/20251027-talks", "https://news.example/20251027-storm"),  # a day is no id
        ("https://news.example/live-12345678", "https://other.example/live-12345678"),
    ],
)
def test_two_pages(first: str, second: str) -> None:
    assert revisions([replace(ONE, url=first), replace(OTHER, url=second)]) == ()


def test_a_headline_in_the_address_may_change_when_the_number_stays() -> None:
    before = replace(ONE, url="https://news.example/world/talks-go-on-68412345")
    after = replace(OTHER, url="https://news.example/world/talks-fail-68412345")
    assert [each.by for each in revisions([before, after])] == ["id"]


def test_one_outlets_text_is_known_by_its_likeness() -> None:
    assert [each.by for each in revisions([ONE, LATER])] == ["likeness"]
    assert revisions([ONE, OTHER]) == ()
    assert revisions([ONE, replace(LATER, outlet="The Mirror")]) == ()  # a wire's text in two papers
    assert revisions([ONE, replace(LATER, text=ONE.text)]) == ()  # the same text twice


def test_files_that_name_no_outlet_need_one_title() -> None:
    first, second = replace(ONE, outlet=None), replace(LATER, outlet=None)
    assert len(revisions([first, second])) == 1
    assert revisions([first, replace(second, title="Twelve meet")]) == ()


def test_the_later_one_is_the_one_that_says_so() -> None:
    morning, evening = replace(ONE, updated=date(2025, 10, 28)), replace(LATER, published=date(2025, 10, 27))
    (found,) = revisions([morning, evening])
    assert (found.before, found.after) == (1, 0)
    assert notices([morning, evening]) == (
        "B and A are two versions of one article (their texts are in large part the same); B is taken as the earlier",
    )


def test_three_versions_make_a_chain() -> None:
    third = replace(ONE, source="d.txt", text=LATER.text.replace("nine pages", "ten pages"))
    assert [(each.before, each.after) for each in revisions([ONE, OTHER, LATER, third])] == [(0, 2), (2, 3)]
