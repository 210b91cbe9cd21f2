"""Direct quotations of one article: the words, who is said to have said them, and by which word."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.extract.attribution import Attribution, Statement
from compare.extract.quotation_marks import Marked, marked_stretches
from compare.extract.speakers import Speaker
from compare.model import Article, Mention, Quotation, Sentence


def find_quotations(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """All stretches in quotation marks, in order; ``start`` and ``end`` exclude the marks."""
    if not _marked(article.text, tuple(sentences)):
        return ()  # who speaks is read only where somebody is quoted
    read = _read(article.text, tuple(sentences), tuple(mentions))
    starts = [sentence.start for sentence in sentences]
    quotations = []
    for index, mark in enumerate(read.marks):
        speaker, cue = read.said.get(index, (None, ""))
        sentence = max(0, bisect_right(starts, mark.start) - 1)
        words = article.text[mark.start : mark.end]
        named = (speaker.text, cue, speaker.start) if speaker else ("", "", -1)
        quotations.append(Quotation(sentence, mark.start, mark.end, words, *named, mark.closed))
    return tuple(quotations)


def find_statements(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Who is said to have said something, in marks or not, sentence by sentence."""
    return _read(article.text, tuple(sentences), tuple(mentions)).statements


class _Read(NamedTuple):
    """What is kept of an article that was read for who speaks: not its grammar, which takes a hundred times the room of its text."""

    marks: Sequence[Marked]
    said: Mapping[int, tuple[Speaker, str]]
    statements: tuple[Statement, ...]


@lru_cache(maxsize=16)
def _read(text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> _Read:
    """Kept, as quotations are asked for first, of all the articles, and statements when sentences are linked."""
    spans = _paragraphs(sentences)
    attribution = Attribution(text, _marked(text, sentences), spans, [sentence.start for sentence in sentences], mentions)
    said = attribution.run()
    return _Read(attribution.marks, said, tuple(attribution.statements()))


@lru_cache(maxsize=1)
def _marked(text: str, sentences: tuple[Sentence, ...]) -> Sequence[Marked]:
    """Kept, as it is asked for twice."""
    return marked_stretches(text, _paragraphs(sentences))


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Offsets of the paragraphs, from the first sentence of each to its last."""
    spans = []
    for _, group in itertools.groupby(sentences, key=lambda sentence: sentence.paragraph):
        members = list(group)
        spans.append((members[0].start, members[-1].end))
    return spans
