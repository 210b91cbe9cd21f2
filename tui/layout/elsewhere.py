"""What an empty cell of the aligned view keeps quiet: the article may well say it, at another point or behind a filter."""

from __future__ import annotations

from typing import NamedTuple

from compare.model import Place
from tui.layout.counterparts import counterpart_in
from tui.layout.explain import said_of
from tui.layout.grid import Grid, pieces_of
from tui.layout.subject import Subject

HIDDEN, ABOVE, BELOW = "⋯", "↑", "↓"


class Elsewhere(NamedTuple):
    """Where an article says what a row is about: ``sign`` is ⋯ (a filter or a fold hides it), ↑ or ↓ (it stands further up or down)."""

    sign: str
    place: Place


def elsewhere(subject: Subject, grid: Grid, row: int, article: int) -> Elsewhere | None:
    """Where an article that has nothing to show in a row of the aligned view tells of it; None where it says nothing of it."""
    if not subject.ready:
        return None
    comparison = subject.comparison
    here = [piece.place for piece in pieces_of(grid.rows[row]) if piece.sentence >= 0 and piece.kind != "fold"]
    if not here:
        return None
    own = (member for member in comparison.passage_of(here[0]).members if member.article == article)
    linked = (counterpart_in(comparison, place, article) for place in here)
    found = next((place for place in (*own, *linked) if place is not None), None)
    if found is None:
        return None
    seat = None if found in grid.behind else grid.seats.get(found)
    return Elsewhere(HIDDEN if seat is None else ABOVE if seat.row < row else BELOW, found)


def told(subject: Subject, found: Elsewhere) -> str:
    """The words in the empty cell: the sentence's name and how it begins, unless that is hidden."""
    if found.sign == HIDDEN:
        return f"{said_of(subject, found.place)} hidden"
    sentence = subject.comparison.sentence(found.place)
    return f"{said_of(subject, found.place)} {subject.display[found.place.article][sentence.start : sentence.end]}"
