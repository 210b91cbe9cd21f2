"""The terminal under the reader: when a standard stream leads elsewhere, and when it was closed."""

from __future__ import annotations

import os
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from compare.errors import NewsdiffError

if TYPE_CHECKING:
    from tui.app import NewsdiffApp


def run(app: NewsdiffApp, *, input_was_read: bool = False) -> int:
    """Let the reader have the terminal until it is left; its status. ``input_was_read`` says that an article has come from standard input.

    Raises NewsdiffError where there is no keyboard.
    """
    if input_was_read or not sys.stdin.isatty():
        _keyboard_from_terminal()
    _take_any_bytes()
    app.on_terminal = True
    with _screen_on_terminal():
        app.run()
    return app.return_code or 0


def _keyboard_from_terminal() -> None:
    """Make the terminal the keyboard in the place of a standard input that is at its end, or none. Raises NewsdiffError where there is no terminal."""
    try:
        terminal = os.open("CONIN$" if os.name == "nt" else "/dev/tty", os.O_RDWR)
    except OSError:
        raise NewsdiffError("the reader needs a terminal for its keyboard; for plain text use: newsdiff diff") from None
    os.dup2(terminal, 0)
    os.close(terminal)


@contextmanager
def _screen_on_terminal() -> Iterator[None]:
    """While the reader runs, let standard error be the terminal too.

    Textual draws on standard error: with ``newsdiff 2>log`` the screen would go into the file. Afterwards it leads where it led before.
    """
    if os.isatty(2) or not os.isatty(1):
        yield
        return
    before = os.dup(2)
    os.dup2(1, 2)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)


def is_more_than_paper() -> bool:
    """Whether the terminal says that its cursor can be moved; one without a name, or called dumb, only takes line after line."""
    return os.environ.get("TERM", "dumb" if os.name != "nt" else "") != "dumb"


def _take_any_bytes() -> None:
    """Let bytes from the keyboard that are no UTF-8 come in as U+FFFD, which no key is; Textual 8 ends the program at the first of them."""
    if os.name != "nt":
        from textual.drivers import linux_driver

        linux_driver.getincrementaldecoder = lambda name: partial(getincrementaldecoder(name), "replace")  # type: ignore[attr-defined]


def is_there() -> bool:
    """Whether the terminal that we draw on can still be spoken to; one that was closed can't."""
    import termios

    try:
        termios.tcgetattr(2)
    except termios.error:
        return False
    return True
