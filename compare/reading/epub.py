"""EPUB: the chapters of its spine, one after the other, as one article."""

from __future__ import annotations

import posixpath
import re
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from compare.reading.archives import member_bytes, opened
from compare.reading.decoding import decode
from compare.reading.docx import draft_of
from compare.reading.draft import Blocks, Found, Hints, Unreadable
from compare.reading.limits import LARGEST
from compare.reading.metadata import parse_day
from compare.reading.web import fragment_text
from compare.reading.xml import local, parsed

_MOST_CHAPTERS = 2000
_BODY = re.compile(r"^.{0,100000}?(?=<body[\s>])", re.DOTALL | re.IGNORECASE)  # a declaration, a head


def read(content: bytes, hints: Hints) -> Found:
    """The one article that a book is. Raises Unreadable where it has no text, or more than an article can have."""
    with opened(content) as archive:
        package = _package(archive, hints)
        root = parsed(member_bytes(archive, package, hints.budget, LARGEST))
        out = Blocks()
        size = 0
        for name in _spine(root, package)[:_MOST_CHAPTERS]:
            try:
                text = fragment_text(_BODY.sub("", decode(member_bytes(archive, name, hints.budget, LARGEST)), count=1))
            except Unreadable:
                continue  # a chapter that is missing or damaged; the others may be whole
            size += len(text)
            if size > LARGEST:
                raise Unreadable("has far more text than an article")
            out.keep(text)
    if not out.text:
        raise Unreadable("is a book without any text")
    known: dict[str, str] = {}
    for element in root.iter():
        if element.text and element.text.strip():
            known.setdefault(local(element), element.text.strip())
    draft = draft_of(out, known)
    draft.published, draft.updated = parse_day(known.get("date", "")[:40]), None
    yield draft


def _package(archive: ZipFile, hints: Hints) -> str:
    container = parsed(member_bytes(archive, "META-INF/container.xml", hints.budget, LARGEST))
    path = next(
        (str(element.get("full-path")) for element in container.iter() if local(element) == "rootfile" and element.get("full-path")), ""
    )
    if not path:
        raise Unreadable("is a damaged book (it names no package)")
    return path


def _spine(root: Any, package: str) -> list[str]:
    """The chapters' names in the archive, in reading order."""
    folder = posixpath.dirname(package)
    named = {element.get("id"): element.get("href") for element in root.iter() if local(element) == "item" and element.get("href")}
    wanted = [named.get(element.get("idref")) for element in root.iter() if local(element) == "itemref" and element.get("linear") != "no"]
    return [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in wanted if href]
