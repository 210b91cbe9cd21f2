"""Finding words in the texts: without regard to case, accents, kinds of quotation marks and line breaks, unless it is asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from time import monotonic
from typing import NamedTuple

from compare.errors import NewsdiffError

Span = tuple[int, int, int]
"""An article and a stretch of its text: (article, start, end), in code points."""

MOST = 5000
"""Hits at most: nobody walks through more, and lighting them all would take its time."""

_QUOTATION_MARKS = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')


class Wanted(NamedTuple):
    """What is looked for. ``case``: capital letters and accents count; ``words``: whole words only; ``regex``: the text is a pattern."""

    text: str
    case: bool = False
    words: bool = False
    regex: bool = False


PATIENCE = 3.0
"""Seconds after which a regular expression is given up: some take longer than anybody lives."""


class BadPattern(NewsdiffError):
    """The user's regular expression can't be used; the message says why, in one line."""


def find(texts: Sequence[str], wanted: Wanted) -> list[Span]:
    """Where it stands in the texts, article by article; at most :data:`MOST` hits.

    Raises BadPattern for a regular expression that is none.
    """
    if not wanted.text.strip():
        return []
    pattern = compiled(wanted)
    found: list[Span] = []
    for article, text in enumerate(texts):
        folded, offsets = (text, None) if wanted.case else fold(text)
        hits = (match.span() for match in pattern.finditer(folded) if match.end() > match.start())
        for start, end in islice(hits, MOST - len(found)):
            found.append((article, start, end) if offsets is None else (article, offsets[start], offsets[end - 1] + 1))
    return found


def find_in_time(texts: Sequence[str], wanted: Wanted, cancelled: Callable[[], bool]) -> list[Span]:
    """As :func:`find`, for any pattern: one that may take for ever is tried in another process, which is ended after :data:`PATIENCE`.

    Raises NotWanted as soon as ``cancelled`` says so.
    """
    if not wanted.regex:
        return find(texts, wanted)
    from tui.worker_process import NoProcess, NotWanted, in_worker_process

    until = monotonic() + PATIENCE
    try:
        return next(in_worker_process(_found, texts, wanted, cancelled=lambda: cancelled() or monotonic() > until))
    except NotWanted:
        if cancelled():
            raise
        raise BadPattern(f"stopped after {PATIENCE:g} seconds: this pattern is too slow") from None
    except NoProcess:
        return find(texts, wanted)


def _found(texts: Sequence[str], wanted: Wanted) -> Iterator[list[Span]]:
    yield find(texts, wanted)


def compiled(wanted: Wanted) -> re.Pattern[str]:
    """The pattern for texts as :func:`fold` gives them (as they are, where case counts)."""
    if wanted.regex:
        written = wanted.text if wanted.case else _without_accents(wanted.text.translate(_QUOTATION_MARKS))
    else:
        words = (wanted.text if wanted.case else fold(wanted.text)[0]).split()
        written = r"\s+".join(map(re.escape, words))
    if wanted.words:
        written = rf"(?<!\w)(?:{written})(?!\w)"
    try:
        return re.compile(written, re.MULTILINE if wanted.case else re.MULTILINE | re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise BadPattern(f"not a regular expression: {' '.join(str(error).split())}") from None


@lru_cache(maxsize=32)
def fold(text: str) -> tuple[str, Sequence[int] | None]:
    """Small letters without accents, and for each of them its offset in the text; None where they are the same."""
    plain = text.translate(_QUOTATION_MARKS)
    if plain.isascii():
        return plain.lower(), None
    letters: list[str] = []
    offsets: list[int] = []
    known: dict[str, str] = {}
    for offset, character in enumerate(plain):
        folded = known.get(character)
        if folded is None:
            folded = known[character] = _without_accents(character.casefold())
        letters.append(folded)
        offsets.extend([offset] * len(folded))
    return "".join(letters), offsets


def _without_accents(text: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
