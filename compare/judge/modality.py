"""How sure, how binding and how far done a thing is said to be, in sentences that are otherwise alike: "may" against "will", "must align" against
"aligns", "is expected to sign" against "signed". The cues stand in ``data/modality.txt``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from compare.data import lines
from compare.judge.anchors import Anchor, Cue, Table, anchor, evidence, sides, window
from compare.judge.sentence_pairs import SentencePair, TokenisedSentence
from compare.model import Difference, Link
from compare.model.outlets import voice
from compare.text.vocabulary import irregular, listed
from compare.text.words import fold

_SOFT = listed(
    "if whether unless perhaps plan plans proposal proposals bid hope hopes due scheduled prospect chance risk danger fear fears feared threat "
    "allegedly reportedly alleged alleges allege allegations allegation reported reports apparently purportedly supposedly accused accuse accuses "
    "suspected suspect believed rumored rumoured claims claimed claiming purported according understood sources charged charges unconfirmed "
    "presumed thought appears appeared seems seemed appear seem cleared acquitted exonerated order orders ordered require requires required "
    "oblige obliges obliged obliging force forces forced compel compels compelled instruct instructed mandate mandated allow allows allowed let "
    "lets permit permits permitted enable enables enabled urge urges urged ask asks asked advise advises advised encourage encouraged invite "
    "invites invited call calls called recommend recommends recommended expect expects expected want wants wanted"
)
_DENIES = listed("not no never neither nor nobody none nothing without cannot fail fails failed unable refuse refused decline declined")
_SAYS = listed(
    "said says say told tells according claimed claims stated insisted argued argues maintained alleged alleges wrote reported announced"
)
# What is hedged twice is not sure: "will probably land"
_OPEN = frozenset({"possible", "probable", "alleged", "apparent", "unlikely", "impossible"})
_PENDING = frozenset({"future", "planned", "intended", "promised"})
_NOUNS = ("ive", "able", "ion", "ment", "al", "ance", "ence", "ing", "er", "or", "ity", "ness")
_LIKE = 0.35


class _Tables(NamedTuple):
    cues: Table
    said: dict[str, str]
    severity: dict[frozenset[str], int]


@cache
def _tables() -> _Tables:
    phrases: list[tuple[str, str]] = []
    said = {"": "as a fact"}
    severity: dict[frozenset[str], int] = {frozenset(("possible", "probable")): 1}
    for line in lines("modality.txt"):
        name, rest = line.split(": ", 1)
        if name == "said":
            kind, words = rest.split(" = ")
            said[kind] = words
        elif name == "excludes":
            kind, others = rest.split(" ! ")
            severity.update({frozenset((kind, "" if other == "fact" else other)): 2 for other in others.split()})
        else:
            phrases += [(phrase.strip(), name) for phrase in rest.split(";")]
    negated = [(f"{words[:-2]}not to", kind) for words, kind in phrases if words.endswith(" to") and kind != "duty"]
    return _Tables(Table(*phrases, *negated), said, severity)


def find(link: Link, pair: SentencePair) -> Iterator[Difference]:
    """Hedges and obligations that stand on one side of a linked pair alone, or are put otherwise on the other."""
    if pair.closeness < _LIKE:
        return
    tables = _tables()
    for tokenised, other, match, forward in sides(pair):
        here, there = tables.cues.cues(tokenised), tables.cues.cues(other)
        for cue in here:
            if cue.first in match or _softened(cue, here, match):
                continue
            held = anchor(tokenised, match, other, cue)
            if held is None or not (held.closed or held.before + held.after >= 2.0) or _again(other, match, tokenised, cue):
                continue
            rival = _rival(other, held, there, match, cue)
            denied = _denied(tokenised, range(max(0, cue.first - 3), held.predicate)), _denied(other, window(other, held.at, 6, 2))
            if denied[0] != denied[1] or (rival is None and any(denied)):
                continue  # what is denied as well is for the rules of negation
            kind = rival.kind if rival else ""
            if all(denied) and {cue.kind, kind} == {"duty", "able"}:
                continue  # what must not be done is what nobody is allowed to do
            severity = tables.severity.get(frozenset((cue.kind, kind)))
            if severity is None or (rival is not None and not forward):
                continue
            if rival is None and not _told_as_fact(pair, tokenised, other, match, cue, held, there):
                continue
            theirs = (rival.first, max(rival.last, held.at)) if rival and rival.first <= held.at else (held.at, held.at)
            here_, there_ = evidence(tokenised, cue.first, held.predicate), evidence(other, *theirs)
            a, b = (here_, there_) if forward else (there_, here_)
            who, whom = voice(here_.article), voice(there_.article)
            text = f"{who} puts it {tables.said[cue.kind]} (“{here_.text}”), {whom} {tables.said[kind]} (“{there_.text}”)."
            yield Difference("modality", severity, a, b, text)


def _rival(other: TokenisedSentence, held: Anchor, there: list[Cue], match: dict[int, int], cue: Cue) -> Cue | None:
    """The other sentence's cue over the same words."""
    near = window(other, held.at, 6, 2 if cue.kind in {"alleged", "possible", "probable"} else 0)
    common = set(match.values())
    options = [rival for rival in there if rival.first in near and (rival.kind == cue.kind or rival.first not in common)]
    same = [rival for rival in options if rival.kind == cue.kind]
    return same[0] if same else min(options, key=lambda rival: abs(held.at - rival.last), default=None)


