"""The user's notes, for an export."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.model import Note
from tui.store.keeping import StoreError
from tui.store.place import ready_store

if TYPE_CHECKING:
    from compare.model import Comparison


def with_notes(comparison: Comparison) -> tuple[Comparison, str]:
    """The comparison with what the user has noted on its sentences, and "" or one line that says why that can't be found."""
    prepared = ready_store()
    notes: list[Note] = []
    try:
        for number, analysis in enumerate(comparison.articles):
            notes += [Note(number, kept.sentence, kept.body) for kept in prepared.store.of(analysis) if kept.kind == "note"]
    except StoreError as error:
        return comparison, prepared.problem or str(error)
    return (replace(comparison, notes=tuple(notes)) if notes else comparison), ""
