"""Clusters: which quotations of different articles purport to be the same utterance."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from compare.align.quotations import cluster, find_ties
from compare.model import Analysis, Article
from compare.pipeline import analyse

ROOT = Path(__file__).parents[2]


def articles(*texts: str) -> list[Analysis]:
    return [analyse(Article(f"article {number}", text, "", "")) for number, text in enumerate(texts)]


def relations(*texts: str) -> list[str]:
    return [tie.relation for tie in find_ties(articles(*texts))]


SPEECH = "“We will build a new bridge over the river before winter,” Mayor Anna Stone said on Monday."


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("Stone said: “We will build a new bridge over the river before winter.”", "verbatim"),
        ('"We\'ll build a new bridge over the river before winter", Anna Stone told reporters.', "verbatim"),
        ("Anna Stone promised “a new bridge over the river.”", "trimmed"),
        ("“We will build [a bridge] over the river before winter,” Anna Stone said.", "trimmed"),
        ("“We will build a new bridge … before winter,” Anna Stone said.", "trimmed"),
        ("“We will build,” Anna Stone said, “a new bridge over the river before winter.”", "verbatim"),
        ("“We will build a new bridge over the rivers before winter,” Anna Stone said.", "shaded"),
        ("“We will build a new tunnel under the river before winter,” Anna Stone said.", "altered"),
        ("“We may build a new bridge over the river before winter,” Anna Stone said.", "altered"),
        ("“We will not build a new bridge over the river before winter,” Anna Stone said.", "altered"),
        ("“We will build 12 new bridges over the river before summer,” Anna Stone said.", "altered"),
    ],
)
def test_the_same_utterance(other: str, relation: str) -> None:
    assert set(relations(SPEECH, other)) == {relation}


@pytest.mark.parametrize(
    "other",
    [
        "“The budget for the schools will be cut next year,” Anna Stone said.",
        "“We will win,” Anna Stone said.",
        "Anna Stone crossed a new bridge over the river before winter.",
        "Peter Grey praised “the river.”",
        "Anna Stone called the opposition “a bridge to nowhere.”",
    ],
)
def test_other_stretches_of_a_speech_are_no_versions_of_it(other: str) -> None:
    assert relations(SPEECH, other) == []


def test_the_same_point_in_other_words_is_one_utterance() -> None:
    one = "Health Secretary Peter Grey said on Monday that talks with the nurses were “going nowhere fast.”"
    two = "Peter Grey told reporters that the talks with nurses were “completely stalled.”"
    assert relations(one, two) == ["altered"]
    assert relations(one, two.replace("Peter Grey", "Anna Stone")) == []
    assert relations(one, "Peter Grey told reporters that the food was “completely stalled.”") == []


def test_one_word_in_marks_in_the_same_sentence() -> None:
    one = "Judge Peter Grey wrote on Friday that the state’s early voting period of 29 days was “really quite generous” to its voters."
    assert relations(one, one.replace("generous", "terrible")) == ["altered"]
    assert relations(one, one.replace("really quite", "quite")) == ["trimmed"]
    assert relations(one, one.replace("“really quite generous”", '"really quite generous"')) == ["verbatim"]
    walk = "“Everybody needs 30 minutes of exercise a day,” Stone said."
    assert relations(walk, walk.replace("minutes", "min")) == ["verbatim"]


def test_a_sentence_said_twice_and_a_longer_one_are_told_apart() -> None:
    text = "“They move it to Mexico City,” Anna Stone said. “They move it to Mexico City where I hope they have good insurance.”"
    ties = find_ties(articles(text, text.replace("insurance", "lawyers")))
    assert [tie.relation for tie in ties if tie.a[1] == tie.b[1]] == ["verbatim", "altered"]


def test_a_post_in_other_words_is_one_utterance() -> None:
    one = "Anna Stone wrote: “Happy to open the Harbour Festival in Bergen today. Thanks to all volunteers for the splendid music.”"
    two = (
        "Anna Stone posted, “It was a joy to open the Harbour Festival in Bergen. "
        "We thank all the volunteers for making music the city will remember.”"
    )
    assert relations(one, two) == ["altered"]


def test_a_word_said_twice_is_not_altered_once() -> None:
    text = "Barack Obama called it “an act of terror” and “an act of hate.”"
    assert set(relations(text, text)) == {"verbatim"}


def test_seed_clusters_agree_with_gold() -> None:
    gold = json.loads((ROOT / "tests/gold/seed_quotes.json").read_text(encoding="utf-8"))
    names = sorted({quote["file"] for quote in gold["quotes"]})
    analyses = articles(*((ROOT / "seeds" / name).read_text(encoding="utf-8") for name in names))
    found: dict[str, set[tuple[str, int]]] = {}
    for quoted in cluster(analyses, ()):
        if quoted.cluster:
            found.setdefault(quoted.cluster, set()).add((names[quoted.article], quoted.quotation.start))
    places = {quote["id"]: (quote["file"], quote["start"]) for quote in gold["quotes"]}
    assert sorted(map(sorted, found.values())) == sorted(sorted(places[i] for i in entry["quotes"]) for entry in gold["clusters"])


def test_the_order_of_articles_changes_no_cluster() -> None:
    texts = [
        SPEECH,
        "Stone said: “We will build a new bridge over the river before winter.”",
        "Anna Stone promised “a new bridge over the river.”",
    ]
    seen = set()
    for order in permutations(texts):
        groups: dict[str, set[str]] = {}
        for quoted in cluster(articles(*order), ()):
            groups.setdefault(quoted.cluster, set()).add(quoted.quotation.text)
        seen.add(frozenset(frozenset(group) for group in groups.values()))
    assert len(seen) == 1


def test_a_slogan_is_no_other_wording_of_a_speech_that_unfolds_it() -> None:
    speech = "Nothing gets better here until we get a mayor who will dream big on the roads we build, be brave about taxes and stand firm when the river comes"
    slogan = "“Let's dream big, be brave and stand firm!” Anna Stone proclaimed."
    (tie,) = find_ties(articles(f"“{speech},” Anna Stone said on Monday.", slogan))
    assert tie.confidence < 0.5
