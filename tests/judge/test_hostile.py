"""Texts made to be slow: what is compared pair by pair has a bound. Counted, not timed."""

from __future__ import annotations

import pytest

from compare import analyse, read_bytes
from compare.align import features, quotations
from compare.extract.spoken_words import SpokenWord, spoken_words
from compare.model import Analysis


def analysed(text: str) -> Analysis:
    return analyse(read_bytes(text.encode(), "a.txt"))


def test_a_sentence_of_thousands_of_quotations_is_read_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counted(text: str, start: int = 0) -> tuple[SpokenWord, ...]:
        nonlocal read
        read += len(text)
        return spoken_words(text, start)

    monkeypatch.setattr("compare.align.frames.spoken_words", counted)
    analyses = [analysed("“a b” said X. " * 1500 + more) for more in ("", "end")]
    quotations.find_ties(analyses)
    assert 0 < read <= 4 * len(analyses[0].article.text)


def test_a_word_said_a_thousand_times_makes_few_runs() -> None:
    weights = Counted({"on": 1.0, "and": 1.0})
    assert features.longest_run(["on", "and"] * 1000, ["and", "on"] * 1000, weights, {"on", "and"}) > 0
    assert weights.asked <= 2 * 12 * 12
    assert features.longest_run(["a", "b", "c"], ["x", "b", "c"], {"a": 1.0, "b": 2.0, "c": 4.0}, {"b", "c"}) == 6.0


class Counted(dict[str, float]):
    """Weights that count how often they are asked for."""

    asked = 0

    def __getitem__(self, key: str) -> float:
        self.asked += 1
        return super().__getitem__(key)
