"""The Compare screen's sidebars, and what is found through them; the explanation of links in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from compare.model import DIFFERENCE_KINDS, Place
from tui.layout.about import named_at
from tui.layout.explain import Word, Words
from tui.layout.lens import MOST, Lens
from tui.layout.listings import SidebarKind, place_of_quotation
from tui.state import navigation
from tui.state.arrangement import LEAST_PANE
from tui.state.points import Span
from tui.widgets import map as overview
from tui.widgets.lens import LensView
from tui.widgets.sidebar import MOST_WIDTH, WIDTH, Sidebar, Tabs

if TYPE_CHECKING:
    from compare.model import Point
    from tui.screens.compare_keys import CompareKeys

    Base = CompareKeys
else:
    Base = object

_DOCKED = 96
"""From this many columns on, a sidebar stands beside the panes, one of them if need be: what it lists mustn't be covered by it."""
_REASONS = 9
"""Lines at most for the explanation in full."""


class CompareSidebar(Base):
    """Entities, differences and quotations beside the panes."""

    explained_in_full = False

    def sidebar_room(self, width: int, height: int) -> int:
        """Cells that an open sidebar takes from the panes; none where it lies over them."""
        over = width < _DOCKED
        cells = min(WIDTH, width) if over else self._docked(width)
        self.sidebar.take_room(cells, height, over=over)
        return 0 if over or self.sidebar.kind is None else cells

    def _docked(self, width: int) -> int:
        """Cells of a sidebar beside the panes: more on a wide terminal, as long as that costs no pane."""
        room = width - overview.WIDTH
        panes = min(len(self.state.order), (room - WIDTH + 1) // (LEAST_PANE + 1))
        return max(WIDTH, min(MOST_WIDTH, width // 4, room - panes * (LEAST_PANE + 1) + 1))

    def fill_sidebar(self) -> None:
        """List what has just been compared."""
        self.sidebar.fill(self.state.subject.comparison, self.state.points.kinds, self._possible())

    def _possible(self) -> Sequence[Point]:
        return self.state.subject.possible if self.state.points.possible and self.state.subject.judged else ()

    async def action_entities(self) -> None:
        await self._open("entities")

    async def action_differences(self) -> None:
        await self._open("differences")

    async def action_quotations(self) -> None:
        await self._open("quotations")

    def action_entity(self) -> None:
        """Show all about the entity under the sidebar's cursor; with the keys elsewhere, the one that is lit or the first that the sentence names."""
        comparison = self.state.subject.comparison
        if not self.state.subject.ready:
            self.say("The comparison isn't ready yet")
            return
        here = self.sidebar.entity if self.sidebar.has_keys else None
        if here is None:
            named = list(named_at(comparison, self.state.cursor))
            lit = set(self.state.hits.spans)
            named = [number for number in named if lit.issuperset(navigation.mentions_of(comparison.entities[number]))] or named
            here = named[0] if named else None
        if here is None:
            self.say("This sentence names nobody and nothing")
            return
        from tui.screens.entity import EntityScreen

        self.app.push_screen(EntityScreen(comparison, here, self._show_entity, self.sidebar.entities))

    def _show_entity(self, number: int, place: Place) -> None:
        """Light all mentions of an entity and go to one of its sentences."""
        self.look_for(navigation.mentions_of(self.state.subject.comparison.entities[number]), "entity")
        if self.sidebar.has_class("over") and self.sidebar.kind is not None:
            self.sidebar.close()
        self.go_to(place)

    def action_facts(self) -> None:
        if self.enough():
            from tui.screens.facts import FactsScreen

            self.app.push_screen(FactsScreen(self.articles, self.options, self._show_fact, self.here()))

    def _show_fact(self, place: Place, values: Sequence[Span]) -> None:
        """Go to where a value of a fact stands, all values of it lit."""
        self.look_for(values)
        self.go_to(place)

    async def _open(self, kind: SidebarKind) -> None:
        if self.sidebar.kind == kind:
            self.sidebar.close()
        else:
            await self.sidebar.open(kind, self.state.subject.comparison, self.state.points.kinds, self._possible())
        self.lay_out()

    async def on_tabs_chosen(self, message: Tabs.Chosen) -> None:
        if self.sidebar.kind != message.kind:
            await self._open(message.kind)

    def on_sidebar_chosen(self, message: Sidebar.Chosen) -> None:
        """Go to what was chosen, in every pane."""
        comparison = self.state.subject.comparison
        if message.kind == "differences":
            self.state.visit_point(message.number)
        elif message.kind == "quotations":
            quotation = comparison.quotations[message.number]
            self.look_for([(quotation.article, quotation.quotation.start, quotation.quotation.end)], "hit")
            self.go_to(place_of_quotation(quotation))
        else:
            self.look_for(navigation.mentions_of(comparison.entities[message.number]), "entity")
            self.state.next_hit(1)
        if self.sidebar.has_class("over"):
            self.sidebar.close()
        self.lay_out()

    def step_back(self) -> bool:
        """Close what lies open: the filter, the sidebar, the explanation in full."""
        if self.sidebar.step_back():
            self.lay_out()
            return True
        if self.explained_in_full:
            self.action_explain()
            return True
        if self.state.hits.spans:
            self.look_for([], "hit")
            return True
        return False

    # For other screens and for the search line -------------------------------------------------------------------------------------------

    def look_for(self, spans: Sequence[Span], look: str = "hit") -> None:
        """Light these stretches of the texts (article, start, end); ``n`` and ``N`` walk through them. ``look`` is ``hit`` or ``entity``."""
        self.state.look_for(spans, look)
        self.draw()
        self.refresh_bindings()

    def show_kept(self, tokens: Mapping[Place, str], bookmarks: Collection[Place] = ()) -> None:
        for pane in self.panes:
            pane.tokens = dict(tokens)
        self.map.kept = {place: tokens[place] for place in bookmarks}
        self.draw()

    # Explaining --------------------------------------------------------------------------------------------------------------------------

    def action_explain(self) -> None:
        self.explained_in_full = not self.explained_in_full
        self.lay_out()

    def lens_rows(self, height: int) -> int:
        """How high the lens is on a screen so high: a row a side and one or two above them; in full it takes what the panes can spare."""
        rows = 1 if height < 10 else 2 if height < 14 else 3 if height < 28 else min(MOST, max(4, len(self.state.order) + 2), height // 6)
        return max(rows, min(_REASONS, height // 3)) if self.explained_in_full else rows

    def in_lens(self) -> Lens | Words:
        """What the lens shows: the point under the cursor, or the sentence there."""
        state = self.state
        if self.problem and not state.subject.ready:
            return (Word(self.problem, "bad"),)
        return Lens(state.subject, state.cursor, state.point, state.points.possible, self.explained_in_full)

    def on_lens_view_chosen(self, message: LensView.Chosen) -> None:
        """Go to the side that was clicked."""
        if message.place != self.state.cursor:
            self.state.history.leave(self.state.cursor)
            self.state.face(self.state.cursor.article, message.place.article)
            self.state.move.to(message.place, jump=True)
            self.show_moved()

    def action_possible(self) -> None:
        """Points that are only possible too, hollow; or only what is sure."""
        state = self.state
        if not state.subject.judged:
            self.say("The comparison isn't ready yet" if not state.subject.ready else "That needs two articles or more")
            return
        count = len(state.subject.possible)
        if not count:
            self.say("No point is only possible")
            return
        state.points.show_possible(not state.points.possible)
        self.fill_sidebar()
        possible = f"{count} {'point is' if count == 1 else 'points are'} possible"
        self.say(f"{possible}, less sure than the others: drawn hollow" if state.points.possible else "Only what is sure")
        self.draw()

    def action_difference_kind(self) -> None:
        """Walk through the next kind that there is; after the last, through all again."""
        found = {point.kind for _, point in self.state.subject.listed(possible=self.state.points.possible)}
        kinds: list[frozenset[str] | None] = [None, *(frozenset({kind}) for kind in DIFFERENCE_KINDS if kind in found)]
        chosen = kinds[(kinds.index(self.state.points.kinds) + 1) % len(kinds)] if self.state.points.kinds in kinds else None
        self.state.points.only(chosen)
        self.fill_sidebar()
        count = len(self.state.points)
        self.say(f"{count} {'point' if count == 1 else 'points'} of all kinds" if chosen is None else f"{count} × {min(chosen)} only")
        self.draw()
