"""The command line: arguments → compare → reader, print, export or check. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import click

if TYPE_CHECKING:
    from compare.model import Comparison, Options
    from tui.sources import Sources

Semantic = Literal["auto", "on", "off"]
Command = TypeVar("Command", bound=Callable[..., Any])

TROUBLE = 2
_STRAIGHT = 5
"""Up to so many files open straight in the comparison, more in the list."""
_UNWRITABLE = {errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT}

_USAGE = (
    "Usage: newsdiff [ARTICLE]... [OPTIONS]",
    "       newsdiff diff ARTICLE ARTICLE... [OPTIONS]",
    "       newsdiff export ARTICLE ARTICLE... -o FILE [OPTIONS]",
    "       newsdiff check ARTICLE ARTICLE... [OPTIONS]",
)
_VARIABLES = (
    ("NEWSDIFF_CONFIG", "The settings (theme, keys, who finds names) instead of ~/.config/newsdiff/config.toml or your system's like."),
    ("NEWSDIFF_DATA", "The folder of bookmarks, notes, pins and the chosen theme instead of ~/.local/share/newsdiff or the like."),
    ("NEWSDIFF_PINS", "As --pins."),
    ("NO_COLOR", "Set to anything: no colours; signs and attributes say it all."),
)


class ReaderFirst(click.Group):
    """A group whose arguments are articles to read unless the first of them is a command's name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version", "-h", "-V")):
            words = args[: args.index("--")] if "--" in args else args
            args = ["--help"] if {"-h", "--help"} & set(words) else ["read", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for line in _USAGE:
            formatter.write(f"{line}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The reader's options stand among our own: its command has no name that a user could ask about."""
        options = [each for each in (*self.commands["read"].params, *self.get_params(ctx)) if isinstance(each, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])
        self.format_commands(ctx, formatter)
        with formatter.section("Environment"):
            formatter.write_dl([(f"${name}", meaning) for name, meaning in _VARIABLES])

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in self.commands if name != "read"]


def _choose_pins(_: click.Context, __: click.Parameter, file: str | bool | None) -> None:  # noqa: FBT001 -- click's signature
    """``--pins FILE`` and ``--no-pins``: which files of pins count, for the whole run."""
    if file:
        from tui.store.pins import choose

        choose("" if file is True else str(file))


def _choose_recogniser(ctx: click.Context, _: click.Parameter, named: str | None) -> str:
    """``--ner``, else what the user's configuration says, else the rules; what it says wrong is told in one line."""
    if named is not None or ctx.resilient_parsing:
        if named not in {None, "rules"}:
            from compare.extract.mentions import check_recogniser

            check_recogniser(str(named))  # before the reader opens with texts alone
        return named or "rules"
    from tui.settings import load

    settings = load()
    if settings.ner_problem and not (ctx.info_name == "read" and sys.stdout.isatty()):  # the reader tells of all that is wrong itself
        click.echo(f"newsdiff: {settings.ner_problem}", err=True)
    return settings.ner or "rules"


def comparing(command: Command) -> Command:
    """The options that every command that compares takes."""
    options = (
        click.option("--base", metavar="ARTICLE", help="The base article: its letter, number or path; the first unless told otherwise."),
        click.option(
            "--min-severity",
            type=click.IntRange(1, 3),
            default=2,
            metavar="1|2|3",
            help="The least difference that makes a sentence divergent: 1 a shade, 2 one that misleads (the usual), 3 an altered fact.",
        ),
        click.option(
            "--semantic",
            type=click.Choice(["auto", "on", "off"]),
            default="auto",
            show_default=True,
            help="Compare meanings by a small model.",
        ),
        click.option(
            "--ner",
            metavar="RECOGNISER",
            callback=_choose_recogniser,
            help="Who finds names: rules, or spacy:MODEL; rules unless config.toml has another.",
        ),
        click.option(
            "--pins",
            metavar="FILE",
            expose_value=False,
            callback=_choose_pins,
            help="Sentences joined and parted by hand, from this file alone.",
        ),
        click.option("--no-pins", is_flag=True, expose_value=False, callback=_choose_pins, help="Nothing joined or parted by hand."),
    )
    for option in reversed(options):  # the last one that is put on is the first that help lists
        command = option(command)
    return command


articles = click.argument("articles", nargs=-1, type=click.Path(path_type=str, readable=False), metavar="ARTICLE...")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("newsdiff")
    except PackageNotFoundError:
        return "unknown (not installed)"


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 -- click's signature
    if wanted:
        click.echo(f"newsdiff {_version()}")
        ctx.exit()


@click.group(cls=ReaderFirst, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-V", "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Print the version and leave."
)
def newsdiff() -> None:
    """Compare how different outlets tell the same story, sentence by sentence.

    ARTICLE is a text file, a folder of them, or - for standard input. Two to five files open straight in the comparison, a folder in the list;
    with none newsdiff opens its sample articles. In the reader ? shows the keys, the mouse works everywhere, and q goes back and out. Where the
    output is no terminal the comparison is printed instead.
    """


@newsdiff.command(hidden=True)
@articles
@comparing
def read(articles: tuple[str, ...], base: str | None, min_severity: int, semantic: Semantic, ner: str) -> int:
    """Open the reader; where the output is no terminal, print the comparison."""
    from tui import collector, samples, terminal

    on_terminal = sys.stdout.isatty() and terminal.is_more_than_paper()
    if on_terminal:
        collector.begin()
    from tui.sources import STANDARD_INPUT, gather, keyboard_from_terminal

    many = len(articles) > _STRAIGHT  # as from a pattern: what can't be read among them is only told
    sources = gather(articles or samples.paths(), leave_out=on_terminal and many)
    options = _options(sources, base, min_severity, semantic, ner)
    if not on_terminal:
        _report_problems(sources)
        return _print(_compare(sources, options), inline=False, explain=False)
    if STANDARD_INPUT in articles or not sys.stdin.isatty():
        keyboard_from_terminal()
    from tui.app import NewsdiffApp

    at_once = bool(articles) and not sources.folders and len(sources.articles) <= _STRAIGHT and not many
    app = NewsdiffApp(sources.articles, compare_at_once=at_once, options=options, problems=sources.problems)
    terminal.take_any_bytes()
    with terminal.screen_on_terminal():
        app.run()
    return app.return_code or 0


@newsdiff.command()
@articles
@comparing
@click.option("--inline", is_flag=True, help="One column instead of two.")
@click.option("--explain", is_flag=True, help="Say for each link what its score is made of.")
@click.option("--no-pager", is_flag=True, help="Straight to the terminal.")
@click.option("--git", "for_git", is_flag=True, help="For git to call as a diff driver (docs/git.md); the status is then 0.")
def diff(
    articles: tuple[str, ...],
    base: str | None,
    min_severity: int,
    semantic: Semantic,
    ner: str,
    *,
    inline: bool,
    explain: bool,
    no_pager: bool,
    for_git: bool,
) -> int:
    """Print the comparison. Status 0: all is shared; 1: something is divergent or unique; 2: trouble."""
    if for_git:
        from compare.model import Options
        from tui.git import drive

        return drive(articles, Options(min_severity=min_severity, semantic=semantic, ner=ner), inline=inline, explain=explain)
    sources = _sources(articles, "diff")
    comparison = _compare(sources, _options(sources, base, min_severity, semantic, ner))
    return _print(comparison, inline=inline, explain=explain, pager=not no_pager)


@newsdiff.command()
@articles
@comparing
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write; - is standard output.")
@click.option("--format", "format_name", metavar="FORMAT", help="html, json, md, csv or text; by the file's ending unless told.")
@click.option("--table", metavar="TABLE", help="csv: links, differences, entities, coverage or pins; a folder as FILE gets a file of each.")
@click.option("--notes", is_flag=True, help="With the notes that you have written in the reader.")
@click.option("--hide-findings", is_flag=True, help="html, for a classroom: findings stay hidden until asked for.")
def export(
    articles: tuple[str, ...],
    base: str | None,
    min_severity: int,
    semantic: Semantic,
    ner: str,
    output: str,
    format_name: str | None,
    table: str | None,
    *,
    notes: bool,
    hide_findings: bool,
) -> int:
    """Write the comparison to a file: html, json, md, csv or text. Status 0: written; 2: trouble."""
    from compare.errors import NewsdiffError
    from compare.export import write
    from tui.store.pins import files

    sources = _sources(articles, "export")
    comparison = _compare(sources, _options(sources, base, min_severity, semantic, ner))
    if notes:
        from tui.store.notes import with_notes

        comparison, missing = with_notes(comparison)
        if missing:
            raise NewsdiffError(missing)
    write(comparison, output, format_name, table=table, hide_findings=hide_findings, inputs=files(sources.articles))
    return 0


@newsdiff.command()
@articles
@comparing
@click.option(
    "--fail-on", metavar="KINDS", default="", help="Kinds that fail, with commas: quote,number,date,name,role,… ; all unless told."
)
@click.option("--format", "format_name", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(
    articles: tuple[str, ...], base: str | None, min_severity: int, semantic: Semantic, ner: str, fail_on: str, format_name: str
) -> int:
    """List differences of the asked kinds. Status 0: none; 1: some; 2: trouble."""
    from compare.export.check import FORMATS, failing, kinds_of

    kinds = kinds_of(fail_on)
    sources = _sources(articles, "check")
    comparison = _compare(sources, _options(sources, base, min_severity, semantic, ner))
    found = failing(comparison, kinds, min_severity)
    click.echo(FORMATS[format_name](comparison, found), nl=False)
    return 1 if found else 0


def _sources(given: tuple[str, ...], command: str) -> Sources:
    from compare.errors import NewsdiffError
    from tui.sources import gather

    sources = gather(given)
    if len(sources.articles) < 2:
        raise NewsdiffError(f"{command} needs two articles or more; see: newsdiff {command} --help")
    _report_problems(sources)
    return sources


def _report_problems(sources: Sources) -> None:
    for problem in sources.problems:
        click.echo(f"newsdiff: {problem}; left out", err=True)


def _options(sources: Sources, base: str | None, min_severity: int, semantic: Semantic, ner: str) -> Options:
    from compare.model import Options
    from tui.sources import base_index

    return Options(base=base_index(base, sources), min_severity=min_severity, semantic=semantic, ner=ner)


def _compare(sources: Sources, options: Options) -> Comparison:
    from compare.align.pins import lost_line, stand
    from compare.pipeline import compare
    from tui.store.pins import pins_for

    pins = pins_for(sources.articles)
    comparison = compare(sources.articles, options, pins=pins)
    for line in lost_line(stand(comparison.articles, pins).lost):
        click.echo(f"newsdiff: {line}", err=True)
    return comparison


def _print(comparison: Comparison, *, inline: bool, explain: bool, pager: bool = True) -> int:
    from tui.printing import show

    show(comparison, inline=inline, explain=explain, pager=pager)
    return 0 if all(standing.status == "shared" for row in comparison.standings for standing in row) else 1


def main() -> None:
    """Run the command line and leave with its status. Trouble is one line on standard error, never a traceback."""
    _fill_in_streams()
    for stream in (sys.stdout, sys.stderr):
        cast("Any", stream).reconfigure(errors="replace")
    sys.exit(_status())


def _fill_in_streams() -> None:
    """Put something in the place of a standard stream that we were started without (``>&-``): there is nothing to read, and none to write to."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            # Errors have nowhere to go; an output that can't be written is one, so its stand-in can only be read.
            descriptor = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            setattr(sys, name, os.fdopen(number, "r" if name == "stdin" else "w", encoding="utf-8"))


def _status() -> int:
    from compare.errors import NewsdiffError

    try:
        status: int = newsdiff.main(prog_name="newsdiff", standalone_mode=False) or 0
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as error:
        command = f"{error.ctx.command_path} " if error.ctx and error.ctx.command.name != "read" else "newsdiff "
        return _trouble(f"{error.format_message().rstrip('.')}; see: {command}--help")
    except (NewsdiffError, click.ClickException) as error:
        return _trouble(str(error))
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        _give_up_output()
        return TROUBLE
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _UNWRITABLE and error.filename is None:
            _give_up_output()
            return _trouble(f"the output can't be written ({error.strerror})")
        if os.environ.get("NEWSDIFF_DEBUG"):
            raise
        return _trouble(f"internal trouble ({type(error).__name__}: {error}); NEWSDIFF_DEBUG=1 shows where; please report it")
    return status


def _give_up_output() -> None:
    """Let what is still to be written go nowhere, so that nothing goes wrong once more on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _trouble(message: str) -> int:
    from compare.reading.cleaning import inert

    click.echo(f"newsdiff: {' '.join(inert(message).split())}", err=True)
    return TROUBLE


if __name__ == "__main__":
    main()
