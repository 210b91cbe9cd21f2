"""The brief as rows of words with looks: which there are, how high each is, and how it is set for a width. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from compare.model.place import OURS, kind_word
from compare.views.points import conflicts, counting
from tui.layout.cells import ELLIPSIS, cropped, displayed, width_of
from tui.layout.explain import Word, Words
from tui.layout.listings import HOLLOW, dots, paragraph
from tui.themes import SIGNS, outlet

if TYPE_CHECKING:
    from compare.model import Comparison, Place, Status
    from compare.views.brief import Account, Altered, Brief, Card, Side, Silence
    from compare.views.facts.table import FactRow
    from tui.layout.subject import Subject

Kind = Literal["title", "account", "point", "fact", "silence", "quotation"]
STRIP: dict[Status, str] = {"shared": "─", "divergent": "█", "unique": "▒"}
"""A cell of an outlet's strip."""
_GRAVEST: dict[Status, int] = {"shared": 0, "unique": 1, "divergent": 2}
_LEAD = 17
"""Cells of a point's severity and kind, where they stand beside its first side."""
_INLINE = 60
"""In fewer cells they stand above it."""
_ALONE = "stands alone"
_LEAST_STRIP = 16
_CONTEXT = 12
"""Cells of what doesn't differ that stay between, or before, words that do."""
_MOST_QUOTES = 3
_MOST_FACTS, _FEW_FACTS = 12, 4
"""Rows of facts that differ, where the accounts agree and where there are points to tell."""


def counted(subject: Subject, *, possible: bool = False) -> str:
    """How many points there are, as titles say it: newsdiff's own, then a second reader's, then the possible ones if they are shown."""
    comparison = subject.comparison
    own = len(conflicts(comparison))
    others = len(counting(comparison)) - own
    name = comparison.second_reading.name if comparison.second_reading is not None else "a model"
    said = [f"{own} {'point' if own == 1 else 'points'}"]
    said += [f"{others} by {displayed(name)}"] if others else []
    said += [f"{len(subject.possible)} possible"] if possible and subject.possible else []
    return " · ".join(said)


class Row(NamedTuple):
    """A row of the page. ``number`` says which point or article it is about, -1 for neither; ``place`` is where it leads, None for a title."""

    kind: Kind
    text: str = ""
    number: int = -1
    place: Place | None = None


