"""Sentences joined and parted by hand, kept for the next session; shades that count or don't."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare.alignment.pins import pin
from compare.model import Article, Comparison, Link, Place
from tests.tui.conftest import press, settle
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.store import Store, keeping
from tui.store.pins import drop_pin, pins_of, put_pin


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDIFF_DATA", str(tmp_path))


async def opened(app: NewsdiffApp, pilot: Pilot[None]) -> CompareScreen:
    await settle(pilot)
    assert isinstance(app.screen, CompareScreen)
    assert app.screen.desk.subject.ready
    return app.screen


def links(screen: CompareScreen) -> tuple[Link, ...]:
    return screen.desk.subject.comparison.links


def test_pins_come_back_until_they_are_dropped(tmp_path: Path, comparison: Comparison) -> None:
    articles = [analysis.article for analysis in comparison.articles]
    store = Store(tmp_path / "kept.sqlite3")
    joined = pin("join", comparison.articles, Place(0, 0), Place(1, 1))
    put_pin(store, joined)
    assert pins_of(Store(store.file), articles) == (joined,)
    assert pins_of(store, articles[:1]) == ()
    put_pin(store, replace(joined, action="part"))
    assert [kept.action for kept in pins_of(store, articles)] == ["part"]
    drop_pin(store, joined)
    assert pins_of(store, articles) == ()


def test_a_file_of_the_first_version_takes_pins(tmp_path: Path, comparison: Comparison) -> None:
    file = tmp_path / "kept.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.executescript(keeping._STEPS[0] + "pragma user_version = 1;")
        connection.execute("insert into kept (kind, source, sha256, start, sentence) values ('bookmark', 's', 'h', 0, 'x')")
    put_pin(Store(file), pin("part", comparison.articles, Place(0, 0), Place(1, 1)))
    with sqlite3.connect(file) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (1,)
        assert connection.execute("pragma user_version").fetchone() == (keeping.VERSION,)


async def test_parted_and_joined_by_keys(seeds: list[Article]) -> None:
    app = NewsdiffApp([seeds[3], seeds[2]], compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        before = links(screen)
        link = next(link for link in before if link.relation == "aligned")
        screen.desk.set_cursor(link.a)
        await press(pilot, "P")
        other = before[before.index(link)].b
        assert (link.a, other) not in {(new.a, new.b) for new in links(screen)}
        screen.desk.set_cursor(link.a)
        await press(pilot, "P")
        assert links(screen) == before
        stranger = Place(1, next(index for index in range(3, 20) if Place(1, index) != link.b))
        for place in (link.a, stranger):
            screen.desk.set_cursor(place)
            await press(pilot, "p")
        assert [(new.a, new.b) for new in links(screen) if new.pinned] == [(link.a, stranger)]
    app = NewsdiffApp([seeds[3], seeds[2]], compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)
        assert [(new.a, new.b) for new in links(screen) if new.pinned] == [(link.a, stranger)]
        screen.desk.set_cursor(stranger)
        await press(pilot, "p")
        assert links(screen) == before


async def test_shades_count_when_they_are_asked_to(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds, compare_at_once=True)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await opened(app, pilot)

        def divergent() -> int:
            return sum(standing.status == "divergent" for row in screen.desk.subject.comparison.standings for standing in row)

        before, ledger = divergent(), screen.desk.subject.comparison.differences
        assert any(difference.severity == 1 for difference in ledger)
        assert "shades count" in await press(pilot, "4")
        assert divergent() > before
        assert screen.desk.subject.comparison.differences == ledger
        assert "shades count ·" not in await press(pilot, "4")
        assert divergent() == before
