"""The fitted mix: from the features of two sentences to the log-odds that a careful reader would link them, part by part.

The numbers are in ``mix.json`` (and ``mix_semantic.json``), written by ``benchmarks/fit_links.py``; nothing is trained at run time. Each feature
goes through a curve of its own (four straight pieces, fitted with a ridge penalty; what can only speak for a link never falls), and the curves
are summed, so that every score can say what it is made of.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from compare import data

# Where the pieces of a curve meet, in standard deviations from the mean.
BENDS = (0.0, 1.0, 2.5)
_LAST_BEND = BENDS[2]


class Sum(NamedTuple):
    """One additive model: the bias, and the slopes of the four pieces of each feature's curve."""

    bias: float
    curves: tuple[tuple[float, float, float, float], ...]

    def parts(self, standard: Sequence[float]) -> list[float]:
        """What each standardised feature adds to the log-odds; 0 for a feature at its mean."""
        heights = []
        for z, (below, first, second, third) in zip(standard, self.curves, strict=True):
            if z <= 0.0:
                heights.append(below * z)
            elif z <= 1.0:
                heights.append(first * z)
            elif z <= _LAST_BEND:
                heights.append(first + second * (z - 1.0))
            else:
                heights.append(first + second * (_LAST_BEND - 1.0) + third * (z - _LAST_BEND))
        return heights

    def log_odds(self, standard: Sequence[float]) -> float:
        """The sum of all."""
        return self.bias + sum(self.parts(standard))


class Mix(NamedTuple):
    """A fitted model of links. ``aligned`` and ``either`` are log-odds; a link is found where they reach the two thresholds."""

    features: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    aligned: Sum
    either: Sum
    aligned_from: float
    either_from: float

    def standard(self, values: Sequence[float]) -> list[float]:
        """The features in standard deviations from their means, held within ten."""
        return [
            z if -10.0 <= (z := (value - mean) / scale) <= 10.0 else math.copysign(10.0, z)
            for value, mean, scale in zip(values, self.means, self.scales, strict=True)
        ]


def read_mix(text: str) -> Mix:
    """A mix from its JSON."""
    held = json.loads(text)

    def model(name: str) -> Sum:
        return Sum(float(held[name]["bias"]), tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in held[name]["curves"]))

    return Mix(
        tuple(held["features"]),
        tuple(map(float, held["means"])),
        tuple(map(float, held["scales"])),
        model("aligned"),
        model("either"),
        float(held["aligned_from"]),
        float(held["either_from"]),
    )


@lru_cache(maxsize=4)
def fitted(name: str) -> Mix:
    """The mix that ships with the engine: ``mix`` or ``mix_semantic``."""
    return read_mix(data.text(f"{name}.json"))
