"""The facts side by side: figures, dates, titles and spellings, a column an outlet. It accuses nobody; Enter leads to where a value stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from compare.model import Article, Comparison, Options, Place
from tui import themes
from tui.keymap import ScreenName, bindings_for
from tui.layout.cells import displayed
from tui.layout.explain import Word, Words, gap_after
from tui.layout.facts import FactsPage, Shape
from tui.messages import Say
from tui.screens.chrome import fit
from tui.screens.paged import PagedScreen
from tui.screens.rows import Line, RowList
from tui.screens.tables import Heading

Span = tuple[int, int, int]
GoToFact = Callable[[Place, Sequence[Span]], None]


class FactsScreen(PagedScreen[FactsPage]):
    """A row a fact, a column an outlet. ``go`` is told the sentence of the value that was chosen, and where all values of its row stand."""

    KEYS: ClassVar[ScreenName] = "facts"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("facts")]
    HEADING = "Facts"
    _begun = False

    def __init__(self, articles: Sequence[Article], options: Options, go: GoToFact | None = None, at: Place | None = None) -> None:
        super().__init__(articles, options, None, at)
        self._go_to_fact = go

    def prepare(self, comparison: Comparison) -> None:
        self.page = FactsPage(comparison)

    def renew(self, empty: str | None = None) -> None:
        page = self.page
        if page is None or self.comparison is None:
            self.rows.show(0, empty=empty)
        else:
            said = "No two accounts give a figure, a date, a title or a spelling for the same thing"
            self.rows.show(len(page.rows), empty=said, measure=self._height, title=page.is_title)
            if self.at is None and page.rows and not self._begun:  # the cursor begins on a value
                self._begun, self.column = True, page.nearest(self.row, self.column)
        self.tell()

    # What the table asks for -------------------------------------------------------------------------------------------------------------

    def row_of(self, comparison: Comparison, place: Place) -> int:
        return self.page.row_of(place) if self.page is not None else 0

    def _shape(self, width: int) -> Shape:
        assert self.page is not None
        shape = self.page.shape(width, self.column, self._first_column)
        self._first_column = shape.columns.start
        return shape

    def _height(self, row: int, width: int) -> int:
        assert self.page is not None
        return len(self.page.lines(row, width - 1, self._shape(width - 1)))

    def _row(self, row: int, width: int) -> Sequence[Line]:
        assert self.page is not None
        shape = self._shape(width - 1)
        here = self._chosen(shape) if row == self.row else -1
        return [self._styled(words) for words in self.page.lines(row, width - 1, shape, here)]

    def _chosen(self, shape: Shape) -> int:
        """The article whose value is under the cursor; where only those that give one are shown, one of them."""
        return self.column if shape.columns or self.page is None else self.page.nearest(self.row, self.column)

    def _styled(self, words: Words) -> Line:
        variables = self.app.theme_variables
        return [(word.text, themes.style(word.look, variables)) for word in words]  # type: ignore[arg-type]

    def _head(self, _: int) -> Line:
        page = self.page
        if page is None or self.comparison is None:
            return ()
        shape = self._shape(max(1, self.rows.scrollable_content_region.width - 2))
        words = [Word(" " * (1 + shape.label))]
        for article in shape.columns:
            more = "‹ " if article == shape.columns[0] > 0 else "  "
            rest = " ›" if article == shape.columns[-1] < len(page.chips) - 1 else ""
            chip = fit(page.chips[article], shape.each - 2 - len(rest))
            words += [Word(more, "muted"), Word(chip, themes.outlet(article)), Word(rest.ljust(shape.each - 2 - len(chip)), "muted")]
        return self._styled(tuple(words))

    def figures(self) -> str:
        assert self.page is not None
        differing = sum(not row.fact.equal for row in self.page.facts)
        count = len(self.page.facts)
        return f"{count} {'fact' if count == 1 else 'facts'}, {differing} given differently"

    def note(self) -> str:
        """The sentence in which the value under the cursor stands."""
        place = self.place()
        assert self.page is not None
        assert self.comparison is not None
        if place is None:
            return f"{self.page.chips[self.column]} gives none"
        chip = self.page.chips[place.article]
        return f"{chip}{gap_after(chip, place.article)}{place.sentence + 1}  {displayed(self.comparison.sentence(place).text)}"

    def place(self) -> Place | None:
        if self.page is None or not self.page.rows:
            return None
        value = self.page.value(self.row, self._chosen(self._shape(max(1, self.rows.scrollable_content_region.width - 2))))
        return None if value is None else Place(value.article, value.sentence)

    # Keys --------------------------------------------------------------------------------------------------------------------------------

    def column_changed(self) -> None:
        """Stacked, only the outlets that give a value are walked through."""
        self.rows.redraw()

    @on(RowList.Clicked)
    def _clicked(self, event: RowList.Clicked) -> None:
        event.prevent_default()
        shape = self._shape(max(1, self.rows.scrollable_content_region.width - 2))
        at = (event.column - shape.label) // max(1, shape.each)
        if 0 <= at < len(shape.columns):
            self._to_column(shape.columns[at])
        if event.times > 1:
            self.action_choose()

    @on(Heading.Clicked)
    def _heading_clicked(self, event: Heading.Clicked) -> None:
        event.prevent_default()

    def action_choose(self) -> None:
        page, place = self.page, self.place()
        fact = page.rows[self.row].fact if page is not None and page.rows else None
        if page is None or fact is None:
            return
        if place is None:
            self.post_message(Say(f"{page.chips[self.column]} gives none"))
            return
        if self._go_to_fact is None:
            self.go_to(place)
            return
        self.dismiss(None)
        self._go_to_fact(place, [(value.article, value.start, value.end) for value in fact.fact.values])
