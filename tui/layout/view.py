"""A window on a sheet: which line is at its top, and how to move it without losing the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.model import Place
from tui.layout.grid import Grid, Piece
from tui.layout.sheet import sheet_of


class Spot(NamedTuple):
    """A line of the sheet: the row and the line inside it."""

    row: int
    line: int


class View:
    """A sheet, the line at the top of the window and the window's height. Several panes may look through one view."""

    def __init__(self, grid: Grid, display: Sequence[str], widths: Sequence[int], height: int, *, wrapped: bool = True) -> None:
        self.display = display
        self.sheet = sheet_of(grid, display, widths, wrapped=wrapped)
        self.height = max(height, 1)
        self.top = Spot(0, 0)

    @property
    def grid(self) -> Grid:
        return self.sheet.grid

    def resize(self, widths: Sequence[int], height: int, *, wrapped: bool) -> None:
        """Set the sheet at new widths; the words at the top stay at the top."""
        self.height = max(height, 1)
        wanted = tuple(max(width, 1) for width in widths)
        if wanted == self.sheet.widths and wrapped == self.sheet.wrapped:
            self.settle()
            return
        held = self._offset_at_top()
        self.sheet = sheet_of(self.grid, self.display, widths, wrapped=wrapped)
        self.top = self._spot_of(held)
        self.settle()

    def _offset_at_top(self) -> tuple[int, int, int, int]:
        """Row, column, block and offset in the flow of what is at the top."""
        row, line = self.top
        if row < len(self.sheet):
            line -= self.grid.rows[row].gap
            for column in range(len(self.sheet.widths)):
                lines = self.sheet.cell(row, column)[0]
                if 0 <= line < len(lines):
                    return row, column, lines[line].block, lines[line].start
        return row, -1, 0, 0

    def _spot_of(self, held: tuple[int, int, int, int]) -> Spot:
        row, column, block, offset = held
        if column < 0:
            return Spot(row, 0)
        lines = self.sheet.cell(row, column)[0]
        found = 0
        for number, line in enumerate(lines):
            if (line.block, line.start) <= (block, offset):
                found = number
        return Spot(row, found + self.grid.rows[row].gap if (found or block or offset) else 0)

    # Where things are --------------------------------------------------------------------------------------------------------------

    def visible(self) -> Iterator[Spot]:
        """The lines in the window, from the top."""
        row, line = self.top
        for _ in range(self.height):
            if row >= len(self.sheet):
                return
            yield Spot(row, line)
            line += 1
            if line >= self.sheet.height(row):
                row, line = row + 1, 0

    def line_of(self, spot: Spot) -> int:
        """How many lines below the top a spot lies (negative above it); exact near the window."""
        row, line = self.top
        if abs(spot.row - row) > 4 * self.height:
            return self.sheet.offsets[spot.row] + spot.line - self.sheet.offsets[row] - line
        between = range(row, spot.row) if spot.row >= row else range(spot.row, row)
        lines = sum(self.sheet.height(number) for number in between)
        return (lines if spot.row >= row else -lines) + spot.line - line

    def moved(self, spot: Spot, by: int) -> Spot:
        """The spot ``by`` lines further down, or up if negative; the first or last line at the ends."""
        if not len(self.sheet):
            return Spot(0, 0)
        row, line = spot
        line += by
        if abs(by) > 50 * self.height:
            return Spot(*self.sheet.locate(self.sheet.offsets[row] + line))
        while line < 0:
            if row == 0:
                return Spot(0, 0)
            row -= 1
            line += self.sheet.height(row)
        while line >= self.sheet.height(row):
            if row == len(self.sheet) - 1:
                return Spot(row, self.sheet.height(row) - 1)
            line -= self.sheet.height(row)
            row += 1
        return Spot(row, line)

    def piece(self, place: Place) -> Piece | None:
        """The piece that shows a sentence (a fold, where it is the first one behind it)."""
        seat = self.grid.seats.get(place)
        if seat is None:
            return None
        for block in self.grid.rows[seat.row].cells[seat.column]:
            for piece in block:
                if piece.place == place:
                    return piece
        return None

    def lines_of(self, place: Place) -> tuple[Spot, Spot] | None:
        """The first and the last line of a sentence."""
        piece = self.piece(place)
        if piece is None:
            return None
        seat = self.grid.seats[place]
        first, last = self.sheet.span(seat.row, seat.column, piece)
        return Spot(seat.row, first), Spot(seat.row, last)

    def is_visible(self, place: Place) -> bool:
        """Whether the first line of a sentence, or some part of a long one, is in the window."""
        lines = self.lines_of(place)
        return lines is not None and self.line_of(lines[0]) < self.height and self.line_of(lines[1]) >= 0

    # Moving ------------------------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Bring the top back into the sheet: the last line isn't scrolled above the bottom of the window."""
        if not len(self.sheet):
            self.top = Spot(0, 0)
            return
        row = min(max(self.top.row, 0), len(self.sheet) - 1)
        top = Spot(row, min(max(self.top.line, 0), self.sheet.height(row) - 1))
        last = self._last_top()
        self.top = min(top, last)

    def _last_top(self) -> Spot:
        row, lines = len(self.sheet) - 1, 0
        while row >= 0:
            lines += self.sheet.height(row)
            if lines >= self.height:
                return Spot(row, lines - self.height)
            row -= 1
        return Spot(0, 0)

    def scroll(self, by: int) -> bool:
        """Move the window ``by`` lines; true if it moved."""
        before = self.top
        self.top = self.moved(self.top, by)
        self.settle()
        return self.top != before

    def put(self, spot: Spot, at: int) -> bool:
        """Move the window so that a spot is ``at`` lines below its top; true if it moved."""
        before = self.top
        self.top = self.moved(spot, -at)
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
