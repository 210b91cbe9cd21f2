"""Which speaker each quotation of an article has, and who is said to have said what without marks.

The quotations are blanked out, so that what remains of each sentence shows who speaks (`speech`); pronouns and short names are resolved over
the whole article (`speakers`). Quotations without a verb of their own belong to the one who spoke before them in the paragraph, or to whom the
sentence before them introduces. Words in marks that nobody is said to have said carry no speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from compare.extract.dialogues import dialogues
from compare.extract.loose import is_loose
from compare.extract.phrases import BLANK, Phrase, PhraseWord, find_phrases, tokenise, with_complement
from compare.extract.quotation_marks import Marked
from compare.extract.speakers import Speaker, SpeakerCandidates, surname_of
from compare.extract.speech import Act, Clause, choose_act, read_clause
from compare.extract.speech_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    INVERTED,
    PERSON_NOUNS,
    PREPOSITIONS,
    SAYING,
    SPEAKING_DOCUMENTS,
    STANCE,
    TIMES,
    listed,
)
from compare.model import Mention

_WORK_BEFORE = listed("work_before")
_NAME_BEFORE = listed("name_before")
_WORK_AFTER = listed("work_after")

_PEOPLE = frozenset(noun for noun in PERSON_NOUNS if noun.endswith("s") and not noun.endswith("ss")) | {"police", "people", "men", "women"}
_PLAINLY = frozenset(("said", "says", "wrote", "writes", "told", "tells", "tweeted", "added", "asked"))

UTTERANCE_WORDS = 4
"""So many words in marks are somebody's even where no verb of saying stands with them."""
BLUNT = 8
"""A sentence of so few tokens in which nobody says anything (Stone was blunt.) introduces the words after it."""
SIGNATURE = 16
"""A name after a dash that more words follow signs nothing."""
LONGEST_CLAUSE = 300
"""A sentence of more tokens is read in pieces, so that a text without stops takes linear time."""


class _Frame(NamedTuple):
    """A sentence outside of quotations, with those that stand in it."""

    start: int
    end: int
    paragraph: int
    clause: Clause
    marks: tuple[int, ...]


class Statement(NamedTuple):
    """Somebody says something: offsets of the sentence and of the words that name the speaker; ``named`` unless by pronoun or description."""

    start: int
    end: int
    speaker: str
    speaker_start: int
    speaker_end: int
    named: bool
    cue: str
    cue_start: int


@dataclass(slots=True)
class _State:
    """What is known while going through an article."""

    last: Speaker | None = None
    last_cue: str = ""
    last_paragraph: int = -1
    said: dict[int, tuple[Speaker, str]] = field(default_factory=dict)


def blank_out(text: str, marks: Sequence[Marked]) -> str:
    """The text with each quotation, marks included, replaced by as many blanks."""
    parts = []
    at = 0
    for mark in marks:
        parts += [text[at : mark.outer_start], BLANK * (mark.outer_end - mark.outer_start)]
        at = mark.outer_end
    return "".join([*parts, text[at:]])


def _in_title_case(tokens: Sequence[PhraseWord]) -> bool:
    """A Headline Such As This, OR THIS, whose capitals tell no names: all but its small words have them."""
    words = [token for token in tokens if token.kind == "word"]
    if len(words) > 2 and all(token.text.isupper() for token in words):
        return True
    small = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
    return len(words) >= 5 and all(token.text[0].isupper() or not token.text[0].isalpha() or token.lower in small for token in words)


