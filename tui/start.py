"""Where the command begins: ``newsdiff --version`` is answered before anything is imported, all else by the command line."""

from __future__ import annotations

import os
import sys


def program() -> None:
    """The console script: as :func:`main`, and then the process ends at once where nothing is left to do. Python would take apart what is in memory
    first, piece by piece, which takes longer than some comparisons.
    """
    status: object = 0
    try:
        main()
    except SystemExit as leaving:
        status = leaving.code
    if _nothing_is_left() and (status is None or isinstance(status, int)):
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (AttributeError, OSError, ValueError):
            sys.exit(status)
        os._exit(status or 0)
    sys.exit(status)  # type: ignore[arg-type]  # what main() gave


def _nothing_is_left() -> bool:
    """Whether nothing has work of its own left: no other process, no other thread, no terminal to be put right."""
    threading = sys.modules.get("threading")
    return not {"multiprocessing", "textual"} & sys.modules.keys() and (threading is None or threading.active_count() == 1)


def main() -> None:
    """Run the command line and leave with its status."""
    if sys.argv[1:] in (["--version"], ["-V"]) and _version_written():
        return
    from tui import collector

    collector.patient()
    from tui.cli import main as run

    run()


def _version_written() -> bool:
    """Whether the version could be written; where it couldn't, the command line says why."""
    from compare.version import VERSION

    try:
        os.write(1, f"newsdiff {VERSION}\n".encode())
    except OSError:
        return False
    return True
