"""The same figures, fastened to other things: two numbers that changed places, a duty that became a penalty."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from compare.judge.anchors import evidence
from compare.judge.frames import Frame, Pairing
from compare.model import Difference, Quantity, letter
from compare.text.vocabulary import listed

# What is levied on goods or income, what is imposed for a wrong, what is given: the same sum can't be two of them
_SORTS = {
    "levied": listed("tariff tariffs duty duties tax taxes levy levies surcharge surcharges toll tolls excise surtax"),
    "punished": listed("penalty penalties fine fines sanction sanctions punishment forfeiture damages"),
    "given": listed(
        "grant grants subsidy subsidies bonus bonuses reward rewards donation donations gift gifts prize prizes rebate rebates refund refunds"
    ),
    "lent": listed("loan loans mortgage mortgages debt debts credit"),
    "paid": listed("salary salaries wage wages pension pensions dividend dividends rent rents"),
}
_SORT_OF = {word: sort for sort, words in _SORTS.items() for word in words}
_TO = listed("on for against to of from over")
_REACH = 4


def find(pairing: Pairing) -> Iterator[Difference]:
    """Figures that both sentences give, each fastened to something else."""
    yield from _swapped(pairing)
    yield from _exchanged(pairing)
    yield from _levied(pairing)


def _quantities(pairing: Pairing) -> list[tuple[int, int]]:
    return [(i, j) for i, j in sorted(pairing.match.items()) if isinstance(pairing.left.tokens[i].value, Quantity)]


def _swapped(pairing: Pairing) -> Iterator[Difference]:
    """Figures that changed places: "12 dead and 34 injured" against "34 dead and 12 injured"."""
    for (i, j), (k, m) in combinations(_quantities(pairing), 2):
        if j < m or pairing.closeness < 0.6:
            continue
        here, there = pairing.slot((i, i), (m, m)), pairing.slot((k, k), (j, j))
        if _beside(pairing, i, j) or _beside(pairing, k, m):
            # the clauses changed places, and each figure went with its own
            continue
        if here.tight and there.tight and here.context >= 0.8 and there.context >= 0.8 and _disagree(pairing, i, m):
            a, b = evidence(pairing.left, i, i), evidence(pairing.right, m, m)
            text = f"{letter(a.article)} gives {a.text} where {letter(b.article)} gives {b.text}, and the other way round."
            yield Difference("number", 3, a, b, text)


def _exchanged(pairing: Pairing) -> Iterator[Difference]:
    """Two names that changed places around the same verb: "Smith sued Jones" against "Jones sued Smith"."""
    if pairing.closeness < 0.8 or ("by" in pairing.left.folded) != ("by" in pairing.right.folded):
        return
    named = [(i, j) for i, j in sorted(pairing.match.items()) if pairing.left.tokens[i].capital and pairing.left.tokens[i].weight == 1.0]
    for (i, j), (k, m) in combinations(named, 2):
        if j < m or k - i > 4 or j - m > 4 or _beside(pairing, i, j) or _beside(pairing, k, m):
            continue
        between = [index for index in range(i + 1, k) if pairing.match.get(index, -1) in range(m + 1, j)]
        if any(pairing.left.tokens[index].weight == 1.0 and not pairing.left.tokens[index].capital for index in between):
            a, b = evidence(pairing.left, i, k), evidence(pairing.right, m, j)
            text = f"Who did it to whom: {letter(a.article)} says “{a.text}”, {letter(b.article)} “{b.text}”."
            yield Difference("attribution", 3, a, b, text)
            return


def _beside(pairing: Pairing, i: int, j: int) -> bool:
    """Whether a figure has the same word of weight right beside it in both sentences."""
    left = pairing.left.tokens
    return any(0 <= i + step < len(left) and pairing.match.get(i + step) == j + step and left[i + step].weight == 1.0 for step in (-1, 1))


def _disagree(pairing: Pairing, i: int, j: int) -> bool:
    one, other = pairing.left.tokens[i].value, pairing.right.tokens[j].value
    return isinstance(one, Quantity) and isinstance(other, Quantity) and (one.high < other.low or other.high < one.low)


def _levied(pairing: Pairing) -> Iterator[Difference]:
    for i, j in _quantities(pairing):
        one, other = _thing(pairing.left, i), _thing(pairing.right, j)
        if one is None or other is None or one[1] == other[1]:
            continue
        if {pairing.left.tokens[one[0]].key} & {token.key for token in pairing.right.tokens[j : other[2] + 1]}:
            continue
        a, b = evidence(pairing.left, i + 1, one[2]), evidence(pairing.right, j + 1, other[2])
        yield Difference(
            "other",
            3,
            a,
            b,
            f"The same {pairing.left.tokens[i].text} is “{a.text}” in {letter(a.article)}, “{b.text}” in {letter(b.article)}.",
        )


def _thing(frame: Frame, index: int) -> tuple[int, str, int] | None:
    """The noun that a figure measures with its sort, and the last word of what it is levied on or given for (at least three words on)."""
    for place in range(index + 1, min(len(frame.tokens) - 1, index + 1 + _REACH)):
        sort = _SORT_OF.get(frame.folded[place])
        if sort is None:
            if frame.tokens[place].value is not None or frame.folded[place] in _TO:
                return None
            continue
        if frame.folded[place + 1] not in _TO:
            return None
        last = place + 1
        for end in range(place + 2, min(len(frame.tokens), place + 11)):
            if frame.gap(end).strip():
                break
            last = end
        return place, sort, last
    return None
