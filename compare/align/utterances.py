"""What two outlets put in quotation marks, seen as utterances: which stretches purport to be the same words, and how they differ.

An utterance is one sentence inside marks; a sentence that "…," he said, "…" interrupts is one. Two utterances purport to be the same where
one holds the other, where they overlap in a long run of words, or where most of their words agree in order. The comparison is by
`rapidfuzz`'s longest common subsequence on word lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from compare.extract.spoken_words import MODALS, NEGATIONS, SpokenWord, content_stems, is_content, spoken_words
from compare.model import Analysis
from compare.text.words import stem

Relation = Literal["verbatim", "trimmed", "respelt", "shaded", "altered"]
"""``respelt`` is the same words but for their spelling, ``shaded`` but for an inflection, an article or the like."""

_GRAVITY: tuple[Relation, ...] = ("verbatim", "trimmed", "respelt", "shaded", "altered")

LONG_RUN = 6
"""So many words in a row, three of them of matter, are the same utterance whoever is said to have spoken."""
SAME_WORDS = 0.62
"""Share of words in common, in order, of both (2·common / sum of lengths), from which two utterances purport to be one."""
LEAST = 0.35
"""Utterances with a smaller share of words in common, neither of which holds the other, aren't one whatever else agrees."""
BRIEF = 6
"""Of so few words each, one that holds the other by the same speaker is the same utterance, even if it is a single word."""
LONGEST = 400
"""Utterances of more words are compared by their first so many."""

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+\s++(?=[\"“‘(\[]?[A-Z])")
_SPELLING = ((re.compile(r"is(e|ed|es|ing|ation)$"), r"iz\1"), (re.compile(r"our(s?)$"), r"or\1"), (re.compile(r"tre(s?)$"), r"ter\1"))


@dataclass(frozen=True)
class Utterance:
    """``quotations`` are the indexes in the analysis of the quotations that it is part of; ``words`` in the article's order."""

    article: int
    quotations: tuple[int, ...]
    words: tuple[SpokenWord, ...]

    @cached_property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]

    @cached_property
    def firm(self) -> list[SpokenWord]:
        """The words that are the speaker's, without an editor's."""
        return [word for word in self.words if not word.loose]

    @cached_property
    def stems(self) -> frozenset[str]:
        return content_stems(self.forms)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def utterances(article: int, analysis: Analysis) -> tuple[Utterance, ...]:
    """The sentences inside marks of one article, in order."""
    found: list[tuple[list[int], list[SpokenWord], bool]] = []
    previous = -1
    for number, quotation in enumerate(analysis.quotations):
        at = 0
        for position, stop in enumerate([*(match.end() for match in _STOP.finditer(quotation.text)), len(quotation.text)]):
            words = spoken_words(quotation.text[at:stop], quotation.start + at)[:LONGEST]
            complete = quotation.text[at:stop].rstrip()[-1:] not in ",;-—–" or stop < len(quotation.text)
            goes_on = position == 0 and bool(found) and not found[-1][2] and _interrupted(analysis, previous, number)
            at = stop
            if not words:
                continue
            if goes_on and len(found[-1][1]) + len(words) <= LONGEST:
                found[-1][0].append(number)
                found[-1][1].extend(words)
                found[-1] = (found[-1][0], found[-1][1], complete)
            else:
                found.append(([number], list(words), complete))
        previous = number
    return tuple(Utterance(article, tuple(numbers), tuple(words)) for numbers, words, _ in found)


def _interrupted(analysis: Analysis, first: int, second: int) -> bool:
    """Whether “…,” he said, “…” is one sentence: only a few words between, no stop, the same speaker, a small letter after."""
    a, b = analysis.quotations[first], analysis.quotations[second]
    between = analysis.article.text[a.end : b.start]
    return (
        a.speaker == b.speaker
        and bool(a.speaker)
        and len(between) < 80
        and between.rstrip(" “\"'‘`").endswith(",")
        and not re.search(r"[.!?;:]\s", between)
        and b.text[:1].islower()
    )


