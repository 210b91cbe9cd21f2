"""What the words of a name and the words around it say about its type: scores by rule, to be summed over the whole text."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from compare.data import tables
from compare.deferred import deferred
from compare.extract import organisations as cues
from compare.extract.common import is_common, is_first_name
from compare.extract.openers import OPENERS
from compare.extract.runs import PARTICLES, Piece
from compare.extract.tables import phrases, words
from compare.extract.titles import HONORIFICS, KIN, OCCUPATIONS, is_modifier, is_office, role_after
from compare.model import EntityType
from compare.text.gazetteer import countries, groups, places, postal_codes, states

_TABLES = tables("name_cues.txt")

Scores = dict[EntityType, float]

_SPEECH = _TABLES["speech"]
_HUMAN_VERBS = _TABLES["human verbs"]
_AREA = _TABLES["area"]
_FIRM = _TABLES["firm"]
_KIN_AFTER = KIN | words("lawyer lawyers family administration aide aides campaign")
_LOCATIVE = _TABLES["locative"]
_PLACE_NOUNS = _TABLES["place nouns"]
_FIRM_NOUNS = _TABLES["firm nouns"]
# What an organisation is called: before its name ("the carmaker Skoda"), or after it and a comma ("Garantia, a commercial bank").
_BODY_NOUNS = _TABLES["body nouns"]
_TOWN_NOUNS = _TABLES["town nouns"]
_CRAFT_NOUNS = _TABLES["craft nouns"]
_ANIMALS = _TABLES["animals"]
_MADE = _TABLES["made"]
# "Safaricom said on Friday that its chief executive": only a body is "it".
_OF_ITSELF = re.compile(r" (?:(?:on |late |early )?[A-Z][a-z]+day )?(?:that )?(?:it|its|they|their)\b")
_IS_A = re.compile(
    r", (?:an?|the|its|his|her|their|one of the|which is an?) "
    r"(?:(?!(?:of|in|who|whose|that|for|by|to|with|at|from|and) )[\w'’.-]+ ){0,5}?([a-z][a-z-]+)"
    r"(?=[,.;:)]| (?:in|of|that|which|based|near|for|on|with|where|and|outside|about|here)\b|$)"
)
_JOINING = words("joined acquired hired formed owns")
_BASED = words("based born headquartered raised lives lived arrived")
_POSSESSIVES = words("his her their my His Her Their My")
_ABSTRACT = re.compile(r"[a-z](?:ism|tion|sion|ology)s?$")
_DETERMINERS = _TABLES["determiners"]
_OURS = words("our your Our Your")
_SPEAKER_BEFORE = phrases("according to;interview with;asked by;thanks to")
_MOVEMENTS = words("Nazi Nazis")  # a party's own name, though other names are cut from it as from a people's ("Nazi Germany")
_NAMESAKES = _TABLES["namesakes"]
_NEXT = re.compile(r"(?P<owner>['’]s?(?=\s|$))?(?P<comma>,)?\s(?P<word>[\w-]+)(?:\s(?P<second>\w+))?")
_OWNED = re.compile(
    r", (?:which is )?(?:owned|founded|headquartered|acquired|bought) (?:by|in)\b|, (?:a|the) (?:unit|subsidiary|maker|owner) of\b"
)
_AGE = re.compile(r",? (?:\d{1,2}|aged \d+)(?:,|\.|;| and\b|$)")
_BRACKET = re.compile(r" \([A-Z]{2,}\)")
_SUFFIX_NUMBER = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|VI{0,3}")
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]")
_LOST_AMPERSAND = deferred(r"\w  \w")  # some feeds drop "&" and leave both spaces
_ADJECTIVE = re.compile(r"[a-z]{3}(?:ians?|ists?|esque|isms?|ans|als|ites|crats|ments|ions?|phobia|ees|ants|ings)$")
_DEMONYM = re.compile(r"[a-z]{3}(?:ians|eans|ites)$")
_NOT_A_NOUN = _TABLES["not a noun"]
_FIRMS = _TABLES["firms"]
_PLACE_AFTER = re.compile(r", ([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")
_DASHES, _PARTIES = frozenset("-‑–"), frozenset("RDI")
_ALSO_SURNAMES = words("Field Wells Woods Hill Park Lane Forest Reed Falls Camp Pass")
_ALSO_NAMES = words("Press Post Church Page Bush Banks Gates")


def is_settled(name: str) -> bool:
    """Whether the tables alone say what this is, whatever stands around it."""
    return name in groups() or name in cues.BODIES or name in cues.OTHER_NAMES or name == "X"


def is_body(words: tuple[str, ...]) -> bool:
    """Whether a name's own words say that it is a body, so that what it says or is told makes it no person."""
    return len(words) > 1 and not is_first_name(words[0]) and _of_name(words).get("organisation", 0.0) >= 6.0


