"""The page about a whole archive: its figures are those of the tables, it stays small, and nothing in it runs or loads."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")
from compare.archive.files import part, write_table
from compare.archive.folder import open_folder
from compare.archive.page import render
from compare.archive.page.figures import MOST_BUCKETS, MOST_EVENTS, MOST_OUTLETS, bucketed, figures, without_stray
from compare.archive.schema import RUN, arrow
from compare.errors import NewsdiffError
from tests.archive.folders import DAY, differing, folder, story, told

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><style>*{}</style>\x1b[31m\u202e&"
LATER = DAY + timedelta(days=9)


class Tags(HTMLParser):
    """All tags of a page, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    silent = story(2, None)
    for each in silent[:2]:
        each["text"] += "\n\nA trawler had rammed the mooring at dawn, and its skipper was fined twice before."
    return folder(tmp_path_factory.mktemp("whole"), [story(0), differing(1, LATER), silent])


def test_the_figures_are_those_of_the_tables(whole: Path) -> None:
    found = figures(open_folder(whole))
    assert (found.events, found.articles, found.reported, found.compared, found.differing, found.points) == (3, 9, 9, 3, 1, 1)
    assert (found.first, found.last, found.undated, found.errors) == (DAY, LATER, 1, 1)
    assert found.unit == "day"
    assert [(bucket.first, bucket.events, bucket.differing) for bucket in found.buckets if bucket.events] == [(DAY, 1, 0), (LATER, 1, 1)]
    assert len(found.buckets) == 10
    assert found.kinds == [("quotation", 0, 0, 1)]
    assert {outlet.name: (outlet.articles, outlet.events, outlet.alone) for outlet in found.outlets} == {
        "Daily Ledger": (3, 3, 1),
        "Morning Star Wire": (3, 3, 0),
        "The Courier": (3, 3, 0),
    }
    coverage = [row for row in open_folder(whole).table("coverage").to_pylist() if row["kind"] == "passage" and row["others"] >= 2]
    for outlet in found.outlets:
        mine = [row["carried"] for row in coverage if row["outlet"] == outlet.name]
        assert (outlet.omitted, outlet.carried) == (mine.count(False), mine.count(True))
    assert sum(outlet.omitted for outlet in found.outlets)
    assert found.listed[0].points == 1
    assert "rotten" in found.listed[0].telling


def test_the_page_says_them(whole: Path) -> None:
    page = render(open_folder(whole))
    assert "3 events, 1 point on which accounts differ" in page
    assert "13 Mar 2024: 1 event, 1 of them with points" in page
    assert all(event["event"] in page for event in open_folder(whole).events())
    assert page == render(open_folder(whole))


def test_a_run_that_was_stopped_says_so(tmp_path: Path) -> None:
    page = render(open_folder(folder(tmp_path, [story(0), differing(1)], compared=1, finished=False), unfinished=True))
    assert "The run isn't finished" in page
    assert "1 event was compared" in page


def test_without_comparison_and_without_events(tmp_path: Path) -> None:
    page = render(open_folder(folder(tmp_path / "plain", [story(0, None)], compared=0)))
    assert "None was compared" in page
    assert "No event has a date" in page
    assert 'id="kinds"' not in page
    assert "0 events" in render(open_folder(folder(tmp_path / "none", [])))


def test_nothing_in_it_runs_or_loads_whatever_the_texts_say(tmp_path: Path) -> None:
    rows = [
        told(1, outlet, DAY, title=EVIL, outlet=f"{outlet}{EVIL}", text=each["text"])
        for outlet, each in zip(("a", "b", "c"), differing(), strict=True)
    ]
    made = folder(tmp_path, [rows])
    run = (made / RUN).read_text(encoding="utf-8")
    (made / RUN).write_text(run.replace("news.jsonl", "<script>news</script>"), encoding="utf-8")
    page = render(open_folder(made))
    assert page.count("&lt;script&gt;") > 3
    assert not any(sign in page for sign in "\x1b\u202e")
    tags = Tags(page).found
    assert {tag for tag, _ in tags} <= set(
        "html head meta title style body header p h1 h2 nav a main section svg g rect details summary table thead tbody tr th td span code ol li footer"
        " strong".split()
    )
    names = {name for _, attributes in tags for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"style", "src", "srcset"}}
    assert all(attributes["href"] in {"#days", "#kinds", "#outlets", "#events"} for tag, attributes in tags if tag == "a")
    policy = next(attributes["content"] for tag, attributes in tags if attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"url\(|@import|@font-face", page)


