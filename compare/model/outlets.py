"""What an account is called in sentences and on screens: its outlet, its file's name where that is a name, else its letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from compare.deferred import deferred
from compare.model.place import letter

if TYPE_CHECKING:
    from compare.model.article import Article

# A file's name that says who writes: words of letters, no running number and no hash
_SPEAKING = re.compile(r"[^\W\d_]{2,}(?:[ ._-][^\W\d_]{2,}){0,3}")
_LONGEST = 24
_SAID = re.compile("\x00(\\d+)\x00")
_NOBODY = frozenset(
    {"stdin", "article", "text", "document", "page", "index", "copy", "original", "story", "news", "untitled", "old", "new"}
)


def outlet_names(articles: Sequence[Article]) -> tuple[str, ...]:
    """A name for each article, all different: the outlet that it gives, its file's name where that is a name, else its letter."""
    names = [article.outlet or _from_file(article) for article in articles]
    often = Counter(name for name in names if name)
    return tuple(
        letter(number) if not name else f"{name} ({letter(number)})" if often[name] > 1 else name for number, name in enumerate(names)
    )


def _from_file(article: Article) -> str:
    name = PurePath(article.source).name
    stem = name.rpartition(".")[0] or name
    fits = _SPEAKING.fullmatch(stem) and len(stem) <= _LONGEST and stem.casefold() not in _NOBODY and stem != article.source
    return stem if fits else ""


def voice(article: int) -> str:
    """What stands for an article's name in a sentence until :func:`spoken` puts the name in. No text holds the sign: NUL is made inert."""
    return f"\x00{article}\x00"


def spoken(sentence: str, names: Sequence[str]) -> str:
    """A sentence with the articles' names in, and one full stop at its end ("F.B.I.", not "F.B.I..")."""
    said = _SAID.sub(lambda found: names[int(found[1])], sentence)
    return said[:-1] if said.endswith("..") and not said.endswith("...") else said


# What journalists call them; the wire services by their own codes
_KNOWN = {
    "associated press": "APNews",
    "agence france presse": "AFP",
    "reuters": "RTRS",
    "bloomberg": "BBG",
    "washington post": "WaPo",
    "wall street journal": "WSJ",
    "financial times": "FTimes",
    "los angeles times": "LAT",
    "usa today": "USAT",
    "new yorker": "NYer",
    "france 24": "F24",
    "daily mail": "Mail",
    "daily mirror": "Mirror",
    "daily express": "DExpr",
    "globe and mail": "Globe",
    "new york magazine": "NYMag",
    "dr": "DRnews",
    "dw": "DWelle",
    "rt": "RTnews",
    "huffington post": "HuffPo",
    "huffpost": "HuffPo",
    "guardian": "Guardn",
    "al jazeera": "AlJaz",
    "economist": "Econ",
    "politico": "Poltco",
}
_ARTICLES = frozenset("the a an le la les el los der die das il".split())
_LITTLE = frozenset("of and for in on at de du des & online news com org net co uk".split())
_ENDINGS = frozenset({"online", "news", "com"})
_LETTERS = deferred(r"[^\W_]+")
_CHIP = 6


def chips(articles: Sequence[Article]) -> tuple[str, ...]:
    """A short name for each article, all different: what its outlet is known by, initials or the beginning of its name, of three to six
    letters (a name that has fewer stands whole); its letter (A, B …) where nothing is known of it.
    """
    return chips_of([article.outlet or _from_file(article) for article in articles])


def chips_of(names: Sequence[str]) -> tuple[str, ...]:
    """As :func:`chips`, for outlets by name; an empty name is one of which nothing is known."""
    made = [_chip(name) if name else letter(number) for number, name in enumerate(names)]
    often = Counter(chip.casefold() for chip in made)
    longer = [_halves(name) if name and often[chip.casefold()] > 1 else chip for name, chip in zip(names, made, strict=True)]
    often = Counter(chip.casefold() for chip in longer)
    return tuple(
        chip if often[chip.casefold()] == 1 else f"{chip[: _CHIP - 1 - len(letter(number))]}-{letter(number)}"
        for number, chip in enumerate(longer)
    )


def _chip(name: str) -> str:
    words: list[str] = [word for word in _LETTERS.findall(name) if word.casefold() not in _ARTICLES] or _LETTERS.findall(name)
    whole = " ".join(words).casefold()
    telling = [word for word in words if word.casefold() not in _LITTLE] or words
    by_ear = " ".join(_LETTERS.findall(name)).casefold().removeprefix("the ")
    known = next((chip for outlet, chip in _KNOWN.items() if outlet in (whole, by_ear) or whole.startswith(f"{outlet} ")), "")
    if known or not telling:
        return known or name[:_CHIP]
    first = telling[0]
    if len(telling) > 2 or (len(telling) > 1 and any(word.casefold() in {"of", "and", "de"} for word in words)):
        return "".join(word[0] for word in words if word.casefold() not in _ENDINGS)[:_CHIP].upper()
    if len(first) <= 2 and len(telling) > 1:
        return f"{first}{telling[1]}"[:_CHIP]
    if first.islower():  # from a file's name
        return first.upper() if len(first) == 3 else first[:_CHIP].capitalize()
    return first[:_CHIP]


def _halves(name: str) -> str:
    """Three letters of each of the first two words, for a chip that another outlet has as well."""
    words = [word for word in _LETTERS.findall(name) if word.casefold() not in _ARTICLES | _LITTLE - _ENDINGS]
    if len(words) < 2 or words[0].isupper():
        return _chip(name)
    return "".join(word[:3].capitalize() for word in words[:2])
