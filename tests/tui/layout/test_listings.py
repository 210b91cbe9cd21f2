"""What the sidebars list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model import ComparedQuotation, Fidelity, FidelityValue, Quotation
from tests.tui.layout.made import numbered, subject
from tui.layout.cells import width_of
from tui.layout.explain import Word, Words
from tui.layout.listings import FIDELITY_SIGNS, evenly, fitted, quotation_entries

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
        assert f"{'ABCDE'[each.article]} {FIDELITY_SIGNS[each.value]} {each.value}" in written(entry.detail).replace(
            "\N{NO-BREAK SPACE}", " "
        )


def test_what_one_side_says_does_not_hide_the_next() -> None:
    words = (Word("A ", "outlet-1"), Word("x" * 40, "muted"), Word(" B ", "outlet-2"), Word("short", "muted"))
    cut = evenly(words, 30)
    assert "".join(word.text for word in cut) == f"A {'x' * 19}… B short"
    assert evenly(words, 80) == words
    assert sum(len(word.text) for word in evenly((*words, Word(" C ", "outlet-3"), Word("y" * 40, "muted")), 30)) <= 30
