"""The reader in a real pseudo-terminal while its engine works: how long a key takes until something is drawn, and what memory both processes need.

Part of ``make bench-reader``; Unix only, where there are pseudo-terminals.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

KEYS = ("j", "j", "\x1b[6~", "k", "\x04", "\x1b[5~", "j", "\x15", "l", "h")
"""Keys that draw something while there are only texts: down, page down, up, half a page down, page up, …, to the other pane and back."""
COMPARED = ("j", "\x1b[6~", "]", "k", "\x1b[6~", "]", "\x1b[5~")
"""Keys for when the comparison is there: among them the next difference."""
PAUSE = 0.15
"""Seconds between two keys: a quick hand."""
HELD = 0.033
"""Seconds between two keys while one is held down."""


class Memory(NamedTuple):
    """Megabytes in use: the reader's, its children's, and the most that both together had at one moment."""

    reader: float
    engine: float
    both: float


class Terminal:
    """newsdiff in a pseudo-terminal; what it draws is only waited for."""

    def __init__(self, texts: Sequence[Path], kept: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "NEWSDIFF_DATA": str(kept), "NEWSDIFF_CONFIG": str(kept / "config.toml")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui.cli", *map(str, texts)], stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True
        )
        os.close(slave)
        self.drawn = b""

    def read(self, seconds: float) -> bool:
        """Take what is drawn within so many seconds; false if that is nothing."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        self.drawn = (self.drawn + os.read(self.master, 1 << 16))[-200_000:]
        return True

    def until(self, wanted: bytes, seconds: float) -> None:
        """Wait until this has been drawn since the last call."""
        end = time.monotonic() + seconds
        while wanted not in self.drawn and time.monotonic() < end:
            self.read(0.1)
        assert wanted in self.drawn, self.drawn[-2000:]
        self.drawn = b""

    def press(self, key: str) -> float:
        """Seconds until the first thing is drawn after a key."""
        while self.read(0.0):
            pass
        begin = time.perf_counter()
        os.write(self.master, key.encode())
        drawn = self.read(3)
        return time.perf_counter() - begin if drawn else float("inf")

    def memory(self) -> Memory:
        """What the processes have in memory now."""
        own, others = 0.0, 0.0
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
        for line in listed.splitlines():
            process, parent, size = map(int, line.split())
            if process == self.process.pid:
                own = size / 1024
            elif parent == self.process.pid:
                others += size / 1024
        return Memory(own, others, own + others)


def while_it_works(texts: Sequence[Path]) -> None:
    """Open the texts, press keys until their comparison is there, and print what that was like."""
    with tempfile.TemporaryDirectory() as kept:
        terminal = Terminal(texts, Path(kept))
        try:
            terminal.until(b"On day", 60)
            _print(terminal)
        finally:
            terminal.process.kill()
            terminal.process.wait()
            os.close(terminal.master)


def _pressed(terminal: Terminal, key: str, pause: float) -> float:
    """Seconds until something is drawn after a key; then a pause."""
    took = terminal.press(key)
    end = time.monotonic() + pause
    while time.monotonic() < end:
        terminal.read(max(0.0, end - time.monotonic()))
    return took


def _print(terminal: Terminal) -> None:
    times: list[float] = []
    most = Memory(0, 0, 0)
    begin = time.monotonic()
    while b"aligned view" not in terminal.drawn and time.monotonic() - begin < 900:
        times.append(_pressed(terminal, KEYS[len(times) % len(KEYS)], PAUSE))
        if len(times) % 3 == 0:
            now = terminal.memory()
            most = Memory(*map(max, most, now))
    took = time.monotonic() - begin
    missed = sum(each == float("inf") for each in times)
    cuts = quantiles([min(each, 3.0) for each in times], n=20)
    print(
        f"while the engine works        p50 {cuts[9] * 1000:6.1f} ms   p95 {cuts[18] * 1000:6.1f} ms   slowest {max(times) * 1000:6.1f} ms"
        f"   of {len(times)} keys in {took:.0f} s, {missed} without an answer   (wanted: p95 50)"
    )
    for hand, pause in (("a quick hand", PAUSE), ("a key held down", HELD)):
        after = sorted(_pressed(terminal, COMPARED[number % len(COMPARED)], pause) for number in range(80))
        print(f"then, {hand:<22}  p50 {after[40] * 1000:6.1f} ms   p95 {after[76] * 1000:6.1f} ms   (wanted: p95 50)")
    print(
        f"memory at most, both together {most.both:8.1f} MB (the reader {most.reader:.1f}, the engine's process {most.engine:.1f})   (wanted: 400)"
    )


if __name__ == "__main__":
    while_it_works([Path(name) for name in sys.argv[1:]])
