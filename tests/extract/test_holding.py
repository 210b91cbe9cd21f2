"""The patterns that aren't asked of a sentence would have found nothing in it."""

from __future__ import annotations

import pytest

from benchmarks.hostile_texts import SHAPES, TOKENS
from compare.extract import dates, numbers
from compare.extract.dates import find_moments
from compare.extract.holding import Holding
from compare.extract.numbers import find_quantities
from compare.extract.values import find_values
from compare.model import Article, Sentence

MORE = "half past six. ten to nine o’clock. noon GMT. ½ of it. two-thirds. in his 20s. a fortnight. four in ten. the 21st. 555-123-4567. 3 \u212ag."


class Everything(Holding):
    """Holds whatever it is asked for."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.digits = self._anything = True


def test_nothing_is_missed_that_every_pattern_would_find(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = [SHAPES[f"rubbish {number}"](6_000) for number in (1, 2, 3)]
    texts = [*TOKENS, *MORE.split(". "), *(text[at : at + 40] for text in drawn for at in range(0, len(text), 40))]
    found = [(find_quantities(text), find_moments(text, None)) for text in texts]
    for module in (dates, numbers):
        monkeypatch.setattr(module, "Holding", Everything)
    for text, (quantities, moments) in zip(texts, found, strict=True):
        assert (find_quantities(text), find_moments(text, None)) == (quantities, moments), text
    assert sum(len(quantities) + len(moments.moments) for quantities, moments in found) > 300


def test_letters_that_count_as_others_are_read_as_these() -> None:
    text = "The \u017fix men left f\u0131ve weeks ago."
    values = find_values(Article("test", text, "hash", "test"), [Sentence(0, len(text), text, "sentence", 0)])
    assert [value.text for value in values] == ["\u017fix", "f\u0131ve weeks ago"]
