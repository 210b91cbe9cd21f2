"""Facts that a name ties to its bearer, wherever in the articles they stand: a person's title, age, and how the name is spelt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from compare.deferred import deferred
from compare.extract.values import agree
from compare.model import Comparison, Entity, EntityMention, Mention, Quantity, Value
from compare.model.points import Fact, FactKind, FactValue
from compare.names.bodies import is_acronym, key_of
from compare.names.forms import PersonName, full_form, person_name, plain
from compare.names.offices import clash, spelt
from compare.text.gazetteer import places
from compare.text.vocabulary import listed
from compare.text.words import stem, words

# Code points between a name and an age that is tied to it, at most.
_REACH = 60
_AGE_AFTER = deferred(
    r",?\s(?:(?:who\s)?(?:is|was|turned|turns)\s(?:now\s)?(?:an?\s)?|an?\s|aged?\s|now\s|who\sis\s)?(?:only\s|just\s)?$", re.IGNORECASE
)
_BARE_AFTER = deferred(r",\s(?:aged?\s|now\s)?$")
_AGE_ENDS = deferred(r"\s?(?:[,.;:)]|$|of\s|from\s|and\b|when\b)")
_AGE_BEFORE = deferred(r"(?:[\s-][\w’'-]{1,40}+){0,4}\s$")
_OLDEST = 115
_WORD_BEFORE = re.compile(r"(\b[^\W\d_]{2,20})\s$")
# Two spellings of a name that no entity joins: so many letters differ in words at least so long.
_APART, _SHORTEST = 2, 6
# More than so many forms of one name in an article, or values in a row, no reader looks through.
_MOST_FORMS, _MOST_IN_ROW = 40, 100
# So few letters stand for a body only by chance.
_INITIALS = 2
# What says whose relation somebody is names no office: "his wife Melania".
_KIN = listed("wife husband son daughter mother father brother sister uncle aunt cousin nephew niece grandson granddaughter widow spouse")


def of_names(comparison: Comparison) -> tuple[list[Fact], set[tuple[int, int]]]:
    """Titles, spellings and ages of those whom two articles name; and the (article, offset) of each value that is used up as an age."""
    found: list[Fact] = []
    taken: set[tuple[int, int]] = set()
    ages = _Ages(comparison)
    titled = [
        {mention.start: mention for mention in analysis.mentions if mention.role and mention.role_start >= 0}
        for analysis in comparison.articles
    ]
    for entity in comparison.entities:
        if entity.type != "person" or len({mention.article for mention in entity.mentions}) < 2:
            continue
        found += _titles(comparison, titled, entity)
        found += _spellings(comparison, entity)
        age = ages.of(entity)
        if age:
            taken.update((value.article, value.start) for value in age.values)
            found.append(age)
    found += _misspelt(comparison)
    return found, taken


def _row(what: str, kind: FactKind, values: Sequence[FactValue], same: Callable[[FactValue, FactValue], bool]) -> Fact:
    ordered = tuple(sorted(values, key=lambda value: (value.article, value.start)))[:_MOST_IN_ROW]
    return Fact(what, kind, "", ordered, all(same(one, other) for one, other in combinations(ordered, 2)))


# Titles ----------------------------------------------------------------------------------------------------------------------------------


def _titles(comparison: Comparison, titled: Sequence[Mapping[int, Mention]], entity: Entity) -> Iterator[Fact]:
    """The titles that sentences give; a headline's capitals don't show where a title begins ("Attorney General Fires Ex-Deputy Director")."""
    values: dict[tuple[int, str], FactValue] = {}
    for named in entity.mentions if entity.roles else ():
        mention = titled[named.article].get(named.start)
        if mention is not None and comparison.articles[named.article].sentences[named.sentence].kind != "heading":
            told = " ".join(mention.role.casefold().split())
            if told.rpartition(" ")[2] in _KIN:
                continue
            end = mention.role_start + len(mention.role)
            value = FactValue(named.article, named.sentence, mention.role_start, end, mention.role, told)
            values.setdefault((named.article, told), value)
    values = {key: value for key, value in values.items() if not any(_says_less(value, other) for other in values.values())}
    if len({value.article for value in values.values()}) > 1:
        yield _titles_row(f"title of {entity.name}", list(values.values()))


def _titles_row(what: str, values: Sequence[FactValue]) -> Fact:
    """Outlets differ where two of them have no title in common: one that gives two contradicts nobody who gives the one."""
    row = _row(what, "title", values, lambda _one, _other: True)
    given: dict[int, list[str]] = defaultdict(list)
    for value in row.values:
        given[value.article].append(value.text)
    common = all(
        any(titles_agree(one, other) for one in mine for other in theirs) for mine, theirs in combinations(list(given.values()), 2)
    )
    return replace(row, equal=common)


def _says_less(one: FactValue, other: FactValue) -> bool:
    """Whether an article gives a title with more words as well."""
    return one.article == other.article and set(one.value.split()) < set(other.value.split())


def titles_agree(one: str, other: str) -> bool:
    """Whether two titles are one office, one perhaps told with more words: "Sen." and "Republican Senator", but not "former President". An office
    that somebody held "then" is the one that others give without a word about the time.
    """
    first, second = spelt(one), spelt(other)
    mine, theirs = ({stem(word.text) for word in words(title)} for title in (one, other))
    if first is None or second is None:
        return mine <= theirs or theirs <= mine
    against = clash(first, second)
    if against == "body" and (_shortened(one, other) or _shortened(other, one)):
        against = ""
    return bool(set(first.heads) & set(second.heads)) and against in {"", "then"}


def _shortened(short: str, long: str) -> bool:
    """Whether a title gives the body in which an office is held by its initials: "IOC member"."""
    initials = "".join(word.text[0] for word in words(long) if word.text[0].isupper())
    return any(is_acronym(word.text) and len(word.text) > _INITIALS and word.text in initials for word in words(short))


# Spellings -------------------------------------------------------------------------------------------------------------------------------


def _spellings(comparison: Comparison, entity: Entity) -> Iterator[Fact]:
    forms = _full_forms(entity)
    if len(forms) > 1:
        values = [_named(mention) for mentions in forms.values() for mention in mentions]
        values += _by_surname(comparison, entity, forms)
        yield _row(f"name: {entity.name}", "name", values, lambda one, other: spelt_alike(one.text, other.text))


def _full_forms(entity: Entity) -> dict[int, list[EntityMention]]:
    """For each article, the full name as it writes it most often, and every other spelling of it, where each stands first."""
    written: dict[int, dict[str, list[EntityMention]]] = defaultdict(lambda: defaultdict(list))
    for mention in entity.mentions:
        if person_name(mention.text).full and not mention.text.isupper() and not mention.text.startswith("@"):
            written[mention.article][mention.text].append(mention)
    found = {}
    for article, forms in sorted(written.items()):
        ranked = sorted(forms.values(), key=lambda mentions: (-len(mentions), mentions[0].start))
        kept = [ranked[0][0]]
        for mentions in ranked[1:_MOST_FORMS]:
            if not any(spelt_alike(mentions[0].text, other.text) for other in kept):
                kept.append(mentions[0])
        found[article] = kept
    return found


def _by_surname(comparison: Comparison, entity: Entity, forms: Mapping[int, Sequence[EntityMention]]) -> Iterator[FactValue]:
    """For each article in which the whole name isn't found, where it first gives the surname, with the given name if that stands before it."""
    names = [person_name(mention.text) for mentions in forms.values() for mention in mentions]
    given = {full_form(name.given[0]) for name in names}
    seen = set(forms)
    for mention in entity.mentions:
        if mention.article not in seen and plain(mention.text) in {name.surname for name in names} and not mention.text.isupper():
            seen.add(mention.article)
            text = comparison.articles[mention.article].article.text
            before = _WORD_BEFORE.search(text[max(0, mention.start - 30) : mention.start])
            start = mention.start - len(before[0]) if before and full_form(plain(before[1])) in given else mention.start
            told = text[start : mention.end]
            yield FactValue(mention.article, mention.sentence, start, mention.end, told, plain(told))


