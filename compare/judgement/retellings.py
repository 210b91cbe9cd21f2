"""Where another article tells in its own words, without marks, what one quotes.

A quotation is retold by a linked sentence that shares enough of its words of matter, or, for a quotation of a few words, that says the same of
the same thing: “both sides are “converging”” is retold by "both sides have come closer". The sentence must have the same speaker, by name or
pronoun, unless the words themselves leave no doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from compare.alignment.utterances import Utterance, utterances
from compare.alignment.voices import Voices
from compare.language.attribution import Statement
from compare.language.quotations import find_statements
from compare.language.spoken_words import content_stems, is_content, spoken_words
from compare.language.words import fold, stem
from compare.model import Analysis, Evidence, Link, Place, Quotation

ENOUGH = 0.3
"""Share of an utterance's matter that a sentence without marks must have to retell it."""
LITERAL = 0.8
NEIGHBOURS = 3
"""A quotation of a few words is known by so many words of matter before it and by two after it."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """``stretch`` is the part of the other article's sentence that retells the quotation; ``share`` of the quotation's matter it has."""

    quotation: int
    stretch: Evidence
    share: float
    same_voice: bool


class Retellings:
    """Finds what other articles tell unquoted; statements are found once an article."""

    def __init__(self, analyses: Sequence[Analysis], links: Sequence[Link]) -> None:
        self.analyses = analyses
        self.voices = Voices(analyses)
        self._statements: dict[int, dict[int, list[Statement]]] = {}
        self._spoken: dict[int, dict[int, list[Utterance]]] = {}
        self._links: dict[Place, list[Link]] = defaultdict(list)
        for link in links:
            self._links[link.a].append(link)
            self._links[link.b].append(link)

    def statements(self, place: Place) -> Sequence[Statement]:
        """Who is said to have said something in a sentence."""
        if place.article not in self._statements:
            analysis = self.analyses[place.article]
            starts = [sentence.start for sentence in analysis.sentences]
            by_sentence: dict[int, list[Statement]] = defaultdict(list)
            for statement in find_statements(analysis.article, analysis.sentences, analysis.mentions):
                by_sentence[bisect_right(starts, statement.cue_start) - 1].append(statement)
            self._statements[place.article] = by_sentence
        return self._statements[place.article].get(place.sentence, ())

    def utterances(self, article: int, quotation: int) -> Sequence[Utterance]:
        """The sentences inside the marks of a quotation."""
        if article not in self._spoken:
            by_quotation: dict[int, list[Utterance]] = defaultdict(list)
            for utterance in utterances(article, self.analyses[article]):
                for number in utterance.quotations:
                    by_quotation[number].append(utterance)
            self._spoken[article] = by_quotation
        return self._spoken[article].get(quotation, ())

    def find(self, article: int, number: int, other: int) -> Retelling | None:
        """Where ``other`` retells a quotation, best first; None where it doesn't."""
        quotation = self.analyses[article].quotations[number]
        if not quotation.speaker:
            return None
        found: list[Retelling] = []
        for sentence in self._sentences(article, quotation):
            for link in self._links.get(Place(article, sentence), ()):
                place = link.other(Place(article, sentence))
                if place.article == other:
                    retelling = self._retelling(article, number, place, aligned=link.relation == "aligned")
                    if retelling is not None:
                        found.append(retelling)
        return max(found, key=lambda retelling: (retelling.same_voice, retelling.share, -retelling.stretch.start), default=None)

    def _sentences(self, article: int, quotation: Quotation) -> list[int]:
        sentences = self.analyses[article].sentences
        return [n for n in range(quotation.sentence, len(sentences)) if n == quotation.sentence or sentences[n].start < quotation.end][:8]

    def _retelling(self, article: int, number: int, place: Place, *, aligned: bool) -> Retelling | None:
        quotation = self.analyses[article].quotations[number]
        told = self._unquoted(place)
        if not told or self._quotes_it_too(quotation, place):
            return None
        stems = {stem(form): (start, end) for form, start, end in told}
        matter = content_stems([word.form for word in spoken_words(quotation.text)])
        share = round(len(matter & stems.keys()) / len(matter), 4) if matter else 0.0
        same_voice = any(self.voices.same_name(quotation.speaker, statement.speaker) is True for statement in self.statements(place))
        if len(matter) <= NEIGHBOURS:
            neighbours = self._neighbours(article, quotation)
            known = neighbours & stems.keys()
            if not (aligned or same_voice) or (share == 0.0 and not (same_voice and len(known) >= max(1, len(neighbours) // 2))):
                return None
            common = (matter | known) & stems.keys()
        else:
            if share < (ENOUGH if same_voice else LITERAL):
                return None
            common = matter & stems.keys()
        if not common:
            return None
        return Retelling(number, self._stretch(place, [stems[word] for word in sorted(common)]), share, same_voice)

    def _quotes_it_too(self, quotation: Quotation, place: Place) -> bool:
        """Whether the sentence has words of the quotation in marks of its own."""
        matter = content_stems([word.form for word in spoken_words(quotation.text)])
        for other in self.analyses[place.article].quotations:
            if other.sentence == place.sentence:
                stems = content_stems([word.form for word in spoken_words(other.text)])
                if stems and matter and (stems <= matter or matter <= stems):
                    return True
        return False

    def _unquoted(self, place: Place) -> list[tuple[str, int, int]]:
        """The words of matter of a sentence that stand outside of marks."""
        analysis = self.analyses[place.article]
        sentence = analysis.sentences[place.sentence]
        quoted = [(q.start, q.end) for q in analysis.quotations if q.start < sentence.end and q.end > sentence.start]
        return [
            (word.form, word.start, word.end)
            for word in spoken_words(sentence.text, sentence.start)
            if is_content(word.form) and not any(start <= word.start < end for start, end in quoted)
        ]

    def _neighbours(self, article: int, quotation: Quotation) -> frozenset[str]:
        """The matter right around a quotation of a few words, in its own sentence and outside of marks."""
        told = self._unquoted(Place(article, quotation.sentence))
        names = {fold(word) for word in quotation.speaker.split()} | {fold(quotation.cue)}
        before = [form for form, _, end in told if end <= quotation.start and form not in names][-2:]
        after = [form for form, start, _ in told if start >= quotation.end and form not in names][:1]
        return content_stems([*before, *after])

    def _stretch(self, place: Place, spans: Sequence[tuple[int, int]]) -> Evidence:
        """From the verb of saying, or the first word in common, to the end of the clause with the last one."""
        sentence = self.analyses[place.article].sentences[place.sentence]
        text = self.analyses[place.article].article.text
        start, end = min(low for low, _ in spans), max(high for _, high in spans)
        for statement in self.statements(place):
            if sentence.start <= statement.cue_start < start:
                start = statement.cue_start
        stop = next((at for at in range(end, sentence.end) if text[at] in ",;.:—"), sentence.end)
        return Evidence(place.article, place.sentence, start, stop, text[start:stop])
