"""Text in terminal cells: what may be shown, how wide it is, where a line ends.

A *line* is a half-open pair of code point offsets in the text that was wrapped. Widths are in cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

# Everything that is exactly one cell wide and never joins its neighbour; a text of nothing else is wrapped by counting code points.
_UNEVEN = re.compile(
    r"[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2400-\u2426\u2500-\u25fc]"
)
# East Asian text breaks between any two characters, but a line neither starts with these …
_NOT_FIRST = frozenset("、。，．・：；？！」』）】〕〉》〗〙］｝ー゛゜々…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}»”’%")
# … nor ends with these.
_NOT_LAST = frozenset("「『（【〔〈《〖〘［｛([{«“‘")
# A word longer than the line (a URL, mostly) rather breaks after one of these.
_JOINTS = "/-?&=_.,;:)—–"

ELLIPSIS = "…"

_SPACES = {ord(character): " " for character in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"}


def displayed(text: str) -> str:
    """The text with each line end and tab as one space: offsets stay what they were, and a cell is never wider than it looks."""
    return text.translate(_SPACES)


def is_even(text: str) -> bool:
    """Whether every code point takes one cell, so that offsets and columns are the same."""
    return text.isascii() or _UNEVEN.search(text) is None


def width_of(text: str) -> int:
    """Cells that the text takes."""
    return len(text) if is_even(text) else cell_len(text)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Lines of at most ``width`` cells. Spaces where a line breaks belong to no line; no other character is left out.

    A grapheme wider than the line gets a line to itself rather than an endless loop.
    """
    width = max(width, 1)
    if len(text) <= width and is_even(text):
        return [(0, len(text))]
    if is_even(text):
        return list(_wrap_even(text, width))
    return list(_wrap_uneven(text, width))


def _wrap_even(text: str, width: int) -> Iterator[tuple[int, int]]:
    start, length = 0, len(text)
    while length - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            after = _joint(text, start, start + width)
            yield start, after
            start = after
        else:
            yield start, _trimmed(text, start, cut)
            start = cut + 1
        while start < length and text[start] == " ":
            start += 1
    if start < length or length == 0:
        yield start, length


def _joint(text: str, start: int, limit: int) -> int:
    """Where to break a word that fills the whole line: after its last joint, if that leaves the line at least half full."""
    for offset in range(limit, start + (limit - start) // 2, -1):
        if text[offset - 1] in _JOINTS:
            return offset
    return limit


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _wrap_uneven(text: str, width: int) -> Iterator[tuple[int, int]]:
    graphemes, _total = split_graphemes(text)
    start = 0  # of this line, as an index into graphemes
    used = 0
    break_at = -1  # the grapheme before which this line may end
    index = 0
    while index < len(graphemes):
        first, _last, cells = graphemes[index]
        if index > start and _may_break(text, graphemes[index - 1], graphemes[index]):
            break_at = index
        if used + cells > width and index > start and text[first] != " ":
            cut = break_at if break_at > start else index
            yield graphemes[start][0], _trimmed(text, graphemes[start][0], graphemes[cut - 1][1])
            start = index = cut
            used, break_at = 0, -1
            continue
        used += cells
        index += 1
        if used == cells and text[first] == " " and start > 0:  # no space at the beginning of a line
            start, used = index, 0
    if start < len(graphemes):
        yield graphemes[start][0], _trimmed(text, graphemes[start][0], len(text))
    elif not graphemes:
        yield 0, 0


def _may_break(text: str, before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    left, right = text[before[0]], text[after[0]]
    if left == " ":
        return right != " "
    if right in _NOT_FIRST or left in _NOT_LAST or "\N{NO-BREAK SPACE}" in (left, right):
        return False
    return (before[2] == 2 and right != " ") or (after[2] == 2)


def cropped(text: str, width: int) -> str:
    """The text cut to ``width`` cells, with an ellipsis where something is missing."""
    if width <= 0:
        return ""
    if width_of(text) <= width:
        return text
    if is_even(text):
        return text[: width - 1].rstrip() + ELLIPSIS
    kept, used = 0, 0
    for _first, last, cells in split_graphemes(text)[0]:
        if used + cells > width - 1:
            break
        kept, used = last, used + cells
    return text[:kept].rstrip() + ELLIPSIS


def cut(text: str, width: int) -> str:
    """As much of the text from its beginning as ``width`` cells hold."""
    return text[: slice_cells(text, 0, width)[1]]


def slice_cells(text: str, skip: int, width: int) -> tuple[int, int]:
    """Offsets of the part of the text that shows in ``width`` cells after ``skip`` cells are scrolled away."""
    if is_even(text):
        return min(skip, len(text)), min(skip + width, len(text))
    used, start, end = 0, -1, 0
    for first, last, cells in split_graphemes(text)[0]:
        if used >= skip and start < 0:
            start = first
        if used + cells > skip + width:
            break
        used, end = used + cells, last
    return (start, max(end, start)) if start >= 0 else (len(text), len(text))
