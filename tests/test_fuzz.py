"""The fuzzer finds what is wrong, and gives the same inputs for the same seeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.fuzz import TARGETS, __main__, comparing, invariants
from compare import Comparison
from compare.export import FORMATS, Format
from compare.model import Problem


def test_a_seed_gives_its_input_again() -> None:
    assert [comparing.inputs(seed) for seed in range(50)] == [comparing.inputs(seed) for seed in range(50)]
    assert len({tuple(comparing.inputs(seed)) for seed in range(50)}) == 50


@pytest.mark.parametrize("target", TARGETS)
def test_a_few_seeds_of_each_target(target: str) -> None:
    results = list(__main__._results(target, range(10), 1))
    assert [trouble for _, _, trouble in results if trouble] == []
    assert len(results) == 10


def shifted(found: Comparison) -> Comparison:
    first = found.articles[0]
    values = tuple(replace(value, start=value.start + 1) for value in first.values)
    return replace(found, articles=(replace(first, values=values), *found.articles[1:]))


BROKEN: list[Callable[[Comparison], Comparison]] = [
    shifted,
    lambda found: replace(found, passages=found.passages[1:]),
    lambda found: replace(found, articles=(replace(found.articles[0], sentences=found.articles[0].sentences[1:]), *found.articles[1:])),
    lambda found: replace(found, links=(replace(found.links[0], score=1.5), *found.links[1:])),
    lambda found: replace(found, problems=(Problem("values", 0, "A: left out"),)),
]


@pytest.mark.parametrize("breaking", BROKEN)
def test_what_does_not_hold_is_found(breaking: Callable[[Comparison], Comparison], comparison: Comparison) -> None:
    invariants.assert_sane(comparison)
    with pytest.raises((AssertionError, ValueError)):
        invariants.assert_sane(breaking(comparison))


@pytest.mark.parametrize(
    ("name", "spoil"), [("text", lambda text: text + "\x9b"), ("json", lambda text: text.replace('"links"', '"lynx"', 1))]
)
def test_an_export_that_is_wrong_is_found(name: str, spoil: Any, comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = FORMATS[name]
    monkeypatch.setitem(FORMATS, name, Format(name, kind.endings, kind.description, lambda found: spoil(kind.render(found))))
    with pytest.raises(AssertionError):
        invariants.assert_sane(comparison)


def test_a_failing_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr(comparing, "compare", fail)
    seed, outcome, trouble = __main__._attempt(("comparing", 3))
    assert (seed, outcome) == (3, "failed")
    assert "KeyError: 'broken'" in trouble
