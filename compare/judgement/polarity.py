"""What one article denies and the other affirms, and a "not just" that became a "not"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judgement.anchors import Anchor, Cue, Table, anchor, evidence, sides, window
from compare.judgement.frames import Frame, Pairing
from compare.judgement.vocabulary import OPPOSITES, lemma, listed
from compare.language.words import fold
from compare.model import Difference, Link, letter

_ONLY = "just|only|merely|simply|solely|alone|necessarily|exclusively|purely"
_NEGATIONS = Table(
    (f"not {_ONLY}", "partly"),
    (f"not be {_ONLY}", "partly"),
    ("no longer", "not"),
    ("not", "not"),
    ("never", "not"),
    ("no", "not"),
    ("neither", "not"),
    ("nor", "not"),
    ("none", "not"),
    ("nobody", "not"),
    ("nothing", "not"),
    ("without", "not"),
    ("fail|fails|failed|failing|failure to", "not"),
    ("refuse|refuses|refused|refusing|refusal to", "not"),
    ("decline|declines|declined|declining to", "not"),
)
# What may deny on the other side in other words: then nothing is said
_DENIALS = listed(
    "not no never neither nor none nobody nothing nowhere without unable unlikely lack lacks lacked lacking hardly "
    "barely scarcely rarely seldom few little "
    "instead rather fail fails failed failing failure refuse refuses refused refusing refusal decline declines "
    "declined declining deny denies denied denying "
    "denial reject rejects rejected rejecting avoid avoids avoided stop stops stopped prevent prevents prevented ban "
    "banned oppose opposes opposed "
    "against disagree disagreed dispute disputed dismiss dismissed rule ruled absent absence impossible ineligible "
    "unwilling dont isnt wont cant doesnt didnt "
    "false untrue short stall stalled block blocked halt halted yet until unless except barring abandon abandoned drop "
    "dropped cancel cancelled canceled zero"
)
_ENOUGH_AFTER, _ENOUGH_BEFORE = 0.9, 0.6


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Negations that stand on one side of a linked pair alone."""
    for frame, other, match, forward in sides(pairing):
        there = _NEGATIONS.cues(other)
        for cue in _NEGATIONS.cues(frame):
            if cue.first in match and cue.kind == "not":
                continue
            if cue.kind == "partly":
                lost = _lost(frame, match, other, cue, there)
                if lost is not None:
                    yield _difference(link, frame, other, (cue.first, cue.last), lost, forward=forward, lost=True)
                continue
            held = anchor(frame, match, other, cue)
            if held is None or _label(frame, cue) or not _enough(link, pairing, held):
                continue
            if _denied(other, held.at, there) or _opposite(frame, other, match, cue, held):
                continue
            yield _difference(
                link,
                frame,
                other,
                (cue.first, held.predicate),
                (_first_of(other, match, held, frame, cue), held.at),
                forward=forward,
                lost=False,
            )


def _enough(link: Link, pairing: Pairing, held: Anchor) -> bool:
    if held.closed and pairing.closeness >= (0.45 if link.relation == "aligned" else 0.6):
        return True
    if link.relation == "partial":
        return held.closed and held.after >= 1.9 and held.before >= 0.9
    return held.after >= _ENOUGH_AFTER and held.before >= _ENOUGH_BEFORE and pairing.closeness >= 0.55


def _label(frame: Frame, cue: Cue) -> bool:
    """Whether it is a label: "No. 2" and "No, he said" deny nothing."""
    token = frame.tokens[cue.first]
    after = frame.text[token.end - frame.start : token.end - frame.start + 2]
    return fold(token.text) == "no" and (
        after[:1] in {".", ","} or (token.text == "No" and frame.tokens[min(cue.first + 1, len(frame.tokens) - 1)].value is not None)
    )


def _denied(other: Frame, at: int, there: list[Cue]) -> bool:
    near = window(other, at, 7, 4)
    return any(fold(other.tokens[index].text) in _DENIALS or other.tokens[index].key == "not" for index in near) or any(
        cue.first in near and cue.kind == "not" for cue in there
    )


def _opposite(frame: Frame, other: Frame, match: dict[int, int], cue: Cue, held: Anchor) -> bool:
    """Whether it is denied by the opposite: "did not reject the bill" against "accepted the bill"."""
    denied = {lemma(token.text) for token in frame.tokens[cue.last + 1 : held.predicate + 2]}
    around = {lemma(other.tokens[index].text) for index in window(other, held.at, 6, 4)}
    return any(OPPOSITES.get(word, frozenset()) & around for word in sorted(denied)) and bool(match)


def _lost(frame: Frame, match: dict[int, int], other: Frame, cue: Cue, there: list[Cue]) -> tuple[int, int] | None:
    """Where the other sentence says plain "not" of the same thing."""
    if any(cue.kind == "partly" for cue in there) or "also" in {*other.folded, *frame.folded}:
        return None
    mine = {index for index in range(cue.last + 1, min(len(frame.tokens), cue.last + 12)) if index in match}
    for rival in there:
        if rival.kind != "not" or fold(other.tokens[rival.first].text) in {"no", "without"}:
            continue
        shared = [index for index in sorted(mine) if rival.last < match[index] <= rival.last + 12]
        if sum(frame.tokens[index].weight for index in shared) >= 0.9 and any(abs(match[index] - rival.last) <= 2 for index in shared):
            return rival.first, min(match[index] for index in shared)
    return None


def _first_of(other: Frame, match: dict[int, int], held: Anchor, frame: Frame, cue: Cue) -> int:
    left = next(
        (match[index] for index in range(cue.first - 1, max(-1, cue.first - 4), -1) if index in match and frame.tokens[index].weight < 0.9),
        held.at,
    )
    return left if held.at - 3 <= left <= held.at else held.at


def _difference(
    link: Link, frame: Frame, other: Frame, mine: tuple[int, int], theirs: tuple[int, int], *, forward: bool, lost: bool
) -> Difference:
    here, there = evidence(frame, *mine), evidence(other, *theirs)
    a, b = (here, there) if forward else (there, here)
    who, whom = letter(frame.place.article), letter(other.place.article)
    if lost:
        return Difference("negation", 2, a, b, f"{who} says “{here.text}”, {whom} plainly “{there.text}”.")
    return Difference(
        "negation", 3 if link.relation == "aligned" else 2, a, b, f"{who} denies what {whom} affirms: “{here.text}” against “{there.text}”."
    )
