"""The one road: read → analyse → align → judge. Each stage is a function from values to values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compare.alignment import entities, links, passages, quotations
from compare.judgement import differences, fidelity, status
from compare.language.mentions import find_mentions
from compare.language.quotations import find_quotations
from compare.language.sentences import split
from compare.language.values import find_values
from compare.model import Analysis, Article, Comparison, Options


def analyse(article: Article, ner: str = "rules") -> Analysis:
    """All that one article holds. ``ner`` names the recogniser of entities."""
    sentences, asides = split(article.text)
    mentions = find_mentions(article, sentences)
    return Analysis(
        article=article,
        sentences=sentences,
        asides=asides,
        values=find_values(article, sentences),
        mentions=mentions,
        quotations=find_quotations(article, sentences, mentions),
    )


def compare(
    articles: Sequence[Article | Analysis], options: Options | None = None, *, cancelled: Callable[[], bool] = lambda: False
) -> Comparison:
    """Compare articles (one or more; one is read alone). Those that were analysed already are not analysed again.

    ``cancelled`` is asked between the stages; when it says so, the stages left are skipped and Cancelled is raised.
    """
    options = options or Options()
    analyses: list[Analysis] = []
    for article in articles:
        analyses.append(article if isinstance(article, Analysis) else analyse(article, options.ner))
        _stop_if(cancelled)
    named = entities.merge(analyses)
    quoted = quotations.cluster(analyses, named)
    _stop_if(cancelled)
    linked = links.align(analyses, named, quoted, options)
    _stop_if(cancelled)
    rows = passages.in_reading_order(passages.gather(analyses, linked), options.base)
    quoted = fidelity.assess(analyses, linked, quoted)
    ledger = differences.find(analyses, linked, named, quoted)
    linked, rows, standings = status.judge(analyses, linked, rows, ledger, options)
    return Comparison(tuple(analyses), linked, rows, quoted, named, ledger, standings, options)


class Cancelled(Exception):
    """The comparison isn't wanted any more."""


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
