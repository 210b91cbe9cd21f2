"""What the screens ask of the engine, each answer kept: they are values, so two screens share one. Slow: call these in a thread."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from compare.judgement.likeness import shares
from compare.model import Analysis, Article, Comparison, Options
from compare.pipeline import analyse, compare


class Pair(NamedTuple):
    """How an article stands to the base: the share of its words that the base has too (0 to 1), and the differences of weight."""

    share: float
    differences: int


@lru_cache(maxsize=512)
def analysed(article: Article, ner: str = "rules") -> Analysis:
    """All that one article holds."""
    return analyse(article, ner)


@lru_cache(maxsize=16)
def compared(articles: tuple[Article, ...], options: Options) -> Comparison:
    """The comparison of these articles, in this order."""
    return compare([analysed(article, options.ner) for article in articles], options)


@lru_cache(maxsize=4096)
def paired(article: Article, base: Article, options: Options) -> Pair:
    """An article against the base, the two alone, so that the figure doesn't hang on what else is in the list."""
    alone = Options(min_severity=options.min_severity, semantic=options.semantic, ner=options.ner)
    comparison = compare([analysed(base, options.ner), analysed(article, options.ner)], alone)
    weighty = sum(difference.severity >= options.min_severity for difference in comparison.differences)
    return Pair(shares(comparison)[1][0], weighty)
