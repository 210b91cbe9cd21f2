"""The comparison as Markdown that reads well as an issue or a wiki comment, on GitHub, GitLab and elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.export.called import Called
from compare.export.facts import markdown_lines
from compare.export.figures import statuses
from compare.export.generator import version
from compare.export.overview import name_of, standfirst
from compare.export.points import DISMISSED_HEADING, DISMISSED_NOTE, PointGroup, dismissed_findings, point_groups
from compare.export.rows import Finding, Row, SentenceView, rows
from compare.export.sidebars import pins, sidebars
from compare.export.text import left_out
from compare.model import Comparison
from compare.reading.cleaning import inert
from compare.views import revisions

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$^#]")
_ENTITY = re.compile(r"&(?=#?\w)")
# Between such a sign and what follows, a word joiner keeps the site from naming a user, closing an issue or writing a mail address.
_MENTION = re.compile(r"([@#]|\bGH-)(?=\w)", re.IGNORECASE)
# What a site makes a link or a picture of without any markup: addresses, and names of emoji.
_MAGIC = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.|:(?=[\w+-]+:)|(?<=\w)\.(?=[A-Za-z]{2})|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)


def render(comparison: Comparison) -> str:
    """A title, the articles, where they part, then every passage with its sentences and the words that conflict in bold."""
    return inert("\n".join(_lines(comparison)).rstrip("\n") + "\n")


def escape(text: str) -> str:
    """A text on one line that Markdown shows as it is, inside a line of ours: no markup, link, mention or HTML comes of it."""
    return _inline(" ".join(text.split()))


def _versions(comparison: Comparison) -> Iterator[str]:
    """What changed between versions of one article: a paragraph each two, and a list under it."""
    lines = list(revisions.told(comparison))
    for line in lines:
        if line.startswith(" "):
            yield f"- {escape(line.strip())}"
        else:
            yield from ("", escape(line), "") if line != lines[0] else (escape(line), "")
    if lines:
        yield ""


def _lines(comparison: Comparison) -> Iterator[str]:
    base = comparison.options.base
    called = Called(comparison)
    yield f"# {escape(comparison.articles[base].article.title)}"
    yield ""
    yield escape(standfirst(comparison))
    yield ""
    yield from _versions(comparison)
    yield "| | account | words | = shared | ≠ divergent | + only here |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for index, analysis in enumerate(comparison.articles):
        counts = " | ".join(str(count) for count in statuses(comparison, index).values())
        name = escape(f"{name_of(comparison, index)}: {analysis.article.title}")
        yield f"| **{escape(called.chips[index])}** | {name} | {analysis.words} | {counts} |"
    yield ""
    beside = sidebars(comparison)
    for _, heading, findings in beside.ledger:
        if findings:
            yield f"## {heading}"
            yield ""
            for found in findings:
                yield from _finding(found, called)
            yield ""
    for group in point_groups(comparison, ours=False):
        yield from group_lines(group, called)
    yield from _dismissed(comparison)
    if comparison.facts:
        yield "## Facts side by side"
        yield ""
        yield from markdown_lines(comparison)
        yield ""
    yield "## Side by side"
    yield ""
    yield "**=** shared, **≈** shared in part, **≠** divergent, **+** only here; **bold** conflicting, *italic* not in the counterpart."
    yield ""
    for row in rows(comparison):
        yield from _row(row, called)
    yield from _names(comparison)
    yield from _sources(comparison)


def group_lines(group: PointGroup, called: Called) -> Iterator[str]:
    """The points that one reader names, as a section."""
    yield f"## {escape(group.heading)}"
    yield ""
    yield escape(group.note)
    yield ""
    for found in group.points:
        yield from _finding(found, called)
    if group.opinions:
        yield from ("", "Of what newsdiff reported:", "", *(f"- {escape(line)}" for line in group.opinions))
    if group.points or group.opinions:
        yield ""


def _dismissed(comparison: Comparison) -> Iterator[str]:
    """What the user judged to be no difference, as a section."""
    found = dismissed_findings(comparison)
    if found:
        yield from (f"## {DISMISSED_HEADING}", "", DISMISSED_NOTE, "")
        for each in found:
            yield from _finding(each.finding, Called(comparison))
            yield f"  - The user: {escape(each.decision)}"
        yield ""


def _finding(found: Finding, called: Called) -> Iterator[str]:
    consensus = f" {escape(found.consensus)}" if found.consensus else ""
    yield f"- **{found.kind}** ({found.weight}): {escape(found.explanation)}{consensus}"
    for label, text in found.ends:
        yield f"  - {escape(called(label))}: “{escape(text)}”"


def _row(row: Row, called: Called) -> Iterator[str]:
    yield f"**{row.number}.** {row.state}"
    yield ""
    for cell in row.cells:
        for sentence in cell.sentences:
            also = f" (see also {escape(called.all(sentence.also))})" if sentence.also else ""
            moved = " ⇅" if sentence.moved else ""
            yield f"- **{sentence.gutter} {escape(called(sentence.label))}**{moved} {_marked(sentence)}{also}"
            for note in sentence.notes:
                yield f"  - Note: {escape(note)}"
    yield ""


def _marked(sentence: SentenceView) -> str:
    parts: list[tuple[str, str]] = []
    for segment in sentence.segments:
        sign = "**" if segment.core else "*" if segment.kind == "only" and sentence.status != "unique" else ""
        if parts and parts[-1][1] == sign:
            parts[-1] = (parts[-1][0] + segment.text, sign)
        else:
            parts.append((segment.text, sign))
    return " ".join("".join(_emphasised(text, sign) for text, sign in parts).split())


def _emphasised(text: str, sign: str) -> str:
    """A stretch between emphasis signs, which take hold only where they touch a letter or a figure."""
    words = [index for index, character in enumerate(text) if character.isalnum()]
    if not sign or not words:
        return _inline(text)
    first, last = words[0], words[-1] + 1
    return f"{_inline(text[:first])}{sign}{_inline(text[first:last])}{sign}{_inline(text[last:])}"


def _inline(text: str) -> str:
    text = _MENTION.sub("\\1\u2060", _ENTITY.sub("&amp;", text.replace("\u2060", "")))
    text = _MAGIC.sub(lambda found: f"&\u2060{ord(found.group())};", text)
    text = _SPECIAL.sub(r"\\\g<0>", text)
    # Only now, so that the number signs of our own entities aren't escaped.
    return text.replace("&\u2060", "&#").replace("\u2060", "&#8288;")


def _names(comparison: Comparison) -> Iterator[str]:
    groups = sidebars(comparison).entities
    if not groups:
        return
    yield "## Names"
    yield ""
    yield f"| name | {' | '.join(map(escape, Called(comparison).chips))} |"
    yield f"| --- |{' ---: |' * len(comparison.articles)}"
    for _, entities in groups:
        for entity in entities:
            yield f"| {escape(entity.name)} | {' | '.join(str(count or '–') for count in entity.counts)} |"
    yield ""


def _sources(comparison: Comparison) -> Iterator[str]:
    yield "## Sources"
    yield ""
    called = Called(comparison)
    for index, analysis in enumerate(comparison.articles):
        yield f"- **{escape(called.chips[index])}** {escape(analysis.article.source)}, SHA-256 `{analysis.article.sha256}`"
    if comparison.pins:
        listed = "; ".join(f"{called(one.a)} and {called(one.b)} {one.words}" for one in pins(comparison))
        yield f"- By the user, not by newsdiff: {escape(listed)}."
    for line in left_out(comparison):
        yield f"- {escape(line)}"
    yield ""
    yield f"Made by newsdiff {escape(version())}."
