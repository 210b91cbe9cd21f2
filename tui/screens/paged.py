"""A table whose rows are the rows of a page that was laid out from the comparison: the brief, the facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from rich.style import Style
from textual import events

from tui.screens.rows import Line
from tui.screens.tables import TableScreen


class Page(Protocol):
    """What a comparison is laid out as."""

    @property
    def rows(self) -> Sequence[object]: ...


P = TypeVar("P", bound=Page)


class PagedScreen(TableScreen, Generic[P]):
    """A table that shows ``page`` once it is there, laid out anew where the width changes; its rows draw themselves, without cells."""

    page: P | None = None

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        if self.page is not None:
            self.call_after_refresh(self.renew)

    def count(self) -> int:
        return len(self.page.rows) if self.page is not None else 0

    def label(self, row: int, width: int) -> Line:
        return ()

    def cell(self, row: int, article: int) -> tuple[str, Style]:
        return "", Style()
