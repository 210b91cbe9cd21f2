"""What an account is called in sentences and on screens: its outlet, its file's name where that is a name, else its letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING
from unicodedata import normalize

from compare.deferred import deferred
from compare.model.place import letter

if TYPE_CHECKING:
    from compare.model.article import Article
    from compare.model.comparison import Comparison

# A file's name that says who writes: words of letters, no running number and no hash
_SPEAKING = re.compile(r"[^\W\d_]{2,}(?:[ ._-][^\W\d_]{2,}){0,3}")
_LONGEST = 24
_TAIL = re.compile(r"(?:[ ._-](?:online|web|news|com))+$", re.IGNORECASE)  # what an outlet's file may end in besides, whatever its length
_LONGEST_CODE = 5
_CODES = frozenset("aap abc afp ani ansa ap dpa efe pti ria tass upi usa".split())
_SMALL = frozenset("of and for in on at de du des la le da do dos der die das und et y the".split())
_DOMAINS = frozenset("com org net".split())
_SAID = re.compile("\x00(\\d+)\x00")
_NOBODY = frozenset(
    {"stdin", "article", "text", "document", "page", "index", "copy", "original", "story", "news", "untitled", "old", "new"}
)


def outlet_names(articles: Sequence[Article]) -> tuple[str, ...]:
    """A name for each article, all different: the outlet that it gives, its file's name where that is a name, else its letter."""
    names = [article.outlet or _written_out(_from_file(article)) for article in articles]
    often = Counter(name for name in names if name)
    return tuple(
        letter(number) if not name else f"{name} ({letter(number)})" if often[name] > 1 else name for number, name in enumerate(names)
    )


def _from_file(article: Article) -> str:
    name = PurePath(article.source).name
    stem = name.rpartition(".")[0] or name
    bare = _TAIL.sub("", stem)
    fits = _SPEAKING.fullmatch(bare) and len(bare) <= _LONGEST and bare.casefold() not in _NOBODY and stem != article.source
    return stem if fits else ""


def _written_out(stem: str) -> str:
    """A file's name as an outlet's: bbc-news is BBC News, the-guardian The Guardian. One that has capitals stays as it is."""
    if not stem.islower():
        return stem
    words = stem.replace("-", " ").replace("_", " ").split()
    if len(words) > 1 and words[-1] in _DOMAINS:
        words = words[:-1]
    return " ".join(_word(word, first=not at) for at, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    """A word of an outlet's name: codes (CNN, MSNBC) have no vowel to be read by, or are known."""
    mute = len(word) <= _LONGEST_CODE and not word.endswith("y") and not any(map(_is_vowel, word))
    return word.upper() if mute or word in _CODES else word if word in _SMALL and not first else _capital(word)


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
    "washington examiner": "WashEx",
    "washington times": "WashTi",
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
    "mother jones": "MoJo",
    "fivethirtyeight": "538",
    "theblaze": "Blaze",
    "rollingstone": "RStone",
    "atlantic": "Atlant",
    "repubblica": "Repub",
    "dr": "DRnews",
    "dw": "DWelle",
    "rt": "RTnews",
    "huffington post": "HuffPo",
    "huffpost": "HuffPo",
    "al jazeera": "AlJaz",
    "economist": "Econ",
}
_ARTICLES = frozenset("the a an le la les el los der die das il".split())
_LITTLE = frozenset("of and for in on at de du des & online web news com org net co uk".split())
_ENDINGS = frozenset({"online", "web", "news", "com"})
_COMMON = frozenset("daily sunday morning evening new national american".split())
"""First words that many outlets share: the second one tells which it is."""
_LETTERS = deferred(r"[^\W_]+")
_CHIP = 6


def chips(articles: Sequence[Article]) -> tuple[str, ...]:
    """A short name for each article, all different: what its outlet is known by, initials or its name shortened, of three to six
    letters (a name that has fewer stands whole); its letter (A, B …) where nothing is known of it.
    """
    return chips_of([article.outlet or _from_file(article) for article in articles])


