"""`newsdiff facts`: figures, dates, titles and names side by side."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.group import newsdiff
from tui.cli.options import Asked, articles, comparing
from tui.cli.running import compared, two_or_more

if TYPE_CHECKING:
    from compare.model import Comparison


@newsdiff.command(short_help="Show figures, dates, names side by side.")
@articles
@comparing
@click.option("--format", "format_name", type=click.Choice(["text", "json", "csv", "md"]), default="text", show_default=True)
@click.option("--differing", is_flag=True, help="Show only the facts whose values differ.")
def facts(articles: tuple[str, ...], asked: Asked, format_name: str, *, differing: bool) -> int:
    """Show figures, dates, titles and names side by side. Exit status 0: written; 2: trouble."""
    from compare.export.facts import FORMATS, second_reader_lines

    sources = two_or_more(articles, "facts")
    comparison = compared(sources, asked)
    if format_name == "text" and sys.stdout.isatty():
        _paint(comparison, differing=differing)
        for line in second_reader_lines(comparison):
            click.echo(line)
    else:
        click.echo(FORMATS[format_name](comparison, differing=differing), nl=False)
    return 0


def _paint(comparison: Comparison, *, differing: bool) -> None:
    """A table at the terminal's width: outlets as columns, what agrees dim, what differs bold."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from compare.export.called import Called
    from compare.export.facts import NONE, NONE_DIFFERS, one_line, place_of
    from compare.export.overview import name_of
    from compare.reading.cleaning import inert
    from compare.views.facts.table import SILENCE, table

    console = Console(highlight=False, markup=False, emoji=False)
    rows = table(comparison, differing=differing)
    if not rows:
        console.print(Text(NONE_DIFFERS if differing and comparison.facts else NONE, "dim"))
        return
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    grid.add_column("", width=1)
    grid.add_column(Text("fact"), ratio=3, overflow="fold")
    called = Called(comparison)
    for article, chip in enumerate(called.chips):
        grid.add_column(Text(inert(f"{chip} {name_of(comparison, article)}")), ratio=2, overflow="fold")
    for row in rows:
        style = "dim" if row.fact.equal else "bold"
        cells = []
        for cell in row.cells:
            shown = Text()
            for number, value in enumerate(cell):
                shown.append("; " if number else "").append(inert(one_line(value.text)), style).append(f" {called(place_of(value))}", "dim")
            cells.append(shown if cell else Text(SILENCE, "dim"))
        grid.add_row(
            Text("=" if row.fact.equal else "≠", "dim" if row.fact.equal else "bold yellow"), Text(inert(row.heading), style), *cells
        )
    console.print(grid)
