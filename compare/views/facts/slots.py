"""Where a value stands: what it counts or dates, and the words around it by which it is told from the other values of an article."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.extract.units import CURRENCIES, DIMENSIONS
from compare.model import Comparison, Moment, Place, Quantity, Sentence, Value
from compare.model.points import FactKind
from compare.text.vocabulary import LIGHT, concept, irregular, listed
from compare.text.words import Word, fold, words

# A word so many content words away counts half; those of another clause, as a comma or a dash parts them, a little less again.
_HALF, _CLAUSE = 6.0, 0.75
_LOCAL = 5
_ENOUGH_SAID = 3
# A people's name so many code points after a number is what it counts; a name so far from a value may tell whose it is.
_NOUN_WITHIN, _NAME_WITHIN = 5, 60
# The commonest word of an event counts so much of the rarest in what stands right around a value.
_COMMONEST = 0.4
# A verb so many content words from a date may be what it dates; "red" and "shed" are none.
_BESIDE, _EVENT_WITHIN, _SHORTEST_VERB = 2, 3, 4
# Longer sentences are read around the value only.
_MOST_WORDS = 60
# Of a sentence that is a list of figures only so many are laid side by side: each is held against each of a linked one.
_MOST_VALUES = 20
PERSONS = listed(
    "people person persons men women man woman children adults civilians soldiers troops workers passengers residents villagers students "
    "officers others victims individuals patients protesters demonstrators migrants police migrant americans"
)
_HARM = {
    word: harm
    for harm, listing in {
        "killed": "killed kill kills killing dead died dies dying deaths death lives fatalities fatally toll perished slain",
        "injured": "injured injuring injures hurt wounded wounding injuries injury",
        "missing": "missing unaccounted",
        "arrested": "arrested arresting arrests arrest detained detain detaining detains custody jailed imprisoned",
        "charged": "charged indicted charges indictments",
        "infected": "infected infections cases tested",
        "attended": "attended attend attending attendance attendees turnout crowd crowds",
        "recovered": "recovered recoveries",
        "displaced": "displaced evacuated homeless fled",
        "hospitalised": "hospitalized hospitalised hospitalizations hospitalisations",
    }.items()
    for word in listing.split()
}
_CONJUNCTIONS = listed("after before while when as but because although though whereas since until if unless who which whose that where")
# What "took effect" and "went into effect" differ in
_SAY_NOTHING = LIGHT | listed(
    "place take took takes taken taking go went goes gone going come came comes coming put puts make made makes making get got"
)
_VERBAL = ("ed", "ing", "ly")
# What stands behind a number and is no noun that it counts
_NO_NOUNS = listed(
    "new more other additional further total confirmed current former young old black white american different separate major big large "
    "small unnamed local foreign federal senior top also now later early ago away long compared despite including early late alone "
    "approached according last next per"
)
_AGED = re.compile(r"\b(?:aged?|age\sof)\s$", re.IGNORECASE)
_IRREGULAR = listed("people men women children police troops cattle fish aircraft folk staff personnel media mice feet data")


class FactSlot(NamedTuple):
    """A value and its surroundings.

    ``sort`` is equal for values that can be set side by side (one dimension of units, days, times of day). ``head`` is the concept of the noun
    that is counted and ``harm`` what befell the counted, "" where nothing says so. ``near`` weighs the concepts around it, the closest 1, and
    ``local`` those of them that are a few words away. ``names`` are the ids of the entities named close by, ``event`` the concepts of which
    a date most likely tells when: the words right beside it and the nearest verb.
    """

    place: Place
    value: Value
    kind: FactKind
    sort: str
    head: str
    harm: str
    near: Mapping[str, float]
    local: Mapping[str, float]
    names: frozenset[str]
    event: frozenset[str]
    heading: bool

    @property
    def order(self) -> tuple[int, int]:
        return self.place.article, self.value.start


class _Named(NamedTuple):
    """A name in a sentence: where it stands, whose it is, and whether it is that of a people or group of persons."""

    start: int
    end: int
    id: str
    people: bool


class FactSlots:
    """The slots of all the articles in the order of the texts, and how rare each concept is among them."""

    def __init__(self, comparison: Comparison) -> None:
        self.all: list[FactSlot] = []
        self.at: dict[Place, list[int]] = {}
        told: Counter[str] = Counter()
        sentences = 0
        named = _named(comparison)
        for place, values in _by_sentence(comparison):
            sentence = comparison.sentence(place)
            found = words(sentence.text, sentence.start)
            sentences += 1
            seen: set[str] = set()
            for slot in _of_sentence(place, sentence, found, values, named.get(place, [])):
                self.at.setdefault(place, []).append(len(self.all))
                self.all.append(slot)
                seen.update(slot.near)
            told.update(seen)
        self._rare = {word: math.log((sentences + 1) / count) for word, count in told.items()}
        self._floor = _COMMONEST * math.log(sentences + 1)
        self._norms = [self._norm(slot) for slot in self.all]

    def weight(self, word: str) -> float:
        """What a concept weighs: its inverse document frequency among the sentences that hold values; the commonest count a little, too."""
        return max(self._floor, self._rare[word])

    def likeness(self, one: int, other: int) -> float:
        """The cosine of two slots' surroundings, 0 to 1."""
        first, second = self.all[one].near, self.all[other].near
        if len(first) > len(second):
            first, second = second, first
        common = math.fsum(weight * second[word] * self._rare[word] ** 2 for word, weight in first.items() if word in second)
        return common / (self._norms[one] * self._norms[other])

    def closeness(self, one: int, other: int) -> float:
        """The share of the words right around two slots that both have, 0 to 1 (Dice)."""
        first, second = self.all[one].local, self.all[other].local
        common = math.fsum(min(weight, second[word]) * self.weight(word) for word, weight in first.items() if word in second)
        whole = math.fsum(weight * self.weight(word) for local in (first, second) for word, weight in local.items())
        return 2 * common / whole if whole else 0.0

    def common(self, one: int, other: int) -> list[str]:
        """The concepts that two slots have around them, the weightiest first."""
        first, second = self.all[one].near, self.all[other].near
        shared = {word: first[word] * second[word] * self._rare[word] ** 2 for word in first if word in second}
        return sorted(shared, key=lambda word: (-shared[word], word))

    def _norm(self, slot: FactSlot) -> float:
        return math.sqrt(math.fsum((weight * self._rare[word]) ** 2 for word, weight in slot.near.items())) or 1.0


