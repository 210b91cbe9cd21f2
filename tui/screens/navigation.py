"""Moving through the texts of the Compare screen: each key in a line or two, the work is the state's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.layout.explain import said_of
from tui.screens.part import Host, Part

if TYPE_CHECKING:
    from tui.screens.lists import Item
    from tui.widgets.sidebar import Sidebar


class Navigation(Part):
    """The cursor, the points, the other sides, and the way back. The ``sidebar`` takes its turn where Tab goes round."""

    def __init__(self, host: Host, sidebar: Sidebar) -> None:
        super().__init__(host)
        self._sidebar = sidebar

    def action_cursor_down(self) -> None:
        self.state.move.step(1)
        self.host.draw()

    def action_cursor_up(self) -> None:
        self.state.move.step(-1)
        self.host.draw()

    def action_page_down(self) -> None:
        self.state.move.page(1)
        self.host.draw()

    def action_page_up(self) -> None:
        self.state.move.page(-1)
        self.host.draw()

    def action_half_page_down(self) -> None:
        self.state.move.page(0.5)
        self.host.draw()

    def action_half_page_up(self) -> None:
        self.state.move.page(-0.5)
        self.host.draw()

    def action_first(self) -> None:
        self.state.move.edge(end=False)
        self.host.draw()

    def action_last(self) -> None:
        self.state.move.edge(end=True)
        self.host.draw()

    def action_left(self) -> None:
        self.state.move.sideways(-1)
        self.host.draw()

    def action_right(self) -> None:
        self.state.move.sideways(1)
        self.host.draw()

    def action_next_pane(self) -> None:
        if self._sidebar.has_keys:
            self._sidebar.give_keys_back()
            self._to_edge(-1)
        elif self._sidebar.kind is not None and self._is_at_edge(1):
            self._sidebar.rows.focus()
        elif not self.state.move.sideways(1):
            self._to_edge(-1)
        self.host.draw()

    def action_previous_pane(self) -> None:
        if self._sidebar.has_keys:
            self._sidebar.give_keys_back()
        elif self._sidebar.kind is not None and self._is_at_edge(-1):
            self._sidebar.rows.focus()
        elif not self.state.move.sideways(-1):
            self._to_edge(1)
        self.host.draw()

    def _to_edge(self, by: int) -> None:
        while self.state.move.sideways(by):
            pass

    def _is_at_edge(self, by: int) -> bool:
        """Whether no pane is further to the right (``by`` 1) or left (-1)."""
        state = self.state
        if state.panes == 1:
            return True
        return not 0 <= (state.windows.pane_of(state.cursor.article) or 0) + by < state.panes

    def action_next_difference(self) -> None:
        self._to_point(1)

    def action_previous_difference(self) -> None:
        self._to_point(-1)

    def _to_point(self, by: int) -> None:
        """To the next point (``by`` 1) or the previous (-1); where one is on the only one already, say so."""
        points = self.state.points
        if len(points) == 1 and self.state.point is not None:
            self.host.say("This is the only point of its kind" if points.kinds else "This is the only point")
        self._jumped(self.state.next_point(by), self._no_difference())

    def _no_difference(self) -> str:
        if not self.state.subject.ready:
            return "The comparison isn't ready yet"
        if self.state.points.kinds:
            return "There are no points of this kind"
        hidden = len(self.state.subject.possible) if self.state.subject.judged and not self.state.points.possible else 0
        if hidden:
            return f"No point is certain; {self.host.key_of('possible')} shows {'the one that is' if hidden == 1 else f'{hidden} that are'} possible"
        return "There are no points"

    def action_counterpart(self) -> None:
        self._jumped(self.state.across(), "Nothing in the other articles is linked to this sentence")

    def action_jump_back(self) -> None:
        self._jumped(self.state.back(), "This is where you started")

    def action_jump_forward(self) -> None:
        self._jumped(self.state.forward(), "There is nothing to go forward to")

    def _jumped(self, done: bool, otherwise: str) -> None:  # noqa: FBT001 (the result of a move, passed on)
        if done:
            self.host.draw()
        else:
            self.host.say(otherwise)

    def action_jumps(self) -> None:
        """List the places that were left by a jump, the last first."""
        from tui.screens.lists import ListScreen

        self.host.app.push_screen(ListScreen("Places you have been", self._jumps, "You haven't jumped yet"))

    def _jumps(self) -> list[Item]:
        from tui.screens.lists import Item

        comparison = self.state.subject.comparison
        return [
            Item("·", said_of(self.state.subject, place), comparison.sentence(place).text, "", partial(self.host.go_to, place))
            for place in dict.fromkeys(reversed(self.state.history.past))
        ]
