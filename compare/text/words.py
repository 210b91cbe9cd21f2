"""Words with their offsets, and their stems."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import Stemmer

# "U.S.", "Ph.D.", "10,000", "3.5", "won't"; and where they are asked for the signs that are read as words
_WORD = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2}){1,6}(?![^\W_])\.?|[^\W_]+(?:(?<=\d)[.,]\d[^\W_]*)*(?:['’][^\W_]+)*")
_WORD_OR_SIGN = re.compile(f"{_WORD.pattern}|[%$€£₹&]")
# "Attorney-General", "then-Sen.", "Lt.", "Md."; any other sign by itself
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:[Tt]hen-|[Ee]x-|[Ff]ormer-)?"
    r"(?:Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|Sgt|Prof|Pres|Adm|Supt|Dr|Mr|Mrs|Ms|St|Ft|Mt|Det|Dep|Sec|Cpl|Rev|Hon|Sr|Jr)\."
    r"|\w+(?:[-–.'’]\w+)*|[^\w\s]"
)
_DIGIT = re.compile(r"\d")
_LANGUAGES = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
# A stemmer isn't safe to share between threads; comparing runs in a worker beside the interface.
_local = threading.local()


class Word(NamedTuple):
    """A run of letters and digits, with apostrophes, the points of initials and the commas of a number; offsets are code points in its text."""

    start: int
    end: int
    text: str


def words(text: str, start: int = 0, *, signs: bool = False) -> tuple[Word, ...]:
    """The words of a text, and ``signs`` such as "%", "$" and "&"; ``start`` is added to their offsets. The one tokeniser for English words."""
    pattern = _WORD_OR_SIGN if signs else _WORD
    return tuple(Word(start + found.start(), start + found.end(), found[0]) for found in pattern.finditer(text))


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """What names and offices are read by: words whole ("Attorney-General", "Lt."), and each sign by itself; offsets are in ``text``."""
    return tuple(each_token(text, start, len(text) if end is None else end))


def each_token(text: str, start: int, end: int) -> Iterator[Word]:
    """As :func:`tokens`, one after the other: for who needs the first few."""
    for found in _TOKEN.finditer(text, start, end):
        yield Word(found.start(), found.end(), found[0])


def has_digit(text: str) -> bool:
    """Whether a text has a decimal digit of any script: most sentences have none, and need no search for what is written with one."""
    return _DIGIT.search(text) is not None


def word_texts(text: str) -> list[str]:
    """The texts of :func:`words` alone: for who counts them over many articles."""
    return _WORD.findall(text)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word without case, accents and possessive, its apostrophes straight."""
    plain = word.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    return plain.removesuffix("'s").rstrip("'")


@lru_cache(maxsize=65_536)
def stem(word: str, language: str = "en") -> str:
    """The folded word's Snowball stem, where the language has a stemmer; the folded word elsewhere."""
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(fold(word))) if stemmer else fold(word)


def stems(words: Iterable[str], language: str = "en") -> list[str]:
    """As :func:`stem` of each: for the words of a table, which come once each and needn't be kept one by one."""
    stemmer = _stemmer(language)
    folded = list(map(fold, words))
    return list(stemmer.stemWords(folded)) if stemmer else folded


def _stemmer(language: str) -> Any:
    """None where the language has none."""
    name = _LANGUAGES.get(language)
    if name is None:
        return None
    stemmers: dict[str, Any] = _local.__dict__.setdefault("stemmers", {})
    if name not in stemmers:
        stemmers[name] = Stemmer.Stemmer(name, 0)  # its own cache is slower than stemming, and the results are kept above
    return stemmers[name]
