"""A comparison made by hand: three invented accounts of one accident, with every kind of finding that an export has to show.

Golden files are made from it and not from the engine's output, so that they change when an export changes and at no other time.
"""

from __future__ import annotations

import hashlib
from datetime import date

from compare.judge.points import gather
from compare.model import (
    Analysis,
    Article,
    Aside,
    ComparedQuotation,
    Comparison,
    Difference,
    Entity,
    EntityMention,
    Evidence,
    Fact,
    FactValue,
    Fidelity,
    Link,
    Note,
    Opinion,
    Passage,
    Pinned,
    Place,
    Point,
    Problem,
    Quotation,
    Reason,
    Role,
    SecondReading,
    Sentence,
    SentenceKind,
    Standing,
)

MODEL = "lighthouse:7b <i>"
POST = """Ferry strikes pier in Port Aldine; 14 hurt

PORT ALDINE: A passenger ferry struck the north pier on Tuesday, injuring 14 people. Harbour master Ines Okafor said the vessel was \
travelling at 12 knots. “We will not sail again until we know why the engine failed,” she said.

The Maritime Board opened an inquiry. The ferry, the Gullwing, carried 180 passengers.
"""
COAST = """A passenger ferry hit the north pier on Tuesday, injuring 41 people. Ines Okafor, the deputy harbour master, said the vessel was \
going at about 12 knots. “We will never sail again until we know why the engine failed,” she said.

The Gullwing had been repaired twice this year. An inquiry was opened by the Maritime Board.
"""
WIRE = """The Maritime Board has opened an inquiry into the ferry accident. Fourteen people were hurt.

Okafor said the ferry would stay in port until the cause is known. Fares will be refunded | *in full* <by Friday>, =SUM(1+1) or not.
"""
SENTENCES = (
    (
        "Ferry strikes pier in Port Aldine; 14 hurt",
        "A passenger ferry struck the north pier on Tuesday, injuring 14 people.",
        "Harbour master Ines Okafor said the vessel was travelling at 12 knots.",
        "“We will not sail again until we know why the engine failed,” she said.",
        "The Maritime Board opened an inquiry.",
        "The ferry, the Gullwing, carried 180 passengers.",
    ),
    (
        "A passenger ferry hit the north pier on Tuesday, injuring 41 people.",
        "Ines Okafor, the deputy harbour master, said the vessel was going at about 12 knots.",
        "“We will never sail again until we know why the engine failed,” she said.",
        "The Gullwing had been repaired twice this year.",
        "An inquiry was opened by the Maritime Board.",
    ),
    (
        "The Maritime Board has opened an inquiry into the ferry accident.",
        "Fourteen people were hurt.",
        "Okafor said the ferry would stay in port until the cause is known.",
        "Fares will be refunded | *in full* <by Friday>, =SUM(1+1) or not.",
    ),
)
TEXTS = (POST, COAST, WIRE)
PARAGRAPHS = ((0, 1, 1, 1, 2, 2), (0, 0, 0, 1, 1), (0, 0, 1, 1))
STANDINGS = (
    "shared/part divergent divergent divergent shared unique",
    "divergent divergent divergent unique shared",
    "shared shared shared/part unique",
)


def sentence_of(article: int, offset: int) -> int:
    """The sentence of an article that holds this offset."""
    starts = [TEXTS[article].index(text) for text in SENTENCES[article]]
    return max(index for index, start in enumerate(starts) if start <= offset)


def evidence(article: int, text: str) -> Evidence:
    start = TEXTS[article].index(text)
    return Evidence(article, sentence_of(article, start), start, start + len(text), text)


def value(article: int, text: str, told: str) -> FactValue:
    found = evidence(article, text)
    return FactValue(found.article, found.sentence, found.start, found.end, text, told)


def mention(article: int, text: str, role: str = "", nth: int = 0) -> EntityMention:
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[article].index(text, start + 1)
    return EntityMention(article, start, start + len(text), text, sentence_of(article, start), role)


