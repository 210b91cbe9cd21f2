"""Why two sentences are linked: the parts of the score, which sum to its log-odds, and what the two have in common."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from compare.align import semantic
from compare.align.features import MOST_VALUES, kin
from compare.align.mix import Mix
from compare.align.profile import Profile
from compare.extract.agreement import agreeing
from compare.model import Reason

# The part of the explanation that each feature belongs to; "context" is what is true of the place and the articles, not of the two sentences.
GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "words",
        frozenset(
            [
                "cosine",
                "cover_least",
                "cover_most",
                "evidence",
                "rarest",
                "rarest_three",
                "plain_words",
                "token_set",
                "mass_least",
                "mass_most",
                "length_ratio",
            ]
        ),
    ),
    (
        "related words",
        frozenset(["soft_cosine", "soft_cover_least", "soft_cover_most", "soft_cover_mean", "soft_evidence", "synonyms", "family"]),
    ),
    ("wording", frozenset(["pair_cosine", "run", "run_share"])),
    ("names", frozenset(["names", "names_cosine", "entities", "entities_cosine", "entities_apart"])),
    ("numbers and dates", frozenset(["values", "values_apart"])),
    ("quotation", frozenset(["quoted", "both_quote", "one_quotes", "other_words", "same_quotation"])),
    ("meaning", frozenset(semantic.FEATURES)),
    ("context", frozenset(["distance", "both_lead", "leads", "depth", "context", "level", "stands_out"])),
)
_NAMED = 5
# A word that is more usual than this (in nats) explains nothing.
_TELLING = 2.0
# Features that no pair of sentences is without: what they add is counted from an ordinary pair, what the others add from a pair without them.
_ALWAYS = frozenset({"distance", "depth", "length_ratio", "mass_least", "mass_most", "level", "stands_out", *semantic.FEATURES})


def reasons(mix: Mix, heights: Sequence[float], ends: tuple[Profile, Profile]) -> tuple[Reason, ...]:
    """The parts of a link's log-odds, greatest first; they sum to it up to rounding. ``start`` is what two sentences with nothing begin with.

    ``heights`` are what each feature adds to the log-odds.
    """
    grounds, groups, start = _groundwork(mix)
    parts = [height - ground for height, ground in zip(heights, grounds, strict=True)]
    details = _details(*ends)
    found = [Reason(name, round(math.fsum([parts[at] for at in members]), 4), details.get(name, "")) for name, members in groups]
    found.sort(key=lambda reason: (-abs(reason.share), reason.name))
    return (*found, start)


@lru_cache(maxsize=4)
def _groundwork(mix: Mix) -> tuple[list[float], list[tuple[str, list[int]]], Reason]:
    """What a mix says of a pair without anything in common, feature by feature; the features of each group; and what all pairs start from."""
    nothing = [0.0 if name in _ALWAYS else -mean / scale for name, mean, scale in zip(mix.features, mix.means, mix.scales, strict=True)]
    grounds = mix.either.parts(nothing)
    groups = [(name, [at for at, feature in enumerate(mix.features) if feature in members]) for name, members in GROUPS]
    return grounds, [group for group in groups if group[1]], Reason("start", round(math.fsum((mix.either.bias, *grounds)), 4))


def _details(one: Profile, other: Profile) -> dict[str, str]:
    """What two sentences have in common, by the group of features that it speaks for."""
    common = one.weights.keys() & other.weights.keys()
    telling = [text for text in common if len(text) > 1 and one.weights[text] >= _TELLING]
    telling.sort(key=lambda text: (-round(one.weights[text], 9), text))
    related = kin(one, other, common).pairs
    found = {}
    if telling:
        found["words"] = _listed(one, [text for text in telling if text not in one.names and text not in one.quoted])
        found["names"] = _listed(one, [text for text in telling if text in one.names and text in other.names])
        found["quotation"] = _listed(one, [text for text in telling if text in one.quoted and text in other.quoted])
    if related:
        found["related words"] = ", ".join(f"{one.written(left)} ~ {other.written(right)}" for left, right in related[:_NAMED])
    if one.values and other.values:
        told = agreeing(one.values[:MOST_VALUES], other.values[:MOST_VALUES])
        found["numbers and dates"] = ", ".join(dict.fromkeys(value.text for value in told))
    return found


def _listed(profile: Profile, texts: Sequence[str]) -> str:
    return ", ".join(profile.written(text) for text in texts[:_NAMED])
