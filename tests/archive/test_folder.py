"""A folder of events, opened: finished, under way, damaged, hostile; which of an event's articles are laid side by side."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
from compare.archive.files import part, write_table
from compare.archive.folder import MOST_COMPARED, is_events_folder, open_folder, outlets_first, to_compare
from compare.archive.schema import RUN, TABLES, arrow
from compare.archive.shelf import Shelf
from compare.errors import NewsdiffError
from tests.archive.folders import DAY, differing, folder, story, told

LATER = DAY + timedelta(days=9)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder(tmp_path_factory.mktemp("whole"), [story(0), differing(1, LATER), story(2, None)])


def read_all(path: Path) -> None:
    shelf = Shelf(path)
    for event in shelf.events:
        shelf.members(event.id)
        shelf.points(event.id)
        shelf.articles(event.id)


def trouble(path: Path) -> str:
    """The one line that opening and reading it ends with."""
    with pytest.raises(NewsdiffError) as raised:
        read_all(path)
    line = str(raised.value)
    assert line.startswith(str(path))
    assert "\n" not in line
    return line.removeprefix(f"{path}: ")


def test_events_members_points_and_texts(whole: Path) -> None:
    shelf = Shelf(whole)
    assert not shelf.status
    assert [(event.first, event.articles, event.compared) for event in shelf.events] == [(DAY, 3, 3), (LATER, 3, 3), (None, 3, 3)]
    differs = shelf.events[1]
    (point,) = shelf.points(differs.id)
    assert differs.points == 1
    assert point.kind == "quote"
    assert "rotten" in point.explanation
    assert not shelf.points(shelf.events[0].id)
    texts = {article.text for article in shelf.articles(differs.id)}
    assert texts == {each["text"] for each in differing(1)}
    assert {member.title for member in shelf.members(differs.id)} == {each["title"] for each in differing(1)}
    headlines = shelf.headlines()
    assert all(each["title"] in headlines[differs.id] for each in differing(1))


def test_a_run_that_was_stopped_opens_with_what_is_there(whole: Path, tmp_path: Path) -> None:
    stopped = Shelf(folder(tmp_path / "stopped", [story(0), differing(1, LATER), story(2, None)], compared=2, finished=False))
    assert stopped.status.startswith("not finished: 2 of 3 events are compared")
    done = Shelf(whole).events
    assert stopped.events[:2] == done[:2]
    assert stopped.events[2] == done[2]._replace(compared=0)
    assert stopped.points(done[1].id) == Shelf(whole).points(done[1].id)
    assert len(stopped.articles(done[2].id)) == 3
    with pytest.raises(NewsdiffError, match="isn't finished"):
        open_folder(tmp_path / "stopped")
    for file in (tmp_path / "stopped" / "members").iterdir():
        file.unlink()
    assert trouble(tmp_path / "stopped").startswith("its articles aren't grouped yet")


def test_an_event_is_named_by_its_first_letters(whole: Path) -> None:
    opened = open_folder(whole)
    ids = [event["event"] for event in opened.events()]
    assert [opened.event_id(each[:8]) for each in ids] == ids
    for unknown in ("", "zz", f"{ids[0]}0"):
        with pytest.raises(NewsdiffError, match="has no event"):
            opened.event_id(unknown)


def test_what_is_no_such_folder(tmp_path: Path) -> None:
    assert not is_events_folder(tmp_path)
    assert not is_events_folder(tmp_path / "none")
    (tmp_path / RUN).write_text('{"format": "another"}')
    assert not is_events_folder(tmp_path)
    (tmp_path / RUN).write_text("[1]")
    assert not is_events_folder(tmp_path)
    assert trouble(tmp_path) == "isn't a folder written by newsdiff events"


def test_damage_is_told_in_one_line(tmp_path: Path) -> None:
    def fresh(name: str) -> Path:
        return folder(tmp_path / name, [story(0), differing(1)])

    torn = fresh("torn")
    (torn / RUN).write_text((torn / RUN).read_text()[:40])
    assert trouble(torn).startswith("its run.json is damaged")
    newer = fresh("newer")
    held = json.loads((newer / RUN).read_text())
    (newer / RUN).write_text(json.dumps({**held, "version": 2, "generator": {"version": "9\x1b[31m"}}))
    assert trouble(newer) == "was written by another version of newsdiff (9\u241b[31m); update newsdiff"
    for table in ("events", "members", "points", "articles"):
        for harm in ("cut", "gone", "other"):
            harmed = fresh(f"{table}-{harm}")
            file = part(harmed / table, 0)
            if harm == "cut":
                file.write_bytes(file.read_bytes()[:-30])
            elif harm == "gone":
                file.unlink()
            else:
                write_table(arrow("errors").empty_table(), file)
            assert "damaged" in trouble(harmed)
    short = fresh("short")
    part(short / "articles", 1).unlink()  # the last of its files
    assert trouble(short).startswith("its table articles is missing or damaged")


def test_a_row_that_another_article_has_taken_is_damage(tmp_path: Path) -> None:
    harmed = folder(tmp_path, [story(0)])
    file = part(harmed / "articles", 0)
    from pyarrow.parquet import read_table

    table = read_table(file, schema=arrow("articles"))
    write_table(table.take([2, 1, 0]), file)
    assert trouble(harmed).startswith("its table articles is missing or damaged")


def test_what_a_stranger_wrote_into_a_table_is_inert(tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\u202e"
    rows = [
        told(0, outlet, title=f"{evil}title", outlet=f"{outlet}{evil}", text=f"{evil}It says things. They burn.") for outlet in ("a", "b")
    ]
    shelf = Shelf(folder(tmp_path, [rows], compared=0))
    (event,) = shelf.events
    shown = [event.title, *event.outlets, *(text for member in shelf.members(event.id) for text in (member.title, member.outlet))]
    for article in shelf.articles(event.id):
        shown += [article.title, article.outlet or "", article.text]
    assert len(shown) > 8
    assert not any(character in text for text in shown for character in "\x1b\x07\u202e")


def test_copies_are_folded_unless_there_is_nothing_else(tmp_path: Path) -> None:
    wire = Shelf(folder(tmp_path / "wire", [[told(0, f"Paper {number}") for number in range(30)]], copies=[0]))
    (event,) = wire.events
    assert (event.voices, event.compared) == (1, 0)
    assert len(wire.articles(event.id)) == MOST_COMPARED
    members = wire.members(event.id)
    assert sum(member.copy_of is None for member in members) == 1
    assert sum(member.compared for member in members) == MOST_COMPARED


def test_one_of_each_outlet_before_a_second_of_any() -> None:
    assert outlets_first(["a", "a", "b", None, None, "a", "b"]) == [0, 2, 3, 4, 1, 6, 5]
    members = [{"article": str(number), "voice": str(max(number, 1)), "outlet": "x", "compared": False} for number in range(4)]
    assert [member["article"] for member in to_compare(members)] == ["1", "2", "3"]


def test_arrows_schema_is_the_tables() -> None:
    for table, columns in TABLES.items():
        assert arrow(table).names == [column.name for column in columns]
