"""One string, one type: the evidence of all mentions is summed over the text, then carried from long names to their parts."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from compare.extract import evidence
from compare.extract import organisations as cues
from compare.extract.runs import Piece
from compare.model import ENTITY_TYPES, EntityType, Sentence
from compare.text.gazetteer import places

Votes = defaultdict[str, defaultdict[EntityType, float]]
_ENOUGH = 0.5


def no_votes() -> Votes:
    return defaultdict(lambda: defaultdict(float))


def decide(pieces: Sequence[Piece], votes: Votes, text: str, sentences: Sequence[Sentence]) -> dict[str, EntityType]:
    """The type of each name. ``votes`` may hold evidence from elsewhere (datelines) and is changed."""
    counts = Counter(piece.name for piece in pieces)
    met: set[str] = set()
    for piece in pieces:
        name = piece.name
        if name not in met:
            met.add(name)
            _add(votes[name], evidence.of_words(piece, text))
        if not evidence.is_settled(name):
            sentence = sentences[piece.sentence]
            scores = evidence.of_context(piece, text, min(sentence.start, piece.start), sentence.end)
            if name in places():
                scores.pop("organisation", None)  # "the Philippines", "Washington's president"
            elif evidence.is_body(piece.words):
                scores.pop("person", None)  # "he told Fox News"
            _add(votes[name], scores)
    _spread(votes, counts)
    _spread_acronyms(pieces, votes, text)
    _spread_lists(pieces, votes, text)
    _spread_series(pieces, votes, text)
    return {name: kind for name, cast in votes.items() if (kind := _winner(cast)) is not None}


def is_acronym(short: str, long: str) -> bool:
    """Whether ``short`` is made of initials of ``long``'s words, in their order, its first word's among them."""
    letters = [letter.upper() for letter in short if letter.isalpha()]
    initials = [part[0].upper() for word in long.split(" ") for part in word.split("-") if part]
    if len(letters) < 2 or not initials or letters[0] != initials[0]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _add(votes: defaultdict[EntityType, float], scores: Mapping[EntityType, float]) -> None:
    for kind, score in scores.items():
        votes[kind] += score


def _winner(votes: Mapping[EntityType, float]) -> EntityType | None:
    """The type with most votes; a tie goes to the earlier in the list of types. None where there is too little to go by."""
    best: EntityType | None = None
    most = 0.0
    for kind in ENTITY_TYPES:
        votes_for = votes.get(kind)
        if votes_for and (score := round(votes_for, 6)) > most:
            best, most = kind, score
    return best if most >= _ENOUGH else None


def _spread(votes: Votes, counts: Mapping[str, int]) -> None:
    """Carries what a long name is to the names made of its parts: surnames, families, short forms of a body."""
    long = [(name, tuple(name.split(" ")), _winner(cast)) for name, cast in votes.items() if " " in name or name.endswith("s")]
    for name, words, kind in long:
        if kind == "person" and len(words) > 1:
            _spread_person(votes, words)
        elif kind == "organisation":
            rest = " ".join(words[1:])
            if words[0] in places() and rest in votes and words[-1] not in cues.HEADS and not evidence.is_settled(rest):
                votes[rest]["organisation"] += 4.0  # "Cleveland Cavaliers", "the Cavaliers"
            member = words[-1][:-1]
            if (
                words[-1].endswith("s")
                and member in votes
                and len(words) == 1
                and not evidence.is_settled(member)
                and member not in places()
            ):
                votes[member]["organisation"] += 2.0  # "the Yankees", "a Yankee cap"
            for size in range(1, len(words)):
                lead = " ".join(words[:size])
                if size > 1 and lead in votes and votes[lead]["person"] >= _SURE:
                    continue  # a firm is named after somebody: "Werner Herzog Filmproduktion"
                if lead in votes and votes[lead]["place"] < _PLACED and lead not in places() and not evidence.is_settled(lead):
                    votes[lead]["organisation"] += 2.5 + min(4.0, 0.5 * counts[name]) + (2.0 if size > 1 else 0.0)
            acronym = "".join(word[0] for word in words if word[:1].isupper())
            if acronym in votes:
                votes[acronym]["organisation"] += 4.0
        elif kind == "law" and any(sign in name for sign in cues.VERSUS):
            side = words[0].split(" ", 1)[0]
            if side in votes and side not in places() and not evidence.is_settled(side):
                votes[side]["law"] += 2.0  # "Roe v. Wade", "if Roe falls"
        elif kind == "event" and words[0] in cues.STORMS and words[-1] in votes and not evidence.is_settled(words[-1]):
            votes[words[-1]]["event"] += 9.0  # "Hurricane Irma", "after Irma"
        elif kind == "place" and words[0] in cues.COMPASS and words[-1] in votes:
            votes[words[-1]]["place"] += 2.0


def _spread_person(votes: Votes, words: tuple[str, ...]) -> None:
    parts = [word for word in words if len(word) > 2 and not word.endswith(".") and word[:1].isupper()]
    if not parts:
        return
    last = parts[-1]
    for part in dict.fromkeys((last, parts[0], " ".join(words[1:]), " ".join(words[-2:]))):
        if part in votes and not evidence.is_settled(part):
            votes[part]["person"] += 4.5 if part == last else 3.0
    for family in (f"{last}s", f"{last}es"):
        if family in votes and not evidence.is_settled(family):
            votes[family]["person"] += 6.0


def _spread_lists(pieces: Sequence[Piece], votes: Votes, text: str) -> None:
    """What stands in a list with names of a sure type is likely of that type too: "Des Moines; Muskegon; Tyler, Texas"."""
    gained: Votes = no_votes()
    for first, second in itertools.pairwise(pieces):
        gap = text[first.end : second.start] if second.start - first.end <= _LONGEST_GAP else ""
        alias = gap in _ALIAS_GAPS
        if not alias and gap not in _LIST_GAPS:
            continue
        for sure, unsure in ((first, second), (second, first)):
            kind = _winner(votes[sure.name])
            weak = max(votes[unsure.name].values(), default=0.0)
            if (
                kind is not None
                and kind in _LISTED
                and weak <= (_SURE + 1.0 if alias else _WEAK)
                and votes[sure.name][kind] >= _SURE
                and not evidence.is_settled(unsure.name)
            ):
                gained[unsure.name][kind] += 5.0 if alias else 1.5
    for name, scores in gained.items():
        _add(votes[name], scores)


def _spread_series(pieces: Sequence[Piece], votes: Votes, text: str) -> None:
    """Three names or more with commas and an "and" between them are of one type: "Audi, Porsche and Skoda"."""
    gained: Votes = no_votes()
    series: list[Piece] = []
    for first, second in itertools.pairwise(pieces):
        gap = text[first.end : second.start] if second.start - first.end <= _LONGEST_GAP else ""
        if gap not in _SERIES_GAPS and gap not in _LIST_GAPS:
            series = []
            continue
        series = [*series, first] if series else [first]
        if gap in _SERIES_GAPS or len(series) < 2:
            continue
        names = [piece.name for piece in (*series, second)]
        series = []
        kinds = [kind for name in names if (kind := _winner(votes[name])) is not None and max(votes[name].values()) >= _SURE]
        if not kinds or any(kind != kinds[0] for kind in kinds):
            continue
        for name in names:
            if max(votes[name].values(), default=0.0) <= _WEAK and not evidence.is_settled(name):
                gained[name][kinds[0]] += 2.0
    for name, scores in gained.items():
        _add(votes[name], scores)


_SERIES_GAPS = frozenset({", ", ", the "})
_LIST_GAPS = frozenset({"; ", " and ", ", and ", " or ", ", or ", " and the ", ", and the ", " or the "})
_ALIAS_GAPS = frozenset({", known as ", ", or ", ", called ", ", also known as ", " known as ", ", now known as ", ", formerly "})
_LISTED: frozenset[EntityType] = frozenset({"organisation", "place"})
_LONGEST_GAP = 18
_PLACED = 2.5
_WEAK = 2.0
_SURE = 4.0


def _spread_acronyms(pieces: Iterable[Piece], votes: Votes, text: str) -> None:
    """An acronym in brackets after its long form is the same thing: "Bilateral Trade Agreement (BTA)"."""
    for long, short in itertools.pairwise(pieces):
        if short.start - long.end != 2 or text[long.end : short.start] != " (" or text[short.end : short.end + 1] != ")":
            continue
        if not short.name.isupper() or not is_acronym(short.name, long.name):
            continue
        kind = _winner(votes[long.name])
        if kind == "person":  # people have no acronyms
            votes[long.name]["organisation"] += 3.0
            votes[short.name]["organisation"] += 9.0
        elif kind is not None:
            votes[short.name][kind] += 6.0
