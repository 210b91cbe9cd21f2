"""Where another article tells in its own words, without marks, what one quotes.

A quotation is retold by a linked sentence that shares enough of its words of matter, or, for a quotation of a few words, that says the same of
the same thing: “both sides are “converging”” is retold by "both sides have come closer". The sentence must have the same speaker, by name or
pronoun, unless the words themselves leave no doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import count, takewhile
from typing import Literal, NamedTuple

from compare.align.frames import FRAGMENT
from compare.align.utterances import Utterance, utterances
from compare.align.voices import Voices
from compare.extract.attribution import Statement
from compare.extract.quotations import find_statements
from compare.extract.speech_words import word_set
from compare.extract.spoken_words import content_stems, is_content, spoken_words
from compare.model import Analysis, Evidence, FidelityValue, Link, Place, Quotation
from compare.text.words import fold, stem

Strength = Literal["aligned", "partial", "beside"]
"""How a sentence is linked to the quotation's: beside is the neighbour of one that is linked."""

ENOUGH: dict[Strength, float] = {"aligned": 0.2, "partial": 0.3, "beside": 0.67}
"""Share of an utterance's matter that a sentence without marks must have to retell it, where it has the same speaker."""
LITERAL = 0.8
RARE = 3
"""A word that more sentences of the article have doesn't tell a retelling from another sentence about the same matter."""
FEW = 3
"""A quotation of so few words of matter is known by what it is said of, too."""
_SENTENCES = 8
"""A quotation's first so many sentences are looked at."""
_COPULAS = word_set("is are was were be been being as")
# Characters before a quotation that its subject is looked for in.
_WINDOW = 100


class Retelling(NamedTuple):
    """``stretch`` is the part of the other article's sentence that retells ``utterance``; ``share`` of the utterance's matter it has."""

    utterance: Utterance
    stretch: Evidence
    share: float
    same_voice: bool


