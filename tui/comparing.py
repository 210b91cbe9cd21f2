"""What the screens ask of the engine, each answer kept: they are values, so two screens share one. Slow: call these in a thread.

What is long is done in another process, so that the keys stay quick. The engine is imported when something is asked of it: the first screen must
not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from compare.model import Analysis, Article, Comparison, Options
from compare.model.place import OURS, SECOND_READER
from tui import worker_child
from tui.worker_process import NoProcess, NotWanted, in_worker_process

if TYPE_CHECKING:
    from compare.align.pins import Pin
    from tui.second_reader import Choice

Made = TypeVar("Made")

LONG = 50_000
"""Code points of all texts together from which on they go to another process: below, it would hardly have begun when a thread is done."""

_OFTEN = 0.25
"""Seconds between two words about how far a comparison is."""

_ROOM = 3_000_000
"""Code points of the texts whose comparisons are kept."""
_MOST_FACTS = 8192


class Pair(NamedTuple):
    """How an article stands to the base: the share of its words that the base has too (0 to 1), and the points that count."""

    share: float
    differences: int


class Fact(NamedTuple):
    """What the list learns of an article: its words, its sentences, and how it stands to the base (None until that is known, and for the base)."""

    article: Article
    words: int
    sentences: int
    pair: Pair | None = None


def never() -> bool:
    return False


# Comparisons -------------------------------------------------------------------------------------------------------------------------------

_Key = tuple[tuple[Article, ...], Options, tuple["Pin", ...]]
_found: dict[_Key, Comparison] = {}
_at_work: dict[_Key, Lock] = {}
_consulted: set[_Key] = set()
"""The comparisons about which the second reader has been asked."""


def comparisons(
    articles: tuple[Article, ...],
    options: Options,
    cancelled: Callable[[], bool] = never,
    tell: Callable[[str], None] = lambda _: None,
    announce: Callable[[str], None] = lambda _: None,
) -> Iterator[Comparison]:
    """The comparison of these articles with the user's pins: that by words, after it that by meaning where a model is to be asked, and after
    that the same with a second reader's points where the user chose one.

    One that was made already comes at once, also for another base or severity, which is only another view of the same findings. ``tell`` gets
    a word or two about how far it is, ``announce`` a line about what the second reader gets and gives.
    Raises NotWanted when ``cancelled`` says so; NewsdiffError for what the user can put right.
    """
    from tui.store.pins import held

    key = _key_of(articles, options, held(articles).pins)
    with _alone(key, cancelled):
        found = _found.get(key)
        if found is None:
            length = sum(len(article.text) for article in articles)
            for step in _done(_compare, length, articles, options, key[2], cancelled=cancelled):
                if isinstance(step, str):
                    tell(step)
                else:
                    found = step
                    yield _seen(found, options)
            assert found is not None
            _keep(key, found)
            fresh = True
        else:
            fresh = False
    if not fresh:
        yield _seen(found, options)
    choice = _second_reader()
    if choice is None or key in _consulted:  # a screen that comes while another one's question is under way doesn't wait for a model
        return
    asked = _with_points(key, found, choice, cancelled, tell, announce)
    if asked is not found:
        yield _seen(asked, options)


def asked(
    articles: tuple[Article, ...],
    options: Options,
    choice: Choice,
    cancelled: Callable[[], bool] = never,
    tell: Callable[[str], None] = lambda _: None,
    announce: Callable[[str], None] = lambda _: None,
) -> Comparison:
    """The comparison with the points of this second reader in place of those that one named before. As slow as the model.

    Raises NotWanted when ``cancelled`` says so; NewsdiffError for what the user can put right.
    """
    from tui.store.pins import held

    compared(articles, options, cancelled)
    key = _key_of(articles, options, held(articles).pins)
    before = _found[key]
    ours = tuple(point for point in before.points if point.by == OURS)
    problems = tuple(problem for problem in before.problems if problem.stage != SECOND_READER)
    fresh = replace(before, points=ours, problems=problems, second_reading=None)
    return _seen(_with_points(key, fresh, choice, cancelled, tell, announce), options)


def _second_reader() -> Choice | None:
    """Who is asked about every comparison."""
    from tui.second_reader import current

    return current()


def _key_of(articles: tuple[Article, ...], options: Options, pins: tuple[Pin, ...]) -> _Key:
    """What a comparison is kept under: base, severity and confidence are only another view of it."""
    return articles, replace(options, base=0, min_severity=Options().min_severity, min_confidence=Options().min_confidence), pins


def compared(
    articles: tuple[Article, ...], options: Options, cancelled: Callable[[], bool] = never, tell: Callable[[str], None] = lambda _: None
) -> Comparison:
    """The last of :func:`comparisons`."""
    *_, last = comparisons(articles, options, cancelled, tell)
    return last


def _with_points(
    key: _Key,
    found: Comparison,
    choice: Choice,
    cancelled: Callable[[], bool],
    tell: Callable[[str], None],
    announce: Callable[[str], None],
) -> Comparison:
    """The comparison with the second reader's points, kept; the very same where requests were only recorded."""
    from compare.progress import Cancelled
    from tui.second_reader import consulted

    _consulted.add(key)
    try:
        asked, lines = consulted(
            found,
            choice,
            cancelled=cancelled,
            tell=lambda what, done, of: tell(f"asking {choice.name}, {done} of {of} {what}"),
            announce=announce,
        )
    except BaseException as error:
        _consulted.discard(key)  # opening the comparison again asks again
        if isinstance(error, Cancelled):
            raise NotWanted from None
        raise
    told = list(lines)
    if asked.second_reading is not None:
        count = len(asked.points) - len(found.points)
        told.append(
            f"{asked.second_reading.name} names {count} {'point' if count == 1 else 'points'}; see the brief, the list and the exports"
        )
    if told:
        announce("\n".join(told))  # all at once: what is said takes the place of what was said before it
    if asked is not found:
        _keep(key, asked)
    return asked


