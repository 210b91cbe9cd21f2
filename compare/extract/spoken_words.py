"""The words inside quotation marks in a form in which two outlets' versions can be compared.

Contractions and units are written out, numbers are digits, `&` is a word, brackets that an editor put in are known as such, and fillers ("uh",
"you know") are dropped: none of these makes two quotations of one utterance differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.extract.speech_words import listed, word_set
from compare.extract.units import MEASURES
from compare.text.words import fold, stem

FUNCTION_WORDS = listed("function_words")
NEGATIONS = listed("negations")
MODALS = listed("modals")
_FILLERS = listed("fillers")
_OPENERS = listed("openers")
_PHRASES = (("you", "know"), ("i", "mean"))
_UNITS = (
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"""
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(value) for value, word in enumerate(_UNITS.split())} | {
    word: str(10 * value) for value, word in enumerate(_TENS.split(), start=2)
}
_CONTRACTED = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "cannot": ("can", "not"),
    "gonna": ("going", "to"),
    "gotta": ("got", "to"),
    "wanna": ("want", "to"),
    "i'm": ("i", "am"),
    "let's": ("let", "us"),
    "em": ("them",),
    "percent": ("per", "cent"),
}
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IS_AFTER = word_set("he she it that this there here what who where how everybody everyone somebody someone nobody nothing everything")
_SHORTENED = {MEASURES[form] for form in ("min", "hr", "yr", "lb", "km", "kg", "ft")}
_UNIT_WORDS = {form: unit for form, unit in MEASURES.items() if unit in _SHORTENED and form.isalpha()}
"""Units that style books shorten, each written form with its unit: "min", "minute" and "minutes"."""
_TOKEN = re.compile(
    r"@\w+|(?:[A-Za-z]\.){2,}(?:['’]s)?|[\[(][^\[\]()\n]{1,80}[\])]|\.\.\.+|…|(?:\. ){2,}\.|[^\W_]+(?:[*]+[^\W_]*)+"
    r"|[^\W_]+(?:['’][^\W_]+)*|[&%]|\d+(?:[.,]\d+)+"
)


class SpokenWord(NamedTuple):
    """``form`` is the comparable form; offsets are in the article's text. ``loose`` words stand for others: an editor's bracket, s***."""

    start: int
    end: int
    form: str
    loose: bool = False


def spoken_words(text: str, start: int = 0) -> tuple[SpokenWord, ...]:
    """The comparable words of a quotation; ``start`` is added to their offsets. An ellipsis is a loose word of the form "…"."""
    found: list[SpokenWord] = []
    for match in _TOKEN.finditer(text):
        low, high = start + match.start(), start + match.end()
        word = match[0]
        if word[0] in "[(":
            found += [SpokenWord(low, high, form, loose=True) for form in _forms(re.findall(r"[^\W_]+", word))]
        elif word[0] in ".…":
            found.append(SpokenWord(low, high, "…", loose=True))
        elif "*" in word or word[0] == "@":
            found.append(SpokenWord(low, high, word.lower() if word[0] == "@" else word[0].lower(), loose=True))
        else:
            plain = word.replace(".", "") if word[:1].isalpha() else word  # "A.G.", "AG"
            found += [SpokenWord(low, high, form) for form in _forms([{"&": "and", "%": "percent"}.get(word, plain)])]
    return tuple(_without_fillers(found))


def _forms(words: Sequence[str]) -> list[str]:
    return [form for word in words for form in _word_forms(word)]


@lru_cache(maxsize=1 << 14)
def _word_forms(word: str) -> tuple[str, ...]:
    lower = word.casefold().replace("’", "'")
    if lower in _CONTRACTED:
        return _CONTRACTED[lower]
    for ending, written in _ENDINGS.items():
        if lower.endswith(ending) and len(lower) > len(ending):
            return fold(lower.removesuffix(ending)), written
    if lower.endswith("'s") and lower[:-2] in _IS_AFTER:
        return lower[:-2], "is"
    folded = fold(word)
    return (_NUMBERS.get(folded) or _UNIT_WORDS.get(folded, folded),)


def _without_fillers(found: Sequence[SpokenWord]) -> list[SpokenWord]:
    kept: list[SpokenWord] = []
    at = 0
    while at < len(found):
        pair = tuple(word.form for word in found[at : at + 2])
        opens = not kept and found[at].form in _OPENERS and len(found) > 3
        if opens or found[at].form in _FILLERS:
            at += 1
        elif pair in _PHRASES:
            at += 2
        else:
            kept.append(found[at])
            at += 1
    return kept


def is_content(form: str) -> bool:
    """Whether a word carries matter, not only grammar; negations and modals do."""
    return form not in FUNCTION_WORDS and form != "…"


def content_stems(forms: Sequence[str], language: str = "en") -> frozenset[str]:
    """The stems of the words that carry matter."""
    return frozenset(stem(form, language) for form in forms if is_content(form) and form not in MODALS | NEGATIONS)
