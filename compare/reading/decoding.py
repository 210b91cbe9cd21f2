"""Bytes → text. UTF-8 where it is; otherwise the best guess of charset-normalizer; nothing is dropped."""

from __future__ import annotations

from compare.errors import ReadingError

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"BZh",
    b"7z\xbc\xaf",
)

_BINARY_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r\x0b\x0c\x1b\x08")
"""Control characters that no text has; in all encodings that come this far they are single bytes, and part of no other character."""


def decode(content: bytes, shown: str) -> str:
    """Decode a source. ``shown`` names it in the error.

    Raises ReadingError where the bytes are a binary file. Bytes that fit no encoding stand as U+FFFD.
    """
    if content.startswith(_MAGIC):
        raise ReadingError(f"{shown}: is a binary file, not text; export its text to a .txt file first")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _guess(content)
    controls = len(content) - len(content.translate(None, _BINARY_CONTROLS))
    if controls > max(3, len(text) // 100):
        raise ReadingError(f"{shown}: is a binary file, not text; export its text to a .txt file first")
    return text


def _guess(content: bytes) -> str:
    """Text of bytes that are not UTF-8 throughout. A few stray bytes in UTF-8 are damage, not another encoding."""
    damaged = content.decode("utf-8", errors="replace")
    multibyte = sum(character > "\x7f" for character in damaged) - damaged.count("\ufffd")
    if damaged.count("\ufffd") <= multibyte:
        return damaged
    if 0 in content[:4096]:
        return content.decode("latin-1")
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    return damaged if best is None else str(best)
