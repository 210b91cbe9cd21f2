"""Cutting a run of capitalised words into the pieces that may each be a name.

"US Secretary of State Marco Rubio and Bank of Ghana" gives "US", "Marco Rubio" and "Bank of Ghana". What a piece is (a person, a place …) is
decided later, from all the pieces of the text.
"""

from __future__ import annotations

from functools import cache, lru_cache

from compare.data import tables
from compare.deferred import deferred
from compare.extract import organisations as cues
from compare.extract.common import is_common, is_first_name
from compare.extract.openers import OPENERS
from compare.extract.runs import PARTICLES, NameWord
from compare.extract.titles import ALSO_SURNAMES, HONORIFICS, OCCUPATIONS, is_modifier, is_office, office_end
from compare.text.gazetteer import countries, groups, nation_words, places

_TABLES = tables("name_cues.txt")

LONGEST = 14
"""No name has more words than this; a longer run is no name (a shouted paragraph, a list)."""

DAYS_AND_MONTHS = _TABLES["days and months"]


def _small(token: NameWord) -> bool:
    return token.text.islower() or token.text == "&"


def cut(tokens: list[NameWord]) -> list[tuple[list[NameWord], bool]]:
    """A run's pieces; with each, whether an office or honorific leads to it. Offices give their own pieces for the names inside them."""
    return [(tokens[first:last], office) for first, last, office in _plan(tuple(token.text for token in tokens))]


@lru_cache(maxsize=32768)
def _plan(texts: tuple[str, ...]) -> tuple[tuple[int, int, bool], ...]:
    """Where to cut a run of these words: the first word of each piece, the one after its last, and whether an office leads to it."""
    pieces: list[tuple[list[NameWord], bool]] = []
    for segment in _segments([NameWord(text, index, index + 1) for index, text in enumerate(texts)]):
        segment = _without_epithet(_without_last_office(_without_office_of(segment)))
        if not segment:
            continue
        parts = [token.text for token in segment]
        end = 0 if _is_body(parts) else office_end(parts)
        if not end and len(parts) in {3, 4} and parts[0].lower() in OCCUPATIONS and parts[0] not in ALSO_SURNAMES and _is_plain(parts[1:]):
            end = 1  # "Historian Karen Holt", "Candidate Rod Kemp"
        if 0 < end < len(segment):
            pieces.extend((part, False) for part in _in_office(segment[:end]))
            pieces.extend((part, index == 0) for index, part in enumerate(_apart(segment[end:])))
        else:
            pieces.extend((part, False) for part in _apart(segment))
    return tuple((part[0].start, part[-1].end, office) for part, office in pieces if 0 < len(part) <= LONGEST)


def _is_plain(words: list[str]) -> bool:
    """Whether no word says that these are anything but a person's name."""
    return not any(
        word in _LAST_CUES or is_modifier(word) or word in nation_words() or word in places() or not word[:1].isupper() for word in words
    )


def _without_office_of(segment: list[NameWord]) -> list[NameWord]:
    """A segment without the office that its name is the place or the body of: "President of Afghanistan" names Afghanistan."""
    for index, token in enumerate(segment[:-1]):
        if token.text == "of" and index and is_office(segment[index - 1].text) and segment[index - 1].text not in cues.OF_HEADS:
            if not is_modifier(segment[-1].text) and office_end([part.text for part in segment]) <= index:
                return segment[index + 1 :] if segment[index + 1].text != "the" else segment[index + 2 :]
            return segment
        if not (is_office(token.text) or is_modifier(token.text)):
            return segment
    return segment


