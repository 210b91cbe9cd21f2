"""Stretches of an article that the article doesn't say: dates, datelines, bylines, credits, boilerplate."""

from __future__ import annotations

import re
from functools import cache

from compare.data import lines
from compare.deferred import deferred
from compare.model import Aside, AsideKind
from compare.reading.metadata import date_stamp, labelled_date, looks_like_heading
from compare.text.captions import LONGEST_WHOLE, is_caption
from compare.text.gazetteer import places

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
            # Whose picture or film it is, and nothing else.
            r"(?:(?:abc|nbc|cbs|fox|bbc|sky) news|bbc|npr|msnbc|c-span|youtube)",
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
# What a line of the table of boilerplate begins with, where that is plain: letters and signs, or a choice of words.
_LITERAL = re.compile(r"(?:[^\\()\[\]{}?*+.|^$]|\\[()\[\]])*")
_CHOICE = re.compile(r"\(\?:([^()]+)\)(?![?*{])")
_OPENING = 40
_DIGITS = tuple("0123456789")
_DIGIT = "0"
"""Stands for all digits."""
"""Code points of a paragraph that are looked at to tell which expressions it may fit: more than the longest beginning has."""
_FOLDED = str.maketrans("ſKİı", "skii")
"""The letters beyond ASCII that count as its letters where case is ignored."""
_AGENCY = r"\(\s*[A-Z][A-Za-z.]*(?:[ /][A-Z][A-Za-z.]*){0,3}\s*\)"
# Datelines are looked for where apostrophes and quotation marks are straight: a class of letters with a sign beyond Latin-1 is slow to compile.
_STRAIGHT = str.maketrans("’“", "'\"")
_CAPITALS = r"[A-Z][A-Z.'-]+(?:\s+[A-Z][A-Z.'-]+){0,3}"
_TITLED = r"[A-Z][a-zà-ÿ.'-]+(?:\s+(?:[A-Z][a-zà-ÿ.'-]+|de|la|el|al|del|do)){0,3}"
_REGION = r"(?:,\s+[A-Z][\w.]*(?:-[A-Z]\w*)?(?:\s+[A-Z][\w.]*){0,2})?"
_DAY = r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,\s*\d{4})?)?"
_DATELINE = re.compile(
    rf"(?:(?:{_CAPITALS}|{_TITLED}){_REGION}{_DAY}\s*{_AGENCY}\s*(?:--|[-_:]|[–—])\s*"
    rf"|{_CAPITALS}{_REGION}{_DAY}\s*(?:--|[-_:]|[–—])\s+"
    rf"|{_CAPITALS}{_REGION}{_DAY}\s*[—–_]\s*(?=[A-Z\"])"
    rf"|{_TITLED}{_REGION}{_DAY}\s*(?:--|[–—_])\s*(?=[A-Z\"])"
    rf"|{_AGENCY}\s*(?:--|[-_]|[–—])\s*"
    rf"|{_TITLED}{_REGION}{_DAY}:\s+(?=[A-Z][^:]*$))"
)
# Without a dash, from several towns, with a day for a town: "(CNN) The", "NEW YORK/WASHINGTON (Reuters) -", "Oct 24 (Reuters) -"
_RARE_DATELINE = deferred(
    rf"(?:(?:{_CAPITALS}|{_TITLED}){_REGION}\s*)?\((?:CNN(?: ?[A-Z][A-Za-z]+)?|AP|Reuters|REUTERS|AFP|UPI)\)\s+(?=[A-Z\"'$\d])"
    rf"|(?:(?:{_CAPITALS}|{_TITLED}){_REGION}(?:/(?:{_CAPITALS}|{_TITLED}){_REGION})+{_DAY}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}})"
    rf"\s*{_AGENCY}\s*(?:--|[-_:]|[–—])\s*"
)
_BARE_DATELINE = re.compile(rf"(?:{_CAPITALS},\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*)?|{_TITLED}{_REGION}\s*{_AGENCY})\s*(?:--|[-_]|[–—])?")
# A first word with a colon that announces something else than a town.
_ANNOUNCES = deferred(
    r"(?:file|bombshell|the latest|updated?|breaking|analysis|opinion|exclusive|watch|live|videos?|explain(?:ed|er)|fact check|editorial|reviews?"
    r"|interview|reports?|notes?|correction|editor'?s note|news|world|politics|business|sports?|q|a|questions?|answers?|summary|background|context"
    r"|reactions?|quotes?)\s*(?::|--|[-_]|[–—])",
    re.IGNORECASE,
)
_WORDS_AFTER_COLON = 8
_WORDS_AFTER_DASH = 4
_LONGEST = 400
_FEWEST = 4
"""Words of a headline at least that may be said again: fewer are a heading's ("What we know")."""
_MOST_NAMES = 3
_HEADLINE = 7
"""Words of a headline at least; what a page sets in capitals between an article's own parts has fewer ("LEGAL QUESTIONS RAISED")."""


