"""The events of an archive in the reader: sorted, filtered, found in, opened and left; in any size, with keys and mouse, also while a run goes on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

pytest.importorskip("pyarrow")
from compare.archive.shelf import Event, Shelf
from tests.archive.folders import DAY, differing, folder, many, story, told
from tests.tui.conftest import press, seen, settle
from tests.tui.conftest import told as said
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.screens.event_listing import ORDERS, EventListing, days_of
from tui.screens.events import About, EventsScreen
from tui.screens.export import ExportScreen

LATER = DAY + timedelta(days=9)


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    five = [*story(3, LATER), told(3, "Bugle", LATER, text="A stolen chalice was seen in Saint Orrin."), told(3, "Gazette", LATER)]
    return folder(tmp_path_factory.mktemp("events"), [story(0), differing(1, LATER), story(2, None), five])


def app_of(path: Path) -> NewsdiffApp:
    return NewsdiffApp([], shelf=Shelf(path))


def screen_of(app: NewsdiffApp) -> EventsScreen:
    assert isinstance(app.screen, EventsScreen)
    return app.screen


def current(app: NewsdiffApp) -> Event:
    found = screen_of(app).current
    assert found is not None
    return found


async def test_the_list_and_what_stands_beside_it(events: Path) -> None:
    app = app_of(events)
    async with app.run_test(size=(120, 30)) as pilot:
        shown = await press(pilot, "j")
        assert "4 events · 14 articles" in shown
        assert "4 Mar 2024 · 3 articles" in shown
        assert "no date" in shown
        event = current(app)
        if not event.points:
            shown = await press(pilot, "j")
            event = current(app)
        assert event.points == 1
        assert "≠ 1" in shown
        assert "≠ quotation" in shown
        assert event.id in shown
        assert "similarity 0.80" in shown


async def test_enter_compares_from_the_texts_and_esc_leads_back(events: Path) -> None:
    app = app_of(events)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "2")
        event = current(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert {article.text for article in app.screen.articles} == {each["text"] for each in differing(1)}
        assert app.screen.state.subject.comparison is not None
        assert len(app.screen.state.subject.comparison.points) == event.points == 1
        await press(pilot, "escape")
        assert current(app).id == event.id
        assert screen_of(app).listing.differing


async def test_sorting_puts_the_first_of_each_order_on_top(events: Path) -> None:
    app = app_of(events)
    firsts = {}
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for order in ORDERS:
            assert screen_of(app).listing.order == order
            firsts[order] = current(app)
            await press(pilot, "j", "o")
        assert screen_of(app).listing.order == ORDERS[0]
    assert firsts["day"].first == DAY
    assert firsts["latest first"].last == LATER
    assert firsts["points"].points == 1
    assert firsts["articles"].articles == 5
    assert firsts["title"].title == min((event.title for event in Shelf(events).events), key=str.casefold)


async def test_filtering_finds_in_headlines_outlets_days_and_ids(events: Path) -> None:
    wanted = {"bugle": 1, "COURIER": 4, "2024-03-13": 2, "ines falcao": 1, Shelf(events).events[2].id: 1, "nothing has this": 0}
    app = app_of(events)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for words, count in wanted.items():
            await press(pilot, "/")
            pilot.app.post_message(Paste(words))
            shown = await press(pilot, "enter")
            assert len(screen_of(app)._shown) == count, words
            await press(pilot, "escape")
        assert "4 events" in seen(app)
        assert "Nothing matches" in shown


async def test_only_events_that_differ(events: Path) -> None:
    app = app_of(events)
    async with app.run_test(size=(100, 30)) as pilot:
        shown = await press(pilot, "2")
        assert "1 of 4 events" in shown
        assert "only those that differ" in shown
        assert "4 events" in await press(pilot, "2")


async def test_an_event_is_exported_from_the_list(events: Path) -> None:
    app = app_of(events)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "x")
        assert isinstance(app.screen, ExportScreen)
        assert "3 articles" in seen(app)


async def test_a_stopped_run_says_so_and_is_read_again(tmp_path: Path) -> None:
    groups = [story(0), differing(1, LATER), story(2, None)]
    app = app_of(folder(tmp_path, groups, compared=1, finished=False))
    async with app.run_test(size=(100, 30)) as pilot:
        shown = await press(pilot, "G")
        assert "not finished: 1 of 3 events are compared" in shown
        assert any("to resume it" in line for line in said(app))
        under = current(app).id
        folder(tmp_path, groups)
        shown = await press(pilot, "R")
        assert "not finished" not in shown
        assert current(app).id == under
        assert current(app).compared == 3


async def test_damage_that_comes_later_is_one_line(events: Path, tmp_path: Path) -> None:
    path = folder(tmp_path, [story(0)])
    app = app_of(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for file in (path / "articles").iterdir():
            file.write_bytes(b"")
        await press(pilot, "enter")
        assert isinstance(app.screen, EventsScreen)
        assert "its table articles is missing or damaged" in said(app)[-1]
        await press(pilot, "R", "x", "0", "m")
        assert isinstance(app.screen, EventsScreen)


@pytest.mark.parametrize("size", [(20, 6), (30, 10), (44, 14), (80, 24), (130, 40), (200, 50)])
async def test_every_size_shows_the_event_under_the_cursor(events: Path, size: tuple[int, int]) -> None:
    app = app_of(events)
    async with app.run_test(size=size) as pilot:
        shown = await press(pilot, "o", "o")
        lines = shown.splitlines()
        assert all(len(line) <= size[0] for line in lines)
        row = next(line for line in lines if "▌" in line)
        assert current(app).title[:8] in row
        assert app.screen.query_one(About).display == (size[1] >= 20 or (size[1] > 10 and size[0] >= 72))
        for width, height in ((20, 6), (120, 30), size):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
        assert seen(app) == shown


async def test_without_colour_signs_say_it(events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(events)
    async with app.run_test(size=(100, 20)) as pilot:
        shown = await press(pilot, "o", "o")
        assert "≠ 1" in shown
        assert " = " in shown


async def test_a_second_click_opens(events: Path) -> None:
    app = app_of(events)
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await pilot.click("#events-rows", offset=(5, 2))
        await settle(pilot)
        assert screen_of(app).rows.cursor == 1
        await pilot.click("#events-rows", offset=(5, 2), times=2)
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen)


async def test_of_two_thousand_events_only_what_is_in_sight_is_drawn(tmp_path: Path) -> None:
    app = app_of(many(tmp_path, 2_000))
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        screen = screen_of(app)
        assert "2,000 events" in seen(app)
        assert len(screen.rows._drawn) <= 60
        for keys in (["pagedown"] * 30, ["G"], ["g"], ["down"] * 30):
            await walk_through(pilot, keys)
        assert len(screen.rows._drawn) <= 1_000
        await press(pilot, "/")
        pilot.app.post_message(Paste("1777: what"))
        await press(pilot, "enter")
        assert [event.title[:4] for event in (current(app),)] == ["1777"]
        assert len(screen.query("*")) < 20


async def walk_through(pilot: Pilot[None], keys: list[str]) -> None:
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


def test_days_are_said_as_short_as_they_can_be() -> None:
    assert days_of(None, None) == "no date"
    assert days_of(DAY, DAY) == "4 Mar 2024"
    assert days_of(DAY, LATER) == "4–13 Mar 2024"
    assert days_of(date(2024, 2, 28), DAY) == "28 Feb – 4 Mar 2024"
    assert days_of(date(2023, 12, 30), date(2024, 1, 2)) == "30 Dec – 2 Jan 2024"
    assert days_of(date(2021, 12, 30), date(2024, 1, 2)) == "30 Dec 2021 – 2 Jan 2024"


def test_an_outlets_chip_and_hue_are_the_same_in_every_row(events: Path) -> None:
    shelf = Shelf(events)
    listing = EventListing.of(shelf.events, shelf.outlets())
    assert len({chip for chip, _ in listing.chips.values()}) == len(listing.chips) == 5
    assert sorted(hue for _, hue in listing.chips.values()) == [0, 1, 2, 3, 4]
