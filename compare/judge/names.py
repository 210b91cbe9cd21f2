"""Another name in the same slot: of a person, a place, an organisation, or of the one who says it; one name spelt in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from compare.extract.openers import OPENERS
from compare.extract.speech_words import SAYING
from compare.judge.sentence_pairs import ComparisonIndex, SentencePair, Slot, TokenisedSentence
from compare.model import Analysis, Difference, DifferenceKind, Evidence, Link, Mention
from compare.model.outlets import voice
from compare.names.forms import misspelt, person_name
from compare.names.offices import is_office
from compare.names.same import distinct_places, nation, parts, same_entity
from compare.text.gazetteer import places
from compare.text.vocabulary import listed
from compare.text.words import fold

# From here on a sentence is a copy of the other with a word changed: no town stands there for its state
_COPY = 0.9
# So many of one given name are compared with each other: no news has more, and hostile text has thousands
_MOST_NAMESAKES = 30
_WHOSE = listed("his her its their our my your")
_TELLING = frozenset({"according", *SAYING}) - {
    "cited",
    "cite",
    "mocked",
    "thank",
    "thanked",
    "named",
    "called",
    "call",
    "found",
    "held",
    "hold",
    "find",
    "decline",
    "declined",
    "declines",
    "refused",
}


class PlacedName(NamedTuple):
    """A mention and its tokens; ``inside`` where it is the nation or state of an office ("U.S. president", "Indiana Gov. Pence")."""

    mention: Mention
    first: int
    last: int
    inside: bool = False


def find(compared: ComparisonIndex, link: Link, pair: SentencePair) -> Iterator[Difference]:
    """Names that stand in the same slot of a linked pair and can't be the same somebody's."""
    left, right = _with_strangers(compared, pair, named_in(compared, pair.left), named_in(compared, pair.right))
    rivals: list[tuple[float, PlacedName, PlacedName, DifferenceKind]] = []
    known: dict[tuple[bool, int], bool] = {}

    def elsewhere(named: PlacedName, own: Sequence[PlacedName], others: Sequence[PlacedName]) -> bool:
        key = (own is left, named.first)
        if key not in known:
            known[key] = _elsewhere(named, own, others, pair.closeness)
        return known[key]

    for one in left:
        if _matched(one, pair.match):
            continue
        for other in right:
            if one.mention.type == other.mention.type == "other" or _matched(other, pair.back) or not _sorts_meet(pair, one, other):
                continue
            if (
                compared.known.one(link.a.article, one.mention, link.b.article, other.mention)
                or elsewhere(one, left, right)
                or elsewhere(other, right, left)
            ):
                continue
            strength = _strength(link, pair, pair.slot((one.first, one.last), (other.first, other.last)), one, other)
            if strength > 0:
                rivals.append((strength, one, other, kind_of(pair, one, other)))
    taken: set[tuple[int, int]] = set()
    for _, one, other, kind in sorted(rivals, key=lambda rival: (-rival[0], rival[1].first, rival[2].first)):
        if (0, one.first) in taken or (1, other.first) in taken:
            continue
        taken |= {(0, one.first), (1, other.first)}
        yield differing(pair, one, other, kind)


def named_in(compared: ComparisonIndex, tokenised: TokenisedSentence) -> list[PlacedName]:
    """The names of a sentence with their tokens; each sentence is read once."""
    if "named" in tokenised.remembered:
        return list(tokenised.remembered["named"])
    found = []
    for mention in compared.mentions(tokenised.place):
        span = tokenised.at(mention.start, mention.end)
        if span is None or tokenised.tokens[span[0]].value is not None:
            # "Celsius", "Swiss francs"
            continue
        after = tokenised.tokens[span[1] + 1] if span[1] + 1 < len(tokenised.tokens) else None
        office = after is not None and is_office(after.text) and not tokenised.gap(span[1] + 1).strip()
        found.append(PlacedName(mention, *span, inside=office and mention.type in {"place", "group", "organisation"}))
    tokenised.remembered["named"] = found
    return list(found)


def _with_strangers(
    compared: ComparisonIndex, pair: SentencePair, left: list[PlacedName], right: list[PlacedName]
) -> tuple[list[PlacedName], list[PlacedName]]:
    """In near copies a capitalised word that no rule took for a name counts as one where the other sentence has a name."""
    if pair.closeness < 0.6:
        return left, right
    both = []
    for tokenised, match, own, others in ((pair.left, pair.match, left, right), (pair.right, pair.back, right, left)):
        capitals = sum(token.capital for token in tokenised.tokens if token.weight == 1.0)
        if all(_matched(other, pair.back if others is right else pair.match) for other in others) or 2 * capitals > len(tokenised.tokens):
            # nothing to stand against, or a headline in capitals
            both.append(own)
            continue
        inside = {index for named in own for index in range(named.first, named.last + 1)}
        strangers = [
            PlacedName(Mention(token.start, token.end, token.text, "other", tokenised.place.sentence), index, index)
            for index, token in enumerate(tokenised.tokens)
            if index not in match
            and index not in inside
            and token.capital
            and token.weight == 1.0
            and token.value is None
            and len(token.text) > 2
            and not is_office(token.text)
            and not nation(token.text)
            and (index or not (token.text in OPENERS or compared.is_common(tokenised.place.article, token.text)))
        ]
        both.append([*own, *strangers])
    return both[0], both[1]


def _matched(named: PlacedName, match: dict[int, int]) -> bool:
    return all(index in match for index in range(named.first, named.last + 1))


def _sorts_meet(pair: SentencePair, one: PlacedName, other: PlacedName) -> bool:
    """Whether a name of one sort can stand where the other stands; the sort is a guess, but only near copies may overrule it."""
    first, second = one.mention.type, other.mention.type
    if one.inside != other.inside or owned_apart(pair, one, other):
        return False
    if first == second:
        return first != "place" or distinct_places(one.mention, other.mention) or pair.closeness >= _COPY
    if "other" in {first, second} and pair.closeness >= 0.6:
        return "group" not in {first, second}
    if pair.closeness < 0.7:
        return False
    if "place" in {first, second}:
        return bool(preposition(pair.left, one)) and preposition(pair.left, one) == preposition(pair.right, other)
    return "group" not in {first, second}


def preposition(tokenised: TokenisedSentence, named: PlacedName) -> str:
    """The preposition of place right before a name, or ""."""
    before = tokenised.folded[named.first - 1] if named.first else ""
    return before if before in {"in", "at", "from", "of", "to", "near", "outside", "by", "with"} else ""


def _elsewhere(named: PlacedName, own: Sequence[PlacedName], others: Sequence[PlacedName], closeness: float) -> bool:
    """Whether the other sentence names this one too, in another place than the copy would."""
    if closeness >= 0.85:
        return False
    mine = sum(same_entity(named.mention, one.mention) for one in own)
    theirs = sum(same_entity(named.mention, other.mention) for other in others)
    return theirs >= mine


def _strength(link: Link, pair: SentencePair, slot: Slot, one: PlacedName, other: PlacedName) -> float:
    shared = bool(set(parts(one.mention.text)) & set(parts(other.mention.text)))
    near_copy = pair.closeness >= 0.6
    strength = slot.context + 0.4 * slot.tight + 0.5 * shared + 2.0 * max(0.0, pair.closeness - 0.5)
    if one.mention.type == other.mention.type:
        strength += 0.2
    if near_copy:
        needed = 1.1 if slot.tight or pair.closeness >= 0.75 else 1.9
    elif link.relation == "aligned":
        needed = 3.4
    else:
        needed = 3.6
    return round(strength - needed, 4)


def _on_the_map(one: PlacedName, other: PlacedName) -> bool:
    """Whether what is taken for a place is one that the tables know: "shares in Volkswagen" only looks like a town."""
    return all(named.mention.type != "place" or named.mention.text in places() for named in (one, other))


def owned_apart(pair: SentencePair, one: PlacedName, other: PlacedName) -> bool:
    """Whether one name is somebody's and the other a person's: "his Turnberry golf resort", "his wife, Melania"."""
    mine, theirs = (
        named.first > 0 and tokenised.folded[named.first - 1] in _WHOSE for tokenised, named in ((pair.left, one), (pair.right, other))
    )
    return mine != theirs and "person" in {one.mention.type, other.mention.type}


def kind_of(pair: SentencePair, one: PlacedName, other: PlacedName) -> DifferenceKind:
    """What two rival names disagree about: where, who, or who says it."""
    sorts = {one.mention.type, other.mention.type}
    where = _on_the_map(one, other) and preposition(pair.left, one) in {"in", "at", "from", "of", "to", "near", "outside"}
    if "place" in sorts and (sorts == {"place"} or where):
        return "place"
    same = set(parts(one.mention.text)) & set(parts(other.mention.text))
    if not same and _speaks(pair.left, one) and _speaks(pair.right, other):
        return "attribution"
    return "name"


def _speaks(tokenised: TokenisedSentence, named: PlacedName) -> bool:
    near = [*range(max(0, named.first - 6), named.first), *range(named.last + 1, min(len(tokenised.tokens), named.last + 4))]
    return any(
        tokenised.folded[index] in _TELLING
        and not any(mark in tokenised.between(min(index, named.first), max(index, named.last)) for mark in ";:.?!\n")
        for index in near
    )


def differing(pair: SentencePair, one: PlacedName, other: PlacedName, kind: DifferenceKind) -> Difference:
    """Two names as a difference of a kind."""
    a, b = (
        Evidence(*tokenised.place, named.mention.start, named.mention.end, named.mention.text)
        for tokenised, named in ((pair.left, one), (pair.right, other))
    )
    first, second = voice(a.article), voice(b.article)
    near_copy = pair.closeness >= 0.6
    if kind == "name" and one.mention.type == other.mention.type == "person" and misspelt(one.mention.text, other.mention.text):
        return Difference("name", 2, a, b, f"{first} spells the name {a.text}, {second} {b.text}.")
    if kind == "attribution":
        return Difference(kind, 3 if near_copy else 2, a, b, f"In {first} it is {a.text} who says it, in {second} {b.text}.")
    what = "places it in" if kind == "place" and _placed(pair.left, one) else "names"
    return Difference(kind, 3 if near_copy and kind == "place" else 2, a, b, f"{first} {what} {a.text}, {second} {b.text}.")


def _placed(tokenised: TokenisedSentence, named: PlacedName) -> bool:
    return named.first > 0 and tokenised.folded[named.first - 1] in {"in", "at", "near", "outside"}


# Beyond linked sentences -----------------------------------------------------------------------------------------------------------


def spellings(analyses: Sequence[Analysis]) -> Iterator[Difference]:
    """One person's name spelt in two ways by two articles: the same given name, surnames a letter or two apart."""
    named = [_people(analysis) for analysis in analyses]
    surnames = [{person_name(text).surname for people in there.values() for text in people} for there in named]
    for one, other in combinations(range(len(analyses)), 2):
        for key, people in named[one].items():
            for first in people.values():
                for second in named[other].get(key, {}).values():
                    known = person_name(first.text).surname in surnames[other] or person_name(second.text).surname in surnames[one]
                    if not known and misspelt(first.text, second.text):
                        a, b = (
                            Evidence(article, mention.sentence, mention.start, mention.end, mention.text)
                            for article, mention in ((one, first), (other, second))
                        )
                        yield Difference("name", 2, a, b, f"{voice(one)} spells the name {a.text}, {voice(other)} {b.text}.")


