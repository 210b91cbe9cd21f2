"""Differences between what outlets quote: other words in the marks, a cut that no ellipsis owns to, told without marks, another speaker.

Severity: 3 where a word of matter, a number, a negation or a sentence goes, 2 where a modal verb does or a condition is cut off, 1 where only
grammar or spelling does. Different stretches of one speech are no difference, nor is a quotation cut short: what differs must purport to be the
same utterance. ``confidence`` is the tie's (`compare.align.quotations`), or a fixed one of the kind that a constant here names.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from compare.align.quotations import Key, Tie, find_ties, find_utterance_ties
from compare.align.utterances import LONG_RUN, Utterance
from compare.extract.speech_words import PRONOUNS
from compare.judge.retellings import Retellings
from compare.judge.sense import moved
from compare.judge.statements import find_other_speakers, speaker_evidence, sure_of_voices
from compare.model import Analysis, ComparedQuotation, Difference, Entity, Evidence, Link
from compare.model.outlets import voice

CUT_SENTENCE = 0.7
CUT_CONDITION = 0.6
TOLD_OTHERWISE, TOLD_CLOSELY = 0.4, 0.6
"""What is told otherwise without marks was wrong more often than right on real events, save where it has nearly all the words."""
CLOSELY = 0.8
_CONDITIONS = frozenset({"if", "unless", "except", "provided"})
_SHOWN = 60


def find(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    entities: Sequence[Entity],
    quotations: Sequence[ComparedQuotation],
    retellings: Retellings | None = None,
) -> list[Difference]:
    """Differences of the kinds quote and attribution, in the order of the articles and their texts."""
    del entities
    retellings = retellings or Retellings(analyses, links)
    found: list[Difference] = []
    for tie in find_ties(analyses):
        if tie.relation in ("altered", "shaded", "respelt"):
            found.append(_altered(analyses, tie))
        elif tie.voice is False:
            found += _another_speaker(retellings, tie)
    found += _cut(retellings)
    found += _retold(retellings, quotations)
    found += find_other_speakers(retellings, links)
    return found


# Other words in the marks ----------------------------------------------------------------------------------------------------------


def _altered(analyses: Sequence[Analysis], tie: Tie) -> Difference:
    a, b = _spans(analyses, tie)
    severity = 1 if tie.relation != "altered" else 2 if tie.likeness is not None and not tie.likeness.grave else 3
    return Difference("quote", severity, a, b, _both(analyses, tie.a, a, tie.b, b), confidence=tie.confidence)


def _both(analyses: Sequence[Analysis], one: Key, a: Evidence, two: Key, b: Evidence) -> str:
    speaker = _called(analyses[one[0]].quotations[one[1]].speaker) or _called(analyses[two[0]].quotations[two[1]].speaker)
    left, right = voice(a.article), voice(b.article)
    if not speaker:
        return f"{left} quotes “{_short(a.text)}”, {right} “{_short(b.text)}”."
    return f"{left} quotes {speaker} as saying “{_short(a.text)}”, {right} as saying “{_short(b.text)}”."


def _called(speaker: str) -> str:
    """A speaker as a sentence names him: "the judge" for a common noun, "" for a pronoun."""
    if speaker.lower() in PRONOUNS:
        return ""
    return f"the {speaker}" if speaker[:1].islower() and not speaker.endswith("s") and " " not in speaker else speaker


def _spans(analyses: Sequence[Analysis], tie: Tie) -> tuple[Evidence, Evidence]:
    """What is to be shown: the words that differ, or all of both quotations where little agrees."""
    if tie.likeness is None or tie.left is None or tie.right is None or not tie.likeness.changed or tie.likeness.ratio < 0.5:
        return quotation_evidence(analyses, tie.a), quotation_evidence(analyses, tie.b)
    changed = tie.likeness.changed
    empty = any(first == last or low == high for first, last, low, high in changed)
    return (
        _words(analyses, tie.left, min(c[0] for c in changed), max(c[1] for c in changed), empty=empty),
        _words(analyses, tie.right, min(c[2] for c in changed), max(c[3] for c in changed), empty=empty),
    )


def _words(analyses: Sequence[Analysis], utterance: Utterance, first: int, last: int, *, empty: bool) -> Evidence:
    """A stretch of an utterance; where a word is only missing, its neighbours show the place."""
    if empty:
        first, last = max(0, first - 1), min(len(utterance.words), last + 1)
    return evidence(analyses, utterance.article, utterance.words[first].start, utterance.words[last - 1].end)


def evidence(analyses: Sequence[Analysis], article: int, start: int, end: int) -> Evidence:
    """A stretch of an article, with the sentence that it starts in."""
    analysis = analyses[article]
    sentence = max(0, bisect_right(analysis.sentences, start, key=lambda sentence: sentence.start) - 1)
    return Evidence(article, sentence, start, end, analysis.article.text[start:end])


def quotation_evidence(analyses: Sequence[Analysis], key: Key) -> Evidence:
    """The words inside the marks of a quotation, without a stop or a comma at their end."""
    quotation = analyses[key[0]].quotations[key[1]]
    return evidence(analyses, key[0], quotation.start, quotation.start + max(1, len(quotation.text.rstrip(" .,;"))))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


# What is cut without a sign --------------------------------------------------------------------------------------------------------


def _cut(retellings: Retellings) -> Iterator[Difference]:
    """A sentence gone from between two others inside one pair of marks; a condition gone from the end of a promise."""
    within: dict[tuple[Key, Key], list[Tie]] = defaultdict(list)
    for tie in find_utterance_ties(retellings.analyses):
        if tie.relation in ("verbatim", "trimmed", "respelt") and tie.likeness is not None and tie.voice is not False:
            within[tie.a, tie.b].append(tie)
            yield from _condition(retellings, tie)
    for (one, two), ties in within.items():
        sides = (retellings.utterances(*one), retellings.utterances(*two))
        met = sorted({(sides[0].index(tie.left), sides[1].index(tie.right)) for tie in ties if tie.left and tie.right})
        for (i, j), (k, m) in itertools.pairwise(met):
            for long, short, side in (((i, k), (j, m), 0), ((j, m), (i, k), 1)):
                if long[1] - long[0] > 1 and short[1] - short[0] == 1 and not {n[side] for n in met} & set(range(long[0] + 1, long[1])):
                    gone = sides[side][long[0] + 1 : long[1]]
                    kept = sides[1 - side][short[0] : short[1] + 1]
                    ends = [evidence(retellings.analyses, run[0].article, run[0].start, run[-1].end) for run in (gone, kept)]
                    yield _left_out(ends[0], ends[1], 3, CUT_SENTENCE, "without marking the cut")


def _condition(retellings: Retellings, tie: Tie) -> Iterator[Difference]:
    if tie.left is None or tie.right is None or tie.likeness is None:
        return
    first, last, low, high = tie.likeness.core
    for long, at, short, end in ((tie.left, last, tie.right, high), (tie.right, high, tie.left, last)):
        whole = first == low == 0 and end == len(short.words) and at < len(long.words)
        if whole and long.words[at].form in _CONDITIONS:
            gone = evidence(retellings.analyses, long.article, long.words[at].start, long.end)
            kept = evidence(retellings.analyses, short.article, short.start, short.end)
            yield _left_out(gone, kept, 2, CUT_CONDITION, "on which the rest depends")


def _left_out(gone: Evidence, kept: Evidence, severity: int, confidence: float, how: str) -> Difference:
    text = f"{voice(kept.article)} leaves out of the quotation words that {voice(gone.article)} has, “{_short(gone.text)}”, {how}."
    a, b = sorted((gone, kept), key=lambda end: end.article)
    return Difference("quote", severity, a, b, text, confidence=confidence)


# Another speaker -------------------------------------------------------------------------------------------------------------------


def _another_speaker(retellings: Retellings, tie: Tie) -> list[Difference]:
    """The same words in two persons' mouths, where both are named beside them."""
    if tie.likeness is None or tie.likeness.run < LONG_RUN:
        return []
    analyses = retellings.analyses
    a, b = speaker_evidence(analyses, tie.a), speaker_evidence(analyses, tie.b)
    if a is None or b is None:
        return []
    p, q = analyses[tie.a[0]].quotations[tie.a[1]], analyses[tie.b[0]].quotations[tie.b[1]]
    explanation = f"{voice(a.article)} attributes “{_short(p.text)}” to {p.speaker}, {voice(b.article)} to {q.speaker}."
    return [Difference("attribution", 3, a, b, explanation, confidence=sure_of_voices(retellings, a.place, b.place))]


# Told without marks ----------------------------------------------------------------------------------------------------------------


def _retold(retellings: Retellings, quotations: Sequence[ComparedQuotation]) -> Iterator[Difference]:
    counted: dict[int, int] = defaultdict(int)
    for quoted in quotations:
        key = (quoted.article, counted[quoted.article])
        counted[quoted.article] += 1
        for fidelity in quoted.fidelity:
            retelling = retellings.find(*key, fidelity.article) if fidelity.value == "paraphrased" else None
            if retelling is None or not retelling.same_voice:
                continue
            own = evidence(retellings.analyses, key[0], retelling.utterance.start, retelling.utterance.end)
            change = moved(own.text, retelling.stretch.text)
            text = f"{voice(own.article)} quotes {quoted.quotation.speaker}: “{_short(own.text)}”; "
            text += f"{voice(fidelity.article)} reports it without quotation marks" + (f" and {change}." if change else ".")
            a, b = sorted((own, retelling.stretch), key=lambda end: end.article)
            yield Difference(
                "quote",
                2 if change else 1,
                a,
                b,
                text,
                confidence=1.0 if not change else TOLD_CLOSELY if retelling.share >= CLOSELY else TOLD_OTHERWISE,
            )
