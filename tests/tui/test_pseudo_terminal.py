"""A whole session in a real pseudo-terminal, as a person has it: keys go in as bytes, what comes out is drawn by a terminal emulator."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pyte
import pytest

from tests.conftest import ROOT
from tui import samples

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are Unix's")


_OWN_TERMINAL = "import fcntl, os, sys, termios; os.setsid(); fcntl.ioctl(1, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
"""Makes the terminal on standard output the program's own, as a shell does, and then becomes the program."""


class Session:
    """newsdiff in a terminal of its own."""

    def __init__(
        self, arguments: Sequence[str], size: tuple[int, int], given: bytes | None, errors: Path | None, variables: dict[str, str]
    ) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.raw: list[bytes] = []
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "", "LINES": "", **variables}

        self.process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, sys.executable, "-m", "tui.cli", *arguments],
            stdin=slave if given is None else subprocess.PIPE,
            stdout=slave,
            stderr=slave if errors is None else errors.open("wb"),
            env={name: value for name, value in environment.items() if value},
            close_fds=True,
        )
        os.close(slave)
        if given is not None and self.process.stdin is not None:
            self.process.stdin.write(given)
            self.process.stdin.close()

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds: float = 0.05) -> bool:
        """Draw what has come; false when the terminal was closed."""
        if select.select([self.master], [], [], seconds)[0]:
            try:
                self.raw.append(os.read(self.master, 65536))
            except OSError:
                return False
            self.stream.feed(self.raw[-1])
        return True

    def until(self, *wanted: str, seconds: float = 60) -> str:
        """Wait until all of this is on the screen."""
        end = time.monotonic() + seconds
        while not all(each in self.text for each in wanted):
            if not self.read() or time.monotonic() > end:
                pytest.fail(f"{wanted} never came; the screen was:\n{self.text}")
        return self.text

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def left(self, seconds: float = 30) -> int:
        """The exit status, once newsdiff has gone."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            self.read()
            if time.monotonic() > end:
                pytest.fail(f"newsdiff never left; the screen was:\n{self.text}")
        for _ in range(20):
            if not select.select([self.master], [], [], 0)[0] or not self.read(0):
                break
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        with suppress(OSError):
            os.close(self.master)


@contextmanager
def session(
    *arguments: str, size: tuple[int, int] = (100, 30), given: bytes | None = None, errors: Path | None = None, **variables: str
) -> Iterator[Session]:
    running = Session(arguments, size, given, errors, variables)
    try:
        yield running
    finally:
        running.close()


def test_a_whole_session_from_the_list_to_the_comparison_and_out() -> None:
    with session() as terminal:
        terminal.until("Articles", "Preview", "5 articles", "space choose")
        terminal.press(" ")
        terminal.until("● A")
        terminal.press(" ")
        terminal.until("● B", "2 chosen", "Enter compares A and B")
        terminal.press("\r")
        terminal.until("aligned", "2 articles", " A ", " B ", "≠")
        terminal.press("?")
        terminal.until("Keys: Compare", "To the next difference")
        terminal.press("q")
        terminal.until("aligned")
        terminal.press("q")
        terminal.until("Preview", "2 chosen")
        terminal.press("q")
        assert terminal.left() == 0
        assert "Traceback" not in terminal.text


def test_two_articles_open_straight_in_the_comparison() -> None:
    first, second = str(samples.paths()[3]), str(samples.paths()[2])
    with session(first, second, size=(120, 35)) as terminal:
        terminal.until("aligned", "2 articles", "Jaishankar")
        terminal.press("\x11")
        assert terminal.left() == 0


def test_a_tiny_terminal_shows_the_list() -> None:
    with session(size=(20, 6)) as terminal:
        terminal.until("newsdiff", "○")
        terminal.press(" ")
        terminal.until("● A")
        terminal.press(" \r")
        terminal.until("A")
        terminal.press("\x11")
        assert terminal.left() == 0


def test_an_article_from_standard_input_leaves_the_keyboard_to_the_terminal() -> None:
    text = Path(samples.paths()[1]).read_bytes()
    with session("-", str(samples.paths()[2]), given=text) as terminal:
        terminal.until("aligned", "2 articles")
        terminal.press("q")
        terminal.until("Articles", "2 articles")
        terminal.press("q")
        assert terminal.left() == 0


def test_without_colours_the_states_still_read() -> None:
    first, second = str(samples.paths()[3]), str(samples.paths()[2])
    with session(first, second, NO_COLOR="1") as terminal:
        terminal.until("aligned", "≠", "=")
        colours = {cell.fg for line in terminal.screen.buffer.values() for cell in line.values()}
        assert colours <= {"default"}
        terminal.press("\x11")
        assert terminal.left() == 0


def test_a_terminal_that_closes_takes_newsdiff_with_it() -> None:
    with session() as terminal:
        terminal.until("5 articles")
        os.close(terminal.master)
        assert terminal.process.wait(30) == -signal.SIGHUP


def test_a_signal_to_hang_up_ends_it() -> None:
    with session() as terminal:
        terminal.until("5 articles")
        os.kill(terminal.process.pid, signal.SIGHUP)
        terminal.left()
        assert "Traceback" not in terminal.text


def test_the_screen_stays_on_the_terminal_when_errors_go_into_a_file(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with session(errors=log) as terminal:
        terminal.until("5 articles")
        terminal.press("q")
        assert terminal.left() == 0
    assert log.read_bytes() == b""


def test_suspended_and_brought_back() -> None:
    with session() as terminal:
        terminal.until("5 articles")
        terminal.press("\x1a")
        end = time.monotonic() + 20
        while True:
            terminal.read()
            pid, status = os.waitpid(terminal.process.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                break
            assert time.monotonic() < end, terminal.text
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.screen.reset()
        terminal.until("5 articles")
        terminal.press("q")
        assert terminal.left() == 0
