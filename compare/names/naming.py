"""Whether two names, or two offices, can belong to one somebody."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from compare.extract.gazetteer import countries, country_of, groups, homelands, nation_words, places, states
from compare.model import Mention
from compare.text.vocabulary import listed
from compare.text.words import fold

_PART = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_NO_NAME = listed(
    "mr mrs ms miss dr sir dame lord lady rev the of and for in on at to de la le el al bin von van der da di y "
    "president senator sen rep representative "
    "governor gov mayor secretary minister prime pm king queen prince judge justice gen general col colonel capt "
    "captain lt sgt prof professor chairman "
    "congressman congresswoman jr sr ii iii iv us american former then"
)
_SHORT = {
    "bill": "william",
    "will": "william",
    "bob": "robert",
    "rob": "robert",
    "dick": "richard",
    "rick": "richard",
    "mike": "michael",
    "jim": "james",
    "joe": "joseph",
    "tom": "thomas",
    "tony": "anthony",
    "dan": "daniel",
    "dave": "david",
    "steve": "steven",
    "stephen": "steven",
    "chris": "christopher",
    "matt": "matthew",
    "ben": "benjamin",
    "sam": "samuel",
    "alex": "alexander",
    "andy": "andrew",
    "nick": "nicholas",
    "ron": "ronald",
    "don": "donald",
    "ken": "kenneth",
    "jeff": "jeffrey",
    "greg": "gregory",
    "ted": "edward",
    "ed": "edward",
    "jack": "john",
    "jon": "jonathan",
    "liz": "elizabeth",
    "beth": "elizabeth",
    "kate": "katherine",
    "kathy": "katherine",
    "sue": "susan",
    "deb": "deborah",
    "debbie": "deborah",
    "pat": "patricia",
    "jen": "jennifer",
    "charlie": "charles",
    "chuck": "charles",
    "larry": "lawrence",
    "harry": "harold",
    "tim": "timothy",
    "pete": "peter",
    "phil": "philip",
    "ray": "raymond",
    "fred": "frederick",
    "al": "albert",
    "vlad": "vladimir",
    "bernie": "bernard",
    "jerry": "gerald",
    "gerry": "gerald",
    "mitch": "mitchell",
    "newt": "newton",
    "marty": "martin",
    "rudy": "rudolph",
    "jeb": "john",
    "mick": "michael",
}
# A capital, a seat of government or a people stands for the state
_METONYMS = {
    "washington": "united states",
    "new delhi": "india",
    "delhi": "india",
    "beijing": "china",
    "moscow": "russia",
    "kremlin": "russia",
    "london": "united kingdom",
    "paris": "france",
    "berlin": "germany",
    "tokyo": "japan",
    "tehran": "iran",
    "pyongyang": "north korea",
    "seoul": "south korea",
    "kyiv": "ukraine",
    "kiev": "ukraine",
    "ankara": "turkey",
    "islamabad": "pakistan",
    "white house": "united states",
    "america": "united states",
    "britain": "united kingdom",
    "england": "united kingdom",
    "capitol hill": "congress",
    "capitol": "congress",
    "gop": "republican",
    "scotus": "supreme court",
    "burma": "myanmar",
    "pentagon": "united states",
}


@lru_cache(maxsize=16_384)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, folded; titles, particles and nations' adjectives left out where more remains."""
    found = [fold(part).rstrip(".") for part in _PART.findall(name.replace("@", ""))]
    kept = tuple(part for part in found if part not in _NO_NAME)
    return kept or tuple(found)


@lru_cache(maxsize=16_384)
def nation(name: str) -> str:
    """The country, place or people that a name stands for, folded; "" where it is none that the tables know."""
    bare = name.removeprefix("the ").removesuffix("’s").removesuffix("'s")
    there = places().get(bare) or countries().get(bare)
    if there:
        return _METONYMS.get(fold(there), fold(there))
    people = groups().get(bare)
    return f"people {fold(people)}" if people else _METONYMS.get(fold(bare), "")


def same_nation(one: str, other: str) -> bool:
    """Whether two names of places or peoples stand for the same state ("US", "American", "Washington")."""
    first, second = nation(one), nation(other)
    if not first or not second:
        return False
    if first.startswith("people ") != second.startswith("people "):
        people, place = (first, second) if first.startswith("people ") else (second, first)
        home = homelands().get(one if first == people else other, "")
        return (
            fold(home) == place
            or people.removeprefix("people ")[:4] == place[:4]
            or (people == "people american" and place == "united states")
        )
    return first == second


