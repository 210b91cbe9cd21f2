"""What a row of facts is called, and how its values are written so that machines can compare them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from compare.model import Comparison, Moment, Quantity, Value
from compare.text.vocabulary import LIGHT, concept
from compare.text.words import Word, fold, words
from compare.views.facts.slots import PERSONS, FactSlot, FactSlots

_MOST_WORDS, _SHORTEST = 3, 2
# Words that tell nobody what a row is about
_DULL = {concept(word) for word in "including include according said also first last new other".split()}
_INFECTED = {concept(word) for word in ("infected", "infections", "tested")}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def label(comparison: Comparison, slots: FactSlots, row: Sequence[int]) -> str:
    """A short plain name: what is counted or dated, in the words of the first article that the others use as well."""
    members = [slots.all[number] for number in row]
    first = members[0]
    noun = _noun(members)
    around = _around(comparison, slots, members, {concept(word) for word in noun.split()})
    if first.kind == "date":
        return f"when: {around or _beside(comparison, first)}"
    if first.kind == "time":
        return f"time: {around or _beside(comparison, first)}"
    if first.sort == "score":
        return f"score or vote: {around}" if around else "score or vote"
    if first.sort == "ordinal":
        return f"which {noun}: {around}" if noun and around else f"which {noun or around or 'place'}"
    if first.kind == "money":
        return around or noun or _beside(comparison, first) or "sum"
    if noun:
        return f"{noun}: {around}" if around else noun
    return around or _beside(comparison, first) or "figure"


def _noun(members: Sequence[FactSlot]) -> str:
    """What is counted, as the first article that says it puts it, and what befell the counted."""
    for slot in members:
        value = slot.value
        if not isinstance(value, Quantity) or not slot.head or slot.kind == "money":
            continue
        kept: list[str] = []
        for word in value.counted.split():
            kept.append(word)
            if slot.head in {concept(word), "people"} and (slot.head != "people" or fold(word) in PERSONS):
                harm = _befell(slot)
                if harm and concept(harm) not in {concept(each) for each in kept}:
                    kept.append(harm)
                return " ".join(kept)
        if _befell(slot):
            return f"people {_befell(slot)}"
    return ""


def _befell(slot: FactSlot) -> str:
    """What befell the counted, for a reader: cases may be a court's, and those of a disease say it themselves."""
    return slot.harm if slot.harm != "infected" or _INFECTED.intersection(slot.near) else ""


def _around(comparison: Comparison, slots: FactSlots, members: Sequence[FactSlot], known: set[str]) -> str:
    """The weightiest words that the articles have around their values, as the first article that has the most of them puts them."""
    weights: defaultdict[str, float] = defaultdict(float)
    articles: defaultdict[str, set[int]] = defaultdict(set)
    for slot in members:
        for word, weight in slot.near.items():
            if len(word) > _SHORTEST and word not in known and word not in _DULL:
                weights[word] += weight * slots.weight(word)
                articles[word].add(slot.place.article)
    shared = sorted((word for word in weights if len(articles[word]) > 1), key=lambda word: (-len(articles[word]), -weights[word], word))
    chosen = set(shared[:_MOST_WORDS])
    teller = min(members, key=lambda slot: -len(chosen & set(slot.near)))
    return " ".join(_surfaces(comparison, teller, chosen))


def _beside(comparison: Comparison, slot: FactSlot) -> str:
    """The words right beside a value, where the articles share none."""
    nearest = sorted((word for word in slot.local if len(word) > _SHORTEST), key=lambda word: (-slot.local[word], word))[:_MOST_WORDS]
    return " ".join(_surfaces(comparison, slot, set(nearest)))


def _surfaces(comparison: Comparison, slot: FactSlot, chosen: set[str]) -> list[str]:
    sentence = comparison.sentence(slot.place)
    found: dict[str, Word] = {}
    for word in sorted(words(sentence.text, sentence.start), key=lambda word: abs(word.start - slot.value.start)):
        if fold(word.text) not in LIGHT:
            found.setdefault(concept(word.text), word)
    return [word.text for word in sorted(word for key, word in found.items() if key in chosen)]


def written(value: Value) -> str:
    """A value in one spelling: a number or the interval it is compatible with, an ISO date or period, a time of day."""
    if isinstance(value, Moment):
        return _date(value)
    if value.kind == "clock":
        low = f"{int(value.low // 60) % 24:02}:{int(value.low % 60):02}"
        return f"{low} UTC" if value.unit == "clock-utc" else low
    if value.kind == "score":
        return f"{_number(value.low)}-{_number(value.high)}"
    if value.approximate or value.kind in {"range", "vague"}:
        return f"{_number(value.low)}..{_number(value.high)}"
    return _number((value.low + value.high) / 2)


def _number(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".") if abs(number) < 1e15 else f"{number:g}"


def _date(moment: Moment) -> str:
    if moment.first and moment.last:
        return moment.first.isoformat() if moment.first == moment.last else f"{moment.first.isoformat()}..{moment.last.isoformat()}"
    if moment.weekday >= 0:
        return _WEEKDAYS[moment.weekday]
    if moment.month:
        return f"--{moment.month:02}-{moment.day:02}" if moment.day else f"--{moment.month:02}"
    return " ".join(moment.text.casefold().split())
