"""What a site asks of programs, in its robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from compare.reading.fetching.failing import Failed, Refused

AGENT = "newsdiff"
LARGEST = 512 * 1024
"""Bytes of such a file that are read; RFC 9309 asks for 500 KiB."""
_LONGEST_PAUSE = 10.0

Answer = tuple[int, bytes]
"""A status and a body."""


class Robots:
    """What sites ask, each site asked once. Safe to use from several threads."""

    def __init__(self) -> None:
        self._sites: dict[str, RobotFileParser] = {}
        self._asking: dict[str, Lock] = {}

    def check(self, url: str, ask: Callable[[str], Answer]) -> float:
        """The seconds that the site wants between two requests (0: it doesn't say). ``ask`` fetches a site's file.

        Raises Refused where the site doesn't want programs at this address, Failed where its wish can't be had.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._asking.setdefault(site, Lock()):
            if site not in self._sites:
                self._sites[site] = _parsed(*ask(f"{site}/robots.txt"))
        rules = self._sites[site]
        if not rules.can_fetch(AGENT, url):
            raise Refused("the site's robots.txt asks programs to keep out; save the page from a browser and give the file")
        try:
            return min(float(rules.crawl_delay(AGENT) or 0), _LONGEST_PAUSE)
        except (TypeError, ValueError):
            return 0.0


def _parsed(status: int, body: bytes) -> RobotFileParser:
    rules = RobotFileParser()
    if status >= 500 or status == 429:
        raise Failed(f"the site's robots.txt, which says what programs may read, can't be fetched (status {status}); try again later")
    lines = body[:LARGEST].decode("utf-8", "replace").splitlines() if 200 <= status < 300 else []  # without a file all is allowed
    rules.parse(lines)
    return rules
