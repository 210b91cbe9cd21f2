"""Ways to look at the texts of the Compare screen: each key in a line or two, the work is the state's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.screens.part import Part

if TYPE_CHECKING:
    from compare.model import Status
    from tui.layout.folds import Folding

_FOLDED: Mapping[Folding, str] = {
    frozenset({"unique"}): "What only one outlet has is folded",
    frozenset(): "Nothing is folded",
    frozenset({"unique", "shared"}): "What is shared is folded as well",
    frozenset({"shared"}): "What is shared is folded",
}

_SHIFT = 8
"""Cells by which unwrapped lines are moved at a time."""


class Viewing(Part):
    """Views, folds, filters, and which article stands where."""

    def action_view(self) -> None:
        self.state.switch_view()
        self.host.lay_out()

    def action_word_marks(self) -> None:
        self.state.switch_marks()
        self.host.say("Words are marked in all sentences" if self.state.options.marked else "Words are marked in the current sentence only")
        self.host.draw()

    def action_wrap(self) -> None:
        self.state.switch_wrap()
        self.host.draw()

    def action_synchronize(self) -> None:
        self.state.switch_synchronized()
        self.host.say(
            "The panes scroll together" if self.state.options.synchronized else "The panes scroll separately (in the reading view)"
        )
        self.host.draw()

    def action_only_shared(self) -> None:
        self._show_only("shared")

    def action_only_divergent(self) -> None:
        self._show_only("divergent")

    def action_only_unique(self) -> None:
        self._show_only("unique")

    def _show_only(self, status: Status) -> None:
        if not self.is_ready():
            return
        if self.state.show_only(status):
            self.host.lay_out()
        else:
            self.host.say(f"Nothing here is {status}")

    def action_scroll_left(self) -> None:
        self._shift(-_SHIFT)

    def action_scroll_right(self) -> None:
        self._shift(_SHIFT)

    def _shift(self, by: int) -> None:
        if self.state.windows.shift(by):
            self.host.draw()
        elif self.state.options.wrapped:
            self.host.say("Lines are wrapped, so nothing is cut off")

    def action_fold(self) -> None:
        if not self.is_ready():
            return
        if self.state.options.only is not None:
            self.host.say("Nothing is folded while only one status is shown")
            return
        self.state.switch_folding()
        self.host.say(_FOLDED[self.state.options.folding(self.state.shows)])
        self.host.lay_out()

    def action_next_articles(self) -> None:
        self._turn(1)

    def action_previous_articles(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if self.state.turn(by):
            self.host.lay_out()
        else:
            self.host.say("All articles are already on the screen")

    def action_move_pane_left(self) -> None:
        self._move_pane(-1)

    def action_move_pane_right(self) -> None:
        self._move_pane(1)

    def _move_pane(self, by: int) -> None:
        if self.state.move_pane(by):
            self.host.lay_out()
        elif self.state.panes > 1:
            self.host.say("There is no pane on that side")
        else:
            self.host.say(f"There is one column only; {self.host.key_of('make_base')} makes its article the base")
