"""All that is known of one article and where its text comes from: metadata, what was removed or replaced on reading, and the text before that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rich.style import Style

from compare.model import Article
from compare.model.article import ChangeKind
from tui import themes
from tui.layout.cells import displayed, width_of, wrap
from tui.screens.pages import PageScreen
from tui.screens.rows import Line

LONGEST = 60_000
"""Code points of an original that are shown: more would take a moment to lay out."""
_NAMES: dict[ChangeKind, str] = {
    "escape": "HTML escape",
    "invisible": "invisible character",
    "control": "control character",
    "direction": "override of the text direction",
    "composed": "letter and its accents combined",
    "look-alike": "word with letters from another script",
    "boilerplate": "passage left out of the page",
}
_PLURALS: dict[ChangeKind, str] = {
    "escape": "HTML escapes",
    "direction": "overrides of the text direction",
    "composed": "letters and their accents combined",
    "look-alike": "words with letters from another script",
    "boilerplate": "passages left out of the page",
}
_COLUMN = 16


class Piece(NamedTuple):
    """A stretch of the original; ``changed`` where the article's text hasn't it so."""

    text: str
    changed: bool


class DetailsScreen(PageScreen):
    """One article's metadata and its original."""

    HEADING = "About the article"

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article
        self.HEADING = f"About: {' '.join(displayed(article.title).split())}"

    def lines(self, width: int, variables: Mapping[str, str]) -> list[Line]:
        head, key, text, muted, changed = (themes.style(name, variables) for name in ("heading", "key", "text", "muted", "divergent"))
        lines: list[Line] = []
        for name, value in known(self._article):
            parts = wrap_text(value, max(8, width - _COLUMN - 2))
            lines += [
                [("  ", None), (f"{name:<{_COLUMN}}" if at == 0 else " " * _COLUMN, key), (part, text)] for at, part in enumerate(parts)
            ]
        lines += [[("", None)], [("On reading", head)]]
        for line in (*removed(self._article), *self._article.warnings):
            lines += [[("  ", None), (part, text)] for part in wrap_text(displayed(line), max(8, width - 2))]
        lines += [[("", None)], [("The text before that", head), ("  what was removed or replaced is marked", muted)]]
        return [*lines, *_original(self._article, max(8, width - 2), text, changed)]


def known(article: Article) -> Iterator[tuple[str, str]]:
    """Names and values of all that is known of an article, in the order of an export's."""
    values = (
        ("title", article.title),
        ("outlet", article.outlet),
        ("by", article.byline),
        ("published", article.published and article.published.isoformat()),
        ("updated", article.updated and article.updated.isoformat()),
        ("language", article.language),
        ("source", article.source),
        ("address", article.url),
        ("format", article.format),
        ("words", f"{len(article.text.split()):,}"),
        ("source SHA-256", article.sha256),
        ("text SHA-256", article.text_sha256),
    )
    for name, value in values:
        yield name, displayed(" ".join(value.split())) if value else "not said"


def removed(article: Article) -> list[str]:
    """A line for each kind of change that reading made, with how many there are."""
    counts = Counter(change.kind for change in article.changes)
    lines = [
        f"{count:,} {_NAMES[kind] if count == 1 else _PLURALS.get(kind, f'{_NAMES[kind]}s')}" for kind, count in sorted(counts.items())
    ]
    return lines or ["nothing was removed or replaced"]


def pieces(article: Article) -> Iterator[Piece]:
    """The text before it was cleaned, made harmless, in stretches that stand in the article as they are and those that don't."""
    at = 0
    for change in article.changes:
        yield Piece(article.text[at : change.start], False)
        ends_line = change.kind == "boilerplate" and change.end == 0 and not change.original.endswith("\n")
        yield Piece(_visible(change.original) + ("\n\n" if ends_line else ""), True)
        at = change.end
    yield Piece(article.text[at:], False)


def _visible(original: str) -> str:
    """What was taken out as something that can be seen and obeys nobody: a character that shows nothing by its number."""
    return "".join(sign if sign == "\n" or (sign.isprintable() and width_of(sign) > 0) else f"<U+{ord(sign):04X}>" for sign in original)


def _original(article: Article, width: int, plain: Style, changed: Style) -> Iterator[Line]:
    line: list[tuple[str, Style | None]] = [("  ", None)]
    room, shown = width, 0
    for piece in pieces(article):
        for number, row in enumerate(piece.text.split("\n")):
            if number:
                yield line
                line, room = [("  ", None)], width
            rest = displayed(row)
            while rest:
                part = rest if width_of(rest) <= room else _fitting(rest, room, width)
                if part:
                    line.append((part, changed if piece.changed else plain))
                    room -= width_of(part)
                    rest = rest[len(part) :]
                if rest:
                    yield line
                    line, room, rest = [("  ", None)], width, rest.lstrip(" ")
        shown += len(piece.text)
        if shown > LONGEST:
            yield line
            yield [("  … and more", changed)]
            return
    yield line


def _fitting(text: str, room: int, width: int) -> str:
    """As much of a text as fits into the room, to the end of a word; nothing where a whole line has room for more of it."""
    used = 0
    for at, sign in enumerate(text):
        used += width_of(sign)
        if used > room:
            end = text.rfind(" ", 0, at + 1)
            return text[:end] if end > 0 else ("" if room < width else text[: max(1, at)])
    return text


def wrap_text(text: str, width: int) -> list[str]:
    """A text as lines that are no wider."""
    return [text[start:end] for start, end in wrap(text, width)] or [""]
