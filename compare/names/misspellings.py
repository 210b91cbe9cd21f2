"""One name in two spellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from compare.model import Mention
from compare.names.naming import parts

_APART = 2
# Of a longer surname only so much is looked up; one that begins so for more letters is no surname.
_LONGEST = 24


def misspelt(one: str, other: str) -> bool:
    """Whether two full names are one in two spellings: the same given name, surnames a letter or two apart."""
    first, second = parts(one), parts(other)
    if not first or not second or first[-1] == second[-1] or min(len(first[-1]), len(second[-1])) < 4:
        return False
    distance = DamerauLevenshtein.distance(first[-1], second[-1])
    close = distance == 1 or (distance == 2 and min(len(first[-1]), len(second[-1])) >= 7)
    return close and len(first) > 1 and len(second) > 1 and first[0] == second[0]


class Spellings:
    """Full names, to be looked up by one that may be another spelling: the given name is the same, the surname but for a letter or two.

    Two words that are ``_APART`` edits apart are one when so many letters at most are left out of each (Garbe, 2012, SymSpell).
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._under: dict[tuple[str, str], list[int]] = {}
        for number, mention in enumerate(mentions):
            for key in _keys(mention):
                self._under.setdefault(key, []).append(number)

    def near(self, mention: Mention) -> list[Mention]:
        """Those that may be misspelt for a name, in their order."""
        found = {number for key in _keys(mention) for number in self._under.get(key, ())}
        return [self._mentions[number] for number in sorted(found)]


def _keys(mention: Mention) -> Iterator[tuple[str, str]]:
    words = parts(mention.text)
    if len(words) > 1 and len(words[-1]) <= _LONGEST:
        yield from ((words[0], left) for left in sorted(_left(words[-1])))


def _left(word: str) -> set[str]:
    """What is left of a word when some letters, two at most, are left out."""
    return {
        "".join(letter for at, letter in enumerate(word) if at not in out)
        for count in range(_APART + 1)
        for out in combinations(range(len(word)), count)
    }
