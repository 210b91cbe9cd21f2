"""Whether a retelling moves the sense of what was said: a negation, a "just" or a hedge is lost, or what was under way is done."""

from __future__ import annotations

import itertools
import re

from compare.deferred import deferred
from compare.extract.speech_words import word_set
from compare.extract.spoken_words import NEGATIONS, content_stems, spoken_words

_LIMITS = word_set("just only merely simply solely")
_HEDGES = word_set("may might could perhaps maybe possibly probably likely hopefully hope hopes hoping hopeful seems appears")
_DUTIES = word_set("must should shall ought need needs")
_DONE = deferred(
    r"\b(?:has|have|had)\s+(?:already\s+|now\s+)?(?:\w+ed|reached|made|won|met|found|begun|come|struck|built|agreed|done)\b", re.IGNORECASE
)
_UNDER_WAY = deferred(
    r"^\W*(?:(?:is|are|was|were|be|been|still|now)\s+)*\w{3,}ing\b|\b(?:is|are|was|were)\s+(?:\w+ly\s+)?\w{3,}ing\b", re.IGNORECASE
)


def moved(quoted: str, told: str) -> str:
    """What happened to the sense, as the end of a sentence ("… and drops the “just”"), or ""."""
    own = [word.form for word in spoken_words(quoted)]
    other = [word.form for word in spoken_words(told)]
    common = content_stems(own) & content_stems(other)
    denied, denied_too = NEGATIONS & set(own), NEGATIONS & set(other)
    limited = _limited(own)
    if limited and denied_too and not _limited(other) and common:
        return f"drops the “{limited}”"
    contrasts = "but" in own if denied else "but" in other  # "not this but that" denies nothing of what was said
    if (
        bool(denied) != bool(denied_too)
        and not contrasts
        and len(own) <= 25
        and len(common) >= 2
        and len(common) * 2 >= len(content_stems(own))
    ):
        return "drops the negation" if denied else "negates it"
    if _HEDGES & set(own) and not _HEDGES & set(other) and len(own) <= 12 and common:
        return "drops the hedge"
    if _DUTIES & set(other) and not _DUTIES & set(own) and len(common) >= 2:
        return "makes it an obligation"
    if len(own) <= 8 and _UNDER_WAY.search(quoted) and _DONE.search(told) and not _DONE.search(quoted):
        return "says that it is done"
    return ""


def _limited(forms: list[str]) -> str:
    """The "just" of "not just", or ""."""
    for first, second in itertools.pairwise(forms):
        if first in NEGATIONS and second in _LIMITS:
            return second
    return ""
