"""Bookmarks, notes and reviewed marks by the article's hash and the sentence's place, found again by likeness when the text has changed.

Each call opens the file, does one thing in one transaction and closes it: two readers at once, and threads, are safe that way, and nothing is
lost when a terminal closes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from compare import transactions
from compare.align.anchor import most_like
from compare.errors import NewsdiffError
from compare.model import Analysis, Article
from compare.reading.cleaning import inert, shown_path
from tui.paths import absolute

if TYPE_CHECKING:
    import sqlite3

KeptKind = Literal["bookmark", "note", "reviewed"]

VERSION = 3
"""The schema's version, in the file's ``user_version``."""

_STEPS = (
    """
create table if not exists kept (
    id integer primary key,
    kind text not null check (kind in ('bookmark', 'note', 'reviewed')),
    source text not null,
    sha256 text not null,
    start integer not null,
    sentence text not null,
    body text not null default '',
    unique (kind, sha256, start)
);
create index if not exists kept_by_source on kept (source);
""",
    # The second version had a table of pins; a text file holds them now. A table that is there stays as it is.
    "",
    # Points that are no difference in the user's eyes; ``sides`` is a JSON list of what each account said.
    """
create table if not exists dismissed (
    id integer primary key,
    kind text not null,
    why text not null default '',
    sides text not null
);
""",
)
"""What leads from each version of the schema to the next."""


_COLUMNS = {"id", "kind", "source", "sha256", "start", "sentence", "body"}
_SOUND = "kind in ('bookmark', 'note', 'reviewed') and typeof(start) = 'integer' and " + " and ".join(
    f"typeof({column}) = 'text'" for column in ("source", "sha256", "sentence", "body")
)
"""What holds of each row that newsdiff has written; another program, or a bad disk, may have left others."""


class StoreError(NewsdiffError):
    """Nothing could be kept or found: one line; the reader goes on."""


class Kept(NamedTuple):
    """Something kept about a sentence (its index in the analysis). ``body`` is a note's text."""

    kind: KeptKind
    sentence: int
    body: str = ""


class Lost(NamedTuple):
    """Something kept about a sentence that the changed text has no more."""

    kind: KeptKind
    text: str
    body: str = ""


