"""The sentence under the cursor in words: what it is linked to, how strongly, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from compare.model import letter
from compare.model.place import OURS, kind_word
from tui.layout.cells import displayed
from tui.layout.counterparts import opposed
from tui.layout.subject import SIGNS, Subject
from tui.themes import outlet

if TYPE_CHECKING:
    from compare.model import Difference, Link, Place, Point

_QUOTED = 12
"""Code points by which a span is recognised in an explanation."""

_FIFTH = 0.18
"""In log-odds: about a fifth more or less likely."""
_STRONG = 2.0
"""In log-odds: seven times as likely or more."""

STATE_WORDS = {"shared": "shared", "part": "shared in part", "divergent": "divergent", "unique": "only here"}


class Word(NamedTuple):
    """Some text of an explanation and its look."""

    text: str
    look: str = "text"


Words = tuple[Word, ...]


def said_of(subject: Subject, place: Place) -> str:
    """A sentence as the reader names it: its outlet's chip and its number, counted from 1 ("NYT 4"; "A4" where no outlet is known)."""
    chip = subject.chips[place.article]
    return f"{chip}{gap_after(chip, place.article)}{place.sentence + 1}"


def gap_after(chip: str, article: int) -> str:
    """What stands between an article's chip and the number of a sentence: nothing after a letter."""
    return "" if chip == letter(article) else " "


def numbered(subject: Subject, place: Place, more: str = "") -> Words:
    """A sentence as :func:`said_of` names it, the chip in its outlet's hue; ``more`` stands behind the number."""
    chip = chip_of(subject, place.article)
    return chip, Word(f"{said_of(subject, place).removeprefix(chip.text)}{more}", "muted")


def chip_of(subject: Subject, article: int) -> Word:
    """An outlet's chip in its hue."""
    return Word(subject.chips[article], outlet(article))


def headline(subject: Subject, place: Place) -> Words:
    """The state of a sentence and the sentences that say the same."""
    if not subject.ready:
        return (Word("comparing …", "muted"),)
    named = numbered(subject, place)
    if not subject.judged:
        return (*named, Word("  read alone", "muted"))
    state = subject.state(place)
    words = [Word(f"{SIGNS[state]} {STATE_WORDS[state]}", state), Word("  "), *named]
    links = subject.comparison.links_of(place)
    unlinked = [other for other in opposed(subject.comparison, place) if subject.comparison.counterpart(place, other.article) is None]
    if not links and not unlinked:
        others = len(subject.comparison.articles) - 1
        said = f"nothing in the other {'article' if others == 1 else 'articles'} says this"
        words.append(Word(f"  {said}", "muted"))
    best: dict[int, Link] = {}
    for link in links:
        best.setdefault(link.other(place).article, link)
    for link in best.values():
        words.extend(_linked(subject, place, link))
    if len(links) > len(best):
        words.append(Word(f"  and {len(links) - len(best)} more", "muted"))
    for other in unlinked:
        words.extend((Word("  ≠ ", "divergent"), *numbered(subject, other)))
    return (*words, *parted_by_hand(subject, place))


def parted_by_hand(subject: Subject, place: Place) -> Words:
    """From which sentences the user has parted this one, if from any."""
    parted = [said_of(subject, pinned.other(place)) for pinned in subject.comparison.pins_of(place) if pinned.action == "part"]
    return (Word(f"  separated by hand from {', '.join(parted)}", "muted"),) if parted else ()


def _linked(subject: Subject, place: Place, link: Link, *, score: bool = False) -> Words:
    other = link.other(place)
    notes = [f"{link.score:.0%} sure"] if score else []
    if link.relation == "partial":
        notes.append("in part")
    if link.moved:
        notes.append("moved")
    if link.pinned:
        notes.append("joined by hand")
    said = f" ({', '.join(notes)})" if notes else ""
    return (Word("  ↔ ", "muted"), *numbered(subject, other, said))


def points_at(subject: Subject, place: Place, first: int | None, *, possible: bool = False) -> list[Point]:
    """The points that count of which a side stands in a sentence, in their order; that with the number ``first`` before all.

    With ``possible`` those that are less sure come last.
    """
    found = [
        (number != first, rank, point)
        for rank, (number, point) in enumerate(subject.listed(possible=possible))
        if any(place in subject.comparison.reach(side) for side in point.sides)
    ]
    return [point for _, _, point in sorted(found, key=lambda item: item[:2])]


def point_line(point: Point) -> Words:
    """The point in a line: what differs, and why, with the second reader's name where it is not our own."""
    by = (Word(f"  says {displayed(point.by)}, a model", "muted"),) if point.by != OURS else ()
    return (Word(kind_word(point.kind), "heading"), Word(f"  {displayed(point.explanation)}"), *by)


def difference_line(subject: Subject, difference: Difference) -> Words:
    """A shade of difference: kind, explanation and both spans."""
    look = "conflicting" if difference.severity >= 2 else "reworded"
    words = [Word(f"{kind_word(difference.kind)} ≠", look), Word(f" {displayed(difference.explanation)}")]
    ends = [end for end in (difference.a, difference.b) if end is not None]
    if all(end.text[:_QUOTED] in difference.explanation for end in ends):  # it shows the spans itself
        ends = []
    for number, end in enumerate(ends):
        words += [Word(" / " if number else "  ", "muted"), *numbered(subject, end.place, " ")]
        words.append(Word(displayed(end.text), look))
    if difference.consensus:
        words.append(Word(f"  {displayed(difference.consensus)}", "muted"))
    return tuple(words)


def reasons(subject: Subject, place: Place, link: Link) -> list[Words]:
    """Why a sentence is linked: what speaks for it and against it, the weightiest first; what hardly matters is left out."""
    lines: list[Words] = [(*numbered(subject, place), *_linked(subject, place, link, score=True))]
    for reason in link.reasons:
        said = _said_of(reason.share)
        if said and reason.name != "start":  # which is the same for any two sentences
            lines.append((Word(f"  {said:<17} ", "muted"), Word(reason.name), Word(f"  {displayed(reason.detail)}", "muted")))
    return lines


def _said_of(share: float) -> str:
    """What a share of the log-odds comes to in words; "" for less than a fifth more or less likely."""
    if abs(share) < _FIFTH:
        return ""
    return f"{'strongly ' if abs(share) >= _STRONG else ''}{'for it' if share > 0 else 'against it'}"
