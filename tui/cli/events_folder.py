"""What commands do with a folder that ``newsdiff events`` wrote: list its events, open them in the reader, write one or a page about all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tui.cli.saying import complain

if TYPE_CHECKING:
    from compare.archive.shelf import Shelf
    from tui.cli.options import Asked
    from tui.sources import Sources


def events_folder(given: tuple[str, ...], event: str | None = None) -> str | None:
    """The folder of events that was given, None where there is none. Raises NewsdiffError where something else stands beside it, or ``event``
    names an event of none.
    """
    from compare.archive.folder import is_events_folder
    from compare.errors import NewsdiffError
    from compare.reading.cleaning import shown_path

    found = [each for each in given if os.path.isdir(each) and is_events_folder(each)]  # noqa: PTH112 (names that pathlib refuses)
    if found and len(given) > 1:
        raise NewsdiffError(f"{shown_path(found[0])}: holds the events of an archive; open it alone, without other articles")
    if event is not None and not found:
        raise NewsdiffError("--event is for a folder written by newsdiff events; give that folder and nothing else")
    return found[0] if found else None


def read_events(folder: str, asked: Asked, *, on_terminal: bool) -> int:
    """Open the list of events; where the output is no terminal, print it: a line an event."""
    from compare.archive.shelf import Shelf

    if on_terminal:
        from tui import collector

        collector.begin()
    shelf = Shelf(folder)
    if not on_terminal:
        if shelf.status:
            complain(shelf.status)
        return _printed(shelf)
    from tui import terminal
    from tui.app import NewsdiffApp
    from tui.second_reader import choose

    choose(asked.second_reader)
    app = NewsdiffApp([], options=asked.options(), shelf=shelf)
    return terminal.run(app)


def event_sources(folder: str, event: str) -> Sources:
    """The articles of an event, as they are compared. Raises NewsdiffError, one line, for an unknown event."""
    from compare.archive.folder import open_folder
    from compare.errors import NewsdiffError
    from compare.reading.cleaning import shown_path
    from tui.sources import Sources

    opened = open_folder(folder, unfinished=True)
    articles = opened.articles(opened.event_id(event))
    if len(articles) < 2:
        raise NewsdiffError(f"{shown_path(folder)}: event {shown_path(event)} has one article only; there is nothing to compare")
    return Sources(articles, [], True, [])


def refuse_tables(folder: str, target: str) -> None:
    """Raise NewsdiffError where a file to write is one that ``newsdiff events`` wrote into the folder."""
    from pathlib import Path

    from compare.archive.schema import RUN
    from compare.errors import NewsdiffError
    from compare.reading.cleaning import shown_path

    place = Path(target)
    if place.is_file() and (place.name == RUN or place.suffix == ".parquet") and place.resolve().is_relative_to(Path(folder).resolve()):
        raise NewsdiffError(f"{shown_path(target)}: belongs to the archive; write somewhere else")


def export_archive(folder: str, output: str | None, format_name: str | None, *, others: bool) -> int:
    """Write the page about the whole archive. Status 0: written."""
    from pathlib import Path

    from compare.archive.folder import open_folder
    from compare.archive.page import render
    from compare.errors import NewsdiffError
    from compare.export import format_of, write_text
    from compare.export.file_names import unused

    if others:
        raise NewsdiffError("--table, --notes and --hide-findings are for one event; name it with --event")
    place = Path(output) if output else Path()
    named = output is not None and not place.is_dir()
    if (format_name or (format_of(place) if named else "html")) != "html":
        raise NewsdiffError(
            "the page about a whole archive is html; its tables are in the folder, and --event ID writes one event in any format"
        )
    opened = open_folder(folder, unfinished=True)
    target = place if named else unused(place, f"{Path(folder).resolve().name or 'archive'}-events", ".html")
    refuse_tables(folder, str(target))
    write_text(target, render(opened))
    if not named:
        complain(f"written: {target}")
    if not opened.finished:
        complain("the run isn't finished: the page shows what there is so far")
    return 0


def _printed(shelf: Shelf) -> int:
    """An event a line: id, day or days (ISO 8601), articles, points, outlets and headline, parted by tabs."""
    for event in shelf.events:
        days = "–" if event.first is None else f"{event.first}" if event.first == event.last else f"{event.first}/{event.last}"
        points = str(event.points) if event.compared else "–"
        click.echo("\t".join([event.id, days, str(event.articles), points, ", ".join(event.outlets), event.title]))
    return 0