def chips_in(comparison: Comparison) -> tuple[str, ...]:
    """The chips of a comparison's articles, in their order."""
    return chips([analysis.article for analysis in comparison.articles])


def chips_of(names: Sequence[str]) -> tuple[str, ...]:
    """As :func:`chips`, for outlets by name; an empty name is one of which nothing is known."""
    made = [_chip(name) if name else letter(number) for number, name in enumerate(names)]
    often = Counter(chip.casefold() for chip in made)
    longer = [
        _halves(_telling(name)) or chip if name and often[chip.casefold()] > 1 else chip for name, chip in zip(names, made, strict=True)
    ]
    often = Counter(chip.casefold() for chip in longer)
    return tuple(
        chip if often[chip.casefold()] == 1 else f"{chip[: _CHIP - 1 - len(letter(number))]}-{letter(number)}"
        for number, chip in enumerate(longer)
    )


def _words(name: str) -> list[str]:
    found: list[str] = _LETTERS.findall(name)
    return [word for word in found if word.casefold() not in _ARTICLES] or found


def _telling(name: str) -> list[str]:
    words = _words(name)
    return [word for word in words if word.casefold() not in _LITTLE] or words


def _chip(name: str) -> str:
    words, telling = _words(name), _telling(name)
    whole = " ".join(words).casefold()
    by_ear = " ".join(_LETTERS.findall(name)).casefold().removeprefix("the ")
    known = next((chip for outlet, chip in _KNOWN.items() if outlet in (whole, by_ear) or whole.startswith(f"{outlet} ")), "")
    if known or not telling:
        return known or name[:_CHIP]
    first = telling[0]
    if len(telling) > 2 or (len(telling) > 1 and any(word.casefold() in {"of", "and", "de"} for word in words)):
        return "".join(word[0] for word in words if word.casefold() not in _ENDINGS)[:_CHIP].upper()
    if len(telling) > 1:
        second = telling[1]
        if len(first) <= 2:
            return f"{first}{second}"[:_CHIP]
        if first.casefold() in _COMMON and len(second) < _CHIP:
            return f"{first[0].upper()}{_capital(second)}"
        if first.casefold() in _COMMON or len(first) > _CHIP:
            return _halves(telling)
    if first.islower():  # from a file's name
        first = first[:3] if first[3:] == "news" else first  # nbcnews
        is_code = len(first) == 3 or (len(first) == 4 and not any(map(_is_vowel, first)))
        return first.upper() if is_code else _capital(_shortened(first))
    return _shortened(first)


def _halves(words: Sequence[str]) -> str:
    """Three letters of each of the first two words; "" where there is one, or the first is known by its initials."""
    return "".join(_capital(word[:3]) for word in words[:2]) if len(words) > 1 and not words[0].isupper() else ""


def _capital(word: str) -> str:
    """A word as part of a chip: letters that are capitals already stay so."""
    return word[0].upper() + word[1:]


def _shortened(word: str) -> str:
    """A long word as people shorten it: without letters that one reads all the same (Guardn, Poltco), or, if it is very long, cut after a
    syllable (Indep, Chron).
    """
    if len(word) <= _CHIP + 2:
        for at in range(len(word) - 1, 0, -1):
            if len(word) > _CHIP and word[at].casefold() == word[at - 1].casefold():
                word = word[:at] + word[at + 1 :]
        for at in range(len(word) - 2, 0, -1):
            if len(word) > _CHIP and _is_vowel(word[at]):
                word = word[:at] + word[at + 1 :]
        return word[:_CHIP]
    closed = [end for end in range(4, _CHIP + 1) if not (_is_vowel(word[end - 1]) or _is_vowel(word[end]) or word[end - 1] == word[end])]
    cut = word[: closed[-1] if closed else _CHIP]
    while len(cut) > 3 and _is_vowel(cut[-1]):
        cut = cut[:-1]
    return cut


def _is_vowel(letter: str) -> bool:
    return normalize("NFD", letter.casefold())[0] in "aeiou"
