"""One answer to "the same person, body, place?": asked by the judgement, which must not report what the entities know to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from compare.data import tables
from compare.extract.titles import HONORIFICS
from compare.model import Entity, Mention
from compare.names.bodies import acronym, entries, words_of
from compare.names.forms import alike, misspelt, person_name, same_person
from compare.text.gazetteer import countries, country_of, groups, homelands, places, states
from compare.text.words import fold

_PART = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_NO_WORD = re.compile(r"\W")
_SMALL = frozenset({"the", "of", "and", "for", "in", "on"})
_LETTERS = 3
# Lands that hold one another, or that outlets draw otherwise
_ENTWINED = frozenset(
    {"United Kingdom", "England", "Scotland", "Wales", "Northern Ireland", "Palestine", "Israel", "Soviet Union", "Yugoslavia"}
)


@cache
def _no_name() -> frozenset[str]:
    """Words that stand in names and tell none from another: honorifics, ranks, particles."""
    return tables("titles.txt")["no name"] | frozenset(fold(word).rstrip(".") for word in HONORIFICS)


@cache
def _seats() -> dict[str, str]:
    """Each seat of power → the country that it stands for."""
    return {fold(seat): fold(country) for seat, country in entries("seats")}


@lru_cache(maxsize=16_384)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, folded; titles, particles and "American" left out where more remains."""
    found = [fold(part).rstrip(".") for part in _PART.findall(name.replace("@", ""))]
    kept = tuple(part for part in found if part not in _no_name())
    return kept or tuple(found)


@lru_cache(maxsize=16_384)
def nation(name: str) -> str:
    """The country, place or people ("people american") that a name stands for, folded; "" where it is none that the tables know."""
    plain = name.removeprefix("the ").removesuffix("’s").removesuffix("'s")
    there = places().get(plain)
    people = "" if there else groups().get(plain, "")
    return f"people {fold(people)}" if people else _seats().get(fold(there or plain), fold(there or ""))


@lru_cache(maxsize=16_384)
def same_nation(one: str, other: str) -> bool:
    """Whether two names of places or peoples stand for the same state ("US", "American", "Washington")."""
    first, second = nation(one), nation(other)
    if not first or not second:
        return False
    if first.startswith("people ") == second.startswith("people "):
        return first == second
    people, place, name = (first, second, one) if first.startswith("people ") else (second, first, other)
    return fold(homelands().get(name, "")) == place or people.removeprefix("people ")[:4] == place[:4]


@lru_cache(maxsize=65_536)
def same_name(one: str, other: str, *, people: bool = False) -> bool:
    """Whether two names can be one somebody's, wherever they stand; ``people`` says that both are persons'."""
    if fold(one) == fold(other) or same_nation(one, other) or _cut_short(one, other) or _handle_of(one, other) or _handle_of(other, one):
        return True
    return _one_person(one, other) if people else _one_body(one, other)


def same_entity(one: Mention, other: Mention) -> bool:
    """Whether two mentions can name one somebody or something, by their names alone."""
    return same_name(one.text, other.text, people=one.type == other.type == "person")


def _one_person(one: str, other: str) -> bool:
    """A surname alone, initials, pet names and other orders ("Motegi Toshimitsu") fit the full name."""
    mine, theirs = parts(one), parts(other)
    if len(mine) == 1 or len(theirs) == 1:
        return bool(set(mine) & set(theirs)) or any(len(a) > 2 and len(b) > 2 and alike(a, b) for a in mine for b in theirs)
    first, second = person_name(" ".join(mine)), person_name(" ".join(theirs))
    shorter, longer = sorted((set(mine), set(theirs)), key=len)
    return (same_person(first, second) and not misspelt(one, other)) or shorter <= longer


def _one_body(one: str, other: str) -> bool:
    """Words in common, an acronym, the beginning of a name."""
    first, second = (frozenset(words_of(name)) - _SMALL for name in (one, other))
    if first <= second or second <= first:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _LETTERS and " " in long and long.startswith(short):
        return True  # "the Met" for the Metropolitan Police
    return _NO_WORD.sub("", short).casefold() in {acronym(long), acronym(long)[:_LETTERS]}


