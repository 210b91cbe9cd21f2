"""The whole road: properties that must hold whatever the articles are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare import Article, Comparison, Options, compare, read_bytes, seen_from
from compare.model import Place
from tests.conftest import ROOT
from tui import samples

POOL = [
    "The minister met his colleague in Geneva on Monday.",
    "On Monday the minister met his Swiss colleague in Geneva, officials said.",
    "“We had a productive talk,” Jane Miller said after the meeting.",
    "“It was a good talk,” said Miller, who leads the delegation.",
    "The tariff of 50 percent was introduced in August.",
    "A 25% tariff was introduced last August, during the Smith administration.",
    "Then-President John Smith did not sign the agreement.",
    "President John Smith signed the agreement.",
    "At least 12 people were killed in the storm near Miami, police said.",
    "A storm killed 21 people near Miami.",
    "Talks Go On",
    "Yes.",
    "大臣は会談した。",
    "Министр прибыл в Москву, сообщили агентства.",
    "\U0001f600 Emoji and e\u0301 combining marks are words too, aren’t they?",
]
ARTICLE = st.lists(st.sampled_from(POOL), min_size=1, max_size=7).map("\n".join)
ARTICLES = st.lists(ARTICLE, min_size=1, max_size=4)


def articles_of(texts: list[str]) -> list[Article]:
    return [read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]


def said(comparison: Comparison, place: Place) -> tuple[str, str]:
    """A sentence by its article's text and its own: equal for identical sentences of one text, whatever their order."""
    return comparison.articles[place.article].article.text, comparison.sentence(place).text


def relations(comparison: Comparison) -> Counter[object]:
    """The links without the order of the articles: up to identical sentences the same whatever the order."""
    return Counter(
        (frozenset((said(comparison, link.a), said(comparison, link.b))), link.relation, link.score) for link in comparison.links
    )


@given(ARTICLES)
@settings(max_examples=60)
def test_the_comparison_is_whole(texts: list[str]) -> None:
    comparison = compare(articles_of(texts))
    everything = [Place(a, s) for a, analysis in enumerate(comparison.articles) for s in range(len(analysis.sentences))]
    assert sorted(place for passage in comparison.passages for place in passage.members) == everything
    assert [len(row) for row in comparison.standings] == [len(analysis.sentences) for analysis in comparison.articles]
    for passage in comparison.passages:
        assert {place.article for place in passage.members} <= set(passage.coverage)
        assert comparison.passage_of(passage.members[0]) is passage
    for link in comparison.links:
        assert link.a.article < link.b.article
        assert 0 <= link.score <= 1
    linked = {place for link in comparison.links for place in (link.a, link.b)}
    apart = {p for d in comparison.differences if d.severity >= 2 for end in (d.a, d.b) if end for p in comparison.reach(end)}
    for place in everything:
        standing = comparison.standing(place)
        assert (standing.status == "divergent") == (place in apart)
        if standing.status == "unique":
            assert place not in linked
    for difference in comparison.differences:
        for end in (difference.a, difference.b):
            if end is not None:
                sentence = comparison.sentence(end.place)
                assert comparison.articles[end.article].article.text[end.start : end.end] == end.text
                assert sentence.start <= end.start < sentence.end
    assert all(a.severity >= b.severity for a, b in pairwise(comparison.differences))


@given(st.lists(ARTICLE, min_size=2, max_size=3, unique=True), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_the_articles_changes_no_link(texts: list[str], random: object) -> None:
    first = compare(articles_of(texts))
    for order in list(permutations(texts))[1:3]:
        assert relations(compare(articles_of(list(order)))) == relations(first)


def test_the_order_of_the_seeds_changes_no_link(seeds: list[Article], comparison: Comparison) -> None:
    for order in ([4, 3, 2, 1, 0], [2, 0, 4, 1, 3]):
        other = compare([seeds[number] for number in order])
        assert relations(other) == relations(comparison)
        passages = {frozenset(said(comparison, place) for place in passage.members) for passage in comparison.passages}
        assert {frozenset(said(other, place) for place in passage.members) for passage in other.passages} == passages
        assert {d.kind for d in other.differences} == {d.kind for d in comparison.differences}
        assert len(other.differences) == len(comparison.differences)


def test_the_base_changes_no_passage(seeds: list[Article], comparison: Comparison) -> None:
    for base in range(1, 5):
        other = compare(seeds, Options(base=base))
        assert other == seen_from(comparison, Options(base=base))
        assert {passage.members for passage in other.passages} == {passage.members for passage in comparison.passages}


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    outputs = set()
    for seed in ("0", "1", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "tui.cli", "export", *samples.paths(), "-o", "-", "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}, capture_output=True, cwd=ROOT, timeout=120, check=True,
        )  # fmt: skip
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_one_article_is_read_alone(seeds: list[Article]) -> None:
    comparison = compare(seeds[:1])
    assert not comparison.links
    assert {standing.status for standing in comparison.standings[0]} == {"unique"}


def test_the_same_article_twice_is_all_shared(seeds: list[Article]) -> None:
    for article in seeds:
        comparison = compare([article, article])
        assert {standing.status for row in comparison.standings for standing in row} == {"shared"}
        assert not comparison.differences
