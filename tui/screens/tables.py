"""What the tables over the articles have in common: a row of outlets' chips, rows and columns to walk, and a line about the cell under the cursor."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from compare.errors import NewsdiffError
from compare.model import Article, Comparison, Options, Place
from compare.model.outlets import chips, outlet_names
from tui import themes
from tui.comparing import compared
from tui.layout.cells import cropped, displayed, wrap
from tui.messages import Do
from tui.screens.base import ReaderScreen
from tui.screens.chrome import KeyLine, TitleLine, fit
from tui.screens.rows import Line, RowKeys, RowList
from tui.widgets.lines import LEFT
from tui.worker_process import NotWanted

Go = Callable[[Place], None]


class Heading(Widget):
    """The line above the rows."""

    DEFAULT_CSS = "Heading { height: 1; }"

    class Clicked(Message):
        """It was clicked ``column`` cells from its left edge, ``times`` in a row."""

        def __init__(self, column: int, times: int) -> None:
            super().__init__()
            self.column = column
            self.times = times

    def __init__(self, draw: Callable[[int], Line]) -> None:
        super().__init__()
        self._draw = draw

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        segments = [Segment(text, self.rich_style + style if style else self.rich_style) for text, style in self._draw(width)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        if event.button == LEFT:
            self.post_message(self.Clicked(event.x, event.chain))


class TableScreen(RowKeys, ReaderScreen):
    """Rows by articles. A subclass says what a row and a cell are; the comparison comes from a worker."""

    CELL: ClassVar[int] = 7
    LABEL: ClassVar[int] = 100
    """Cells of a label at most: further away from it a row's cells can't be told from its neighbours'."""
    HEADING: ClassVar[str] = ""
    NOTE_LINES: ClassVar[int] = 3
    """Lines below the table at most; one on a low screen."""
    CSS_PATH = "tables.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    class Ready(Message):
        """The comparison has come, or one line says why not."""

        def __init__(self, comparison: Comparison | None, problem: str = "") -> None:
            super().__init__()
            self.comparison = comparison
            self.problem = problem

    class Underway(Message):
        """How far the comparison is, in a word or two."""

        def __init__(self, step: str) -> None:
            super().__init__()
            self.step = step

    def __init__(self, articles: Sequence[Article], options: Options, go: Go | None = None, at: Place | None = None) -> None:
        super().__init__()
        self.articles = tuple(articles)
        self.chips = chips(self.articles)
        """What the columns are headed by."""
        self.names = outlet_names(self.articles)
        self.options = options
        self.comparison: Comparison | None = None
        self.problem = ""
        self.at = at
        """The sentence from which this screen was asked for; its cursor begins there."""
        self.column = at.article if at is not None and at.article < len(self.articles) else 0
        self._first_column = 0
        self._step = "comparing"
        self._go = go

    def compose(self) -> ComposeResult:
        yield TitleLine(self.HEADING, "comparing …")
        yield Heading(self._head)
        yield from self.compose_rows()
        yield Static(id="table-note", markup=False)
        yield KeyLine()

    def compose_rows(self) -> ComposeResult:
        """The rows, and what stands beside them."""
        yield RowList(self._row, id="table-rows", empty="Comparing …")

    @on(RowList.Resized, "#table-rows")
    def _resized(self) -> None:
        """A heading stands above the rows' columns, wherever those are now."""
        self.query(Heading).refresh()

    def on_mount(self) -> None:
        self.rows.focus()
        self._compare()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _compare(self) -> None:
        worker = get_current_worker()
        try:
            comparison = compared(self.articles, self.options, lambda: worker.is_cancelled, lambda step: self._underway(worker, step))
            self.prepare(comparison)
        except NotWanted:
            return
        except NewsdiffError as error:
            self.post_message(self.Ready(None, str(error)))
            return
        except Exception as error:  # the reader goes on and says what went wrong
            self.post_message(self.Ready(None, f"The comparison failed: {type(error).__name__}: {error}"))
            return
        if not worker.is_cancelled:
            self.post_message(self.Ready(comparison))

    def _underway(self, worker: Worker[None], step: str) -> None:
        if not worker.is_cancelled:
            self.post_message(self.Underway(step))

    @on(Underway)
    def _told(self, event: Underway) -> None:
        self._step = event.step
        if self.comparison is None and not self.problem:
            self.tell()

    @on(Ready)
    def _ready(self, event: Ready) -> None:
        self.comparison, self.problem = event.comparison, event.problem
        self.renew(empty=event.problem or "There is nothing here")
        if self.comparison is not None and self.at is not None:
            self.rows.cursor = self.row_of(self.comparison, self.at)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height < 10, "low")

    # What a subclass says --------------------------------------------------------------------------------------------------------------

    def prepare(self, comparison: Comparison) -> None:
        """Compute, in the worker's thread, what the rows are made of."""

    @abstractmethod
    def count(self) -> int:
        """How many rows there are now."""

    @abstractmethod
    def label(self, row: int, width: int) -> Line:
        """What stands at the left of a row, as wide as it is told."""

    @abstractmethod
    def cell(self, row: int, article: int) -> tuple[str, Style]:
        """A cell: at most ``CELL`` - 1 characters."""

    @abstractmethod
    def note(self) -> str:
        """The line about the cell under the cursor."""

    @abstractmethod
    def figures(self) -> str:
        """What the title says on the right."""

    def row_of(self, comparison: Comparison, place: Place) -> int:
        """The row that a sentence belongs to."""
        return 0

    def place(self) -> Place | None:
        """Where the cell under the cursor leads."""
        return None

    # Drawing ---------------------------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> RowList:
        return self.query_one("#table-rows", RowList)

    @property
    def row(self) -> int:
        return self.rows.cursor

    def renew(self, empty: str | None = None) -> None:
        """Draw all anew."""
        self.rows.show(self.count() if self.comparison else 0, empty=empty)
        self.tell()

    def fitted(self, note: str) -> str:
        """As much of a note as its lines hold, with an ellipsis where that isn't all."""
        width, most = max(1, self.size.width - 2), 1 if self.has_class("low") else self.NOTE_LINES
        note = displayed(note)
        lines = wrap(note, width)
        told = [note[start:end] for start, end in lines[:most]]
        if len(lines) > most:
            told[-1] = cropped(note[lines[most - 1][0] :], width)
        return "\n".join(told)

    def tell(self) -> None:
        """Draw what hangs on the cursor."""
        ready = self.comparison is not None
        self.query_one(TitleLine).show(self.HEADING, self.figures() if ready else "" if self.problem else f"{self._step} …")
        self.query_one("#table-note", Static).update(self.fitted(self.note()) if ready and self.count() else "")
        self.query_one(Heading).refresh()
        self.rows.refresh()
        self.refresh_bindings()

    def columns(self, width: int) -> range:
        """The articles whose columns fit beside a label of a third of the width, the cursor's among them."""
        most = max(1, min(len(self.articles), (width - max(8, width // 3)) // self.CELL))
        if self.column < self._first_column:
            self._first_column = self.column
        elif self.column >= self._first_column + most:
            self._first_column = self.column - most + 1
        self._first_column = min(self._first_column, len(self.articles) - most)  # there may be more room than there was
        return range(self._first_column, min(len(self.articles), self._first_column + most))

    def _room(self, width: int, shown: range) -> int:
        """Cells of a label in a row so wide."""
        return max(0, min(self.LABEL, width - 1 - self.CELL * len(shown)))

    def _head(self, _: int) -> Line:
        variables = self.app.theme_variables
        width = self.rows.scrollable_content_region.width
        shown = self.columns(width - 2)
        muted = themes.style("muted", variables)
        more = "‹" if shown[0] > 0 else ""  # further outlets on the left, and below on the right
        line: list[tuple[str, Style | None]] = [(more.rjust(1 + self._room(width - 1, shown)), muted)]
        for article in shown:
            style = themes.style(themes.outlet(article), variables)
            head = fit(self.chips[article], self.CELL - 1).center(self.CELL)
            line.append((head, style + Style(underline=True) if article == self.column else style))
        return [*line, ("›" if shown[-1] + 1 < len(self.articles) else "", muted)]

    def _row(self, row: int, width: int) -> Sequence[Line]:
        shown = self.columns(width - 1)
        line = list(self.label(row, self._room(width, shown)))
        for article in shown:
            text, style = self.cell(row, article)
            line.append((text.center(self.CELL), style + Style(reverse=True) if row == self.row and article == self.column else style))
        return [line]

    def labelled(self, text: str, width: int, style: Style) -> Line:
        """A text that fills the label's room."""
        from rich.cells import cell_len

        shown = fit(text, width - 1)
        return [(shown, style), (" " * max(0, width - cell_len(shown)), None)]

    # Keys ------------------------------------------------------------------------------------------------------------------------------

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.rows.redraw()
        self.tell()

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        self._point_at(event.column)
        if event.times > 1:
            self.action_choose()

    @on(Heading.Clicked)
    def _heading_clicked(self, event: Heading.Clicked) -> None:
        """A click on an outlet's chip goes to its column, a second one sorts, where there is an order to choose."""
        if self._point_at(event.column - 1) and event.times > 1:
            self.post_message(Do("sort"))

    def _point_at(self, column: int) -> bool:
        """Go to the article whose cells are so far from a row's left edge; false if there is none."""
        width = self.rows.scrollable_content_region.width - 1
        shown = self.columns(width - 1)
        at = (column - self._room(width, shown)) // self.CELL
        if 0 <= at < len(shown):
            self._to_column(shown[at])
        return 0 <= at < len(shown)

    def _to_column(self, column: int) -> None:
        self.column = max(0, min(len(self.articles) - 1, column))
        self.column_changed()
        self.rows.redraw()
        self.tell()

    def column_changed(self) -> None:
        """The cursor went to another article."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != self.KEYS

    def action_left(self) -> None:
        self._to_column(self.column - 1)

    def action_right(self) -> None:
        self._to_column(self.column + 1)

    def action_choose(self) -> None:
        place = self.place() if self.comparison and self.count() else None
        if place is not None:
            self.leave_for(place)

    def leave_for(self, place: Place) -> None:
        """Go to a sentence on the screen that this one was opened from."""
        go = self._go or self.go_to
        if self._go is not None:
            self.dismiss(None)
        go(place)
