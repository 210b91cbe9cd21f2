"""What surrounds the reader in a real terminal: signals, a clipboard by escape sequence, no size to speak of."""

from __future__ import annotations

import base64
import os
import re
import signal
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from compare import read

pytest.importorskip("pty", reason="pseudo-terminals are Unix's")

from tests.tui.test_pseudo_terminal import session
from tui import samples
from tui.store.versions import Versions

A, B = str(samples.paths()[3]), str(samples.paths()[2])


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGABRT, signal.SIGUSR1])
def test_asked_to_end_it_gives_the_terminal_back(asked: signal.Signals) -> None:
    with session(A, B) as terminal:
        terminal.until("aligned", "2 articles")
        terminal.raw.clear()
        os.kill(terminal.process.pid, asked)
        assert terminal.left() == 128 + asked
        written = b"".join(terminal.raw)
        assert b"\x1b[?1049l" in written, "the screen that was there before"
        assert b"\x1b[?25h" in written, "the cursor"
        assert b"\x1b[?1000l" in written, "the mouse"
        assert "Traceback" not in terminal.text


def test_a_signal_that_comes_with_the_first_picture_gives_the_terminal_back() -> None:
    with session(A, B) as terminal:
        while not any(b"\x1b[?1049h" in piece for piece in terminal.raw):
            assert terminal.read()
        os.kill(terminal.process.pid, signal.SIGXCPU)
        assert terminal.left() == 128 + signal.SIGXCPU
        assert b"".join(terminal.raw).count(b"\x1b[?1049l") == 1


@pytest.mark.parametrize(("closed", "given"), [("0", [A, B]), ("2", [A, B]), ("02", [A, B]), ("0", ["watch", "--show"])])
def test_closed_streams_are_no_trouble(closed: str, given: list[str], tmp_path: Path) -> None:
    store = Versions(tmp_path / "versions.sqlite3")
    for article in (read(A), replace(read(B), path=A)):
        store.keep(article, datetime.now(UTC), 2)
    with session(*given, CLOSED_STREAMS=closed, NEWSDIFF_DATA=str(tmp_path)) as terminal:
        terminal.until("aligned", "2 articles")
        terminal.press("?")
        terminal.until("Keys: Compare")
        terminal.press("\x11")
        assert terminal.left() == 0
        assert "Traceback" not in terminal.text


def test_bytes_that_are_no_text_are_no_keys() -> None:
    with session(A, B) as terminal:
        terminal.until("aligned", "2 articles", "≠")
        os.write(terminal.master, b"\xff\xfe\x80")
        terminal.press("?")
        terminal.until("Keys: Compare")
        terminal.press("\x11")
        assert terminal.left() == 0
        assert "Traceback" not in terminal.text


def test_without_a_desktop_the_terminal_is_asked_to_copy() -> None:
    with session(A, B, DISPLAY="", WAYLAND_DISPLAY="") as terminal:
        terminal.until("aligned", "2 articles", "≠")
        terminal.raw.clear()
        terminal.press("y")
        terminal.until("Copied the sentence")
        asked = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", b"".join(terminal.raw))
        assert asked
        assert "Jaishankar" in base64.b64decode(asked[1]).decode()


@pytest.mark.parametrize("ner", ["foo", "spacy:no_such_pipeline", "spacy:"])
def test_a_recogniser_that_is_not_there_is_one_line_before_the_reader_opens(ner: str) -> None:
    with session("--ner", ner, A, B) as terminal:
        assert terminal.left() == 2
        assert terminal.text.strip().startswith("newsdiff: ")
        assert "\x1b[?1049h" not in b"".join(terminal.raw).decode()


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (300, 1), (1, 100)])
def test_a_terminal_without_room_is_no_trouble(size: tuple[int, int]) -> None:
    with session(A, B, size=size) as terminal:
        terminal.read(3)
        for key in "jj?qvx\x1bO\x1b/a\x1b":
            terminal.press(key)
            terminal.read(0.1)
        assert terminal.leave() == 0
        assert "Traceback" not in terminal.text
