"""Making foreign text inert, and its letters whole, before anything else sees it.

A terminal obeys control characters, and bidirectional overrides make text read otherwise than it is: each is replaced by a visible sign. What
nobody sees but searches and comparisons trip over (soft hyphens, zero-width characters) is removed. Every place is recorded, so that the source's
text can be had again.
"""

from __future__ import annotations

import os
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from compare.deferred import deferred
from compare.model import Change, ChangeKind
from compare.reading.lookalikes import disguised

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES[0x7F] = "\u2421"
_REPLACED = dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000), 0xFEFF], "\ufffd")
_TABLE = {**_PICTURES, **_REPLACED, 0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
_NEEDED = deferred(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""What the table replaces, as ranges: a class of its two thousand single characters takes long to compile."""

_ENTITY = deferred(r"&(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_ACCENTED = deferred(r"[^\W_][\u0300-\u036f]+")


def unescaped(text: str) -> str:
    """The text with the characters that HTML's commonest escapes stand for ("&amp;", "&#8217;"), where a page was saved or pasted as text."""
    if not _ENTITY.search(text):
        return text
    from html import unescape  # rarely needed, and not quick to import

    return _ENTITY.sub(lambda entity: unescape(entity[0]), text)


def composed(text: str) -> str:
    """The text with each letter that carries its accents as characters of their own (as some systems and PDF files write them) as one character,
    where Unicode has one: canonically the same text, but words no longer end at an accent.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return _ACCENTED.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), text)


def inert(text: str) -> str:
    r"""The text with no character that a terminal or a page would obey; line ends become ``\\n``.

    C0 controls become their control pictures (U+2400 and on); C1 controls, bidirectional overrides and isolates, stray byte order marks and
    lone surrogates become U+FFFD; each one to one, but for ``\\r\\n``, which becomes one ``\\n``.
    """
    if all(map(str.isprintable, text.split("\n"))):  # none of them is: quicker than looking for each
        return text
    if not _NEEDED.search(text):
        return text
    return (
        text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n").translate(_TABLE)
    )


def shown_path(path: str | os.PathLike[str]) -> str:
    """A path, or another name, as one safe line to show: as :func:`inert`, with line ends and tabs as their pictures. It may name no file."""
    return inert(os.fspath(path)).replace("\n", "\u240a").replace("\t", "\u2409")


MOST_CHANGES = 5_000
"""Changes of one text that are kept one by one; what a stranger text has beyond is recorded as one."""

# Joiners belong to Arabic, Indic and Burmese letters and to emoji; between letters that need none they only hide a word from searches.
_JOINER = "(?<=[0-9A-Za-z\u00c0-\u052f])[\u200c\u200d]+(?=[0-9A-Za-z\u00c0-\u052f])"
_INVISIBLE = rf"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\U000e0001-\U000e001f]+|{_JOINER}"
_CHANGED = deferred(
    rf"(?P<invisible>{_INVISIBLE})"
    r"|(?P<direction>[\u202a-\u202e\u2066-\u2069]+)"
    r"|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]+)"
    r"|(?P<composed>[^\W_][\u0300-\u036f]+)"
)

_HARMLESS = re.compile("[\t\n -%'-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Latin letters and the marks of its typography: nothing that would be changed, and no letter that is another's double. Most news is all of this."""


def line_ends(text: str) -> str:
    r"""The text with ``\\n`` for each of its line ends, and no byte order mark before it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text.translate(_AS_FEEDS) if any(end in text for end in _LINE_ENDS) else text


_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_AS_FEEDS = str.maketrans(dict.fromkeys(_LINE_ENDS, "\n"))


def cleaned(text: str) -> tuple[str, tuple[Change, ...]]:
    """A foreign text made inert, composed, without invisible characters and disguised words; and where that changed it, in order.

    ``Article.restored`` undoes it: only the kind of its line ends is lost.
    """
    if _HARMLESS.fullmatch(text):  # so it has no other line ends either
        return text, ()
    text = line_ends(text)
    if _HARMLESS.fullmatch(text):
        return text, ()
    changes: list[Change] = []
    for search in (
        _escapes,
        _unwanted,
        _disguises,
    ):  # what an escape stands for may be unwanted, and a disguise may have invisible letters in it
        text, later = _replaced(text, search(text))
        changes = _composed_of(changes, later)
    return text, _bounded(text, changes)


def _escapes(text: str) -> Iterator[tuple[ChangeKind, int, int, str]]:
    for found in _ENTITY.finditer(text):
        yield "escape", found.start(), found.end(), unescaped(found[0])


def _disguises(text: str) -> Iterator[tuple[ChangeKind, int, int, str]]:
    for start, end, plain in disguised(text):
        yield "look-alike", start, end, plain


def _unwanted(text: str) -> Iterator[tuple[ChangeKind, int, int, str]]:
    for found in _CHANGED.finditer(text):
        kind: ChangeKind = found.lastgroup  # type: ignore[assignment]  # each alternative is a named group
        if kind == "invisible":
            put = ""
        elif kind == "composed":
            put = unicodedata.normalize("NFC", found[0])
        else:
            put = found[0].translate(_TABLE)
        if put != found[0]:
            yield kind, found.start(), found.end(), put


def _replaced(text: str, wanted: Iterator[tuple[ChangeKind, int, int, str]]) -> tuple[str, list[Change]]:
    """The text with each stretch replaced, and the changes in the new text's offsets."""
    pieces: list[str] = []
    changes: list[Change] = []
    at = shift = 0
    for kind, start, end, put in wanted:
        pieces += [text[at:start], put]
        changes.append(Change(kind, start + shift, start + shift + len(put), text[start:end]))
        shift += len(put) - (end - start)
        at = end
    return "".join([*pieces, text[at:]]) if changes else text, changes


def _composed_of(earlier: Sequence[Change], later: Sequence[Change]) -> list[Change]:
    """The changes of two rounds, one after the other, as one list in the last text's offsets. A later one takes up the earlier ones within it."""
    if not later or not earlier:
        return list(later or earlier)
    merged: list[Change] = []
    rest = list(reversed(earlier))
    shift = 0  # from the offsets between the rounds to those after both
    for change in later:
        start, end = change.start - shift, change.start - shift + len(change.original)
        while rest and (rest[-1].end <= start and (rest[-1].start < start or rest[-1].end < end)):
            merged.append(_moved(rest.pop(), shift))
        original: list[str] = []
        at, new_end = start, change.end
        while rest and rest[-1].start < end:
            inner = rest.pop()
            original += [change.original[at - start : inner.start - start], inner.original]
            new_end += max(0, inner.end - end)  # an accent that couldn't be composed is no part of the word
            at, end = inner.end, max(end, inner.end)
        merged.append(Change(change.kind, change.start, new_end, "".join([*original, change.original[at - start :]])))
        shift += (change.end - change.start) - len(change.original)
    return [*merged, *(_moved(each, shift) for each in reversed(rest))]


def _moved(change: Change, shift: int) -> Change:
    return replace(change, start=change.start + shift, end=change.end + shift) if shift else change


def _bounded(text: str, changes: list[Change]) -> tuple[Change, ...]:
    if len(changes) <= MOST_CHANGES:
        return tuple(changes)
    kept, rest = changes[:MOST_CHANGES], changes[MOST_CHANGES:]
    original = [rest[0].original]
    for before, change in pairwise(rest):
        original += [text[before.end : change.start], change.original]
    return (*kept, Change(rest[0].kind, rest[0].start, rest[-1].end, "".join(original)))


def placed(changes: Sequence[Change], dropped: Sequence[tuple[int, str]]) -> tuple[Change, ...]:
    """Changes together with what was left out of the text, whose offsets are those before the changes were made."""
    if not dropped:
        return tuple(changes)
    starts, shifts, shift = [], [0], 0
    ordered: list[tuple[int, int, Change]] = []
    for change in changes:
        starts.append(change.start - shift)  # where it began before
        ordered.append((starts[-1], 1, change))
        shift += (change.end - change.start) - len(change.original)
        shifts.append(shift)
    for offset, text in dropped:
        number = bisect_right(starts, offset - 1)
        at = offset + shifts[number]
        if number and at < changes[number - 1].end:
            at = changes[number - 1].end
        ordered.append((offset, 0, Change("boilerplate", at, at, text)))  # before what was changed right after it
    return tuple(change for _, _, change in sorted(ordered, key=lambda each: each[:2]))
