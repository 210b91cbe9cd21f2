"""How a quotation fares in another article."""

from __future__ import annotations

import pytest

from compare.model import Article
from compare.pipeline import compare

QUOTED = "“We will build a new bridge over the river. It will open before winter,” Mayor Anna Stone said on Monday."
REST = "\n\nThe old bridge was closed in May after a flood damaged two of its pillars.\n\nTraders in the town have lost half of their customers."


def fidelity(first: str, second: str) -> str:
    comparison = compare([Article("a", first + REST, "", ""), Article("b", second + REST, "", "")])
    (found,) = comparison.quotations[0].fidelity
    assert found.article == 1
    return found.value


@pytest.mark.parametrize(
    ("other", "value"),
    [
        ('Mayor Anna Stone said: "We will build a new bridge over the river. It will open before winter".', "verbatim"),
        ("“It will open before winter,” said Stone. “We will build a new bridge over the river.”", "verbatim"),
        ("“We'll build a new bridge over the river,” Mayor Anna Stone said on Monday.", "trimmed"),
        ("Mayor Anna Stone promised “a new bridge” on Monday.", "trimmed"),
        ("“We will build a new tunnel under the river. It will open before winter,” Mayor Anna Stone said on Monday.", "altered"),
        ("“We will build a new bridge over the river. It won’t open before winter,” Mayor Anna Stone said on Monday.", "altered"),
        ("Mayor Anna Stone said on Monday that the town would build a new bridge over the river and open it before winter.", "paraphrased"),
        ("The weather was fine.", "absent"),
    ],
)
def test_fidelity(other: str, value: str) -> None:
    assert fidelity(QUOTED, other) == value


def test_every_other_article_is_assessed_in_order() -> None:
    texts = [QUOTED, "Nothing happened.", QUOTED.replace("river", "harbour"), QUOTED]
    comparison = compare([Article(str(number), text, "", "") for number, text in enumerate(texts)])
    assert [(f.article, f.value) for f in comparison.quotations[0].fidelity] == [(1, "absent"), (2, "altered"), (3, "verbatim")]


SPOKEN = "“We have a great deal of work to do before the bridge is safe for lorries,” Mayor Anna Stone said on Monday."


@pytest.mark.parametrize(
    ("other", "value"),
    [
        ("“We have work to do before the bridge is safe for lorries,” Mayor Anna Stone said on Monday.", "altered"),
        ("“We have a great deal of work to do … before the bridge is safe for lorries,” Mayor Anna Stone said on Monday.", "verbatim"),
        ("“We have a great deal of work,” Mayor Anna Stone said on Monday.", "trimmed"),
        ("“It is late. We have a great deal of work to do before the bridge is safe for lorries,” Mayor Anna Stone said.", "verbatim"),
    ],
)
def test_a_silent_cut_alters_and_a_shorter_stretch_does_not(other: str, value: str) -> None:
    assert fidelity(SPOKEN, other) == value


def test_a_fragment_of_a_nameless_speaker_is_there_where_the_sentence_is() -> None:
    text = "Negotiators agreed to a “phased handover” of the harbour if the talks go on, an official said on Monday."
    assert fidelity(text, text.replace(" on Monday", "")) == "verbatim"


def test_each_piece_of_an_interrupted_sentence_is_judged_by_its_own_words() -> None:
    whole = "“I love old bridges,” Mayor Anna Stone said, “but this one has become a danger to everybody who crosses it.”"
    assert fidelity(whole, "“This one has become a danger to everybody who crosses it,” Mayor Anna Stone said on Monday.") == "absent"
