"""Whether the sentences around a pair say what one of the two seems not to: one article may tell in two sentences what the other tells in one."""

from __future__ import annotations

from compare.judge.clauses import kinship
from compare.judge.denials import denials
from compare.judge.frames import Room
from compare.judge.outcomes import agrees
from compare.judge.reversals import made_up_for
from compare.model import Difference, Evidence, Place


def told_beside(room: Room, difference: Difference, around: tuple[tuple[Place, ...], tuple[Place, ...]]) -> bool:
    """Whether a sentence beside the one side of a difference, in the same article, says what the other side does."""
    a, b = difference.a, difference.b
    if a is None or b is None:
        return False
    return any(
        _says(room, one, place)
        for one, article in ((a, b.article), (b, a.article))
        for places in around
        for place in places
        if place.article == article
    )


def _says(room: Room, one: Evidence, place: Place) -> bool:
    frame, other = room.frame(one.place), room.frame(place)
    span = frame.at(one.start, one.end)
    if span is None:
        return False
    index = span[1]
    mine = [denial.cue for denial in denials(frame) if index in denial.denied]
    if not mine or frame.tokens[index].key not in other.by_key:
        return False
    pairing = room.pairing(one.place, place)
    there = pairing.match.get(index)
    if there is None or kinship(pairing, index, there)[0] < 0.9:
        return False
    return agrees(pairing, index, forward=True) or any(made_up_for(pairing, cue, there, forward=True) for cue in mine)
