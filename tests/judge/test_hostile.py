"""Texts made to be slow: what is compared pair by pair has a bound. Counted, not timed."""

from __future__ import annotations

import pytest

from compare import analyse, read_bytes
from compare.align import features, quotations
from compare.extract.spoken_words import SpokenWord, spoken_words
from compare.judge import roles
from compare.judge.frames import Room
from compare.model import Analysis
from compare.names.naming import office_conflict, persons_agree


def analysed(text: str) -> Analysis:
    return analyse(read_bytes(text.encode(), "a.txt"))


def test_thousands_of_namesakes_with_offices_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{first}{second}" for first in ("Al", "Be", "Ca", "Do", "Em", "Fi", "Gu", "Ha") for second in ("da", "ne", "mo", "ru", "sti")]
    text = " ".join(f"President {one}{other.lower()} Smith met Mr. {other}{one.lower()} Jones." for one in names for other in names[:12])
    analysis = analysed(text)
    assert len({mention.text for mention in analysis.mentions}) > 400
    calls = 0

    def counted(one: str, other: str) -> bool:
        nonlocal calls
        calls += 1
        return persons_agree(one, other)

    monkeypatch.setattr("compare.judge.roles.persons_agree", counted)
    list(roles.across(Room([analysis, analysis], [])))
    assert calls <= len(analysis.mentions) * 2 * roles.MOST_NAMESAKES


def test_a_person_named_with_a_thousand_offices_is_compared_by_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    one = analysed("President John Smith spoke. " * 400)
    other = analysed("Former President John Smith spoke. " * 400)
    calls = 0

    def counted(first: str, second: str, *, same_sentence: bool) -> str:
        nonlocal calls
        calls += 1
        return office_conflict(first, second, same_sentence=same_sentence)

    monkeypatch.setattr("compare.judge.roles.office_conflict", counted)
    assert list(roles.across(Room([one, other], [])))
    assert 0 < calls <= roles.MOST_OFFICES**2


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
    assert features.longest_run(["on", "and"] * 1000, ["and", "on"] * 1000, weights) > 0
    assert weights.asked <= 2 * 12 * 12
    assert features.longest_run(["a", "b", "c"], ["x", "b", "c"], {"a": 1.0, "b": 2.0, "c": 4.0}) == 6.0


class Counted(dict[str, float]):
    """Weights that count how often they are asked for."""

    asked = 0

    def __getitem__(self, key: str) -> float:
        self.asked += 1
        return super().__getitem__(key)
