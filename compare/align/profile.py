"""Sentences made ready to be compared: their terms weighted by all the compared articles and by general news."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat
from operator import add, attrgetter, mul
from typing import NamedTuple

from compare.align.terms import Form, Forms, Kinship, Kinships, background, terms
from compare.model import Analysis, ComparedQuotation, Entity, Sentence, Value

# How many sentences of general news are counted with the compared articles' own. Two short texts know too little about which words are rare;
# many long ones know better than any table.
BACKGROUND_SENTENCES = 60
_SIDE_BY_SIDE = 2**32  # more than any text has terms
LONG = 200  # sentences: an article that has more is long, ten times as long as news
UNLISTED = 0.5 / 5_300  # the share of a stem that isn't in the table: half a sentence of those that the table was counted over

_NONE: frozenset[str] = frozenset()
_STEM = attrgetter("stem")
_NUMBER = attrgetter("number")
_WEIGHT = attrgetter("weight")
_WRITTEN = attrgetter("written")


@dataclass(slots=True)
class Profile:
    """One sentence as the features see it, packed: there may be tens of thousands. Masses are sums of weights, in nats.

    ``forms`` are its terms as they are written, ``weights`` has each term once, in their order, and ``norm`` is its length as a vector.
    ``pairs`` is what others may share of the vector, of length 1 (or empty), of adjoining terms, each pair by its number in the corpus; None among
    long articles, where all pairs weigh alike.
    """

    text: str
    forms: tuple[Form, ...]
    stems: tuple[str, ...]
    weights: dict[str, float]
    mass: float
    norm: float
    run_mass: float
    pairs: dict[int, float] | None
    kin: Mapping[str, Kinship]
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
    context_norm: float | None = None

    def written(self, stem: str) -> str:
        """A term as the sentence writes it first."""
        return self.forms[self.stems.index(stem)].written


class Corpus(NamedTuple):
    """The profiles of all the compared articles, and each term's weight among them."""

    profiles: tuple[tuple[Profile, ...], ...]
    weights: Mapping[str, float]


def weigh(seen: Mapping[str, int], sentences: int, language: str) -> dict[str, float]:
    """The weight of each term in nats: how surprising it is in a sentence of these articles, or of general news."""
    shares = background(language)
    total = sentences + BACKGROUND_SENTENCES
    return {
        term: -math.log((count + BACKGROUND_SENTENCES * max(shares.get(term, 0.0), UNLISTED)) / total)
        for term, count in sorted(seen.items())
    }


class _Adjoining:
    """Adjoining terms and how much each two say: the fewer sentences have them side by side, the more.

    Nearly all stand in one sentence only, and those that no other sentence has needn't be kept. In a long article there are hundreds of thousands
    of them, and to count them buys nothing.
    """

    def __init__(self, counts: Mapping[int, int], sentences: int) -> None:
        self._once = math.log(sentences + 1)
        weights = {count: math.log((sentences + 1) / count) for count in set(counts.values())}
        self._weights = {pair: weights[count] for pair, count in counts.items() if count > 1 and pair >= _SIDE_BY_SIDE}

    def vector(self, forms: Sequence[Form]) -> dict[int, float]:
        """What other sentences have too of a sentence's vector, of length 1 (or empty)."""
        pairs = dict.fromkeys(_adjoining(list(map(_NUMBER, forms))))
        weights = list(map(self._weights.get, pairs, repeat(self._once)))
        length = _length(weights) or 1.0
        return {pair: weight / length for pair, weight in zip(pairs, weights, strict=True) if weight < self._once}


def _adjoining(numbers: Sequence[int]) -> Iterator[int]:
    """Each two adjoining terms as one number, made of theirs."""
    return map(add, map(mul, numbers, repeat(_SIDE_BY_SIDE)), islice(numbers, 1, None))


def _terms(forms: Sequence[Form]) -> set[int]:
    """The numbers of a sentence's terms."""
    return set(map(_NUMBER, forms))


def _terms_and_adjoining(forms: Sequence[Form]) -> set[int]:
    """The numbers of a sentence's terms, and of each two that adjoin."""
    numbers = list(map(_NUMBER, forms))
    return set(chain(numbers, _adjoining(numbers)))


