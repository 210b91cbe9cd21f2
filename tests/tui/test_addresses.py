"""Web addresses on the command line and in the reader, from a real server on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from compare import read
from tests.reading.web_server import WebServer, serving
from tests.tui.conftest import press, seen, told
from tests.tui.test_cli import newsdiff
from tui import fetching
from tui.app import NewsdiffApp
from tui.screens.articles import ArticlesScreen
from tui.screens.picker import PickerScreen


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    monkeypatch.setenv("NEWSDIFF_CACHE", str(tmp_path / "cache"))
    with serving() as running:
        yield running


def test_two_addresses_are_compared_and_the_failing_one_told(server: WebServer, tmp_path: Path) -> None:
    addresses = [server.address(path) for path in ("/story", "/nowhere", "/other")]
    done = newsdiff("export", "--allow-local", *addresses, "-o", "-", "--format", "json")
    assert done.returncode == 0, done.stderr
    articles = json.loads(done.stdout)["articles"]
    assert [article["source"] for article in articles] == [addresses[0], addresses[2]]
    assert done.stderr == f"newsdiff: {addresses[1]}: isn't there; check the address (status 404); left out\n"


def test_a_list_of_addresses_opens_again_without_the_server(server: WebServer, tmp_path: Path) -> None:
    listed = tmp_path / "addresses.txt"
    listed.write_text("\n".join(server.address(path) for path in ("/story", "/other")) + "\n")
    first = newsdiff("diff", "--allow-local", f"@{listed}")
    assert first.returncode == 1, first.stderr
    server.shutdown()
    server.server_close()
    again = newsdiff("diff", "--allow-local", f"@{listed}")
    assert (again.returncode, again.stdout, again.stderr) == (1, first.stdout, "")


def test_nothing_local_is_read_unless_that_is_allowed(server: WebServer, tmp_path: Path) -> None:
    file = tmp_path / "a story.txt"
    file.write_text("The minister spoke in Geneva on Monday. Nobody signed anything.\n")
    done = newsdiff("diff", server.address("/story"), server.address("/other"))
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert all("a loopback address, which is fetched only with --allow-local" in line for line in lines)
    assert server.seen == []
    assert "only with --allow-local" in newsdiff("diff", file.as_uri(), str(file)).stderr
    assert newsdiff("diff", "--allow-local", file.as_uri(), str(file)).returncode == 0


@pytest.fixture
def _local() -> Iterator[None]:
    fetching.allow_local()
    yield
    fetching._allowed.clear()


@pytest.mark.usefixtures("_local")
async def test_several_addresses_are_pasted_after_o(server: WebServer) -> None:
    app = NewsdiffApp([])
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot, "O")
        assert isinstance(app.screen, PickerScreen)
        addresses = [server.address(path) for path in ("/story", "/trouble", "/other")]
        app.post_message(events.Paste("\n".join(addresses) + "\n"))
        await pilot.pause()
        await pilot.pause()
        assert "Enter opens these 3 addresses" in seen(app)
        await pilot.pause()
        await press(pilot, "enter")
        for _ in range(100):
            if isinstance(app.screen, ArticlesScreen):
                break
            await pilot.pause(0.05)
        assert isinstance(app.screen, ArticlesScreen)
        assert [entry.article.source for entry in app.screen.listing.entries] == [addresses[0], addresses[2]]
        assert any("the server reports an error" in line for line in told(app))


@pytest.mark.usefixtures("_local")
async def test_pages_that_have_changed_are_fetched_again(server: WebServer, tmp_path: Path) -> None:
    addresses = [server.address(path) for path in ("/story", "/other")]
    file = tmp_path / "a.txt"
    file.write_text("The minister spoke in Geneva on Monday. Nobody signed anything.\n")
    app = NewsdiffApp([*fetching.opened(addresses).articles, read(file)])
    async with app.run_test(size=(110, 30)) as pilot:
        await press(pilot)
        server.text = server.text.replace("Norwegian", "Danish")
        file.write_text("The minister spoke in Geneva on Tuesday. Nobody signed anything.\n")
        await press(pilot, "R")
        await until(pilot, lambda: "3 articles read again" in told(app))
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        assert [word in article.text for article, word in zip(screen.all_articles(), ("Danish", "Danish", "Tuesday"), strict=True)] == [
            True
        ] * 3
        server.text = ""
        await press(pilot, "R")
        await until(pilot, lambda: "Nothing has changed" in told(app))
        assert any("the old text is kept" in line for line in told(app))
        assert all("Danish" in article.text for article in screen.all_articles()[:2])


async def until(pilot: Pilot[None], there: Callable[[], bool]) -> None:
    for _ in range(200):
        if there():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")
