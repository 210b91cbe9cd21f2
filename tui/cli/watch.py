"""`newsdiff watch`: keep each text that an article has, and show what changed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.group import newsdiff
from tui.cli.options import Asked, argument, comparing
from tui.cli.running import compared, printed, report_problems
from tui.cli.saying import Underway, complain

if TYPE_CHECKING:
    from compare.model import Article
    from tui.sources import Sources
    from tui.store.versions import Versions

SHOWN = 5
"""Versions of an article that are shown or written: as many as the comparison has room for; the first of them is the oldest of these."""


@newsdiff.command(short_help="Keep a version whenever an article changes.")
@argument
@comparing
@click.option("--every", type=click.IntRange(1, 10_080), default=15, show_default=True, metavar="MINUTES", help="Minutes between checks.")
@click.option("--once", is_flag=True, help="Check once and exit, for cron. Exit status 0: nothing new; 1: a text has changed.")
@click.option(
    "--keep", type=click.IntRange(2, 10_000), default=50, show_default=True, metavar="N", help="How many versions of each article to keep."
)
@click.option("--show", "shown", is_flag=True, help="Open the kept versions in the reader instead of checking for new ones.")
@click.option(
    "--page",
    metavar="FILE",
    help="After each check, write a comparison of the newest versions as a page (or as json, md or csv, by the file's ending).",
)
def watch(articles: tuple[str, ...], asked: Asked, every: int, keep: int, page: str | None, *, once: bool, shown: bool) -> int:
    """Keep a version of each article whenever its text changes, until Ctrl+C. ARTICLE is an address, a file or a list of these (@FILE)."""
    from compare.reading.naming import spelled_out
    from tui.store.versions import Versions, versions_file

    articles = spelled_out(articles)
    store = Versions(versions_file())
    if shown:
        return _show(store, articles, asked, page)
    if not articles:
        raise click.UsageError("Missing argument 'ARTICLE...'")
    while True:
        changed = _look(store, articles, asked, keep)
        if page:
            _write(store, articles, asked, page)
        if once:
            return 2 if changed is None else 1 if changed else 0
        time.sleep(every * 60)


def _look(store: Versions, given: Sequence[str], asked: Asked, keep: int) -> int | None:
    """Look at all sources once; how many have a new version, None where none of them could be read. What can't be read is told."""
    from datetime import UTC, datetime

    from tui.fetching import ask_servers

    ask_servers()
    changed = 0
    sources = _gathered(given)
    report_problems(sources)
    for article in sources.articles:
        before = store.keep(article, datetime.now(UTC), keep)
        if before is article:
            count = len(article.text.split())
            click.echo(f"{article.source}: first version kept, {count:,} {'word' if count == 1 else 'words'}")
        elif before is not None:
            changed += 1
            for line in _what_changed(before, article, asked):
                click.echo(line)
    return changed if sources.articles else None


def _gathered(given: Sequence[str]) -> Sources:
    from compare.errors import NewsdiffError
    from tui.sources import Sources, gather

    try:
        with Underway() as underway:
            sources = gather(given, leave_out=True, tell=underway.tell)
    except NewsdiffError as error:
        return Sources([], [*map(str, error.args)], folders=False, notices=[])
    return sources


def _what_changed(before: Article, after: Article, asked: Asked) -> list[str]:
    from compare.pipeline import compare
    from compare.reading.revisions import Revision
    from compare.views.revisions import MOST, changes, in_short

    found = changes(compare([before, after], asked.options()), Revision(0, 1, "address"))
    return [f"{after.source}: changed: {in_short(found)}", *(f"  {line}" for line in found.facts[:MOST])]


def _kept(store: Versions, given: Sequence[str]) -> list[Article]:
    """The newest versions of each of the articles named, the oldest first; of all that are watched where none is named."""
    from compare.errors import NewsdiffError
    from compare.reading.cleaning import shown_path
    from compare.reading.fetching import is_address
    from compare.reading.naming import named
    from tui.paths import absolute

    known = store.sources()
    found: list[Article] = []
    wanted = [each.path if is_address(each.path) else str(absolute(each.path)) for each in named(given)] if given else list(known)
    for path in wanted:
        versions = [
            version
            for source in known
            if source == path or source.startswith((f"{path}#", f"{path}{os.sep}"))
            for version in store.of(source)[-SHOWN:]
        ]
        if not versions:
            raise NewsdiffError(f"{shown_path(path)}: no versions are kept; newsdiff watch keeps them")
        found += versions
    if not found:
        raise NewsdiffError("no versions are kept yet; newsdiff watch ARTICLE keeps them")
    return found


def _show(store: Versions, given: Sequence[str], asked: Asked, page: str | None) -> int:
    from tui import terminal
    from tui.sources import Sources

    kept = _kept(store, given)
    if page:
        _write(store, given, asked, page)
        return 0
    if not (sys.stdout.isatty() and terminal.is_more_than_paper()):
        return printed(compared(Sources(kept, [], folders=False, notices=[]), asked), inline=False, explain=False)
    from tui import collector
    from tui.app import NewsdiffApp

    collector.begin()
    app = NewsdiffApp(kept, compare_at_once=1 < len(kept) <= SHOWN, options=asked.options())
    return terminal.run(app)


def _write(store: Versions, given: Sequence[str], asked: Asked, page: str) -> None:
    from compare.errors import NewsdiffError
    from compare.export import write
    from tui.sources import Sources

    try:
        kept = _kept(store, given)
    except NewsdiffError as error:
        complain(str(error))
        return
    comparison = compared(Sources(kept, [], folders=False, notices=[]), asked)
    write(comparison, page, None, table=None, hide_findings=False, inputs=_watched(store, given))


def _watched(store: Versions, given: Sequence[str]) -> list[Path | int]:
    """All files that are watched or say what is: a page is never written into one of them."""
    from compare.reading.naming import beside, named

    watched = [*store.sources(), *(each.path for each in named(given))]
    return [*beside(given), *(Path(part) for source in watched for part in {source, source.rpartition("#")[0]} if part)]