def corpus(analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation]) -> Corpus:
    """The compared articles, ready for the features. The articles' order changes nothing in it but the order."""
    languages = {analysis.article.language for analysis in analyses}
    numbers: dict[str, int] = {}
    tables = {language: _Tables(Forms(language, numbers), Kinships(language)) for language in languages}
    held: list[list[tuple[Form, ...]]] = [[] for _ in analyses]
    long = max((len(analysis.sentences) for analysis in analyses), default=0) > LONG

    def read() -> Iterator[tuple[Form, ...]]:
        for analysis, article in zip(analyses, held, strict=True):
            known = tables[analysis.article.language].forms
            for sentence in analysis.sentences:
                article.append(known.of(sentence.text))
                yield article[-1]

    counts = Counter(chain.from_iterable(map(_terms if long else _terms_and_adjoining, read())))
    total = sum(map(len, held))
    weights = weigh({text: counts[number] for text, number in numbers.items()}, total, min(languages) if len(languages) == 1 else "")
    for table in tables.values():
        for form in table.forms.all():
            form.weight = weights[form.stem]
    adjoining = None if long else _Adjoining(counts, total)
    counts.clear()
    named = _places_of_entities(entities, total)
    spoken = _places_of_clusters(quotations)
    return Corpus(
        tuple(
            _article(analysis, held[number], number, tables[analysis.article.language], adjoining, named, spoken)
            for number, analysis in enumerate(analyses)
        ),
        weights,
    )


class _Tables(NamedTuple):
    """What is known of the words of a language."""

    forms: Forms
    kinships: Kinships


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
    held: Sequence[tuple[Form, ...]],
    article: int,
    tables: _Tables,
    adjoining: _Adjoining | None,
    named: Mapping[tuple[int, int], dict[str, float]],
    spoken: Mapping[tuple[int, int], set[str]],
) -> tuple[Profile, ...]:
    values = _by_sentence(analysis)
    quotations = sorted((quotation.start, quotation.end) for quotation in analysis.quotations)
    last = max(1, len(held) - 1)
    known = _capitals(held)
    found: list[Profile] = []
    for number, (sentence, forms) in enumerate(zip(analysis.sentences, held, strict=True)):
        stems = tuple(map(_STEM, forms))
        mine = dict(zip(stems, map(_WEIGHT, forms), strict=True))
        weight_of = mine.__getitem__
        mass = math.fsum(mine.values())
        names = _gathered(
            [form.stem for at, form in enumerate(forms) if form.capital and len(form.written) > 1 and (at > 0 or form.stem in known)]
        )
        quoted = _quoted(sentence, quotations, analysis.article.language)
        present = named.get((article, number), {})
        found.append(
            Profile(
                text=sentence.text,
                forms=forms,
                stems=stems,
                weights=mine,
                mass=mass,
                norm=_length(mine.values()),
                run_mass=mass if len(mine) == len(stems) else math.fsum(map(weight_of, stems)),
                pairs=None if adjoining is None else adjoining.vector(forms),
                kin=tables.kinships.of(stems),
                names=names,
                names_mass=math.fsum(map(weight_of, names)),
                quoted=quoted,
                quoted_mass=math.fsum(map(weight_of, quoted)),
                values=values.get(number, ()),
                entities=present,
                entities_norm=_length(present.values()),
                clusters=_gathered(spoken.get((article, number), ())),
                plain=" ".join(map(_WRITTEN, forms)).casefold(),
                place=number / last,
                number=number,
            )
        )
    return tuple(found)


def _length(weights: Collection[float]) -> float:
    return math.sqrt(math.fsum(map(mul, weights, weights)))


def _gathered(texts: Iterable[str]) -> frozenset[str]:
    """A set of them; the same one wherever there are none."""
    return frozenset(texts) or _NONE


def _capitals(held: Sequence[tuple[Form, ...]]) -> set[str]:
    """The terms that the article writes with a capital wherever they stand: names, also at the head of a sentence."""
    inside = {form.stem for form in set(chain.from_iterable(forms[1:] for forms in held)) if form.capital}
    return inside - {form.stem for form in set(chain.from_iterable(held)) if not form.capital}


def _quoted(sentence: Sentence, quotations: Sequence[tuple[int, int]], language: str) -> frozenset[str]:
    """The terms of a sentence that stand within quotations, which are sorted."""
    before = bisect_right(quotations, (sentence.start, math.inf))
    if (not before or quotations[before - 1][1] <= sentence.start) and (before == len(quotations) or quotations[before][0] >= sentence.end):
        return _NONE
    return _gathered(term.text for term in terms(sentence.text, language) if _within(quotations, sentence.start + term.start))


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


def context_norm(profiles: Sequence[Profile], number: int) -> float:
    """The length of a sentence's context vector, the weighted sum of its neighbours' vectors; 1 where there is nothing around it.

    Found when it is first asked for: in a long text few sentences are like what stands around another.
    """
    profile = profiles[number]
    if profile.context_norm is None:
        context: dict[str, float] = {}
        for distance, share in NEIGHBOURS:
            if 0 <= number + distance < len(profiles):
                near = profiles[number + distance]
                for text, weight in near.weights.items():
                    context[text] = context.get(text, 0.0) + share * (weight / near.norm)
        profile.context_norm = _length(context.values()) or 1.0
    return profile.context_norm