def _seen(comparison: Comparison, options: Options) -> Comparison:
    """The findings under the base and the severity asked for, with the user's decisions about points; what can't be found of these is left."""
    from tui.store.dismissals import as_decided

    seen, wanted = ((one.base, one.min_severity, one.min_confidence) for one in (comparison.options, options))
    if seen != wanted:
        from compare.pipeline import seen_from

        comparison = seen_from(comparison, options)
    return as_decided(comparison)[0]


def _keep(key: _Key, comparison: Comparison) -> None:
    """Keep an answer, and of the older ones as many as there is room for."""
    _found[key] = comparison
    while len(_found) > 1 and sum(len(article.text) for articles, *_ in list(_found) for article in articles) > _ROOM:
        oldest = next(iter(_found))
        _found.pop(oldest, None)
        _consulted.discard(oldest)


@contextmanager
def _alone(key: _Key, cancelled: Callable[[], bool]) -> Iterator[None]:
    """While a screen waits for this comparison another one that wants it, too, waits for the same."""
    lock = _at_work.setdefault(key, Lock())
    while not lock.acquire(timeout=0.1):
        if cancelled():
            raise NotWanted
    try:
        yield
    finally:
        lock.release()
        _at_work.pop(key, None)


def _compare(
    articles: Sequence[Article], options: Options, pins: Sequence[Pin], cancelled: Callable[[], bool] = never
) -> Iterator[Comparison | str]:
    """The comparisons to show one after the other, and before them what is being done."""
    from compare.align.semantic import resolve
    from compare.parallel import processors
    from compare.pipeline import compare
    from compare.progress import Cancelled

    analyses = []
    for number, article in enumerate(articles, 1):
        yield f"reading {number} of {len(articles)}"
        analyses.append(analysed(article, options.ner))
    meaning = resolve(options.semantic, analyses)
    yield "comparing"
    with suppress(Cancelled):
        words = replace(options, semantic="off")
        yield compare(analyses, words, pins=pins, cancelled=cancelled, tell=Underway("comparing"), processes=processors())
        if meaning == "on":
            yield "comparing meanings"
            yield compare(analyses, replace(options, semantic="on"), pins=pins, cancelled=cancelled, tell=Underway("comparing meanings"))