def of_words(piece: Piece, text: str) -> Scores:
    """What a name's own words say; ``text`` is the article's."""
    if "  " in text[piece.start : piece.end] and _LOST_AMPERSAND.search(text, piece.start, piece.end):
        return {"organisation": 9.0}
    return _of_name(piece.words)


@lru_cache(maxsize=32768)
def _of_name(parts: tuple[str, ...]) -> Scores:
    name = " ".join(parts)
    if name in places():
        return {"place": 6.0} if name in countries() else {"place": 5.0}
    if name in _MOVEMENTS:
        return {"organisation": 8.0}
    if name in groups():
        return {"group": 8.0}
    if name in cues.BODIES:
        return {"organisation": 7.0}
    if name in _FIRMS:
        return {"organisation": 6.0}
    if name in cues.OTHER_NAMES:
        return {"other": 6.0}
    if any(sign in name for sign in cues.VERSUS):
        return {"law": 9.0}  # "Roe v. Wade"
    if len(parts) == 1:
        return _of_one_word(name)
    if len(parts) == 2 and _SUFFIX_NUMBER.fullmatch(parts[1]) and is_common(parts[0]):
        return {"person": -9.0, "organisation": -9.0, "place": -9.0}  # "Article II"
    return _of_head(parts) or _of_shape(parts)


def _of_head(parts: tuple[str, ...]) -> Scores:
    """What the word says that a name of several turns on: its last, or the one before "of", "for" or "on"."""
    first, last = parts[0], parts[-1]
    if last in cues.SUFFIXES or (last.isupper() and last.capitalize() in cues.SUFFIXES) or "&" in parts:
        return {"organisation": 9.0}
    if first in cues.STORMS and len(parts) == 2:
        return {"event": 7.0}
    if last in _ALSO_NAMES and len(parts) == 2:
        return {"organisation": 1.6, "person": 3.4 if is_first_name(first) else 1.4}
    head = _inner_head(parts) or last
    kind: EntityType | None = None
    if head in cues.HEADS:
        kind = "organisation"
    elif head in cues.LAW_HEADS:
        kind = "law"
    elif head in cues.EVENT_HEADS or (last.isdigit() and parts[-2] in cues.EVENT_HEADS) or (last in {"I", "II"} and parts[-2] == "War"):
        kind = "event"
    if kind is not None:
        return {kind: 7.0}
    if head in cues.OTHER_HEADS:
        return {"other": 5.0}
    if last == "House":
        return {"organisation": 5.0}
    if last in _ALSO_SURNAMES and len(parts) == 2:
        return {"place": 1.7, "person": 1.8}
    if head in cues.PLACE_HEADS or first in cues.PLACE_LEADS or first.isdigit():
        return {"place": 6.0}
    return {}


