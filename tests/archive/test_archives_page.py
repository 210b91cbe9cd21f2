"""docs/archives.md: its tables are the schema's, and its queries run over tables of a known archive, in DuckDB and in pandas.

``NEWSDIFF_RENEW=1 pytest tests/archive/test_archives_page.py`` writes the tables anew.
"""

from __future__ import annotations

import importlib.util
import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from compare.archive.schema import TABLES, Column
from tests.archive.folders import DAY, differing, folder, story, told
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "archives.md"
BEGIN, END = "<!-- tables -->", "<!-- end of tables -->"
SECTION = re.compile(r"^### (?P<title>.+?)\n.*?^```sql\n(?P<query>.*?)^```", re.MULTILINE | re.DOTALL)
Rows = list[tuple[Any, ...]]


def needs(*modules: str) -> None:
    """Skip where a library isn't here; in CI, where nothing may be left out unseen, fail."""
    for module in modules:
        if importlib.util.find_spec(module) is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {module}")


def described(table: str, columns: tuple[Column, ...]) -> str:
    rows = "\n".join(f"| `{each.name}` | {each.type}{' or null' if each.may_lack else ''} | {each.meaning} |" for each in columns)
    return f"### {table}\n\n| column | type | what it holds |\n| --- | --- | --- |\n{rows}\n"


