"""`newsdiff export`: write the comparison to a file."""

from __future__ import annotations

import click

from tui.cli.events_folder import event_sources, events_folder, export_archive, refuse_tables
from tui.cli.group import newsdiff
from tui.cli.options import Asked, articles, comparing
from tui.cli.running import compared, two_or_more
from tui.cli.saying import complain


@newsdiff.command(short_help="Write the comparison to a file.")
@articles
@comparing
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="The file to write; - is standard output. In a folder, or without -o, the file is named after the story and its outlets.",
)
@click.option(
    "--format", "format_name", metavar="FORMAT", help="html, json, md, csv or text.  [default: from the file's ending; html in a folder]"
)
@click.option(
    "--table",
    metavar="TABLE",
    help="For csv: links, differences, points, facts, entities, coverage, pins or revisions. If FILE is a folder, each table is written to it.",
)
@click.option(
    "--event", metavar="ID", help="An event from a folder written by newsdiff events; without it, a page about the whole archive."
)
@click.option("--notes", is_flag=True, help="Include the notes that you wrote in the reader.")
@click.option("--hide-findings", is_flag=True, help="For html in a classroom: hide the findings until the reader asks for them.")
def export(
    articles: tuple[str, ...],
    asked: Asked,
    output: str | None,
    format_name: str | None,
    table: str | None,
    event: str | None,
    *,
    notes: bool,
    hide_findings: bool,
) -> int:
    """Write the comparison to a file as html, json, md, csv or text. Exit status 0: written; 2: trouble.

    For a folder written by newsdiff events: with --event, the comparison of one event; without it, a page about the whole archive.
    """
    from pathlib import Path

    from compare.export import named_place, write
    from compare.reading.naming import beside
    from tui import settings
    from tui.store.pins import files

    folder = events_folder(articles, event)
    if folder and event is None:
        return export_archive(folder, output, format_name, others=bool(table or notes or hide_findings))
    sources = event_sources(folder, event) if folder and event else two_or_more(articles, "export")
    if folder and output:
        refuse_tables(folder, output)
    comparison = compared(sources, asked)
    if notes:
        from tui.store.notes import with_notes
        from tui.store.place import ready_store

        comparison, missing = with_notes(comparison)
        if missing:
            complain(f"without your notes: {missing}")
        elif problem := ready_store().problem:
            complain(problem)
    place = output or named_place(comparison, Path(), format_name or "html")
    inputs = [*files(sources.articles), *beside(articles), settings.path()]
    written = write(comparison, place, format_name, table=table, hide_findings=hide_findings, inputs=inputs)
    if output is None or written != Path(output):
        complain(f"written: {written}")
    return 0