def _by_sentence(comparison: Comparison) -> Iterator[tuple[Place, list[Value]]]:
    for article, analysis in enumerate(comparison.articles):
        starts = [sentence.start for sentence in analysis.sentences]
        found: dict[int, list[Value]] = {}
        for value in analysis.values:
            found.setdefault(bisect_right(starts, value.start) - 1, []).append(value)
        for number in sorted(found):
            if number >= 0:
                yield Place(article, number), found[number][:_MOST_VALUES]


def _named(comparison: Comparison) -> dict[Place, list[_Named]]:
    found: dict[Place, list[_Named]] = {}
    for entity in comparison.entities:
        for mention in entity.mentions:
            people = entity.type == "group" and mention.text.endswith("s")
            found.setdefault(Place(mention.article, mention.sentence), []).append(_Named(mention.start, mention.end, entity.id, people))
    return found


def _of_sentence(place: Place, sentence: Sentence, found: tuple[Word, ...], values: list[Value], named: list[_Named]) -> Iterator[FactSlot]:
    text, start = sentence.text, sentence.start
    held = [(value.start, value.end) for value in values]
    content = [
        (word, concept(word.text))
        for word in found
        if fold(word.text) not in _SAY_NOTHING and not any(first <= word.start < last for first, last in held) and len(word.text) > 1
    ]
    starts = [word.start for word, _ in content]
    breaks = clauses(sentence, found)
    for value in values:
        before = text[max(0, value.start - start - 30) : value.start - start]
        kind, sort = _sort(value, before)
        if sort == "ordinal" and _is_name(value):
            continue
        here = bisect_left(starts, value.start)
        near, local = _surroundings(content, here, value.start, breaks)
        head = _head(value.counted) if isinstance(value, Quantity) else ""
        if head and any(name.people and value.end <= name.start <= value.end + _NOUN_WITHIN for name in named):
            head = "people"  # "thousands of Uyghurs"
        names = frozenset(name.id for name in named if name.start - value.end <= _NAME_WITHIN and value.start - name.end <= _NAME_WITHIN)
        harm = _harm(content, here, value) if sort == "count" else ""
        if harm and not head:
            head = "people"  # "killing 12", "attendance was about 6,200"
        event = _event(content, here, value, breaks) if kind == "date" else frozenset()
        yield FactSlot(place, value, kind, sort, head, harm, near, local, names, event, sentence.kind == "heading")


