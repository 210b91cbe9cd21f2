"""Finding a sentence again when the text around it has changed."""

from __future__ import annotations

from compare.model import Analysis

ALIKE = 72.0
"""From this likeness on (0 to 100, after rapidfuzz's ratio) a sentence of a changed text counts as the one that was kept."""

KNOWN_BY = 500
"""Code points of a sentence that it is known by: enough to tell two apart, and few enough to keep and to compare."""


def most_like(text: str, analysis: Analysis) -> int | None:
    """The sentence with the same text, else the most like one; the first of equals; None where none is alike enough."""
    wanted = text[:KNOWN_BY]
    known = [sentence.text[:KNOWN_BY] for sentence in analysis.sentences]
    if wanted in known:
        return known.index(wanted)
    from rapidfuzz import fuzz, process

    found = process.extractOne(wanted, known, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return None if found is None else int(found[2])