def _people(analysis: Analysis) -> dict[tuple[str, str], dict[str, Mention]]:
    """The first mention of each full name of a person, a few under each given name and surname's first letter."""
    found: dict[tuple[str, str], dict[str, Mention]] = {}
    for mention in analysis.mentions:
        name = person_name(mention.text)
        if mention.type == "person" and name.full:
            there = found.setdefault((name.given[0], name.surname[:1]), {})
            if len(there) < _MOST_NAMESAKES:
                there.setdefault(mention.text, mention)
    return found


_EVENT = re.compile(
    r"\b((?:[A-Z][\w&’'-]{0,40}\s(?:of\s(?:the\s)?)?(?:\([A-Z]+\)\s)?){1,6})(Summit|summit|Conference|conference|Forum|forum"
    r"|Games|Cup|Championship|Championships|Festival|Congress|Assembly|"
    r"Olympics|Open|Prix|Trophy|League|Tournament|tournament|Marathon|Awards)\b"
)


def events(link: Link, pair: SentencePair) -> Iterator[Difference]:
    """One gathering under two names: the same kind of event in linked sentences, with another proper name right before it."""
    found = [
        [(match, fold(match[2]), _modifiers(match[1])) for match in _EVENT.finditer(tokenised.text)]
        for tokenised in (pair.left, pair.right)
    ]
    for one, head, mine in found[0]:
        for other, there, theirs in found[1]:
            if head != there or mine[-1:] == theirs[-1:] or not set(mine) & set(theirs):
                continue
            a, b = (
                Evidence(*tokenised.place, tokenised.start + match.start(), tokenised.start + match.end(), match[0])
                for tokenised, match in ((pair.left, one), (pair.right, other))
            )
            yield Difference("name", 2, a, b, f"{voice(a.article)} calls the event {a.text}, {voice(b.article)} {b.text}.")
            return


def _modifiers(text: str) -> list[str]:
    """The words before an event's noun, an acronym in brackets standing for all that it shortens."""
    short = re.search(r"\(([A-Z]+)\)\s*$", text)
    if short:
        return [short[1]]
    return [word for word in re.findall(r"[\w&’'-]+", text) if word[0].isupper() and word not in {"The", "Annual"}]
