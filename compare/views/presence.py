"""Entities by articles: who names whom, how often and how early, who alone does and who leaves whom out. Pure functions over the entities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from compare.model import Analysis, Comparison, Entity


class Presence(NamedTuple):
    """One row of the matrix; every tuple has one value an article.

    ``counts`` are mentions; ``firsts`` the first mention's offset in the article's text, None where there is none; ``depths`` the same as a share
    of the text, 0.0 its start and 1.0 its end. ``only`` is the article that alone names the entity, None where several do or only one article is
    compared. ``left_out`` lists the articles that never name it though at least two others do (or, of two articles, the other one).
    """

    entity: Entity
    counts: tuple[int, ...]
    firsts: tuple[int | None, ...]
    depths: tuple[float | None, ...]
    only: int | None
    left_out: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def spread(self) -> int:
        """How many articles name the entity."""
        return sum(count > 0 for count in self.counts)


def matrix(comparison: Comparison) -> tuple[Presence, ...]:
    """A row for each entity of a comparison, in its order (the most prominent first)."""
    return rows(comparison.articles, comparison.entities)


def rows(analyses: Sequence[Analysis], entities: Sequence[Entity]) -> tuple[Presence, ...]:
    """As matrix, for entities that aren't in a Comparison yet."""
    return tuple(_row(entity, analyses) for entity in entities)


def only_here(presences: Sequence[Presence], article: int) -> tuple[Presence, ...]:
    """What one article alone names."""
    return tuple(presence for presence in presences if presence.only == article)


def _row(entity: Entity, analyses: Sequence[Analysis]) -> Presence:
    counts = [0] * len(analyses)
    firsts: list[int | None] = [None] * len(analyses)
    for mention in entity.mentions:
        counts[mention.article] += 1
        first = firsts[mention.article]
        firsts[mention.article] = mention.start if first is None else min(first, mention.start)
    named = [article for article, count in enumerate(counts) if count]
    depths = tuple(
        None if first is None else round(first / max(1, len(analysis.article.text)), 4)
        for first, analysis in zip(firsts, analyses, strict=True)
    )
    needed = min(2, len(analyses) - 1)
    missed = len(named) >= needed > 0
    return Presence(
        entity=entity,
        counts=tuple(counts),
        firsts=tuple(firsts),
        depths=depths,
        only=named[0] if len(named) == 1 and len(analyses) > 1 else None,
        left_out=tuple(article for article, count in enumerate(counts) if not count) if missed else (),
    )
