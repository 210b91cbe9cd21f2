"""Word documents (.docx), by mammoth: paragraphs, headings, lists, tables; text struck in tracked changes is left out, text inserted is taken."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from compare.reading.archives import member_bytes, opened
from compare.reading.draft import Blocks, Draft, Found, Hints, Unreadable
from compare.reading.isolation import isolated
from compare.reading.limits import LARGEST
from compare.reading.metadata import parse_day
from compare.reading.xml import local, parsed

_DIRECT = 2 * 1024 * 1024


def read(content: bytes, hints: Hints) -> Found:
    """The one article that a document is; a large one is read in a process of its own."""
    with opened(content) as archive:
        size = sum(member.file_size for member in archive.infolist() if member.filename.endswith((".xml", ".rels")))
    hints.budget.unpack(size)
    if size > 4 * LARGEST:
        raise Unreadable("has far more text than an article")
    yield from isolated("docx", content, hints) if size > _DIRECT else extract(content, hints)


def extract(content: bytes, hints: Hints) -> Found:
    """As :func:`read`, in this process."""
    import mammoth

    with opened(content) as archive:
        _refuse_entities(archive, hints)
        known = properties(archive, "docProps/core.xml", hints)
    text = mammoth.extract_raw_text(BytesIO(content)).value
    out = Blocks()
    for paragraph in text.split("\n"):
        out.keep(paragraph.strip())
    if not out.text:
        raise Unreadable("is a Word document without any text")
    yield draft_of(out, known)


def _refuse_entities(archive: ZipFile, hints: Hints) -> None:
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            parsed(member_bytes(archive, member, hints.budget, 4 * LARGEST))


def properties(archive: ZipFile, name: str, hints: Hints) -> dict[str, str]:
    """Dublin Core and office properties in a member of an archive, by their local names; empty where there are none."""
    if name not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    root: Any = parsed(member_bytes(archive, name, hints.budget, LARGEST))
    for element in root.iter():
        if len(element) == 0 and element.text and element.text.strip():
            found.setdefault(local(element), element.text.strip())
    return found


def draft_of(out: Blocks, known: dict[str, str]) -> Draft:
    """A draft with what an office document's properties say of it. Its dates are the file's, not the article's: only the text's own are taken."""
    return Draft(
        out.text,
        title=known.get("title", ""),
        byline=known.get("creator") or known.get("initial-creator"),
        outlet=known.get("publisher"),
        updated=_day(known.get("modified") or known.get("date") or ""),
        language=known.get("language"),
    )


def _day(stamp: str) -> date | None:
    return parse_day(stamp[:40])