def _of_shape(parts: tuple[str, ...]) -> Scores:
    """What the look of a name of several words says, where no word of it says what it is."""
    first, last = parts[0], parts[-1]
    scores: defaultdict[EntityType, float] = defaultdict(float)
    if any(word in cues.HEADS and word not in _ALSO_NAMES for word in parts[:-1]):
        scores["organisation"] += 3.0
    _add_nation(scores, parts)
    if first in cues.LEADS:
        scores["organisation"] += 3.0
    if first in cues.SAINTLY and len(parts) <= 3:
        scores["place"] += 4.0
    elif first in cues.COMPASS:
        scores["place"] += 2.0
    if last in cues.WEAK_HEADS:
        scores["organisation"] += 3.0
    if _SUFFIX_NUMBER.fullmatch(last):
        scores["person"] += 5.0
    if any(_INITIAL.fullmatch(word) and word not in places() for word in parts[:-1]) and (len(last) > 2 or last.endswith(".")):
        scores["person"] += 4.0
    if any(word in PARTICLES for word in parts[1:-1]):
        scores["person"] += 2.0
    if scores:
        return dict(scores)
    if len(parts) == 2 and all(word.isupper() and len(word) > 3 for word in parts):
        return {"person": 1.7} if is_first_name(first) else {}  # a byline in capitals
    if any(word.isupper() and len(word.replace(".", "")) > 1 for word in parts[:-1]) or (last.isupper() and len(last) < 4):
        return {"organisation": 2.0}
    if _ABSTRACT.search(last) or first in {"Internet", "Web", "Windows"}:
        return {"other": 1.0}
    if 2 <= len(parts) <= 4 and "of" not in parts and "for" not in parts:
        return _of_capitals(parts)
    return {"organisation": 1.5}


def _of_capitals(parts: tuple[str, ...]) -> Scores:
    """What two to four capitalised words say that no table knows but as words of everyday language, or as first names."""
    if is_first_name(parts[0]):
        return {"person": 2.7}
    if is_common(parts[0]) or parts[-1] in OPENERS:
        return {"person": -2.0, "place": -2.0}  # "Great Military", "Border Security"
    return {"person": 1.7 if len(parts) <= 3 else 0.8}


def _add_nation(scores: defaultdict[EntityType, float], parts: tuple[str, ...]) -> None:
    """Adds what a nation or a town at one end of a name says: "Air Canada", "Airtel Kenya", "Cleveland Cavaliers"."""
    first, last = parts[0], parts[-1]
    if last in countries() and len(parts) == 2 and last not in _NAMESAKES and first not in cues.COMPASS:
        scores["organisation"] += 2.5
    if first in groups() or first in countries():
        scores["organisation"] += 1.5
        scores["person"] += 1.2
    elif len(parts) == 2 and first in places() and last.endswith("s"):
        scores["organisation"] += 2.0
        scores["person"] += 1.2


def _inner_head(parts: tuple[str, ...]) -> str:
    """The head before "of" or "for": "Bank" in "Bank of Japan", "" where there is none."""
    for small in ("of", "for", "on"):
        if small in parts[1:]:
            return parts[parts.index(small, 1) - 1]
    return ""


def _of_one_word(name: str) -> Scores:
    letters = name.replace(".", "")
    if name == "X":
        return {"organisation": 8.0}
    if name in cues.NO_NAMES or letters in cues.NO_NAMES:
        return {"other": 0.0}
    if name.endswith(("-TV", "-FM", "-AM")):
        return {"organisation": 5.0}
    if name in postal_codes():
        return {"organisation": 1.5, "place": 0.5, "person": -3.0}
    if len(letters) > 1 and letters.isupper():
        return {"organisation": 5.0} if len(letters) <= 5 else {"other": 0.6}
    if (name[-1:] == "s" and len(name) > 2 and letters[:-1].isupper()) or name[-1:].isdigit() or _small_end(name):
        return {"other": 0.8}  # "NGOs", "Individual-1", "Cabinet-level"
    if "&" in name or name.endswith(".com"):
        return {"organisation": 5.0}
    if any(letter.isupper() for letter in name[2:]) and not name.startswith(("Mc", "Mac", "O'", "O’")) and "-" not in name:
        return {"organisation": 2.0}
    if name in cues.EVENT_HEADS:
        return {"event": 1.0}
    if _DEMONYM.search(name):
        return {"group": 1.0 if name.endswith("ites") else 1.5}
    if is_modifier(name) and is_common(name):
        return {"person": -2.0}  # "Interior secretary", "the departments of Justice, Commerce and …"
    return {"other": 0.8} if _ADJECTIVE.search(name) else {"person": 0.6}


