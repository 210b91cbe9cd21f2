"""Entities by articles: who names whom, how often, and who leaves whom out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType

from compare.model import Comparison, Place
from compare.views.presence import Presence, matrix
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.screens.filtering import FilteredScreen
from tui.screens.listing import plain
from tui.screens.rows import Line
from tui.screens.tables import TableScreen
from tui.widgets.filter_field import FilterField

Order = Literal["prominence", "name", "first named", "left out"]
ORDERS: tuple[Order, ...] = ("prominence", "name", "first named", "left out")


class MatrixScreen(FilteredScreen, TableScreen):
    """One row an entity, with its mentions in each article; ``+`` marks who is named there alone, ``○`` who is left out there.

    Sorted by who is named first, the cells say after how much of the text that is.
    """

    KEYS: ClassVar[ScreenName] = "matrix"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("matrix")]
    HEADING = "Names"
    LABEL = 52
    table: tuple[Presence, ...] = ()
    shown: tuple[Presence, ...] = ()
    order: Order = "prominence"
    wanted = ""

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield FilterField("show only names that contain this text", id="table-filter")

    def on_mount(self) -> None:
        super().on_mount()

    def prepare(self, comparison: Comparison) -> None:
        self.table = self.shown = matrix(comparison)

    def count(self) -> int:
        return len(self.shown)

    def _select(self) -> None:
        """Filter and sort anew."""
        words = plain(self.wanted).split()
        found = [row for row in self.table if all(word in plain(" ".join((row.entity.name, *row.entity.aliases))) for word in words)]
        column = self.column
        match self.order:
            case "name":
                found.sort(key=lambda row: plain(row.entity.name))
            case "first named":
                found.sort(key=lambda row: (row.firsts[column] is None, row.firsts[column] or 0))
            case "left out":
                found.sort(key=lambda row: (column not in row.left_out, -row.spread, -row.total))
            case _:
                pass
        self.shown = tuple(found)
        self.renew(empty="No name matches" if self.wanted else "Nobody is named")

    def label(self, row: int, width: int) -> Line:
        variables = self.app.theme_variables
        entity = self.shown[row].entity
        kind = entity.type
        line = self.labelled(entity.name, max(0, width - 13), themes.style("text", variables))
        return [*line, (f"{kind:<13}"[: max(0, width)], themes.style("muted", variables))]

    def cell(self, row: int, article: int) -> tuple[str, Style]:
        variables = self.app.theme_variables
        presence = self.shown[row]
        count = presence.counts[article]
        if count:
            alone = presence.only == article
            depth = presence.depths[article]
            figure = f"{round(100 * depth)}%" if self.order == "first named" and depth is not None else str(count)
            return (f"{figure}+" if alone else figure), themes.style("unique" if alone else "text", variables)
        return ("○", themes.style("bad", variables)) if article in presence.left_out else ("·", themes.style("muted", variables))

    def figures(self) -> str:
        order = {
            "prominence": "by prominence",
            "name": "by name",
            "first named": f"as {self.chips[self.column]} first names them, % of the text",
            "left out": f"left out by {self.chips[self.column]} first",
        }
        return f"{order[self.order]} · {len(self.shown)}"

    def note(self) -> str:
        presence = self.shown[self.row]
        name, article = self.chips[self.column], self.column
        roles = [role.text for role in presence.entity.roles if role.article == article]
        role = f", as {', '.join(roles[:3])}" if roles else ""
        depth = presence.depths[article]
        if depth is None:
            return f"{name} never names {presence.entity.name}; {presence.spread} of {len(self.articles)} do"
        count = presence.counts[article]
        only = ", the only one to do so" if presence.only == article else ""
        times = "once" if count == 1 else f"{count} times"
        return f"{name} names {presence.entity.name} {times}{role}, first after {round(100 * depth)}% of its text{only}"

    def place(self) -> Place | None:
        mentions = self.shown[self.row].entity.mentions
        here = [mention for mention in mentions if mention.article == self.column] or list(mentions)
        return Place(here[0].article, here[0].sentence) if here else None

    def action_entity(self) -> None:
        """Show all about the entity of the row."""
        if self.comparison is None or not self.shown:
            return
        from tui.screens.entity import EntityScreen

        numbers = {presence.entity.id: number for number, presence in enumerate(self.table)}
        order = [numbers[presence.entity.id] for presence in self.shown]
        self.app.push_screen(EntityScreen(self.comparison, order[self.row], lambda _, place: self.leave_for(place), order))

    def column_changed(self) -> None:
        if self.order in {"first named", "left out"}:
            self._select()

    @property
    def _following(self) -> Order:
        """The order that the next press of the key turns to."""
        return ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]

    @property
    def handy(self) -> Mapping[str, str]:
        names = {"prominence": "by prominence", "name": "by name", "first named": "as first named", "left out": "left out first"}
        return {"sort": names[self._following]}

    def action_sort(self) -> None:
        self.order = self._following
        self._select()

    def narrow(self, typed: str) -> None:
        self.wanted = typed
        self._select()
