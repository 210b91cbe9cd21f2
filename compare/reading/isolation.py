"""A reader in a process of its own, where a hostile source could keep it busy for ever, fill the memory, or bring a C library down.

The other process is our own interpreter, held to a time and, where the system can, to an amount of memory. Bytes go in, JSON comes out: nothing
that it says is executed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any, cast

from compare.reading import limits
from compare.reading.draft import Draft, Found, Hints, Trouble, Unreadable

_BEGIN = """import json, sys
line = sys.stdin.buffer.readline()
sys.path[:] = json.loads(line)["path"]  # ours, so that the other process finds what we found, wherever it was started from
from compare.reading.isolation import serve
serve(line)"""


def isolated(module: str, content: bytes, hints: Hints) -> Found:
    """What ``extract(content, hints)`` of a reader's module gives, done by another process.

    Raises Unreadable where that raises it, takes more time or memory than :mod:`compare.reading.limits` allows, or brings the process down.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        yield from _extract(module)(content, hints)
        return
    request = json.dumps({"module": module, "path": sys.path, "name": hints.name, "charset": hints.charset, "url": hints.url})
    try:
        process = subprocess.Popen(  # noqa: S603 (our own interpreter)
            [sys.executable, "-P", "-c", _BEGIN],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name != "nt",  # Ctrl+C is for us to handle
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise Unreadable("must be read in a separate process, and the system can't start one") from None
    try:
        said, _ = process.communicate(request.encode() + b"\n" + content, timeout=limits.PATIENCE)
    except subprocess.TimeoutExpired:
        raise Unreadable(_TOO_SLOW) from None
    finally:
        process.kill()
        status = process.wait()
    yield from _found(said, status)


_TOO_SLOW = f"takes longer than {limits.SECONDS} seconds to read; it may be damaged or malicious"


def _found(said: bytes, status: int) -> Found:
    done = False
    for line in said.splitlines():
        value = json.loads(line)
        if "unreadable" in value:
            raise Unreadable(str(value["unreadable"]))
        if "trouble" in value:
            yield Trouble(*map(str, value["trouble"]))
        elif "draft" in value:
            yield _draft(value["draft"])
        done = done or "done" in value
    if not done:
        if status == -getattr(signal, "SIGXCPU", 0):
            raise Unreadable(_TOO_SLOW)
        raise Unreadable("can't be read: its reader needed too much memory, or failed; the file may be damaged or malicious")


def _draft(value: dict[str, Any]) -> Draft:
    for name in ("published", "updated"):
        value[name] = date.fromisoformat(value[name]) if value[name] else None
    value["dropped"] = [(int(offset), str(text)) for offset, text in value["dropped"]]
    return Draft(**value)


def _extract(module: str) -> Callable[[bytes, Hints], Found]:
    return cast("Callable[[bytes, Hints], Found]", import_module(f"compare.reading.{module}").extract)


def serve(line: bytes) -> None:
    """The other process's work: one source from standard input, its articles to standard output, a JSON object a line."""
    hold_back()
    request = json.loads(line)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print must not get among the answers

    def tell(value: dict[str, object]) -> None:
        answers.write(json.dumps(value).encode() + b"\n")

    try:
        content = sys.stdin.buffer.read()
        hints = Hints(name=request["name"], charset=request["charset"], url=request["url"])
        for found in _extract(request["module"])(content, hints):
            if isinstance(found, Trouble):
                tell({"trouble": [found.part, found.reason]})
            else:
                tell({"draft": _as_json(found)})
    except Unreadable as error:
        tell({"unreadable": str(error)})
    except (MemoryError, RecursionError):
        tell({"unreadable": "is too complex to read, perhaps on purpose"})
    except ModuleNotFoundError as error:
        tell({"unreadable": f"needs the package {error.name}, which isn't installed"})
    except Exception as error:  # as in registry.drafts
        tell({"unreadable": f"is damaged ({type(error).__name__})"})
    tell({"done": True})
    answers.flush()
    os._exit(0)


def _as_json(draft: Draft) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(draft, name) for name in Draft.__dataclass_fields__ if name != "content"}
    for name in ("published", "updated"):
        values[name] = cast("date", values[name]).isoformat() if values[name] else None
    return values


def hold_back(seconds: int = limits.SECONDS) -> None:
    """Bound this process's memory and its seconds of processor time (0: not these), where the system has a way."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, seconds or resource.RLIM_INFINITY),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        try:
            if most != resource.RLIM_INFINITY:
                resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (OSError, ValueError):  # macOS refuses an address space's limit
            continue
