"""Connections that lead where they may: a name is looked up once, all that it stands for is checked, and one of those very addresses connected to.

Imported only when something is fetched: httpx takes a while.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from functools import lru_cache
from time import monotonic
from typing import Any

import httpcore
import httpx

from compare.reading.fetching.failing import NotPublic
from compare.reading.fetching.guard import Allows, kind_of, parsed

Resolve = Callable[[str, int], list[str]]
"""A host's addresses, as the system writes them. Raises OSError or UnicodeError where there are none."""

CONNECT = 10.0
"""Seconds to wait for a connection."""
READ = 20.0
"""Seconds to wait for the next bytes."""
_MOST_TRIED = 4
"""Addresses of one host that are tried."""


def system_resolve(host: str, port: int) -> list[str]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to allowed addresses only, and to none after ``deadline`` (by ``time.monotonic``)."""

    def __init__(self, allows: Allows, deadline: float, resolve: Resolve = system_resolve) -> None:
        self._allows = allows
        self._deadline = deadline
        self._resolve = resolve
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError):
            raise httpcore.ConnectError("there is no such host") from None
        for address in addresses:
            self._check(address, host)
        error: Exception = httpcore.ConnectError("there is no such host")
        for address in addresses[:_MOST_TRIED]:
            try:
                stream = self._plain.connect_tcp(address, port, _left(self._deadline, timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
                continue
            try:
                self._check(str(stream.get_extra_info("socket").getpeername()[0]), host)
            except BaseException:
                stream.close()
                raise
            return _Timed(stream, self._deadline)
        raise error

    def _check(self, address: str, host: str) -> None:
        found = parsed(address)
        if found is None or not self._allows(found):
            kind = kind_of(found) if found else "strange"
            where = f"{host} is {address}, " if host != address else ""
            raise NotPublic(f"{where}a {kind} address")


class _Timed(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline: a server that sends a byte now and then holds nobody up for ever."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left if timeout is None else min(left, timeout)


class _Transport(httpx.HTTPTransport):
    """httpx's transport over connections of our own; it has no public way to be given them."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        # A connection a request: one that is kept may be closed by the server at the moment at which it is used again.
        self._pool = httpcore.ConnectionPool(ssl_context=_trusted(), network_backend=backend, max_keepalive_connections=0)


def client(allows: Allows, deadline: float, resolve: Resolve, headers: dict[str, str]) -> httpx.Client:
    """A client for the requests that one address takes. It follows no redirect by itself, and asks no proxy: what a proxy connects to can't be seen."""
    return httpx.Client(
        transport=_Transport(GuardedBackend(allows, deadline, resolve)),
        headers=headers,
        follow_redirects=False,
        timeout=httpx.Timeout(READ, connect=CONNECT),
        trust_env=False,
    )


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """The authorities that httpx trusts, and those that this system does."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context
