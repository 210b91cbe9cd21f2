"""Three short articles and their comparison, made by hand: what is drawn of them doesn't change with the engine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest

from compare.model import (
    Analysis,
    Article,
    ComparedQuotation,
    Comparison,
    Difference,
    Entity,
    EntityMention,
    Evidence,
    Fidelity,
    Link,
    Mark,
    Passage,
    Place,
    Point,
    Quotation,
    Reason,
    Role,
    Sentence,
    Standing,
    Status,
)
from compare.model.points import Fact as GivenFact
from compare.model.points import FactValue
from tui.comparing import Fact, Pair

_ONE = """Minister opens the new bridge

The minister of transport opened the bridge in Lisbon on Monday. It is 900 metres long and has four lanes. It replaces a ferry from 1931.

The bridge cost 40 million euros. “We are proud of this work,” said the minister, Anna Berg.

The Monday Club paid for the lamps. Ferries will stop next week.
"""
_TWO = """Bridge opened after delay

On Monday the transport minister opened the bridge in Lisbon. The bridge cost 45 million euros. \
Its 900 metres carry four lanes. The ferry, of 1931, is replaced by it.

Residents complained of noise [/b] during the works. “We are proud of that at last,” said the mayor, Anna Berg.
"""
_THREE = """大橋開通: Lisbon has its bridge

