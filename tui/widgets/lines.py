"""What the panes and the map have in common: they draw their lines whole, and only those again that have changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class LineWidget(Widget, can_focus=False):
    """A widget without border, padding, links or opacity, whose ``render_line`` gives each line as wide as the widget.

    Textual's own way through borders, paddings and effects takes several times what such lines take; with a screenful of them a key would be
    felt. A line that is drawn stays until its part of the widget is refreshed.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes=classes)
        self._drawn: dict[int, Strip] = {}
        self._drawn_for: object = None
        self._line_keys: Sequence[object] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, through the filters that the app has (for NO_COLOR and the terminal's own colours)."""
        width = self.size.width
        filters, background = self.get_line_filters(), self.background_colors[1]
        conditions = (width, background, *map(id, filters))
        if conditions != self._drawn_for:
            self._drawn.clear()
            self._drawn_for = conditions
        strips = []
        for y in crop.line_range:
            strip = self._drawn.get(y)
            if strip is None:
                strip = self.render_line(y)
                for each in filters:
                    strip = strip.apply_filter(each, background)
                self._drawn[y] = strip
            strips.append(strip)
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        if regions:
            for region in regions:
                for y in region.line_range:
                    self._drawn.pop(y, None)
        elif repaint:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn.clear()

    def refresh_changed(self, keys: Sequence[object]) -> None:
        """Draw again those lines whose key has changed since the last time; ``keys`` has one for each line, with all that its picture hangs on."""
        before, self._line_keys = self._line_keys, keys
        if len(keys) != len(before):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, keys, strict=True)) if old != new]
        width = self.size.width
        if 2 * len(changed) > len(keys):
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))
