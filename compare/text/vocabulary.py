"""Words that the judgement knows: what means the same in news English, which words weigh little. A pair that is missing costs a match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from compare.data import lines
from compare.text.words import fold, stem, stems


def listed(words: str) -> frozenset[str]:
    """A set of words, written with spaces between."""
    return frozenset(words.split())


CONTRACTIONS: dict[str, tuple[str, str]] = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("be", "not"),
}
_BASES = {"does": "do", "did": "do", "is": "be", "are": "be", "was": "be", "were": "be", "has": "have", "had": "have"}
for _verb in ("do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should", "might", "must", "need"):
    CONTRACTIONS[f"{_verb}n't"] = (_BASES.get(_verb, _verb), "not")

LIGHT = listed(
    "a an the of in on at by for to from with and or but as than that which who whom whose is are was were be been "
    "being am has have had having do does did "
    "it its he him his she her they them their theirs we us our i me my you your this these those there here so "
    "such also too very more most some any all "
    "into over under about after before during through between against while when where if then both each other s "
    "up out off not no will would could may "
    "might must should can shall said says say mr mrs ms dr had has just only even still now new own same"
)


@cache
def _irregular() -> Mapping[str, str]:
    return {form: base for base, *forms in map(str.split, lines("irregular.txt")) for form in forms}


@cache
def _concepts() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in lines("synonyms.txt"):
        same, bar, _ = line.partition("|")
        stems = [stem(word) for word in same.split()] if bar else []
        for one in stems:
            found.setdefault(one, stems[0])
    return found


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """The word's stem, irregular verbs brought to their base first."""
    folded = fold(word)
    return stem(_irregular().get(folded, folded))


def lemmas(words: Iterable[str]) -> list[str]:
    """As :func:`lemma` of each: for the words of a table."""
    base = _irregular()
    return stems(base.get(folded, folded) for folded in map(fold, words))


def irregular(word: str) -> bool:
    """Whether it is the past of an irregular verb ("ran")."""
    return fold(word) in _irregular()


@lru_cache(maxsize=65_536)
def concept(word: str) -> str:
    """A key that is equal for words which mean the same in a news report."""
    root = lemma(word)
    return _concepts().get(root, root)