def spelt_alike(one: str, other: str) -> bool:
    """Whether two forms of a person's name are spelt alike as far as both go: initials, pet names and middle names may come and go."""
    first, second = person_name(one.replace(",", " ")), person_name(other.replace(",", " "))
    return first.surname == second.surname and (not first.full or not second.full or _given_fit(first, second))


def _given_fit(one: PersonName, other: PersonName) -> bool:
    short, long = sorted((one.given, other.given), key=len)
    return all(any(_fits(given, there) for there in long) for given in short)


def _fits(one: str, other: str) -> bool:
    if one == other or full_form(one) == full_form(other):
        return True
    return one.startswith(other) or other.startswith(one)


def _named(mention: EntityMention) -> FactValue:
    return FactValue(mention.article, mention.sentence, mention.start, mention.end, mention.text, plain(mention.text))


def _misspelt(comparison: Comparison) -> Iterator[Fact]:
    """Names that no entity joins, each in other articles, a letter or two apart: "Hoffman" and "Hofman", "Uyghur" and "Uighur"."""
    shelves: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in comparison.entities:
        for shelf in _shelves(entity):
            shelves[shelf].append(entity)
    seen: set[tuple[str, str]] = set()
    for members in shelves.values():
        for one, other in combinations(members[:_MOST_ON_SHELF], 2):
            if (one.id, other.id) in seen or not _two_spellings(one, other):
                continue
            seen.add((one.id, other.id))
            values = [_named(mention) for entity in (one, other) for mention in _first_of_each(entity)]
            yield _row(f"name: {one.name}", "name", values, lambda first, second: first.value == second.value)


