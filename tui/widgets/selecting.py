"""Selecting text with the mouse: what is selected is a stretch of one article's source text, wherever the pointer goes meanwhile.

Textual's selections are columns and lines of a widget. Here the column is an offset in the article's text (code points) and the line is the
article, so that a selection outlives scrolling and wrapping, and one column that several articles share knows whose text it is.
"""

from __future__ import annotations

from itertools import pairwise

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection

from compare.model import Analysis
from tui.layout.cells import displayed, is_even, slice_cells, width_of
from tui.layout.paint import Painted, Stretch
from tui.layout.viewport import Location
from tui.state.compare import CompareState
from tui.widgets.lines import LineWidget

_BEYOND = 1 << 20
"""A column to the right of every line."""


class SelectableLines(LineWidget):
    """Lines of articles' texts that can be selected; which lines, says the widget."""

    state: CompareState

    def _visible(self) -> list[Location]:
        """The lines of the window."""
        raise NotImplementedError

    def painted(self, location: Location) -> Painted:
        """What stands on a line of the window."""
        raise NotImplementedError

    def stretches(self, painted: Painted) -> list[tuple[int, Stretch]]:
        """What stands on a line, each stretch with the column (from the pane's edge on) where it begins."""
        column = self.state.windows.arrangement.gutter
        found = []
        for stretch in painted.stretches:
            found.append((column, stretch))
            column += width_of(stretch.text)
        return found

    def nearest(self, x: int, y: int, article: int | None = None) -> Offset | None:
        """The text at a cell: its offset and its article. Beside and between texts it is what stands last before the cell, else the first after it.

        ``article`` asks for one article's text alone. None where the window shows nothing of it.
        """
        locations = self._visible()
        at = min(max(y - 1, 0), len(locations) - 1)
        order = [*range(at, -1, -1), *range(at + 1, len(locations))]
        for row in order:
            column = (x if 1 <= y <= len(locations) else -1 if y < 1 else _BEYOND) if row == at else _BEYOND if row < at else -1
            found = self._on_line(self.painted(locations[row]), column, article)
            if found is not None:
                return found
        return None

    def _on_line(self, painted: Painted, x: int, article: int | None) -> Offset | None:
        found = None
        for column, stretch in self.stretches(painted):
            if stretch.start < 0 or (article is not None and stretch.article != article):
                continue
            inside = slice_cells(stretch.text, 0, max(x - column, 0))[1]
            if inside < len(stretch.text):
                return Offset(stretch.start + inside, stretch.article) if x >= column or found is None else found
            found = Offset(stretch.start + _last_grapheme(stretch.text), stretch.article)
        return found

    def text_select_all(self) -> None:
        """A double click selects the sentence that it was made on: the first of the two has moved the cursor there."""
        place = self.state.cursor
        sentence = self.state.subject.comparison.sentence(place)
        self.screen.selections = {self: Selection(Offset(sentence.start, place.article), Offset(sentence.end, place.article))}

    @property
    def select_container(self) -> SelectableLines:
        """A third click selects no more than the second."""
        return self

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The source text, unwrapped."""
        found = bounds(selection)
        if found is None:
            return None
        analysis = self.state.subject.comparison.articles[found[0]]
        text = analysis.article.text
        return unwrapped(analysis, min(found[1], len(text)), whole_grapheme(text, min(found[2], len(text)))), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()


def bounds(selection: Selection) -> tuple[int, int, int] | None:
    """The article of a selection, and where in its text it starts and ends; None for one that Textual has made of a whole widget."""
    if selection.start is None or selection.end is None or selection.start.y != selection.end.y:
        return None
    ends = (selection.start.x, selection.end.x)
    return selection.start.y, min(ends), max(ends)


def selectable(stretch: Stretch, style: Style, selection: Selection | None, selected: Style) -> list[Segment]:
    """The segments of a stretch, what is selected of it with the looks of that."""
    found = bounds(selection) if selection is not None and stretch.start >= 0 else None
    if found is None or found[0] != stretch.article:
        return [Segment(stretch.text, style)]
    text = stretch.text
    first, last = (min(max(each - stretch.start, 0), len(text)) for each in found[1:])
    last = whole_grapheme(text, last)
    parts = ((text[:first], style), (text[first:last], style + selected), (text[last:], style))
    return [Segment(part, look) for part, look in parts if part]


def whole_grapheme(text: str, end: int) -> int:
    """Where a stretch of text ends whose last grapheme begins one code point before ``end``: behind that grapheme, whole."""
    if not 0 < end < len(text) or is_even(text[end - 1 : end + 1]):
        return end
    return end - 1 + split_graphemes(text[end - 1 : end + 63])[0][0][1]


def _last_grapheme(text: str) -> int:
    """Where the last grapheme of a text begins."""
    return len(text) - 1 if is_even(text) else split_graphemes(text)[0][-1][0]


def unwrapped(analysis: Analysis, start: int, end: int) -> str:
    """A stretch of the source text: between paragraphs it is as it stands there, a paragraph is one line however it was wrapped."""
    text = analysis.article.text
    pieces, at = [], start
    for before, after in pairwise(analysis.sentences):
        if before.paragraph != after.paragraph and at <= before.end and after.start <= end:
            pieces += [displayed(text[at : before.end]), text[before.end : after.start]]
            at = after.start
    return "".join([*pieces, displayed(text[at:end])])
