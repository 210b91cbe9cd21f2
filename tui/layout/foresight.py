"""What will likely be looked at next, so that it can be drawn while nobody presses a key and the next key finds it ready."""

from __future__ import annotations

from collections.abc import Iterator

from tui.layout.journey import Journey
from tui.layout.view import View


def foresee(desk: Journey) -> Iterator[tuple[View, int]]:
    """Rows a page below the windows, a page above, and about the next and the previous difference and hit; the likeliest first."""
    for view in desk.views:
        yield from _a_windowful(view, max((spot.row for spot in view.visible()), default=0), 1)
    for view in desk.views:
        yield from _a_windowful(view, view.top.row, -1)
    for by in (1, -1):
        for walk in (desk.differences, desk.hits):
            stop = walk.beside(desk.cursor, desk.ranks, by)
            for view in desk.views if stop is not None else ():
                seat = next((view.grid.seats[place] for place in stop.places if place in view.grid.seats), None) if stop else None
                if seat is not None:
                    yield from _a_windowful(view, seat.row, 1)
                    yield from _a_windowful(view, seat.row - 1, -1)


def _a_windowful(view: View, row: int, step: int) -> Iterator[tuple[View, int]]:
    """The rows from this one on that fill a window, in one direction."""
    lines = 0
    while 0 <= row < len(view.sheet) and lines < view.height:
        lines += view.sheet.height(row)
        yield view, row
        row += step
