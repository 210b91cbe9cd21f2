"""Who speaks in one sentence: its verbs of saying, their subjects, and which of them a quotation belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from compare.extract.phrases import Phrase, PhraseWord, find_phrases
from compare.extract.speech_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    INVERTED,
    PERSON_NOUNS,
    PREPOSITIONS,
    SAYING,
    SAYING_NOUNS,
    SPEAKING_DOCUMENTS,
    STANCE,
    listed,
    word_set,
)
from compare.extract.subjects import Subjects

ActKind = Literal["finite", "participle", "inverted", "according", "noun", "passive", "named"]

_BE = word_set("is was are were be been being get gets got 's 're 'm")
_NAMED = listed("named")
_PHRASAL = listed("phrasal")
_SUBORDINATE = word_set("as while after because although though whereas before since until")
_NOUNS_TOO = listed("nouns_too")
_NEAR = 6
"""An act without a subject goes on to marks at most so many tokens behind it."""
_JOINS = word_set("but and although while where whereas as")


class Act(NamedTuple):
    """One act of saying: the cue's token index, its words, and the phrase that says who (None where the sentence names nobody)."""

    cue: int
    text: str
    kind: ActKind
    subject: Phrase | None


class Clause(NamedTuple):
    """A sentence seen for who speaks in it; ``leading`` is for each act the best one up to it, from further on than ``_NEAR`` tokens."""

    tokens: Sequence[PhraseWord]
    phrases: Sequence[Phrase]
    acts: Sequence[Act]
    subject: Phrase | None
    leading: Sequence[Act]


def read_clause(tokens: Sequence[PhraseWord]) -> Clause:
    """Phrases and acts of saying of one sentence."""
    phrases = find_phrases(tokens)
    finder = _Finder(tokens, phrases)
    acts = finder.acts()
    leading = list(accumulate(acts, lambda best, act: _better(tokens, best, act, _NEAR + 1)))
    return Clause(tokens, phrases, acts, finder.subject(), leading)


def _outside(index: int, phrases: Sequence[Phrase]) -> bool:
    return not any(phrase.first <= index <= phrase.last and phrase.kind != "pronoun" for phrase in phrases)


def _author(phrase: Phrase | None) -> Phrase | None:
    """Of "Anna Stone's statement" Anna Stone."""
    if phrase is None or phrase.owner is None or phrase.kind != "noun":
        return phrase
    return phrase.owner if phrase.text.split()[-1].lower() in SAYING_NOUNS | SPEAKING_DOCUMENTS else phrase


