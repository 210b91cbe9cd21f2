"""How likely two articles report one happening: a logistic regression on how alike their terms, names, headlines and leads are, how far apart their
days, and whether each is what the other is likest to. Its weights stand in ``compare/data/events.json``; ``benchmarks/fit_events.py`` fits them.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, NamedTuple

from compare import data
from compare.archive.weights import FIELDS

COSINES = ("terms", "names", "title", "lead")
"""By :data:`~compare.archive.weights.FIELDS`."""
NEAREST = tuple(f"nearest_{which}{name}" for which in ("", "both_") for name in COSINES)
FEATURES = (*COSINES, "next_day", "later", "undated", *NEAREST)
"""``terms`` to ``lead``: cosines. ``next_day``: a day apart; ``later``: days beyond the first; ``undated``: a day is unknown. ``nearest_…``: the cosine
over the highest that one of the two has with any article, the one with the lower of these; ``nearest_both_…``: over the higher. In a month full of one
affair all are somewhat alike, and each report is likest to those of the same happening.
"""
FLOOR = 0.09
"""Cosine of terms below which two texts are strangers, whatever else speaks for them: of the labelled pairs so unlike one in 500 reports one event.
Among five articles on five things each is nearest to some other."""
_SOFT = (0.0, 0.0, 0.1, 0.0)
"""Added to both sides of these ratios: headlines have few words, and the likest of them may be hardly alike."""
SCALE = 10_000
"""Scores are whole numbers of this, so that their sums are the same in any order."""


class Model(NamedTuple):
    """``threshold`` is the mean score, of :data:`SCALE`, at which groups are joined; ``least`` the lowest that is kept as a link."""

    weights: tuple[float, ...]
    intercept: float
    threshold: int
    least: int


@cache
def model() -> Model:
    """The fitted weights."""
    held = json.loads(data.text("events.json"))
    return Model(tuple(held["weights"][name] for name in FEATURES), held["intercept"], held["threshold"], held["least"])


def cosines(a: Any, b: Any) -> Any:
    """The cosines of pairs of vectors, a row a pair. ``a`` and ``b`` are lists of :class:`~compare.archive.weights.Vector`, as many of each."""
    import numpy as np

    count = len(a)
    left, right = _flat(a), _flat(b)
    at = np.searchsorted(right.keys, left.keys)
    at[at == len(right.keys)] = 0
    same = right.keys[at] == left.keys if len(right.keys) else np.zeros(len(left.keys), dtype=bool)
    pair = (left.keys[same] >> np.uint64(32)).astype(np.int64)
    product = left.weights[same] * right.weights[at[same]]
    both = left.flags[same] & right.flags[at[same]]
    out = np.zeros((count, len(FIELDS)))
    one, other = (np.array([each.norms for each in side], dtype=np.float64).reshape(-1, len(FIELDS)) for side in (a, b))  # also of none
    scale = one * other
    for column, field in enumerate(FIELDS):
        chosen = (both & field) == field
        norms = scale[:, column]
        sums = np.bincount(pair[chosen], product[chosen], minlength=count)
        out[:, column] = np.divide(sums, norms, out=np.zeros(count), where=norms > 0)
    return np.minimum(out, 1).round(6)


class _Flat(NamedTuple):
    keys: Any
    weights: Any
    flags: Any


def _flat(vectors: Any) -> _Flat:
    import numpy as np

    sizes = [len(each.terms) for each in vectors]
    pair = np.repeat(np.arange(len(vectors), dtype=np.uint64), sizes)
    join = [np.concatenate([np.asarray(each[column]) for each in vectors]) if vectors else np.zeros(0) for column in range(3)]
    return _Flat(pair << np.uint64(32) | join[0].astype(np.uint64), join[1].astype(np.float64), join[2].astype(np.int64))


def features(cosine: Any, days: Any, best_a: Any, best_b: Any) -> Any:
    """A matrix of :data:`FEATURES`. ``days`` are -1 where one is unknown; ``best_a`` and ``best_b`` each article's highest cosines, as ``cosine``."""
    import numpy as np

    soft = np.array(_SOFT)
    low, high = (np.maximum(best + soft, 1e-6) for best in (np.minimum(best_a, best_b), np.maximum(best_a, best_b)))
    apart = [days == 1, np.maximum(days - 1, 0), days < 0]
    return np.column_stack([cosine, *apart, (cosine + soft) / low, (cosine + soft) / high]).astype(np.float64)


def scores(matrix: Any, fitted: Model) -> Any:
    """Probabilities as whole numbers of :data:`SCALE`, for rows of :func:`features`."""
    import numpy as np

    odds = np.full(len(matrix), fitted.intercept)
    for column, weight in enumerate(fitted.weights):  # in order: a matrix product sums as the processor likes
        odds = odds + matrix[:, column] * weight
    return np.where(matrix[:, 0] < FLOOR, 0, (SCALE / (1 + np.exp(-odds.round(9)))).round()).astype(np.int64)
