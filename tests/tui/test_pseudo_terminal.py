"""A whole session in a real pseudo-terminal, as a person has it: keys go in as bytes, what comes out is drawn by a terminal emulator."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
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


_OWN_TERMINAL = """import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
for number in os.environ.pop("CLOSED_STREAMS", ""):
    os.close(int(number))
os.execv(sys.argv[1], sys.argv[1:])"""
"""Makes the terminal on standard output the program's own, as a shell does, closes the streams that are to be closed, and becomes the program."""


class Session:
    """newsdiff in a terminal of its own."""

    def __init__(
        self,
        arguments: Sequence[str],
        size: tuple[int, int],
        given: bytes | None,
        errors: Path | None,
        variables: dict[str, str],
        folder: Path | None = None,
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
            cwd=folder,
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

    def until_gone(self, unwanted: str, seconds: float = 60) -> str:
        """Wait until this is no longer on the screen."""
        end = time.monotonic() + seconds
        while unwanted in self.text:
            if not self.read() or time.monotonic() > end:
                pytest.fail(f"{unwanted} never went; the screen was:\n{self.text}")
        return self.text

    def until_quiet(self, seconds: float = 0.5) -> None:
        """Wait until nothing has come for a while."""
        while select.select([self.master], [], [], seconds)[0]:
            self.read(0)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def leave(self, seconds: float = 30) -> int:
        """Press ctrl+q until newsdiff has gone: while it hasn't yet read the Esc before it, the two are one other key."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.press("\x11")
            pause = time.monotonic() + 0.5
            while self.process.poll() is None and time.monotonic() < pause:
                self.read()
        return self.left(0)

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

    def resize(self, columns: int, lines: int) -> None:
        """Another size; the terminal sends SIGWINCH."""
        self.screen.resize(lines, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def stopped(self, seconds: float = 20) -> None:
        """Wait until newsdiff has stopped itself, as it does to be suspended."""
        end = time.monotonic() + seconds
        while True:
            self.read()
            pid, status = os.waitpid(self.process.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                break
            assert time.monotonic() < end, self.text
        while select.select([self.master], [], [], 0.1)[0]:
            self.read(0)

    def modes(self) -> dict[str, bool]:
        """The terminal's private modes as they were set last, true for on."""
        found = re.findall(rb"\x1b\[\?([\d;]+)([hl])", b"".join(self.raw))
        return {mode: how == b"h" for modes, how in found for mode in modes.decode().split(";")}

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        with suppress(OSError):
            os.close(self.master)


@contextmanager
def session(
    *arguments: str,
    size: tuple[int, int] = (100, 30),
    given: bytes | None = None,
    errors: Path | None = None,
    folder: Path | None = None,
    **variables: str,
) -> Iterator[Session]:
    running = Session(arguments, size, given, errors, variables, folder)
    try:
        yield running
    finally:
        running.close()


def test_a_whole_session_from_the_list_to_the_comparison_and_out() -> None:
    with session() as terminal:
        terminal.until("Articles", "Preview", "5 articles", "space select")
        terminal.press(" ")
        terminal.until("● A")
        terminal.press(" ")
        terminal.until("● B", "2 selected", "Enter compares A and B")
        terminal.press("\r")
        terminal.until("aligned", "2 articles", " A ", " B ", "≠")
        terminal.press("?")
        terminal.until("Keys: Compare", "To the next point")
        terminal.press("q")
        terminal.until("aligned")
        terminal.press("q")
        terminal.until("Preview", "2 selected")
        terminal.press("q")
        assert terminal.left() == 0
        assert "Traceback" not in terminal.text


def assert_left_as_it_was(terminal: Session) -> None:
    """The screen that was there before is back, the cursor seen, the mouse the terminal's own again, and what is typed echoed."""
    modes = terminal.modes()
    assert modes.pop("1049") is False
    assert modes.pop("25") is True
    modes.pop("7", None)  # lines that wrap are as usual
    assert {"1000", "1003", "1006", "2004"} <= modes.keys()
    assert not [mode for mode, is_on in modes.items() if is_on]
    flags = termios.tcgetattr(terminal.master)[3]
    assert flags & termios.ECHO
    assert flags & termios.ICANON


def test_an_evening_with_two_accounts_and_the_morning_after(tmp_path: Path) -> None:
    """Choose, compare, walk, search, note, bookmark, resize, export, suspend, leave; open again and find what was kept."""
    for number in (4, 3, 2):
        shutil.copy(samples.paths()[number], tmp_path)
    with session(".", folder=tmp_path, size=(120, 35)) as terminal:
        terminal.until("3 articles", "○")
        terminal.press("  ")
        terminal.until("Enter compares A and B")
        terminal.press("\r")
        terminal.until("aligned view", "points", "–/")
        terminal.press("]")
        terminal.until(" 1/")
        terminal.press(".")
        terminal.until(" 2/")
        terminal.press("/rubio")
        terminal.until("/ rubio")
        terminal.press("\rn")
        terminal.until("2/")
        terminal.press("\x1b")
        terminal.until_gone("/ rubio")  # Esc with a letter right behind it would be alt and the letter
        terminal.press("b")
        terminal.until("◆", "Bookmark set")
        terminal.press("jcask the ministry\r")
        terminal.until("✎")
        terminal.press("d")
        terminal.until("Differences", "Quotations", "●")
        terminal.press("dv")
        terminal.until("reading view", "✎")
        terminal.resize(50, 20)
        terminal.until("✎", "?")
        terminal.resize(20, 6)
        terminal.resize(130, 40)
        terminal.until("reading view", "✎", "points", "coverage")
        terminal.press("v")
        terminal.until("aligned view", "✎")
        terminal.press("x")
        terminal.until("Export", "jaishankar-rubio.html")
        terminal.press("\r")
        terminal.until("Written:")
        page = (tmp_path / "jaishankar-rubio.html").read_text(encoding="utf-8")
        assert "ask the ministry" in page
        terminal.press("\x1a")
        terminal.stopped()
        assert_left_as_it_was(terminal)
        terminal.screen.reset()
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.until("aligned view", "✎")
        terminal.press("\x1b")
        terminal.until("Enter compares A and B")
        terminal.press("\x11")
        assert terminal.left() == 0
        assert_left_as_it_was(terminal)
        assert b"Traceback" not in b"".join(terminal.raw)
    first, second = sorted(path.name for path in tmp_path.glob("*.txt"))[:2]
    with session(first, second, folder=tmp_path, size=(120, 35)) as terminal:
        terminal.until("aligned view", "points")
        terminal.press("B")
        terminal.until("Bookmarks, notes, reviewed", "ask the ministry", "◆", "✎")
        terminal.press("G\r")
        terminal.until("aligned view", "✎")
        terminal.press("q")
        assert terminal.left() == 0
        assert_left_as_it_was(terminal)


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
        assert terminal.process.wait(30) == 128 + signal.SIGHUP


def test_the_screen_stays_on_the_terminal_when_errors_go_into_a_file(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with session(errors=log) as terminal:
        terminal.until("5 articles")
        terminal.press("q")
        assert terminal.left() == 0
    assert log.read_bytes() == b""


def test_suspended_and_brought_back() -> None:
    with session() as terminal:
        terminal.until("5 articles", "%")
        terminal.until_quiet()  # with nothing left to draw by itself
        terminal.press("\x1a")
        terminal.stopped()
        assert_left_as_it_was(terminal)
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.screen.reset()
        terminal.until("5 articles")
        terminal.press("q")
        assert terminal.left() == 0
