"""Several processes that share the work of one comparison. What they make comes back in the order in which it was asked for, so the result is the
same, byte for byte, no matter which process made which part, and how many there are.

Each is our own interpreter, which is sent functions of our modules and values, pickled, through a pipe. It ends when this process does, however
that went: its standard input is then at its end. Ctrl+C is for this process alone.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from queue import SimpleQueue

Item = TypeVar("Item")

MOST = 8
"""Processes at most: each holds all the articles."""

_BEGIN = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from compare.parallel import serve; serve()"


class Lost(Exception):
    """A process couldn't be had, has ended, or failed at its work. Whoever wanted the work does it alone, and meets the trouble where there is one."""


class Held(NamedTuple):
    """What every process of a team has made and keeps, by its number."""

    number: int


def processors() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):  # macOS and Windows don't say
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


@contextmanager
def team(size: int) -> Iterator[Team | None]:
    """So many processes, which are gone afterwards; None for one, or where the system gives none."""
    if size < 2 or not sys.executable or getattr(sys, "frozen", False):
        yield None
        return
    members: list[_Member] = []
    try:
        with suppress(OSError):
            members.extend(_Member() for _ in range(min(size, MOST)))
        yield Team(members) if len(members) > 1 else None
    finally:
        for member in members:
            member.end()


class Team:
    """Processes at work. What they are to hold is sent to each when it is first asked for work afterwards."""

    def __init__(self, members: Sequence[_Member]) -> None:
        from queue import SimpleQueue

        self._free: SimpleQueue[_Member] = SimpleQueue()
        for member in members:
            self._free.put(member)
        self._size = len(members)
        self._given: list[bytes] = []
        self._lost = False

    def hold(self, make: Callable[..., object], *arguments: object) -> Held:
        """Let each process keep ``make(*arguments)``, which it calls itself. An argument may be something that it holds already."""
        self._given.append(_packed(("hold", make, arguments)))
        return Held(len(self._given) - 1)

    def each(self, work: Callable[[Any, Item], object], held: Held, items: Sequence[Item]) -> Iterator[Any]:
        """``work(what is held, item)`` for each item, in the order of the items. Raises Lost; then nothing more can be asked of the team."""
        import pickle
        from concurrent.futures import ThreadPoolExecutor

        if self._lost:
            raise Lost

        def ask(item: Item) -> Any:
            member = self._free.get()
            try:
                return member.ask(self._given, _packed(("do", work, (held, item))))
            finally:
                self._free.put(member)

        threads = ThreadPoolExecutor(self._size)
        try:
            yield from threads.map(ask, items)
        except (OSError, EOFError, ValueError, pickle.PickleError, Lost):
            self._lost = True
            raise Lost from None
        finally:
            threads.shutdown(wait=False, cancel_futures=True)  # what is under way ends with the processes


class _Member:
    """One process."""

    def __init__(self) -> None:
        import subprocess

        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter)
            [sys.executable, "-P", "-c", _BEGIN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name != "nt",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._seen = 0
        self._first = True

    def ask(self, given: Sequence[bytes], request: bytes) -> Any:
        import pickle

        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        if self._first:
            self._first = False
            stdin.write(_packed(sys.path))
        for packed in given[self._seen :]:
            stdin.write(packed)
        self._seen = len(given)
        stdin.write(request)
        stdin.flush()
        with without_collector():
            done, made = pickle.load(stdout)  # noqa: S301 (from our own process)
        if not done:
            raise Lost
        return made

    def end(self) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError, ValueError):  # a thread may have it in hand
                    stream.close()
        self._process.wait()


@contextmanager
def without_collector() -> Iterator[None]:
    """The collector of cycles waits: among values that have only just come it would look long, the longer the more there are, and find none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _packed(value: object) -> bytes:
    import pickle

    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def serve() -> None:
    """The other process's work: requests from standard input until it ends, an answer on standard output to each that asks for one."""
    import pickle

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print must not get among the answers
    held: list[Any] = []
    failed = False
    gc.disable()  # hardly anything here goes round in circles, and the process is soon gone
    with suppress(EOFError, OSError):
        while True:
            kind, work, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 (from the process that started this one)
            try:
                made = None if failed else work(*(held[one.number] if isinstance(one, Held) else one for one in arguments))
            except Exception:  # it is met again, and told, where the work is done alone
                made, failed = None, True
            if kind == "hold":
                held.append(made)
            else:
                answers.write(_packed((not failed, made)))
                answers.flush()
    os._exit(0)
