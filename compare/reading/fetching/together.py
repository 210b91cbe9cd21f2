"""Several addresses at once: a thread a host, so that no host is asked twice at a time and a slow one holds up nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from compare.errors import ReadingError
from compare.progress import Tell, silent
from compare.reading.cleaning import shown_path

if TYPE_CHECKING:
    from compare.reading.fetching.pages import Fetched, Fetcher

AT_ONCE = 8
"""Hosts that are asked at the same time."""
FETCHING = "Fetching"
_LOOK = 0.1


def fetch_all(addresses: Sequence[str], fetcher: Fetcher, tell: Tell = silent) -> dict[str, Fetched | ReadingError]:
    """What came of each address: its bytes, or the error with its line. ``tell`` hears how many are done."""
    wanted = list(dict.fromkeys(addresses))
    hosts: dict[str, list[str]] = {}
    for address in wanted:
        hosts.setdefault(_host(address), []).append(address)
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for group in hosts.values():
        waiting.put(group)
    done: SimpleQueue[tuple[str, Fetched | ReadingError]] = SimpleQueue()
    for _ in range(min(AT_ONCE, len(hosts))):
        # They end with the program: Ctrl+C doesn't wait for a server.
        Thread(target=_work, args=(waiting, done, fetcher), daemon=True).start()
    found: dict[str, Fetched | ReadingError] = {}
    while len(found) < len(wanted):
        tell(FETCHING, len(found), len(wanted))
        try:
            address, outcome = done.get(timeout=_LOOK)
        except Empty:
            continue
        found[address] = outcome
    return {address: found[address] for address in wanted}


def _work(waiting: SimpleQueue[list[str]], done: SimpleQueue[tuple[str, Fetched | ReadingError]], fetcher: Fetcher) -> None:
    while True:
        try:
            group = waiting.get_nowait()
        except Empty:
            return
        for address in group:
            outcome: Fetched | ReadingError
            try:
                outcome = fetcher.fetch(address)
            except ReadingError as error:
                outcome = error
            except Exception as error:  # the waiting thread must hear of each
                outcome = ReadingError(f"{shown_path(address)}: can't be fetched ({type(error).__name__}: {shown_path(str(error))})")
            done.put((address, outcome))


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return address
