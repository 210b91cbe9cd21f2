"""Coverage: passages by articles, with what an article alone says and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.strip import Strip

from compare.model import Article, Comparison, Options, Place
from compare.views.coverage import Row, alone, left_out, missed_first, table
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.layout.explain import Words
from tui.layout.passage import wordings
from tui.screens.chrome import fit
from tui.screens.listing import bar
from tui.screens.rows import Line
from tui.screens.tables import Go, TableScreen
from tui.widgets.lines import Beside, LineWidget

Order = Literal["missed first", "as told", "left out", "alone"]
_STROKES = 8
BAR = _STROKES + 6
"""Cells of the bar and its figure."""
_BESIDE = 120
"""From so many columns on there is room for how each outlet puts the passage under the cursor."""
_LEAST = 40
"""Cells that it has at least."""
_TEXT = 24
"""A passage's words aren't cut below this for the bar's sake."""
ORDERS: tuple[Order, ...] = ("missed first", "as told", "left out", "alone")

_SIGNS: dict[str, tuple[str, themes.StyleName]] = {
    "present": ("●", "shared"),
    "altered": ("≠", "divergent"),
    "part": ("◐", "shared"),
    "absent": ("·", "muted"),
}
_TOLD = {"present": "has it", "altered": "has it, altered", "part": "has a part of it", "absent": "doesn't have it"}


