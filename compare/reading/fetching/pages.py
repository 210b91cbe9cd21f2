"""One address → the bytes behind it: asked for politely, followed through redirects, held to limits, and kept for the next time."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from time import monotonic, sleep, time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import httpx

from compare.errors import ReadingError
from compare.reading import registry
from compare.reading.cleaning import inert, shown_path
from compare.reading.draft import Hints, Unreadable
from compare.reading.fetching.cache import Cache, Kept
from compare.reading.fetching.compression import accepted, unpacker
from compare.reading.fetching.connecting import Resolve, client, system_resolve
from compare.reading.fetching.failing import Failed, NotPublic, Refused
from compare.reading.fetching.guard import Allows, is_public, parsed
from compare.reading.fetching.robots import LARGEST as LARGEST_ROBOTS
from compare.reading.fetching.robots import Robots
from compare.version import VERSION

if TYPE_CHECKING:
    from compare.reading.fetching.compression import Unpacker

SECONDS = 60.0
"""Seconds that one address may take, with all its redirects."""
HOPS = 10
"""Redirects of one address; browsers follow twice as many, no newsroom needs half."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
FRESH = 300
"""Seconds for which a kept page is taken as it is where its server says nothing of that: a comparison that is printed and then exported asks nobody
twice."""

_HEAD = 64 * 1024
_LONGEST_ADDRESS = 4096
_REDIRECTS = {301, 302, 303, 307, 308}
_STATUSES = {
    401: "asks for a name and a password; save the page from a browser and give the file",
    402: "is for subscribers only; save the page from a browser and give the file",
    403: "is refused by the server; save the page from a browser and give the file",
    404: "isn't there; check the address",
    410: "is gone for good",
    429: "isn't available now: too many requests; try again later",
    451: "is withheld for legal reasons",
}


class Fetched(NamedTuple):
    """What came of an address. ``address`` is where the redirects led; ``notice`` says that a kept copy stands in, "" where the server gave it."""

    content: bytes
    address: str
    content_type: str = ""
    charset: str = ""
    notice: str = ""


