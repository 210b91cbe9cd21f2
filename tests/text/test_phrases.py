from __future__ import annotations

from compare.text.phrases import enumerated


def test_enumerated_names_read_as_a_sentence_does() -> None:
    assert [enumerated(["A", "B", "C"][:count]) for count in (1, 2, 3)] == ["A", "A and B", "A, B and C"]
