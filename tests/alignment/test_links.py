"""Links: what a careful reader would draw, nothing by order, and a reason for each."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import compare
from compare.alignment.features import EITHER_WAY
from compare.alignment.mix import fitted
from compare.model import Article, Comparison, Link
from compare.pipeline import analyse


def article(text: str, name: str = "a", language: str = "en") -> Article:
    return Article(name, text, name, name, language=language)


def relations(comparison: Comparison) -> dict[tuple[str, str], tuple[str, float]]:
    return {
        (min(texts), max(texts)): (link.relation, link.score)
        for link in comparison.links
        for texts in [(comparison.sentence(link.a).text, comparison.sentence(link.b).text)]
    }


FIRE = (
    "A fire destroyed a textile factory in Dhaka on Monday, killing 11 workers. The owner, Karim Ahmed, was arrested. "
    "“We heard people scream behind the locked doors,” said Salma Begum, a seamstress."
)
BLAZE = (
    "Eleven workers died when a blaze tore through a garment factory in Dhaka on Monday. Police arrested its owner, Karim Ahmed. "
    "Exports of the industry have doubled in ten years."
)
RATES = (
    "The central bank kept interest rates unchanged. Analysts had expected a cut after months of weak retail sales. "
    "Shares in banking companies rose slightly in afternoon trading."
)
WORDS = st.sampled_from("the fire killed eleven workers in a factory owner arrested police on Monday said Dhaka 11 “we heard” .".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join).filter(lambda text: any(map(str.isalnum, text)))


def test_the_same_content_in_other_words_is_aligned_and_new_content_is_not() -> None:
    found = relations(compare([article(FIRE), article(BLAZE, "b")]))
    aligned = {pair for pair, (relation, _) in found.items() if relation == "aligned"}
    assert any("textile" in one + two and "blaze" in one + two for one, two in aligned)
    assert any("was arrested" in one + two and "Police arrested" in one + two for one, two in aligned)
    assert not any("Exports" in one + two or "scream" in one + two for one, two in found)


def test_articles_with_nothing_in_common_have_no_links() -> None:
    assert compare([article(FIRE), article(RATES, "b")]).links == ()


def test_a_verbatim_article_is_linked_sentence_by_sentence() -> None:
    comparison = compare([article(FIRE), article(FIRE, "b")])
    assert [(link.a.sentence, link.b.sentence, link.relation) for link in comparison.links] == [(n, n, "aligned") for n in range(3)]


def test_a_subset_is_aligned_whole() -> None:
    part = " ".join(FIRE.split(". ")[1:])
    comparison = compare([article(FIRE), article(part, "b")])
    assert {link.b.sentence for link in comparison.links if link.relation == "aligned"} == set(range(len(comparison.articles[1].sentences)))


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3, unique=True), st.data())
def test_the_order_of_the_articles_changes_no_link(texts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    one = compare([article(text, str(number)) for number, text in enumerate(texts)])
    two = compare([article(texts[number], str(number)) for number in order])
    assert relations(two) == relations(one)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_the_reasons_sum_to_the_log_odds_of_the_score(one: str, two: str) -> None:
    for link in compare([article(one), article(two, "b")]).links:
        check(link)


def check(link: Link) -> None:
    odds = math.fsum(reason.share for reason in link.reasons)
    assert link.score == pytest.approx(1 / (1 + math.exp(-odds)), abs=2e-3)
    assert "context" in {reason.name for reason in link.reasons}


def test_a_link_names_what_both_sentences_have() -> None:
    comparison = compare([article(FIRE), article(BLAZE, "b")])
    first = comparison.links[0]
    check(first)
    details = {reason.name: reason.detail for reason in first.reasons}
    assert "Dhaka" in details["names"]
    assert "fire ~ blaze" in details["kindred words"]
    assert "11" in details["numbers and dates"] or "11" in details["words"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Yes.", "No."),
        ("Fire!", "Fire!"),
        ("The same sentence stands here again. " * 50, "The same sentence stands here again. Another one does not."),
        ("…", "?"),
        ("東京で大きな火事があり、十一人が死亡した。", "東京の火事で十一人が死亡した。警察は原因を調べている。"),
        ("Пожар уничтожил фабрику в Дакке.", "На фабрике в Дакке произошёл пожар."),
        ("x" * 20_000, "y " * 5_000),
    ],
)
def test_odd_input_is_compared_without_ado(texts: tuple[str, str]) -> None:
    comparison = compare([article(texts[0], language=""), article(texts[1], "b", language="")])
    assert len(comparison.passages) >= 1
    assert all(0 <= link.score <= 1 for link in comparison.links)


def test_a_sentence_fifty_times_takes_no_time() -> None:
    text = "The same sentence about a fire in Dhaka stands here again. " * 50
    held = [analyse(article(text)), analyse(article(text, "b"))]
    started = time.process_time()
    compare(held)
    assert time.process_time() - started < 20


def test_other_scripts_align_by_the_same_rules() -> None:
    one = "東京で大きな火事があり、十一人が死亡した。首相は週末に中国を訪問する。"
    two = "首相は今週末、中国を訪問すると発表した。東京の火事で十一人が死亡した。"
    comparison = compare([article(one, language="ja"), article(two, "b", language="ja")])
    assert {(link.a.sentence, link.b.sentence) for link in comparison.links} == {(0, 1), (1, 0)}


def test_no_curve_of_what_speaks_for_a_link_falls() -> None:
    mix = fitted("mix")
    for model in (mix.aligned, mix.either):
        for name, curve in zip(mix.features, model.curves, strict=True):
            assert name in EITHER_WAY or min(curve) >= 0
