"""What is known of an article and its original, on a page of their own."""

from __future__ import annotations

import re
from datetime import date

from compare.model import Article, Change
from compare.reading import read_bytes
from tests.reading.made import PAGE
from tests.tui.conftest import press
from tui.app import NewsdiffApp
from tui.screens.compare import CompareScreen
from tui.screens.details import DetailsScreen, known, pieces, removed

_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def page() -> Article:
    return read_bytes(PAGE.replace("two days", "two\u00ad day\u202es &amp; a night").encode(), "page.html")


def text_of(screen: DetailsScreen, width: int = 80) -> list[str]:
    return ["".join(part for part, _ in line) for line in screen.lines(width, NewsdiffApp([]).theme_variables)]


def test_all_that_is_known_is_there() -> None:
    found = dict(known(page()))
    assert found["outlet"] == "The Daily Example"
    assert found["by"] == "Jane Doe"
    assert (found["published"], found["updated"]) == ("2025-10-27", "2025-10-28")
    assert found["language"] == "en"
    assert f"source SHA-256 {page().sha256}"[:60] in " ".join(" ".join(text_of(DetailsScreen(page()))).split())
    assert found["address"] == "https://www.example.org/news/talks"
    assert (found["source SHA-256"], found["text SHA-256"]) == (page().sha256, page().text_sha256)
    assert dict(known(Article("a.txt", "Nobody said so.", "0" * 64)))["by"] == "not said"


def test_the_original_is_there_with_what_was_removed_made_visible() -> None:
    article = page()
    shown = "".join(piece.text for piece in pieces(article))
    assert "<U+00AD>" in shown
    assert "<U+202E>" in shown
    assert "Geneva\n\nThe foreign" in shown
    assert "newsletter" in shown
    assert "newsletter" not in article.text
    assert _OBEYED.search(shown) is None
    assert any("passage" in line for line in removed(article))
    assert removed(Article("a.txt", "Nobody said so.", "0" * 64)) == ["nothing was removed or replaced"]


def test_every_word_of_the_original_is_on_the_page_at_any_width() -> None:
    article = page()
    words = " ".join("".join(piece.text for piece in pieces(article)).split())
    for width in (16, 23, 40, 80, 200):
        lines = text_of(DetailsScreen(article), width)
        start = next(at for at, line in enumerate(lines) if line.startswith("The text before that"))
        assert "".join("".join(lines[start + 1 :]).split()) == "".join(words.split())
        assert max(map(len, lines[start + 1 :])) <= width


def test_a_hostile_original_obeys_nobody() -> None:
    hostile = "\x1b]52;c;aGk=\x07\ud800\u202e\n\tback\u0301"
    article = Article(
        "a.txt", "Before. After it.", "0" * 64, "T", published=date(2025, 1, 1), changes=(Change("boilerplate", 8, 8, hostile),)
    )
    lines = text_of(DetailsScreen(article))
    assert not any(_OBEYED.search(line) for line in lines)
    assert any("<U+001B>" in line and "<U+D800>" in line for line in lines)


async def test_one_key_shows_it_on_the_list_and_beside_the_texts() -> None:
    app = NewsdiffApp([page(), Article("b.txt", "Another one was said to be there by a Swiss minister.", "1" * 64, "Other")])
    async with app.run_test(size=(110, 40)) as pilot:
        shown = await press(pilot, "j", "I")
        assert isinstance(app.screen, DetailsScreen)
        assert "1" * 64 in shown
        await press(pilot, "escape", "k", "a", "enter")
        if not isinstance(app.screen, CompareScreen):
            await press(pilot, "enter")
        shown = await press(pilot, "I")
        assert isinstance(app.screen, DetailsScreen)
        assert "2025-10-28" in shown
        assert "Jane Doe" in shown
