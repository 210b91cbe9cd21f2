"""`newsdiff events`: group an archive into events and compare each."""

from __future__ import annotations

import click

from tui.cli.group import newsdiff
from tui.cli.saying import Underway


@newsdiff.command()
@click.argument("archive", nargs=-1, required=True, type=click.Path(path_type=str, readable=False), metavar="ARCHIVE...")
@click.option("-o", "--output", required=True, metavar="FOLDER", type=click.Path(path_type=str), help="The folder for the tables.")
@click.option(
    "--window", type=click.IntRange(0, 60), default=3, show_default=True, metavar="DAYS", help="Days between reports of one event, at most."
)
@click.option("--language", default="", metavar="CODE", help="Only articles in this language (en, de, …); all unless told.")
@click.option(
    "--least-outlets",
    type=click.IntRange(1, 1000),
    default=2,
    show_default=True,
    metavar="N",
    help="Outlets that report an event, at least.",
)
@click.option("--no-compare", is_flag=True, help="Group only.")
@click.option(
    "--field",
    "fields",
    metavar="NAME=COLUMN",
    multiple=True,
    help="Which column or field holds id, text, title, outlet, published, url or language.",
)
@click.option(
    "--workers", type=click.IntRange(0, 1024), default=0, metavar="N", help="Processes; as many as there are processors unless told."
)
@click.option("--memory", default="", metavar="SIZE", help="Memory for joins and groups (4G); what is over it goes to the disk.")
@click.option(
    "--runner", type=click.Choice(["native", "ray"]), default="native", show_default=True, help="On this machine, or on a Ray cluster."
)
@click.option("--address", default="", metavar="ADDRESS", help="Of the cluster, with --runner ray.")
def events(
    archive: tuple[str, ...],
    output: str,
    window: int,
    language: str,
    least_outlets: int,
    fields: tuple[str, ...],
    workers: int,
    memory: str,
    runner: str,
    address: str,
    *,
    no_compare: bool,
) -> int:
    """Group an archive into events and compare each. Status 0: written; 2: trouble."""
    from pathlib import Path

    from compare.archive.run import run
    from compare.archive.settings import Machine, Settings

    settings = Settings(archive, window, language, least_outlets, not no_compare, dict(each.split("=", 1) for each in fields))
    with Underway() as underway:
        counts = run(settings, Path(output), Machine(runner, address, workers), underway.tell)  # type: ignore[arg-type]
    click.echo(f"{counts['articles']:,} articles, {counts['events']:,} events, {counts['points']:,} points; {counts['errors']:,} errors")
    return 0
