"""Who is who: forms of people's names joined within each article and across them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.alignment.names import PersonName, full_form, person_name, same_person, surnames_agree
from compare.model import Analysis, EntityType, Mention

_WINDOW = 24
"""Where very many names are alike, each is compared with this many neighbours in the alphabet."""


class People(NamedTuple):
    """``of[article][number]`` is the person of a mention ("" where it is nobody's); ``by_surname`` lists the persons with a surname."""

    of: list[list[str]]
    by_surname: dict[str, list[str]]


class _Person:
    """Full names that are one person's."""

    def __init__(self, name: PersonName, text: str) -> None:
        self.names = [name]
        self.key = text
        self.roles: set[str] = set()


def identify(analyses: Sequence[Analysis], types: Mapping[str, EntityType]) -> People:
    """Finds out who each mention of a person names.

    Full names are joined when surnames and given names agree; initials only where they fit one person alone. A bare surname is the person of that
    surname whom its article names in full (the last one named, where there are two), else the only one whom any article names.
    """
    counted: Counter[str] = Counter()
    for analysis in analyses:
        counted.update(
            mention.text for mention in analysis.mentions if types[mention.text] == "person" and not mention.text.startswith("@")
        )
    persons, of_full = _join_full(sorted(counted))
    for analysis in analyses:
        for mention in analysis.mentions:
            if mention.role and mention.text in of_full:
                of_full[mention.text].roles.update(_words(mention.role))
    by_part: dict[str, list[_Person]] = defaultdict(list)
    for person in persons:
        for part in dict.fromkeys(part for name in person.names for part in (name.surname, " ".join(name.given), name.given[0])):
            if len(part) > 1:
                by_part[part].append(person)
    short = {text: _candidates(person_name(text).surname, by_part) for text in sorted(counted) if text not in of_full}
    of = [_of_article(analysis, types, of_full, short) for analysis in analyses]
    by_surname: dict[str, list[str]] = defaultdict(list)
    for person in persons:
        for surname in dict.fromkeys(name.surname for name in person.names):
            by_surname[surname].append(person.key)
    for text in short:
        if not short[text]:
            by_surname[person_name(text).surname].append(_alone(text))
    return People(of, {surname: list(dict.fromkeys(keys)) for surname, keys in by_surname.items()})


def _join_full(texts: Sequence[str]) -> tuple[list[_Person], dict[str, _Person]]:
    """The persons named in full, and the person of each full form. Names with most to say come first, so that initials find them."""
    full = [(person_name(text), text) for text in texts if person_name(text).full]
    full.sort(key=lambda item: (sum(len(given) == 1 for given in item[0].given), -len(item[0].given), item[1]))
    persons: list[_Person] = []
    near: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    of_full: dict[str, _Person] = {}
    for name, text in full:
        close = [person for key in _keys(name) for person in near[key][-_WINDOW:]]
        fitting = [person for person in dict.fromkeys(close) if any(same_person(name, known) for known in person.names[:_WINDOW])]
        exact = [person for person in fitting if any(_spelt_alike(name, known) for known in person.names)]
        chosen = exact if len(exact) == 1 else fitting
        if len(chosen) == 1:
            person = chosen[0]
            person.names.append(name)
        else:
            person = _Person(name, text)
            persons.append(person)
        of_full[text] = person
        for key in _keys(name):
            if person not in near[key][-1:]:
                near[key].append(person)
    return persons, of_full


def _keys(name: PersonName) -> list[tuple[str, str]]:
    """Where to look for the same person: under the beginning of the surname with each given name's first letter, and the other way round."""
    keys = [(name.surname[:3], full_form(given)[:1]) for given in name.given]
    if len(name.given) == 1:
        keys.append((name.given[0][:3], name.surname[:1]))
    return list(dict.fromkeys(keys))


def _spelt_alike(a: PersonName, b: PersonName) -> bool:
    return a.surname == b.surname and a.given[0] == b.given[0]


def _candidates(part: str, by_part: Mapping[str, list[_Person]]) -> list[_Person]:
    """The persons whom a single name may mean: those of this surname, else those of this given name, else those with a surname spelt much alike."""
    found = by_part.get(part, [])
    surnamed = [person for person in found if any(name.surname == part for name in person.names)]
    if surnamed or found:
        return surnamed or found
    if part.endswith("s") and (family := by_part.get(part[:-1])):
        return [] if len(family) > 1 else family
    alike = [persons for other, persons in sorted(by_part.items()) if other[:3] == part[:3] and surnames_agree(other, part)]
    return alike[0] if len(alike) == 1 else []


def _alone(text: str) -> str:
    return person_name(text).surname


def _words(role: str) -> set[str]:
    return {word for word in role.casefold().replace("then-", "").split() if len(word) > 3}


def _of_article(
    analysis: Analysis, types: Mapping[str, EntityType], of_full: Mapping[str, _Person], short: Mapping[str, list[_Person]]
) -> list[str]:
    mentions = [mention if types[mention.text] == "person" and not mention.text.startswith("@") else None for mention in analysis.mentions]
    first_full: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        if mention is not None and mention.text in of_full:
            first_full.setdefault(id(of_full[mention.text]), number)
    strangers = _strangers(mentions, of_full, short, first_full)
    row: list[str] = []
    latest: dict[str, _Person] = {}
    for mention in mentions:
        if mention is None:
            row.append("")
            continue
        if mention.text in of_full:
            person = of_full[mention.text]
            for name in person.names:
                latest[name.surname] = person
            row.append(person.key)
            continue
        surname = person_name(mention.text).surname
        row.append(_short_name(mention, short[mention.text], surname, first_full, strangers.get(surname, set()), latest))
    return row


def _strangers(
    mentions: Sequence[Mention | None], of_full: Mapping[str, _Person], short: Mapping[str, list[_Person]], first_full: Mapping[int, int]
) -> dict[str, set[int]]:
    """For a surname, the persons whom this article's bare surname doesn't mean: "President Clinton", said before "Hillary Clinton" is named."""
    strangers: dict[str, set[int]] = defaultdict(set)
    for number, mention in enumerate(mentions):
        if mention is None or not mention.role or mention.text in of_full:
            continue
        for person in short[mention.text]:
            introduced = first_full.get(id(person))
            if introduced is not None and number < introduced and not person.roles & _words(mention.role):
                strangers[person_name(mention.text).surname].add(id(person))
    return strangers


def _short_name(
    mention: Mention,
    candidates: Sequence[_Person],
    surname: str,
    first_full: Mapping[int, int],
    strangers: set[int],
    latest: Mapping[str, _Person],
) -> str:
    candidates = [person for person in candidates if id(person) not in strangers]
    here = [person for person in candidates if id(person) in first_full]
    if len(here) > 1:
        by_role = [person for person in here if mention.role and person.roles & _words(mention.role)]
        if len(by_role) == 1:
            return by_role[0].key
        last = latest.get(surname)
        return last.key if last in here else min(here, key=lambda person: (first_full[id(person)], person.key)).key
    if here:
        return here[0].key
    if len(candidates) > 1:
        by_role = [person for person in candidates if mention.role and person.roles & _words(mention.role)]
        if len(by_role) == 1:
            return by_role[0].key
    return candidates[0].key if len(candidates) == 1 else _alone(mention.text)
