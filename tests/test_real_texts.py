"""Every real text of the gold data, where that folder is there, goes through the first stages: nothing is raised, and offsets are true."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare import Article, read_bytes
from compare.pipeline import analyse, compare
from tests.conftest import ROOT

GOLD = Path(os.environ.get("GOLD", ROOT.parent / "shared" / "gold"))


def texts() -> Iterator[str]:
    for folder in ("divergences", "events", "cases"):
        yield from (path.read_text(encoding="utf-8") for path in sorted((GOLD / folder).glob("*/[!eg]*.txt")))
    for path in sorted((GOLD / "news_pairs").glob("*.json")):
        pair = json.loads(path.read_text(encoding="utf-8"))
        yield from (pair["a_text"], pair["b_text"])


@pytest.mark.skipif(not (GOLD / "events").is_dir(), reason="needs the gold data: GOLD names its folder")
def test_every_real_text_is_analysed() -> None:
    count = 0
    for text in texts():
        analysis = analyse(read_bytes(text.encode(), "a.txt"))
        own = analysis.article.text
        for found in (*analysis.sentences, *analysis.mentions, *analysis.values, *analysis.quotations):
            assert own[found.start : found.end] == found.text != ""
        count += 1
    assert count > 500


@pytest.mark.parametrize("space", ["  ", "\u00a0", "\t", "\u2009\u2009", " \u3000 "])
def test_odd_spaces_everywhere_end_no_comparison(space: str, seeds: list[Article]) -> None:
    odd = [Article(str(number), seed.text.replace(" ", space), "", "", published=seed.published) for number, seed in enumerate(seeds[:3])]
    plain = [
        Article(str(number), " ".join(seed.text.split(" ")), "", "", published=seed.published) for number, seed in enumerate(seeds[:3])
    ]
    found, expected = compare(odd), compare(plain)
    assert [(link.a, link.b, link.score) for link in found.links] == [(link.a, link.b, link.score) for link in expected.links]
    assert [one.explanation for one in found.differences] == [one.explanation for one in expected.differences]
    assert [one.aliases for one in found.entities] == [one.aliases for one in expected.entities]
    for difference in found.differences:
        for end in (difference.a, difference.b):
            assert end is None or odd[end.article].text[end.start : end.end] == end.text
