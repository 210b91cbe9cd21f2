"""The second depth of highlighting: each span of a sentence as against its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from compare.model import Comparison, Mark, MarkKind, Place
from compare.text.words import stem
from compare.views.wording import tokens, word_diff

# From what is quiet to what is loud: the quieter of two findings holds. While a sentence is marked, each of its characters has one byte, the
# kind's place here: painting and finding runs are then the interpreter's own work, however long the text.
_QUIET: tuple[MarkKind, ...] = ("same", "reworded", "only", "conflicting")
_SAME, _REWORDED, _ONLY, _CONFLICTING = (bytes([place]) for place in range(len(_QUIET)))
_RUN = re.compile(rb"(.)\1*", re.DOTALL)
# So many words at most can be other words for the same.
_FEW = 4
# Two spellings of one word (emphasised / emphasized), not a deletion and an insertion.
_NEAR = 80.0
_FUNCTION = frozenset(
    "a about after all also an and any are as at be been before being both but by can could did do does during each for from had "
    "has have he her his how i if in into is it its just may might more most no not of on one only or other our over s said she "
    "should so some such than that the their them then there these they this those through to under up was we were what when where "
    "which while who will with would you your".split()
)
# These carry the sense even though they are small: never quiet.
_WEIGHTY = frozenset("not no never only just may might could must should all".split())


def marks(comparison: Comparison, place: Place, counterpart: Place | None) -> tuple[Mark, ...]:
    """The sentence at ``place`` in stretches that cover it whole, in order; offsets in its article's text.

    ``conflicting``: part of a difference with the counterpart's article (with any article where ``counterpart`` is None), unless it is below
    the severity that the options ask for: a shade is ``reworded``. ``same``: the counterpart has these words here. ``reworded``: it says the
    same with other words, or elsewhere in the sentence. ``only``: it doesn't.
    """
    sentence = comparison.sentence(place)
    kinds = _worded(comparison, place, counterpart)
    # The gravest come first, so they are laid on last.
    for difference in reversed(comparison.differences_at(place)):
        kind = _CONFLICTING if difference.severity >= comparison.options.min_severity else _REWORDED
        ends = [end for end in (difference.a, difference.b) if end is not None]
        if counterpart is not None and len(ends) == 2 and counterpart.article not in {end.article for end in ends}:
            continue
        for evidence in ends:
            if place in comparison.reach(evidence):
                first, last = max(0, evidence.start - sentence.start), min(len(kinds), evidence.end - sentence.start)
                kinds[first:last] = kind * max(0, last - first)
    return tuple(Mark(sentence.start + start, sentence.start + end, _QUIET[kind]) for start, end, kind in runs(kinds))


def runs(painted: bytes | bytearray) -> Iterator[tuple[int, int, int]]:
    """Each stretch of one and the same byte: where it starts and ends, and the byte."""
    return ((run.start(), run.end(), painted[run.start()]) for run in _RUN.finditer(painted))


def _worded(comparison: Comparison, place: Place, counterpart: Place | None) -> bytearray:
    """A kind for each character of the sentence, by the word diffs with its counterpart and what else it is aligned with in that article."""
    text = comparison.sentence(place).text
    if counterpart is None:
        return bytearray((_ONLY if comparison.standing(place).status == "unique" else _SAME) * len(text))
    others = [counterpart]
    for link in comparison.links_of(place):
        other = link.other(place)
        if link.relation == "aligned" and other.article == counterpart.article and other != counterpart:
            others.append(other)
    language = comparison.articles[place.article].article.language
    # Told in two sentences there: what either has, this one doesn't have alone.
    found = [_against(text, comparison.sentence(other).text, language) for other in others]
    return bytearray(found[0]) if len(found) == 1 else bytearray(map(min, zip(*found, strict=True)))


@lru_cache(maxsize=512)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(stem(token, language) for token in tokens(text) if token[0].isalnum())


@lru_cache(maxsize=512)
def _against(text: str, other: str, language: str) -> bytes:
    """Kept, as a sentence told in several is asked for against each of them."""
    if text == other:
        return _SAME * len(text)
    elsewhere = _stems(other, language)
    kinds = bytearray()
    for edit in word_diff(text, other):
        part = text[slice(*edit.a)]
        if edit.op == "equal":
            kinds += _SAME * len(part)
        else:
            kinds += _changed(part, other[slice(*edit.b)], elsewhere, language)
    return bytes(kinds)


def _changed(part: str, instead: str, elsewhere: frozenset[str], language: str) -> bytes:
    """The kinds of a changed stretch: word by word, then closed up so that an edit reads as a whole.

    A few words for a few others are reworded; where many stand for few, nothing says that they mean the same.
    """
    replacing = [token for token in tokens(instead) if token[0].isalnum()]
    replaced = [token for token in tokens(part) if token[0].isalnum()]
    own = [token for token in replaced if token.lower() not in _FUNCTION and stem(token, language) not in elsewhere]
    theirs = [token for token in replacing if token.lower() not in _FUNCTION]
    exchanged = 0 < len(own) <= _FEW and len(own) <= 2 * len(theirs)
    kinds: list[tuple[int, bytes | None]] = []
    spoken = {word.lower() for word in replacing}
    for token in tokens(part):
        kind: bytes | None = None
        if token[0].isalnum():
            lower = token.lower()
            if lower in _WEIGHTY:
                kind = _REWORDED if lower in spoken else _ONLY
            elif stem(token, language) in elsewhere or any(fuzz.ratio(token, word) >= _NEAR for word in replacing):
                kind = _REWORDED if lower not in _FUNCTION else None
            elif lower not in _FUNCTION:
                kind = _REWORDED if exchanged else _ONLY
        kinds.append((len(token), kind))
    return _closed_up(kinds)


def _closed_up(kinds: list[tuple[int, bytes | None]]) -> bytes:
    """White space, stops and function words take the kind of their neighbours in the edit; ``reworded`` where these differ or there are none."""
    before = _last_kinds([kind for _, kind in kinds])
    after = _last_kinds([kind for _, kind in reversed(kinds)])[::-1]
    spread = bytearray()
    for (size, kind), left, right in zip(kinds, before, after, strict=True):
        between = (left or right or _REWORDED) if left == right or not (left and right) else _REWORDED
        spread += (kind or between) * size
    return bytes(spread)


def _last_kinds(kinds: list[bytes | None]) -> list[bytes | None]:
    """For each position the kind there or, where there is none, the last one before it."""
    found: list[bytes | None] = []
    for kind in kinds:
        found.append(kind or (found[-1] if found else None))
    return found
