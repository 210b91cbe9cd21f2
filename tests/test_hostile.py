"""Texts made to be slow or to break something, small, through the whole road: nothing is raised, and what comes out is right about its text.

What they cost at full size is measured by ``make bench-hostile``; here nothing is timed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.hostile_texts import SHAPES, TOKENS, altered
from compare import Comparison, ReadingError, compare, read, read_bytes
from compare.export import FORMATS
from compare.model import Place
from compare.reading import LARGEST
from tests.conftest import ROOT
from tui import samples

LENGTH = 400


def compared(*texts: str) -> Comparison:
    return compare([read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)])


def assert_sane(comparison: Comparison, *, page: bool = False) -> None:
    """Every offset is right, every sentence in one passage, and every export can be written; the page only where asked for, as it takes longest."""
    for analysis in comparison.articles:
        text = analysis.article.text
        spans = sorted([*((one.start, one.end) for one in analysis.sentences), *((one.start, one.end) for one in analysis.asides)])
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        covered = "".join(text[start:end] for start, end in spans)
        assert sum(not sign.isspace() for sign in covered) == sum(not sign.isspace() for sign in text)
        found = [(one.start, one.end, one.text) for one in analysis.sentences]
        for held in (analysis.mentions, analysis.quotations, analysis.values):
            told = [(one.start, one.end, one.text) for one in held]
            assert all(before[0] <= after[0] for before, after in pairwise(told))
            found += told
        assert all(text[start:end] == said != "" for start, end, said in found)
        sentences = [*(one.sentence for one in analysis.mentions), *(one.sentence for one in analysis.quotations)]
        assert all(0 <= sentence < len(analysis.sentences) for sentence in sentences)
    places = [Place(a, s) for a, analysis in enumerate(comparison.articles) for s in range(len(analysis.sentences))]
    assert sorted(place for passage in comparison.passages for place in passage.members) == places
    assert all(0 <= link.score <= 1 and link.a.article < link.b.article for link in comparison.links)
    for entity in comparison.entities:
        for mention in entity.mentions:
            assert comparison.articles[mention.article].article.text[mention.start : mention.end] == mention.text
    for difference in comparison.differences:
        for end in (difference.a, difference.b):
            assert end is None or comparison.articles[end.article].article.text[end.start : end.end] == end.text
    for kind in FORMATS.values():
        if kind.name == "html" and not page:
            continue
        written = kind.render(comparison)
        assert written
        assert not any(sign in written for sign in "\x1b\x9b\u202e\u2066\x00")
        if kind.name == "json":
            assert [article["text"] for article in json.loads(written)["articles"]] == [a.article.text for a in comparison.articles]


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
