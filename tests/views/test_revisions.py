"""What changed between two versions: sentences and facts."""

from __future__ import annotations

from compare import compare
from compare.export import csv, text
from compare.export.json import document
from compare.model import Article
from compare.reading.revisions import Revision
from compare.views.revisions import changes, in_short, told

BEFORE = (
    "Talks in Geneva end\n\nThe minister said on Monday that 12 people died in the flood at the lake. The bridge is closed. "
    "Schools in three towns will stay shut until the water falls. The mayor asked for help from the army."
)
AFTER = (
    "Talks in Geneva end\n\nThe minister said on Monday that 14 people died in the flood at the lake. The bridge is closed. The bridge is closed. "
    "Schools in three towns will stay shut until the water falls. A second storm is expected over the coast at the weekend."
)


def article(name: str, words: str) -> Article:
    return Article(name, words, name[0] * 64, "Talks in Geneva end", outlet="The Courier")


def test_sentences_that_came_went_and_changed() -> None:
    comparison = compare([article("a.txt", BEFORE), article("b.txt", AFTER)])
    found = changes(comparison, Revision(0, 1, "likeness"))
    assert [comparison.sentence(place).text for place in found.dropped] == ["The mayor asked for help from the army."]
    assert [comparison.sentence(place).text for place in found.added] == [
        "The bridge is closed.",
        "A second storm is expected over the coast at the weekend.",
    ]
    assert [(a.sentence, b.sentence) for a, b in found.reworded] == [(1, 1)]
    assert found.kept == 3
    assert in_short(found) == "2 sentences added, 1 sentence dropped, 1 sentence reworded, 3 as before"
    assert any("12" in line.partition(" → ")[0] and "14" in line.partition(" → ")[2] for line in found.facts)


def test_before_and_after_whatever_the_order() -> None:
    comparison = compare([article("a.txt", BEFORE), article("b.txt", AFTER)])
    back = changes(comparison, Revision(1, 0, "likeness"))
    assert (len(back.added), len(back.dropped)) == (1, 2)
    assert any("14" in line.partition(" → ")[0] and "12" in line.partition(" → ")[2] for line in back.facts)


def test_the_printed_comparison_says_that_they_are_versions() -> None:
    printed = text.render(compare([article("a.txt", BEFORE), article("b.txt", AFTER)]))
    assert "A before, B after" in " ".join(printed.split())
    assert not list(told(compare([article("a.txt", BEFORE), Article("b.txt", AFTER, "b" * 64, "Other", outlet="The Mirror")])))


def test_page_and_markdown_say_it_too() -> None:
    comparison = compare([article("a.txt", BEFORE), article("b.txt", AFTER)])
    assert '<p class="version" dir="auto">Text: 2 sentences added' in comparison.to_html()
    markdown = comparison.to_markdown()
    assert "\n\n- Text: 2 sentences added" in markdown


def test_nothing_changed() -> None:
    comparison = compare([article("a.txt", BEFORE), article("b.txt", BEFORE)])
    found = changes(comparison, Revision(0, 1, "address"))
    assert in_short(found) == "no sentence changed"
    assert found.facts == ()


def test_exports_name_before_and_after() -> None:
    comparison = compare([article("a.txt", BEFORE), article("b.txt", AFTER)])
    [told] = document(comparison)["revisions"]
    assert (told["before"], told["after"], told["by"], told["kept"]) == (0, 1, "likeness", 3)
    assert told["reworded"] == [{"before": {"article": 0, "sentence": 1}, "after": {"article": 1, "sentence": 1}}]
    assert [place["article"] for place in (*told["added"], *told["dropped"])] == [1, 1, 0]
    assert any("12" in line and "14" in line for line in told["facts"])
    rows = list(csv.cells(comparison, "revisions"))[1:]
    assert {tuple(row[:3]) for row in rows} == {("A", "B", "likeness")}
    assert [row[3] for row in rows if not str(row[3]).startswith("fact")] == ["reworded", "dropped", "added", "added"]
    assert any(str(row[3]).startswith("fact: ") and "12" in str(row[6]) and "14" in str(row[7]) for row in rows)


def test_reports_of_two_outlets_are_no_revisions() -> None:
    other = Article("b.txt", AFTER, "b" * 64, "Talks in Geneva end", outlet="The Ledger")
    comparison = compare([article("a.txt", BEFORE), other])
    assert document(comparison)["revisions"] == []
    assert len(list(csv.cells(comparison, "revisions"))) == 1
