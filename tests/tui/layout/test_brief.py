"""The brief set for a width: nothing is wider, what differs is in sight, strips are as long as the texts."""

from __future__ import annotations

import pytest

from compare.model import Place, Status
from compare.views.brief import Side, brief
from tests.tui import story
from tui.layout.brief import BriefPage, excerpt, strip_of
from tui.layout.cells import width_of
from tui.layout.explain import Words


def text(words: Words) -> str:
    return "".join(word.text for word in words)


@pytest.fixture
def page() -> BriefPage:
    comparison = story.made()
    return BriefPage(comparison, brief(comparison))


@pytest.mark.parametrize("width", [20, 40, 59, 80, 200])
def test_no_line_is_wider_than_the_screen(page: BriefPage, width: int) -> None:
    for number in range(len(page.rows)):
        assert page.height(number, width) == len(page.lines(number, width))
        assert all(sum(width_of(word.text) for word in line) <= width for line in page.lines(number, width))


@pytest.mark.parametrize("width", [60, 80, 200])
def test_each_side_shows_what_differs(page: BriefPage, width: int) -> None:
    for number, row in enumerate(page.rows):
        if row.kind == "point":
            lit = [word.text for line in page.lines(number, width) for word in line if word.look == "conflicting"]
            assert len(lit) == 2


def test_where_all_fits_sides_have_more_lines(page: BriefPage) -> None:
    page.spread(60, 100)
    roomy = page.lines_a_side
    page.spread(60, 20)
    assert (roomy, page.lines_a_side) == (3, 1)


def test_the_cursor_begins_on_the_first_point_that_is_in_sight(page: BriefPage) -> None:
    assert page.rows[page.begin(80, 30)].kind == "point"
    assert page.rows[page.begin(80, 3)].kind == "account"


def test_a_strip_shows_the_gravest_of_what_a_cell_holds() -> None:
    even: list[tuple[Status, int]] = [("shared", 10), ("divergent", 10), ("unique", 20)]
    assert text(tuple(strip_of(even, 4))) == "─█▒▒"
    crowded: list[tuple[Status, int]] = [("shared", 5) for _ in range(79)]
    crowded.insert(40, ("divergent", 5))
    drawn = text(tuple(strip_of(crowded, 8)))
    assert drawn.count("█") == 1
    assert len(drawn) == 8


def test_an_excerpt_begins_late_enough_to_show_what_differs() -> None:
    side = Side((0,), Place(0, 0), "word " * 40, (("45 million", True),), " euros, they said.", "apart")
    shown = text(excerpt(side, 40))
    assert shown.startswith("…")
    assert shown.index("45 million") + len("45 million") <= 40
