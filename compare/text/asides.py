"""Stretches of an article that the article doesn't say: dates, datelines, bylines, credits, boilerplate."""

from __future__ import annotations

import re
from functools import cache

from compare.data import lines
from compare.deferred import deferred
from compare.model import Aside, AsideKind
from compare.reading.metadata import date_stamp, labelled_date, looks_like_heading

_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|la|van|von|der|bin|al|el|di|da))*"
_BYLINE = deferred(
    rf"(?:By|BY|by)[: ]\s*{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*\|\s*|\s+in\s+){_NAME})*[.,|]?"
    r"(?:\s*[-–—|,]?\s*\(?(?:updated|published)?[^.!?]{0,40}\)?)?"
)
_OUTLET = r"(?:the )?(?:associated press|ap|ap photo|reuters|afp|ani|pti|ians|upi|bloomberg|cnn|dpa|xinhua|pool|getty images?|anadolu agency|epa|usa today)"
_CREDIT = re.compile(
    "|".join(
        (
            r"\(?(?:additional |with )?(?:reporting|editing|writing|compiled|translated|edited|written) by\b.{0,200}",
            r"\(?(?:photo|image|picture|video|graphic|source|credit|media)s?(?: credit| courtesy)?(?: by)?\s*[:/]\s?.{0,120}",
            r"\(?with (?:agency )?inputs? from .{0,80}",
            r".{0,120}\bcontributed (?:to this|reporting).{0,60}",
            rf"\(?{_OUTLET}(?:/.{{0,60}})?\)?\.?|contributing\s?: .{{0,160}}|with (?:post wires|{_OUTLET})\.?",
            rf"[^.!?]{{8,200}} \[[^\]\[]{{3,40}}/{_OUTLET}\]|[^.!?]{{2,120}} \(photo: [^()]{{2,60}}\)",
            # A photographer and the agency: "(Evan Vucci / AP)", "Halil el-Abdullah | Anadolu Agency | Getty Images".
            rf"\(?[^.!?]{{2,60}}?(?:\s*[|/]\s*|\s+via\s+){_OUTLET}(?:\s*[|/]\s*{_OUTLET}|, file)*\)?",
            # A picture's caption with them: "Jets fly past. | Ann Example/AP Photo".
            rf".{{8,220}} \| [^|.!?]{{3,60}}/{_OUTLET}",
            # The signature under an embedded post, and the initials of desks.
            r"[-–—]\s*[^@\n]{1,60}\(@\w{1,30}\)\s+\w{3,9}\.? \d{1,2}, \d{4}",
            r"\([a-z]{2,4}(?:[/-][a-z]{2,4})*\)",
        )
    ),
    re.IGNORECASE,
)
# What a line of the table of boilerplate can begin with, where that is plain: a letter, or one of several words.
_FIRST_LETTER = re.compile(r"([a-z])(?![?*{])")
_FIRST_WORDS = re.compile(r"\(\?:([a-z][^()|?*{]*(?:\|[a-z][^()|?*{]*)*)\)(?![?*{])")
_AGENCY = r"\(\s*[A-Z][A-Za-z.]*(?:[ /][A-Z][A-Za-z.]*){0,3}\s*\)"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]+){0,3}"
_TITLED = r"[A-Z][a-zà-ÿ.'’-]+(?:\s+(?:[A-Z][a-zà-ÿ.'’-]+|de|la|el|al|del|do)){0,3}"
_REGION = r"(?:,\s+[A-Z][\w.]*(?:-[A-Z]\w*)?(?:\s+[A-Z][\w.]*){0,2})?"
_DAY = r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,\s*\d{4})?)?"
_DATELINE = re.compile(
    rf"(?:(?:{_CAPITALS}|{_TITLED}){_REGION}{_DAY}\s*{_AGENCY}\s*(?:--|[-–—_:])\s*"
    rf"|{_CAPITALS}{_REGION}{_DAY}\s*(?:--|[-–—_:])\s+"
    rf"|{_CAPITALS}{_REGION}{_DAY}\s*[—–_]\s*(?=[A-Z“\"])"
    rf"|{_TITLED}{_REGION}{_DAY}\s*(?:--|[–—_])\s*(?=[A-Z“\"])"
    rf"|{_AGENCY}\s*(?:--|[-–—_])\s*"
    rf"|{_TITLED}{_REGION}{_DAY}:\s+(?=[A-Z][^:]*$))"
)
_BARE_DATELINE = re.compile(rf"(?:{_CAPITALS},\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*)?|{_TITLED}{_REGION}\s*{_AGENCY})\s*(?:--|[-–—_])?")
# A first word with a colon that announces something else than a town.
_ANNOUNCES = deferred(
    r"(?:file|bombshell|the latest|updated?|breaking|analysis|opinion|exclusive|watch|live|videos?|explain(?:ed|er)|fact check|editorial|reviews?"
    r"|interview|reports?|notes?|correction|editor'?s note|news|world|politics|business|sports?|q|a|questions?|answers?|summary|background|context"
    r"|reactions?|quotes?)\s*(?::|--|[-–—_])",
    re.IGNORECASE,
)
_WORDS_AFTER_COLON = 8
_WORDS_AFTER_DASH = 4
_LONGEST = 300


