"""The one name of its sort that only one sentence of a link gives, and the one that only the other gives, however the words are turned.

Two reports of one thing name the same people, places and bodies. Where two sentences report the same, each names one that is nowhere in the
other's article, and the two are of one sort, they fill one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.extract.organisations import BODIES
from compare.judge.names import PlacedName, differing, kind_of, named_in, owned_apart, preposition
from compare.judge.sentence_pairs import ComparisonIndex, SentencePair
from compare.model import Difference, Link
from compare.names.same import distinct_places, parts
from compare.text.gazetteer import places
from compare.text.vocabulary import listed

_SURE = 0.8
"""Score of a link from which its sentences report the same, so that what is left over of one sort is one thing."""
_LIKE = 0.4
# From here on the recogniser's guess at a name's sort is worth less than the place that it fills
_ALIKE = 0.6
# One of these is a part of another
_HOUSES = listed("senate congress house parliament assembly legislature commons lords")
# These say of what sort a body is, not which
_GENERIC = listed(
    "museum university college school hospital bank company court party ministry department office agency council committee national "
    "international union association group institute society foundation church club team city county state street river lake mount"
)
_CLASS = {"person": "person", "place": "place", "organisation": "body", "law": "body", "event": "event", "group": "people"}


def find(link: Link, pair: SentencePair, left: Sequence[PlacedName], right: Sequence[PlacedName]) -> Iterator[Difference]:
    """Rivals among the names left over, where the two sentences surely report the same."""
    if link.relation == "aligned" and (link.score >= _SURE or pair.closeness >= _LIKE):
        for one, other in _rivals(pair, left, right):
            if distinct_places(one.mention, other.mention):
                yield differing(pair, one, other, kind_of(pair, one, other))


def left_over(compared: ComparisonIndex, link: Link, pair: SentencePair) -> tuple[list[PlacedName], list[PlacedName]]:
    """The names of either sentence that the other article doesn't give anywhere."""
    return (
        [named for named in named_in(compared, pair.left) if not _known(compared, named, link.a.article, link.b.article)],
        [named for named in named_in(compared, pair.right) if not _known(compared, named, link.b.article, link.a.article)],
    )


def _rivals(pair: SentencePair, left: Sequence[PlacedName], right: Sequence[PlacedName]) -> Iterator[tuple[PlacedName, PlacedName]]:
    if len(left) == len(right) == 1:
        one, other = left[0], right[0]
        place = preposition(pair.left, one)
        unsure = ("other" in {_sort(one), _sort(other)} and pair.closeness >= _LIKE) or (
            pair.closeness >= _ALIKE and not (_sure(one) and _sure(other))
        )
        if owned_apart(pair, one, other):
            return
        if _sort(one) == _sort(other) or unsure or (place and place == preposition(pair.right, other)):
            yield one, other
        return
    for sort in ("person", "place", "body", "event"):
        mine, theirs = ([named for named in side if _sort(named) == sort] for side in (left, right))
        if len(mine) == len(theirs) == 1:
            yield mine[0], theirs[0]


def _sort(named: PlacedName) -> str:
    return _CLASS.get(named.mention.type, "other")


def _sure(named: PlacedName) -> bool:
    """Whether the sort of a name is more than a guess: an office stands with it, the tables know it, or a word of it says what it is."""
    mention = named.mention
    if mention.type == "person":
        return bool(mention.role)
    if mention.type == "organisation":
        return bool(set(parts(mention.text)) & _GENERIC) or mention.text in BODIES
    return mention.type != "place" or mention.text in places()


def _known(compared: ComparisonIndex, named: PlacedName, own: int, article: int) -> bool:
    """Whether an article names the same anywhere, or a part of the name that tells."""
    mention = named.mention
    words, names = parts(mention.text), compared.names_in(article)
    telling = set(words) - _GENERIC or set(words)
    if mention.text.startswith("@") or named.inside or set(words) <= _HOUSES or {words[-1]} & telling & names:
        return True
    if mention.type != "person" and telling & names:
        return True
    return compared.known.names(own, mention, article)
