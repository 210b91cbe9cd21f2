"""The rows at the bottom of the texts: see :mod:`tui.layout.lens`. A click on a side goes there, elsewhere it tells all."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from compare.model import Place
from tui.layout.cells import cropped, width_of
from tui.layout.explain import Words
from tui.layout.lens import Lens, LensLine
from tui.layout.listings import paragraph
from tui.messages import Do
from tui.widgets.lines import LEFT, LineWidget


class LensView(LineWidget):
    """Draws a lens, or a line of trouble; at the right of the first line a count, at that of the last the key that tells what has no room."""

    class Chosen(Message):
        """A side, or a counterpart, was clicked."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__(id="lens")
        self._shown: Lens | Words = ()
        self._count = ""
        self._key = ""
        self._lines: tuple[object, list[LensLine], str] = (None, [], "")

    def show(self, shown: Lens | Words, count: str, key: str = "") -> None:
        """Put up something else; ``key`` shows it in full."""
        if (shown, count, key) != (self._shown, self._count, self._key):
            self._shown, self._count, self._key = shown, count, key
            self._lines = (None, [], "")
            self.refresh()

    def _laid_out(self) -> tuple[list[LensLine], str]:
        """The lines, and what stands at the right of the last one."""
        size = (self.size.width, self.size.height)
        if self._lines[0] != size:
            width, height = max(self.size.width - 2, 0), self.size.height
            beside = len(self._count) + 2 if self._count else 0
            if not isinstance(self._shown, Lens):
                self._lines = (size, [LensLine(line) for line in paragraph(self._shown, max(width, 1), max(height, 1))], "")
            else:
                lines, cut = self._shown.laid_out(width, height, beside)
                more = f" {self._key} more " if self._key and height > 1 and cut else ""
                self._lines = (size, lines, more)
        return self._lines[1], self._lines[2]

    def on_click(self, event: events.Click) -> None:
        if event.button != LEFT:
            return
        lines, more = self._laid_out()
        if more and event.y == self.size.height - 1 and event.x >= self.size.width - width_of(more):
            self.post_message(Do("explain"))
            return
        place = lines[event.y].place if 0 <= event.y < len(lines) else None
        self.post_message(Do("explain") if place is None else self.Chosen(place))

    def render_line(self, y: int) -> Strip:
        palette, width = self.palette, self.size.width
        lines, more = self._laid_out()
        beside = f" {self._count} " if y == 0 and self._count else more if y == self.size.height - 1 else ""
        room = width - 2 - width_of(beside)
        words = lines[y].words if y < len(lines) else ()
        lead = 1 if not words or words[0].text not in {"▌", " "} else 0  # a side has the place of its bar before it
        segments = [Segment(" " * lead, palette.ground)]
        used = 0
        for word in words:
            text = cropped(word.text, room - used)
            segments.append(Segment(text, palette.style(word.look)))
            used += width_of(text)
            if text != word.text:
                break
        segments.append(Segment(" " * max(0, room - used + 2 - lead), palette.ground))
        if beside:
            segments.append(Segment(beside, palette.style("heading" if y == 0 else "key")))
        return Strip(segments).adjust_cell_length(width, palette.ground)
