"""The comparison as plain text: for a log, a mail, a pipe, and wherever the output is no terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from compare.export.called import Called
from compare.export.overview import name_of, standfirst
from compare.export.points import DISMISSED_HEADING, DISMISSED_NOTE, PointGroup, dismissed_findings, point_groups
from compare.export.rows import Finding, LinkView, Row, SentenceView, rows
from compare.export.sidebars import pins
from compare.model import SECOND_READER, Comparison
from compare.reading.cleaning import inert
from compare.views import revisions

WIDTH = 80
LEGEND = "= shared   ≈ shared in part   ≠ divergent   + only here   {…} conflicting words"


def render(comparison: Comparison, width: int = WIDTH, *, explain: bool = False) -> str:
    """The whole comparison, first its points, then a passage after the other, wrapped to ``width`` columns; words that conflict stand in braces.

    ``explain`` adds each link with its score and what that rests on.
    """
    lines: list[str] = []
    called = Called(comparison)
    room = max(map(columns, called.chips))
    for index, analysis in enumerate(comparison.articles):
        lead = f"{called.chips[index]}{' ' * (room - columns(called.chips[index]))}  "
        lines += wrapped(lead, f"{name_of(comparison, index)}: {analysis.article.title}", width)
    lines += ["", *wrapped("", standfirst(comparison), width), ""]
    versions = list(revisions.told(comparison))
    for line in versions:
        lines += wrapped("  " if line.startswith("  ") else "", line.strip(), width)
    lines += [""] if versions else []
    for group in point_groups(comparison):
        lines += [*told(group, width, called), ""]
    lines += [LEGEND, ""] if width >= len(LEGEND) else []
    for row in rows(comparison, worded=False):
        lines += [*_row(row, width, row.links if explain else (), called), ""]
    lines += dismissed_lines(comparison, width)
    lines += facts_in_short(comparison, width)
    for line in (*by_hand(comparison), *left_out(comparison)):
        lines += wrapped("", line, width)
    return inert("\n".join(lines).rstrip("\n") + "\n")


def facts_in_short(comparison: Comparison, width: int) -> Iterator[str]:
    """The facts that differ, under a heading, and how many agree."""
    from compare.export.facts import text_lines

    agree = sum(fact.equal for fact in comparison.facts)
    differ = len(comparison.facts) - agree
    if comparison.facts:
        yield from wrapped(
            "",
            f"Facts side by side: {differ} {'differs' if differ == 1 else 'differ'}, {agree} {'agrees' if agree == 1 else 'agree'}.",
            width,
        )
    if agree < len(comparison.facts):
        yield from text_lines(comparison, differing=True, width=width)
    if comparison.facts:
        yield ""


def _row(row: Row, width: int, links: tuple[LinkView, ...], called: Called) -> Iterator[str]:
    indent = " " * (called.width + 3)
    for cell in row.cells:
        for sentence in cell.sentences:
            yield from wrapped(f"{sentence.gutter} {called(sentence.label):<{called.width}} ", marked(sentence), width)
            if sentence.also:
                yield from wrapped(indent, f"see also {called.all(sentence.also)}", width)
            for note in sentence.notes:
                yield from wrapped(indent, f"note: {note}", width)
    for found in row.findings:
        yield from wrapped("  ! ", said(found, called), width)
    for link in links:
        yield from wrapped("  · ", explained(link, called), width)


def told(group: PointGroup, width: int, called: Called) -> Iterator[str]:
    """The points that one reader names, each with the words of all sides."""
    yield from wrapped("", group.heading, width)
    yield from wrapped("", group.note, width)
    for found in group.points:
        yield from wrapped("  ! ", said(found, called), width)
        for place, words in found.ends:
            yield from wrapped(f"      {called(place):<{called.width}} ", f"“{words}”", width)
    for line in group.opinions:
        yield from wrapped("  ? ", f"newsdiff's {line}", width)


def dismissed_lines(comparison: Comparison, width: int) -> Iterator[str]:
    """What the user judged to be no difference, under a heading; nothing where there is none of that."""
    found = dismissed_findings(comparison)
    if found:
        yield from wrapped("", DISMISSED_HEADING, width)
        yield from wrapped("", DISMISSED_NOTE, width)
        for each in found:
            yield from wrapped("  × ", said(each.finding, Called(comparison)), width)
            yield from wrapped("      ", f"the user: {each.decision}", width)
        yield ""


def by_hand(comparison: Comparison) -> tuple[str, ...]:
    """What the user joined and parted, in one line; none where there is nothing of that."""
    called = Called(comparison)
    listed = "; ".join(f"{called(one.a)} and {called(one.b)} {one.words}" for one in pins(comparison))
    return (f"By the user, not by newsdiff: {listed}.",) if listed else ()


def left_out(comparison: Comparison) -> tuple[str, ...]:
    """What newsdiff failed on and went on without, a line each."""
    return tuple(
        f"{'Second reader' if problem.stage == SECOND_READER else 'Internal error'}: {problem.text}." for problem in comparison.problems
    )


def marked(sentence: SentenceView) -> str:
    """A sentence on one line with its conflicting words in braces."""
    parts = []
    conflicting = False
    for segment in sentence.segments:
        now = segment.core
        parts.append(("{" if now and not conflicting else "}" if conflicting and not now else "") + segment.text)
        conflicting = now
    return " ".join(("".join(parts) + ("}" if conflicting else "")).split())


def said(found: Finding, called: Called) -> str:
    """A difference in one line."""
    where = called.all((label for label, _ in found.ends), "–")
    return " ".join(f"{found.kind}, {found.weight} ({where}): {found.explanation} {found.consensus}".split())


def explained(link: LinkView, called: Called) -> str:
    """A link in one line: its ends, its score, what it is and what it rests on."""
    reasons = "; ".join(f"{name}: {detail}" if detail else name for name, detail in link.reasons)
    return f"{called(link.a)}–{called(link.b)} {link.percent} {link.words}{': ' if reasons else ''}{reasons}"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(lead: str, text: str, width: int) -> Iterator[str]:
    """A text filled to ``width`` after ``lead``, the lines after the first indented to match; a word that is too long has a line of its own."""
    indent = " " * len(lead)
    if text.isascii():
        yield from _filled(lead, indent, " ".join(text.split()), max(0, width - len(lead)))
        return
    line, size = lead, len(lead)
    fresh = True
    for word in text.split():
        needed = columns(word)
        if not fresh and size + 1 + needed > width:
            yield line.rstrip()
            line, size, fresh = indent, len(indent), True
        if not fresh:
            line, size = line + " ", size + 1
        line, size, fresh = line + word, size + needed, False
    yield line.rstrip()


def _filled(lead: str, indent: str, text: str, room: int) -> Iterator[str]:
    """The same for a text of which each sign takes one column and each two words are one blank apart: cut where a line ends, not word by word."""
    begun = 0
    while len(text) - begun > room:
        cut = text.rfind(" ", begun, begun + room + 1)
        if cut < 0:
            cut = text.find(" ", begun)
        if cut < 0:
            break
        yield lead + text[begun:cut]
        lead, begun = indent, cut + 1
    yield (lead + text[begun:]).rstrip()
