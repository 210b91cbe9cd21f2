"""Numbers with a grammar of their own: times of day, fractions, proportions, half hours, "in his 20s"."""

from __future__ import annotations

import re

from compare.extract.bounds import bounds, measured
from compare.extract.numerals import CLOCK, FRACTION, FRACTION_WORDS, HALF_LENGTH, PROPORTION, TENS_OF_YEARS, VULGAR, WORDS
from compare.extract.units import CLOCK_ZONES, CURRENCY_WORDS, MEASURES
from compare.model import Quantity


def clocks(text: str) -> list[Quantity]:
    """Times of day as minutes after midnight; in ``clock-12`` where nothing says which half of the day is meant ("half past six")."""
    found = []
    for match in CLOCK.finditer(text):
        half = (match["half"] or (match["part"] or "").strip())[-9:].lower().removesuffix(".")
        late = half.endswith(("pm", "p.m", "afternoon", "evening", "night"))
        unit, end = "clock", match.end()
        if match["word"]:
            minutes = 720.0 if match["word"].lower() == "noon" else 0.0
        elif match["hour_z"]:
            minutes = 60.0 * int(match["hour_z"]) + int(match["minute_z"])
        else:
            hour, minute = _hour_and_minute(match)
            if match["hour24"] is None and not 1 <= hour <= 12:
                continue
            open_half = not half and not match["zone"] and 1 <= hour <= 12 and not (match["hour24"] or "").startswith("0")
            unit = "clock-12" if open_half else "clock"
            minutes = (60.0 * (hour % 12 + 12 * late if half or open_half else hour) + minute) % 1440
        low = high = minutes
        zone = match["zone"]
        if zone and (zone == zone.upper() or match["time"]):
            hours = CLOCK_ZONES[zone.lower()]
            unit, low = "clock-utc", (minutes - 60 * max(hours)) % 1440
            high = low + 60 * (max(hours) - min(hours))
        elif zone:
            end = match.start("zone")
            end -= len(text[:end]) - len(text[:end].rstrip(" ("))
        found.append(Quantity(match.start(), end, text[match.start() : end], low, high, unit, kind="clock"))
    return found


def _hour_and_minute(match: re.Match[str]) -> tuple[int, int]:
    """What a match of CLOCK says in figures or in words: "7:30", "half past six", "six o'clock"."""
    if match["sharp"]:
        return _figure(match["sharp"]), 0
    if match["of"]:
        past = match["past"].lower().split()[-1]
        minute = {"half": 30, "quarter": 15}.get(past) or _figure(past)
        return _figure(match["of"]) - (match["way"].lower() == "to"), minute if match["way"].lower() == "past" else 60 - minute
    return int(match["hour"] or match["hour24"]), int(match["minute"] or match["minute24"] or 0)


def _figure(word: str) -> int:
    return int(word) if word.isdigit() else sum(WORDS[part] for part in word.lower().split("-"))


def half_lengths(text: str) -> list[Quantity]:
    """Reads "half an hour", "half a percentage point", "a quarter of a mile" and "an hour and a half"."""
    found: list[Quantity] = []
    for match in HALF_LENGTH.finditer(text):
        size = 0.5 if match["half"] else 0.25 if match["quarter"] else 1.5
        word = (match["unit"] or match["whole"]).lower()
        if len(word) <= 2:
            continue
        low, high, loose, start = bounds(text, match.start(), match.end(), size, size)
        unit = CURRENCY_WORDS.get(word) or MEASURES[word]
        found.append(measured(text, (start, match.end()), (low, high), unit, "number", approximate=loose))
    return found


def fractions(text: str) -> list[Quantity]:
    found = []
    for match in FRACTION.finditer(text):
        if match["sign"]:
            sign = match["sign"]
            number = VULGAR[sign] if sign in VULGAR else int(sign[0]) / int(sign[2])
        elif match["parts"]:
            number = WORDS[match["many"].lower()] / FRACTION_WORDS[match["parts"].lower()]
        else:
            part, count = match["part"].lower(), (match["count"] or "").lower()
            if part != "half" and not count:
                continue
            number = WORDS.get(count, 1) / FRACTION_WORDS[part]
        if number >= 1:
            continue
        low, high, loose, start = bounds(text, match.start(), match.end(), number, number)
        # "a third" is said of anything from 32 to 34 percent
        found.append(measured(text, (start, match.end()), (100 * low - 1.2, 100 * high + 1.2), "percent", "number", approximate=loose))
    return found


def proportions(text: str) -> list[Quantity]:
    """Reads "one in five", "three out of four": 20 and 75 percent, said of anything within one or two of it."""
    found = []
    for match in PROPORTION.finditer(text):
        part, whole = (WORDS[word.lower()] if word.lower() in WORDS else int(word) for word in (match["part"], match["whole"]))
        if 0 < part < whole:
            low, high, loose, start = bounds(text, match.start(), match.end(), part / whole, part / whole)
            found.append(measured(text, (start, match.end()), (100 * low - 1.2, 100 * high + 1.2), "percent", "number", approximate=loose))
    return found


def ages(text: str) -> list[Quantity]:
    """Reads "in his early 20s": an age between two tens."""
    found = []
    for match in TENS_OF_YEARS.finditer(text):
        low, start = 10.0 * int(match["tens"]), match.start("tens")
        found.append(Quantity(start, match.end(), text[start : match.end()], low, low + 9, "age-year", approximate=True, kind="range"))
    return found
