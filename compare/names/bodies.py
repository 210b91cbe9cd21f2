"""What the forms of one name of a body, a place, a people or a thing have in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from compare.data import sections
from compare.extract.organisations import SUFFIXES
from compare.model import EntityType
from compare.names.forms import bare
from compare.text.gazetteer import groups, places, postal_codes
from compare.text.words import tokens

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_SMALL = frozenset({"the", "of", "and", "for", "in", "on"})
# "Department of Justice" is the Justice Department; "University of Washington" isn't Washington University.
_TURNED = frozenset({"department", "ministry", "party", "committee", "subcommittee", "embassy", "bureau"})
_OF = frozenset({"of", "for", "on"})


def entries(table: str) -> list[list[str]]:
    """The entries of a table of ``bodies.txt``, each as its forms."""
    return [entry.strip().split("=") for entry in " ".join(sections("bodies.txt")[table]).split(";") if entry.strip()]


@cache
def _aliases() -> dict[str, str]:
    """Each name of a body that has several, without dots → the one that stands for all."""
    return {form.replace(".", ""): forms[0] for forms in entries("bodies") for form in forms}


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    return {word: tuple(full.split()) for word, full in entries("words")}


@lru_cache(maxsize=32768)
def words_of(name: str) -> tuple[str, ...]:
    """A name's words, in one form, however they are written: "the U.S. Dept. of Defence", "Pentagon" → "defense", "department"."""
    alias = _aliases()
    name = " ".join(name.replace("’", "'").split()).removeprefix("the ").removeprefix("The ")
    dotless = name.replace(".", "")
    name = alias.get(dotless) or alias.get(dotless.removeprefix("US ")) or name
    parts = [part for part in _parts(name) if part != "the"]
    while len(parts) > 1 and (parts[-1] in SUFFIXES or f"{parts[-1]}." in SUFFIXES):
        parts.pop()
    if len(parts) > 1 and _ORDINAL.fullmatch(parts[0]):
        parts = parts[1:]  # "112th Congress"
    synonyms = _synonyms()
    found: list[str] = []
    for part in parts:
        word = bare(part.replace(".", "").casefold())
        full = synonyms.get(word, (word,))
        found += full[:1] if full[-1:] == ("party",) and "party" in (part.casefold() for part in parts) else full
    return _turned(found)


def _parts(name: str) -> list[str]:
    return [word for _, _, word in tokens(name) if word == "&" or word[0].isalnum()]


def _turned(words: list[str]) -> tuple[str, ...]:
    for index, word in enumerate(words[:-2]):
        if word in _TURNED and words[index + 1] in _OF:
            words = [*words[:index], *words[index + 2 :], word]
            break
    if words and words[-1] in _TURNED:
        words = [word for word in words if word != "affairs"]
        if words[:2] == ["united", "states"] and words[-1] == "department":
            words = words[2:]
    return tuple(words)


@lru_cache(maxsize=32768)
def key_of(text: str, kind: EntityType) -> str:
    """One string for all forms of a name: "U.S." and "America" give one, "Microsoft Corp." and "Microsoft", "F.B.I." and "FBI"."""
    name = " ".join(text.replace("’", "'").split())
    if kind == "place":
        name = places().get(name) or postal_codes().get(name) or places().get(_proper(name)) or name
        return bare(name.replace(".", "").replace("-", " ").casefold())
    if kind == "group":
        return bare(groups().get(name, name).replace(".", "").casefold())
    return "".join(words_of(name)).replace("-", "") or bare(name.casefold())


def _proper(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split(" ")) if name.isupper() else name


@lru_cache(maxsize=16384)
def acronym(long: str) -> str:
    """The initials of a name's capitalised words, in small letters."""
    return "".join(part[0] for part in _parts(long) if part[0].isupper()).casefold()


def is_acronym(letters: str) -> bool:
    """Whether a word has the look of an acronym."""
    return letters.replace(".", "").isupper() and 2 <= len(letters.replace(".", "")) <= 8 and " " not in letters


def is_short_for(short: str, long: str) -> bool:
    """Whether ``short`` is the acronym of ``long``: the initials of all its large words, of all its words, or of their parts."""
    words = long.split()
    if not is_acronym(short) or len(words) < 2:
        return False
    letters = short.replace(".", "")
    large = [word for word in words if word[0].isupper()]
    made = {"".join(word[0] for word in large), "".join(word[0] for word in words).upper()}
    return letters in made or (len(letters) > 2 and letters == "".join(part[0] for word in large for part in word.split("-") if part))
