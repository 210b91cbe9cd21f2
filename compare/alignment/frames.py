"""What a sentence says around a quotation that is only a part of it: “the talks are “progressing well”” frames it by the talks and by *are*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.language.speech_words import SAYING, word_set
from compare.language.spoken_words import FUNCTION_WORDS, content_stems, spoken_words
from compare.language.words import fold
from compare.model import Analysis

FRAGMENT = 8
"""A quotation of more words is an utterance of its own and takes no place in another's sentence."""
_COPULAS = word_set("is are was were be been being as remain remains remained become becomes became")


@dataclass(frozen=True, slots=True)
class Frame:
    """``slot`` is the verb that the quotation completes, ``subject`` the stems of what it is said of, ``words`` how long the quotation is."""

    slot: str
    subject: frozenset[str]
    words: int


def frame_of(analysis: Analysis, number: int) -> Frame:
    """The frame of a quotation: what stands between the verb of saying and the marks, in the same sentence."""
    quotation = analysis.quotations[number]
    sentence = analysis.sentences[quotation.sentence]
    before = analysis.article.text[sentence.start : quotation.start].rstrip(" “\"'‘`«„")
    inside = [q for q in analysis.quotations[max(0, number - 3) : number] if q.start >= sentence.start]
    if inside:
        before = analysis.article.text[inside[-1].end : quotation.start].rstrip(" “\"'‘`«„")
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", before)
    cue = max((at for at, word in enumerate(words) if fold(word) in SAYING), default=-1)
    clause = words[cue + 1 :]
    slot = _slot(clause)
    names = {fold(word) for word in quotation.speaker.split()}
    subject = content_stems([fold(word) for word in clause if fold(word) not in names])
    return Frame(slot, subject, sum(not word.loose for word in spoken_words(quotation.text)))


def _slot(clause: Sequence[str]) -> str:
    """The copula right before the quotation: its verb, whatever the tense."""
    for word in reversed(clause[-2:]):
        folded = fold(word)
        if folded in _COPULAS:
            return "as" if folded == "as" else "be"
        if folded not in FUNCTION_WORDS:
            break
    return ""


def same_slot(a: Frame, b: Frame) -> float:
    """How much of what is spoken of two frames share where both quotations complete the same verb; 0 where they don't."""
    if not a.slot or a.slot != b.slot or max(a.words, b.words) > FRAGMENT or not a.subject or not b.subject:
        return 0.0
    return round(len(a.subject & b.subject) / min(len(a.subject), len(b.subject)), 4)
