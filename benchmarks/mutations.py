"""Articles with one thing changed: the generator of the mutation suite. It shares no code with the detector, on purpose.

``reworded`` says the same in other words (synonyms, order of clauses, number format, quotation style, abbreviations); ``mutate`` changes one
fact of one sentence. Both work on plain text by their own patterns.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.mutation_relations import RELATIONS
from benchmarks.mutation_words import CITIES, COUNTRIES, DAYS, FIRST, MONTHS, OFFICES, STATES, SURNAMES, TITLES, WORDS

KINDS = ("number", "unit", "date", "name", "title", "place", "quote", "speaker", "negation", "hedge", "opposite", *RELATIONS)
# The kinds of difference that name a change rightly
NAMED_BY = {
    "number": {"number"},
    "unit": {"number"},
    "date": {"date"},
    "name": {"name", "attribution"},
    "title": {"role"},
    "place": {"place"},
    "quote": {"quote"},
    "speaker": {"attribution"},
    "negation": {"negation"},
    "hedge": {"modality"},
    "opposite": {"other", "negation", "place"},
    **{kind: set(names) for kind, (_, names) in RELATIONS.items()},
}

_OFFICE = re.compile(rf"\b({'|'.join((*OFFICES, *TITLES))})(?= [A-Z][a-z]+)")
_PERSON = re.compile(
    rf"\b(?:(?:{'|'.join((*OFFICES, *TITLES, 'Minister', 'Secretary', 'Mr.', 'Ms.', 'Mrs.', 'Dr.'))}) )"
    r"((?:[A-Z][a-z]+ )?[A-Z][a-z]+)\b(?!['’]s (?:House|Office))"
)
_SPEAKER = re.compile(
    r"(?:(?<=[”\"] said )|(?<=according to )|(?<=According to ))((?:[A-Z][a-z]+ )[A-Z][a-z]+)\b"
    r"|\b((?:[A-Z][a-z]+ )[A-Z][a-z]+)(?= (?:said|told|announced|confirmed|argued|insisted)\b)"
)
_PLACE = re.compile(
    rf"(?<=\b(?:in|of|at|to|by) )({'|'.join((*COUNTRIES, *STATES, *CITIES))})\b(?! (?:Brown|City|Times|University|Union"
    rf"|State))|(?<=\bfrom )({'|'.join((*COUNTRIES, *STATES, *CITIES))})\b"
)
_NUMBER = re.compile(r"(?<![\w.,/–-])(\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{1,4})(?![\d,]*\d)(?!(?:st|nd|rd|th)\b)(?![/:–-]\d)")
_NUMBER_WORD = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?= [a-z])")
_QUOTED = re.compile(r"[“\"]([^”\"]{25,})[”\"]")


@dataclass(frozen=True)
class Mutation:
    """One sentence before and after one fact was changed."""

    kind: str
    sentence: int
    before: str
    after: str


def _pick(chance: random.Random, options: Sequence[str], but: str) -> str:
    return chance.choice([option for option in options if option != but])


def _is_year_or_day(text: str, match: re.Match[str]) -> bool:
    before, number = text[: match.start()], match[1]
    if re.search(rf"(?:{'|'.join(MONTHS)}|[A-Z][a-z]{{2,3}}\.) $", before) or re.match(rf" (?:{'|'.join(MONTHS)})", text[match.end() :]):
        return True
    return len(number) == 4 and number[:2] in {"18", "19", "20"} and "," not in number


def _number(text: str, chance: random.Random) -> str | None:
    options = [match for match in _NUMBER.finditer(text) if not _is_year_or_day(text, match)]
    words = list(_NUMBER_WORD.finditer(text))
    if not options and not words:
        return None
    match = chance.choice([*options, *words])
    old = match[1]
    if old in WORDS:
        new = WORDS[(WORDS.index(old) - 2 + chance.randint(1, 9)) % 11 + 2]
    else:
        value = float(old.replace(",", ""))
        changed = value * chance.choice([0.5, 2, 3, 1.4, 0.7]) if value >= 20 else value + chance.choice([1, 2, 5, 7])
        if old.isdigit() and len(set(old)) == 2 and len(old) == 2 and chance.random() < 0.4 and old[1] != "0":
            changed = float(old[::-1])
        new = f"{changed:.1f}" if "." in old else f"{round(changed):,d}" if "," in old or changed >= 10_000 else str(round(changed))
    return None if new == old else text[: match.start(1)] + new + text[match.end(1) :]


_UNITS = (
    (r"(?<=\d )million\b", "billion"),
    (r"(?<=\d )billion\b", "million"),
    (r"\bmiles\b", "kilometers"),
    (r"\bcentimeters\b", "inches"),
    (r"(?<=\d )percent\b", "percentage points"),
    (r"\bpercentage points\b", "percent"),
    (r"\$(?=\d)", "€"),
    (r"£(?=\d)", "$"),
    (r"\bdollars\b", "euros"),
    (r"\beuros\b", "dollars"),
    (r"(?<=\d )hours\b|(?<=nine )hours\b", "days"),
    (r"(?<=\d )days\b", "weeks"),
    (r"(?<=\d )months\b|(?<=six )months\b", "years"),
    (r"(?<=\d )years\b|(?<=ten )years\b|(?<=two )years\b|(?<=three )years\b", "months"),
)


def _unit(text: str, chance: random.Random) -> str | None:
    options = [(match, new) for pattern, new in _UNITS for match in re.finditer(pattern, text)]
    if not options:
        return None
    match, new = chance.choice(options)
    return text[: match.start()] + new + text[match.end() :]


def _date(text: str, chance: random.Random) -> str | None:
    days = list(re.finditer(rf"\b({'|'.join(DAYS)})\b(?!s)", text))
    months = list(re.finditer(rf"(?<=[a-z] )({'|'.join(set(MONTHS) - {'May', 'March'})})\b", text))
    years = list(re.finditer(r"(?<=(?:in|ce|by|nd|en|of|r,|l,|t,|h,|e,|y,|s,|\d,) )((?:19|20)\d\d)\b(?! (?:people|patients))", text))
    numbered = list(
        re.finditer(
            rf"(?<=(?:{'|'.join({month[-4:] if len(month) > 3 else 'May' for month in MONTHS if len(month) > 3})}) )(\d{{1,2}})\b", text
        )
    )
    options = [*days, *months, *years, *numbered]
    if not options:
        return None
    match = chance.choice(options)
    old = match[1]
    if old in DAYS:
        new = _pick(chance, DAYS, old)
    elif old in MONTHS:
        new = _pick(chance, MONTHS, old)
    elif len(old) == 4:
        new = str(int(old) + chance.choice([-3, -2, -1, 1, 2]))
    else:
        new = str(int(old) % 27 + 1)
    return text[: match.start(1)] + new + text[match.end(1) :]


def _name(text: str, chance: random.Random) -> str | None:
    options = list(_PERSON.finditer(_unquoted(text)))
    if not options:
        return None
    match = chance.choice(options)
    parts = match[1].split(" ")
    if len(parts) == 1 or chance.random() < 0.5:
        parts[-1] = _pick(chance, SURNAMES, parts[-1])
    else:
        parts = [_pick(chance, FIRST, parts[0]), _pick(chance, SURNAMES, parts[-1])]
    return text[: match.start(1)] + " ".join(parts) + text[match.end(1) :]


def _title(text: str, chance: random.Random) -> str | None:
    match = _OFFICE.search(_unquoted(text))
    if match is None:
        return None
    return text[: match.start()] + _pick(chance, OFFICES if " " in match[1] else TITLES, match[1]) + text[match.end() :]


def _place(text: str, chance: random.Random) -> str | None:
    options = list(_PLACE.finditer(_unquoted(text)))
    if not options:
        return None
    match = chance.choice(options)
    family = next(family for family in (COUNTRIES, STATES, CITIES) if match[0] in family)
    free = [place for place in family if place not in text]
    return text[: match.start()] + chance.choice(free) + text[match.end() :]


_REPLACED = {
    "good": "poor",
    "great": "small",
    "loud": "quiet",
    "whole": "entire east",
    "lives": "fortunes",
    "confident": "satisfied",
    "work": "argue",
    "waves": "winds",
    "higher": "stronger",
    "time": "right",
    "expect": "want",
    "brave": "lucky",
    "stopped": "started",
    "people": "families",
    "country": "party",
    "country's": "party's",
    "important": "risky",
    "strong": "fragile",
    "deal": "plan",
    "first": "last",
    "best": "worst",
    "think": "know",
    "believe": "doubt",
    "always": "sometimes",
    "never": "rarely",
    "every": "nearly every",
    "must": "might",
    "right": "wrong",
    "support": "tolerate",
    "law": "rule",
    "talking": "arguing",
    "friends": "rivals",
    "trust": "profit",
    "relationship": "contract",
    "morning": "evening",
    "appreciated": "enjoyed",
    "unfair": "unwise",
}


def _quote(text: str, chance: random.Random) -> str | None:
    options = [
        (quoted.start(1) + word.start(), word[0])
        for quoted in _QUOTED.finditer(text)
        for word in re.finditer(r"[a-z']+", quoted[1])
        if word[0] in _REPLACED
    ]
    if not options:
        return None
    start, old = chance.choice(options)
    return text[:start] + _REPLACED[old] + text[start + len(old) :]


def _speaker(text: str, chance: random.Random) -> str | None:
    options = list(_SPEAKER.finditer(_unquoted(text)))
    if not options:
        return None
    match = chance.choice(options)
    new = f"{chance.choice(FIRST)} {chance.choice(SURNAMES)}"
    return text[: match.start()] + new + text[match.end() :]


_DENIED: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\bdid not (\w+)\b", lambda found: _past(found[1])),
    (r"\bwill not\b", "will"),
    (r"\bwould not\b", "would"),
    (r"\bhad not\b", "had"),
    (r"\bhas not\b", "has"),
    (r"\bhave not\b", "have"),
    (r"\bwas not\b", "was"),
    (r"\bwere not\b", "were"),
    (r"\bare not\b", "are"),
    (r"\bis not\b", "is"),
    (r"\bshould not\b", "should"),
    (r"\b(?:doesn|don)['’]t\b", "do"),
    (r"\bdidn['’]t (\w+)\b", lambda found: _past(found[1])),
    (r"\bwill(?! not)\b", "will not"),
    (r"\bwould(?! not)\b", "would not"),
    (r"\bhad(?= \w+ed\b)", "had not"),
    (r"\bhas(?= \w+ed\b)", "has not"),
    (r"\bhave(?= \w+ed\b)", "have not"),
    (r"\bwas(?= \w+ed\b)", "was not"),
    (r"\bwere(?= \w+ed\b)", "were not"),
    (r"\bis(?= (?:a|the|\w+ed|\w+ing)\b)", "is not"),
    (r"\bcan(?! not)\b", "can not"),
)


def _past(verb: str) -> str:
    return verb + "d" if verb.endswith("e") else verb + "ed"


def _negation(text: str, chance: random.Random) -> str | None:
    options = [(match, new) for pattern, new in _DENIED for match in re.finditer(pattern, _unquoted(text))]
    if not options:
        return None
    match, new = chance.choice(options)
    return text[: match.start()] + (new if isinstance(new, str) else new(match)) + text[match.end() :]


_HEDGES = (
    (r"\b(?:may|might|could)\b(?! \d)", "will"),
    (r"\b(?:allegedly|reportedly|apparently) ", ""),
    (r"\b(?:is|are) expected to\b", "will"),
    (r"\bmust\b", "may"),
    (r"\bwill(?! not\b)\b", "may"),
    (r"\b(?:is|are) likely to\b", "will"),
    (r"\bshould\b", "must"),
)


def _hedge(text: str, chance: random.Random) -> str | None:
    options = [(match, new) for pattern, new in _HEDGES for match in re.finditer(pattern, _unquoted(text))]
    if not options:
        return None
    match, new = chance.choice(options)
    return text[: match.start()] + new + text[match.end() :]


_TURNED = (
    ("rejected", "accepted"),
    ("approved", "rejected"),
    ("support", "oppose"),
    ("fell", "rose"),
    ("rose", "fell"),
    ("increase", "decrease"),
    ("increased", "decreased"),
    ("won", "lost"),
    ("beat", "lost to"),
    ("against", "for"),
    ("after", "before"),
    ("before", "after"),
    ("more than", "less than"),
    ("north", "south"),
    ("south", "north"),
    ("exports", "imports"),
    ("imports", "exports"),
    ("guilty", "innocent"),
    ("left", "right"),
    ("bought", "sold"),
    ("sold", "bought"),
    ("first", "last"),
    ("faster", "slower"),
    ("arrested", "released"),
    ("men", "women"),
    ("daughters", "sons"),
    ("welcomed", "condemned"),
    ("confirmed", "denied"),
    ("rise", "fall"),
    ("older", "younger"),
)


def _opposite(text: str, chance: random.Random) -> str | None:
    plain = _unquoted(text)
    options = [(match, new) for old, new in _TURNED for match in re.finditer(rf"\b{old}\b(?![’'])", plain)]
    options = [
        (match, new) for match, new in options if match[0] not in {"against", "after", "before", "more than", "left", "beat", "first"}
    ]
    if not options:
        return None
    match, new = chance.choice(options)
    return text[: match.start()] + new + text[match.end() :]


def _unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked, so that other kinds of change stay outside."""
    return re.sub(r"[“\"][^”\"]*[”\"]", lambda found: "·" * len(found[0]), text)


_MUTATORS: dict[str, Callable[[str, random.Random], str | None]] = {
    "number": _number,
    "unit": _unit,
    "date": _date,
    "name": _name,
    "title": _title,
    "place": _place,
    "quote": _quote,
    "speaker": _speaker,
    "negation": _negation,
    "hedge": _hedge,
    "opposite": _opposite,
    **{kind: mutator for kind, (mutator, _) in RELATIONS.items()},
}


def mutate(sentences: Sequence[str], kind: str, chance: random.Random) -> Mutation | None:
    """Change one thing of this kind in one of the sentences, or None where none of them holds such a thing."""
    order = list(range(len(sentences)))
    chance.shuffle(order)
    for number in order:
        changed = _MUTATORS[kind](sentences[number], chance)
        if changed is not None and changed != sentences[number]:
            return Mutation(kind, number, sentences[number], changed)
    return None


def possible(sentence: str, kind: str, chance: random.Random) -> Mutation | None:
    """As ``mutate``, for one sentence."""
    return mutate([sentence], kind, chance)
