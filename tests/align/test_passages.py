"""Passages: every sentence in one, no chaining, nothing by the order of the articles or the base."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from compare.align.passages import SENTENCES, gather, in_reading_order
from compare.model import Analysis, Article, Link, Place, Relation, Sentence
from compare.pipeline import compare
from compare.reading import read
from tui import samples

GOLDEN = Path(__file__).parent.parent / "gold" / "seed_passages.json"


def analysis(name: str, count: int) -> Analysis:
    texts = [f"{name}{number}." for number in range(count)]
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(count)]
    sentences = tuple(Sentence(start, start + len(text), text, "sentence", 0) for start, text in zip(starts, texts, strict=True))
    return Analysis(Article(name, " ".join(texts), name, name), sentences)


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[list[Analysis], list[Link]]:
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    analyses = [analysis("abcd"[number], size) for number, size in enumerate(sizes)]
    places = [Place(number, sentence) for number, size in enumerate(sizes) for sentence in range(size)]
    possible = [(one, two) for one, two in combinations(places, 2) if one.article != two.article]
    chosen = draw(st.sets(st.sampled_from(possible), max_size=12)) if possible else set()
    relations: Sequence[Relation] = ("aligned", "partial")
    links = [Link(one, two, draw(st.integers(1, 99)) / 100, draw(st.sampled_from(relations))) for one, two in sorted(chosen)]
    return analyses, links


@given(comparisons())
def test_every_sentence_is_in_exactly_one_passage_in_every_order_of_rows(held: tuple[list[Analysis], list[Link]]) -> None:
    analyses, links = held
    passages = gather(analyses, links)
    everything = sorted(Place(number, sentence) for number, a in enumerate(analyses) for sentence in range(len(a.sentences)))
    for base in range(len(analyses)):
        rows = in_reading_order(passages, base)
        assert sorted(rows, key=lambda row: row.id) == sorted(passages, key=lambda row: row.id)
        assert sorted(place for row in rows for place in row.members) == everything
        firsts = [
            min(place.sentence for place in row.members if place.article == base)
            for row in rows
            if base in {p.article for p in row.members}
        ]
        assert firsts == sorted(firsts)


@given(comparisons(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_no_passage(held: tuple[list[Analysis], list[Link]], random: Random) -> None:
    analyses, links = held
    order = list(range(len(analyses)))
    random.shuffle(order)
    new = {old: number for number, old in enumerate(order)}
    turned = []
    for link in links:
        a, b = sorted(Place(new[place.article], place.sentence) for place in (link.a, link.b))
        turned.append(Link(a, b, link.score, link.relation))
    other = gather([analyses[old] for old in order], turned)
    back = {frozenset(Place(order[place.article], place.sentence) for place in passage.members) for passage in other}
    assert back == {frozenset(passage.members) for passage in gather(analyses, links)}


@given(comparisons())
def test_the_members_of_a_passage_agree(held: tuple[list[Analysis], list[Link]]) -> None:
    analyses, links = held
    linked = {(link.a, link.b) for link in links}
    for passage in gather(analyses, links):
        for number in range(len(analyses)):
            assert sum(place.article == number for place in passage.members) <= SENTENCES
        for place in passage.members:
            others = [other for other in passage.members if other.article != place.article]
            assert not others or sum(tuple(sorted((place, other))) in linked for other in others) * 2 >= len(others)


def test_a_chain_of_likenesses_makes_no_passage() -> None:
    analyses = [analysis(name, 1) for name in "abc"]
    links = [Link(Place(0, 0), Place(1, 0), 0.9, "aligned"), Link(Place(1, 0), Place(2, 0), 0.8, "aligned")]
    assert [passage.members for passage in gather(analyses, links)] == [(Place(0, 0), Place(1, 0)), (Place(2, 0),)]


def test_a_third_article_backs_a_row_that_two_alone_would_not_make() -> None:
    analyses = [analysis(name, 4) for name in "abc"]
    pair = [Link(Place(0, 3), Place(1, 3), 0.92, "aligned"), Link(Place(0, 3), Place(1, 2), 0.9, "aligned")]
    backing = [Link(Place(number, 3), Place(2, 3), 0.93, "aligned") for number in (0, 1)]
    assert max(len(passage.members) for passage in gather(analyses, pair)) == 1
    assert (Place(0, 3), Place(1, 3), Place(2, 3)) in [passage.members for passage in gather(analyses, [*pair, *backing])]


def test_headline_and_lead_make_a_row_on_less_than_sentences_further_down() -> None:
    analyses = [analysis("a", 4), analysis("b", 4)]
    links = [Link(Place(0, at), Place(1, to), score, "aligned") for at in (0, 3) for to, score in ((at, 0.85), (at - 1 if at else 1, 0.84))]
    assert [passage.members for passage in gather(analyses, links) if len(passage.members) > 1] == [(Place(0, 0), Place(1, 0))]


def test_what_only_another_article_says_comes_after_what_precedes_it_there() -> None:
    analyses = [analysis("a", 2), analysis("b", 4)]
    links = [Link(Place(0, 0), Place(1, 1), 0.9, "aligned"), Link(Place(0, 1), Place(1, 2), 0.9, "aligned")]
    rows = in_reading_order(gather(analyses, links), 0)
    assert [row.members for row in rows] == [
        (Place(1, 0),),
        (Place(0, 0), Place(1, 1)),
        (Place(0, 1), Place(1, 2)),
        (Place(1, 3),),
    ]


def test_the_base_begins_whatever_stands_first_elsewhere() -> None:
    analyses = [analysis("a", 2), analysis("b", 3)]
    rows = in_reading_order(gather(analyses, [Link(Place(0, 1), Place(1, 1), 0.99, "aligned")]), 0)
    assert [row.members for row in rows] == [(Place(0, 0),), (Place(1, 0),), (Place(0, 1), Place(1, 1)), (Place(1, 2),)]


def test_the_passages_of_the_seeds_are_those_that_were_reviewed() -> None:
    comparison = compare([read(path) for path in samples.paths()])
    found = [
        [[place.article, comparison.sentence(place).text] for place in passage.members]
        for passage in comparison.passages
        if len(passage.members) > 1
    ]
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))
