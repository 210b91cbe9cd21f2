"""Links: what a careful reader would draw, nothing by order, and a reason for each."""

from __future__ import annotations

import math
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.scale_links import made_up
from compare import compare, read_bytes
from compare.align.candidates import likeness, likest
from compare.align.features import EITHER_WAY, FEATURES
from compare.align.links import cells
from compare.align.mix import fitted
from compare.align.profile import corpus
from compare.align.strongest import strongest
from compare.align.terms import Forms, terms
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
    assert "fire ~ blaze" in details["related words"]
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
    assert bool(comparison.passages) == any(map(str.isalnum, texts[0]))  # what has no word says nothing
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


REPEATED = [
    "Word.",
    "Yes. No.",
    "Talks Go On\n\n",
    "大臣は会談した。",
    "12 13 14.",
    "The minister met John Smith in Geneva.",
    "*** ! ***\n\n",
]


@pytest.mark.parametrize("text", REPEATED)
@pytest.mark.parametrize("times", [(2, 2), (50, 50), (70, 70), (3, 65), (65, 3)])
def test_what_stands_word_for_word_in_both_is_shared_however_often(text: str, times: tuple[int, int]) -> None:
    one, other = (read_bytes(("It rained. " + f"{text} " * count).encode(), f"{count}.txt") for count in times)
    comparison = compare([one, other])
    assert {standing.status for row in comparison.standings for standing in row} == {"shared"}
    assert len(comparison.links) == max(len(row) for row in comparison.standings)
    assert not comparison.differences


def test_a_sentence_has_few_links_even_where_everything_is_like_everything(monkeypatch: pytest.MonkeyPatch, seeds: list[Article]) -> None:
    plain = compare(seeds[:2])
    assert max(Counter(place for link in plain.links for place in (link.a, link.b)).values()) > 1
    monkeypatch.setattr("compare.align.links.LINKS_AT_MOST", 1)
    few = compare(plain.articles)
    assert {(link.a, link.b) for link in few.links} < {(link.a, link.b) for link in plain.links}
    for link in few.links:
        assert any(link.score == max(other.score for other in plain.links_of(end)) for end in (link.a, link.b))


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 7)), st.integers(0, 3).map(float)), st.integers(1, 4))
def test_the_strongest_of_both_ends_are_kept_and_the_order_of_the_articles_changes_none(
    scores: dict[tuple[int, int], float], most: int
) -> None:
    kept = strongest(scores, most, (6, 8))
    assert {(i, j) for j, i in strongest({(j, i): score for (i, j), score in scores.items()}, most, (8, 6))} == kept
    for i, j in scores:
        better = [pair for pair in scores if scores[pair] > scores[i, j]]
        rivals = min(sum(pair[0] == i for pair in better), sum(pair[1] == j for pair in better))
        equals = [sum(pair[side] == (i, j)[side] for pair in scores if scores[pair] >= scores[i, j]) for side in (0, 1)]
        assert (i, j) not in kept or rivals < most
        assert (i, j) in kept or min(equals) > most


def test_the_level_of_copies_goes_no_further_than_the_likest_articles_fitted_on() -> None:
    places = [("budget", "Lyon"), ("housing", "Turin"), ("harbour", "Gdansk"), ("forest", "Tampere")]
    text = "\n".join(f"The {word} committee met {number} times in {town}." for number, (word, town) in enumerate(places, 2))
    left, right = corpus([analyse(article(text)), analyse(article(text, "b"))], (), ()).profiles
    assert {cell.values[FEATURES.index("level")] for cell in cells(left, right)} == {0.6}


@given(st.text(st.sampled_from("Aaßé1.,’' \nอ東京x"), max_size=30), st.sampled_from(["en", "th", ""]))
def test_words_read_once_give_the_same_terms(text: str, language: str) -> None:
    forms = Forms(language, {}).of(text)
    assert [(form.stem, form.written, form.capital) for form in forms] == [
        (term.text, text[term.start : term.end], term.capital) for term in terms(text, language)
    ]


def test_in_long_articles_what_is_far_less_like_than_the_likest_is_left_to_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = corpus(made_up(250), (), ()).profiles
    kept = likeness(left, right)
    monkeypatch.setattr("compare.align.candidates.OF_THE_LIKEST_IN_LONG", 0.0)
    rows = likeness(left, right)
    ours, theirs = likest(rows, len(right))
    left_out = [(i, j) for i, row in enumerate(rows) for j in row.keys() - kept[i].keys()]
    assert left_out
    assert all(rows[i][j] < 0.4 * max(ours[i], theirs[j]) for i, j in left_out)
    assert all(
        max(kept[i], key=kept[i].__getitem__) == j for i, row in enumerate(rows) for j, like in row.items() if like == ours[i] == theirs[j]
    )
