"""Numbers in running text, as intervals in a unit: "50%", "five", "₹1,500 crore", "nearly 50", "10-12", "a dozen", "3 p.m.".

What a number *is* decides whether it is a value at all: versions (1.2.3), telephone numbers, model names (F-16), "9/11", "one of the" and
Roman numerals are words, not values. Every pattern is anchored on a digit or a listed word and has bounded repetition.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from compare.deferred import deferred
from compare.extract import numerals
from compare.extract.bounds import bounds, measured
from compare.extract.holding import Holding
from compare.extract.special_numbers import ages, clocks, fractions, half_lengths, proportions
from compare.extract.units import CURRENCY_SIGNS, CURRENCY_WORDS, DIMENSIONS, MEASURES, SCALES
from compare.model import Quantity
from compare.text.words import each_token

_LONGEST = 20_000
# What stands where a date or a version was, so that its digits join no number.
_TAKEN = "\x1a"
_OFTEN = deferred(r"\b(?:once|twice|times|more|half|such|many) $", re.IGNORECASE)
_TEMPERATURES = frozenset({"degree", "celsius", "fahrenheit"})
_LIES = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_COUNTED = re.compile(r"[ -]*[^\W\d_]")
_ENDING = re.compile(r"\d(?:st|nd|rd|th)", re.IGNORECASE)
_LABEL_END = re.compile(r"[^\W\d_]|[#@]")
# "26-km"; but "4-in-10"
_SHORT_UNITS = frozenset({"km", "kg", "cm", "mm", "mg", "ft", "lb"})


def find_quantities(text: str, taken: tuple[tuple[int, int], ...] = ()) -> tuple[Quantity, ...]:
    """The numbers in ``text`` outside the spans in ``taken`` (dates, say), in order; offsets are into ``text``.

    ``unit`` is a stem from the tables of units, ``clock`` (minutes after midnight) or ``clock-utc`` for times of day, or "". ``counted`` holds
    the words that follow, as far as the next function word. Only the first 20,000 characters of a sentence are read.
    """
    text = text[:_LONGEST]
    blocked = bytearray(len(text))
    holds = Holding(text)
    figures = ((numerals.PHONE, numerals.LIKE_PHONE), (numerals.VERSION, numerals.LIKE_VERSION)) if holds.digits else ()
    names = (match.span() for pattern, like in figures if like.search(text) for match in pattern.finditer(text))
    for start, end in (*taken, *names):
        text = text[:start] + _TAKEN * (min(end, len(text)) - start) + text[end:]
    found: list[Quantity] = []
    number = holds.digits or holds.any_of(numerals.PARTS_OF_NUMBERS)
    for finder, possible in (
        (clocks, holds.any_of(numerals.PARTS_OF_CLOCKS)),
        (half_lengths, holds.any_of(("half", "quarter"))),
        (fractions, holds.any_of(numerals.PARTS_OF_FRACTIONS)),
        (proportions, number and holds.any_of(("in", "out"))),
        (ages, holds.any_of(("0s",))),
        (_ordinals, (holds.digits and _ENDING.search(text)) or holds.any_of(numerals.PARTS_OF_ORDINALS)),
        (_plain, number),
        (_vague, holds.any_of(numerals.PARTS_OF_VAGUE)),
        (_articles, holds.any_of(numerals.PARTS_OF_LENGTHS)),
    ):
        for quantity in finder(text) if possible else ():
            if not any(blocked[quantity.start : quantity.end]):
                quantity = _rated(text, _counting(text, quantity))
                found.append(quantity)
                blocked[quantity.start : quantity.end] = b"x" * (quantity.end - quantity.start)
        if finder is clocks and holds.digits:
            for match in numerals.NO_TIME.finditer(text):
                blocked[match.start() : match.end()] = b"x" * (match.end() - match.start())
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _articles(text: str) -> list[Quantity]:
    """Reads "a week" as one week."""
    found = []
    for match in numerals.ARTICLE.finditer(text):
        if _OFTEN.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        low, high, loose, start = bounds(text, match.start(), match.end(), 1.0, 1.0)
        found.append(measured(text, (start, match.end()), (low, high), MEASURES[match["unit"].lower()], "number", approximate=loose))
    return found


def _rated(text: str, quantity: Quantity) -> Quantity:
    """A figure with the time that it is for ("40 tonnes of solvent *a day*") in its unit and its span."""
    dimension = DIMENSIONS.get(quantity.unit, ("",))[0]
    match = (
        numerals.RATE.match(text, quantity.end)
        if quantity.kind in {"number", "range", "vague"} and dimension not in {"time", "age", "speed"}
        else None
    )
    if match is None or numerals.FUNCTION_WORDS & set(match["what"].split()[1:]) or _TAKEN in match[0]:
        return quantity
    period = match["period"] or _LIES[match["ly"]]
    what = match["what"].removeprefix(" of").strip()
    return replace(
        quantity,
        end=match.end(),
        text=text[quantity.start : match.end()],
        unit=f"{quantity.unit}/{period}",
        counted=what or quantity.counted,
    )


def _counting(text: str, quantity: Quantity) -> Quantity:
    if not _COUNTED.match(text, quantity.end):
        return quantity
    words: list[str] = []
    position = quantity.end
    for start, end, written in each_token(text, quantity.end, quantity.end + 60):
        if not written[0].isalpha():
            if written != "-":
                break
            continue
        word = written.lower()
        leading = word in {"of", "worth", "odd", "plus"} and not words
        if text[position:start].strip(" -") or (word in numerals.FUNCTION_WORDS and not leading):
            break
        position = end
        if not leading:
            words.append(written)
        if len(words) == 3:
            break
    if not words:
        return quantity
    told = quantity.text, quantity.low, quantity.high, quantity.unit, quantity.approximate, quantity.kind
    return Quantity(quantity.start, quantity.end, *told, " ".join(words))


def _vague(text: str) -> list[Quantity]:
    found = []
    for match in numerals.VAGUE_NUMBER.finditer(text):
        word, before = match["word"].lower(), (match["before"] or "").lower()
        if word in numerals.VAGUE:
            low, high = numerals.VAGUE[word]
            if before in {"tens", "hundreds"}:
                low, high = (low * 5, high * 100)
        elif before in numerals.VAGUE_BEFORE:
            scale = SCALES[word]
            low, high = numerals.VAGUE_BEFORE[before][0] * scale, numerals.VAGUE_BEFORE[before][1] * scale
        else:
            continue
        unit, end = _unit_after(text, match.end())
        if not unit:
            following = re.match(r"\sof\s", text[match.end() : match.end() + 4])
            if following:
                unit, end = _unit_after(text, match.end() + 3)
            end = end if unit else match.end()
        found.append(measured(text, (match.start(), end), (low, high), unit, "vague", approximate=True))
    return found


def _ordinals(text: str) -> list[Quantity]:
    found = []
    for match in numerals.ORDINAL.finditer(text):
        number = (
            int(match["digits"])
            if match["digits"]
            else numerals.ORDINAL_WORDS[match["word"].lower()] + (numerals.WORDS[match["tens"].lower()] if match["tens"] else 0)
        )
        found.append(Quantity(match.start(), match.end(), match.group(), number, number, "ordinal", kind="ordinal"))
    return found


def _plain(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    position = 0
    while match := numerals.NUMBER.search(text, position):
        quantity = _read(text, match)
        # after "from 10 to 12" the second number is read on its own
        position = max(match.start() + 1, match.start("range") if match["range"] else match.end())
        if quantity is not None:
            found.append(quantity)
            position = max(match.start() + 1, quantity.end)
    return found


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.start(), match.end()
    digits = match["digits"]
    scale = _scale(match["scales"])
    value, step = _value(match)
    if value is None or _is_label(text, match):
        return None
    if match["minus"]:
        value = -value
    kind = "number"
    low = high = value
    if match["second"] is not None:
        second = _number(match["second"])
        low, high, kind, end = _range(match, value, second, text)
        if kind == "single":
            kind = "number"
    elif match["words"] and match["scales"]:
        whole = _trailing(text, end, value, scale)
        if whole is not None:
            (low, end), scale, step = whole, 1.0, 0.0
            value = high = low
    low, high = low * scale, high * scale
    if kind == "number" and low == high:
        spread = _rounding(low, step * scale, match)
        low, high = low - spread, high + spread
    unit, unit_end = _unit(text, match, end)
    if unit == "percent" and match["second"] is None and step == 1:
        low, high = (low - 0.5, high + 0.5) if low == high else (low, high)
    if (
        digits is not None
        and kind == "number"
        and not unit
        and not match["scales"]
        and (text[end : end + 1] in {"-", "–"} and text[end + 1 : end + 2].isdigit())
    ):
        return None
    if unit in _TEMPERATURES and (below := numerals.BELOW_ZERO.match(text, unit_end)):
        low, high, unit_end = -high, -low, below.end()
    if kind != "number":
        return measured(text, (start, unit_end), (low, high), unit, kind, approximate=kind == "range")
    between = _between(text, match, unit_end, value)
    if between is not None:
        return between
    low, high, loose, start = bounds(text, start, unit_end, low, high)
    return measured(text, (start, unit_end), (low, high), unit, kind, approximate=loose)


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Whether the figure names something ("No. 2", "F-16", "3D") or "one" is a pronoun."""
    start, end = match.start(), match.end()
    if match["digits"] is None:
        alone = match["words"] and match["words"].lower() == "one" and not match["scales"]
        return bool(alone) and not _one_counts(text, start, match.end("words"))
    if (
        not match["sign"]
        and _LABEL_END.search(text[max(0, start - 4) : start])
        and numerals.LABEL_BEFORE.search(text[max(0, start - 14) : start])
    ):
        return True
    return text[end : end + 1].isalpha() and not match["scales"] and not _unit_match(text, end)


