"""Likeness: how much of each article is in each other one."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType

from compare.model import Comparison, Place
from compare.views.likeness import shares
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.screens.rows import Line
from tui.screens.tables import TableScreen


class LikenessScreen(TableScreen):
    """Articles by articles: the share of the row's words that the column's article has too. Not symmetric."""

    KEYS: ClassVar[ScreenName] = "likeness"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("likeness")]
    HEADING = "Likeness"
    LABEL = 72
    table: tuple[tuple[float, ...], ...] = ()

    def prepare(self, comparison: Comparison) -> None:
        self.table = shares(comparison)

    def count(self) -> int:
        return len(self.table)

    def label(self, row: int, width: int) -> Line:
        variables = self.app.theme_variables
        title = self.articles[row].title
        name = self.chips[row]
        return [
            (f"{name} ", themes.style(themes.outlet(row), variables)),
            *self.labelled(title, width - len(name) - 1, themes.style("text", variables)),
        ]

    def cell(self, row: int, article: int) -> tuple[str, Style]:
        variables = self.app.theme_variables
        if row == article:
            return "–", themes.style("muted", variables)
        share = self.table[row][article]
        name: themes.StyleName = "heading" if share >= 0.6 else "text" if share >= 0.25 else "muted"
        return f"{round(100 * share)} %", themes.style(name, variables)

    def figures(self) -> str:
        return "how much of each line's article is in each column's"

    def note(self) -> str:
        row, column = self.row, self.column
        if row == column:
            return f"{self.chips[row]}: {self.articles[row].source}"
        there, back = round(100 * self.table[row][column]), round(100 * self.table[column][row])
        shares = (
            f"{there} % of {self.chips[row]}'s words are in sentences that {self.chips[column]} has too, and {back} % the other way round"
        )
        return f"{shares} · {self.key_of('choose')} compares the two"

    def row_of(self, comparison: Comparison, place: Place) -> int:
        return min(place.article, self.count() - 1)

    def action_choose(self) -> None:
        if self.comparison is None or self.row == self.column:
            return
        from tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen([self.articles[self.row], self.articles[self.column]], self.options))
