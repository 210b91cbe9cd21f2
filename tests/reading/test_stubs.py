"""Pages that are no article: told from one in time that grows with their length."""

from __future__ import annotations

import re

import pytest

from compare.reading.fetching import stubs


@pytest.mark.parametrize("unit", ["<script.", "<script>", "<", "<a ", "<a>", "<a x", "<style></script>", "<div "])
def test_a_page_made_to_keep_the_look_for_stubs_busy_does_not(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [sum(_asked_of(monkeypatch, (unit * size)[:size].encode())) for size in (40_000, 80_000)]
    assert steps[1] <= 2.5 * steps[0] + 1000


def _asked_of(monkeypatch: pytest.MonkeyPatch, content: bytes) -> list[int]:
    """How many characters each search of a script's end had before it."""
    passed: list[int] = []

    class Counted:
        def __init__(self, pattern: re.Pattern[str]) -> None:
            self._pattern = pattern

        def search(self, text: str, start: int) -> re.Match[str] | None:
            found = self._pattern.search(text, start)
            passed.append((found.end() if found else len(text)) - start)
            return found

    monkeypatch.setattr(stubs, "_ENDS", {name: Counted(re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE)) for name in ("script", "style")})
    assert stubs.stub_of(content, "utf-8", "https://news.example/", ())
    return passed


def test_scripts_and_styles_are_no_text_of_a_page() -> None:
    page = "<p>One</p><SCRIPT>if (a < b) two()</script ><style>p { three }</style><p>four</p><script>five"
    assert " ".join(stubs._TAG.sub(" ", stubs._without_scripts(page)).split()) == "One four five"