class _Finder:
    def __init__(self, tokens: Sequence[PhraseWord], phrases: Sequence[Phrase]) -> None:
        self.tokens = tokens
        self.phrases = phrases
        self.subjects = Subjects(tokens, phrases)
        self.found: list[Act] = []

    def acts(self) -> list[Act]:
        for index, token in enumerate(self.tokens):
            if token.kind != "word":
                continue
            act = self._according(index) or self._verb(index) or self._noun(index)
            if act is not None:
                self.found.append(act._replace(subject=_author(act.subject)))
        return self.found

    def subject(self) -> Phrase | None:
        """The subject of the sentence as a whole."""
        return self.subjects.clause_subject(len(self.tokens))

    # Single cues -------------------------------------------------------------------------------------------------------------------

    def _according(self, index: int) -> Act | None:
        words = [token.lower for token in self.tokens[index : index + 4]]
        if words[:2] == ["according", "to"]:
            return Act(index, self.subjects.words(index, index + 1), "according", self.subjects.phrase_after(index + 2))
        if words[:2] in (["words", "of"], ["view", "of"]) and self._owner(index) is None:
            return Act(index, self.subjects.words(index, index + 1), "according", self.subjects.phrase_after(index + 2))
        if "_".join(words[:2]) in _PHRASAL and words[2:3] != ["and"] and not self._is_noun_here(index):
            return Act(index, self.subjects.words(index, index + 1), "finite", self.subjects.subject_left(index))
        return None

    def _verb(self, index: int) -> Act | None:
        token = self.tokens[index]
        word = token.lower
        if word not in SAYING and word not in STANCE:
            return None
        if not token.text[0].islower() and not (index == 0 and (word.endswith("ing") or word in INVERTED)):
            return None
        if self._is_noun_here(index) or (word.startswith("continu") and self.subjects.words(index + 1, index + 1) == "to"):
            return None
        if word in _NAMED and (self._names_a_thing(index) or self._adds_a_name(index)) and not self._is_passive(index):
            return Act(index, token.text, "named", None)
        if self._is_passive(index):
            return self._passive(index)
        if word.endswith("ing") and not self._after_be(index):
            return Act(index, token.text, "participle", self._participle_subject(index))
        inverted = self._inverted(index)
        if inverted is not None:
            return Act(index, token.text, "inverted", inverted)
        return Act(index, token.text, "finite", self.subjects.subject_left(index))

    def _noun(self, index: int) -> Act | None:
        """Trump's claim …, his promise to be “neutral”."""
        token = self.tokens[index]
        if token.lower not in SAYING_NOUNS:
            return None
        before = self.tokens[index - 1].lower if index else ""
        owner = self._owner(index)
        if owner is None and index >= 2 and before not in ("his", "her", "their"):
            before = self.tokens[index - 2].lower
        if owner is not None:
            return Act(index, token.text, "noun", owner)
        if before in ("his", "her", "their"):
            at = index - 1 if self.tokens[index - 1].lower == before else index - 2
            holder = self.tokens[at]
            pronoun = {"his": "he", "her": "she", "their": "they"}[before]
            phrase = Phrase(at, at, holder.start, holder.end, pronoun, "pronoun", plural=before == "their")
            return Act(index, token.text, "noun", phrase)
        if index + 1 < len(self.tokens) and self.tokens[index + 1].lower in ("from", "by"):
            source = self.subjects.phrase_after(index + 2)
            if source is not None:
                return Act(index, token.text, "noun", source)
        return None

    def _owner(self, index: int) -> Phrase | None:
        """Whose word it is: "Trump's" in "Trump's own claim", "Bush's Facebook post"."""
        for phrase in self.phrases:
            if phrase.first <= index <= phrase.last and phrase.owner is not None:
                return phrase.owner
            if phrase.possessive and index - 3 <= phrase.last < index:
                return phrase
            if phrase.owner is not None and phrase.last == index - 1:
                return phrase.owner
        return None

    # Conditions --------------------------------------------------------------------------------------------------------------------

    def _is_noun_here(self, index: int) -> bool:
        if index == 0:
            return self.tokens[0].lower in _NOUNS_TOO
        before = self.tokens[index - 1]
        word = self.tokens[index].lower
        if before.kind == "quote" and word in _NOUNS_TOO:
            return not (index + 1 < len(self.tokens) and self.tokens[index + 1].text[0].isupper())
        if word.endswith("ing") and before.lower in ("the", "a", "an", "this", "that"):
            return True
        if before.lower == "that" and index > 1 and self.tokens[index - 2].kind == "word" and word not in _NOUNS_TOO:
            return False
        if before.lower in DETERMINERS - {"all", "most", "many", "some", "few", "both", "others", "one", "another"}:
            phrase = self.subjects.by_last.get(index - 1)
            return phrase is None or (phrase.kind == "noun" and before.lower in ("the", "a", "an", "his", "her", "their", "its"))
        if before.lower in PREPOSITIONS - {"to"} and not word.endswith("ing"):
            return True
        if word in _NOUNS_TOO and before.lower in ("all", "most", "many", "some", "few", "both", "several"):
            return True
        phrase = self.subjects.by_last.get(index - 1)
        if phrase is not None and phrase.possessive:
            return True
        if phrase is not None and phrase.owner is not None and word in _NOUNS_TOO:
            return phrase.text.split()[-1].lower() not in PERSON_NOUNS
        within = bisect_right(self.phrases, index, key=lambda phrase: phrase.first) - 1
        if within >= 0 and index <= self.phrases[within].last:
            return True
        return word in _NOUNS_TOO and phrase is None and before.lower not in AUXILIARIES | {"to", "who"} and before.kind == "word"

    def _names_a_thing(self, index: int) -> bool:
        """A group called “…”, goods labeled “…”: the marks hold a name, nobody's words."""
        if index + 1 >= len(self.tokens) or self.tokens[index + 1].kind != "quote" or index == 0:
            return False
        phrase = self.subjects.by_last.get(index - 1)
        return self.tokens[index - 1].kind == "word" and (phrase is None or phrase.kind == "noun")

    def _adds_a_name(self, index: int) -> bool:
        """He wrote a book on it, called “…”."""
        around = [token.text if token.kind == "mark" else token.kind for token in self.tokens[max(0, index - 1) : index + 2]]
        return around == [",", "word", "quote"] and not self.tokens[index].lower.endswith("ing")

    def _after_be(self, index: int) -> bool:
        at = index - 1
        while at > 0 and (self.tokens[at].lower in ADVERBS or self.tokens[at].lower.endswith("ly")):
            at -= 1
        return at >= 0 and self.tokens[at].lower in _BE

    def _is_passive(self, index: int) -> bool:
        word = self.tokens[index].lower
        if word in ("said", "reported", "believed", "thought") and self.subjects.words(index + 1, index + 2).lower() in (
            "to have",
            "to be",
        ):
            return True
        if word.endswith(("ing", "s")) or (word in ("quoted", "said", "told", "wrote") and word != "told"):
            return False
        return self._after_be(index)

    def _passive(self, index: int) -> Act | None:
        word = self.tokens[index].lower
        for at in range(index + 1, min(len(self.tokens) - 1, index + 12)):
            if self.tokens[at].lower == "by":
                subject = self.subjects.phrase_after(at + 1)
                if subject is not None:
                    return Act(index, self.tokens[index].text, "finite", subject)
            if self.tokens[at].text in (";", ":"):
                break
        if word in _NAMED and (word != "known" or self.subjects.words(index + 1, index + 1) == "as"):
            return Act(index, self.tokens[index].text, "named", None)
        return Act(index, self.tokens[index].text, "passive", None)

    def _inverted(self, index: int) -> Phrase | None:
        """“…,” said the mayor: nothing stands between the quotation and the verb."""
        word = self.tokens[index].lower
        if word not in INVERTED or index + 1 >= len(self.tokens):
            return None
        at = index - 1
        while at >= 0 and (self.tokens[at].text in (",", "—", "–", "-", "--") or self.tokens[at].lower in ADVERBS):
            at -= 1
        after = self.tokens[index + 1]
        if after.kind != "word" or after.lower in PREPOSITIONS | CONJUNCTIONS:
            return None
        subject = self.subjects.phrase_after(index + 1)
        if at >= 0 and self.tokens[at].kind != "quote" and (self.tokens[at].lower not in ("as", "so") or index - at > 1):
            follows = subject is not None and (
                subject.last + 1 >= len(self.tokens) or self.tokens[subject.last + 1].text in (",", ".", ":")
            )
            return subject if follows and self.tokens[index - 1].text == "," else None
        if at < 0 and index > 0:
            return None
        return subject

    def _participle_subject(self, index: int) -> Phrase | None:
        if index > 1 and self.tokens[index - 1].lower == "as":
            return self.subjects.by_last.get(index - 2)
        at = index - 1
        phrase = self.subjects.by_last.get(at)
        if phrase is not None and phrase.first > 0 and self.tokens[phrase.first - 1].lower == "with" and not phrase.possessive:
            return phrase
        if index == 0 or (index == 1 and self.tokens[0].lower in ("by", "in", "while", "after", "when")):
            comma = next((i for i, token in enumerate(self.tokens) if token.text == "," or token.kind == "quote"), -1)
            return next((p for p in self.phrases if p.first > comma >= 0 and not p.possessive and not self.subjects.governed(p)), None)
        if self.tokens[index - 1].lower in PREPOSITIONS:
            return None  # lashing out at Stone for calling it …: of whom it tells, no grammar of words says
        absolute = self._absolute(index)
        if absolute >= 0:
            return next((p for p in self.phrases if p.first >= absolute and p.last < index and not p.possessive), None)
        joined = self._joined(index)
        if joined >= 0:
            return next((p for p in self.phrases if p.first <= joined + 3 and joined < p.last < index and not p.possessive), None)
        acts = [act.subject for act in self.found if act.kind in ("finite", "inverted", "participle") and act.subject is not None]
        if len({phrase.text for phrase in acts}) > 1:
            return None
        if acts:
            return acts[-1]
        subject = self.subjects.clause_subject(index)
        opening = self.tokens[0].lower in PREPOSITIONS | _SUBORDINATE or self.tokens[0].lower.endswith("ing")
        sure = subject is not None and (subject.first <= 1 or (opening and self.tokens[subject.first - 1].text == ","))
        return subject if sure else None

    def _absolute(self, index: int) -> int:
        """Behind the "with" of "…, with Stone's lawyer at the time calling it …"; -1 where there is none."""
        for at in range(index - 1, 0, -1):
            if self.tokens[at].text in ",;:" or self.tokens[at].kind == "quote":
                break
            if self.tokens[at].lower == "with" and self.tokens[at - 1].text == ",":
                return at + 1
        return -1

    def _joined(self, index: int) -> int:
        """Where the last clause with a subject of its own begins: …, but the court froze it, citing …; -1 where there is none."""
        for at in range(index - 3, 0, -1):
            if self.tokens[at].lower in _JOINS and (
                self.tokens[at - 1].text in ",;" or self.tokens[at].lower in ("although", "while", "where")
            ):
                inside = [p for p in self.phrases if at < p.first <= at + 3 and p.last < index - 1 and not p.possessive]
                if inside and self.tokens[inside[0].last + 1].kind == "word":
                    return at
        return -1


