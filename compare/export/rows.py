"""The aligned view, written out for any format: a row a passage, a cell an article, a segment a stretch of words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.model import Comparison, Difference, Evidence, Link, Mark, MarkKind, Place, Sentence, Standing, Status, kind_word, letter
from compare.views.headlines import headline_places
from compare.views.marks import marks, runs
from compare.views.wording import word_diff

# A status as it is written in the gutter, and in words.
SIGNS = {"shared": "=", "divergent": "≠", "unique": "+"}
PART = "≈"
_LOUDEST: tuple[Status, ...] = ("divergent", "shared", "unique")
SEVERITIES = {1: "a shade", 2: "misleads", 3: "altered"}
# How a character is marked, in a byte: as the marks in the page's data are written.
_RUNS: dict[MarkKind, bytes] = {"same": b"s", "reworded": b"r", "conflicting": b"c", "only": b"o"}
_SIGNED: dict[int, tuple[MarkKind, bool]] = {**{sign[0]: (kind, False) for kind, sign in _RUNS.items()}, ord("x"): ("conflicting", True)}
# Two ends with less than this share of their letters in common are different altogether.
_IN_COMMON = 0.3
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Segment(NamedTuple):
    """A stretch of a sentence with one mark; ``entity`` is the number of what is named there, or -1.

    ``core`` says that these are the very words in which a difference's two ends differ, and not only part of what it is about.
    """

    text: str
    kind: MarkKind
    entity: int
    core: bool


class SentenceView(NamedTuple):
    """A sentence in its cell.

    ``gutter`` is the sign of its status, ``peers`` are the labels of the sentences that it is linked to, ``also`` of those outside its row.
    """

    label: str
    status: str
    state: str
    gutter: str
    heading: bool
    paragraph: int
    moved: bool
    segments: tuple[Segment, ...]
    peers: str
    also: tuple[str, ...]
    notes: tuple[str, ...]


class Cell(NamedTuple):
    """What one article has in a row."""

    letter: str
    language: str
    sentences: tuple[SentenceView, ...]


class Finding(NamedTuple):
    """A difference, written out, its kind as people read it. ``touched`` names every sentence that its ends run over: of a quotation there may be several.

    ``ends`` are (label, text); ``parts`` has the same texts cut into what the other end words otherwise (true) and what it has, too.
    """

    kind: str
    severity: int
    weight: str
    ends: tuple[tuple[str, str], ...]
    parts: tuple[tuple[tuple[str, bool], ...], ...]
    touched: tuple[str, ...]
    explanation: str
    consensus: str


class LinkView(NamedTuple):
    """A link, written out: its two labels, its score in per cent, what it is, and what it rests on (a name and the words, if any, each)."""

    a: str
    b: str
    percent: str
    words: str
    reasons: tuple[tuple[str, str], ...]


class Row(NamedTuple):
    """A passage."""

    number: int
    status: str
    state: str
    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]
    links: tuple[LinkView, ...]


HEADLINES = 0
"""The number of the row of headlines; the passages are counted from one."""


def rows(comparison: Comparison, *, headlines: bool = False, worded: bool = True) -> Iterator[Row]:
    """The passages in the comparison's order, one at a time, so that a long comparison isn't held twice. ``headlines`` brings those of all
    articles together in a first row; a passage that holds nothing else is gone then. Without ``worded`` only what conflicts is marked, which spares
    the word diffs of the linked sentences.
    """
    names = [_named(comparison, article) for article in range(len(comparison.articles))]
    notes: dict[Place, list[str]] = {}
    for note in comparison.notes:
        notes.setdefault(note.place, []).append(note.text)
    heads = headline_places(comparison) if headlines else frozenset()
    groups = [(HEADLINES, tuple(sorted(heads)))] if heads else []
    groups += [
        (number, tuple(place for place in passage.members if place not in heads)) for number, passage in enumerate(comparison.passages, 1)
    ]
    for number, members in groups:
        if not members:
            continue
        cells = []
        for article, analysis in enumerate(comparison.articles):
            views = tuple(
                _sentence(comparison, place, members, comparison.is_moved(place), names[article], notes.get(place, ()), worded)
                for place in sorted(members)
                if place.article == article
            )
            cells.append(Cell(letter(article), language(analysis.article.language), views))
        status = _row_status(comparison, members)
        yield Row(
            number,
            status,
            _row_state(comparison, members, status),
            tuple(cells),
            tuple(finding(comparison, difference) for difference in _differences(comparison, members)),
            tuple(_link(link) for link in _links(comparison, members)),
        )


def label(place: Place) -> str:
    """How a sentence is called on the page: its article's letter and its number, counted from one."""
    return f"{letter(place.article)}{place.sentence + 1}"


