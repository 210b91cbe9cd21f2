"""What a sentence is compared by: its terms (stems, numbers, character pairs where no spaces divide words), and which terms are kin.

Two sentences of one event share most of their vocabulary, and two accounts of one fact may share little of it. So terms carry weights (see
``weights``), and a term that has no equal in the other sentence may still have a kinsman there: a synonym of the news desk ("lawyer",
"attorney") from ``synonyms.txt``, or a word of the same family ("strategy", "strategic").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from compare.data import lines
from compare.text.words import fold, stem, stems, words

# Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Kana, Han. Their terms are overlapping pairs of characters.
# As ranges: a class of them all is slow to compile, and few texts have any.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
)
_LONGEST_RUN = 3
FAMILY_PREFIX = 5
_WORDS_FOR_DIGITS = {
    word: str(number) for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_COMMON_AS_WORDS = {"one", "zero"}


class Term(NamedTuple):
    """One term; offsets are code points in the sentence's text. ``capital`` says that it is written as a name is."""

    text: str
    start: int
    end: int
    capital: bool


def terms(text: str, language: str) -> tuple[Term, ...]:
    """The terms of a sentence in order. Points in acronyms ("U.S.") and commas in numbers don't divide a term."""
    found: list[Term] = []
    for start, end, word in words(text):
        if max(word) >= _UNSPACED[0][0] and any(first <= letter <= last for letter in word for first, last in _UNSPACED):
            found += _pairs(word, start)
        elif word[0].isdigit():
            found.append(Term(word.replace(",", "").casefold(), start, end, capital=False))
        else:
            found.append(_term(word, start, language))
    return tuple(found)


def _term(word: str, start: int, language: str) -> Term:
    plain = word.replace(".", "")
    folded = fold(plain)
    number = _WORDS_FOR_DIGITS.get(folded) if language == "en" and folded not in _COMMON_AS_WORDS else None
    return Term(number or stem(plain, language), start, start + len(word), word[0].isupper())


def _pairs(word: str, start: int) -> list[Term]:
    last = max(1, len(word) - 1)
    return [Term(word[at : at + 2].casefold(), start + at, start + min(at + 2, len(word)), capital=False) for at in range(last)]


class Synonyms(NamedTuple):
    """Groups of synonyms: the numbers of the groups that a stem, or a run of two or three stems, belongs to."""

    single: Mapping[str, tuple[int, ...]]
    runs: Mapping[tuple[str, ...], frozenset[int]]


@lru_cache(maxsize=4)
def synonyms(language: str) -> Synonyms:
    """The news desk's synonyms in a language; none but English has a list yet."""
    single: dict[str, tuple[int, ...]] = {}
    runs: dict[tuple[str, ...], frozenset[int]] = {}
    if language == "en":
        held = [line.replace("|", "").replace(".", "").split() for line in lines("synonyms.txt")]
        words = [part for line in held for word in line for part in word.split("_")]
        stemmed = dict(zip(words, stems(words, language), strict=True))
        for number, line in enumerate(held):
            for word in line:
                if "_" in word:
                    run = tuple(stemmed[part] for part in word.split("_"))
                    runs[run] = runs.get(run, frozenset()) | {number}
                elif number not in single.get(stemmed[word], ()):
                    single[stemmed[word]] = (*single.get(stemmed[word], ()), number)
    return Synonyms(single, runs)


class Kinship(NamedTuple):
    """The groups of synonyms that a term belongs to, by their numbers, and its family ("" for none)."""

    groups: tuple[int, ...]
    family: str


def kinships(stems: tuple[str, ...], language: str) -> dict[str, Kinship]:
    """For the stems of a sentence that can have kinsmen: their groups of synonyms, alone or as part of a run ("white house"), and family."""
    known = synonyms(language)
    found = {text: _kinship(text, language) for text in stems}
    for length in (2, _LONGEST_RUN):
        for at in range(len(stems) - length + 1):
            groups = known.runs.get(stems[at : at + length])
            if groups is not None:
                for text in stems[at : at + length]:
                    found[text] = Kinship(tuple(sorted(groups.union(found[text].groups))), found[text].family)
    return {text: kinship for text, kinship in found.items() if any(kinship)}


@lru_cache(maxsize=8192)
def _kinship(text: str, language: str) -> Kinship:
    return Kinship(synonyms(language).single.get(text, ()), family(text))


def family(text: str) -> str:
    """What words of one family begin with: the first letters of a long stem, "" where it is too short to tell."""
    return text[:FAMILY_PREFIX] if len(text) >= FAMILY_PREFIX and text[0].isalpha() else ""


@lru_cache(maxsize=4)
def background(language: str) -> Mapping[str, float]:
    """The share of sentences of English news at large that hold a stem; what isn't listed is rarer than all that is."""
    if language != "en":
        return {}
    return {text: int(count) / 10_000 for text, count in map(str.split, lines("frequencies.txt"))}
