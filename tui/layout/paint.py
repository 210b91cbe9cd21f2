"""A line of a cell as stretches of text with the names of their looks: all that a pane needs to draw it."""

from __future__ import annotations

from typing import NamedTuple

from tui.layout.cells import ELLIPSIS, slice_cells
from tui.layout.grid import Piece
from tui.layout.highlights import Highlights
from tui.layout.line_layout import BlockText, LineLayout


class Stretch(NamedTuple):
    """Text with its looks. ``start`` is its offset in the article's text, -1 for what isn't the article's; ``sentence`` -1 for an aside."""

    text: str
    looks: tuple[str, ...]
    article: int = -1
    sentence: int = -1
    start: int = -1


class Painted(NamedTuple):
    """A line: the piece that it belongs to (None on a blank line), whether it is the first of its block, and its stretches."""

    piece: Piece | None
    first: bool
    stretches: tuple[Stretch, ...]


BLANK = Painted(None, first=False, stretches=())
SILENT = Painted(None, first=True, stretches=())
"""The first line of a cell in which the article has nothing."""


def paint(layout: LineLayout, highlights: Highlights, row: int, line: int, column: int, skip: int = 0) -> Painted:
    """Line ``line`` of a row (its gap included) in a column; ``skip`` cells are scrolled away to the left when lines aren't wrapped."""
    number = line - layout.grid.rows[row].gap
    lines, flows = layout.cell(row, column)
    if not 0 <= number < len(lines):
        return SILENT if number == 0 else BLANK
    spot = lines[number]
    flow = flows[spot.block]
    start, end = spot.start, spot.end
    if not layout.wrapped:
        width, text = layout.widths[column], flow.text[start:end]
        low, high = slice_cells(text, skip, width)
        if high < len(text):
            high = max(low, slice_cells(text, skip, width - 1)[1])
        start, end = start + low, start + high
    index = flow.piece_at(start)
    piece = flow.pieces[index]
    if piece.kind != "fold" and start >= flow.starts[index] + piece.end - piece.start and index + 1 < len(flow.pieces):
        piece = flow.pieces[index + 1]  # the line begins with the sign before a sentence
    if spot.first and piece.sentence < 0:  # a dateline has no sign of its own: the line shows that of the sentence it leads in
        piece = next((other for other in flow.pieces[flow.pieces.index(piece) :] if other.sentence >= 0), piece)
    stretches = _stretches(flow, start, end, highlights)
    if end < spot.end and not layout.wrapped:
        stretches.append(Stretch(ELLIPSIS, ("sign",)))
    return Painted(piece, spot.first, tuple(stretches))


def _stretches(flow: BlockText, start: int, end: int, highlights: Highlights) -> list[Stretch]:
    stretches: list[Stretch] = []
    index = flow.piece_at(start)
    at = start
    while at < end and index < len(flow.pieces):
        piece, begin = flow.pieces[index], flow.starts[index]
        if at < begin:  # the space and the sign before a sentence that begins in mid-line
            upto = min(begin, end)
            state = highlights.subject.state(piece.place) if piece.sentence >= 0 else ""
            looks = ("sign", state) if state else ("sign",)
            lead = flow.text[at:upto]
            if lead.startswith(" "):
                led_in = index > 0 and flow.pieces[index - 1].sentence < 0  # the space after a dateline is as lit as what stands around it
                stretches.append(Stretch(" ", ("sign",), piece.article, piece.sentence if led_in else -1))
            stretches.append(Stretch(lead.lstrip(" "), looks, piece.article, piece.sentence))
            at = upto
            continue
        following = flow.starts[index + 1] if index + 1 < len(flow.pieces) else len(flow.text) + 1
        if piece.kind == "fold":
            stretches.append(Stretch(flow.text[at:end], ("fold",), piece.article, piece.sentence))
            return stretches
        shift = piece.start - begin
        for run in highlights.runs(piece):
            first, last = max(run.start - shift, at), min(run.end - shift, end)
            if first < last:
                stretches.append(Stretch(flow.text[first:last], run.looks, piece.article, piece.sentence, first + shift))
                at = last
        if at < end and at >= begin + (piece.end - piece.start):
            index += 1
            if at >= following:
                continue
        elif at < end:
            break
    return stretches