class Fetcher:
    """Fetches addresses; safe to use from several threads.

    ``allows`` says which addresses of the network may be connected to, ``resolve`` looks a host up, ``pause`` is what passes at least between two
    requests to one host, in seconds; ``fresh`` for how long a kept page is taken without asking where its server didn't say (0: never);
    ``option`` is what the user can give to have others than public addresses fetched, "" where there is nothing.
    """

    def __init__(
        self,
        cache: Cache | None = None,
        *,
        allows: Allows = is_public,
        resolve: Resolve = system_resolve,
        pause: float = PAUSE,
        fresh: float = FRESH,
        seconds: float = SECONDS,
        wait: Callable[[float], None] = sleep,
        option: str = "",
    ) -> None:
        self.cache = cache
        self._allows = allows
        self._resolve = resolve
        self._pause = pause
        self._fresh = fresh
        self._seconds = seconds
        self._wait = wait
        self._option = option
        self._robots = Robots()
        self._next: dict[str, float] = {}
        self._turns = Lock()

    def fetch(self, address: str) -> Fetched:
        """The bytes behind an address. Raises ReadingError, with one line that begins with the address."""
        try:
            return self._followed(_checked(address))
        except NotPublic as error:
            only = (
                f"which is fetched only with {self._option}"
                if self._option
                else "and only public ones are fetched; give the page as a file"
            )
            raise ReadingError(f"{shown_path(address)}: {error}, {only}") from None
        except Failed as error:
            raise ReadingError(f"{shown_path(address)}: {error}") from None

    # Through redirects -----------------------------------------------------------------------------------------------------------------

    def _followed(self, url: str) -> Fetched:
        deadline = monotonic() + self._seconds
        headers = {
            "User-Agent": f"newsdiff/{VERSION} (compares news articles for a reader; asks for single pages)",
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
            "Accept-Encoding": accepted(),
        }
        notice = ""
        with client(self._allows, deadline, self._resolve, headers) as session:
            for _ in range(HOPS + 1):
                kept = self._kept(url)
                if kept is None or (not notice and time() - kept.at >= (self._fresh and kept.fresh_for(self._fresh))):
                    try:
                        kept = self._asked(session, url, kept, deadline)
                    except Refused:
                        raise
                    except Failed as error:
                        if kept is None:
                            raise
                        notice = f"{error}; the copy of {datetime.fromtimestamp(kept.at, UTC):%d %B %Y %H:%M} UTC is read"
                if not kept.location:
                    kind, _, rest = kept.content_type.partition(";")
                    return Fetched(kept.content, url, kind.strip().lower(), _charset(rest), notice)
                url = _checked(urljoin(url, kept.location), redirected=True)
        raise Failed(f"redirects more than {HOPS} times; check the address")

    def _kept(self, url: str) -> Kept | None:
        """What is kept of an address, unless it came from where this run may not connect to."""
        kept = self.cache.get(url) if self.cache else None
        peer = parsed(kept.peer) if kept else None
        return kept if peer and self._allows(peer) else None

    def _asked(self, session: httpx.Client, url: str, kept: Kept | None, deadline: float) -> Kept:
        """A server's answer, or what is kept where the server says that it stands; kept from now on."""
        crawl_delay = self._robots.check(url, partial(self._robots_file, session, deadline=deadline))
        self._take_turn(urlsplit(url).netloc, max(self._pause, crawl_delay))
        conditions = {}
        if kept and kept.etag:
            conditions["If-None-Match"] = kept.etag
        if kept and kept.modified:
            conditions["If-Modified-Since"] = kept.modified
        answer = _exchange(session, url, conditions, deadline)
        if answer is None:
            if kept is None:
                raise Failed("answers that nothing has changed, but no copy is kept here")
            if self.cache:
                self.cache.confirm(url, int(time()))
            return kept
        if self.cache and answer.may_be_kept:
            self.cache.put(url, answer)
        elif self.cache and kept is not None:
            self.cache.forget(url)
        return answer

    def _robots_file(self, session: httpx.Client, url: str, *, deadline: float) -> tuple[int, bytes]:
        """A site's robots.txt, through at most five redirects as RFC 9309 has it."""
        for _ in range(5):
            with _failures(deadline), session.stream("GET", url) as response:
                location = response.headers.get("location", "")
                if response.status_code not in _REDIRECTS or not location:
                    if response.status_code >= 300:
                        return response.status_code, b""
                    return response.status_code, _body(response, lambda _: LARGEST_ROBOTS, cut=True)
            url = _checked(urljoin(url, location), redirected=True)
        return 404, b""

    def _take_turn(self, host: str, pause: float) -> None:
        """Wait until this host may be asked again."""
        with self._turns:
            now = monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + pause
        if turn > now:
            self._wait(turn - now)


# One exchange --------------------------------------------------------------------------------------------------------------------------


def _exchange(session: httpx.Client, url: str, conditions: dict[str, str], deadline: float) -> Kept | None:
    """What a server answers; None for "not modified". Raises Failed."""
    with _failures(deadline), session.stream("GET", url, headers=conditions) as response:
        status, headers = response.status_code, response.headers
        if status == 304:
            return None
        kept = Kept(
            etag=headers.get("etag", ""),
            modified=headers.get("last-modified", ""),
            at=int(time()),
            control=headers.get("cache-control", "")[:_HEAD],
            peer=str(response.extensions["network_stream"].get_extra_info("server_addr")[0]),
        )
        if status in _REDIRECTS and headers.get("location"):
            location = headers["location"]
            _checked(urljoin(url, location), redirected=True)
            return kept._replace(location=location)
        if not 200 <= status < 300:
            said = _STATUSES.get(status) or (
                "can't be fetched: the server reports an error; try again later" if status >= 500 else "can't be had"
            )
            raise Failed(f"{said} (status {status})")
        kind = headers.get("content-type", "")
        content = _body(response, lambda head: _limit(head, url, kind))
        if not content.strip():
            raise Failed("is empty: the server sent no page")
        return kept._replace(content=content, content_type=kind)


