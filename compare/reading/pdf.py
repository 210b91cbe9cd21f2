"""PDF, by PDFium (the extra ``pdf``), in a process of its own: PDFium is written in C++, and PDFs are made to break readers.

Chosen by measurement on five articles set in one to three columns by Chromium and ReportLab: F1 of words in order .98 to .99 (pypdf .97 to .99,
pdfminer.six .84 to .97), five to ten times as fast. What a page looks like is used to put its lines together again: columns, hyphens at line ends,
paragraphs by their gaps and indents, heads and feet that come again on each page.
"""

from __future__ import annotations

import ctypes
import importlib.util
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from statistics import median
from typing import Any, NamedTuple

from compare.data import lines
from compare.reading.draft import Blocks, Draft, Found, Hints, Unreadable
from compare.reading.isolation import isolated
from compare.reading.limits import LARGEST
from compare.reading.metadata import article_date

if importlib.util.find_spec("pypdfium2") is None:
    raise ModuleNotFoundError("PDF needs pypdfium2", name="pypdfium2")

MOST_PAGES = 1000
_APART = 1.75
"""Sizes of a letter from one line to the next at which they are two paragraphs: type is set with 1 to 1.5."""
_HYPHENS = "-\u2010\u00ad\ufffe\x02"
_JUNK_TITLE = re.compile(
    r"^(?:microsoft word|\(?(?:untitled|anonymous)|document\d*$|slide \d)|\.(?:docx?|pdf|indd|qxd|txt|html?|tex)$|^(?=[a-z_.-]*\d)[\w.-]+$",
    re.IGNORECASE,
)
_NOBODY = frozenset(("", "anonymous", "unknown", "unspecified", "user", "admin"))
# What browsers print above and below a page.
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?\b.*|(?:https?|file)://\S+(?: \d+/\d+)?|\d+/\d+|(?:page )?\d+(?: of \d+)?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:…。！？]['\"”’»)\]]*$")
_BULLET = re.compile(r"[•◦▪‣·–—]\s|\(?\d{1,2}[.)]\s")


class Line(NamedTuple):
    """One line of a page: its text, its edges in points (``y`` grows upwards) and the size of its first letter."""

    text: str
    left: float
    right: float
    y: float
    size: float


def read(content: bytes, hints: Hints) -> Found:
    """The one article that a PDF is. Raises Unreadable where it has no text: a scan needs to be recognised first."""
    yield from isolated("pdf", content, hints)


def extract(content: bytes, hints: Hints) -> Found:
    """As :func:`read`, in this process."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("is a PDF that needs a password" if "assword" in str(error) else "is a damaged PDF") from None
    if count > MOST_PAGES:
        raise Unreadable(f"has {count:,} pages; newsdiff reads PDFs of up to {MOST_PAGES:,}")
    pages: list[list[Line]] = []
    size = 0
    for number in range(count):
        try:
            pages.append(_lines(document[number]))
        except pypdfium2.PdfiumError:
            pages.append([])  # a damaged page; the others may be whole
        size += sum(len(line.text) for line in pages[-1])
        if size > LARGEST:
            raise Unreadable("has far more text than an article; give its pages separately")
    out = assembled(pages)
    if not out.text:
        raise Unreadable("is a PDF without text (a scan?); recognise its text first, for instance with: ocrmypdf")
    known = document.get_metadata_dict()
    title = known.get("Title", "").strip()
    yield Draft(
        out.text,
        title="" if _JUNK_TITLE.search(title) else title,
        byline=None if known.get("Author", "").strip("() ").lower() in _NOBODY else known["Author"],
        # The file's own day may be that on which somebody printed it.
        published=article_date(out.text) or _day(known.get("CreationDate", "")),
        updated=_day(known.get("ModDate", "")),
        dropped=out.dropped,
    )


def _day(stamp: str) -> date | None:
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", stamp)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order of its content."""
    from pypdfium2 import raw

    text = page.get_textpage()
    handle = text.raw
    found: list[Line] = []
    signs: list[str] = []
    first = last = -1

    def finish() -> None:
        said = " ".join("".join(signs).split())
        if said:
            left, bottom, _, _ = _box(raw, handle, first)
            _, _, right, _ = _box(raw, handle, last)
            found.append(Line(said, left, right, bottom, float(raw.FPDFText_GetFontSize(handle, first))))
        signs.clear()

    for index in range(min(text.count_chars(), LARGEST)):
        code = raw.FPDFText_GetUnicode(handle, index)
        sign = chr(code) if code < 0x110000 else "\ufffd"
        if sign in "\r\n\x02":  # PDFium's sign for a hyphen at a line's end
            signs.append(sign if sign == "\x02" else "")
            finish()
            first = -1
            continue
        if not sign.isspace() and code:
            first = index if first < 0 else first
            last = index
        signs.append(sign if code else " ")
    finish()
    return _without_surrogates(found)


