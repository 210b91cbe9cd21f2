"""Units and scales as they are written in news, and what they are worth in the unit of their dimension: the tables of ``units.tsv``.

Keys of written forms are in lower case. ``DIMENSIONS`` holds each unit's dimension and worth in the dimension's base unit; degrees of Fahrenheit are
worth 5/9 of one Celsius, counted from ``FREEZING``.
"""

from __future__ import annotations

from compare.data import lines

CURRENCY_SIGNS: dict[str, str] = {}
CURRENCY_WORDS: dict[str, str] = {}
MEASURES: dict[str, str] = {}
SCALES: dict[str, float] = {}
CLOCK_ZONES: dict[str, tuple[float, ...]] = {}
DIMENSIONS: dict[str, tuple[str, float]] = {}
FREEZING = {"fahrenheit": 32.0}
_FORMS = {"sign": CURRENCY_SIGNS, "currency": CURRENCY_WORDS, "measure": MEASURES}

for _line in lines("units.tsv"):
    _kind, _unit, _dimension, _worth, _words = _line.split("\t")
    if _dimension:
        _above, _, _below = _worth.partition("/")
        DIMENSIONS[_unit] = _dimension, float(_above) / float(_below or 1)
    for _word in filter(None, _words.split("; ")):
        if _kind == "scale":
            SCALES[_word] = float(_worth)
        elif _kind == "zone":
            CLOCK_ZONES[_word] = tuple(map(float, _worth.split()))
        else:
            _FORMS[_kind][_word] = _unit
CURRENCIES = frozenset({*CURRENCY_SIGNS.values(), *CURRENCY_WORDS.values()})


def dimension(unit: str) -> tuple[str, float]:
    """The dimension of a unit or of a rate ("tonne/day") and its worth in the base unit; a unit of no known dimension is one of its own."""
    above, slash, below = unit.partition("/")
    name, worth = DIMENSIONS.get(above, (above, 1.0))
    return (f"{name}/time", worth / DIMENSIONS[below][1]) if slash else (name, worth)
