"""Runs of capitalised words, and their cutting into the pieces that may each be a name.

"US Secretary of State Marco Rubio and India's S. Jaishankar" holds two runs; the first gives the pieces "US" and "Marco Rubio", the second
"India" and "S. Jaishankar". What a piece is (a person, a place …) is decided later, from all the pieces of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from compare.language import organisations as cues
from compare.language.gazetteer import countries, groups, nation_words, places
from compare.language.openers import OPENERS
from compare.language.tables import words
from compare.language.titles import HONORIFICS, is_modifier, is_office, office_end
from compare.model import Sentence

LONGEST = 14
"""No name has more words than this; a longer run is no name (a shouted paragraph, a list)."""


def _class_of(*categories: str) -> str:
    """The inside of a character class with the letters of these Unicode categories, below U+0530 and in Latin Extended Additional."""
    letters = [code for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if unicodedata.category(chr(code)) in categories]
    spans: list[list[int]] = []
    for code in letters:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in spans)


_UP = _class_of("Lu", "Lt")
_DOTTED = (
    "Corp|Inc|Co|Ltd|Bros|Jr|Sr|St|Ste|Mt|Ft|Gen|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Maj|Col|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Prof|Dr|Mr|Mrs|Ms|Mme|Messrs|Rev|Hon|Supt|Insp|Brig|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec|Mon|Tues|Wed|Thurs|Fri|Sat|Sun|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ave|Blvd|Rd|Dept|Smt|Fr"
)
_OWNERS = "Women|Men|Children|People|Veterans|Workers|Teachers|Nurses|Farmers|Writers|Ladies|Girls|Boys|Players|Officers|Mothers|Consumers|Publishers"
_NUMBERED = (
    "Circuit|District|Congress|Amendment|Fleet|Division|Battalion|Infantry|Airborne|Armored|Cavalry|Century|Street|Avenue|Ward|Precinct|Regiment|"
    "Brigade|Air"
)
_WORD = (
    rf"(?:(?:al|el|ul|as|ad|an|ar|at|ash|ibn)-|[dl]['’]|\d{{1,4}}(?:st|nd|rd|th)\s(?=(?:U\.S\. )?(?:{_NUMBERED})))?"
    rf"(?:(?:{_DOTTED})\.|(?:{_OWNERS})(?:['’]s|s['’])(?=\s[{_UP}])|(?:[{_UP}]\.)+(?:-(?:[{_UP}]\.)+|-\w+)*(?:[{_UP}](?!\w))?"
    rf"|[{_UP}]\w*(?:['’](?!(?:s|S|t|ll|ve|d|re|m)\b)\w+|&\w+|-(?:[{_UP}]\.)+|-\w+)*)"
)
_CONNECTORS = "of|for|and|the|de|del|della|da|dos|das|do|di|du|la|le|las|los|van|von|der|den|ter|ten|bin|ibn|binti|al|el|y|e|arap|ap|abu|zu|on|at|against|&"
_SPACE = r"(?:,?[ \t\u00a0\n]{1,2}(?=(?:Inc|INC|Ltd|LTD|LLC|PLC|LLP|N\.A\.|S\.A\.)(?!\w))|[ \t\u00a0\n]{1,2})"
_RUN = re.compile(rf"(?<![\w@#.])(?:{_WORD})(?:{_SPACE}(?:(?:{_CONNECTORS}){_SPACE}){{0,3}}(?:{_WORD})){{0,40}}")
_TOKEN = re.compile(rf"{_WORD}|[^\s]+")
_BREAKS = re.compile(r"[\s-]")
CAPITALISED = re.compile(rf"[{_UP}]")
BRAND = re.compile(rf"(?<!\w)([{_UP}]\w+['’]s) (?:said|says|did|announced|reported|lowered|raised|Corp|Inc)\b")

PARTICLES = words("""
    de del della da dos das do di du la le las los van von der den ter ten bin ibn binti al el y e arap ap abu zu
    """)
SUFFIXED = re.compile(
    r"-(?:based|backed|led|born|style|like|era|area|run|held|controlled|owned|made|bound|trained|sponsored|educated|occupied|dominated|ruled|wide|"
    r"inspired|related|friendly|only|speaking|area|brokered|imposed|supported|funded|mediated|[a-z]+ed|[a-z]+ing)$"
)

DAYS_AND_MONTHS = words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November
    December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Oct. Nov. Dec. Mon. Tues. Wed. Thurs. Fri. Sat. Sun. Thurs Mondays Tuesdays
    Wednesdays Thursdays Fridays Saturdays Sundays MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY
    """)


