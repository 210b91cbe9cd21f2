"""OpenDocument texts (.odt): paragraphs and headings in order, without notes' marks, comments and what tracked changes have struck."""

from __future__ import annotations

from typing import Any

from compare.reading.archives import member_bytes, opened
from compare.reading.docx import draft_of, properties
from compare.reading.draft import Blocks, Found, Hints, Unreadable
from compare.reading.limits import LARGEST
from compare.reading.xml import local, parsed

_SKIPPED = frozenset("tracked-changes annotation note-citation forms sequence-decls bookmark-start script".split())
_PARAGRAPHS = frozenset({"p", "h"})
_MOST_SPACES = 1000


def read(content: bytes, hints: Hints) -> Found:
    """The one article that a document is."""
    with opened(content) as archive:
        root = parsed(member_bytes(archive, "content.xml", hints.budget, 4 * LARGEST))
        known = properties(archive, "meta.xml", hints)
    body = next((element for element in root.iter() if local(element) == "text" and local(element.getparent()) == "body"), None)
    out = Blocks()
    if body is not None:
        for paragraph in _paragraphs(body):
            out.keep(paragraph)
    if not out.text:
        raise Unreadable("is a document without any text")
    yield draft_of(out, known)


def _paragraphs(body: Any) -> list[str]:
    """The text of each paragraph, in the document's order; one that stands in another (in a frame, a note) comes before the outer one's rest."""
    found: list[str] = []
    texts: list[list[str]] = [[]]
    stack: list[tuple[Any, bool]] = [(body, False)]
    while stack:
        element, closing = stack.pop()
        name = local(element)
        if closing:
            if name in _PARAGRAPHS:
                found.append("".join(texts.pop()).strip())
            if element.tail and element is not body:
                texts[-1].append(element.tail)
            continue
        stack.append((element, True))
        if name in _SKIPPED:
            continue
        if name in _PARAGRAPHS:
            texts.append([])
        if element.text and name:
            texts[-1].append(element.text)
        if name == "s":
            count = next((value for key, value in element.items() if key.endswith("}c")), "1")
            texts[-1].append(" " * min(int(count) if count.isascii() and count.isdigit() else 1, _MOST_SPACES))
        elif name == "tab":
            texts[-1].append("\t")
        elif name == "line-break":
            texts[-1].append("\n")
        stack.extend((child, False) for child in reversed(element))
    return found