class Store:
    """One file of kept things."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def prepare(self) -> str:
        """Make the file, or bring it to this version; one line about what is wrong, "" when all is well. A damaged file is set aside."""
        import sqlite3

        found = _identity(self.file)
        try:
            with self._opened() as connection:
                version = connection.execute("pragma user_version").fetchone()[0]
                if version > VERSION:
                    return f"{self._shown}: was made by a newer newsdiff; nothing is kept this time"
                decisions = _columns(connection, "dismissed")
                sound = connection.execute("pragma quick_check(1)").fetchone()[0] == "ok" and _columns(connection, "kept") >= _COLUMNS
                sound = sound and (not decisions or decisions >= {"kind", "why", "sides"})
                if not decisions:
                    connection.execute(_STEPS[-1].rstrip(";\n"))
                damaged = sound and connection.execute(f"select count(*) from kept where not ({_SOUND})").fetchone()[0]  # noqa: S608
                damaged = sound and damaged + len(_no_decisions(connection))
        except sqlite3.OperationalError as error:
            return f"{self._shown}: can't be used ({inert(str(error))}); nothing is kept this time"
        except sqlite3.DatabaseError:
            return self._set_aside(found)
        except OSError as error:
            return f"{self._shown}: can't be used ({inert(error.strerror or str(error))}); nothing is kept this time"
        if sound and not damaged and not decisions:
            return f"{self._shown}: no longer held the points that you dismissed; there are none now"
        return self._set_aside(found) if not sound else self._mend(damaged) if damaged else ""

    def of(self, analysis: Analysis) -> tuple[Kept, ...]:
        """All that is kept about an article, by sentence. What was kept about an older text of the same source is found again by likeness."""
        with self.transaction() as connection:
            self._anchor(connection, analysis)
            rows = connection.execute(
                f"select kind, start, body from kept where sha256 = ? and {_SOUND} order by start, kind",  # noqa: S608
                (analysis.article.sha256,),
            ).fetchall()
        places = {sentence.start: index for index, sentence in enumerate(analysis.sentences)}
        return tuple(Kept(kind, places[start], inert(body)) for kind, start, body in rows if start in places)

    def lost(self, analysis: Analysis) -> tuple[Lost, ...]:
        """What was kept about sentences that this source no longer has."""
        article = analysis.article
        with self.transaction() as connection:
            rows = connection.execute(
                f"select kind, sentence, body from kept where source = ? and sha256 <> ? and {_SOUND} order by id",  # noqa: S608
                (_source(article), article.sha256),
            ).fetchall()
        return tuple(Lost(kind, inert(text), inert(body)) for kind, text, body in rows)

    def mark(self, kind: KeptKind, analysis: Analysis, sentence: int) -> None:
        """Set a mark on a sentence; one that is there stays."""
        with self.transaction() as connection:
            self._put(connection, kind, analysis, sentence, "")

    def lift(self, kind: KeptKind, analysis: Analysis, sentence: int) -> None:
        """Take a mark, or a note, off a sentence, if there is one."""
        with self.transaction() as connection:
            connection.execute(
                "delete from kept where kind = ? and sha256 = ? and start = ?",
                (kind, analysis.article.sha256, analysis.sentences[sentence].start),
            )

    def write_note(self, analysis: Analysis, sentence: int, body: str, seen: str | None = None) -> str:
        """Write a note on a sentence in place of the one that is there; an empty one deletes it. Gives the note that stands there now.

        Where ``seen`` says what the writer saw there ("" for none), a note that another reader has written meanwhile isn't lost: the new one
        stands behind it.
        """
        body, place = inert(body).strip(), (analysis.article.sha256, analysis.sentences[sentence].start)
        with self.transaction() as connection:
            found = connection.execute("select body from kept where kind = 'note' and sha256 = ? and start = ?", place).fetchone()
            there = inert(str(found[0])) if found is not None else ""
            if seen is not None and there and there not in {seen, body}:
                body = f"{there} · {body}" if body else there
            connection.execute("delete from kept where kind = 'note' and sha256 = ? and start = ?", place)
            if body:
                self._put(connection, "note", analysis, sentence, body)
        return body

    # Behind it -------------------------------------------------------------------------------------------------------------------------

    def _put(self, connection: sqlite3.Connection, kind: KeptKind, analysis: Analysis, sentence: int, body: str) -> None:
        kept = analysis.sentences[sentence]
        connection.execute(
            "insert or replace into kept (kind, source, sha256, start, sentence, body) values (?, ?, ?, ?, ?, ?)",
            (kind, _source(analysis.article), analysis.article.sha256, kept.start, kept.text, body),
        )

    def _anchor(self, connection: sqlite3.Connection, analysis: Analysis) -> None:
        """Move what was kept about an older text of this source, or under an older cut of its sentences, to the sentences of this one."""
        article = analysis.article
        starts = {sentence.start for sentence in analysis.sentences}
        rows = connection.execute(
            f"select id, kind, sha256, start, sentence from kept where (source = ? or sha256 = ?) and {_SOUND} order by id",  # noqa: S608
            (_source(article), article.sha256),
        ).fetchall()
        for identity, kind, sha256, start, text in rows:
            if sha256 == article.sha256 and start in starts:
                continue
            found = most_like(text, analysis)
            if found is None:
                continue
            new = analysis.sentences[found]
            taken = connection.execute(
                "select 1 from kept where kind = ? and sha256 = ? and start = ?", (kind, article.sha256, new.start)
            ).fetchone()
            if taken is None:
                connection.execute(
                    "update kept set sha256 = ?, start = ?, sentence = ? where id = ?", (article.sha256, new.start, new.text, identity)
                )

    def _opened(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection to the file, with our tables in it; a folder that somebody has cleared away is made anew."""
        return transactions.transaction(self.file, _make_ready)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """The file's connection in one transaction; trouble comes as StoreError."""
        import sqlite3

        try:
            with self._opened() as connection:
                if connection.execute("pragma user_version").fetchone()[0] > VERSION:
                    raise StoreError(f"{self._shown}: was made by a newer newsdiff; nothing is kept this time")
                yield connection
        except (sqlite3.OperationalError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise StoreError(f"{self._shown}: nothing could be kept ({inert(reason)})") from None
        except sqlite3.Error as error:  # damaged since it was made ready
            told = self.prepare() or f"{self._shown}: nothing could be kept ({inert(str(error))})"
            raise StoreError(told) from None

    def _set_aside(self, damaged: object) -> str:
        """Rename a damaged file, so that a new one can be made in its place; ``damaged`` is the one, by :func:`_identity`."""
        import sqlite3

        if _identity(self.file) != damaged:
            return self.prepare()  # another reader was quicker, and has begun a new one
        aside = name_aside(self.file)
        try:
            self.file.replace(aside)
            with self._opened():
                pass
        except (OSError, sqlite3.Error) as error:
            return f"{self._shown}: is damaged and can't be set aside ({inert(str(error))}); nothing is kept this time"
        return f"{self._shown}: was damaged; it is set aside as {inert(aside.name)}, and a new one begun"

    def _mend(self, damaged: int) -> str:
        """Take out rows that can't be ours; the file as it was stays beside."""
        import sqlite3

        aside = name_aside(self.file)
        try:
            with self._opened() as connection:
                shutil.copy2(self.file, aside)
                connection.execute(f"delete from kept where not ({_SOUND})")  # noqa: S608
                connection.executemany("delete from dismissed where id = ?", _no_decisions(connection))
        except (OSError, sqlite3.Error) as error:
            return f"{self._shown}: {damaged} kept things in it are damaged ({inert(str(error))}); they are left out"
        one = damaged == 1
        return (
            f"{self._shown}: {damaged} kept thing{' was' if one else 's were'} damaged and {'is' if one else 'are'} left out; "
            f"the file as it was is kept as {shown_path(aside.name)}"
        )

    @property
    def _shown(self) -> str:
        return shown_path(self.file)


def _no_decisions(connection: sqlite3.Connection) -> list[tuple[int]]:
    """The rows that should be dismissed points and can't be, by their ids."""
    rows = connection.execute("select id, kind, why, sides from dismissed").fetchall()
    if not rows:
        return []
    from tui.store.decisions import decision_of

    return [(identity,) for identity, *row in rows if decision_of(*row) is None]


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"pragma table_info({table})")}


def _make_ready(connection: sqlite3.Connection, version: int) -> None:
    if version < VERSION:
        for step in _STEPS[version:]:
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"pragma user_version = {VERSION}")


def name_aside(file: Path) -> Path:
    """A free name for a damaged file, beside it."""
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")).exists():
        number += 1
    return aside


def _identity(file: Path) -> object:
    """What tells a file from another that takes its place; None where there is none."""
    with suppress(OSError):
        status = file.stat()
        return status.st_dev, status.st_ino, status.st_mtime_ns
    return None


def _source(article: Article) -> str:
    """A source as the store knows it: a file by its whole path, wherever newsdiff is started. Bytes of a name that are no UTF-8 are escaped."""
    known = os.fspath(absolute(article.path)) if article.path else article.source
    return known.encode("utf-8", "backslashreplace").decode("utf-8")
