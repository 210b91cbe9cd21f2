"""How word tables are written down in the modules of rules: as running text, words between white space, phrases between semicolons."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    return frozenset(part for part in (" ".join(piece.split()) for piece in text.split(";")) if part)
