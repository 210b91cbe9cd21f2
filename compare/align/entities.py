"""Which mentions, within and across articles, name the same somebody or something.

Works on distinct forms, not on mentions, so that ten thousand mentions of one name cost as much as one. The order of the articles changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from compare.extract.organisations import BODIES, HEADS, STORMS, VERSUS
from compare.extract.voting import is_acronym
from compare.model import ENTITY_TYPES, Analysis, Entity, EntityMention, EntityType, Mention, Role
from compare.names import people
from compare.names.bodies import is_short_for, key_of
from compare.names.forms import person_name, plain
from compare.text.gazetteer import countries, nation_words, places

_FORMERLY = re.compile(r"\s*(?:,\s*)?\(?(?:formerly|previously)(?: known as| called)?,? (?=[A-Z])")
_SHORTEST_IN_HANDLE = 4
_NATION = ("U.S. ", "US ", "United States ")
_LANDS = frozenset({"State", "state", "Provincial", "Federal"})
_SHORT = {"House of Representatives": "House"}


class _Groups:
    """Sets of keys that stand for the same thing, joined one by one."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        parent = self._parent
        root = key
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[key] != root:
            parent[key], key = root, parent[key]
        return root

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first


def merge(analyses: Sequence[Analysis]) -> tuple[Entity, ...]:
    """The entities of all the articles, the most prominent first: by mentions, then by how early they stand."""
    types = _types(analyses)
    keys = _keys(analyses, types)
    gathered: dict[tuple[str, str], list[tuple[int, Mention]]] = defaultdict(list)
    kinds: dict[tuple[str, str], Counter[EntityType]] = defaultdict(Counter)
    for article, analysis in enumerate(analyses):
        for number, mention in enumerate(analysis.mentions):
            group = keys[article][number]
            gathered[group].append((article, mention))
            kinds[group][types[mention.text]] += 1
    drafts = [_entity(members, _most(kinds[group])) for group, members in gathered.items()]
    drafts.sort(key=lambda entity: (-len(entity.mentions), min(mention.start for mention in entity.mentions), entity.name, entity.type))
    return tuple(
        Entity(f"e{number}", draft.name, draft.type, draft.aliases, draft.roles, draft.mentions) for number, draft in enumerate(drafts, 1)
    )


def _types(analyses: Sequence[Analysis]) -> dict[str, EntityType]:
    """One type for each string over all the articles: what most of its mentions are."""
    seen: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for analysis in analyses:
        for mention in analysis.mentions:
            seen[mention.text][mention.type] += 1
    return {text: _most(counted) for text, counted in seen.items()}


def _most(counted: Counter[EntityType]) -> EntityType:
    return min(counted, key=lambda kind: (-counted[kind], ENTITY_TYPES.index(kind)))


def _keys(analyses: Sequence[Analysis], types: Mapping[str, EntityType]) -> list[list[tuple[str, str]]]:
    """For each mention of each article, the key of the entity that it belongs to."""
    groups = _Groups()
    for texts in _by_family(types).values():
        _join_acronyms(groups, texts, types)
        _join_national(groups, texts)
    for analysis in analyses:
        _join_defined(groups, analysis, types)
    named = people.identify(analyses, types)
    handles = {text for text in types if text.startswith("@")}
    owners = _owners(handles, named)
    keys: list[list[tuple[str, str]]] = []
    for article, analysis in enumerate(analyses):
        row = []
        for number, mention in enumerate(analysis.mentions):
            if mention.text in owners:
                row.append(("person", owners[mention.text]))
            elif types[mention.text] == "person" and mention.text not in handles:
                row.append(("person", named.of[article][number]))
            else:
                family = _family(types[mention.text])
                row.append((family, groups.find(f"{family}:{key_of(mention.text, types[mention.text])}")))
        keys.append(row)
    return keys


def _family(kind: EntityType) -> str:
    """Types between which one name may waver without being two things."""
    return kind if kind in {"place", "group", "person"} else "thing"


def _by_family(types: Mapping[str, EntityType]) -> dict[str, list[str]]:
    families: dict[str, list[str]] = defaultdict(list)
    for text, kind in sorted(types.items()):
        if kind != "person":
            families[_family(kind)].append(text)
    return families


def _join_acronyms(groups: _Groups, texts: Sequence[str], types: Mapping[str, EntityType]) -> None:
    """Joins "IMF" and "International Monetary Fund", and "Merrill" and "Merrill Lynch & Co." where only one long name begins so."""
    things = [text for text in texts if " " in text]
    by_first: dict[str, list[str]] = defaultdict(list)
    by_initial: dict[str, list[str]] = defaultdict(list)
    for text in things:
        if types[text] == "organisation":
            by_first[text.split(" ", 1)[0]].append(text)
        by_initial[text[0]].append(text)
    for text in texts:
        if " " in text:
            continue
        letters = text.replace(".", "")
        if letters.isupper() and len(letters) > 2:
            for long in by_initial.get(text[0], ()):
                if is_short_for(text, long):
                    groups.join(_thing(text), _thing(long))
        elif text not in BODIES and not letters.isupper() and len({_thing(long) for long in by_first.get(text, ())}) == 1:
            groups.join(_thing(text), _thing(by_first[text][0]))


