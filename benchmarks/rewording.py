"""The same in other words: what a desk does to a wire report without changing what it says. Shares no code with the detector."""

from __future__ import annotations

import random
import re
from collections.abc import Callable


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_UNITS = _listed("one two three four five six seven eight nine ten eleven twelve")
_SWAPS = (
    ("said that", "said"),
    ("began", "started"),
    ("announced", "declared"),
    ("killed", "claimed the lives of"),
    ("about 1", "around 1"),
    ("nearly", "almost"),
    ("wanted to", "wished to"),
    ("said in a statement", "stated"),
    ("told reporters", "told journalists"),
    ("children", "kids"),
    ("help", "assistance"),
    ("purchase", "buying"),
    ("criticised", "attacked"),
    ("country", "nation"),
    ("lawyer", "attorney"),
    ("injured", "hurt"),
    ("plan", "proposal"),
    ("firm", "company"),
    ("company", "firm"),
    ("agreement", "deal"),
    ("deal", "agreement"),
    ("shortly after", "soon after"),
    ("talks", "discussions"),
    ("discussions", "talks"),
    ("officials said", "authorities said"),
    ("is expected to", "is likely to"),
    ("employs", "has a workforce of"),
    ("offered", "volunteered"),
    ("bought", "acquired"),
    ("found", "discovered"),
    ("welcomed", "praised"),
    ("big", "large"),
    ("will host", "is going to host"),
    ("must", "has to"),
    ("might", "may"),
    ("doctors", "physicians"),
    ("large", "big"),
    ("important", "significant"),
    ("stressed", "underlined"),
    ("met", "held a meeting with"),
    ("issues", "matters"),
    ("as well as", "and also"),
    ("strengthening", "deepening"),
    ("ties", "relations"),
    ("police", "officers"),
    ("allegedly", "reportedly"),
    ("more than", "over"),
    ("last", "final"),
)


def reworded(text: str, chance: random.Random, strength: int = 3) -> str:
    """``text`` after up to ``strength`` neutral changes; a sentence that none of them fits comes back as it is."""
    operations: list[Callable[[str, random.Random], str]] = [
        _synonyms,
        _front,
        _numbers,
        _marks,
        _short_forms,
        _contractions,
        _speaker_first,
        _dates,
        _adverb,
    ]
    chance.shuffle(operations)
    done = 0
    for operation in operations:
        changed = operation(text, chance)
        done += changed != text
        text = changed
        if done >= strength:
            break
    return text


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    if text.count("“") != text.count("”") or text.count('"') % 2:
        # a quotation that goes on in the next sentence: nothing is sure to stand outside it
        return text
    pieces = re.split(r"([“\"][^”\"]*[”\"])", text)
    return "".join(piece if number % 2 else change(piece) for number, piece in enumerate(pieces))


def _synonyms(text: str, chance: random.Random) -> str:
    swaps = [(old, new) for old, new in _SWAPS if re.search(rf"\b{old}\b", re.sub(r"[“\"][^”\"]*[”\"]", "", text)) and old != "last"]
    for old, new in chance.sample(swaps, min(2, len(swaps))):
        text = _outside_quotes(text, lambda piece, old=old, new=new: re.sub(rf"\b{old}\b", new, piece, count=1))  # type: ignore[misc]
    return text


def _front(text: str, chance: random.Random) -> str:
    """ "X met Y on Monday." → "On Monday, X met Y." and back."""
    moved = re.fullmatch(
        r"([A-Z][^“”\",;]{20,}?) ((?:on|in|by) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January"
        r"|April|June|July|August|September|October|November|December|(?:19|20)\d\d)(?: \d{4})?)\.",
        text,
    )
    if moved:
        start = moved[1]
        lowered = start[0].lower() + start[1:] if re.match(r"(?:The|A|An|If|His|Her|Two|Some|Under|About|At) ", start) else start
        return f"{moved[2][0].upper()}{moved[2][1:]}, {lowered}."
    fronted = re.fullmatch(r"((?:In|On|Under|After) [A-Z0-9][\w ]{2,20}), ([^“”\"]{20,})\.", text)
    if fronted:
        rest = fronted[2]
        return f"{rest[0].upper()}{rest[1:]} {fronted[1][0].lower()}{fronted[1][1:]}."
    return text