def choose_act(clause: Clause, block: int, *, comma: bool = False) -> Act | None:
    """The act of saying that the quotation at token ``block`` belongs to, or None where the sentence has none.

    A quotation that ends with a ``comma`` inside its marks looks forward to who says it.
    """
    tokens = clause.tokens
    label = _label(clause, block)
    if label is not None:
        return label
    right = _act_right(clause, block)
    left = _act_left(clause, block)
    if left is not None and right is not None and right.kind == "according" and left.kind in ("finite", "inverted"):
        named = left.subject is not None and left.subject.kind != "noun"
        if named and left.text.lower() in SAYING:
            return left
    if left is not None and left.subject is None:
        if left.kind == "named" and block - left.cue == 1:
            return left
        if left.kind in ("finite", "participle") and block - left.cue <= 3 and right is not None and right.kind == "according":
            return left
    starts = all(token.kind != "word" or token.lower in ("and", "but", "so", "or") for token in tokens[:block])
    if right is not None and (starts or left is None or left.subject is None):
        return right
    if (
        right is not None
        and comma
        and right.subject is not None
        and min(right.cue, right.subject.first) <= block + 2
        and right.cue <= block + 16
    ):
        return right
    if left is not None and right is not None and right.cue - block <= 4:
        weak = left.text.lower() in STANCE or left.kind in ("noun", "named", "passive")
        adjacent = not any(token.lower in CONJUNCTIONS for token in tokens[block + 1 : right.cue])
        if adjacent and (weak or (right.kind != "according" and block - left.cue > 6)):
            return right
    return left


