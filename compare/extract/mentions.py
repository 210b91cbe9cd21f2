"""People, places, organisations and the like named in an article, by rules.

The rules look at runs of capitalised words (`runs`), ask each piece and its surroundings what it may be (`evidence`), and let the whole text
vote (`voting`): one string has one type, a bare surname is the person whose full name the text gives, the head of a long name is the same body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from compare.data import tables
from compare.deferred import deferred
from compare.errors import NewsdiffError
from compare.extract import headings, voting
from compare.extract import organisations as cues
from compare.extract.common import is_common
from compare.extract.cutting import DAYS_AND_MONTHS, cut
from compare.extract.joins import brands_in, nicknames_in, whole_names
from compare.extract.neighbours import apart
from compare.extract.openers import FUNCTION_WORDS, OPENERS
from compare.extract.patterns import is_capitalised
from compare.extract.quoted import find_works
from compare.extract.runs import NameWord, Piece, dateline_start, find_runs
from compare.extract.speech_words import PERSON_NOUNS
from compare.extract.titles import ALSO_SURNAMES, HONORIFICS, is_modifier, is_office, role_after, role_before
from compare.model import Article, EntityType, Mention, Sentence
from compare.text.gazetteer import groups, nation_words, places, states

_TABLES = tables("name_cues.txt")

_LOWER = re.compile(r"(?<![\w@#'-])(?<!’)[a-z]{2,}(?![\w@])")
_INITIAL_PLACE = re.compile(r"(?:^|[.!?…:;]['\"”’)]{0,12}\s{1,12}|[:_—–]\s{0,12}|-- )[\s\"“‘'`(\[«]{0,12}$|(?:^|\s)[\"“`]{1,12}$")
_HANDLE = re.compile(r"(?<![\w@.])@\w{2,30}")
_NAMED = re.compile(
    r"['’]s? |,? (?:said|says|told|added|who)\b| (?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|, (?:an?|the|which|whose|based|\d\d,) "
)
_PORTFOLIO_OF = re.compile(r"\b(?:[Mm]inister|[Ss]ecretary) (?:for|of) (?:the )?$")
_SPEAKING = re.compile(r"(?<![\w'-])(?<!’)([A-Z][a-z]+) (?:said|says|told|asked|denied|added|declined|argued|testified)\b")
_SURNAMES_TOO = (cues.EVENT_HEADS | cues.LAW_HEADS | OPENERS) - FUNCTION_WORDS - {noun.capitalize() for noun in PERSON_NOUNS}
# The part of a link before a path that looks like a name
_IN_ADDRESS = deferred(r"\w[./]\S{0,80}/$")
_AMOUNT = re.compile(r"[A-Z]{1,3}\$?\d[\d,.]*\w?|[A-Z]-[a-z]+|[IVX]{2,}")
# A word that the text writes small as well is a name only with so much evidence
_SURE = 2.0
_ON_X = re.compile(r"\b(?:on|to|via|platform|site|network) $")
_SHOUTED = OPENERS | cues.NO_NAMES
_PAPERS = _TABLES["papers"]
_NOT_A_TOWN = frozenset({"Date", "Updated", "Published", "By", "Posted"})
_BODY_LEADS = _TABLES["body leads"]
_GERUND_NAMES = _TABLES["gerund names"]


def find_mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The mentions in the sentences and datelines, in the order of the text; they never overlap.

    A dateline's mentions count to the sentence that follows it, though their offsets lie before its start.
    """
    return _Reading(article.text, sentences).mentions()


