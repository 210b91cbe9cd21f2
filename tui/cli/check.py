"""`newsdiff check`: points of the asked kinds, for a script."""

from __future__ import annotations

import click

from tui.cli.group import newsdiff
from tui.cli.options import Asked, articles, comparing
from tui.cli.running import compared, two_or_more


@newsdiff.command(short_help="Check for differences of given kinds.")
@articles
@comparing
@click.option(
    "--fail-on", metavar="KINDS", default="", help="Kinds to fail on, separated by commas: quote,number,date,name,role,…  [default: all]"
)
@click.option("--format", "format_name", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option(
    "--count-second-reader",
    "counted",
    is_flag=True,
    help="Also fail on points that only the second reader names; they are listed either way.",
)
def check(articles: tuple[str, ...], asked: Asked, fail_on: str, format_name: str, *, counted: bool) -> int:
    """List the points on which the accounts differ, of all kinds or those given. Exit status 0: none; 1: some; 2: trouble."""
    from compare.export.check import FORMATS, failing, kinds_of

    kinds = kinds_of(fail_on)
    sources = two_or_more(articles, "check")
    comparison = compared(sources, asked)
    found = failing(comparison, kinds, asked.min_severity)
    points = failing(comparison, kinds, asked.min_severity, ours=False)
    click.echo(FORMATS[format_name](comparison, [*found, *points]), nl=False)
    return 1 if found or (counted and points) else 0
