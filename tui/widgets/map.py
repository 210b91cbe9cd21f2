"""The map at the edge: the whole comparison on the height of the screen, with statuses, hits, bookmarks and the window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from compare.model import Place
from tui.layout.grid import LOUDNESS
from tui.state.compare import CompareState
from tui.widgets.lines import LineWidget
from tui.widgets.pane import WHEEL

_SIGNS = {weight: sign for sign, weight in LOUDNESS.items()}
_GLYPHS = {"≠": ("█", "divergent"), "+": ("▌", "unique"), "≈": ("┆", "part"), "=": ("│", "shared"), "": (" ", "muted")}
"""The louder a state, the wider its glyph: the map reads without colour."""


WIDTH = 3
"""Cells of the map."""

_WINDOW = "┃"
"""Stands beside what is in the window, for those to whom its ground shows nothing."""


class Map(LineWidget):
    """Three columns: what the window shows, hits and bookmarks, and the loudest status of what lies at this height."""

    class Pointed(Message):
        """Somebody pointed at a height of the map; ``share`` is 0 at its top and 1 at its bottom."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    class Wheeled(Message):
        """The wheel was turned over the map."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, state: CompareState) -> None:
        super().__init__(id="map")
        self.state = state
        self.kept: Mapping[Place, str] = {}
        """What somebody keeps, with the sign that also stands beside the sentence."""
        self._picture: Sequence[tuple[str, str, bool]] = ()
        """What was last told to be drawn: a line that is drawn later, when more is known, must not differ from those beside it."""
        self._whole: tuple[object, list[str], list[str]] = (None, [], [])

    def render_line(self, y: int) -> Strip:
        palette = self.palette
        sign, token, inside = self._picture[y]
        glyph, look = _GLYPHS[sign]
        under = ("map-window",) if inside else ()
        segments = [
            Segment(_WINDOW if inside else " ", palette.style(*under, "muted")),
            Segment(token or " ", palette.style(*under, "key")),
            Segment(glyph, palette.style(*under, look)),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, palette.ground)

    def render_lines(self, crop: Region) -> list[Strip]:
        if len(self._picture) != self.size.height:
            self._picture = self._picture_of(self.size.height)
        return super().render_lines(crop)

    def renew(self) -> None:
        """Draw again those lines on which something has changed since the last time."""
        if self.display and self.size.height:
            self._picture = self._picture_of(self.size.height)
            self.refresh_changed(self._picture)

    def _picture_of(self, height: int) -> Sequence[tuple[str, str, bool]]:
        """For each line its sign, its token, and whether the window covers it."""
        signs, tokens = self._drawn_at(height)
        first, last = self._window(height)
        return [(sign, token, first <= y <= last) for y, (sign, token) in enumerate(zip(signs, tokens, strict=True))]

    def _window(self, height: int) -> tuple[int, int]:
        """First and last line of the map that the window covers."""
        view, _column = self.state.focused
        total = max(view.layout.total, height, 1)
        if view.layout.total <= view.height:  # all of it is in the window
            return 0, height - 1
        top = view.layout.offsets[view.top.row] + view.top.line if len(view.layout) else 0
        first = min(top * height // total, height - 1)
        return first, max(first, min((top + view.height) * height // total - 1, height - 1))

    def _drawn_at(self, height: int) -> tuple[list[str], list[str]]:
        """The loudest sign and the token at each height."""
        view, _column = self.state.focused
        hits = self.state.hits
        key = (view.layout, view.layout.offsets, height, self.state.highlights.version, tuple(self.kept.items()))
        if self._whole[0] != key:
            tokens = [""] * height
            signs = [_SIGNS[loud] for loud in loudest_by_line(view.grid.loudness, view.layout.offsets, height)]
            self._put(tokens, ((place, "•") for place in hits.places), height)
            self._put(tokens, self.kept.items(), height)
            self._whole = (key, signs, tokens)
        return self._whole[1], self._whole[2]

    def _put(self, tokens: list[str], marked: Iterable[tuple[Place, str]], height: int) -> None:
        view, _column = self.state.focused
        total = max(view.layout.total, height, 1)
        for place, token in marked:
            seat = view.grid.seats.get(view.grid.behind.get(place, place))
            if seat is not None:
                tokens[min(view.layout.offsets[seat.row] * height // total, height - 1)] = token

    # The mouse -------------------------------------------------------------------------------------------------------------------------

    def _point(self, y: float) -> None:
        self.post_message(self.Pointed(min(max(y / max(self.size.height - 1, 1), 0.0), 1.0)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Wheeled(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Wheeled(-WHEEL))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        event.stop()
        self.capture_mouse()
        self._point(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self._point(event.y)

    def on_mouse_up(self) -> None:
        self.release_mouse()


def loudest_by_line(loudness: bytes, offsets: Sequence[int], height: int) -> list[int]:
    """The loudest row at each line of the map; a map that is higher than the whole stops where that ends. No loud row is lost."""
    total = max(offsets[-1], height, 1)
    found = []
    for line in range(height):
        first = bisect_right(offsets, line * total // height) - 1
        last = bisect_left(offsets, -(-(line + 1) * total // height))
        found.append(max(loudness[first:last], default=0))
    return found
