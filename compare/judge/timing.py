"""When it happened, told by another event: "ahead of the summit" against "ahead of his meeting with Rubio", "before the vote", "after it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.judge.anchors import evidence
from compare.judge.frames import Frame, Pairing
from compare.model import Difference, Link, letter
from compare.text.vocabulary import listed

_COPY = 0.6
_ORDER = {
    ("ahead", "of"): "before",
    ("before",): "before",
    ("prior", "to"): "before",
    ("in", "anticipation", "of"): "before",
    ("on", "the", "eve", "of"): "before",
    ("after",): "after",
    ("following",): "after",
    ("in", "the", "wake", "of"): "after",
    ("in", "the", "aftermath", "of"): "after",
    ("during",): "during",
    ("on", "the", "sidelines", "of"): "during",
}
_HAPPENINGS = listed(
    "summit meeting discussion discussions negotiations consultations conversation interview "
    "vote election hearing trial match game final race ceremony funeral visit trip tour talks debate speech address press conference "
    "storm fire crash attack shooting war strike launch opening inauguration wedding concert festival holiday parade session deadline referendum ballot "
    "verdict sentencing arrest raid flight dinner lunch rally march report announcement ruling inquiry investigation"
)
_MODIFYING = 4


@dataclass(frozen=True, slots=True)
class _When:
    order: str
    first: int
    last: int


def find(link: Link, pairing: Pairing) -> Iterator[Difference]:
    """Like sentences that fasten what they tell to two different events, or to the two sides of one."""
    if link.relation != "aligned" or pairing.closeness < _COPY:
        return
    left, right = _events(pairing.left), _events(pairing.right)
    if len(left) != 1 or len(right) != 1:
        return
    one, other = left[0], right[0]
    same = pairing.left.tokens[one.last].key == pairing.right.tokens[other.last].key
    elsewhere = pairing.left.folded[one.last] in pairing.right.folded or pairing.right.folded[other.last] in pairing.left.folded
    if (same and one.order != other.order and "during" not in {one.order, other.order}) or (
        not same and not elsewhere and one.order == other.order
    ):
        a, b = evidence(pairing.left, one.first, one.last), evidence(pairing.right, other.first, other.last)
        yield Difference("date", 2, a, b, f"{letter(a.article)} places it {a.text}, {letter(b.article)} {b.text}.")


def _events(frame: Frame) -> list[_When]:
    """The phrases of order with the happening that they name: its noun stands within a few words. Read once and remembered."""
    if _events in frame.remembered:
        return frame.remembered[_events]
    found: list[_When] = []
    for index in range(len(frame.tokens)):
        for words, order in _ORDER.items():
            if frame.folded[index : index + len(words)] == words:
                begin = index + len(words)
                last = next(
                    (
                        place
                        for place in range(begin, min(len(frame.tokens), begin + _MODIFYING))
                        if frame.folded[place] in _HAPPENINGS and not any(frame.gap(inner).strip() for inner in range(begin + 1, place + 1))
                    ),
                    None,
                )
                if last is not None:
                    found.append(_When(order, index, last))
    frame.remembered[_events] = found
    return found
