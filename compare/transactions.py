"""A small SQLite file that several programs and threads share: each call opens it, does one thing in one transaction and closes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

PATIENCE = 3.0
"""Seconds to wait for somebody else who is just writing."""


@contextmanager
def transaction(file: Path, make_ready: Callable[[sqlite3.Connection, int], None]) -> Iterator[sqlite3.Connection]:
    """A connection to the file inside one transaction, which is kept if the block ends well and undone if it raises.

    A file or folder that isn't there is made. ``make_ready`` is called first, inside the transaction, with the schema's version that was found
    (``user_version``, 0 in a new file). Raises sqlite3.Error and OSError as they come.
    """
    import sqlite3  # takes a while, and few commands keep anything

    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as connection:
        connection.text_factory = lambda text: text.decode("utf-8", "replace")  # one damaged text is no reason to find none of the others
        connection.execute("begin immediate")
        try:
            make_ready(connection, connection.execute("pragma user_version").fetchone()[0])
            yield connection
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("rollback")
            raise
        connection.execute("commit")
