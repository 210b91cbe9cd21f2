"""The subject of a verb, found without a parser: who stands before it, over adverbs, attributes and subordinate clauses."""

from __future__ import annotations

from collections.abc import Sequence

from compare.extract.phrases import Phrase, PhraseWord
from compare.extract.speech_words import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PERSON_NOUNS, PREPOSITIONS, TIMES, word_set

_SUBORDINATORS = word_set("when while as after before if although though because since despite asked pressed pushed once until with")
_NO_NOUN = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | {"who", "whom", "to", "not"}
_INNER = word_set("after because that while although when before if since whether")
_ATTRIBUTES = word_set(
    "which a an the who whose whom which one his her their of from speaking writing then now former also aged himself herself"
)


class Subjects:
    """Finds subjects in one sentence. PhraseWord indexes throughout; a phrase that a preposition governs is nobody's subject."""

    def __init__(self, tokens: Sequence[PhraseWord], phrases: Sequence[Phrase]) -> None:
        self.tokens = tokens
        self.phrases = phrases
        self.by_last = {phrase.last: phrase for phrase in phrases}
        self.by_first = {phrase.first: phrase for phrase in phrases}

    def words(self, first: int, last: int) -> str:
        return " ".join(token.text for token in self.tokens[first : last + 1])

    def phrase_after(self, index: int) -> Phrase | None:
        """The phrase that starts at a token or one modifier run later."""
        for at in range(index, min(index + 7, len(self.tokens))):
            phrase = self.by_first.get(at)
            if phrase is not None:
                following = self.by_first.get(phrase.last + 1)
                return following if phrase.possessive and following is not None else phrase
            token = self.tokens[at]
            if token.kind != "word" or token.lower in PREPOSITIONS or token.lower in CONJUNCTIONS:
                return self._generic(index, at - 1)
        return None

    def _generic(self, first: int, last: int) -> Phrase | None:
        """A noun phrase of unknown words, such as “the audience”."""
        while first <= last and self.tokens[first].lower in DETERMINERS:
            first += 1
        if (
            not first <= last
            or last - first > 4
            or any(self.tokens[at].kind != "word" or self.tokens[at].lower in _NO_NOUN for at in range(first, last + 1))
        ):
            return None
        text = self.words(first, last)
        return Phrase(first, last, self.tokens[first].start, self.tokens[last].end, text, "noun", plural=text.endswith("s"))

    def skip_left(self, at: int) -> int:
        """Over adverbs, auxiliaries and times ("on Monday also") to what may be the subject's last token."""
        while at > 0:
            word = self.tokens[at].lower
            if (
                word in AUXILIARIES
                or word in ADVERBS
                or (word.endswith("ly") and self.tokens[at].text[0].islower() and len(word) > 4 and word not in PERSON_NOUNS)
            ):
                at -= 1
            elif word in TIMES or (word.isdigit() and at > 1 and self.tokens[at - 1].lower in TIMES):
                at -= 1
                while at > 0 and self.tokens[at].lower in ("on", "in", "last", "this", "late", "early", "earlier", "that"):
                    at -= 1
            elif word == ")" and "(" in (opened := [token.text for token in self.tokens[max(0, at - 8) : at]]):
                at = max(0, at - 8) + len(opened) - 1 - opened[::-1].index("(") - 1
            else:
                break
        return at

    def subject_left(self, index: int) -> Phrase | None:
        at = self.skip_left(index - 1)
        if index == 0 or at < 0:
            return None
        token = self.tokens[at]
        if token.lower == "which" and at > 1 and self.tokens[at - 1].text == ",":
            return self.by_last.get(at - 2)
        if token.lower in ("who", "that", "which") and (token.lower == "who" or at == 0 or self.tokens[at - 1].kind == "word"):
            return self._antecedent(at)
        phrase = self.by_last.get(at)
        if phrase is not None and not phrase.possessive:
            climbed = self._climb(phrase)
            return self._apposed(climbed) if not self.governed(climbed) else self.clause_subject(index) or climbed
        if token.lower == "to" and self.tokens[index - 1].lower == "to":
            return self._infinitive_subject(index)
        if token.kind == "word" and token.lower not in CONJUNCTIONS | PREPOSITIONS and token.lower != "to":
            low = at
            while low > 0 and at - low < 6:
                if self.tokens[low].lower in DETERMINERS:
                    generic = self._generic(low, at)
                    if generic is not None:
                        whole = Phrase(low, at, generic.start, generic.end, generic.text, "noun", plural=generic.plural)
                        return self._apposed(self._climb(whole))
                if self.tokens[low - 1].kind != "word" or self.tokens[low].lower in PREPOSITIONS | CONJUNCTIONS:
                    break
                low -= 1
            if low == 0 and self.tokens[0].lower in DETERMINERS:
                generic = self._generic(0, at)
                if generic is not None:
                    return generic
        if token.text == ",":
            return self._before_attribute(at) or self.clause_subject(index)
        return self.clause_subject(index)

    def _before_attribute(self, comma: int) -> Phrase | None:
        """Who stands before an attribute that a comma closes: "Shen, a student at the institute," "Reed, D-R.I.," "Robby Mook," after a title."""
        for at in range(comma - 1, 0, -1):
            if self.tokens[at].text in (";", ":") or self.tokens[at].kind == "quote":
                return None
            before = self.by_last.get(at - 1)
            if self.tokens[at].text != "," or before is None or before.possessive or before.text[:2] in ("R-", "D-", "I-"):
                continue
            first = self.tokens[at + 1]
            inside = self.by_first.get(at + 1)
            if before.kind == "noun" and inside is not None and inside.kind == "name" and inside.last == comma - 1:
                return inside
            brief = comma - at <= 4 and first.text[0].isupper()
            if brief or first.lower in _ATTRIBUTES or first.text[0].isdigit():
                subject = self._climb(before)
                return None if self.governed(subject) else self._apposed(subject)
        return None

    def _infinitive_subject(self, index: int) -> Phrase | None:
        """Who is to say it: the nearest phrase before "to" that a verb follows; where somebody is asked to, it is who asks that words are of."""
        asked = self.by_last.get(index - 2)
        if asked is not None and not self.governed(asked):
            return None
        for phrase in reversed(self.phrases):
            if phrase.last >= index - 1 or phrase.possessive or self.governed(phrase):
                continue
            after = self.tokens[phrase.last + 1]
            if after.kind == "word" and after.lower not in PREPOSITIONS - {"to"} | CONJUNCTIONS:
                return self._apposed(phrase)
        return self.clause_subject(index)

    def _apposed(self, phrase: Phrase) -> Phrase:
        """The name that a description explains: "Nate Silver, the polling guru" and "Her manager, Robby Mook," are both persons."""
        if phrase.kind != "noun" or phrase.first < 2 or self.tokens[phrase.first - 1].text != ",":
            return phrase
        before = self.by_last.get(phrase.first - 2)
        if before is None or before.kind != "name" or before.possessive or self.governed(before):
            return phrase
        return before

    def _antecedent(self, at: int) -> Phrase | None:
        """Whom "who" stands for: the phrase before it, over a comma and its own attributes."""
        end = at - 1
        while end >= 0 and self.tokens[end].kind == "mark":
            end -= 1
        if end >= 0 and end not in self.by_last and self.tokens[end].text[0].islower():
            return self._described_before(end) or self._generic(end, end)
        for phrase in reversed(self.phrases):
            if phrase.last <= end and phrase.kind != "pronoun":
                return self._apposed(self._climb(phrase)) if phrase.last >= end - 4 else self.clause_subject(at)
        return None

    def _described_before(self, end: int) -> Phrase | None:
        """The name that words of no known noun describe: Oskar Lind, a retired mason,"""
        for at in range(end, max(0, end - 5), -1):
            if self.tokens[at].lower in DETERMINERS and self.tokens[at - 1].text == ",":
                before = self.by_last.get(at - 2)
                return before if before is not None and before.kind == "name" and not before.possessive else None
        return None

    def governed(self, phrase: Phrase) -> bool:
        return phrase.first > 0 and self.tokens[phrase.first - 1].lower in PREPOSITIONS - _INNER

    def _climb(self, phrase: Phrase) -> Phrase:
        """From "Watch" in "Ken Smith of Human Rights Watch" to Ken Smith."""
        while phrase.first >= 2 and self.tokens[phrase.first - 1].lower in (
            "of",
            "for",
            "from",
            "at",
            "with",
            "in",
            "on",
            "to",
            "near",
            "and",
        ):
            before = self.by_last.get(phrase.first - 2)
            joined = self.tokens[phrase.first - 1].lower == "and"
            if before is None or before.possessive or (joined and (before.kind == "pronoun" or phrase.title)):
                break
            if joined and self.governed(before) is False and before.kind == "name":
                return before
            if before.kind == "name" and before.text.lower() in TIMES:
                break
            phrase = before
        return phrase

    def clause_subject(self, index: int) -> Phrase | None:
        """The first phrase of the clause that no preposition governs; past an opening subordinate clause where there is one."""
        low = self._clause_start(index)
        first = self.tokens[low] if low < index else None
        candidates = [p for p in self.phrases if low <= p.first and p.last < index and not p.possessive and not self.governed(p)]
        if first is not None and (first.lower in _SUBORDINATORS | PREPOSITIONS or first.lower.endswith(("ing", "ed"))):
            comma = next((at for at in range(low, index) if self.tokens[at].text == ","), -1)
            later = [p for p in candidates if p.first > comma] if comma >= 0 else []
            candidates = later or candidates
        if not candidates:
            return None
        chosen = self._climb(candidates[0])
        if chosen.kind == "noun" and len(candidates) > 1 and candidates[1].kind == "name" and candidates[1].first == chosen.last + 2:
            comma_before = self.tokens[chosen.last + 1].text == ","
            after = candidates[1].last + 1
            if comma_before and (after >= len(self.tokens) or self.tokens[after].text == "," or after == index):
                return candidates[1]
        return chosen

    def _clause_start(self, index: int) -> int:
        depth = 0
        for at in range(index - 1, -1, -1):
            token = self.tokens[at]
            if token.text == ")":
                depth += 1
            elif token.text == "(":
                if depth == 0:
                    return at + 1
                depth -= 1
            elif token.text == ";":
                return at + 1
            elif token.lower in _INNER and 0 < at < index - 1 and self.tokens[at - 1].kind == "word":
                inside = [
                    p for p in self.phrases if p.first > at and p.last < index and not p.possessive and not self._governed_from(p, at)
                ]
                if inside and inside[0].first <= at + 3 and self.tokens[index - 1].text == ",":
                    return at + 1
        return 0

    def _governed_from(self, phrase: Phrase, at: int) -> bool:
        return phrase.first - 1 != at and self.governed(phrase)
