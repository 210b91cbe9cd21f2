"""Words that exclude each other in the same slot: "approved" against "rejected", "killed" against "injured", "before" against "during"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.extract.speech_words import SAYING
from compare.judge.anchors import Table, anchor, evidence, sides, window
from compare.judge.exclusive import Sense, kind_of, senses
from compare.judge.sentence_pairs import SentencePair, TokenisedSentence
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


def find(link: Link, pair: SentencePair) -> Iterator[Difference]:
    """Words of one family that only one sentence has each, in slots that stand for each other, neither denied more than the other."""
    left, right = _loose(pair.left, pair.match, pair.right), _loose(pair.right, pair.back, pair.left)
    mine, theirs = ({(sense.family, sense.group) for sense in side} for side in (left, right))
    told: set[tuple[int, int]] = set()
    for one in left:
        for other in right:
            if one.family != other.family or one.group == other.group or (one.first, other.first) in told:
                continue
            if (one.family, one.group) in theirs or (other.family, other.group) in mine or _akin(one, other, left, right):
                continue
            if _given(pair.left, one, pair.right) or _given(pair.right, other, pair.left):
                continue
            if kind_of(one.family) in _DENIABLE and _turned(pair.left, one) != _turned(pair.right, other):
                continue
            if _placed(pair, one, other):
                told.add((one.first, other.first))
                a, b = evidence(pair.left, one.first, one.last), evidence(pair.right, other.first, other.last)
                text = f"{voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”."
                yield Difference(kind_of(one.family), 3 if kind_of(one.family) == "negation" else 2, a, b, text)
    yield from _parts(pair)


def _given(tokenised: TokenisedSentence, sense: Sense, other: TokenisedSentence) -> bool:
    """Whether the other sentence has the word too, anywhere, in any form; of a happening ("meeting"), in this form."""
    if kind_of(sense.family) == "date":
        return tokenised.folded[sense.first] in other.folded
    root = lemma(tokenised.tokens[sense.first].text)
    return any(lemma(token.text) == root for token in other.tokens)


def _loose(tokenised: TokenisedSentence, match: dict[int, int], other: TokenisedSentence) -> list[Sense]:
    """The senses of words that the other sentence lacks; "meet" there is no "meeting" here."""
    counts: dict[int, int] = {}
    found = []
    for sense in senses(tokenised):
        exact = kind_of(sense.family) == "date"
        if all(
            index in match and (not exact or tokenised.folded[index] == other.folded[match[index]])
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


def _turned(tokenised: TokenisedSentence, sense: Sense) -> bool:
    return (
        sum(tokenised.folded[index] in _DENIES for index in window(tokenised, sense.first, 4, 5) if not sense.first <= index <= sense.last)
        % 2
        == 1
    )


def _placed(pair: SentencePair, one: Sense, other: Sense) -> bool:
    """Whether the two stand in one slot, as their kind asks for it."""
    kind = kind_of(one.family)
    if any("..." in tokenised.gap(sense.first) for tokenised, sense in ((pair.left, one), (pair.right, other))):
        return False
    if kind == "attribution" and not (_says(pair.left, one) and _says(pair.right, other)):
        return False
    if kind == "date" and pair.left.folded[one.first] not in _ORDER:
        return any(pair.match.get(index) in _orders(pair.right, other) for index in _orders(pair.left, one))
    slot = pair.slot((one.first, one.last), (other.first, other.last))
    return slot.context >= 0.8 or (slot.tight == 2 and slot.context > 0) or (slot.context >= 0.4 and pair.closeness >= 0.8)


def _orders(tokenised: TokenisedSentence, sense: Sense) -> list[int]:
    """The words of order right before: "*ahead* of the summit"."""
    return [index for index in window(tokenised, sense.first, 4, 0) if tokenised.folded[index] in _ORDER]


def _says(tokenised: TokenisedSentence, sense: Sense) -> bool:
    """Whether a word of saying stands right beside."""
    near = tokenised.folded[max(0, sense.first - 3) : sense.last + 3]
    return any(word in SAYING for word in near) or "according" in near


def _parts(pair: SentencePair) -> Iterator[Difference]:
    """The words for a part that stands on one side alone, between words that stand together on the other: "parts of the act", "the act"."""
    for tokenised, other, match, forward in sides(pair):
        for cue in _PART.cues(tokenised):
            if any(index in match and tokenised.tokens[index].weight == 1.0 for index in range(cue.first, cue.last + 1)):
                continue
            held = anchor(tokenised, match, other, cue)
            if held is None or not held.closed or held.predicate - cue.last > 3 or _PART.cues(other):
                continue
            here, there = evidence(tokenised, cue.first, held.predicate), evidence(other, max(0, held.at - 1), held.at)
            a, b = (here, there) if forward else (there, here)
            text = f"{voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”: {voice(here.article)} limits it to a part."
            yield Difference("other", 2, a, b, text)
