"""What one article denies and the other affirms, and a "not just" that became a "not"."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.anchors import Anchor, Cue, Table, anchor, evidence, sides, window
from compare.judge.denials import ONLY, denials
from compare.judge.frames import Frame, Pairing
from compare.judge.outcomes import agrees, half, pending
from compare.judge.reversals import made_up_for, named
from compare.model import Difference, Link, letter
from compare.text.vocabulary import lemma, listed, opposites
from compare.text.words import fold

_NEGATIONS = Table(
    (f"not {ONLY}", "partly"),
    (f"not be {ONLY}", "partly"),
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
_NEAR_COPY = 0.8
_ENOUGH_AFTER, _ENOUGH_BEFORE = 0.9, 0.6


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Negations that stand on one side of a linked pair alone."""
    for frame, other, match, forward in sides(pairing):
        there = _NEGATIONS.cues(other)
        for cue in _NEGATIONS.cues(frame):
            if cue.first in match and cue.kind == "not":
                continue
            if cue.kind == "partly":
                lost = _lost(pairing, frame, match, other, cue, there)
                if lost is None and _unlimited(frame, match, other, cue):
                    yield _difference(link, frame, other, (cue.first, cue.last), (match[cue.last],) * 2, forward=forward, lost=False)
                if lost is not None:
                    yield _difference(link, frame, other, (cue.first, cue.last), lost, forward=forward, lost=True)
                continue
            held = anchor(frame, match, other, cue)
            if held is None or _label(frame, cue) or not _governs(frame, cue, held):
                continue
            leading = cue.first == 0 and frame.folded[0] in {"nobody", "none", "no", "nothing", "neither"}
            if not _enough(link, pairing, held, leading=leading) and not _same_verb(frame, match, other, cue, held):
                continue
            if (
                _agreed(pairing, frame, cue, held, forward=forward)
                or named(frame, held.predicate)
                or named(other, held.at)
                or made_up_for(pairing, cue, held.at, forward=forward)
                or _denied(other, held.at, there, match)
                or _opposite(frame, other, match, cue, held)
            ):
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


def _agreed(pairing: Pairing, frame: Frame, cue: Cue, held: Anchor, *, forward: bool) -> bool:
    """Whether the other sentence denies one of the same words too, or half denies it."""
    if pending(frame, held.predicate, pairing.right if forward else pairing.left, held.at):
        return True
    whole = next((denial for denial in denials(frame) if denial.cue.first == cue.first), None)
    if whole is None:
        return agrees(pairing, held.predicate, forward=forward)
    return any(agrees(pairing, index, forward=forward) for index in whole.denied) or half(pairing, whole, held.at, forward=forward)


def _enough(link: Link, pairing: Pairing, held: Anchor, *, leading: bool) -> bool:
    """``leading``: the denial is the subject itself ("Nobody was hurt")."""
    if held.closed and pairing.closeness >= (0.45 if link.relation == "aligned" else 0.6):
        return True
    if leading and pairing.closeness >= 0.55 and held.after >= 0.9:
        return True
    if link.relation == "partial":
        return held.closed and held.after >= 1.9 and held.before >= 0.9
    return held.after >= _ENOUGH_AFTER and held.before >= _ENOUGH_BEFORE and pairing.closeness >= 0.55


def _governs(frame: Frame, cue: Cue, held: Anchor) -> bool:
    """Whether the denial reaches the matched word: no other word of weight and no comma in between ("refused to *lift* the ban")."""
    between = range(cue.last + 1, held.predicate)
    return all(frame.tokens[index].weight < 1.0 or frame.folded[index].endswith("ly") for index in between) and not any(
        "," in frame.gap(index) for index in range(cue.last + 1, held.predicate + 1)
    )


def _same_verb(frame: Frame, match: dict[int, int], other: Frame, cue: Cue, held: Anchor) -> bool:
    """Whether it is "hasn't apologized" against "has apologized": the same verb in the same tense, of somebody whom both name before it."""
    if held.predicate != cue.last + 1 or cue.first == 0 or held.at == 0 or frame.folded[held.predicate] != other.folded[held.at]:
        return False
    auxiliary, there = frame.tokens[cue.first - 1].key, other.tokens[held.at - 1].key
    named = any(index in match and frame.tokens[index].capital and match[index] < held.at for index in range(cue.first))
    return auxiliary == there and auxiliary in {"have", "do", "will", "would", "can", "could"} and named and held.after >= 0.9


def _label(frame: Frame, cue: Cue) -> bool:
    """Whether it is a label: "No. 2" and "No, he said" deny nothing."""
    token = frame.tokens[cue.first]
    after = frame.text[token.end - frame.start : token.end - frame.start + 2]
    return fold(token.text) == "no" and (
        after[:1] in {".", ","} or (token.text == "No" and frame.tokens[min(cue.first + 1, len(frame.tokens) - 1)].value is not None)
    )


def _denied(other: Frame, at: int, there: list[Cue], match: dict[int, int]) -> bool:
    """Whether the other sentence denies too, in whatever words; what both sentences say alike ("denied", "without") counts for neither."""
    near = window(other, at, 7, 4)
    common = set(match.values())
    return any(index not in common and (other.folded[index] in _DENIALS) for index in near) or any(
        cue.kind == "not" and cue.first in near and not all(index in common for index in range(cue.first, cue.last + 1)) for cue in there
    )


def _opposite(frame: Frame, other: Frame, match: dict[int, int], cue: Cue, held: Anchor) -> bool:
    """Whether it is denied by the opposite: "did not reject the bill" against "accepted the bill"."""
    denied = {lemma(token.text) for token in frame.tokens[cue.last + 1 : held.predicate + 2]}
    around = {lemma(other.tokens[index].text) for index in window(other, held.at, 6, 4)}
    return any(opposites().get(word, frozenset()) & around for word in sorted(denied)) and bool(match)


def _unlimited(frame: Frame, match: dict[int, int], other: Frame, cue: Cue) -> bool:
    """Whether the other sentence has the "just" of "not just" without the "not", before the same word."""
    there, after = match.get(cue.last, -1), match.get(cue.last + 1, -1)
    if there < 0 or after != there + 1 or other.folded[there] != frame.folded[cue.last]:
        return False
    return not any(other.folded[index] in {"not", "no", "never", "nor"} for index in window(other, there, 3, 0))


def _lost(pairing: Pairing, frame: Frame, match: dict[int, int], other: Frame, cue: Cue, there: list[Cue]) -> tuple[int, int] | None:
    """Where the other sentence says plain "not" of the same thing."""
    if any(cue.kind == "partly" for cue in there) or ("also" in {*other.folded, *frame.folded} and pairing.closeness < _NEAR_COPY):
        return None
    mine = _following(frame, cue)
    for rival in there:
        if rival.kind != "not" or other.folded[rival.first] in {"no", "without"}:
            continue
        theirs = _following(other, rival)
        shared = [key for key in mine if key in theirs]
        beside = any(mine[key] == 1 and theirs[key] == 1 for key in shared) or any(index in match for index in (cue.first, cue.last + 1))
        if beside and any(other.tokens[rival.last + theirs[key]].weight == 1.0 for key in shared):
            return rival.first, rival.last + min(theirs[key] for key in shared)
    return None


def _following(frame: Frame, cue: Cue) -> dict[str, int]:
    """The words after a cue with their distance from it."""
    found: dict[str, int] = {}
    for distance, token in enumerate(frame.tokens[cue.last + 1 : cue.last + 13], start=1):
        found.setdefault(token.key, distance)
    return found


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
