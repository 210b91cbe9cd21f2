"""Places of a text found again in the same article after its file has changed."""

from __future__ import annotations

from bisect import bisect_right

from compare.align.anchor import most_like
from compare.model import Analysis

_FURTHER = 8
"""How many sentences before one that is gone are looked for in its stead."""

_MOST = 40
"""How many sentences that are no longer there word for word are looked for by likeness: each takes milliseconds in a long text."""


class Reanchor:
    """Offsets of one text → offsets of the other: where the same sentence stands now, or the one most like it, or what stood before it."""

    def __init__(self, before: Analysis, now: Analysis) -> None:
        self._before = before
        self._now = now
        self._same = before.article.text == now.article.text
        self._exact: dict[str, int] | None = None
        self._found: dict[int, int | None] = {}

    def offset(self, offset: int) -> int:
        """Where an offset of the old text is now."""
        sentences = self._before.sentences
        if self._same or not sentences:
            return offset
        here = max(0, bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1)
        for index in range(here, max(-1, here - _FURTHER), -1):
            found = self._sentence(index)
            if found is not None:
                new = self._now.sentences[found]
                return min(new.start + (offset - sentences[here].start if index == here else 0), new.end - 1)
        return offset

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the old text is now."""
        return (start, end) if self._same else (self.offset(start), self.offset(end - 1) + 1)

    def _sentence(self, index: int) -> int | None:
        if self._exact is None:
            self._exact = {}
            for number, sentence in enumerate(self._now.sentences):
                self._exact.setdefault(sentence.text, number)
        text = self._before.sentences[index].text
        found = self._exact.get(text)
        if found is None and index not in self._found and len(self._found) < _MOST:
            self._found[index] = most_like(text, self._now)
        return self._found.get(index) if found is None else found
