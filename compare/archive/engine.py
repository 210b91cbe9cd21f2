"""Daft, set up: in this process (its native runner) or on a Ray cluster. What it needs is imported here, and by ``newsdiff events`` alone."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from compare.archive.settings import Machine
from compare.errors import NewsdiffError

INSTALL = "pip install 'newsdiff[archive]'"
INSTALL_CLUSTER = "pip install 'newsdiff[cluster]'"
MEMORY = 1 << 30
"""Bytes that a join may take, unless told otherwise; what else the processes hold is half as much again."""
Task = Mapping[str, Any]
Work = Callable[[dict[str, Any]], dict[str, Any]]
"""A piece of work: from one JSON object to another. Its function stands in a module, so that a process elsewhere can import it. It may be done
twice (where a worker was lost), and leaves whole files or none."""


class Trouble(Exception):
    """What ends a run, as one plain line; raised inside a piece of work, wherever that runs."""


class Engine:
    """``daft`` is the module. One program for both runners: tables through its expressions, Python functions through :meth:`each`."""

    def __init__(self, machine: Machine) -> None:
        """Raises NewsdiffError where the extra is absent, or no cluster answers."""
        self.machine = machine
        self.workers = machine.workers or os.cpu_count() or 1
        self.memory = machine.memory or MEMORY
        self.daft = _daft(machine, self.workers)

    def function(self, python: Callable[..., Any], gives: Any, rows: int, *, busy: bool = False) -> Any:
        """A Python function on columns (as Daft's Series; it gives a list or an Arrow array) as an expression, called on so many rows at once. One
        that keeps Python ``busy`` runs in as many processes as there are workers.
        """
        daft = self.daft
        if not busy or self.workers == 1 or self.machine.runner == "ray":
            retries = {"max_retries": 3} if self.machine.runner == "ray" else {}
            return daft.func.batch(return_dtype=gives, batch_size=rows, use_process=False, **retries)(python)

        class Spread:
            def __init__(self, function: Callable[..., Any]) -> None:
                self.function = function

            def __call__(self, *columns: Any) -> Any:
                return self.function(*columns)

        Spread.__call__ = daft.method.batch(return_dtype=gives, batch_size=rows)(Spread.__call__)  # type: ignore[method-assign]
        return daft.cls(use_process=True, max_concurrency=self.workers)(Spread)(python)

    def each(self, work: Work, tasks: Sequence[Task], asked: Task) -> Iterator[dict[str, Any]]:
        """Do a piece of work for each task (with what is the same for all of them), and give the answers as they come, in the tasks' order.

        Raises NewsdiffError with the line of a Trouble.
        """
        if not tasks:
            return
        daft = self.daft
        native = self.machine.runner == "native"
        name, place = work.__name__, work.__module__

        def do(texts: Any) -> list[str]:
            from importlib import import_module

            function = getattr(import_module(place), name)
            return [_done(function, text) for text in texts.to_pylist()]

        function = self.function(do, daft.DataType.string(), 1, busy=len(tasks) > 1)
        frame = daft.from_pydict({"task": [json.dumps({**asked, **task}) for task in tasks]})
        frame = frame.into_batches(1) if native else frame.into_partitions(len(tasks))
        left = len(tasks)
        for batch in frame.select(function(daft.col("task")).alias("answer")).to_arrow_iter():
            for text in batch.column("answer").to_pylist():
                answer: dict[str, Any] = json.loads(text)
                if "trouble" in answer:
                    raise NewsdiffError(answer["trouble"])
                left -= 1
                yield answer
        if left:
            raise NewsdiffError("the work was stopped before it was finished; run the same command again to resume it")


def _done(work: Work, text: str) -> str:
    try:
        return json.dumps(work(json.loads(text)))
    except (Trouble, NewsdiffError) as error:
        return json.dumps({"trouble": str(error)})
    except OSError as error:
        return json.dumps({"trouble": said(error)})


def store() -> Any:
    """How an object store is asked: an answer that doesn't come is waited for some seconds, not minutes. Addresses and credentials come from the
    environment and from where the stores' own programs keep them.
    """
    from daft.io import IOConfig, S3Config

    return IOConfig(s3=S3Config(num_tries=5, connect_timeout_ms=10_000))


def said(error: OSError) -> str:
    """What the system says of a file, as one line."""
    from compare.reading.cleaning import inert, shown_path

    reason = inert(error.strerror or str(error))
    return f"{shown_path(error.filename)}: {reason}" if error.filename else f"the folder can't be written ({reason})"


def _daft(machine: Machine, workers: int) -> Any:
    if any(find_spec(name) is None for name in ("daft", "pyarrow", "numpy")):
        raise NewsdiffError(f"events needs an extra: {INSTALL}")
    if machine.runner == "ray" and find_spec("ray") is None:
        raise NewsdiffError(f"--runner ray needs an extra: {INSTALL_CLUSTER}")
    # Nothing is sent anywhere: Daft would report each run to its makers.
    os.environ.update(
        DO_NOT_TRACK="1",
        SCARF_NO_ANALYTICS="true",
        DAFT_ANALYTICS_ENABLED="0",
        DAFT_PROGRESS_BAR="0",
        DAFT_SHOW_QUERY_ID="0",
        RAY_USAGE_STATS_ENABLED="0",
    )
    import daft

    # What Daft and its libraries say beside an exception: the exception becomes our one line.
    logging.getLogger().addHandler(logging.NullHandler())
    if machine.runner == "ray":
        try:
            daft.set_runner_ray(address=machine.address or None, noop_if_initialized=True)
        except Exception as error:
            raise NewsdiffError(f"no Ray cluster answers at {machine.address or 'this machine'} ({type(error).__name__})") from None
    else:
        daft.set_runner_native(num_threads=workers)
    return daft
