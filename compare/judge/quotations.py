"""Differences between what outlets quote: other words in the marks (3), other forms of words (2) or spellings (1), told without
marks (1, or 2 where the sense moves), and the same words or the same statement given to somebody else (attribution, 3 or 2).

Different stretches of one speech are no difference, nor is a quotation cut short: what differs must purport to be the same utterance.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence

from compare.align.quotations import Key, Tie, find_ties
from compare.align.utterances import LONG_RUN, Relation, Utterance
from compare.extract.phrases import SUBJECT_PRONOUNS
from compare.judge.retellings import Retelling, Retellings
from compare.judge.sense import moved
from compare.judge.statements import find_other_speakers, speaker_evidence
from compare.model import Analysis, ComparedQuotation, Difference, Entity, Evidence, Link
from compare.model.outlets import voice

_SEVERITY: dict[Relation, int] = {"altered": 3, "shaded": 2, "respelt": 1}
_SHOWN = 60
_NAMED_AT_MOST = 8


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
    ties = find_ties(analyses)
    consensus = _Consensus(ties, quotations)
    found: list[Difference] = []
    for tie in ties:
        if tie.relation in _SEVERITY:
            found.append(_altered(analyses, tie, consensus.of(tie)))
        elif tie.voice is False:
            found += _another_speaker(analyses, tie)
    found += _retold(retellings, quotations)
    found += find_other_speakers(retellings, links)
    return found


# Other words in the marks ----------------------------------------------------------------------------------------------------------


def _altered(analyses: Sequence[Analysis], tie: Tie, consensus: str) -> Difference:
    a, b = _spans(analyses, tie)
    speaker = _called(analyses[tie.a[0]].quotations[tie.a[1]].speaker) or _called(analyses[tie.b[0]].quotations[tie.b[1]].speaker)
    one, other = _short(a.text), _short(b.text)
    if speaker:
        explanation = f"{voice(a.article)} quotes {speaker} as saying “{one}”, {voice(b.article)} as saying “{other}”."
    else:
        explanation = f"{voice(a.article)} quotes “{one}”, {voice(b.article)} “{other}”."
    return Difference("quote", _SEVERITY[tie.relation], a, b, explanation, consensus)


def _called(speaker: str) -> str:
    """A speaker as a sentence names him: "the judge" for a common noun, "" for a pronoun."""
    if speaker.lower() in SUBJECT_PRONOUNS:
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


def _clusters(quotations: Sequence[ComparedQuotation]) -> dict[Key, str]:
    """The cluster of each quotation; its index counts within its article."""
    counted: dict[int, int] = defaultdict(int)
    found: dict[Key, str] = {}
    for quoted in quotations:
        found[quoted.article, counted[quoted.article]] = quoted.cluster
        counted[quoted.article] += 1
    return found


class _Consensus:
    """Over three or more articles, who has the same words and who stands alone with his."""

    def __init__(self, ties: Sequence[Tie], quotations: Sequence[ComparedQuotation]) -> None:
        self._name = _clusters(quotations)
        self._groups: dict[str, dict[int, set[int]]] = defaultdict(dict)
        for key, name in self._name.items():
            if name:
                self._groups[name].setdefault(key[0], {key[0]})
        for tie in ties:
            name = self._name.get(tie.a, "")
            if name and tie.relation in ("verbatim", "trimmed"):
                group = self._groups[name]
                joined = group[tie.a[0]] | group[tie.b[0]]
                for article in joined:
                    group[article] = joined

    def of(self, tie: Tie) -> str:
        """One sentence, or "" where there is nothing to say."""
        group = self._groups.get(self._name.get(tie.a, ""), {})
        if len(group) < 3:
            return ""
        left, right = group[tie.a[0]], group[tie.b[0]]
        if left == right or len(left) == len(right):
            return ""
        many, few = (left, right) if len(left) > len(right) else (right, left)
        return f"{named(many)} have the same words; {named(few)} {'stands' if len(few) == 1 else 'stand'} alone."


def named(articles: Collection[int]) -> str:
    """Articles by their letters in a sentence: ``A``, ``A and C``; of a great many the first few, and how many more there are."""
    names = [voice(article) for article in sorted(articles)]
    if len(names) > _NAMED_AT_MOST:
        names = [*names[: _NAMED_AT_MOST - 2], f"{len(names) - _NAMED_AT_MOST + 2} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


# Another speaker -------------------------------------------------------------------------------------------------------------------


def _another_speaker(analyses: Sequence[Analysis], tie: Tie) -> list[Difference]:
    """The same words in two persons' mouths, where both are named beside them."""
    if tie.likeness is None or tie.likeness.run < LONG_RUN:
        return []
    a, b = speaker_evidence(analyses, tie.a), speaker_evidence(analyses, tie.b)
    if a is None or b is None:
        return []
    p, q = analyses[tie.a[0]].quotations[tie.a[1]], analyses[tie.b[0]].quotations[tie.b[1]]
    words = _short(p.text)
    explanation = f"{voice(a.article)} gives “{words}” to {p.speaker}, {voice(b.article)} to {q.speaker}."
    return [Difference("attribution", 3, a, b, explanation)]


# Told without marks ----------------------------------------------------------------------------------------------------------------


def _retold(retellings: Retellings, quotations: Sequence[ComparedQuotation]) -> list[Difference]:
    counted: dict[int, int] = defaultdict(int)
    found = []
    for quoted in quotations:
        number = counted[quoted.article]
        counted[quoted.article] += 1
        for fidelity in quoted.fidelity:
            if fidelity.value != "paraphrased":
                continue
            retelling = retellings.find(quoted.article, number, fidelity.article)
            if retelling is not None and retelling.same_voice:
                found.append(_told(retellings, (quoted.article, number), retelling))
    return found


def _told(retellings: Retellings, key: Key, retelling: Retelling) -> Difference:
    quotation = retellings.analyses[key[0]].quotations[key[1]]
    own = evidence(retellings.analyses, key[0], retelling.utterance.start, retelling.utterance.end)
    change = moved(own.text, retelling.stretch.text)
    quoting, telling = voice(own.article), voice(retelling.stretch.article)
    explanation = f"{quoting} quotes {quotation.speaker}: “{_short(own.text)}”; {telling} tells it without marks"
    explanation += f" and {change}." if change else "."
    ends = (own, retelling.stretch) if own.article < retelling.stretch.article else (retelling.stretch, own)
    return Difference("quote", 2 if change else 1, *ends, explanation)