def _handle_of(handle: str, name: str) -> bool:
    """Whether a handle is made of a full name: "@realDonaldTrump"."""
    return handle.startswith("@") and " " in name and _NO_WORD.sub("", name).casefold() in handle.casefold()


def _cut_short(one: str, other: str) -> bool:
    """Whether one is cut short with a stop: "Wash." for "Washington"."""
    short, long = sorted((fold(one).rstrip("."), fold(other)), key=len)
    return len(short) >= _LETTERS and long.startswith(short) and (one.endswith(".") or other.endswith("."))


def distinct_places(one: Mention, other: Mention) -> bool:
    """Whether neither place can lie in the other: a state stands against a state, a town against a town; San Diego lies in California."""
    if _level(one) == _level(other):
        return True
    lands = [country_of().get(mention.text, "") for mention in (one, other)]
    return all(lands) and lands[0] != lands[1] and not set(lands) & _ENTWINED


def _level(mention: Mention) -> str:
    if mention.text in countries():
        return "nation"
    return "people" if mention.type == "group" else "state" if mention.text in states() else "other"


class Names:
    """The names of several articles, to be asked whether two are one: those of one entity are, whatever they look like."""

    def __init__(self, mentions: Sequence[Sequence[Mention]], entities: Sequence[Entity]) -> None:
        """``mentions`` are each article's; ``entities`` are those that were merged from them."""
        self._mentions = mentions
        self.entity_at = {(mention.article, mention.start): entity for entity in entities for mention in entity.mentions}
        self._named_in = {entity.id: {mention.article for mention in entity.mentions} for entity in entities}
        self._under: dict[int, dict[str, list[Mention]]] = {}
        self._asked: dict[tuple[int, str, str], bool] = {}

    def one(self, article: int, mention: Mention, there: int, other: Mention) -> bool:
        """Whether two mentions name one somebody; two spellings of a surname are one somebody's, but no one name."""
        first, second = self.entity_at.get((article, mention.start)), self.entity_at.get((there, other.start))
        if first is not None and first is second:
            return not misspelt(mention.text, other.text)
        if first is not None and second is not None and _juniors(mention.text, other.text):
            return False
        return same_entity(mention, other)

    def names(self, article: int, mention: Mention, there: int) -> bool:
        """Whether another article, ``there``, has a name that can be the same somebody's."""
        entity = self.entity_at.get((article, mention.start))
        if entity is not None and there in self._named_in[entity.id]:
            return True
        key = there, mention.text, mention.type
        if key not in self._asked:
            under = self._index(there)
            self._asked[key] = any(same_entity(mention, other) for part in _keys(mention.text) for other in under.get(part, ()))
        return self._asked[key]

    def _index(self, article: int) -> dict[str, list[Mention]]:
        """An article's names under what two names of one somebody have in common."""
        if article not in self._under:
            found: dict[str, list[Mention]] = {}
            for mention in {(mention.text, mention.type): mention for mention in self._mentions[article]}.values():
                for key in sorted(set(_keys(mention.text))):
                    found.setdefault(key, []).append(mention)
            self._under[article] = found
        return self._under[article]


def _juniors(one: str, other: str) -> bool:
    """Whether one name, and only one, is a junior's or another's of that kind."""
    return bool(person_name(one).generation) != bool(person_name(other).generation)


def _keys(text: str) -> Iterator[str]:
    yield from parts(text)
    yield from words_of(text)
    yield f"^{fold(text)[:_LETTERS]}"
    yield "=" + _NO_WORD.sub("", text).casefold()
    short = acronym(text)
    if len(short) > 1:
        yield f"={short}"
        yield f"={short[:_LETTERS]}"
    there = nation(text)
    if there:
        yield f"@{there.removeprefix('people ')[:4]}"
        yield f"@{fold(homelands().get(text, there))[:4]}"
