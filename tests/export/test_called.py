"""What a sentence is called where people read."""

from __future__ import annotations

from compare import compare_texts
from compare.export.called import Called
from tests.export.sample import sample


def test_a_sentence_is_called_by_its_outlet_and_number_or_by_its_letter() -> None:
    called = Called(sample())
    assert called.all(["A4", "B3", "C12"]) == "HarPos 4, B3, AWS 12"
    assert called.width == len("HarPos 6")


def test_many_articles_of_which_nothing_is_known_keep_their_letters() -> None:
    comparison = compare_texts([f"Report number {number} on the bridge." for number in range(28)])
    assert Called(comparison)("AB1") == "AB1"
