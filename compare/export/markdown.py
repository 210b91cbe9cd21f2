"""The comparison as Markdown that reads well as an issue or a wiki comment, on GitHub, GitLab and elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.export.figures import statuses
from compare.export.generator import version
from compare.export.overview import name_of, standfirst
from compare.export.rows import Finding, Row, SentenceView, rows
from compare.export.sidebars import sidebars
from compare.model import Comparison, letter
from compare.reading.cleaning import inert

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()|~$!^]")
# What begins a block at the start of a line: a heading, a list, a rule, a table, a quotation.
_BLOCK = re.compile(r"^(\s*)([#+\-=:]|\d+(?=[.)]))")
_ENTITY = re.compile(r"&(?=#?\w)")
# Between such a sign and what follows, a word joiner keeps the page from naming a user, closing an issue or sending a mail.
_MENTION = re.compile(r"([@#]|\bGH-)(?=\w)")
_ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
_STRONG = {"conflicting": "**", "only": "*"}


def render(comparison: Comparison) -> str:
    """A title, the articles, where they part, then every passage with its sentences and the words that conflict in bold."""
    return inert("\n".join(_lines(comparison)).rstrip("\n") + "\n")


def escape(text: str) -> str:
    """A text on one line that Markdown shows as it is: no markup, link, mention or HTML comes of it."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    line = _ENTITY.sub("&amp;", line)
    line = _MENTION.sub("\\1&#8288;", line)
    line = _ADDRESS.sub(lambda found: f"&#{ord(found.group())};", line)
    return _BLOCK.sub(lambda found: f"{found[1]}\\{found[2]}" if not found[2].isdigit() else f"{found[1]}{found[2]}&#8288;", line)


def _lines(comparison: Comparison) -> Iterator[str]:
    base = comparison.options.base
    yield f"# {escape(comparison.articles[base].article.title)}"
    yield ""
    yield escape(standfirst(comparison))
    yield ""
    yield "| | account | words | = shared | ≠ divergent | + only here |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for index, analysis in enumerate(comparison.articles):
        counts = " | ".join(str(count) for count in statuses(comparison, index).values())
        name = escape(f"{name_of(comparison, index)}: {analysis.article.title}")
        yield f"| **{letter(index)}** | {name} | {analysis.words} | {counts} |"
    yield ""
    beside = sidebars(comparison)
    for _, heading, findings in beside.ledger:
        if findings:
            yield f"## {heading}"
            yield ""
            for found in findings:
                yield from _finding(found)
            yield ""
    yield "## Side by side"
    yield ""
    yield "**=** shared, **≈** shared in part, **≠** divergent, **+** only here; **bold** conflicting, *italic* not in the counterpart."
    yield ""
    for row in rows(comparison):
        yield from _row(row)
    yield from _names(comparison)
    yield from _sources(comparison)


def _finding(found: Finding) -> Iterator[str]:
    consensus = f" {escape(found.consensus)}" if found.consensus else ""
    yield f"- **{found.kind}** ({found.weight}): {escape(found.explanation)}{consensus}"
    for label, text in found.ends:
        yield f"  - {label}: “{escape(text)}”"


def _row(row: Row) -> Iterator[str]:
    yield f"**{row.number}.** {row.state}"
    yield ""
    for cell in row.cells:
        for sentence in cell.sentences:
            also = f" (see also {', '.join(sentence.also)})" if sentence.also else ""
            moved = " ⇅" if sentence.moved else ""
            yield f"- **{sentence.gutter} {sentence.label}**{moved} {_marked(sentence)}{also}"
            for note in sentence.notes:
                yield f"  - Note: {escape(note)}"
    yield ""


def _marked(sentence: SentenceView) -> str:
    parts: list[tuple[str, str]] = []
    for segment in sentence.segments:
        sign = _STRONG.get(segment.kind, "") if sentence.status != "unique" else ""
        if parts and parts[-1][1] == sign:
            parts[-1] = (parts[-1][0] + segment.text, sign)
        else:
            parts.append((segment.text, sign))
    line = "".join(_emphasised(text, sign) for text, sign in parts)
    return _BLOCK.sub(r"\1\\\2", line)


def _emphasised(text: str, sign: str) -> str:
    """A stretch between emphasis signs, which take hold only where they touch a letter or a figure."""
    words = [index for index, character in enumerate(text) if character.isalnum()]
    if not sign or not words:
        return _inline(text)
    first, last = words[0], words[-1] + 1
    return f"{_inline(text[:first])}{sign}{_inline(text[first:last])}{sign}{_inline(text[last:])}"


def _inline(text: str) -> str:
    """A stretch inside a line: the blanks at its ends stay."""
    body = text.strip()
    if not body:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{escape('.' + body)[1:]}{' ' if text[-1].isspace() else ''}"


def _names(comparison: Comparison) -> Iterator[str]:
    groups = sidebars(comparison).entities
    if not groups:
        return
    letters = " | ".join(letter(article) for article in range(len(comparison.articles)))
    yield "## Names"
    yield ""
    yield f"| name | {letters} |"
    yield f"| --- |{' ---: |' * len(comparison.articles)}"
    for _, entities in groups:
        for entity in entities:
            yield f"| {escape(entity.name)} | {' | '.join(str(count or '–') for count in entity.counts)} |"
    yield ""


def _sources(comparison: Comparison) -> Iterator[str]:
    yield "## Sources"
    yield ""
    for index, analysis in enumerate(comparison.articles):
        yield f"- **{letter(index)}** {escape(analysis.article.source)}, SHA-256 `{analysis.article.sha256}`"
    yield ""
    yield f"Made by newsdiff {escape(version())}."
