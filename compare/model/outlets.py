"""What an account is called in sentences and on screens: its outlet, its file's name where that is a name, else its letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from compare.model.place import letter

if TYPE_CHECKING:
    from compare.model.article import Article

# A file's name that says who writes: words of letters, no running number and no hash
_SPEAKING = re.compile(r"[^\W\d_]{2,}(?:[ ._-][^\W\d_]{2,}){0,3}")
_LONGEST = 24
_SAID = re.compile("\x00(\\d+)\x00")
_NOBODY = frozenset({"article", "text", "document", "page", "index", "copy", "original", "story", "news", "untitled", "old", "new"})


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
