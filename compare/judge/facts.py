"""What an article says of a named thing, wherever it says it: a person's age, how many a firm employs, when a body was founded, a death toll.

Each fact is a value under a key: whom or what it is said of, and what is measured. Two articles that give one key other values contradict each
other even where no link joins the sentences. Only closed patterns count: the value must stand in the place that the pattern gives it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from compare.judge.frames import Frame, Room
from compare.model import Evidence, Mention, Place, Quantity, Value
from compare.text.vocabulary import concept, listed


@dataclass(frozen=True, slots=True)
class Key:
    """``of`` is an entity's id or the noun that stands for the thing; ``what`` is what is measured; ``told`` says both in words."""

    of: str
    what: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of one article. ``told`` is how an explanation names it ("Smith's age"); ``tied`` where a name ties it to its entity."""

    key: Key
    place: Place
    value: Value
    told: str
    tied: bool = True

    @property
    def evidence(self) -> Evidence:
        return Evidence(*self.place, self.value.start, self.value.end, self.value.text)


# Code points between a name and a value that is tied to it, at most.
_REACH = 60
_AGE_AFTER = re.compile(
    r",?\s(?:(?:who\s)?(?:is|was|turned|turns)\s(?:now\s)?(?:an?\s)?|an?\s|aged?\s|now\s|who\sis\s)?(?:only\s|just\s)?$", re.IGNORECASE
)
_AGE_ENDS = re.compile(r"\s?(?:[,.;:)]|$|of\s|from\s|and\b|when\b)")
_AGE_BEFORE = re.compile(r"(?:[\s-][\w’'-]+){0,4}\s$")
_NOUNS = {
    noun: measure
    for measure, nouns in {
        "staff": "employee employees staff staffers worker workers workforce payroll",
        "members": "member members",
        "students": "student students pupil pupils undergraduates",
        "shops": "store stores shop shops outlet outlets branch branches restaurant restaurants supermarket supermarkets",
        "plants": "factory factories plant plants",
        "customers": "customer customers subscriber subscribers user users client clients",
        "people": "inhabitants residents population",
        "patients": "patient patients",
        "beds": "bed beds",
        "aircraft": "aircraft planes jets airliners",
        "countries": "countries nations",
        "seats": "seats",
        "islands": "islands",
    }.items()
    for noun in nouns.split()
}
_EMPLOYS = re.compile(
    r"(?:,\s(?:which|who)|\swhich|\sthat)?\s(?:currently\s|now\s|also\s)?(?:employs|employed|has\sa\s(?:workforce|staff)\sof|had\sa\s(?:workforce|staff)\sof)\s$"
)
_HAS = re.compile(r"(?:(?:,\s(?:which|who)|\swhich|\sthat)?\s(?:currently\s|now\s|also\s)?(?:has|had|operates|runs|owns|serves)|['’]s?)\s$")
_OWNERS = (
    "company|firm|bank|group|airline|university|school|hospital|agency|union|party|club|carmaker|retailer|manufacturer|charity|chain|bloc"
)
_DEFINITE = re.compile(
    rf"\b(?:(?P<its>[Ii]ts|[Tt]he\s(?:{_OWNERS})['’]s)\s|[Tt]he\s(?:{_OWNERS})(?:,\swhich)?\s(?P<verb>employs|employed|has\sa\sworkforce\sof|has|operates)\s)$"
)
_SINCE = {
    "born": re.compile(r"(?:,\s(?:who\s)?|\s(?:who\s)?)(?:was\s)?born\s(?:in|on)\s$"),
    "died": re.compile(r"(?:,\swho|\swho)?\s(?:died|passed\saway)\s(?:in|on)\s$"),
    "founded": re.compile(
        r"(?:,\s(?:which\s)?|\s(?:which\s)?)(?:was\s)?(?:founded|established|formed|set\sup|created|launched)\s(?:in|on)\s$"
    ),
    "first elected": re.compile(r"(?:,\s(?:who\s)?|\s(?:who\s)?)(?:was\s)?first\selected\s(?:\w+\s){0,4}(?:in|on)\s$"),
    "held": re.compile(
        r"\s(?:is|was|are|were|will\sbe)\s(?:(?:due|set|scheduled|expected)\sto\s(?:be\sheld|take\splace|begin|start|open)|scheduled|held)\s(?:in|on|for)\s$"
        r"|\s(?:takes\splace|took\splace|begins|began|opens|opened|starts|started|will\s(?:take\splace|begin|start|open))\s(?:in|on)\s$"
    ),
}


class Facts:
    """The facts of all the articles, by what they are about."""

    def __init__(self, room: Room) -> None:
        self._room = room

    @cached_property
    def found(self) -> tuple[tuple[Fact, ...], ...]:
        """One tuple an article, in the order of the text."""
        return tuple(tuple(self._of_article(number)) for number in range(len(self._room.analyses)))

    @cached_property
    def at(self) -> dict[tuple[int, int], Fact]:
        """The fact whose value starts at an offset of an article."""
        return {(fact.place.article, fact.value.start): fact for facts in reversed(self.found) for fact in reversed(facts)}

    @cached_property
    def _under(self) -> tuple[dict[Key, tuple[Fact, ...]], ...]:
        keyed: list[dict[Key, list[Fact]]] = []
        for facts in self.found:
            keyed.append({})
            for fact in facts:
                keyed[-1].setdefault(fact.key, []).append(fact)
        return tuple({key: tuple(facts) for key, facts in under.items()} for under in keyed)

    def of(self, article: int, key: Key) -> tuple[Fact, ...]:
        """The facts of an article under a key, in the order of the text."""
        return self._under[article].get(key, ())

    def _of_article(self, article: int) -> Iterator[Fact]:
        for number in range(len(self._room.analyses[article].sentences)):
            place = Place(article, number)
            values = self._room.values(place)
            if not values:
                continue
            found: dict[int, Fact] = {}
            for fact in (
                *self._named(place, values),
                *self._definite(place, values),
                *tolls(self._room, place),
                *compounds(self._room, place),
            ):
                found.setdefault(fact.value.start, fact)
            yield from (found[start] for start in sorted(found))

    def _named(self, place: Place, values: tuple[Value, ...]) -> Iterator[Fact]:
        text = self._room.analyses[place.article].article.text
        mentions = self._room.mentions(place)
        starts = [mention.start for mention in mentions]
        for mention in mentions:
            entity = self._room.entity_at.get((place.article, mention.start))
            if entity is None:
                continue
            low = bisect_left(values, mention.start - _REACH, key=lambda value: value.end)
            high = bisect_right(values, mention.end + _REACH, key=lambda value: value.start)
            for value in values[low:high]:
                first, last = (mention.end, value.start) if mention.start < value.start else (value.end, mention.start)
                if bisect_left(starts, first) < bisect_left(starts, last):
                    # another name stands between: the value may be its own
                    continue
                what = _measured(text, mention, value)
                if what:
                    told = (
                        f"{entity.name}'s age"
                        if what == "age"
                        else f"the {what} of {entity.name}"
                        if what in _MEASURES
                        else f"{entity.name} ({what})"
                    )
                    yield Fact(Key(entity.id, what), place, value, told)

    def _definite(self, place: Place, values: tuple[Value, ...]) -> Iterator[Fact]:
        """Reads "its 6,000 staff" and "the company employs 5,000", of the one body that this sentence and the one before name."""
        text = self._room.analyses[place.article].article.text
        sentence = self._room.analyses[place.article].sentences[place.sentence]
        for value in values:
            if not isinstance(value, Quantity) or value.kind not in {"number", "range"}:
                continue
            lead = _DEFINITE.search(text[max(sentence.start, value.start - 50) : value.start])
            if lead is None:
                continue
            what = "staff" if lead["verb"] and lead["verb"] not in {"has", "operates"} else _noun(value)
            owner = self._owner(place, value.start) if what else None
            if owner is not None:
                yield Fact(Key(owner[0], what), place, value, f"the {what} of {owner[1]}")

    def _owner(self, place: Place, before: int) -> tuple[str, str] | None:
        named = {}
        for number in (place.sentence - 1, place.sentence):
            for mention in self._room.mentions(Place(place.article, number)):
                entity = self._room.entity_at.get((place.article, mention.start))
                if entity is not None and entity.type in {"organisation", "place", "other"} and mention.start < before:
                    named[entity.id] = entity.name
        return next(iter(named.items())) if len(named) == 1 else None


_MEASURES = frozenset(_NOUNS.values())


def _measured(text: str, mention: Mention, value: Value) -> str:
    """What the value tells of the name, or ""."""
    between = text[mention.end : value.start] if 0 <= value.start - mention.end <= _REACH else None
    if isinstance(value, Quantity):
        if mention.type == "person" and _is_age(text, mention, value, between):
            return "age"
        # the recogniser may take a firm for a person: only a body employs or has staff
        if between is None or value.kind not in {"number", "range"} or value.unit:
            return ""
        if _EMPLOYS.fullmatch(between):
            return "staff"
        return _noun(value) if _HAS.fullmatch(between) else ""
    if between is None or value.first is None:
        return ""
    return next((what for what, pattern in _SINCE.items() if pattern.fullmatch(between)), "")


def _is_age(text: str, mention: Mention, value: Quantity, between: str | None) -> bool:
    if value.kind not in {"number", "range"} or not 0 < value.low <= value.high <= 115 or value.low != int(value.low):
        return False
    if value.unit == "age-year":
        if between is not None:
            return _AGE_AFTER.fullmatch(between) is not None
        return 0 <= mention.start - value.end <= 45 and _AGE_BEFORE.fullmatch(text[value.end : mention.start]) is not None
    bare = value.unit == "" and value.text.isdigit() and between is not None
    return bare and between in {", ", ", aged ", ", age "} and _AGE_ENDS.match(text, value.end) is not None


def _noun(value: Quantity) -> str:
    return next((_NOUNS[word] for word in value.counted.lower().split() if word in _NOUNS), "")


# How many were killed, hurt, missing or arrested: said of what happened ------------------------------------------------------------

_HARM = {
    word: measure
    for measure, words in {
        "dead": "killed kill kills killing dead died dies dying death deaths lives fatalities toll perished",
        "injured": "injured injuring injures hurt wounded wounding injuries",
        "missing": "missing unaccounted",
        "arrested": "arrested arresting arrests detained detaining",
    }.items()
    for word in words.split()
}
_FAMILY = {
    word: words.split()[0]
    for words in (
        "fire fires blaze wildfire wildfires inferno",
        "crash crashes collision derailment accident pileup",
        "attack attacks shooting massacre raid ambush siege blast explosion bombing bomb airstrike shelling",
        "earthquake quake tremor",
        "storm flood floods flooding hurricane typhoon cyclone tornado",
        "landslide mudslide avalanche",
        "ferry shipwreck capsizing",
        "stampede crush",
        "riot riots protest protests unrest clashes",
        "outbreak epidemic",
        "collapse",
        "eruption",
        "heatwave",
    )
    for word in words.split()
}
_HAPPENED = re.compile(rf"\b(?:{'|'.join(_FAMILY)})\b", re.IGNORECASE)  # most sentences tell of no such thing: they needn't be read closely
_PERSONS = listed(
    "people others person men women children civilians soldiers workers passengers police officers residents villagers more other"
)
_ANOTHER = listed("similar previous previously earlier past another last former worst deadliest since")


def tolls(room: Room, place: Place) -> Iterator[Fact]:
    """Counts of the dead, the injured, the missing and the arrested of what the sentence, or the one before it, says has happened."""
    sentences = room.analyses[place.article].sentences
    if not any(_HAPPENED.search(sentence.text) for sentence in sentences[max(0, place.sentence - 1) : place.sentence + 1]):
        return
    frame = room.frame(place)
    if _ANOTHER & set(frame.folded):
        return
    event = _event(room, place)
    if not event:
        return
    for index, token in enumerate(frame.tokens):
        value = token.value
        if not isinstance(value, Quantity) or value.unit or value.kind not in {"number", "range"}:
            continue
        what = _harm(frame, index)
        if what:
            yield Fact(Key(event, what), place, value, f"the number of {what}", tied=False)


def _event(room: Room, place: Place) -> str:
    for number in (place.sentence, place.sentence - 1):
        if number < 0:
            return ""
        frame = room.frame(Place(place.article, number))
        named = [_FAMILY[word] for word in frame.folded if word in _FAMILY]
        if named:
            return named[0]
    return ""


def _harm(frame: Frame, index: int) -> str:
    """What befell those whom the number counts: the word after them, or the verb right before the number."""
    for place in range(index + 1, min(len(frame.tokens), index + 5)):
        word = frame.folded[place]
        if word in _HARM:
            return _HARM[word]
        if frame.tokens[place].value is not None or "," in frame.gap(place) or (frame.tokens[place].weight == 1.0 and word not in _PERSONS):
            break
    for place in range(index - 1, max(-1, index - 4), -1):
        word = frame.folded[place]
        if word in _HARM:
            return _HARM[word]
        if (
            frame.tokens[place].value is not None
            or "," in frame.gap(place + 1)
            or (
                frame.tokens[place].weight == 1.0
                and word not in {"rose", "rise", "risen", "climbed", "stands", "stood", "reached", "least"}
            )
        ):
            break
    return ""


# "The 47-page indictment", "a $5 billion package" ----------------------------------------------------------------------------------


def compounds(room: Room, place: Place) -> Iterator[Fact]:
    """A measure joined to its noun by a hyphen: said of the thing that the noun names, where both articles have but one of them."""
    text = room.analyses[place.article].article.text
    for value in room.values(place):
        if not isinstance(value, Quantity) or value.kind != "number" or value.unit.startswith("age"):
            continue
        words = value.counted.split()
        if value.unit and "-" in value.text[1:] and words:
            yield Fact(Key(concept(words[0]), value.unit), place, value, f"the length of the {words[0].lower()}", tied=False)
        elif not value.unit and text[value.end : value.end + 1] == "-" and len(words) >= 2:
            yield Fact(
                Key(concept(words[1]), concept(words[0])), place, value, f"the {words[0].lower()}s of the {words[1].lower()}", tied=False
            )
