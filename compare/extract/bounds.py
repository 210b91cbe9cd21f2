"""How the words around a number widen it: "nearly 50", "more than 40", "30 or so"."""

from __future__ import annotations

import re

from compare.extract.numerals import AFTER, BEFORE
from compare.model import Quantity

_MOVED = re.compile(
    r"\b(?:edg|inch|creep|crept|tick|climb|ris|rose|go|went|jump|mov|shot|shoot|push|rais|put|tak|took|bring|brought|bump|bid|driv|drove|add)"
    r"(?:e|es|ed|ing|s|en|ne|ped|ping)?\s$",
    re.IGNORECASE,
)


_PARTICLE = re.compile(
    r"\b(?:hand|turn|pass|carr|roll|knock|cross|jump|pull|sign|sell|tak|took|r[au]n|fl[ey]w?|w[oi]n|push|fall|fell|fight|fought|argu|clash|quarrel"
    r"|disput|differ|talk|war|row|concern|anger|control|power|charg|sue|arrest|resign|apologi[sz])(?:e|es|ed|ing|s|y|ied|ies|ning|en)?\s$",
    re.IGNORECASE,
)


def bounds(text: str, start: int, end: int, low: float, high: float) -> tuple[float, float, bool, int]:
    """Widen by the words around: "nearly", "more than", "or so". Returns the interval, whether it is approximate, and the new start."""
    before = BEFORE.search(text[max(0, start - 30) : start])
    word = before["word"].lower() if before else ""
    after = AFTER.match(text, end)
    suffix = after["word"].lower() if after else ""
    lead = text[max(0, start - 60) : max(0, start - 30) + before.start("word")] if before is not None else ""
    if (word == "up to" and _MOVED.search(lead)) or (word in {"over", "under", "above"} and _PARTICLE.search(lead)):
        # "edged up to 6.4 percent" says where it got; "hand over two men" bounds nothing
        word, before = "", None
    begin = start if before is None else max(0, start - 30) + before.start("word")
    if word in {"", "between", "a record"} and not suffix:
        return low, high, False, start
    size = max(abs(low), abs(high))
    if word in {
        "nearly",
        "almost",
        "close to",
        "just under",
        "under",
        "less than",
        "fewer than",
        "below",
        "slightly less than",
        "younger than",
        "lower than",
    }:
        close = 0.1 if word in {"nearly", "almost", "close to", "just under", "slightly less than"} else 0.34
        return low - close * size, high - 1e-9 * size - (0 if word in {"nearly", "almost", "close to"} else 1e-6 * size), True, begin
    if word in {
        "more than",
        "over",
        "above",
        "upwards of",
        "exceeding",
        "just over",
        "well over",
        "a little over",
        "slightly more than",
        "greater than",
        "older than",
        "longer than",
        "taller than",
        "higher than",
        "north of",
    }:
        return low + 1e-9 * size, high + (0.1 if word in {"just over", "a little over", "slightly more than"} else 0.5) * size, True, begin
    if word in {"at least", "no less than", "no fewer than", "no younger than", "no lower than"} or suffix in {
        "or more",
        "plus",
        "+",
        "and counting",
    }:
        return low, high + 0.5 * size, True, begin
    if (
        word in {"up to", "as many as", "as much as", "at most", "no more than", "not more than"}
        or word.startswith("no ")
        or suffix in {"or fewer", "or less"}
    ):
        return low - 0.34 * size, high, True, begin
    middle = (low + high) / 2
    spread = (0.1 if _round(middle) else 0.03) * size
    return min(low, middle - spread), max(high, middle + spread), True, begin


def _round(value: float) -> bool:
    """Whether a figure is a round one: "about 50" says less than "about 47"."""
    digits = f"{abs(value):.3g}".split("e")[0].replace(".", "").rstrip("0")
    return len(digits) <= 1 or (len(digits) == 2 and digits[1] == "5") or (value % 10 == 0 and abs(value) < 1000)


def measured(text: str, span: tuple[int, int], bounds: tuple[float, float], unit: str, kind: str, *, approximate: bool) -> Quantity:
    return Quantity(*span, text[slice(*span)], *bounds, unit, approximate, kind)
