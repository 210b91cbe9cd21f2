"""What the sidebar and the page about a name say: bars, marks, roles that differ, sentences side by side."""

from __future__ import annotations

import pytest

from compare import compare
from compare.model import Article, Comparison, Place
from compare.views.presence import matrix
from tui.layout.about import about, named_at
from tui.layout.explain import Words
from tui.layout.listings import bar, entity_entries, fitted

A = "President Ann Ruiz met Bo Lind in Oslo on Monday.\n\nRuiz said the talks went well. The Oslo Bank lent the money."
B = "Former President Ann Ruiz met Bo Lind in Oslo on Monday.\n\nMs. Ruiz said that the talks went well."
C = "Ann Ruiz and Bo Lind met in Oslo on Monday.\n\nShe said the talks went well, aides said."


@pytest.fixture(scope="module")
def told() -> Comparison:
    return compare([Article(f"{number}.txt", text, str(number), f"{number}") for number, text in enumerate((A, B, C))])


def text_of(words: Words) -> str:
    return "".join(word.text for word in words)


def number_of(comparison: Comparison, name: str) -> int:
    return next(number for number, entity in enumerate(comparison.entities) if entity.name == name)


@pytest.mark.parametrize(("count", "most", "shown"), [(1, 8, "▁"), (8, 8, "█"), (4, 8, "▄"), (1, 1, "█"), (1, 1000, "▁"), (999, 1000, "█")])
def test_a_bar_is_a_share_of_the_most(count: int, most: int, shown: str) -> None:
    assert bar(count, most) == shown


def test_the_sidebar_has_figures_bars_and_marks_that_need_no_colour(told: Comparison) -> None:
    rows = {entry.number: text_of(entry.lines[0]) for entry in entity_entries(told) if entry.number >= 0}
    ruiz, bank = rows[number_of(told, "Ann Ruiz")], rows[number_of(told, "Oslo Bank")]
    assert ruiz.startswith("  Ann Ruiz")
    assert ruiz.endswith("  2█  2█  1▄")
    assert bank.startswith("+ Oslo Bank")
    assert bank.endswith("  1▄   ·   ·")
    titles = [text_of(entry.lines[0]) for entry in entity_entries(told) if entry.number < 0]
    assert all(title.endswith("   A   B   C") for title in titles)


def test_many_articles_have_a_bar_each() -> None:
    articles = [Article(f"{number}.txt", f"Ann Ruiz met {number} men.", str(number), "x") for number in range(12)]
    entry = next(entry for entry in entity_entries(compare(articles)) if entry.number >= 0)
    assert text_of(entry.lines[0]).endswith("█" * 12)
    more = [Article(f"{number}.txt", f"Ann Ruiz met {number} men.", str(number), "x") for number in range(40)]
    entry = next(entry for entry in entity_entries(compare(more)) if entry.number >= 0)
    assert text_of(fitted(entry.lines[0], 38)).startswith("  Ann Ruiz")
    assert text_of(entry.lines[0]).endswith("█" * 22 + "…")


def test_what_articles_call_it_with_the_difference(told: Comparison) -> None:
    rows = about(told, matrix(told)[number_of(told, "Ann Ruiz")])
    titles = [text_of(row.words) for row in rows if not row.cells]
    assert titles[:2] == ["How it is named", "What it is called"]
    assert any(title.startswith("≠ ") and "Former President" in title for title in titles)
    roles = next(row for row in rows if row.cells and any(cell and "President" in text_of(cell.words) for cell in row.cells))
    assert [text_of(cell.words) if cell else "" for cell in roles.cells] == ["≠ President", "≠ Former President", "–"]
    former = roles.cells[1]
    assert former is not None
    assert [word.text for word in former.words if word.look == "only"] == ["Former"]
    assert former.place == Place(1, 0)


def test_its_sentences_stand_side_by_side(told: Comparison) -> None:
    rows = about(told, matrix(told)[number_of(told, "Ann Ruiz")])
    first, second = rows[-2:]
    assert [cell.place for cell in first.cells if cell] == [Place(0, 0), Place(1, 0), Place(2, 0)]
    named = [[word.text for word in cell.words if word.look == "entity"] for cell in second.cells if cell]
    assert named == [["Ruiz"], ["Ruiz"], []]  # the third says "She": told with the others, but no mention
    third = second.cells[2]
    assert third is not None
    assert {word.look for word in third.words[1:]} == {"muted"}


def test_an_article_that_leaves_it_out_says_so() -> None:
    comparison = compare([Article(f"{number}.txt", text, str(number), "x") for number, text in enumerate((A, B, "Nobody met on Monday."))])
    forms = about(comparison, matrix(comparison)[number_of(comparison, "Ann Ruiz")])[1]
    assert [text_of(cell.words) if cell else "" for cell in forms.cells] == [
        "█ 2× Ann Ruiz 1, Ruiz 1",
        "█ 2× Ann Ruiz 1, Ruiz 1",
        "○ leaves it out",
    ]


def test_a_sentence_names_in_its_own_order(told: Comparison) -> None:
    assert [told.entities[number].name for number in named_at(told, Place(2, 0))] == ["Ann Ruiz", "Bo Lind", "Oslo"]
