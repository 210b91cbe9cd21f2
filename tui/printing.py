"""`newsdiff diff`: the comparison in colour at the terminal's width, side by side or in one column; plain text where there is no terminal."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from compare.deferred import deferred
from compare.export.called import Called
from compare.export.overview import name_of, standfirst
from compare.export.points import DISMISSED_HEADING, point_groups
from compare.export.rows import Finding, Row, SentenceView, rows
from compare.export.text import by_hand, dismissed_lines, explained, facts_in_short, left_out, said, told
from compare.model import Comparison
from compare.views import revisions
from tui import terminal

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

# A pane narrower than this makes prose hard to read.
NARROWEST = 38
# Signs that mean something to a shell; git's list, without white space.
_FOR_A_SHELL = deferred(r"[|&;<>()$`\\\"'*?\[#~=%]")
# What a shell says of a program that it can't start.
_NOT_STARTED = (126, 127)
# The colours of the reader and the page, as near as a terminal of any colours has them
_STATUS = {"shared": "dim", "divergent": "bold yellow", "unique": "blue"}
_MARK = {"same": "", "reworded": "", "conflicting": "bold underline yellow", "only": "blue"}


def show(comparison: Comparison, *, inline: bool, explain: bool, pager: bool = True, coloured: bool = False) -> None:
    """Print the comparison on standard output; through the user's pager where that is a terminal and ``pager`` says so.

    ``coloured`` says that a terminal reads what goes into the pipe, as when git runs a pager of its own.
    """
    if not sys.stdout.isatty() and not coloured:
        from compare.export import text

        sys.stdout.write(text.render(comparison, explain=explain))
        sys.stdout.flush()
        return
    from rich.console import Console

    console = Console(force_terminal=coloured or None, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not pager:
        paint(console, comparison, inline=inline, explain=explain)
        return
    with console.capture() as captured:
        paint(console, comparison, inline=inline, explain=explain)
    page(captured.get())


def paint(console: Console, comparison: Comparison, *, inline: bool, explain: bool) -> None:
    """Draw the comparison on a console: panes where at least two have room and ``inline`` doesn't forbid it, else one column."""
    from rich.text import Text

    called = Called(comparison)
    for index, analysis in enumerate(comparison.articles):
        console.print(
            Text.assemble((called.chips[index], "bold reverse"), " ", (name_of(comparison, index), "bold"), "  ", analysis.article.title)
        )
    console.print(Text(standfirst(comparison), "dim"))
    for line in revisions.told(comparison):
        console.print(Text(line, "" if line.startswith(" ") else "bold"))
    for group in point_groups(comparison):
        console.print()
        for line in told(group, console.width, called):
            console.print(Text(line, "bold" if line == group.heading else "dim" if line.startswith("      ") else ""))
    console.print()
    console.print(_legend())
    size = len(comparison.articles)
    panes = not inline and size > 1 and console.width >= size * NARROWEST
    for row in rows(comparison):
        console.print(Text("─" * console.width, "dim"), no_wrap=True, overflow="crop")
        if panes:
            console.print(_panes(row, called))
        else:
            for cell in row.cells:
                for sentence in cell.sentences:
                    console.print(_sentence(sentence, called))
        for found in row.findings:
            console.print(_beside("!", _STATUS["divergent"] if found.severity > 1 else "dim", _finding(found, called)))
        if explain:
            for link in row.links:
                console.print(_beside("·", "dim", Text(explained(link, called), "dim")))
    console.print(Text("─" * console.width, "dim"), no_wrap=True, overflow="crop")
    for line in dismissed_lines(comparison, console.width):
        console.print(Text(line, "bold" if line == DISMISSED_HEADING else "dim"))
    for line in (*facts_in_short(comparison, console.width), *by_hand(comparison), *left_out(comparison)):
        console.print(Text(line, "dim"))


def page(text: str) -> None:
    """Show a text through the pager as git does: $NEWSDIFF_PAGER, $PAGER, or less, which leaves a text alone that fits on the screen; less
    is not asked where it would have no screen.

    An empty one and ``cat`` mean none; so does a pager that can't be started. What a shell would read otherwise goes through one.
    """
    import shutil
    import subprocess

    usual = "less" if terminal.is_more_than_paper() else ""
    given = next((os.environ[name] for name in ("NEWSDIFF_PAGER", "PAGER") if name in os.environ), usual).strip()
    command = ["sh", "-c", given] if os.name == "posix" and _FOR_A_SHELL.search(given) else given.split()
    program = shutil.which(command[0]) if command else None
    if program is None or command == ["cat"]:
        _write(text)
        return
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    try:
        process = subprocess.Popen([program, *command[1:]], stdin=subprocess.PIPE, env=environment)  # noqa: S603 -- the user's own pager
    except OSError:
        _write(text)
        return
    with suppress(BrokenPipeError):
        process.communicate(text.encode("utf-8", "replace"))
    while process.poll() is None:
        # Control and C is the pager's while it runs.
        with suppress(KeyboardInterrupt):
            process.wait()
    if process.returncode in _NOT_STARTED:
        _write(text)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _legend() -> Text:
    from rich.text import Text

    return Text.assemble(
        ("=", _STATUS["shared"]),
        " shared   ",
        ("≈", _STATUS["shared"]),
        " shared in part   ",
        ("≠", _STATUS["divergent"]),
        " divergent   ",
        ("+", _STATUS["unique"]),
        " only here   ",
        ("conflicting", _MARK["conflicting"]),
        "   ",
        ("not in the counterpart", _MARK["only"]),
    )


def _panes(row: Row, called: Called) -> RenderableType:
    from rich.console import Group
    from rich.table import Table

    grid = Table.grid(expand=True, padding=(0, 2, 0, 0))
    for _ in row.cells:
        grid.add_column(ratio=1)
    grid.add_row(*(Group(*(_sentence(sentence, called) for sentence in cell.sentences)) for cell in row.cells))
    return grid


def _sentence(sentence: SentenceView, called: Called) -> RenderableType:
    name = f"{sentence.gutter} {called(sentence.label)}"
    return _beside(name, _STATUS[sentence.status], _words(sentence, called), called.width + 2)


def _words(sentence: SentenceView, called: Called) -> Text:
    from rich.text import Text

    quiet = "dim" if sentence.status == "shared" else ""
    text = Text(style=f"{quiet} bold" if sentence.heading else quiet)
    for part in sentence.segments:
        text.append(" ".join(part.text.splitlines()), _MARK[part.kind] if sentence.status != "unique" else "")
    if sentence.moved:
        text.append(" ⇅", "dim")
    if sentence.also:
        text.append(f"  see also {called.all(sentence.also)}", "dim italic")
    for note in sentence.notes:
        text.append(f"\nnote: {note}", "yellow")
    return text


def _finding(found: Finding, called: Called) -> Text:
    from rich.text import Text

    return Text(said(found, called), "yellow" if found.severity > 1 else "dim")


def _beside(sign: str, style: str, body: Text, room: int = 0) -> RenderableType:
    """A sign in the gutter and the text beside it, however it wraps."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=max(5, room), no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(Text(sign, style), body)
    return grid
