"""What will likely be looked at next, so that it can be drawn while nobody presses a key and the next key finds it ready."""

from __future__ import annotations

from collections.abc import Iterator

from tui.layout.journey import Journey
from tui.layout.view import Spot, View


def foresee(desk: Journey) -> Iterator[tuple[View, Spot]]:
    """Lines a page below the windows, a page above, and about the next and the previous difference and hit; the likeliest first."""
    for view in desk.views:
        yield from _a_windowful(view, view.moved(view.top, view.height - 1), 1)
    for view in desk.views:
        yield from _a_windowful(view, view.top, -1)
    stops = [walk.beside(desk.cursor, desk.ranks, by) for by in (1, -1) for walk in (desk.points, desk.hits)]
    for places in (stop.places for stop in stops if stop is not None):
        for view in desk.views:
            for place in places:  # the sides of a point may stand in rows far apart
                lines = view.lines_of(place) if place in view.grid.seats else None
                if lines is not None:
                    yield view, lines[0]
                    yield from _a_windowful(view, lines[0], 1)
                    yield from _a_windowful(view, lines[0], -1)


def _a_windowful(view: View, spot: Spot, step: int) -> Iterator[tuple[View, Spot]]:
    """As many lines beyond this one as a window has, in one direction; a paragraph may be longer than that."""
    for _ in range(view.height):
        before, spot = spot, view.moved(spot, step)
        if spot == before:
            return
        yield view, spot
