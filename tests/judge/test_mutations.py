"""A small run of the mutation suite, and the generator's own promises."""

from __future__ import annotations

import json
import random
from pathlib import Path

from benchmarks.mutation_texts import ARTICLES
from benchmarks.mutations import KINDS, mutate
from benchmarks.quality_differences import seeds, suite
from benchmarks.rewording import reworded

GOLD = Path(__file__).resolve().parent.parent / "gold" / "seed_findings.json"


def test_changes_are_found_and_rewording_is_not_taken_for_a_change() -> None:
    score = suite(ARTICLES[:3], random.Random(1), rounds=1)
    made, named = sum(score.made.values()), sum(score.named.values())
    assert made >= 30
    assert named / made >= 0.9
    assert score.false_copies == 0


def test_a_mutation_changes_one_sentence_and_is_repeatable() -> None:
    for kind in KINDS:
        one, other = (mutate(ARTICLES[0], kind, random.Random(5)) for _ in range(2))
        assert one == other
        if one is not None:
            assert one.before == ARTICLES[0][one.sentence]
            assert one.after != one.before


def test_rewording_is_repeatable() -> None:
    assert [reworded(text, random.Random(3)) for text in ARTICLES[1]] == [reworded(text, random.Random(3)) for text in ARTICLES[1]]
    assert [reworded(text, random.Random(3)) for text in ARTICLES[1]] != list(ARTICLES[1])


def test_the_samples_findings() -> None:
    found = seeds(GOLD)
    assert found.by_severity[3] == 5
    assert found.by_severity[2] >= 8
    assert found.contradicted == []
    assert found.precision >= 0.8
    assert json.loads(GOLD.read_text(encoding="utf-8"))["agreements"]
