"""The brief, a comparison's first page: the verdict, the outlets, the points as cards, and what each account leaves out. No widths, no colours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from compare.model import ComparedQuotation, Comparison, Evidence, Place, Point, Status
from compare.model.outlets import chips, outlet_names
from compare.views.coverage import left_out
from compare.views.coverage import table as coverage
from compare.views.facts.table import FactRow
from compare.views.facts.table import table as facts
from compare.views.points import conflicts, counting, possible

Camp = Literal["alone", "majority", "apart"]
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*(?:(?<=\.\w)\.)?|[^\w\s]")
_STRETCH = 16
"""Words of a long side that are looked at together for where it speaks of what others say."""
_IN_COMMON = 0.3
"""Sides with less than this share of their words in common differ altogether: no word is singled out."""


class Account(NamedTuple):
    """An outlet's line: its chip and name, its headline, and the state of each sentence with the words that it has, in the text's order."""

    article: int
    chip: str
    name: str
    title: str
    strip: tuple[tuple[Status, int], ...]


class Side(NamedTuple):
    """What one or several outlets say about a point, in the same words: the sentence before them, they themselves, and what follows.

    Of ``words`` those that are true are what the other sides say otherwise. ``camp``: one against at least two that agree, those that agree,
    or neither. ``focus`` is where, in the words put together, those begin that other sides have too: what comes before has no counterpart.
    """

    articles: tuple[int, ...]
    place: Place
    before: str
    words: tuple[tuple[str, bool], ...]
    after: str
    camp: Camp
    focus: int = 0


class Card(NamedTuple):
    """A point with its sides; ``number`` is its index in the comparison's points, those that are only possible counted on behind them."""

    number: int
    point: Point
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """How many passages one article leaves out, and where the one stands that most of the others carry, in one that has it."""

    article: int
    count: int
    place: Place


class Altered(NamedTuple):
    """A quotation that others have in other words, and no point tells of."""

    place: Place
    text: str
    articles: tuple[int, ...]


class Brief(NamedTuple):
    """All that the first page says; ``agree`` is true where no conflict is sure, ``facts`` are those that differ and that no point tells of.

    ``possible`` are the cards of what is less sure: for who asks for them.
    """

    verdict: str
    agree: bool
    accounts: tuple[Account, ...]
    cards: tuple[Card, ...]
    facts: tuple[FactRow, ...]
    silences: tuple[Silence, ...]
    altered: tuple[Altered, ...]
    possible: tuple[Card, ...] = ()


def brief(comparison: Comparison) -> Brief:
    """The brief of a comparison of two articles or more."""
    cards = tuple(card(comparison, number, point) for number, point in counting(comparison))
    agree = not cards
    less_sure = possible(comparison)
    first = len(comparison.points)
    return Brief(
        verdict(comparison, len(less_sure)),
        agree,
        tuple(_account(comparison, article) for article in range(len(comparison.articles))),
        cards,
        tuple(row for row in facts(comparison, differing=True) if not _told(row, cards)),
        _silences(comparison),
        _altered(comparison, cards),
        tuple(card(comparison, first + number, point) for number, point in enumerate(less_sure)),
    )


def card(comparison: Comparison, number: int, point: Point) -> Card:
    """A point as a card; outlets that say the same in the same words are one side."""
    return Card(number, point, sides(comparison, point))


def verdict(comparison: Comparison, doubtful: int | None = None) -> str:
    """The comparison in one sentence; ``doubtful`` is how many points are only possible, counted unless given."""
    size = len(comparison.articles)
    accounts = f"{_NUMBERS[size] if size < len(_NUMBERS) else size} accounts"
    found = conflicts(comparison)
    if found:
        grave = sum(point.severity > 2 for point in found)
        which = "" if len(found) == 1 else "in all of them " if grave == len(found) else f"in {grave} "
        told = f": {which}a fact or a quotation is altered" if grave else ""
        return f"{accounts} differ on {'one point' if len(found) == 1 else f'{len(found)} points'}{told}."
    if not comparison.links:
        return f"{accounts} have nothing in common: do they report the same event?"
    doubtful = len(possible(comparison)) if doubtful is None else doubtful
    doubt = f"; {doubtful} {'is' if doubtful == 1 else 'are'} possible" if doubtful else ""
    return f"{accounts} agree where they report the same: no conflict is certain{doubt}."


def _account(comparison: Comparison, article: int) -> Account:
    articles = [analysis.article for analysis in comparison.articles]
    strip = tuple(
        (standing.status, max(1, len(sentence.text.split())))
        for sentence, standing in zip(comparison.articles[article].sentences, comparison.standings[article], strict=True)
    )
    return Account(article, chips(articles)[article], outlet_names(articles)[article], articles[article].title, strip)


