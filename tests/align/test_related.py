"""Of many articles those are compared that share rare terms; of a few, all."""

from __future__ import annotations

from itertools import combinations

from benchmarks.scale_many import AN_EVENT, many
from compare import analyse, compare
from compare.align.related import FEW, related_pairs
from compare.model import Article


def test_of_a_few_articles_all_pairs_are_compared() -> None:
    analyses = [analyse(Article(f"{number}.txt", f"Nothing {number} here is like it.", str(number), "")) for number in range(FEW)]
    assert related_pairs(analyses) == tuple(combinations(range(FEW), 2))


def test_of_many_those_on_one_event_are_compared() -> None:
    analyses = [analyse(article) for article in many(40)]
    pairs = set(related_pairs(analyses))
    together = {(a, b) for a, b in combinations(range(40), 2) if a // AN_EVENT == b // AN_EVENT}
    assert together <= pairs
    assert len(pairs) < 2 * len(together)


def test_many_articles_on_one_event_are_compared_each_with_each() -> None:
    base = many(AN_EVENT)[0].text.split("\n\n")
    analyses = [analyse(Article(f"{n}.txt", "\n\n".join(base[n % 5 :] + base[: n % 5]), str(n), "")) for n in range(20)]
    assert related_pairs(analyses) == tuple(combinations(range(20), 2))


def test_articles_that_nothing_ties_have_no_links_and_every_quotation_says_so() -> None:
    articles = many(20)
    comparison = compare(articles)
    pairs = set(related_pairs(comparison.articles))
    assert comparison.links
    assert {(link.a.article, link.b.article) for link in comparison.links} <= pairs
    for quoted in comparison.quotations:
        assert [one.article for one in quoted.fidelity] == [number for number in range(20) if number != quoted.article]
        for one in quoted.fidelity:
            near = tuple(sorted((quoted.article, one.article))) in pairs
            assert near or one.value == "absent"
    assert any(one.value != "absent" for quoted in comparison.quotations for one in quoted.fidelity)