def whole_paragraph(text: str) -> Aside | None:
    """The aside that a whole paragraph is, with offsets in the paragraph, or None. ``text`` has no white space at its ends."""
    if len(text) > _LONGEST:
        return None
    kind: AsideKind | None = None
    if date_stamp(text):
        kind = "date"
    elif text.startswith(("By", "BY", "by")) and _BYLINE.fullmatch(text) and len(text.split()) <= 16:
        kind = "byline"
    elif _CREDIT.fullmatch(text):
        kind = "credit"
    elif _is_boilerplate(text):
        kind = "boilerplate"
    elif _BARE_DATELINE.fullmatch(text):
        kind = "dateline"
    return None if kind is None else Aside(0, len(text), kind)


def _is_boilerplate(text: str) -> bool:
    """Whether a whole paragraph is boilerplate. Of the table's expressions only those that can begin as it does are compiled."""
    plain = _expressions(text[:1].lower()) if text[:1].isascii() else _expressions(None)  # some letters beyond ASCII are folded into it
    return (plain is not None and plain.fullmatch(text) is not None) or _unclear().fullmatch(text) is not None


@cache
def _expressions(first: str | None) -> re.Pattern[str] | None:
    """Those that plainly begin with a small letter, as one; None where there are none. For None those of all letters."""
    kept = [line for line in lines("furniture.txt") if (begins := _beginnings(line)) and (first is None or first in begins)]
    return re.compile("|".join(kept), re.IGNORECASE) if kept else None


@cache
def _unclear() -> re.Pattern[str]:
    """Those whose beginning isn't plain to see."""
    return re.compile("|".join(line for line in lines("furniture.txt") if not _beginnings(line)), re.IGNORECASE)


def _beginnings(line: str) -> set[str]:
    """The letters that an expression of the table can begin with; none where that isn't plain."""
    if words := _FIRST_WORDS.match(line):
        return {word[0] for word in words[1].split("|")}
    letter = _FIRST_LETTER.match(line)
    return {letter[1]} if letter else set()


def at_start(text: str, *, early: bool) -> Aside | None:
    """The aside that a paragraph opens with: a labelled date glued to the text, or, in an ``early`` paragraph, a dateline."""
    stamp = labelled_date(text)
    if stamp and not text[stamp.end() :].lstrip()[:1].islower():
        return Aside(0, stamp.end(), "date")
    if not early:
        return None
    dateline = _DATELINE.match(text)
    if not dateline or _ANNOUNCES.match(text):
        return None
    after = text[dateline.end() :]
    colon = dateline[0].rstrip().endswith(":")
    # A town with nothing but a colon could as well be a speaker, so it needs a whole sentence after it; headlines name speakers so.
    if len(after.split()) < (_WORDS_AFTER_COLON if colon else _WORDS_AFTER_DASH) or (colon and looks_like_heading(text)):
        return None
    return Aside(0, len(dateline[0].rstrip()), "dateline")
