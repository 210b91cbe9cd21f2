"""What an exported file is called where nobody said so: the story in a few words, and who tells it (``jaishankar-rubio-kuala-lumpur-nyt-fox``)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from compare.data import lines
from compare.extract.mentions import find_mentions
from compare.model import Article, letter
from compare.model.outlets import chips
from compare.text.gazetteer import countries
from compare.text.sentences import split

_LEAD = 300
"""Code points in which a report names whom it is about."""
_OPENING = 2_000
"""So much is read to understand them."""
_NAMES = 3
_WORDS = 4
_OUTLETS = 6
_LONGEST = 80
_COMMON = 400
"""Of 10,000 sentences, those that hold a word which tells no story (the, after, said), at least."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_TAKEN = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""What a file can't be called on Windows."""


def file_stem(articles: Sequence[Article]) -> str:
    """A name without an ending: whom the first lines of several articles name (persons by their last name, no countries), else the first words
    of the base's headline; then the outlets' chips where outlets are known. Only letters, digits and hyphens; "newsdiff" where nothing is left.
    """
    named = _named(articles)
    story = named if len(named) > 1 else _slugs(_telling(articles[0].title))[:_WORDS]
    told = [chip for number, chip in enumerate(chips(articles)) if chip != letter(number)]
    outlets = _slugs(told) if len(articles) <= _OUTLETS else [str(len(articles)), "accounts"]
    stem = "-".join(story)[:_LONGEST].strip("-")
    stem = "-".join(part for part in (stem, *outlets) if part) or "newsdiff"
    return f"newsdiff-{stem}" if _TAKEN.fullmatch(stem) else stem


def unused(folder: Path, stem: str, ending: str) -> Path:
    """The file of this name in a folder; with a number where there is one already."""
    path, number = folder / f"{stem}{ending}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem}-{number}{ending}"
    return path


def _named(articles: Sequence[Article]) -> list[str]:
    """Who and what the first lines of at least two articles name, whom most name first."""
    often: Counter[str] = Counter()
    for article in articles:
        opening = replace(article, text=article.text[:_OPENING])
        found = (mention for mention in find_mentions(opening, split(opening.text)[0]) if mention.end <= _LEAD)
        often.update(list(dict.fromkeys(filter(None, (_called(mention.text, mention.type) for mention in found)))))
    least = min(2, len(articles))
    return [slug for slug, count in sorted(often.items(), key=lambda item: -item[1]) if count >= least][:_NAMES]


def _telling(title: str) -> Iterator[str]:
    common = {word for word, count in map(str.split, lines("frequencies.txt")) if int(count) >= _COMMON}
    yield from (word for word in _WORD.findall(title) if word.casefold() not in common and len(word) > 1)


def _called(name: str, kind: str) -> str:
    words = _slugs(_WORD.findall(name))
    if kind == "group" or name in countries() or len(words) > _NAMES:
        return ""
    return "-".join(words[-1:] if kind == "person" else words)


def _slugs(words: Iterable[str]) -> list[str]:
    """Words in small letters that any system takes: without accents and signs; those of other scripts as they are."""
    plain = ("".join(sign for sign in unicodedata.normalize("NFKD", word) if sign.isalnum()).casefold() for word in words)
    return [word for word in plain if word]
