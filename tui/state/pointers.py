"""Where what belongs to the sentence under the cursor stands, in panes whose windows don't show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.layout.counterparts import counterpart_in
from tui.layout.elsewhere import ABOVE, BELOW

if TYPE_CHECKING:
    from compare.model import Place
    from tui.layout.viewport import Viewport
    from tui.state.compare import CompareState


class Pointer(NamedTuple):
    """A sentence above (``↑``) or below (``↓``) a window."""

    sign: str
    place: Place


def pointers(state: CompareState, pane: int) -> tuple[Pointer, ...]:
    """For each other article of a pane: its counterpart of the sentence under the cursor, or another side of its point.

    An article of which some of that is in sight has none; neither has one whose counterpart a filter hides, nor in the aligned view one whose
    cell in the cursor's row is empty, since that cell says it.
    """
    if not state.subject.judged or pane >= state.panes:
        return ()
    view, column = state.windows.window(pane)
    seat = view.grid.seats.get(state.cursor)
    if state.shows == "aligned" and not state.is_stacked and seat is not None and not view.grid.rows[seat.row].cells[column]:
        return ()
    found = []
    for article in state.columns if state.is_stacked else (state.columns[pane],):
        lit = [place for place in state.lit if place.article == article]
        if article == state.cursor.article or not lit or any(_is_in_sight(view, place) for place in lit):
            continue
        place = counterpart_in(state.subject.comparison, state.cursor, article) or lit[0]
        other = view.grid.seats.get(view.grid.behind.get(place, place))
        if other is not None:
            found.append(Pointer(ABOVE if other.row <= view.top.row else BELOW, place))
    return tuple(found)


def _is_in_sight(view: Viewport, place: Place) -> bool:
    place = view.grid.behind.get(place, place)  # its fold stands for what is folded
    seat = view.grid.seats.get(place)
    # Each row has a line at least: what is further off than the window is high need not be measured.
    return seat is not None and 0 <= seat.row - view.top.row < view.height and view.is_visible(place)
