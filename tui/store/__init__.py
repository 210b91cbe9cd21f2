"""What the user keeps between sessions: bookmarks, notes and reviewed marks, in one SQLite file in the user's data folder."""

from tui.store.keeping import Kept, KeptKind, Lost, Store, StoreError
from tui.store.place import data_file, ready_store

__all__ = ["Kept", "KeptKind", "Lost", "Store", "StoreError", "data_file", "ready_store"]
