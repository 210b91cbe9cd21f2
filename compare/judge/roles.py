"""The office or title that two articles give the same person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from compare.extract.values import agree
from compare.judge.anchors import evidence, sides
from compare.judge.frames import Frame, Pairing, Room
from compare.model import Analysis, Difference, Evidence, Link, Mention, Moment, Place
from compare.model.outlets import voice
from compare.names.offices import Held, clash, comparable, held, is_office, spelt
from compare.names.same import parts
from compare.text.vocabulary import listed

# From here on a sentence is a copy of the other with a word changed
_COPY = 0.75
# So many places of one name in a sentence: no news has more, and hostile text has thousands
MOST_TIMES = 6
# From here on a name with another title is one somebody with another title
_ALIKE = 0.6
_QUALIFIERS = listed("former then acting interim outgoing incoming deputy vice assistant ex")


def find(room: Room, link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Titles that stand with the same name in both sentences of a link and exclude each other; titles that fill the same slot."""
    seen: set[int] = set()
    for one, other in _one_persons(room, pairing):
        if one.start not in seen:
            told = _told(room, pairing, one, other)
            seen |= {one.start} if told else set()
            yield from told
    yield from _slots(room, pairing, _personal(room, pairing))


def _told(room: Room, pairing: Pairing, one: Mention, other: Mention) -> tuple[Difference, ...]:
    """Offices of one person that exclude each other, wherever around the name the sentences give them."""
    mine, theirs = _held(pairing.left, one), _held(pairing.right, other)
    telling = [(first, second, clash(first, second)) for first in mine for second in theirs if comparable(first, second)]
    if not telling and pairing.closeness >= _ALIKE and len(mine) == len(theirs) == 1 and not _tables_of(mine[0]) & _tables_of(theirs[0]):
        telling = [(mine[0], theirs[0], "office")]  # "Professor Solberg", "Captain Solberg"
    if not telling:
        return ()
    first, second, conflict = telling[0]
    if not all(conflict for _, _, conflict in telling) or (conflict == "body" and pairing.closeness < 0.45):
        return ()
    if conflict == "time" and pairing.closeness < _COPY:
        return ()  # "President X" and "former President X" are one person at two moments
    if conflict in {"time", "then"} and _same_time(room, pairing.left.place, pairing.right.place):
        return ()
    a, b = (
        Evidence(*frame.place, frame.start + office.start, frame.start + office.end, frame.text[office.start : office.end])
        for frame, office in ((pairing.left, first), (pairing.right, second))
    )
    name = max((one.text, other.text), key=len)
    if conflict in {"time", "then"}:
        return (Difference("role", 3, a, b, f"{voice(a.article)} calls {name} {a.text}, {voice(b.article)} {b.text.rstrip('.')}."),)
    return (Difference("role", 3, a, b, f"{name} is {a.text} in {voice(a.article)}, {b.text} in {voice(b.article)}."),)


def _tables_of(office: Held) -> set[str]:
    return {table for table, _ in office.heads}


def _held(frame: Frame, mention: Mention) -> tuple[Held, ...]:
    key = ("held", mention.start)
    if key not in frame.remembered:
        found = held(frame.text, mention.start - frame.start, mention.end - frame.start)
        office = spelt(mention.role) if mention.role_start >= frame.start and not found else None
        if office is not None:
            start = mention.role_start - frame.start
            found = (replace(office, start=start + office.start, end=start + office.end),)
        frame.remembered[key] = list(found)
    return tuple(frame.remembered[key])


