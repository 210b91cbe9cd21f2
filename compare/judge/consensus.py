"""Over three or more articles: which of two accounts most carry, and who stands alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.extract.values import agree
from compare.judge.beyond import compatible
from compare.judge.facts import Facts
from compare.judge.frames import Room
from compare.judge.quotations import named
from compare.judge.roles import titled
from compare.model import Difference, Evidence, Link, Place, Value
from compare.names.misspellings import misspelt
from compare.names.naming import parts
from compare.progress import Tell, silent
from compare.text.words import fold, words

_LONGEST = 60


def weigh(
    room: Room, links: Sequence[Link], facts: Facts, differences: Sequence[Difference], tell: Tell = silent
) -> tuple[Difference, ...]:
    """The differences, each with its consensus where another article speaks of the same point: in a sentence linked to one of the two,
    or through what both are said of: a person's office, a name's spelling, a fact of one key.
    """
    if len(room.analyses) < 3:
        return tuple(differences)
    linked: dict[Place, set[Place]] = {}
    for link in links:
        linked.setdefault(link.a, set()).add(link.b)
        linked.setdefault(link.b, set()).add(link.a)
    weighed = []
    for number, difference in enumerate(differences):
        tell("differences", number, len(differences))
        if not difference.consensus and difference.a is not None and difference.b is not None:
            difference = replace(difference, consensus=_say(room, linked, facts, difference))
        weighed.append(difference)
    return tuple(weighed)


def _say(room: Room, linked: Mapping[Place, set[Place]], facts: Facts, difference: Difference) -> str:
    a, b = difference.a, difference.b
    assert a is not None
    assert b is not None
    with_a, with_b = [a.article], [b.article]
    around = sorted({*linked.get(a.place, ()), *linked.get(b.place, ())})
    for article in range(len(room.analyses)):
        if article in {a.article, b.article}:
            continue
        places = [place for place in around if place.article == article]
        for_a, for_b = (any(_carries(room, place, end, difference.kind) for place in places) for end in (a, b))
        if not for_a and not for_b:
            for_a, for_b = _through_entity(room, facts, article, difference.kind, a, b)
        if for_a != for_b:
            (with_a if for_a else with_b).append(article)
    if len(with_a) == len(with_b) == 1:
        return ""
    if len(with_a) == len(with_b):
        return f"{_party(with_a, a)}; {_party(with_b, b)}."
    first, second = (_party(with_a, a), _party(with_b, b)) if len(with_a) > len(with_b) else (_party(with_b, b), _party(with_a, a))
    return f"{first}; {second}."


def _through_entity(room: Room, facts: Facts, article: int, kind: str, a: Evidence, b: Evidence) -> tuple[bool, bool]:
    """Whether a third article, wherever it does, gives what the one or the other gives."""
    if kind == "role":
        return titled(room, article, a), titled(room, article, b)
    if kind == "name" and misspelt(a.text, b.text):
        known = room.names_in(article)
        return parts(a.text)[-1] in known, parts(b.text)[-1] in known
    first, second = facts.at.get((a.article, a.start)), facts.at.get((b.article, b.start))
    if first is None or second is None or first.key != second.key:
        return False, False
    told = facts.of(article, first.key)
    return any(compatible(first, fact) for fact in told), any(compatible(second, fact) for fact in told)


def _party(articles: Sequence[int], end: Evidence) -> str:
    text = end.text if len(end.text) <= _LONGEST else f"{end.text[:_LONGEST].rstrip()}…"
    return f"{named(articles)} {'alone has' if len(articles) == 1 else 'have'} “{text}”"


def _carries(room: Room, place: Place, end: Evidence, kind: str) -> bool:
    """Whether a sentence gives what the evidence gives: a value that agrees, or all the words of a name, an office or a phrase."""
    value = _value(room, end)
    if value is not None:
        return any(type(there) is type(value) and _alike(value, there) and agree(value, there) for there in room.values(place))
    sentence = room.analyses[place.article].sentences[place.sentence]
    there = {fold(word.text) for word in words(sentence.text)}
    wanted = parts(end.text) if kind in {"name", "place", "attribution"} else tuple(fold(word.text) for word in words(end.text))
    return bool(wanted) and set(wanted[-1:] if kind in {"name", "attribution"} and len(wanted) <= 3 else wanted) <= there


def _value(room: Room, end: Evidence) -> Value | None:
    return next((value for value in room.values(end.place) if value.start == end.start and value.end == end.end), None)


def _alike(one: Value, other: Value) -> bool:
    return getattr(one, "unit", None) == getattr(other, "unit", None) and getattr(one, "precision", None) == getattr(
        other, "precision", None
    )
