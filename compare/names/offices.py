"""The offices that a sentence gives a person, wherever around the name they stand, and whether two of them exclude each other.

An office stands right before a name ("defence lawyer Annika Roth"), before it and a comma ("the bank's vice chairman, Edmund Clarke"), after it
("Hideo Maruyama, the company's founder") or behind a verb ("was made vice-captain", "named Yusuf Danjuma as head of the navy").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from compare.data import sections
from compare.extract.titles import HONORIFICS, is_modifier
from compare.names.bodies import words_of
from compare.names.same import nation
from compare.text.vocabulary import LIGHT, concept, listed
from compare.text.words import fold, tokens

Clash = Literal["", "time", "then", "office", "body"]

_LONGEST = 4
_INTO = listed("of for at in to with on from")
_DETERMINERS = listed("the a an its his her their our this that one")
_ADVERBS = listed("now currently then once formerly also long until recently still previously just only already later")
_COPULAS = listed("is was are were became become becomes remain remained remains be been being as serves served")
_MADE = listed("named appointed elected made chosen hired confirmed promoted")
_APPOINTS = listed(
    "named names name appointed appoints appoint elected elects chose chosen hired hires made makes promoted picked nominated confirmed"
)
_SPEAKS = listed("said says told tells asked added wrote noted warned announced insisted argued explained")
_STOPS = frozenset(',;:()—–-"“”!?[]')
_CLAUSES = listed("when while he she it they that which if after before because but and since until where")
_BARE = frozenset({"minister", "secretary"})
_SORTS = ("post", "rank", "trade", "part")


@cache
def _entries(table: str) -> list[list[str]]:
    """The entries of a table of offices, each as its words."""
    return [entry.split() for entry in " ".join(sections("offices.txt")[table]).split(";")]


@cache
def _times() -> dict[str, str]:
    return {entry[0]: entry[1] for entry in _entries("times")}


@cache
def _under() -> frozenset[str]:
    return frozenset(word for entry in _entries("under") for word in entry)


class Held(NamedTuple):
    """An office as one sentence gives it. ``heads`` are pairs of a table and an entry's first word, "" for a general word; offsets in the text."""

    start: int
    end: int
    heads: tuple[tuple[str, str], ...]
    times: frozenset[str]
    under: bool
    portfolio: frozenset[str]
    body: frozenset[str]


@cache
def _tables() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each office, words joined by hyphens → the tables that hold it, with the first word of its entry ("" for a general word)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table in _SORTS:
        for entry in _entries(table):
            for word in entry:
                found.setdefault(word, []).append((table, entry[0]))
        for (word,) in _entries(f"general {table}"):
            if not any(known == table for known, _ in found.get(word, ())):
                found.setdefault(word, []).append((table, ""))
    return {word: tuple(places) for word, places in found.items()}


@cache
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in _entries("together"))


@cache
def _portfolios() -> dict[str, str]:
    return {word: entry[0] for entry in _entries("portfolios") for word in entry}


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return fold(self.text).rstrip(".") if len(self.text) > 1 else self.text


@lru_cache(maxsize=64)
def _words(text: str) -> list[_Word]:
    return [_Word(word, start, end) for start, end, word in tokens(text)]


def held(text: str, start: int, end: int) -> tuple[Held, ...]:
    """The offices that a sentence gives the person whose name stands at ``start`` to ``end`` of its text; offsets within the text."""
    words = _words(text)
    first = bisect_right(words, start, key=lambda word: word.end)
    last = bisect_left(words, end, key=lambda word: word.start) - 1
    if last < first:
        return ()
    # "Goalkeeper Stig Aaland": the recogniser may take an office that begins a sentence for a part of the name
    inner = first
    while inner < last and fold(words[inner].text) in _tables():
        inner += 1
    found = [_before(words, inner), _after(words, first, last), _predicate(words, first, last)]
    return tuple(dict.fromkeys(office for office in found if office is not None))


def _before(words: list[_Word], name: int) -> Held | None:
    index = name - 1
    while index >= 0 and words[index].text in HONORIFICS and fold(words[index].text).rstrip(".") not in _tables():
        index -= 1
    if index < 0:
        return None
    if words[index].text != ",":
        # right before the name, or with "of ..." between: "the governor of Texas Greg Abbott" is rare and left alone
        return _phrase(words, _left(words, index), index + 1) if _ends(words, index) else None
    opened = index
    left = opened - 1
    while left >= 0 and words[left].text not in _STOPS and opened - left <= 14:
        left -= 1
    left += 1
    begins = left == 0 or words[left - 1].text in {",", ";", ":"}
    after = next((word for word in words[name:] if not word.text[0].isupper()), None)
    closed = after is None or after.text in {",", ".", ";", ")", "—"} or after.text == "who"
    speaks = after is not None and after.folded in _SPEAKS
    for place in range(left, opened):
        # the first noun phrase that reaches to the comma: nothing but what belongs to it may follow its head
        if (
            words[place].folded in _DETERMINERS
            or words[place].text.endswith(("'s", "’s"))
            or place == left
            or words[place].text[0].isupper()
        ):
            if not (closed or (begins and place == left and not speaks)):
                continue
            office = _phrase(words, place, opened)
            if office is not None:
                return office
    return None


