"""Which articles are one text in several papers: a wire's story that three of them print is one voice, not three.

Texts are compared by shingles of five words, sampled by bottom-k sketches (Broder 1997): the share of common hashes among the smallest of both
estimates how much of the texts is the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from compare.deferred import deferred
from compare.model import Article

ALIKE = 0.8
"""Share of common shingles from which two texts are one: an agency's story that a desk has cut by a fifth or given a new first line."""

_WORDS = 5
_SKETCH = 96
_WORD = deferred(r"\w+")
_COMMON = 200
"""A shingle that more articles have is a site's furniture, and joins nobody."""


def voices(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """The groups of two or more articles that carry one text, each as indexes in order; articles that stand alone are in none."""
    sketches = [_sketch(article.text) for article in articles]
    holders: dict[int, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for value in sketch:
            holders[value].append(number)
    together: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= _COMMON:
            together.update((first, second) for at, first in enumerate(numbers) for second in numbers[at + 1 :])
    parent = list(range(len(articles)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    exact: dict[str, int] = {}
    for number, article in enumerate(articles):
        first = exact.setdefault(article.text, number)
        parent[root(number)] = root(first)
    for (first, second), count in sorted(together.items()):
        if root(first) != root(second) and _likeness(sketches[first], sketches[second], count) >= ALIKE:
            parent[max(root(first), root(second))] = min(root(first), root(second))
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(articles)):
        groups[root(number)].append(number)
    return tuple(tuple(group) for _, group in sorted(groups.items()) if len(group) > 1)


def likeness(first: str, second: str) -> float:
    """The estimated share of runs of five words that two texts have in common, 0 to 1."""
    return _likeness(_sketch(first), _sketch(second), 1)


@lru_cache(maxsize=512)
def _sketch(text: str) -> frozenset[int]:
    """The smallest hashes of a text's shingles."""
    words = _WORD.findall(text.casefold())
    hashes = {crc32(" ".join(words[at : at + _WORDS]).encode("utf-8", "replace")) for at in range(max(1, len(words) - _WORDS + 1))}
    return frozenset(sorted(hashes)[:_SKETCH])


def _likeness(first: frozenset[int], second: frozenset[int], common: int) -> float:
    """The estimated share of common shingles: of the smallest of both together, those that both have."""
    size = min(_SKETCH, len(first | second))
    smallest = set(sorted(first | second)[:size])
    return len(smallest & first & second) / size if common else 0.0


def one_voice(articles: Sequence[Article]) -> tuple[str, ...]:
    """A plain line for each text that several of three or more articles carry."""
    if len(articles) < 3:
        return ()
    lines = []
    for group in voices(articles):
        outlets = Counter(articles[number].outlet for number in group)
        named = [outlet if (outlet := articles[number].outlet) and outlets[outlet] == 1 else articles[number].source for number in group]
        shown = ", ".join(named[:4]) + (f" and {len(named) - 4} more" if len(named) > 4 else "")
        lines.append(f"{shown} carry the same text: that is one voice, not {len(group)}")
    return tuple(lines)
