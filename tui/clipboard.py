"""The system's clipboard, through the program that each system has for it. Where there is none, the terminal is asked (OSC 52)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

PATIENCE = 3.0
"""Seconds after which such a program is given up."""

SURE = 74_994
"""Bytes of UTF-8 that a terminal takes by OSC 52 as a rule: some take no more than 100,000 characters, and say nothing when there are more."""


def command() -> Sequence[str] | None:
    """The program that takes a text on its standard input into the clipboard; None where there is none, as over ssh."""
    for usable, *words in (
        (sys.platform == "darwin", "pbcopy"),
        (bool(os.environ.get("WAYLAND_DISPLAY")), "wl-copy"),
        (bool(os.environ.get("DISPLAY")), "xclip", "-selection", "clipboard"),
        (bool(os.environ.get("DISPLAY")), "xsel", "--clipboard", "--input"),
        (bool(os.environ.get("TERMUX_VERSION")), "termux-clipboard-set"),
        (os.name == "nt" or bool(os.environ.get("WSL_DISTRO_NAME")), "clip.exe"),
    ):
        found = shutil.which(words[0]) if usable else None
        if found:
            return (found, *words[1:])
    return None


def copy(program: Sequence[str], text: str) -> bool:
    """Give the text to the program; false when that didn't work. Slow: call it in a thread."""
    encoded = text.encode("utf-16-le" if program[0].endswith("clip.exe") else "utf-8", "replace")
    try:
        # What such a program leaves behind to hold the text must not hold our terminal.
        done = subprocess.run(  # noqa: S603 (found on the user's own path; the text goes to its standard input)
            program,
            input=encoded,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