class BriefPage:
    """The rows of a brief. ``lines_a_side`` is how many lines each side of a point gets at most."""

    def __init__(self, comparison: Comparison, brief: Brief, *, possible: bool = False) -> None:
        self.comparison = comparison
        self.brief = brief
        self.possible = possible and bool(brief.possible)
        """Whether the points that are only possible are among the cards."""
        self.cards = (*brief.cards, *brief.possible) if self.possible else brief.cards
        self.lines_a_side = 1
        self.chips = tuple(account.chip for account in brief.accounts)
        self._chip_width = max((width_of(chip) for chip in self.chips), default=1)
        self.rows = self._rows()

    def _rows(self) -> list[Row]:
        brief = self.brief
        rows = [Row("title", brief.verdict)]
        rows += [Row("account", number=account.article, place=_first(self.comparison, account.article)) for account in brief.accounts]
        if brief.cards:
            rows.append(Row("title", "Where they differ, the most serious and most certain first"))
            rows += [Row("point", number=number, place=card.sides[0].place) for number, card in enumerate(brief.cards)]
        if brief.facts:
            most = _MOST_FACTS if brief.agree else _FEW_FACTS
            rows.append(Row("title", "Facts that they report differently, not counted as points"))
            rows += [Row("fact", number=number, place=_of_fact(fact)) for number, fact in enumerate(brief.facts[:most])]
        if self.possible:
            rows.append(Row("title", "Possible, less certain: mostly not a conflict"))
            rows += [
                Row("point", number=number, place=card.sides[0].place)
                for number, card in enumerate(self.cards)
                if number >= len(brief.cards)
            ]
        if brief.silences:
            others = "the other reports" if len(brief.accounts) == 2 else "the others report"
            rows.append(Row("title", f"What each leaves out that {others}"))
            rows += [Row("silence", number=number, place=silence.place) for number, silence in enumerate(brief.silences)]
        if brief.altered:
            rows.append(Row("title", "Quotations in other words"))
            rows += [Row("quotation", number=number, place=altered.place) for number, altered in enumerate(brief.altered[:_MOST_QUOTES])]
        return rows

    def begin(self, width: int, height: int) -> int:
        """The row on which the cursor begins: the first point or fact where it is in sight on so many lines, else the first outlet."""
        first = next((number for number, row in enumerate(self.rows) if row.kind in {"point", "fact"}), 1)
        in_sight = sum(self.height(number, width) for number in range(min(first + 1, len(self.rows)))) <= height
        return min(first if in_sight else 1, len(self.rows) - 1)

    def is_title(self, number: int) -> bool:
        """Whether the cursor passes a row over."""
        return self.rows[number].kind == "title"

    def height(self, number: int, width: int) -> int:
        """How many lines a row takes at a width."""
        return len(self.lines(number, width))

    def lines(self, number: int, width: int) -> list[Words]:
        """A row set for so many cells."""
        row = self.rows[number]
        if row.kind == "title":
            said = paragraph((Word(row.text, "heading"),), max(width - 1, 1), 3)
            return said if number == 0 else [(), *said]
        if row.kind == "account":
            return [self._account(self.brief.accounts[row.number], width - 1)]
        if row.kind == "point":
            return self._card(self.cards[row.number], width - 1, hollow=row.number >= len(self.brief.cards))
        if row.kind == "fact":
            return [self._fact(self.brief.facts[row.number], width - 1)]
        if row.kind == "silence":
            return [self._silence(self.brief.silences[row.number], width - 1)]
        return [self._quotation(self.brief.altered[row.number], width - 1)]

    def spread(self, width: int, height: int) -> None:
        """Give the sides of the points as many lines as leave all on one screen, at most three."""
        for lines in (3, 2, 1):
            self.lines_a_side = lines
            if sum(self.height(number, width) for number in range(len(self.rows))) <= height:
                break

    def chip(self, article: int, *, padded: bool = True) -> Word:
        """An outlet's chip."""
        chip = self.chips[article]
        return Word(chip + " " * (self._chip_width - width_of(chip) if padded else 0), outlet(article))

    # The rows --------------------------------------------------------------------------------------------------------------------------

    def _account(self, account: Account, width: int) -> Words:
        longest = max((sum(words for _status, words in each.strip) for each in self.brief.accounts), default=1)
        room = max(width - self._chip_width - 2, 0)
        strip = max(room * 2 // 5, min(_LEAST_STRIP, room))
        own = sum(words for _status, words in account.strip)
        drawn = list(strip_of(account.strip, max(1, round(strip * own / max(1, longest)))))
        title = cropped(displayed(account.title or account.name), max(room - strip - 2, 0))
        gap = " " * max(0, room - strip - width_of(title))
        return (self.chip(account.article), Word("  "), Word(title), Word(gap), *drawn)

    def _card(self, card: Card, width: int, *, hollow: bool) -> list[Words]:
        point = card.point
        drawn = dots(point, hollow=hollow or point.by != OURS)
        head = (drawn, Word(" " * (4 - point.severity)), Word(kind_word(point.kind), "heading"))
        lit = "possible" if drawn.text.startswith(HOLLOW) else "conflicting"
        by = [(Word(" " * _LEAD), Word(f"says {displayed(point.by)}, a model", "muted"))] if point.by != OURS else []
        chips = max(sum(width_of(self.chips[article]) + 1 for article in side.articles) for side in card.sides)
        if width < _INLINE:
            return [head, *by, *(line for side in card.sides for line in self._side(side, width, "    ", chips, lit))]
        lines = [line for side in card.sides for line in self._side(side, width, " " * _LEAD, chips, lit)]
        blank = _LEAD - sum(width_of(word.text) for word in head)
        return [(*head, Word(" " * blank), *lines[0][1:]), *lines[1:], *by]

    def _side(self, side: Side, width: int, indent: str, chips: int, lit: str) -> list[Words]:
        tag = f"{_ALONE:>{len(indent) - 2}}  " if side.camp == "alone" and len(indent) > len(_ALONE) + 1 else indent
        lead: list[Word] = [Word(tag, "muted")]
        for article in side.articles:
            lead += [self.chip(article, padded=False), Word(" ")]
        lead.append(
            Word(" " * (max(chips, self._chip_width + 1) - sum(width_of(self.chips[article]) + 1 for article in side.articles) + 1))
        )
        taken = sum(width_of(word.text) for word in lead)
        room = max(width - taken, 1)
        lines = paragraph(excerpt(side, room * self.lines_a_side, lit), room, self.lines_a_side)
        return [(*lead, *lines[0]), *((Word(" " * taken), *line) for line in lines[1:])]

    def _fact(self, row: FactRow, width: int) -> Words:
        words: list[Word] = [Word("≠ ", "muted"), Word(displayed(row.heading), "heading")]
        for article, cell in enumerate(row.cells):
            if cell:
                said = " / ".join(" ".join(displayed(value.text).split()) for value in cell)
                words += [Word("   "), self.chip(article, padded=False), Word(f" {said}")]
        return _cut(words, width)

    def _silence(self, silence: Silence, width: int) -> Words:
        said = displayed(self.comparison.sentence(silence.place).text)
        more = f"{silence.count:>3}{', such as' if silence.count > 1 else ':        '}  "
        words = [self.chip(silence.article), Word("  ○", "bad"), Word(more, "muted"), self.chip(silence.place.article), Word(f"  {said}")]
        return _cut(words, width)

    def _quotation(self, altered: Altered, width: int) -> Words:
        words = [self.chip(altered.place.article), Word("  "), Word(f"{SIGNS['divergent']} in ", "divergent")]
        for article in altered.articles:
            words += [self.chip(article, padded=False), Word(" ")]
        return _cut([*words, Word(f" “{' '.join(displayed(altered.text).split())}”")], width)


def strip_of(strip: Sequence[tuple[Status, int]], cells: int) -> list[Word]:
    """An account's sentences in so many cells, each as wide as its words ask for; a cell shows the gravest of its sentences."""
    total = sum(words for _status, words in strip)
    found: list[Status] = ["shared"] * cells
    at = 0
    for status, words in strip:
        first, last = at * cells // total, max(at * cells // total + 1, round((at + words) * cells / total))
        for cell in range(first, min(last, cells)):
            whole = at * cells <= cell * total
            if whole or _GRAVEST[status] > _GRAVEST[found[cell]]:
                found[cell] = status
        at += words
    drawn: list[Word] = []
    for status in found:
        if drawn and drawn[-1].look == status:
            drawn[-1] = Word(drawn[-1].text + STRIP[status], status)
        else:
            drawn.append(Word(STRIP[status], status))
    return drawn


def excerpt(side: Side, room: int, look: str = "conflicting") -> Words:
    """The sentence around a side's words in so many cells, so that what differs is in sight; what is left out is an ellipsis.

    Where not all that differs has room, words between that all sides have give way, and of one long stretch that differs altogether what comes
    before the words that other sides have, too. ``look`` is that of what differs.
    """
    dim, lit = ("muted", "muted") if side.camp == "majority" else ("text", look)
    words = [(displayed(text), differs) for text, differs in side.words if text]
    differing = [number for number, (_text, differs) in enumerate(words) if differs] or [0, len(words) - 1]
    first, last = differing[0], differing[-1]
    lead = displayed(side.before) + "".join(text for text, _differs in words[:first])
    told = words[first : last + 1]
    if _width(told) > room - 3:
        told = [(_from(text, side.focus), differs) for text, differs in told] if len(told) == 1 else _without_common(told)
    room_before = room - 3 - min(_width(told), room - room // 4)
    kept = [Word(lead, dim)]
    if width_of(lead) > room_before:
        skip = max(0, len(lead) - max(0, min(room // 3, room_before - 5)))
        cut = lead.find(" ", skip)
        kept = [Word(ELLIPSIS, "muted"), Word(lead[cut + 1 if 0 <= cut < len(lead) - 1 else skip :], dim)]
    kept += [Word(text, lit if differs else dim) for text, differs in told]
    kept += [Word(text, dim) for text, _differs in words[last + 1 :]]
    return tuple(word for word in (*kept, Word(displayed(side.after), dim)) if word.text)


def _width(words: Sequence[tuple[str, bool]]) -> int:
    return sum(width_of(text) for text, _differs in words)


def _from(text: str, focus: int) -> str:
    """A long stretch from shortly before this offset on."""
    cut = text.find(" ", max(0, focus - _CONTEXT))
    return ELLIPSIS + text[cut + 1 :] if focus > _CONTEXT and 0 <= cut < focus else text


def _without_common(words: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Words with an ellipsis for each longer stretch that doesn't differ."""
    return [(text if differs or width_of(text) <= _CONTEXT else f" {ELLIPSIS} ", differs) for text, differs in words]


def _cut(words: Sequence[Word], width: int) -> Words:
    return paragraph(tuple(words), width, 1)[0] if words else ()


def _first(comparison: Comparison, article: int) -> Place | None:
    from compare.model import Place

    return Place(article, 0) if comparison.articles[article].sentences else None


def _of_fact(row: FactRow) -> Place:
    from compare.model import Place

    value = row.fact.values[0]
    return Place(value.article, value.sentence)
