"""The pipeline: read → analyse → align → judge. Each stage is a function from values to values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from compare.align import passages, semantic
from compare.align import pins as pinning
from compare.errors import NewsdiffError
from compare.judge import differences, points, status
from compare.model import Analysis, Article, Comparison, Options
from compare.model.outlets import outlet_names
from compare.model.place import OURS
from compare.parallel import Team, team
from compare.progress import Cancelled, Tell, silent
from compare.restoring import restored
from compare.stages import Stages, analyse, analyse_all

__all__ = ["Cancelled", "analyse", "compare", "compare_texts", "seen_from"]


MANY = 100
"""The number of articles from which other processes are worth starting: with 60 they cost as much as they save."""


def compare(
    articles: Sequence[Article | Analysis],
    options: Options | None = None,
    *,
    pins: Sequence[pinning.Pin] = (),
    cancelled: Callable[[], bool] = lambda: False,
    tell: Tell = silent,
    processes: int = 1,
) -> Comparison:
    """Compare two or more articles; a single one is only analysed. Articles that have been analysed are not analysed again.

    ``pins`` are the sentences that the user joined or separated; they override what the engine finds.
    ``cancelled`` is called between the stages; when it returns True, Cancelled is raised.
    From ``MANY`` articles on, the work is divided among this many ``processes``, which is faster and changes nothing in the result.
    ``tell`` is called often with the progress of the long stages, so it should be fast. What a stage fails on is left out and reported in
    ``problems``. Raises NewsdiffError if nothing can be compared or an option has no such value, TypeError for anything that isn't an article.
    """
    options = options or Options()
    _check(articles, options)
    with team(processes if len(articles) >= MANY else 1) as helpers:
        return _compared(articles, options, pins, cancelled, tell, helpers)


def _compared(
    articles: Sequence[Article | Analysis],
    options: Options,
    pins: Sequence[pinning.Pin],
    cancelled: Callable[[], bool],
    tell: Tell,
    helpers: Team | None,
) -> Comparison:
    given = analyse_all(articles, options.ner, helpers, cancelled, tell)
    analyses = [analysis.flat or analysis for analysis in given]
    options = replace(options, semantic=semantic.resolve(options.semantic, analyses))
    stages = Stages(analyses, helpers)
    named = stages.merge()
    quoted = stages.cluster(named)
    _stop_if(cancelled)
    linked, pinned = pinning.apply(given, stages.align(named, quoted, options, tell), pins)
    _stop_if(cancelled)
    rows = stages.gather(linked)
    _stop_if(cancelled)
    quoted, found = stages.judge(linked, named, quoted, tell)
    ledger = pinning.keep_pins(given, pinned, found)
    whole = Comparison(tuple(stages.analyses), linked, rows, quoted, named, ledger, options=options, pins=pinned)
    whole = replace(whole, facts=stages.tabulate(whole))
    whole = replace(whole, differences=(*ledger, *stages.outvote(whole)), problems=tuple(stages.problems))
    return seen_from(restored(whole, given), options)


def compare_texts(texts: Mapping[str, str] | Sequence[str], options: Options | None = None) -> Comparison:
    """Compare texts: ``compare_texts({"The Courier": text, "The Ledger": other})``, by the names of their outlets, or a list of texts without names.

    Raises TypeError for anything else, ReadingError for a text without words.
    """
    if isinstance(texts, str | bytes) or not isinstance(texts, Mapping | Sequence):
        raise TypeError(f"compare_texts() takes a mapping of names to texts, or a list of texts, not {type(texts).__name__}")
    named = texts.items() if isinstance(texts, Mapping) else [("", text) for text in texts]
    articles = []
    for number, (name, text) in enumerate(named, 1):
        if not isinstance(name, str) or not isinstance(text, str):
            wrong = text if isinstance(name, str) else name
            raise TypeError(f"compare_texts() takes texts as str, not {type(wrong).__name__}; compare() takes articles")
        # An empty text is refused by its name, like one of white space alone.
        articles.append(Article(source=name or f"text {number}", text=text or "\n", outlet=name or None))
    return compare(articles, options)


def _check(articles: object, options: object) -> None:
    """Say in plain words what has the wrong type, and what to give instead."""
    hint = "give it the results of read(path) or Article(text=…), or call compare_texts({name: text})"
    if isinstance(articles, str | bytes | Article | Analysis) or not isinstance(articles, Sequence):
        raise TypeError(f"compare() takes a list of articles, not {type(articles).__name__}; {hint}")
    for each in articles:
        if not isinstance(each, Article | Analysis):
            raise TypeError(f"compare() takes articles, not {type(each).__name__}; {hint}")
    if not isinstance(options, Options):
        raise TypeError(f"the options of compare() are an Options, not {type(options).__name__}")
    _check_options(options)
    if not articles:
        raise NewsdiffError("there is nothing to compare; give one article or more")
    if not 0 <= options.base < len(articles):
        raise NewsdiffError(f"there is no article {options.base} to be the base; {len(articles)} were given, numbered from 0")


def _check_options(options: Options) -> None:
    for name, kind, allowed in (
        ("base", "int", int),
        ("min_severity", "int", int),
        ("min_confidence", "float", int | float),
        ("semantic", "str", str),
        ("ner", "str", str),
    ):
        value = getattr(options, name)
        if not isinstance(value, allowed):
            raise TypeError(f"the option {name} is {kind}, not {type(value).__name__}")
    for name, valid, what in (
        ("min_severity", 1 <= options.min_severity <= 3, "1, 2 or 3"),
        ("min_confidence", 0 <= options.min_confidence <= 1, "between 0 and 1"),
        ("semantic", options.semantic in ("auto", "on", "off"), "auto, on or off"),
    ):
        if not valid:
            raise NewsdiffError(f"the option {name} is {what}, not {getattr(options, name)!r}")


def seen_from(comparison: Comparison, options: Options) -> Comparison:
    """The same findings with another base, severity or confidence. Nothing is aligned again.

    Passages are in the reading order of ``options.base``; verdicts, statuses and standings depend on ``options.min_severity``;
    differences whose confidence is below ``options.min_confidence`` are only possible.
    """
    options = replace(options, semantic=comparison.options.semantic, ner=comparison.options.ner)
    rows = passages.in_reading_order(comparison.passages, options.base)
    sure, possible = differences.by_confidence((*comparison.differences, *comparison.possible), options.min_confidence)
    links, rows, standings = status.judge(comparison.articles, comparison.links, rows, sure, options)
    severe = [difference for difference in sure if difference.severity >= options.min_severity]
    names = outlet_names([analysis.article for analysis in comparison.articles])
    own = points.gather(comparison.articles, comparison.links, severe, names)
    others = tuple(point for point in comparison.points if point.by != OURS)
    return replace(
        comparison,
        links=links,
        passages=rows,
        standings=standings,
        differences=sure,
        possible=possible,
        points=(*own, *others),
        options=options,
    )


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
