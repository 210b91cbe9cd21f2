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
