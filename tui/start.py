"""Where the command begins: ``newsdiff --version`` is answered before anything is imported, all else by the command line."""

from __future__ import annotations

import os
import sys


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
