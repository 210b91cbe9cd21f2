"""How numbers are written in English news: the words, and the patterns that find them. Each pattern has bounded repetition."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.deferred import deferred
from compare.extract.units import CLOCK_ZONES, CURRENCY_SIGNS, CURRENCY_WORDS, MEASURES, SCALES

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: number for number, word in enumerate(SMALL)} | {word: 10 * (number + 2) for number, word in enumerate(TENS)}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
    " eighteenth nineteenth twentieth"
)
ORDINAL_WORDS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}
VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
FRACTION_WORDS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5}
FRACTION_WORDS |= {"sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10}
VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 9_999.0),
    "thousands": (2_000.0, 999_999.0),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
    "trillions": (2e12, 999e12),
}
# "millions of": after a word like these the plural is a number of its own; "several" and "a couple" are numbers by themselves
VAGUE_BEFORE = {"several": (3.0, 9.0), "couple": (2.0, 3.0)}


def _least(words: Iterable[str]) -> tuple[str, ...]:
    """Of these words those that hold no other one."""
    known = sorted(set(words), key=lambda word: (len(word), word))
    return tuple(word for at, word in enumerate(known) if not any(other in word for other in known[:at]))


# What a text without digits must hold, in small letters, for the patterns to find anything in it
PARTS_OF_NUMBERS = _least((*WORDS, *VULGAR, *VAGUE, *"hundred thousand million billion trillion dozen lakh crore".split()))
PARTS_OF_ORDINALS, PARTS_OF_FRACTIONS = _least(ORDINAL_WORDS), _least((*FRACTION_WORDS, *VULGAR, "/"))
PARTS_OF_CLOCKS = (":", "am", "pm", ".m", "gmt", "utc", "past", "to", "clock", "noon", "midnight")
PARTS_OF_VAGUE = _least((*VAGUE, "hundred", "thousand", "million", "dozen"))
PARTS_OF_LENGTHS = "minute hour day week fortnight month year decade century mile kilomet ton gallon acre".split()

SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
# "10,000", and as ISO and the Swiss write it: "10 000", "10'000"
DIGITS = (
    r"\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,6})?|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3}){1,5}(?:\.\d{1,6})?(?![\d'’]\d?)|\d{1,15}(?:\.\d{1,6})?"
)
WORD_NUMBER = rf"(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(SMALL[1:10])})\b)?|(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})"
DIGIT = "|".join(SMALL[:10])
SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
UNIT = "|".join(re.escape(word) for word in sorted({**CURRENCY_WORDS, **MEASURES}, key=len, reverse=True))

# None begins inside a word, which is said first: most places of a text are done with at once.
NUMBER = re.compile(
    rf"""
    (?=(?<![a-z])[a-z]|[^a-z\s])  # for speed: all that follows begins so
    (?P<minus>(?<![\w-])(?:minus|negative)\s|(?<![^\s(])[-−–](?=[$£€¥₹]))?(?P<sign>(?<![A-Za-z])(?:{SIGN})\s?)?
    (?:
        (?P<mixed>(?:\d{{1,6}}\s?)?[½⅓⅔¼¾⅕⅛⅜⅝⅞])
      | (?<![\w.,/:@#\-])(?<!–)(?P<slash>[1-9]/[2-9])(?![\d/])
      | (?<![\w.,/:@#\-])(?<!–)(?P<digits>(?:[-−+]|(?<!\S)–)?(?:{DIGITS}))
      | (?<![\w\-'])(?<!’)(?P<a>(?:an?\s+(?:quarter\s+(?=million|billion|trillion)|half\s+(?=million|billion|trillion|dozen)|)|half\s+an?\s+)
            (?=(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b))
      | (?<![\w\-'])(?<!’)(?P<words>(?:{WORD_NUMBER})\b(?:[\s-]and[\s-]a[\s-]half\b|\spoint(?:\s(?:{DIGIT})\b){{1,4}})?
            |(?<!this\s)(?<!that\s)(?<!some\s)(?<!the\s)(?<!one\s)(?<!a\s)point(?:\s(?:{DIGIT})\b){{1,4}}(?=\s(?:{SCALE}|per\scent|percent\w{{0,7}}|degrees)\b))
    )
    (?P<range>\s?(?:[-–—]|\sto\s|\sor\s)\s?(?:{SIGN})?\s?(?P<second>(?:{DIGITS})(?![\d/])|(?:{WORD_NUMBER})\b))?
    (?P<scales>(?:[-\s]?(?:{SCALE})\b(?!['’]s?\w)){{0,3}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
TRAILING_WORDS = deferred(rf"\s(?:and\s)?(?P<words>{WORD_NUMBER})\b(?P<scales>(?:[-\s](?:{SCALE})\b){{0,2}})", re.IGNORECASE)
UNIT_AFTER = re.compile(rf"[-\s]?(?P<unit>{UNIT})(?![A-Za-z])(?P<old>[-\s]olds?\b|\sof\sage\b)?", re.IGNORECASE)
# What a unit begins with, its first two letters or its one
UNIT_BEGINS = frozenset(word[:2].lower() for word in (*CURRENCY_WORDS, *MEASURES))
# "40 tonnes of solvent a day", "$400 per week", "200 cases daily"; but "five people a day earlier" is none
RATE = re.compile(
    r"(?P<what>(?:\s(?:of\s)?(?!an?\b|per\b|each\b|every\b|(?:dai|week|month|year)ly\b)[a-z]+(?:-[a-z]+)?){0,3}?)[\s-]"
    r"(?:(?:an?|per|each|every)[\s-](?P<period>second|minute|hour|day|week|month|year)\b(?!\s(?:ago|earlier|later|before|after|from|long|old|in|of)\b|-)"
    r"|(?P<ly>daily|weekly|monthly|annually|yearly)\b)"
)
BELOW_ZERO = deferred(r"\sbelow\szero\b")
# "a week" is one week
ARTICLE = re.compile(
    r"(?<![\w\-'])(?<!’)an?\s(?P<unit>minute|hour|day|week|fortnight|month|year|decade|century|mile|kilomet(?:er|re)|ton(?:ne)?|gallon|acre)\b"
    r"(?!['’-]|\s(?:job|trip|care|off|ago|from|zero|book)\b)",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    rf"(?<![\w\-'.,/])(?<!’)(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)"
    rf"|(?:(?P<tens>{'|'.join(TENS)})[-\s])?(?P<word>{'|'.join(ORDINAL_WORDS)}))(?![\w'’])",
    re.IGNORECASE,
)
_PART = "|".join(sorted(FRACTION_WORDS, key=len, reverse=True))
FRACTION = re.compile(
    rf"(?<![\w\-])(?:(?:(?P<count>an?|one|two|three|four|five|seven|nine)[-\s])?(?P<part>{_PART})(?=\s+(?:of|the|its|their|his|her)\b)"
    r"|(?P<many>two|three|four|five|seven|nine)-(?P<parts>thirds|quarters|fourths|fifths|sixths|eighths|tenths)\b"
    r"|(?P<sign>[½⅓⅔¼¾⅕⅛⅜⅝⅞]|(?<![\d/])[1-9]/[2-9](?![\d/]))(?=\s+of\b(?!\san?\s)))",
    re.IGNORECASE,
)
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
# "one in five", "three out of four", "9 out of 10"
PROPORTION = re.compile(
    rf"(?<![\w\-$£.,])(?<!€)(?P<part>{_FEW}|\d)\s(?:in(?:\severy)?|out\sof(?:\severy)?)\s(?P<whole>{_FEW}|\d|10|20|100)(?![\w.,:]\d)\b"
    r"(?!\s?(?:years?|days?|weeks?|months?|hours?|minutes?|seconds?|a\.m|p\.m)\b)",
    re.IGNORECASE,
)
# "half an hour", "half a percentage point", "a quarter of a mile"; "an hour and a half", "one year and a half"
HALF_LENGTH = deferred(
    rf"(?<![\w\-])(?:(?:(?P<half>half(?:\san?\s|-))|(?:a\s|one\s)?(?P<quarter>quarter[\s-](?:of\san?\s)?))(?P<unit>{UNIT})(?![A-Za-z])"
    rf"|(?:an?|one)\s(?P<whole>{UNIT})\sand\sa\shalf\b)",
    re.IGNORECASE,
)
VAGUE_NUMBER = re.compile(
    rf"(?<![\w\-])(?:(?P<before>several|couple|tens|hundreds)\s(?:of\s)?)?(?P<word>{'|'.join(VAGUE)}|hundred|thousand|million|dozen)\b",
    re.IGNORECASE,
)
_HOURS = f"{'|'.join(SMALL[1:13])}"
_PAST = r"half|(?:a\s)?quarter|five|ten|twenty|twenty-five|\d{1,2}"
CLOCK = re.compile(
    r"(?<![\w.,/:$£])(?<!€)(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)|(?P<hour24>[01]?\d"
    r"|2[0-3]):(?P<minute24>[0-5]\d)(?![:\d])|(?P<hour_z>[01]\d|2[0-3])(?P<minute_z>[0-5]\d)(?=\s?(?:GMT|UTC)\b)"
    rf"|(?P<past>{_PAST})\s(?:minutes\s)?(?P<way>past|to)\s(?P<of>{_HOURS}|1[0-2]|[1-9])\b(?![,.:]?\d|\s(?:per|of|percent|million)\b)"
    rf"|(?P<sharp>{_HOURS}|1[0-2]|[1-9])\so['’]clock"
    r"|(?P<word>noon|midnight)\b)"
    r"(?P<part>\s(?:in\sthe\s(?:early\s|late\s)?(?:morning|afternoon|evening)|at\snight)\b|\s?[ap]\.?m\b\.?)?"
    rf"(?:\s?\(?(?P<zone>{'|'.join(sorted(CLOCK_ZONES, key=len, reverse=True))})\b(?P<time>\s(?:standard\s|daylight\s|summer\s)?time\b)?)?",
    re.IGNORECASE,
)
# What each phrase does to the figure after it: how far below it (in parts of it) and above it the true one may lie; None for a loose "about"
BOUNDS: dict[str, tuple[float, float] | None] = {
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "slightly less than"), (0.1, 0.0)),
    **dict.fromkeys(("less than", "fewer than", "under", "below", "younger than", "lower than"), (0.34, 0.0)),
    **dict.fromkeys(("just over", "a little over", "slightly more than"), (0.0, 0.1)),
    **dict.fromkeys(("more than", "over", "above", "upwards of", "exceeding", "well over", "north of"), (0.0, 0.5)),
    **{f"{word}er than": (0.0, 0.5) for word in ("great", "old", "long", "tall", "high")},
    **dict.fromkeys(("at least", "no less than", "no fewer than", "no younger than", "no lower than"), (0.0, 0.5)),
    **dict.fromkeys(("up to", "as many as", "as much as", "at most", "no more than", "not more than"), (0.34, 0.0)),
    **{f"no {word}er than": (0.34, 0.0) for word in ("great", "old", "long", "tall", "high")},
    **dict.fromkeys(
        ("about", "around", "approximately", "roughly", "some", "an estimated", "estimated", "circa", "at around", "at about"), None
    ),
}
# These let the figure itself be true
INCLUSIVE = deferred(r"at least|no (?:less|fewer|younger|lower)|up to|as m|at most|no|not more")
_BOUND = "|".join(sorted((*BOUNDS, "a record", "between"), key=len, reverse=True))
BEFORE = re.compile(rf"(?:^|[\s(“\"‘—–-])(?P<word>{_BOUND})\s(?:the\s|a\s)?$", re.IGNORECASE)
# What stands before the white space in front of a figure, where that ends such a phrase
BEFORE_ENDS = tuple({*(phrase.split()[-1] for phrase in BOUNDS), "record", "between", "the", "a"})
SUFFIXES = dict.fromkeys(("or more", "plus", "+", "and counting"), (0.0, 0.5)) | dict.fromkeys(("or fewer", "or less"), (0.34, 0.0))
AFTER = re.compile(r"[\s-]?(?P<word>or more|or so|or fewer|or less|and counting|plus\b|odd\b|(?<!\s)\+)", re.IGNORECASE)
# a number after one of these names a thing (No. 2, Article 370, Route 66); after a hyphenated capital it's a model (F-16, COVID-19)
LABEL_BEFORE = re.compile(
    r"(?:\b(?:No|Nos|Article|Section|Chapter|Page|Title|Route|Highway|Interstate|Flight|Apollo|Channel|Room|Rule|Proposition"
    r"|Prop|Amendment|Resolution|Bill|Phase|Level|Tier|"
    r"Category|Windows|iPhone|Boeing|Airbus|Area|Pier|Gate|Group|Volume|Vol|Act|Part|Week|Division|Formula|Type|Class|I|US"
    r"|U\.S\.|H\.R|HR|S|SB|HB|AB)\.?\s?|[A-Za-z]-|#|@)$"
)
PHONE = re.compile(r"\+?\d{0,3}[-\s.]?\(?\d{3}\)?[-\s.]\d{3}[-\s.]\d{4}|\b\d{3}-\d{4}\b|\b1-\d{3}-\d{3}-\d{4}\b")
# What both are part of, which is looked for more quickly
LIKE_PHONE, LIKE_VERSION = re.compile(r"\d{3}[-\s.]\d{4}"), re.compile(r"\d[-./]\d")
# what is left of these once the times of day are read doesn't exist, or is a runner's time
NO_TIME = re.compile(r"\b\d{1,3}:\d{2}(?:[:.]\d{2})?\b|\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b")
VERSION = re.compile(
    r"(?=\d)(?:\b\d{1,2}-\d{1,2}-\d{4}\b|\b\d{2,4}/\d{1,4}\b|(?<!\d)\d+(?:\.\d+){2,8}|\d{1,4}(?:/\d{1,4}){2,4}"
    r"|\b9/11\b|\b24/7\b|\b7/7\b|\b50/50\b|\b20/20\b)"
)
ONE_IS_A_PRONOUN_AFTER = deferred(r"\b(?:no|any|every|some|each|this|that|which|another|not|only|the)\s$", re.IGNORECASE)
ONE_IS_NO_NUMBER_AFTER = re.compile(
    r"(?:^|\W)(?:no|any|every|some|each|this|that|the|which|another|not|only|loved|as|was|is|'s|’s|are|be|such|other|than"
    r"|former|last|next|right|wrong|new|good|big|like|by|for|only the)\s$",
    re.IGNORECASE,
)
ONE_IS_NO_NUMBER_BEFORE = re.compile(
    r"\s*(?:of\b|another\b|thing\b|day\b(?!s)|who\b|that\b|to\b|in\b|on\b|and\b|or\b|side\b|way\b|point\b|time\b|with\b|by\b"
    r"|for\b|is\b|was\b|has\b|can\b|should\b|could\b|would\b|"
    r"will\b|might\b|may\b|must\b|at\b|as\b|we\b|they\b|he\b|she\b|it\b|I\b|the\b|a\b|this\b|from\b|could\b|about\b|more\b"
    r"|such\b|[^\w\s-]|$)",
    re.IGNORECASE,
)
FUNCTION_WORDS = frozenset(
    "of the a an in on at by for to from with and or but as than that which who is are was were be been has have had will would could may might"
    " must should said into over under after before since until while when where if not his her its their our your my this these those it they"
    " he she we i you per about against during between through because so every each".split()
)
BETWEEN = deferred(rf"\sand\s(?:{SIGN})?(?P<second>{DIGITS}|{WORD_NUMBER})(?P<scales>(?:[-\s]?(?:{SCALE})\b){{0,2}})", re.IGNORECASE)
TENS_OF_YEARS = re.compile(r"\b(?:his|her|their|my|your|our) (?:early |mid |late |mid-|late-)?(?P<tens>[2-9])0s\b")
