"""Whether a full stop belongs to an abbreviation, an initial or a number, so that the sentence goes on after it."""

from __future__ import annotations

import re

from compare.data import lines
from compare.deferred import deferred

_WORD_BEFORE = re.compile(r"(?<![^\s(\[“\"‘«—–/-])[^\s(\[“\"‘«—–/-]+$")
_WORD_AFTER = re.compile(r"[^\s,.;:!?\"”’)\]]{1,40}")

_KINDS = {kind: frozenset(words) for kind, *words in map(str.split, lines("abbreviations.txt"))}
_CLOCK = frozenset({"a.m", "p.m"})
_AFTER_CLOCK = deferred(
    r"(?:E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|GMT|BST|IST|CE[SD]?T|UTC|Eastern|Central|Pacific|Mountain|local|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
# Where a time of day stands in the adverbial that a sentence begins with, no sentence ends after it: "By 11 a.m. Officer Berg had …"
_OPENS_WITH_TIME = deferred(
    r"(?:^|[.!?][\"”’)]*\s+)(?:[A-Z][a-z]+day,? )?(?:(?:at|by|around|about|before|after|until|from|on|since|just|shortly|soon|early|late|between)\s"
    r"(?:[\w,]+\s){0,4})?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m$",
    re.IGNORECASE,
)


def keeps_sentence_open(text: str, start: int, stop: int, following: int, end: int, *, quoted: bool) -> bool:
    """Whether the full stop at ``stop`` is part of a word, with the sentence going on at ``following``.

    ``start`` and ``end`` bound the paragraph; ``quoted`` says that a quotation mark or bracket opens before the next word. All offsets are
    code points in ``text``.
    """
    before = _WORD_BEFORE.search(text, max(start, stop - 40), stop)
    if not before:
        return False
    word = before[0]
    bare = word.lower().strip("'’”\"").rstrip(".")
    next_word = _WORD_AFTER.match(text, following, end)
    opens = (next_word[0] if next_word else "").lower().replace("’", "'").split("'")[0] in _KINDS["opening"]
    digit = text[following].isdigit()
    if word.isdigit():
        # "1. The first item" at the front of a paragraph is a list's number.
        return before.start() == start and len(word) <= 2
    if len(bare) == 1 and bare.isalpha():
        if word.islower() and bare not in "vpc":
            return False
        # An initial, unless what follows opens sentences and no name can ("Plan B. The …"); "I." is the pronoun.
        return not (opens or quoted or word == "I")
    if bare in _CLOCK:
        if _AFTER_CLOCK.match(text, following) or digit:
            return True
        before_it = text[max(start, stop - 70) : stop] if stop - 70 <= start else f"x{text[stop - 70 : stop]}"
        return not opens and _OPENS_WITH_TIME.search(before_it) is not None
    if "." in bare and re.fullmatch(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}", bare.rpartition("-")[2]):
        return not (opens or quoted)
    if bare in _KINDS["before_name"]:
        if bare in _KINDS["numbered"]:
            return digit or (bare != "no" and not opens)
        return not opens or bare in {"mr", "mrs", "ms", "dr"}
    if bare in _KINDS["either"] and (word[0].isupper() or bare in {"etc", "al"}):
        if bare in {"etc", "al"}:
            return text[following - 1] in "(["
        if bare in _KINDS["months"]:
            return digit or not opens
        return not (opens or quoted)
    return False


def keeps_mark(text: str, start: int, stop: int) -> bool:
    """Whether the exclamation mark at ``stop`` belongs to a name ("Yum! Brands")."""
    before = _WORD_BEFORE.search(text, max(start, stop - 40), stop)
    return before is not None and before[0].lower() in _KINDS["marked"] and before[0][0].isupper()