def language(tag: str) -> str:
    """A language tag that is fit for ``lang``, or "" where the article's isn't one."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def state(standing: Standing) -> str:
    """A status in words."""
    return f"{standing.status} in part" if standing.extent == "part" and standing.status == "shared" else standing.status


def finding(comparison: Comparison, difference: Difference) -> Finding:
    """A difference, written out."""
    ends = [end for end in (difference.a, difference.b) if end is not None]
    return Finding(
        kind_word(difference.kind),
        difference.severity,
        SEVERITIES[difference.severity],
        tuple((label(end.place), end.text) for end in ends),
        _parts(difference.a, difference.b),
        tuple(dict.fromkeys(label(place) for end in ends for place in comparison.reach(end))),
        difference.explanation,
        difference.consensus,
    )


def _parts(a: Evidence | None, b: Evidence | None) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """Both ends cut by their word diff. Where they have little in common, nothing is singled out: all of it is the difference."""
    if a is None or b is None:
        return tuple(((end.text, False),) for end in (a, b) if end is not None)
    edits = word_diff(a.text, b.text)
    kept = sum(edit.a[1] - edit.a[0] for edit in edits if edit.op == "equal")
    if kept < _IN_COMMON * max(len(a.text), len(b.text)):
        return ((a.text, False),), ((b.text, False),)
    sides = (
        [(a.text[slice(*edit.a)], edit.op != "equal") for edit in edits],
        [(b.text[slice(*edit.b)], edit.op != "equal") for edit in edits],
    )
    return tuple(tuple(part for part in side if part[0]) for side in sides)


def marks_data(comparison: Comparison) -> dict[str, dict[str, str]]:
    """For each sentence and each that it is linked to, how its words stand against that one: run lengths in code points, ``12s5c``.

    The script shows a sentence's counterparts marked against it while the pointer or the focus is there. The one that a sentence is shown
    against anyway is left out.
    """
    found: dict[str, dict[str, str]] = {}
    for link in comparison.links:
        for place, other in ((link.a, link.b), (link.b, link.a)):
            if other == _counterpart(comparison, place):
                continue
            signs = _signs(comparison, place, marks(comparison, place, other))
            found.setdefault(label(place), {})[label(other)] = "".join(f"{end - start}{chr(sign)}" for start, end, sign in runs(signs))
    return dict(sorted(found.items()))


def _row_status(comparison: Comparison, members: Sequence[Place]) -> Status:
    held = {comparison.standing(place).status for place in members}
    return next(status for status in _LOUDEST if status in held)


def _row_state(comparison: Comparison, members: Sequence[Place], status: Status) -> str:
    parts = all(comparison.standing(place).extent == "part" for place in members)
    return "shared in part" if parts and status == "shared" else status


def _differences(comparison: Comparison, members: Sequence[Place]) -> list[Difference]:
    found: list[Difference] = []
    for place in members:
        found += [difference for difference in comparison.differences_at(place) if difference not in found]
    return sorted(found, key=lambda difference: -difference.severity)


def _links(comparison: Comparison, members: Sequence[Place]) -> list[Link]:
    found = {(link.a, link.b): link for place in members for link in comparison.links_of(place)}
    return [found[ends] for ends in sorted(found)]


def _link(link: Link) -> LinkView:
    words = [link.relation, *(["moved"] if link.moved else []), *(["joined by hand"] if link.pinned else []), link.verdict]
    reasons = tuple((reason.name, reason.detail) for reason in link.reasons if reason.share > 0)
    return LinkView(label(link.a), label(link.b), f"{link.score:.0%}", ", ".join(words), reasons)


def _sentence(
    comparison: Comparison,
    place: Place,
    members: Sequence[Place],
    moved: bool,  # noqa: FBT001 — a fact about the sentence, not a switch
    names: list[tuple[int, int, int]],
    notes: list[str] | tuple[()],
    worded: bool,  # noqa: FBT001 — what the whole export asks for
) -> SentenceView:
    sentence, standing = comparison.sentence(place), comparison.standing(place)
    others = sorted({link.other(place) for link in comparison.links_of(place)})
    return SentenceView(
        label(place),
        standing.status,
        state(standing),
        PART if standing.extent == "part" and standing.status == "shared" else SIGNS[standing.status],
        sentence.kind == "heading",
        sentence.paragraph,
        moved,
        tuple(_segments(comparison, place, names, _shown_marks(comparison, place, worded=worded))),
        " ".join(label(other) for other in others),
        tuple(label(other) for other in others if other not in members),
        tuple(notes),
    )


def _shown_marks(comparison: Comparison, place: Place, *, worded: bool) -> tuple[Mark, ...]:
    """The marks of a sentence, later ones over earlier ones: against the base's sentence, for the base against a divergent one first.

    What conflicts with any other article is marked as such as well: nothing that diverges may stay quiet.
    """
    if comparison.standing(place).status == "unique":
        return ()
    shown = marks(comparison, place, _counterpart(comparison, place)) if worded else ()
    if not comparison.differences_at(place):
        return shown
    return shown + tuple(mark for mark in marks(comparison, place, None) if mark.kind == "conflicting")


def _counterpart(comparison: Comparison, place: Place) -> Place | None:
    base = comparison.options.base
    counterpart = comparison.counterpart(place, base) if place.article != base else None
    if counterpart is None:
        links = sorted(comparison.links_of(place), key=lambda link: link.verdict != "divergent")
        counterpart = links[0].other(place) if links else None
    return counterpart


def _segments(comparison: Comparison, place: Place, names: list[tuple[int, int, int]], shown: tuple[Mark, ...]) -> Iterator[Segment]:
    """The sentence cut where a mark or a name begins or ends; the segments' texts joined give the sentence back.

    White space at a mark's ends stays unmarked: an underlined blank says nothing.
    """
    sentence = comparison.sentence(place)
    size = sentence.end - sentence.start
    signs = _signs(comparison, place, shown)
    entities = [-1] * size
    cuts = {0, size, *(start for start, _, _ in runs(signs))}
    for index in range(bisect_left(names, (sentence.start,)), len(names)):
        start, end, entity = names[index]
        if start >= sentence.end:
            break
        low, high = start - sentence.start, min(end - sentence.start, size)
        entities[low:high] = [entity] * (high - low)
        cuts |= {low, high}
    begun = 0
    for start, end in pairwise(sorted(cuts)):
        if end == size or (signs[end], entities[end]) != (signs[start], entities[start]):
            kind, core = _SIGNED[signs[start]]
            yield Segment(sentence.text[begun:end], kind, entities[start], core)
            begun = end


def _signs(comparison: Comparison, place: Place, found: tuple[Mark, ...]) -> bytearray:
    """For each character of a sentence one of _SIGNED's keys: its mark's kind, and whether a difference's ends differ in these very words."""
    sentence = comparison.sentence(place)
    signs = bytearray(b"s" * (sentence.end - sentence.start))
    for mark in found:
        low, high = _trimmed(sentence, mark.start, mark.end)
        signs[low:high] = _RUNS[mark.kind] * (high - low)
    for difference in comparison.differences_at(place):
        for start, end in _cores(comparison, difference, place):
            low, high = _trimmed(sentence, start, end)
            signs[low:high] = signs[low:high].replace(b"c", b"x")
    return signs


def _trimmed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """A span of the article as offsets in its sentence, without the white space at its ends."""
    low = max(0, start - sentence.start)
    part = sentence.text[low : max(low, end - sentence.start)]
    kept = part.strip()
    low += part.find(kept)
    return low, low + len(kept)


def _cores(comparison: Comparison, difference: Difference, place: Place) -> Iterator[tuple[int, int]]:
    """The spans of a difference's evidence in a sentence that the other evidence words otherwise; all of it where the wording is the same."""
    a, b = difference.a, difference.b
    for near, far in ((a, b), (b, a)):
        if near is None or place not in comparison.reach(near):
            continue
        edits = word_diff(near.text, far.text) if far is not None else ()
        changed = [edit.a for edit in edits if edit.op != "equal"]
        yield from ((near.start + start, near.start + end) for start, end in changed or [(0, near.end - near.start)])


def _named(comparison: Comparison, article: int) -> list[tuple[int, int, int]]:
    """Where an article names an entity: (start, end, the entity's number), in order."""
    return sorted(
        (mention.start, mention.end, number)
        for number, entity in enumerate(comparison.entities)
        for mention in entity.mentions
        if mention.article == article
    )
