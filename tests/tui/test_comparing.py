"""What the screens ask of the engine, and what of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Thread

import pytest

from compare import pipeline
from compare.align import semantic
from compare.errors import NewsdiffError
from compare.model import Analysis, Article, Comparison, Options
from tui import comparing, worker_child
from tui.comparing import compared, comparisons
from tui.worker_process import NotWanted


def test_another_base_or_severity_is_not_compared_anew(seeds: list[Article]) -> None:
    articles = tuple(seeds[2:4])
    first = compared(articles, Options(semantic="off"))
    assert compared(articles, Options(semantic="off")) is first
    assert compared(articles, Options(base=1, semantic="off")).links == first.links
    assert compared(articles, Options(base=1, semantic="off")).options.base == 1


def test_links_by_words_are_shown_before_those_by_meaning(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tuple(seeds[2:4])
    asked: list[Options] = []

    def found(analyses: Sequence[Analysis], options: Options, **_: object) -> Comparison:
        asked.append(options)
        return Comparison(tuple(analyses), options=options)

    monkeypatch.setattr(pipeline, "compare", found)
    for options, installed, wanted in (
        (Options(), True, ["off", "on"]),
        (Options(semantic="off"), True, ["off"]),
        (Options(), False, ["off"]),
    ):
        monkeypatch.setattr(comparing, "_found", {})
        monkeypatch.setattr(semantic, "available", lambda installed=installed: installed)
        assert [comparison.options.semantic for comparison in comparisons(articles, options)] == wanted
    with pytest.raises(NewsdiffError, match="isn't installed"):
        list(comparisons(articles, Options(semantic="on")))


def test_how_far_a_comparison_is(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, int, int]] = []
    comparison = pipeline.compare(seeds[:4], Options(semantic="off"), tell=lambda *how_far: heard.append(how_far))
    assert heard[:4] == [("articles", done, 4) for done in range(4)]
    assert [how_far for how_far in heard if how_far[0] == "pairs"] == [("pairs", done, 6) for done in range(6)]
    links = len(comparison.links)
    assert [how_far for how_far in heard if how_far[0] == "links"] == [("links", done, links) for done in range(links)]
    assert heard[-1] == ("links", links - 1, links)
    told: list[object] = []
    monkeypatch.setattr(worker_child, "_listeners", [told.append])
    underway = comparing.Underway("comparing")
    for done in range(1_000):
        underway("pairs", done, 1_770)
    assert len(told) < 10, "a few times in a second"
    monkeypatch.setattr(comparing, "_OFTEN", 0)
    underway = comparing.Underway("comparing")
    underway("pairs", 1_200, 1_770)
    assert told[-1] == "comparing, 1,200 of 1,770 pairs"


def test_two_screens_that_want_the_same_wait_for_one_comparison(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "_found", {})
    first = comparisons(tuple(seeds[2:4]), Options(semantic="off"))
    next(first)
    others: list[Comparison] = []
    second = Thread(target=lambda: others.append(compared(tuple(seeds[2:4]), Options(semantic="off"))))
    second.start()
    assert others == []
    assert list(first) == []
    second.join(20)
    assert others[0] is compared(tuple(seeds[2:4]), Options(semantic="off"))
    with pytest.raises(NotWanted):
        compared(tuple(seeds[:2]), Options(semantic="off"), lambda: True)
