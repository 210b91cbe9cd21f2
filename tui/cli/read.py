"""`newsdiff ARTICLE...`: the reader; where the output is no terminal, the printed comparison."""

from __future__ import annotations

import sys

from tui.cli.events_folder import events_folder, read_events
from tui.cli.group import newsdiff
from tui.cli.options import Asked, articles, comparing
from tui.cli.running import compared, printed, report_problems
from tui.cli.saying import Underway

STRAIGHT = 5
"""Up to so many files open straight in the comparison, more in the list."""


@newsdiff.command(hidden=True)
@articles
@comparing
def read(articles: tuple[str, ...], asked: Asked) -> int:
    """Open the reader; if the output isn't a terminal, print the comparison."""
    from tui import collector, samples, terminal

    on_terminal = sys.stdout.isatty() and terminal.is_more_than_paper()
    if folder := events_folder(articles):
        return read_events(folder, asked, on_terminal=on_terminal)
    if on_terminal:
        collector.begin()
    from compare.reading.naming import STANDARD_INPUT
    from tui.sources import gather

    many = len(articles) > STRAIGHT  # as from a pattern: what can't be read among them is only told
    with Underway() as underway:
        sources = gather(articles or samples.paths(), leave_out=on_terminal and many, tell=underway.tell)
    options = asked.options(sources)
    if not on_terminal:
        report_problems(sources)
        return printed(compared(sources, asked), inline=False, explain=False)
    from tui.app import NewsdiffApp
    from tui.second_reader import choose

    choose(asked.second_reader)

    at_once = bool(articles) and not sources.folders and len(sources.articles) <= STRAIGHT and not many
    app = NewsdiffApp(sources.articles, compare_at_once=at_once, options=options, problems=[*sources.problems, *sources.notices])
    return terminal.run(app, input_was_read=bool({STANDARD_INPUT, f"@{STANDARD_INPUT}"} & set(articles)))
