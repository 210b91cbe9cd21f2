"""What the screens ask of the engine, each answer kept: they are values, so two screens share one. Slow: call these in a thread.

The engine is imported when something is asked of it: the first screen must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from compare.model import Analysis, Article, Comparison, Options

if TYPE_CHECKING:
    from compare.alignment.pins import Pin


class Pair(NamedTuple):
    """How an article stands to the base: the share of its words that the base has too (0 to 1), and the differences of weight."""

    share: float
    differences: int


@lru_cache(maxsize=512)
def analysed(article: Article, ner: str = "rules") -> Analysis:
    """All that one article holds."""
    from compare.pipeline import analyse

    return analyse(article, ner)


_MOST = 16
_found: dict[tuple[tuple[Article, ...], Options, tuple[Pin, ...]], Comparison] = {}


def compared(articles: tuple[Article, ...], options: Options, cancelled: Callable[[], bool] = lambda: False) -> Comparison:
    """The comparison of these articles, in this order, with the user's pins; another base or severity is another view of the same findings.

    Raises Cancelled when ``cancelled`` says so.
    """
    from compare.alignment.semantic import resolve
    from compare.pipeline import compare, seen_from
    from tui.store.pins import held

    analyses = [analysed(article, options.ner) for article in articles]
    options = replace(options, semantic=resolve(options.semantic, analyses))
    pins = held(articles).pins
    key = (articles, replace(options, base=0, min_severity=Options().min_severity), pins)
    found = _found.get(key)
    if found is None:
        found = compare(analyses, options, pins=pins, cancelled=cancelled)
        while len(_found) >= _MOST:
            _found.pop(next(iter(_found)), None)
        _found[key] = found
    return found if found.options == options else seen_from(found, options)


def stages(articles: tuple[Article, ...], options: Options) -> tuple[Options, ...]:
    """The comparisons to show one after the other: links by words come at once, those by meaning after them where a model is to be asked.

    Raises NewsdiffError where the model was asked for and isn't installed.
    """
    from compare.alignment.semantic import resolve

    if resolve(options.semantic, [analysed(article, options.ner) for article in articles]) == "off":
        return (replace(options, semantic="off"),)
    return (replace(options, semantic="off"), replace(options, semantic="on"))


@lru_cache(maxsize=4096)
def paired(article: Article, base: Article, options: Options) -> Pair:
    """An article against the base, the two alone, so that the figure doesn't hang on what else is in the list."""
    from compare.judgement.likeness import shares
    from compare.pipeline import compare

    # A figure for every article of a list comes from their words alone: a model would read them all first.
    alone = Options(min_severity=options.min_severity, semantic="off", ner=options.ner)
    comparison = compare([analysed(base, options.ner), analysed(article, options.ner)], alone)
    weighty = sum(difference.severity >= options.min_severity for difference in comparison.differences)
    return Pair(shares(comparison)[1][0], weighty)
