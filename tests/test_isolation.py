"""A rule that fails on one sentence, name, quotation, link or pair: everything else is there, and one line says what isn't."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner

from compare import Comparison, ReadingError, compare, stages
from compare.align import entities, quotations
from compare.align import links as linking
from compare.align.profile import corpus
from compare.export import FORMATS
from compare.extract.values import find_values
from compare.isolation import MOST, sparing
from compare.judge import differences
from compare.model import Article
from compare.text.sentences import split
from tests.conftest import ROOT
from tui.cli.group import newsdiff


def failing(function: Callable[..., Any], fails: Callable[..., bool]) -> Callable[..., Any]:
    def instead(*given: Any, **named: Any) -> Any:
        if fails(*given):
            raise KeyError("no such\x1b[31m rule")
        return function(*given, **named)

    return instead


def assert_told(comparison: Comparison, stage: str, *called: str) -> None:
    told = [problem for problem in comparison.problems if problem.stage == stage]
    assert len(told) == len(called)
    for problem, words in zip(told, called, strict=True):
        assert words in problem.text
        assert problem.text.isprintable()
    given = json.loads(FORMATS["json"].render(comparison))
    assert [one["text"] for one in given["problems"]] == [one.text for one in comparison.problems]
    assert given["summary"]["problems"] == len(comparison.problems)
    for kind in ("md", "text"):
        said = " ".join(FORMATS[kind].render(comparison).split())
        assert called[0] in said
    assert called[0] in FORMATS["html"].render(comparison)


def test_items_that_fail_are_left_out_wherever_they_stand() -> None:
    for size in range(1, 12):
        for broken in ({size // 2}, {0, size - 1}, set(range(0, size, 2)), set(range(size))):
            blamed: list[int] = []

            def work(items: Sequence[int], broken: set[int] = broken) -> list[int]:
                if broken & set(items):
                    raise ValueError(items)
                return list(items)

            def blame(item: int, _: Exception, blamed: list[int] = blamed) -> None:
                blamed.append(item)

            assert sparing(work, range(size), blame) == sorted(set(range(size)) - broken)
            assert blamed == sorted(broken)


def test_a_stage_that_always_fails_is_given_up() -> None:
    def work(items: Sequence[int]) -> None:
        asked.append(len(items))
        raise ValueError("whatever")

    asked: list[int] = []
    with pytest.raises(ValueError, match="whatever"):
        sparing(work, range(1000), lambda *_: None)
    assert len(asked) == 2
    with pytest.raises(ZeroDivisionError):
        sparing(lambda items: 1 // (not items), range(MOST + 1), lambda *_: None)


@pytest.mark.parametrize("error", [ReadingError("a line"), MemoryError()])
def test_what_is_no_fault_of_a_sentence_goes_through(error: Exception) -> None:
    def work(items: Sequence[int]) -> None:
        raise error

    with pytest.raises(type(error)):
        sparing(work, range(3), lambda *_: None)


def test_one_sentence(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    before = compare(seeds[:3])
    value = before.articles[2].values[1]
    place = next(number for number, each in enumerate(before.articles[2].sentences) if each.start <= value.start < each.end)
    sentence = before.articles[2].sentences[place]
    monkeypatch.setattr(stages, "find_values", failing(find_values, lambda _, sentences: sentence in sentences))
    after = compare(seeds[:3])
    assert_told(after, "values", f"C: sentence {place + 1} left out of values")
    for one, other in zip(before.articles, after.articles, strict=True):
        assert (one.sentences, one.mentions, one.quotations) == (other.sentences, other.mentions, other.quotations)
    kept = tuple(each for each in before.articles[2].values if not sentence.start <= each.start < sentence.end)
    assert after.articles[2].values == kept != ()


def test_one_sentence_that_cannot_be_aligned(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    before = compare(seeds[:2])
    place = before.links[0].a
    text = before.sentence(place).text
    monkeypatch.setattr(linking, "corpus", failing(corpus, lambda *given: text in [each.text for each in given[0][0].sentences]))
    after = compare(seeds[:2])
    assert_told(after, "links", f"A{place.sentence + 1} left out of links")
    assert after.links
    assert all(link.a != place for link in after.links)


def test_nothing_could_be_compared(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "corpus", failing(corpus, lambda *_: True))
    paths = [article.path for article in seeds[:2]]
    done = CliRunner().invoke(newsdiff, ["diff", *paths])
    assert "nothing could be compared: links given up" in str(done.exception)


def test_one_link(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    before = compare(seeds[:2])
    link = before.links[3]
    ends = (link.a, link.b)
    monkeypatch.setattr(differences, "find", failing(differences.find, lambda *given: ends in [(each.a, each.b) for each in given[1]]))
    after = compare(seeds[:2])
    assert_told(after, "differences", f"A{link.a.sentence + 1} with B{link.b.sentence + 1} left out of differences")
    assert [(each.a, each.b) for each in after.links] == [(each.a, each.b) for each in before.links]
    assert after.quotations == before.quotations
    assert set(after.differences) <= set(before.differences)
    assert len(after.differences) >= len(before.differences) - len(link.differences)


def test_one_name_and_one_quotation(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    before = compare(seeds[2:4])
    mention, quotation = before.articles[1].mentions[2], before.articles[1].quotations[1]
    monkeypatch.setattr(entities, "merge", failing(entities.merge, lambda analyses: mention in analyses[1].mentions))
    monkeypatch.setattr(quotations, "cluster", failing(quotations.cluster, lambda analyses, *_: quotation in analyses[1].quotations))
    after = compare(seeds[2:4])
    assert_told(after, "entities", "B: mention 3 left out of entities")
    assert_told(after, "quotations", "B: quotation 2 left out of quotations")
    assert len(after.articles[1].mentions) == len(before.articles[1].mentions) - 1
    assert len(after.quotations) == len(before.quotations) - 1
    assert [replace(each, problems=()) for each in after.articles[:1]] == [replace(each, problems=()) for each in before.articles[:1]]


def test_sentences_that_cannot_be_told_apart(monkeypatch: pytest.MonkeyPatch, seeds: list[Article]) -> None:
    text = seeds[0].text
    monkeypatch.setattr(stages, "split", failing(split, lambda given: given == text))
    after = compare(seeds[:2])
    assert_told(after, "sentences", "A: sentences given up")
    assert [each.text for each in after.articles[0].sentences] == [line.strip() for line in text.split("\n") if line.strip()]
    assert after.links


def test_the_command_says_it_and_goes_on(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(differences, "find", failing(differences.find, lambda *given: bool(given[1])))
    done = CliRunner().invoke(newsdiff, ["check", seeds[0].path, seeds[1].path], catch_exceptions=False, standalone_mode=False)
    assert "newsdiff: internal error: A" in done.stderr
    assert done.return_value in (0, 1)
    assert str(ROOT) not in done.stderr
