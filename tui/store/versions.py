"""Versions of watched articles: each text that a source has had, with the hour at which it was first seen.

A SQLite file of its own beside the other kept things; each call opens it, does one thing in one transaction and closes it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

from compare.model import Article, Change
from compare.reading.cleaning import inert, shown_path
from compare.transactions import transaction
from tui.paths import absolute
from tui.remembered import data_folder
from tui.store.keeping import StoreError, name_aside

VERSION = 1
_TABLE = """
create table version (
    id integer primary key,
    source text not null,
    at integer not null,
    sha256 text not null,
    article text not null
);
create index version_by_source on version (source, id)
"""
_DAYS = ("published", "updated")


def versions_file() -> Path:
    """The user's file of versions."""
    return data_folder() / "versions.sqlite3"


def source_of(article: Article) -> str:
    """A watched article as the store knows it: a file by its whole path, wherever newsdiff is started; an address as it was given."""
    known = os.fspath(absolute(article.path)) if article.path else article.source.removesuffix(f"#{article.part}" if article.part else "")
    known = f"{known}#{article.part}" if article.part else known
    return known.encode("utf-8", "backslashreplace").decode("utf-8")


class Versions:
    """One file of versions."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def keep(self, article: Article, at: datetime, most: int) -> Article | None:
        """Keep an article as its source's newest version unless its text is that already, and of the older ones as many as make ``most``.

        Gives the version that was the newest before where there is a new one now, the very same article where it is the first, else None.
        Raises StoreError where nothing could be kept.
        """
        source = source_of(article)
        with self._transaction() as connection:
            last = connection.execute(
                "select sha256, at, article from version where source = ? order by id desc limit 1", (source,)
            ).fetchone()
            if last and last[0] == article.text_sha256:
                return None
            connection.execute(
                "insert into version (source, at, sha256, article) values (?, ?, ?, ?)",
                (source, int(at.timestamp()), article.text_sha256, _as_json(article)),
            )
            connection.execute(
                "delete from version where source = ? and id not in (select id from version where source = ? order by id desc limit ?)",
                (source, source, most),
            )
            return _version(last[2], last[1]) if last else article

    def of(self, source: str) -> tuple[Article, ...]:
        """The versions of a source, the oldest first, each an article that says in its outlet and its ``part`` when it was first seen.

        Raises StoreError.
        """
        with self._transaction() as connection:
            rows = connection.execute("select article, at from version where source = ? order by id", (source,)).fetchall()
            return tuple(_version(article, at) for article, at in rows)

    def sources(self) -> tuple[str, ...]:
        """All the sources of which versions are kept, by name. Raises StoreError."""
        with self._transaction() as connection:
            return tuple(row[0] for row in connection.execute("select distinct source from version order by source"))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        shown = shown_path(self.file)
        try:
            with transaction(self.file, self._make_ready) as connection:
                yield connection
        except (sqlite3.OperationalError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise StoreError(f"{shown}: no versions can be kept or found ({inert(reason)})") from None
        except (sqlite3.DatabaseError, ValueError, TypeError, KeyError, RecursionError):
            raise StoreError(f"{shown}: is damaged; {self._set_aside()}") from None

    def _make_ready(self, connection: sqlite3.Connection, found: int) -> None:
        if found > VERSION:
            raise StoreError(f"{shown_path(self.file)}: was made by a newer newsdiff; nothing is kept this time")
        if found == VERSION and not connection.execute("pragma table_info(version)").fetchall():
            raise ValueError("no table of versions")
        if found < VERSION:
            for statement in _TABLE.split(";"):
                connection.execute(statement)
            connection.execute(f"pragma user_version = {VERSION}")

    def _set_aside(self) -> str:
        aside = name_aside(self.file)
        try:
            self.file.replace(aside)
        except OSError:
            return "move it away, and watch again"
        return f"it is set aside as {inert(aside.name)}; watch again to begin a new one"


def _as_json(article: Article) -> str:
    values = {field.name: getattr(article, field.name) for field in fields(Article)}
    values["changes"] = [[change.kind, change.start, change.end, change.original] for change in article.changes]
    for name in _DAYS:
        values[name] = values[name] and values[name].isoformat()
    return json.dumps(values)


def _version(kept: str, at: int) -> Article:
    values = json.loads(kept)
    values["changes"] = tuple(Change(*change) for change in values["changes"])
    for name in _DAYS:
        values[name] = values[name] and date.fromisoformat(values[name])
    article = Article(**{field.name: values[field.name] for field in fields(Article) if field.name in values})
    try:
        seen = datetime.fromtimestamp(at, UTC)
    except (OSError, OverflowError):
        raise ValueError("no hour that a version can be of") from None
    stamp = f"{seen:%Y-%m-%dT%H:%M:%SZ}"
    name = article.outlet or Path(article.source).name or article.source
    return replace(article, path="", part=stamp, source=f"{article.source}#{stamp}", outlet=f"{name}, {seen.day} {seen:%b %H:%M}")