The bridge in Lisbon was opened on Monday. Three countries paid for it. Ferries stop next week.
"""
ARTICLES = (
    Article("one.txt", _ONE, "1" * 64, "Minister opens the new bridge", "The Herald", date(2025, 10, 27)),
    Article("two.txt", _TWO, "2" * 64, "Bridge opened after delay", published=date(2025, 10, 28)),
    Article("three.txt", _THREE, "3" * 64, "大橋開通: Lisbon has its bridge", "渡輪報"),
)


def _cut(article: Article) -> Analysis:
    """The article in sentences, simply; its first paragraph is a heading."""
    sentences, start = [], 0
    for paragraph, line in enumerate(article.text.split("\n\n")):
        for piece in line.strip().replace(". ", ".\n").split("\n"):
            start = article.text.index(piece, start)
            sentences.append(Sentence(start, start + len(piece), piece, "sentence" if paragraph else "heading", paragraph))
            start += len(piece)
    return Analysis(article, tuple(sentences))


_ANALYSES = tuple(map(_cut, ARTICLES))
_ALIKE = {
    (0, 1): Pair(0.7432, 3),
    (0, 2): Pair(0.31, 0),
    (1, 0): Pair(0.66, 3),
    (1, 2): Pair(0.25, 0),
    (2, 0): Pair(0.9, 0),
    (2, 1): Pair(0.4, 0),
}


def known(articles: Sequence[Article], base: Article, *_: object) -> list[Fact]:
    """What the list knows of the articles, without the engine."""
    at = {article.sha256: number for number, article in enumerate(ARTICLES)}
    return [
        Fact(
            each,
            _ANALYSES[at[each.sha256]].words,
            len(_ANALYSES[at[each.sha256]].sentences),
            _ALIKE.get((at[base.sha256], at[each.sha256])),
        )
        for each in articles
    ]


def marked(comparison: Comparison, place: Place, counterpart: Place) -> list[Mark]:
    """Which words of a sentence its counterpart has, by nothing but their letters; those that a difference rests on conflict."""
    start, there = comparison.sentence(place).start, comparison.sentence(counterpart).text.split()
    spans = [end for each in comparison.differences_at(place) for end in (each.a, each.b) if end is not None and end.place == place]
    marks = []
    for word in re.finditer(r"\S+", comparison.sentence(place).text):
        conflicts = any(span.start <= start + word.start() < span.end for span in spans)
        marks.append(Mark(start + word.start(), start + word.end(), "conflicting" if conflicts else "same" if word[0] in there else "only"))
    return marks


def _evidence(article: int, sentence: int, words: str) -> Evidence:
    start = ARTICLES[article].text.index(words)
    return Evidence(article, sentence, start, start + len(words), words)


_COST = Difference("number", 3, _evidence(0, 4, "40 million"), _evidence(1, 2, "45 million"), "A has 40 million euros, B has 45 million.")
_QUOTE = Difference("quote", 3, _evidence(0, 5, "this work"), _evidence(1, 6, "that at last"), "The same speaker, other words.")
_OFFICE = Difference(
    "role", 2, _evidence(0, 5, "the minister"), _evidence(1, 6, "the mayor"), "A calls Anna Berg the minister, B the mayor."
)
_SHADE = Difference("other", 1, _evidence(0, 1, "minister of transport"), _evidence(1, 1, "transport minister"), "Another turn of phrase.")

_DOUBT = Difference(
    "other", 2, _evidence(0, 3, "a ferry from 1931"), _evidence(1, 4, "The ferry, of 1931"), "One ferry, or the ferry.", confidence=0.2
)

_POINTS = (
    Point("number", 3, 0.9, (_evidence(0, 4, "40 million"), _evidence(1, 2, "45 million")), "A has 40 million euros, B has 45 million."),
    Point("quote", 3, 0.8, (_evidence(0, 5, "this work"), _evidence(1, 6, "that at last")), "The same speaker, other words."),
    Point("role", 2, 0.8, (_evidence(0, 5, "the minister"), _evidence(1, 6, "the mayor")), "A calls Anna Berg the minister, B the mayor."),
)
_WHY = (Reason("words", 2.41, "bridge, cost, million"), Reason("numbers", -0.62, "40 and 45"), Reason("neighbours", 0.38))
_LINKS = (
    Link(Place(0, 1), Place(1, 1), 0.97, "aligned", differences=(_SHADE,)),
    Link(Place(0, 2), Place(1, 3), 0.91, "aligned"),
    Link(Place(0, 3), Place(1, 4), 0.88, "aligned"),
    Link(Place(0, 4), Place(1, 2), 0.9, "aligned", moved=True, verdict="divergent", differences=(_COST,), reasons=_WHY),
    Link(Place(0, 5), Place(1, 6), 0.82, "aligned", verdict="divergent", differences=(_QUOTE, _OFFICE)),
    Link(Place(0, 0), Place(1, 0), 0.6, "partial"),
    Link(Place(0, 1), Place(2, 1), 0.86, "aligned"),
    Link(Place(1, 1), Place(2, 1), 0.84, "aligned"),
    Link(Place(0, 4), Place(2, 2), 0.52, "partial"),
    Link(Place(0, 7), Place(2, 3), 0.93, "aligned", pinned=True),
)
_PASSAGES: tuple[tuple[tuple[int, int], ...], ...] = (
    ((0, 0),),
    ((1, 0),),
    ((2, 0),),
    ((0, 1), (1, 1), (2, 1)),
    ((0, 2), (1, 3)),
    ((0, 3), (1, 4)),
    ((0, 4), (1, 2)),
    ((1, 5),),
    ((0, 5), (1, 6)),
    ((0, 6),),
    ((2, 2),),
    ((0, 7), (2, 3)),
)
_STANDINGS: tuple[dict[int, Standing], ...] = (
    {0: Standing("shared", "part"), **dict.fromkeys((1, 2, 3, 7), Standing("shared")), **dict.fromkeys((4, 5), Standing("divergent"))},
    {0: Standing("shared", "part"), **dict.fromkeys((1, 3, 4), Standing("shared")), **dict.fromkeys((2, 6), Standing("divergent"))},
    {**dict.fromkeys((1, 3), Standing("shared")), 2: Standing("shared", "part")},
)


def _passage(number: int, members: tuple[tuple[int, int], ...]) -> Passage:
    places = tuple(Place(*member) for member in members)
    statuses = {_STANDINGS[place.article].get(place.sentence, Standing("unique")).status for place in places}
    carried = {place.article for place in places} | {
        link.other(place).article for place in places for link in _LINKS if place in (link.a, link.b)
    }
    status: Status = "divergent" if "divergent" in statuses else "shared" if "shared" in statuses else "unique"
    return Passage(f"p{number}", places, status, tuple(sorted(carried)))


def _mention(article: int, sentence: int, words: str, role: str = "") -> EntityMention:
    found = _evidence(article, sentence, words)
    return EntityMention(article, found.start, found.end, words, sentence, role)


_ENTITIES = (
    Entity(
        "e1",
        "Anna Berg",
        "person",
        ("Berg",),
        (Role(0, "minister"), Role(1, "mayor")),
        (_mention(0, 5, "Anna Berg", "minister"), _mention(1, 6, "Anna Berg", "mayor")),
    ),
    Entity("e2", "Monday Club", "organisation", mentions=(_mention(0, 6, "Monday Club"),)),
    Entity("e3", "Residents", "group", mentions=(_mention(1, 5, "Residents"),)),
    Entity(
        "e4",
        "Lisbon",
        "place",
        mentions=(_mention(0, 1, "Lisbon"), _mention(1, 1, "Lisbon"), _mention(2, 0, "Lisbon"), _mention(2, 1, "Lisbon")),
    ),
)


def _quotation(article: int, sentence: int, words: str, fidelity: Sequence[Fidelity]) -> ComparedQuotation:
    found = _evidence(article, sentence, words)
    return ComparedQuotation(article, Quotation(sentence, found.start, found.end, words, "Anna Berg", "said"), "q1", tuple(fidelity))


_QUOTATIONS = (
    _quotation(0, 5, "We are proud of this work,", (Fidelity(1, "altered"), Fidelity(2, "absent"))),
    _quotation(1, 6, "We are proud of that at last,", (Fidelity(0, "altered"), Fidelity(2, "absent"))),
)


def _value(article: int, sentence: int, words: str, value: str) -> FactValue:
    found = _evidence(article, sentence, words)
    return FactValue(article, sentence, found.start, found.end, words, value)


_FACTS = (
    GivenFact("long", "figure", "metre", (_value(0, 2, "900 metres", "900"), _value(1, 3, "900 metres", "900")), equal=True),
    GivenFact("cost", "money", "eur", (_value(0, 4, "40 million euros", "40"), _value(1, 2, "45 million euros", "45")), equal=False),
    GivenFact(
        "ferries stop",
        "date",
        "",
        (_value(0, 7, "next week", "w44"), _value(1, 4, "1931", "1931"), _value(2, 3, "next week", "w44")),
        equal=False,
    ),
)


def made(articles: Sequence[Article] = ARTICLES, *_: object) -> Comparison:
    """The comparison of the three; of fewer, one in which nothing is linked."""
    if len(articles) < len(ARTICLES):
        chosen = [next(each for each in _ANALYSES if each.article == article) for article in articles]
        places = [Place(number, sentence) for number, each in enumerate(chosen) for sentence in range(len(each.sentences))]
        passages = tuple(Passage(f"p{number}", (place,), "unique", (place.article,)) for number, place in enumerate(places))
        return Comparison(tuple(chosen), (), passages, standings=tuple((Standing("unique"),) * len(each.sentences) for each in chosen))
    standings = tuple(
        tuple(own.get(number, Standing("unique")) for number in range(len(each.sentences)))
        for own, each in zip(_STANDINGS, _ANALYSES, strict=True)
    )
    passages = tuple(_passage(number, members) for number, members in enumerate(_PASSAGES, 1))
    return Comparison(
        _ANALYSES,
        _LINKS,
        passages,
        _QUOTATIONS,
        _ENTITIES,
        (_COST, _QUOTE, _OFFICE, _SHADE),
        standings,
        points=_POINTS,
        facts=_FACTS,
        possible=(_DOUBT,),
    )


def stands_in(patch: pytest.MonkeyPatch) -> None:
    """Let the reader show this comparison whatever it asks to be compared; nothing is computed."""
    patch.setattr("tui.screens.articles.facts", known)
    patch.setattr("tui.screens.tables.compared", made)
    patch.setattr("tui.comparing.comparisons", lambda articles, *_: [made(articles)])
    patch.setattr("compare.views.marks.marks", marked)