def _trailing(text: str, end: int, value: float, scale: float) -> tuple[float, int] | None:
    """Reads "two hundred *and fifty thousand*", "one hundred *twenty-five*": the whole number and where it ends."""
    rest = numerals.TRAILING_WORDS.match(text, end)
    if rest is None or scale < 100 or _number(rest["words"]) >= 100:
        return None
    extra, other = _number(rest["words"]), _scale(rest["scales"])
    if other < scale:
        return value * scale + extra * other, rest.end()
    return ((value * scale + extra) * other, rest.end()) if scale == 100 else None


def _between(text: str, match: re.Match[str], end: int, first: float) -> Quantity | None:
    """Reads "between 10 and 12 million" as one range."""
    if text[: match.start()][-8:].lower() != "between ":
        return None
    pair = numerals.BETWEEN.match(text, end)
    if pair is None:
        return None
    second = _number(pair["second"]) * _scale(pair["scales"])
    first *= _scale(match["scales"] or pair["scales"])
    if first > second:
        return None
    unit, unit_end = _unit(text, match, pair.end())
    return measured(text, (match.start(), unit_end), (first, second), unit, "range", approximate=True)


def _value(match: re.Match[str]) -> tuple[float | None, float]:
    """The number before its scale, and the worth of its last digit (0 for what is written in words or as a fraction)."""
    if match["mixed"]:
        written = match["mixed"].replace(" ", "")
        return (float(written[:-1]) if written[:-1] else 0.0) + numerals.VULGAR[written[-1]], 0.0
    if match["slash"]:
        above, below = match["slash"].split("/")
        return (int(above) / int(below), 0.0) if int(above) < int(below) else (None, 0.0)
    if match["digits"] is not None:
        return _number(digits := match["digits"]), 10.0 ** -len(digits.split(".")[1]) if "." in digits else 1.0
    if match["a"] is not None:
        lower = match["a"].lower()
        return (0.5 if "half" in lower else 0.25 if "quarter" in lower else 1.0), 0.0
    words = match["words"]
    if "point" in words.lower():
        whole, _, decimals = words.lower().partition("point")
        written = "".join(str(numerals.WORDS[word]) for word in decimals.split())
        return (_number(whole.strip()) if whole.strip() else 0.0) + int(written) / 10.0 ** len(written), 10.0 ** -len(written)
    half = 0.5 if words.lower().endswith("half") else 0.0
    return _number(re.sub(r"(?<![\s-])[\s-]+and[\s-]+a[\s-]+half$", "", words, flags=re.IGNORECASE)) + half, 1.0