def _ends(words: list[_Word], index: int) -> bool:
    return any(_entry(words, first, index + 1) for first in range(max(0, index + 1 - _LONGEST), index + 1))


def _left(words: list[_Word], index: int) -> int:
    """The first word of the noun phrase that ends at ``index``."""
    first = index
    while first > 0 and index - first < 7:
        word = words[first - 1]
        if (
            word.text in _STOPS
            or word.folded in _DETERMINERS
            or (word.folded in LIGHT and word.folded not in {"and", "of", "s"})
            or word.folded in _SPEAKS
        ):
            break
        if word.folded in {"and", "of"} and not _ends(words, first - 2 if first >= 2 else 0):
            break
        if not (word.text[0].isupper() or word.folded in {"and", "of"} or _modifies(word.folded) or word.text.endswith(("'s", "’s"))):
            break
        first -= 1
        if word.text.endswith(("'s", "’s")):
            break
    return first


def _modifies(word: str) -> bool:
    pieces = word.split("-")
    return any(
        is_modifier(piece) or piece in _portfolios() or piece in _times() or piece in _under() or piece in _tables() for piece in pieces
    )


def _after(words: list[_Word], name: int, last: int) -> Held | None:
    place = last + 1
    if place >= len(words) or words[place].text != "," or words[last].text.endswith(("'s", "’s")):
        return None
    place += 1
    if place + 1 < len(words) and words[place].text.isdigit() and words[place + 1].text == ",":
        place += 2
    if place < len(words) and words[place].folded == "who":
        place += 1
        if place < len(words) and words[place].folded not in _COPULAS | {"has", "had"}:
            return None
    return _noun_phrase(words, place)


def _predicate(words: list[_Word], name: int, last: int) -> Held | None:
    """What the verb after a name makes of its bearer, or the verb of appointing before it."""
    appointed = any(word.folded in _APPOINTS for word in words[max(0, name - 2) : name])
    if appointed and last + 1 < len(words) and words[last + 1].text not in _STOPS:
        return _noun_phrase(words, last + 1)
    relative = any(word.folded == "who" for word in words[last + 1 : last + 3])
    for place in range(last + 1, min(len(words), last + (12 if relative else 7))):
        if words[place].text in _STOPS - {","} or words[place].text == "." or (words[place].text == "," and not relative):
            return None
        if words[place].folded in _CLAUSES or (place == last + 1 and words[last].text.endswith(("'s", "’s"))):
            return None
        told = words[place].folded in _COPULAS or (
            words[place].folded in _MADE and any(word.folded in _COPULAS for word in words[last + 1 : place])
        )
        office = _noun_phrase(words, place + 1) if told else None
        if office is not None:
            return office
    return None


def _noun_phrase(words: list[_Word], place: int) -> Held | None:
    """An office that begins at a word, adverbs and "as" or "to be" before it skipped; nothing but modifiers may stand before its head."""
    while place < len(words) and words[place].folded in _ADVERBS | _COPULAS | _MADE | {"has", "had", "to"}:
        place += 1
    first = place
    for end in range(first, min(len(words), first + 9)):
        word = words[end]
        if (
            word.text in _STOPS
            or word.text == "."
            or word.folded in _INTO
            or (end > first and word.folded in {"who", "whose", "which", "that"})
        ):
            break
    else:
        end = min(len(words), first + 9)
    if any(
        word.folded in _DETERMINERS and words[place - 1].folded != "and"
        for place, word in enumerate(words[first:end], first)
        if place > first
    ):
        return None
    reach = end
    if end < len(words) and words[end].folded in _INTO:
        while reach < len(words) and reach - end < 9 and words[reach].text not in _STOPS and words[reach].text != ".":
            reach += 1
    return _phrase(words, first, reach)


