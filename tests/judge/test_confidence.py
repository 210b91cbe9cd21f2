"""How sure a finding is rests on how like the sentences and the texts are."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from compare.judge.confidence import Confidence, likelihood
from compare.judge.sentence_pairs import ComparisonIndex
from compare.pipeline import compare
from compare.reading import read_bytes

COPY = (
    "The port of Brenmouth will close its north quay in May, the council said on Monday.\n\nThe crane lifted 40 tonnes of steel a day.\n\n"
    "Ilse Varga, who runs the port, thanked the crews."
)
OTHER = (
    "Fishermen in Brenmouth have asked for a new market hall, a letter to the mayor shows.\n\nThe crane lifted 60 tonnes of steel a day.\n\n"
    "The mayor has yet to answer; the season begins in June."
)


@pytest.mark.parametrize("rule", ["value", "name", "role", "negation", "modality", "opposite", "order"])
def test_the_more_like_the_surer(rule: str) -> None:
    rising = [likelihood(rule, step / 10, step / 10) for step in range(11)]
    assert rising == sorted(rising)
    assert rising[0] < 0.1
    assert rising[-1] > 0.9


def test_every_rule_has_its_numbers() -> None:
    held = json.loads(files("compare.data").joinpath("confidence.json").read_text(encoding="utf-8"))
    assert {"value", "name", "role", "negation", "modality", "opposite", "order", "spelling", "tied"} == set(held["rules"])


def test_texts_are_as_like_as_what_their_links_match() -> None:
    def kinship(one: str, other: str) -> float:
        comparison = compare([read_bytes(text.encode(), "a.txt") for text in (one, other)])
        return Confidence(ComparisonIndex(comparison.articles, comparison.entities), comparison.links).kinship(1, 0)

    assert kinship(COPY, COPY) == pytest.approx(1.0)
    assert kinship(COPY, COPY.replace("40", "60")) > 0.9
    assert kinship(COPY, OTHER) < 0.5


def test_a_figure_in_a_copy_is_a_conflict_and_in_a_stranger_only_possible() -> None:
    def found(other: str) -> tuple[bool, bool]:
        comparison = compare([read_bytes(text.encode(), "a.txt") for text in (COPY, other)])
        return tuple(any(one.kind == "number" for one in each) for each in (comparison.differences, comparison.possible))  # type: ignore[return-value]

    assert found(COPY.replace("40", "60")) == (True, False)
    unlike = OTHER.replace(
        "The crane lifted 60 tonnes of steel a day.", "Some 60 tonnes of steel went over the quay daily by its one crane."
    )
    assert found(unlike) != (True, False)
