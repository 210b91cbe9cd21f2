"""The sentence under the cursor in words: what it is linked to, how strongly, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from compare.model import letter
from compare.model.points import OURS
from tui.layout.cells import displayed
from tui.layout.counterparts import opposed
from tui.layout.subject import SIGNS, Subject

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


def name_of(place: Place) -> str:
    """A sentence as the reader names it: the article's letter and the sentence's number, counted from 1."""
    return f"{letter(place.article)}{place.sentence + 1}"


def headline(subject: Subject, place: Place) -> Words:
    """The state of a sentence and its links, best first."""
    if not subject.ready:
        return (Word("comparing …", "muted"),)
    if not subject.judged:
        return (Word(f"{name_of(place)}  read alone", "muted"),)
    state = subject.state(place)
    words = [Word(f"{SIGNS[state]} {STATE_WORDS[state]}", state), Word(f"  {name_of(place)}", "muted")]
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
        words.extend(_linked(place, link))
    if len(links) > len(best):
        words.append(Word(f"  and {len(links) - len(best)} more", "muted"))
    for other in unlinked:
        words.extend((Word("  ≠ ", "muted"), Word(name_of(other), "divergent")))
    parted = [name_of(pinned.other(place)) for pinned in subject.comparison.pins_of(place) if pinned.action == "part"]
    if parted:
        words.append(Word(f"  parted by hand from {', '.join(parted)}", "muted"))
    return tuple(words)


def _linked(place: Place, link: Link) -> Words:
    other = link.other(place)
    notes = [f"{link.score:.2f}".removeprefix("0")]
    if link.relation == "partial":
        notes.append("in part")
    if link.moved:
        notes.append("moved")
    if link.pinned:
        notes.append("by hand")
    look = "divergent" if link.verdict == "divergent" else "shared"
    return (Word("  ↔ ", "muted"), Word(name_of(other), look), Word(f" {' '.join(notes)}", "muted"))


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


def point_line(subject: Subject, point: Point) -> Words:
    """Kind and explanation, with the second reader's name where it is not our own."""
    by = (Word(f"  says {displayed(point.by)}, a model", "muted"),) if point.by != OURS else ()
    return (Word(f"{point.kind} ≠", "conflicting"), Word(f" {displayed(point.explanation)}"), *by)


def difference_line(difference: Difference) -> Words:
    """Kind, explanation and both spans."""
    look = "conflicting" if difference.severity >= 2 else "reworded"
    words = [Word(f"{difference.kind} ≠", look), Word(f" {displayed(difference.explanation)}")]
    ends = [end for end in (difference.a, difference.b) if end is not None]
    if all(end.text[:_QUOTED] in difference.explanation for end in ends):  # it shows the spans itself
        ends = []
    if ends:
        words.append(Word("  ", "muted"))
    for number, end in enumerate(ends):
        words.append(Word(f"{' / ' if number else ''}{name_of(end.place)} ", "muted"))
        words.append(Word(displayed(end.text), look))
    if difference.consensus:
        words.append(Word(f"  {displayed(difference.consensus)}", "muted"))
    return tuple(words)


def reasons(place: Place, link: Link) -> list[Words]:
    """Why a sentence is linked: what speaks for it and against it, the weightiest first; what hardly matters is left out."""
    lines = [(Word(name_of(place), "heading"), *_linked(place, link))]
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


def explain(subject: Subject, place: Place, first: int | None = None, *, possible: bool = False) -> list[Words]:
    """Lines for the bottom of the screen: the point in question, the sentence's links, then further points and shades of difference."""
    head = headline(subject, place)
    if not subject.ready:
        return [head]
    comparison = subject.comparison
    points = points_at(subject, place, first, possible=possible)
    shades = [one for one in comparison.differences_at(place) if one.severity < comparison.options.min_severity]
    lines = [*(point_line(subject, point) for point in points), *map(difference_line, shades)]
    return [*lines[:1], head, *lines[1:]]
