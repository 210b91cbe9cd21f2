"""Comparisons made by hand, so that layout is tested without the engine."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import (
    Analysis,
    Article,
    Aside,
    Comparison,
    Difference,
    Evidence,
    Link,
    Passage,
    Place,
    Point,
    Sentence,
    Standing,
    Status,
)
from tui.layout.subject import Subject

Text = Sequence[Sequence[str]]
"""Paragraphs of sentences; one that begins with # is a heading, one in round brackets an aside."""


def analysis(name: str, paragraphs: Text) -> Analysis:
    text = ""
    sentences: list[Sentence] = []
    asides: list[Aside] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for position, written in enumerate(paragraph):
            text += " " if position else ""
            start = len(text)
            text += written
            if written.startswith("("):
                asides.append(Aside(start, len(text), "dateline"))
            else:
                kind = "heading" if written.startswith("#") else "sentence"
                sentences.append(Sentence(start, len(text), written, "heading" if kind == "heading" else "sentence", number))
    return Analysis(Article(name, text, "0" * 64, name), tuple(sentences), tuple(asides))


def subject(
    *texts: Text,
    links: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    differences: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    partial: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
) -> Subject:
    """Articles with links; sentences linked by ``links`` share a passage (which must not chain), those of ``differences`` are divergent."""
    analyses = tuple(analysis(f"article-{number}", text) for number, text in enumerate(texts))
    found: dict[Place, set[Place]] = {}
    made: list[Link] = []
    ledger: list[Difference] = []
    for a, b in [*links, *partial]:
        one, two = Place(*a), Place(*b)
        own: tuple[Difference, ...] = ()
        if (a, b) in differences:
            own = (Difference("quote", 3, evidence(analyses, one), evidence(analyses, two), "They differ."),)
            ledger.extend(own)
        relation = "aligned" if (a, b) in links else "partial"
        made.append(Link(one, two, 0.8, "aligned" if relation == "aligned" else "partial", False, "divergent" if own else "shared", own))
        if relation == "aligned":
            group = found.get(one, {one}) | found.get(two, {two})
            for place in group:
                found[place] = group
    places = [Place(article, index) for article, each in enumerate(analyses) for index in range(len(each.sentences))]
    passages: list[Passage] = []
    for place in places:
        group = found.get(place, {place})
        if place == min(group):
            passages.append(Passage(f"p{len(passages)}", tuple(sorted(group))))
    ends = {end.place for difference in ledger for end in (difference.a, difference.b) if end}
    linked = {end for link in made for end in (link.a, link.b)}
    whole = {end for link in made if link.relation == "aligned" for end in (link.a, link.b)}
    points = tuple(Point(each.kind, each.severity, 1.0, (each.a, each.b), each.explanation) for each in ledger if each.a and each.b)
    standings = tuple(
        tuple(_standing(Place(article, index), ends, linked, whole) for index in range(len(each.sentences)))
        for article, each in enumerate(analyses)
    )
    return Subject(Comparison(analyses, tuple(made), tuple(passages), (), (), tuple(ledger), standings, points=points))


def evidence(analyses: Sequence[Analysis], place: Place) -> Evidence:
    sentence = analyses[place.article].sentences[place.sentence]
    return Evidence(place.article, place.sentence, sentence.start, sentence.start + 3, sentence.text[:3])


def _standing(place: Place, divergent: set[Place], linked: set[Place], whole: set[Place]) -> Standing:
    status: Status = "divergent" if place in divergent else "shared" if place in linked else "unique"
    return Standing(status, "whole" if place in whole or status != "shared" else "part")


def numbered(letter: str, count: int, words: int = 6, paragraph: int = 2) -> list[list[str]]:
    """Paragraphs of ``paragraph`` sentences each, ``count`` sentences in all."""
    written = [f"{letter}{number} " + " ".join(["word"] * words) + "." for number in range(count)]
    return [written[start : start + paragraph] for start in range(0, count, paragraph)]
