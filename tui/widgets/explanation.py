"""The line at the bottom: the sentence under the cursor in words, and which difference it is of how many."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tui.layout.cells import ELLIPSIS, cropped, width_of
from tui.layout.explain import Words
from tui.layout.listings import paragraph
from tui.messages import Do
from tui.widgets.lines import LEFT, LineWidget


class Explanation(LineWidget):
    """A few lines of words with looks; at the right of the first a count, at that of the last the key that shows what has no room here."""

    def __init__(self) -> None:
        super().__init__(id="explanation")
        self._lines: Sequence[Words] = ()
        self._count = ""
        self._key = ""

    def show(self, lines: Sequence[Words], count: str, key: str = "") -> None:
        """Put up other lines; ``key`` shows them in full."""
        if (lines, count, key) != (self._lines, self._count, self._key):
            self._lines, self._count, self._key = lines, count, key
            self.refresh()

    def _laid_out(self, width: int) -> Sequence[Words]:
        """The lines, the first of them wrapped: to be told in full it may take the room of the others, but from three lines on for one of them."""
        if not self._lines or width < 1:
            return self._lines
        height = self.size.height
        most = height - 1 if height > 2 and len(self._lines) > 1 else height
        width -= len(self._count) + 2 if self._count else 0
        return [*paragraph(self._lines[0], max(width, 1), max(most, 1)), *self._lines[1:]]

    def _more(self, lines: Sequence[Words], width: int) -> str:
        """What stands at the right of the last line where these, of so many cells, don't tell all."""
        if not self._key or self.size.height < 2 or not lines:
            return ""
        first = lines[: len(lines) - len(self._lines) + 1]
        is_cut = bool(first[-1]) and first[-1][-1].text.endswith(ELLIPSIS) and not self._lines[0][-1].text.endswith(ELLIPSIS)
        if (
            is_cut
            or len(lines) > self.size.height
            or any(sum(width_of(word.text) for word in line) > width for line in lines[len(first) :])
        ):
            return f" {self._key} more "
        return ""

    def on_click(self, event: events.Click) -> None:
        if event.button == LEFT:
            self.post_message(Do("explain"))

    def render_line(self, y: int) -> Strip:
        palette, width = self.palette, self.size.width
        lines = self._laid_out(width - 2)
        beside = f" {self._count} " if y == 0 and self._count else self._more(lines, width - 2) if y == self.size.height - 1 else ""
        room = width - 2 - width_of(beside)
        segments = [Segment(" ", palette.ground)]
        used = 0
        if y < len(lines):
            for word in lines[y]:
                text = cropped(word.text, room - used)
                segments.append(Segment(text, palette.style(word.look)))
                used += width_of(text)
                if text != word.text:
                    break
        segments.append(Segment(" " * max(0, room - used + 1), palette.ground))
        if beside:
            segments.append(Segment(beside, palette.style("heading" if y == 0 else "key")))
        return Strip(segments).adjust_cell_length(width, palette.ground)
