"""When two forms of a person's name can be one person's: by surname, given names, initials and pet names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from compare.data import lines

_SAME_SURNAME = 92.0
"""From this rapidfuzz ratio two surnames are one, spelt in two ways (Phuangketkeo, Phuangketkeow)."""
_SAME_GIVEN = 88.0
_SHORTEST_VARIANT = 5
_SHORTEST_PET_NAME = 3
_MARKS = ".,\"'“”‘’()"
_GENERATION = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?")
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"})


@cache
def _pet_names() -> dict[str, str]:
    """Each pet name → the name that it stands for."""
    return {pet: name for name, *pets in map(str.split, lines("pet_names.txt")) for pet in pets}


class PersonName(NamedTuple):
    """A person's name in small letters without dots: ``given`` in order (an initial is one letter), then the surname."""

    given: tuple[str, ...]
    surname: str
    generation: str = ""

    @property
    def full(self) -> bool:
        return bool(self.given)


@lru_cache(maxsize=32768)
def person_name(text: str) -> PersonName:
    """Reads a name: "Donald J. Trump Jr." has the given names "donald", "j", the surname "trump" and the generation "jr"."""
    parts = [part.strip(_MARKS) for part in plain(text).replace(".", ". ").split() if part.strip(_MARKS)]
    generation = parts.pop() if len(parts) > 1 and _GENERATION.fullmatch(parts[-1]) else ""
    return PersonName(tuple(parts[:-1]), parts[-1] if parts else "", generation)


def plain(text: str) -> str:
    """A form of a name for comparing: one space, straight apostrophes, small letters, no accents (Kovács, Kovacs)."""
    return bare(" ".join(text.replace("’", "'").split()).casefold())


def bare(text: str) -> str:
    """Text without accents; other scripts stay as they are."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f"))


def given_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two lists of given names can be one person's: equal, one the other's initials, or one with more names than the other."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return True
    index = 0
    if len(short[0]) > 1 and short[0] in long:
        index = long.index(short[0])  # known by a later one of the given names
    for position, name in enumerate(short):
        while index < len(long) and not alike(name, long[index]):
            if position == 0 or len(name) == 1:
                return False  # "George W. Bush" is no short form of "George H.W. Bush"
            index += 1
        if index == len(long):
            return False
        index += 1
    return True


def full_form(given: str) -> str:
    """The given name that a pet name stands for ("bill" → "william"), or the name itself."""
    return _pet_names().get(given, given)


def alike(a: str, b: str) -> bool:
    """Whether two given names can be one: the same, an initial, a pet name, a spelling."""
    if a == b or full_form(a) == full_form(b):
        return True
    if not a or not b or len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if min(len(a), len(b)) >= _SHORTEST_PET_NAME and (a.startswith(b) or b.startswith(a)):
        return True  # Matt, Matthew
    return min(len(a), len(b)) >= _SHORTEST_VARIANT and fuzz.ratio(a, b) >= _SAME_GIVEN


def surnames_agree(a: str, b: str) -> bool:
    if a == b:
        return True
    return min(len(a), len(b)) >= _SHORTEST_VARIANT and fuzz.ratio(a, b) >= _SAME_SURNAME


def same_person(a: PersonName, b: PersonName) -> bool:
    """Whether two full names can be one person's. The family name may come first in one of them ("Motegi Toshimitsu")."""
    if a.generation and b.generation and a.generation != b.generation:
        return False
    if surnames_agree(a.surname, b.surname):
        return given_agree(a.given, b.given)
    return len(a.given) == len(b.given) == 1 and a.given[0] == b.surname and b.given[0] == a.surname


def misspelt(one: str, other: str) -> bool:
    """Whether two full names are one in two spellings: the same given name, surnames a letter or two apart."""
    first, second = person_name(one), person_name(other)
    shortest = min(len(first.surname), len(second.surname))
    if not first.given or not second.given or first.given[0] != second.given[0] or first.surname == second.surname or shortest < 4:
        return False
    return DamerauLevenshtein.distance(first.surname, second.surname) <= (2 if shortest >= 7 else 1)
