"""Titles of works and slogans of policies in quotation marks: names inside them are not names of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language import organisations as cues
from compare.language.gazetteer import groups, places
from compare.language.openers import OPENERS
from compare.language.runs import Piece
from compare.language.tables import words as table
from compare.model import Mention, Sentence

WORDS = re.compile(r"[^\W\d_][\w'’.-]*")
_QUOTED = re.compile(r"(?:``|“|\"|(?<!`)`(?!`)|‘)([^\n\"“”`]{2,90}?)(?:''|”|\"|'(?!\w)|’(?!\w))")
_POLICIES = table("policy policies doctrine plan initiative act law bill strategy programme program scheme campaign mission agenda")
_CLAUSE = re.compile(r"[A-Z][a-z]+['’](?:s|m|re|ll|ve|d) .*[,?!]$")
_SAID = re.compile(r" (?:said|says|asked|shouted|chanted|yelled|he|she|they)\b")
_SMALL = table("a an the and or nor but of in on at to for from by with as into over under upon vs v. de la le is it be")


def find_works(text: str, sentences: Sequence[Sentence], pieces: Sequence[Piece]) -> list[Mention]:
    """What stands in quotation marks in title case: a work, or a law where "policy", "act" or the like follows."""
    works: list[Mention] = []
    for number, sentence in enumerate(sentences):
        if '"' not in sentence.text and "“" not in sentence.text and "`" not in sentence.text and "‘" not in sentence.text:
            continue
        for match in _QUOTED.finditer(sentence.text):
            words = WORDS.findall(match[1])
            if not _is_title(words) or (_CLAUSE.match(match[1]) and _SAID.match(sentence.text, match.end())):
                continue
            start = sentence.start + match.start(1)
            end = start + len(match[1].rstrip(" ,.;:!?"))
            following = sentence.text[match.end() : match.end() + 12].split()
            law = bool(following) and following[0].strip(".,;") in _POLICIES
            if len(words) > 1 or law or _is_quoted_work(match, text, pieces):
                works.append(Mention(start, end, text[start:end], "law" if law else "work", number))
    return works


def _is_title(words: list[str]) -> bool:
    """Whether these words are written in title case, the first of them too."""
    if not words or not words[0][:1].isupper() or len(words) > 12:
        return False
    content = [word for word in words if word.lower() not in _SMALL]
    return bool(content) and all(word[:1].isupper() for word in content) and not (len(words) == 2 and words[0] in {"I", "He", "She"})


def _is_quoted_work(match: re.Match[str], text: str, pieces: Sequence[Piece]) -> bool:
    """One word alone in quotation marks is a work unless it opens speech or is named elsewhere without them."""
    word = match[1].rstrip(" ,.;:!?")
    if match[1][-1:] in "!?" or match.start() == 0 or word in OPENERS or word in places() or word in groups() or word in cues.BODIES:
        return False
    quoted = sum(text.count(mark + word) for mark in ("``", "“", '"', "‘")) + len(re.findall(f"(?<!`)`{re.escape(word)}", text))
    return sum(piece.name == word for piece in pieces) <= quoted