def _small_end(name: str) -> bool:
    """Whether the last part of a hyphenated word begins small, that of a longer one: "US-sold", not "Bint-e"."""
    first, hyphen, last = name.rpartition("-")
    return bool(hyphen) and last[:1].islower() and len(last) > 3 and len(first) > 1


def of_context(piece: Piece, text: str, floor: int, ceiling: int) -> Scores:
    """What the words before and after one mention say; nothing outside ``text[floor:ceiling]`` is looked at."""
    scores: defaultdict[EntityType, float] = defaultdict(float)
    if piece.office:
        scores["person"] += 3.0
    before = text[max(floor, piece.start - 44) : piece.start]
    after = text[piece.end : min(ceiling, piece.end + 48)]
    single = len(piece.words) == 1
    following = _NEXT.match(after)
    if following is not None:
        _after(scores, following, single=single)
    if after[:1] == "-" and after.startswith("-based"):
        scores["place"] += 4.0
    elif after[:2] == ", ":
        if _OWNED.match(after):
            scores["organisation"] += 3.0
        town = _PLACE_AFTER.match(after)
        if town is not None and (town[1] in states() or town[1].rstrip(".") in states()):
            scores["place"] += 4.0
        called = _IS_A.match(text[piece.end : min(ceiling, piece.end + 80)])
        if called is not None and called[1] in _ANIMALS:
            scores["other"] += 5.0
        elif called is not None and called[1] in _BODY_NOUNS:
            scores["organisation"] += 2.5
        elif role_after(text, piece.end, ceiling) or _AGE.match(after):
            scores["person"] += 2.0 if single else 3.0
        elif called is not None and called[1] in _TOWN_NOUNS:
            scores["place"] += 2.5
    elif after[:2] == " (" and _BRACKET.match(after):
        scores["organisation"] += 3.0
    if before[-1:] in _DASHES:
        scores["place"] += _seat(before, after)
    elif before[-1:] in {" ", "\n", "\u00a0"}:
        _before(scores, before.split()[-3:], following, single=single)
    return scores


def _seat(before: str, after: str) -> float:
    """How surely a name behind a dash is where a member of a party has his seat: "(R-KY)", "D-N.Y.", "(DAP-Tanjung)"."""
    if before[-2:-1] in _PARTIES and not before[-3:-2].isalnum():
        return 9.0
    return 3.0 if before[-1] == "-" and after[:1] == ")" else 0.0


def _after(scores: defaultdict[EntityType, float], following: re.Match[str], *, single: bool) -> None:
    word = following["word"]
    if word in {"also", "later", "has", "had", "then"} and following["second"] in _SPEECH:
        word = following["second"]
    if following["owner"]:
        if word in _KIN_AFTER:
            scores["person"] += 2.0
        elif word in _FIRM:
            scores["organisation"] += 2.0
    elif word in _SPEECH:
        spoken = _OF_ITSELF.match(following.string, following.end("word"))
        scores["person"] += 0.3 if spoken else 2.0
        scores["organisation"] += 2.5 if spoken else 0.7
    elif word in {"who", "whom"}:
        scores["person"] += 2.5
    elif word == "where" and following["comma"]:
        scores["place"] += 2.5
    elif word == "whose":
        scores["person"] += 1.0
    elif word == "which" and following["comma"]:
        scores["person"] -= 1.5
        scores["organisation"] += 0.8
        scores["place"] += 0.4
    elif (
        word in _HUMAN_VERBS
        or (word == "and" and following["second"] in {"his", "her"})
        or (word in {"was", "is"} and following["second"] in {"born", "survived"})
    ):
        scores["person"] += 2.0
    elif word in _AREA:
        scores["place"] += 2.0
    elif word in _FIRM and not following["comma"]:
        scores["organisation"] += 2.0
    elif word in _KIN_AFTER and single and not following["comma"]:
        scores["person"] += 2.0


