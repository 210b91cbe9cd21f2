"""What a sentence is compared by: its terms (stems, numbers, character pairs where no spaces divide words), and which terms are kin.

Two sentences of one event share most of their vocabulary, and two accounts of one fact may share little of it. So terms carry weights (see
``weights``), and a term that has no equal in the other sentence may still have a related one there: a synonym of the news desk ("lawyer",
"attorney") from ``synonyms.txt``, or a word of the same family ("strategy", "strategic").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from compare.data import lines
from compare.text.words import fold, stem, stems, word_texts, words

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
    return tuple(term for start, _, word in words(text) for term in _of_word(word, start, language))


class Form:
    """A term as a text writes it; ``capital`` says that it is written as a name is. Each is one of a kind: they are told apart by identity.

    ``number`` is that of its stem, and ``weight`` how much the stem says, once that is known.
    """

    __slots__ = ("capital", "number", "stem", "weight", "written")

    def __init__(self, stem: str, written: str, number: int, capital: bool) -> None:  # noqa: FBT001 (a text makes tens of thousands)
        self.stem = stem
        self.written = written
        self.number = number
        self.capital = capital
        self.weight = 0.0


class Forms(dict[str, tuple[Form, ...]]):
    """What each word of a text gives, read once however often the word comes: a long text has many words and few different ones.

    Most give one term; a run of characters without spaces gives a pair for each two. ``numbers`` are those of the stems, from 1
    on, and grow with them.
    """

    def __init__(self, language: str, numbers: dict[str, int]) -> None:
        super().__init__()
        self._language = language
        self._numbers = numbers
        self._pairs: dict[str, Form] = {}

    def __missing__(self, word: str) -> tuple[Form, ...]:
        if _is_unspaced(word):  # hardly any comes again, but its pairs do
            return tuple(self._pair(term.text, word[term.start : term.end]) for term in _pairs(word, 0))
        stem = _stem(word, self._language)
        found = self[word] = (Form(stem, word, self._number(stem), word[0].isupper()),)
        return found

    def _pair(self, stem: str, written: str) -> Form:
        found = self._pairs.get(written)
        if found is None:
            found = self._pairs[written] = Form(stem, written, self._number(stem), False)
        return found

    def _number(self, stem: str) -> int:
        return self._numbers.setdefault(stem, len(self._numbers) + 1)

    def all(self) -> Iterator[Form]:
        """Every form that was read."""
        return chain(chain.from_iterable(self.values()), self._pairs.values())

    def of(self, text: str) -> tuple[Form, ...]:
        """The terms of a sentence in order, as :func:`terms` finds them."""
        return tuple(chain.from_iterable(map(self.__getitem__, word_texts(text))))


def _of_word(word: str, start: int, language: str) -> list[Term]:
    if _is_unspaced(word):
        return _pairs(word, start)
    return [Term(_stem(word, language), start, start + len(word), word[0].isupper())]


def _is_unspaced(word: str) -> bool:
    return (
        not word.isascii() and max(word) >= _UNSPACED[0][0] and any(first <= letter <= last for letter in word for first, last in _UNSPACED)
    )


def _stem(word: str, language: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "").casefold()
    plain = word.replace(".", "")
    if language == "en":
        folded = fold(plain)
        if folded in _WORDS_FOR_DIGITS and folded not in _COMMON_AS_WORDS:
            return _WORDS_FOR_DIGITS[folded]
    return stem(plain, language)


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


Kinship = tuple[int | str, ...]
"""The groups of synonyms that a term belongs to, by their numbers, and its family, where it has one."""


class Kinships(dict[str, Kinship]):
    """The kinship of every term, found when it is first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._synonyms = synonyms(language)
        self._starts = frozenset(run[0] for run in self._synonyms.runs)

    def __missing__(self, text: str) -> Kinship:
        groups = self._synonyms.single.get(text, ())
        start = family(text)
        found: Kinship = (*groups, start) if start else groups
        self[text] = found
        return found

    def of(self, stems: tuple[str, ...]) -> Mapping[str, Kinship]:
        """Where the kinship of each stem of a sentence is found: here, or where a run of them ("white house") is a synonym, in a table of its own."""
        if self._starts.isdisjoint(stems):
            return self
        own: dict[str, Kinship] = {}
        for length in (2, _LONGEST_RUN):
            for at in range(len(stems) - length + 1):
                run = stems[at : at + length]
                for text in run if run in self._synonyms.runs else ():
                    held = own.get(text, self[text])
                    numbers = self._synonyms.runs[run].union(key for key in held if isinstance(key, int))
                    own[text] = (*sorted(numbers), *(key for key in held if isinstance(key, str)))
        return {text: own.get(text) or self[text] for text in stems} if own else self


def family(text: str) -> str:
    """What words of one family begin with: the first letters of a long stem, "" where it is too short to tell."""
    return text[:FAMILY_PREFIX] if len(text) >= FAMILY_PREFIX and text[0].isalpha() else ""


@lru_cache(maxsize=4)
def background(language: str) -> Mapping[str, float]:
    """The share of sentences of general English news that contain a stem; a stem that isn't listed is rarer than all that are."""
    if language != "en":
        return {}
    return {text: int(count) / 10_000 for text, count in map(str.split, lines("frequencies.txt"))}
