"""The group of commands, and what it does with arguments that begin with an article: open the reader."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

USAGE = (
    "Usage: newsdiff [ARTICLE]... [OPTIONS]",
    "       newsdiff diff ARTICLE ARTICLE... [OPTIONS]",
    "       newsdiff export ARTICLE ARTICLE... [-o FILE] [OPTIONS]",
    "       newsdiff check ARTICLE ARTICLE... [OPTIONS]",
    "       newsdiff facts ARTICLE ARTICLE... [OPTIONS]",
    "       newsdiff watch ARTICLE... [OPTIONS]",
    "       newsdiff events ARCHIVE... -o FOLDER [OPTIONS]",
    "       newsdiff completion bash|zsh|fish",
)
VARIABLES = (
    (
        "NEWSDIFF_CONFIG",
        "The settings file (theme, keys, name recogniser), instead of ~/.config/newsdiff/config.toml or your system's equivalent.",
    ),
    (
        "NEWSDIFF_DATA",
        "The folder for bookmarks, notes, pins and the chosen theme, instead of ~/.local/share/newsdiff or your system's equivalent.",
    ),
    ("NEWSDIFF_CACHE", "The folder for fetched web pages, instead of ~/.cache/newsdiff or your system's equivalent."),
    ("NEWSDIFF_PINS", "The same as --pins."),
    ("NO_COLOR", "If set to anything, no colours are used; signs and text attributes carry the same information."),
)


READ = "read"
"""The command that opens the reader: a user doesn't name it."""
COMMANDS = ("check", "completion", "diff", "events", "export", "facts", "watch")
"""Each stands in the module of its name, which is imported when the command is asked for."""

SECOND_READER = "--second-reader"
_ITS_WORDS = ("record:", "replay:")


class Command(click.Command):
    """A command whose ``--second-reader`` takes a word only where one of its own follows: it mayn't swallow an article's name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        joined: list[str] = []
        rest = list(args)
        while rest:
            argument = rest.pop(0)
            if argument == "--":
                joined += [argument, *rest]
                break
            if argument == SECOND_READER:
                own = bool(rest) and (rest[0] == "on" or rest[0].startswith(_ITS_WORDS))
                argument = f"{argument}={rest.pop(0) if own else 'on'}"
            joined.append(argument)
        return super().parse_args(ctx, joined)


class ReaderFirst(click.Group):
    """A group whose arguments are articles to read unless the first of them is a command's name."""

    command_class = Command

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands and cmd_name in (*COMMANDS, READ):
            import_module(f"tui.cli.{cmd_name}")  # which puts it among the commands
        return super().get_command(ctx, cmd_name)

    def named(self, name: str) -> click.Command:
        """The command of this name. Raises KeyError where there is none."""
        self.get_command(click.Context(self), name)
        return self.commands[name]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:  # a shell asks what may come first
            return super().parse_args(ctx, args)
        if not args or (args[0] not in COMMANDS and args[0] not in ("--help", "--version", "-h", "-V")):
            words = args[: args.index("--")] if "--" in args else args
            args = ["--help"] if {"-h", "--help"} & set(words) else [READ, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for line in USAGE:
            formatter.write(f"{line}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The reader's options stand among our own: its command has no name that a user could ask about."""
        options = [each for each in (*self.named(READ).params, *self.get_params(ctx)) if isinstance(each, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])
        self.format_commands(ctx, formatter)
        with formatter.section("Environment"):
            formatter.write_dl([(f"${name}", meaning) for name, meaning in VARIABLES])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may come first: a file, a command or an option. A shell that can't show both offers files where no command begins so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file"), *super().shell_complete(ctx, incomplete)]

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 -- click's signature
    if wanted:
        from compare.version import VERSION

        click.echo(f"newsdiff {VERSION}")
        ctx.exit()


@click.group(cls=ReaderFirst, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-V", "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version and exit.")
def newsdiff() -> None:
    """Compare how different outlets tell the same story, sentence by sentence.

    ARTICLE is a file, a folder of files, a web address, or - for standard input. Two to five files open directly in the comparison, a folder
    opens in the list, and a folder written by newsdiff events in its list of events. Without articles newsdiff opens its samples, with --demo an
    invented event. In the reader, ? shows the keys, the mouse works everywhere, and q goes back and finally quits. If the output isn't a terminal,
    the comparison (or the list of events) is printed instead.
    """