def whole_paragraph(text: str) -> Aside | None:
    """The aside that a whole paragraph is, with offsets in the paragraph, or None. ``text`` has no white space at its ends."""
    if len(text) > _LONGEST:
        return None
    kind: AsideKind | None = None
    if date_stamp(text):
        kind = "date"
    elif text.startswith(("By", "BY", "by")) and _BYLINE.fullmatch(text) and len(text.split()) <= 16:
        kind = "byline"
    elif _CREDIT.fullmatch(text) or (len(text) <= LONGEST_WHOLE and is_caption(text)):
        kind = "credit"
    elif _is_boilerplate(text) or (text and not any(map(str.isalnum, text))):  # "* * *"
        kind = "boilerplate"
    elif _BARE_DATELINE.fullmatch(text.translate(_STRAIGHT)):
        kind = "dateline"
    return None if kind is None else Aside(0, len(text), kind)


def in_capitals(text: str) -> Aside | None:
    """A paragraph in capitals, as long as a headline and without a final stop, is one: that of another story. For articles not all in capitals."""
    pointer = text.isupper() and len(text.split()) >= _HEADLINE and len(text) <= _LONGEST and text.rstrip("\"'”’)")[-1:] not in set(".!?")
    return Aside(0, len(text), "boilerplate") if pointer else None


def headline_again(text: str, headline: str) -> Aside | None:
    """The headline (the article's first paragraph) where a later paragraph says it again: as a whole, or as what it begins with."""
    if len(headline) > _LONGEST or len(headline.split()) < _FEWEST or headline.endswith("."):
        return None
    if text.startswith(headline) and text[len(headline) : len(headline) + 2][1:].isupper():
        return Aside(0, len(headline), "boilerplate")  # "Mayor closes bridge The mayor said …"
    same = len(text) <= 2 * len(headline) and _letters(text) == _letters(headline)
    return Aside(0, len(text), "boilerplate") if same else None


def bare_byline(text: str, following: str) -> Aside | None:
    """A name that stands alone before the article's first sentence, over the name of its outlet or its dateline."""
    if not is_bare_name(text):
        return None
    under = whole_paragraph(following) or at_start(following, early=True)
    return Aside(0, len(text), "byline") if under is not None and under.kind in {"credit", "dateline", "date"} else None


def is_bare_name(text: str) -> bool:
    """Whether it is two or three capitalised words and nothing else."""
    words = text.split()
    named = 2 <= len(words) <= _MOST_NAMES and all(word[0].isupper() and word.strip(".'’-").isalpha() for word in words)
    return named and not text.endswith(".")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_boilerplate(text: str) -> bool:
    """Whether a whole paragraph is boilerplate. Of the table's expressions only those that can begin as it does are compiled."""
    start = text[:_OPENING].translate(_FOLDED).lower()
    shelves = _furniture()
    shelf = _DIGIT if start[:1].isdecimal() else start[:1]
    for one in (shelves.get(shelf, ()), shelves[""]):
        for line, beginnings in one:
            if (shelf == _DIGIT or not beginnings or start.startswith(beginnings)) and _compiled(line).fullmatch(text):
                return True
    return False


@cache
def _compiled(line: str) -> re.Pattern[str]:
    return re.compile(line, re.IGNORECASE)


@cache
def _furniture() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The table's lines with what they begin with, by the first sign of that; those that may begin with anything under ""."""
    shelves: dict[str, list[tuple[str, tuple[str, ...]]]] = {"": []}
    for line in lines("furniture.txt"):
        begins = beginnings(line)
        for first in dict.fromkeys(_DIGIT if each[0].isdecimal() else each[0] for each in begins) or [""]:
            shelves.setdefault(first, []).append((line, begins))
    return shelves


def beginnings(expression: str) -> tuple[str, ...]:
    """What all texts that a line of the table matches begin with, in small letters: one of these; none where that isn't plain."""
    plain = expression.removeprefix("(?-i:").lower()
    if plain.startswith("\\d"):
        return _DIGITS
    choice = _CHOICE.match(plain)
    found = tuple(_literal(part) for part in (choice[1].split("|") if choice else [plain]))
    return found if all(found) else ()


def _literal(expression: str) -> str:
    """The signs that an expression begins with, as they are."""
    held = _LITERAL.match(expression)
    end = held.end() if held else 0
    if expression[end : end + 1] in {"?", "*", "{"}:
        end -= 1  # the last one may be missing
    return expression[:end].replace("\\", "")


def _is_place(dateline: str) -> bool:
    """Whether what a dateline begins with is a place that the table has."""
    return re.split("[,:]", dateline)[0].strip().title() in places()


def at_start(text: str, *, early: bool) -> Aside | None:
    """The aside that a paragraph opens with: a labelled date glued to the text, or, in an ``early`` paragraph, a dateline."""
    stamp = labelled_date(text)
    if stamp and not text[stamp.end() :].lstrip()[:1].islower():
        return Aside(0, stamp.end(), "date")
    if not early:
        return None
    straight = text.translate(_STRAIGHT)
    dateline = _DATELINE.match(straight) or (_RARE_DATELINE.match(straight) if "(" in text[:_OPENING] else None)
    if not dateline or _ANNOUNCES.match(text):
        return None
    after = text[dateline.end() :]
    colon = dateline[0].rstrip().endswith(":")
    # What has nothing but a colon could as well be a speaker ("DeVos: I think …"), so it needs a town that is known and a whole sentence after it;
    # headlines name speakers so.
    if len(after.split()) < (_WORDS_AFTER_COLON if colon else _WORDS_AFTER_DASH) or (colon and looks_like_heading(text)):
        return None
    if colon and "(" not in dateline[0] and not _is_place(dateline[0]):
        return None
    return Aside(0, len(dateline[0].rstrip()), "dateline")
