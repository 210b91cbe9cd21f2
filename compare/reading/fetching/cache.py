"""Pages that were fetched, kept so that a server need only say that nothing has changed, and a comparison opens again without a network.

A SQLite file; each call opens it, does one thing in one transaction and closes it, so that threads and several programs are safe. A cache that
can't be used is none: the page is fetched, and ``problem`` has a line.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from compare.reading.cleaning import inert, shown_path
from compare.transactions import transaction

LARGEST = 256 * 1024 * 1024
"""Bytes of pages, compressed; the oldest go first."""

LONGEST = 24 * 60 * 60
"""Seconds after which every page is asked for anew, whatever its server said: news changes."""

_VERSION = 3
_TABLE = """
create table if not exists page (
    url text primary key,
    location text not null,
    content blob not null,
    content_type text not null,
    etag text not null,
    modified text not null,
    at integer not null,
    control text not null,
    peer text not null
) without rowid
"""


class Kept(NamedTuple):
    """An answer of a server: a redirect to ``location``, or a page. ``at`` is when the server last confirmed it, in seconds since 1970; ``control`` is
    its Cache-Control; ``peer`` the network address that gave it.
    """

    location: str = ""
    content: bytes = b""
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    at: int = 0
    control: str = ""
    peer: str = ""

    def fresh_for(self, otherwise: float) -> float:
        """Seconds after ``at`` for which it may be taken without asking the server, as RFC 9111 has it for a private cache: none where the server
        says ``no-cache``, ``max-age`` where it names that, and ``otherwise`` where it says nothing.
        """
        said = {name.strip().lower(): value.strip(' "') for name, _, value in (part.partition("=") for part in self.control.split(","))}
        if "no-cache" in said or "no-store" in said:
            return 0
        age = said.get("max-age", "")
        return min(int(age), LONGEST) if age.isdecimal() and age.isascii() and len(age) < 12 else otherwise

    @property
    def may_be_kept(self) -> bool:
        """Whether the server lets it be written down at all."""
        return "no-store" not in {part.partition("=")[0].strip().lower() for part in self.control.split(",")}


class Cache:
    """One file of pages."""

    def __init__(self, file: Path, largest: int = LARGEST) -> None:
        self.file = file
        self.problem = ""
        self._largest = largest

    def get(self, url: str) -> Kept | None:
        """What is kept for an address, or None."""
        found: Kept | None = None
        with self._quietly(), self._opened() as connection:
            row = connection.execute(
                "select location, content, content_type, etag, modified, at, control, peer from page where url = ?", (url,)
            ).fetchone()
            if row:
                found = Kept(row[0], _unpacked(row[1]), *row[2:])
        return found

    def put(self, url: str, kept: Kept) -> None:
        """Keep an answer in the place of an older one; where there is no room, the oldest of all go."""
        with self._quietly(), self._opened() as connection:
            values = (
                url,
                kept.location,
                zlib.compress(kept.content, 6),
                kept.content_type,
                kept.etag,
                kept.modified,
                kept.at,
                kept.control,
                kept.peer,
            )
            connection.execute("insert or replace into page values (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
            size = connection.execute("select coalesce(sum(length(content)), 0) from page").fetchone()[0]
            if size > self._largest:
                for old, length in connection.execute("select url, length(content) from page order by at, url").fetchall():
                    connection.execute("delete from page where url = ?", (old,))
                    size -= length
                    if size <= self._largest:
                        break

    def forget(self, url: str) -> None:
        """Keep nothing of an address any more."""
        with self._quietly(), self._opened() as connection:
            connection.execute("delete from page where url = ?", (url,))

    def confirm(self, url: str, at: int) -> None:
        """Note that a server has said that nothing has changed."""
        with self._quietly(), self._opened() as connection:
            connection.execute("update page set at = ? where url = ?", (at, url))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            self._tell(error)
        except (sqlite3.DatabaseError, zlib.error, ValueError, TypeError):  # damaged; it is only a cache
            with suppress(OSError):
                self.file.unlink()
        except OSError as error:
            self._tell(error.strerror or error)

    def _tell(self, reason: object) -> None:
        self.problem = f"{shown_path(self.file)}: no page can be kept ({inert(str(reason))})"

    def _opened(self) -> AbstractContextManager[sqlite3.Connection]:
        return transaction(self.file, _make_ready)


def _make_ready(connection: sqlite3.Connection, version: int) -> None:
    if version != _VERSION:  # another newsdiff's: it is only a cache
        connection.execute("drop table if exists page")
        connection.execute(_TABLE)
        connection.execute(f"pragma user_version = {_VERSION}")


def _unpacked(content: bytes) -> bytes:
    return zlib.decompress(content)
