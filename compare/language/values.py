"""Numbers and dates in an article, normalised to what they are compatible with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import Article, Quantity, Sentence, Value

_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%|percent\b|per cent\b)?")


def find_values(article: Article, sentences: Sequence[Sentence]) -> tuple[Value, ...]:
    """The numbers and dates in the sentences, in order."""
    found: list[Value] = []
    for sentence in sentences:
        for match in _NUMBER.finditer(sentence.text):
            value = float(match[1].replace(",", "") + (match[2] or ""))
            unit = "percent" if match[3] else ""
            text = match[0].rstrip()
            found.append(Quantity(sentence.start + match.start(), sentence.start + match.start() + len(text), text, value, value, unit))
    return tuple(found)
