"""Likeness: how much of each article is in each other one."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType

from compare.model import Comparison, Place
from compare.views.likeness import shares
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.layout.cells import cropped, displayed, width_of
from tui.screens.rows import Line
from tui.screens.tables import TableScreen

_SHADES = " ░▒▓█"
_SHADED = 4
"""Cells of a shade beside its figure."""


def shade(share: float) -> str:
    """How dark a share from 0 to 1 is: empty only where there is next to nothing, full for nearly all."""
    return _SHADES[min(max(round(share * (len(_SHADES) - 1)), int(share >= 0.01)), len(_SHADES) - 1)]


class LikenessScreen(TableScreen):
    """Articles by articles: the share of the row's words that the column's article has too, as a shade of that outlet's hue and a figure.

    Not symmetric.
    """

    KEYS: ClassVar[ScreenName] = "likeness"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("likeness")]
    HEADING = "Similarity"
    LABEL = 72
    CELL = _SHADED + 5
    table: tuple[tuple[float, ...], ...] = ()

    def prepare(self, comparison: Comparison) -> None:
        self.table = shares(comparison)

    def count(self) -> int:
        return len(self.table)

    def label(self, row: int, width: int) -> Line:
        variables = self.app.theme_variables
        widest = max(map(width_of, self.chips))
        chip = self.chips[row] + " " * (widest - width_of(self.chips[row]))
        room = max(width - widest - 2, 0)
        name = self.names[row]
        named = cropped(displayed(name), room // 2) if name != self.chips[row] else ""
        return [
            (f"{chip}  ", themes.style(themes.outlet(row), variables)),
            (f"{named}  " if named else "", themes.style("heading", variables)),
            *self.labelled(
                displayed(self.articles[row].title), room - (width_of(named) + 2 if named else 0), themes.style("muted", variables)
            ),
        ]

    def cell(self, row: int, article: int) -> tuple[str, Style]:
        variables = self.app.theme_variables
        if row == article:
            return "–", themes.style("muted", variables)
        share = self.table[row][article]
        return f"{shade(share) * _SHADED}{round(100 * share):>3}%", themes.style(themes.outlet(article), variables)

    def figures(self) -> str:
        return "how much of each row's article is in each column's"

    def note(self) -> str:
        row, column = self.row, self.column
        if row == column:
            return f"{self.chips[row]}: {self.articles[row].source}"
        there, back = round(100 * self.table[row][column]), round(100 * self.table[column][row])
        shares = (
            f"{there}% of {self.chips[row]}'s words are in sentences that {self.chips[column]} has too, and {back}% the other way round"
        )
        return f"{shares} · {self.key_of('choose')} compares the two"

    def row_of(self, comparison: Comparison, place: Place) -> int:
        return min(place.article, self.count() - 1)

    def action_choose(self) -> None:
        if self.comparison is None or self.row == self.column:
            return
        from tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen([self.articles[self.row], self.articles[self.column]], self.options))
