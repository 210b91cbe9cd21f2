"""How the words around a number widen it: "nearly 50", "more than 40", "30 or so"."""

from __future__ import annotations

import re

from compare.deferred import deferred
from compare.extract.numerals import AFTER, BEFORE, BEFORE_ENDS, BOUNDS, INCLUSIVE, SUFFIXES
from compare.model import Quantity

_MOVED = deferred(
    r"\b(?:edg|inch|creep|crept|tick|climb|ris|rose|go|went|jump|mov|shot|shoot|push|rais|put|tak|took|bring|brought|bump|bid|driv|drove|add)"
    r"(?:e|es|ed|ing|s|en|ne|ped|ping)?\s$",
    re.IGNORECASE,
)
_PARTICLE = deferred(
    r"\b(?:hand|turn|pass|carr|roll|knock|cross|jump|pull|sign|sell|tak|took|r[au]n|fl[ey]w?|w[oi]n|push|fall|fell|fight|fought|argu|clash|quarrel"
    r"|disput|differ|talk|war|row|concern|anger|control|power|charg|sue|arrest|resign|apologi[sz])(?:e|es|ed|ing|s|y|ied|ies|ning|en)?\s$",
    re.IGNORECASE,
)


def bounds(text: str, start: int, end: int, low: float, high: float) -> tuple[float, float, bool, int]:
    """Widen by the words around: "nearly", "more than", "or so". Returns the interval, whether it is approximate, and the new start."""
    lead = text[max(0, start - 30) : start]
    possible = lead[-1:].isspace() and (lead.rstrip().lower().endswith(BEFORE_ENDS) or not lead.isascii())
    before = BEFORE.search(lead) if possible else None
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
    reach = SUFFIXES.get(suffix, None) if word in {"", "between", "a record"} else BOUNDS[word]
    if reach is None:
        middle = (low + high) / 2
        spread = (0.1 if _round(middle) else 0.03) * size
        return min(low, middle - spread), max(high, middle + spread), True, begin
    exact = 0.0 if suffix in SUFFIXES or INCLUSIVE.match(word) else 1e-6 * size
    below, above = reach
    return low - below * size + (exact if above else 0.0), high + above * size - (exact if below else 0.0), True, begin


def direction(text: str) -> str:
    """Which way the words that a figure's text begins with bound it: "more", "less", "about", or "" where they don't."""
    phrase = max((phrase for phrase in BOUNDS if text.lower().startswith(f"{phrase} ")), key=len, default="")
    reach = BOUNDS.get(phrase, (0.0, 0.0))
    return "about" if reach is None else "more" if reach[1] else "less" if reach[0] else ""


def _round(value: float) -> bool:
    """Whether a figure is a round one: "about 50" says less than "about 47"."""
    digits = f"{abs(value):.3g}".split("e")[0].replace(".", "").rstrip("0")
    return len(digits) <= 1 or (len(digits) == 2 and digits[1] == "5") or (value % 10 == 0 and abs(value) < 1000)


def measured(text: str, span: tuple[int, int], bounds: tuple[float, float], unit: str, kind: str, *, approximate: bool) -> Quantity:
    return Quantity(*span, text[slice(*span)], *bounds, unit, approximate, kind)
