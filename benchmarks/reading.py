"""How well and how fast each format is read, beside the library that does most of the work alone: python -m benchmarks.reading GOLD_FOLDER

Web pages are scored as the public article-extraction benchmark does: shingles of four words, a page counts as one, F1 of the sums; asides are no
article text. GOLD_FOLDER/pages holds the pages; without it that part is left out. PDFs are set here in one, two and three columns with hyphens,
heads and feet. Speed is over sources of some size made here, beside the library that does most of the work; import time is that of a fresh process,
for a reader and its library over one that imports the registry alone.
"""

from __future__ import annotations

import email
import email.policy
import gzip
import importlib.util
import io
import json
import logging
import re
import resource
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from compare.errors import ReadingError
from compare.reading import articles_of
from compare.reading.registry import FORMATS
from compare.text.sentences import split
from tests.reading.made import PAGE, PARAGRAPHS, SOURCES, TEXT, docx, epub, mail, mhtml, odt, pdf, rss, set_in_lines, warc, zipped

_WORD = re.compile(r"\w+")
Extract = Callable[[bytes], str]


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1))) if words else Counter()


def scores(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of texts against what they should be, as (should be, is)."""
    right = more = less = 0.0
    for wanted, got in pairs:
        a, b = shingles(wanted), shingles(got)
        both, extra, lacking = (a & b).total(), (b - a).total(), (a - b).total()
        whole = both + extra + lacking
        if whole:
            right, more, less = right + both / whole, more + extra / whole, less + lacking / whole
    return right / max(1e-9, right + more), right / max(1e-9, right + less), 2 * right / max(1e-9, 2 * right + more + less)


def without_asides(content: bytes) -> str:
    try:
        text = articles_of(content, "page").articles[0].text
    except ReadingError:
        return ""
    signs = list(text)
    for aside in split(text)[1]:
        signs[aside.start : aside.end] = " " * (aside.end - aside.start)
    return "".join(signs)


def trafilatura_alone(content: bytes) -> str:
    import trafilatura

    return trafilatura.extract(content, include_comments=False) or ""


def pages(folder: Path) -> None:
    truth = json.loads((folder / "ground-truth.json").read_text())
    contents = {key: gzip.decompress((folder / f"{key}.html.gz").read_bytes()) for key in truth}
    size = sum(map(len, contents.values())) / 1e6
    for name, extract in (("trafilatura alone", trafilatura_alone), ("newsdiff", without_asides)):
        began = time.perf_counter()
        found = [(truth[key]["articleBody"], extract(content)) for key, content in contents.items()]
        took = time.perf_counter() - began
        precision, recall, f1 = scores(found)
        folds = ", ".join(f"{scores(found[first::3])[2]:.3f}" for first in range(3))
        print(
            f"{len(found)} pages, {name:18} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f} (thirds {folds})  {size / took:.1f} MB/s"
        )


def columned(columns: int) -> tuple[bytes, str]:
    """A PDF of three pages in so many columns, with heads and feet, and the text that it holds."""
    texts = [f"In paragraph {number}, {paragraph}" for number in range(9) for paragraph in PARAGRAPHS]
    width = {1: 90, 2: 44, 3: 28}[columns]
    lines = [line for text in texts for line in [*set_in_lines(text, width, hyphens=True), ""]]
    a_column = -(-len(lines) // (3 * columns))
    made: list[list[tuple[float, float, str]]] = []
    for page in range(3):
        rows: list[tuple[float, float, str]] = [(72, 815, "The Daily Example, 27 October 2025"), (290, 20, f"Page {page + 1} of 3")]
        for column in range(columns):
            first = (page * columns + column) * a_column
            x = 40 + column * 530 / columns
            rows += [(x, 780 - 11 * row, line) for row, line in enumerate(lines[first : first + a_column]) if line]
        made.append(rows)
    return pdf(*made), "\n\n".join(texts)


def pdfium_alone(content: bytes) -> str:
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def pdf_libraries() -> dict[str, Extract]:
    found: dict[str, Extract] = {"newsdiff": without_asides}
    if importlib.util.find_spec("pypdfium2"):
        found["PDFium alone"] = pdfium_alone
    if importlib.util.find_spec("pypdf"):

        def pypdf_alone(content: bytes) -> str:
            import pypdf

            return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)

        found["pypdf alone"] = pypdf_alone
    if importlib.util.find_spec("pdfminer"):
        logging.getLogger("pdfminer").setLevel(logging.ERROR)

        def miner(content: bytes) -> str:
            from pdfminer.high_level import extract_text

            return str(extract_text(io.BytesIO(content)))

        found["pdfminer.six alone"] = miner
    return found


def pdfs() -> None:
    for columns in (1, 2, 3):
        content, wanted = columned(columns)
        for name, extract in pdf_libraries().items():
            began = time.perf_counter()
            f1 = scores([(wanted, extract(content))])[2]
            print(f"PDF in {columns} columns, {name:18} F1 {f1:.3f}  {time.perf_counter() - began:.2f} s")


LARGE: dict[str, Callable[[], bytes]] = {
    "text": lambda: TEXT.encode() * 2000,
    "markdown": lambda: TEXT.encode() * 200,
    "html": lambda: PAGE.replace(PARAGRAPHS[0], "</p><p>".join(PARAGRAPHS * 300)).encode(),
    "mhtml": lambda: mhtml(PAGE.replace(PARAGRAPHS[0], "</p><p>".join(PARAGRAPHS * 300))),
    "pdf": lambda: columned(2)[0],
    "docx": lambda: docx(*PARAGRAPHS * 500),
    "odt": lambda: odt(*PARAGRAPHS * 500),
    "epub": lambda: epub(*PARAGRAPHS * 100),
    "mail": lambda: mail("\r\n\r\n".join(PARAGRAPHS * 1000)),
    "json": lambda: json.dumps([{"title": "x", "text": "\n\n".join(PARAGRAPHS)}] * 1000).encode(),
    "jsonl": lambda: b"\n".join([json.dumps({"title": "x", "text": "\n\n".join(PARAGRAPHS)}).encode()] * 1000),
    "feed": lambda: rss(*[("x", " ".join(PARAGRAPHS))] * 300),
    "warc": lambda: warc(PAGE) * 60,
    "zip": lambda: zipped({f"{number}.txt": TEXT for number in range(500)}),
    "gzip": lambda: gzip.compress(TEXT.encode() * 2000),
}


def _chapters(content: bytes) -> None:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(("xml", "html")):
                "".join(etree.fromstring(archive.read(name)).itertext())


def _members(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            archive.read(name).decode()


def _pages(content: bytes) -> None:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(io.BytesIO(content)):
        trafilatura_alone(record.content_stream().read())


def _saved(content: bytes) -> None:
    for part in email.message_from_bytes(content, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            trafilatura_alone(part.get_content().encode())


ALONE: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "text": ("codecs", bytes.decode),
    "markdown": ("markdown_it", lambda content: importlib.import_module("markdown_it").MarkdownIt().parse(content.decode())),
    "html": ("trafilatura", trafilatura_alone),
    "mhtml": ("email, trafilatura", _saved),
    "pdf": ("pypdfium2", pdfium_alone),
    "docx": ("mammoth", lambda content: importlib.import_module("mammoth").extract_raw_text(io.BytesIO(content))),
    "odt": ("zipfile, lxml.etree", _chapters),
    "epub": ("zipfile, lxml.etree", _chapters),
    "mail": ("email", lambda content: email.message_from_bytes(content, policy=email.policy.default).get_content()),
    "json": ("json", json.loads),
    "jsonl": ("json", lambda content: [json.loads(line) for line in content.splitlines()]),
    "feed": ("feedparser", lambda content: importlib.import_module("feedparser").parse(content)),
    "warc": ("warcio.archiveiterator, trafilatura", _pages),
    "zip": ("zipfile", _members),
    "gzip": ("gzip", lambda content: gzip.decompress(content).decode()),
}
"""For each format what its reader stands on, by the modules' names, and the least that one does with it to have a text."""


def import_time(modules: str, before: str) -> float:
    """Seconds that importing these takes in a fresh process that has imported ``before``, the best of three."""
    code = f"import time, {before}; began = time.perf_counter(); import {modules}; print(time.perf_counter() - began)"
    return min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) for _ in range(3))


def seconds(extract: Callable[[bytes], object], content: bytes) -> float:
    """Processor time of the second of two runs: the first one imports."""
    extract(content)
    began = time.process_time() + _children()
    extract(content)
    return max(1e-6, time.process_time() + _children() - began)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def speeds() -> None:
    assert list(LARGE) == list(SOURCES) == list(ALONE)
    print("Megabytes of source a second of a processor (with the process that a reader may have of its own), and milliseconds to import")
    for name, make in LARGE.items():
        content = make()
        library, alone = ALONE[name]
        ours, theirs = seconds(partial(articles_of, source=name), content), seconds(alone, content)
        module = f"compare.reading.{FORMATS[name].module}"
        print(
            f"{name:9} newsdiff {len(content) / ours / 1e6:7.2f} MB/s, {import_time(f'{module}, {library}', 'compare.reading') * 1000:4.0f} ms;"
            f"  {library} alone {len(content) / theirs / 1e6:8.2f} MB/s, {import_time(library, 'sys') * 1000:4.0f} ms",
            flush=True,
        )


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/gold") / "pages"
    if folder.is_dir():
        pages(folder)
    else:
        print(f"{folder} isn't here: web pages are not scored")
    pdfs()
    speeds()
