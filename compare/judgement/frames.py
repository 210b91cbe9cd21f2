"""Two linked sentences laid side by side: which words stand for which, and what stands in the same slot.

Words are matched by greedy string tiling (Wise, 1993): the heaviest common run first, wherever it stands, so that a clause may move. What is
left over on both sides between matched neighbours is a slot filled differently: the place where a difference can be.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from compare.judgement.naming_index import NamingIndex
from compare.judgement.vocabulary import CONTRACTIONS, LIGHT, concept
from compare.language.values import agree
from compare.language.words import fold
from compare.model import Analysis, Entity, Mention, Moment, Place, Quantity, Quotation, Sentence, Value

_WORD = re.compile(r"(?:[A-Za-z]\.){2,6}|[^\W_]+(?:[.,]\d+)*(?:['’][^\W_]+)*|[%$€£₹&]")
# Longer sentences are cut: nothing that a reader would call one sentence is longer
_MOST_TOKENS = 160
# Names of two words that news also writes as one
_JOINED = {
    ("unit", "states"): "us",
    ("unit", "kingdom"): "uk",
    ("unit", "nations"): "un",
    ("european", "union"): "eu",
    ("prime", "minister"): "pm",
}
_JOINED_FIRST = frozenset(first for first, _ in _JOINED)
_WINDOW = 4
# So many sentences, and pairs of them, are kept ready; another one is made anew when it is asked for again
_FRAMES_KEPT = 10_000
_PAIRINGS_KEPT = 1_000


class Token(NamedTuple):
    """A word, a number or a date; offsets in the article's text.

    ``key`` is equal for words that mean the same, ``weight`` 0.15 for light words.
    """

    start: int
    end: int
    text: str
    key: str
    weight: float
    capital: bool = False
    value: Value | None = None
    quoted: bool = False


@dataclass(frozen=True)
class Frame:
    """A sentence as tokens."""

    place: Place
    start: int
    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def weight(self) -> float:
        return sum(token.weight for token in self.tokens)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words without case; "will" and "not" for the two halves of "won't"."""
        return tuple("not" if token.key == "not" else token.key if "n't" in fold(token.text) else fold(token.text) for token in self.tokens)

    @cached_property
    def titled(self) -> bool:
        """Whether most words are capitalised, as in a headline: then a capital makes no name."""
        long = [token for token in self.tokens if token.value is None and token.weight == 1.0]
        return sum(token.capital for token in long) > 0.7 * len(long)

    @cached_property
    def remembered(self) -> dict[Any, list[Any]]:
        """What was found in the sentence before, by who looked for it."""
        return {}

    def between(self, first: int, last: int) -> str:
        """The text from token ``first`` to token ``last``, both included."""
        return self.text[self.tokens[first].start - self.start : self.tokens[last].end - self.start]

    def gap(self, index: int) -> str:
        """What stands between token ``index`` and the one before it."""
        before = self.tokens[index - 1].end if index else self.start
        return self.text[before - self.start : self.tokens[index].start - self.start]

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last token inside a span of the article, or None."""
        inside = [number for number, token in enumerate(self.tokens) if token.start < end and token.end > start]
        return (inside[0], inside[-1]) if inside else None


class Room:
    """All that the judgement looks up about the compared articles: frames, values and names by place, kept as they are asked for."""

    def __init__(self, analyses: Sequence[Analysis], entities: Sequence[Entity]) -> None:
        self.analyses = analyses
        self.entities = entities
        self._frames: dict[Place, Frame] = {}
        self._pairings: dict[tuple[Place, Place], Pairing] = {}
        self._closeness: dict[tuple[Place, Place], float] = {}
        self._values = [_by_sentence(analysis) for analysis in analyses]
        self.entity_at: dict[tuple[int, int], Entity] = {
            (mention.article, mention.start): entity for entity in entities for mention in entity.mentions
        }
        self._words: dict[int, frozenset[str]] = {}
        self._naming: dict[int, NamingIndex] = {}
        self._small: dict[int, frozenset[str]] = {}
        self._mentions: dict[Place, list[Mention]] = {}
        self._quoted: dict[Place, list[Quotation]] = {}
        for number, analysis in enumerate(analyses):
            for mention in analysis.mentions:
                self._mentions.setdefault(Place(number, mention.sentence), []).append(mention)
            for quotation in analysis.quotations:
                self._quoted.setdefault(Place(number, quotation.sentence), []).append(quotation)

    def mentions(self, place: Place) -> tuple[Mention, ...]:
        return tuple(self._mentions.get(place, ()))

    def values(self, place: Place) -> tuple[Value, ...]:
        return self._values[place.article].get(place.sentence, ())

    def frame(self, place: Place) -> Frame:
        if place not in self._frames:
            _make_room(self._frames, _FRAMES_KEPT)
            self._frames[place] = _frame(
                self.analyses[place.article].sentences[place.sentence], place, self.values(place), self._quoted.get(place, ())
            )
        return self._frames[place]

    def pairing(self, a: Place, b: Place) -> Pairing:
        """Two sentences with their words matched."""
        if (a, b) not in self._pairings:
            _make_room(self._pairings, _PAIRINGS_KEPT)
            self._pairings[a, b] = Pairing(self.frame(a), self.frame(b))
            self._closeness[a, b] = self._pairings[a, b].closeness
        return self._pairings[a, b]

    def closeness(self, a: Place, b: Place) -> float:
        """The share of two sentences' words that is matched, 0 to 1."""
        return self._closeness[a, b] if (a, b) in self._closeness else self.pairing(a, b).closeness

    def is_common(self, article: int, word: str) -> bool:
        """Whether the articles also write the word small: then it is no name where a sentence begins with it."""
        if article not in self._small:
            text = self.analyses[article].article.text
            self._small[article] = frozenset(match[0] for match in re.finditer(r"(?<![\w’'])[a-z][\w-]*", text))
        return word.lower() in self._small[article]

    def naming(self, article: int) -> NamingIndex:
        """An article's names, to be looked up."""
        if article not in self._naming:
            self._naming[article] = NamingIndex(self.analyses[article].mentions)
        return self._naming[article]

    def names_in(self, article: int) -> frozenset[str]:
        """The folded capitalised words of an article: does it know of somebody at all?"""
        if article not in self._words:
            text = self.analyses[article].article.text
            self._words[article] = frozenset(fold(match[0]) for match in re.finditer(r"[A-Z][\w'’-]*", text))
        return self._words[article]