class CoverageScreen(TableScreen):
    """One row a passage, first what most carry and the article under the cursor doesn't; ``o`` turns to the order of the
    text, to what that article leaves out, then to what it alone says.
    """

    KEYS: ClassVar[ScreenName] = "coverage"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("coverage")]
    HEADING = "Coverage"
    LABEL = 94
    table: tuple[Row, ...] = ()
    order: Order = "missed first"
    _sorted: dict[int, tuple[Row, ...]]
    _found: dict[int, tuple[tuple[Row, ...], tuple[Row, ...]]]

    def __init__(self, articles: Sequence[Article], options: Options, go: Go | None = None, at: Place | None = None) -> None:
        super().__init__(articles, options, go, at)
        self.wordings = Wordings(self._wordings)

    def compose_rows(self) -> ComposeResult:
        yield Beside(*super().compose_rows(), self.wordings, id="table-body")

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        width = event.size.width
        self.wordings.display = width >= _BESIDE
        cells = self.CELL * len(self.articles) + 4
        self.wordings.styles.width = max(_LEAST, min(width * 2 // 5, width - cells - _TEXT - BAR), width - cells - self.LABEL)

    def tell(self) -> None:
        super().tell()
        self.wordings.show(self.shown[self.row] if self.comparison is not None and self.count() else None)

    def _wordings(self, row: Row, size: tuple[int, int]) -> list[Words]:
        from compare.views.marks import marks

        assert self.comparison is not None
        names = tuple(zip(self.chips, self.names, strict=True))
        return wordings(self.comparison, row, self.column, names, marks, size)

    def prepare(self, comparison: Comparison) -> None:
        self.table = table(comparison)
        self._found, self._sorted = {}, {}
        self._of_article(self.column)

    def _of_article(self, article: int) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """What an article leaves out, and what it alone says: told of at each key, so the table is gone through once for it."""
        if article not in self._found:
            self._found[article] = left_out(self.table, article), alone(self.table, article)
        return self._found[article]

    def _missed_first(self) -> tuple[Row, ...]:
        if self.column not in self._sorted:
            self._sorted[self.column] = missed_first(self.table, self.column)
        return self._sorted[self.column]

    @property
    def shown(self) -> tuple[Row, ...]:
        match self.order:
            case "missed first":
                return self._missed_first()
            case "left out":
                return self._of_article(self.column)[0]
            case "alone":
                return self._of_article(self.column)[1]
            case _:
                return self.table

    def count(self) -> int:
        return len(self.shown)

    def label(self, row: int, width: int) -> Line:
        shown = self.shown[row]
        assert self.comparison is not None
        first = shown.place(self.options.base) or shown.passage.members[0]
        status: themes.StyleName = shown.passage.status
        sign = themes.SIGNS[shown.passage.status]
        style = themes.style("heading" if self.comparison.sentence(first).kind == "heading" else "text", self.app.theme_variables)
        marked = (f"{sign} ", themes.style(status, self.app.theme_variables))
        text = self.comparison.sentence(first).text
        bar = self._bar(shown) if width >= _TEXT + BAR else ()
        return [marked, *self.labelled(text, width - 2 - (BAR + 1 if bar else 0), style), *bar]

    def _bar(self, row: Row) -> Line:
        """How many of the outlets carry it, as a bar; the figure stands behind it."""
        variables = self.app.theme_variables
        full, track = bar(row.carried / len(self.articles), _STROKES)
        return [
            (full, themes.style("text", variables)),
            (track, themes.style("track", variables)),
            (f" {row.carried}/{len(self.articles)}".ljust(BAR + 1 - _STROKES), themes.style("text", variables)),
        ]

    def cell(self, row: int, article: int) -> tuple[str, Style]:
        shown = self.shown[row]
        text, name = _SIGNS[shown.cells[article]]
        if shown.alone(article):
            text, name = "+", "unique"
        elif shown.omitted(article):
            text, name = "○", "bad"
        return text, themes.style(name, self.app.theme_variables)

    def figures(self) -> str:
        return f"{self._named(self.order)} · {len(self.shown)} of {len(self.table)}"

    def _named(self, order: Order) -> str:
        return {
            "missed first": f"what {self.chips[self.column]} lacks and most carry first",
            "as told": "all passages, as told",
            "left out": f"what {self.chips[self.column]} leaves out",
            "alone": f"what {self.chips[self.column]} alone says",
        }[order]

    @property
    def _following(self) -> Order:
        """The order that the next press of the key turns to."""
        return ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]

    @property
    def handy(self) -> Mapping[str, str]:
        return {"sort": self._named(self._following)}

    def note(self) -> str:
        row = self.shown[self.row]
        name = self.chips[self.column]
        missing, own = self._of_article(self.column)
        known = self.names[self.column] if self.names[self.column] != name else self.articles[self.column].title
        called = name if self.wordings.display else f"{name} ({fit(known, 30)})"
        told = f"{called} {_TOLD[row.cells[self.column]]}; {others_told([cell for at, cell in enumerate(row.cells) if at != self.column])}"
        return f"{told}. {name} alone says {len(own)}, leaves out {len(missing)}."

    def row_of(self, comparison: Comparison, place: Place) -> int:
        return next((row for row, shown in enumerate(self.shown) if place in shown.passage.members), 0)

    def place(self) -> Place | None:
        row = self.shown[self.row]
        return row.place(self.column) or row.passage.members[0]

    def column_changed(self) -> None:
        if self.order != "as told":
            self.renew(empty="Nothing")

    def action_sort(self) -> None:
        self.order = self._following
        self.renew(empty=f"There is nothing that {self.chips[self.column]} {'leaves out' if self.order == 'left out' else 'alone says'}")


def others_told(cells: Sequence[str]) -> str:
    """How many of the other articles have a passage, whole or in part, by their cells."""
    count = len(cells)
    if count == 1:
        return f"the other {_TOLD[cells[0]]}"
    part, whole = cells.count("part"), count - cells.count("part") - cells.count("absent")

    def who(number: int) -> str:
        every = "both others" if count == 2 else f"all {count} others"
        return every if number == count else f"{number} of the {count} others"

    if not whole and not part:
        return "neither of the others has it" if count == 2 else f"none of the {count} others has it"
    if not whole:
        return f"{who(part)} {'has' if part == 1 else 'have'} a part of it"
    return f"{who(whole)} {'has' if whole == 1 else 'have'} it" + (f", {part} a part of it" if part else "")


class Wordings(LineWidget):
    """Beside the table, how each outlet puts the passage under the cursor; ``lines`` gives that for so many cells by lines."""

    DEFAULT_CSS = "Wordings { height: 1fr; }"

    def __init__(self, lines: Callable[[Row, tuple[int, int]], list[Words]]) -> None:
        super().__init__(id="wordings")
        self._lines_of = lines
        self._row: Row | None = None
        self._lines: tuple[object, list[Words]] = (None, [])

    def show(self, row: Row | None) -> None:
        """Put up another passage, or the same one as against another outlet."""
        self._row, self._lines = row, (None, [])
        self.refresh()

    def render_line(self, y: int) -> Strip:
        palette, size = self.palette, (max(self.size.width - 3, 1), self.size.height)
        if self._lines[0] != size:
            self._lines = (size, self._lines_of(self._row, size) if self._row is not None else [])
        words = self._lines[1][y] if y < len(self._lines[1]) else ()
        segments = [Segment("▏ ", palette.style("edge")), *(Segment(word.text, palette.style(word.look)) for word in words)]
        return Strip(segments).adjust_cell_length(self.size.width, palette.ground)
