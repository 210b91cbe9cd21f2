"""Texts made to be slow or to break something, small, through the whole road: nothing is raised, and what comes out is right about its text.

What they cost at full size is measured by ``make bench-hostile``; here nothing is timed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz.invariants import assert_sane
from benchmarks.hostile_texts import SHAPES, TOKENS, altered
from compare import Comparison, ReadingError, compare, read, read_bytes
from compare.reading import LARGEST
from tests.conftest import ROOT
from tui import samples

LENGTH = 400


def compared(*texts: str) -> Comparison:
    return compare([read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)])


@pytest.mark.parametrize("shape", SHAPES)
def test_a_hostile_text_and_its_changed_copy_are_compared(shape: str) -> None:
    text = SHAPES[shape](LENGTH)
    if not any(sign.isalnum() for sign in text):
        with pytest.raises(ReadingError, match="no words"):
            read_bytes(text.encode(), "a.txt")
        text += "words"
    assert_sane(compared(text, altered(text)), page=list(SHAPES).index(shape) % 5 == 0)


def test_sources_that_are_no_articles_are_refused_in_one_line() -> None:
    for content in (b"a " * LARGEST, b"\x00" * 1000, b"", b" \n", b"\xff\xfe", "“”.".encode()):
        with pytest.raises(ReadingError) as refused:
            read_bytes(content, "a.txt")
        assert "\n" not in str(refused.value)
    for name in ("", " ", "\0", "/dev/null", "x" * 5000):
        with pytest.raises(ReadingError) as refused:
            read(name)
        assert "\n" not in str(refused.value)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_standard_input_without_end_is_refused() -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-m", "tui.cli", "diff", samples.paths()[0], "-"],
            stdin=endless, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "larger than" in done.stderr


@given(st.lists(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=60).map(" ".join), min_size=2, max_size=3))
@settings(max_examples=25)
def test_tokens_thrown_together_are_compared(texts: list[str]) -> None:
    assert_sane(compared(*(f"{text} word" for text in texts)))


@given(st.lists(st.text(min_size=1, max_size=80).map(lambda text: text + "x"), min_size=2, max_size=2))
@settings(max_examples=20)
def test_any_characters_are_compared(texts: list[str]) -> None:
    assert_sane(compare([read_bytes(text.encode("utf-8", "replace"), f"{number}.txt") for number, text in enumerate(texts)]))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_has_the_length_that_was_asked_for(shape: str) -> None:
    assert LENGTH * 0.9 < len(SHAPES[shape](LENGTH)) <= LENGTH
    assert SHAPES[shape](LENGTH) == SHAPES[shape](LENGTH)
