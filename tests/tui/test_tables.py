"""The tables over the articles are headed by outlets, and coverage begins with what one lacks."""

from dataclasses import replace

import pytest

from compare.model import Article, Comparison
from compare.views.coverage import missed_first, table
from tests.tui.conftest import press, seen
from tui.app import NewsdiffApp
from tui.layout.passage import told_at
from tui.screens.compare import CompareScreen
from tui.screens.coverage import CoverageScreen, others_told
from tui.screens.likeness import LikenessScreen
from tui.screens.tables import TableScreen


@pytest.mark.parametrize("size", [(20, 6), (80, 24), (200, 50)])
@pytest.mark.parametrize("key", ["m", "M", "E"])
async def test_the_columns_of_tables_are_headed_by_outlets(
    size: tuple[int, int], key: str, seeds: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    named = [replace(article, outlet=outlet) for article, outlet in zip(seeds[:3], ("Orbis", "Helio", "Quarto"), strict=True)]
    app = NewsdiffApp(named)
    async with app.run_test(size=size) as pilot:
        await press(pilot, key)
        for column, chip in enumerate(("Orbis", "Helio", "Quarto")):
            screen = app.screen
            assert isinstance(screen, TableScreen)
            head = "".join(text for text, _ in screen._head(0))
            assert chip in head
            assert chip in seen(app)
            assert screen.column == column
            await press(pilot, "l")


async def test_a_table_that_begins_on_the_right_shows_all_columns_that_fit(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:3])
    async with app.run_test(size=(30, 12)) as pilot:
        await press(pilot, "m", "l", "l")
        screen = app.screen
        assert isinstance(screen, TableScreen)
        assert len(screen.columns(28)) < 3
        head = "".join(text for text, _ in screen._head(0))
        assert "‹" in head
        assert "›" not in head
        assert screen.columns(78) == range(3)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["part"], "the other has a part of it"),
        (["present", "altered"], "both others have it"),
        (["present", "part"], "1 of the 2 others has it, 1 a part of it"),
        (["absent", "absent"], "neither of the others has it"),
        (["part", "part", "part"], "all 3 others have a part of it"),
        (["present", "present", "absent"], "2 of the 3 others have it"),
    ],
)
def test_coverage_tells_whole_passages_from_parts(cells: list[str], said: str) -> None:
    assert others_told(cells) == said


async def test_a_note_that_is_too_long_ends_in_an_ellipsis(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds[:2])
    async with app.run_test(size=(40, 24)) as pilot:
        await press(pilot, "m")
        screen = app.screen
        assert isinstance(screen, TableScreen)
        told = screen.fitted("word " * 100).split("\n")
        assert len(told) == 3
        assert told[-1].endswith("…")
        assert all(len(line) <= 38 for line in told)
        assert screen.fitted("few words") == "few words"


def test_what_an_outlet_lacks_and_most_carry_comes_first(comparison: Comparison) -> None:
    rows = table(comparison)
    for article in range(5):
        found = missed_first(rows, article)
        assert sorted(map(id, found)) == sorted(map(id, rows))
        lacking = [row.carried for row in found if row.omitted(article)]
        assert lacking == sorted(lacking, reverse=True)
        assert all(row.omitted(article) for row in found[: len(lacking)])


@pytest.mark.parametrize("width", [100, 120, 200])
async def test_beside_coverage_stands_how_each_outlet_puts_the_passage(width: int, seeds: list[Article]) -> None:
    named = [replace(article, outlet=outlet) for article, outlet in zip(seeds[:3], ("Orbis", "Helio", "Quarto"), strict=True)]
    app = NewsdiffApp(named)
    async with app.run_test(size=(width, 30)) as pilot:
        await press(pilot, "m", "j", "l")
        screen = app.screen
        assert isinstance(screen, CoverageScreen)
        assert screen.wordings.display == (width >= 120)
        lines = ["".join(segment.text for segment in screen.wordings.render_line(y))[2:] for y in range(screen.wordings.size.height)]
        row = screen.shown[screen.row]
        for article, outlet in enumerate(("Orbis", "Helio", "Quarto")):
            place = next(iter(told_at(screen.comparison, row, article)), None) if screen.comparison else None
            head = next((number for number, line in enumerate(lines) if line.startswith(outlet)), None)
            assert (head is not None) == (width >= 120)
            if head is not None and place is not None and screen.comparison is not None:
                assert f" {place.sentence + 1}" in lines[head]
                assert lines[head + 1].split()[:2] == screen.comparison.sentence(place).text.split()[:2]


async def test_likeness_shades_what_is_alike(seeds: list[Article]) -> None:
    app = NewsdiffApp(seeds)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "M", "l")
        screen = app.screen
        assert isinstance(screen, LikenessScreen)
        cells = [screen.cell(row, column)[0] for row in range(5) for column in range(5) if row != column]
        assert len({cell[0] for cell in cells}) > 2
        assert sorted(cells, key=lambda cell: int(cell[4:-1])) == sorted(cells, key=lambda cell: ("░▒▓█".index(cell[0]), int(cell[4:-1])))
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert [article.source for article in app.screen.articles] == [seeds[0].source, seeds[1].source]
