"""When two forms of a name are the same name: people by surname and given names, bodies by long form and acronym, places by the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from compare.extract.gazetteer import groups, places
from compare.extract.organisations import ALIASES, SUFFIXES
from compare.extract.tables import phrases
from compare.extract.voting import is_acronym
from compare.model import EntityType

SAME_SURNAME = 92.0
"""From this rapidfuzz ratio two surnames are one, spelt in two ways (Phuangketkeo, Phuangketkeow)."""
_SAME_GIVEN = 88.0
_SHORTEST_VARIANT = 5
_SHORTEST_PET_NAME = 3
_GENERATION = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"})
_SPACES = re.compile(r"\s+")

# Pet names that aren't the beginning of the name they stand for.
_PET_NAMES = {
    pet: row.split("=")[0]
    for row in phrases("""
    william=bill=billy=will;robert=bob=bobby;richard=dick=rick;james=jim=jimmy;john=jack=johnny;elizabeth=liz=betty=beth;michael=mike=mick;
    thomas=tom=tommy;charles=chuck=charlie;henry=hank=harry;margaret=peggy=maggie;edward=ted=ned;anthony=tony;katherine=kate=kathy;theodore=teddy;
    lawrence=larry;joseph=joe;steven=steve=stephen;andrew=andy=drew;james=jamie;catherine=cathy;deborah=debbie;patricia=pat=patty;susan=sue
    """)
    for pet in row.split("=")
}


@dataclass(frozen=True, slots=True)
class PersonName:
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
    parts = [part for part in plain(text).replace(".", ". ").split() if part.strip(".")]
    parts = [part.rstrip(".") for part in parts]
    generation = ""
    if len(parts) > 1 and _GENERATION.fullmatch(parts[-1]):
        generation = parts.pop()
    return PersonName(tuple(parts[:-1]), parts[-1] if parts else "", generation)


def plain(text: str) -> str:
    """A form of a name for comparing: one space, straight apostrophes, small letters, no accents (Kovács, Kovacs)."""
    return _bare(_SPACES.sub(" ", text).replace("’", "'").strip().casefold())


def _bare(text: str) -> str:
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
        while index < len(long) and not _agree(name, long[index]):
            if position == 0:
                return False
            index += 1
        if index == len(long):
            return False
        index += 1
    return True


def full_form(given: str) -> str:
    """The given name that a pet name stands for ("bill" → "william"), or the name itself."""
    return _PET_NAMES.get(given, given)


def _agree(a: str, b: str) -> bool:
    if a == b or full_form(a) == full_form(b):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if min(len(a), len(b)) >= _SHORTEST_PET_NAME and (a.startswith(b) or b.startswith(a)):
        return True  # Matt, Matthew
    return min(len(a), len(b)) >= _SHORTEST_VARIANT and fuzz.ratio(a, b) >= _SAME_GIVEN


def surnames_agree(a: str, b: str) -> bool:
    if a == b:
        return True
    return min(len(a), len(b)) >= _SHORTEST_VARIANT and fuzz.ratio(a, b) >= SAME_SURNAME


def same_person(a: PersonName, b: PersonName) -> bool:
    """Whether two full names can be one person's. The family name may come first in one of them ("Motegi Toshimitsu")."""
    if a.generation and b.generation and a.generation != b.generation:
        return False
    if surnames_agree(a.surname, b.surname):
        return given_agree(a.given, b.given)
    return len(a.given) == len(b.given) == 1 and a.given[0] == b.surname and b.given[0] == a.surname


@lru_cache(maxsize=32768)
def key_of(text: str, kind: EntityType) -> str:
    """What forms of one name have in common: "U.S." and "America" give one key, "Microsoft Corp." and "Microsoft" another."""
    name = _SPACES.sub(" ", text).replace("’", "'").strip()
    if kind == "place":
        name = places().get(name) or places().get(_proper(name)) or name
    elif kind == "group":
        name = groups().get(name, name)
    else:
        name = ALIASES.get(name, name)
        words = name.split(" ")
        while len(words) > 1 and words[-1].rstrip(",") in SUFFIXES:
            words.pop()
        if len(words) > 1 and _ORDINAL.fullmatch(words[0]):
            words = words[1:]  # "112th Congress"
        if len(words) > 1 and words[0] in {"The", "the"}:
            words = words[1:]
        name = " ".join(words).rstrip(",")
    if name.isupper() or (len(name) < 5 and name[:1].isupper() and name[-1:].isdigit()):
        name = name.replace("-", "")  # G-20, G20
    return _bare(name.replace(".", "").casefold())


def _proper(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split(" ")) if name.isupper() else name


def is_short_for(short: str, long: str) -> bool:
    """Whether ``short`` is the acronym of ``long``: the initials of all its large words, or of all its words."""
    letters = short.replace(".", "")
    if not letters.isupper() or not 2 <= len(letters) <= 8 or " " in letters:
        return False
    words = long.split(" ")
    if len(words) < 2:
        return False
    large = "".join(word[0] for word in words if word[:1].isupper())
    every = "".join(word[0] for word in words).upper()
    return letters in {large, every} or (
        len(letters) > 2 and letters == "".join(part[0] for word in words if word[:1].isupper() for part in word.split("-"))
    )


def is_defined_for(short: str, long: str) -> bool:
    """Whether ``short``, in brackets right after ``long``, stands for it."""
    return short.isupper() and is_acronym(short, long)
