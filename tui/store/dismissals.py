"""The points that the user judged to be no difference, in the store's file; also for an export and for `newsdiff check`."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from compare.reading.cleaning import inert
from compare.views.dismissals import Decision, covers, decided, with_decisions
from tui.store.decisions import decision_of
from tui.store.keeping import Store, StoreError
from tui.store.place import data_file, ready_store

if TYPE_CHECKING:
    from compare.model import Comparison, Point

VARIABLE = "NEWSDIFF_DISMISSALS"
"""Set to "off", nothing is dismissed."""


def switch_off() -> None:
    """Let no decision count for the rest of the run."""
    os.environ[VARIABLE] = "off"


class Dismissals:
    """The decisions in one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def all(self) -> tuple[Decision, ...]:
        """All decisions, the oldest first; rows that newsdiff can't have written are left out. Raises StoreError."""
        with self.store.transaction() as connection:
            rows = connection.execute("select kind, why, sides from dismissed order by id").fetchall()
        return tuple(decision for row in rows if (decision := decision_of(*row)) is not None)

    def put(self, decision: Decision) -> None:
        """Keep a decision. Raises StoreError."""
        sides = [[side.outlet, side.source, side.sha256, side.words, side.sentence] for side in decision.sides]
        row = (decision.kind, inert(decision.why).strip(), json.dumps(sides, ensure_ascii=False))
        with self.store.transaction() as connection:
            connection.execute("insert into dismissed (kind, why, sides) values (?, ?, ?)", row)

    def lift(self, comparison: Comparison, point: Point) -> None:
        """Let a point be a difference again: every decision that stands for it goes. Raises StoreError."""
        with self.store.transaction() as connection:
            for identity, *row in connection.execute("select id, kind, why, sides from dismissed").fetchall():
                decision = decision_of(*row)
                if decision is not None and covers(decision, comparison, point):
                    connection.execute("delete from dismissed where id = ?", (identity,))


def dismiss(comparison: Comparison, point: Point, why: str) -> None:
    """Keep that a point is no difference, in place of what was decided about it before. Raises StoreError."""
    dismissals = Dismissals(ready_store().store)
    dismissals.lift(comparison, point)
    dismissals.put(decided(comparison, point, why))


def restore(comparison: Comparison, point: Point) -> None:
    """Let a point count again. Raises StoreError."""
    Dismissals(ready_store().store).lift(comparison, point)


def is_dismissed(comparison: Comparison, point: Point) -> bool:
    """Whether the store still holds a decision on a point; false where the store can't be read."""
    with suppress(StoreError):
        return any(covers(decision, comparison, point) for decision in Dismissals(ready_store().store).all())
    return False


def as_decided(comparison: Comparison) -> tuple[Comparison, str]:
    """The comparison with the user's decisions, and "" or a line that says why they can't be found; without any file there are none."""
    if not (comparison.points or comparison.possible) or os.environ.get(VARIABLE) == "off":
        return comparison, ""
    with suppress(OSError):
        if not data_file().exists():
            return comparison, ""
    prepared = ready_store()
    try:
        return with_decisions(comparison, Dismissals(prepared.store).all()), ""
    except StoreError as error:
        return comparison, prepared.problem or str(error)
