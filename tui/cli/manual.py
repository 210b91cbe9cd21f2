"""The manual page and the page about the command line, from the texts that ``--help`` shows: ``make manual`` writes both into ``docs/``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from compare.version import VERSION
from tui.cli import newsdiff
from tui.cli.group import COMMANDS, READ, USAGE, VARIABLES

TITLE = "Compare how different outlets tell the same story"
STATUS = (
    "Each command above says what its status 0 and 1 mean. 2 means trouble, reported in one line on standard error; 130 means that Ctrl+C ended it. "
    "The reader exits with 0."
)
INSTALLED = (
    "`newsdiff completion bash`, `zsh` or `fish` prints a completion script for your shell. `man newsdiff` shows this page if your installer "
    "installs manual pages (pipx does)."
)
Texts = Sequence[tuple[str, str]]


def options_of(command: click.Command, but: Texts = ()) -> list[tuple[str, str]]:
    """A command's options as help lists them, those of another command left out: how they are written, and what they do."""
    context = click.Context(command, info_name=command.name)
    records = [option.get_help_record(context) for option in command.get_params(context) if isinstance(option, click.Option)]
    return [record for record in records if record and record not in but]


def paragraphs(command: click.Command) -> list[str]:
    """What help says of a command, a paragraph each."""
    return [" ".join(paragraph.split()) for paragraph in (command.help or "").split("\n\n")]


def commands() -> Iterator[click.Command]:
    """The commands that a user can name, by name."""
    return map(newsdiff.named, COMMANDS)


def manual() -> str:
    """The page for ``man newsdiff``, in the macros of man(7)."""
    common = options_of(newsdiff.named(READ))
    lines = [
        f'.TH NEWSDIFF 1 "" "newsdiff {VERSION}" "User commands"',
        ".SH NAME",
        f"newsdiff \\- {roff(TITLE[0].lower() + TITLE[1:])}",
        ".SH SYNOPSIS",
        ".nf",
        *(roff(line) for line in usage()),
        ".fi",
        ".SH DESCRIPTION",
        *_spaced(paragraphs(newsdiff)),
        ".SH OPTIONS",
        "These apply to the reader and to every command that compares.",
        *_listed([*common, *options_of(newsdiff, common)]),
        ".SH COMMANDS",
    ]
    for command in commands():
        lines += [f".SS newsdiff {command.name}", *_spaced(paragraphs(command)), *_listed(options_of(command, common))]
    lines += [".SH ENVIRONMENT", *_listed(VARIABLES), ".SH EXIT STATUS", roff(STATUS)]
    return "\n".join(lines) + "\n"


def page() -> str:
    """The page about the command line, in Markdown."""
    common = options_of(newsdiff.named(READ))
    lines = [
        "# On the command line",
        "",
        "<!-- made by make manual, from the texts of --help -->",
        "",
        "```",
        *usage(),
        "```",
        "",
        *_parted(paragraphs(newsdiff)),
        INSTALLED,
        "",
        "## Options of the reader and of every command that compares",
        "",
        *_table(("option", "meaning"), [*common, *options_of(newsdiff, common)]),
    ]
    for command in commands():
        lines += ["", f"## newsdiff {command.name}", "", *_parted(paragraphs(command))]
        lines += _table(("option", "meaning"), options_of(command, common))
    lines += ["", "## Environment", "", *_table(("variable", "meaning"), VARIABLES), "", "## Exit status", "", STATUS]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def usage() -> list[str]:
    """How the commands are called, a line each."""
    return [line.removeprefix("Usage:").strip() for line in USAGE]


def roff(text: str) -> str:
    """A text as man's macros take it: no backslash, hyphen or leading stop of it means anything."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _spaced(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield ".PP"
        yield roff(text)


def _listed(pairs: Texts) -> Iterator[str]:
    for name, meaning in pairs:
        yield from (".TP", f".B {roff(name)}", roff(meaning))


def _parted(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (_escape(text), "")


def _table(head: tuple[str, str], pairs: Texts) -> Iterator[str]:
    if pairs:
        yield f"| {head[0]} | {head[1]} |"
        yield "| --- | --- |"
    for name, meaning in pairs:
        yield f"| `{name.replace('|', chr(92) + '|')}` | {_escape(meaning)} |"


def _escape(text: str) -> str:
    return re.sub(r"([|<>*_])", r"\\\1", text)


PAGES = {"newsdiff.1": manual, "command-line.md": page}
"""The files that are made, by name."""


def write(folder: Path) -> None:
    """Write them all into a folder."""
    for name, make in PAGES.items():
        (folder / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