def _without_last_office(segment: list[NameWord]) -> list[NameWord]:
    """A segment without an office after which no name comes: "Fox News Chairman and …" names Fox News, "US Secretary of State" the US."""
    end = len(segment)
    start_of_portfolio = end
    while start_of_portfolio > 1 and (
        is_modifier(segment[start_of_portfolio - 1].text) or segment[start_of_portfolio - 1].text in {"and", "the"}
    ):
        start_of_portfolio -= 1
    if start_of_portfolio > 1 and segment[start_of_portfolio - 1].text == "of" and is_office(segment[start_of_portfolio - 2].text):
        end = start_of_portfolio - 1
    last = segment[end - 1].text
    if not is_office(last) or last in ALSO_SURNAMES or last in cues.HEADS:
        return segment
    if end > 2 and _leads_to_name([token.text for token in segment[: end - 1]]):
        return segment  # "President Rodrigo Pastor"
    while end and (is_modifier(last) or is_office(last) or _small(segment[end - 1])) and last not in cues.HEADS:
        end -= 1
        last = segment[end - 1].text
    return segment[:end]


def _without_epithet(segment: list[NameWord]) -> list[NameWord]:
    """A segment without what somebody is called before his first name: "Sleepy Joe Biden"."""
    for index, token in enumerate(segment[1:-1], 1):
        if is_first_name(token.text):
            called = segment[-1].text not in _LAST_CUES and all(
                is_common(word.text) and not is_modifier(word.text) for word in segment[:index]
            )
            return segment[index:] if called else segment
    return segment


def _leads_to_name(words: list[str]) -> bool:
    """Whether an office stands before the last of these words, which is no part of another office, nation or body."""
    name = words[-1]
    if is_office(name) or is_modifier(name) or name in HONORIFICS or name in cues.HEADS or name in cues.BODIES or name in nation_words():
        return False
    return (is_office(words[-2]) or words[-2] in HONORIFICS) and name not in places() and name[:1].isupper()


_BODY_ENDS = cues.HEADS | cues.SUFFIXES | cues.LAW_HEADS


def _is_body(words: list[str]) -> bool:
    """Whether these words, an office among them, are the name of a body all the same ("Justice Department", "Prime Minister's Office")."""
    return len(words) > 1 and words[-1] in _BODY_ENDS and words[0] not in HONORIFICS and not words[0].endswith(".")


def _in_office(tokens: list[NameWord]) -> list[list[NameWord]]:
    """The names inside an office: "US" in "US Secretary of State", "Senate" in "Senate Majority Leader", "Microsoft" in "Microsoft Chairman"."""
    names: list[list[NameWord]] = []
    current: list[NameWord] = []
    for index, token in enumerate(tokens[1:], 1):
        if token.text == "of" and tokens[index - 1].text in cues.HEADS and not is_office(tokens[index - 1].text):
            return [
                *_apart(tokens[:index]),
                *_in_office(tokens[index + 1 :]),
            ]  # "the Democratic Left Party of Deputy Premier Bulent Ecevit"
    for token in tokens:
        word = token.text
        if word in nation_words() or word in places():
            if current:
                names.append(current)
            current = []
            names.append([token])
        elif word in cues.BODIES and not is_modifier(word):
            current.append(token)
            names.append(current)
            current = []
        elif is_office(word) or word in HONORIFICS or is_modifier(word) or _small(token):
            if current:
                names.append(current)
            current = []
            if is_office(word):
                break
        else:
            current.append(token)
    return names


def _segments(tokens: list[NameWord]) -> list[list[NameWord]]:
    """Cuts a run at days and months and at those small words that don't hold a name together."""
    segments: list[list[NameWord]] = []
    current: list[NameWord] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.text == "I" or (token.text in DAYS_AND_MONTHS and not _month_is_name(tokens, index)):
            while current and _small(current[-1]):
                current.pop()
            segments.append(current)
            current = []
            index += 1
            continue
        if not _small(token):
            current.append(token)
            index += 1
            continue
        stop = index
        while stop < len(tokens) and _small(tokens[stop]):
            stop += 1
        if stop < len(tokens) and _holds(current, [small.text for small in tokens[index:stop]], tokens[stop:]):
            current.extend(tokens[index:stop])
        else:
            segments.append(current)
            current = []
        index = stop
    segments.append(current)
    return [segment for segment in segments if segment]


