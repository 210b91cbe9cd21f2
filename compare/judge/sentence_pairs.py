"""Two linked sentences laid side by side: which words stand for which, and what stands in the same slot.

Words are matched by greedy string tiling (Wise, 1993): the heaviest common run first, wherever it stands, so that a clause may move. What is
left over on both sides between matched neighbours is a slot filled differently: the place where a difference can be.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from compare.extract.agreement import Agreement, Alike
from compare.judge.tiling import same, tile
from compare.model import Analysis, Entity, Mention, Place, Quotation, Sentence, Value
from compare.names.same import Names
from compare.text.vocabulary import CONTRACTIONS, LIGHT, concept
from compare.text.words import fold, words

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
_SENTENCES_KEPT = 10_000
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
class TokenisedSentence:
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
    def by_key(self) -> dict[str, list[int]]:
        """The tokens of each key, in order."""
        found: dict[str, list[int]] = {}
        for number, token in enumerate(self.tokens):
            found.setdefault(token.key, []).append(number)
        return found

    @cached_property
    def bag(self) -> dict[str, tuple[int, float]]:
        """How often each key occurs, and what it weighs; all values share one key, so that what two bags have in common is never too little."""
        found: dict[str, tuple[int, float]] = {}
        for token in self.tokens:
            found[token.key] = found.get(token.key, (0, 0.0))[0] + 1, token.weight
        return found

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
        first = bisect_right(self.tokens, start, key=lambda token: token.end)
        last = bisect_left(self.tokens, end, key=lambda token: token.start) - 1
        return (first, last) if first <= last else None


class ComparisonIndex:
    """All that the judgement looks up about the compared articles: tokenised sentences, values and names by place, kept as they are asked for."""

    def __init__(self, analyses: Sequence[Analysis], entities: Sequence[Entity]) -> None:
        self.analyses = analyses
        self.entities = entities
        self._sentences: dict[Place, TokenisedSentence] = {}
        self._agreement: dict[Place, Agreement] = {}
        self._pairings: dict[tuple[Place, Place], SentencePair] = {}
        self._closeness: dict[tuple[Place, Place], float] = {}
        self._values = [_by_sentence(analysis) for analysis in analyses]
        self.known = Names([analysis.mentions for analysis in analyses], entities)
        self.entity_at = self.known.entity_at
        self._words: dict[int, frozenset[str]] = {}
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

    def agreeing(self, place: Place, value: Value) -> tuple[Alike, ...]:
        """The values of a sentence that agree with one."""
        if place not in self._agreement:
            _make_space(self._agreement, _SENTENCES_KEPT)
            self._agreement[place] = Agreement(self.values(place))
        return self._agreement[place].of(value)

    def tokenised(self, place: Place) -> TokenisedSentence:
        if place not in self._sentences:
            _make_space(self._sentences, _SENTENCES_KEPT)
            self._sentences[place] = _tokenise(
                self.analyses[place.article].sentences[place.sentence], place, self.values(place), self._quoted.get(place, ())
            )
        return self._sentences[place]

    def pair(self, a: Place, b: Place) -> SentencePair:
        """Two sentences with their words matched."""
        if (a, b) not in self._pairings:
            _make_space(self._pairings, _PAIRINGS_KEPT)
            self._pairings[a, b] = SentencePair(self.tokenised(a), self.tokenised(b))
            self._closeness[a, b] = self._pairings[a, b].closeness
        return self._pairings[a, b]

    def closeness(self, a: Place, b: Place) -> float:
        """The share of two sentences' words that is matched, 0 to 1."""
        return self._closeness[a, b] if (a, b) in self._closeness else self.pair(a, b).closeness

    def overlap(self, a: Place, b: Place) -> float:
        """The share of two sentences' words that both have, in whatever order: at least their closeness, and found much sooner."""
        left, right = self.tokenised(a), self.tokenised(b)
        common = sum(min(count, right.bag[key][0]) * weight for key, (count, weight) in left.bag.items() if key in right.bag)
        return 2 * common / max(1e-9, left.weight + right.weight)

    def is_common(self, article: int, word: str) -> bool:
        """Whether the articles also write the word small: then it is no name where a sentence begins with it."""
        if article not in self._small:
            text = self.analyses[article].article.text
            self._small[article] = frozenset(match[0] for match in re.finditer(r"(?<![\w’'])[a-z][\w-]*", text))
        return word.lower() in self._small[article]

    def names_in(self, article: int) -> frozenset[str]:
        """The folded capitalised words of an article: does it know of somebody at all?"""
        if article not in self._words:
            text = self.analyses[article].article.text
            self._words[article] = frozenset(fold(match[0]) for match in re.finditer(r"[A-Z][\w'’-]*", text))
        return self._words[article]


