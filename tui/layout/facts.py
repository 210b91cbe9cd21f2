"""The facts as rows of words with looks: a row a thing, a column an outlet; one below the other where columns have no room. No widgets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from compare.model import Place
from compare.model.outlets import chips_in
from compare.views.facts.table import SILENCE, FactRow, table
from tui.layout.cells import displayed, width_of
from tui.layout.explain import Word, Words
from tui.layout.listings import paragraph
from tui.themes import outlet

if TYPE_CHECKING:
    from compare.model import Comparison
    from compare.model.points import FactValue

LEAST_COLUMN = 15
"""Cells that an outlet's column needs at least; where not even two have them, the outlets stand one below the other."""
_LEAST_LABEL, _MOST_LABEL = 18, 44
_LINES = 3
"""Lines of a cell at most."""
BAR = 2
"""Cells before a value: the cursor's bar and a blank."""


class Shape(NamedTuple):
    """How a width is parted: cells of the label, the articles that have a column and how wide each is; no columns where all is stacked."""

    label: int
    columns: range
    each: int


class Row(NamedTuple):
    """A title, or (with ``fact``) what one fact is to each outlet."""

    title: str = ""
    fact: FactRow | None = None


class FactsPage:
    """The rows of a comparison's facts: first those that are given differently, then those that all give alike."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.chips = chips_in(comparison)
        self.facts = table(comparison)
        differing = [row for row in self.facts if not row.fact.equal]
        alike = [row for row in self.facts if row.fact.equal]
        self.rows: list[Row] = []
        for said, found in ((f"Given differently: {len(differing)}", differing), (f"Given alike: {len(alike)}", alike)):
            if found:
                self.rows += [Row(said), *(Row(fact=each) for each in found)]

    def is_title(self, number: int) -> bool:
        """Whether the cursor passes a row over."""
        return self.rows[number].fact is None

    def shape(self, width: int, column: int, first: int) -> Shape:
        """How so many cells are parted, the column ``column`` in sight and ``first`` the first one if that can be."""
        count = len(self.chips)
        label = max(_LEAST_LABEL, min(_MOST_LABEL, width * 3 // 10))
        most = min(count, (width - label) // LEAST_COLUMN)
        if most < min(2, count):
            return Shape(width, range(0), width)
        first = max(column - most + 1, min(first, column, count - most))
        return Shape(label, range(first, first + most), (width - label) // most)

    def lines(self, number: int, width: int, shape: Shape, bar: int = -1) -> list[Words]:
        """A row set for so many cells; ``bar`` is the article whose value is under the cursor, -1 for none."""
        row = self.rows[number]
        if row.fact is None:
            title = paragraph((Word(row.title, "heading"),), max(width, 1), 2)
            return [(), *title] if number else title
        sign = Word("= " if row.fact.fact.equal else "≠ ", "muted")
        heading = (sign, Word(displayed(row.fact.heading), "muted" if row.fact.fact.equal else "text"))
        if not shape.columns:
            return self._stacked(row.fact, heading, width, bar)
        label = paragraph(heading, max(shape.label - 2, 1), _LINES)
        cells = [paragraph(self._cell(row.fact, article), max(shape.each - BAR - 1, 1), _LINES) for article in shape.columns]
        lines: list[Words] = []
        for line in range(max(len(label), *map(len, cells))):
            words = _padded(label[line] if line < len(label) else (), shape.label)
            for article, cell in zip(shape.columns, cells, strict=True):
                words += [_bar(here=article == bar), *_padded(cell[line] if line < len(cell) else (), shape.each - BAR)]
            lines.append(tuple(words))
        return lines

    def _stacked(self, row: FactRow, heading: Words, width: int, bar: int) -> list[Words]:
        wide = max(map(width_of, self.chips))
        lines = paragraph(heading, max(width, 1), _LINES)
        for article, cell in enumerate(row.cells):
            if not cell:
                continue
            said = paragraph(self._cell(row, article), max(width - wide - BAR - 2, 1), _LINES)
            chip = self.chips[article]
            lines.append((_bar(here=article == bar), Word(f"{chip}{' ' * (wide - width_of(chip))}  ", outlet(article)), *said[0]))
            lines += [(Word(" " * (BAR + wide + 2)), *more) for more in said[1:]]
        return lines

    def _cell(self, row: FactRow, article: int) -> Words:
        """What an outlet gives: dim where all give the same, bright where it alone does."""
        cell = row.cells[article]
        if not cell:
            return (Word(SILENCE, "muted"),)
        often = Counter(value.value for each in row.cells for value in each)
        words: list[Word] = []
        for value in cell:
            look = "muted" if row.fact.equal else "text" if often[value.value] > 1 else "heading"
            words += [Word(" / ", "muted")] if words else []
            words.append(Word(" ".join(displayed(value.text).split()), look))
        return tuple(words)

    def value(self, number: int, article: int) -> FactValue | None:
        """What an outlet gives in a row, the first of it; None where it is silent."""
        fact = self.rows[number].fact
        return fact.cells[article][0] if fact is not None and fact.cells[article] else None

    def nearest(self, number: int, article: int) -> int:
        """The article whose value is under the cursor: this one, or where nobody shows that it is silent the next that isn't."""
        fact = self.rows[number].fact
        if fact is None or fact.cells[article]:
            return article
        return next((each for each in (*range(article, len(fact.cells)), *range(article)) if fact.cells[each]), article)

    def row_of(self, place: Place) -> int:
        """The row that has a value of this sentence; the first fact where none has."""
        for number, row in enumerate(self.rows):
            if row.fact is not None and any(place == Place(value.article, value.sentence) for value in row.fact.fact.values):
                return number
        return min(1, max(len(self.rows) - 1, 0))


def _bar(*, here: bool) -> Word:
    return Word("┃ " if here else " " * BAR, "key")


def _padded(words: Words, width: int) -> list[Word]:
    return [*words, Word(" " * max(0, width - sum(width_of(word.text) for word in words)))]