def find_mentions_with(ner: str, article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """As find_mentions, by the recogniser that ``ner`` names: "rules", or "spacy:MODEL" for any installed spaCy pipeline.

    Raises NewsdiffError for a recogniser that isn't known or not installed.
    """
    check_recogniser(ner)
    if ner == "rules":
        return find_mentions(article, sentences)
    from compare.extract import spacy_mentions

    return spacy_mentions.find_mentions(ner.removeprefix("spacy:"), article, sentences)


def check_recogniser(ner: str) -> None:
    """Raise NewsdiffError for a recogniser that isn't known or not installed; nothing is loaded for that."""
    if ner.startswith("spacy:"):
        from compare.extract import spacy_mentions

        spacy_mentions.check_pipeline(ner.removeprefix("spacy:"))
    elif ner != "rules":
        raise NewsdiffError(f"There is no name recogniser called {ner!r}: use rules, or spacy:MODEL, such as spacy:en_core_web_sm")


class _Reading:
    """The state of reading one article."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.lower: set[str] = set()
        self.pieces: list[Piece] = []
        self.middles: set[str] = set()
        self.alone: set[str] = set()
        self.votes = voting.no_votes()
        self.types: dict[str, EntityType] = {}
        self.brands = brands_in(text)
        self.nicknames = nicknames_in(text)
        self.surnames = _speaking_words(text)

    def mentions(self) -> tuple[Mention, ...]:
        styles = [headings.style(sentence) for sentence in self.sentences]
        self._gather(styles)
        found = find_works(self.text, self.sentences, self.pieces)
        self._drop_inside(found)
        self._drop_openers()
        self.pieces = apart(self.pieces, self.text)
        for surname, full in self.surnames.items():
            self.votes[full]["person"] += 9.0
            self.votes[surname]["person"] += 6.0
        for nickname, (start, end) in self.nicknames.items():
            self.votes[self.text[start:end]]["person"] += 9.0
            self.votes[nickname]["person"] += 6.0
        self.types = voting.decide(self.pieces, self.votes, self.text, self.sentences)
        unsure = [name for name in self.types if max(self.votes[name].values(), default=0.0) < _SURE]
        for name in [name for name in unsure if name.lower() in self.lower or is_common(name)]:
            del self.types[name]
        found.extend(mention for piece in self.pieces if (mention := self._mention(piece)))
        found.extend(self._handles())
        found.extend(self._in_headings(styles, found))
        return tuple(_without_overlaps(found))

    def _gather(self, styles: Sequence[headings.Style]) -> None:
        """Collects the pieces of all datelines and of the sentences whose capitals mean something."""
        text = self.text
        for sentence, style in zip(self.sentences, styles, strict=True):
            if style != "caps":
                self.lower.update(_LOWER.findall(sentence.text))
        for number, (sentence, style) in enumerate(zip(self.sentences, styles, strict=True)):
            start = dateline_start(text, self.sentences, number)
            if start < sentence.start:
                self._dateline(number, start, sentence.start)
            if style == "plain":
                self._pieces_of(number, sentence.start, sentence.end)

    def _dateline(self, number: int, start: int, end: int) -> None:
        """Takes every name in "NAIROBI, Kenya (AP) _" for a place, but for the agency in brackets."""
        for run in find_runs(self.text, start, end):
            for part, _ in cut(run):
                words = tuple(token.text for token in part)
                name = " ".join(words)
                if name in DAYS_AND_MONTHS or name in HONORIFICS or name in _NOT_A_TOWN:
                    continue
                self.pieces.append(Piece(part[0].start, part[-1].end, words, number))
                bracket = self.text[part[0].start - 1 : part[0].start] == "("
                body = bracket or headings.proper(name) in cues.BODIES or name in cues.BODIES
                self.votes[name]["organisation" if body else "place"] += 9.0
                if not body and name.isupper() and len(name) > 3:
                    self.votes[headings.proper(name)]["place"] += 5.0

    def _pieces_of(self, number: int, start: int, end: int) -> None:
        text = self.text
        for run in whole_names(text, find_runs(text, start, end), self.brands, self.nicknames, self.votes):
            first = run[0].start
            initial = first == start or (
                not (text[first - 1] == " " and text[first - 2].isalnum())
                and bool(_INITIAL_PLACE.search(text[max(start, first - 12) : first]))
            )
            stripped = False
            if initial:
                trimmed = self._without_openers(run)
                stripped = len(trimmed) < len(run)
                run = trimmed
            if len(run) > 2 and _PORTFOLIO_OF.search(text, max(start, first - 24), first):
                run = run[3:] if len(run) > 4 and run[1].text == "and" else run  # "minister for Women and Equalities Nicola Morrow"
                while len(run) > 2 and is_modifier(run[0].text):
                    run = run[1:]
            if run:
                for part, office in cut(run):
                    self._add(part, number, initial=initial and not stripped and part[0].start == first, office=office)

    def _without_openers(self, run: list[NameWord]) -> list[NameWord]:
        """The run without the words in front that are large only because a sentence begins with them."""
        while run and not (len(run) == 1 and run[0].text in self.surnames) and _opens(run):
            article = run[0].text in {"The", "A", "An"}
            run = run[1:]
            if article and run and is_capitalised(run[0].text):
                break  # what is large after an article is so for its own sake
            while run and not is_capitalised(run[0].text):
                run = run[1:]
        return run

    def _add(self, part: list[NameWord], number: int, *, initial: bool, office: bool) -> None:
        first = part[0].start
        if self.text[part[-1].end : part[-1].end + 2] == "] " and self.text[part[-1].end + 2 : part[-1].end + 3].isupper():
            return  # "[President Lena] Orvik"
        if self.text[first - 1 : first] == "/" and _IN_ADDRESS.search(self.text, max(0, first - 80), first):
            return
        if (
            initial or len(part) < 3 or part[0].text != "The" or not _PAPERS.intersection(token.text for token in part)
        ):  # "reported by The Washington Post"
            while (len(part) > 1 and (part[0].text in FUNCTION_WORDS or part[0].text == "X")) or (
                part and not is_capitalised(part[0].text)
            ):
                part = part[1:]
        if not part:
            return
        if len(part) == 3 and self.text.startswith(f" ({part[0].text}) ", part[-1].end):
            part = part[:2]  # "Louie Gohmert Louis (Louie) Buller Gohmert": what a page puts behind a name
        words = tuple(token.text for token in part)
        end = part[-1].end
        if self.brands and self.text[end : end + 2] in {"'s", "’s"} and words[-1] + self.text[end : end + 2] in self.brands:
            words = (*words[:-1], words[-1] + self.text[end : end + 2])
            end += 2
        bare = words[-1].removesuffix(".")
        if bare != words[-1] and (bare in self.nicknames or (bare.isalpha() and bare in self.middles and words[-1] in states())):
            words, end = (*words[:-1], bare), end - 1  # "has nothing on Mo."
        piece = Piece(part[0].start, end, words, number, initial, office)
        if piece.name not in self.surnames and not _possible(piece, self.text):
            return
        self.pieces.append(piece)
        if not initial:
            self.middles.add(piece.name)
            self.alone.add(piece.name)
            self.middles.update(words)
        elif len(words) > 1:
            self.middles.update(word for word in words[1:] if is_capitalised(word))

    def _drop_inside(self, works: Sequence[Mention]) -> None:
        """Drops the pieces inside the titles of works."""
        if works:
            spans = [(work.start, work.end) for work in works]
            kept = []
            index = 0
            for piece in self.pieces:
                while index < len(spans) and spans[index][1] <= piece.start:
                    index += 1
                if index == len(spans) or piece.start < spans[index][0]:
                    kept.append(piece)
            self.pieces = kept

    def _drop_openers(self) -> None:
        """Drops a sentence's first word alone unless the text or the tables know it, and a common word before a name."""
        kept = []
        often = Counter(piece.name for piece in self.pieces if piece.initial and len(piece.words) == 1)
        self.middles.update(
            name
            for name, count in often.items()
            if count > 1 and name not in OPENERS and name.lower() not in self.lower and name.isalpha() and not is_common(name)
        )
        for piece in self.pieces:
            if len(piece.words) == 1 and ((piece.initial and not self._known(piece)) or self._is_shout(piece.name)):
                continue
            common = len(piece.words) > 1 and (piece.words[0].lower() in self.lower or _is_gerund(piece.words[0]))
            if piece.initial and common and piece.words[0] not in self.middles:
                rest = piece.words[1:]
                if " ".join(rest) in self.middles or (len(rest) > 1 and piece.words[-1] not in cues.HEADS):
                    start = self.text.index(rest[0], piece.start + len(piece.words[0]))
                    piece = Piece(start, piece.end, rest, piece.sentence, office=is_office(rest[0]))
            kept.append(piece)
        self.pieces = kept

    def _is_shout(self, name: str) -> bool:
        """Whether a word in capitals is only stressed: "I NEVER said so"."""
        if not name.isupper() or len(name) < 3 or name in cues.BODIES or name in places():
            return False
        return name.lower() in self.lower or name.capitalize() in OPENERS

    def _known(self, piece: Piece) -> bool:
        name = piece.name
        if (
            name in places()
            or name in groups()
            or name in cues.BODIES
            or name in (self.alone if is_common(name) else self.middles)
            or name in self.surnames
            or piece.office
            or " " in name
        ):
            return True
        if name.lower() in self.lower or name in OPENERS or is_common(name):
            return False
        letters = name.replace(".", "")
        if letters.isupper() and 2 <= len(letters) <= 6:
            return True
        return bool(_NAMED.match(self.text, piece.end)) and not name.endswith(("s", "men"))

    def _mention(self, piece: Piece) -> Mention | None:
        kind = "person" if piece.office else self.types.get(piece.name)
        if kind is None:
            return None
        role = None
        if kind == "person":
            sentence = self.sentences[piece.sentence]
            role = role_before(self.text, min(sentence.start, piece.start), piece.start) or role_after(self.text, piece.end, sentence.end)
        text = self.text[piece.start : piece.end]
        if role is None:
            return Mention(piece.start, piece.end, text, kind, piece.sentence)
        return Mention(piece.start, piece.end, text, kind, piece.sentence, role.text, role.start)

    def _handles(self) -> Iterable[Mention]:
        if "@" not in self.text:
            return
        people = {name.split(" ")[-1].lower() for name, kind in self.types.items() if kind == "person"}
        people = {name for name in people if len(name) > 3}
        for number, sentence in enumerate(self.sentences):
            for match in _HANDLE.finditer(sentence.text):
                start = sentence.start + match.start()
                low = match[0].lower()
                parts = (low[first:last] for first in range(len(low)) for last in range(first + 4, len(low) + 1))
                kind: EntityType = "person" if any(part in people for part in parts) else "other"
                yield Mention(start, start + len(match[0]), match[0], kind, number)

    def _in_headings(self, styles: Sequence[headings.Style], found: Sequence[Mention]) -> list[Mention]:
        """What headings and shouted sentences name, by the names that the rest of the text has."""
        known: dict[str, EntityType] = {
            mention.text.rpartition(" ")[2]: "person" for mention in found if mention.type == "person" and len(mention.text) > 3
        }
        known.update((mention.text, mention.type) for mention in found)
        shouted = {name.upper(): kind for name, kind in known.items()}
        more: list[Mention] = []
        for number, style in enumerate(styles):
            if style == "title":
                more.extend(headings.look_up(self.text, self.sentences[number], number, known, shouted=False))
            elif style == "caps":
                more.extend(headings.look_up(self.text, self.sentences[number], number, shouted, shouted=True))
        return more


def _speaking_words(text: str) -> dict[str, str]:
    """Each surname that is a word of events, laws or openings of sentences, by its bearer's speaking ("Day said"), with the full name."""
    spoken = sorted({match[1] for match in _SPEAKING.finditer(text)} & _SURNAMES_TOO)
    if not spoken:
        return {}
    full = re.finditer(rf"(?<![\w'-])(?<!’)([A-Z][a-z]+) ({'|'.join(spoken)})(?!\w)", text)
    return {match[2]: match[0] for match in full if match[1] not in OPENERS}


def _opens(run: list[NameWord]) -> bool:
    """Whether a sentence's first word is large only because it is the first."""
    word = run[0].text
    if _is_gerund(word) and len(run) > 1:  # "Diverting Pentagon money"
        rest = " ".join(token.text for token in run[1:])
        return rest in cues.BODIES or rest in places() or rest in groups()
    if word not in OPENERS and not (word.endswith("ly") and len(word) > 4 and word not in places()):
        return False
    if len(run) == 1:
        return True
    leads = [" ".join(token.text for token in run[:size]) for size in range(2, min(5, len(run) + 1))]
    if any(lead in places() or lead in cues.BODIES for lead in leads):
        return False
    if word == "International" and len(run) > 2 and all(is_capitalised(token.text) for token in run):
        return False  # "International Business Machines"
    return not (word in _BODY_LEADS and any(token.text in cues.HEADS for token in run[1:]))


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5 and word not in _GERUND_NAMES


def _possible(piece: Piece, text: str) -> bool:
    """Whether a piece can be a name at all."""
    name = piece.name
    if len(piece.words) > 1:
        if all(word.isupper() and word.capitalize() in _SHOUTED for word in piece.words):
            return False  # "FILE PHOTO", "ANY MAN"
        if len(piece.words[-1]) == 1 and piece.words[-1] != "X":
            return False  # "Zone A"
        return not is_office(piece.words[-1]) or not all(
            is_office(word) or is_modifier(word) or word in nation_words() or word[:1].islower() for word in piece.words
        )
    letters = name.rstrip(".")
    if len(letters) == 1:
        return letters == "X" and bool(_ON_X.search(text[max(0, piece.start - 12) : piece.start]))
    if name in cues.BODIES or name in places() or name in groups():
        return True
    if name in DAYS_AND_MONTHS or name in HONORIFICS or name in cues.NO_NAMES or letters in cues.NO_NAMES or name in OPENERS:
        return False
    if _AMOUNT.fullmatch(name) or (is_office(name) and name not in ALSO_SURNAMES):
        return False
    return name not in cues.HEADS and name not in cues.EVENT_HEADS and name not in cues.WEAK_HEADS and name not in cues.LAW_HEADS


def _without_overlaps(found: list[Mention]) -> Iterable[Mention]:
    end = -1
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= end:
            yield mention
            end = mention.end
