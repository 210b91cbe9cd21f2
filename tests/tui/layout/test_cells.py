"""Wrapping, cropping and widths of text in cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout.cells import cropped, displayed, is_even, slice_cells, width_of, wrap

HARD = st.text(alphabet="ab -/日本語「」。🙂👩\u200d🚀é\u0301\u0300שלום\t\u00a0…“”", max_size=80)


@given(HARD, st.integers(2, 30))
def test_lines_fit_and_lose_no_word(text: str, width: int) -> None:
    text = displayed(text)
    lines = wrap(text, width)
    assert all(cell_len(text[start:end]) <= width for start, end in lines)
    assert all(one[1] <= two[0] for one, two in pairwise(lines))
    lost = text
    for start, end in reversed(lines):
        lost = lost[:start] + lost[end:]
    assert not lost.strip(" ")


@given(st.text(alphabet="ab c-/…“”é", max_size=120), st.integers(1, 40))
def test_the_quick_way_and_the_careful_way_agree(text: str, width: int) -> None:
    from tui.layout.cells import _wrap_even, _wrap_uneven

    if not any(len(word) > width for word in text.split(" ")):
        quick = [text[start:end].strip() for start, end in _wrap_even(text, width)]
        careful = [text[start:end].strip() for start, end in _wrap_uneven(text, width)]
        assert [line for line in quick if line] == [line for line in careful if line]


def test_words_stay_whole() -> None:
    text = "the quick brown fox jumps"
    assert [text[start:end] for start, end in wrap(text, 10)] == ["the quick", "brown fox", "jumps"]


def test_a_long_address_breaks_after_a_joint() -> None:
    text = "https://example.org/politics/2025/october/27/who-met-whom"
    lines = [text[start:end] for start, end in wrap(text, 25)]
    assert "".join(lines) == text
    assert all(len(line) <= 25 for line in lines)
    assert all(line[-1] in "/-" for line in lines[:-1])


def test_chinese_breaks_between_characters_but_not_before_a_closing_mark() -> None:
    text = "「今日は良い天気です」。明日も晴れ。"
    lines = [text[start:end] for start, end in wrap(text, 10)]
    assert all(cell_len(line) <= 10 for line in lines)
    assert not any(line[0] in "」。" for line in lines)


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "e\u0301" * 30
    for start, end in wrap(text, 7):
        assert text[start] == "e"
        assert text[end - 1] == "\u0301"


@pytest.mark.parametrize(
    ("text", "even"), [("plain", True), ("“quoted” – dash…", True), ("日本", False), ("e\u0301", False), ("🙂", False)]
)
def test_even(text: str, even: bool) -> None:
    assert is_even(text) is even
    if even:
        assert len(text) == cell_len(text)


@given(HARD, st.integers(0, 20))
def test_cropped_fits(text: str, width: int) -> None:
    text = displayed(text)
    short = cropped(text, width)
    assert width_of(short) <= width
    assert short == text or width == 0 or short.endswith("…")


@given(HARD, st.integers(0, 20), st.integers(1, 20))
def test_a_slice_fits(text: str, skip: int, width: int) -> None:
    text = displayed(text)
    start, end = slice_cells(text, skip, width)
    assert 0 <= start <= end <= len(text)
    assert width_of(text[start:end]) <= width


def test_tabs_and_line_ends_are_one_space_and_offsets_stay() -> None:
    assert displayed("a\tb\nc\r\u2028d") == "a b c  d"


def test_a_very_long_paragraph_is_wrapped_quickly_and_whole() -> None:
    text = " ".join(["word"] * 10_000)
    lines = wrap(text, 50)
    assert sum(len(text[start:end].split()) for start, end in lines) == 10_000
