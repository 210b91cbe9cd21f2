"""Tokens and the phrases that can name a speaker, in one sentence whose quotations are blanked out.

A shallow grammar of English news: runs of capitalised words (with titles before them), pronouns, and nouns for persons and documents. It
makes no list of people; capital letters, a few closed word classes and the titles of `speech_words` are all it knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from compare.extract.speech_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSON_NOUNS,
    PLURAL_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SPEAKING_DOCUMENTS,
    TIMES,
    TITLES,
    listed,
)

BLANK = "\ue000"
"""Stands for each character of a quotation and its marks in a blanked text, so that offsets stay."""

TokenKind = Literal["word", "mark", "quote"]
PhraseKind = Literal["name", "pronoun", "noun"]

_TOKEN = re.compile(
    BLANK
    + r"+|(?:Jr|Sr)\.(?:['’]s\b|(?=[,'’]))|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Rev|Prof|Jr|Sr|St|Hon|Messrs|Supt|Det)\.(?=\s)"
    r"|(?:[A-Z]\.)+|@\w+|(?i:he|she|it|that|who|they|we|i|you|there)(?=['’](?:s|ll|d|re|ve|m)\b)|['’](?:s|ll|d|re|ve|m)\b"
    r"|[^\W_]+(?:['’.\-‑&](?=[^\W_])[^\W_]+)*(?:(?<=s)['’](?!\w))?|--+|[^\w\s]|_"
)
_NEVER_NAMES = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS | TIMES | PRONOUNS | listed("never_names")
_PARTICLES = listed("particles")
_JOINING = frozenset(("of", "on", "for"))
_ORGANISATION_HEADS = listed("organisation_heads")
_OF_HEADS = _ORGANISATION_HEADS | listed("of_heads")
_DEPARTMENTS = listed("departments")

_ADJECTIVE = re.compile(r"[a-z-]{2,}(?:al|ic|ary|ive|ous|ior|ern|ian|ish)|top|former|then|police|state|unnamed|anonymous|local|two|ex")


class PhraseWord(NamedTuple):
    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind


class Phrase(NamedTuple):
    """``first`` and ``last`` are token indexes, with article and modifiers; ``start`` and ``end`` the offsets of ``text``, the name."""

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: PhraseKind
    possessive: bool = False
    plural: bool = False
    title: str = ""
    owner: Phrase | None = None


def tokenise(text: str, start: int, end: int) -> list[PhraseWord]:
    """Tokens of a blanked text between two offsets."""
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        kind: TokenKind = "quote" if word[0] == BLANK else "word" if word[0].isalnum() or word[-1].isalnum() else "mark"
        tokens.append(PhraseWord(word, word.lower().replace("’", "'"), match.start(), match.end(), kind))
    return tokens


def _is_possessive(token: PhraseWord) -> bool:
    return token.lower.endswith(("'s", "s'"))


def _base(token: PhraseWord) -> str:
    return token.lower.removesuffix("'s").rstrip(".'")


def _is_capital(tokens: Sequence[PhraseWord], at: int) -> bool:
    token = tokens[at]
    if token.kind != "word":
        return False
    if token.text[0] == "@":
        return True
    if not token.text[0].isupper() or token.lower == "i":
        return False
    base = _base(token)
    if base == "may":
        return _is_surname(tokens, at)
    if base in _NEVER_NAMES or (at == 0 and token.lower in ("said", "says") and _next_capital(tokens, at)):
        return False
    return not (at == 0 and base in PERSON_NOUNS and base.islower() and not _next_capital(tokens, at))


def _is_surname(tokens: Sequence[PhraseWord], at: int) -> bool:
    """Whether "May" is somebody's name: no preposition before it, no number after it, and no verb that it could help."""
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before in ("mr.", "mrs.", "ms.", "theresa"):
        return True
    month = before in PREPOSITIONS | {"last", "next", "this", "late", "early", "mid"} or before[:1].isdigit()
    return at > 0 and not month and after is not None and not after.text[0].isdigit() and after.lower not in ("be", "have", "not")


