"""Each screen as it is drawn, against golden files: the text, and under it the style of every stretch in dark, light, narrow and monochrome.

``NEWSDIFF_RENEW=1 pytest tests/tui/test_snapshots.py`` writes the golden files anew; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from rich.style import Style

from compare.model import (
    Analysis,
    Article,
    Comparison,
    Difference,
    Entity,
    EntityMention,
    EntityType,
    Evidence,
    Link,
    Mark,
    Passage,
    Place,
    Sentence,
    Standing,
)
from tests.tui.conftest import press
from tui import themes
from tui.app import NewsdiffApp
from tui.comparing import Fact, Pair
from tui.screens.articles import ArticlesScreen
from tui.settings import Settings

GOLDEN = Path(__file__).parent / "screens"

TEXT_A = (
    "Minister opens the new bridge\n\nThe minister of transport opened the bridge on Monday. It cost 40 million euros and took three years to build.\n\n"
    "“We are proud of this work,” she said. Ferries will stop next week.\n"
)
TEXT_B = (
    "Bridge opened after delay\n\nOn Monday the transport minister opened the bridge. It cost 45 million euros and took three years to build.\n\n"
    "Residents complained of noise [/b] during the works.\n"
)
ARTICLES = (
    Article("one.txt", TEXT_A, "1" * 64, "Minister opens the new bridge", "The Herald"),
    Article("two.txt", TEXT_B, "2" * 64, "Bridge opened after delay", published=date(2025, 10, 27)),
)


def cut(article: Article) -> Analysis:
    """The article in sentences, simply: these pictures are of the screens and don't change with the engine."""
    sentences, start = [], 0
    for paragraph, line in enumerate(article.text.split("\n\n")):
        for piece in line.strip().replace(". ", ".\n").split("\n"):
            start = article.text.index(piece, start)
            sentences.append(Sentence(start, start + len(piece), piece, "sentence" if paragraph else "heading", paragraph))
            start += len(piece)
    return Analysis(article, tuple(sentences))


def known(articles: Sequence[Article], base: Article, *_: object) -> list[Fact]:
    """What the list knows of the articles, without the engine."""
    cuts = map(cut, articles)
    return [Fact(each.article, each.words, len(each.sentences), Pair(0.7432, 1) if each.article != base else None) for each in cuts]


def marked(comparison: Comparison, place: Place, counterpart: Place) -> list[Mark]:
    """Which words of a sentence its counterpart has, by nothing but their letters."""
    start, there = comparison.sentence(place).start, comparison.sentence(counterpart).text.split()
    words = re.finditer(r"\S+", comparison.sentence(place).text)
    return [Mark(start + word.start(), start + word.end(), "same" if word[0] in there else "only") for word in words]


def made() -> Comparison:
    """A comparison of the two by hand: one passage divergent, one shared in part, the rest unique; two entities."""
    a, b = map(cut, ARTICLES)
    at = [a.article.text.index("40 million"), b.article.text.index("45 million")]
    cost = Difference(
        "number",
        3,
        Evidence(0, 2, at[0], at[0] + 10, "40 million"),
        Evidence(1, 2, at[1], at[1] + 10, "45 million"),
        "A has 40, B has 45 million.",
    )
    links = (
        Link(Place(0, 1), Place(1, 1), 0.97, "aligned"),
        Link(Place(0, 2), Place(1, 2), 0.9, "aligned", verdict="divergent", differences=(cost,)),
        Link(Place(0, 0), Place(1, 0), 0.6, "partial"),
    )
    passages = (
        Passage("p1", (Place(0, 0),), "shared", (0, 1)),
        Passage("p2", (Place(1, 0),), "shared", (0, 1)),
        Passage("p3", (Place(0, 1), Place(1, 1)), "shared", (0, 1)),
        Passage("p4", (Place(0, 2), Place(1, 2)), "divergent", (0, 1)),
        *(Passage(f"p{5 + n}", (Place(0, 3 + n),), "unique", (0,)) for n in range(len(a.sentences) - 3)),
        *(Passage(f"p{8 + n}", (Place(1, 3 + n),), "unique", (1,)) for n in range(len(b.sentences) - 3)),
    )
    status = {0: Standing("shared", "part"), 1: Standing("shared"), 2: Standing("divergent")}
    standings = tuple(tuple(status.get(n, Standing("unique")) for n in range(len(each.sentences))) for each in (a, b))
    kinds: tuple[tuple[str, EntityType, tuple[int, ...]], ...] = (
        ("minister of transport", "person", (0, 0, 1)),
        ("Residents", "group", (1,)),
        ("Monday Club", "organisation", (0,)),
    )
    named = tuple(
        Entity(name, name, kind, mentions=tuple(EntityMention(article, 40, 48, name, 1) for article in articles))
        for name, kind, articles in kinds
    )
    return Comparison((a, b), links, passages, (), named, (cost,), standings)