def _numbers(text: str, chance: random.Random) -> str:
    def change(piece: str) -> str:
        piece = re.sub(r"(?<=\d) percent\b", "%", piece) if "percent" in piece else re.sub(r"(?<=\d)%", " percent", piece)
        piece = re.sub(r"(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,])", r"\1\2", piece) if chance.random() < 0.5 else piece
        piece = (
            re.sub(r"\$(\d+(?:\.\d+)?) (million|billion)\b", r"\1 \2 dollars", piece)
            if chance.random() < 0.5
            else re.sub(r"(\d) million\b", r"\1m", piece)
        )
        piece = re.sub(r"(?<![\d.,$£€-])([2-9]|1[0-2])(?= [a-z])", lambda found: _UNITS[int(found[1]) - 1], piece)
        counted = "people|patients|seats|goals|ships|jobs|firefighters|reporters|months|years|hours|children|rounds"
        if chance.random() < 0.5:
            piece = re.sub(rf"\b({'|'.join(_UNITS[1:])})\b(?= (?:{counted}))", lambda found: str(_UNITS.index(found[1]) + 1), piece)
        return piece

    return _outside_quotes(text, change)


def _marks(text: str, chance: random.Random) -> str:
    if "“" in text:
        return text.replace("“", '"').replace("”", '"').replace("’", "'")
    if text.count('"') == 2:
        return text.replace('"', "“", 1).replace('"', "”", 1)
    return text.replace("’", "'") if chance.random() < 0.5 else text.replace("'", "’")


def _short_forms(text: str, chance: random.Random) -> str:
    for long, short in (
        ("United States", "U.S."),
        ("Senator ", "Sen. "),
        ("Governor ", "Gov. "),
        ("Representative ", "Rep. "),
        ("Professor ", "Prof. "),
        ("Prime Minister ", "PM "),
        ("European Union", "EU"),
        ("United Nations", "UN"),
        ("Mr. ", ""),
        ("Ms. ", ""),
        ("Colonel ", "Col. "),
        ("centimeters", "cm"),
        ("U.S. ", "US "),
    ):
        text = _outside_quotes(text, lambda piece, long=long, short=short: piece.replace(long, short))  # type: ignore[misc]
    return text


def _contractions(text: str, chance: random.Random) -> str:
    return _outside_quotes(
        text,
        lambda piece: re.sub(r"\b(did|does|do|has|had|have|was|were|is|are|would|could|should) not\b", r"\1n't", piece).replace(
            "will not", "won't"
        ),
    )


def _speaker_first(text: str, chance: random.Random) -> str:
    """ "“…,” said X." → "X said: “….”" and "S, X said." → "X said S."."""
    quoted = re.fullmatch(r"[“\"]([^”\"]+),[”\"] (?:said ([A-Z][^,.]+)|((?:[A-Z][\w.]+ ){0,3}[A-Z]\w+) said)\.", text)
    if quoted:
        return f"{quoted[2] or quoted[3]} said: “{quoted[1]}.”"
    said = re.fullmatch(r"((?:The|A|At least|About) [^“”\"]{25,}), ([\w ]+) said\.", text)
    if said:
        return f"{said[2][0].upper()}{said[2][1:]} said {said[1][0].lower()}{said[1][1:]}."
    return text


def _dates(text: str, chance: random.Random) -> str:
    months = {
        "January": "Jan.",
        "February": "Feb.",
        "August": "Aug.",
        "September": "Sept.",
        "October": "Oct.",
        "November": "Nov.",
        "December": "Dec.",
    }
    text = re.sub(r"\b([A-Z][a-z]+) (\d{1,2}), (\d{4})", r"\2 \1 \3", text)
    for long, short in months.items():
        text = re.sub(rf"\b{long} (?=\d{{1,2}}\b)", f"{short} ", text)
    return text


def _adverb(text: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return re.sub(r"\bhas (?=\w+ed\b)", "has now ", text, count=1)
    return re.sub(r"(?<=[a-z]) also\b", "", text, count=1)
