"""Where words that a model gives as an article's own stand in it: verbatim but for white space, quotation marks and dashes, or nowhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.model import Analysis, Comparison, Evidence
from compare.reading.cleaning import composed, inert
from compare.text.words import stem, words

# Quotation marks and apostrophes, dashes and hyphens, white space, and what has no width: none of them decides whether words are verbatim.
_ASIDE = re.compile("[\\s\"'`´‘’‚‛“”„‟«»‹›′″「」『』＂＇\\-‐‑‒–—―−⸺⸻﹘﹣－\u00ad\u200b\u200c\u200d\u2060]")
_ENDS = ".,;:!?…"
# Scripts that put no space between words: there a word may begin anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_MOST_PLACES = 12
"""Places of the same words among which the one that is meant is looked for."""


class _Squeezed(NamedTuple):
    """A text without what doesn't count, and the offset in the text of each character that is left."""

    text: str
    offsets: tuple[int, ...]


@lru_cache(maxsize=64)
def _squeezed(text: str) -> _Squeezed:
    offsets = tuple(offset for offset, character in enumerate(text) if not _ASIDE.match(character))
    return _Squeezed("".join(text[offset] for offset in offsets), offsets)


def bare(given: str) -> str:
    """Words as they are compared: without white space, quotation marks, dashes, and stops at either end."""
    return _ASIDE.sub("", composed(inert(given))).strip(_ENDS)


def places(given: str, text: str) -> tuple[tuple[int, int], ...]:
    """Every place in an article's text, as (start, end), where these words stand; () where they don't.

    A place begins and ends where a word or a figure does: "8 people" doesn't stand in "18 people", nor "5" in "1.5". A sign before a figure
    belongs to it. At most the first dozen places are given.
    """
    wanted = bare(given)
    if not any(character.isalnum() for character in wanted):
        return ()
    squeezed = _squeezed(text)
    found: list[tuple[int, int]] = []
    at = squeezed.text.find(wanted)
    while at >= 0 and len(found) < _MOST_PLACES:
        start, end = squeezed.offsets[at], squeezed.offsets[at + len(wanted) - 1] + 1
        if not _inside_a_word(text, start) and not _inside_a_word(text, end):
            found.append((start - _is_signed(text, start), end))
        at = squeezed.text.find(wanted, at + 1)
    return tuple(found)


def _inside_a_word(text: str, offset: int) -> bool:
    """Whether a cut at this offset goes through a word or a figure."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before.isalnum() and after.isalnum():
        return not _UNSPACED.match(before) and not _UNSPACED.match(after)
    around = text[max(0, offset - 2) : offset + 2]
    return bool(re.search(r"\d[.,]\d", around)) and (before.isdigit() or after.isdigit())


def _is_signed(text: str, start: int) -> bool:
    """Whether a minus stands before a figure that begins here."""
    return text[start].isdigit() and text[start - 1 : start] in {"-", "−"} and not text[start - 2 : start - 1].isalnum() if start else False


def evidence(analysis: Analysis, article: int, span: tuple[int, int]) -> Evidence | None:
    """A place of an article as evidence; None where it is no sentence's (a byline, a credit)."""
    start, end = span
    number = bisect_right([sentence.start for sentence in analysis.sentences], start) - 1
    if number < 0 or start >= analysis.sentences[number].end:
        return None
    return Evidence(article, number, start, end, analysis.article.text[start:end])


def nearest(comparison: Comparison, left: Sequence[Evidence], right: Sequence[Evidence]) -> tuple[Evidence, Evidence]:
    """Of several places of the same words on each side, the two whose sentences are linked or most alike; the first of equals."""

    def weight(pair: tuple[Evidence, Evidence]) -> tuple[float, float, int, int]:
        one, other = pair
        score = max((link.score for link in comparison.links_of(one.place) if link.other(one.place) == other.place), default=0.0)
        ours, theirs = (_stems(comparison.sentence(end.place).text) for end in pair)
        shared = len(ours & theirs) / max(1, len(ours | theirs))
        return score, round(shared, 6), -one.start, -other.start

    return max(((one, other) for one in left for other in right), key=weight)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.text) for word in words(text))
