"""Sentences made ready to be compared: their terms weighed against all the compared articles and against news at large."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from compare.align.terms import Kinship, background, kinships, terms
from compare.model import Analysis, ComparedQuotation, Entity, Value

# How many sentences of news at large are counted with the compared articles' own. Two short texts know too little about which words are rare;
# many long ones know better than any table.
BACKGROUND_SENTENCES = 60
UNLISTED = 0.5 / 5_300  # the share of a stem that isn't in the table: half a sentence of those that the table was counted over

_NONE: frozenset[str] = frozenset()


class Words(NamedTuple):
    """The terms of a sentence: the stem of each, where each is written (start and end in code points, by turns), and which have a capital."""

    stems: tuple[str, ...]
    spans: array[int]
    capitals: bytes


@dataclass(slots=True)
class Profile:
    """One sentence as the features see it, packed: there may be tens of thousands. Masses are sums of weights, in nats.

    ``weights`` has each term once, in their order, and ``norm`` is its length as a vector. ``pairs`` is the vector, of length 1 (or empty),
    of adjoining terms, each pair by its number in the corpus.
    """

    text: str
    stems: tuple[str, ...]
    spans: array[int]
    weights: dict[str, float]
    mass: float
    norm: float
    run_mass: float
    pairs: dict[int, float]
    kin: dict[str, Kinship]
    kin_index: dict[int | str, tuple[str, ...]]
    names: frozenset[str]
    names_mass: float
    quoted: frozenset[str]
    quoted_mass: float
    values: tuple[Value, ...]
    entities: dict[str, float]
    entities_norm: float
    clusters: frozenset[str]
    plain: str
    place: float
    number: int
    context_norm: float = 1.0

    def vector(self) -> dict[str, float]:
        """The weights as a vector of length 1, or empty."""
        return {text: weight / self.norm for text, weight in self.weights.items()} if self.norm else {}

    def written(self, stem: str) -> str:
        """A term as the sentence writes it first."""
        at = 2 * self.stems.index(stem)
        return self.text[self.spans[at] : self.spans[at + 1]]


class Corpus(NamedTuple):
    """The profiles of all the compared articles, and each term's weight among them."""

    profiles: tuple[tuple[Profile, ...], ...]
    weights: Mapping[str, float]


def weigh(seen: Mapping[str, int], sentences: int, language: str) -> dict[str, float]:
    """The weight of each term in nats: how surprising it is in a sentence of these articles, or of news at large."""
    shares = background(language)
    total = sentences + BACKGROUND_SENTENCES
    return {
        term: -math.log((count + BACKGROUND_SENTENCES * max(shares.get(term, 0.0), UNLISTED)) / total)
        for term, count in sorted(seen.items())
    }


def corpus(analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation]) -> Corpus:
    """The compared articles, ready for the features. The articles' order changes nothing in it but the order."""
    held = [[_words(sentence.text, analysis.article.language) for sentence in analysis.sentences] for analysis in analyses]
    total = sum(map(len, held))
    seen = Counter(text for article in held for words in article for text in set(words.stems))
    languages = {analysis.article.language for analysis in analyses}
    weights = weigh(seen, total, languages.pop() if len(languages) == 1 else "")
    adjoining = Counter(pair for article in held for words in article for pair in set(pairwise(words.stems)))
    pairs = {pair: (number, math.log((total + 1) / count)) for number, (pair, count) in enumerate(adjoining.items())}
    named = _places_of_entities(entities, total)
    spoken = _places_of_clusters(quotations)
    return Corpus(
        tuple(_article(analysis, held[number], number, weights, pairs, named, spoken) for number, analysis in enumerate(analyses)),
        weights,
    )


def _words(text: str, language: str) -> Words:
    found = terms(text, language)
    spans = array("I", (offset for term in found for offset in (term.start, term.end)))
    return Words(tuple(term.text for term in found), spans, bytes(term.capital for term in found))


def _places_of_entities(entities: Sequence[Entity], total: int) -> dict[tuple[int, int], dict[str, float]]:
    """For each sentence the entities that it names, with the weight of each: the rarer, the more it says."""
    found: dict[tuple[int, int], dict[str, float]] = {}
    for entity in sorted(entities, key=lambda entity: entity.id):
        places = {(mention.article, mention.sentence) for mention in entity.mentions}
        for place in places:
            found.setdefault(place, {})[entity.id] = math.log((total + 1) / len(places))
    return found


def _places_of_clusters(quotations: Sequence[ComparedQuotation]) -> dict[tuple[int, int], set[str]]:
    found: dict[tuple[int, int], set[str]] = {}
    for compared in quotations:
        if compared.cluster:
            found.setdefault((compared.article, compared.quotation.sentence), set()).add(compared.cluster)
    return found


