"""Names of looks → styles of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from rich.style import Style

from tui import themes

_SAME_AS = {"plain": "text", "part": "shared", "sign": "muted", "fold": "muted", "aside": "muted"}


class Palette:
    """The styles of one theme, each combination of looks made once. ``key`` changes whenever a style may."""

    def __init__(self, variables: Mapping[str, str], ground: Style) -> None:
        self._variables = variables
        self.ground = ground
        self._styles: dict[tuple[str, ...], Style] = {}

    def style(self, *looks: str) -> Style:
        """The styles of these looks laid over each other on the pane's ground, the first lowest."""
        found = self._styles.get(looks)
        if found is None:
            found = self.ground
            for look in looks:
                found += themes.style(cast("themes.StyleName", _SAME_AS.get(look, look)), self._variables)
            self._styles[looks] = found
        return found
