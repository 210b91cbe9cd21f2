"""Titles of works and slogans of policies in quotation marks: names inside them are not names of somebody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from compare.data import tables
from compare.deferred import deferred
from compare.extract import organisations as cues
from compare.extract.openers import OPENERS
from compare.extract.runs import Piece
from compare.model import Mention, Sentence
from compare.text.gazetteer import groups, places
from compare.text.words import tokens

_TABLES = tables("name_cues.txt")

_QUOTED = re.compile(r"(?:``|“|\"|(?<!`)`(?!`)|‘)([^\n\"“”`]{2,90}?)(?:''|”|\"|'(?!\w)|’(?!\w))")
_OPENING = deferred('[“"‘`]')
_LONGEST = 90
_POLICIES = _TABLES["policies"]
_CLAUSE = re.compile(r"[A-Z][a-z]+['’](?:s|m|re|ll|ve|d) .*[,?!]$")
_SAID = deferred(r" (?:said|says|asked|shouted|chanted|yelled|he|she|they)\b")
_SMALL = _TABLES["small"]


def find_works(text: str, sentences: Sequence[Sentence], pieces: Sequence[Piece]) -> list[Mention]:
    """What stands in quotation marks in title case: a work, or a law where "policy", "act" or the like follows."""
    works: list[Mention] = []
    usual = _Usual(text, pieces)
    for number, sentence in enumerate(sentences):
        if '"' not in sentence.text and "“" not in sentence.text and "`" not in sentence.text and "‘" not in sentence.text:
            continue
        for match in _QUOTED.finditer(sentence.text):
            words = [word for _, _, word in tokens(match[1]) if word[0].isalpha()]
            if not _is_title(words) or (_CLAUSE.match(match[1]) and _SAID.match(sentence.text, match.end())):
                continue
            start = sentence.start + match.start(1)
            end = start + len(match[1].rstrip(" ,.;:!?"))
            following = sentence.text[match.end() : match.end() + 12].split()
            law = bool(following) and following[0].strip(".,;") in _POLICIES
            if len(words) > 1 or law or _is_quoted_work(match, usual):
                works.append(Mention(start, end, text[start:end], "law" if law else "work", number))
    return works


def _is_title(words: list[str]) -> bool:
    """Whether these words are written in title case, the first of them too."""
    if not words or not words[0][:1].isupper() or len(words) > 12:
        return False
    content = [word for word in words if word.lower() not in _SMALL]
    return (
        words[-1][:1].isupper() and all(word[:1].isupper() for word in content) and not (len(words) == 2 and words[0] in {"I", "He", "She"})
    )


class _Usual:
    """How often an article writes a word behind an opening mark, and how often it names something so."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self._text = text
        self._pieces = pieces

    @cached_property
    def _behind_marks(self) -> list[str]:
        return sorted(self._text[mark.end() : mark.end() + _LONGEST] for mark in _OPENING.finditer(self._text))

    @cached_property
    def _named(self) -> Counter[str]:
        return Counter(piece.name for piece in self._pieces)

    def is_marked(self, word: str) -> bool:
        """Whether the word is in marks at least as often as it is named."""
        first = bisect_left(self._behind_marks, word)
        return self._named[word] <= bisect_right(self._behind_marks, word, lo=first, key=lambda behind: behind[: len(word)]) - first


def _is_quoted_work(match: re.Match[str], usual: _Usual) -> bool:
    """One word alone in quotation marks is a work unless it opens speech or is named elsewhere without them."""
    word = match[1].rstrip(" ,.;:!?")
    if match[1][-1:] in "!?" or match.start() == 0 or word in OPENERS or word in places() or word in groups() or word in cues.BODIES:
        return False
    return usual.is_marked(word)
