"""The same words in another order: who did it to whom ("Berg sued Olsen", "Olsen sued Berg"), and figures that changed places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from compare.judge.anchors import evidence
from compare.judge.sentence_pairs import SentencePair, TokenisedSentence
from compare.model import Difference, Link, Quantity
from compare.model.outlets import voice
from compare.text.vocabulary import irregular, listed

_LIKE = 0.6
# What two do together is done by either to the other
_MUTUAL = listed("meet talk marry join face play speak agree debate share trade divorce negotiate discuss border resemble equal")
_ARTICLES = listed("the a an his her its their our my your this that these those mr mrs ms dr")
_AUXILIARIES = listed(
    "be have will would can could may might must shall should do not has had was were is are been being did does also then later"
)
_REACH = 3


class _Deed(NamedTuple):
    """A verb with the words of weight right before and right after it, from the one who does it to the one it is done to."""

    doer: tuple[int, ...]
    done_to: tuple[int, ...]


def find(link: Link, pair: SentencePair) -> Iterator[Difference]:
    """Doers and done-to that changed places around one verb, and figures that changed places around their nouns."""
    if pair.closeness >= _LIKE:
        yield from _exchanged(pair)
        yield from _swapped(pair)


def _exchanged(pair: SentencePair) -> Iterator[Difference]:
    left, right = pair.left, pair.right
    for i, token in enumerate(left.tokens):
        if not _is_verb(left, i) or token.key in _MUTUAL:
            continue
        for j in right.by_key.get(token.key, ()):
            if not _is_verb(right, j):
                continue
            here, there = _deed(left, i), _deed(right, j)
            if here and there and _crossed(left, here, right, there):
                a, b = (
                    evidence(tokenised, min(deed.doer + deed.done_to), max(deed.doer + deed.done_to))
                    for tokenised, deed in ((left, here), (right, there))
                )
                text = f"Who did it to whom: {voice(a.article)} says “{a.text}”, {voice(b.article)} “{b.text}”."
                yield Difference("attribution", 3, a, b, text)
                return


def _is_verb(tokenised: TokenisedSentence, index: int) -> bool:
    token = tokenised.tokens[index]
    if token.value is not None or token.weight < 1.0 or token.capital or not 0 < index < len(tokenised.tokens) - 1:
        return False
    return token.text.endswith(("ed", "es", "s")) or irregular(token.text)


def _deed(tokenised: TokenisedSentence, verb: int) -> _Deed | None:
    before: list[int] = []
    helped = False
    for index in range(verb - 1, max(-1, verb - 1 - _REACH - 3), -1):
        if "," in tokenised.gap(index + 1) or len(before) == _REACH:
            break
        token = tokenised.tokens[index]
        if token.key in _AUXILIARIES or token.text.endswith("ly"):
            helped = helped or token.key == "be"
        elif token.weight == 1.0 and token.value is None:
            before.append(index)
        elif before or tokenised.folded[index] not in _ARTICLES:
            break
    passive = helped and verb + 1 < len(tokenised.tokens) and tokenised.folded[verb + 1] == "by"
    after: list[int] = []
    for index in range(verb + (2 if passive else 1), min(len(tokenised.tokens), verb + 2 + _REACH + 2)):
        if tokenised.gap(index).strip() or len(after) == _REACH:
            break
        token = tokenised.tokens[index]
        if token.weight == 1.0 and token.value is None:
            after.append(index)
        elif after or tokenised.folded[index] not in _ARTICLES:
            break
    if not before or not after:
        return None
    return _Deed(tuple(after), tuple(before)) if passive else _Deed(tuple(before), tuple(after))


def _crossed(left: TokenisedSentence, here: _Deed, right: TokenisedSentence, there: _Deed) -> bool:
    doers, done_to = (
        ({tokenised.tokens[index].key for index in deed.doer} for tokenised, deed in ((left, here), (right, there))),
        ({tokenised.tokens[index].key for index in deed.done_to} for tokenised, deed in ((left, here), (right, there))),
    )
    (doer, rival), (patient, other) = doers, done_to
    return bool(doer & other and patient & rival) and not (doer & rival or patient & other)


def _swapped(pair: SentencePair) -> Iterator[Difference]:
    """Figures that changed places: "12 dead and 34 injured" against "34 dead and 12 injured"."""
    figures = [(i, j) for i, j in sorted(pair.match.items()) if isinstance(pair.left.tokens[i].value, Quantity)]
    for (i, j), (k, m) in combinations(figures, 2):
        if j < m or _beside(pair, i, j) or _beside(pair, k, m):
            continue  # where clauses changed places each figure went with its own
        here, there = pair.slot((i, i), (m, m)), pair.slot((k, k), (j, j))
        if here.tight and there.tight and here.context >= 0.8 and there.context >= 0.8 and _disagree(pair, i, m):
            a, b = evidence(pair.left, i, i), evidence(pair.right, m, m)
            text = f"{voice(a.article)} gives {a.text} where {voice(b.article)} gives {b.text}, and the other way round."
            yield Difference("number", 3, a, b, text)


def _beside(pair: SentencePair, i: int, j: int) -> bool:
    """Whether a figure has the same word of weight right beside it in both sentences."""
    left = pair.left.tokens
    return any(0 <= i + step < len(left) and pair.match.get(i + step) == j + step and left[i + step].weight == 1.0 for step in (-1, 1))


def _disagree(pair: SentencePair, i: int, j: int) -> bool:
    one, other = pair.left.tokens[i].value, pair.right.tokens[j].value
    return isinstance(one, Quantity) and isinstance(other, Quantity) and (one.high < other.low or other.high < one.low)
