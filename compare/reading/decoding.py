"""Bytes → text. A byte order mark, what a server said, UTF-8 where it is; otherwise chardet's best guess; nothing is dropped."""

from __future__ import annotations

import codecs
import re

from compare.reading.draft import Unreadable

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r\x0b\x0c\x1b\x08")
"""Control characters that no text has; in all encodings that come this far they are single bytes, and part of no other character."""
_SAMPLE = 4096
_LEAST_WIDE = 8
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_BEFORE = 1000
"""Bytes before the first that isn't ASCII from which on an encoding is guessed: chardet looks at 200,000 bytes only."""


def decode(content: bytes, charset: str = "") -> str:
    """The text of a source. ``charset`` is what a server or the source itself says that it is in; it is believed where the bytes fit
    and aren't UTF-8, which no other encoding looks like by chance.

    Raises Unreadable where the bytes are a binary file. Bytes that fit no encoding stand as U+FFFD.
    """
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "") or _wide(content)
    if marked:
        return content.decode(marked, errors="replace")
    text = None if content.isascii() else _utf8(content)  # bytes that happen to be UTF-8 are it, whatever a server says
    if text is None:
        text = _as_said(content, charset)
    if text is None:
        text = _utf8(content)
    if text is None:
        text = _guess(content)
    controls = len(content) - len(content.translate(None, _BINARY_CONTROLS))
    if controls > max(3, len(text) // 100):
        raise Unreadable("is a binary file, not text; export its text to a .txt file first")
    return text


def head_text(head: bytes) -> str:
    """A source's first bytes as text, to recognise it by: wide encodings are decoded, all others read byte by byte."""
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "") or _wide(head)
    return head.decode(marked or "latin-1", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")


def _wide(content: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, or "": in texts of most scripts the same bytes of each unit are zero, or nearly so."""
    sample = content[: _SAMPLE - _SAMPLE % 4]
    sample = sample[: len(sample) - len(sample) % 4]
    if len(sample) < 8 or 0 not in sample:
        return ""
    zeros = [sample[first::4].count(0) / (len(sample) // 4) for first in range(4)]
    high = [sample[first::4].count(0) + sum(byte == 4 for byte in sample[first::4]) for first in range(4)]  # Cyrillic's high byte is 4
    if min(zeros[2:]) > 0.9 > zeros[0] and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:2]) > 0.9 > zeros[3] and zeros[3] < 0.1:
        return "utf-32-be"
    share = [count / (len(sample) // 4) for count in high]
    if min(share[1], share[3]) > 0.7 and max(zeros[0], zeros[2]) < 0.05:
        return "utf-16-le"
    if min(share[0], share[2]) > 0.7 and max(zeros[1], zeros[3]) < 0.05:
        return "utf-16-be"
    return next((encoding for encoding in ("utf-16-le", "utf-16-be") if _is_text(sample, encoding)), "")


def _is_text(sample: bytes, encoding: str) -> bool:
    """Whether bytes, read as UTF-16, are nothing but characters with spaces or line ends among them, as those of a script without Latin letters are.
    Read in the other order of bytes, a space (U+0020) is one that texts hardly have (U+2000), and a line end (U+000A) no character (U+0A00).
    """
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return (
        len(text) >= _LEAST_WIDE
        and not text.isspace()
        and all(map(str.isprintable, text.split()))
        and "\u2000" not in text
        and "\0" not in text
    )


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _as_said(content: bytes, charset: str) -> str | None:
    """The text by the charset that was named, or None where it is unknown or the bytes aren't in it."""
    try:
        name = codecs.lookup(charset.strip("\"' ")).name if charset else ""
        if name == "iso8859-1":
            name = "cp1252"  # what those who say Latin-1 mean
        return (
            content.decode(name) if name and not name.startswith(("utf-8", "base64", "hex", "rot", "zlib", "bz2", "quopri", "uu")) else None
        )
    except (LookupError, ValueError, TypeError):
        return None


def _guess(content: bytes) -> str:
    """Text of bytes that are not UTF-8 throughout. A few stray bytes in UTF-8 are damage, not another encoding."""
    damaged = content.decode("utf-8", errors="replace")
    multibyte = sum(character > "\x7f" for character in damaged) - damaged.count("\ufffd")
    if damaged.count("\ufffd") <= multibyte:
        return damaged
    if 0 in content[:_SAMPLE]:
        return content.decode("latin-1")
    from chardet import EncodingEra, detect

    first = _NOT_ASCII.search(content)
    sample = content[max(0, first.start() - _BEFORE) :] if first else content
    guessed = detect(sample, encoding_era=EncodingEra.ALL & ~EncodingEra.MAINFRAME)["encoding"]  # no article comes in EBCDIC
    return content.decode(guessed, errors="replace") if guessed else damaged
