"""Words that exclude each other in the same slot: "approved" against "rejected", "killed" against "injured", "before" against "during"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.extract.speech_words import SAYING
from compare.judge.anchors import Table, anchor, evidence, sides, window
from compare.judge.exclusive import Sense, kind_of, senses
from compare.judge.frames import Frame, Pairing
from compare.model import Difference, Link
from compare.model.outlets import voice
from compare.text.vocabulary import lemma, listed

_DENIES = listed("not no never without neither nor fail fails failed refuse refuses refused decline declines declined deny denies denied")
# A speaker or a happening is no other for what is denied of it
_DENIABLE = frozenset({"negation", "other", "place"})
_ORDER = listed("before after during until ahead following prior wake aftermath eve sidelines")
_PART = Table(
    ("a part|portion|section of", "part"),
    ("part|parts|portion|portions|section|sections|elements|some of", "part"),
    ("key|main|large|major|certain parts|portions|sections|elements of", "part"),
)
# So many words of one family in a sentence are compared: no news has more, and hostile text has a hundred
_MOST = 8


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Words of one family that only one sentence has each, in slots that stand for each other, neither denied more than the other."""
    left, right = _loose(pairing.left, pairing.match, pairing.right), _loose(pairing.right, pairing.back, pairing.left)
    mine, theirs = ({(sense.family, sense.group) for sense in side} for side in (left, right))
    told: set[tuple[int, int]] = set()
    for one in left:
        for other in right:
            if one.family != other.family or one.group == other.group or (one.first, other.first) in told:
                continue
            if (one.family, one.group) in theirs or (other.family, other.group) in mine or _akin(one, other, left, right):
                continue
            if _given(pairing.left, one, pairing.right) or _given(pairing.right, other, pairing.left):
                continue
            if kind_of(one.family) in _DENIABLE and _turned(pairing.left, one) != _turned(pairing.right, other):
                continue
            if _placed(pairing, one, other):
                told.add((one.first, other.first))
                a, b = evidence(pairing.left, one.first, one.last), evidence(pairing.right, other.first, other.last)
                text = f"{voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”."
                yield Difference(kind_of(one.family), 3 if kind_of(one.family) == "negation" else 2, a, b, text)
    yield from _parts(pairing)


def _given(frame: Frame, sense: Sense, other: Frame) -> bool:
    """Whether the other sentence has the word too, anywhere, in any form; of a happening ("meeting"), in this form."""
    if kind_of(sense.family) == "date":
        return frame.folded[sense.first] in other.folded
    root = lemma(frame.tokens[sense.first].text)
    return any(lemma(token.text) == root for token in other.tokens)


def _loose(frame: Frame, match: dict[int, int], other: Frame) -> list[Sense]:
    """The senses of words that the other sentence lacks; "meet" there is no "meeting" here."""
    counts: dict[int, int] = {}
    found = []
    for sense in senses(frame):
        exact = kind_of(sense.family) == "date"
        if all(
            index in match and (not exact or frame.folded[index] == other.folded[match[index]])
            for index in range(sense.first, sense.last + 1)
        ):
            continue
        counts[sense.family] = counts.get(sense.family, 0) + 1
        if counts[sense.family] <= _MOST:
            found.append(sense)
    return found


def _akin(one: Sense, other: Sense, left: Sequence[Sense], right: Sequence[Sense]) -> bool:
    """Whether another family holds the two words in one group: then they may mean the same."""
    mine = {(sense.family, sense.group) for sense in left if sense.first == one.first}
    return any((sense.family, sense.group) in mine for sense in right if sense.first == other.first)


def _turned(frame: Frame, sense: Sense) -> bool:
    return (
        sum(frame.folded[index] in _DENIES for index in window(frame, sense.first, 4, 5) if not sense.first <= index <= sense.last) % 2 == 1
    )


def _placed(pairing: Pairing, one: Sense, other: Sense) -> bool:
    """Whether the two stand in one slot, as their kind asks for it."""
    kind = kind_of(one.family)
    if any("..." in frame.gap(sense.first) for frame, sense in ((pairing.left, one), (pairing.right, other))):
        return False
    if kind == "attribution" and not (_says(pairing.left, one) and _says(pairing.right, other)):
        return False
    if kind == "date" and pairing.left.folded[one.first] not in _ORDER:
        return any(pairing.match.get(index) in _orders(pairing.right, other) for index in _orders(pairing.left, one))
    slot = pairing.slot((one.first, one.last), (other.first, other.last))
    return slot.context >= 0.8 or (slot.tight == 2 and slot.context > 0) or (slot.context >= 0.4 and pairing.closeness >= 0.8)


def _orders(frame: Frame, sense: Sense) -> list[int]:
    """The words of order right before: "*ahead* of the summit"."""
    return [index for index in window(frame, sense.first, 4, 0) if frame.folded[index] in _ORDER]


def _says(frame: Frame, sense: Sense) -> bool:
    """Whether a word of saying stands right beside."""
    near = frame.folded[max(0, sense.first - 3) : sense.last + 3]
    return any(word in SAYING for word in near) or "according" in near


def _parts(pairing: Pairing) -> Iterator[Difference]:
    """The words for a part that stands on one side alone, between words that stand together on the other: "parts of the act", "the act"."""
    for frame, other, match, forward in sides(pairing):
        for cue in _PART.cues(frame):
            if any(index in match and frame.tokens[index].weight == 1.0 for index in range(cue.first, cue.last + 1)):
                continue
            held = anchor(frame, match, other, cue)
            if held is None or not held.closed or held.predicate - cue.last > 3 or _PART.cues(other):
                continue
            here, there = evidence(frame, cue.first, held.predicate), evidence(other, max(0, held.at - 1), held.at)
            a, b = (here, there) if forward else (there, here)
            yield Difference("other", 2, a, b, f"{voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”: another extent.")
