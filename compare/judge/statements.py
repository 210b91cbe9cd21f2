"""Who says it: the same statement, in marks or not, given to two different persons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from compare.align.quotations import Key
from compare.extract.attribution import Statement
from compare.extract.spoken_words import content_stems, spoken_words
from compare.judge.retellings import Retellings
from compare.model import Analysis, Difference, Evidence, Link, Place
from compare.model.outlets import voice
from compare.names.forms import misspelt
from compare.text.words import fold

NEAR_COPY = 0.75
"""Words in common, in order, of both sentences (2·common / sum of lengths): as in `compare.judge`'s near copies."""
SAME_STATEMENT = 0.6
"""Share of both statements' matter in common from which two sentences report one statement."""


def speaker_evidence(analyses: Sequence[Analysis], key: Key) -> Evidence | None:
    """The words that name a quotation's speaker, where a name stands in the quotation's own sentence or the one beside it."""
    analysis = analyses[key[0]]
    quotation = analysis.quotations[key[1]]
    start = quotation.speaker_start
    surname = quotation.speaker.split()[-1] if quotation.speaker else ""
    if start < 0 or not surname or not surname[0].isupper():
        return None
    sentence = _sentence_at(analysis, start)
    at = analysis.article.text.find(surname, start, start + len(quotation.speaker) + 40)
    last = max(quotation.sentence, _sentence_at(analysis, quotation.end - 1))
    if at < 0 or not quotation.sentence - 1 <= sentence <= last + 1:
        return None
    end = at + len(surname)
    return Evidence(key[0], sentence, start, end, analysis.article.text[start:end])


def _sentence_at(analysis: Analysis, offset: int) -> int:
    """The sentence that holds an offset, or -1."""
    found = bisect_right(analysis.sentences, offset, key=lambda sentence: sentence.start) - 1
    return found if found >= 0 and offset < analysis.sentences[found].end else -1


def find_other_speakers(retellings: Retellings, links: Sequence[Link]) -> list[Difference]:
    """Aligned sentences that report one statement and name different persons for it."""
    found = []
    named = {
        Place(article, mention.sentence)
        for article, analysis in enumerate(retellings.analyses)
        for mention in analysis.mentions
        if mention.type == "person"
    }
    for link in links:
        if link.relation != "aligned":
            continue
        if link.a not in named or link.b not in named:
            continue  # who speaks is read only where a person is named
        one, two = _statement(retellings, link.a), _statement(retellings, link.b)
        if one is None or two is None or retellings.voices.same_name(one.speaker, two.speaker) is not False:
            continue
        if misspelt(one.speaker, two.speaker):
            continue
        if _names(one) & _words(retellings, link.b) or _names(two) & _words(retellings, link.a):
            continue
        if not _same_matter(retellings, link.a, one, link.b, two):
            continue
        a, b = (_evidence(retellings, place, statement) for place, statement in ((link.a, one), (link.b, two)))
        explanation = f"{voice(a.article)} has {one.speaker} say it, {voice(b.article)} {two.speaker}."
        severity = 3 if _quoted(retellings, link.a) and _quoted(retellings, link.b) else 2
        found.append(
            Difference(
                "attribution", severity, a, b, explanation, confidence=max(SAME_STATEMENT, sure_of_voices(retellings, link.a, link.b))
            )
        )
    return found


def _statement(retellings: Retellings, place: Place) -> Statement | None:
    """The one statement of a sentence by a named person, or None where there are none or several speakers."""
    statements = [statement for statement in retellings.statements(place) if statement.named]
    if not statements or len({statement.speaker for statement in statements}) > 1 or not retellings.voices.is_person(statements[0].speaker):
        return None
    return statements[0]


def _names(statement: Statement) -> set[str]:
    return {fold(statement.speaker.split()[-1])}


def _words(retellings: Retellings, place: Place) -> set[str]:
    return {word.form for word in spoken_words(retellings.analyses[place.article].sentences[place.sentence].text)}


def _same_matter(retellings: Retellings, a: Place, one: Statement, b: Place, two: Statement) -> bool:
    left = content_stems(sorted(_words(retellings, a) - _spoken_name(one)))
    right = content_stems(sorted(_words(retellings, b) - _spoken_name(two)))
    return bool(left and right) and 2 * len(left & right) >= SAME_STATEMENT * (len(left) + len(right))


def _spoken_name(statement: Statement) -> set[str]:
    return {fold(word) for word in statement.speaker.split()} | {fold(statement.cue)}


def sure_of_voices(retellings: Retellings, a: Place, b: Place) -> float:
    """How surely two sentences that name two speakers report one act of saying: near copies do, other sentences as often as not."""
    left, right = ([word.form for word in spoken_words(retellings.analyses[p.article].sentences[p.sentence].text)] for p in (a, b))
    return 0.8 if Indel.normalized_similarity(left, right) >= NEAR_COPY else 0.4


def _quoted(retellings: Retellings, place: Place) -> bool:
    return bool(retellings.quotations(place))


def _evidence(retellings: Retellings, place: Place, statement: Statement) -> Evidence:
    text = retellings.analyses[place.article].article.text
    return Evidence(
        place.article, place.sentence, statement.speaker_start, statement.speaker_end, text[statement.speaker_start : statement.speaker_end]
    )
