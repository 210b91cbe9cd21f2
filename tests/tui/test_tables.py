"""The tables over the articles are headed by outlets, and coverage begins with what one lacks."""

from dataclasses import replace

import pytest

from compare.model import Article, Comparison
from compare.views.coverage import missed_first, table
from tests.tui.conftest import press, seen
from tui.app import NewsdiffApp
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


def test_what_an_outlet_lacks_and_most_carry_comes_first(comparison: Comparison) -> None:
    rows = table(comparison)
    for article in range(5):
        found = missed_first(rows, article)
        assert sorted(map(id, found)) == sorted(map(id, rows))
        lacking = [row.carried for row in found if row.omitted(article)]
        assert lacking == sorted(lacking, reverse=True)
        assert all(row.omitted(article) for row in found[: len(lacking)])
