"""What every screen with a filter line does with it: open it, narrow what is shown as one types, leave it, give it up."""

from __future__ import annotations

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tui.screens.base import ReaderScreen
from tui.screens.rows import RowList
from tui.widgets.filter_field import FilterField


class FilteredScreen(ReaderScreen):
    """A screen with one :class:`FilterField`."""

    narrowed = ""
    """What is typed there, as far as :meth:`narrow` knows."""

    @property
    def filtered(self) -> Widget:
        """What is narrowed, and takes the keys again when the line is left: the screen's rows unless it says otherwise."""
        return self.query_one(RowList)

    def narrow(self, typed: str) -> None:
        """Show only what has what is typed; called when that has changed."""
        raise LookupError("a screen with a filter says how it narrows")

    def submit_filter(self, typed: str) -> None:
        """Leave the line."""
        self.query_one(FilterField).leave()
        self.filtered.focus()

    def give_up_filter(self) -> bool:
        """Empty and hide the line; False if it wasn't there."""
        if not self.query_one(FilterField).give_up():
            return False
        self.filtered.focus()
        return True

    def step_back(self) -> bool:
        """Give the line up; else go back to what it narrows from what stands beside that. False where one is there already."""
        if self.give_up_filter():
            self._narrow("")
            return True
        if self.focused is not self.filtered:
            self.filtered.focus()
            return True
        return False

    def _narrow(self, typed: str) -> None:
        if typed != self.narrowed:
            self.narrowed = typed
            self.narrow(typed)

    def action_filter(self) -> None:
        self.query_one(FilterField).open()

    @on(Input.Changed)
    def _filter_changed(self, event: Input.Changed) -> None:
        if isinstance(event.input, FilterField):
            self._narrow(event.value)

    @on(Input.Submitted)
    def _filter_submitted(self, event: Input.Submitted) -> None:
        if isinstance(event.input, FilterField):
            self.submit_filter(event.value)
