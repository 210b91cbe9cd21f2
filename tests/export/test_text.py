import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.export.text import columns, render, wrapped
from tests.export.sample import sample


@pytest.mark.parametrize("width", [20, 40, 80, 132])
def test_no_line_is_wider_than_asked_but_for_a_long_word(width: int) -> None:
    for line in render(sample(), width).splitlines():
        assert columns(line) <= width or len(line.split()) <= 3, line


def test_nothing_is_lost_in_wrapping() -> None:
    for width in (30, 80):
        shown = "".join(render(sample(), width).replace("{", "").replace("}", "").split())
        for analysis in sample().articles:
            for sentence in analysis.sentences:
                assert "".join(sentence.text.split()) in shown


@given(st.text("ab -“é", max_size=80), st.integers(1, 30), st.sampled_from(["", "- ", "   "]))
def test_a_text_is_filled_as_pythons_own_wrapping_does_it(text: str, width: int, lead: str) -> None:
    filled = textwrap.wrap(" ".join(text.split()), max(1, width - len(lead)), break_long_words=False, break_on_hyphens=False)
    lines = [" " * len(lead) * bool(number) + (lead * (not number)) + line for number, line in enumerate(filled or [""])]
    assert list(wrapped(lead, text, width)) == [line.rstrip() for line in lines]


def test_conflicting_words_stand_in_braces_and_differences_below() -> None:
    shown = render(sample())
    assert "“We will {not} sail again until we know why the engine failed,” she said." in " ".join(shown.split())
    assert "! quotation, altered (HarPos 4–B3): The same speaker, other words" in shown
    assert "note: Ask the desk" in shown


def test_links_are_explained_when_asked_for() -> None:
    assert "engine" not in render(sample()).replace("engine failed", "")
    assert "HarPos 2–B1 97% aligned, divergent: rare words: engine failed sail" in " ".join(render(sample(), explain=True).split())


def test_wide_and_combining_characters_are_counted_as_terminals_do() -> None:
    assert columns("日本") == 4
    assert columns("e\u0301") == 1
    assert columns("abc") == 3
