"""What the list of articles knows of each, how it is sorted and filtered, and how a row is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Literal

from rich.cells import cell_len
from rich.style import Style

from compare.model import Article, letter
from tui import themes
from tui.comparing import Fact, Pair
from tui.screens.chrome import amount, fit
from tui.screens.rows import Line

Order = Literal["as given", "title", "date", "length", "likeness"]
ORDERS: tuple[Order, ...] = ("as given", "title", "date", "length", "likeness")

_BAR = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on the list. What has to be computed is None until it is."""

    article: Article
    words: int | None = None
    sentences: int | None = None
    pair: Pair | None = None

    @property
    def outlet(self) -> str:
        """The outlet, or the source's name as somebody who looks for the file knows it."""
        if self.article.outlet:
            return self.article.outlet
        source = self.article.source
        return source if "://" in source else PurePath(source).name or source

    @property
    def day(self) -> str:
        published = self.article.published
        return f"{published.day} {published:%b %Y}" if published else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The list: all entries, which of them are chosen (in the order of choosing: the first is the base), their order and the filter."""

    entries: tuple[Entry, ...]
    chosen: tuple[int, ...] = ()
    order: Order = "as given"
    filter: str = ""
    _keys: dict[int, str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Listing:
        return cls(tuple(Entry(article) for article in articles))

    @property
    def base(self) -> int | None:
        """The entry that the others are compared with: the first chosen, else the first of all."""
        return self.chosen[0] if self.chosen else 0 if self.entries else None

    @property
    def shown(self) -> tuple[int, ...]:
        """The entries that pass the filter, in order."""
        wanted = plain(self.filter).split()
        passed = [index for index in range(len(self.entries)) if all(word in self._searched(index) for word in wanted)]
        return tuple(sorted(passed, key=self._rank))

    def choose(self, entry: int) -> Listing:
        """Choose an entry, or let it go if it is chosen."""
        rest = tuple(other for other in self.chosen if other != entry)
        return replace(self, chosen=rest if entry in self.chosen else (*rest, entry))

    def choose_all(self) -> Listing:
        """Choose all that are shown after those that are chosen; where they all are, let them go."""
        shown = self.shown
        if set(shown) <= set(self.chosen):
            return replace(self, chosen=tuple(other for other in self.chosen if other not in shown))
        return replace(self, chosen=(*self.chosen, *(entry for entry in shown if entry not in self.chosen)))

    def rebase(self, entry: int) -> Listing:
        return replace(self, chosen=(entry, *(other for other in self.chosen if other != entry)))

    def without(self, entry: int) -> Listing:
        """The list without one entry; the numbers of those behind it move up."""
        entries = self.entries[:entry] + self.entries[entry + 1 :]
        chosen = tuple(other - (other > entry) for other in self.chosen if other != entry)
        return replace(self, entries=entries, chosen=chosen, _keys={})

    def with_entries(self, entries: Sequence[Entry]) -> Listing:
        """The list with new entries in place of the old ones; those that are chosen stay so."""
        return replace(self, entries=tuple(entries), chosen=tuple(other for other in self.chosen if other < len(entries)), _keys={})

    def learn(self, facts: Sequence[Fact]) -> Listing:
        """The list with what is known now of some of its articles."""
        known: dict[Article, Fact] = {}
        for fact in facts:
            before = known.get(fact.article)
            known[fact.article] = fact if fact.pair is not None or before is None else before
        entries = [
            entry
            if (found := known.get(entry.article)) is None
            else replace(entry, words=found.words, sentences=found.sentences, pair=found.pair or entry.pair)
            for entry in self.entries
        ]
        return replace(self, entries=tuple(entries))

    def sorted_by(self, order: Order) -> Listing:
        return replace(self, order=order)

    def filtered(self, text: str) -> Listing:
        return replace(self, filter=text)

    def _searched(self, index: int) -> str:
        if index not in self._keys:
            entry = self.entries[index]
            self._keys[index] = plain(f"{entry.article.title} {entry.outlet} {entry.article.source} {entry.day} {entry.article.text}")
        return self._keys[index]

    def _rank(self, index: int) -> tuple[object, ...]:
        entry = self.entries[index]
        match self.order:
            case "title":
                return (plain(entry.article.title), index)
            case "date":
                published = entry.article.published
                return (published is None, -published.toordinal() if published else 0, index)
            case "length":
                return (-(entry.words or 0), index)
            case "likeness":
                return (index != self.base, entry.pair is None, -entry.pair.share if entry.pair else 0, index)
            case _:
                return (index,)


def plain(text: str) -> str:
    """A text for finding: small letters without accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def bar(share: float, width: int = _BAR) -> tuple[str, str]:
    """A line for a share from 0 to 1: its filled part, in halves of a cell, and the rest of its track, thinner so that it reads without colour."""
    full, half = divmod(round(share * width * 2), 2)
    filled = "━" * full + "╸" * half
    return filled, "─" * (width - len(filled))


def draw_row(listing: Listing, entry_index: int, width: int, height: int, variables: Mapping[str, str]) -> list[Line]:
    """The lines of one row; the last of three is empty."""
    entry = listing.entries[entry_index]
    chosen = entry_index in listing.chosen
    name = letter(listing.chosen.index(entry_index)) if chosen else ""
    muted = themes.style("muted", variables)
    mark = themes.style("key", variables) if chosen else muted
    title_style = themes.style("heading", variables) if chosen else themes.style("text", variables)
    head = f"{'●' if chosen else '○'} {name:<2}"
    gauge = _gauge(listing, entry_index, variables)
    if height == 1:
        right = gauge[-1:] if width >= 40 else []
        room = width - len(head) - 1 - sum(cell_len(text) for text, _ in right) - 1
        title = fit(entry.article.title, room)
        return [[(head + " ", mark), (title, title_style), (" " * max(1, room - cell_len(title)), None), *right]]
    room = width - len(head) - 2
    title = fit(entry.article.title, room)
    left = " " * (len(head) + 1)
    taken = sum(cell_len(text) for text, _ in gauge)
    if taken > width - len(left) - 12:
        gauge, taken = gauge[-1:], cell_len(gauge[-1][0])
    facts = _facts(entry, width - len(left) - taken - 2)
    gap = max(1, width - len(left) - cell_len(facts) - taken - 1)
    lines: list[Line] = [[(head + " ", mark), (title, title_style)], [(left, None), (facts, muted), (" " * gap, None), *gauge], []]
    return lines[:height]


def _gauge(listing: Listing, index: int, variables: Mapping[str, str]) -> list[tuple[str, Style | None]]:
    entry = listing.entries[index]
    muted = themes.style("muted", variables)
    if index == listing.base:
        return [("base".rjust(_BAR + 6), muted)]
    if entry.pair is None:
        return [(" " * (_BAR + 1), None), ("  … ", muted)]
    filled, rest = bar(entry.pair.share)
    return [
        (filled, themes.style("unique", variables)),
        (rest, themes.style("track", variables)),
        (f" {round(100 * entry.pair.share):4d}%", themes.style("text", variables)),
    ]


def _facts(entry: Entry, width: int) -> str:
    """Outlet, day and length in so many cells: a long outlet or file name gives way first, then the length."""
    sure = [entry.day] if entry.day else []
    if entry.words is not None:
        sure.append(amount(entry.words, "word"))
    while sure and width - cell_len(" · ".join(sure)) - 3 < 6:
        sure.pop()
    room = width - sum(cell_len(fact) + 3 for fact in sure)
    return " · ".join([fit(entry.outlet, room), *sure])
