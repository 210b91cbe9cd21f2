"""What a model answered, read as rows: JSON if it is any, whatever was written around it, and however it broke off."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from compare.errors import NewsdiffError
from compare.model import DIFFERENCE_KINDS, DifferenceKind
from compare.reading.cleaning import inert

MOST_ROWS = 200
"""Rows of one answer that are read; no event has so many divergences."""

_LONGEST_WHY = 400
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_OPENING = re.compile(r"[\[{]")
_ITEM = re.compile(r"[\s,]*")
_LETTER = re.compile(r"(?:(?:report|article|outlet)\s+)?(\S+)", re.IGNORECASE)


class Rubbish(NewsdiffError):
    """An answer that holds no JSON of the kind asked for: one line."""


class Side(NamedTuple):
    """One side of a row: the report as the model names it, and the words that it says stand there."""

    report: str
    words: str


class Row(NamedTuple):
    """A divergence as the model gave it; nothing of it is checked against the articles yet."""

    a: Side
    b: Side
    why: str
    kind: DifferenceKind
    severity: int


class Verdict(NamedTuple):
    """A yes or no to the item of this number, counted from 1."""

    item: int
    divergence: bool
    why: str


class Read(NamedTuple):
    """The items of an answer that are objects; ``broken`` says that the answer ends before its JSON does."""

    items: tuple[Mapping[str, Any], ...]
    broken: bool = False


def rows(content: object) -> tuple[list[Row | None], bool]:
    """The divergences in an answer, None for an item that isn't one, and whether the answer broke off. Raises Rubbish where it isn't JSON."""
    read = _read(content, "divergences")
    return [_row(item) for item in read.items], read.broken


def verdicts(content: object) -> tuple[list[Verdict], bool]:
    """The judgements in an answer, and whether it broke off. Raises Rubbish where it isn't JSON."""
    read = _read(content, "verdicts")
    found = [_verdict(item) for item in read.items]
    return [verdict for verdict in found if verdict is not None], read.broken


def one_line(value: object, longest: int = _LONGEST_WHY) -> str:
    """A text of a model's or a server's on one line, inert, and no longer than it may be."""
    text = " ".join(inert(value if isinstance(value, str) else "").split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _row(item: Mapping[str, Any]) -> Row | None:
    a, b = _side(item.get("a")), _side(item.get("b"))
    if a is None or b is None:
        return None
    given = str(item.get("kind", "")).strip().lower()
    kind: DifferenceKind = given if given in DIFFERENCE_KINDS else "other"
    severity = item.get("severity")
    weight = min(3, max(1, severity)) if isinstance(severity, int) and not isinstance(severity, bool) else 2
    return Row(a, b, one_line(item.get("why")), kind, weight)


def _side(given: object) -> Side | None:
    if not isinstance(given, dict):
        return None
    report, words = given.get("report", given.get("outlet")), given.get("words", given.get("text"))
    if not isinstance(report, str) or not isinstance(words, str):
        return None
    named = _LETTER.fullmatch(report.strip())
    return Side(named[1] if named else report.strip(), words)


def _verdict(item: Mapping[str, Any]) -> Verdict | None:
    number, divergence = item.get("item"), item.get("divergence")
    if not isinstance(number, int) or not isinstance(divergence, bool):
        return None
    return Verdict(number, divergence, one_line(item.get("why")))


def _read(content: object, name: str) -> Read:
    if not isinstance(content, str):
        return _items(content, name)
    text = _THOUGHT.sub("", content).strip()
    decoder = json.JSONDecoder()
    for number, opening in enumerate(_openings(text, name)):
        try:
            value, _ = decoder.raw_decode(text, opening)
            if number and isinstance(value, list):
                continue  # a list inside of something that can't be read as a whole
            return _items(value, name)
        except Rubbish:
            continue  # some other JSON that stands before the answer
        except (ValueError, RecursionError):
            continue
    salvaged = _salvaged(text, name)
    if salvaged is not None:
        return salvaged
    raise Rubbish("answered, but not with the JSON that was requested")


def _openings(text: str, name: str) -> Iterator[int]:
    """Where JSON may begin: at the first brackets, and at the last one before the answer's name."""
    found = [opening.start() for opening in _OPENING.finditer(text[:20_000])][:20]
    named = text.rfind("{", 0, max(0, text.find(f'"{name}"')))
    yield from dict.fromkeys([*found, *([named] if named >= 0 else [])])


def _items(value: object, name: str) -> Read:
    """The items of an answer that is whole: under its name, or a list of its own."""
    listed = value.get(name) if isinstance(value, dict) else value
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        raise Rubbish("answered with JSON in a form that wasn't requested")
    return Read(tuple(listed[:MOST_ROWS]))


def _salvaged(text: str, name: str) -> Read | None:
    """The items that stand whole before the answer breaks off; None where not even the list begins."""
    begun = re.search(rf'"{name}"\s*:\s*\[', text)
    if begun is None:
        return None
    decoder, at, found = json.JSONDecoder(), begun.end(), list[Mapping[str, Any]]()
    while len(found) < MOST_ROWS:
        at = cast("re.Match[str]", _ITEM.match(text, at)).end()
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        if isinstance(item, dict):
            found.append(item)
    return Read(tuple(found), broken=True)
