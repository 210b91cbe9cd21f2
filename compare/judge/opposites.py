"""Words in the same slot that exclude each other: opposites ("imports", "exports") and others of one kind ("brother", "husband")."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.anchors import evidence, window
from compare.judge.frames import Frame, Pairing
from compare.judge.outcomes import agrees, turned_twice
from compare.model import Difference, Link, letter
from compare.text.vocabulary import excluded, lemma, listed

_COMPASS = listed(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern upstream downstream"
)
_DENIES = frozenset({"not", "no", "never", "without", "neither", "nor"})


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Pairs of unmatched words that mean the opposite, where the words around them agree and neither is denied."""
    left, right = pairing.left, pairing.right
    for i, one in enumerate(left.tokens):
        if i in pairing.match or one.value is not None:
            continue
        against = excluded(one.text)
        if not against:
            continue
        for j, other in enumerate(right.tokens):
            same = j in pairing.back and lemma(left.tokens[pairing.back[j]].text) == lemma(other.text)
            if same or lemma(other.text) not in against or _turned(left, i) != _turned(right, j):
                continue
            if lemma(other.text) in {lemma(token.text) for token in left.tokens} or lemma(one.text) in {
                lemma(token.text) for token in right.tokens
            }:
                continue
            if turned_twice(pairing, i, j) or agrees(pairing, i, forward=True) or agrees(pairing, j, forward=False):
                continue
            slot = pairing.slot((i, i), (j, j))
            near_copy = pairing.closeness >= 0.6 and slot.context >= 0.8
            if (
                near_copy
                or (link.relation == "aligned" and slot.tight == 2 and slot.context >= 1.2)
                or (slot.context >= 2.2 and slot.tight)
            ):
                a, b = evidence(left, i, i), evidence(right, j, j)
                compass = {lemma(one.text), lemma(other.text)} <= _COMPASS
                yield Difference(
                    "place" if compass else "other",
                    3 if near_copy else 2,
                    a,
                    b,
                    f"{letter(a.article)} says “{a.text}”, {letter(b.article)} “{b.text}”.",
                )


def _same_noun(pairing: Pairing, i: int, j: int) -> bool:
    """Whether both words stand right before the same noun ("older sister", "younger sister")."""
    following = pairing.left.tokens[i + 1] if i + 1 < len(pairing.left.tokens) else None
    return pairing.match.get(i + 1) == j + 1 and following is not None and following.weight == 1.0 and following.value is None


def _turned(frame: Frame, index: int) -> bool:
    return any(frame.tokens[number].key in _DENIES for number in window(frame, index, 4, 0))