class Token(NamedTuple):
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A possible name. ``start`` and ``end`` are offsets in the article's text; ``words`` holds its words, small ones too.

    ``initial`` says that its first letter may be large only because a sentence begins there; ``office`` that an office or honorific leads to it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    sentence: int
    initial: bool = False
    office: bool = False
    name: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.words))


def dateline_start(text: str, sentences: Sequence[Sentence], number: int) -> int:
    """Where a sentence starts with the dateline before it, if its paragraph opens with one; otherwise where it starts."""
    end = sentences[number - 1].end if number else 0
    start = sentences[number].start
    gap = text[end:start]
    return end if gap.strip() and "\n" not in gap.lstrip() else start


def find_runs(text: str, start: int, end: int) -> list[list[Token]]:
    """The runs of capitalised words in ``text[start:end]``, each a list of its words and the small words between them."""
    runs: list[list[Token]] = []
    for match in _RUN.finditer(text, start, end):
        run = match[0]
        if not _BREAKS.search(run):
            runs.append([Token(run, match.start(), match.end())])
            continue
        tokens = [Token(part[0], part.start(), part.end()) for part in _TOKEN.finditer(text, match.start(), match.end())]
        if "-" in run:
            runs.extend(_cut_hyphens(tokens))
        else:
            runs.append(tokens)
    return runs


def _cut_hyphens(tokens: list[Token]) -> list[list[Token]]:
    """Cuts "Beijing-based" to "Beijing", "India-U.S." to two; what follows such a cut begins a run of its own."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        text = token.text
        if "-" not in text or text in places() or text in groups():
            runs[-1].append(token)
            continue
        parts = text.split("-")
        if SUFFIXED.search(text):
            head = text[: text.rfind("-")]
            runs[-1].append(Token(head, token.start, token.start + len(head)))
            runs.append([])
        elif (
            len(parts) > 1
            and all(part[:1].isupper() for part in parts)
            and any(part in nation_words() or part in places() for part in parts)
        ):
            offset = token.start
            for part in parts:
                runs[-1].append(Token(part, offset, offset + len(part)))
                offset += len(part) + 1
                runs.append([])
        elif len(parts[0]) > 1 and parts[-1].islower() and len(parts[-1]) > 5 and len(parts) == 2:
            runs[-1].append(Token(parts[0], token.start, token.start + len(parts[0])))
            runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if any(CAPITALISED.search(token.text) for token in run)]


def _small(token: Token) -> bool:
    return (token.text[:1].islower() and "-" not in token.text and "'" not in token.text and "’" not in token.text) or token.text == "&"


def cut(tokens: list[Token]) -> list[tuple[list[Token], bool]]:
    """A run's pieces; with each, whether an office or honorific leads to it. Offices give their own pieces for the names inside them."""
    return [(tokens[first:last], office) for first, last, office in _plan(tuple(token.text for token in tokens))]


@lru_cache(maxsize=32768)
def _plan(texts: tuple[str, ...]) -> tuple[tuple[int, int, bool], ...]:
    """Where to cut a run of these words: the first word of each piece, the one after its last, and whether an office leads to it."""
    pieces: list[tuple[list[Token], bool]] = []
    for segment in _segments([Token(text, index, index + 1) for index, text in enumerate(texts)]):
        parts = [token.text for token in segment]
        end = 0 if _is_body(parts) else office_end(parts)
        if 0 < end < len(segment):
            pieces.extend((part, False) for part in _in_office(segment[:end]))
            pieces.extend((part, index == 0) for index, part in enumerate(_apart(segment[end:])))
        else:
            pieces.extend((part, False) for part in _apart(segment))
    return tuple((part[0].start, part[-1].end, office) for part, office in pieces if 0 < len(part) <= LONGEST)


def _is_body(words: list[str]) -> bool:
    """Whether these words, an office among them, are the name of a body all the same ("Justice Department", "Prime Minister's Office")."""
    return (
        len(words) > 1
        and (words[-1] in cues.HEADS or words[-1] in cues.SUFFIXES)
        and words[0] not in HONORIFICS
        and not words[0].endswith(".")
    )


