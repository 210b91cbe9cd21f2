"""The one road: read → analyse → align → judge. Each stage is a function from values to values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from compare.align import entities, passages, quotations, semantic
from compare.align import links as linking
from compare.align import pins as pinning
from compare.extract.mentions import find_mentions_with
from compare.extract.quotations import find_quotations
from compare.extract.values import find_values
from compare.judge import differences, fidelity, status
from compare.judge.retellings import Retellings
from compare.model import Analysis, Article, Comparison, Options
from compare.progress import Cancelled, Tell, silent
from compare.text.sentences import split


def analyse(article: Article, ner: str = "rules") -> Analysis:
    """All that one article holds. ``ner`` names the recogniser of entities."""
    sentences, asides = split(article.text)
    mentions = find_mentions_with(ner, article, sentences)
    return Analysis(
        article=article,
        sentences=sentences,
        asides=asides,
        values=find_values(article, sentences),
        mentions=mentions,
        quotations=find_quotations(article, sentences, mentions),
    )


def compare(
    articles: Sequence[Article | Analysis],
    options: Options | None = None,
    *,
    pins: Sequence[pinning.Pin] = (),
    cancelled: Callable[[], bool] = lambda: False,
    tell: Tell = silent,
) -> Comparison:
    """Compare articles (one or more; one is read alone). Those that were analysed already are not analysed again.

    ``pins`` are the sentences that the user joined or parted; they outweigh what the engine finds.
    ``cancelled`` is asked between the stages; when it says so, the stages left are skipped and Cancelled is raised.
    ``tell`` hears how far the long stages are, often: it should be quick.
    """
    options = options or Options()
    analyses: list[Analysis] = []
    for article in articles:
        analyses.append(article if isinstance(article, Analysis) else analyse(article, options.ner))
        _stop_if(cancelled)
    options = replace(options, semantic=semantic.resolve(options.semantic, analyses))
    named = entities.merge(analyses)
    quoted = quotations.cluster(analyses, named)
    _stop_if(cancelled)
    linked, pinned = pinning.apply(analyses, linking.align(analyses, named, quoted, options, tell), pins)
    _stop_if(cancelled)
    rows = passages.gather(analyses, linked)
    _stop_if(cancelled)
    retold = Retellings(analyses, linked)
    quoted = fidelity.assess(analyses, linked, quoted, retold)
    ledger = pinning.heed(analyses, pinned, differences.find(analyses, linked, named, quoted, retold, tell))
    found = Comparison(tuple(analyses), linked, rows, quoted, named, ledger, options=options, pins=pinned)
    return seen_from(found, options)


def seen_from(comparison: Comparison, options: Options) -> Comparison:
    """The same findings under another base or another severity that makes a sentence divergent. Nothing is aligned anew.

    Passages come in the reading order of ``options.base``; verdicts, statuses and standings are judged by ``options.min_severity``.
    """
    options = replace(options, semantic=comparison.options.semantic, ner=comparison.options.ner)
    rows = passages.in_reading_order(comparison.passages, options.base)
    links, rows, standings = status.judge(comparison.articles, comparison.links, rows, comparison.differences, options)
    return replace(comparison, links=links, passages=rows, standings=standings, options=options)


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