def _before(scores: defaultdict[EntityType, float], last: list[str], following: re.Match[str] | None, *, single: bool) -> None:
    if not last:
        return
    word = last[-1]
    earlier = last[-2] if len(last) > 1 else ""
    third = last[-3] if len(last) > 2 else ""
    if word in _SPEECH or f"{earlier} {word}" in _SPEAKER_BEFORE or f"{earlier.lower()} {word}" in _SPEAKER_BEFORE:
        scores["person"] += 2.5
        scores["organisation"] += 0.7
    elif word.rstrip(",") in KIN and (earlier in _POSSESSIVES or third in _POSSESSIVES or earlier.endswith(("'s", "’s"))):
        scores["person"] += 4.0
    elif (
        (word == "in" and earlier in _BASED)
        or (word == "for" and earlier in {"bound", "headed"})
        or (word == "of" and earlier in _PLACE_NOUNS)
    ):
        scores["place"] += 3.0
    elif word in _LOCATIVE:
        scores["place"] += 1.2
    elif word in {"to", "from", "through", "via", "into"}:
        scores["place"] += 0.7 if word == "from" and single else 0.5
    elif word in {"in", "In"}:
        scores["place"] += 0.8 if following is not None and following["owner"] else 2.0
    elif word in {"at", "At"}:
        scores["place"] += 0.6
        scores["organisation"] += 1.2
    elif (word in {"of", "at", "for", "with"} and earlier in _FIRM_NOUNS) or (
        word == "the" and earlier in {"of", "at", "for", "with"} and third in _FIRM_NOUNS
    ):
        scores["organisation"] += 2.2
    elif word in _JOINING or (word == "by" and earlier in _MADE) or (word == "from" and earlier == "joined"):
        scores["organisation"] += 1.0
    elif word in _CRAFT_NOUNS or word.rstrip(",") in _ANIMALS or (word in {"named", "called"} and earlier.rstrip(",") in _ANIMALS):
        scores["other"] += 4.0
    elif word in _BODY_NOUNS:
        scores["organisation"] += 2.0
    elif word in _TOWN_NOUNS:
        scores["place"] += 2.0
    else:
        _before_directly(scores, word, following, single=single, inside=earlier in {"in", "In"})


def _before_directly(
    scores: defaultdict[EntityType, float], word: str, following: re.Match[str] | None, *, single: bool, inside: bool
) -> None:
    noun = following is not None and not following["comma"] and not following["owner"] and following["word"][:1].islower()
    noun = noun and following is not None and following["word"] not in _NOT_A_NOUN and following["word"] not in _SPEECH
    if word in _OURS:  # "our Country", "your Great Military"
        scores["person"] -= 2.5
    if word in _DETERMINERS:
        if noun and single:  # "the Clinton administration", "a Berkman chair": the noun decides, not the article
            scores["person"] -= 0.6
        elif noun and word in {"the", "The"}:  # "the Red Sox beat": the noun may be a verb
            scores["organisation"] += 0.7
            scores["person"] -= 1.2
        elif word in {"the", "The"} and not noun:
            scores["organisation"] += 0.7 if inside else 1.4
            scores["place"] += 1.0 if inside else 0.0
            scores["person"] -= 2.5
            scores["place"] += 0.2
        return
    bare = word.strip("(,\"“`'‘")
    if bare == "late" or bare == "Saint":
        scores["person"] += 2.0
    elif is_office(bare) or bare in HONORIFICS or bare.lower() in OCCUPATIONS:
        scores["person"] += 4.0 if not single or bare in HONORIFICS else 3.0