def _body(response: httpx.Response, limit_of: Callable[[bytes], int], *, cut: bool = False) -> bytes:
    """A body, unpacked. ``limit_of`` its first bytes says how many it may have; one that has more is cut there, or Failed is raised."""
    body = bytearray()
    limit = 0
    stream: Unpacker = unpacker(response.headers.get("content-encoding", ""))
    for chunk in response.iter_raw():
        for piece in stream.feed(chunk):
            body += piece
            limit = limit or (limit_of(bytes(body[:_HEAD])) if len(body) >= _HEAD else 0)
            if limit and len(body) > limit:
                if cut:
                    return bytes(body[:limit])
                raise Failed(f"is larger than {limit // 2**20} MiB, too large for an article")
    if not stream.complete():
        raise Failed("came cut off; try again later")
    return bytes(body)


def _limit(head: bytes, url: str, content_type: str) -> int:
    try:
        return registry.format_of(head, Hints(name=name_of(url), content_type=content_type)).largest
    except Unreadable as error:
        raise Failed(str(error)) from None


class _failures:  # noqa: N801 -- a context manager, used as a function is
    """Turns what httpx raises into Failed with a plain reason."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, httpx.TimeoutException):
            raise Failed("takes too long: no complete answer in time; try again later") from None
        if isinstance(error, httpx.HTTPError | httpx.InvalidURL):
            if tls := _tls_reason(error):
                raise Failed(f"has no safe connection ({tls})") from None
            if isinstance(error, httpx.ConnectError):
                raise Failed(f"can't be reached ({_reason(error)}); check the address and the network") from None
            raise Failed(f"came cut off ({_reason(error)}); try again later") from None


def _tls_reason(error: BaseException) -> str:
    """What is wrong with a server's certificate or its TLS; "" where the error is another."""
    cause: BaseException | None = error
    for _ in range(8):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate isn't valid: {inert(cause.verify_message)}"
        if isinstance(cause, ssl.SSLError):
            return inert(cause.reason or "TLS failed").replace("_", " ").lower()
        cause = cause and (cause.__cause__ or cause.__context__)
    return ""


def _reason(error: BaseException) -> str:
    words = " ".join(inert(str(error)).split())
    found = words.partition("] ")[2] or words  # without the number that the system has for it
    return found[:120].lower() if found else type(error).__name__


# Addresses -----------------------------------------------------------------------------------------------------------------------------


def _checked(address: str, *, redirected: bool = False) -> str:
    """An address as it is asked for: without its fragment, other letters than ASCII escaped. Raises Refused for one that isn't fetched."""
    wrong = f"redirects to {shown_path(address)[:200]}, which isn't followed" if redirected else ""
    try:
        parts = urlsplit(address.strip())
        host, scheme = parts.hostname or "", parts.scheme.lower()
        port = parts.port  # raises where it is none
        url = httpx.URL(address.strip()).copy_with(fragment=None)
    except (ValueError, httpx.InvalidURL, UnicodeError):
        raise Refused(wrong or "isn't a web address; write it as https://host/page") from None
    if scheme not in {"http", "https"}:
        raise Refused(wrong or f"{quote(scheme, safe='')}: addresses can't be fetched; give one that begins with https://")
    if not host or len(address) > _LONGEST_ADDRESS or port == 0:
        raise Refused(wrong or "isn't a web address; write it as https://host/page")
    if parts.username is not None or parts.password is not None:
        raise Refused(wrong or "has a name or a password in it, which isn't sent; save the page from a browser and give the file")
    return str(url)


def name_of(url: str) -> str:
    """The part of an address that a file's ending would stand in."""
    return urlsplit(url).path.rstrip("/").rpartition("/")[2] or "page"


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""