def _phrase(words: list[_Word], first: int, end: int) -> Held | None:
    """The office that ``words[first:end]`` spell: modifiers, heads, and what follows "of", "for" or "who"."""
    core = end
    for place in range(first, end):
        inside = place > first and any(_entry(words, place - 1, place + reach) for reach in (2, 3) if place + reach <= end)
        if words[place].folded in _INTO | {"who", "which", "that"} and place > first and not inside:
            core = place
            break
    known = _portfolios()
    heads: dict[tuple[str, str], None] = {}
    used: set[int] = set()
    joined: set[int] = set()
    place = first
    last = -1
    while place < core:
        size = next((size for size in range(min(_LONGEST, core - place), 0, -1) if _entry(words, place, place + size)), 0)
        if not size:
            place += 1
            continue
        for table, entry in _entry(words, place, place + size):
            # a general word counts only as the last one: "chief surgeon", "head coach"
            if entry or place + size == core or words[place + size].folded == "and":
                heads[table, entry or _GENERAL] = None
        used |= set(range(place, place + size))
        joined |= set(range(place, place + size)) if "-".join(word.folded for word in words[place : place + size]) in _tables() else set()
        last = place + size
        place += size
    if not heads or last != core:
        return None
    lead = [word.folded for word in words[first:core]]
    between = [words[place].folded for place in range(first, core) if place not in used and not words[place].text.isupper()]
    if not lead or any(word in LIGHT and word not in _DETERMINERS | {"and", "s"} for word in between):
        return None
    pieces = [piece for word in lead for piece in (word, *word.split("-"))]
    reach = next((place for place in range(core + 1, end) if words[place].folded in _INTO - {"of"}), end)
    complement = [word for word in words[core:reach] if word.folded not in LIGHT and word.text not in _STOPS]
    portfolio = frozenset(known[piece] for piece in pieces if piece in known) | frozenset(
        known[word.folded] for word in complement[:3] if word.folded in known
    )
    owners = [
        word
        for number, word in enumerate(words[first:core], first)
        if number not in used
        and (word.text.endswith(("'s", "’s")) or (word.text[0].isupper() and (number or word.text.isupper()) and word.folded not in known))
    ]
    holders = [word.text.removesuffix("'s").removesuffix("’s") for word in (*complement, *owners)]
    body = {concept(part) for holder in holders if not nation(holder) for part in words_of(holder)}
    # the deputy who is a member of parliament is nobody's deputy
    below = {piece for at, word in enumerate(lead, first) if at not in joined for piece in (word, *word.split("-"))} - {lead[-1]}
    body -= _DETERMINERS
    if not portfolio and not body:
        # "the minister" may be any, the first one too
        heads = {(table, _GENERAL if entry in _BARE else entry): None for table, entry in heads}
    return Held(
        words[first].start,
        words[end - 1].end,
        tuple(heads),
        frozenset(_times()[piece] for piece in pieces if piece in _times()),
        bool(_under() & below),
        portfolio,
        frozenset(body),
    )


_GENERAL = "*"


def _entry(words: list[_Word], first: int, end: int) -> tuple[tuple[str, str], ...]:
    return _tables().get(_spelling("-".join(word.folded for word in words[first:end])), ())


def _spelling(word: str) -> str:
    """A word or words joined by hyphens as the tables have them: without what says when or in which rank somebody holds the office."""
    if word in _tables():
        return word
    for lead in ("then-", "ex-", "former-", "vice-", "deputy-"):
        word = word.removeprefix(lead)
    return word.removesuffix("-elect").removesuffix("-designate")


def spelt(phrase: str) -> Held | None:
    """The office that some words spell by themselves, or None."""
    words = _words(phrase)
    return _phrase(words, 0, len(words)) if words else None


def comparable(one: Held, other: Held) -> bool:
    """Whether one of two offices can speak for or against the other: a general word says nothing of a special one."""
    return any(
        table == there and (entry == _GENERAL) == (second == _GENERAL) for table, entry in one.heads for there, second in other.heads
    )


def clash(one: Held, other: Held) -> Clash:
    """How two offices of one person exclude each other: in office, in the body they are held in, in time, or "" where they fit.

    "then": one says that its bearer holds it no more ("then-President"), the other calls him by it. "time": one person at two moments ("former").
    """
    for table in _SORTS:
        mine, theirs = ([entry for known, entry in held.heads if known == table] for held in (one, other))
        both = {entry for entry in mine if entry in theirs and entry != _GENERAL}
        if len(mine) > len(both) and len(theirs) > len(both):
            # "co-founder and shareholder" against "treasurer and shareholder": what they share says nothing
            mine, theirs = ([entry for entry in entries if entry not in both] for entries in (mine, theirs))
        verdicts = {_against(one, first, other, second) for first in mine for second in theirs}
        if verdicts and "" not in verdicts:
            return min(verdicts, key=("office", "body", "then", "time").index)
    return ""


def _against(one: Held, entry: str, other: Held, second: str) -> Clash:
    if entry != second:
        general = _GENERAL in {entry, second}
        if {entry, second} == _BARE and one.portfolio and other.portfolio and not one.portfolio & other.portfolio:
            return "office"
        return "" if general or frozenset({entry, second}) in _together() or one.times != other.times else "office"
    if one.under != other.under:
        return "office"
    if one.portfolio and other.portfolio and not one.portfolio & other.portfolio:
        return "office" if one.times == other.times else ""
    if entry == _GENERAL or entry == "director":
        return "body" if one.body and other.body and not one.body & other.body else ""
    if one.times == other.times:
        return ""
    return "then" if {one.times, other.times} == {frozenset(), frozenset({"then"})} else "time"


def is_office(words: str) -> bool:
    """Whether any of these words is an office, a rank or a trade."""
    tables = _tables()
    return any(_spelling(word.folded) in tables for word in _words(words))