def _month_is_name(tokens: list[NameWord], index: int) -> bool:
    """Whether a month's name is somebody's: that of "Theresa May" is, one alone or beside a number isn't."""
    word = tokens[index].text
    before = tokens[index - 1].text if index else ""
    return bool(before) and not _small(tokens[index - 1]) and before not in OPENERS and word in {"May", "August"} and len(before) > 2


def _holds(left: list[NameWord], small: list[str], right: list[NameWord]) -> bool:
    """Whether the small words between two capitalised ones belong to one name."""
    if not left:
        return False
    head = left[-1].text
    words = [token.text for token in left]
    first = small[0]
    following = right[0].text
    joined = " ".join((*words, *small, following))
    if joined in places() or joined in cues.BODIES or " ".join((head, *small, following)) in places():
        return True
    if " ".join((*words, *small)).removeprefix("U.S. ").removeprefix("US ") in _bodies_begun():
        return (
            " ".join((*words, *small, *(token.text for token in right)))
            .removeprefix("U.S. ")
            .removeprefix("US ")
            .startswith(tuple(_long_bodies()))
        )
    if all(word in PARTICLES for word in small):
        return following not in OPENERS
    if first == "of":
        return (
            is_office(words[-1])
            or head in cues.OF_HEADS
            or ("for" in words[1:] and words[words.index("for", 1) - 1] in cues.FOR_HEADS)  # "Society for the Prevention of Cruelty"
            or (len(words) == 1 and head in cues.PLACE_LEADS)
            or head in cues.LAW_HEADS
            or head in cues.EVENT_HEADS
        )
    if first == "for":
        return any(word in cues.FOR_HEADS for word in words[-2:])
    if first in {"on", "against"}:
        return head in cues.ON_HEADS and len(small) <= 2
    if first == "at":
        return "University" in words and len(small) == 1
    if first == "in":
        return head in cues.IN_LEADS and len(small) == 1
    if first == "&":
        return len(small) == 1
    if first == "and" and len(small) == 1:
        return _and_holds(words, [token.text for token in right])
    return False


@cache
def _long_bodies() -> list[str]:
    """The bodies whose names hold an "and": "Securities and Exchange Commission"."""
    return sorted(body for body in cues.BODIES if " and " in body)


@cache
def _bodies_begun() -> frozenset[str]:
    return frozenset(body.partition(" and ")[0] + " and" for body in _long_bodies())


def _and_holds(left: list[str], right: list[str]) -> bool:
    stretch: list[str] = []
    for word in right:
        if word[:1].islower():
            break
        stretch.append(word)
    if not stretch:  # "Hamas and al-Qaida"
        return False
    if left[-1] == stretch[0] and len(left[-1]) > 2:
        return True
    if stretch[0] in {"Partners", "Associates", "Sons", "Company", "Co.", "Co", "Brothers", "Daughters"}:
        return True
    if "of" in left[1:] and is_office(left[left.index("of") - 1]) and is_modifier(left[-1]) and is_modifier(stretch[0]):
        return True  # "Minister of Housing and Local Government"
    for small in ("of", "for"):
        if small in left[1:] and left[left.index(small) - 1] in cues.AND_LEADS:
            return stretch[-1] not in cues.HEADS or len(stretch) == 1 or all(is_modifier(word) for word in stretch)
    tail = next((index for index, word in enumerate(stretch) if word in cues.AND_TAILS or is_office(word)), -1)
    if tail < 1:
        return False
    known = left[-1] in places() or left[-1] in groups() or left[-1] in cues.HEADS or left[-1] in cues.BODIES
    if is_office(stretch[tail]):  # "Commerce and Industry Minister Piyush Goyal"
        return not known and is_modifier(left[-1]) and all(is_modifier(word) for word in stretch[:tail])
    return not known and tail == 1


