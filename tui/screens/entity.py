"""Everything about one name, the articles side by side: its forms, what each calls it with differences marked, and its sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from compare.model.outlets import chips
from compare.views.presence import Presence, matrix
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.layout.about import Cell, Row, about, heading
from tui.layout.cells import displayed
from tui.layout.explain import Words
from tui.layout.listings import paragraph
from tui.messages import Say
from tui.screens.base import ReaderScreen
from tui.screens.chrome import KeyLine, TitleLine, fit
from tui.screens.rows import Line, RowKeys, RowList
from tui.screens.tables import Heading
from tui.widgets.palette import Palette

if TYPE_CHECKING:
    from compare.model import Comparison, Entity, Place

_COLUMN = 25
"""Cells that a column needs at least; where not even two have them, the articles stand one below the other."""
_TITLE = 50
"""Cells that the title line has for other things than the name."""
_TALLEST = 12
"""Lines of a cell while the height of the screen isn't known yet."""


class EntityScreen(RowKeys, ReaderScreen):
    """One entity of a comparison (an index among its entities, as those in ``order``, through which ``n`` and ``N`` turn).

    Enter goes to what is under the cursor: ``go`` is told the entity and the sentence.
    """

    KEYS: ClassVar[ScreenName] = "entity"
    CSS_PATH = "tables.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("entity")]

    def __init__(self, comparison: Comparison, entity: int, go: Callable[[int, Place], None], order: Sequence[int] = ()) -> None:
        super().__init__()
        self.articles = tuple(analysis.article for analysis in comparison.articles)
        self.options = comparison.options
        self.column = 0
        self._comparison = comparison
        self._chips = chips(self.articles)
        self._presences = matrix(comparison)
        self._order = tuple(order) or tuple(range(len(self._presences)))
        self._entity = entity
        self._go = go
        self._first_column = 0
        self._shown: list[Row] = []
        self._palette: Palette | None = None

    def compose(self) -> ComposeResult:
        yield TitleLine("")
        yield Heading(self._head)
        yield RowList(self._draw, id="entity-rows", empty="Nothing is known about it")
        yield KeyLine()

    def on_mount(self) -> None:
        self.rows.focus()
        self._renew()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._palette = None

    @property
    def rows(self) -> RowList:
        return self.query_one("#entity-rows", RowList)

    @property
    def presence(self) -> Presence:
        return self._presences[self._entity]

    @property
    def entity(self) -> Entity:
        """What is shown."""
        return self.presence.entity

    def _renew(self) -> None:
        self._shown = about(self._comparison, self.presence)
        self._say_name()
        self.rows.cursor = 0
        self.rows.show(len(self._shown), measure=lambda row, width: len(self._lines(row, width)), title=self._is_title)
        self.rows.scroll_home(animate=False)
        self._tell()

    def on_resize(self) -> None:
        self._say_name()

    def _say_name(self) -> None:
        room = self.size.width - cell_len(self.entity.name) - _TITLE
        self.query_one(TitleLine).show(displayed(self.entity.name), heading(self._comparison, self.presence, short=room < 0))

    def _tell(self) -> None:
        self.query_one(Heading).refresh()
        self.rows.redraw()

    def _is_title(self, row: int) -> bool:
        return not self._shown[row].cells and self._shown[row].place is None

    # Drawing ---------------------------------------------------------------------------------------------------------------------------

    def _fitting(self, width: int) -> range:
        """The articles whose columns fit, the cursor's among them."""
        most = max(1, min(len(self.articles), width // _COLUMN))
        if self.column < self._first_column:
            self._first_column = self.column
        elif self.column >= self._first_column + most:
            self._first_column = self.column - most + 1
        self._first_column = min(self._first_column, len(self.articles) - most)
        return range(self._first_column, self._first_column + most)

    def _stacked(self, width: int) -> bool:
        return width < 2 * _COLUMN and len(self.articles) > 1

    def _head(self, width: int) -> Line:
        variables = self.app.theme_variables
        room = max(1, self.rows.scrollable_content_region.width - 1)
        if self._stacked(room):
            return [(" ", None), *self._named(self.column, width - 2)]
        shown = self._fitting(room)
        each = room // len(shown)
        muted = themes.style("muted", variables)
        line: list[tuple[str, Style | None]] = [(" ", None)]
        for article in shown:
            more = "‹" if article == shown[0] > 0 else " "
            rest = " ›" if article == shown[-1] < len(self.articles) - 1 else ""
            name = self._named(article, each - 3 - len(rest))
            free = each - 1 - len(rest) - sum(cell_len(text) for text, _ in name)
            line += [(more, muted), *name, (f"{rest}{' ' * free}", muted)]
        return line

    def _named(self, article: int, width: int) -> list[tuple[str, Style | None]]:
        """An article by its chip, the one with the cursor in reverse, and its outlet's name or its title."""
        variables, found = self.app.theme_variables, self.articles[article]
        chip = themes.style(themes.outlet(article), variables) + Style(reverse=article == self.column)
        said = fit(displayed(found.outlet or found.title), max(0, width - cell_len(self._chips[article]) - 3))
        return [(f" {self._chips[article]} ", chip), (f" {said}", themes.style("muted", variables))]

    def _draw(self, row: int, width: int) -> Sequence[Line]:
        return self._lines(row, width)

    def _lines(self, number: int, width: int) -> Sequence[Line]:
        row = self._shown[number]
        tallest = max(3, self.rows.size.height - 2) if self.rows.size.height else _TALLEST
        if not row.cells:
            lines = [self._styled(words) for words in paragraph(row.words, width - 1, tallest)] or [[]]
            return lines if self._is_title(number) else [*lines, []]
        if self._stacked(width):
            return self._below(number, width, tallest)
        shown = self._fitting(width)
        each = width // len(shown)
        columns = [self._cell(row.cells[article], each - 3, tallest) for article in shown]
        lines = []
        for line in range(max(map(len, columns))):
            parts: list[tuple[str, Style | None]] = []
            for article, column in zip(shown, columns, strict=True):
                parts.append(self._bar(number, article))
                own = column[line] if line < len(column) else []
                parts += [*own, (" " * max(0, each - 2 - sum(cell_len(text) for text, _ in own)), None)]
            lines.append(parts)
        return [*lines, []] if number + 1 < len(self._shown) else lines

    def _below(self, number: int, width: int, tallest: int) -> Sequence[Line]:
        """A row's cells one below the other, each with its article's chip; articles that have nothing are left out."""
        most = max(map(cell_len, self._chips)) + 1
        lines: list[Line] = []
        for article, cell in enumerate(self._shown[number].cells):
            if cell is None:
                continue
            chip, hue = self._chips[article], themes.style(themes.outlet(article), self.app.theme_variables)
            for position, words in enumerate(self._cell(cell, width - 4 - most, tallest)):
                lead = (chip + " " * (most - cell_len(chip)), hue) if position == 0 else (" " * most, None)
                lines.append([self._bar(number, article), lead, *words])
        return [*lines, []]

    def _bar(self, row: int, article: int) -> tuple[str, Style | None]:
        here = row == self.rows.cursor and article == self.column
        return ("┃ " if here else "  ", themes.style("key", self.app.theme_variables))

    def _cell(self, cell: Cell | None, width: int, tallest: int) -> list[list[tuple[str, Style | None]]]:
        if cell is None:
            return [[("·", themes.style("muted", self.app.theme_variables))]]
        return [self._styled(words) for words in paragraph(cell.words, max(1, width), tallest)] or [[]]

    def _styled(self, words: Words) -> list[tuple[str, Style | None]]:
        if self._palette is None:
            self._palette = Palette(self.app.theme_variables, Style())
        return [(word.text, self._palette.style(word.look)) for word in words]

    # Keys ------------------------------------------------------------------------------------------------------------------------------

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._tell()

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        width = max(1, self.rows.scrollable_content_region.width - 1)
        if not self._stacked(width):
            shown = self._fitting(width)
            self._to_column(shown[min(len(shown) - 1, max(0, event.column) // max(1, width // len(shown)))])
        if event.times > 1:
            self.action_choose()

    def _to_column(self, column: int) -> None:
        before = self._first_column
        self.column = max(0, min(len(self.articles) - 1, column))
        self._fitting(max(1, self.rows.scrollable_content_region.width - 1))
        if before != self._first_column:
            self.rows.on_resize()
        self._tell()

    def action_left(self) -> None:
        self._to_column(self.column - 1)

    def action_right(self) -> None:
        self._to_column(self.column + 1)

    def action_next_entity(self) -> None:
        self._turn(1)

    def action_previous_entity(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        at = self._order.index(self._entity) if self._entity in self._order else -by
        self._entity = self._order[(at + by) % len(self._order)]
        self._renew()

    def action_choose(self) -> None:
        row = self._shown[self.rows.cursor]
        cell = row.cells[self.column] if row.cells else None
        place = cell.place if cell is not None else row.place
        if place is None:
            self.post_message(Say(f"{self._chips[self.column]} has nothing here"))
            return
        self.dismiss(None)
        self._go(self._entity, place)
