"""The head of the page: what was compared, how much of it is shared, and where the accounts part most sharply."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple

from compare.export.figures import likeness, statuses, totals
from compare.export.rows import language
from compare.model import STATUSES, Comparison, Status, letter
from compare.model.outlets import chips_in, outlet_names
from compare.text.phrases import enumerated
from compare.views.points import conflicts

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# From this many sentences on, a strip shows runs of one status instead of single sentences.
_CROWDED = 250
_SAID: tuple[tuple[Status, str, str], ...] = (
    ("shared", "is shared", "are shared"),
    ("divergent", "diverges", "diverge"),
    ("unique", "appears in one account only", "appear in one account only"),
)


class Source(NamedTuple):
    """One of the compared articles. ``strip`` draws its sentences in order, a path (in words across, ten down) for each status."""

    letter: str
    chip: str
    name: str
    title: str
    outlet: str
    published: str
    language: str
    source: str
    sha256: str
    words: int
    sentences: int
    counts: dict[Status, int]
    strip: tuple[tuple[Status, str], ...]
    likeness: str
    base: bool


class Overview(NamedTuple):
    """What stands above the panes."""

    title: str
    kicker: str
    standfirst: str
    sources: tuple[Source, ...]
    counts: dict[Status, int]
    points: int


def overview(comparison: Comparison) -> Overview:
    """Everything above the panes, in words and numbers."""
    base = comparison.options.base
    alike = likeness(comparison)
    return Overview(
        comparison.articles[base].article.title,
        f"One story, {spelled(len(comparison.articles))} {'account' if len(comparison.articles) == 1 else 'accounts'}",
        standfirst(comparison),
        tuple(_source(comparison, index, alike[index][base]) for index in range(len(comparison.articles))),
        totals(comparison),
        own_points(comparison),
    )


def spelled(number: int) -> str:
    """A small number in words, as a newspaper would write it."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def name_of(comparison: Comparison, article: int) -> str:
    """What an article is called in a heading: its outlet, its file's name where that is a name, else the file as it was given."""
    name = outlet_names([analysis.article for analysis in comparison.articles])[article]
    given = comparison.articles[article].article.source
    return name if name != letter(article) else "standard input" if given == "-" else PurePath(given).name or given


def standfirst(comparison: Comparison) -> str:
    """The comparison in two sentences."""
    points = own_points(comparison)
    counted = totals(comparison)
    total = sum(counted.values())
    alone = len(comparison.articles) == 1
    if alone:
        return f"One article of {total:,} {_plural('sentence', total)}, read alone."
    if not comparison.links:
        return f"None of the {total:,} sentences is in more than one account: do they report the same event?"
    each = [(counted[status], one if counted[status] == 1 else several) for status, one, several in _SAID if counted[status]]
    if len(each) == 1:
        said = f"All {total:,} sentences {each[0][1]}."
    else:
        said = f"Of {total:,} sentences, {enumerated([f'{number:,} {verb}' for number, verb in each])}."
    if not points:
        return f"{said} The accounts agree where they report the same: no conflict is certain."
    return f"{said} On {spelled(points)} {_plural('point', points)}, a reader of only one account would believe something else."


def own_points(comparison: Comparison) -> int:
    """How many points newsdiff itself names: the one count of all formats."""
    return len(conflicts(comparison))


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"


def _source(comparison: Comparison, index: int, alike: float) -> Source:
    analysis = comparison.articles[index]
    article = analysis.article
    return Source(
        letter(index),
        chips_in(comparison)[index],
        name_of(comparison, index),
        article.title,
        article.outlet or "",
        article.published.isoformat() if article.published else "",
        language(article.language),
        article.source,
        article.sha256,
        analysis.words,
        len(analysis.sentences),
        statuses(comparison, index),
        _strip(comparison, index),
        f"{alike:.0%}",
        index == comparison.options.base,
    )


def _strip(comparison: Comparison, index: int) -> tuple[tuple[Status, str], ...]:
    sentences, standings = comparison.articles[index].sentences, comparison.standings[index]
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + max(1, len(sentence.text.split())))
    gap = 0.0 if len(sentences) > _CROWDED else round(min(1.5, starts[-1] / 250), 2)
    drawn: dict[Status, list[str]] = {status: [] for status in STATUSES}
    run = 0
    for number, (_, end) in enumerate(pairwise(starts)):
        if gap or number + 1 == len(standings) or standings[number + 1].status != standings[number].status:
            drawn[standings[number].status].append(f"M{starts[run]} 0h{end - starts[run] - gap:g}v10h-{end - starts[run] - gap:g}z")
            run = number + 1
    return tuple((status, "".join(drawn[status])) for status in STATUSES if drawn[status])
