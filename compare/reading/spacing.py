r"""White space in one normal form, so that every stage meets one space between words and one line a paragraph, with the way back.

A run of blanks (tabs, no-break and thin spaces among them) is one space, the line breaks of hard-wrapped paragraphs are spaces, and a word that a
line's end has halved ("au-", "thority") is whole. The article keeps its text; what was found is told in offsets of that text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from compare.data import lines
from compare.deferred import deferred

_ODD = re.compile(r"[^\S\n ]|(?<! )  ")
_BLANK = deferred(r"[^\S\n]")
# The second and further blanks of a run, and what halves a word
_LEFT_OUT = re.compile(r"(?<= ) +|(?<=[a-z])(?P<halved>-\n)(?=(?P<rest>[a-z]+))")
_BLOCK = re.compile(r"^[^\n]+(?:\n[^\n]+)+", re.MULTILINE)
_STOPPED = deferred(r"[.!?:;…][\"'”’»)\]]*$")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_SYLLABLE = deferred(r"[a-z]-$")
_WIDEST = 200


class Spacing(NamedTuple):
    """A text in the normal form and what was left out: where, in the normal text, and how many characters up to there."""

    text: str
    cuts: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the normal text in offsets of the article's own."""
        first = self._before(start)
        return first, self._before(end - 1) + 1 if end > start else first

    def _before(self, offset: int) -> int:
        cut = bisect_right(self.cuts, offset) - 1
        return offset + (self.left_out[cut] if cut >= 0 else 0)


def spaced(text: str) -> Spacing:
    """A text in the normal form; one that is in it already comes back as it is."""
    flat = unwrapped(_BLANK.sub(" ", text) if _ODD.search(text) else text)
    gaps = [_gap(found) for found in _LEFT_OUT.finditer(flat)]
    if not gaps:
        return Spacing(flat)
    lengths = list(accumulate(end - start for start, end in gaps))
    kept = "".join(flat[before[1] : after[0]] for before, after in pairwise([(0, 0), *gaps, (len(flat), len(flat))]))
    return Spacing(kept, tuple(end - length for (_, end), length in zip(gaps, lengths, strict=True)), tuple(lengths))


def _gap(found: re.Match[str]) -> tuple[int, int]:
    """What is left out: of a halved word the hyphen too, unless it parts two words ("well-", "known")."""
    if found["halved"] and found["rest"] in _common():
        return found.start() + 1, found.end()
    return found.span()


@cache
def _common() -> frozenset[str]:
    return frozenset(line.split()[0] for line in lines("frequencies.txt"))


def unwrapped(text: str) -> str:
    """The text with spaces for the line breaks that a typewriter or a mail program has put into its paragraphs; its length stays the same.

    A line break within a word stays.
    """
    return _BLOCK.sub(lambda block: _unwrapped(block[0]), text) if "\n" in text else text


def _unwrapped(block: str) -> str:
    """Lines without an empty one between them, joined where they are one paragraph."""
    lines_ = block.split("\n")
    breaks = list(pairwise(lines_))
    width = max(map(len, lines_))
    full = [_is_full(above, below, width) for above, below in breaks]
    if width > _WIDEST or not _is_wrapped(breaks, full):
        return block
    joined = lines_[0]
    for (above, below), filled in zip(breaks, full, strict=True):
        ends = _STOPPED.search(above) and not filled
        halved = _SYLLABLE.search(above) and below[:1].islower()
        joined += ("\n" if ends or halved else " ") + below
    return joined


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether the next line's first word had no room in this one."""
    word = _FIRST_WORD.match(below)
    return word is not None and len(above) + len(word[1]) >= width


def _is_wrapped(breaks: Sequence[tuple[str, str]], full: Sequence[bool]) -> bool:
    """Whether lines break where they are full, in mid-sentence, and go on with a small letter often enough for no list of items to look so."""
    open_ = sum(not _STOPPED.search(above) for above, _ in breaks)
    lower = sum(below[:1].islower() for _, below in breaks)
    return sum(full) >= 0.8 * len(full) and open_ >= 0.5 * len(full) and lower >= max(1, 0.3 * len(full))
