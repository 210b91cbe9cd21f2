"""`newsdiff export`: write the comparison to a file."""

from __future__ import annotations

import click

from tui.cli.events_folder import event_sources, events_folder, export_archive
from tui.cli.group import newsdiff
from tui.cli.options import Asked, articles, comparing
from tui.cli.running import compared, two_or_more
from tui.cli.saying import complain


@newsdiff.command()
@articles
@comparing
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="The file to write; - is standard output. In a folder, or where none is said, it is named by story and outlets.",
)
@click.option(
    "--format", "format_name", metavar="FORMAT", help="html, json, md, csv or text; by the file's ending unless told; html in a folder."
)
@click.option(
    "--table",
    metavar="TABLE",
    help="csv: links, differences, points, facts, entities, coverage, pins or revisions; a folder as FILE gets a file of each.",
)
@click.option("--event", metavar="ID", help="The event of a folder that newsdiff events wrote; without it the page of the whole archive.")
@click.option("--notes", is_flag=True, help="With the notes that you have written in the reader.")
@click.option("--hide-findings", is_flag=True, help="html, for a classroom: findings stay hidden until asked for.")
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
    """Write the comparison to a file: html, json, md, csv or text. Status 0: written; 2: trouble.

    Of a folder that newsdiff events wrote, an event's comparison with --event, else a page about the whole archive.
    """
    from pathlib import Path

    from compare.export import named_place, write
    from tui.store.pins import files

    folder = events_folder(articles, event)
    if folder and event is None:
        return export_archive(folder, output, format_name, others=bool(table or notes or hide_findings))
    sources = event_sources(folder, event) if folder and event else two_or_more(articles, "export")
    comparison = compared(sources, asked)
    if notes:
        from tui.store.notes import with_notes
        from tui.store.place import ready_store

        comparison, missing = with_notes(comparison)
        if missing:
            complain(f"your notes are not in it: {missing}")
        elif problem := ready_store().problem:
            complain(problem)
    place = output or named_place(comparison, Path(), format_name or "html")
    written = write(comparison, place, format_name, table=table, hide_findings=hide_findings, inputs=files(sources.articles))
    if output is None or written != Path(output):
        complain(f"written: {written}")
    return 0