def _apart(tokens: list[NameWord]) -> list[list[NameWord]]:
    """Separates names that stand side by side without making one: a nation or people and what follows it, a war and a man, an agency."""
    if len(tokens) > 1 and (size := _seam(tuple(token.text for token in tokens))):
        return [tokens[:size], *_apart(tokens[size:])]
    return [tokens]


def _seam(words: tuple[str, ...]) -> int:
    """After how many words one name ends and another begins; 0 where all are one name."""
    whole = " ".join(words)
    if whole in places() or whole in groups() or whole in cues.BODIES:
        return 0
    for size in range(2, len(words)):
        if words[size - 2] == "War" and words[size - 1] in {"I", "II"}:
            return size
    for index in range(1, len(words) - 2):
        if words[index] in groups() and _ADHERENT.search(words[index]) and not any(word in _LAST_CUES for word in words[index:]):
            return index  # "Alabama Democrat Karen Holt"
    return _body_seam(words) or _nation_seam(words) or _person_seam(words)


def _person_seam(words: tuple[str, ...]) -> int:
    """Where somebody's first name follows a body or a land: "Domestic Policy Council | Joe Grogan"."""
    for index in range(max(1, len(words) - 3), len(words) - 1):
        before = words[index - 1]
        if is_first_name(words[index]) and (before in cues.HEADS or is_office(before) or before in countries()):
            return 0 if any(word in _LAST_CUES or not word[:1].isupper() for word in words[index:]) else index
    return 0


def _body_seam(words: tuple[str, ...]) -> int:
    """Where a body known by name ends or begins beside something else."""
    first, last = words[0], words[-1]
    if len(words) > 2:
        if first in cues.BODIES and last in cues.EVENT_HEADS:
            return 1  # "the ASEAN East Asia Summit"
        if " ".join(words[:2]) in cues.BODIES and last in cues.PLACE_HEADS:
            return 2  # "the White House Rose Garden"
    if len(words) == 3:
        if last in cues.BODIES and last.isupper() and not any(word in cues.HEADS or word in groups() for word in words):
            return 2  # "Jorge Silva AP", under a photograph
        if " ".join(words[1:]) in cues.BODIES and first not in nation_words() and first not in cues.BODIES and first != "The":
            return 1  # "the Clinton White House"
    if len(words) == 2 and ((first in _PARTISAN and last in cues.BODIES) or (first in _HOUSES and last in groups())):
        return 1  # "the Republican Senate", "Senate Democrats"
    if len(words) == 3 and first in _HOUSES and not any(word in _LAST_CUES or is_modifier(word) or is_office(word) for word in words[1:]):
        return 1  # "Speaker of the House Nancy Pelosi"
    return 0


def _nation_seam(words: tuple[str, ...]) -> int:
    """Where a nation or a people ends before a name, or a people follows a place."""
    last = words[-1]
    cue = (
        last in _LAST_CUES
        or any(word in cues.HEADS for word in words if word not in {"Press", "Post", "Times"})
        or " ".join(words[1:]) in cues.BODIES
    )
    for size in range(min(3, len(words) - 1), 0, -1):
        lead = " ".join(words[:size])
        if lead in groups():
            return 0 if cue else size
        if lead in countries() or (size > 1 and lead in places()):
            apart = words[size] in groups() or words[size] in HONORIFICS or size > 1 or lead in {"US", "U.S.", "UK", "U.K."}
            return size if apart and not cue else 0
    if last in groups() and (_ADHERENT.search(last) or " ".join(words[:-1]) in places() or all(word in groups() for word in words[:-1])):
        return len(words) - 1
    return 0


_ADHERENT = deferred(r"(?:ans|crats?|ists?|Republican)$")
_HOUSES = frozenset({"House", "Senate", "Congress", "Parliament"})
_PARTISAN = _TABLES["partisan"]
_LAST_CUES = cues.HEADS | cues.SUFFIXES | cues.WEAK_HEADS | cues.PLACE_HEADS | cues.EVENT_HEADS | cues.LAW_HEADS | cues.OTHER_HEADS
