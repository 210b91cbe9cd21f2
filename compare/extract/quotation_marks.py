"""Stretches of text inside quotation marks, found paragraph by paragraph.

Understood are “curly”, "straight", „low“, «guillemets», ``typewriter'' and 'single' marks, mixed ones such as “this", marks that are never
closed, paragraphs that each open a mark while only the last closes one, and inner quotations, which belong to the outer one. Apostrophes,
'90s, rock 'n' roll, feet and inches are none. One pass over the characters, so that a line of any length takes linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from compare.deferred import deferred

OPENING = "“„‟«‹"
CLOSING = "”»›"
LONGEST_UNCLOSED = 2500
"""A mark that nothing closes is held to quote at most so many characters; longer ones are a slip of the typesetter's."""

_MARK = re.compile(r"[“„‟”«»‹›\"]|``|''|''|‘‘|’’")
_SINGLE_OPENING = deferred(r"(?<![\w’'.,!?;:%…])['‘](?=[\w\[(@#$£€“\"…])")
_SINGLE_CLOSING = re.compile(r"(?<=[^\s(\[—–-])['’](?![\w])")
_CLIPPED = deferred(r"['‘’](?:\d\ds?\b|(?:em|n|til|tis|twas|cause|bout|round|neath|cos|ere|kay|nuff|sup|ello|ave|im)\b)", re.IGNORECASE)
_INCHES = deferred(r"\d['’′]\s?\d{1,2}(?:\s?[½¼¾]|\.\d)?$")
_ATTRIBUTE = deferred(r"[\w-]=$")
_SENTENCE_END = deferred(r"[.!?][”\"')\]]*(?=\s)")


class Marked(NamedTuple):
    """Words in marks: ``start`` and ``end`` are of the words, ``outer_start`` and ``outer_end`` include the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    single: bool = False


def marked_stretches(text: str, spans: Sequence[tuple[int, int]]) -> list[Marked]:
    """All stretches in quotation marks, in order and without overlap; inner ones are part of the outer one. ``spans`` are the paragraphs."""
    found: list[Marked] = []
    for start, end in spans:
        doubles = _doubles(text, start, end)
        singles = _singles(text, start, end)
        found += [one for one in singles if _stands(one, doubles)]
        found += [two for two in doubles if _stands(two, singles)]
    return sorted(found, key=lambda marked: marked.outer_start)


def _stands(marked: Marked, others: Sequence[Marked]) -> bool:
    """Whether a stretch lies in none of another kind of mark; of two that cross, the one in double marks stands."""
    at = bisect_left(others, marked.outer_end, key=lambda other: other.outer_start) - 1
    while at >= 0 and others[at].outer_end > marked.outer_start:
        other = others[at]
        inside = other.outer_start <= marked.outer_start and marked.outer_end <= other.outer_end
        holds = marked.outer_start <= other.outer_start and other.outer_end <= marked.outer_end
        if inside or (marked.single and not holds):
            return False
        at -= 1
    return True


def _role(text: str, start: int, end: int, mark: re.Match[str], *, is_open: bool) -> str:
    """Whether a mark opens, closes or is none: by its form, or, for forms that do both, by the spaces about it."""
    sign, at, after = mark.group(), mark.start(), mark.end()
    before_space = at == start or text[at - 1].isspace() or text[at - 1] in "([{—–-/‘'“\"¿¡"
    after_space = after >= end or text[after].isspace() or text[after] in ".,;:!?)]}—–…"
    if sign in ("``", "‘‘") or (sign in OPENING and not (sign == "“" and is_open and after_space and not before_space)):
        return "open"
    if sign in ("''", "’’"):
        return "close" if is_open else ("open" if before_space and not after_space else "")
    if sign in CLOSING or sign == "“":
        return "close" if is_open or after_space or not before_space else "open"
    if _INCHES.search(text, max(start, at - 8), at) or (not is_open and at > start and text[at - 1].isdigit()):
        return ""
    if _ATTRIBUTE.search(text, max(start, at - 3), at):
        return "markup"
    if not is_open:
        return "open" if not after_space or before_space else ""
    if before_space and not after_space and at > start and text[at - 1].isspace():
        return "reopen"
    return "close"


def _doubles(text: str, start: int, end: int) -> list[Marked]:
    found: list[Marked] = []
    opened: re.Match[str] | None = None
    depth = 0
    markup = False
    closers_left = len(re.findall("[”»]", text[start:end]))
    for mark in _MARK.finditer(text, start, end):
        if markup:
            markup = False
            continue
        role = _role(text, start, end, mark, is_open=opened is not None)
        closers_left -= mark.group() in CLOSING
        if role == "markup":
            markup = True
        elif opened is None:
            opened = mark if role == "open" else None
            depth = 0
        elif role == "open" and closers_left > depth + 1:
            depth += 1
        elif role in ("open", "reopen"):
            if role == "reopen" and opened.group() == "“" and closers_left > 0:
                continue
            found.append(_unclosed(text, opened, mark.start()))
            opened, depth = mark, 0
        elif role == "close" and depth:
            depth -= 1
        elif role == "close":
            if mark.start() > opened.end():
                found.append(_trimmed(text, opened.start(), opened.end(), mark.start(), mark.end(), closed=True))
            opened = None
    if opened is not None and text[opened.end() : end].strip():
        found.append(_unclosed(text, opened, end))
    return [marked for marked in found if marked.end > marked.start]


def _trimmed(text: str, outer_start: int, start: int, end: int, outer_end: int, *, closed: bool, single: bool = False) -> Marked:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, outer_start, outer_end, closed, single)


def _unclosed(text: str, opened: re.Match[str], end: int) -> Marked:
    """An open mark runs to ``end``, the paragraph's or the next open mark's, unless that is unlikely far."""
    if end - opened.end() > LONGEST_UNCLOSED:
        stop = _SENTENCE_END.search(text, opened.end(), opened.end() + LONGEST_UNCLOSED)
        end = stop.end() if stop else opened.end() + LONGEST_UNCLOSED
    return _trimmed(text, opened.start(), opened.end(), end, end, closed=False)


def _singles(text: str, start: int, end: int) -> list[Marked]:
    """Stretches in single marks. They must be closed in the paragraph: an apostrophe alone opens nothing."""
    found: list[Marked] = []
    closers = [match.start() for match in _SINGLE_CLOSING.finditer(text, start, end)]
    position = start
    at = 0
    while at < len(closers):
        opening = _SINGLE_OPENING.search(text, position, end)
        if opening is None:
            break
        position = opening.end()
        if _CLIPPED.match(text, opening.start()) and not text[opening.start() + 1].isupper():
            continue
        while at < len(closers) and closers[at] <= opening.end():
            at += 1
        close = _single_close(text, opening.end(), closers, at)
        if close is not None:
            found.append(_trimmed(text, opening.start(), opening.end(), closers[close], closers[close] + 1, closed=True, single=True))
            position = closers[close] + 1
            at = close + 1
    return found


def _single_close(text: str, start: int, closers: list[int], first: int) -> int | None:
    """Which of the possible closing marks closes: the first that is surely no possessive ("the boys' coats"), else the first of all."""
    for index in range(first, min(len(closers), first + 12)):
        at = closers[index]
        if at - start > LONGEST_UNCLOSED:
            return None
        following = text[at + 1 : at + 3]
        possessive = text[at - 1] in "sSzx" and following[:1] == " " and following[1:2].isalpha()
        clipped = text[at - 2 : at] in ("'n", "’n", "‘n")
        if not possessive and not clipped:
            return index
    return first if first < len(closers) and closers[first] - start <= LONGEST_UNCLOSED else None
