"""From the process's start to its exit status: streams, commands, and each trouble as one line on standard error."""

from __future__ import annotations

import errno
import gc
import os
import sys
from typing import Any, cast

import click

from tui import collector
from tui.cli.group import newsdiff
from tui.cli.saying import complain

TROUBLE = 2
INTERRUPTED = 130
_SHORT_OF_MEMORY = "not enough memory; try shorter or fewer texts"
_NO_MEMORY = ("failed to map segment", "Cannot allocate memory", "out of memory")
"""How a library that can't be loaded says that memory is short."""
_UNWRITABLE = {errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT}


def main() -> None:
    """Run the command line and leave with its status. Trouble is one line on standard error, never a traceback."""
    _fill_in_streams()
    for stream in (sys.stdout, sys.stderr):
        cast("Any", stream).reconfigure(errors="replace")
    if not os.environ.get("NEWSDIFF_DEBUG"):
        sys.unraisablehook = _pass_over
    status = _status()
    if status == INTERRUPTED or "daft" in sys.modules:
        sys.stdout.flush()
        os._exit(status)  # at once: to take apart what is in memory can take seconds, and Daft's threads may die of it
    collector.leave()
    sys.exit(status)


def _pass_over(_: object) -> None:
    """What goes wrong while something is being taken apart (memory that is short, mostly) changes nothing that was asked for."""


def _fill_in_streams() -> None:
    """Put something in the place of a standard stream that we were started without (``>&-``): there is nothing to read, and none to write to."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            # Errors have nowhere to go; an output that can't be written is one, so its stand-in can only be read.
            descriptor = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            stream = os.fdopen(number, "r" if name == "stdin" else "w", encoding="utf-8")
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)  # the one that Textual reads from and draws on


def _status() -> int:
    try:
        return _status_unless_short()
    except MemoryError:
        pass  # what holds the memory are the frames of this error: only when it is forgotten can a line be told
    gc.collect()
    return _trouble(_SHORT_OF_MEMORY)


def _status_unless_short() -> int:
    """The status of the command. Raises MemoryError, also out of telling another trouble."""
    from compare.errors import NewsdiffError

    try:
        status: int = newsdiff.main(prog_name="newsdiff", standalone_mode=False) or 0
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as error:
        command = f"{error.ctx.command_path} " if error.ctx and error.ctx.command.name != "read" else "newsdiff "
        return _trouble(f"{error.format_message().rstrip('.')}; see: {command}--help")
    except NewsdiffError as error:
        return _all_troubles(list(map(str, error.args)))
    except click.ClickException as error:
        return _trouble(str(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _give_up_output()
        return TROUBLE
    except MemoryError:
        raise
    except Exception as error:
        if isinstance(error, ImportError | OSError) and any(sign in str(error) for sign in _NO_MEMORY):
            return _trouble(_SHORT_OF_MEMORY)
        if isinstance(error, OSError) and error.errno in _UNWRITABLE and error.filename is None:
            _give_up_output()
            return _trouble(f"the output can't be written ({error.strerror})")
        if os.environ.get("NEWSDIFF_DEBUG"):
            raise
        return _trouble(f"internal error ({type(error).__name__}: {error}); NEWSDIFF_DEBUG=1 shows where; please report it")
    return status


def _give_up_output() -> None:
    """Let what is still to be written go nowhere, so that nothing goes wrong once more on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _all_troubles(messages: list[str]) -> int:
    from tui.cli.running import summed_up

    *first, last = summed_up(messages) or [""]
    for message in first:
        complain(message)
    return _trouble(last)


def _trouble(message: str) -> int:
    complain(message)
    return 0 if _for_git() else TROUBLE


def _for_git() -> bool:
    """Whether git has called: it takes any status but 0 for a driver that died, and shows none of the other files."""
    words = sys.argv[1:]
    return words[:1] == ["diff"] and "--git" in words[: words.index("--") if "--" in words else None]
