"""Links between sentences of different articles."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.alignment import semantic
from compare.alignment.candidates import MEASURED, Likeness, likeness, twins
from compare.alignment.explain import reasons
from compare.alignment.features import FEATURES, context, measure, stand_out
from compare.alignment.mix import Mix, fitted
from compare.alignment.moves import mark_moved
from compare.alignment.profile import Corpus, Profile, corpus
from compare.alignment.strongest import strongest
from compare.model import Analysis, ComparedQuotation, Entity, Link, Options, Place, Reason

# So many sentences of another article are measured against one, and so many linked to it, the likest ones: in news no sentence has more than
# five links, but a text that says everything fifty times has thousands.
MEASURED_AT_MOST = 16
LINKS_AT_MOST = 8
# The likest of the articles that the mix was fitted on. A curve isn't followed beyond: of copies it would ask what no sentence can give.
_LIKEST_SEEN = 0.6
_SOFT = FEATURES.index("soft_cosine")


@dataclass(frozen=True, slots=True)
class Cell:
    """A pair of sentences that was measured: their numbers and their features, packed: two books make a hundred thousand pairs."""

    i: int
    j: int
    values: array[float]


def align(
    analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation], options: Options
) -> tuple[Link, ...]:
    """The links among all articles; ``a.article < b.article``. Adding an article may change others, their order changes none."""
    meaning = semantic.resolve(options.semantic, analyses) == "on"
    return align_with(analyses, entities, quotations, fitted("mix_semantic" if meaning else "mix"))


def align_with(
    analyses: Sequence[Analysis], entities: Sequence[Entity], quotations: Sequence[ComparedQuotation], mix: Mix
) -> tuple[Link, ...]:
    """The links that a given mix finds; one with semantic features needs the extra."""
    held = corpus(analyses, entities, quotations)
    meaning = semantic.FEATURES[0] in mix.features
    found: list[Link] = []
    for a, b in combinations(range(len(analyses)), 2):
        nearness = semantic.Nearness(analyses[a], analyses[b]) if meaning else None
        found += mark_moved(_pair(held, a, b, mix, nearness))
    return tuple(found)


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


def _alone(measured: Sequence[Cell]) -> set[tuple[int, int]]:
    """Pairs that share nearly half of what they say while neither comes near to any other sentence: a copy in which one fact was changed.

    Where two articles are near copies the fitted mix asks for more than a short sentence with another date or name can give. On the
    development pairs, which hold no such copies, the rule adds next to nothing.
    """
    nearest: dict[tuple[str, int], list[float]] = {}
    for cell in measured:
        for key in (("a", cell.i), ("b", cell.j)):
            nearest.setdefault(key, []).append(cell.values[0])
    sure = set()
    for cell in measured:
        rivals = sorted(nearest["a", cell.i], reverse=True)[1:2] + sorted(nearest["b", cell.j], reverse=True)[1:2]
        if round(cell.values[0], 6) >= 0.45 and all(round(cell.values[0] - rival, 6) >= 0.15 for rival in rivals):
            sure.add((cell.i, cell.j))
    return sure


def cells(left: Sequence[Profile], right: Sequence[Profile], nearness: semantic.Nearness | None = None) -> list[Cell]:
    """The candidates of two articles with their features, those of meaning last."""
    rows = likeness(left, right)
    level = _level(rows, left, right)
    near: dict[int, set[int]] = {}
    for i, j in nearness.nearest() if nearness is not None else ():
        near.setdefault(i, set()).add(j)
    like = {(i, j): cosine for i, row in enumerate(rows) for j, cosine in row.items() if round(cosine, 9) >= MEASURED}
    chosen: dict[int, set[int]] = {i: set(near.get(i, ())) for i in range(len(rows))}
    same = twins(left, right)
    for i, j in strongest(like, MEASURED_AT_MOST, (len(left), len(right))) | same:
        chosen[i].add(j)
    found: dict[tuple[int, int], array[float]] = {}
    for i, row in enumerate(rows):
        for j in sorted(chosen[i]):
            cosine = 1.0 if (i, j) in same else row.get(j, 0.0)
            found[i, j] = array("d", measure(left[i], right[j], cosine, context(rows, i, j, left, right), level))
    beyond = stand_out({place: values[_SOFT] for place, values in found.items()})
    for (i, j), values in found.items():
        values.append(beyond[i, j])
        values.extend(() if nearness is None else nearness.features(i, j))
    return [Cell(i, j, values) for (i, j), values in found.items()]


def _level(rows: Likeness, left: Sequence[Profile], right: Sequence[Profile]) -> float:
    """How like two articles are at best: the mean over all sentences of each one's greatest cosine."""
    best_left = [max(row.values(), default=0.0) for row in rows]
    best_right = [0.0] * len(right)
    for row in rows:
        for j, cosine in row.items():
            best_right[j] = max(best_right[j], cosine)
    return min(_LIKEST_SEEN, math.fsum((*best_left, *best_right)) / max(1, len(left) + len(right)))


def _judge(cell: Cell, articles: tuple[int, int], ends: tuple[Profile, Profile], mix: Mix, *, alone: bool = False) -> Link | None:
    standard = mix.standard(cell.values)
    aligned = alone or round(mix.aligned.log_odds(standard), 6) >= mix.aligned_from
    odds = mix.either.log_odds(standard)
    if not aligned and round(odds, 6) < mix.either_from:
        return None
    near = min(0.999, cell.values[0])
    lift = max(0.0, math.log(near / (1 - near)) - odds) if alone else 0.0
    return Link(
        Place(articles[0], cell.i),
        Place(articles[1], cell.j),
        round(1 / (1 + math.exp(-odds - lift)), 4),
        "aligned" if aligned else "partial",
        reasons=(*reasons(mix, standard, ends), Reason("neither is near to another", lift)) if lift else reasons(mix, standard, ends),
    )
