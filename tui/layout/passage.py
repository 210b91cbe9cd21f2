"""How each outlet puts a passage: chips, names and sentences one below the other. Lines of words with looks, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui import themes
from tui.layout.cells import cropped, displayed, width_of
from tui.layout.explain import Word, Words, gap_after
from tui.layout.listings import goes_on, paragraph

if TYPE_CHECKING:
    from compare.model import Comparison, Mark, Place, Sentence
    from compare.views.coverage import Row
    from tui.layout.subject import Marker

_INDENT = 2


def wordings(
    comparison: Comparison, row: Row, column: int, names: Sequence[tuple[str, str]], marker: Marker, size: tuple[int, int]
) -> list[Words]:
    """All outlets' sentences in lines of ``size`` cells by lines, each outlet with what its words have against those of ``column``.

    ``names`` are the outlets' chips and names. Where there is no room for all, long sentences are cut, then gaps are left out.
    """
    width, height = size
    heads, texts = [], []
    for article, (chip, name) in enumerate(names):
        places = told_at(comparison, row, article)
        heads.append(_head(article, chip, name, places, width, lacking=row.omitted(article)))
        texts.append(_texts(comparison, places, told_at(comparison, row, column)[:1] if article != column else [], marker, width))
    gaps = len(names) - 1 if len(names) * 3 <= height else 0
    most = _most([len(text) for text in texts], height - len(heads) - gaps)
    lines: list[Words] = []
    for head, text in zip(heads, texts, strict=True):
        if lines and gaps:
            lines.append(())
        lines.append(head)
        lines += text[:most]
        if len(text) > most > 0:
            lines[-1] = goes_on(lines[-1], width)
    return lines[:height]


def told_at(comparison: Comparison, row: Row, article: int) -> list[Place]:
    """The sentences with which an article carries a passage: its members, or else what a link leads to from it."""
    own = [member for member in row.passage.members if member.article == article]
    if own or row.cells[article] == "absent":
        return own
    linked = (link.other(member) for member in row.passage.members for link in comparison.links_of(member))
    return [place for place in linked if place.article == article][:1]


def marked(sentence: Sentence, marks: Iterable[Mark]) -> Words:
    """A sentence's words with the looks of their marks."""
    text = displayed(sentence.text)
    words: list[Word] = []
    at = 0
    for mark in marks:
        start, end = mark.start - sentence.start, mark.end - sentence.start
        words += [Word(text[at:start]), Word(text[start:end], mark.kind)]
        at = end
    words.append(Word(text[at:]))
    return tuple(word for word in words if word.text)


def _head(article: int, chip: str, name: str, places: Sequence[Place], width: int, *, lacking: bool) -> Words:
    words = [Word(chip, themes.outlet(article))]
    said = (
        f"{gap_after(chip, article)}{', '.join(str(place.sentence + 1) for place in places)}"
        if places
        else "  ○ leaves it out"
        if lacking
        else "  · doesn't have it"
    )
    words.append(Word(said, "bad" if lacking else "muted"))
    used = sum(width_of(word.text) for word in words)
    if name != chip and used + 6 < width:
        words.append(Word("  " + cropped(displayed(name), width - used - 2), "muted"))
    return tuple(words)


def _texts(comparison: Comparison, places: Sequence[Place], against: Sequence[Place], marker: Marker, width: int) -> list[Words]:
    lines: list[Words] = []
    for place in places:
        sentence = comparison.sentence(place)
        marks = marker(comparison, place, against[0]) if against else ()
        room = max(width - _INDENT, 1)
        lines += [(Word(" " * _INDENT), *line) for line in paragraph(marked(sentence, marks), room, len(sentence.text) + 1)]
    return lines


def _most(needs: Sequence[int], room: int) -> int:
    """Lines that each outlet may take at most, so that all of them fit."""
    most = max(needs, default=0)
    while most > 1 and sum(min(need, most) for need in needs) > room:
        most -= 1
    return most
