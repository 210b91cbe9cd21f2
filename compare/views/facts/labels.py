"""What a row of facts is called, and how its values are written so that machines can compare them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from compare.model import Comparison, Moment, Value
from compare.text.vocabulary import LIGHT, concept
from compare.text.words import Word, fold, words
from compare.views.facts.slots import FactSlot, FactSlots, clauses

# A label has so many words, of so many each side of the value, and should have so many that say something.
_MOST_WORDS, _EACH_SIDE, _TELLING = 8, 6, 2
# What a word adds to a label: most if two articles have it around their values; any other only while there are few. Each costs a little.
_SHARED, _OTHER, _PER_WORD = 1.0, 0.5, 0.2
# A label keeps to the clause of its value if that says something.
_CROSSES = 100.0
_GAP = "…"
_MARKS = str.maketrans("", "", '"“”')
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def label(comparison: Comparison, slots: FactSlots, row: Sequence[int]) -> str:
    """The words around a value, with a gap where it is: "… people attended the rally"; of the article that has most of what they share there."""
    members = [slots.all[number] for number in row]
    articles: defaultdict[str, set[int]] = defaultdict(set)
    for slot in members:
        for word in slot.near:
            articles[word].add(slot.place.article)
    told = {word: _SHARED + slots.weight(word) for word, held in articles.items() if len(held) > 1}
    windows = (window for slot in members for window in _windows(comparison, slot, told))
    return max(windows, key=lambda window: (window.telling >= _TELLING, window.worth)).text or "figure"


class _Window(NamedTuple):
    """A stretch of a sentence around a value: how many of its words say something, what it is worth as a label, and its text."""

    telling: int
    worth: float
    text: str


def _windows(comparison: Comparison, slot: FactSlot, told: Mapping[str, float]) -> Iterator[_Window]:
    """The best stretch of the value's clause, and the best of its sentence, which is worth less."""
    sentence = comparison.sentence(slot.place)
    found = words(sentence.text, sentence.start)
    before = [word for word in found if word.end <= slot.value.start][: -_EACH_SIDE - 1 : -1]
    after = [word for word in found if word.start >= slot.value.end][:_EACH_SIDE]
    for breaks, penalty in ((clauses(sentence, found), 0.0), ([], _CROSSES)):
        pairs = ((left, right) for left in _stretches(before, slot.value, breaks) for right in _stretches(after, slot.value, breaks))
        worths = [(*_worth((*left, *right), told), left, right) for left, right in pairs if len(left) + len(right) <= _MOST_WORDS]
        telling, worth, left, right = max(worths, key=lambda each: (each[0] >= _TELLING, each[1]))
        start, end = left[-1].start if left else slot.value.start, right[-1].end if right else slot.value.end
        text = comparison.articles[slot.place.article].article.text
        parts = (text[start : slot.value.start], _GAP, text[slot.value.end : end].lstrip("" if left else ",;:"))
        yield _Window(telling, worth - penalty, " ".join("".join(parts).translate(_MARKS).split()) if left or right else "")


def _stretches(side: Sequence[Word], value: Value, breaks: Sequence[int]) -> Iterator[Sequence[Word]]:
    """None of the words on a side of a value, or those of its clause up to one that says something."""
    yield ()
    for count, word in enumerate(side, 1):
        first, last = (word.start, value.start) if word.start < value.start else (value.end, word.start)
        if bisect_left(breaks, last) > bisect_left(breaks, first):
            return
        if fold(word.text) not in LIGHT:
            yield side[:count]


def _worth(held: Sequence[Word], told: Mapping[str, float]) -> tuple[int, float]:
    """How many of the words say something, and what they are worth."""
    telling = [concept(word.text) for word in held if fold(word.text) not in LIGHT]
    others = sum(key not in told for key in telling)
    few = max(0, min(others, _TELLING + 1 - (len(telling) - others)))
    return len(telling), round(math.fsum(told.get(key, 0.0) for key in telling) + _OTHER * few - _PER_WORD * len(held), 4)


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
