"""Selecting text with the mouse, as a person does it: press, move, let go; and a second click."""

from __future__ import annotations

from textual.geometry import Offset
from textual.pilot import Pilot

from compare import analyse, read_bytes
from compare.model import Article, Place
from tests.tui.conftest import press, seen, settle, told
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.widgets.selecting import unwrapped, whole_grapheme


def article(name: str, text: str) -> Article:
    return read_bytes(text.encode(), name)


LEFT = article("a.txt", "The mayor of the town resigned on Monday.\n\nNobody knows why she left. Her deputy takes over.\n")
RIGHT = article("b.txt", "On Monday the mayor of the town resigned.\n\nIt isn’t known why she left. A vote will be held in May.\n")


def cell(app: NewsdiffApp, text: str, *, behind: bool = False) -> tuple[int, int]:
    """Where a text stands on the screen; its last cell where ``behind``."""
    for y, line in enumerate(seen(app).split("\n")):
        if text in line and y > 1:
            return line.index(text) + (len(text) - 1 if behind else 0), y
    raise AssertionError(text)


async def drag(pilot: Pilot[None], *cells: tuple[int, int]) -> str | None:
    """Press the button at the first cell, go by way of the others, let go at the last."""
    await pilot.mouse_down(offset=cells[0])
    for each in cells[1:]:
        await pilot.hover(offset=each)
    await pilot.mouse_up(offset=cells[-1])
    await pilot.pause()
    selected: str | None = pilot.app.screen.get_selected_text()
    return selected


async def test_a_selection_stays_in_the_pane_where_it_began() -> None:
    app = NewsdiffApp([LEFT, RIGHT], compare_at_once=True)
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        screen = app.screen
        begin = cell(app, "mayor of the town resigned on")
        assert await drag(pilot, begin, cell(app, "resigned on", behind=True)) == "mayor of the town resigned on"
        for elsewhere in ((70, begin[1]), (99, begin[1])):  # the other pane, the map
            assert await drag(pilot, begin, elsewhere) == "mayor of the town resigned on Monday."
        for below in (16, 19):  # the bottom line, the keys
            assert (
                await drag(pilot, begin, (10, below))
                == "mayor of the town resigned on Monday.\n\nNobody knows why she left. Her deputy takes over."
            )
        assert await drag(pilot, begin, (3, 0)) == "The m"
        assert await drag(pilot, (0, begin[1]), cell(app, "The mayor", behind=True)) == "The mayor"  # from the gutter
        await pilot.click("Pane", offset=(3, 2))
        assert screen.get_selected_text() is None
        assert await drag(pilot, (3, 18), begin) is None  # it begins where no text is
        right = cell(app, "A vote")
        assert await drag(pilot, right, (5, right[1])) == "A"  # the first letter: what is left of it belongs to the other article
        await press(pilot, "ctrl+c")
        assert (app.clipboard, told(app)[-1]) == ("A", "Copied the selection")
        await press(pilot, "escape")
        assert screen.get_selected_text() is None
        assert app.screen is screen
        await press(pilot, "escape")
        assert "leaves newsdiff" in told(app)[-1], "the next one has nothing to let go"


async def test_in_one_column_it_stays_in_its_article() -> None:
    app = NewsdiffApp([LEFT, RIGHT], compare_at_once=True)
    async with app.run_test(size=(60, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.state.is_stacked
        assert screen.state.cursor == Place(0, 0)
        begin = cell(app, "On Monday the mayor")
        assert await drag(pilot, begin, cell(app, "Monday the", behind=True)) == "On Monday the"
        pane = screen.body.panes[0]
        shown = [
            segment.text for y in range(1, pane.size.height) for segment in pane.render_line(y) if segment.style and segment.style.reverse
        ]
        assert "".join(shown) == "On Monday the"
        text = await drag(pilot, begin, (59, 14))
        assert text is not None
        assert RIGHT.text.startswith(text)


async def test_a_second_click_selects_the_sentence() -> None:
    app = NewsdiffApp([LEFT, RIGHT], compare_at_once=True)
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        pane = screen.body.panes[1]
        x, y = cell(app, "known why")
        at = (x - pane.region.x, y - pane.region.y)
        for times in (2, 3):
            await pilot.click(pane, offset=at, times=times)
            await pilot.pause()
            assert screen.get_selected_text() == "It isn’t known why she left."
            assert screen.state.cursor == Place(1, 1)
        await pilot.click(screen.body.map, offset=(1, 3), times=2)
        await pilot.click("#lens", times=2)
        await pilot.click("TitleLine", offset=(50, 0), times=2)
        await pilot.pause()
        assert not screen.get_selected_text()


def test_what_is_selected_is_never_half_a_character() -> None:
    family = "👩‍👩‍👧 went"
    assert whole_grapheme(family, 1) == family.index(" ")
    assert whole_grapheme("abc", 2) == 2
    assert whole_grapheme("e\u0301a", 1) == 2
    assert whole_grapheme("東京", 1) == 1
    assert whole_grapheme("", 0) == 0


async def test_wide_characters_are_selected_where_the_pointer_is() -> None:
    app = NewsdiffApp([article("a.txt", "東京で👩‍👩‍👧 saw snow e\u0301te\u0301.\n"), RIGHT], compare_at_once=True)
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        pane = screen.body.panes[0]
        y = cell(app, "東")[1]
        row = y - pane.region.y
        first = pane.nearest(3, row)
        assert first == Offset(0, 0)
        assert pane.nearest(4, row) == first  # its second cell
        assert pane.nearest(5, row) == Offset(1, 0)
        assert await drag(pilot, (3, y), (6, y)) == "東京"
        assert await drag(pilot, (3, y), (9, y)) == "東京で👩‍👩‍👧"
        assert await drag(pilot, (7, y), (8, y)) == "で"


def test_a_selection_is_the_source_text_with_its_paragraphs_unwrapped() -> None:
    text = "A heading\n\nThe mayor of the town spoke for an hour. She left\tthen.\n \nNobody clapped.\n"
    analysis = analyse(read_bytes(text.encode(), "a.txt"))
    whole = "A heading\n\nThe mayor of the town spoke for an hour. She left then.\n \nNobody clapped. "
    assert unwrapped(analysis, 0, len(text)) == whole
    for start in range(0, len(text), 3):
        for end in range(start, len(text) + 1, 5):
            assert unwrapped(analysis, start, end).split() == text[start:end].split()
            assert len(unwrapped(analysis, start, end)) == end - start
