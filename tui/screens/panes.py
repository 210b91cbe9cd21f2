"""The panes of the Compare screen side by side, with the map and the sidebar at their right, and what the mouse does there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from time import monotonic

from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget

from compare.model import Place
from tui.layout.viewport import Location, Viewport
from tui.screens.part import Host
from tui.state.prefetch import prefetch
from tui.widgets.lines import Beside
from tui.widgets.map import WIDTH as MAP_WIDTH
from tui.widgets.map import Map
from tui.widgets.pane import Pane

_MOST = 8
_SLICE = 0.008
"""Seconds at a time that go into laying out what nobody has looked at yet."""


class Panes(Beside):
    """Draws what the state holds; while nobody presses a key, what is likely to be shown next."""

    def __init__(self, host: Host, sidebar: Widget) -> None:
        super().__init__(id="body")
        self.host = host
        self.state = host.state
        self.panes = [Pane(self.state, number) for number in range(min(len(host.articles), _MOST))]
        self.map = Map(self.state)
        self._map_wanted = True
        self._sidebar = sidebar
        self._slices: Timer | None = None
        self._prefetched: Iterator[tuple[Viewport, Location]] = iter(())

    def compose(self) -> ComposeResult:
        yield from self.panes
        yield self.map
        yield self._sidebar

    def on_mount(self) -> None:
        self._slices = self.set_interval(0.02, self.refine, pause=True)

    def map_room(self, width: int) -> int:
        """Cells that the map takes on a screen so wide."""
        self.map.display = self._map_wanted and width >= 30
        return MAP_WIDTH if self.map.display else 0

    def action_toggle_map(self) -> None:
        self._map_wanted = not self._map_wanted
        self.host.lay_out()

    def show_panes(self) -> None:
        """Show as many panes as the state has, each as wide as it says."""
        widths = self.state.windows.arrangement.widths
        for pane in self.panes:
            shown = pane.number < self.state.panes
            pane.display = shown
            if shown:
                pane.styles.width = widths[pane.number] + pane.edge

    def renew(self) -> None:
        """Draw what the state holds now."""
        for pane in self.panes[: self.state.panes]:
            pane.renew()
        self.map.renew()
        self._prefetched = prefetch(self.state)
        if self._slices is not None:
            self._slices.resume()

    def refine(self) -> None:
        """Do a little of what will likely be needed, and measure what nobody has looked at yet."""
        until = monotonic() + _SLICE
        for view, location in self._prefetched:
            for pane in self.panes[: self.state.panes]:
                pane.draw_beforehand(view, location)
            if monotonic() > until:
                return
        unsettled = [view for view in self.state.views if not view.layout.settled]
        if unsettled:
            unsettled[0].layout.refine(_SLICE)
        elif self._slices is not None:
            self._slices.pause()
        self.map.renew()

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing more to do beforehand."""
        return self._slices is None or not self._slices._active.is_set()  # noqa: SLF001 (Textual has no other way to ask)

    def show_kept(self, tokens: Mapping[Place, str], bookmarks: Collection[Place]) -> None:
        """Set one character beside each of these sentences, that of bookmarks and notes also on the map, for the next drawing."""
        for pane in self.panes:
            pane.tokens = dict(tokens)
        self.map.kept = {place: tokens[place] for place in bookmarks}

    # The mouse -------------------------------------------------------------------------------------------------------------------------

    def on_pane_pressed(self, message: Pane.Pressed) -> None:
        pane = self.state.windows.pane_of(message.place.article)
        if pane is not None and not self.state.windows.window(pane)[0].is_visible(message.place):  # an empty cell led there
            self.state.history.leave(self.state.cursor)
        self.state.move.to(message.place)
        if self.state.on_fold:
            self.state.across()
        self.screen.set_focus(None)
        self.host.draw()

    def on_pane_wheeled(self, message: Pane.Wheeled) -> None:
        if self.state.move.scroll(message.lines, pane=message.number):
            self.host.draw()

    def on_map_wheeled(self, message: Map.Wheeled) -> None:
        if self.state.move.scroll(message.lines):
            self.host.draw()

    def on_map_pointed(self, message: Map.Pointed) -> None:
        view, _column = self.state.focused
        line = round(message.share * max(view.layout.total - 1, 0)) - view.height // 2
        self.state.move.scroll_to(view.layout.locate(line))
        self.host.draw()
