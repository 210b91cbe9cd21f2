"""The Compare screen's sidebar: what it lists, and what choosing from it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.model import DIFFERENCE_KINDS, Place, kind_word
from tui.layout.about import named_at
from tui.layout.listings import SidebarKind, place_of_quotation
from tui.screens.part import Host, Part
from tui.state import navigation
from tui.state.arrangement import LEAST_PANE
from tui.widgets import map as overview
from tui.widgets.sidebar import MOST_WIDTH, WIDTH, Sidebar

if TYPE_CHECKING:
    from compare.model import Point

_DOCKED = 96
"""From this many columns on, a sidebar stands beside the panes, one of them if need be: what it lists mustn't be covered by it."""


class Sidebars(Part):
    """Entities, differences and quotations beside the panes, listed by ``sidebar``."""

    def __init__(self, host: Host, sidebar: Sidebar) -> None:
        super().__init__(host)
        self._sidebar = sidebar

    def take_room(self, width: int, height: int) -> int:
        """Give an open sidebar its room on a screen of this size; the cells that it takes from the panes: none where it lies over them."""
        over = width < _DOCKED
        cells = min(WIDTH, width) if over else self._docked(width)
        self._sidebar.take_room(cells, height, over=over)
        return 0 if over or self._sidebar.kind is None else cells

    def _docked(self, width: int) -> int:
        """Cells of a sidebar beside the panes: more on a wide terminal, as long as that costs no pane."""
        room = width - overview.WIDTH
        panes = min(len(self.state.order), (room - WIDTH + 1) // (LEAST_PANE + 1))
        return max(WIDTH, min(MOST_WIDTH, width // 4, room - panes * (LEAST_PANE + 1) + 1))

    def fill(self) -> None:
        """List what has just been compared."""
        self._sidebar.fill(self.state.subject.comparison, self.state.points.kinds, self._possible())

    def _possible(self) -> Sequence[Point]:
        return self.state.subject.possible if self.state.points.possible and self.state.subject.judged else ()

    async def action_entities(self) -> None:
        await self._switch("entities")

    async def action_differences(self) -> None:
        await self._switch("differences")

    async def action_quotations(self) -> None:
        await self._switch("quotations")

    async def _switch(self, kind: SidebarKind) -> None:
        """Open a list, or close it."""
        if self._sidebar.kind == kind:
            self._sidebar.close()
            self.host.lay_out()
        else:
            await self.open(kind)

    async def open(self, kind: SidebarKind) -> None:
        """Open a list if it isn't open."""
        if self._sidebar.kind != kind:
            await self._sidebar.open(kind, self.state.subject.comparison, self.state.points.kinds, self._possible())
            self.host.lay_out()

    def step_back(self) -> bool:
        """Leave the filter, else close the sidebar; False if it was closed."""
        stepped = self._sidebar.step_back()
        if stepped:
            self.host.lay_out()
        return stepped

    def action_entity(self) -> None:
        """Show all about the entity under the sidebar's cursor; with the keys elsewhere, the one that is lit or the first that the sentence names."""
        comparison = self.state.subject.comparison
        if not self.is_ready():
            return
        here = self._sidebar.entity if self._sidebar.has_keys else None
        if here is None:
            named = list(named_at(comparison, self.state.cursor))
            lit = set(self.state.hits.spans)
            named = [number for number in named if lit.issuperset(navigation.mentions_of(comparison.entities[number]))] or named
            here = named[0] if named else None
        if here is None:
            self.host.say("This sentence contains no names")
            return
        from tui.screens.entity import EntityScreen

        self.host.app.push_screen(EntityScreen(comparison, here, self._show_entity, self._sidebar.entities))

    def _show_entity(self, number: int, place: Place) -> None:
        """Light all mentions of an entity and go to one of its sentences."""
        self.state.look_for(navigation.mentions_of(self.state.subject.comparison.entities[number]), "entity")
        self.state.go_to(place)
        self._arrived()

    def choose(self, message: Sidebar.Chosen) -> None:
        """Go to what was chosen, in every pane."""
        comparison = self.state.subject.comparison
        if message.kind == "differences":
            self.state.visit_point(message.number)
        elif message.kind == "quotations":
            quotation = comparison.quotations[message.number]
            self.state.look_for([(quotation.article, quotation.quotation.start, quotation.quotation.end)], "hit")
            self.state.go_to(place_of_quotation(quotation))
        else:
            self.state.look_for(navigation.mentions_of(comparison.entities[message.number]), "entity")
            self.state.next_hit(1)
        self._arrived()

    def _arrived(self) -> None:
        """Draw, once, after something was chosen; a list that lies over the panes has done its work."""
        if self._sidebar.has_class("over") and self._sidebar.kind is not None:
            self._sidebar.close()
        self.host.lay_out()
        self.host.refresh_bindings()

    def action_possible(self) -> None:
        """Points that are only possible too, hollow; or only what is certain."""
        state = self.state
        if not self.is_judged():
            return
        count = len(state.subject.possible)
        if not count:
            self.host.say("No point is only possible")
            return
        state.points.show_possible(not state.points.possible)
        self.fill()
        possible = f"{count} {'point is' if count == 1 else 'points are'} possible"
        self.host.say(f"{possible}, less certain than the others: drawn hollow" if state.points.possible else "Only what is certain")
        self.host.draw()

    def action_difference_kind(self) -> None:
        """Walk through the next kind that there is; after the last, through all again."""
        found = {point.kind for _, point in self.state.subject.listed(possible=self.state.points.possible)}
        kinds: list[frozenset[str] | None] = [None, *(frozenset({kind}) for kind in DIFFERENCE_KINDS if kind in found)]
        chosen = kinds[(kinds.index(self.state.points.kinds) + 1) % len(kinds)] if self.state.points.kinds in kinds else None
        self.state.points.only(chosen)
        self.fill()
        count = len(self.state.points)
        self.host.say(
            f"{count} {'point' if count == 1 else 'points'} of all kinds" if chosen is None else f"{count} × {kind_word(min(chosen))} only"
        )
        self.host.draw()