def clauses(sentence: Sentence, found: Sequence[Word]) -> list[int]:
    """Where clauses of a sentence begin or end, as offsets in the article: at commas, dashes and conjunctions."""
    return sorted(
        (
            *(sentence.start + at for at, sign in enumerate(sentence.text) if sign in ",;:—–()"),
            *(word.start for word in found if word.text.lower() in _CONJUNCTIONS),
        )
    )


def _surroundings(content: list[tuple[Word, str]], here: int, start: int, breaks: list[int]) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of the concepts around a value, and of those a few words away: of its clause alone where that has enough to say."""
    near: dict[str, float] = {}
    local: dict[str, float] = {}
    beyond: dict[str, float] = {}
    for index in range(max(0, here - _MOST_WORDS), min(len(content), here + _MOST_WORDS)):
        word, key = content[index]
        distance = here - index if index < here else index - here + 1
        first, last = sorted((word.start, start))
        parted = bisect_left(breaks, last) - bisect_left(breaks, first)
        weight = 2 ** (-(distance - 1) / _HALF) * (_CLAUSE if parted else 1.0)
        near[key] = max(near.get(key, 0.0), weight)
        if distance <= _LOCAL:
            side = beyond if parted else local
            side[key] = max(side.get(key, 0.0), weight * (_CLAUSE**2 if parted else 1.0))
    if len(local) < _ENOUGH_SAID:
        for key, weight in beyond.items():
            local.setdefault(key, weight)
    return near, local


def _event(content: list[tuple[Word, str]], here: int, value: Value, breaks: list[int]) -> frozenset[str]:
    """The concepts of what a date may date, in its clause: the two words on each side of it, and the nearest verb before it, or else after it; no
    names, which say where or by whom.
    """
    found: set[str] = set()
    verb = False
    for side in (content[max(0, here - _EVENT_WITHIN) : here][::-1], content[here : here + _EVENT_WITHIN]):
        for at, (word, key) in enumerate(side):
            first, last = sorted((word.start, value.start))
            if bisect_left(breaks, last) > bisect_left(breaks, first):
                break
            is_verb = _is_verb(word)
            if (at < _BESIDE or (is_verb and not verb)) and word.text[0].islower():
                found.add(key)
            if is_verb:
                verb = True
                break
    return frozenset(found)


def _is_verb(word: Word) -> bool:
    folded = fold(word.text)
    return (folded.endswith("ed") and len(folded) > _SHORTEST_VERB) or irregular(folded)


@lru_cache(maxsize=4096)
def _head(counted: str) -> str:
    """The concept of the noun that is counted: the first word that looks like a plural, else the first that can be a noun."""
    listing = [fold(word) for word in counted.split()]
    nouns = [word for word in listing if len(word) > 1 and word not in _NO_NOUNS and not (word.endswith(_VERBAL) and len(word) > 4)]
    many = [
        word for word in nouns if word in _IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3)
    ]
    chosen = (many or nouns or [""])[0]
    return "people" if chosen in PERSONS else concept(chosen) if chosen else ""


def _harm(content: list[tuple[Word, str]], here: int, value: Value) -> str:
    """What befell those whom a number counts: said within four words after it, or within two before it."""
    for word, _ in content[here : here + 4]:
        if word.start - value.end > 40:
            break
        if fold(word.text) in _HARM:
            return _HARM[fold(word.text)]
    for word, _ in reversed(content[max(0, here - 2) : here]):
        if value.start - word.end <= 20 and fold(word.text) in _HARM:
            return _HARM[fold(word.text)]
    return ""


def _is_name(value: Value) -> bool:
    """Whether an ordinal is part of a name, an office or a phrase: "the Second Amendment", "the first lady", "whichever comes first"."""
    counted = value.counted if isinstance(value, Quantity) else ""
    return not counted or counted[0].isupper() or fold(counted.split()[0]) in {"lady", "ladies", "time", "place", "step", "world"}


def _sort(value: Value, before: str) -> tuple[FactKind, str]:
    if isinstance(value, Moment):
        return "date", "day"
    if value.kind == "clock":
        return "time", "clock"
    if value.unit.startswith("age") or (not value.unit and _AGED.search(before)):
        return "age", "age"
    if value.unit in CURRENCIES:
        return "money", "money"
    if value.kind in {"ordinal", "score"}:
        return "figure", value.kind
    return "figure", DIMENSIONS.get(value.unit, (value.unit, 1.0))[0] or "count"