def analysis(number: int, outlet: str | None, title: str) -> Analysis:
    text = TEXTS[number]
    article = Article(
        source=f"stories/{'abc'[number]}.txt",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        outlet=outlet,
        published=date(2026, 3, 4) if number == 0 else None,
    )
    sentences = []
    for index, sentence in enumerate(SENTENCES[number]):
        start = text.index(sentence)
        kind: SentenceKind = "heading" if (number, index) == (0, 0) else "sentence"
        sentences.append(Sentence(start, start + len(sentence), sentence, kind, PARAGRAPHS[number][index]))
    dateline = text.find("PORT ALDINE:")
    asides = (Aside(dateline, dateline + 12, "dateline"),) if dateline >= 0 else ()
    return Analysis(article, tuple(sentences), asides)


def quotation(article: int, text: str, speaker: str, cue: str) -> Quotation:
    found = evidence(article, text)
    return Quotation(found.sentence, found.start, found.end, text, speaker, cue)


def standing(word: str) -> Standing:
    return {
        "shared": Standing("shared"),
        "shared/part": Standing("shared", "part"),
        "divergent": Standing("divergent"),
        "unique": Standing("unique"),
    }[word]


def sample() -> Comparison:
    """Three articles, nine links, six differences, four quotations' worth of fidelity, four entities, one note, two pins and two points of
    a second reader's."""
    hurt = Difference(
        "number",
        3,
        evidence(0, "14 people"),
        evidence(1, "41 people"),
        "A counts 14 people injured, B 41.",
        "A and C say 14; B stands alone",
    )
    quote = Difference(
        "quote",
        3,
        evidence(0, "We will not sail again until we know why the engine failed"),
        evidence(1, "We will never sail again until we know why the engine failed"),
        "The same speaker, other words inside the quotation marks: “not” in A, “never” in B.",
    )
    office = Difference(
        "role",
        2,
        evidence(0, "Harbour master"),
        evidence(1, "deputy harbour master"),
        "A calls Ines Okafor harbour master, B deputy harbour master.",
    )
    speed = Difference("number", 1, evidence(0, "12 knots"), evidence(1, "about 12 knots"), "B hedges the figure: about 12 knots.")
    lone = Difference("number", 2, evidence(1, "41 people"), evidence(2, "Fourteen people"), "B counts 41 people injured, C 14.")
    silent = Difference("attribution", 2, evidence(2, "Fourteen people were hurt."), None, "C gives the figure without a source.")
    words = Reason("rare words", 3.25, "engine failed sail")
    accounts = (
        analysis(0, "The Harbour Post", "Ferry strikes pier in Port Aldine; 14 hurt"),
        analysis(1, None, "A passenger ferry hit the north pier on Tuesday, injuring 41…"),
        analysis(2, "Aldine Wire & <Sons>", "The Maritime Board has opened an inquiry…"),
    )
    return Comparison(
        articles=accounts,
        links=(
            Link(Place(0, 0), Place(1, 0), 0.52, "partial", reasons=(Reason("names", 0.4, "ferry"),)),
            Link(Place(0, 1), Place(1, 0), 0.97, "aligned", False, "divergent", (hurt,), (words,)),
            Link(Place(0, 1), Place(2, 1), 0.71, "aligned", True),
            Link(Place(0, 2), Place(1, 1), 0.9312, "aligned", False, "divergent", (office, speed)),
            Link(Place(0, 3), Place(1, 2), 0.9, "aligned", False, "divergent", (quote,)),
            Link(Place(0, 3), Place(2, 2), 0.44, "partial"),
            Link(Place(0, 4), Place(1, 4), 0.88, "aligned"),
            Link(Place(0, 4), Place(2, 0), 0.83, "aligned", True, pinned=True),
            Link(Place(1, 0), Place(2, 1), 0.69, "aligned", True, "divergent", (lone,)),
        ),
        passages=(
            Passage("p1", (Place(0, 0),), "shared", (0, 1)),
            Passage("p2", (Place(0, 1), Place(1, 0), Place(2, 1)), "divergent", (0, 1, 2)),
            Passage("p3", (Place(0, 2), Place(1, 1)), "divergent", (0, 1)),
            Passage("p4", (Place(0, 3), Place(1, 2)), "divergent", (0, 1, 2)),
            Passage("p5", (Place(0, 4), Place(1, 4), Place(2, 0)), "shared", (0, 1, 2)),
            Passage("p6", (Place(0, 5),), "unique", (0,)),
            Passage("p7", (Place(1, 3),), "unique", (1,)),
            Passage("p8", (Place(2, 2),), "shared", (0, 2)),
            Passage("p9", (Place(2, 3),), "unique", (2,)),
        ),
        quotations=(
            ComparedQuotation(
                0,
                quotation(0, "We will not sail again until we know why the engine failed,", "Ines Okafor", "said"),
                "q1",
                (Fidelity(1, "altered"), Fidelity(2, "paraphrased")),
            ),
            ComparedQuotation(
                1,
                quotation(1, "We will never sail again until we know why the engine failed,", "Ines Okafor", "said"),
                "q1",
                (Fidelity(0, "altered"), Fidelity(2, "paraphrased")),
            ),
        ),
        entities=(
            Entity(
                "e1",
                "Ines Okafor",
                "person",
                ("Okafor",),
                (Role(0, "Harbour master"), Role(1, "deputy harbour master")),
                (mention(0, "Ines Okafor", "Harbour master"), mention(1, "Ines Okafor", "deputy harbour master"), mention(2, "Okafor")),
            ),
            Entity(
                "e2",
                "Maritime Board",
                "organisation",
                (),
                (),
                (mention(0, "Maritime Board"), mention(1, "Maritime Board"), mention(2, "Maritime Board")),
            ),
            Entity("e3", "Port Aldine", "place", (), (), (mention(0, "Port Aldine"),)),
            Entity("e4", "Gullwing", "other", (), (), (mention(0, "Gullwing"), mention(1, "Gullwing"))),
        ),
        differences=(hurt, quote, office, lone, silent, speed),
        standings=tuple(tuple(standing(word) for word in words.split()) for words in STANDINGS),
        points=(
            *gather(accounts, (), [one for one in (hurt, quote, office, lone, silent) if one.severity >= 2], ("the Post", "b", "the Wire")),
            Point(
                "number",
                3,
                0.5,
                (evidence(0, "14 people"), evidence(1, "41 people"), evidence(2, "Fourteen people were hurt.")),
                "The Harbour Post and the Aldine Wire say 14 were hurt, b.txt 41.",
                (0, 2),
                1,
                by=MODEL,
            ),
            Point("other", 2, 0.5, (evidence(0, "opened an inquiry"), evidence(2, "stay in port")), "<b>One</b> | tells *more*.", by=MODEL),
        ),
        second_reading=SecondReading(
            MODEL, 2, 2, 3, 1, (Opinion(office.a, office.b, "role", divergence=False, why="Both ran the harbour."),)
        ),
        facts=(
            Fact("people injured", "figure", "", (value(0, "14", "14"), value(1, "41", "41"), value(2, "Fourteen", "14")), equal=False),
            Fact("vessel travelling", "figure", "knot", (value(0, "12 knots", "12"), value(1, "about 12 knots", "11..13")), equal=True),
            Fact(
                "title of Ines Okafor",
                "title",
                "",
                (value(0, "Harbour master", "harbour master"), value(1, "deputy harbour master", "deputy harbour master")),
                equal=False,
            ),
        ),
        notes=(Note(1, 0, "Ask the desk: is 41 a slip for 14?"),),
        problems=(Problem("values", 1, "B: sentence 2 left out of values (KeyError: 'x\u202e[b]'); the rest is there; please report it"),),
        pins=(Pinned("part", Place(0, 1), Place(2, 3), exact=False), Pinned("join", Place(0, 4), Place(2, 0))),
    )