def _make_room(kept: dict[Any, Any], most: int) -> None:
    """Drop what was kept first where there is too much: of two books the tokens would take more memory than all else together."""
    if len(kept) >= most:
        del kept[next(iter(kept))]


def _by_sentence(analysis: Analysis) -> dict[int, tuple[Value, ...]]:
    starts = [sentence.start for sentence in analysis.sentences]
    found: dict[int, list[Value]] = {}
    for value in analysis.values:
        found.setdefault(bisect_right(starts, value.start) - 1, []).append(value)
    return {sentence: tuple(values) for sentence, values in found.items()}


def _frame(sentence: Sentence, place: Place, values: Sequence[Value], quoted: Sequence[Quotation]) -> Frame:
    tokens: list[Token] = []
    waiting = sorted(values, key=lambda value: value.start)
    for match in _WORD.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        while waiting and waiting[0].end <= start:
            waiting.pop(0)
        inside = bool(quoted) and any(quotation.start <= start < quotation.end for quotation in quoted)
        if waiting and waiting[0].start <= start < waiting[0].end:
            value = waiting[0]
            if not tokens or tokens[-1].value is not value:
                tokens.append(Token(value.start, value.end, value.text, "#", 1.0, value=value, quoted=inside))
            continue
        joined = _JOINED.get((tokens[-1].key, fold(match[0]))) if tokens and tokens[-1].key in _JOINED_FIRST else None
        if joined is not None and tokens[-1].end + 1 == start:
            before = tokens.pop()
            text = f"{before.text} {match[0]}"
            tokens.append(Token(before.start, end, text, joined, 1.0, capital=before.capital, quoted=inside))
            continue
        tokens += _words(match[0], start, end, quoted=inside)
        if len(tokens) >= _MOST_TOKENS:
            break
    return Frame(place, sentence.start, sentence.text, tuple(tokens[:_MOST_TOKENS]))


def _words(text: str, start: int, end: int, *, quoted: bool) -> list[Token]:
    return [Token(start, end, text, *rest, None, quoted) for rest in _senses(text)]


@lru_cache(maxsize=65536)
def _senses(text: str) -> tuple[tuple[str, float, bool], ...]:
    """The key, the weight and whether it has a capital, of a word, or of each half of a contraction."""
    folded = fold(text)
    if folded in CONTRACTIONS:
        first, second = CONTRACTIONS[folded]
        return (first, 0.15, False), (second, 0.5, False)
    return ((concept(text), 0.15 if folded in LIGHT else 1.0, text[0].isupper()),)


