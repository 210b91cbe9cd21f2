"""Names of looks → styles of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from rich.style import Style
from textual.color import Color

from tui import themes

_SAME_AS = {"plain": "text", "part": "shared", "sign": "muted", "fold": "muted", "aside": "muted"}
_CALM = 0.55
"""How far the words of a divergent sentence go back from its colour to that of the text, so that what conflicts in them stands out."""


class Palette:
    """The styles of one theme, each combination of looks made once."""

    def __init__(self, variables: Mapping[str, str], ground: Style) -> None:
        self._variables = variables
        self.ground = ground
        self._styles: dict[tuple[str, ...], Style] = {}

    def serves(self, variables: Mapping[str, str], ground: Style) -> bool:
        """Whether it has the styles of this theme on this ground."""
        return ground == self.ground and variables == self._variables

    def _calm(self) -> Style:
        """The words of a divergent sentence: between the text and the state; the state's own where colours are the terminal's."""
        state, text = Color.parse(self._variables["nd-divergent"]), Color.parse(self._variables["foreground"])
        if state.ansi is not None or text.ansi is not None:
            return themes.style("divergent", self._variables)
        return Style(color=state.blend(text, _CALM).rich_color)

    def style(self, *looks: str) -> Style:
        """The styles of these looks laid over each other on the pane's ground, the first lowest."""
        found = self._styles.get(looks)
        if found is None:
            found = self.ground
            for look in looks:
                if look == "divergent-text":
                    found += self._calm()
                    continue
                found += themes.style(cast("themes.StyleName", _SAME_AS.get(look, look)), self._variables)
            self._styles[looks] = found
        return found
