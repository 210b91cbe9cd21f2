"""Omissions: what an article tells in other words, in part or beside something else, it does not leave out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.model import Article, Comparison, Link, Passage, Place, SentenceKind
from compare.pipeline import compare
from compare.views.coverage import table

RESIGNED = "The minister, Anna Berg, resigned on Friday after a dispute over the harbour tunnel."


def unlinked(there: str, *links: Link) -> Comparison:
    """Two articles with one sentence in one row, and a third that no link joins to it."""
    texts = (RESIGNED, f"Storks nest again on the town hall.\n\n{RESIGNED}", there)
    found = compare([Article(f"{number}.txt", text, "hash", str(number), str(number)) for number, text in enumerate(texts)])
    row = Passage("p1", (Place(0, 0), Place(1, 1)), "shared", (0, 1))
    return replace(found, links=links, passages=(row,))


@pytest.mark.parametrize(
    ("there", "silent"),
    [
        ("Ferries to the islands stop next week.", True),
        # only words that are everywhere
        ("The minister Anna Smith flew on Friday.\n\nThe minister danced.\n\nRain fell on Friday.", True),
        # over two sentences, in other words
        ("Berg left the government on Friday.\n\nThe quarrel about the tunnel had gone on for a year.", False),
        ("Anna Berg resigns over tunnel", False),
    ],
)
def test_only_who_tells_nothing_of_a_passage_leaves_it_out(there: str, silent: bool) -> None:
    (row,) = table(unlinked(there))
    assert row.cells == ("present", "present", "absent")
    assert row.omitted(2) is silent


def test_who_is_linked_to_what_the_passage_is_linked_to_may_tell_of_it() -> None:
    met = Link(Place(0, 0), Place(1, 0), 0.6, "partial"), Link(Place(1, 0), Place(2, 0), 0.6, "partial")
    (row,) = table(unlinked("Ferries to the islands stop next week.", *met))
    assert not row.omitted(2)


@pytest.mark.parametrize(("kind", "text"), [("heading", RESIGNED), ("sentence", "Hoo-boy.")])
def test_nobody_leaves_out_a_headline_or_an_interjection(kind: SentenceKind, text: str) -> None:
    found = unlinked("Ferries to the islands stop next week.")
    other = tuple(
        replace(analysis, sentences=tuple(replace(each, kind=kind, text=text) for each in analysis.sentences))
        for analysis in found.articles
    )
    (row,) = table(replace(found, articles=other))
    assert not row.omitted(2)
