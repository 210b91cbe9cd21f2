"""How much of a thing is meant: a part of it or the whole, all of them or some."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.anchors import Anchor, Cue, Table, anchor, evidence, sides, window
from compare.judge.clauses import clause
from compare.judge.denials import denials
from compare.judge.frames import Frame, Pairing
from compare.model import Difference, Link, letter

_CUES = Table(
    ("part|parts|portion|portions|section|sections|piece of", "part"),
    ("partly|partially|partial", "part"),
    ("all|every|each|entire|entirely|whole|fully|completely|totally|unanimously|always", "all"),
    ("most|mostly|largely|mainly|usually|typically", "most"),
    ("some|several|sometimes|occasionally", "some"),
    ("many|often|frequently", "many"),
    ("few|rarely|seldom|hardly", "few"),
    ("none|never", "none"),
)
_CONFLICTS = {
    frozenset(pair)
    for pair in (
        ("all", "some"),
        ("all", "most"),
        ("all", "few"),
        ("all", "none"),
        ("most", "few"),
        ("many", "few"),
        ("most", "some"),
        ("all", "part"),
        ("some", "none"),
    )
}


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Words of extent that exclude each other over the same words, and "a part of" that stands on one side alone."""
    for frame, other, match, forward in sides(pairing):
        there = _CUES.cues(other)
        for cue in _CUES.cues(frame):
            if cue.first in match:
                continue
            held = anchor(frame, match, other, cue)
            if held is None or held.predicate - cue.last > 3 or _turned(frame, cue, held.predicate) != _turned(other, None, held.at):
                continue
            rival = _rival(other, held, there, match)
            kind = rival.kind if rival else ""
            if rival is not None and forward and frozenset((cue.kind, kind)) in _CONFLICTS and pairing.closeness >= 0.6:
                yield _difference(frame, other, (cue.first, held.predicate), (rival.first, max(rival.last, held.at)), forward=forward)
            elif (
                rival is None
                and cue.kind == "part"
                and frame.folded[cue.last] == "of"
                and _whole(link, pairing, frame, other, match, cue, held)
            ):
                yield _difference(frame, other, (cue.first, held.predicate), (max(0, held.at - 1), held.at), forward=forward)


def _turned(frame: Frame, cue: Cue | None, index: int) -> bool:
    """Whether something denies what is said there, other than the word of extent itself: "few had", "most had not"."""
    around = clause(frame, index)
    return sum(denial.cue.first in around and (cue is None or denial.cue.first != cue.first) for denial in denials(frame)) % 2 == 1


def _rival(other: Frame, held: Anchor, there: list[Cue], match: dict[int, int]) -> Cue | None:
    near, common = window(other, held.at, 4, 0), set(match.values())
    return next((rival for rival in there if rival.first in near and rival.first not in common), None)


def _whole(link: Link, pairing: Pairing, frame: Frame, other: Frame, match: dict[int, int], cue: Cue, held: Anchor) -> bool:
    """The same verb right before it on both sides: "overturned a part of the act", "overturned the act"."""
    verb = next((index for index in range(cue.first - 1, max(-1, cue.first - 3), -1) if frame.tokens[index].weight == 1.0), None)
    if verb is None or verb not in match or not 0 < held.at - match[verb] <= 3:
        return False
    return frame.tokens[verb].key == other.tokens[match[verb]].key and (link.relation == "aligned" or pairing.closeness >= 0.5)


def _difference(frame: Frame, other: Frame, mine: tuple[int, int], theirs: tuple[int, int], *, forward: bool) -> Difference:
    here, there = evidence(frame, *mine), evidence(other, *theirs)
    a, b = (here, there) if forward else (there, here)
    return Difference("other", 2, a, b, f"{letter(a.article)} says “{a.text}”, {letter(b.article)} “{b.text}”: another extent.")