@dataclass(frozen=True)
class Slot:
    """Tokens ``a`` (first, last) of one sentence against ``b`` of the other, and how surely they stand in the same slot.

    ``context`` sums the weight of the matched neighbours; ``tight`` counts the sides (0 to 2) on which the very next words are matched.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    context: float
    tight: int


class Pairing:
    """The two sentences of a link with their words matched."""

    def __init__(self, left: Frame, right: Frame) -> None:
        self.left = left
        self.right = right
        self.match = _tile(left.tokens, right.tokens)
        self.back = {second: first for first, second in self.match.items()}
        common = sum(min(left.tokens[first].weight, right.tokens[second].weight) for first, second in self.match.items())
        self.common = common
        self.closeness = 2 * common / max(1e-9, left.weight + right.weight)
        self.contained = common / max(1e-9, min(left.weight, right.weight))

    def slot(self, a: tuple[int, int], b: tuple[int, int]) -> Slot:
        """How surely tokens ``a[0]..a[1]`` and ``b[0]..b[1]`` stand in the same slot."""
        before = self._side(a[0], b[0], -1)
        after = self._side(a[1], b[1], 1)
        return Slot(a, b, round(before[0] + after[0], 4), before[1] + after[1])

    def _side(self, a: int, b: int, step: int) -> tuple[float, int]:
        total, tight = 0.0, 0
        size_a, size_b = len(self.left.tokens), len(self.right.tokens)
        if not (0 <= a + step < size_a) and not (0 <= b + step < size_b):
            return 0.4, 1
        for distance in range(1, _WINDOW + 1):
            here = a + step * distance
            if not 0 <= here < size_a:
                break
            there = self.match.get(here)
            if there is None and distance == 1 and 0 <= b + step < size_b and b + step not in self.back:
                # a light word that the tiling had no reason to match: "said" on both sides
                there = b + step if _same(self.left.tokens[here], self.right.tokens[b + step]) else None
            if there is None:
                continue
            away = (there - b) * step
            if 1 <= away <= _WINDOW + 1:
                total += self.left.tokens[here].weight * (1.0 - 0.15 * (distance - 1) - 0.12 * (away - 1))
                tight = tight or int(distance == 1 and away == 1)
        return total, tight


def _tile(left: Sequence[Token], right: Sequence[Token]) -> dict[int, int]:
    equal = _equal(left, right)
    heap: list[tuple[float, int, int, int, int]] = []
    for i, j in sorted(equal):
        if (i - 1, j - 1) not in equal:
            _push(heap, left, i, j, _run(equal, i, j))
    match: dict[int, int] = {}
    used: set[int] = set()
    light: list[tuple[int, int, int]] = []
    while heap:
        _, _, i, j, length = heapq.heappop(heap)
        free = [k for k in range(length) if i + k not in match and j + k not in used]
        if len(free) < length:
            for start, size in _pieces(free):
                _push(heap, left, i + start, j + start, size)
            continue
        if sum(left[i + k].weight for k in range(length)) < 0.45:
            light.append((i, j, length))
            continue
        for k in range(length):
            match[i + k] = j + k
            used.add(j + k)
    # light words alone ("of the") only beside what is matched already
    for i, j, length in light:
        for k in range(length):
            beside = match.get(i + k - 1) == j + k - 1 or match.get(i + k + 1) == j + k + 1 or (i + k == j + k == 0)
            near = any(abs(match.get(i + k + d, -99) - (j + k + d)) <= 1 for d in (-2, 2))
            if i + k not in match and j + k not in used and (beside or near):
                match[i + k] = j + k
                used.add(j + k)
    return match


def _push(heap: list[tuple[float, int, int, int, int]], left: Sequence[Token], i: int, j: int, length: int) -> None:
    weight = sum(left[i + k].weight for k in range(length))
    heapq.heappush(heap, (-round(weight, 4), abs(i - j), i, j, length))


def _equal(left: Sequence[Token], right: Sequence[Token]) -> set[tuple[int, int]]:
    by_key: dict[str, list[int]] = {}
    for j, token in enumerate(right):
        by_key.setdefault(token.key, []).append(j)
    return {(i, j) for i, token in enumerate(left) for j in by_key.get(token.key, ()) if token.value is None or _same(token, right[j])}


def _run(equal: set[tuple[int, int]], i: int, j: int) -> int:
    length = 1
    while (i + length, j + length) in equal:
        length += 1
    return length


def _pieces(free: list[int]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for k in free:
        if pieces and pieces[-1][0] + pieces[-1][1] == k:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + 1)
        else:
            pieces.append((k, 1))
    return pieces


def _same(one: Token, other: Token) -> bool:
    if one.value is None or other.value is None:
        return one.value is other.value and one.key == other.key
    if isinstance(one.value, Quantity) != isinstance(other.value, Quantity):
        return False
    if isinstance(one.value, Moment) and isinstance(other.value, Moment) and not (one.value.first and other.value.first):
        return fold(one.text) == fold(other.text) or (_said(one.value) and agree(one.value, other.value))
    return agree(one.value, other.value)


def _said(moment: Moment) -> bool:
    return moment.weekday >= 0 or moment.month > 0 or moment.first is not None
