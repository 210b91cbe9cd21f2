"""A window on a layout: which line is at its top, and how to move it without losing the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.model import Place
from tui.layout.grid import Grid, Piece
from tui.layout.line_layout import layout_of


class Location(NamedTuple):
    """A line of the layout: the row and the line inside it."""

    row: int
    line: int


class Viewport:
    """A layout, the line at the top of the window and the window's height. Several panes may look through one view."""

    def __init__(self, grid: Grid, display: Sequence[str], widths: Sequence[int], height: int, *, wrapped: bool = True) -> None:
        self.display = display
        self.layout = layout_of(grid, display, widths, wrapped=wrapped)
        self.height = max(height, 1)
        self.top = Location(0, 0)

    @property
    def grid(self) -> Grid:
        return self.layout.grid

    def resize(self, widths: Sequence[int], height: int, *, wrapped: bool) -> None:
        """Set the layout at new widths; the words at the top stay at the top."""
        self.height = max(height, 1)
        wanted = tuple(max(width, 1) for width in widths)
        if wanted == self.layout.widths and wrapped == self.layout.wrapped:
            self.settle()
            return
        held = self._offset_at_top()
        self.layout = layout_of(self.grid, self.display, widths, wrapped=wrapped)
        self.top = self._location_of(held)
        self.settle()

    def _offset_at_top(self) -> tuple[int, int, int, int]:
        """Row, column, block and offset in the flow of what is at the top."""
        row, line = self.top
        if row < len(self.layout):
            line -= self.grid.rows[row].gap
            for column in range(len(self.layout.widths)):
                lines = self.layout.cell(row, column)[0]
                if 0 <= line < len(lines):
                    return row, column, lines[line].block, lines[line].start
        return row, -1, 0, 0

    def _location_of(self, held: tuple[int, int, int, int]) -> Location:
        row, column, block, offset = held
        if column < 0:
            return Location(row, 0)
        lines = self.layout.cell(row, column)[0]
        found = 0
        for number, line in enumerate(lines):
            if (line.block, line.start) <= (block, offset):
                found = number
        return Location(row, found + self.grid.rows[row].gap if (found or block or offset) else 0)

    # Where things are --------------------------------------------------------------------------------------------------------------

    def visible(self) -> Iterator[Location]:
        """The lines in the window, from the top."""
        row, line = self.top
        for _ in range(self.height):
            if row >= len(self.layout):
                return
            yield Location(row, line)
            line += 1
            if line >= self.layout.height(row):
                row, line = row + 1, 0

    def line_of(self, location: Location) -> int:
        """How many lines below the top a location lies (negative above it); exact near the window."""
        row, line = self.top
        if abs(location.row - row) > 4 * self.height:
            return self.layout.offsets[location.row] + location.line - self.layout.offsets[row] - line
        between = range(row, location.row) if location.row >= row else range(location.row, row)
        lines = sum(self.layout.height(number) for number in between)
        return (lines if location.row >= row else -lines) + location.line - line

    def moved(self, location: Location, by: int) -> Location:
        """The location ``by`` lines further down, or up if negative; the first or last line at the ends."""
        if not len(self.layout):
            return Location(0, 0)
        row, line = location
        line += by
        if abs(by) > 50 * self.height:
            return Location(*self.layout.locate(self.layout.offsets[row] + line))
        while line < 0:
            if row == 0:
                return Location(0, 0)
            row -= 1
            line += self.layout.height(row)
        while line >= self.layout.height(row):
            if row == len(self.layout) - 1:
                return Location(row, self.layout.height(row) - 1)
            line -= self.layout.height(row)
            row += 1
        return Location(row, line)

    def piece(self, place: Place) -> Piece | None:
        """The piece that shows a sentence; a fold, for the first of those behind it."""
        seat = self.grid.seats.get(place)
        if seat is None:
            return None
        for block in self.grid.rows[seat.row].cells[seat.column]:
            for piece in block:
                if piece.place == place:
                    return piece
        return None

    def lines_of(self, place: Place) -> tuple[Location, Location] | None:
        """The first and the last line of a sentence."""
        piece = self.piece(place)
        if piece is None:
            return None
        seat = self.grid.seats[place]
        first, last = self.layout.span(seat.row, seat.column, piece)
        return Location(seat.row, first), Location(seat.row, last)

    def is_visible(self, place: Place) -> bool:
        """Whether the first line of a sentence, or some part of a long one, is in the window."""
        lines = self.lines_of(place)
        return lines is not None and self.line_of(lines[0]) < self.height and self.line_of(lines[1]) >= 0

    # Moving ------------------------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Bring the top back into the layout: the last line isn't scrolled above the bottom of the window."""
        if not len(self.layout):
            self.top = Location(0, 0)
            return
        row = min(max(self.top.row, 0), len(self.layout) - 1)
        top = Location(row, min(max(self.top.line, 0), self.layout.height(row) - 1))
        last = self._last_top()
        self.top = min(top, last)

    def _last_top(self) -> Location:
        row, lines = len(self.layout) - 1, 0
        while row >= 0:
            lines += self.layout.height(row)
            if lines >= self.height:
                return Location(row, lines - self.height)
            row -= 1
        return Location(0, 0)

    def scroll(self, by: int) -> bool:
        """Move the window ``by`` lines; true if it moved."""
        before = self.top
        self.top = self.moved(self.top, by)
        self.settle()
        return self.top != before

    def put(self, location: Location, at: int) -> bool:
        """Move the window so that a location is ``at`` lines below its top; true if it moved."""
        before = self.top
        self.top = self.moved(location, -at)
        self.settle()
        return self.top != before

    def reveal(self, place: Place, *, margin: int = 2, jump: bool = False) -> bool:
        """Bring a sentence into the window; true if it moved. A jump puts it at a third of the height unless it shows already."""
        lines = self.lines_of(place)
        if lines is None:
            return False
        margin = min(margin, (self.height - 1) // 3)
        first, last = self.line_of(lines[0]), self.line_of(lines[1])
        if first >= margin and last < self.height - margin:
            return False
        if jump or first >= 2 * self.height or last < -self.height:
            return self.put(lines[0], max(0, min(self.height // 3, self.height - 1 - (last - first))))
        if first < margin:
            return self.put(lines[0], margin)
        room = self.height - 1 - margin - (last - first)
        return self.put(lines[0], max(room, min(margin, first)))