_LIMITS = frozenset({"only", "just", "merely", "solely"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two utterances compare: words in common, the longest run of them, and what the comparison says of them."""

    relation: Relation
    common: int
    run: int
    matter: int
    """Words of matter in the longest run."""
    ratio: float
    changed: tuple[tuple[int, int, int, int], ...] = ()
    """Words replaced: from and to (exclusive) in the first one's words, from and to in the second's."""


def same_word(a: str, b: str) -> bool:
    """Equal but for spelling: emphasise, emphasize; a slip of a letter or two in a long word."""
    if a == b:
        return True
    if a[0] == b[0] and a.isalpha() and b.isalpha() and min(len(a), len(b)) >= 4 and fuzz.ratio(a, b) >= 85 and stem(a) != stem(b):
        return True
    return any(pattern.sub(written, a) == pattern.sub(written, b) for pattern, written in _SPELLING)


def _replaced(a: Sequence[SpokenWord], b: Sequence[SpokenWord]) -> Relation:
    """Whether words in the place of others are the same respelt, another form of them (an inflection, an article), or other words."""
    heavy = NEGATIONS | MODALS
    left, right = [word.form for word in a], [word.form for word in b]
    if sorted(word for word in left if word in heavy) != sorted(word for word in right if word in heavy):
        return "altered"
    if len(left) == len(right) and all(map(same_word, left, right)):
        return "respelt"
    matter_left = [word for word in left if is_content(word) and word not in heavy]
    matter_right = [word for word in right if is_content(word) and word not in heavy]
    if len(matter_left) != len(matter_right):
        return "altered" if matter_left or matter_right else "shaded"
    alike = all(same_word(one, two) or stem(one) == stem(two) for one, two in zip(matter_left, matter_right, strict=True))
    return "shaded" if alike else "altered"


def liken(a: Utterance, b: Utterance) -> Likeness | None:
    """The comparison of two utterances, or None where they have too little in common to be one."""
    left, right = a.forms, b.forms
    if not a.stems & b.stems and left != right:
        return None
    common = LCSseq.similarity(left, right)
    shorter, both = min(len(a.firm), len(b.firm)), len(a.firm) + len(b.firm)
    ratio = round(2 * common / both, 4) if shorter else 0.0
    if common < shorter and ratio < LEAST:
        return None
    edits = [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in LCSseq.opcodes(left, right)]
    run = longest = 0
    changed = []
    worst: Relation = "verbatim" if left == right else "trimmed"
    matter = matter_in_run = 0
    for first, last, low, high, equal in _stretches(edits):
        if equal:
            run += last - first
            matter += sum(is_content(form) for form in left[first:last])
            longest, matter_in_run = max((longest, matter_in_run), (run, matter))
            continue
        if not any(word.loose for word in (*a.words[first:last], *b.words[low:high])):
            run = matter = 0
        judged = _gap(a, b, first, last, low, high)
        if judged != "trimmed":
            changed.append((first, last, low, high))
            worst = max(judged, worst, key=_GRAVITY.index)
    return Likeness(worst, common, longest, matter_in_run, min(ratio, 1.0), tuple(changed))


def _stretches(edits: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[int, int, int, int, bool]]:
    """Stretches in common and the gaps between them, a deletion with the insertion beside it as one gap."""
    found: list[tuple[int, int, int, int, bool]] = []
    for tag, first, last, low, high in edits:
        equal = tag == "equal"
        if found and not equal and not found[-1][4]:
            found[-1] = (found[-1][0], last, found[-1][2], high, False)
        else:
            found.append((first, last, low, high, equal))
    return found


def _gap(a: Utterance, b: Utterance, first: int, last: int, low: int, high: int) -> Relation:
    """What words between the common ones amount to: left out (trimmed), another form (shaded), other words (altered)."""
    left, right = a.words[first:last], b.words[low:high]
    if any(word.loose for word in (*left, *right)):
        return "trimmed"
    at_an_end = first == 0 or low == 0 or last == len(a.words) or high == len(b.words)
    if not left or not right:
        inner = not (at_an_end and (first == last == 0 or low == high == 0 or first == len(a.words) or low == len(b.words)))
        forms = [word.form for word in (*left, *right)]
        if inner and any(form in NEGATIONS or form in _LIMITS for form in forms):
            return "altered"
        return "trimmed"
    return _replaced(left, right)


def purport_to_be_one(a: Utterance, b: Utterance, likeness: Likeness, *, same_voice: bool | None) -> bool:
    """Whether two utterances are versions of one. ``same_voice`` is None where a speaker is nameless."""
    shorter = min(len(a.firm), len(b.firm))
    matter = sum(1 for word in (a.firm if len(a.firm) <= len(b.firm) else b.firm) if is_content(word.form))
    if likeness.relation in ("verbatim", "trimmed") and likeness.common >= shorter > 0:
        contiguous = likeness.run >= 0.7 * shorter
        if same_voice and (likeness.relation == "verbatim" or max(len(a.firm), len(b.firm)) <= BRIEF):
            return matter >= 1 or (likeness.relation == "verbatim" and shorter >= 3)
        if same_voice is False:
            return contiguous and shorter >= LONG_RUN and matter >= 3
        return contiguous and matter >= (2 if same_voice else 3) and shorter >= 2
    if likeness.run >= LONG_RUN and likeness.matter >= 3 and likeness.ratio >= LEAST:
        return likeness.relation != "altered" or likeness.ratio >= 0.5
    needed = SAME_WORDS if same_voice else 0.75
    if shorter == 3:
        return bool(same_voice) and likeness.ratio >= needed and likeness.matter >= 2
    return shorter >= 4 and likeness.ratio >= needed and matter >= 2


def reworded(a: Utterance, b: Utterance) -> float:
    """Share of the shorter one's matter that the other has too, for long utterances; 0 where either is short."""
    fewer = min(len(a.stems), len(b.stems))
    if fewer < 5 or min(len(a.firm), len(b.firm)) < 8:
        return 0.0
    return round(len(a.stems & b.stems) / fewer, 4)