def _number(written: str) -> float:
    if written.isdecimal():
        return float(written)
    written = written.lower().replace("−", "-").replace("–", "-").lstrip("+")
    if written[-1].isdigit():
        return float(re.sub(r"[,\s'’]", "", written))
    return float(sum(numerals.WORDS[word] for word in re.split(r"[-\s]+", written)))


def _scale(written: str | None) -> float:
    if not written:
        return 1.0
    return math.prod((SCALES[word.lower()] for word in re.findall(r"[A-Za-z]+", written or "")), start=1.0)


def _rounding(value: float, step: float, match: re.Match[str]) -> float:
    """How far the true figure may lie from what is written: half the last digit of a rounded figure, nothing for a plain count."""
    magnitude = abs(value)
    if match["scales"] and step and re.search(r"[a-z]", match["scales"], re.IGNORECASE) and not match["a"]:
        return min(0.5 * step, 0.1 * magnitude) * 0.999
    if 0 < step < 1:
        return 0.499 * step
    if match["digits"] is not None and magnitude >= 1000 and value == int(value):
        zeros = len(str(int(magnitude))) - len(str(int(magnitude)).rstrip("0"))
        return min(0.499 * 10.0**zeros, 0.01 * magnitude) if zeros >= 2 else 0.0
    return 0.0


