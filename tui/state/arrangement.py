"""How many panes fit, which articles they show, and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.layout.grid import ViewKind

LEAST_PANE = 38
"""Cells that a pane needs at least."""
GUTTER = 3
"""Cells at the left of a pane: cursor, sign, bookmark."""

MARGIN = 1
"""Cells that stay free at the right of a pane."""


class Area(NamedTuple):
    """Cells for all panes together, lines in each, and whether the terminal is a narrow one."""

    width: int
    height: int
    narrow: bool


class Arrangement(NamedTuple):
    """What stands on the screen: the view, the articles from the left, the width of each pane with its gutter.

    ``stacked``: all articles in one column; ``chips`` are the cells that the outlet's chip before each sentence has there.
    """

    shows: ViewKind
    columns: tuple[int, ...]
    widths: tuple[int, ...]
    stacked: bool
    chips: int = 0

    @property
    def gutter(self) -> int:
        """Cells at the left of a pane before the text."""
        return GUTTER + (self.chips + 1 if self.chips else 0)


def arrange(area: Area, shows: ViewKind, order: Sequence[int], first: int, focus: int, chips: int = 0) -> Arrangement:
    """As many panes as fit, the first article of ``order`` in the first; ``first`` turns those that share the others.

    With one pane it has the article ``focus``, or all of them in one column, with their chips of ``chips`` cells, if they are aligned on a
    narrow terminal.
    """
    panes = 1 if area.narrow else max(1, min(len(order), (area.width + 1) // (LEAST_PANE + 1)))
    stacked = area.narrow and shows == "aligned"
    if stacked:
        columns = tuple(order)
    elif panes == 1:
        columns = (focus,)
    else:
        others = order[1:]
        columns = (order[0], *(others[(first + index) % len(others)] for index in range(panes - 1)))
    share, rest = divmod(max(area.width - (panes - 1), panes), panes)
    widths = tuple(share + (1 if number < rest else 0) for number in range(panes))
    return Arrangement(shows, columns, widths, stacked, chips if stacked and len(order) > 1 else 0)
