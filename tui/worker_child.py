"""The other end of :mod:`tui.worker_process`: does one piece of work, tells what it yields, and ends."""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from operator import attrgetter
from threading import Thread
from typing import Any, BinaryIO

from compare.errors import NewsdiffError

PROTOCOL = pickle.HIGHEST_PROTOCOL

_CALM = 5
"""How much this process stands back behind the one that has the keys, where the machine is short of processors."""

_listeners: list[Callable[[object], None]] = []


def tell(value: object) -> None:
    """Send something from the midst of the work, as if it were yielded; where the work isn't done apart, nobody waits for that."""
    for listener in _listeners:
        listener(value)


def serve() -> None:
    """Read one request from standard input, do it, and answer on standard output. Ends at once when standard input does: nobody listens then."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print must not get among the answers
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_CALM)
    work, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 (from the process that started this one)
    Thread(target=_leave_with_the_other, daemon=True).start()
    _do(work, arguments, answers)


def _do(work: Callable[..., Iterator[object]], arguments: tuple[object, ...], answers: BinaryIO) -> None:
    def item(value: object) -> None:
        send(answers, "item", value)

    _listeners.append(item)
    try:
        for value in work(*arguments):
            item(value)
    except NewsdiffError as error:
        send(answers, "trouble", str(error))
    except Exception as error:
        send(answers, "failed", f"{type(error).__name__}: {error}")
    else:
        send(answers, "done", None)
    os._exit(0)  # at once: what is in memory would be taken apart piece by piece, while the other process needs room for the answer


def send(answers: BinaryIO, kind: str, value: object) -> None:
    """Put one answer on its way: its kind and its length in bytes, then its value."""
    packed = io.BytesIO()
    _Pickler(packed, PROTOCOL).dump(value)
    pickle.dump((kind, packed.tell()), answers, PROTOCOL)
    answers.write(packed.getbuffer())
    answers.flush()


class _Pickler(pickle.Pickler):
    """Takes our frozen values by their fields, and makes them anew by calling their class: twice as quick as what dataclasses bring along."""

    _values: dict[type, Callable[[Any], tuple[Any, ...]] | None] = {}  # noqa: RUF012 (a cache that all share)

    def reducer_override(self, obj: object) -> Any:
        kind = type(obj)
        if kind not in self._values:
            self._values[kind] = _fields_of(kind) if is_dataclass(kind) else None
        values = self._values[kind]
        return NotImplemented if values is None else (kind, values(obj))


def _fields_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


def _leave_with_the_other() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)
