"""`newsdiff diff`: print the comparison."""

from __future__ import annotations

import click

from tui.cli.group import newsdiff
from tui.cli.options import Asked, articles, comparing
from tui.cli.running import compared, printed, two_or_more


@newsdiff.command()
@articles
@comparing
@click.option("--inline", is_flag=True, help="One column instead of two.")
@click.option("--explain", is_flag=True, help="Show what each link's score is made of.")
@click.option("--no-pager", is_flag=True, help="Write straight to the terminal.")
@click.option("--git", "for_git", is_flag=True, help="For use as git's diff driver (see docs/git.md); the exit status is then 0.")
def diff(
    articles: tuple[str, ...],
    asked: Asked,
    *,
    inline: bool,
    explain: bool,
    no_pager: bool,
    for_git: bool,
) -> int:
    """Print the comparison. Exit status 0: everything is shared; 1: something is divergent or unique; 2: trouble."""
    if for_git:
        from tui.git import drive

        if asked.second_reader:
            click.echo("newsdiff: --git can't be used with --second-reader", err=True)
        return drive(articles, asked.options(), inline=inline, explain=explain)
    sources = two_or_more(articles, "diff")
    comparison = compared(sources, asked)
    return printed(comparison, inline=inline, explain=explain, pager=not no_pager)
