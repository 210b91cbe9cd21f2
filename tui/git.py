"""newsdiff as git's diff driver: what git hands over, read as two articles."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from compare.errors import NewsdiffError
from compare.model import Article, Options
from compare.reading import LARGEST_FILE, read_bytes
from compare.reading.cleaning import inert, shown_path

# path, then file, object and mode of the old side and of the new; for a renamed file the new path and the similarity as well.
_PLAIN, _RENAMED = 7, 9


class Change(NamedTuple):
    """What git asks about: None stands for a side that doesn't exist (the file is new or deleted)."""

    path: str
    old: Article | None
    new: Article | None
    modes: str = ""
    """What is said where the file's mode has changed, "" where it hasn't."""


def change(arguments: tuple[str, ...]) -> Change | None:
    """The arguments that git gives a driver, read; None for a file with an unsettled merge, of which git has no two sides to show.

    Raises NewsdiffError where they aren't git's, or a side can't be read.
    """
    if len(arguments) == 1:
        return None
    if len(arguments) not in (_PLAIN, _RENAMED):
        raise NewsdiffError("diff --git is for git to call: git config diff.newsdiff.command 'newsdiff diff --git --'; see docs/git.md")
    path, old, _, old_mode, new, _, new_mode = arguments[:_PLAIN]
    renamed = arguments[_PLAIN] if len(arguments) == _RENAMED else path
    modes = f" (mode {inert(old_mode)}, now {inert(new_mode)})" if old_mode != new_mode and "." not in (old_mode, new_mode) else ""
    return Change(renamed, _side(old, f"a/{path}"), _side(new, f"b/{renamed}"), modes)


def drive(arguments: tuple[str, ...], options: Options, *, inline: bool, explain: bool) -> int:
    """Print one change for git. The status is always 0: git takes any other for a driver that died, and stops."""
    try:
        try:
            _show(arguments, options, inline=inline, explain=explain)
        except NewsdiffError as error:
            _say(str(error))
        except (BrokenPipeError, SystemExit):
            raise
        except Exception as error:  # whatever it is, the other files are still to come
            _say(f"internal error ({type(error).__name__}: {error}); please report it")
    except (BrokenPipeError, SystemExit):
        # The pager was left before the end (rich leaves the program then). That is nobody's death, either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _show(arguments: tuple[str, ...], options: Options, *, inline: bool, explain: bool) -> None:
    from compare.pipeline import compare
    from tui.printing import show
    from tui.store.pins import pins_for

    asked = change(arguments)
    if asked is None:
        print(f"* unmerged: {shown_path(arguments[0])}")
        return
    print(
        f"newsdiff a/{shown_path(arguments[0])} b/{shown_path(asked.path)}"
        f"{' (new)' if not asked.old else ' (deleted)' if not asked.new else asked.modes}"
    )
    articles = [article for article in (asked.old, asked.new) if article is not None]
    if articles:
        # git runs its drivers in the work tree's top folder, and names paths from there.
        pins = pins_for((), [Path(path).parent for path in (arguments[0], asked.path)])
        comparison = compare(articles, options, pins=pins)
        show(comparison, inline=inline, explain=explain, pager=False, coloured="GIT_PAGER_IN_USE" in os.environ)
    sys.stdout.flush()


def _say(line: str) -> None:
    print(f"newsdiff: {' '.join(inert(line).split())}")
    sys.stdout.flush()


def _side(file: str, name: str) -> Article | None:
    if file in ("/dev/null", os.devnull, "nul"):
        return None
    try:
        with Path(file).open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise NewsdiffError(f"{shown_path(name)}: can't be read ({getattr(error, 'strerror', None) or error})") from None
    return read_bytes(content, name)