@lru_cache(maxsize=16_384)
def acronym(long: str) -> str:
    """The initials of a name's capitalised words."""
    return "".join(part[0] for part in _PART.findall(long) if part[0].isupper()).casefold()


@lru_cache(maxsize=16_384)
def persons_agree(one: str, other: str) -> bool:
    """Whether two people's names can be one person's: a surname alone, initials and short forms fit the full name."""
    first, second = parts(one), parts(other)
    if not first or not second:
        return True
    if len(first) == 1 or len(second) == 1:
        return (
            first[0] in second
            or second[0] in first
            or "".join(first) == "".join(second)
            or any(len(part) > 2 and len(there) > 2 and _given_agree(part, there) for part in first for there in second)
        )
    if first[-1] != second[-1]:
        # "Motegi Toshimitsu", "Toshimitsu Motegi"; "Mohammed bin Salman Al Saud"
        shorter, longer = sorted((set(first), set(second)), key=len)
        return shorter <= longer or (first[0] == second[-1] and first[-1] == second[0])
    return _given_agree(first[0], second[0]) or first[0] in second or second[0] in first


def _given_agree(one: str, other: str) -> bool:
    one, other = one.rstrip("."), other.rstrip(".")
    if len(one) <= 2 or len(other) <= 2:
        return one[:1] == other[:1]
    full, second = _SHORT.get(one, one), _SHORT.get(other, other)
    return full == second or full.startswith(second) or second.startswith(full)


@lru_cache(maxsize=16_384)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(part).rstrip(".") for part in _PART.findall(name)) - {"the", "of", "and", "for", "in"}


@lru_cache(maxsize=16_384)
def names_agree(one: str, other: str) -> bool:
    """Whether two names of organisations, laws or events can be one's: words in common, an acronym, a nation by another name."""
    if fold(one) == fold(other) or same_nation(one, other):
        return True
    first, second = _words_of(one), _words_of(other)
    if first <= second or second <= first:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and " " in long and long.startswith(short):
        return True  # "the Fed" for the Federal Reserve, "the Met" for the Metropolitan Police
    return re.sub(r"\W", "", short).casefold() in {acronym(long), acronym(long)[:3]} or bool(
        first & second and (len(first) == 1 or len(second) == 1)
    )


def shortened(one: str, other: str) -> bool:
    """Whether one is cut short with a stop: "Wash." for "Washington"."""
    short, long = sorted((fold(one).rstrip("."), fold(other)), key=len)
    return len(short) >= 3 and long.startswith(short) and (one.endswith(".") or other.endswith("."))


# Lands that hold one another, or that outlets draw otherwise
_ENTWINED = frozenset(
    {"United Kingdom", "England", "Scotland", "Wales", "Northern Ireland", "Palestine", "Israel", "Soviet Union", "Yugoslavia"}
)


def apart(one: Mention, other: Mention) -> bool:
    """Whether neither place can lie in the other: a state stands against a state, a town against a town; San Diego lies in California."""
    if _level(one) == _level(other):
        return True
    lands = [country_of().get(mention.text, "") for mention in (one, other)]
    return all(lands) and lands[0] != lands[1] and not set(lands) & _ENTWINED


def _level(mention: Mention) -> str:
    if mention.text in countries():
        return "nation"
    if mention.type == "group":
        return "people"
    return "state" if mention.text in states() else "other"


# Offices ---------------------------------------------------------------------------------------------------------------------------

