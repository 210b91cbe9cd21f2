"""Who is who: forms of people's names joined within each article and across them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from compare.model import Analysis, EntityType, Mention
from compare.names.forms import PersonName, full_form, person_name, same_person, surnames_agree

_SON_OF = re.compile(r"\b(?:bin|ibn|bint) $", re.IGNORECASE)
_WOMAN = re.compile(r"(?:\b(?:Mrs|Ms|Miss)\b\.?|\b(?:wife|daughter|daughters|widow|mother|sister|[Ff]irst [Ll]ady),?)\s$")
_RELATIVE = re.compile(
    r"(?:[Hh]is|[Hh]er|[Tt]heir|['’]s) (?:late |own |elder |younger |eldest )?(?:father|mother|son|daughter|brother|sister|grandfather),? $"
)
_OPEN = "?"
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
        self.texts = [text]
        self.key = text
        self.roles: set[str] = set()


class _Bearers:
    """Whom a bare surname means in the articles that name its bearers in full."""

    def __init__(self) -> None:
        self._counted: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, surname: str, person: str) -> None:
        self._counted[surname][person] += 1

    def usual(self, surname: str) -> str:
        """The one person whom it means most often, "" where there is none."""
        ranked = self._counted[surname].most_common(2)
        return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""


def identify(analyses: Sequence[Analysis], types: Mapping[str, EntityType]) -> People:
    """Finds out who each mention of a person names.

    Full names are joined when surnames and given names agree; initials only where they fit one person alone. A bare surname is the person of that
    surname whom its article names in full (the first one named, where there are two), else the one whom it means in the other articles.
    """
    persons, of_full = _join_full(_articles_of_forms(analyses, types), _relatives(analyses, types), _in_office(analyses, types))
    for analysis in analyses:
        for mention in analysis.mentions:
            if mention.role and mention.text in of_full:
                of_full[mention.text].roles.update(_words(mention.role))
    index = _Index(persons)
    short = {
        mention.text: index.candidates(person_name(mention.text))
        for analysis in analyses
        for mention in analysis.mentions
        if _is_named(mention, types) and mention.text not in of_full
    }
    meant = _Bearers()
    of = [_of_article(analysis, types, of_full, short, meant) for analysis in analyses]
    for analysis, row in zip(analyses, of, strict=True):
        row[:] = [
            (meant.usual(person_name(mention.text).surname) or _alone(mention.text)) if person == _OPEN else person
            for mention, person in zip(analysis.mentions, row, strict=True)
        ]
    return People(of, _by_surname(persons, short))


def _is_named(mention: Mention, types: Mapping[str, EntityType]) -> bool:
    return types[mention.text] == "person" and not mention.text.startswith("@")


def _articles_of_forms(analyses: Sequence[Analysis], types: Mapping[str, EntityType]) -> dict[str, set[int]]:
    articles: dict[str, set[int]] = defaultdict(set)
    for number, analysis in enumerate(analyses):
        for mention in analysis.mentions:
            if _is_named(mention, types):
                articles[mention.text].add(number)
    return articles


def _in_office(analyses: Sequence[Analysis], types: Mapping[str, EntityType]) -> set[str]:
    """The forms with which an article gives an office or title."""
    return {mention.text for analysis in analyses for mention in analysis.mentions if mention.role and _is_named(mention, types)}


def _relatives(analyses: Sequence[Analysis], types: Mapping[str, EntityType]) -> set[str]:
    """The full forms that are introduced as somebody's father, son and so on: of his name they are another ("His father, George Holt")."""
    found = set()
    for analysis in analyses:
        for mention in analysis.mentions:
            if _is_named(mention, types) and _RELATIVE.search(analysis.article.text[max(0, mention.start - 40) : mention.start]):
                found.add(mention.text)
    return found


def _by_surname(persons: Sequence[_Person], short: Mapping[str, Sequence[_Person]]) -> dict[str, list[str]]:
    by_surname: dict[str, list[str]] = defaultdict(list)
    for person in persons:
        for surname in dict.fromkeys(name.surname for name in person.names):
            by_surname[surname].append(person.key)
    for text, candidates in sorted(short.items()):
        if not candidates:
            by_surname[person_name(text).surname].append(_alone(text))
    return {surname: list(dict.fromkeys(keys)) for surname, keys in by_surname.items()}