class _Marked:
    """What a sentence has in marks of its own: the stems of each quotation, looked up by them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._holding: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._known_by: dict[str, list[frozenset[str]]] = defaultdict(list)
        for stems in dict.fromkeys(_matter(text) for text in texts):
            for word in stems:
                self._holding[word].append(stems)
            if stems:
                self._known_by[min(stems)].append(stems)

    def has(self, matter: frozenset[str]) -> bool:
        """Whether a quotation of the sentence has all of these stems, or none but these."""
        if not matter:
            return False
        rarest = min((self._holding.get(word, []) for word in matter), key=len)
        return any(matter <= stems for stems in rarest) or any(stems <= matter for word in matter for stems in self._known_by.get(word, ()))


class Retellings:
    """Finds what other articles tell unquoted; what is read of an article, a sentence or a quotation is read once."""

    def __init__(self, analyses: Sequence[Analysis], links: Sequence[Link]) -> None:
        self.analyses = analyses
        self.voices = Voices(analyses)
        self._statements: dict[int, dict[int, list[Statement]]] = {}
        self._spoken: dict[int, dict[int, list[Utterance]]] = {}
        self._counts: dict[int, Counter[str]] = {}
        self._found: dict[tuple[int, int, int], Retelling | None] = {}
        self._stems: dict[Place, Mapping[str, tuple[int, int]]] = {}
        self._marked: dict[Place, _Marked] = {}
        self._near: dict[tuple[int, tuple[int, ...], int], dict[Place, Strength]] = {}
        self._subjects: dict[tuple[int, int], frozenset[str]] = {}
        self._speakers: dict[Place, tuple[str, ...]] = {}
        self._quotations: dict[Place, list[Quotation]] = defaultdict(list)
        for article, analysis in enumerate(analyses):
            for quotation in analysis.quotations:
                self._quotations[Place(article, quotation.sentence)].append(quotation)
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

    def quotations(self, place: Place) -> Sequence[Quotation]:
        """The quotations that begin in a sentence."""
        return self._quotations.get(place, ())

    def find(self, article: int, number: int, other: int) -> Retelling | None:
        """Where ``other`` retells a quotation best; None where it doesn't."""
        key = (article, number, other)
        if key not in self._found:
            self._found[key] = self._best(article, number, other)
        return self._found[key]

    def quotes_part(self, article: int, number: int, other: int) -> FidelityValue | None:
        """What a linked sentence's own marks have of a fragment, or a fragment there of this quotation: its words in a row; None where nothing."""
        quotation = self.analyses[article].quotations[number]
        mine = [word.form for word in spoken_words(quotation.text) if not word.loose]
        best: FidelityValue | None = None
        for place, strength in self._linked(article, quotation, other).items():
            for theirs in self.quotations(place):
                voice = self.voices.same(quotation, theirs)
                if strength == "beside" or voice is False or (voice is None and strength != "aligned"):
                    continue
                words = [word.form for word in spoken_words(theirs.text) if not word.loose]
                shorter, longer = sorted((mine, words), key=len)
                if 0 < len(shorter) <= FRAGMENT and any(map(is_content, shorter)) and _holds(longer, shorter):
                    best = "verbatim" if shorter == mine else best or "trimmed"
        return best

    def _best(self, article: int, number: int, other: int) -> Retelling | None:
        quotation = self.analyses[article].quotations[number]
        if not quotation.speaker:
            return None
        found: list[Retelling] = []
        matter = _matter(quotation.text)
        for place, strength in self._linked(article, quotation, other).items():
            if self._quotes_it_too(matter, place):
                continue
            for utterance in self.utterances(article, number):
                retelling = self._retelling(article, number, utterance, place, strength)
                if retelling is not None:
                    found.append(retelling)
        return max(found, key=lambda retelling: (retelling.same_voice, retelling.share, -retelling.stretch.start), default=None)

    def _linked(self, article: int, quotation: Quotation, other: int) -> dict[Place, Strength]:
        """Sentences of another article that a quotation's sentences are linked to, and those beside them."""
        sentences = self.analyses[article].sentences
        reached = takewhile(lambda n: n < len(sentences) and sentences[n].start < quotation.end, count(quotation.sentence + 1))
        own = (quotation.sentence, *(n for n, _ in zip(reached, range(_SENTENCES - 1), strict=False)))
        key = (article, own, other)
        if key not in self._near:
            self._near[key] = self._linked_to(article, own, other)
        return self._near[key]

    def _linked_to(self, article: int, own: Sequence[int], other: int) -> dict[Place, Strength]:
        found: dict[Place, Strength] = {}
        for sentence in own:
            for link in self._links.get(Place(article, sentence), ()):
                place = link.other(Place(article, sentence))
                if place.article == other and found.get(place) != "aligned":
                    found[place] = link.relation
        for place in sorted(found):
            for beside in (place.sentence - 1, place.sentence + 1):
                if 0 <= beside < len(self.analyses[other].sentences):
                    found.setdefault(Place(other, beside), "beside")
        return found

    def _retelling(self, article: int, number: int, utterance: Utterance, place: Place, strength: Strength) -> Retelling | None:
        quotation = self.analyses[article].quotations[number]
        stems = self._unquoted(place)
        matter = utterance.stems
        known = matter & stems.keys()
        share = round(len(known) / len(matter), 4) if matter else 0.0
        same_voice = any(self.voices.same_name(quotation.speaker, speaker) is True for speaker in self._speaking(place))
        if len(matter) <= FEW:
            subject = self._subject(article, number) & stems.keys()
            likely = (known and (strength == "aligned" or (strength == "partial" and same_voice))) or (same_voice and subject)
            known |= subject
        else:
            likely = share >= (ENOUGH[strength] if same_voice else LITERAL)
        sure = len(matter) <= FEW and strength == "aligned" and same_voice
        if not likely or not known or not (sure or any(self._rare(place.article, word) for word in known)):
            return None
        stretch = self._stretch(place, [stems[word] for word in sorted(known)])
        return Retelling(utterance, stretch, share, same_voice)

    def _rare(self, article: int, word: str) -> bool:
        """Whether few sentences of an article have a word, so that it says something."""
        if article not in self._counts:
            sentences = self.analyses[article].sentences
            forms = ({word.form for word in spoken_words(sentence.text)} for sentence in sentences)
            self._counts[article] = Counter(stem for found in forms for stem in content_stems(sorted(found)))
        return self._counts[article][word] <= RARE

    def _speaking(self, place: Place) -> tuple[str, ...]:
        """Who is said to have said something in a sentence, each once."""
        if place not in self._speakers:
            self._speakers[place] = tuple(dict.fromkeys(statement.speaker for statement in self.statements(place)))
        return self._speakers[place]

    def _quotes_it_too(self, matter: frozenset[str], place: Place) -> bool:
        """Whether the sentence has words of the quotation in marks of its own."""
        if place not in self._marked:
            self._marked[place] = _Marked([quotation.text for quotation in self.quotations(place)])
        return self._marked[place].has(matter)

    def _unquoted(self, place: Place) -> Mapping[str, tuple[int, int]]:
        """The stems of a sentence's words of matter outside of marks, each with its last place."""
        if place not in self._stems:
            analysis = self.analyses[place.article]
            sentence = analysis.sentences[place.sentence]
            quoted = analysis.quotations
            stems = {}
            for word in spoken_words(sentence.text, sentence.start):
                before = bisect_right(quoted, word.start, key=lambda quotation: quotation.start) - 1
                if is_content(word.form) and (before < 0 or word.start >= quoted[before].end):
                    stems[stem(word.form)] = (word.start, word.end)
            self._stems[place] = stems
        return self._stems[place]

    def _subject(self, article: int, number: int) -> frozenset[str]:
        """What a quotation of a few words is said of: the word right before it, or before its "is" or "are"; not in a heading."""
        if (article, number) not in self._subjects:
            self._subjects[article, number] = self._said_of(article, self.analyses[article].quotations[number])
        return self._subjects[article, number]

    def _said_of(self, article: int, quotation: Quotation) -> frozenset[str]:
        analysis = self.analyses[article]
        sentence = analysis.sentences[quotation.sentence]
        if sentence.kind == "heading":
            return frozenset()
        first = max(sentence.start, quotation.start - _WINDOW)
        before = [word.form for word in spoken_words(analysis.article.text[first : quotation.start])][-2:]
        if before and before[-1] in _COPULAS:
            before.pop()
        names = {fold(word) for word in quotation.speaker.split()} | {fold(quotation.cue)}
        return content_stems([form for form in before[-1:] if form not in names])

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


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether words stand in a row among others."""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _matter(text: str) -> frozenset[str]:
    return content_stems([word.form for word in spoken_words(text)])
