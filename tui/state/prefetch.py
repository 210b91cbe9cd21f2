"""What will likely be looked at next, so that it can be drawn while nobody presses a key and the next key finds it ready."""

from __future__ import annotations

from collections.abc import Iterator

from tui.layout.viewport import Location, Viewport
from tui.state.compare import CompareState


def prefetch(state: CompareState) -> Iterator[tuple[Viewport, Location]]:
    """Lines a page below the windows, a page above, and about the next and the previous difference and hit; the likeliest first."""
    for view in state.views:
        yield from _a_windowful(view, view.moved(view.top, view.height - 1), 1)
    for view in state.views:
        yield from _a_windowful(view, view.top, -1)
    stops = [walk.beside(state.cursor, by) for by in (1, -1) for walk in (state.points, state.hits)]
    for places in (stop.places for stop in stops if stop is not None):
        for view in state.views:
            for place in places:  # the sides of a point may stand in rows far apart
                lines = view.lines_of(place) if place in view.grid.seats else None
                if lines is not None:
                    yield view, lines[0]
                    yield from _a_windowful(view, lines[0], 1)
                    yield from _a_windowful(view, lines[0], -1)


def _a_windowful(view: Viewport, location: Location, step: int) -> Iterator[tuple[Viewport, Location]]:
    """As many lines beyond this one as a window has, in one direction; a paragraph may be longer than that."""
    for _ in range(view.height):
        before, location = location, view.moved(location, step)
        if location == before:
            return
        yield view, location
