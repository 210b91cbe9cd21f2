"""Direct quotations of one article: the words, who is said to have said them, and by which word."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from compare.extract.attribution import Attribution, Statement
from compare.extract.quotation_marks import marked_stretches
from compare.model import Article, Mention, Quotation, Sentence


def find_quotations(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """All stretches in quotation marks, in order; ``start`` and ``end`` exclude the marks."""
    text = article.text
    spans = _paragraphs(sentences)
    marks = marked_stretches(text, spans)
    if not marks:
        return ()
    starts = [sentence.start for sentence in sentences]
    said = Attribution(text, marks, spans, starts, mentions).run()
    quotations = []
    for index, mark in enumerate(marks):
        speaker, cue = said.get(index, (None, ""))
        sentence = max(0, bisect_right(starts, mark.start) - 1)
        quotations.append(
            Quotation(
                sentence,
                mark.start,
                mark.end,
                text[mark.start : mark.end],
                speaker.text if speaker else "",
                cue if speaker else "",
                speaker.start if speaker else -1,
                mark.closed,
            )
        )
    return tuple(quotations)


def find_statements(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Who is said to have said something, in marks or not, sentence by sentence."""
    spans = _paragraphs(sentences)
    marks = marked_stretches(article.text, spans)
    return tuple(Attribution(article.text, marks, spans, [sentence.start for sentence in sentences], mentions).statements())


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Offsets of the paragraphs, from the first sentence of each to its last."""
    spans = []
    for _, group in itertools.groupby(sentences, key=lambda sentence: sentence.paragraph):
        members = list(group)
        spans.append((members[0].start, members[-1].end))
    return spans
