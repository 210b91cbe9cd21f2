"""Differences between what outlets put in quotation marks, and in whose mouth."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.judge.sense import moved
from compare.model import Article, Comparison, Difference
from compare.pipeline import compare

ROOT = Path(__file__).parents[2]
REST = "\n\nThe old bridge was closed in May after a flood damaged two of its pillars.\n\nTraders in the town have lost half of their customers."
QUOTED = "“We will build a new bridge over the river before winter,” Mayor Anna Stone said on Monday."


def differences(*texts: str) -> list[Difference]:
    comparison = compare([Article(f"article {number}", text + REST, "hash", "") for number, text in enumerate(texts)])
    return [difference for difference in comparison.differences if difference.kind in ("quote", "attribution")]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("“We will build a new tunnel over the river before winter,” Mayor Anna Stone said on Monday.", ("bridge", "tunnel")),
        ("“We may build a new bridge over the river before winter,” Mayor Anna Stone said on Monday.", ("will", "may")),
        ("“We will build a new bridge over the river before spring,” Mayor Anna Stone said on Monday.", ("winter", "spring")),
    ],
)
def test_other_words_in_the_marks_are_severe(other: str, words: tuple[str, str]) -> None:
    (difference,) = [d for d in differences(QUOTED, other) if d.severity == 3]
    assert difference.kind == "quote"
    assert difference.a is not None
    assert difference.b is not None
    assert (difference.a.text, difference.b.text) == words
    assert "Anna Stone" in difference.explanation


def test_a_word_left_out_is_shown_with_its_neighbours() -> None:
    (difference,) = differences(QUOTED.replace("will build", "will not build"), QUOTED)
    assert difference.severity == 3
    assert difference.a is not None
    assert difference.b is not None
    assert (difference.a.text, difference.b.text) == ("will not build", "will build")


@pytest.mark.parametrize(
    "other",
    [
        QUOTED,
        '"We\'ll build a new bridge over the river before winter", Anna Stone said on Monday.',
        "Mayor Anna Stone promised “a new bridge over the river” on Monday.",
        "“We will build [it] before winter,” Mayor Anna Stone said on Monday.",
        "“The schools will have to wait for another year,” Mayor Anna Stone said on Monday.",
        "“We will build,” Mayor Stone said on Monday, “a new bridge over the river before winter.”",
    ],
)
def test_the_same_words_or_other_stretches_of_a_speech_are_no_difference(other: str) -> None:
    assert differences(QUOTED, other) == []


@pytest.mark.parametrize(("words", "severity"), [("the new bridges", 1), ("a new brridge", 1)])
def test_another_form_of_a_word_weighs_less_than_another_word(words: str, severity: int) -> None:
    (difference,) = differences(QUOTED, QUOTED.replace("a new bridge", words))
    assert (difference.kind, difference.severity) == ("quote", severity)


def test_what_one_quotes_and_another_tells_is_a_shade() -> None:
    told = "Mayor Anna Stone said on Monday that the town would build a new bridge over the river before winter."
    (difference,) = differences(QUOTED, told)
    assert (difference.kind, difference.severity) == ("quote", 1)
    assert difference.b is not None
    assert "new bridge over the river" in difference.b.text


def test_a_retelling_that_loses_the_just_misleads() -> None:
    quoted = "“It is not just about selling more steel to the Americans,” Trade Minister Peter Grey said on Friday."
    told = "Trade Minister Peter Grey said on Friday that it was not about selling more steel to the Americans."
    (difference,) = [d for d in differences(quoted, told) if d.kind == "quote"]
    assert difference.severity == 2
    assert "just" in difference.explanation


@pytest.mark.parametrize(
    ("quoted", "told", "sense"),
    [
        ("converging", "both sides have achieved alignment", "done"),
        ("We might sell the house", "they will sell the house", "hedge"),
        ("We never sold the house", "he sold the house", "negation"),
        ("We sold the house", "he sold the house", ""),
        ("It is a matter not of faith but of money", "a matter of faith and money", ""),
    ],
)
def test_moved_sense(quoted: str, told: str, sense: str) -> None:
    found = moved(quoted, told)
    assert sense in found
    assert bool(found) == bool(sense)


def test_the_same_words_in_another_mouth_are_a_severe_attribution() -> None:
    found = differences(QUOTED, QUOTED.replace("Mayor Anna Stone", "Councillor Peter Grey"))
    assert [(d.kind, d.severity) for d in found] == [("attribution", 3)]
    (difference,) = found
    assert difference.a is not None
    assert difference.b is not None
    assert "Stone" in difference.a.text
    assert "Grey" in difference.b.text


def test_a_spokesman_is_no_other_speaker() -> None:
    assert differences(QUOTED, QUOTED.replace("Mayor Anna Stone", "a spokesman")) == []
    assert differences(QUOTED, QUOTED.replace("Mayor Anna Stone", "The mayor’s statement")) == []


def test_seeds_name_the_altered_quotations_and_pass_over_what_agrees() -> None:
    names = sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))
    comparison = compare([Article(name, (ROOT / "seeds" / name).read_text(encoding="utf-8"), "", "") for name in names])
    severe = [
        (names[d.a.article][:3], names[d.b.article][:3], d.a.text.split()[0], d.b.text.split()[0])
        for d in comparison.differences
        if d.kind == "quote" and d.severity == 3 and d.a is not None and d.b is not None
    ]
    assert sorted(severe) == [
        ("000", "001", "progressing", "moving"),
        ("000", "002", "Glad", "It"),
        ("002", "003", "It", "Glad"),
        ("002", "004", "It", "Glad"),
    ]


PIECES = st.sampled_from(
    [
        QUOTED,
        QUOTED.replace("bridge", "tunnel"),
        "“We may build a new bridge over the river before winter. It is late,” Peter Grey said.",
        "Anna Stone said the talks were “going well.”",
        "Anna Stone said the talks with nurses were “stalled.”",
        "The mayor said that a new bridge would be built over the river before winter.",
        "He added: “It is late, and we are tired.",
        "“No,” he said, “we will not build a new bridge.”",
        "“”",
        "“",
    ]
)
ARTICLES = st.lists(st.lists(PIECES, min_size=1, max_size=5).map("\n\n".join), min_size=3, max_size=3, unique=True)


def _seen(comparison: Comparison) -> tuple[list[object], list[object]]:
    """Differences and fidelity by article, not by place."""
    sources = [analysis.article.source for analysis in comparison.articles]
    ledger = [
        (d.kind, d.severity, sorted((sources[end.article], end.start, end.end) for end in (d.a, d.b) if end is not None))
        for d in comparison.differences
        if d.kind in ("quote", "attribution")
    ]
    fidelity = [
        (sources[quoted.article], quoted.quotation.start, sorted((sources[f.article], f.value) for f in quoted.fidelity))
        for quoted in comparison.quotations
    ]
    return sorted(ledger, key=repr), sorted(fidelity, key=repr)


@settings(max_examples=25, deadline=None)
@given(ARTICLES)
def test_the_order_of_the_articles_changes_no_difference(texts: list[str]) -> None:
    articles = [Article(str(number), text, "hash", "") for number, text in enumerate(texts)]
    assert _seen(compare(articles)) == _seen(compare([articles[2], articles[0], articles[1]]))


def severe(one: str, other: str) -> list[Difference]:
    articles = [Article(name, text, name, name) for name, text in (("a", one), ("b", other))]
    return [difference for difference in compare(articles).differences if difference.severity >= 2]


def test_a_short_quotation_of_somebody_without_a_name() -> None:
    found = severe(
        'The judge said the defendant had shown "no remorse" for the murder of his business partner.',
        "The judge said that the defendant had shown “little remorse” for the murder of his business partner.",
    )
    assert [(difference.kind, difference.severity) for difference in found] == [("quote", 3)]
    assert "the judge" in found[0].explanation


def test_an_only_that_is_left_out_turns_what_was_said() -> None:
    found = severe("Goyal said, “It's not only about tariffs but trust.”", "Goyal said, “It's not about tariffs but trust.”")
    assert [(difference.kind, difference.severity) for difference in found] == [("quote", 3)]


@pytest.mark.parametrize(
    ("one", "other", "severities"),
    [
        ("“I will go if the council asks me to,” Anna Stone said.", "“I will go,” Anna Stone said.", [2]),
        ("“Will the town sell the old harbour?” Anna Stone asked.", "“The town will sell the old harbour,” Anna Stone said.", [3]),
        (
            "“The town will sell the harbour. Nobody has been asked about it. The quay stays open,” Anna Stone said.",
            "“The town will sell the harbour. The quay stays open,” Anna Stone said.",
            [3],
        ),
    ],
)
def test_what_is_cut_without_a_sign(one: str, other: str, severities: list[int]) -> None:
    assert [d.severity for d in differences(one, other) if d.kind == "quote"] == severities


def test_slogans_of_two_people_are_no_one_utterance() -> None:
    found = differences("“Safe streets for our town now,” Anna Stone said.", "“Safe schools for our town now,” Peter Grey said.")
    assert "quote" not in {difference.kind for difference in found}
