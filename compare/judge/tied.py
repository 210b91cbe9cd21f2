"""What is tied to one and the same thing in two articles, so that the two rival even in sentences that are worded otherwise.

Three ties hold so firmly that no likeness of the sentences is asked for: one figure with two nouns that exclude each other right after it ("a 25
percent penalty for", "a 25 percent duty on"); three names or more that one article counts in and the other has as partners; and an office that
only one can hold, which one article gives somebody plainly and another as past ("then-President"), though no article gives it to anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from compare.judge.anchors import evidence
from compare.judge.exclusive import senses, ties
from compare.judge.sentence_pairs import ComparisonIndex, SentencePair, TokenisedSentence
from compare.model import Analysis, Difference, Entity, EntityMention, Evidence, Link, Mention, Moment, Place, Quantity
from compare.model.outlets import voice
from compare.text.vocabulary import listed

_BELONGS = listed("include includes including included comprise comprises comprising member members consists composed belongs belong")
_ATTENDS = listed("partner partners observer observers guest guests associate associates outsiders non-members")
# So many names in common make a list of it
_LISTED = 3
# A figure and its noun: "a 25 percent additional duty"
_NEAR = 3
_PAST = "then"
# Offices that one person holds at a time, of a nation, a state or a body
_SINGLE = listed("president premier chancellor king queen pope governor mayor speaker")
_SINGLE_PHRASES = ("prime minister", "secretary of state", "first minister", "attorney general")


def find(compared: ComparisonIndex, link: Link, pair: SentencePair) -> Iterator[Difference]:
    """Figures and lists that one link ties to two things that exclude each other."""
    yield from _figures(pair)
    yield from _lists(compared, link, pair)


def _figures(pair: SentencePair) -> Iterator[Difference]:
    for i, j in sorted(pair.match.items()):
        if not isinstance(pair.left.tokens[i].value, Quantity):
            continue
        for one in (sense for sense in senses(pair.left) if 0 < sense.first - i <= _NEAR):
            for other in (sense for sense in senses(pair.right) if 0 < sense.first - j <= _NEAR):
                if one.family == other.family and one.group != other.group and ties(one.family):
                    a, b = evidence(pair.left, i, one.last), evidence(pair.right, j, other.last)
                    if not _both(pair, one.first, other.first):
                        yield Difference("other", 3, a, b, f"{voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”.")


def _both(pair: SentencePair, i: int, j: int) -> bool:
    """Whether either sentence has the other's noun too."""
    return pair.left.folded[i] in pair.right.folded or pair.right.folded[j] in pair.left.folded


def _lists(compared: ComparisonIndex, link: Link, pair: SentencePair) -> Iterator[Difference]:
    if link.relation != "aligned":
        return
    for tokenised, other in ((pair.left, pair.right), (pair.right, pair.left)):
        inside = [index for index, word in enumerate(tokenised.folded) if word in _BELONGS]
        outside = [index for index, word in enumerate(other.folded) if word in _ATTENDS]
        if not inside or not outside or set(tokenised.folded) & _ATTENDS or set(other.folded) & {"member", "members"}:
            continue
        named = [{_name(compared, mention, side): mention for mention in compared.mentions(side.place)} for side in (tokenised, other)]
        if len(named[0].keys() & named[1].keys()) < _LISTED:
            continue
        first, second = evidence(tokenised, *_reach(compared, tokenised, inside[0])), evidence(other, *_reach(compared, other, outside[0]))
        a, b = (first, second) if tokenised is pair.left else (second, first)
        text = (
            f"{voice(first.article)} counts them as members (“{tokenised.tokens[inside[0]].text}”), {voice(second.article)} calls them "
            f"“{other.tokens[outside[0]].text}”."
        )
        yield Difference("role", 3, a, b, text)
        return


def _name(compared: ComparisonIndex, mention: Mention, tokenised: TokenisedSentence) -> str:
    """What a mention names: its entity's id, over all the articles."""
    entity = compared.entity_at.get((tokenised.place.article, mention.start))
    return entity.id if entity is not None else mention.text


def _reach(compared: ComparisonIndex, tokenised: TokenisedSentence, word: int) -> tuple[int, int]:
    """From the word that says what they are to the names it is said of."""
    named = [span for mention in compared.mentions(tokenised.place) if (span := tokenised.at(mention.start, mention.end))]
    beside = [span for span in named if abs(span[0] - word) <= 14] or named
    return min(word, beside[0][0]) if beside[0][0] < word else word, max(word, beside[-1][1])


def offices(compared: ComparisonIndex) -> Iterator[Difference]:
    """Somebody's office, plain in one article and past in another, where no article has another holder of it."""
    holders: dict[str, set[str]] = {}
    for entity in compared.entities:
        for mention in entity.mentions:
            if entity.type == "person" and (office := _single(mention.role)):
                holders.setdefault(office, set()).add(entity.id)
    for entity in compared.entities:
        given = {office: by for office, by in _given(entity).items() if len(holders[office]) == 1}
        for office in sorted(given):
            for one, other in combinations(sorted(given[office]), 2):
                first, second = given[office][one], given[office][other]
                if len(first) == len(second) == 1 and first.keys() != second.keys():
                    mine, theirs = next(iter(first.values())), next(iter(second.values()))
                    if not (_dated(compared, mine) or _dated(compared, theirs)):
                        yield _difference(compared, entity, mine, theirs)


def _dated(compared: ComparisonIndex, mention: EntityMention) -> bool:
    """Whether the sentence tells of a year: somebody who was president then is called so, and may be none now."""
    values = compared.values(Place(mention.article, mention.sentence))
    return any(isinstance(value, Moment) and value.precision == "year" for value in values)


def _single(role: str) -> str:
    """The office that only one holds at a time in a role as it is written, without what says when; "" where it is none."""
    words = role.casefold().replace("-", " ").split()
    plain = " ".join(word for word in words if word not in {"then", "us", "u.s."})
    if any(
        word in plain.split() for word in ("former", "ex", "acting", "vice", "deputy", "elect", "interim", "late", "incoming", "outgoing")
    ):
        return ""
    return next((phrase for phrase in (*_SINGLE_PHRASES, *sorted(_SINGLE)) if f" {plain} ".find(f" {phrase} ") >= 0), "")


def _given(entity: Entity) -> dict[str, dict[int, dict[bool, EntityMention]]]:
    """By office and article the first mention that gives it as past, and the first that gives it plainly."""
    found: dict[str, dict[int, dict[bool, EntityMention]]] = {}
    for mention in entity.mentions:
        office = _single(mention.role) if entity.type == "person" else ""
        if office:
            past = mention.role.casefold().startswith(_PAST)
            found.setdefault(office, {}).setdefault(mention.article, {}).setdefault(past, mention)
    return found


def _difference(compared: ComparisonIndex, entity: Entity, one: EntityMention, other: EntityMention) -> Difference:
    a, b = _evidence(compared.analyses[one.article], one), _evidence(compared.analyses[other.article], other)
    return Difference("role", 3, a, b, f"{voice(a.article)} calls {entity.name} {one.role}, {voice(b.article)} {other.role}.")


def _evidence(analysis: Analysis, mention: EntityMention) -> Evidence:
    """The office with the name where it stands right before it, else the name alone."""
    text = analysis.article.text
    before = text.rfind(mention.role, max(0, mention.start - len(mention.role) - 3), mention.start)
    start = before if before >= 0 else mention.start
    return Evidence(mention.article, mention.sentence, start, mention.end, text[start : mention.end])
