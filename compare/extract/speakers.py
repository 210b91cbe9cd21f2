"""Names for speakers: the fullest form an article gives, and whom a pronoun most likely stands for.

A pronoun is resolved to the nearest name that fits it in gender and number, subjects before objects, with a little weight for the one who spoke
last. Gender is known from titles, spouses' and first names, and from what the article itself says; where it isn't known, everything fits.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from compare.extract.common import is_common
from compare.extract.phrases import Phrase, PhraseWord
from compare.extract.speech_words import AUXILIARIES, PREPOSITIONS, SAYING, SPEAKING_DOCUMENTS, TIMES, TITLES, listed, word_set
from compare.model import Mention

NOT_SUBJECT = 1.3
POSSESSIVE = 0.9
PARAGRAPH = 0.4
SPOKE_LAST = 0.8
DOUBT = 3.0
NEARBY, FAR, SAME_PARAGRAPH = 1.6, 2.4, 3.4
"""A name further off than this, such as an object of a sentence before, is meant by no pronoun surely enough; where its gender fits or it
stands in the same paragraph, further."""
ALONE = 5.0
"""Who alone fits in gender may stand so far off."""
MOSTLY = 3
"""So many times as often as others of one surname must somebody be named in full for the surname to stand for him."""
MOST_NAMESAKES = 200
"""Among more people of one surname nobody is told from the others."""
CLOSE = 0.5
"""A pronoun that fits two names about as well stands for neither."""
REACH = 12
"""A pronoun looks back so many sentences at most."""

_PERSON_TITLES = TITLES - word_set(
    "state defense defence treasury commerce interior finance health home press national foreign union first"
)
_PLACE_WORDS = listed("no_persons")
MALE_TITLES, FEMALE_TITLES = listed("male_titles"), listed("female_titles")
MALE_NOUNS, FEMALE_NOUNS = listed("male_nouns"), listed("female_nouns")
MALE_NAMES, FEMALE_NAMES = listed("male_names"), listed("female_names")


class Speaker(NamedTuple):
    """``text`` as shown, ``start`` of the words that name it in the text (a pronoun's, where it is one), ``surname`` to compare by."""

    text: str
    start: int
    surname: str
    gender: str = ""
    plural: bool = False


class NameOccurrence(NamedTuple):
    """One place where a name stands outside of quotations."""

    phrase: Phrase
    frame: int
    paragraph: int
    subject: bool
    person: bool


@lru_cache(maxsize=1 << 14)
def surname_of(name: str) -> str:
    """The last word of a name without "Jr." and its like, lower-case."""
    words = [word.strip(".,").lower() for word in name.split()]
    while len(words) > 1 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    return words[-1] if words else ""


@lru_cache(maxsize=1 << 14)
def gender_of(name: str, title: str) -> str:
    """``m``, ``f`` or ``""`` by titles and first names."""
    titles = set(title.split())
    if titles & MALE_TITLES:
        return "m"
    if titles & FEMALE_TITLES:
        return "f"
    first = name.split(maxsplit=1)[0].lower().rstrip(".") if name else ""
    if " " in name:
        return "m" if first in MALE_NAMES else "f" if first in FEMALE_NAMES else ""
    return ""


def _verb_follows(tokens: Sequence[PhraseWord], at: int) -> bool:
    """Whether a verb stands at a token, or behind an attribute between commas: Anna Stone, D-Ohio, said."""
    if at < len(tokens) and tokens[at].text == ",":
        at = next((end + 1 for end in range(at + 1, min(len(tokens), at + 9)) if tokens[end].text == ","), len(tokens))
    return at < len(tokens) and tokens[at].lower in AUXILIARIES | SAYING


@lru_cache(maxsize=1 << 14)
def _other_person(name: str, other: str) -> bool:
    """Whether two full names of one surname have first names that neither shortens: Melania, Donald."""
    a, b = name.split(maxsplit=1)[0].lower().rstrip("."), other.split(maxsplit=1)[0].lower().rstrip(".")
    return not (a.startswith(b) or b.startswith(a) or a[:3] == b[:3])


def _describes(tokens: Sequence[PhraseWord], phrase: Phrase) -> bool:
    """The former president: one person of whom one has just read."""
    return phrase.kind == "noun" and not phrase.plural and not phrase.possessive and tokens[phrase.first].lower == "the"


class SpeakerCandidates:
    """Everybody whom an article names outside of quotations."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted((mention.start, mention.end, mention.type) for mention in mentions)
        self._named: list[NameOccurrence] = []
        self._full: dict[str, dict[str, list[int]]] = {}
        self._gender: dict[str, str] = {}
        self._short: set[str] = set()
        self._titled: dict[str, int] = {}
        self._followed: dict[int, list[tuple[int, int, str, str]]] = {}
        self._pronouns: dict[int, tuple[int, tuple[int, int, str, str]]] = {}
        self._meant: dict[int, str] = {}
        self._relations: set[int] = set()

    def add(self, frame: int, paragraph: int, tokens: Sequence[PhraseWord], phrases: Sequence[Phrase]) -> None:
        """Take in the names of one sentence."""
        subject_seen = False
        for phrase in phrases:
            if phrase.owner is not None and phrase.owner.kind == "name":
                self._add_name(NameOccurrence(phrase.owner, frame, paragraph, False, self._looks_person(phrase.owner)))
            governed = phrase.first > 0 and tokens[phrase.first - 1].lower in PREPOSITIONS
            opens = phrase.first == 0 or tokens[phrase.first - 1].text in (",", ";", ":", "and", "but")
            verb = opens and _verb_follows(tokens, phrase.last + 1)
            says = phrase.first > 0 and tokens[phrase.first - 1].lower in ("said", "says")
            subject = not governed and not phrase.possessive and (verb or says or not subject_seen)
            if phrase.kind == "name" and not phrase.possessive:
                self._learn(tokens, phrase)
            if phrase.kind == "name":
                self._add_name(NameOccurrence(phrase, frame, paragraph, subject, self._looks_person(phrase)))
            elif subject and (phrase.text.lower() in ("he", "she") or _describes(tokens, phrase)):
                sex = "m" if phrase.text.lower() == "he" else "f" if phrase.text.lower() == "she" else ""
                told = (paragraph, phrase.start, phrase.text.lower(), sex)
                if sex:
                    self._pronouns[phrase.start] = frame, told
                else:
                    self._followed.setdefault(frame, []).append(told)
            subject_seen = subject_seen or subject

    def _learn(self, tokens: Sequence[PhraseWord], phrase: Phrase) -> None:
        """The gender that a word of kinship or of office before a name tells: his wife, Mina."""
        at = phrase.first - 1 - (phrase.first > 1 and tokens[phrase.first - 1].text == ",")
        sex = "m" if at >= 0 and tokens[at].lower in MALE_NOUNS else "f" if at >= 0 and tokens[at].lower in FEMALE_NOUNS else ""
        if sex:
            self._gender.setdefault(phrase.text.lower(), sex)
            self._relations.add(phrase.start)

    def _add_name(self, named: NameOccurrence) -> None:
        phrase = named.phrase
        surname = surname_of(phrase.text)
        gender = gender_of(phrase.text, phrase.title)
        if gender and named.person:
            self._gender.setdefault(surname if " " not in phrase.text else phrase.text.lower(), gender)
            self._gender.setdefault(surname, gender)
        if named.person and " " in phrase.text:
            self._full.setdefault(surname, {}).setdefault(phrase.text, []).append(phrase.start)
        if " " not in phrase.text:
            self._short.add(surname)
            if set(phrase.title.split()) & _PERSON_TITLES:
                self._titled.setdefault(surname, phrase.start)
        self._named.append(named)

    def _type(self, start: int, end: int) -> str:
        at = bisect_left(self._mentions, (start, 0, ""))
        for index in (at - 1, at, at + 1):
            if 0 <= index < len(self._mentions):
                low, high, kind = self._mentions[index]
                if low < end and start < high:
                    return kind
        return ""

    def _looks_person(self, phrase: Phrase) -> bool:
        """Whether a name may be a person's at all: by title, by first name, by what the mentions say, else by its shape."""
        words = phrase.text.split()
        first = words[0].lower().rstrip(".")
        if self._surely_person(phrase) or phrase.start in self._relations:
            return True
        known = self._type(phrase.start, phrase.end)
        if words[-1].lower() in _PLACE_WORDS:
            return False
        if known:
            return known == "person"
        return (
            2 <= len(words) <= 4
            and len(first) > 1
            and not any(word.isupper() for word in words)
            and not set(map(str.lower, words)) & _PLACE_WORDS
        )

    def _surely_person(self, phrase: Phrase) -> bool:
        words = phrase.text.split()
        first = words[0].lower().rstrip(".")
        named = len(words) > 1 and (first in MALE_NAMES or first in FEMALE_NAMES or len(first) == 1)
        return named or bool(set(phrase.title.split()) & _PERSON_TITLES)

    def _doubt(self, named: NameOccurrence) -> float:
        """How unlikely a name is a person's: 0 where a title, a first name or a later short form says so."""
        if not named.person:
            return 0.0 if surname_of(named.phrase.text) in self._full else REACH
        if self._surely_person(named.phrase) or self._type(named.phrase.start, named.phrase.end) == "person":
            return 0.0
        return 0.0 if surname_of(named.phrase.text) in self._short else DOUBT

    def speaks(self, phrase: Phrase) -> bool:
        """Whether a phrase may say anything: no event, law or work does, nor a place that the sentence doesn't have speak."""
        return phrase.kind != "name" or self._type(phrase.start, phrase.end) not in ("event", "law", "work")

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether a single word names a person or a body: by its title, by a fuller form, by what the mentions say."""
        at = bisect_left(self._mentions, (phrase.start + 1, 0, "")) - 1
        covered = at >= 0 and self._mentions[at][1] >= phrase.end
        return (
            phrase.text.startswith("@")
            or bool(set(phrase.title.split()) & _PERSON_TITLES)
            or surname_of(phrase.text) in self._full
            or (covered and self._mentions[at][2] in ("person", "organisation", "group", "place"))
        )

    def may_mean_it(self, phrase: Phrase) -> bool:
        """Whether words in marks may be a phrase's without a verb of saying: a person's or a body's, no place's, no description's."""
        if phrase.kind == "pronoun":
            return phrase.text.lower() != "it"
        kind = self._type(phrase.start, phrase.end)
        return phrase.kind == "name" and (
            self._looks_person(phrase) or kind in ("organisation", "group") or surname_of(phrase.text) in self._full
        )

    def may_be_person(self, phrase: Phrase) -> bool:
        """Whether a phrase is a pronoun or a person's name."""
        return phrase.kind == "pronoun" or self._looks_person(phrase) or surname_of(phrase.text) in self._full

    def gender(self, name: str) -> str:
        return self._gender.get(name.lower()) or self._gender.get(surname_of(name), "")

    def full(self, phrase: Phrase) -> str:
        """The fullest form of a name: the last one before it with the same surname, else the first after."""
        text = phrase.text
        if " " in text or text.startswith("@"):
            return self._bare(phrase)
        starts = self._full.get(surname_of(text), {})
        gender = gender_of(text, phrase.title)
        forms = [form for form in starts if surname_of(form) == form.split()[-1].strip(".,").lower()]  # Trump is not Donald Trump Jr.
        forms = [form for form in forms if not gender or self.gender(form) in ("", gender)] or forms
        if not forms or len(forms) > MOST_NAMESAKES:
            return text
        before = {form: bisect_right(starts[form], phrase.start) for form in forms}
        best = max(forms, key=before.__getitem__)  # the first one where none stands before
        first = starts[forms[0]][0]
        if self._titled.get(surname_of(text), first) < first and self.gender(best) == "f":
            return text  # President Trump has spoken before Melania Trump is named
        others = sum(len(starts[form]) for form in forms if _other_person(best, form))
        return text if others and (sum(len(starts[form]) for form in forms) - others) < MOSTLY * others else best

    def _bare(self, phrase: Phrase) -> str:
        """A name of several words without what the names found in the text leave out before it: "Editor-in-chief Anna Stone"."""
        at = bisect_right(self._mentions, (phrase.start, phrase.end, "~"))
        start, end, kind = self._mentions[at] if at < len(self._mentions) else (0, 0, "")
        bare = phrase.text[start - phrase.start :] if kind == "person" and end == phrase.end else ""
        return bare if " " in bare and len(phrase.text) == phrase.end - phrase.start and not is_common(bare.split()[0]) else phrase.text

    def speaker(self, phrase: Phrase) -> Speaker:
        """A speaker from the phrase that names it; not for pronouns."""
        text = self.full(phrase) if phrase.kind == "name" else phrase.text
        gender = (gender_of(text, phrase.title) or self.gender(text)) if phrase.kind == "name" else ""
        return Speaker(text, phrase.start, surname_of(text), gender, phrase.plural)

    def resolve(self, pronoun: Phrase, frame: int, paragraph: int, last: Speaker | None) -> Speaker | None:
        """Whom a pronoun stands for, or None. ``last`` is who spoke last."""
        word = pronoun.text.lower()
        if word in ("i", "we"):
            return None
        if pronoun.start in self._meant:
            name = self._meant[pronoun.start]
            return Speaker(name, pronoun.start, surname_of(name), self.gender(name))
        if last is not None and word == "they" and last.plural:
            return last._replace(start=pronoun.start)
        found: list[tuple[float, int, str, float]] = []
        later = bisect_right(self._named, frame, key=lambda named: named.frame)
        for at in range(later - 1, -1, -1):
            named = self._named[at]
            if frame - named.frame > REACH:
                break
            if named.phrase.start >= pronoun.start or named.phrase.text.lower() in TIMES:
                continue
            penalty = self._misfit(word, named, last)
            if penalty is not None:
                score = self._distance(frame - named.frame, paragraph - named.paragraph, subject=named.subject) + penalty
                found.append((round(score, 4), -named.phrase.start, self.full(named.phrase), self._reach(named, paragraph)))
        if word in ("he", "she"):
            found += self._from_subjects(pronoun, frame, paragraph, last)
        if not found:
            return None
        score, _, name, reach = min(found)
        if self._alone(word, name, [other for _, _, other, _ in found]):
            reach = ALONE
        rivals = [other for rated, _, other, _ in found if rated - score < CLOSE and surname_of(other) != surname_of(name)]
        if rivals or score > reach or (word in ("it", "they") and score > CLOSE):
            return None
        if word in ("he", "she"):
            self._meant[pronoun.start] = name
            if pronoun.start in self._pronouns:
                at, told = self._pronouns[pronoun.start]
                self._followed.setdefault(at, []).append(told)
            self._gender.setdefault(name.lower(), "m" if word == "he" else "f")
        return Speaker(name, pronoun.start, surname_of(name), self.gender(name))

    def _from_subjects(self, pronoun: Phrase, frame: int, paragraph: int, last: Speaker | None) -> list[tuple[float, int, str, float]]:
        """Candidates by earlier subjects: "he" of the sentence before is this one's, "the senator" of whom one has just read is who spoke."""
        word, found = pronoun.text.lower(), []
        nearest: dict[tuple[int, str, str], tuple[int, int, str]] = {}  # of one sentence the last one counts: the others stand as near
        for at in range(max(0, frame - REACH), frame + 1):
            for stood, start, text, sex in self._followed.get(at, ()):
                meant = self._meant.get(start) or (last.text if last is not None and text not in ("he", "she") else "")
                if meant and start < pronoun.start and start > nearest.get((at, text, meant), (-1,))[0]:
                    nearest[at, text, meant] = start, stood, sex
        for (at, text, meant), (start, stood, sex) in nearest.items():
            fits = (
                self.gender(meant) in ("", sex or self.gender(meant))
                and (text == word or text not in ("he", "she"))
                and self._fits(word, meant)
            )
            if fits:
                found.append((self._distance(frame - at, paragraph - stood, subject=True) - SPOKE_LAST, -start, meant, FAR))
        return found

    def _alone(self, word: str, name: str, found: Sequence[str]) -> bool:
        """Whether nobody else can be meant, and the name's gender is known to fit."""
        fits = word in ("he", "she") and self.gender(name) == ("m" if word == "he" else "f")
        return fits and all(surname_of(other) == surname_of(name) for other in found)

    def _reach(self, named: NameOccurrence, paragraph: int) -> float:
        if named.paragraph == paragraph:
            return SAME_PARAGRAPH
        return FAR if named.subject or self.gender(self.full(named.phrase)) else NEARBY

    @staticmethod
    def _distance(frames: int, paragraphs: int, *, subject: bool) -> float:
        return frames + (0.0 if subject else NOT_SUBJECT) + PARAGRAPH * paragraphs

    def _fits(self, word: str, name: str) -> bool:
        wanted = {"he": "m", "she": "f"}.get(word, "")
        return not wanted or (self.gender(name) in ("", wanted) and surname_of(name) not in SPEAKING_DOCUMENTS)

    def _misfit(self, word: str, named: NameOccurrence, last: Speaker | None) -> float | None:
        """How badly a name fits a pronoun; None where it can't be meant."""
        doubt = self._doubt(named)
        full = self.full(named.phrase)
        spoke_last = last is not None and last.surname in (surname_of(full), surname_of(named.phrase.text))
        if word in ("it", "they"):
            if doubt < DOUBT or (word == "it" and self._type(named.phrase.start, named.phrase.end) not in ("organisation", "group")):
                return None
            doubt = 0.0
        elif doubt >= REACH:
            if not spoke_last:
                return None
            doubt = SPOKE_LAST
        known = gender_of(full, named.phrase.title) or self.gender(full)
        if known and not {"he": known == "m", "she": known == "f"}.get(word, True):
            return None
        return doubt + (POSSESSIVE if named.phrase.possessive else 0.0) - (SPOKE_LAST if spoke_last else 0.0)
