"""Links between sentences of different articles."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from compare.align import semantic
from compare.align.candidates import MEASURED, Likeness, likeness, likest, twins
from compare.align.explain import reasons
from compare.align.features import FEATURES, context, measure, stand_out
from compare.align.mix import Mix, fitted
from compare.align.moves import mark_moved
from compare.align.profile import Corpus, Profile, corpus
from compare.align.related import related_pairs
from compare.align.strongest import strongest
from compare.model import Analysis, ComparedQuotation, Entity, Link, Options, Place, Reason
from compare.parallel import Lost, Team, without_collector
from compare.progress import Tell, silent

# So many sentences of another article are measured against one, and so many linked to it, the likest ones: in news no sentence has more than
# five links, but a text that says everything fifty times has thousands.
MEASURED_AT_MOST = 16
LINKS_AT_MOST = 8
# How like two articles are is the mean over their sentences of each one's greatest cosine; this is that of the likest that the mix was fitted on.
# Its curve isn't followed beyond: of copies it would ask what no sentence can give.
_LIKEST_SEEN = 0.6
_SOFT = FEATURES.index("soft_cosine")
_STANDS_OUT = FEATURES.index("stands_out")


_SHARE = 8
"""Pairs of articles that a process is given at a time."""


class Cell(NamedTuple):
    """A pair of sentences that was measured: their numbers and their features."""

    i: int
    j: int
    values: Sequence[float]


class Cells:
    """Measured pairs, packed: two books make a hundred thousand of them. ``width`` is the number of features."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.places = array("I")
        self.values = array("d")

    def add(self, i: int, j: int, values: Sequence[float]) -> None:
        self.places.extend((i, j))
        self.values.extend(values)

    def column(self, feature: int) -> dict[tuple[int, int], float]:
        """One of the features, by the pairs' numbers."""
        return dict(zip(self._pairs(), self.values[feature :: self.width], strict=True))

    def fill(self, feature: int, values: Mapping[tuple[int, int], float]) -> None:
        """Put in one of the features, which could be measured only when all pairs were there."""
        self.values[feature :: self.width] = array("d", map(values.__getitem__, self._pairs()))

    def _pairs(self) -> Iterator[tuple[int, int]]:
        return zip(self.places[::2], self.places[1::2], strict=True)

    def __len__(self) -> int:
        return len(self.places) // 2

    def __iter__(self) -> Iterator[Cell]:
        for number, (i, j) in enumerate(self._pairs()):
            yield Cell(i, j, self.values[number * self.width : (number + 1) * self.width])


def align(
    analyses: Sequence[Analysis],
    entities: Sequence[Entity],
    quotations: Sequence[ComparedQuotation],
    options: Options,
    tell: Tell = silent,
    team: Team | None = None,
) -> tuple[Link, ...]:
    """The links among all articles; ``a.article < b.article``. Adding an article may change others, their order changes none, nor does a ``team``
    of processes that shares the work.
    """
    with without_collector():
        return _align(analyses, entities, quotations, options, tell, team)


def _align(
    analyses: Sequence[Analysis],
    entities: Sequence[Entity],
    quotations: Sequence[ComparedQuotation],
    options: Options,
    tell: Tell,
    team: Team | None,
) -> tuple[Link, ...]:
    meaning = semantic.resolve(options.semantic, analyses) == "on"
    if team is not None and not meaning:  # one model of meanings is large enough
        with suppress(Lost):
            return _shared(analyses, entities, quotations, tell, team)
    return align_with(analyses, entities, quotations, fitted("mix_semantic" if meaning else "mix"), tell)


def align_with(
    analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation], mix: Mix, tell: Tell = silent
) -> tuple[Link, ...]:
    """The links that a given mix finds; one with semantic features needs the extra."""
    held = corpus(analyses, entities, quotations)
    meaning = semantic.FEATURES[0] in mix.features
    found: list[Link] = []
    pairs = related_pairs(analyses)
    for number, (a, b) in enumerate(pairs):
        tell("pairs", number, len(pairs))
        nearness = semantic.Nearness(analyses[a], analyses[b]) if meaning else None
        found += mark_moved(_pair(held, a, b, mix, nearness))
    return tuple(found)


def _shared(
    analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation], tell: Tell, team: Team
) -> tuple[Link, ...]:
    """As :func:`align_with`, some pairs of articles by each process."""
    pairs = related_pairs(analyses)
    shares = [pairs[at : at + _SHARE] for at in range(0, len(pairs), _SHARE)]
    found: list[Link] = []
    for number, links in enumerate(team.each(_of_pairs, team.hold(corpus, analyses, entities, quotations), shares)):
        tell("pairs", min(len(pairs), (number + 1) * _SHARE), len(pairs))
        found += links
    return tuple(found)


