"""The line at the bottom: the sentence under the cursor in words, and which difference it is of how many."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from tui.layout.cells import cropped, width_of
from tui.layout.explain import Words
from tui.layout.listings import paragraph
from tui.widgets.lines import LineWidget


class Explanation(LineWidget):
    """A few lines of words with looks; at the right of the first, a count."""

    def __init__(self) -> None:
        super().__init__(id="explanation")
        self._lines: Sequence[Words] = ()
        self._count = ""

    def show(self, lines: Sequence[Words], count: str) -> None:
        """Put up other lines."""
        if (lines, count) != (self._lines, self._count):
            self._lines, self._count = lines, count
            self.refresh()

    def _laid_out(self, width: int) -> Sequence[Words]:
        """The lines, the first of them wrapped: to be told in full it may take the room of the others, but from three lines on for one of them."""
        if not self._lines or width < 1:
            return self._lines
        height = self.size.height
        most = height - 1 if height > 2 and len(self._lines) > 1 else height
        width -= len(self._count) + 2 if self._count else 0
        return [*paragraph(self._lines[0], max(width, 1), max(most, 1)), *self._lines[1:]]

    def render_line(self, y: int) -> Strip:
        palette, width = self.palette, self.size.width
        count = f" {self._count} " if y == 0 and self._count else ""
        room = width - 2 - width_of(count)
        segments = [Segment(" ", palette.ground)]
        used = 0
        lines = self._laid_out(width - 2)
        if y < len(lines):
            for word in lines[y]:
                text = cropped(word.text, room - used)
                segments.append(Segment(text, palette.style(word.look)))
                used += width_of(text)
                if text != word.text:
                    break
        segments.append(Segment(" " * max(0, room - used + 1), palette.ground))
        if count:
            segments.append(Segment(count, palette.style("heading")))
        return Strip(segments).adjust_cell_length(width, palette.ground)