def _join_full(
    articles: Mapping[str, set[int]], relatives: AbstractSet[str], in_office: AbstractSet[str]
) -> tuple[list[_Person], dict[str, _Person]]:
    """The persons named in full, and the person of each full form. Names with most to say come first, so that initials find them.

    ``articles`` has the articles that hold each form: a father and his junior are two where one article names both. ``relatives`` are the forms
    introduced as somebody's relative: another form of that name is the somebody. Of those ``in_office`` a junior of the very name without one is no
    other form: "President Donald Trump", "Donald Trump Jr.".
    """
    full = [(person_name(text), text) for text in sorted(articles) if person_name(text).full]
    full.sort(key=lambda item: (sum(len(given) == 1 for given in item[0].given), -len(item[0].given), item[1]))
    persons: list[_Person] = []
    near: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    of_full: dict[str, _Person] = {}
    for name, text in full:
        close = [person for key in _keys(name) for person in near[key][-_WINDOW:]]
        fitting = [
            person
            for person in dict.fromkeys(close)
            if any(same_person(name, known) for known in person.names[:_WINDOW])
            and not _father_and_junior(name, text, person, articles, in_office)
            and not ((text in relatives) ^ any(other in relatives for other in person.texts))
        ]
        exact = [person for person in fitting if any(_spelt_alike(name, known) for known in person.names)]
        chosen = exact if len(exact) == 1 else fitting
        if len(chosen) == 1:
            person = chosen[0]
            person.names.append(name)
            person.texts.append(text)
        else:
            person = _Person(name, text)
            persons.append(person)
        of_full[text] = person
        for key in _keys(name):
            if person not in near[key][-1:]:
                near[key].append(person)
    return persons, of_full


def _father_and_junior(name: PersonName, text: str, person: _Person, articles: Mapping[str, set[int]], in_office: AbstractSet[str]) -> bool:
    for known, other in zip(person.names[:_WINDOW], person.texts, strict=False):
        if bool(name.generation) == bool(known.generation):
            continue
        junior, father = (text, other) if name.generation else (other, text)
        if not articles[text].isdisjoint(articles[other]) or (
            name.given == known.given and father in in_office and junior not in in_office
        ):
            return True
    return False


def _keys(name: PersonName) -> list[tuple[str, str]]:
    """Where to look for the same person: under the beginning of the surname with each given name's first letter, and the other way round."""
    keys = [(name.surname[:3], full_form(given)[:1]) for given in name.given]
    if len(name.given) == 1:
        keys.append((name.given[0][:3], name.surname[:1]))
    return list(dict.fromkeys(keys))


def _spelt_alike(a: PersonName, b: PersonName) -> bool:
    return a.surname == b.surname and a.given[0] == b.given[0]


class _Index:
    """The persons named in full, by each part of their names."""

    def __init__(self, persons: Sequence[_Person]) -> None:
        self._by_part: dict[str, list[_Person]] = defaultdict(list)
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for person in persons:
            for part in dict.fromkeys(part for name in person.names for part in (name.surname, " ".join(name.given), *name.given)):
                if len(part) > 1:
                    if part not in self._by_part:
                        self._by_start[part[:3]].append(part)
                    self._by_part[part].append(person)

    def candidates(self, short: PersonName) -> list[_Person]:
        """The persons whom a single name may mean: those of this surname, else of this given name, else of a surname spelt much alike.

        "Trump Jr." is a junior; "Trump" is one only where nobody else has the name.
        """
        part = short.surname
        found = self._by_part.get(part, [])
        if short.generation:
            return [person for person in found if any(name.generation == short.generation for name in person.names)]
        found = [person for person in found if not all(name.generation for name in person.names)] or found
        surnamed = [person for person in found if any(name.surname == part for name in person.names)]
        if surnamed or found:
            return surnamed or found
        if part.endswith("s") and (family := self._by_part.get(part[:-1])):
            return [] if len(family) > 1 else family
        alike = [other for other in self._by_start[part[:3]][:_WINDOW] if surnames_agree(other, part)]
        return self._by_part[alike[0]] if len(alike) == 1 else []


def _alone(text: str) -> str:
    return person_name(text).surname


def _words(role: str) -> set[str]:
    return {word for word in role.casefold().replace("then-", "").split() if len(word) > 3}