def _make_space(kept: dict[Any, Any], most: int) -> None:
    """Drop what was kept first where there is too much: of two books the tokens would take more memory than all else together."""
    if len(kept) >= most:
        del kept[next(iter(kept))]


def _by_sentence(analysis: Analysis) -> dict[int, tuple[Value, ...]]:
    starts = [sentence.start for sentence in analysis.sentences]
    found: dict[int, list[Value]] = {}
    for value in analysis.values:
        found.setdefault(bisect_right(starts, value.start) - 1, []).append(value)
    return {sentence: tuple(values) for sentence, values in found.items()}


def _tokenise(sentence: Sentence, place: Place, values: Sequence[Value], quoted: Sequence[Quotation]) -> TokenisedSentence:
    """A sentence as tokens; ``quoted`` are the quotations that begin in it, in order and without overlap."""
    tokens: list[Token] = []
    waiting = sorted(values, key=lambda value: value.start)[::-1]
    for start, end, word in words(sentence.text, sentence.start, signs=True):
        while waiting and waiting[-1].end <= start:
            waiting.pop()
        mark = bisect_right(quoted, start, key=lambda quotation: quotation.start) - 1 if quoted else -1
        inside = mark >= 0 and start < quoted[mark].end
        if waiting and waiting[-1].start <= start < waiting[-1].end:
            value = waiting[-1]
            if not tokens or tokens[-1].value is not value:
                tokens.append(Token(value.start, value.end, value.text, "#", 1.0, value=value, quoted=inside))
            continue
        joined = _JOINED.get((tokens[-1].key, fold(word))) if tokens and tokens[-1].key in _JOINED_FIRST else None
        if joined is not None and tokens[-1].end + 1 == start:
            before = tokens.pop()
            text = f"{before.text} {word}"
            tokens.append(Token(before.start, end, text, joined, 1.0, capital=before.capital, quoted=inside))
            continue
        tokens += _words(word, start, end, quoted=inside)
        if len(tokens) >= _MOST_TOKENS:
            break
    return TokenisedSentence(place, sentence.start, sentence.text, tuple(tokens[:_MOST_TOKENS]))


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


class Slot(NamedTuple):
    """Tokens ``a`` (first, last) of one sentence against ``b`` of the other, and how surely they stand in the same slot.

    ``context`` sums the weight of the matched neighbours; ``tight`` counts the sides (0 to 2) on which the very next words are matched.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    context: float
    tight: int


class SentencePair:
    """The two sentences of a link with their words matched."""

    def __init__(self, left: TokenisedSentence, right: TokenisedSentence) -> None:
        self.left = left
        self.right = right
        self.match = tile(left.tokens, right.tokens)
        self.back = {second: first for first, second in self.match.items()}
        common = sum(min(left.tokens[first].weight, right.tokens[second].weight) for first, second in self.match.items())
        self.closeness = 2 * common / max(1e-9, left.weight + right.weight)

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
                there = b + step if same(self.left.tokens[here], self.right.tokens[b + step]) else None
            if there is None:
                continue
            away = (there - b) * step
            if 1 <= away <= _WINDOW + 1:
                total += self.left.tokens[here].weight * (1.0 - 0.15 * (distance - 1) - 0.12 * (away - 1))
                tight = tight or int(distance == 1 and away == 1)
        return total, tight
