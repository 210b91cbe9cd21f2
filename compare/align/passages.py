"""Passages: the sentences, at most a few an article, that report the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from compare.model import Analysis, Link, Passage, Place, Relation

# How far the members of a passage must agree: the mean over all pairs of members in different articles.
AGREEMENT = 0.7
_WORTH: dict[Relation, float] = {"aligned": 1.0, "partial": 0.4}
# What puts two sentences in one row, by their link's score. Measured on the labelled pairs (docs/alignment.md): rows from any aligned link hold
# a sentence that doesn't belong there in 12 of 100, rows by these numbers in 4.
SURE = 0.94
"""Each other's likest from here on, whatever else they are like."""
BACKED = 0.9
"""Each other's likest from here on where a sentence of a third article is aligned with both."""
LONE, AHEAD = 0.72, 0.6
"""Each other's likest from here on, so far ahead of what either is like next."""
OPENING, OPENS = 2, 0.8
"""Among the first two sentences of both articles, headline and lead, each other's likest of all articles from here on: a comparison opens on them."""
SAME = 0.97
"""Not each other's likest, but as good as the same: a sentence that another article divides in two."""
# At most so many sentences of one article in a passage, none further than this from the next.
SENTENCES = 3
REACH = 3

Group = tuple[Place, ...]


def gather(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Passage, ...]:
    """Every sentence in exactly one passage; neither the order of the articles nor the base changes which sentences are together.

    Strongest links first, two groups become one where the link is sure enough for a row and their members agree with each other, not only the
    two that the link joins: a chain of likenesses (A to B, B to C) makes no passage unless A and C agree as well. Pins come before all links.
    """
    joins = [link for link in links if link.pinned] + _joining([link for link in links if not link.pinned])
    worth = {(link.a, link.b): 1.0 if link.pinned else _WORTH[link.relation] for link in links}
    home: dict[Place, Group] = {
        Place(article, number): (Place(article, number),)
        for article, analysis in enumerate(analyses)
        for number in range(len(analysis.sentences))
    }
    for link in sorted(joins, key=lambda link: _rank(link, analyses)):
        one, two = home[link.a], home[link.b]
        if one != two and (link.pinned or _agree((*one, *two), worth)):
            joined = tuple(sorted((*one, *two)))
            home.update(dict.fromkeys(joined, joined))
    groups = sorted(set(home.values()))
    return tuple(Passage(f"p{number}", group) for number, group in enumerate(groups, 1))


def _joining(links: Sequence[Link]) -> list[Link]:
    """The aligned links that are sure enough to put their two sentences in one row."""
    likest: dict[tuple[Place, int], list[float]] = {}
    best: dict[Place, float] = {}
    for link in links:
        for place, other in ((link.a, link.b), (link.b, link.a)):
            likest.setdefault((place, other.article), []).append(link.score)
            best[place] = max(best.get(place, 0.0), link.score)
    for scores in likest.values():
        scores.sort(reverse=True)
    beside: dict[Place, set[Place]] = {}
    for link in links:
        if link.relation == "aligned":
            beside.setdefault(link.a, set()).add(link.b)
            beside.setdefault(link.b, set()).add(link.a)

    def joins(link: Link) -> bool:
        sides = likest[link.a, link.b.article], likest[link.b, link.a.article]
        if any(link.score < scores[0] for scores in sides):
            return link.score >= SAME
        rival = max((scores[1] for scores in sides if len(scores) > 1), default=0.0)
        first = max(link.a.sentence, link.b.sentence) < OPENING
        opening = first and link.score >= max(OPENS, best[link.a], best[link.b])
        if opening or link.score >= SURE or (link.score >= LONE and round(link.score - rival, 4) >= AHEAD):
            return True
        return link.score >= BACKED and not beside[link.a].isdisjoint(beside[link.b])

    return [link for link in links if link.relation == "aligned" and joins(link)]


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
    """The passages as rows: in the base's order, those that the base lacks put in after what precedes them in their own article.

    Where nothing does, they follow the base's first row, so that the base begins; unless their own article goes on with just that row.
    """
    rows = sorted((passage for passage in passages if _first(passage, base) is not None), key=lambda passage: _first(passage, base) or 0)
    start: list[Passage] = []
    placed = {place for row in rows for place in row.members}
    row_of = {place: row for row in rows for place in row.members}
    own: dict[int, list[Place]] = {}
    for place in sorted(placed):
        own.setdefault(place.article, []).append(place)
    heads: dict[str, list[Passage]] = {}
    for passage in sorted((passage for passage in passages if passage.members[0] not in placed), key=lambda passage: passage.members):
        first = passage.members[0]
        before = next(
            (Place(first.article, number) for number in range(first.sentence - 1, -1, -1) if Place(first.article, number) in placed), None
        )
        placed.update(passage.members)
        row_of.update(dict.fromkeys(passage.members, passage))
        if before is None:
            goes_on = next((row_of[place] for place in own.get(first.article, ()) if place > first), None)
            (start if not rows or goes_on is rows[0] else heads.setdefault(rows[0].id, [])).append(passage)
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
