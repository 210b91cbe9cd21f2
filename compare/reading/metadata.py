"""What a text says of itself: its headline, its date, its language."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from compare.deferred import deferred

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?m\.?))?(?:\s*(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2}|Z))?"
_DAY = (
    r"(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}})"
)
_LABEL = r"(?:(?:date|dated|published|posted|updated|last updated|last modified|first published|originally published|modified)(?:\s+on)?\s*(?:[:|]\s*)?)"

_DATE_STAMP = deferred(
    rf"{_LABEL}?(?:{_CLOCK},?\s+)?(?:{_WEEKDAY},?\s+)?(?:{_CLOCK},?\s+)?{_DAY}(?:,?\s+(?:(?:at|[-–—|])\s+)?{_CLOCK})?(?:\s*\|\s*)?",
    re.IGNORECASE,
)

_LABELLED_DATE = deferred(rf"{_LABEL}(?:{_WEEKDAY},?\s+)?{_DAY}(?:,?\s+(?:at\s+)?{_CLOCK})?", re.IGNORECASE)
_LABELLED = re.compile(_LABEL, re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PARTS = deferred(rf"(?:({_MONTH})\s+(\d{{1,2}})|(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}))(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_ANCHORED = re.compile(rf"\b{_WEEKDAY}\s*(?:[,(]\s*)?({_DAY})", re.IGNORECASE)

_LEAD = 20_000
"""Code points in which a text names its own days; further down a book tells of others."""
_STAMP_WORDS = 24
"""Words that a date stamp has at most, wherever it has blanks: most lines are longer, and needn't be looked through for one."""
_HEADLINE_WORDS = 24
_TITLE_LENGTH = 100
_LINE = re.compile(r"\S[^\n]*")
_STOPS = frozenset(".!?…:;,。！？")
_CLOSERS = "'\"”’»)]"


def date_stamp(line: str) -> bool:
    """Whether a line is a date as an article carries it above its text, with or without a label, a weekday and a time."""
    return len(line.split()) <= _STAMP_WORDS and _YEAR.search(line) is not None and _DATE_STAMP.fullmatch(line) is not None


def labelled_date(text: str) -> re.Match[str] | None:
    """The date at a text's start that its label tells from the article's words, even where it is glued to the first sentence."""
    return _LABELLED_DATE.match(text) if _LABELLED.match(text) else None


def parse_day(text: str) -> date | None:
    """The first calendar day written out in a text, or None; a day that doesn't exist is none."""
    found = _ISO.search(text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
        parts = _PARTS.search(text)
        if parts:
            name = (parts[1] or parts[4]).lower()[:3]
            month = next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name))
            return date(int(parts[5]), month, int(parts[2] or parts[3]))
    except ValueError:
        return None
    return None


def article_date(text: str) -> date | None:
    """The day on which an article appeared, where its text says so: a date stamp in the first lines, or a weekday with its date in the text.

    A full date that is merely mentioned is not the article's own. "on Monday (October 27, 2025)" is taken: news dates a weekday with
    a full date when it means the days around its own.
    """
    lines = [line.strip() for line in text[:_LEAD].splitlines() if line.strip()]
    for line in lines[:6]:
        labelled = labelled_date(line)
        if labelled or date_stamp(line):
            found = parse_day(line)
            if found:
                return found
    anchored = _ANCHORED.search(text, 0, _LEAD)
    return parse_day(anchored[1]) if anchored else None


def looks_like_heading(line: str) -> bool:
    """Whether a paragraph is short and has no final stop, as headlines and subheadings do."""
    words = line.split()
    return 0 < len(words) <= _HEADLINE_WORDS and line.rstrip(_CLOSERS)[-1:] not in _STOPS and any(character.isalpha() for character in line)


def headline(text: str, fallback: str) -> str:
    """The text's headline: its first line, cut at a word where that is a sentence rather than a headline."""
    for found in _LINE.finditer(text):
        line = _LABELLED_DATE.sub("", found[0].strip(), count=1).strip() if labelled_date(found[0]) else found[0].strip()
        if not line or date_stamp(line):
            continue
        if len(line) <= _TITLE_LENGTH:
            return line
        return line[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
    return fallback


_SIGNS = {
    "en": "the of and to in that is for on with was said",
    "de": "der die und das den von zu mit sich des auf nicht",
    "fr": "le la les des et est que dans une pour sur pas",
    "es": "el la los las que y del se por una con para",
    "it": "il di che la e un per non sono della con gli",
    "pt": "o de que e do da em um para com não uma",
    "nl": "de het een van en dat niet op te zijn met voor",
    "sv": "och att det som en är på av för med den till",
}


def language_of(text: str) -> str:
    """The likeliest language by its commonest words, as an ISO 639-1 code; ``und`` where none stands out."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    often = Counter(words)
    counts = {code: sum(often[word] for word in set(line.split())) for code, line in _SIGNS.items()}
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    if words and counts[best] >= 0.08 * len(words):
        return best
    latin = sum(word.isascii() for word in words) > 0.7 * len(words)
    return "en" if latin and len(words) < 60 else "und"