def _next_capital(tokens: Sequence[PhraseWord], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind == "word" and tokens[at + 1].text[0].isupper()


def _is_noun(token: PhraseWord) -> bool:
    base = _base(token)
    return token.kind == "word" and (base in PERSON_NOUNS or base in SPEAKING_DOCUMENTS)


def find_phrases(tokens: Sequence[PhraseWord]) -> list[Phrase]:
    """The phrases of a sentence that could name who speaks, in order, without overlap."""
    phrases: list[Phrase] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "word" and token.lower in PRONOUNS:
            phrases.append(Phrase(at, at, token.start, token.end, token.text, "pronoun", plural=token.lower in ("they", "we")))
            at += 1
        elif (
            _is_capital(tokens, at)
            or _is_title(tokens, at)
            or (_is_noun(token) and (token.lower not in SAYING or _follows_article(tokens, at)))
        ):
            last = _run_end(tokens, at)
            low = phrases[-1].last + 1 if phrases else 0
            if phrases and phrases[-1].possessive and phrases[-1].last == at - 1:
                owner = phrases.pop()
                phrase = _phrase(tokens, at, last, at)
                if phrase.kind == "noun":
                    owned = f"{owner.text}{'’' if owner.text.endswith('s') else '’s'} {phrase.text}"
                    phrase = phrase._replace(start=owner.start, text=owned)
                phrases.append(phrase._replace(first=owner.first, owner=owner.owner or owner))
            else:
                phrases.append(_phrase(tokens, at, last, low))
            at = last + 1
        else:
            at += 1
    return phrases


def _is_title(tokens: Sequence[PhraseWord], at: int) -> bool:
    """Whether a small word is a title that a name follows: then-candidate Trump."""
    return tokens[at].kind == "word" and _base(tokens[at]) in TITLES and tokens[at].lower not in SAYING and _next_capital(tokens, at)


def _follows_article(tokens: Sequence[PhraseWord], at: int) -> bool:
    """Whether a word that may be a verb ("report") is a noun here."""
    return at > 0 and (
        tokens[at - 1].lower in DETERMINERS or _is_possessive(tokens[at - 1]) or bool(_ADJECTIVE.fullmatch(tokens[at - 1].text))
    )


def _run_end(tokens: Sequence[PhraseWord], first: int) -> int:
    """The last token of a run of capitalised words and nouns for persons; a possessive ends it."""
    at = first
    while not _is_possessive(tokens[at]) and at + 1 < len(tokens):
        if _is_capital(tokens, at + 1) or _is_title(tokens, at + 1) or (_is_noun(tokens[at + 1]) and tokens[at + 1].lower not in SAYING):
            at += 1
        elif (
            (
                tokens[at + 1].lower in _PARTICLES
                and at + 2 < len(tokens)
                and _is_capital(tokens, at + 2)
                and tokens[at].text[0].isupper()
                and (tokens[at + 1].lower not in _JOINING or _base(tokens[at]) in _OF_HEADS)
            )
            or (
                tokens[at + 1].lower == "and"
                and at + 2 < len(tokens)
                and _base(tokens[at]) in _DEPARTMENTS
                and _base(tokens[at + 2]) in _DEPARTMENTS
                and tokens[at + 2].text[0].isupper()
            )
            or (tokens[at + 1].text == "&" and at + 2 < len(tokens) and _is_capital(tokens, at + 2))
        ):
            at += 2
        else:
            break
    return at


def _phrase(tokens: Sequence[PhraseWord], first: int, last: int, low: int) -> Phrase:
    possessive = _is_possessive(tokens[last])
    if tokens[last].text[0].isupper() or tokens[last].text[0] == "@":
        begin = last
        while begin > first and (
            tokens[begin - 1].text[0].isupper() or tokens[begin - 1].lower in _PARTICLES or tokens[begin - 1].text == "&"
        ):
            begin -= 1
        title = " ".join(token.lower.rstrip(".") for token in tokens[first:begin])
        name = _without_titles(tokens, begin, last)
        if name > begin:
            title = " ".join([title, *(token.lower.rstrip(".") for token in tokens[begin:name])]).strip()
        last = _once(tokens, name, last)
        end = tokens[last].end - (2 if tokens[last].lower.endswith("'s") else 1 if tokens[last].lower.endswith("s'") else 0)
        text = " ".join(token.text for token in tokens[name : last + 1])
        text = text[: len(text) - (tokens[last].end - end)] if end < tokens[last].end else text
        return Phrase(_left_edge(tokens, first, low), last, tokens[name].start, end, text, "name", possessive, title=title)
    begin = _left_edge(tokens, first, low)
    words = [token for token in tokens[begin : last + 1] if token.lower not in DETERMINERS or token.lower.isdigit()] or [tokens[last]]
    text = " ".join(token.text for token in words)
    if possessive:
        text = text.removesuffix("'s").removesuffix("’s").rstrip("'’")
    plural = _base(tokens[last]) in PLURAL_NOUNS
    return Phrase(begin, last, words[0].start, words[0].start + len(text), text, "noun", possessive, plural)


def with_complement(tokens: Sequence[PhraseWord], phrase: Phrase) -> Phrase:
    """A nameless speaker with whom he speaks for: "spokesman for the Justice Department", "person close to the Clintons"."""
    at = phrase.last + 1
    if at < len(tokens) and tokens[at].lower in ("close", "loyal"):
        at += 1
    if (
        phrase.kind != "noun"
        or phrase.possessive
        or at >= len(tokens)
        or tokens[at].lower not in ("of", "for", "to", "from", "at", "with", "in")
    ):
        return phrase
    at += 1
    if at < len(tokens) and tokens[at].lower in DETERMINERS:
        at += 1
    if at >= len(tokens) or not _is_capital(tokens, at):
        return phrase
    last = _run_end(tokens, at)
    if _is_possessive(tokens[last]):
        return phrase
    text = " ".join(token.text for token in tokens[phrase.last + 1 : last + 1])
    return phrase._replace(last=last, end=tokens[last].end, text=f"{phrase.text} {text}")


def _once(tokens: Sequence[PhraseWord], first: int, last: int) -> int:
    """The last token of a name that a page prints twice in a row, by itself and as a link: John Cornyn John CornynThe."""
    return next((at - 1 for at in range(first + 1, last + 1) if tokens[at].text == tokens[first].text), last)


def _without_titles(tokens: Sequence[PhraseWord], first: int, last: int) -> int:
    """Where the name proper starts after the titles of a run of capitalised words."""
    name = first
    if _base(tokens[last]) in _ORGANISATION_HEADS and last - first > 1:
        return first
    for at in range(first, last):
        if _base(tokens[at]) in TITLES:
            name = at + 1
            if tokens[name].lower in ("of", "for"):
                name += 1
                while name < last and _base(tokens[name]) in _DEPARTMENTS:
                    name += 1
    if name == last and (_base(tokens[last]) in _ORGANISATION_HEADS or _base(tokens[last]) in _DEPARTMENTS):
        return first
    return min(name, last)


def _left_edge(tokens: Sequence[PhraseWord], first: int, low: int) -> int:
    """Take in an article with up to four modifiers before a phrase; without an article only what looks like an adjective."""
    at = first
    while at > low and first - at < 5:
        before = tokens[at - 1]
        if before.lower in DETERMINERS:
            return at - 1
        if before.kind != "word" or not before.text[0].islower() or before.lower in _NEVER_NAMES:
            break
        at -= 1
    at = first
    while at > low and _ADJECTIVE.fullmatch(tokens[at - 1].text):
        at -= 1
    return at