def test_cells_that_a_stranger_emptied_are_damage(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import read_table

    for name, value in (("articles", None), ("points", None), ("event", None), ("outlet_count", None)):
        made = folder(tmp_path / name, [story(0), differing(1)])
        file = part(made / "events", 0)
        rows = [{**row, name: value} for row in read_table(file).to_pylist()]
        write_table(pa.Table.from_pylist(rows, schema=pa.schema([field.with_nullable(True) for field in arrow("events")])), file)
        with pytest.raises(NewsdiffError, match="damaged"):
            render(open_folder(made))
    made = folder(tmp_path / "run", [story(0)])
    (made / RUN).write_text((made / RUN).read_text(encoding="utf-8").replace('"errors": 1', '"errors": "many"'), encoding="utf-8")
    with pytest.raises(NewsdiffError, match="damaged"):
        render(open_folder(made))


def test_it_stays_small_however_large_the_archive_is(tmp_path: Path) -> None:
    """Many events, each of many outlets, all names and headlines as long and as hard to escape as they can be."""
    groups: list[list[dict[str, Any]]] = []
    for number in range(1_000):
        day = date(1700, 1, 1) + timedelta(days=number * 120)
        title = f"{number}" + "&\"'<>" * 400
        groups.append(
            [
                told(0, f"{number % 500}-{each}", day, outlet="<\"'>" * 60 + f"{number % 500}-{each}", title=title, text="x y")
                for each in range(12)
            ]
        )
    made = open_folder(folder(tmp_path, groups, compared=0))
    found = figures(made)
    assert (len(found.listed), len(found.outlets)) == (MOST_EVENTS, MOST_OUTLETS)
    assert len(found.buckets) <= MOST_BUCKETS
    assert sum(bucket.events for bucket in found.buckets) == 1_000
    assert len(render(made).encode()) < 1_000_000


@pytest.mark.parametrize("step", [1, 3, 20, 60, 300, 3_000, 29_000])
def test_columns_have_no_gaps_and_hold_every_day(step: int) -> None:
    days = {date(1600, 2, 29) + timedelta(days=number * step): (2, 1) for number in range(100)}
    unit, buckets = bucketed(days)
    assert (unit == "day") == (step == 1)
    assert len(buckets) <= MOST_BUCKETS
    assert sum(bucket.events for bucket in buckets) == 200
    assert sum(bucket.differing for bucket in buckets) == 100
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(buckets))
    assert all(bucket.first <= bucket.last for bucket in buckets)
    assert len({bucket.label for bucket in buckets}) == len(buckets)


def test_a_wrong_year_does_not_leave_one_column_for_all_others(tmp_path: Path) -> None:
    day = date(2024, 3, 4)
    many = {day + timedelta(days=number): (20, 1) for number in range(30)}
    assert without_stray({**many, date(9999, 1, 1): (2, 0), date(1605, 1, 1): (3, 0)}) == many
    few = {**many, date(9999, 1, 1): (9, 0)}
    assert without_stray(few) == few, "so many are no slip"
    assert without_stray({day: (1, 0), date(1999, 1, 1): (1, 0)}) == {day: (1, 0), date(1999, 1, 1): (1, 0)}
    near = {**many, day + timedelta(days=90): (1, 0)}
    assert without_stray(near) == near
    groups = [[told(0, outlet, day + timedelta(days=n % 40), id=str(n), text=f"{n} x") for outlet in ("a", "b")] for n in range(120)]
    groups.append([told(0, outlet, date(9999, 1, 1), text="far off") for outlet in ("a", "b")])
    made = open_folder(folder(tmp_path, groups, compared=0))
    assert (figures(made).unit, figures(made).stray) == ("day", 1)
    assert "1 lies years off and is left out, too" in render(made)


def test_days_at_the_ends_of_the_calendar() -> None:
    for days in ({date.min: (1, 0), date.max: (1, 1)}, {date.min: (1, 0)}, {date.max: (1, 0)}, {}):
        _, buckets = bucketed(days)
        assert sum(bucket.events for bucket in buckets) == len(days)
