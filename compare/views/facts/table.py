"""The facts as screens and exports lay them out: a row a fact, a column an article, what differs first."""

from __future__ import annotations

from typing import NamedTuple

from compare.model import Comparison
from compare.model.points import Fact, FactKind, FactValue

KINDS: tuple[FactKind, ...] = ("figure", "money", "age", "date", "time", "title", "name")
"""The kinds in the order in which rows stand."""
SILENCE = "·"
"""What stands where an article gives no value."""
_CURRENCIES = {"usd": "US dollars", "eur": "euros", "gbp": "pounds sterling", "inr": "rupees", "jpy": "yen", "cny": "yuan"}


class FactRow(NamedTuple):
    """A fact with one cell for each article: the values that it gives, none where it is silent; what it says again stands once."""

    fact: Fact
    cells: tuple[tuple[FactValue, ...], ...]

    @property
    def heading(self) -> str:
        """What the row is about, with its unit where its values don't say it."""
        unit = unit_name(self.fact.unit)
        said = all(value.text.rstrip().endswith(("%", unit, f"{unit}s")) for cell in self.cells for value in cell)
        return self.fact.what if not unit or said or self.fact.kind in {"money", "age"} else f"{self.fact.what} ({unit})"


def table(comparison: Comparison, *, differing: bool = False) -> tuple[FactRow, ...]:
    """All the rows, or only those of which the values differ; those come first, each part by kind and then in the order of the texts."""
    size = len(comparison.articles)
    ranked = sorted(comparison.facts, key=lambda fact: (fact.equal, KINDS.index(fact.kind)))
    return tuple(FactRow(fact, _cells(fact, size)) for fact in ranked if not (differing and fact.equal))


def unit_name(unit: str) -> str:
    """A unit as a reader knows it."""
    return _CURRENCIES.get(unit, unit.replace("-", " "))


def _cells(fact: Fact, size: int) -> tuple[tuple[FactValue, ...], ...]:
    cells: list[dict[str, FactValue]] = [{} for _ in range(size)]
    for value in fact.values:
        cells[value.article].setdefault(value.value, value)
    return tuple(tuple(cell.values()) for cell in cells)