def _of_article(
    analysis: Analysis,
    types: Mapping[str, EntityType],
    of_full: Mapping[str, _Person],
    short: Mapping[str, list[_Person]],
    meant: _Bearers,
) -> list[str]:
    """The person of each mention of an article, "" for those of no person, _OPEN where only the other articles can tell."""
    text = analysis.article.text
    mentions = [mention if _is_named(mention, types) else None for mention in analysis.mentions]
    first_full: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        if mention is not None and mention.text in of_full:
            first_full.setdefault(id(of_full[mention.text]), number)
    strangers = _strangers(analysis, mentions, of_full, short, first_full)
    women = _women(text, mentions, of_full)
    row: list[str] = []
    for mention in mentions:
        if mention is None:
            row.append("")
            continue
        if mention.text in of_full:
            row.append(of_full[mention.text].key)
            continue
        surname = person_name(mention.text).surname
        woman = _is_a_woman(text, mention)
        candidates = [
            person
            for person in short[mention.text]
            if (woman or id(person) not in strangers.get(surname, ())) and not _is_his_father(text, mention, person)
        ]
        here = sorted((person for person in candidates if id(person) in first_full), key=lambda person: first_full[id(person)])
        if woman and any(id(person) in women for person in here):
            here = [person for person in here if id(person) in women]
        found = _by_role(mention, here) or (here[0] if here else None) or _by_role(mention, candidates)
        if found is None and len(candidates) == 1:
            found = candidates[0]
        if found is not None and here:
            meant.add(surname, found.key)
        row.append(found.key if found else _OPEN if len(candidates) > 1 else _alone(mention.text))
    return row


def _by_role(mention: Mention, candidates: Sequence[_Person]) -> _Person | None:
    """The only candidate who is given the mention's office, where there are several candidates."""
    fitting = [person for person in candidates if mention.role and person.roles & _words(mention.role)]
    return fitting[0] if len(fitting) == 1 else None


def _is_his_father(text: str, mention: Mention, person: _Person) -> bool:
    """Whether a bare name is what a person is the son of: "King Salman" is not Mohammed bin Salman, "bin Salman" is."""
    if _SON_OF.search(text[max(0, mention.start - 5) : mention.start]):
        return False
    surname = person_name(mention.text).surname
    return all(name.surname == surname and bool(_SON_OF.search(f"{' '.join(name.given)} ")) for name in person.names)


def _women(text: str, mentions: Sequence[Mention | None], of_full: Mapping[str, _Person]) -> set[int]:
    return {
        id(of_full[mention.text]) for mention in mentions if mention is not None and mention.text in of_full and _is_a_woman(text, mention)
    }


def _strangers(
    analysis: Analysis,
    mentions: Sequence[Mention | None],
    of_full: Mapping[str, _Person],
    short: Mapping[str, list[_Person]],
    first_full: Mapping[int, int],
) -> dict[str, set[int]]:
    """For a surname, the persons whom this article's bare surname doesn't mean.

    Those are a wife or daughter when "President Clinton" was said before she was introduced, and all where two or more of the name are introduced
    only after somebody of that name was spoken of ("Obama … his daughters, Sasha and Malia Obama").
    """
    strangers: dict[str, set[int]] = defaultdict(set)
    text = analysis.article.text
    women = _women(text, mentions, of_full)
    titled_women = {person_name(mention.text).surname for mention in mentions if mention is not None and _is_a_woman(text, mention)}
    for number, mention in enumerate(mentions):
        if mention is None or mention.text in of_full or analysis.sentences[mention.sentence].kind == "heading":
            continue
        surname = person_name(mention.text).surname
        later = [person for person in short[mention.text] if _introduced_later(id(person), number, mentions, first_full)]
        for person in later:
            other = id(person) in women or surname in titled_women or len(short[mention.text]) > 1
            if mention.role and other and not _is_a_woman(text, mention) and not person.roles & _words(mention.role):
                strangers[surname].add(id(person))
        introduced = [person for person in short[mention.text] if id(person) in first_full]
        if len(introduced) > 1 and len(later) == len(introduced):
            strangers[surname].update(id(person) for person in later)
    return strangers


def _introduced_later(person: int, number: int, mentions: Sequence[Mention | None], first_full: Mapping[int, int]) -> bool:
    """Whether a person is named in full only after a mention, and not right behind it ("President Trump Donald John Trump", as some pages have it)."""
    full, here = mentions[first_full.get(person, number)], mentions[number]
    return full is not None and here is not None and full.start > here.end + 1


def _is_a_woman(text: str, mention: Mention) -> bool:
    """Whether an honorific or a word of kinship before the name says so."""
    return _WOMAN.search(text[max(0, mention.start - 14) : mention.start]) is not None
