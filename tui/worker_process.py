"""Work in a process of its own: a thread beside the keys would slow them down for as long as it works.

The other process is our own interpreter; what it yields comes back through a pipe, pickled. It is ended when nobody wants its work any more, and
ends by itself when this process is gone, however that went: its standard input is then at its end.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any, TypeVar

from compare.errors import NewsdiffError
from tui.worker_child import PROTOCOL

Made = TypeVar("Made")

_LOOK = 0.1
"""Seconds between two looks whether the work is still wanted."""

_BEGIN = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from tui.worker_child import serve; serve()"
"""What the other process runs. It gets our own search path first, so that it finds what we found, wherever it was started from."""


class NoProcess(Exception):
    """There is no other process to be had on this system."""


class NotWanted(Exception):
    """The work was given up, since nobody wants it any more."""


class Broken(NewsdiffError):
    """The other process failed or was ended by somebody else; one line."""


def in_worker_process(
    work: Callable[..., Iterator[Made]], *arguments: object, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Made]:
    """What ``work`` (a function of a module) yields for these arguments, while another process does it. Slow: call it in a thread.

    Raises what the work raises, if that is a NewsdiffError, Broken when it fails otherwise, NotWanted as soon as ``cancelled`` says so, and
    NoProcess where no process can be started, before anything was done.
    """
    with _process() as process:
        answers: SimpleQueue[tuple[str, bytes]] = SimpleQueue()
        Thread(target=_converse, args=(process, (work, arguments), answers), daemon=True).start()
        while True:
            try:
                kind, packed = answers.get(timeout=_LOOK)
            except Empty:
                if cancelled():
                    raise NotWanted from None
                continue
            if cancelled():
                raise NotWanted
            if kind == "done":
                return
            if kind == "broken":
                raise Broken(packed.decode())
            value = _unpacked(packed)
            del packed
            if kind == "trouble":
                raise NewsdiffError(value)
            if kind == "failed":
                raise Broken(value)
            yield value


@contextmanager
def _process() -> Iterator[subprocess.Popen[bytes]]:
    """Another interpreter, which is gone afterwards."""
    if not sys.executable or getattr(sys, "frozen", False):
        raise NoProcess
    try:
        process = subprocess.Popen(  # noqa: S603 (our own interpreter)
            [sys.executable, "-P", "-c", _BEGIN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise NoProcess from None
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _converse(process: subprocess.Popen[bytes], request: object, answers: SimpleQueue[tuple[str, bytes]]) -> None:
    """Hand over the work, and put what comes back into ``answers``, until it is done or the process has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError), process.stdout:
        try:
            pickle.dump(sys.path, process.stdin, PROTOCOL)
            pickle.dump(request, process.stdin, PROTOCOL)
            process.stdin.flush()
            kind = ""
            while kind not in {"done", "trouble", "failed"}:
                kind, packed = _next(process.stdout)
                answers.put((kind, packed))
                del packed
        except (OSError, EOFError, pickle.UnpicklingError):
            answers.put(("broken", _how_it_ended(process.wait()).encode()))
        finally:
            with suppress(OSError):
                process.stdin.close()


def _next(answers: IO[bytes]) -> tuple[str, bytes]:
    """The next answer, as it came."""
    kind, length = pickle.load(answers)  # noqa: S301 (from our own process)
    packed = answers.read(length)
    if len(packed) < length:
        raise EOFError
    return kind, packed


def _unpacked(packed: bytes) -> Any:
    """What an answer holds. The collector waits meanwhile: among so much that has only just come it would find nothing, and hold up the keys."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(packed)  # noqa: S301 (from our own process)
    finally:
        if was_on:
            gc.enable()


def _how_it_ended(status: int) -> str:
    if status < 0:
        with suppress(ValueError):
            ended = signal.Signals(-status).name
            return f"its process was ended by {ended}{'; is memory short?' if ended == 'SIGKILL' else ''}"
    return f"its process ended with status {status}" if os.name != "nt" else f"its process ended with status {status & 0xFFFFFFFF:#x}"
