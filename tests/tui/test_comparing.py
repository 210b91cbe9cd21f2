"""What the screens ask of the engine, and what of it is kept."""

from __future__ import annotations

import pytest

from compare.alignment import semantic
from compare.errors import NewsdiffError
from compare.model import Article, Options
from tui.comparing import compared, stages


def test_another_base_or_severity_is_not_compared_anew(seeds: list[Article]) -> None:
    articles = tuple(seeds[2:4])
    first = compared(articles, Options(semantic="off"))
    assert compared(articles, Options(semantic="off")) is first
    assert compared(articles, Options(base=1, semantic="off")).links == first.links
    assert compared(articles, Options(base=1, semantic="off")).options.base == 1


def test_links_by_words_are_shown_before_those_by_meaning(seeds: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tuple(seeds[2:4])
    monkeypatch.setattr(semantic, "available", lambda: True)
    assert [stage.semantic for stage in stages(articles, Options())] == ["off", "on"]
    assert [stage.semantic for stage in stages(articles, Options(semantic="off"))] == ["off"]
    monkeypatch.setattr(semantic, "available", lambda: False)
    assert [stage.semantic for stage in stages(articles, Options())] == ["off"]
    with pytest.raises(NewsdiffError, match="isn't installed"):
        stages(articles, Options(semantic="on"))
