"""Passages: the sentences, at most a few an article, that report the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from compare.model import Analysis, Link, Passage, Place, Relation

# How far the members of a passage must agree: the mean over all pairs of members in different articles.
AGREEMENT = 0.7
_WORTH: dict[Relation, float] = {"aligned": 1.0, "partial": 0.4}
# At most so many sentences of one article in a passage, none further than this from the next.
SENTENCES = 3
REACH = 3

Group = tuple[Place, ...]


def gather(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Passage, ...]:
    """Every sentence in exactly one passage; neither the order of the articles nor the base changes which sentences are together.

    Strongest links first, two groups become one where their members agree with each other, not only the two that the link joins: a chain of
    likenesses (A to B, B to C) makes no passage unless A and C agree as well. Pins come before all links.
    """
    worth = {(link.a, link.b): 1.0 if link.pinned else _WORTH[link.relation] for link in links}
    home: dict[Place, Group] = {
        Place(article, number): (Place(article, number),)
        for article, analysis in enumerate(analyses)
        for number in range(len(analysis.sentences))
    }
    for link in sorted((link for link in links if link.relation == "aligned" or link.pinned), key=lambda link: _rank(link, analyses)):
        one, two = home[link.a], home[link.b]
        if one != two and (link.pinned or _agree((*one, *two), worth)):
            joined = tuple(sorted((*one, *two)))
            home.update(dict.fromkeys(joined, joined))
    groups = sorted(set(home.values()))
    return tuple(Passage(f"p{number}", group) for number, group in enumerate(groups, 1))


def _rank(link: Link, analyses: Sequence[Analysis]) -> tuple[object, ...]:
    """Strongest first; ties by what the sentences say and where they stand, which the order of the articles can't change."""
    ends = sorted((analyses[place.article].sentences[place.sentence].text, place.sentence) for place in (link.a, link.b))
    return (not link.pinned, -link.score, ends)


def _agree(members: Group, worth: Mapping[tuple[Place, Place], float]) -> bool:
    by_article: dict[int, list[int]] = {}
    for place in sorted(members):
        by_article.setdefault(place.article, []).append(place.sentence)
    for sentences in by_article.values():
        if len(sentences) > SENTENCES or any(later - earlier > REACH for earlier, later in pairwise(sentences)):
            return False
    ordered = sorted(members)
    pairs = [(one, two) for at, one in enumerate(ordered) for two in ordered[at + 1 :] if one.article != two.article]
    total = sum(worth.get(pair, 0.0) for pair in pairs)
    if round(total, 6) < round(AGREEMENT * len(pairs), 6):
        return False
    # A member that agrees with less than half of the others is carried along by them, and isn't the same content.
    for place in ordered:
        own = [pair for pair in pairs if place in pair]
        if round(sum(worth.get(pair, 0.0) for pair in own), 6) < round(len(own) / 2, 6):
            return False
    return True


def in_reading_order(passages: Sequence[Passage], base: int) -> tuple[Passage, ...]:
    """The passages as rows: in the base's order, those that the base lacks put in after what precedes them in their own article."""
    rows = sorted((passage for passage in passages if _first(passage, base) is not None), key=lambda passage: _first(passage, base) or 0)
    start: list[Passage] = []
    placed = {place for row in rows for place in row.members}
    row_of = {place: row for row in rows for place in row.members}
    heads: dict[str, list[Passage]] = {}
    for passage in sorted((passage for passage in passages if passage.members[0] not in placed), key=lambda passage: passage.members):
        first = passage.members[0]
        before = next(
            (Place(first.article, number) for number in range(first.sentence - 1, -1, -1) if Place(first.article, number) in placed), None
        )
        placed.update(passage.members)
        row_of.update(dict.fromkeys(passage.members, passage))
        if before is None:
            start.append(passage)
        else:
            heads.setdefault(row_of[before].id, []).append(passage)
    return tuple(_laid_out(start, rows, heads))


def _first(passage: Passage, base: int) -> int | None:
    return min((place.sentence for place in passage.members if place.article == base), default=None)


def _laid_out(start: Sequence[Passage], rows: Sequence[Passage], heads: Mapping[str, Sequence[Passage]]) -> list[Passage]:
    """The rows with each passage followed by those that hang on it, deepest first."""
    found: list[Passage] = []
    waiting = [*reversed([*start, *rows])]
    while waiting:
        passage = waiting.pop()
        found.append(passage)
        waiting.extend(reversed(heads.get(passage.id, ())))
    return found