def _softened(cue: Cue, here: list[Cue], match: dict[int, int]) -> bool:
    """Whether a hedge takes the certainty from "will" ("will probably land"), or what follows it says more ("will have to")."""
    return cue.kind in {"future", "would"} and any(
        (hedge.kind in _OPEN and abs(hedge.first - cue.first) <= 8 and hedge.first not in match)
        or (hedge is not cue and 0 < hedge.first - cue.last <= 2)
        for hedge in here
    )


def _denied(tokenised: TokenisedSentence, near: Iterable[int]) -> bool:
    return any(tokenised.folded[index] in _DENIES for index in near)


def _again(other: TokenisedSentence, match: dict[int, int], tokenised: TokenisedSentence, cue: Cue) -> bool:
    """Whether the other sentence has the very words too, more often or elsewhere: they may be matched to another place."""
    words = tokenised.folded[cue.first : cue.last + 1]
    size = len(words)
    return any(other.folded[start : start + size] == words for start in range(len(other.folded) - size + 1))


def _told_as_fact(
    pair: SentencePair,
    tokenised: TokenisedSentence,
    other: TokenisedSentence,
    match: dict[int, int],
    cue: Cue,
    held: Anchor,
    there: list[Cue],
) -> bool:
    """Whether the other sentence has the same words with no hedge at all, as a plain verb; what was pending, as done."""
    common = set(match.values())
    around = window(other, held.at, 12, 6)
    if any(other.folded[index] in _SOFT and index not in common for index in around):
        return False
    if any(rival.first in around and not all(index in common for index in range(rival.first, rival.last + 1)) for rival in there):
        return False
    if (
        any("," in tokenised.gap(index) for index in range(cue.last + 1, held.predicate + 1))
        or tokenised.tokens[held.predicate].value is not None
    ):
        return False
    if held.predicate - cue.last > 3 or (other.tokens[held.at].capital and held.at and not other.titled):
        return False
    if tokenised.folded[cue.last] in {"of", "about", "on", "over", "for"} and cue.kind != "alleged":
        return False
    words = {tokenised.folded[index] for index in range(max(0, cue.first - 2), cue.last + 1)}
    if cue.kind == "duty" and words & {"had", "was", "were", "forced", "needed"}:
        return False  # what had to be done was done
    if cue.kind in {"alleged", "held"} and tokenised.folded[cue.last] == "that" and not _SAYS.isdisjoint(other.folded):
        return False  # somebody says so in either
    mine, theirs = tokenised.folded[held.predicate], other.folded[held.at]
    if mine != theirs and theirs.endswith(_NOUNS) and not mine.endswith(_NOUNS):
        return False
    done = theirs.endswith("ed") or irregular(other.tokens[held.at].text)
    return cue.kind not in _PENDING or (done and fold(theirs) != fold(mine) and held.predicate - cue.last <= 2)
