"""Whether a word's capital letter speaks for a name at all: words of everyday English, and first names."""

from __future__ import annotations

from functools import cache

from compare.data import lines, sections


@cache
def common_words() -> frozenset[str]:
    """Words in small letters that name nobody unless more speaks for it."""
    return frozenset(" ".join(lines("common.txt")).split())


@cache
def first_names() -> frozenset[str]:
    """Common first names and pet names, in small letters."""
    speech = sections("speech.txt")
    held = [*speech["male_names"], *speech["female_names"], *lines("pet_names.txt")]
    return frozenset(name for line in held for name in line.split())


def is_common(word: str) -> bool:
    return word.lower() in common_words()


def is_first_name(word: str) -> bool:
    return word.lower() in first_names()
