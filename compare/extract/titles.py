"""Honorifics, ranks and offices: closed classes of English words that stand before or after a person's name, and the role they spell."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.data import tables
from compare.extract.tables import words
from compare.text.gazetteer import nation_words
from compare.text.words import tokens as tokenised

_TABLES = tables("titles.txt")

# Forms of address say nothing about what a person is: they are no role and no part of the name.
HONORIFICS = _TABLES["honorifics"]

_ABBREVIATED = _TABLES["abbreviated"]
# Words that end an office: a capitalised name may follow them directly.
OFFICES = (
    _ABBREVIATED
    | frozenset(word.rstrip(".") for word in _ABBREVIATED if word not in {"Rep.", "Det.", "Sec.", "Pres.", "Dep."})
    | _TABLES["offices"]
)

OCCUPATIONS = _TABLES["occupations"]
KIN = _TABLES["kin"]

# Words inside an office, before its last one; in small letters they also stand before an occupation.
_MODIFIERS = _TABLES["modifiers"]
_PORTFOLIO = _TABLES["portfolio"]
ALSO_SURNAMES = _TABLES["also surnames"]
_LOWER_LINKS = frozenset({"of", "and", "for", "the", "&"})
_AMBIGUOUS_FOLLOWERS = _TABLES["ambiguous followers"]

_PAST = re.compile(r"(?:[Tt]hen|[Ee]x|[Ff]ormer|[Vv]ice|[Dd]eputy|Co)-(?=[A-Z])")


_ENDINGS = ("-General", "-elect", "-designate", "-in-chief")


class Role(NamedTuple):
    """The office or title that stands with a name; ``start`` is its offset in the text."""

    start: int
    text: str


def is_office(word: str) -> bool:
    """Whether a capitalised word is an office, also one that is past or to come: "then-Mayor", "Ex-Sen.", "President-elect"."""
    word = _PAST.sub("", word)
    for ending in _ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] in OFFICES or word[: -len(ending)].lower() in OCCUPATIONS
    return word in OFFICES


def is_modifier(word: str) -> bool:
    return word.lower() in _MODIFIERS or word.lower() in _PORTFOLIO


def office_end(words: list[str]) -> int:
    """How many of a run's words are its office or honorific, the name coming after them; 0 where no office leads to a name.

    ``words`` is a run of capitalised words with the small words between them: "US Secretary of State Marco Rubio" gives 4.
    """
    end = 0
    index = 0
    while index < len(words):
        word = words[index]
        if word in ALSO_SURNAMES and index and not (is_modifier(words[index - 1]) or words[index - 1] in nation_words()):
            index += 1
            continue
        if word in HONORIFICS or is_office(word):
            after = index + 1
            if after < len(words) and words[after] == "of" and after + 1 < len(words):
                probe = after + 1
                while probe < len(words) and (
                    words[probe].lower() in _PORTFOLIO or (probe > after + 1 and words[probe] in _LOWER_LINKS) or words[probe] == "the"
                ):
                    probe += 1
                if any(part.lower() in _PORTFOLIO for part in words[after + 1 : probe]):
                    after = probe
            if after < len(words) and words[after] not in _LOWER_LINKS and words[after] not in _AMBIGUOUS_FOLLOWERS:
                end = after
        index += 1
    return end


def _may_end_role(word: str) -> bool:
    word = word.rstrip(",")
    return word.endswith(")") or word in HONORIFICS or is_office(word) or word.lower() in OCCUPATIONS or word.lower() in _PORTFOLIO


def role_before(text: str, floor: int, start: int) -> Role | None:
    """The office directly before a name that starts at ``start``; nothing before ``floor`` is looked at.

    Honorifics between the office and the name are skipped. "then-US President Donald Trump" gives "then-US President".
    """
    window = max(floor, start - 160)
    nearest = text[window:start].rsplit(None, 1)
    if not nearest or not _may_end_role(nearest[-1]):
        return None
    tokens = [(word, at, stop) for at, stop, word in tokenised(text, window, start) if word[0].isalpha() or word in {"&", ",", "(", ")"}]
    index = len(tokens) - 1
    while index >= 0 and tokens[index][0] in HONORIFICS and not _first_lady(tokens, index):
        index -= 1
    if index >= 1 and tokens[index][0] == ",":  # "India's Commerce and Industry Minister, Piyush Goyal,"
        if not is_office(tokens[index - 1][0]):
            return None
        index -= 1
    abbreviation = ""
    if index >= 3 and tokens[index][0] == ")" and tokens[index - 2][0] == "(" and tokens[index - 1][0].isupper():
        abbreviation = tokens[index - 1][0]  # "External Affairs Minister (EAM) S Jaishankar"
        index -= 3
    if index < 0:
        return None
    last = index
    head = tokens[index][0]
    portfolio = index
    while portfolio > 0 and (tokens[portfolio][0].lower() in _PORTFOLIO or tokens[portfolio][0] in {"and", "the", "of"}):
        if tokens[portfolio][0] == "of" and is_office(tokens[portfolio - 1][0]):
            index = portfolio - 1
            head = tokens[index][0]
            break
        portfolio -= 1
    capitalised = is_office(head) or _first_lady(tokens, index)
    if not capitalised and head.lower() not in OCCUPATIONS:
        return None
    if text[tokens[last][2] : start].strip(" ,()\n" + abbreviation) and not all(
        part in HONORIFICS for part in text[tokens[last][2] : start].strip(" ,").split()
    ):
        return None
    first = _extend(text, tokens, index, capitalised=capitalised)
    return Role(tokens[first][1], text[tokens[first][1] : tokens[last][2]])


def _first_lady(tokens: list[tuple[str, int, int]], index: int) -> bool:
    return index > 0 and tokens[index][0] in {"Lady", "lady"} and tokens[index - 1][0] in {"First", "first"}


def _extend(text: str, tokens: list[tuple[str, int, int]], index: int, *, capitalised: bool) -> int:
    """The index of the first word of the office whose head stands at ``index``."""
    first = index
    probe = index - 1
    while probe >= 0 and index - probe <= 9:
        word, _, end = tokens[probe]
        gap = text[end : tokens[probe + 1][1]]
        if gap.strip() or word in {",", "(", ")"} or word in HONORIFICS:
            break
        if word.endswith(("'s", "’s")):
            break
        if _belongs(word, capitalised=capitalised):
            first = probe
        elif not (capitalised and probe > 0 and _joins(tokens[probe - 1][0], word, tokens[probe + 1][0])):
            break
        probe -= 1
    return first


def _belongs(word: str, *, capitalised: bool) -> bool:
    """Whether a word before an office (one in capitals, or an occupation in small letters) is part of it."""
    if word.lower() in _MODIFIERS or word in nation_words() or word.lower().startswith(("then-", "ex-", "vice-", "co-")) or is_office(word):
        return True
    if not capitalised and word.lower() in OCCUPATIONS:
        return True
    return word[:1].isupper() and word not in _NOT_IN_ROLE and (not word.endswith(".") or word in {"St.", "Ft.", "Mt."})


def _joins(left: str, word: str, right: str) -> bool:
    """Whether a small word holds two parts of an office together."""
    if word in {"and", "&"}:
        return (is_modifier(left) and is_modifier(right)) or (is_office(left) and is_office(right))
    return word in {"of", "for"} and is_office(left)


_NOT_IN_ROLE = _TABLES["not in role"]

_TITLES_CUT = words("Rep Sen Gov Mr Mrs Ms Dr St Gen Lt Col Sgt Capt Prof Rev")
_ABBREVIATED_ENDS = words("Jr. Sr. Inc. Corp. Co. Ltd. Bros.")
_NO_ROLE_WORDS = _TABLES["no role words"]
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our"})
_AFTER = re.compile(
    r",?\s+(?P<role>(?:(?:the|a|an|its|his|her|their|our|one of the|one of)\s+)?(?:[\w’'.&-]+\s+){0,6}?(?P<head>[a-z][a-z-]+|[A-Z][a-z]+(?:-General)?))"
    r"(?P<tail>(?:\s+(?:of|for|at|to|in|from|with)\s+(?:(?:the|an?|its|his|her|their)\s+)?[\w’'.&-]+(?:\s+(?:and\s+|of\s+(?:the\s+)?|for\s+(?:the\s+)?)?[\w’'&-]{0,40}[A-Z][\w’'.&-]*){0,6}){0,2})"
    r"(?=\s*(?:[,.;:)]|who\b|whose\b|said\b|told\b|says\b|$|''|”|\"|_|--|—|–))"
)


def role_after(text: str, end: int, ceiling: int) -> Role | None:
    """The office in apposition after a name that ends at ``end``: ", president of the bank," gives "president of the bank"."""
    if text[end : end + 1] != ",":
        return None
    match = _AFTER.match(text[end : min(ceiling, end + 200)])
    if match is None:
        return None
    head = match["head"]
    if head.lower() not in OCCUPATIONS and not is_office(head):
        return None
    inner = match["role"].removeprefix("one of ").split()[:-1]
    if any(word in _NO_ROLE_WORDS for word in inner) or any(word in _DETERMINERS for word in inner[1:]) or inner[:1] in (["and"], ["or"]):
        return None  # ", met the king in Amman", ", and Berg's former partner, Lind,"
    role = (match["role"] + match["tail"]).rstrip()
    last = role.rpartition(" ")[2]
    if last.rstrip(".") in _TITLES_CUT and match["tail"]:  # "director for Rep. Stephen Fincher": the sentence splitter's stop is no stop
        role = match["role"]
    elif role.endswith(".") and "." not in last[:-1] and last not in _ABBREVIATED_ENDS:
        role = role[:-1]
    start = end + match.start("role")
    for article in ("the ", "a ", "an ", "one of the ", "one of "):
        if role.startswith(article):
            start += len(article)
            role = role[len(article) :]
            break
    return Role(start, role)