_ABBREVIATED = {
    "sen": "senator",
    "sens": "senator",
    "gov": "governor",
    "rep": "representative",
    "reps": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "prof": "professor",
    "pres": "president",
    "sec": "secretary",
    "pm": "prime minister",
    "premier": "prime minister",
    "eam": "foreign minister",
    "ceo": "chief executive",
    "amb": "ambassador",
    "adm": "admiral",
    "chairwoman": "chairman",
    "chair": "chairman",
    "chairperson": "chairman",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "defence": "defense",
    "labour": "labor",
    "cfo": "chief financial",
    "fm": "foreign minister",
    "lawyer": "attorney",
    "boss": "chief",
    "adviser": "advisor",
    "co-founder": "founder",
    "cofounder": "founder",
    "maj": "major",
    "supt": "superintendent",
    "lawmaker": "representative",
    "legislator": "representative",
    "undersecretary": "under secretary",
    "under-secretary": "under secretary",
    "vice-president": "vice president",
    "coach": "coach",
    "manager": "manager",
    "mep": "member",
    "mp": "member",
    "officer": "",
}
_OFFICES = listed(
    "president minister secretary senator governor representative mayor judge justice general colonel captain "
    "lieutenant major sergeant professor chancellor ambassador "
    "commissioner sheriff bishop archbishop cardinal pope king queen prince princess chairman director speaker "
    "attorney executive chief leader spokesman "
    "treasurer comptroller prosecutor commander admiral marshal coach manager editor founder owner candidate advisor "
    "nominee inspector superintendent "
    "deputy delegate whip councilman alderman dean provost rabbi imam ayatollah envoy consul counsel solicitor emperor "
    "sultan emir duke doctor member"
)
# Two of these are never one person's at the same time
_EXCLUSIVE = listed(
    "president senator governor representative mayor judge justice ambassador prime sheriff pope king queen chancellor "
    "bishop general colonel captain sergeant professor commissioner"
)
_TIMES = {
    "then": "then",
    "former": "former",
    "ex": "former",
    "acting": "acting",
    "interim": "acting",
    "elect": "elect",
    "designate": "elect",
    "outgoing": "",
    "incoming": "elect",
}
_TIMES |= {"late": "", "onetime": "former", "past": "former", "ex-": "former", "caretaker": "acting"}
_UNDER = listed("vice deputy assistant associate under")
_NO_OFFICE = listed(
    "the a an of for and s in at to us union federal senior junior new longtime veteran democratic republican "
    "conservative liberal labor party general-secretary "
    "his her its their our first second secretary-general mr ms dr gop embattled powerful popular controversial young old local top"
)
_SAME_PORTFOLIO = {"foreign": "external affairs", "interior": "home", "finance": "treasury", "exchequer": "treasury"}


@cache
def _nations() -> frozenset[str]:
    return frozenset(fold(word) for word in nation_words())


@lru_cache(maxsize=8_192)
def office(role: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """A role's words, its words of time ("former", "acting") and its words of rank below ("vice"); nations and honorifics left out."""
    nations = _nations()
    words: list[str] = []
    for part in re.findall(r"[^\W_]+(?:[.-][^\W_]+)*\.?", role.replace("’s", "").replace("'s", "")):
        folded = fold(part).rstrip(".")
        pieces = folded.split("-") if folded.split("-")[0] in {"then", "ex", "former"} or folded.endswith("-elect") else [folded]
        for piece in pieces:
            words += _ABBREVIATED.get(piece, piece).split()
    times = frozenset(_TIMES[word] for word in words if word in _TIMES) - {""}
    kept = [word for word in words if word not in _TIMES and word not in _NO_OFFICE and word not in nations and word not in _UNDER]
    for name, same in _SAME_PORTFOLIO.items():
        if name in kept:
            kept.remove(name)
            kept += same.split()
    return frozenset(kept), times, frozenset(word for word in words if word in _UNDER)


def is_office(role: str) -> bool:
    return bool(office(role)[0] & _OFFICES)


def office_conflict(one: str, other: str, *, same_sentence: bool) -> str:
    """How two roles of one person exclude each other: ``time`` ("then-President"), ``office``, or "" where they don't.

    In linked sentences two different offices are enough; anywhere else only offices that nobody holds together.
    """
    (first, time, under), (second, other_time, other_under) = office(one), office(other)
    heads, other_heads = first & _OFFICES, second & _OFFICES
    if not heads or not other_heads:
        return ""
    if heads & other_heads or first <= second or second <= first:
        if heads & other_heads and under != other_under:
            return "office"
        if time != other_time and (first <= second or second <= first):
            return "time"
        portfolio, other_portfolio = first - heads, second - other_heads
        if (
            portfolio
            and other_portfolio
            and not portfolio & other_portfolio
            and heads & other_heads & {"minister", "secretary", "attorney"}
        ):
            return "office" if not time and not other_time else ""
        return ""
    if time or other_time:
        return ""
    if same_sentence:
        return "office"
    exclusive, other_exclusive = first & _EXCLUSIVE, second & _EXCLUSIVE
    return "office" if exclusive and other_exclusive else ""