LOOKS = {
    "dark": (themes.DARK, (80, 24)),
    "light": (themes.LIGHT, (80, 24)),
    "narrow": (themes.DARK, (40, 16)),
    "monochrome": ("ansi-dark", (80, 24)),
}
SCREENS = {
    "articles": ("space", "space"),
    "help": ("question_mark",),
    "legend": ("L",),
    "coverage": ("m", "down"),
    "likeness": ("M", "right"),
    "names": ("E",),
    "name": ("E", "D", "down"),
    "export": ("x",),
    "compare": ("enter", "right_square_bracket"),
    "reading": ("enter", "v"),
    "entities": ("enter", "e"),
    "differences": ("enter", "d"),
    "quotes": ("enter", "u"),
    "search": ("enter", "slash", *"bridge", "enter"),
    "why": ("enter", "right_square_bracket", "i"),
    "bookmarks": ("enter", "b", "B"),
}


def drawn(app: NewsdiffApp) -> str:
    """The screen's text and, under the whole, one line for each stretch of style: line, column, style."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()[:height]
    text = "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
    styles = []
    for line, strip in enumerate(strips):
        column, before = 0, ""
        for segment in strip:
            style = _without_links(segment.style)
            if style != before and segment.text.strip():
                styles.append(f"{line}:{column} {style}")
                before = style
            column += segment.cell_length
    return f"{text}\n{'─' * width}\n" + "\n".join(styles) + "\n"


def _without_links(style: Style | None) -> str:
    return (
        str(
            Style(
                color=style.color,
                bgcolor=style.bgcolor,
                bold=style.bold,
                italic=style.italic,
                underline=style.underline,
                reverse=style.reverse,
            )
        )
        if style
        else ""
    )


@pytest.mark.parametrize("look", LOOKS)
async def test_screens_are_drawn_as_they_were(look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.articles.facts", known)
    monkeypatch.setattr("tui.screens.tables.compared", lambda *_: made())
    monkeypatch.setattr("tui.comparing.comparisons", lambda *_: [made()])
    monkeypatch.setattr("compare.judgement.marks.marks", marked)
    monkeypatch.setattr(Path, "cwd", classmethod(lambda _: Path("/home/ann/news")))
    if look == "monochrome":
        monkeypatch.setenv("NO_COLOR", "1")
    theme, size = LOOKS[look]
    app = NewsdiffApp(ARTICLES, settings=Settings(theme))
    different = []
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        for name, keys in SCREENS.items():
            await press(pilot, *keys)
            found = drawn(app)
            golden = GOLDEN / f"{name}-{look}.txt"
            if os.environ.get("NEWSDIFF_RENEW"):
                GOLDEN.mkdir(exist_ok=True)
                golden.write_text(found, encoding="utf-8", newline="\n")
            if found != golden.read_text(encoding="utf-8"):
                different.append(f"{golden.name} was another picture; now:\n{found}")
            while not isinstance(app.screen, ArticlesScreen):
                await press(pilot, "escape")
    assert not different, "\n".join(different)
