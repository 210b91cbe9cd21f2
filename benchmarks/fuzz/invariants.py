"""What holds of every comparison, whatever went in."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from compare.export import FORMATS
from compare.model import Comparison, Place

_SCHEMA = Path(__file__).resolve().parent.parent.parent / "docs" / "comparison.schema.json"
_OBEYED = frozenset(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)) - {
    "\n",
    "\r",
    "\t",
}
"""What a terminal or a reader's eye would obey."""


def assert_sane(comparison: Comparison, *, page: bool = False) -> None:
    """Every offset is right, every sentence in one passage, nothing was left out, and every export can be written; the page only where asked for,
    as it takes longest.
    """
    assert comparison.problems == (), [problem.text for problem in comparison.problems]
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
    for difference in (*comparison.differences, *comparison.possible):
        for end in (difference.a, difference.b):
            assert end is None or comparison.articles[end.article].article.text[end.start : end.end] == end.text
    for kind in FORMATS.values():
        if kind.name == "html" and not page:
            continue
        written = kind.render(comparison)
        assert written
        assert _OBEYED.isdisjoint(written), f"{kind.name} holds {sorted(map(ascii, _OBEYED.intersection(written)))}"
        if kind.name == "json":
            given = json.loads(written)
            assert [article["text"] for article in given["articles"]] == [a.article.text for a in comparison.articles]
            error = next(_validator().iter_errors(given), None)
            assert error is None, f"against the schema: {error.message[:200]} at {error.json_path}"


@cache
def _validator() -> Any:
    import jsonschema

    return jsonschema.Draft202012Validator(json.loads(_SCHEMA.read_text("utf-8")))
