"""Names of looks → styles of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from rich.style import Style

from tui import themes

_SAME_AS = {"plain": "text", "part": "shared", "sign": "muted", "fold": "muted", "aside": "muted"}
_TINTED = {"divergent-text": "divergent", "unique-text": "unique"}
"""The words of a sentence: its state is told by the sign before it, and its words have no more than a tint of that."""


class Palette:
    """The styles of one theme, each combination of looks made once."""

    def __init__(self, variables: Mapping[str, str], ground: Style) -> None:
        self._variables = variables
        self.ground = ground
        self._styles: dict[tuple[str, ...], Style] = {}

    def serves(self, variables: Mapping[str, str], ground: Style) -> bool:
        """Whether it has the styles of this theme on this ground."""
        return ground == self.ground and variables == self._variables

    def style(self, *looks: str) -> Style:
        """The styles of these looks laid over each other on the pane's ground, the first lowest."""
        found = self._styles.get(looks)
        if found is None:
            found = self.ground
            for look in looks:
                if look in _TINTED:
                    found += themes.tint(cast("themes.StyleName", _TINTED[look]), self._variables)
                    continue
                found += themes.style(cast("themes.StyleName", _SAME_AS.get(look, look)), self._variables)
            self._styles[looks] = found
        return found
