"""The clause that a word stands in, what it governs there, and how much of it stands in the other sentence too."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from compare.align.terms import family, synonyms
from compare.judge.frames import Frame, Pairing
from compare.text.vocabulary import irregular, listed
from compare.text.words import stem

_BREAK = re.compile(r"[;:—–?!…]|\.\s|\s-\s|--")
_OPENERS = listed("as while but although though because before after when where whereas unless until if whether since as despite")
_RELATIVE = listed("which who whom whose where")
_REACH = 10
_NEAR_COPY = 0.65
# What a synonym counts for beside a word that is the same
_KIN = 0.6

_NO_ADVERBS = listed(
    "likely unlikely family supply supplies rally apply reply ally assembly fly monopoly deadly elderly friendly costly daily weekly monthly bully "
    "anomaly butterfly comply multiply rely imply italy july lonely orderly unruly hostilely early"
)
AUXILIARIES = listed(
    "be been being is are was were am do does did have has had having will would can could may might must should shall get got to"
)
# Words that pass on what governs them to the verb after them: "was not allowed to leave"
_PASSING = listed(
    "able allowed permitted expected expect planned planning plan plans going set due likely unlikely want wants wanted wish wishes wished "
    "willing ready try tried trying tries attempt attempted attempting manage managed managing begin began begun start started starting "
    "continue continued seem seems seemed appear appears appeared need needs needed intend intends intended yet used forced obliged required "
    "ordered told asked urged advised supposed scheduled bound certain sure believed thought said known reported alleged understood rumoured "
    "rumored hope hopes hoped hoping agree agreed prepared preparing free enough want chance able possible impossible dare easy hard "
    "threatening threatens threatened about refuse refuses refused fail fails failed failing decline declines declined unable unwilling"
)


def clause(frame: Frame, index: int) -> tuple[int, ...]:
    """The tokens of the clause around a token, at most ten of them on either side; a clause goes on after a relative clause within it."""
    if clause not in frame.remembered:
        frame.remembered[clause] = _clauses(frame)
    found: tuple[int, ...] = frame.remembered[clause][index]
    return found


def _clauses(frame: Frame) -> list[tuple[int, ...]]:
    """For each token those around it in its clause."""
    numbers = _numbered(frame)
    members: dict[int, list[int]] = {}
    found = []
    for index, number in enumerate(numbers):
        members.setdefault(number, []).append(index)
    for index, number in enumerate(numbers):
        inside = members[number]
        at = bisect_left(inside, index)
        found.append(tuple(inside[max(0, at - _REACH) : at + _REACH + 1]))
    return found


def _numbered(frame: Frame) -> list[int]:
    """The number of the clause that each token stands in."""
    numbers: list[int] = []
    current = highest = 0
    within: list[int] = []
    for index in range(len(frame.tokens)):
        gap = frame.gap(index)
        word = frame.folded[index]
        if index and _BREAK.search(gap):
            highest += 1
            current = highest
            within = []
        elif index and "," in gap and (word in _RELATIVE or word in _OPENERS):
            highest += 1
            within = [*within, current] if word in _RELATIVE else []
            current = highest
        elif within and "," in gap:
            current = within.pop()
        numbers.append(current)
    return numbers


def content(frame: Frame, index: int) -> bool:
    """Whether a token says something of its own: no light word, no adverb, no figure."""
    token = frame.tokens[index]
    word = frame.folded[index]
    return token.weight == 1.0 and token.value is None and (not word.endswith("ly") or word in _NO_ADVERBS)


def following(frame: Frame, index: int, reach: int = 6) -> int | None:
    """The first word after ``index`` that says something, in the same clause, or None."""
    for step in range(index + 1, min(len(frame.tokens), index + 1 + reach)):
        if _BREAK.search(frame.gap(step)) or "," in frame.gap(step):
            return None
        if content(frame, step):
            return step
    return None


def chain(frame: Frame, index: int) -> list[int]:
    """What a word right before the verb governs: the next word that says something, and through "allowed to" the one after it."""
    found: list[int] = []
    position: int | None = following(frame, index)
    while position is not None and len(found) < 4:
        found.append(position)
        passes = frame.folded[position] in _PASSING and position + 1 < len(frame.tokens)
        joined = passes and frame.folded[position + 1] in {"to", "that", "from", "not", "be"}
        position = following(frame, position, 4) if joined else None
    return found


def predicate(frame: Frame, index: int, reach: int = 12) -> list[int]:
    """The verb after a subject that begins at ``index``: what follows its auxiliary with all that it passes on to, or the first past tense."""
    for step in range(index + 1, min(len(frame.tokens), index + 1 + reach)):
        if _BREAK.search(frame.gap(step)) or frame.folded[step] in _OPENERS | {"and", "but", "as"}:
            break
        if frame.folded[step] in AUXILIARIES - {"to"}:
            return chain(frame, step)
        if content(frame, step) and (frame.folded[step].endswith("ed") or irregular(frame.tokens[step].text)):
            return [step]
    return []


def tied(pairing: Pairing, i: int, j: int) -> bool:
    """Whether one of the words that stand nearest to token ``i`` has its counterpart near ``j``; of "rising prices" the noun right beside."""
    if pairing.closeness >= _NEAR_COPY:
        return True
    one, two = _modifies(pairing.left, i), _modifies(pairing.right, j)
    left, right = _near(pairing.left, i, 1 if two else 3, after_only=one), _near(pairing.right, j, 1 if one else 3, after_only=two)
    return any(
        pairing.match.get(here) == there
        or (here not in pairing.match and _kin(pairing.left.tokens[here].text, pairing.right.tokens[there].text))
        for here in left
        for there in right
    )


def _modifies(frame: Frame, index: int) -> bool:
    """Whether a participle stands before its noun: "rising prices", not "prices were rising" or "after rising"."""
    return (
        frame.folded[index].endswith("ing")
        and index + 1 < len(frame.tokens)
        and content(frame, index + 1)
        and not frame.gap(index + 1).strip()
        and (index == 0 or frame.folded[index - 1] not in AUXILIARIES)
    )


def _near(frame: Frame, index: int, count: int, *, after_only: bool) -> list[int]:
    inside = [other for other in clause(frame, index) if frame.tokens[other].weight == 1.0 and other != index]
    before, after = [other for other in inside if other < index], [other for other in inside if other > index]
    return after[:1] if after_only else before[-count:] + after[:count]


def kinship(pairing: Pairing, i: int, j: int) -> tuple[float, float]:
    """How much of the clauses around two tokens is matched, without them: its weight, and its share of the lighter clause's weight."""
    left, right = clause(pairing.left, i), clause(pairing.right, j)
    common = 0.0
    alone: list[int] = []
    for index in left:
        there = pairing.match.get(index)
        if there is not None and index != i and there != j and there in right:
            common += min(pairing.left.tokens[index].weight, pairing.right.tokens[there].weight)
        elif there is None and index != i and content(pairing.left, index):
            alone.append(index)
    free = [index for index in right if index not in pairing.back and index != j and content(pairing.right, index)]
    for index in alone:
        kin = next((there for there in free if _kin(pairing.left.tokens[index].text, pairing.right.tokens[there].text)), None)
        if kin is not None:
            free.remove(kin)
            common += _KIN
    weights = [
        sum(frame.tokens[index].weight for index in inside if index != but)
        for frame, inside, but in ((pairing.left, left, i), (pairing.right, right, j))
    ]
    return round(common, 4), round(common / max(0.5, min(weights)), 4)


@lru_cache(maxsize=65_536)
def _kin(one: str, other: str) -> bool:
    """Whether two words are synonyms of the news desk or of one family ("strategy", "strategic")."""
    first, second = stem(one), stem(other)
    known = synonyms("en").single
    return bool(known.get(first, frozenset()) & known.get(second, frozenset())) or (family(first) != "" and first[:6] == second[:6])


def counterparts(pairing: Pairing, index: int, *, forward: bool) -> list[int]:
    """The tokens of the other sentence that say what token ``index`` says: the matched one first, then others of the same key."""
    frame, other, match = (pairing.left, pairing.right, pairing.match) if forward else (pairing.right, pairing.left, pairing.back)
    matched = [match[index]] if index in match else []
    return matched + [number for number in other.by_key.get(frame.tokens[index].key, ()) if number not in matched]