def _without_surrogates(found: list[Line]) -> list[Line]:
    """Characters outside the basic plane come in halves."""
    return [line._replace(text=line.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")) for line in found]


def _box(raw: Any, handle: Any, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def assembled(pages: Sequence[Sequence[Line]]) -> Blocks:
    """The paragraphs of all pages, joined over lines, columns and pages; heads and feet left out."""
    running = _running(pages)
    kept: list[Line] = []
    out = Blocks()
    dropped: list[str] = []
    for page in pages:
        edges = _edges(page)
        for line in page:
            if _mould(line.text) in running or (_PRINTED.fullmatch(line.text) and round(line.y) in edges):
                dropped.append(line.text)
            else:
                kept.append(line)
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text for line in kept).casefold()))
    width = median([line.right - line.left for line in kept if len(line.text) > 20] or [0.0])
    paragraph = ""
    before: Line | None = None
    for line in kept:
        if before is not None and _breaks(before, line, width):
            out.keep(paragraph)
            paragraph = line.text
        else:
            paragraph = _joined(paragraph, line.text, words) if paragraph else line.text
        before = line
    out.keep(paragraph)
    for text in dropped:
        out.drop(text)
    return out


def _mould(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold())


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Lines that come again on most pages, numbers aside, at the edge of each."""
    if len(pages) < 2:
        return set()
    counts: Counter[str] = Counter()
    for page in pages:
        edges = _edges(page)
        counts.update({_mould(line.text) for line in page if len(line.text) < 150 and round(line.y) in edges})
    return {mould for mould, count in counts.items() if count >= max(2, 0.5 * len(pages))}


def _edges(page: Sequence[Line]) -> set[int]:
    """The heights of the one or two rows at a page's top and bottom that stand apart from what is between them."""
    sizes = {round(line.y): line.size for line in page}
    rows = sorted(sizes)
    edges: set[int] = set()
    for order in (rows, rows[::-1]):
        for number in (1, 2):
            if len(order) > number and abs(order[number] - order[number - 1]) > _APART * max(sizes[order[number - 1]], 1):
                edges.update(order[:number])
                break
    return edges


def _breaks(before: Line, line: Line, width: float) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size, 1):
        return True  # a heading, a caption
    if _BULLET.match(line.text):
        return True
    down = before.y - line.y
    ended = bool(_ENDS.search(before.text))
    if down <= 0 or down > 12 * max(line.size, 1):  # the next column or page
        return ended and before.right < before.left + 0.85 * width
    if down > _APART * max(line.size, 1):
        return True
    if line.left > before.left + 0.7 * max(line.size, 1) and ended:
        return True  # an indent
    return ended and before.right < before.left + 0.85 * width


def _joined(paragraph: str, text: str, words: Counter[str]) -> str:
    """A paragraph and its next line. A hyphen at the end goes, unless the text has the word with its hyphen elsewhere, or both halves are words
    and the whole is none ("long-term").
    """
    if len(paragraph) < 2 or paragraph[-1] not in _HYPHENS or not paragraph[-2].isalpha() or not text[:1].isalpha():
        return f"{paragraph} {text}".replace("\x02", "-")
    head = re.search(r"[^\W\d_]+$", paragraph[:-1])
    tail = re.match(r"[^\W\d_]+", text)
    if paragraph[-1] != "\u00ad" and head and tail:
        first, second = head[0].casefold(), tail[0].casefold()
        whole, parted = words[first + second], words[f"{first}-{second}"]
        if (
            text[0].isupper()
            or parted > whole
            or (not whole and not _known(first + second) and all(words[each] or _known(each) for each in (first, second)))
        ):
            return f"{paragraph[:-1]}-{text}"
    return paragraph[:-1] + text


@cache
def _frequent() -> frozenset[str]:
    return frozenset(line.split(" ", 1)[0] for line in lines("frequencies.txt"))


def _known(word: str) -> bool:
    """Whether English news has a word of this stem often."""
    from Stemmer import Stemmer

    return Stemmer("english").stemWord(word) in _frequent()
