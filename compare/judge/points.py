"""Points: differences over all articles that are about one thing are one row, however many pairs of sentences tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.extract.values import agree
from compare.model import Analysis, Difference, Evidence, Link, Place, Point, Value
from compare.text.phrases import enumerated
from compare.text.words import fold

_LONGEST = 80


def gather(
    analyses: Sequence[Analysis], links: Sequence[Link], differences: Sequence[Difference], names: Sequence[str]
) -> tuple[Point, ...]:
    """The points that these differences make, in the ledger's order: most severe first, then surest.

    Differences of one kind whose spans touch on a side are one point. Each article that speaks is one side: its span in the most severe and
    surest of the differences. An article in a sentence linked to a side that gives the very same words or value is a side as well.
    """
    partners: dict[Place, list[Place]] = {}
    for link in links:
        partners.setdefault(link.a, []).append(link.b)
        partners.setdefault(link.b, []).append(link.a)
    points = [_point(analyses, partners, group, names) for group in _groups(differences)]
    return tuple(sorted(points, key=lambda point: (-point.severity, -point.confidence, _where(point.sides[0]), point.kind)))


def made_of(point: Point, differences: Sequence[Difference]) -> list[Difference]:
    """The differences that a point was gathered from: one kind, joined by ends that touch, one of them an end of the point's own."""
    severe = [one for one in differences if one.kind == point.kind]
    return [one for group in _groups(severe) if any(end in point.sides for each in group for end in (each.a, each.b)) for one in group]


def _groups(differences: Sequence[Difference]) -> list[list[Difference]]:
    """Differences joined while they share an end: one kind, one article, spans that touch."""
    groups: list[list[Difference]] = []
    at: dict[tuple[str, int, int], list[tuple[Evidence, list[Difference]]]] = {}
    for difference in differences:
        ends = [end for end in (difference.a, difference.b) if end is not None]
        met: list[list[Difference]] = []
        for end in ends:
            for other, group in at.get((difference.kind, *end.place), ()):
                if other.start < end.end and end.start < other.end and not any(group is one for one in met):
                    met.append(group)
        whole = met[0] if met else []
        if not met:
            groups.append(whole)
        for group in met[1:]:
            whole += group
            groups[:] = [one for one in groups if one is not group]
            for listed in at.values():
                listed[:] = [(end, whole if owner is group else owner) for end, owner in listed]
        whole.append(difference)
        for end in ends:
            at.setdefault((difference.kind, *end.place), []).append((end, whole))
    return groups


def _point(
    analyses: Sequence[Analysis], partners: Mapping[Place, Sequence[Place]], group: Sequence[Difference], names: Sequence[str]
) -> Point:
    first = min(group, key=lambda one: (-one.severity, -one.confidence))
    sides: dict[int, Evidence] = {}
    for difference in sorted(group, key=lambda one: (one is not first, -one.severity, -one.confidence)):
        for end in (difference.a, difference.b):
            if end is not None:
                sides.setdefault(end.article, end)
    apart = {(one.a.article, one.b.article) for one in group if one.a is not None and one.b is not None}
    apart |= {(b, a) for a, b in apart}
    for end in list(sides.values()):
        for extra in _same_elsewhere(analyses, partners, end):
            if extra.article not in sides:
                sides[extra.article] = extra
                apart |= {
                    pair for other in sides if (end.article, other) in apart for pair in ((extra.article, other), (other, extra.article))
                }
    camps = _camps(sides, apart)
    largest = max(map(len, camps))
    sizes = [len(camp) for camp in camps]
    majority = tuple(camps[sizes.index(largest)]) if len(camps) > 1 and sizes.count(largest) == 1 else ()
    lone = [camp[0] for camp in camps if len(camp) == 1]
    alone = lone[0] if len(lone) == 1 and len(majority) > 1 else None
    ordered = tuple(sides[article] for article in sorted(sides))
    explanation = first.explanation if len(sides) < 3 else _told(first, camps, sides, names)
    return Point(first.kind, first.severity, max(one.confidence for one in group), ordered, explanation, majority, alone)


def _camps(sides: Mapping[int, Evidence], apart: set[tuple[int, int]]) -> list[list[int]]:
    """The articles in groups of which no two differ, in the articles' order."""
    camps: list[list[int]] = []
    for article in sorted(sides):
        fits = [camp for camp in camps if not any((article, other) in apart for other in camp)]
        same = [camp for camp in fits if any(fold(sides[other].text) == fold(sides[article].text) for other in camp)]
        if same or fits:
            (same or fits)[0].append(article)
        else:
            camps.append([article])
    return camps


def _told(first: Difference, camps: Sequence[Sequence[int]], sides: Mapping[int, Evidence], names: Sequence[str]) -> str:
    """What the first pair tells, then who else says either, and what the rest say."""
    assert first.a is not None
    assert first.b is not None
    said = first.explanation
    for end in (first.a, first.b):
        camp = next(camp for camp in camps if end.article in camp)
        others = [names[article] for article in camp if article != end.article]
        if others:
            said += f" {enumerated(others)} {'agrees' if len(others) == 1 else 'agree'} with {names[end.article]}."
    told = {article for end in (first.a, first.b) for camp in camps if end.article in camp for article in camp}
    for camp in camps:
        if not told.intersection(camp):
            said += f" {enumerated([names[article] for article in camp])}: “{_short(sides[camp[0]].text)}”."
    return said


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _same_elsewhere(analyses: Sequence[Analysis], partners: Mapping[Place, Sequence[Place]], end: Evidence) -> Iterator[Evidence]:
    """The same words, or a value that agrees, in the sentences of other articles that are linked to this one."""
    value = _value(analyses[end.article], end)
    for place in sorted(partners.get(end.place, ())):
        analysis = analyses[place.article]
        sentence = analysis.sentences[place.sentence]
        if value is not None:
            for other in analysis.values:
                if (
                    sentence.start <= other.start < sentence.end
                    and type(other) is type(value)
                    and _alike(value, other)
                    and agree(value, other)
                ):
                    yield Evidence(*place, other.start, other.end, other.text)
                    break
            continue
        at = sentence.text.casefold().find(end.text.casefold())
        if at >= 0 and len(sentence.text.casefold()) == len(sentence.text):
            start = sentence.start + at
            yield Evidence(*place, start, start + len(end.text), analysis.article.text[start : start + len(end.text)])


def _value(analysis: Analysis, end: Evidence) -> Value | None:
    return next((value for value in analysis.values if value.start == end.start and value.end == end.end), None)


def _alike(one: Value, other: Value) -> bool:
    return all(getattr(one, name, None) == getattr(other, name, None) for name in ("unit", "precision"))


def _where(end: Evidence) -> tuple[int, int]:
    return end.article, end.start
