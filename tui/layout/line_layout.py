"""A grid set in columns of given widths: which lines each row has, how high it is, and where it lies.

Heights are lines of the terminal. Only rows that somebody looks at are wrapped; the others have an estimate until ``refine`` gets to them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise, repeat
from operator import add
from time import monotonic
from typing import NamedTuple

from tui.layout.cells import wrap
from tui.layout.grid import Block, Grid, Piece

_KEPT = 2_000  # rows whose lines are remembered
_SHEETS = 4  # sheets of one grid that are remembered
_LOUD = frozenset("≠+≈")  # the signs that are repeated inside a line, where a sentence begins in mid-line
NO_BREAK = "\u00a0"


class BlockText(NamedTuple):
    """The text of a block as it is shown. ``starts`` are the offsets in ``text`` at which each piece of ``pieces`` begins."""

    text: str
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]

    def piece_at(self, offset: int) -> int:
        """Index of the piece at an offset of ``text`` (the one before it, between two)."""
        return max(bisect_right(self.starts, offset) - 1, 0)


class Line(NamedTuple):
    """One line of a cell: a part ``start`` to ``end`` of its block's flow. ``first`` is true where the gutter has a sign: on the block's first
    line, and on each line of a block that isn't wrapped.
    """

    block: int
    start: int
    end: int
    first: bool


def text_of(block: Block, display: Sequence[str]) -> BlockText:
    """The pieces of a block one after another, each but the first with its sign before it where that says something."""
    if len(block) == 1:
        piece = block[0]
        return BlockText(_words(piece, display), (0,), block)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    said = False  # the sign of the first sentence is in the gutter
    for piece in block:
        lead = "" if not parts else " "
        if said and piece.sign in _LOUD:
            lead += piece.sign + NO_BREAK
        said = said or piece.sentence >= 0
        text = _words(piece, display)
        starts.append(length + len(lead))
        parts.append(lead + text)
        length += len(lead) + len(text)
    return BlockText("".join(parts), tuple(starts), block)


def by_sentence(flow: BlockText) -> list[tuple[int, int]]:
    """A line for each sentence of a flow, with the asides before it; what stands between two, a sign that the gutter has, is in none."""
    count = len(flow.pieces)
    begins = [0, *(index for index in range(1, count) if flow.pieces[index - 1].sentence >= 0)]
    lines = []
    for begin, after in pairwise([*begins, count]):
        piece = flow.pieces[after - 1]
        end = flow.starts[after - 1] + piece.end - piece.start if after < count else len(flow.text)
        lines.append((flow.starts[begin] if begin else 0, end))
    return lines


def _words(piece: Piece, display: Sequence[str]) -> str:
    if piece.kind == "fold":
        return piece.told
    return display[piece.article][piece.start : piece.end]


class LineLayout:
    """A grid at given column widths (in cells). With ``wrapped`` false every sentence is one line."""

    def __init__(self, grid: Grid, display: Sequence[str], widths: Sequence[int], *, wrapped: bool = True) -> None:
        self.grid = grid
        self.display = display
        self.widths = tuple(max(width, 1) for width in widths)
        self.wrapped = wrapped
        self.version = 0
        self._heights = self._estimated()
        self._measured = bytearray(len(grid.rows))
        self._refined = 0
        self._offsets: list[int] | None = None
        self._lines: dict[tuple[int, int], tuple[tuple[Line, ...], tuple[BlockText, ...]]] = {}

    def spliced(self, grid: Grid, first: int, after: int) -> LineLayout:
        """The layout of a grid that has other rows in the place of those from ``first`` up to ``after``; the heights of the rest are kept."""
        made = LineLayout(grid, self.display, self.widths, wrapped=self.wrapped)
        further = len(grid.rows) - len(self.grid.rows)
        fresh = made._heights[first : after + further]
        made._heights = self._heights[:first] + fresh + self._heights[after:]
        made._measured = self._measured[:first] + bytearray(len(fresh)) + self._measured[after:]
        made._refined = min(self._refined, first)
        made.version = self.version + 1
        return made

    def __len__(self) -> int:
        return len(self.grid.rows)

    def _estimated(self) -> list[int]:
        """A height for each row, from how much text its cells have."""
        columns = []
        for width, extents in zip(self.widths, self.grid.extents, strict=True):
            lines = [blocks + (length * 26 // 25 // width if self.wrapped else 0) for length, blocks in self.grid.sizes]
            columns.append(map(lines.__getitem__, extents))
        return list(map(add, map(max, repeat(1), *columns), self.grid.gaps))

    def cell(self, number: int, column: int) -> tuple[tuple[Line, ...], tuple[BlockText, ...]]:
        """The lines of a cell and the flows of its blocks."""
        key = (number, column)
        found = self._lines.get(key)
        if found is None:
            flows = tuple(text_of(block, self.display) for block in self.grid.rows[number].cells[column])
            found = (tuple(self._wrap(flows, self.widths[column])), flows)
            if len(self._lines) > _KEPT * len(self.widths):
                self._lines.clear()
            self._lines[key] = found
        return found

    def pieces_on(self, row: int, line: int, column: int) -> Sequence[Piece]:
        """The pieces that the picture of a line (its row's gap included) may hang on: those that it shows, and the next, whose sign may end it."""
        number = line - self.grid.rows[row].gap
        lines, flows = self.cell(row, column)
        if not 0 <= number < len(lines):
            return ()
        flow = flows[lines[number].block]
        first, last = flow.piece_at(lines[number].start), min(flow.piece_at(lines[number].end) + 1, len(flow.pieces) - 1)
        while last + 1 < len(flow.pieces) and flow.pieces[last].sentence < 0:
            last += 1
        return flow.pieces[first : last + 1]

    def _wrap(self, flows: Sequence[BlockText], width: int) -> list[Line]:
        lines: list[Line] = []
        for block, flow in enumerate(flows):
            spans = wrap(flow.text, width) if self.wrapped else by_sentence(flow)
            lines.extend(Line(block, start, end, number == 0 or not self.wrapped) for number, (start, end) in enumerate(spans))
        return lines

    def height(self, number: int) -> int:
        """Lines of a row with its gap, exactly."""
        if not self._measured[number]:
            self._set(number, self._measure(number))
        return self._heights[number]

    def _measure(self, number: int) -> int:
        row = self.grid.rows[number]
        return max(1, *(len(self.cell(number, column)[0]) for column in range(len(row.cells)))) + row.gap if row.cells else 1

    def _set(self, number: int, height: int) -> None:
        self._measured[number] = 1
        if self._heights[number] != height:
            self._heights[number] = height
            self._offsets = None

    @property
    def settled(self) -> bool:
        """Whether every height is exact."""
        return self._refined >= len(self._heights)

    def refine(self, seconds: float) -> bool:
        """Wrap rows that nobody has looked at yet, for about as long as given; true once all are exact."""
        until = monotonic() + seconds
        total = len(self._heights)
        while self._refined < total:
            if not self._measured[self._refined]:
                number = self._refined
                kept = {(number, column) for column in range(len(self.widths)) if (number, column) in self._lines}
                self._set(number, self._measure(number))
                for column in range(len(self.widths)):
                    if (number, column) not in kept:
                        self._lines.pop((number, column), None)
            self._refined += 1
            if not self._refined % 16 and monotonic() > until:
                break
        self.version += 1
        return self.settled

    @property
    def offsets(self) -> list[int]:
        """The line on which each row begins (and last, the number of all lines); partly estimated until ``settled``."""
        if self._offsets is None:
            self._offsets = list(accumulate(self._heights, initial=0))
        return self._offsets

    @property
    def total(self) -> int:
        return self.offsets[-1]

    def locate(self, line: int) -> tuple[int, int]:
        """The row at a line of the whole, and the line inside it."""
        if not self._heights:
            return 0, 0
        line = min(max(line, 0), max(self.total - 1, 0))
        row = bisect_right(self.offsets, line) - 1
        return row, min(line - self.offsets[row], self.height(row) - 1)

    def span(self, row: int, column: int, piece: Piece) -> tuple[int, int]:
        """First and last line, counted in the row, on which a piece of a cell shows."""
        gap = self.grid.rows[row].gap
        lines, flows = self.cell(row, column)
        for block, flow in enumerate(flows):
            if piece in flow.pieces:
                start = flow.starts[flow.pieces.index(piece)]
                end = start + len(_words(piece, self.display)) - 1
                first = bisect_right(lines, (block, start), key=lambda line: (line.block, line.start)) - 1
                last = bisect_right(lines, (block, end), key=lambda line: (line.block, line.start)) - 1
                return max(first, 0) + gap, max(last, first, 0) + gap
        return 0, 0


def layout_of(grid: Grid, display: Sequence[str], widths: Sequence[int], *, wrapped: bool = True) -> LineLayout:
    """The grid's layout at these widths; that of some time ago, with all that it has measured, if there was one."""
    key = (tuple(widths), wrapped)
    found: LineLayout | None = grid.layouts.pop(key, None)
    if found is None:
        found = LineLayout(grid, display, widths, wrapped=wrapped)
        while len(grid.layouts) >= _SHEETS:
            del grid.layouts[next(iter(grid.layouts))]
    grid.layouts[key] = found
    return found
