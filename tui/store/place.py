"""Where the user's files are, and what is done about a store that can't be used."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tui.remembered import data_folder
from tui.store.keeping import Store


class Prepared(NamedTuple):
    """A store that was made ready; ``problem`` is one line about what is wrong with it, "" when all is well."""

    store: Store
    problem: str


def data_file() -> Path:
    """The store's file."""
    return data_folder() / "kept.sqlite3"


def ready_store() -> Prepared:
    """The user's store, made ready once a process."""
    return _prepared(data_file())


@lru_cache(maxsize=8)
def _prepared(file: Path) -> Prepared:
    store = Store(file)
    return Prepared(store, store.prepare())
