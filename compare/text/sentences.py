"""Splitting an article into sentences, headings and asides.

News asks for other cuts than the public golden rules: a quotation of several sentences is several sentences, a short paragraph without a
final stop is a heading, and a line break ends a paragraph unless the text is hard-wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.deferred import deferred
from compare.model import Aside, Sentence, SentenceKind
from compare.reading.metadata import looks_like_heading
from compare.reading.spacing import unwrapped
from compare.text import asides, captions
from compare.text.abbreviations import keeps_mark, keeps_sentence_open

_CLOSERS = "\"'”’»)]›"
_OPENERS = "\"'“‘«([‹„¿¡`—–-"
# A stop, what closes after it, and white space; or a full-width stop, after which CJK leaves no space; or a stop glued to the next sentence.
_STOP = re.compile(
    r"(?<![.!?])(?<!…)[.!?…]++[\"'”’»)\]›]*+(?=\s)"
    r"|[。！？｡]+[」』”’）]*"
    r"|(?<=[a-z]{3})[.!?][\"”’]?(?=[A-Z][a-z]+[ ,])"
    r"|[.!?][”\"](?=[“A-Z])"
)
_ASKS = deferred(r"(?:What|Why|How|When|Where|Who|Which|Is|Are|Was|Were|Will|Can|Could|Should|Do|Does|Did)\b")
# “Why?” Smith asked. The quotation's own mark doesn't end the sentence that frames it.
_FRAMED = deferred(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|tweeted|wrote|writes|added|replied|shouted|continued|exclaimed|demanded|wondered|responded)\b"
)
_GLUED = re.compile(
    r"(?<=[a-z]) (?=(?:The|In|On|At|An?|This|These|Those|Despite|While|When|After|As|It|He|She|They|But|However|According|Meanwhile|Although|Since|For)\s)"
)
_FINITE = deferred(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|said|says|say|told|tells|"
    r"met|meets|made|makes|took|takes|gave|gives|went|goes|came|comes|got|gets|saw|sees|left|kept|held|led|won|lost|wrote|writes|\w+ed|\w+n['’]t)\b"
)
_HANGING = deferred(
    r"\b(?:the|an?|of|in|on|at|to|for|from|by|with|and|or|nor|but|as|than|that|which|who|into|over|under|about|after|before|between|against|"
    r"called|named|titled|via|per|outside|inside|near|magazine|newspaper|daily|film|movie|show|band|series|album|book|novel|song|website|\w+ing|\w+ly)$"
)
_LINE = re.compile(r"(?:[^\n]|(?<=[a-z]-)\n(?=[a-z]))+")
_CLAUSE_ENDS = ("; ", ", ", ": ", ".\u201d ", "。", "，", "、")
_GLUED_HEADING_WORDS = 12
_EARLY = 4
_MOST_OPENINGS = 8
"""Asides that a paragraph opens with at most (its date, its dateline); what follows these is read as a sentence."""
LONGEST = 1500
"""Code points of a sentence at most: in 7,600 sentences of news the longest has 586. What runs on without a stop is cut, so that no "sentence" as
long as a book is compared word by word with another."""
# From here on a clause's end is good enough to cut at.
_LONG_ENOUGH = 1000


def split(text: str) -> tuple[tuple[Sentence, ...], tuple[Aside, ...]]:
    """The sentences and asides of a text, in order. They don't overlap, and together they cover every visible character."""
    sentences: list[Sentence] = []
    found: list[Aside] = []
    body = 0
    mixed = False
    paragraphs = list(_paragraphs(unwrapped(text)))
    headline = text[slice(*paragraphs[0])] if paragraphs else ""
    for number, (start, end) in enumerate(paragraphs):
        paragraph = text[start:end]
        whole = asides.whole_paragraph(paragraph) or (asides.in_capitals(paragraph) if mixed else None)
        if whole is None and 0 < number <= _MOST_OPENINGS:
            whole = asides.headline_again(paragraph, headline)
            if whole is None and not body and number + 1 < len(paragraphs):
                whole = asides.bare_byline(paragraph, text[slice(*paragraphs[number + 1])])
        if whole:
            found.append(Aside(start, start + whole.end, whole.kind))
            start = _visible(text, start + whole.end, end)
        for _ in range(_MOST_OPENINGS):
            opening = asides.at_start(text[start:end], early=body < _EARLY) if start < end else None
            if opening is None:
                break
            found.append(Aside(start, start + opening.end, opening.kind))
            start = _visible(text, start + opening.end, end)
        if start < end:
            pieces = [cut for piece in _pieces(text, start, end) for cut in _cut(text, *piece)]
            signed = [captions.is_signature(text[first:last]) for first, last, _ in pieces]
            # A short paragraph that is one would have been set aside whole.
            asked = start == paragraphs[number][0] and end - start <= captions.LONGEST_WHOLE
            signed[0] = signed[0] or (not asked and captions.is_caption(text[start:end]))
            for (first, last, kind), beside in zip(pieces, signed, strict=True):
                said = first if beside else first + captions.signature(text[first:last])
                if first < said:
                    sentences.append(Sentence(first, said, text[first:said], kind, number))
                    mixed = mixed or (kind == "sentence" and not text[first:said].isupper())
                if said < last:
                    found.append(Aside(_visible(text, said, last), last, "credit"))
            body += bool(sentences) and sentences[-1].paragraph == number and sentences[-1].kind == "sentence"
    if len(sentences) > 1 and sentences[-1].paragraph == sentences[-2].paragraph and asides.is_bare_name(sentences[-1].text):
        author = sentences.pop()  # behind the last sentence of the text, who wrote it: "… or make a better offer. Ann Example"
        found = sorted([*found, Aside(author.start, author.end, "byline")], key=lambda aside: aside.start)
    return tuple(sentences), tuple(found)


