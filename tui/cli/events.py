"""`newsdiff events`: group an archive into events and compare each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from tui.cli.group import newsdiff
from tui.cli.saying import Underway, complain, steady_console

if TYPE_CHECKING:
    from rich.progress import Progress

FIELDS = ("id", "text", "title", "outlet", "byline", "published", "updated", "url", "language")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?", re.IGNORECASE)
_UNITS = {"reading": "articles", "signatures": "articles", "weights": "articles", "comparing": "events"}


def _fields(ctx: click.Context, _: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.partition("=") for each in given]
    for name, _equals, column in pairs:
        if name not in FIELDS or not column:
            raise click.BadParameter(f"must be NAME=COLUMN, where NAME is one of {', '.join(FIELDS)}")
    return {name: column for name, _equals, column in pairs}


def _bytes(ctx: click.Context, _: click.Parameter, given: str) -> int:
    found = _SIZE.fullmatch(given.strip()) if given else None
    if given and not found:
        raise click.BadParameter("must be a number of bytes, or one with K, M or G, such as 4G")
    return int(float(found[1]) * 1024 ** " KMGT".index(found[2].upper() or " ")) if found else 0


@newsdiff.command(short_help="Group an archive into events, and compare.")
@click.argument("archive", nargs=-1, required=True, type=click.Path(path_type=str, readable=False), metavar="ARCHIVE...")
@click.option("-o", "--output", required=True, metavar="FOLDER", type=click.Path(path_type=str), help="The folder to write the tables to.")
@click.option(
    "--window",
    type=click.IntRange(0, 60),
    default=3,
    show_default=True,
    metavar="DAYS",
    help="The most days between two reports of one event.",
)
@click.option("--language", default="", metavar="CODE", help="Only articles in this language (en, de, …).  [default: all]")
@click.option(
    "--least-outlets",
    type=click.IntRange(1, 1000),
    default=2,
    show_default=True,
    metavar="N",
    help="The fewest outlets that must report an event.",
)
@click.option("--no-compare", is_flag=True, help="Group the articles, but don't compare them.")
@click.option(
    "--field",
    "fields",
    metavar="NAME=COLUMN",
    multiple=True,
    callback=_fields,
    help=f"Which column or field to use where its name doesn't say; NAME is one of {', '.join(FIELDS)}.",
)
@click.option(
    "--workers", type=click.IntRange(0, 1024), default=0, metavar="N", help="Number of processes.  [default: one for each processor]"
)
@click.option("--memory", default="", metavar="SIZE", callback=_bytes, help="Memory for joins, such as 4G.  [default: 1G]")
@click.option(
    "--runner", type=click.Choice(["native", "ray"]), default="native", show_default=True, help="Run on this machine or on a Ray cluster."
)
@click.option("--address", default="", metavar="ADDRESS", help="The cluster's address, with --runner ray.")
def events(
    archive: tuple[str, ...],
    output: str,
    window: int,
    language: str,
    least_outlets: int,
    fields: dict[str, str],
    workers: int,
    memory: int,
    runner: Literal["native", "ray"],
    address: str,
    *,
    no_compare: bool,
) -> int:
    """Group an archive into events, compare each event, and write Parquet tables. Exit status 0: written; 2: trouble.

    ARCHIVE is a folder, a file (JSON lines, Parquet, CSV or TSV, WARC; .gz, too), a pattern (news/*.parquet) or an address in an object store
    (s3://…). Needs pip install 'newsdiff[archive]', and newsdiff[cluster] for --runner ray. If it is stopped, the same command resumes it.
    """
    from compare.archive.muted import muted
    from compare.archive.run import run
    from compare.archive.settings import Machine, Settings

    settings = Settings(archive, window, language, least_outlets, not no_compare, fields)
    with Stages() as stages, muted(1):  # Daft says things there
        try:
            counts = run(settings, Path(output), Machine(runner, address, workers, memory), stages.tell)
        except KeyboardInterrupt:
            complain("stopped; run the same command again to resume")
            raise
    if counts["errors"]:
        rows = "row" if counts["errors"] == 1 else "rows"
        complain(f"{counts['errors']:,} {rows} could not be read or compared; the table errors lists them, with the reasons")
    compared = "" if no_compare else f", {counts['points']:,} points on which accounts differ"
    click.echo(f"{counts['articles']:,} articles, {counts['events']:,} events{compared}")
    return 0


class Stages(Underway):
    """How far the run is, a bar a stage from the first moment on: articles or events a second, and the time left."""

    SOON = OFTEN = 0.0

    def tell(self, what: str, done: int, of: int) -> None:
        """Take what :func:`compare.archive.run.run` tells; a stage without work is done all the same."""
        super().tell(what, done, max(of, 1) if done >= of else of)

    def fields(self, what: str) -> dict[str, Any]:
        return {"unit": _UNITS.get(what, "")}

    def bars(self) -> Progress:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
        from rich.text import Text

        class Rate(ProgressColumn):
            """How many a second."""

            def render(self, task: Any) -> Text:
                speed = task.finished_speed or task.speed
                unit = task.fields["unit"]
                return Text(
                    f"{speed:,.0f} {unit}/s" if speed and unit and speed >= 10 else f"{speed:.1f} {unit}/s" if speed and unit else "", "dim"
                )

        columns: tuple[Any, ...] = (
            TextColumn("{task.description:10}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            Rate(),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        )
        return Progress(*columns, console=steady_console())