def _of_pairs(held: Corpus, pairs: Sequence[tuple[int, int]]) -> list[Link]:
    mix = fitted("mix")
    return [link for a, b in pairs for link in mark_moved(_pair(held, a, b, mix, None))]


def _pair(held: Corpus, a: int, b: int, mix: Mix, nearness: semantic.Nearness | None) -> list[Link]:
    left, right = held.profiles[a], held.profiles[b]
    said = [{profile.stems for profile in side} for side in (left, right)]
    found = []
    measured = cells(left, right, nearness)
    paired = twins(left, right)
    alone = _alone(measured) | paired
    for cell in measured:
        ends = (left[cell.i], right[cell.j])
        # Two sentences that each stand word for word in the other article need no second likeness: what they say is covered already.
        covered = ends[0].stems in said[1] and ends[1].stems in said[0] and (cell.i, cell.j) not in paired
        link = None if covered else _judge(cell, (a, b), ends, mix, alone=(cell.i, cell.j) in alone)
        if link is not None:
            found.append(link)
    kept = paired | strongest({(link.a.sentence, link.b.sentence): link.score for link in found}, LINKS_AT_MOST, (len(left), len(right)))
    return [link for link in found if (link.a.sentence, link.b.sentence) in kept]


def _alone(measured: Cells) -> set[tuple[int, int]]:
    """Pairs that share nearly half of what they say while neither comes near to any other sentence: a copy in which one fact was changed.

    Where two articles are near copies the fitted mix asks for more than a short sentence with another date or name can give. On the
    development pairs, which hold no such copies, the rule adds next to nothing.
    """
    cosines = measured.column(0)
    # the nearest and the next of each sentence; -1 where there is none
    nearest: tuple[dict[int, tuple[float, float]], dict[int, tuple[float, float]]] = ({}, {})
    for pair, cosine in cosines.items():
        for side, number in zip(nearest, pair, strict=True):
            first, second = side.get(number, (-1.0, -1.0))
            side[number] = (cosine, first) if cosine > first else (first, max(second, cosine))
    return {
        (i, j)
        for (i, j), cosine in cosines.items()
        if round(cosine, 6) >= 0.45 and round(cosine - max(nearest[0][i][1], nearest[1][j][1]), 6) >= 0.15
    }


def cells(left: Sequence[Profile], right: Sequence[Profile], nearness: semantic.Nearness | None = None) -> Cells:
    """The candidates of two articles with their features, those of meaning last."""
    rows = likeness(left, right)
    level = min(_LIKEST_SEEN, math.fsum(chain(*likest(rows, len(right)))) / max(1, len(left) + len(right)))
    same = twins(left, right)
    found = Cells(len(FEATURES) + (0 if nearness is None else len(semantic.FEATURES)))
    for i, chosen in enumerate(_chosen(rows, (len(left), len(right)), same | (nearness.nearest() if nearness is not None else set()))):
        for j in chosen:
            cosine = 1.0 if (i, j) in same else rows[i].get(j, 0.0)
            values = measure(left[i], right[j], cosine, context(rows, i, j, left, right), level)
            found.add(i, j, (*values, 0.0, *(() if nearness is None else nearness.features(i, j))))
    found.fill(_STANDS_OUT, stand_out(found.column(_SOFT)))
    return found


def _chosen(rows: Likeness, sizes: tuple[int, int], sure: frozenset[tuple[int, int]]) -> list[list[int]]:
    """For each sentence of the first article those of the second that are worth measuring: the likest, and those of the ``sure`` pairs."""
    like = {(i, j): cosine for i, row in enumerate(rows) for j, cosine in row.items() if round(cosine, 9) >= MEASURED}
    chosen: list[list[int]] = [[] for _ in rows]
    for i, j in sorted(sure | strongest(like, MEASURED_AT_MOST, sizes)):
        chosen[i].append(j)
    return chosen


def _judge(cell: Cell, articles: tuple[int, int], ends: tuple[Profile, Profile], mix: Mix, *, alone: bool = False) -> Link | None:
    standard = mix.standard(cell.values)
    aligned = alone or round(mix.aligned.log_odds(standard), 6) >= mix.aligned_from
    parts = mix.either.parts(standard)
    odds = mix.either.bias + sum(parts)
    if not aligned and round(odds, 6) < mix.either_from:
        return None
    near = min(0.999, cell.values[0])
    lift = max(0.0, math.log(near / (1 - near)) - odds) if alone else 0.0
    why = reasons(mix, parts, ends)
    return Link(
        Place(articles[0], cell.i),
        Place(articles[1], cell.j),
        round(1 / (1 + math.exp(-odds - lift)), 4),
        "aligned" if aligned else "partial",
        reasons=(*why, Reason("neither is near to another", round(lift, 4))) if lift else why,
    )
