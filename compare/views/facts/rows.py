"""Which values of several articles are about one thing: pairs are scored by what speaks for it, and rows gathered from the surest pairs.

Candidates are the values of linked sentences, and those that share one of their rarest words or what they count, so that the work grows with
the length of the articles, not with its square. Rows are gathered by average linkage: a value joins where it fits most of the row.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from compare.extract.agreement import content
from compare.extract.values import agree
from compare.model import Comparison, Place
from compare.text.vocabulary import concept
from compare.text.words import fold
from compare.views.facts.pairs import Pairs
from compare.views.facts.slots import FactSlot, FactSlots

# A pair makes a row from this score on (log-odds); two rows become one where the mean score over their pairs reaches the second.
ENOUGH, JOINS = 0.0, -0.5
# Where one article would then give two values that differ, the mean has to reach this.
GIVES_TWO = 1.5
# Values that differ are what a reader looks for: they may stand side by side on less where what they count or date is the same in both sentences.
# One article's own may not.
DIFFERS, TWICE = 2.0, -1.0
# "One" picks out rather than counts: "one state", "phase one".
_ONE = "one"
# A count of the whole world isn't set against one of a country.
WORLD = frozenset(concept(word) for word in ("world", "worldwide", "global", "globally"))
# So few code points part the two halves of one date.
_ONE_DATE = 3
_RAREST = 10
_MOST_ALIKE = 30
_MOST_IN_ROW = 24


def gather(comparison: Comparison, slots: FactSlots) -> list[list[int]]:
    """Rows of slots, each over two articles or more, in the order of their first slots."""
    rows = Rows(comparison, slots).gathered()
    return sorted(row for row in rows if len({slots.all[member].place.article for member in row}) > 1)


class Rows:
    """Average linkage over the scored pairs, the surest first."""

    def __init__(self, comparison: Comparison, slots: FactSlots) -> None:
        self._slots = slots
        self._pairs = Pairs(comparison, slots)
        self._scores: dict[tuple[int, int], float] = {}
        self._row_of: dict[int, int] = {}
        self._rows: dict[int, list[int]] = {}

    def gathered(self) -> list[list[int]]:
        """The rows, of one article too."""
        candidates = sorted(set(self._pairs.linked) | set(_kindred(self._slots)))
        scored = [(self.score(one, other), one, other) for one, other in candidates]
        for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1:])):
            if score < ENOUGH:
                break
            self._join(self._row_of.get(one, one), self._row_of.get(other, other))
        return [kept for row in self._rows.values() for kept in self._settled(row)]

    def _settled(self, row: list[int]) -> list[list[int]]:
        """A row without what its articles contradict themselves by.

        A value that an article gives once, beside another that others give as well, is of another thing. Where two articles or more give the
        same two values, each is a row: "35,811 claims in 2009", "162,060 claims in 2018".
        """
        camps = self._camps(row)
        articles = [{self._slots.all[number].place.article for number in camp} for camp in camps]
        shared = set().union(*(held for held in articles if len(held) > 1))
        kept = [(camp, held) for camp, held in zip(camps, articles, strict=True) if len(held) > 1 or len(camp) > 1 or not held <= shared]
        if any(one & other for (_, one), (_, other) in combinations(kept, 2)) and all(len(held) > 1 for _, held in kept):
            return [camp for camp, _ in kept]
        return [sorted(number for camp, _ in kept for number in camp)]

    def _camps(self, row: list[int]) -> list[list[int]]:
        """The slots of a row in groups of values that agree, one with the next."""
        camps: list[list[int]] = []
        for number in row:
            met = [camp for camp in camps if any(agree(self._slots.all[number].value, self._slots.all[other].value) for other in camp)]
            camps = [camp for camp in camps if camp not in met]
            camps.append(sorted([number, *(other for camp in met for other in camp)]))
        return sorted(camps)

    def score(self, one: int, other: int) -> float:
        """How surely two slots may stand in one row; over ``ENOUGH`` they may."""
        key = (min(one, other), max(one, other))
        if key not in self._scores:
            first, second = self._slots.all[key[0]], self._slots.all[key[1]]
            score = self._pairs.score(*key)
            if not agree(first.value, second.value):
                score += TWICE if first.place.article == second.place.article else DIFFERS * self._of_one_thing(*key)
            self._scores[key] = score
        return self._scores[key]

    def _of_one_thing(self, one: int, other: int) -> bool:
        """Whether the words right around two values say that they are about one thing: the noun counted, what is dated. A rate, a length or a
        duration doesn't say what it measures; the link of its sentences has to.
        """
        first, second = self._slots.all[one], self._slots.all[other]
        if WORLD.isdisjoint(first.near) is not WORLD.isdisjoint(second.near):
            return False
        if first.kind == "date":
            return not (first.event or second.event) or bool(first.event & second.event)
        if first.sort in {"count", "ordinal", "score"}:
            if _ONE in {fold(first.value.text), fold(second.value.text)}:
                return False
            return first.head == second.head != "" or first.sort == "score"
        return first.kind in {"money", "age", "time"} or self._pairs.linked.get((one, other), ("", 0.0))[0] == "aligned"

    def _join(self, mine: int, theirs: int) -> None:
        left, right = self._rows.get(mine, [mine]), self._rows.get(theirs, [theirs])
        if left == right or len(left) + len(right) > _MOST_IN_ROW or self._torn(left, right):
            return
        scores = [self.score(a, b) for a in left for b in right if not self._beside(a, b)]
        against_itself = any(self._beside(a, b) for a in left for b in right)
        if scores and round(math.fsum(scores) / len(scores), 4) < (GIVES_TWO if against_itself else JOINS):
            return
        merged = sorted(left + right)
        self._rows.pop(mine, None)
        self._rows.pop(theirs, None)
        self._rows[merged[0]] = merged
        for member in merged:
            self._row_of[member] = merged[0]

    def _beside(self, one: int, other: int) -> bool:
        """Whether one article gives two values that differ: what others give decides whether they are about one thing."""
        first, second = self._slots.all[one], self._slots.all[other]
        return first.place.article == second.place.article and not agree(first.value, second.value)

    def _torn(self, left: list[int], right: list[int]) -> bool:
        """Whether one row would hold two values of one sentence: it gives one thing one value ("Thursday, Nov. 7" is one)."""
        theirs: dict[Place, list[FactSlot]] = defaultdict(list)
        for number in right:
            theirs[self._slots.all[number].place].append(self._slots.all[number])
        for number in left:
            slot = self._slots.all[number]
            for other in theirs.get(slot.place, ()):
                first, second = sorted((slot.value, other.value), key=lambda value: value.start)
                same = agree(first, second) and (content(first) == content(second) or second.start - first.end <= _ONE_DATE)
                if not same:
                    return True
        return False


def _kindred(slots: FactSlots) -> Iterator[tuple[int, int]]:
    """Pairs of one sort that have two of the rarer words right around them in common, or one and the noun that they count."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, slot in enumerate(slots.all):
        ranked = sorted(slot.local, key=lambda word: (-slot.local[word] * slots.weight(word), word))
        for word in dict.fromkeys((*ranked[:_RAREST], *([slot.head] if slot.head else []))):
            buckets[slot.sort, word].append(number)
    met: set[tuple[int, int]] = set()
    for members in buckets.values():
        if len(members) <= _MOST_ALIKE:
            for at, one in enumerate(members):
                for other in members[at + 1 :]:
                    if (one, other) in met:
                        yield one, other
                    met.add((one, other))
