"""Whether two outlets name the same speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.extract.speakers import gender_of, surname_of
from compare.extract.speech_words import PERSON_NOUNS, PRONOUNS, SPEAKING_DOCUMENTS
from compare.model import Analysis, Quotation
from compare.text.words import fold


class Voices:
    """Compares the speakers of quotations over all articles. ``same`` is symmetrical."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._persons = {
            surname_of(fold(mention.text)) for analysis in analyses for mention in analysis.mentions if mention.type == "person"
        }
        self._others = {
            fold(mention.text) for analysis in analyses for mention in analysis.mentions if mention.type not in ("person", "other")
        }

        self._known: dict[tuple[str, str], bool | None] = {}

    def same(self, a: Quotation, b: Quotation) -> bool | None:
        """True or False where both name somebody; None where one names nobody in particular (officials, a letter, a pronoun, a party)."""
        return self.same_name(a.speaker, b.speaker)

    def same_name(self, a: str, b: str) -> bool | None:
        """As `same`, of two names."""
        if (a, b) not in self._known:
            self._known[a, b] = self._known[b, a] = self._same(a, b)
        return self._known[a, b]

    def _same(self, a: str, b: str) -> bool | None:
        if self._nameless(a) or self._nameless(b):
            return None
        left, right = fold(a), fold(b)
        if left == right:
            return True
        if surname_of(left) == surname_of(right):
            return None if _other_first_name(left, right) else True
        if set(left.split()) <= set(right.split()) or set(right.split()) <= set(left.split()):
            return True
        return False if self.is_person(a) and self.is_person(b) else None

    @staticmethod
    def same_words(a: Quotation, b: Quotation) -> bool:
        """Whether both call their speaker by one common noun: the judge here, the judge there."""
        return bool(a.speaker) and fold(a.speaker) == fold(b.speaker) and fold(a.speaker) not in PRONOUNS

    def is_person(self, name: str) -> bool:
        """Whether a name is surely a person's: so mentioned, or by its first name."""
        folded = fold(name)
        if self._nameless(name) or folded in self._others:
            return False
        return surname_of(folded) in self._persons or bool(gender_of(name, ""))

    @staticmethod
    def _nameless(name: str) -> bool:
        words = re.findall(r"[\w'’.-]+", name)
        if not words or not words[-1][0].isupper() or words[0].lower() in PRONOUNS:
            return True
        return words[-1].lower() in PERSON_NOUNS | SPEAKING_DOCUMENTS or "’s " in name or "'s " in name


def _other_first_name(a: str, b: str) -> bool:
    """Eric Trump is not Donald Trump; J. Smith may be John Smith."""
    left, right = a.split(), b.split()
    if len(left) < 2 or len(right) < 2:
        return False
    one, two = left[0].rstrip("."), right[0].rstrip(".")
    return one != two and not (len(one) == 1 or len(two) == 1 or one.startswith(two[:3]) or two.startswith(one[:3]))
