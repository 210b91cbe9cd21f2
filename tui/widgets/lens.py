"""The rows at the bottom of the texts: see :mod:`tui.layout.lens`. A click on a side goes there, elsewhere it tells all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tui.layout.cells import cropped, width_of
from tui.layout.explain import Word, Words
from tui.layout.lens import MOST, Lens, LensLine
from tui.layout.listings import paragraph
from tui.messages import Do
from tui.widgets.lines import LEFT, LineWidget

if TYPE_CHECKING:
    from tui.screens.part import Host

_MOST_IN_FULL = 9
"""Lines at most, in full."""


class LensView(LineWidget):
    """Draws a lens, or a line of trouble; at the right of the first line a count, at that of the last the key that tells what has no room."""

    def __init__(self, host: Host) -> None:
        super().__init__(id="lens")
        self.host = host
        self.in_full = False
        """Whether it takes all the room that the panes can spare, for all that there is to say."""
        self._shown: Lens | Words = ()
        self._count = ""
        self._key = ""
        self._lines: tuple[object, list[LensLine], str] = (None, [], "")

    def rows(self, height: int) -> int:
        """How high it is on a screen so high: a row a side and one or two above them; in full it takes what the panes can spare."""
        sides = max(4, len(self.host.state.order) + 2)
        rows = 1 if height < 10 else 2 if height < 14 else 3 if height < 28 else min(MOST, sides, height // 6)
        return max(rows, min(_MOST_IN_FULL, height // 3)) if self.in_full else rows

    def action_explain(self) -> None:
        self.in_full = not self.in_full
        self.host.lay_out()

    def step_back(self) -> bool:
        """No longer in full; False if it wasn't."""
        if self.in_full:
            self.action_explain()
            return True
        return False

    def count(self, *, number_hits: bool = True) -> str:
        """Which point the cursor is on, of how many; nothing of that where there is none."""
        walk = self.host.state.points
        if not self.host.state.subject.judged or not len(walk):
            return self._hit(number_hits=number_hits).rstrip()
        at = walk.number_at(self.host.state.cursor)
        return f"{self._hit(number_hits=number_hits)}{'–' if at is None else at + 1}/{len(walk)} ≠"

    def _hit(self, *, number_hits: bool) -> str:
        """Which mention of a name the cursor is on, of how many."""
        hits = self.host.state.hits
        if len(hits) < 2 or not number_hits:
            return ""
        at = hits.number_at(self.host.state.cursor)
        return f"{'–' if at is None else at + 1}/{len(hits)} •   "

    def renew(self, problem: str, note: str, *, number_hits: bool) -> None:
        """Show the point under the cursor, or the sentence there; a ``problem`` as long as there is no comparison.

        ``note`` is what the user wrote on that sentence; ``number_hits``: say which hit of a search or mention of a name the cursor is on.
        """
        state = self.host.state
        if problem and not state.subject.ready:
            shown: Lens | Words = (Word(problem, "bad"),)
        else:
            piece = state.focused[0].piece(state.cursor) if state.on_fold else None
            fold = piece.hidden if piece is not None else ()
            shown = Lens(state.subject, state.cursor, state.point, state.points.possible, fold, note, self.in_full)
        self.show(shown, self.count(number_hits=number_hits), "" if self.in_full else self.host.key_of("explain"))

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
        if place is None:
            self.post_message(Do("explain"))
        elif place != self.host.state.cursor:
            self.host.state.go_beside(place)
            self.host.draw()

    def render_line(self, y: int) -> Strip:
        palette, width = self.palette, self.size.width
        lines, more = self._laid_out()
        beside = f" {self._count} " if y == 0 and self._count else more if y == self.size.height - 1 else ""
        room = width - 2 - width_of(beside)
        words = lines[y].words if y < len(lines) else ()
        lead = 1 if not words or words[0].text.strip("▌ ") else 0  # a side has the place of its bar before it
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
