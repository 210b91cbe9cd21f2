"""What commands do alike: gather the articles, compare them, print what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from compare.model import Comparison, Options
    from tui.sources import Sources


def two_or_more(given: tuple[str, ...], command: str) -> Sources:
    from compare.errors import NewsdiffError
    from tui.sources import gather

    sources = gather(given)
    if len(sources.articles) < 2:
        raise NewsdiffError(f"{command} needs two articles or more; see: newsdiff {command} --help")
    report_problems(sources)
    return sources


def report_problems(sources: Sources) -> None:
    for problem in sources.problems:
        click.echo(f"newsdiff: {problem}; left out", err=True)


def compared(sources: Sources, options: Options) -> Comparison:
    from compare.align.pins import lost_line, stand
    from compare.pipeline import compare
    from tui.store.pins import pins_for

    pins = pins_for(sources.articles)
    comparison = compare(sources.articles, options, pins=pins)
    for line in lost_line(stand(comparison.articles, pins).lost):
        click.echo(f"newsdiff: {line}", err=True)
    return comparison


def printed(comparison: Comparison, *, inline: bool, explain: bool, pager: bool = True) -> int:
    from tui.printing import show

    show(comparison, inline=inline, explain=explain, pager=pager)
    return 0 if all(standing.status == "shared" for row in comparison.standings for standing in row) else 1
