"""Changes of what belongs to what: figures and names that change places, another levy, another summit, members that become guests.

Shares no code with the detector, as the rest of the generator.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_CAMPS = ("Officials", "Residents", "Scientists", "Lawyers", "Farmers", "Prosecutors", "Doctors", "Workers")
_ACTS = "accused|sued|beat|blamed|praised|thanked|defeated|criticised|telephoned|visited|betrayed"


def swap(text: str, chance: random.Random) -> str | None:
    """ "killed 14 and injured 56" → "killed 56 and injured 14"."""
    found = list(re.finditer(r"(?<![\w.,/$£€–-])\d{1,3}(?![\w.,/%–-]|, \d| (?:percent|a\.m|p\.m))(?= [a-z])", text))
    found = [
        match
        for match in found
        if not re.search(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December) $", text[: match.start()]
        )
    ]
    if len(found) != 2 or found[0][0] == found[1][0]:
        return None
    one, other = found
    return text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]


def exchange(text: str, chance: random.Random) -> str | None:
    """ "Larsen accused Virtanen" → "Virtanen accused Larsen"."""
    match = re.search(rf"\b((?:Mr\. |Ms\. )?[A-Z][a-z]+) ({_ACTS}) ((?:Mr\. |Ms\. )?[A-Z][a-z]+)\b(?! [A-Z])", text)
    if match is None or re.search(r"[A-Z][a-z]+ $", text[: match.start()]):
        return None
    return f"{text[: match.start()]}{match[3]} {match[2]} {match[1]}{text[match.end() :]}"


def levy(text: str, chance: random.Random) -> str | None:
    """ "a 25 percent duty on imports" → "a 25 percent penalty for imports"."""
    match = re.search(r"(?<=percent )(duty|tax|tariff|levy) on\b", text)
    return None if match is None else f"{text[: match.start()]}{chance.choice(('penalty', 'fine'))} for{text[match.end() :]}"


def event(text: str, chance: random.Random) -> str | None:
    """ "the NATO summit" → "the NATO East Asia summit"."""
    match = re.search(r"\b([A-Z]{3,6}) (?=(?:summit|Summit|conference|Conference)\b)", text)
    return None if match is None else f"{text[: match.end()]}{chance.choice(('East Asia', 'Africa', 'India'))} {text[match.end() :]}"


def member(text: str, chance: random.Random) -> str | None:
    """ "which includes A, B and C," → "which has A, B and C as partners,"."""
    match = re.search(r"which includes ((?:[A-Z][a-z]+, )+[A-Z][a-z]+,? and [A-Z][a-z]+)", text)
    return (
        None
        if match is None
        else f"{text[: match.start()]}which has {match[1]} as {chance.choice(('dialogue partners', 'observers'))}{text[match.end() :]}"
    )


def spelling(text: str, chance: random.Random) -> str | None:
    """A letter more in the surname of a full name that stands behind an office."""
    match = re.search(r"(?:Minister|President|Senator|Governor|Mayor|Judge|Secretary|Professor) [A-Z][a-z]+ ([A-Z][a-z]{5,})\b", text)
    return None if match is None else f"{text[: match.end()]}{chance.choice(('h', 'e', 'k'))}{text[match.end() :]}"


def then(text: str, chance: random.Random) -> str | None:
    """ "President X" → "then-President X"."""
    match = re.search(r"(?<![\w-] )\b(President|Governor|Mayor|Chancellor|Prime Minister)(?= [A-Z][a-z]+)", text)
    if match is None:
        return None
    word = chance.choice(("then-", "former "))
    return f"{text[: match.start()]}{word.capitalize() if match.start() == 0 else word}{text[match.start() :]}"


def camp(text: str, chance: random.Random) -> str | None:
    """ "Officials said" → "Residents said"."""
    match = re.search(rf"\b({'|'.join(_CAMPS)}|{'|'.join(camp.lower() for camp in _CAMPS)})(?= said\b)", text)
    if match is None:
        return None
    new = chance.choice([camp for camp in _CAMPS if camp != match[0].capitalize()])
    return f"{text[: match.start()]}{new if match[0][0].isupper() else new.lower()}{text[match.end() :]}"


def just(text: str, chance: random.Random) -> str | None:
    """ "is not just about" → "is not about"."""
    return re.sub(r"\bnot (?:just|only) ", "not ", text, count=1) if re.search(r"\bnot (?:just|only) ", text) and "“" not in text else None


def extent(text: str, chance: random.Random) -> str | None:
    """ "a part of the law" → "the law", "all of" → "some of"."""
    for old, new in ((r"\ba part of the\b", "the"), (r"\ball of the\b", "some of the"), (r"\bAll of the\b", "Some of the")):
        if re.search(old, text):
            return re.sub(old, new, text, count=1)
    return None


def when(text: str, chance: random.Random) -> str | None:
    """ "after the match" → "after the ceremony", "before the vote" → "after the vote"."""
    match = re.search(r"\b(before|after|ahead of|during) the (vote|match|talks|ceremony|summit|hearing|meeting|election)\b", text)
    if match is None:
        return None
    events = [event for event in ("vote", "match", "ceremony", "summit", "hearing", "election") if event not in text]
    if match[1] in {"before", "after"} and chance.random() < 0.5:
        return f"{text[: match.start(1)]}{'after' if match[1] == 'before' else 'before'}{text[match.end(1) :]}"
    return f"{text[: match.start(2)]}{chance.choice(events)}{text[match.end(2) :]}"


RELATIONS: dict[str, tuple[Callable[[str, random.Random], str | None], frozenset[str]]] = {
    "swap": (swap, frozenset({"number"})),
    "exchange": (exchange, frozenset({"attribution", "name"})),
    "levy": (levy, frozenset({"other"})),
    "event": (event, frozenset({"name"})),
    "member": (member, frozenset({"role"})),
    "spelling": (spelling, frozenset({"name"})),
    "then": (then, frozenset({"role"})),
    "camp": (camp, frozenset({"attribution"})),
    "just": (just, frozenset({"negation"})),
    "when": (when, frozenset({"date"})),
    "extent": (extent, frozenset({"other"})),
}
"""Each kind of change with the kinds of difference that name it rightly."""
