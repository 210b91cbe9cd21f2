"""What two sentences have in common, as numbers. Each is the same whichever of the two comes first."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest
from itertools import chain, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from compare.align.candidates import Likeness
from compare.align.profile import NEIGHBOURS, Profile, context_norm
from compare.extract.agreement import agreeing

# What a related word counts, compared with the same word.
KINSHIP = 0.7

FEATURES = (
    "cosine",
    "soft_cosine",
    "pair_cosine",
    "cover_least",
    "cover_most",
    "soft_cover_least",
    "soft_cover_most",
    "soft_cover_mean",
    "evidence",
    "soft_evidence",
    "synonyms",
    "family",
    "rarest",
    "rarest_three",
    "token_set",
    "run",
    "run_share",
    "quoted",
    "both_quote",
    "one_quotes",
    "other_words",
    "names",
    "names_cosine",
    "plain_words",
    "entities",
    "entities_cosine",
    "entities_apart",
    "same_quotation",
    "values",
    "values_apart",
    "distance",
    "both_lead",
    "leads",
    "depth",
    "length_ratio",
    "mass_least",
    "mass_most",
    "context",
    "level",
    "stands_out",
)

# Features that can speak for or against a link; all others only ever speak for one, the more the greater they are.
EITHER_WAY = frozenset(
    {
        "both_quote",
        "one_quotes",
        "other_words",
        "values_apart",
        "entities_apart",
        "distance",
        "both_lead",
        "leads",
        "depth",
        "length_ratio",
        "mass_least",
        "mass_most",
        "level",
    }
)


class Kin(NamedTuple):
    """Terms matched with a related word: pairs, and the weight of the matches by synonym and by family, the least of both sides."""

    pairs: tuple[tuple[str, str], ...]
    synonyms: float
    family: float
    product: float


# What is compared pair by pair has a bound: hostile text has sentences of a hundred thousand words or numbers.
_LONGEST = 400
_PLAIN = 1600  # code points: the longest sentence whole, but for one without spaces, whose terms overlap
_MOST_TIMES = 12
MOST_VALUES = 40
# A sentence's usual likeness is that to so many of the likest sentences of the other article.
_LIKEST = 3


_NO_KIN = Kin((), 0.0, 0.0, 0.0)


def kin(one: Profile, other: Profile, common: AbstractSet[str]) -> Kin:
    """Match each sentence's remaining words with the best related word among the other's remaining ones."""
    ours, theirs = one.weights.keys() - common, other.weights.keys() - common
    keys = set(chain.from_iterable(map(one.kin.__getitem__, ours)))
    if keys.isdisjoint(chain.from_iterable(map(other.kin.__getitem__, theirs))):
        return _NO_KIN
    index: dict[int | str, list[str]] = {}
    for match in theirs:
        for key in other.kin[match]:
            index.setdefault(key, []).append(match)
    offers: list[tuple[float, int, str, str]] = []
    for text in ours:
        weight = one.weights[text]
        seen: set[str] = set()
        for key in one.kin[text]:  # groups of synonyms come before the family
            for match in index.get(key, ()):
                if match not in seen:
                    seen.add(match)
                    offers.append((min(weight, other.weights[match]), int(isinstance(key, int)), text, match))
    offers.sort(key=lambda offer: (-round(offer[0], 9), -offer[1], min(offer[2:]), max(offer[2:])))
    taken: set[str] = set()
    given: set[str] = set()
    pairs: list[tuple[str, str]] = []
    sums = [0.0, 0.0]
    product = 0.0
    for weight, synonym, text, match in offers:
        if text not in taken and match not in given:
            taken.add(text)
            given.add(match)
            pairs.append((text, match))
            sums[synonym] += weight
            product += one.weights[text] * other.weights[match]
    return Kin(tuple(pairs), sums[1], sums[0], product)


def longest_run(one: Sequence[str], other: Sequence[str], weights: dict[str, float], common: AbstractSet[str]) -> float:
    """The greatest weight of a run of terms that stands in both sentences, which have the ``common`` ones.

    Of a sentence as long as a chapter only the beginning is read, and of a term that is said again and again only its first places.
    """
    places: dict[str, list[int]] = {}
    for at, text in enumerate(other[:_LONGEST]):
        if text in common:
            held = places.get(text)
            if held is None:
                places[text] = [at]
            elif len(held) < _MOST_TIMES:
                held.append(at)
    best = 0.0
    before: dict[int, float] = {}
    times: dict[str, int] = {}
    for text in one[:_LONGEST]:
        if text not in places:
            if before:
                before = {}
            continue
        now: dict[int, float] = {}
        times[text] = times.get(text, 0) + 1
        if times[text] <= _MOST_TIMES:
            weight = weights[text]
            for at in places[text]:
                run = now[at] = before.get(at - 1, 0.0) + weight
                if run > best:
                    best = run
        before = now
    return best


def context(rows: Likeness, i: int, j: int, left: Sequence[Profile], right: Sequence[Profile]) -> float:
    """How like each of the two is to what stands around the other."""
    near_i = near_j = 0.0
    row = rows[i]
    for distance, share in NEIGHBOURS:
        if j + distance in row:
            near_j += share * row[j + distance]
        if 0 <= i + distance < len(rows):
            near_i += share * rows[i + distance].get(j, 0.0)
    return ((near_i and near_i / context_norm(left, i)) + (near_j and near_j / context_norm(right, j))) / 2


def _values(one: Profile, other: Profile) -> tuple[float, float]:
    if not one.values or not other.values:
        return 0.0, 0.0
    ours, theirs = one.values[:MOST_VALUES], other.values[:MOST_VALUES]
    agreed = min(len(agreeing(ours, theirs)), len(agreeing(theirs, ours)))
    alike = any(type(value) is type(match) for value in ours for match in theirs)
    return min(2.0, float(agreed)), float(agreed == 0 and alike)


def _entities(one: Profile, other: Profile) -> tuple[float, float, float]:
    """The weight of the entities that both name, however they name them; their cosine; and whether both name some, but none in common."""
    if not one.entities or not other.entities:
        return 0.0, 0.0, 0.0
    weights = [weight for entity, weight in one.entities.items() if entity in other.entities]
    square = math.fsum(weight * weight for weight in weights)
    return math.log1p(math.fsum(weights)), _share(square, one.entities_norm * other.entities_norm), float(not weights)


def _adjoining(one: Profile, other: Profile) -> float:
    """The cosine of the adjoining terms."""
    if one.pairs is None or other.pairs is None:
        ours, theirs = set(pairwise(one.stems)), set(pairwise(other.stems))
        return len(ours & theirs) / math.sqrt(max(1, len(ours) * len(theirs)))
    pairs, more = sorted((one.pairs, other.pairs), key=len)
    return sum(weight * more[pair] for pair, weight in pairs.items() if pair in more)


def measure(one: Profile, other: Profile, cosine: float, around: float, level: float) -> tuple[float, ...]:
    """The features of one pair, in the order of FEATURES; the last of them needs all pairs measured first (``stand_out``).

    ``cosine`` is that of the two vectors, ``around`` that of each to the other's neighbours, ``level`` how like the two articles are at best.
    """
    common = one.weights.keys() & other.weights.keys()
    weights = one.weights
    weight_of = weights.__getitem__
    ordered = sorted(map(weight_of, common), reverse=True)
    evidence = math.fsum(ordered)
    matched = kin(one, other, common)
    soft = matched.synonyms + matched.family
    least, most = sorted((_share(evidence, one.mass), _share(evidence, other.mass)))
    softs = [_share(evidence + KINSHIP * soft, one.mass), _share(evidence + KINSHIP * soft, other.mass)]
    run = longest_run(one.stems, other.stems, weights, common) if common else 0.0
    both_quote = bool(one.quoted) and bool(other.quoted)
    same_quotation = not one.clusters.isdisjoint(other.clusters)
    quoted = math.fsum(map(weight_of, one.quoted & other.quoted))
    names = math.fsum(map(weight_of, one.names & other.names))
    named = one.names | other.names
    plain = evidence if named.isdisjoint(common) else math.fsum(map(weight_of, common - named))
    values, apart = _values(one, other)
    sizes = sorted((len(one.stems), len(other.stems)))
    masses = sorted((one.mass, other.mass))
    return (
        cosine,
        cosine + KINSHIP * _share(matched.product, one.norm * other.norm),
        _adjoining(one, other),
        least,
        most,
        min(softs),
        max(softs),
        math.sqrt(softs[0] * softs[1]),
        math.log1p(evidence),
        math.log1p(evidence + KINSHIP * soft),
        math.log1p(matched.synonyms),
        math.log1p(matched.family),
        ordered[0] / 5 if ordered else 0.0,
        math.fsum(ordered[:3]) / 10,
        fuzz.token_set_ratio(one.plain[:_PLAIN], other.plain[:_PLAIN]) / 100,
        math.log1p(run),
        _share(run, min(one.run_mass, other.run_mass)),
        math.log1p(quoted),
        float(both_quote),
        float(bool(one.quoted) != bool(other.quoted)),
        1.0 - _share(quoted, min(one.quoted_mass, other.quoted_mass)) if both_quote and not same_quotation else 0.0,
        math.log1p(names),
        _share(names, math.sqrt(one.names_mass * other.names_mass)),
        math.log1p(plain),
        *_entities(one, other),
        float(same_quotation),
        values,
        apart,
        abs(one.place - other.place),
        float(one.number < 2 and other.number < 2),
        float(one.number < 2) + float(other.number < 2),
        (one.place + other.place) / 2,
        math.log((sizes[0] + 1) / (sizes[1] + 1)),
        math.log1p(masses[0]) / 3,
        math.log1p(masses[1]) / 3,
        around,
        level,
    )


def stand_out(likenesses: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """By how much the likeness of each pair of sentences passes what each of the two has with the likest three of the other article.

    A likeness that is great for one pair of articles is common in another, and some sentences are like every other (cross-domain similarity
    local scaling: Conneau et al. 2018, Word Translation Without Parallel Data). Where there are fewer than three, nothing counts as 0.
    """
    rows: dict[int, list[float]] = {}
    columns: dict[int, list[float]] = {}
    for (i, j), likeness in likenesses.items():
        rows.setdefault(i, []).append(likeness)
        columns.setdefault(j, []).append(likeness)
    by_row, by_column = (
        {number: math.fsum(nlargest(_LIKEST, held)) / _LIKEST for number, held in side.items()} for side in (rows, columns)
    )
    return {(i, j): 2 * likeness - (by_row[i] + by_column[j]) for (i, j), likeness in likenesses.items()}


def _share(part: float, whole: float) -> float:
    return min(1.5, part / whole) if whole > 0 else 0.0
