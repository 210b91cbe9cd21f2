"""Which article carries what: the passages as rows, one cell an article, and what an article alone says or leaves out."""

from __future__ import annotations

from math import fsum
from typing import Literal, NamedTuple

from compare.model import Comparison, Passage, Place
from compare.views.omissions import Omissions

Cell = Literal["present", "altered", "part", "absent"]
"""``altered``: carried, with a difference that makes it divergent. ``part``: carried only through links that lead out of the passage."""


class Row(NamedTuple):
    """A passage with one cell an article. ``carried`` counts the articles that carry it; ``weight`` is their share, from 0 to 1.

    ``silent`` are the articles that leave it out: nothing of it is told there, and at least two others have it in this row, or the one other of two.
    """

    passage: Passage
    cells: tuple[Cell, ...]
    carried: int
    weight: float
    silent: frozenset[int] = frozenset()

    def place(self, article: int) -> Place | None:
        """The passage's first sentence in an article."""
        return next((member for member in self.passage.members if member.article == article), None)

    def alone(self, article: int) -> bool:
        """Whether this article carries it and no other one does."""
        return self.carried == 1 and self.cells[article] != "absent"

    def omitted(self, article: int) -> bool:
        """Whether this article leaves it out."""
        return article in self.silent


def table(comparison: Comparison) -> tuple[Row, ...]:
    """A row a passage, in the passages' order."""
    omissions = Omissions(comparison)
    return tuple(_row(comparison, passage, omissions) for passage in comparison.passages)


def left_out(rows: tuple[Row, ...], article: int) -> tuple[Row, ...]:
    """What an article leaves out, first what most of the others carry."""
    return tuple(sorted((row for row in rows if row.omitted(article)), key=lambda row: -row.weight))


def missed_first(rows: tuple[Row, ...], article: int) -> tuple[Row, ...]:
    """All rows: first what an article lacks, most carried first, as :func:`left_out` has it, then the rest in the passages' order."""
    return left_out(rows, article) + tuple(row for row in rows if not row.omitted(article))


def alone(rows: tuple[Row, ...], article: int) -> tuple[Row, ...]:
    """What an article alone says."""
    return tuple(row for row in rows if row.alone(article))


def burden(left_out: tuple[Row, ...]) -> float:
    """The weights of all that an article leaves out, summed and rounded to two places."""
    return round(fsum(row.weight for row in left_out), 2)


def _row(comparison: Comparison, passage: Passage, omissions: Omissions) -> Row:
    count = len(comparison.articles)
    cells = tuple(_cell(comparison, passage, article) for article in range(count))
    carried = sum(cell != "absent" for cell in cells)
    tellers = len({member.article for member in passage.members})
    lacking = [article for article in range(count) if cells[article] == "absent"] if tellers >= min(2, count - 1) else []
    silent = frozenset(article for article in lacking if omissions.sure(passage, article))
    return Row(passage, cells, carried, round(carried / count, 4) if count else 0.0, silent)


def _cell(comparison: Comparison, passage: Passage, article: int) -> Cell:
    members = [member for member in passage.members if member.article == article]
    if members:
        return "altered" if any(comparison.standing(member).status == "divergent" for member in members) else "present"
    return "part" if article in passage.coverage else "absent"
