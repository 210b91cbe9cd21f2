"""Words like "not" and "may" lean on others: what they lean on in one sentence, and where that stands in the other."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.judge.sentence_pairs import SentencePair, TokenisedSentence
from compare.model import Evidence

_STOP = re.compile(r"[;:—–.?!]|\s-\s|--")
_BEFORE_A_MONTH = frozenset("in of since by until till last next this early late mid from to through during".split())
_REACH_AFTER = 5
_REACH_BEFORE = 7


class Cue(NamedTuple):
    """One or more tokens that deny or hedge; ``kind`` is the caller's name for what they do."""

    first: int
    last: int
    kind: str


class Anchor(NamedTuple):
    """Where the words around a cue stand in the other sentence.

    ``at`` is the other sentence's first token after which the cue would stand, ``after`` and ``before`` the weight of matched words on either
    side, ``closed`` whether the words right before and right after the cue stand together there, with nothing of weight between them.
    """

    at: int
    after: float
    before: float
    closed: bool
    predicate: int


class Table:
    """Phrases that are cues, each word of which may be alternatives ("may|might")."""

    def __init__(self, *phrases: tuple[str, str]) -> None:
        self._by_word: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
        for words, kind in phrases:
            pattern = tuple(frozenset(word.split("|")) for word in words.split())
            for word in words.split()[0].split("|"):
                self._by_word.setdefault(word, []).append((pattern, kind))

    def cues(self, tokenised: TokenisedSentence) -> list[Cue]:
        """The cues in a sentence; of those that begin at one word the longest wins. Each sentence is read once and remembered."""
        if self not in tokenised.remembered:
            tokenised.remembered[self] = self._read(tokenised)
        return tokenised.remembered[self]

    def _read(self, tokenised: TokenisedSentence) -> list[Cue]:
        words = tokenised.folded
        found: list[Cue] = []
        position = 0
        while position < len(words):
            best: Cue | None = None
            for pattern, kind in self._by_word.get(words[position], ()):
                end = position + len(pattern)
                fits = all(word in options for word, options in zip(words[position:end], pattern, strict=False))
                whole = all(not tokenised.gap(inner).strip() for inner in range(position + 1, min(end, len(words)))) and not _named(
                    tokenised, position
                )
                if end <= len(words) and fits and whole and (best is None or end - 1 > best.last):
                    best = Cue(position, end - 1, kind)
            if best is not None:
                found.append(best)
            position = position + 1 if best is None else best.last + 1
        return found


def _named(tokenised: TokenisedSentence, index: int) -> bool:
    """A month, or a name in the middle of a sentence: "in May", "Will Smith"."""
    token = tokenised.tokens[index]
    if token.value is not None or token.text in {"May's", "May’s"}:
        return True
    if index == 0 or token.text not in {"May", "May's", "May’s", "Will", "Set", "Due"}:
        return False
    return not tokenised.titled or (token.text.startswith("May") and tokenised.folded[index - 1] in _BEFORE_A_MONTH)


def anchor(tokenised: TokenisedSentence, match: dict[int, int], other: TokenisedSentence, cue: Cue) -> Anchor | None:
    """Where the other sentence would have the cue, or None where nothing after it is matched in the same clause."""
    following: list[int] = []
    for index in range(cue.last + 1, min(len(tokenised.tokens), cue.last + 1 + _REACH_AFTER)):
        if _STOP.search(tokenised.gap(index)):
            break
        if index in match and tokenised.tokens[index].weight >= 0.5:
            following.append(index)
    if not following:
        return None
    predicate = following[0]
    at = match[predicate]
    after = sum(tokenised.tokens[index].weight for index in following if abs(match[index] - at) <= _REACH_AFTER + 2)
    before = 0.0
    for index in range(max(0, cue.first - _REACH_BEFORE), cue.first):
        there = match.get(index)
        if there is not None and there < at and at - there <= _REACH_BEFORE + 3:
            before += tokenised.tokens[index].weight
    return Anchor(at, round(after, 4), round(before, 4), _closed(tokenised, match, other, cue, predicate), predicate)


def _closed(tokenised: TokenisedSentence, match: dict[int, int], other: TokenisedSentence, cue: Cue, predicate: int) -> bool:
    left = next((index for index in range(cue.first - 1, max(-1, cue.first - 5), -1) if index in match), None)
    right = next((index for index in range(cue.last + 1, predicate + 1) if index in match), None)
    if left is None or right is None:
        return False
    first, last = match[left], match[right]
    return 0 < last - first <= 4 and all(other.tokens[index].weight < 0.9 for index in range(first + 1, last))


def window(other: TokenisedSentence, at: int, before: int, after: int) -> range:
    """Tokens of the clause around ``at``, so many before and after it."""
    first, last = at, at
    while first > 0 and at - first < before and not _STOP.search(other.gap(first)):
        first -= 1
    while last + 1 < len(other.tokens) and last - at < after and not _STOP.search(other.gap(last + 1)):
        last += 1
    return range(first, last + 1)


def evidence(tokenised: TokenisedSentence, first: int, last: int) -> Evidence:
    """Tokens ``first`` to ``last`` of a sentence as what a difference rests on."""
    return Evidence(*tokenised.place, tokenised.tokens[first].start, tokenised.tokens[last].end, tokenised.between(first, last))


def sides(
    pair: SentencePair,
) -> tuple[
    tuple[TokenisedSentence, TokenisedSentence, dict[int, int], bool], tuple[TokenisedSentence, TokenisedSentence, dict[int, int], bool]
]:
    """Both directions of a pair: (this sentence, the other, this to the other, whether this is ``a``)."""
    return (pair.left, pair.right, pair.match, True), (pair.right, pair.left, pair.back, False)