def _range(match: re.Match[str], first: float, second: float, text: str) -> tuple[float, float, str, int]:
    """A range ("10-12"), a score ("348-77") or, where the second number belongs to something else, the first number alone."""
    joined = match["range"].strip()
    scales_end = match.end("scales")
    if joined[0] in "-–—":
        if first < second and not (match["digits"] and len(match["second"]) == 2 and first >= 1000):
            return first, second, "range", scales_end
        if match["digits"] and match["second"].isdigit() and first >= second:
            return first, second, "score", scales_end
        return first, first, "single", match.end("range")
    before = text[max(0, match.start() - 6) : match.start()].lower()
    if joined.startswith("to") and (before.endswith("from ") or first >= second):
        return (
            (first, second, "score", scales_end)
            if first >= second and not before.endswith("from ")
            else (first, first, "single", match.start("range"))
        )
    if first < second:
        return first, second, "range", scales_end
    return first, first, "single", match.start("range")


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    if match["sign"]:
        unit = CURRENCY_SIGNS[match["sign"].strip().lower()]
        _, after = _unit_after(text, end)
        return unit, after if _ in set(CURRENCY_WORDS.values()) else end
    unit, after = _unit_after(text, end)
    # nothing in the news weighs millions of pounds
    return "gbp" if unit == "pound" and _scale(match["scales"]) >= 1e6 else unit, after


def _unit_after(text: str, end: int) -> tuple[str, int]:
    match = _unit_match(text, end)
    if match is None:
        return "", end
    word = match["unit"].lower()
    if word in {"c", "f"}:
        # "-5C": a capital right after the figure
        return (MEASURES[word], match.end("unit")) if match[0] in {"C", "F"} and text[end - 1].isdigit() else ("", end)
    hyphened = text[end : end + 1] == "-" and word not in _SHORT_UNITS
    if len(word) <= 2 and word.isalpha() and (match["unit"] != word or hyphened):
        return "", end
    unit = CURRENCY_WORDS.get(word) or MEASURES[word]
    if match["old"] and unit in {"year", "month", "week", "day"}:
        return "age-" + unit, match.end()
    return unit, match.start("unit") + len(word)


def _unit_match(text: str, end: int) -> re.Match[str] | None:
    """What the pattern of units finds behind a number; it isn't asked where nothing begins as a unit does."""
    after = text[end : end + 3]
    begins = after[1:] if after[:1] == "-" or after[:1].isspace() else after[:2]
    known = begins[:1].lower() in numerals.UNIT_BEGINS or begins.lower() in numerals.UNIT_BEGINS or not begins.isascii()
    return numerals.UNIT_AFTER.match(text, end) if known else None


def _one_counts(text: str, start: int, end: int) -> bool:
    """Whether "one" is the number: always before a unit of time ("for one week"), but for the idiom "one day"."""
    unit, _ = _unit_after(text, end)
    if (
        unit in DIMENSIONS
        and unit not in {"day", "second", "point"}
        and not numerals.ONE_IS_A_PRONOUN_AFTER.search(text[max(0, start - 14) : start])
    ):
        return True
    return (
        numerals.ONE_IS_NO_NUMBER_AFTER.search(text[max(0, start - 14) : start]) is None
        and numerals.ONE_IS_NO_NUMBER_BEFORE.match(text, end) is None
    )
