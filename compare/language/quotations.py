"""Direct quotations, who is said to have said them, and the word that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import Article, Mention, Quotation, Sentence

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"")


def find_quotations(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """The direct quotations of an article, in order."""
    found: list[Quotation] = []
    for match in _QUOTED.finditer(article.text):
        start, end = match.span(1) if match[1] else match.span(2)
        number = next((n for n, sentence in enumerate(sentences) if sentence.start <= start < sentence.end), None)
        if number is not None:
            found.append(Quotation(number, start, end, article.text[start:end], "", ""))
    return tuple(found)
