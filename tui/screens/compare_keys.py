"""What the keys and the mouse do on the Compare screen: each action of the key table in a line or two, the work is the state's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tui.layout.cells import displayed
from tui.messages import Say
from tui.widgets.lens import LensView
from tui.widgets.map import Map
from tui.widgets.pane import Pane
from tui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.widget import Widget

    from compare.model import Status
    from tui.screens.base import ReaderScreen
    from tui.screens.dismissing import Dismissing
    from tui.state.compare import CompareState

    Base = ReaderScreen
else:
    Base = object


_SHIFT = 8
"""Cells by which unwrapped lines are moved at a time."""


class CompareKeys(Base):
    """The actions of the Compare screen."""

    state: CompareState
    dismissing: Dismissing
    panes: Sequence[Pane]
    sidebar: Sidebar
    map: Map
    lens: LensView
    problem = ""
    map_shown = True

    def draw(self) -> None:
        """Draw what the state holds now."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Give every part its room."""
        raise NotImplementedError

    def say(self, text: str, severity: Literal["information", "warning", "error"] = "information", *, once: bool = False) -> None:
        """Tell the user one line; ``once`` for what need not be heard again before newsdiff is left."""
        self.post_message(Say(text, severity, once=once))

    def _redrawn(self, done: bool, otherwise: str = "") -> None:  # noqa: FBT001 (the result of a move, passed on)
        if done:
            self.show_moved()
        elif otherwise:
            self.say(otherwise)

    def show_moved(self) -> None:
        """Draw after a move that may have changed the columns."""
        if self.columns_changed():
            self.lay_out()
        else:
            self.draw()

    _columns: tuple[object, ...] = ()

    def columns_changed(self) -> bool:
        """Whether the panes show other articles than when this was last asked."""
        now = (self.state.columns, self.state.shows, self.state.is_stacked)
        changed, self._columns = now != self._columns, now
        return changed

    # Moving ----------------------------------------------------------------------------------------------------------------------------

    def action_cursor_down(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.move(1)
            return
        self.state.move.step(1)
        self.draw()

    def action_cursor_up(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.move(-1)
            return
        self.state.move.step(-1)
        self.draw()

    def action_page_down(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.page(1)
            return
        self.state.move.page(1)
        self.draw()

    def action_page_up(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.page(-1)
            return
        self.state.move.page(-1)
        self.draw()

    def action_half_page_down(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.page(0.5)
            return
        self.state.move.page(0.5)
        self.draw()

    def action_half_page_up(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.page(-0.5)
            return
        self.state.move.page(-0.5)
        self.draw()

    def action_first(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.edge(end=False)
            return
        self.state.move.edge(end=False)
        self.draw()

    def action_last(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.edge(end=True)
            return
        self.state.move.edge(end=True)
        self.draw()

    def action_left(self) -> None:
        if self.sidebar.has_keys:
            self.set_focus(None)
            return
        self.state.move.sideways(-1)
        self.show_moved()

    def action_right(self) -> None:
        if self.sidebar.has_keys:
            return
        self.state.move.sideways(1)
        self.show_moved()

    def action_next_pane(self) -> None:
        if self.sidebar.has_keys:
            self.set_focus(None)
            while self.state.move.sideways(-1):
                pass
        elif self.sidebar.kind is not None and self._at_edge(1):
            self.sidebar.rows.focus()
        elif not self.state.move.sideways(1):
            while self.state.move.sideways(-1):
                pass
        self.show_moved()

    def action_previous_pane(self) -> None:
        if self.sidebar.has_keys:
            self.set_focus(None)
        elif self.sidebar.kind is not None and self._at_edge(-1):
            self.sidebar.rows.focus()
        elif not self.state.move.sideways(-1):
            while self.state.move.sideways(1):
                pass
        self.show_moved()

    def _at_edge(self, by: int) -> bool:
        """Whether no pane is further to the right (``by`` 1) or left (-1)."""
        state = self.state
        if state.panes == 1:
            return True
        return not 0 <= (state.windows.pane_of(state.cursor.article) or 0) + by < state.panes

    def action_next_difference(self) -> None:
        self._redrawn(self.state.next_point(1), self._no_difference())

    def action_previous_difference(self) -> None:
        self._redrawn(self.state.next_point(-1), self._no_difference())

    def _no_difference(self) -> str:
        if not self.state.subject.ready:
            return "The comparison isn't ready yet"
        return "There are no differences of this kind" if self.state.points.kinds else "There are no differences"

    def action_counterpart(self) -> None:
        if self.sidebar.has_keys:
            self.sidebar.choose()
            return
        self._redrawn(self.state.across(), "Nothing in the other articles is linked to this sentence")

    def action_jump_back(self) -> None:
        self._redrawn(self.state.back(), "This is where you began")

    def action_jump_forward(self) -> None:
        self._redrawn(self.state.forward(), "There is nothing further on")

    # Looking ---------------------------------------------------------------------------------------------------------------------------

    def action_view(self) -> None:
        self.state.switch_view()
        self.lay_out()

    def action_word_marks(self) -> None:
        self.state.switch_marks()
        self.say("Words are marked in all sentences" if self.state.options.marked else "Words are marked where you are")
        self.draw()

    def action_wrap(self) -> None:
        self.state.switch_wrap()
        self.draw()

    def action_synchronize(self) -> None:
        self.state.switch_synchronized()
        self.say("The panes move together" if self.state.options.synchronized else "Each pane moves for itself (in the reading view)")
        self.draw()

    def action_only_shared(self) -> None:
        self._show_only("shared")

    def action_only_divergent(self) -> None:
        self._show_only("divergent")

    def action_only_unique(self) -> None:
        self._show_only("unique")

    def _show_only(self, status: Status) -> None:
        if not self.state.subject.ready:
            self.say("The comparison isn't ready yet")
        elif self.state.show_only(status):
            self.lay_out()
        else:
            self.say(f"Nothing here is {status}")

    def action_scroll_left(self) -> None:
        self._shift(-_SHIFT)

    def action_scroll_right(self) -> None:
        self._shift(_SHIFT)

    def _shift(self, by: int) -> None:
        if self.state.windows.shift(by):
            self.draw()
        elif self.state.options.wrapped:
            self.say("Lines are wrapped: all of them shows")

    def action_fold(self) -> None:
        self.state.switch_folding()
        self.lay_out()

    def action_toggle_map(self) -> None:
        self.map_shown = not self.map_shown
        self.lay_out()

    def action_next_articles(self) -> None:
        self._turn(1)

    def action_previous_articles(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if self.state.turn(by):
            self.lay_out()
        else:
            self.say("All articles are on the screen")

    def action_move_pane_left(self) -> None:
        self._move_pane(-1)

    def action_move_pane_right(self) -> None:
        self._move_pane(1)

    def _move_pane(self, by: int) -> None:
        if self.state.move_pane(by):
            self.lay_out()
        elif self.state.panes > 1:
            self.say("No pane stands on that side")
        else:
            self.say(f"There is one column only; {self.key_of('make_base')} makes its article the base")

    # Judging, noting and keeping --------------------------------------------------------------------------------------------------------

    def action_dismiss_point(self) -> None:
        """Judge that the point under the cursor, in the texts or in the sidebar, is no difference."""
        if not self.state.subject.ready:
            self.say("The comparison isn't ready yet")
            return
        number = self.sidebar.point if self.sidebar.has_keys else self.state.point
        self.dismissing.ask(self.state.subject.comparison, number)

    def action_undo(self) -> None:
        self.dismissing.undo()

    # Taking away -----------------------------------------------------------------------------------------------------------------------

    def action_copy_sentence(self) -> None:
        self._copy([self.state.subject.comparison.sentence(self.state.cursor).text], "sentence")

    def action_copy_both(self) -> None:
        comparison = self.state.subject.comparison
        places = [self.state.cursor]
        for article in self.state.order.articles:
            found = comparison.counterpart(self.state.cursor, article)
            if found is not None:
                places.append(found)
        others = {1: "sentence alone: nothing is linked to it", 2: "sentence and its counterpart"}
        self._copy([comparison.sentence(place).text for place in sorted(places)], others.get(len(places), "sentence and its counterparts"))

    def _copy(self, texts: list[str], what: str) -> None:
        self.app.copy_to_clipboard("\n".join(displayed(text) for text in texts))
        self.say(f"Copied the {what}")

    # The mouse -------------------------------------------------------------------------------------------------------------------------

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What may be selected at a cell: text in a pane. A selection stays in the pane and in the article where it began."""
        begun = self._select_state.start if self._selecting and self._select_state is not None else None
        widget = begun.content_widget if begun is not None else super().get_widget_and_offset_at(x, y)[0]
        if not isinstance(widget, Pane) or not widget.is_attached:
            return None, None
        article = begun.content_offset.y if begun is not None and begun.content_offset is not None else None
        found = widget.nearest(x - widget.region.x - widget.edge, y - widget.region.y, article)
        return (None, None) if found is None else (widget, found)

    def on_pane_pressed(self, message: Pane.Pressed) -> None:
        pane = self.state.windows.pane_of(message.place.article)
        if pane is not None and not self.state.windows.window(pane)[0].is_visible(message.place):  # an empty cell led there
            self.state.history.leave(self.state.cursor)
        self.state.move.to(message.place)
        piece = self.state.focused[0].piece(message.place)
        if piece is not None and piece.kind == "fold":
            self.state.across()
        self.set_focus(None)
        self.show_moved()

    def on_pane_wheeled(self, message: Pane.Wheeled) -> None:
        if self.state.move.scroll(message.lines, pane=message.number):
            self.draw()

    def on_map_wheeled(self, message: Map.Wheeled) -> None:
        if self.state.move.scroll(message.lines):
            self.draw()

    def on_map_pointed(self, message: Map.Pointed) -> None:
        view, _column = self.state.focused
        line = round(message.share * max(view.layout.total - 1, 0)) - view.height // 2
        top = view.layout.locate(line)
        self.state.move.scroll_to(top)
        self.draw()