def _article(
    analysis: Analysis,
    held: Sequence[Words],
    article: int,
    weights: Mapping[str, float],
    pair_weights: Mapping[tuple[str, str], tuple[int, float]],
    named: Mapping[tuple[int, int], dict[str, float]],
    spoken: Mapping[tuple[int, int], set[str]],
) -> tuple[Profile, ...]:
    values = _by_sentence(analysis)
    quotations = sorted((quotation.start, quotation.end) for quotation in analysis.quotations)
    last = max(1, len(held) - 1)
    known = _capitals(held)
    alone: dict[str, tuple[str, ...]] = {}
    found: list[Profile] = []
    for number, (sentence, (stems, spans, capitals)) in enumerate(zip(analysis.sentences, held, strict=True)):
        mine = {text: weights[text] for text in stems}
        names = _gathered(
            text
            for at, (text, capital) in enumerate(zip(stems, capitals, strict=True))
            if capital and spans[2 * at + 1] - spans[2 * at] > 1 and (at > 0 or text in known)
        )
        quoted = (
            _gathered(text for at, text in enumerate(stems) if _within(quotations, sentence.start + spans[2 * at])) if quotations else _NONE
        )
        present = named.get((article, number), {})
        kin = kinships(stems, analysis.article.language)
        pairs = dict(pair_weights[pair] for pair in pairwise(stems))
        length = _length(pairs.values())
        found.append(
            Profile(
                text=sentence.text,
                stems=stems,
                spans=spans,
                weights=mine,
                mass=math.fsum(mine.values()),
                norm=_length(mine.values()),
                run_mass=math.fsum(mine[text] for text in stems),
                pairs={pair: weight / length for pair, weight in pairs.items()} if length else {},
                kin=kin,
                kin_index=_by_key(kin, alone),
                names=names,
                names_mass=math.fsum(mine[text] for text in names),
                quoted=quoted,
                quoted_mass=math.fsum(mine[text] for text in quoted),
                values=values.get(number, ()),
                entities=present,
                entities_norm=_length(present.values()),
                clusters=_gathered(spoken.get((article, number), ())),
                plain=" ".join(sentence.text[start:end].casefold() for start, end in zip(spans[::2], spans[1::2], strict=True)),
                place=number / last,
                number=number,
            )
        )
    _measure_contexts(found)
    return tuple(found)


def _length(weights: Iterable[float]) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in weights))


def _gathered(texts: Iterable[str]) -> frozenset[str]:
    """A set of them; the same one wherever there are none."""
    return frozenset(texts) or _NONE


def _capitals(held: Sequence[Words]) -> set[str]:
    """The terms that the article writes with a capital wherever they stand: names, also at the head of a sentence."""
    inside: set[str] = set()
    small: set[str] = set()
    for words in held:
        for at, (text, capital) in enumerate(zip(words.stems, words.capitals, strict=True)):
            if not capital:
                small.add(text)
            elif at:
                inside.add(text)
    return inside - small


def _by_key(kin: Mapping[str, Kinship], alone: dict[str, tuple[str, ...]]) -> dict[int | str, tuple[str, ...]]:
    """The terms of each group of synonyms and of each family. ``alone`` keeps what stands alone in one, for all sentences."""
    found: dict[int | str, tuple[str, ...]] = {}
    for text, (groups, family) in kin.items():
        one = alone.setdefault(text, (text,))
        keys: tuple[int | str, ...] = (*groups, family) if family else groups
        for key in keys:
            found[key] = found[key] + one if key in found else one
    return found


def _by_sentence(analysis: Analysis) -> dict[int, tuple[Value, ...]]:
    starts = [sentence.start for sentence in analysis.sentences]
    found: dict[int, list[Value]] = {}
    for value in analysis.values:
        found.setdefault(bisect_right(starts, value.start) - 1, []).append(value)
    return {number: tuple(values) for number, values in found.items()}


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    place = bisect_right(spans, (at, math.inf)) - 1
    return place >= 0 and spans[place][0] <= at < spans[place][1]


# How much a neighbour counts in a sentence's context, by its distance.
NEIGHBOURS = ((-2, 0.25), (-1, 0.5), (1, 0.5), (2, 0.25))


def _measure_contexts(profiles: Sequence[Profile]) -> None:
    """The length of each sentence's context vector, the weighted sum of its neighbours' vectors."""
    for number, profile in enumerate(profiles):
        context: dict[str, float] = {}
        for distance, share in NEIGHBOURS:
            if 0 <= number + distance < len(profiles):
                near = profiles[number + distance]
                for text, weight in near.weights.items():
                    context[text] = context.get(text, 0.0) + share * (weight / near.norm)
        profile.context_norm = _length(context.values()) or 1.0