def _visible(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs, without white space at their ends: the lines, but for those that end within a word ("au-", "thority")."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end > start and text[end - 1].isspace():
            end -= 1
        start = _visible(text, start, end)
        if start < end:
            yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, SentenceKind]]:
    """The sentences of one paragraph, and the headings glued to their front."""
    if looks_like_heading(text[start:end]) and not any(_boundaries(text, start, end)):
        yield start, end, "heading"
        return
    glued = _glued_heading(text[start:end])
    if glued:
        yield start, start + glued, "heading"
        start = _visible(text, start + glued, end)
    first = True
    for boundary in [*_boundaries(text, start, end), end]:
        kind: SentenceKind = "sentence"
        piece = text[start:boundary].rstrip()
        if first and boundary < end and piece.endswith("?") and _ASKS.match(piece) and len(piece.split()) <= _GLUED_HEADING_WORDS:
            kind = "heading"
        if piece:
            yield start, start + len(piece), kind
        start = _visible(text, boundary, end)
        first = False


def _cut(text: str, start: int, end: int, kind: SentenceKind) -> Iterator[tuple[int, int, SentenceKind]]:
    """The piece, in as many as it takes for none to be longer than a sentence may be: after a clause, else at white space, else anywhere."""
    while end - start > LONGEST:
        clause = max(text.rfind(sign, start + _LONG_ENOUGH, start + LONGEST) for sign in _CLAUSE_ENDS)
        last = clause + 1 if clause >= 0 else max(text.rfind(sign, start + 1, start + LONGEST) for sign in " \n\t")
        last = start + LONGEST if last <= start else last
        yield start, start + len(text[start:last].rstrip()), kind
        start = _visible(text, last, end)
    yield start, end, kind


def _glued_heading(paragraph: str) -> int:
    """The length of a heading that has lost its line break ("A cautious approach to a deal The minister said …"), or 0.

    A capitalised function word after a lower-case noun, without a stop between, happens in running English only inside names ("told The
    Guardian"), which stand after a verb or a preposition; before it a heading has neither a finite verb nor a comma.
    """
    for found in _GLUED.finditer(paragraph):
        head = paragraph[: found.start()]
        if len(head.split()) > _GLUED_HEADING_WORDS:
            return 0
        after = paragraph[found.end() :]
        if (
            len(head.split()) >= 3
            and head[:1].isupper()
            and not re.search(r"[,.;:!?“”\"()]", head)
            and not _FINITE.search(head)
            and not _HANGING.search(head)
            and len(after.split()) >= 6
            and _FINITE.search(after)
        ):
            return found.start()
    return 0


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets in the text at which a sentence inside the paragraph ends and another follows."""
    for stop in _STOP.finditer(text, start, end):
        position = _visible(text, stop.end(), end)
        if position >= end:
            return
        if stop[0][0] in "。！？｡" or _ends_sentence(text, start, stop.start(), stop.end(), position, end):
            yield stop.end()


def _ends_sentence(text: str, start: int, stop: int, after: int, position: int, end: int) -> bool:
    """Whether the stop at ``stop`` (closed by ``after``) ends a sentence, the next visible character being at ``position``."""
    following = position
    while following < end and (text[following] in _OPENERS or text[following].isspace()):
        following += 1
    if following >= end:
        return not text[position:end].strip(_CLOSERS + _OPENERS + " .")
    character = text[following]
    if character.islower():
        return False
    if not (character.isupper() or character.isdigit() or character in "@#$£€₹" or character.isalpha()):
        return False
    closed = text[stop:after].rstrip(_CLOSERS) != text[stop:after]
    if text[stop:after] == "!" and keeps_mark(text, start, stop):
        return False
    if closed and text[stop] in "!?" and _FRAMED.match(text, after):
        return False
    if text[stop:after].rstrip(_CLOSERS) == ".":
        return not keeps_sentence_open(text, start, stop, following, end, quoted=following > position)
    return True
