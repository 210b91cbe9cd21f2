"""Making foreign text inert, and its letters whole, before anything else sees it.

A terminal obeys control characters, and bidirectional overrides make text read otherwise than it is. Both are replaced one to one, so that
offsets stay those of the source and a reader sees that something was there.
"""

from __future__ import annotations

import os
import re
import unicodedata

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_PICTURES[0x7F] = "\u2421"
_REPLACED = dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000), 0xFEFF], "\ufffd")
_TABLE = {**_PICTURES, **_REPLACED, 0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
_NEEDED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""What the table replaces, as ranges: a class of its two thousand single characters takes long to compile."""

_ENTITY = re.compile(r"&(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_ACCENTED = re.compile(r"[^\W_][\u0300-\u036f]+")


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