def _subordinate(clause: Clause, act: Act, block: int) -> bool:
    """A later clause of its own: minister “sorry” as nurses call for a strike; a “supermax” prison, and an official said that …"""
    first = act.subject.first if act.subject is not None and act.kind == "finite" else 0
    if first > block + 3 and clause.tokens[first - 1].lower in ("and", "but"):
        return True
    return first > 1 and clause.tokens[first - 1].lower in _SUBORDINATE and clause.tokens[first - 2].text != ","


def _label(clause: Clause, block: int) -> Act | None:
    """A name and a colon before the marks, as in an interview: Stone: “…”."""
    if block < 2 or clause.tokens[block - 1].text != ":":
        return None
    phrase = next((p for p in clause.phrases if p.last == block - 2 and p.kind == "name"), None)
    if phrase is None or (phrase.first > 0 and clause.tokens[phrase.first - 1].lower not in ("-", "–", "—", "from", "by", "and")):
        return None
    return Act(block - 1, ":", "finite", phrase)


def _is_open(tokens: Sequence[PhraseWord], act: Act) -> bool:
    """Whether an act without a subject is nobody's rather than the one before it goes on, as in "was quoted as saying"."""
    return act.kind == "named" or (act.kind == "participle" and act.cue > 0 and tokens[act.cue - 1].lower != "as")


def _act_left(clause: Clause, block: int) -> Act | None:
    """The nearest act before the quotation; what somebody thinks, owns or is called yields to what somebody says."""
    near = bisect_left(clause.acts, block - _NEAR, key=lambda act: act.cue)
    best = clause.leading[near - 1] if near else None
    for act in clause.acts[near : near + _NEAR]:
        if act.cue >= block:
            break
        best = _better(clause.tokens, best, act, block - act.cue)
    return best


def _better(tokens: Sequence[PhraseWord], best: Act | None, act: Act, distance: int) -> Act:
    """Of the best act so far and the next one, so many tokens before the quotation, the one that the quotation belongs to."""
    if best is None or best.subject is None or (act.kind == "named" and distance == 1):
        return act
    if act.subject is None and (not _is_open(tokens, act) or distance > (_NEAR if act.kind == "participle" else 3)):
        return best
    if best.kind == "finite" and (act.kind == "according" or act.text.lower() in STANCE):
        return best
    return best if act.kind == "noun" and best.kind != "noun" and best.text.lower() in SAYING else act


def _act_right(clause: Clause, block: int) -> Act | None:
    """The act right after the quotation, else any later one of the sentence."""
    first = None
    for act in clause.acts[bisect_right(clause.acts, block, key=lambda act: act.cue) :]:
        if act.kind in ("named", "passive") or _subordinate(clause, act, block):
            continue
        if act.kind in ("inverted", "according") or (act.subject is not None and act.subject.first > block):
            return act
        first = first or act
    return first
