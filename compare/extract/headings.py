"""Names in headings of title case and in shouted text, where a capital letter means nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from compare.data import tables
from compare.deferred import deferred
from compare.extract import organisations as cues
from compare.extract.openers import OPENERS
from compare.extract.titles import role_before
from compare.model import EntityType, Mention, Sentence
from compare.text.gazetteer import groups, places
from compare.text.words import tokens

_TABLES = tables("name_cues.txt")

Style = Literal["plain", "title", "caps"]

_LOWER_WORD = re.compile(r"(?<![\w-])[a-z]{4,}")
_FIRM = deferred(r"\b(?:[A-Z]{3,}[ \n]){0,3}[A-Z]{3,},? (?:INC|CORP|LTD|LLC|PLC|CO)\b\.?")
_COMMON = _TABLES["common"]
_LONGEST = 6


def style(sentence: Sentence) -> Style:
    """Whether a sentence's capital letters tell names from other words ("plain") or not."""
    if sentence.kind == "sentence" and _LOWER_WORD.search(sentence.text):
        return "plain"
    words = [word for _, _, word in tokens(sentence.text) if len(word) > 1 and word[0].isalpha()]
    if len(words) < 3:
        if len(words) == 2 and all(word.isupper() for word in words) and len(sentence.text.split()) == 2:
            return "caps"
        if sentence.kind != "heading" or not words:
            return "plain"
        return "caps" if all(word.isupper() for word in words) else "title"
    if sum(word.isupper() for word in words) * 10 >= len(words) * 7:
        return "caps"
    content = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in content)
    if sentence.kind == "heading":
        return "title" if capitals * 10 >= len(content) * 7 and len(content) > 1 else "plain"
    return "title" if capitals == len(content) > 5 and not sentence.text.endswith(".") else "plain"


def look_up(text: str, sentence: Sentence, number: int, known: Mapping[str, EntityType], *, shouted: bool) -> Iterator[Mention]:
    """The names in a heading or shouted sentence that the rest of the text (``known``) or the tables know."""
    end = 0
    if shouted:
        for match in _FIRM.finditer(sentence.text):
            name = match[0]
            while " " in name and name.split(" ", 1)[0].capitalize() in OPENERS:
                name = name.split(" ", 1)[1]
            start = sentence.start + match.end() - len(name)
            yield Mention(start, sentence.start + match.end(), name, "organisation", number)
    words = [(start, end + sentence.text.startswith(".", end)) for start, end, word in tokens(sentence.text) if word[0].isalpha()]
    for index, (start, _) in enumerate(words):
        if start < end or not sentence.text[start].isupper():
            continue
        for size in range(min(_LONGEST, len(words) - index), 0, -1):
            kind, stop = _named(sentence.text, start, words[index + size - 1][1], known, shouted=shouted)
            if kind is not None:
                role = role_before(text, sentence.start, sentence.start + start) if kind == "person" else None
                end = stop
                yield Mention(
                    sentence.start + start,
                    sentence.start + stop,
                    sentence.text[start:stop],
                    kind,
                    number,
                    role.text if role else "",
                    role.start if role else -1,
                )
                break


def proper(name: str) -> str:
    """A shouted name as it is usually written: "KUALA LUMPUR" → "Kuala Lumpur"; words with dots stay ("U.S.")."""
    return " ".join(word.capitalize() if word.isupper() and "." not in word else word for word in name.split(" "))


def _named(text: str, start: int, end: int, known: Mapping[str, EntityType], *, shouted: bool) -> tuple[EntityType | None, int]:
    bare = _bare_end(text, start, end)
    for stop in (end, bare) if bare != end else (end,):
        name = text[start:stop]
        if name in known:
            return known[name], stop
        full = proper(name) if shouted and len(name) > 3 else name
        if full in _COMMON:
            continue
        if full in places():
            return "place", stop
        if full in groups():
            return "group", stop
        if full in cues.BODIES and (not shouted or len(full) > 3):
            return "organisation", stop
    return None, end


_ENDS = frozenset("sS.'’,-")
"""What the endings that a name loses end in."""


def _bare_end(text: str, start: int, end: int) -> int:
    """``end`` without a possessive, a stop or a hyphenated end."""
    name = text[start:end]
    if name[-1:] not in _ENDS and "-" not in name:
        return end
    for ending in ("'s", "’s", "'S", "’S", ".", "'", "’", ",", "-"):
        if name.endswith(ending):
            return end - len(ending)
    return start + name.rfind("-") if "-" in name else end