def _personal(room: Room, pairing: Pairing) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of each sentence that tell the office of a person whom both name: those are compared with the person."""
    tokens: tuple[set[int], set[int]] = (set(), set())
    for one, other in _one_persons(room, pairing):
        mine, theirs = _held(pairing.left, one), _held(pairing.right, other)
        for own, frame, offices, others in ((tokens[0], pairing.left, mine, theirs), (tokens[1], pairing.right, theirs, mine)):
            tables = {table for title in others for table, _ in title.heads}
            for title in offices:
                span = frame.at(frame.start + title.start, frame.start + title.end)
                if span and tables & {table for table, _ in title.heads}:
                    own |= {index for index in range(span[0], span[1] + 1) if _of_tables(frame.tokens[index].text, tables)}
    return frozenset(tokens[0]), frozenset(tokens[1])


def _of_tables(word: str, tables: set[str]) -> bool:
    office = spelt(word)
    return office is None or bool(tables & {table for table, _ in office.heads})


def _slots(room: Room, pairing: Pairing, personal: tuple[frozenset[int], frozenset[int]]) -> Iterator[Difference]:
    """An office without a name: "the senator said" against "the governor said", in two sentences that are near copies."""
    if pairing.closeness < 0.6:
        return
    left, right = pairing.left, pairing.right
    if not _same_time(room, pairing.left.place, pairing.right.place):
        yield from _times(pairing)
    for i, one in enumerate(left.tokens):
        if i in pairing.match or one.value is not None or not _titles(left, i):
            continue
        for j, other in enumerate(right.tokens):
            if j in pairing.back or other.value is not None or not _titles(right, j):
                continue
            slot = pairing.slot((i, i), (j, j))
            personal_here = i in personal[0] and j in personal[1]
            if (
                slot.tight
                and slot.context >= 0.9
                and not personal_here
                and not _other_holder(pairing, _title_end(left, i), _title_end(right, j))
            ):
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


def _other_holder(pairing: Pairing, i: int, j: int) -> bool:
    """Whether a name follows each title, and another one: then it is who that differs."""
    if i + 1 >= len(pairing.left.tokens) or j + 1 >= len(pairing.right.tokens):
        return False
    one, other = pairing.left.tokens[i + 1], pairing.right.tokens[j + 1]
    return one.capital and other.capital and one.value is None and other.value is None and one.key != other.key


def _same_time(room: Room, one: Place, other: Place) -> bool:
    """Whether both sentences tell of the same time long ago: then "then-President" is who held the office in it."""
    moments = [
        [moment for moment in room.values(place) if isinstance(moment, Moment) and _long_ago(room, place, moment)] for place in (one, other)
    ]
    return any(agree(first, second) for first in moments[0] for second in moments[1])


def _long_ago(room: Room, place: Place, moment: Moment) -> bool:
    """Whether a month or year lies so far back that who held an office in it may be called by it; of last August one would say "President"."""
    published = room.analyses[place.article].article.published
    if moment.last is None or moment.weekday >= 0:
        return False
    return published is None or (published - moment.last).days > _LONG_AGO


def _times(pairing: Pairing) -> Iterator[Difference]:
    """A word of time or rank on one side alone: "the former president" against "the president"."""
    for frame, other, match, forward in sides(pairing):
        for index, word in enumerate(frame.folded[:-1]):
            there = match.get(index + 1)
            if word not in _QUALIFIERS or index in match or there is None or not is_office(frame.tokens[index + 1].text):
                continue
            if any(other.folded[number] in _QUALIFIERS for number in range(max(0, there - 2), there)):
                continue
            # in front of a name the whole title is compared
            follows = frame.tokens[index + 2] if index + 2 < len(frame.tokens) else None
            if frame.tokens[index].capital and follows is not None and follows.capital:
                continue
            first, second = evidence(frame, index, index + 1), evidence(other, there, there)
            a, b = (first, second) if forward else (second, first)
            yield Difference("role", 2, a, b, f"{voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”.")


def _titles(frame: Frame, index: int) -> bool:
    """An office, or a capitalised word right before one ("Health" in "Health Minister")."""
    return is_office(frame.tokens[index].text) or _title_end(frame, index) > index


def _title_end(frame: Frame, index: int) -> int:
    following = frame.tokens[index + 1] if index + 1 < len(frame.tokens) else None
    joined = following is not None and frame.tokens[index].capital and following.capital and not frame.gap(index + 1).strip()
    return index + 1 if joined and following is not None and is_office(following.text) else index


_LONG_AGO = 365
"""Days after which a past time is one of its own."""
_BEFORE = re.compile(
    r"(?:\b[Tt]hen-|\b[Ee]x-|\b(?:former|then|acting|interim)\s)?(?:[A-Z][\w.’'&-]{0,40}\s(?:of\s|and\s|for\s|the\s)*){1,6}$"
)
_NO_OFFICE = re.compile(r"\w+\s(?:the|an?)\s")
_TIME_BEFORE = re.compile(r"\b(former|then|acting|interim|ex)[\s-](?:[\w’'.-]{1,40}\s){0,4}$", re.IGNORECASE)


def _whole(analysis: Analysis, mention: Mention) -> str:
    """The role with a "former" or "then" that stands some words before it ("former Michigan party chairman")."""
    text = analysis.article.text
    if not mention.role or _NO_OFFICE.match(mention.role):
        office = _BEFORE.search(text[max(0, mention.start - 70) : mention.start])
        return office[0].strip() if office and is_office(office[0].split()[-1]) else ""
    start = mention.role_start if mention.role_start >= 0 else mention.start
    before = _TIME_BEFORE.search(text[max(0, start - 60) : start])
    return f"{before[1]} {mention.role}" if before else mention.role


def _one_persons(room: Room, pairing: Pairing) -> Iterator[tuple[Mention, Mention]]:
    """The mentions of two sentences that name one person, by surname or by the very words; of each name the first few in a sentence."""
    left, right = _first_few(room, pairing.left), _first_few(room, pairing.right)
    under: dict[str | tuple[str, ...], list[int]] = {}
    for number, mention in enumerate(right):
        for key in (mention.text, parts(mention.text)[-1:]):
            under.setdefault(key, []).append(number)
    for one in left:
        near = {*under.get(one.text, ()), *under.get(parts(one.text)[-1:], ())}
        yield from ((one, right[number]) for number in sorted(near) if _one_person(room, pairing, one, right[number]))


def _first_few(room: Room, frame: Frame) -> list[Mention]:
    key = "first few"
    if key not in frame.remembered:
        counted: Counter[str] = Counter()
        kept = []
        for mention in room.mentions(frame.place):
            counted[mention.text] += 1
            if counted[mention.text] <= MOST_TIMES:
                kept.append(mention)
        frame.remembered[key] = kept
    return frame.remembered[key]


def _one_person(room: Room, pairing: Pairing, one: Mention, other: Mention) -> bool:
    """Whether two mentions name one person; a full name that only one article's words show to be a person's counts too."""
    if one.type == other.type == "person":
        return room.known.one(pairing.left.place.article, one, pairing.right.place.article, other)
    return "person" in {one.type, other.type} and one.text == other.text and " " in one.text
