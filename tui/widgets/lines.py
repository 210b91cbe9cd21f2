"""What the panes and the map have in common: they draw their lines whole, and only those again that have changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from textual.color import TRANSPARENT
from textual.containers import Horizontal
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.palette import Palette

LEFT = 1
"""The number of the left mouse button."""

if TYPE_CHECKING:
    Base = Widget
else:
    Base = object


class Covered(Base):
    """For a widget that its parts cover: it needs no picture of its own, which would be drawn beneath theirs at each resize."""

    def render_lines(self, crop: Region) -> list[Strip]:
        strip = Strip.blank(crop.width, self.rich_style)
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, self.background_colors[1])
        return [strip] * crop.height


class Beside(Covered, Horizontal):
    """Parts side by side."""


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
        self._palette: Palette | None = None
        self._restyled = True
        self._filters: Sequence[LineFilter] = ()
        self._background = TRANSPARENT

    @property
    def palette(self) -> Palette:
        """The styles of the theme on the widget's ground; another one as soon as either changes, and then nothing drawn so far is right."""
        if self._palette is None or self._restyled:
            self._restyled = False
            variables, ground = self.app.theme_variables, self.visual_style.rich_style
            if self._palette is None or not self._palette.serves(variables, ground):
                self._palette = Palette(variables, ground)
        return self._palette

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, through the filters that the app has (for NO_COLOR and the terminal's own colours)."""
        width = self.size.width
        self._filters, self._background = self.get_line_filters(), self.background_colors[1]
        conditions = (self.palette, width, self._background, *map(id, self._filters))
        if conditions != self._drawn_for:
            self._drawn.clear()
            self._drawn_for = conditions
        strips = []
        for y in crop.line_range:
            strip = self._drawn.get(y)
            if strip is None:
                strip = self._drawn[y] = self.filtered(self.render_line(y))
            strips.append(strip)
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def filtered(self, strip: Strip) -> Strip:
        """A line as the terminal gets it, by the filters and the ground of the last drawing; the line keeps the answer."""
        for each in self._filters:
            strip = strip.apply_filter(each, self._background)
        return strip

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
        self._restyled = True  # Textual tells of it whenever it has looked at the styles, and mostly they are what they were

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
