"""Passages: the sentences, at most a few an article, that report the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Analysis, Link, Passage, Place


def gather(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Passage, ...]:
    """Every sentence in exactly one passage, strongest aligned links first."""
    home: dict[Place, list[Place]] = {
        Place(a, s): [Place(a, s)] for a, analysis in enumerate(analyses) for s in range(len(analysis.sentences))
    }
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        one, two = home[link.a], home[link.b]
        if link.relation == "aligned" and one is not two and not {p.article for p in one} & {p.article for p in two}:
            one.extend(two)
            for place in two:
                home[place] = one
    groups = {min(group): tuple(sorted(group)) for group in home.values()}
    return tuple(Passage(f"p{number}", members) for number, (_, members) in enumerate(sorted(groups.items()), 1))


def in_reading_order(passages: Sequence[Passage], base: int) -> tuple[Passage, ...]:
    """The passages as rows: in the base's order, those that the base lacks put in after what precedes them in their own article."""
    rows = sorted(
        (passage for passage in passages if any(place.article == base for place in passage.members)),
        key=lambda passage: min(place.sentence for place in passage.members if place.article == base),
    )
    rest = sorted((passage for passage in passages if passage not in rows), key=lambda passage: min(passage.members))
    for passage in rest:
        first = min(passage.members)
        before = [
            number
            for number, row in enumerate(rows)
            if any(place.article == first.article and place.sentence < first.sentence for place in row.members)
        ]
        nearest = max(
            before,
            key=lambda number: max(p.sentence for p in rows[number].members if p.article == first.article and p.sentence < first.sentence),
            default=-1,
        )
        rows.insert(nearest + 1, passage)
    return tuple(rows)
