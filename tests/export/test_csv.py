import csv
import dataclasses
import io

import pytest

from compare.errors import NewsdiffError
from compare.export.csv import TABLES, render
from compare.views.presence import matrix
from tests.export.sample import sample


def read(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(sample(), table))))


def test_every_table_has_a_row_for_each_of_its_items() -> None:
    comparison = sample()
    assert len(read("links")) == len(comparison.links)
    assert len(read("differences")) == len(comparison.differences)
    assert len(read("entities")) == len(comparison.entities)
    assert len(read("coverage")) == len(comparison.passages)
    assert [row["action"] for row in read("pins")] == [pinned.action for pinned in comparison.pins]
    with pytest.raises(NewsdiffError, match="links, differences"):
        render(comparison, "nonsense")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", " =cmd|' /C calc'!A0", "＝1", "\u00a0=1"])
@pytest.mark.parametrize("table", ["differences", "entities"])
def test_no_spreadsheet_runs_a_text(text: str, table: str) -> None:
    comparison = sample()
    comparison = dataclasses.replace(
        comparison,
        differences=(dataclasses.replace(comparison.differences[0], explanation=text),),
        entities=(dataclasses.replace(comparison.entities[0], name=text, aliases=()),),
    )
    cells = list(csv.reader(io.StringIO(render(comparison, table))))[1]
    assert f"'{text}" in cells
    assert not any(cell.strip()[:1] in ("=", "+", "-", "@", "＝") for cell in cells)


def test_signs_of_csv_itself_come_back() -> None:
    text = 'a "quoted", b\nc; d'
    comparison = sample()
    comparison = dataclasses.replace(comparison, differences=(dataclasses.replace(comparison.differences[0], explanation=text),))
    assert next(csv.DictReader(io.StringIO(render(comparison, "differences"))))["explanation"] == text


@pytest.mark.parametrize("table", TABLES)
def test_the_head_names_every_column_once(table: str) -> None:
    head = next(csv.reader(io.StringIO(render(sample(), table))))
    assert len(set(head)) == len(head)
    assert all(head)


def test_the_table_of_names_has_the_matrix() -> None:
    comparison = sample()
    for row, presence in zip(read("entities"), matrix(comparison), strict=True):
        assert [row[letter] for letter in "ABC"] == [str(count) for count in presence.counts]
        assert [row[f"{letter}_first"] for letter in "ABC"] == ["" if first is None else str(first) for first in presence.firsts]
        assert row["only_here"] == ("" if presence.only is None else "ABC"[presence.only])
        assert row["left_out"] == " ".join("ABC"[article] for article in presence.left_out)