class Underway:
    """Tells the process that has the keys how far a long comparison is, a few times in a second."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._next = monotonic() + _OFTEN

    def __call__(self, what: str, done: int, of: int) -> None:
        now = monotonic()
        if now >= self._next:
            self._next = now + _OFTEN
            worker_child.tell(f"{self._doing}, {done:,} of {of:,} {what}")


def _done(work: Callable[..., Iterator[Made]], length: int, *arguments: object, cancelled: Callable[[], bool]) -> Iterator[Made]:
    """What the work yields: done here if its texts are short, else in another process. Raises NotWanted when it is cancelled."""
    if length >= LONG:
        with suppress(NoProcess):
            yield from in_worker_process(work, *arguments, cancelled=cancelled)
            return
    for made in work(*arguments, cancelled=cancelled):
        if cancelled():
            raise NotWanted
        yield made
    if cancelled():
        raise NotWanted


@lru_cache(maxsize=512)
def analysed(article: Article, ner: str = "rules") -> Analysis:
    """All that one article holds."""
    from compare.pipeline import analyse

    return analyse(article, ner)


# The list ----------------------------------------------------------------------------------------------------------------------------------

_facts: dict[tuple[Article, Article | None, Options], Fact] = {}


def forget_pairs() -> None:
    """Learn anew how articles stand to each other: the user has judged a point."""
    for key in [key for key, fact in _facts.items() if fact.pair is not None]:
        _facts.pop(key, None)


def facts(articles: tuple[Article, ...], base: Article, options: Options, cancelled: Callable[[], bool] = never) -> Iterator[Fact]:
    """What a list shows of its articles: first their lengths, then how each stands to the base, the two alone. Raises NotWanted as above.

    So no figure hangs on what else is in the list.
    """
    # A figure for every article of a list comes from their words alone: a model would read them all first.
    alone = Options(min_severity=options.min_severity, semantic="off", ner=options.ner)
    asked: list[tuple[Article, Article | None]] = [(article, None) for article in articles]
    asked += [(article, base) for article in articles if article != base]
    yield from (_facts[each, other, alone] for each, other in asked if (each, other, alone) in _facts)
    missing = [each for each in asked if (*each, alone) not in _facts]
    if missing:
        length = sum(len(article.text) for article, _other in missing)
        for other, fact in _done(_learn, length, missing, alone, cancelled=cancelled):
            while len(_facts) >= _MOST_FACTS:
                _facts.pop(next(iter(_facts)), None)
            _facts[fact.article, base if other else None, alone] = fact
            yield fact


def _learn(
    asked: Sequence[tuple[Article, Article | None]], options: Options, cancelled: Callable[[], bool] = never
) -> Iterator[tuple[bool, Fact]]:
    """Facts about articles, with a base or without one; whether it was with one stands before each."""
    for article, base in asked:
        analysis = analysed(article, options.ner)
        pair = _paired(analysed(base, options.ner), analysis, options) if base is not None else None
        yield base is not None, Fact(article, analysis.words, len(analysis.sentences), pair)


def _paired(base: Analysis, other: Analysis, options: Options) -> Pair:
    from compare.pipeline import compare
    from compare.views.likeness import shares
    from compare.views.points import conflicts
    from tui.store.dismissals import as_decided

    comparison, _problem = as_decided(compare([base, other], options))
    return Pair(shares(comparison)[1][0], len(conflicts(comparison)))