def _told(row: FactRow, cards: Sequence[Card]) -> bool:
    """Whether a point tells of a fact already."""
    told = [side for card in cards for side in card.point.sides]
    return any(
        value.article == side.article and value.start < side.end and side.start < value.end for value in row.fact.values for side in told
    )


# Sides -------------------------------------------------------------------------------------------------------------------------------


def sides(comparison: Comparison, point: Point) -> tuple[Side, ...]:
    """The sides of a point, those that use the same words as one."""
    by_words: dict[tuple[str, Camp], list[Evidence]] = {}
    for side in point.sides:
        by_words.setdefault((_folded(side.text), _camp(point, side.article)), []).append(side)
    groups = list(by_words.values())
    common = _common([group[0].text for group in groups])
    texts = [group[0].text for group in groups]
    return tuple(
        _side(comparison, point, group, common, _focus(group[0].text, texts[:number] + texts[number + 1 :]))
        for number, group in enumerate(groups)
    )


def _side(comparison: Comparison, point: Point, group: Sequence[Evidence], common: frozenset[str], focus: int) -> Side:
    first = group[0]
    sentence = comparison.sentence(first.place)
    text = comparison.articles[first.article].article.text
    return Side(
        tuple(side.article for side in group),
        first.place,
        text[sentence.start : max(sentence.start, first.start)],
        tuple(_parts(text[first.start : first.end], common)),
        text[first.end : max(sentence.end, first.end)],
        _camp(point, first.article),
        focus,
    )


def _camp(point: Point, article: int) -> Camp:
    return "alone" if article == point.alone else "majority" if point.alone is not None and article in point.majority else "apart"


def _folded(text: str) -> str:
    return " ".join(_key(match[0]) for match in _WORD.finditer(text))


def _key(word: str) -> str:
    """A word as it is compared: U.S. is US, 3.5 isn't 35."""
    folded = word.casefold()
    return folded if any(character.isdigit() for character in folded) else folded.replace(".", "") or folded


def _common(texts: Sequence[str]) -> frozenset[str]:
    """The words that all sides have; none where that is little of what they say."""
    listed = [_folded(text).split() for text in texts]
    if len(listed) < 2:
        return frozenset()
    shared = frozenset.intersection(*map(frozenset, listed))
    kept = min(sum(word in shared for word in words) / max(1, len(words)) for words in listed)
    return shared if kept >= _IN_COMMON and all(set(words) - shared for words in listed) else frozenset()


def _focus(text: str, others: Sequence[str]) -> int:
    """Where a stretch of :data:`_STRETCH` words begins that holds the most words of other sides, the first of those; it begins with such a word."""
    known = {word for other in others for word in _folded(other).split()}
    words = [(match.start(), _key(match[0])) for match in _WORD.finditer(text)]
    best, found = 0, 0
    for number, (start, word) in enumerate(words):
        held = len({near for _start, near in words[number : number + _STRETCH]} & known) if word in known else 0
        if held > best:
            best, found = held, start
    return found


def _parts(text: str, common: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The words of a side cut into what all have (false) and what differs (true); a space between two that differ belongs to them."""
    at, lit = 0, None
    begun = 0
    for match in _WORD.finditer(text):
        now = _key(match[0]) not in common
        if lit is not None and now != lit:
            cut = match.start() if lit is False else at
            yield text[begun:cut], lit
            begun = cut
        lit, at = now, match.end()
    if begun < len(text):
        yield text[begun:], bool(lit) or not common


# The rest ----------------------------------------------------------------------------------------------------------------------------


def _silences(comparison: Comparison) -> tuple[Silence, ...]:
    rows = coverage(comparison)
    found = []
    for article in range(len(comparison.articles)):
        missing = left_out(rows, article)
        told = [row for row in missing if comparison.sentence(row.passage.members[0]).kind != "heading"] or missing
        if told:
            found.append(Silence(article, len(missing), told[0].passage.members[0]))
    return tuple(found)


def _altered(comparison: Comparison, cards: Sequence[Card]) -> tuple[Altered, ...]:
    told = [side for card in cards for side in card.point.sides]
    clusters = {compared.cluster for compared in comparison.quotations if any(_meets(compared, side) for side in told)} - {""}
    found: list[Altered] = []
    for compared in comparison.quotations:
        articles = tuple(fidelity.article for fidelity in compared.fidelity if fidelity.value == "altered")
        if articles and compared.cluster not in clusters and not any(_meets(compared, side) for side in told):
            clusters |= {compared.cluster} - {""}
            found.append(Altered(Place(compared.article, compared.quotation.sentence), compared.quotation.text, articles))
    return tuple(found)


def _meets(compared: ComparedQuotation, side: Evidence) -> bool:
    """Whether a side of a point is, or is in, a quotation, of however many sentences."""
    return compared.article == side.article and compared.quotation.start < side.end and side.start < compared.quotation.end