_MOST_ON_SHELF = 40


def _shelves(entity: Entity) -> Iterator[tuple[str, str]]:
    """Where two spellings of one name meet: under the words that they share, or under their first and last letter."""
    name = plain(entity.name)
    if entity.type == "person":
        parts = person_name(entity.name)
        if parts.full:
            yield "given", parts.given[0]
            yield "surname", parts.surname
    elif len(name) >= _SHORTEST and " " not in name and entity.type in {"group", "place", "organisation"}:
        yield entity.type, f"{name[0]}{stem(name)[-1:]}"


def _two_spellings(one: Entity, other: Entity) -> bool:
    if one.type != other.type or {mention.article for mention in one.mentions} & {mention.article for mention in other.mentions}:
        return False
    if one.type == "person":
        first, second = person_name(one.name), person_name(other.name)
        pairs = [(first.given[0], second.given[0]), (first.surname, second.surname)]
        apart = [pair for pair in pairs if pair[0] != pair[1]]
        return len(apart) == 1 and min(map(len, apart[0])) >= _SHORTEST - 2 and _close(*apart[0])
    if one.name in places() or other.name in places() or stem(one.name) == stem(other.name):
        return False
    return key_of(one.name, one.type) != key_of(other.name, other.type) and _close(plain(one.name), plain(other.name))


def _close(one: str, other: str) -> bool:
    distance = DamerauLevenshtein.distance(one, other, score_cutoff=_APART)
    return distance == 1 or (distance <= _APART and min(len(one), len(other)) >= _SHORTEST)


def _first_of_each(entity: Entity) -> Iterator[EntityMention]:
    counted = Counter(mention.text for mention in entity.mentions if person_name(mention.text).full or entity.type != "person")
    seen: set[int] = set()
    for mention in entity.mentions:
        if mention.article not in seen and mention.text in counted:
            seen.add(mention.article)
            yield mention


# Ages ------------------------------------------------------------------------------------------------------------------------------------


class _Ages:
    """The values that may be ages, by article, to be looked up around a name."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._values = [
            [value for value in analysis.values if isinstance(value, Quantity) and _may_be_age(value)] for analysis in comparison.articles
        ]
        self._starts = [sorted(mention.start for mention in analysis.mentions) for analysis in comparison.articles]

    def of(self, entity: Entity) -> Fact | None:
        """The age of a person, where two articles or more give one."""
        found: dict[tuple[int, int], tuple[FactValue, Value]] = {}
        for mention in entity.mentions:
            values = self._values[mention.article]
            at = bisect_left(values, mention.start - _REACH, key=lambda value: value.start)
            while at < len(values) and values[at].start <= mention.end + _REACH:
                value = values[at]
                at += 1
                if self._tied(mention, value):
                    told = FactValue(mention.article, mention.sentence, value.start, value.end, value.text, f"{value.low:g}")
                    found.setdefault((mention.article, value.start), (told, value))
        if len({told.article for told, _ in found.values()}) < 2:
            return None
        held = {(told.article, told.start): value for told, value in found.values()}
        same: Callable[[FactValue, FactValue], bool] = lambda one, other: agree(  # noqa: E731
            held[one.article, one.start], held[other.article, other.start]
        )
        row = _row(f"{entity.name}’s age", "age", [told for told, _ in found.values()], same)
        return Fact(row.what, row.kind, "year", row.values, row.equal)

    def _tied(self, mention: EntityMention, value: Quantity) -> bool:
        """Whether a value is the age of the person named, and no other name stands between."""
        text = self._comparison.articles[mention.article].article.text
        sentence = self._comparison.articles[mention.article].sentences[mention.sentence]
        if not sentence.start <= value.start < sentence.end:
            return False
        first, last = (mention.end, value.start) if mention.start < value.start else (value.end, mention.start)
        starts = self._starts[mention.article]
        if last < first or bisect_left(starts, first) < bisect_left(starts, last):
            return False
        between = text[first:last]
        if mention.start > value.start:
            return value.unit == "age-year" and len(between) <= 45 and _AGE_BEFORE.fullmatch(between) is not None
        if value.unit == "age-year":
            return _AGE_AFTER.fullmatch(between) is not None
        return _BARE_AFTER.fullmatch(between) is not None and _AGE_ENDS.match(text, value.end) is not None


def _may_be_age(value: Quantity) -> bool:
    return value.unit in {"age-year", ""} and value.kind in {"number", "range"} and 0 < value.low <= value.high <= _OLDEST