def test_the_page_has_the_tables_of_the_schema() -> None:
    text = PAGE.read_text(encoding="utf-8")
    made = "\n" + "\n".join(described(table, columns) for table, columns in TABLES.items())
    before, _, rest = text.partition(BEGIN)
    written, _, after = rest.partition(END)
    if os.environ.get("NEWSDIFF_RENEW"):
        PAGE.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8", newline="\n")
        return
    assert written.strip() == made.strip(), "run: NEWSDIFF_RENEW=1 pytest tests/archive/test_archives_page.py"


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four events: one is told alike, in one a quotation is altered, one is a wire report in four papers, one the Courier doesn't have and the
    Bugle tells without a name."""
    needs("pyarrow")
    wire = [told(3, f"Paper {number}", DAY + timedelta(days=2)) for number in range(4)]
    without = [told(4, outlet, DAY + timedelta(days=3)) for outlet in ("Daily Ledger", "Morning Star Wire", "Bugle")]
    for each in without[:2]:
        each["text"] += "\n\nHarriet Lowe, a goldsmith, had mended the chalice. “I am sad,” Harriet Lowe said."
    quoting = differing(1, DAY + timedelta(days=9))
    return folder(tmp_path_factory.mktemp("archives") / "spring", [story(0), quoting, wire, without], copies=[2])


@pytest.fixture(scope="module")
def answers(spring: Path) -> dict[str, Rows]:
    """What each query of the page gives, by its title."""
    needs("duckdb")
    import duckdb

    text = PAGE.read_text(encoding="utf-8").partition("## Ready queries")[2].replace("'spring/", f"'{spring}/")
    opening, _, rest = text.partition("\n### ")
    with duckdb.connect() as connection:
        for statement in opening.partition("```sql\n")[2].partition("```")[0].split(";"):
            connection.execute(statement)
        return {found["title"]: connection.execute(found["query"]).fetchall() for found in SECTION.finditer(f"### {rest}")}


def test_every_query_answers(answers: dict[str, Rows]) -> None:
    assert len(answers) == 9
    assert all(answers.values())


def test_who_stands_alone(answers: dict[str, Rows]) -> None:
    rows = {outlet: (events, alone, rate) for outlet, events, alone, rate in answers["Which outlets stand alone most?"]}
    assert rows["Daily Ledger"] == (3, 1, 0.333)
    assert rows["The Courier"] == (2, 0, 0.0)
    assert answers["Which outlets stand alone most?"][0][0] == "Daily Ledger"


def test_what_is_left_out(answers: dict[str, Rows], spring: Path) -> None:
    from compare.archive.folder import open_folder

    coverage = open_folder(spring).table("coverage").to_pylist()
    lacking = {(row["outlet"], row["what"]) for row in coverage if row["kind"] in {"person", "organisation"} and not row["carried"]}
    assert ("Bugle", "Harriet Lowe") in lacking
    assert {(outlet, what) for outlet, what, _, _ in answers["Whom does an outlet leave out?"]} == lacking
    for outlet, left_out, of, share in answers["How much does an outlet leave out of what the others report?"]:
        mine = [row for row in coverage if row["outlet"] == outlet and row["kind"] == "passage" and row["others"] >= 2]
        assert (left_out, of) == (sum(not row["carried"] for row in mine), len(mine))
        assert share == round(left_out / of, 3)


def test_how_a_quotation_spreads(answers: dict[str, Rows]) -> None:
    (altered,) = [row for row in answers["How does a quotation spread?"] if "bridge" in row[-1]]
    assert altered[2:5] == (DAY + timedelta(days=9), 3, 2)
    assert altered[5] == "Petra Holm"
    assert altered[6] == ["Daily Ledger", "Morning Star Wire", "The Courier"]
    pairs = {row[:2]: row[2:] for row in answers["Whose quotations read differently elsewhere?"]}
    assert pairs["The Courier", "Daily Ledger"][3] == 1
    assert pairs["The Courier", "Morning Star Wire"][1] == 1


def test_who_reports_and_prints_the_same(answers: dict[str, Rows]) -> None:
    assert answers["Who reports the same events?"][0] == ("Daily Ledger", "Morning Star Wire", 3)
    copies = answers["Who prints whose reports?"]
    assert len(copies) == 3
    assert {another for _, another, _ in copies} | {copies[0][0]} == {f"Paper {number}" for number in range(4)}
    (missed,) = [row for row in answers["Which events does an outlet not report?"] if row[2] == 3]
    assert missed[1] == DAY + timedelta(days=3)


def test_the_points_themselves(answers: dict[str, Rows]) -> None:
    rows = answers["The points themselves, with what each outlet says"]
    assert {row[5] for row in rows} == {"Daily Ledger", "Morning Star Wire", "The Courier"}
    assert any("rotten" in row[6] for row in rows if row[5] == "Daily Ledger")


def test_the_page_in_python(spring: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs("pandas")
    monkeypatch.chdir(spring.parent)
    shown: dict[str, Any] = {}
    for block in re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        exec(compile(block, str(PAGE), "exec"), shown)
    assert shown["of_outlet"]["Daily Ledger"] == 3
    assert shown["a_week"]["size"].sum() == len(shown["events"]) == 4
    assert shown["a_week"]["sum"].sum() == 1
    assert len(shown["comparison"].articles) == 3


def test_pandas_and_duckdb_read_every_table_with_its_types(spring: Path) -> None:
    needs("pandas", "duckdb")
    import duckdb
    import pandas as pd  # type: ignore[import-untyped]

    from compare.archive.folder import open_folder

    opened = open_folder(spring)
    names = {"string": "VARCHAR", "int32": "INTEGER", "float64": "DOUBLE", "bool": "BOOLEAN", "date": "DATE", "list<string>": "VARCHAR[]"}
    for table, columns in TABLES.items():
        count = opened.table(table).num_rows
        frame = pd.read_parquet(spring / table)
        assert (list(frame.columns), len(frame)) == ([column.name for column in columns], count)
        found = duckdb.sql(f"SELECT * FROM '{spring}/{table}/*.parquet'")
        assert found is not None
        assert found.columns == [column.name for column in columns]
        assert len(found.fetchall()) == count
        for column, kind in zip(columns, found.types, strict=True):
            assert str(kind) == names.get(column.type, str(kind)), column
            assert column.type in names or str(kind).startswith("STRUCT(article VARCHAR, outlet VARCHAR, "), column
