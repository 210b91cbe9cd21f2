"""What a sentence says around a quotation that is only a part of it: “the talks are “progressing well”” frames it by the talks and by *are*."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from compare.extract.speech_words import SAYING, word_set
from compare.extract.spoken_words import FUNCTION_WORDS, content_stems, spoken_words
from compare.model import Analysis, Quotation
from compare.text.words import fold

FRAGMENT = 8
"""A quotation of more words is an utterance of its own and takes no place in another's sentence."""
SAME_SENTENCE = 4
"""Two sentences that share fewer words of matter aren't the same one reworded."""
_COPULAS = word_set("is are was were be been being as remain remains remained become becomes became")


class Frame(NamedTuple):
    """``slot`` is the verb that the quotation completes, ``subject`` the stems of what it is said of, ``forms`` the quotation's words.

    ``around`` are the stems of the whole sentence outside of marks, ``order`` counts the quotations of the sentence before this one.
    """

    slot: str
    subject: frozenset[str]
    forms: tuple[str, ...]
    around: frozenset[str]
    order: int


# Characters before a quotation that its frame is looked for in.
_WINDOW = 400


class Frames:
    """The frames of an article's quotations; what a sentence says outside of marks is read once for all the quotations in it."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._around: dict[int, frozenset[str]] = {}
        self._mates: dict[int, list[Quotation]] = {}
        ends = [sentence.end for sentence in analysis.sentences]
        for quotation in analysis.quotations:
            number = bisect_right(ends, quotation.start)
            while number < len(ends) and analysis.sentences[number].start < quotation.end:
                self._mates.setdefault(number, []).append(quotation)
                number += 1

    def of(self, number: int) -> Frame:
        """The frame of a quotation: what stands between the verb of saying and the marks, in the same sentence."""
        analysis = self._analysis
        quotation = analysis.quotations[number]
        sentence = analysis.sentences[quotation.sentence]
        first = max(sentence.start, quotation.start - _WINDOW)
        before = analysis.article.text[first : quotation.start].rstrip(" “\"'‘`«„")
        inside = [q for q in analysis.quotations[max(0, number - 3) : number] if q.start >= sentence.start]
        if inside:
            before = analysis.article.text[inside[-1].end : quotation.start].rstrip(" “\"'‘`«„")
        words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", before)
        cue = max((at for at, word in enumerate(words) if fold(word) in SAYING), default=-1)
        clause = words[cue + 1 :]
        slot = _slot(clause)
        names = {fold(word) for word in quotation.speaker.split()}
        subject = content_stems([fold(word) for word in clause if fold(word) not in names])
        forms = tuple(word.form for word in spoken_words(quotation.text) if not word.loose)
        order = bisect_left(self._mates.get(quotation.sentence, ()), quotation.start, key=lambda mate: mate.start)
        return Frame(slot, subject, forms, self._outside(quotation.sentence), order)

    def _outside(self, number: int) -> frozenset[str]:
        """The stems of a sentence's words outside of marks."""
        if number not in self._around:
            sentence = self._analysis.sentences[number]
            mates = self._mates.get(number, ())
            starts = [mate.start for mate in mates]
            outside = []
            for word in spoken_words(sentence.text, sentence.start):
                mate = bisect_right(starts, word.start) - 1
                if mate < 0 or word.start >= mates[mate].end:
                    outside.append(word.form)
            self._around[number] = content_stems(outside)
        return self._around[number]


def _slot(clause: Sequence[str]) -> str:
    """The copula right before the quotation: its verb, whatever the tense."""
    for word in reversed(clause[-2:]):
        folded = fold(word)
        if folded in _COPULAS:
            return "as" if folded == "as" else "be"
        if folded not in FUNCTION_WORDS:
            break
    return ""


def same_frame(a: Frame, b: Frame) -> float:
    """How surely two fragments fill one place: all but the same sentence around them, or the same verb of the same thing; 0 where not.

    A fragment that holds the other is no other wording of it.
    """
    if max(len(a.forms), len(b.forms)) > FRAGMENT or not a.forms or not b.forms:
        return 0.0
    if set(a.forms) <= set(b.forms) or set(b.forms) <= set(a.forms):
        return 0.0
    if a.order == b.order and len(a.around & b.around) >= max(SAME_SENTENCE, 0.75 * len(a.around | b.around)):
        return 1.0
    if not a.slot or a.slot != b.slot or not a.subject or not b.subject:
        return 0.0
    return round(len(a.subject & b.subject) / min(len(a.subject), len(b.subject)), 4)
