"""newsdiff diff in colour, at the terminal's width, and through a pager as git does it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from compare.model import Comparison
from tests.conftest import ROOT
from tests.export.sample import sample
from tui import samples
from tui.printing import paint

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def painted(width: int, *, inline: bool = False, explain: bool = False, comparison: Comparison | None = None) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system="standard", highlight=False, markup=False)
    with console.capture() as captured:
        paint(console, comparison or sample(), inline=inline, explain=explain)
    return captured.get()


@pytest.mark.parametrize("width", [24, 60, 80, 114, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for line in ESCAPES.sub("", painted(width, explain=True)).splitlines():
        assert cell_len(line) <= width, line


def test_panes_stand_side_by_side_where_there_is_room() -> None:
    wide = ESCAPES.sub("", painted(130)).splitlines()
    assert any(re.search(r"≠ HarPos 2 .*≠ B1 .*= AWS 2 ", line) for line in wide)
    for given in (painted(113), painted(130, inline=True)):
        lines = ESCAPES.sub("", given).splitlines()
        assert not any("HarPos 2 " in line and "B1 " in line for line in lines if "number" not in line)


def test_what_conflicts_is_marked_by_more_than_colour() -> None:
    shown = painted(130)
    points, _, texts = shown.partition("only here")
    assert "A counts 14 people injured, B 41." in " ".join(points.split())
    before, said, _ = re.split(r"(14) people", texts, maxsplit=1)
    assert said == "14"
    assert re.search(r"\x1b\[[0-9;]*\b1;4;33m", before.rsplit("injuring", 1)[-1] or before[-12:])
    plain = ESCAPES.sub("", shown)
    assert "! " in plain
    assert "figure, altered (HarPos 2–B1): A counts 14 people injured, B 41." in " ".join(plain.split())


def test_links_are_explained_when_asked_for() -> None:
    assert "HarPos 2–B1 97%" in ESCAPES.sub("", painted(100, explain=True))
    assert "HarPos 2–B1 97%" not in ESCAPES.sub("", painted(100))


def in_terminal(environment: dict[str, str], *options: str, columns: int = 100) -> str:
    """What `newsdiff diff` on two seeds sends to a real terminal; how far it is, which a slow machine is told on standard error, stands apart."""
    pty = pytest.importorskip("pty")
    fcntl, struct, termios = pytest.importorskip("fcntl"), pytest.importorskip("struct"), pytest.importorskip("termios")
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    given = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "PAGER", "NEWSDIFF_PAGER", "CI")}
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "diff", samples.paths()[3], samples.paths()[2], *options],
        stdin=slave,
        stdout=slave,
        stderr=subprocess.DEVNULL,
        env={**given, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **environment},
    )
    os.close(slave)
    received = b""
    with suppress(OSError):
        while part := os.read(master, 65536):
            received += part
    os.close(master)
    assert process.wait(30) == 1, received.decode()
    return received.decode().replace("\r\n", "\n")


def test_the_pager_gets_the_coloured_comparison(tmp_path: Path) -> None:
    program = tmp_path / "pager"
    program.write_text(f'#!/bin/sh\necho "paged $LESS"\ncat > "{tmp_path}/seen"\n')
    program.chmod(0o755)
    shown = in_terminal({"PAGER": str(program)})
    assert shown == "paged FRX\n"
    seen = (tmp_path / "seen").read_text("utf-8")
    assert "\x1b[" in seen
    assert "11-nation" in seen
    assert max(cell_len(line) for line in ESCAPES.sub("", seen).splitlines()) in range(90, 101)


@pytest.mark.parametrize(
    ("environment", "options"),
    [
        ({"PAGER": "cat"}, ()),
        ({"PAGER": ""}, ()),
        ({"PAGER": "/no/such/pager"}, ()),
        ({"PAGER": "'/no/such/pager'"}, ()),
        ({"NEWSDIFF_PAGER": "cat", "PAGER": "false"}, ()),
        ({"PAGER": "false"}, ("--no-pager",)),
    ],
)
def test_without_a_pager_it_goes_straight_to_the_terminal(environment: dict[str, str], options: tuple[str, ...]) -> None:
    shown = in_terminal(environment, *options)
    assert "\x1b[" in shown
    assert "11-nation" in shown


@pytest.mark.parametrize("name", ["dumb", "xterm"])
def test_less_is_asked_only_where_it_has_a_screen(tmp_path: Path, name: str) -> None:
    (tmp_path / "less").write_text("#!/bin/sh\necho paged\n")
    (tmp_path / "less").chmod(0o755)
    shown = in_terminal({"TERM": name, "PATH": str(tmp_path)})
    assert (shown == "paged\n") == (name == "xterm")
    assert ("11-nation" in shown) == (name == "dumb")


@pytest.mark.skipif(os.name != "posix", reason="needs sh")
def test_a_pager_may_be_a_line_for_a_shell() -> None:
    assert in_terminal({"PAGER": "wc -l | sed 's/.*/lines/'"}) == "lines\n"


def test_a_pager_that_ends_early_is_no_trouble() -> None:
    assert in_terminal({"PAGER": "true"}) == ""


def test_no_colour_means_no_colour() -> None:
    shown = in_terminal({"PAGER": "cat", "NO_COLOR": "1"})
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown)
    assert "11-nation" in shown
