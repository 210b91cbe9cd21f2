"""The office or title that two articles give the same person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from compare.judge.anchors import evidence
from compare.judge.sentence_pairs import ComparisonIndex, SentencePair, TokenisedSentence
from compare.model import Difference, Evidence, Link, Mention, Moment
from compare.model.outlets import voice
from compare.names.offices import Held, clash, comparable, held, is_office, spelt
from compare.names.same import parts

# From here on a sentence is a copy of the other with a word changed
_COPY = 0.75
# So many places of one name in a sentence: no news has more, and hostile text has thousands
MOST_TIMES = 6
# From here on a name with another title is one somebody with another title
_ALIKE = 0.6


def find(compared: ComparisonIndex, link: Link, pair: SentencePair) -> Iterator[Difference]:
    """Titles that stand with the same name in both sentences of a link and exclude each other; titles that fill the same slot."""
    for one, other in _one_persons(compared, pair):
        yield from _told(pair, one, other)
    yield from _slots(pair)


def _told(pair: SentencePair, one: Mention, other: Mention) -> tuple[Difference, ...]:
    """Offices of one person that exclude each other, wherever around the name the sentences give them."""
    mine, theirs = _held(pair.left, one), _held(pair.right, other)
    telling = [(first, second, clash(first, second)) for first in mine for second in theirs if comparable(first, second)]
    if not telling and pair.closeness >= _ALIKE and len(mine) == len(theirs) == 1 and not _tables_of(mine[0]) & _tables_of(theirs[0]):
        telling = [(mine[0], theirs[0], "office")]  # "Professor Solberg", "Captain Solberg"
    if not telling:
        return ()
    first, second, conflict = telling[0]
    if not all(conflict for _, _, conflict in telling):
        return ()
    if conflict == "time" and pair.closeness < _COPY:
        return ()  # "President X" and "former President X" are one person at two moments
    if conflict in {"time", "then"} and (_dated(pair.left) or _dated(pair.right)):
        return ()
    a, b = (
        Evidence(*tokenised.place, tokenised.start + office.start, tokenised.start + office.end, tokenised.text[office.start : office.end])
        for tokenised, office in ((pair.left, first), (pair.right, second))
    )
    name = max((one.text, other.text), key=len)
    if conflict in {"time", "then"}:
        return (Difference("role", 3, a, b, f"{voice(a.article)} calls {name} {a.text}, {voice(b.article)} {b.text.rstrip('.')}."),)
    return (Difference("role", 3, a, b, f"{name} is {a.text} in {voice(a.article)}, {b.text} in {voice(b.article)}."),)


def _dated(tokenised: TokenisedSentence) -> bool:
    """Whether a sentence tells of a year: who was president in it may be called so, or "then-President"."""
    return any(isinstance(token.value, Moment) and token.value.precision == "year" for token in tokenised.tokens)


def _tables_of(office: Held) -> set[str]:
    return {table for table, _ in office.heads}


def _held(tokenised: TokenisedSentence, mention: Mention) -> tuple[Held, ...]:
    key = ("held", mention.start)
    if key not in tokenised.remembered:
        found = held(tokenised.text, mention.start - tokenised.start, mention.end - tokenised.start)
        office = spelt(mention.role) if mention.role_start >= tokenised.start and not found else None
        if office is not None:
            start = mention.role_start - tokenised.start
            found = (office._replace(start=start + office.start, end=start + office.end),)
        tokenised.remembered[key] = list(found)
    return tuple(tokenised.remembered[key])


def _slots(pair: SentencePair) -> Iterator[Difference]:
    """An office without a name: "the senator said" against "the governor said", in two sentences that are near copies."""
    if pair.closeness < 0.6:
        return
    left, right = pair.left, pair.right
    for i, one in enumerate(left.tokens):
        if i in pair.match or one.value is not None or not _titles(left, i):
            continue
        for j, other in enumerate(right.tokens):
            if j in pair.back or other.value is not None or not _titles(right, j):
                continue
            slot = pair.slot((i, i), (j, j))
            if slot.tight and slot.context >= 0.9:
                ends = [(i, _title_end(left, i)), (j, _title_end(right, j))]
                if _fills(left.between(*ends[0]), right.between(*ends[1])):
                    a, b = evidence(left, *ends[0]), evidence(right, *ends[1])
                    yield Difference("role", 3, a, b, f"{voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”.")


def _fills(one: str, other: str) -> bool:
    """Whether two offices in one slot are two."""
    first, second = spelt(one), spelt(other)
    if first is None or second is None:
        return False
    return (comparable(first, second) and bool(clash(first, second))) or not _tables_of(first) & _tables_of(second)


def _titles(tokenised: TokenisedSentence, index: int) -> bool:
    """An office, or a capitalised word right before one ("Health" in "Health Minister")."""
    return is_office(tokenised.tokens[index].text) or _title_end(tokenised, index) > index


def _title_end(tokenised: TokenisedSentence, index: int) -> int:
    following = tokenised.tokens[index + 1] if index + 1 < len(tokenised.tokens) else None
    joined = following is not None and tokenised.tokens[index].capital and following.capital and not tokenised.gap(index + 1).strip()
    return index + 1 if joined and following is not None and is_office(following.text) else index


def _one_persons(compared: ComparisonIndex, pair: SentencePair) -> Iterator[tuple[Mention, Mention]]:
    """The mentions of two sentences that name one person, by surname or by the very words; of each name the first few in a sentence."""
    left, right = _first_few(compared, pair.left), _first_few(compared, pair.right)
    under: dict[str | tuple[str, ...], list[int]] = {}
    for number, mention in enumerate(right):
        for key in (mention.text, parts(mention.text)[-1:]):
            under.setdefault(key, []).append(number)
    for one in left:
        near = {*under.get(one.text, ()), *under.get(parts(one.text)[-1:], ())}
        yield from ((one, right[number]) for number in sorted(near) if _one_person(compared, pair, one, right[number]))


def _first_few(compared: ComparisonIndex, tokenised: TokenisedSentence) -> list[Mention]:
    key = "first few"
    if key not in tokenised.remembered:
        counted: Counter[str] = Counter()
        kept = []
        for mention in compared.mentions(tokenised.place):
            counted[mention.text] += 1
            if counted[mention.text] <= MOST_TIMES:
                kept.append(mention)
        tokenised.remembered[key] = kept
    return tokenised.remembered[key]


def _one_person(compared: ComparisonIndex, pair: SentencePair, one: Mention, other: Mention) -> bool:
    """Whether two mentions name one person; a full name that only one article's words show to be a person's counts too."""
    if one.type == other.type == "person":
        return compared.known.one(pair.left.place.article, one, pair.right.place.article, other)
    return "person" in {one.type, other.type} and one.text == other.text and " " in one.text
