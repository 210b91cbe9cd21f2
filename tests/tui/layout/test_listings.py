"""What the sidebars list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model import ComparedQuotation, Fidelity, FidelityValue, Quotation
from tests.tui.layout.made import numbered, subject
from tui.layout.cells import width_of
from tui.layout.explain import Words
from tui.layout.listings import FIDELITY_SIGNS, fitted, quotation_entries

VALUES: tuple[FidelityValue, ...] = ("verbatim", "trimmed", "altered", "paraphrased", "absent")


def written(words: Words) -> str:
    return "".join(word.text for word in words)


@pytest.mark.parametrize("articles", [2, 3, 5])
def test_how_a_quotation_fares_is_seen_for_every_article(articles: int) -> None:
    """On a line of the narrowest sidebar, however long the speaker's name; under the cursor in words."""
    made = subject(*(numbered(name, 4) for name in "abcde"[:articles]))
    quotation = Quotation(0, 0, 7, "a0 word", "Undersecretary Maximiliana Featherstonehaugh-Cholmondeley", "said")
    fidelity = tuple(Fidelity(article, VALUES[article % 5]) for article in range(1, articles))
    comparison = replace(made.comparison, quotations=(ComparedQuotation(0, quotation, "c1", fidelity),))
    entry = quotation_entries(comparison)[-1]
    line = written(fitted(entry.lines[1], 37))
    assert width_of(line) <= 37
    assert line.startswith("  Undersec")
    for each in fidelity:
        assert FIDELITY_SIGNS[each.value] in line.split("…")[1]
        assert f"{'ABCDE'[each.article]} {FIDELITY_SIGNS[each.value]} {each.value}" in written(entry.detail)
