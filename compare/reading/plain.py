"""Plain text: its fields are what the text says of itself. A file's name is no outlet."""

from __future__ import annotations

from compare.reading.decoding import decode
from compare.reading.draft import Draft, Found, Hints


def read(content: bytes, hints: Hints) -> Found:
    """The one article that a plain text is."""
    yield Draft(decode(content, hints.charset))