class Attribution:
    """Frames of an article, and which speaker each of its quotations has. ``spans`` are its paragraphs, ``starts`` its sentences."""

    def __init__(
        self, text: str, marks: Sequence[Marked], spans: Sequence[tuple[int, int]], starts: Sequence[int], mentions: Sequence[Mention]
    ) -> None:
        self.text = text
        self.marks = marks
        self.blanked = blank_out(text, marks)
        self.people = SpeakerCandidates(mentions)
        self.frames = self._frames(spans, starts)
        self.state = _State()
        self.small_words = frozenset(re.findall(r"\b[a-z]\w*", text))

    # Frames ------------------------------------------------------------------------------------------------------------------------

    def _frames(self, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[_Frame]:
        frames: list[_Frame] = []
        mark = 0
        boundaries = sorted(starts)
        at = 0
        for paragraph, (low, high) in enumerate(spans):
            cuts = [low]
            while at < len(boundaries) and boundaries[at] < low:
                at += 1
            while at < len(boundaries) and boundaries[at] < high:
                cut = boundaries[at]
                at += 1
                if cut > low and not self._inside_mark(cut) and not self._runs_on(cut):
                    cuts.append(cut)
            for start, end in zip(cuts, [*cuts[1:], high], strict=True):
                tokens = tokenise(self.blanked, start, end)
                shouted = _in_title_case(tokens)
                if shouted:
                    tokens = [token._replace(text=token.lower) if token.lower in SAYING else token for token in tokens]
                for first in range(0, len(tokens), LONGEST_CLAUSE):
                    chunk = tokens[first : first + LONGEST_CLAUSE]
                    held = []
                    while mark < len(self.marks) and self.marks[mark].outer_start < chunk[-1].end:
                        held.append(mark)
                        mark += 1
                    clause = read_clause(chunk)
                    frames.append(_Frame(chunk[0].start, chunk[-1].end, paragraph, clause, tuple(held)))
                    if not shouted:
                        self.people.add(len(frames) - 1, paragraph, chunk, clause.phrases)
        return frames

    def _inside_mark(self, cut: int) -> bool:
        return (
            self.blanked[cut] == BLANK
            and self.blanked[cut - 1] == BLANK
            and self.marks[bisect_right(self.marks, cut, key=lambda mark: mark.outer_start) - 1].outer_start < cut
        )

    def _runs_on(self, cut: int) -> bool:
        """“Who pays?” Trump asked: a sentence in marks that the words after it continue."""
        before = self.blanked[:cut].rstrip()[-1:] if cut < 4 else self.blanked[max(0, cut - 4) : cut].rstrip()[-1:]
        if before != BLANK:
            return False
        inside = self.text[max(0, cut - 8) : cut].rstrip().rstrip("”\"'’»")[-1:]
        rest = self.text[cut : cut + 60]
        if inside in ",;" or rest[:1].islower():
            return True
        return inside in "?!—-" and self._says_so(cut)

    def _says_so(self, cut: int) -> bool:
        """Whether a sentence begins with who says what stands before it: Desmond Meade, president of …, told a crowd."""
        tokens = tokenise(self.blanked, cut, min(len(self.text), cut + 240))
        first = next((phrase for phrase in find_phrases(tokens) if phrase.first == 0 and not phrase.possessive), None)
        if first is None:
            return bool(tokens) and tokens[0].lower in INVERTED
        at = first.last + 1
        if at < len(tokens) and tokens[at].text in ",(":
            closing = "," if tokens[at].text == "," else ")"
            at = next((end + 1 for end in range(at + 1, min(len(tokens), at + 20)) if tokens[end].text == closing), len(tokens))
        while at < len(tokens) and (tokens[at].lower in ADVERBS or tokens[at].lower.endswith("ly")):
            at += 1
        followed = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        return at < len(tokens) and tokens[at].lower in SAYING and followed not in ("that", ":", BLANK)

    # Attribution -------------------------------------------------------------------------------------------------------------------

    def run(self) -> dict[int, tuple[Speaker, str]]:
        for number, frame in enumerate(self.frames):
            subject = frame.clause.subject
            if subject is not None and subject.kind == "pronoun":
                self.people.resolve(subject, number, frame.paragraph, self.state.last)
            if frame.marks:
                self._attribute(number, frame)
        return self.state.said

    def statements(self) -> list[Statement]:
        """Who is said to have said something, marks or not, with the speaker named in the sentence itself."""
        found = []
        for number, frame in enumerate(self.frames):
            for act in frame.clause.acts:
                if act.kind not in ("finite", "inverted", "according") or act.subject is None or act.text.lower() in STANCE:
                    continue
                speaker = self._speaker(act.subject, number, frame)
                if speaker is not None:
                    cue = frame.clause.tokens[act.cue]
                    named = act.subject.kind == "name"
                    found.append(
                        Statement(frame.start, frame.end, speaker.text, act.subject.start, act.subject.end, named, act.text, cue.start)
                    )
        return found

    def _attribute(self, number: int, frame: _Frame) -> None:
        words = [token for token in frame.clause.tokens if token.kind == "word"]
        if len(words) > 2 and all(token.text.isupper() for token in words):
            return  # a headline of another story: its capitals tell no names
        for mark in frame.marks:
            block = self._block(frame.clause.tokens, self.marks[mark])
            if self._is_title(frame.clause.tokens, block, self.marks[mark]):
                continue
            signed = self._signed(number, frame, block)
            if signed is not None:
                self._set(mark, frame, self.people.speaker(signed), "")
                continue
            act = choose_act(frame.clause, block, comma=self.text[self.marks[mark].end - 1] == ",") if words else None
            if act is not None:
                if act.kind in ("named", "passive"):
                    continue
                self._say(mark, number, frame, act)
                if mark not in self.state.said and len(words) > 1:
                    self.state.last_paragraph = -len(self.frames)
            if mark not in self.state.said and (not words or act is None):
                self._inherit(mark, number, frame, alone=not words)

    def _signed(self, number: int, frame: _Frame, block: int) -> Phrase | None:
        """The name after a dash or in brackets that ends a sentence: “…” – Anna Stone, mayor; also on a line of its own."""
        clause, at = frame.clause, block + 1
        if at == len(clause.tokens) and number + 1 < len(self.frames) and not self.frames[number + 1].marks:
            clause, at = self.frames[number + 1].clause, 0
        tokens = clause.tokens
        if at >= len(tokens) or tokens[at].text not in ("–", "—", "-", "--", "―", "("):
            return None
        phrase = next((p for p in clause.phrases if p.first == at + 1 and p.kind == "name" and not p.possessive), None)
        if phrase is None or len(tokens) - at > SIGNATURE or any(act.kind != "noun" for act in clause.acts if act.cue > at):
            return None
        rest = tokens[phrase.last + 1 :]
        follows = rest[0].text if rest else "."
        brackets = tokens[at].text == "("
        return phrase if follows in (",.)(@" if not brackets else ",)") and (" " in phrase.text or phrase.title or not brackets) else None

    @staticmethod
    def _block(tokens: Sequence[PhraseWord], mark: Marked) -> int:
        at = bisect_right(tokens, mark.outer_start, key=lambda token: token.start) - 1
        return at if at >= 0 and mark.outer_start < tokens[at].end else 0

    def _is_title(self, tokens: Sequence[PhraseWord], block: int, mark: Marked) -> bool:
        """The name of a show, a policy or the like: each word capitalised, in a place where works are named."""
        words = re.findall(r"[^\W\d_][\w'’-]*", self.text[mark.start : mark.end])
        before = tokens[block - 1] if block > 0 else None
        after = tokens[block + 1] if block + 1 < len(tokens) else None
        if before is not None and before.lower in _NAME_BEFORE:
            return True
        if before is not None and after is not None and self._within_name(before, mark, after):
            return True
        if not words or not all(word[0].isupper() or len(word) <= 3 for word in words) or self.text[mark.end - 1] in "!?":
            return False
        if not words[0][0].isupper():
            return False
        if after is not None and after.kind == "word" and after.lower in _WORK_AFTER:
            return True
        if before is not None and before.lower in ("told", "tell", "tells", "telling"):
            return len(words) > 1
        if before is not None and before.text == "," and block > 1:
            before = tokens[block - 2]
            return before.lower in _WORK_BEFORE - {"on", "its"}
        if before is None or before.kind != "word":
            return False
        if before.lower.endswith(("'s", "s'")) or before.lower in _WORK_BEFORE:
            return True
        return len(words) > 1 and (before.lower in DETERMINERS or (before.lower in PREPOSITIONS and not all(map(str.isupper, words))))

    def _within_name(self, before: PhraseWord, mark: Marked, after: PhraseWord) -> bool:
        """Whether a name goes on behind the marks: Lewis “Scooter” Libby."""
        return (
            before.kind == after.kind == "word"
            and before.text[0].isupper()
            and after.text[0].isupper()
            and before.lower not in SAYING | PREPOSITIONS | DETERMINERS | CONJUNCTIONS
            and after.lower not in TIMES
            and after.start - mark.outer_end == 1
            and self.text[mark.end - 1].isalnum()
            and self.text.count(" ", mark.start, mark.end) < UTTERANCE_WORDS
        )

    def _say(self, mark: int, number: int, frame: _Frame, act: Act) -> None:
        phrase = act.subject
        if phrase is None or not self.people.speaks(phrase) or self._is_thing(phrase, act):
            return
        tokens, quotation = frame.clause.tokens, self.marks[mark]
        if is_loose(self.text, quotation, tokens, self._block(tokens, quotation), act, phrase):
            return
        speaker = self._speaker(phrase, number, frame)
        if speaker is not None:
            self._set(mark, frame, speaker, act.text)

    def _is_thing(self, phrase: Phrase, act: Act) -> bool:
        """Side effects that are reported, Proposals that open a sentence: nouns for nobody, single capitalised words that name nobody."""
        if phrase.kind == "noun":
            head = phrase.text.split()[-1].lower().removesuffix("'s")
            return head not in PERSON_NOUNS and (act.text.lower() in STANCE or head not in SPEAKING_DOCUMENTS)
        if phrase.kind != "name" or " " in phrase.text or self.people.is_somebody(phrase):
            return False
        if act.cue == phrase.last + 1 and phrase.text.lower() in _PEOPLE:
            return False  # "Analysts describe it as …"
        beside = act.kind == "inverted" or (act.cue == phrase.last + 1 and act.text.lower() in _PLAINLY)
        return not beside or phrase.text.lower() in self.small_words

    def _speaker(self, phrase: Phrase, number: int, frame: _Frame) -> Speaker | None:
        if phrase.kind == "pronoun":
            meant = self.people.resolve(phrase, number, frame.paragraph, self.state.last)
            if meant is None:
                return None
            phrases = frame.clause.phrases
            behind = phrases[bisect_right(phrases, phrase.last, key=lambda one: one.first) :]
            # she shouted at Stone: whom a clause names behind its pronoun is somebody else
            others = (p for p in behind if p.kind == "name" and not p.possessive and surname_of(p.text) == meant.surname)
            return meant if next(others, None) is None else None
        return self.people.speaker(with_complement(frame.clause.tokens, phrase))

    def _set(self, mark: int, frame: _Frame, speaker: Speaker, cue: str) -> None:
        self.state.said[mark] = (speaker, cue)
        self.state.last, self.state.last_cue, self.state.last_paragraph = speaker, cue, frame.paragraph

    def _inherit(self, mark: int, number: int, frame: _Frame, *, alone: bool) -> None:
        if not alone:
            self._from_subject(mark, number, frame)
            return
        if self.text[self.marks[mark].start : self.marks[mark].end].isupper():
            return  # a heading
        state = self.state
        previous = self.frames[number - 1] if number else None
        if mark and not self.marks[mark - 1].closed and mark - 1 in state.said and frame.paragraph - state.last_paragraph <= 1:
            speaker, cue = state.said[mark - 1]
            self._set(mark, frame, speaker, cue)
            return
        if previous is not None and not previous.marks:
            subject = self._introduced(number - 1, previous, frame.paragraph)
            if subject is not None:
                self._set(mark, frame, *subject)
                return
        if state.last is not None and frame.paragraph - state.last_paragraph <= 1 and frame.paragraph not in self._dialogues:
            self._set(mark, frame, state.last, state.last_cue)

    @cached_property
    def _dialogues(self) -> frozenset[int]:
        """Paragraphs in which speakers take turns without being named."""
        bare: dict[int, str] = {}
        for frame in self.frames:
            words = any(token.kind == "word" for token in frame.clause.tokens)
            if words or bare.get(frame.paragraph) == "":
                bare[frame.paragraph] = ""
            elif frame.marks:
                last = self.marks[frame.marks[-1]]
                bare[frame.paragraph] = self.text[last.start : last.end].rstrip()
        return dialogues(bare)

    def _from_subject(self, mark: int, number: int, frame: _Frame) -> None:
        """A sentence without a verb of saying gives its subject's words where a colon leads to more than a phrase."""
        subject = frame.clause.subject
        quotation = self.marks[mark]
        if (
            subject is None
            or self.text[max(0, quotation.outer_start - 3) : quotation.outer_start].rstrip()[-1:] != ":"
            or not self.people.may_mean_it(subject)
            or self.text.count(" ", quotation.start, quotation.end) < UTTERANCE_WORDS - 1
        ):
            return
        if subject.end < quotation.start and self.blanked.count(" ", subject.end, quotation.start) <= BLUNT:
            self._say(mark, number, frame, Act(-1, "", "finite", subject))

    def _introduced(self, number: int, previous: _Frame, paragraph: int) -> tuple[Speaker, str] | None:
        """Who a sentence without quotations introduces as the speaker of those that follow."""
        clause = previous.clause
        colon = self.text[previous.end - 1] == ":"
        silent = ("named", "passive") if colon else ("named", "passive", "noun")
        acts = [act for act in clause.acts if act.subject is not None and act.kind not in silent]
        if not colon and (acts[0].text.lower() in STANCE or previous.paragraph != paragraph if acts else len(clause.tokens) > BLUNT):
            return None
        phrase = acts[0].subject if acts else clause.subject
        cue = acts[0].text if acts else ""
        if phrase is None or not (self.people.speaks(phrase) if acts else self.people.may_mean_it(phrase)):
            return None
        if not acts and not colon and not self.people.may_be_person(phrase):
            return None
        if acts and self._is_thing(phrase, acts[0]):
            return None
        speaker = self._speaker(phrase, number, previous)
        return (speaker, cue) if speaker is not None else None