def _in_office(tokens: list[Token]) -> list[list[Token]]:
    """The names inside an office: "US" in "US Secretary of State", "Senate" in "Senate Majority Leader", "Microsoft" in "Microsoft Chairman"."""
    names: list[list[Token]] = []
    current: list[Token] = []
    for token in tokens:
        word = token.text
        if word in nation_words() or word in places():
            if current:
                names.append(current)
            current = []
            names.append([token])
        elif word in cues.BODIES:
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


def _segments(tokens: list[Token]) -> list[list[Token]]:
    """Cuts a run at days and months and at those small words that don't hold a name together."""
    segments: list[list[Token]] = []
    current: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.text in DAYS_AND_MONTHS and not _month_is_name(tokens, index):
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


def _month_is_name(tokens: list[Token], index: int) -> bool:
    """Whether a month's name is somebody's: that of "Theresa May" is, one alone or beside a number isn't."""
    word = tokens[index].text
    before = tokens[index - 1].text if index else ""
    return bool(before) and not _small(tokens[index - 1]) and before not in OPENERS and word in {"May", "August"} and len(before) > 2


def _holds(left: list[Token], small: list[str], right: list[Token]) -> bool:
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
    if all(word in PARTICLES for word in small):
        return following not in OPENERS
    if first == "of":
        return (
            is_office(words[-1])
            or head in cues.OF_HEADS
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
    if first == "&":
        return len(small) == 1
    if first == "and" and len(small) == 1:
        return _and_holds(words, [token.text for token in right])
    return False


def _and_holds(left: list[str], right: list[str]) -> bool:
    stretch: list[str] = []
    for word in right:
        if word[:1].islower():
            break
        stretch.append(word)
    if left[-1] == stretch[0]:
        return True
    for small in ("of", "for"):
        if small in left[1:] and left[left.index(small) - 1] in cues.AND_LEADS:
            return stretch[-1] not in cues.HEADS or len(stretch) == 1
    tail = next((index for index, word in enumerate(stretch) if word in cues.AND_TAILS or is_office(word)), -1)
    if tail < 1:
        return False
    known = left[-1] in places() or left[-1] in groups() or left[-1] in cues.HEADS or left[-1] in cues.BODIES
    if is_office(stretch[tail]):  # "Commerce and Industry Minister Piyush Goyal"
        return not known and is_modifier(left[-1]) and all(is_modifier(word) for word in stretch[:tail])
    return not known and tail == 1


def _apart(tokens: list[Token]) -> list[list[Token]]:
    """Separates a nation or a people from the name that follows it, unless both make one name."""
    if len(tokens) < 2:
        return [tokens]
    words = [token.text for token in tokens]
    if " ".join(words) in places() or " ".join(words) in groups():
        return [tokens]
    last = words[-1]
    cue = (
        last in cues.HEADS
        or last in cues.SUFFIXES
        or last in cues.WEAK_HEADS
        or last in cues.PLACE_HEADS
        or last in cues.EVENT_HEADS
        or last in cues.LAW_HEADS
        or last in cues.OTHER_HEADS
    )
    cue = cue or any(word in cues.HEADS for word in words if word not in {"Press", "Post", "Times"}) or " ".join(words[1:]) in cues.BODIES
    if words[0] in cues.BODIES and last in cues.EVENT_HEADS and len(words) > 2:
        return [tokens[:1], tokens[1:]]  # "the ASEAN East Asia Summit"
    if len(words) == 3 and " ".join(words[1:]) in cues.BODIES and words[0] not in nation_words() and words[0] not in cues.BODIES:
        return [tokens[:1], tokens[1:]]  # "the Clinton White House"
    for size in range(1, len(tokens) - 1):
        if words[size - 1] in {"War", "II"} and words[:size][-2:] in (["War", "II"], ["War", "I"]):
            return [tokens[:size], tokens[size:]]
    for size in (3, 2, 1):
        if size >= len(tokens):
            continue
        lead = " ".join(words[:size])
        rest = words[size:]
        if lead in groups():
            if cue:
                return [tokens]
            return [tokens[:size], *_apart(tokens[size:])]
        if lead in countries() or (size > 1 and lead in places()):
            if not cue and (rest[0] in groups() or rest[0] in HONORIFICS or lead in {"US", "U.S.", "UK", "U.K."}):
                return [tokens[:size], *_apart(tokens[size:])]
            return [tokens]
    if words[-1] in groups() and "of" not in words:
        return [tokens[:-1], tokens[-1:]]
    return [tokens]
