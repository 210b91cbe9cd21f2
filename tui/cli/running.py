"""What commands do alike: gather the articles, compare them, print what came out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.saying import Underway, complain

if TYPE_CHECKING:
    from compare.model import Comparison
    from tui.cli.options import Asked
    from tui.second_reader import Choice
    from tui.sources import Sources

SHOWN = 20
"""Lines about what couldn't be read at most: a folder may hold a hundred thousand of them."""


def two_or_more(given: tuple[str, ...], command: str) -> Sources:
    from compare.errors import NewsdiffError
    from tui.sources import gather

    with Underway() as underway:
        sources = gather(given, tell=underway.tell)
    report_problems(sources)
    if len(sources.articles) < 2 and sources.problems:
        could = "only one of those given" if sources.articles else "none of those given"
        raise NewsdiffError(f"{command} needs two articles or more, and {could} can be read")
    if len(sources.articles) < 2:
        raise NewsdiffError(f"{command} needs two articles or more; see: newsdiff {command} --help")
    return sources


def report_problems(sources: Sources) -> None:
    for problem in summed_up(sources.problems):
        complain(f"{problem}; left out")
    for notice in summed_up(sources.notices):
        complain(notice)


def summed_up(lines: Sequence[str]) -> list[str]:
    """These lines, or the first of very many and one that counts the others."""
    return list(lines) if len(lines) <= SHOWN else [*lines[: SHOWN - 1], f"and {len(lines) - SHOWN + 1:,} more"]


def compared(sources: Sources, asked: Asked) -> Comparison:
    """The comparison as it was asked for, with the second reader's points where one is to be asked, and the user's decisions about points."""
    from compare.align.pins import lost_line, stand
    from compare.parallel import processors
    from compare.pipeline import compare
    from tui.store.pins import pins_for

    pins = pins_for(sources.articles)
    with Underway() as underway:
        comparison = compare(sources.articles, asked.options(sources), pins=pins, tell=underway.tell, processes=processors())
    for line in lost_line(stand(comparison.articles, pins).lost):
        complain(line)
    for problem in comparison.problems:
        complain(f"internal error: {problem.text}")
    if asked.second_reader:
        comparison = _consulted(comparison, asked.second_reader)
    return _as_decided(comparison)


def _as_decided(comparison: Comparison) -> Comparison:
    """Without the points that the user dismissed; where those can't be found, all count."""
    from tui.store.dismissals import as_decided

    comparison, problem = as_decided(comparison)
    if problem:
        complain(f"points that you dismissed are counted: {problem}")
    return comparison


def _consulted(comparison: Comparison, choice: Choice) -> Comparison:
    """Ask the second reader. Where the texts go is told before they do."""
    from tui.second_reader import consulted

    def announce(line: str) -> None:
        complain(f"second reader: {line}")

    with Underway() as underway:
        comparison, told = consulted(comparison, choice, tell=underway.tell, announce=announce)
    for line in told:
        announce(line)
    return comparison


def printed(comparison: Comparison, *, inline: bool, explain: bool, pager: bool = True) -> int:
    from tui.printing import show

    show(comparison, inline=inline, explain=explain, pager=pager)
    return 0 if all(standing.status == "shared" for row in comparison.standings for standing in row) else 1
