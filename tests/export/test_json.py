import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from compare.export.json import document, render
from compare.model import Comparison
from tests.export.sample import sample

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/comparison.schema.json").read_text("utf-8"))


@pytest.fixture
def comparison() -> Comparison:
    return sample()


def test_output_is_valid_by_the_published_schema(comparison: Comparison) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(render(comparison)))


def test_schema_turns_away_what_breaks_the_promise(comparison: Comparison) -> None:
    validator = Draft202012Validator(SCHEMA)
    for key in SCHEMA["required"]:
        broken = document(comparison)
        del broken[key]
        assert not validator.is_valid(json.loads(json.dumps(broken)))
    for place, value in (
        (("links", 0, "score"), 1.5),
        (("differences", 0, "severity"), 4),
        (("articles", 0, "text"), None),
        (("version",), 2),
    ):
        broken = json.loads(json.dumps(document(comparison)))
        *road, last = place
        at = broken
        for step in road:
            at = at[step]
        at[last] = value
        assert not validator.is_valid(broken), place


def test_offsets_give_the_texts_back(comparison: Comparison) -> None:
    found = json.loads(render(comparison))
    texts = [article["text"] for article in found["articles"]]
    for article in found["articles"]:
        for sentence in article["sentences"]:
            assert article["text"][sentence["start"] : sentence["end"]] == sentence["text"]
    for quotation in found["quotations"]:
        assert texts[quotation["article"]][quotation["start"] : quotation["end"]] == quotation["text"]
    for entity in found["entities"]:
        for mention in entity["mentions"]:
            assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["text"]


def test_words_of_a_link_give_both_sentences_back(comparison: Comparison) -> None:
    found = json.loads(render(comparison))
    for link in found["links"]:
        for side in "ab":
            article = found["articles"][link[side]["article"]]
            parts = "".join(article["text"][slice(*edit[side])] for edit in link["words"])
            assert parts == article["sentences"][link[side]["sentence"]]["text"]


def test_summary_counts_what_is_there(comparison: Comparison) -> None:
    found = json.loads(render(comparison))
    summary = found["summary"]
    for key in ("articles", "links", "passages", "quotations", "entities", "differences", "notes", "pins"):
        assert summary[key] == len(found[key])
    assert summary["sentences"] == sum(len(article["sentences"]) for article in found["articles"]) == sum(summary["statuses"].values())
    assert summary["statuses"] == {"shared": 6, "divergent": 6, "unique": 3}
    assert summary["severities"] == {"1": 1, "2": 3, "3": 2}


def test_every_item_is_a_line_of_its_own(comparison: Comparison) -> None:
    text = render(comparison)
    assert "\r" not in text
    assert sum(line.lstrip().startswith('{"a": {"article"') for line in text.split("\n")) == len(comparison.links)


def test_same_comparison_same_bytes(comparison: Comparison) -> None:
    assert render(comparison) == render(sample())
