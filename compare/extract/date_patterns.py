"""How dates and periods are written in English news: the words, and the patterns that find them. Each pattern has bounded repetition."""

from __future__ import annotations

import re

from compare.deferred import deferred


def _numbered(names: str, first: int) -> dict[str, int]:
    return {name: number for number, group in enumerate(names.split(";"), start=first) for name in group.split()}


MONTHS = _numbered(
    "january jan; february feb; march mar; april apr; may; june jun; july jul; august aug; september sept sep; october oct; november nov;"
    "december dec",
    1,
)
WEEKDAYS = _numbered("monday mon; tuesday tues tue; wednesday wed; thursday thurs thur thu; friday fri; saturday sat; sunday sun", 0)
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
COUNTS = _numbered("a an one; two; three; four; five; six; seven; eight; nine; ten; eleven; twelve", 1) | {"couple of": 2, "a couple of": 2}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
# Which months of a year and which days of a month a part of it may mean: generous, as nobody counts them
PARTS = {
    "early": ((1, 5), (1, 13)),
    "start": ((1, 4), (1, 10)),
    "beginning": ((1, 4), (1, 10)),
    "first half": ((1, 6), (1, 16)),
    "mid": ((4, 9), (8, 22)),
    "middle": ((4, 9), (8, 22)),
    "second half": ((7, 12), (15, 31)),
    "late": ((8, 12), (18, 31)),
    "end": ((9, 12), (20, 31)),
}
_PART = r"(?:(?P<part>early|mid|late)[-\s](?:in\s)?|(?:the\s)?(?P<edge>start|beginning|middle|end|first\shalf|second\shalf)\sof\s)?"

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:0?[1-9]|[12]\d|3[0-9])"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
FULL_DAY = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAY = rf"(?:(?:{FULL_DAY})\b|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\.)"
SHIFT = r"last|this|next|the past|the last|the next|the coming|the previous|past|previous|coming|earlier this|later this|earlier|late last|early next"

ISO = re.compile(r"(?<![\d\-/.])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d\-/])")
SLASHED = re.compile(r"(?<![\d/.])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])")
MONTH_DAY = re.compile(
    rf"(?<![\w-])(?P<month>{MONTH})\s(?:the\s)?(?P<day>{DAY})(?:st|nd|rd|th)?\b(?!\s?(?:percent|per cent|%"
    rf"|,\d{{3}}))(?:\s?(?:[-–]|to|and)\s?(?P<last>{DAY})(?:st|nd|rd|th)?\b(?!,\d))?(?:,?\s(?P<year>{YEAR})\b(?!-\d))?"
)
DAY_MONTH = re.compile(
    rf"(?<![\w.,/$£-])(?<!€)(?P<day>{DAY})(?:st|nd|rd|th)?(?:\s?(?:[-–]|to|and)\s?(?P<last>{DAY})(?:st|nd|rd"
    rf"|th)?)?\s(?:of\s)?(?P<month>{MONTH})\b(?:,?\s(?P<year>{YEAR})\b)?"
)
MONTH_YEAR = re.compile(rf"(?<![\w-]){_PART}(?P<month>{MONTH})(?:\s+of)?,?\s(?P<year>{YEAR})\b")
MONTH_ALONE = re.compile(
    rf"(?<![\w-])(?:(?P<cue>in|last|next|this|since|until|by|from|of|through|during|before|after|and|to|between|till|for)[-\s])?"
    rf"{_PART}(?P<month>{MONTH})(?![\w'’]*\w)(?P<after>\s[A-Z][a-z]+)?"
)
WEEKDAY_PATTERN = re.compile(
    rf"(?<![\w-])(?:(?P<shift>last|next|this|this past|this coming|the previous|the following)\s)?(?P<day>{WEEKDAY})(?P<plural>s\b)?"
)
RELATIVE_DAY = re.compile(
    r"(?<![\w-])(?:(?P<word>today|yesterday|tomorrow|tonight|last night|the day before yesterday)|(?P<part>this (?:morning"
    r"|afternoon|evening)))\b",
    re.IGNORECASE,
)
RELATIVE_PERIOD = re.compile(
    rf"(?<![\w-])(?P<shift>{SHIFT})\s(?:(?P<count>\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several"
    rf"|couple of)\s)?"
    r"(?P<unit>day|week|weekend|fortnight|month|year|decade|spring|summer|autumn|fall|winter)(?P<plural>s?)\b(?!-)",
    re.IGNORECASE,
)
WEEKEND = deferred(r"\b(?:over|during|on) the weekend\b", re.IGNORECASE)
AGO = deferred(
    r"(?<![\w-])(?:(?P<about>about|nearly|almost|roughly|around|more than|over|less than|just)\s)?(?P<count>\d{1,3}|an?|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of)\s"
    r"(?P<unit>day|week|fortnight|month|year|decade)s?\s(?P<way>ago|from now)\b",
    re.IGNORECASE,
)
SEASON = re.compile(
    rf"(?<![\w-])(?:(?:in\s)?the\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\sof)?\s(?P<year>{YEAR})\b", re.IGNORECASE
)
DECADE = re.compile(r"(?<![\w-])(?:(?:the\s)?(?:(?:early|mid|late)[-\s])?)(?P<century>1[5-9]|20)?['’]?(?P<decade>\d)0['’]?s\b")
YEARS = re.compile(
    rf"(?<![\w.,/$£¥#:@-])(?<![€₹])(?:{_PART}|FY\s?)(?P<year>{YEAR})(?:\s?[-–]\s?(?P<last>{YEAR}|\d\d)|/(?P<next>\d\d))?(?![\d%]|[.,:/]\d|-\d|\w)"
)
YEAR_IS_COUNT_BEFORE = deferred(
    r"(?:about|nearly|almost|roughly|approximately|more than|fewer than|less than|at least|over|some|No\.)\s$", re.IGNORECASE
)
YEAR_IS_COUNT_AFTER = deferred(
    r"\s(?:people|troops|soldiers|miles|km|kilometers|kilometres|feet|meters|metres|points|votes|dollars|pounds|euros|jobs"
    r"|homes|cases|deaths|hours|students|employees|workers|others|"
    r"percent|per cent|acres|tons|tonnes|delegates|p\.m|a\.m|hundred|thousand|million|seats|members|megawatts|calories)\b"
)
# names of days and shows that look like weekdays
NAMED_DAY_BEFORE = re.compile(
    r"(?:Black|Super|Good|Palm|Bloody|Easter|Cyber|Fat|Ash|Holy|Giving|Shrove|Mardi|Whit|Fox News|Face the|Taco)\s$"
)
NAMED_DAY_AFTER = re.compile(
    r"\s(?:Times|Night Live|Night Lights|Night Football|Telegraph|Mirror|Express|Mail|World|Club|Massacre|school)\b"
)
