"""Markdown: its text by markdown-it (which Textual brings along), without marks and addresses; fields from its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from compare.reading import limits
from compare.reading.decoding import decode
from compare.reading.draft import Blocks, Draft, Found, Hints, Unreadable
from compare.reading.isolation import isolated
from compare.reading.metadata import parse_day

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(.*)")
_ADDRESS = re.compile(r"\]\([^)\n]{0,2000}\)|<[^<>\n]*>|https?://\S+")
_DEEPEST = 50
_OPEN = {"[]": 6, "()": 50}
"""So many brackets are open at one place of a paragraph at most: markdown-it looks from each for its end, and again from the next."""
_DIRECT = 128 * 1024
_LEAST = 0.5
_KEPT_LINE_ENDS = frozenset({"fence", "code_block"})


def read(content: bytes, hints: Hints) -> Found:
    """The one article that a Markdown file is; a large one is read in a process of its own, as marks can be set so that they take for ever."""
    yield from isolated("markdown", content, hints) if len(content) > _DIRECT else extract(content, hints)


def extract(content: bytes, hints: Hints) -> Found:
    """As :func:`read`, in this process."""
    text = decode(content, hints.charset)
    front = _FRONT.match(text)
    fields = _fields(front[1]) if front else {}
    out = Blocks()
    body = text[front.end() :] if front else text
    if body.count("\n") <= limits.MOST_LINES and _closes(body):
        for block in _blocks(body):
            out.keep(block)
    if _letters(out.text) < _LEAST * _letters(_ADDRESS.sub("", text)):
        out = Blocks()  # it has more lines or open brackets, or is nested deeper, than marks are followed, or is no Markdown
        out.keep(text)
    if not out.text:
        raise Unreadable("has no words in it; an article needs some text")
    yield Draft(
        out.text,
        title=fields.get("title", ""),
        outlet=next((fields[name] for name in ("outlet", "publication", "publisher", "site", "source") if fields.get(name)), None),
        byline=fields.get("author") or fields.get("authors") or fields.get("byline"),
        published=parse_day(fields.get("date") or fields.get("published") or ""),
        updated=parse_day(fields.get("updated") or fields.get("modified") or fields.get("lastmod") or ""),
        language=fields.get("lang") or fields.get("language"),
        url=fields.get("url") or fields.get("link") or fields.get("canonical"),
    )


def _fields(front: str) -> dict[str, str]:
    """The ``name: value`` lines of a front matter; what of YAML is more than that isn't looked at."""
    found: dict[str, str] = {}
    for line in front.splitlines():
        field = _FIELD.fullmatch(line.rstrip())
        if field and field[2]:
            value = field[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            found.setdefault(field[1].lower(), value.strip("[]") if value.startswith("[") else value)
    return found


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, headings, list items and table rows as plain text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "html": True}).enable("table")
    row: list[str] = []
    for token in parser.parse(text):
        if token.type == "inline":
            said = "".join(_plain(child.type, child.content) for child in token.children or ())
            if row and row[0] == "":
                row.append(said)
            else:
                yield said
        elif token.type in _KEPT_LINE_ENDS:
            yield token.content.rstrip("\n")
        elif token.type == "tr_open":
            row = [""]
        elif token.type == "tr_close":
            yield "  ".join(row[1:])
            row = []
        elif token.type == "html_block":
            yield re.sub(r"<[^<>]*>", "", token.content)


def _plain(kind: str, content: str) -> str:
    if kind in {"softbreak", "hardbreak"}:
        return " " if kind == "softbreak" else "\n"
    return content if kind in {"text", "code_inline", "text_special"} else ""


def _closes(text: str) -> bool:
    """Whether the brackets of each paragraph close as brackets do that are meant."""
    return all(_open(paragraph, pair) <= most for paragraph in text.split("\n\n") for pair, most in _OPEN.items())


def _open(text: str, pair: str) -> int:
    """The greatest number of brackets that are open at one place."""
    steps = (1 if sign == pair[0] else -1 for sign in text if sign in pair)
    return max(accumulate(steps, lambda depth, step: max(0, depth + step)), default=0)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
