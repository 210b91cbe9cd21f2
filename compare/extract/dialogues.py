"""Dialogues: quotations in a row, a paragraph each and nothing beside them."""

from __future__ import annotations

from collections.abc import Mapping


def dialogues(bare: Mapping[int, str]) -> frozenset[int]:
    """Of paragraphs in a row that hold nothing but quotations those where one asks and the next answers: whose turn each is, they don't say.

    ``bare`` has the last words in marks of each paragraph; "" where anything else is said in it. A row without a question is one speaker's.
    """
    found: set[int] = set()
    row: list[int] = []
    for paragraph in range(max(bare, default=-1) + 2):
        if bare.get(paragraph):
            row.append(paragraph)
            continue
        if any(bare[turn].endswith("?") for turn in row[:-1]):
            found.update(row)
        row = []
    return frozenset(found)
