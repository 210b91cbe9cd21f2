"""The small pictures of the snapshots: nothing is lost in them, and what is different between two is said in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.tui import story
from tests.tui.conftest import press
from tests.tui.picture import cells, differences, picture, text_of
from tui import themes
from tui.app import NewsdiffApp
from tui.settings import Settings


@pytest.fixture
async def two() -> tuple[str, str, str]:
    """The list as it is seen, its picture, and its picture in another theme with the cursor further down."""
    app = NewsdiffApp(story.ARTICLES, settings=Settings(themes.DARK, opens_with="texts"))
    async with app.run_test(size=(60, 12)) as pilot:
        shown = await press(pilot)
        first = picture(app)
        app.theme = themes.LIGHT
        await press(pilot, "space")
        return shown, first, picture(app)


def test_the_picture_shows_what_the_terminal_shows(two: tuple[str, str, str]) -> None:
    shown, first, _ = two
    assert [text_of(row) for row in cells(first)] == shown.split("\n")
    assert all(len(row) == 60 for row in cells(first))
    assert "大橋開通" in shown


def test_it_is_an_svg_that_asks_nothing_from_a_network(two: tuple[str, str, str]) -> None:
    root = ET.fromstring(two[1])
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 720 288"
    assert not re.search(r"@import|@font-face|url\(|(?:href|src)=|<script", two[1])


def test_what_is_different_is_said_line_by_line(two: tuple[str, str, str]) -> None:
    _, first, second = two
    assert differences(first, first) == []
    found = differences(first, second)
    assert found[:2] == [f"line 1 was: {text_of(cells(first)[0])}", f"line 1  is: {text_of(cells(second)[0])}"]
    assert "1 selected" in found[1]
    assert any(re.fullmatch(r"line \d+, columns \d+ to \d+ “.*”: was .*#\w{6} on #\w{6}, is .*#\w{6} on #\w{6}", line) for line in found)
    changed = differences(first, first.replace(">Minister ", ">Ministry "))
    assert [line.split(":")[0] for line in changed] == ["line 3 was", "line 3  is"]
    assert differences(first, first.replace(' font-weight="bold">▌', ">▌", 1)) == [
        "line 3, columns 2 to 2 “▌”: was bold #ffb04d on #222b37, is #ffb04d on #222b37"
    ]
    assert differences(first, first.replace("DejaVu", "Deja")) == ["the same cells, written otherwise"]
