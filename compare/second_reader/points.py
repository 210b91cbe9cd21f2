"""A second reader's rows → points: grounded in both articles, and one a point however many pairs of outlets differ on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from compare.model import Comparison, Evidence, Point, letter
from compare.second_reader.answers import Row, Side, one_line
from compare.second_reader.grounding import bare, evidence, nearest, places
from compare.second_reader.prompt import name_in_prompt

CONFIDENCE = 0.5
"""Even odds: how often a model that we don't know is right hasn't been measured, and what it says of itself is worth little."""

_LONGEST = 1000
"""The most code points that a side may have; a longer one doesn't say what is at odds."""

UNFOUND = "words that aren't in the report"
SAME = "the same words on both sides"
ONE_SIDED = "no two reports"
MALFORMED = "a form that wasn't requested"


class Grounded(NamedTuple):
    """A row whose two sides stand in their articles, the earlier article first."""

    row: Row
    sides: tuple[Evidence, Evidence]


def ground(comparison: Comparison, rows: Sequence[Row | None], articles: Sequence[int]) -> tuple[list[Grounded], Counter[str]]:
    """The rows that stand in the articles that were sent, and for the others why they were dropped, counted."""
    kept: list[Grounded] = []
    dropped: Counter[str] = Counter()
    for row in rows:
        grounded = MALFORMED if row is None else _ground(comparison, row, articles)
        if isinstance(grounded, str):
            dropped[grounded] += 1
        else:
            kept.append(grounded)
    return kept, dropped


def _ground(comparison: Comparison, row: Row, articles: Sequence[int]) -> Grounded | str:
    left, right = (_article(comparison, side, articles) for side in (row.a, row.b))
    if left is None or right is None or left == right:
        return ONE_SIDED
    if bare(row.a.words) == bare(row.b.words):
        return SAME
    ends = [_ends(comparison, article, side) for article, side in ((left, row.a), (right, row.b))]
    if not ends[0] or not ends[1]:
        return UNFOUND
    one, other = nearest(comparison, ends[0], ends[1])
    return Grounded(row, (one, other) if one.article < other.article else (other, one))


def _article(comparison: Comparison, side: Side, articles: Sequence[int]) -> int | None:
    """The article that a side names by its letter, else by its outlet where only one is called so."""
    wanted = side.report.casefold()
    for article in articles:
        if letter(article).casefold() == wanted:
            return article
    named = [article for article in articles if name_in_prompt(comparison.articles[article].article).casefold() == wanted]
    return named[0] if len(named) == 1 else None


def _ends(comparison: Comparison, article: int, side: Side) -> list[Evidence]:
    if len(side.words) > _LONGEST:
        return []
    analysis = comparison.articles[article]
    found = (evidence(analysis, article, span) for span in places(side.words, analysis.article.text))
    return [end for end in found if end is not None]


def gather(comparison: Comparison, grounded: Sequence[Grounded], by: str) -> tuple[Point, ...]:
    """One point for rows of one kind that share a side, weightiest first."""
    groups: list[list[Grounded]] = []
    for one in sorted(grounded, key=_order):
        joined = [group for group in groups if any(_of_one_point(one, other) for other in group)]
        groups = [group for group in groups if group not in joined] + [[other for group in joined for other in group] + [one]]
    points = [_point(comparison, sorted(group, key=_order), by) for group in groups]
    return tuple(sorted(points, key=lambda point: (-point.severity, [(side.article, side.start) for side in point.sides], point.kind)))


def _order(one: Grounded) -> tuple[int, list[tuple[int, int, int]], str]:
    return -one.row.severity, [(side.article, side.start, side.end) for side in one.sides], one.row.why


def _of_one_point(one: Grounded, other: Grounded) -> bool:
    return one.row.kind == other.row.kind and any(_touch(x, y) for x in one.sides for y in other.sides)


def _touch(x: Evidence, y: Evidence) -> bool:
    """Whether two stretches are mostly the same: the words in common are half of the shorter one, or more."""
    common = min(x.end, y.end) - max(x.start, y.start)
    return x.article == y.article and common > 0 and 2 * common >= min(x.end - x.start, y.end - y.start)


def _point(comparison: Comparison, group: Sequence[Grounded], by: str) -> Point:
    sides: dict[int, Evidence] = {}
    for one in group:
        for side in one.sides:
            sides.setdefault(side.article, side)
    against = {frozenset(side.article for side in one.sides) for one in group}
    majority, alone = _camps(sorted(sides), against)
    told = list(dict.fromkeys(one.row.why or _both(comparison, one.sides) for one in group))
    return Point(
        kind=group[0].row.kind,
        severity=group[0].row.severity,
        confidence=CONFIDENCE,
        sides=tuple(sides[article] for article in sorted(sides)),
        explanation=" ".join(told[: max(1, len(sides) - 1)]),
        majority=majority,
        alone=alone,
        by=by,
    )


def _camps(articles: Sequence[int], against: set[frozenset[int]]) -> tuple[tuple[int, ...], int | None]:
    """Which articles agree where they are more than any others, and who stands alone against two or more: two agree whom no row sets at odds."""
    camps: list[list[int]] = []
    for article in articles:
        camp = next((camp for camp in camps if all(frozenset((article, other)) not in against for other in camp)), None)
        if camp is None:
            camps.append([article])
        else:
            camp.append(article)
    sizes = sorted((len(camp) for camp in camps), reverse=True)
    # Where one of a camp is at odds with only some of another the rows don't say who agrees with whom.
    told = all(frozenset(pair) in against for x, y in combinations(camps, 2) for pair in ((i, j) for i in x for j in y))
    if not told or len(sizes) < 2 or sizes[0] == sizes[1]:
        return (), None
    majority = next(camp for camp in camps if len(camp) == sizes[0])
    alone = next(camp[0] for camp in camps if camp is not majority) if len(camps) == 2 and sizes[1] == 1 else None
    return tuple(majority), alone


def _both(comparison: Comparison, sides: tuple[Evidence, Evidence]) -> str:
    """What the sides say, for a row that gives no reason."""
    said = [
        f"{name_in_prompt(comparison.articles[side.article].article) or letter(side.article)} says “{one_line(side.text, 120)}”"
        for side in sides
    ]
    return f"{said[0]}, {said[1]}."