def _join_national(groups: _Groups, texts: Sequence[str]) -> None:
    """Joins "U.S. Senate" and "Senate", unless another land's or state's is named as well ("Alabama Senate").

    Also "Hurricane Irma" and "Irma", "Roe v. Wade" and "Roe".
    """
    known = set(texts)
    national: dict[str, str] = {}
    for text in texts:
        first, _, rest = text.partition(" ")
        short = rest if first in STORMS else first if any(rest.startswith(sign.lstrip()) for sign in VERSUS) else ""
        if short in known:
            groups.join(_thing(text), _thing(short))
        nation = next((form for form in _NATION if text.startswith(form)), "")
        bare = _SHORT.get(text[len(nation) :], text[len(nation) :])
        if bare != text and bare in known and (bare in BODIES or bare.rpartition(" ")[2] in HEADS):
            national[text] = bare
    others = {
        bare
        for bare in set(national.values())
        for text in texts
        if text.endswith(f" {bare}")
        and text not in national
        and (bare not in BODIES or (lead := text[: -len(bare) - 1]) in _LANDS or lead in places() or lead in nation_words())
    }
    for text, bare in national.items():
        if bare not in others:
            groups.join(_thing(text), _thing(bare))


def _thing(text: str) -> str:
    return f"thing:{key_of(text, 'organisation')}"


def _join_defined(groups: _Groups, analysis: Analysis, types: Mapping[str, EntityType]) -> None:
    """Joins what an article itself calls the same: "Bilateral Trade Agreement (BTA)", "X (formerly Twitter)"."""
    text = analysis.article.text
    before: Mention | None = None
    for mention in analysis.mentions:
        if before is not None and _family(types[before.text]) == _family(types[mention.text]) == "thing":
            gap = text[before.end : mention.start]
            bracket = gap == " (" and text[mention.end : mention.end + 1] == ")"
            if (bracket and mention.text.isupper() and is_acronym(mention.text, before.text)) or (
                len(gap) < 40 and _FORMERLY.fullmatch(gap)
            ):
                groups.join(_thing(before.text), _thing(mention.text))
        before = mention


def _owners(handles: Iterable[str], named: people.People) -> dict[str, str]:
    """Each handle that holds the surname of exactly one person ("@SecRubio") → that person."""
    owners: dict[str, str] = {}
    written: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for surname, persons in named.by_surname.items() if handles else ():
        if len(surname) >= _SHORTEST_IN_HANDLE:
            written[surname.replace("-", "")] += [(len(surname), person) for person in persons]
    for handle in sorted(handles):
        low = plain(handle).replace("_", "")
        parts = (low[first:last] for first in range(len(low)) for last in range(first, len(low) + 1))
        found = {bearer for part in parts for bearer in written.get(part, ())}
        longest = max((length for length, _ in found), default=0)
        best = [person for length, person in sorted(found) if length == longest]
        if len(best) == 1:
            owners[handle] = best[0]
    return owners


def _entity(members: Sequence[tuple[int, Mention]], kind: EntityType) -> Entity:
    counted = Counter(mention.text for _, mention in members)
    forms = sorted(counted, key=lambda text: (-counted[text], -len(text), text))
    return Entity(
        id="",
        name=_name(forms, counted, kind),
        type=kind,
        aliases=tuple(forms),
        roles=tuple(_roles(members)),
        mentions=tuple(
            EntityMention(article, mention.start, mention.end, mention.text, mention.sentence, mention.role) for article, mention in members
        ),
    )


def _name(forms: Sequence[str], counted: Mapping[str, int], kind: EntityType) -> str:
    """The form that stands for all: a country's own name, a person's fullest common one, otherwise the most frequent."""
    if kind == "place":
        for form in forms:
            if form in countries():
                return countries()[form]
    if kind == "person":
        full = [form for form in forms if person_name(form).full and not form.isupper()]
        if full:
            return min(full, key=lambda form: (-counted[form], -len(form), form))
    named = [form for form in forms if not form.startswith("@")] or list(forms)
    mixed = [form for form in named if not form.isupper()]
    return named[0] if named[0].isupper() and len(named[0]) <= 6 else (mixed or named)[0]


def _roles(members: Sequence[tuple[int, Mention]]) -> Iterable[Role]:
    """The roles that each article gives, in the order of the text; not those that say less than another of the same article."""
    by_article: dict[int, dict[str, str]] = defaultdict(dict)
    for article, mention in members:
        role = " ".join(mention.role.split())
        if role:
            by_article[article].setdefault(role.casefold(), role)
    for article in sorted(by_article):
        words = {folded: set(folded.split()) for folded in by_article[article]}
        holding: dict[str, list[set[str]]] = defaultdict(list)
        for own in words.values():
            for word in own:
                holding[word].append(own)
        for folded, role in by_article[article].items():
            rarest = min((holding[word] for word in words[folded]), key=len)
            if not any(words[folded] < other for other in rarest):
                yield Role(article, role)
