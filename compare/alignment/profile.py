"""Sentences made ready to be compared: their terms weighed against all the compared articles and against news at large."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.alignment.terms import Term, background, kinships, terms
from compare.model import Analysis, ComparedQuotation, Entity, Value

# How many sentences of news at large are counted with the compared articles' own. Two short texts know too little about which words are rare;
# many long ones know better than any table.
BACKGROUND_SENTENCES = 60
_UNLISTED = 0.5 / 5_300  # the share of a stem that isn't in the table: half a sentence of those that the table was counted over

Vector = Mapping[str, float]


@dataclass(slots=True)
class Profile:
    """One sentence as the features see it. Vectors are of length 1 (or empty); masses are sums of weights, in nats."""

    text: str
    terms: tuple[Term, ...]
    stems: tuple[str, ...]
    unique: frozenset[str]
    weights: dict[str, float]
    mass: float
    norm: float
    run_mass: float
    vector: dict[str, float]
    pairs: dict[tuple[str, str], float]
    kin: dict[str, tuple[tuple[int, ...], str]]
    kin_index: dict[int | str, list[str]]
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


@dataclass(frozen=True, slots=True)
class Corpus:
    """The profiles of all the compared articles, and each term's weight among them."""

    profiles: tuple[tuple[Profile, ...], ...]
    weights: Mapping[str, float]


def weigh(seen: Mapping[str, int], sentences: int, language: str) -> dict[str, float]:
    """The weight of each term in nats: how surprising it is in a sentence of these articles, or of news at large."""
    shares = background(language)
    total = sentences + BACKGROUND_SENTENCES
    return {
        term: -math.log((count + BACKGROUND_SENTENCES * max(shares.get(term, 0.0), _UNLISTED)) / total)
        for term, count in sorted(seen.items())
    }


def corpus(analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation]) -> Corpus:
    """The compared articles, ready for the features. The articles' order changes nothing in it but the order."""
    held = [[terms(sentence.text, analysis.article.language) for sentence in analysis.sentences] for analysis in analyses]
    total = sum(map(len, held))
    seen = Counter(text for article in held for sentence in article for text in sorted({term.text for term in sentence}))
    languages = {analysis.article.language for analysis in analyses}
    weights = weigh(seen, total, languages.pop() if len(languages) == 1 else "")
    adjoining = Counter(pair for article in held for sentence in article for pair in sorted(set(pairwise(term.text for term in sentence))))
    pair_weights = {pair: math.log((total + 1) / count) for pair, count in adjoining.items()}
    named = _places_of_entities(entities, total)
    spoken = _places_of_clusters(quotations)
    return Corpus(
        tuple(_article(analysis, held[number], number, weights, pair_weights, named, spoken) for number, analysis in enumerate(analyses)),
        weights,
    )


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
    held: Sequence[tuple[Term, ...]],
    article: int,
    weights: Mapping[str, float],
    pair_weights: Mapping[tuple[str, str], float],
    named: Mapping[tuple[int, int], dict[str, float]],
    spoken: Mapping[tuple[int, int], set[str]],
) -> tuple[Profile, ...]:
    values = _by_sentence(analysis)
    spans = sorted((quotation.start, quotation.end) for quotation in analysis.quotations)
    last = max(1, len(held) - 1)
    known = _capitals(held)
    found: list[Profile] = []
    for number, (sentence, own) in enumerate(zip(analysis.sentences, held, strict=True)):
        stems = tuple(term.text for term in own)
        unique = tuple(dict.fromkeys(stems))
        mine = {text: weights[text] for text in unique}
        norm = math.sqrt(math.fsum(weight * weight for weight in mine.values()))
        names = frozenset(
            term.text for at, term in enumerate(own) if term.capital and term.end - term.start > 1 and (at > 0 or term.text in known)
        )
        quoted = frozenset(term.text for term in own if _within(spans, sentence.start + term.start))
        present = named.get((article, number), {})
        kin = kinships(stems, analysis.article.language)
        pairs = {pair: pair_weights[pair] for pair in dict.fromkeys(pairwise(stems))}
        length = math.sqrt(math.fsum(weight * weight for weight in pairs.values()))
        found.append(
            Profile(
                text=sentence.text,
                terms=own,
                stems=stems,
                unique=frozenset(unique),
                weights=mine,
                mass=math.fsum(mine.values()),
                norm=norm,
                run_mass=math.fsum(mine[text] for text in stems),
                vector={text: weight / norm for text, weight in mine.items()} if norm else {},
                pairs={pair: weight / length for pair, weight in pairs.items()} if length else {},
                kin=kin,
                kin_index=_by_key(kin),
                names=names,
                names_mass=math.fsum(mine[text] for text in sorted(names)),
                quoted=quoted,
                quoted_mass=math.fsum(mine[text] for text in sorted(quoted)),
                values=values.get(number, ()),
                entities=present,
                entities_norm=math.sqrt(math.fsum(weight * weight for weight in present.values())),
                clusters=frozenset(spoken.get((article, number), ())),
                plain=" ".join(sentence.text[term.start : term.end].casefold() for term in own),
                place=number / last,
                number=number,
            )
        )
    _measure_contexts(found)
    return tuple(found)


def _capitals(held: Sequence[tuple[Term, ...]]) -> set[str]:
    """The terms that the article writes with a capital wherever they stand: names, also at the head of a sentence."""
    inside = {term.text for own in held for term in own[1:] if term.capital}
    return inside - {term.text for own in held for term in own if not term.capital}


def _by_key(kin: Mapping[str, tuple[tuple[int, ...], str]]) -> dict[int | str, list[str]]:
    """The terms of each group of synonyms and of each family."""
    found: dict[int | str, list[str]] = {}
    for text, (groups, family) in kin.items():
        for group in groups:
            found.setdefault(group, []).append(text)
        if family:
            found.setdefault(family, []).append(text)
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
                for text, weight in profiles[number + distance].vector.items():
                    context[text] = context.get(text, 0.0) + share * weight
        profile.context_norm = math.sqrt(math.fsum(weight * weight for weight in context.values())) or 1.0
