"""What ``make bench`` runs beside newsdiff: small programs around other libraries, the inputs that are made for them, and what each of them does."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from benchmarks.archive import copied

HTML_DIFF = "import difflib, sys; a, b = (open(p, encoding='utf-8').read().split('\\n') for p in sys.argv[1:]); print(difflib.HtmlDiff().make_file(a, b))"
REDLINES = "import sys; from redlines import Redlines; a, b = (open(p, encoding='utf-8').read() for p in sys.argv[1:]); print(Redlines(a, b).output_markdown)"
COLLATEX = (
    "import sys, collatex; c = collatex.Collation()\n"
    "for n, p in enumerate(sys.argv[1:]): c.add_plain_witness(chr(65 + n), open(p, encoding='utf-8').read())\n"
    "print(collatex.collate(c, output='json', segmentation=False))"
)
READ = "import sys, compare\nfor path in sys.argv[1:]: print(len(compare.read(path).text))"
TRAFILATURA = "import sys, trafilatura\nfor path in sys.argv[1:]: print(len(trafilatura.extract(open(path, 'rb').read()) or ''))"
CLUSTER = (
    "import sys; from pathlib import Path; from benchmarks.archive import nearest_of_scikit; print(nearest_of_scikit(Path(sys.argv[1])))"
)

DOES = (
    (
        "newsdiff",
        ("links sentences wherever they are and however they are worded, says what differs and how, over all the articles; "
        "reads fifteen formats; groups archives into events. It doesn't understand meaning."),
    ),
    ("difflib", "sets lines side by side in order and marks the characters that changed in similar lines. Two texts; no moved or reworded sentences."),
    ("redlines", "strikes out and inserts words in order. Two texts; no moved or reworded sentences."),
    ("wdiff, git --word-diff", "mark deleted and inserted words in order. Two texts; no moved or reworded sentences. Written in C: nothing to start."),
    (
        "CollateX",
        ("aligns the words of several witnesses of one text in a table, moved ones included. Made for copies, not for independent reports; "
        "doesn't say what kind of difference it is."),
    ),
    ("bare Textual app", "draws one line of text: what the reader's framework costs by itself."),
    ("trafilatura", "extracts an article's text from a web page; newsdiff uses it, then cleans the text, finds its metadata and records what was left out."),
    (
        "scikit-learn",
        ("TF-IDF and DBSCAN on cosine distance, as its documentation shows them: groups of similar texts. No dates, near-copies or outlets; "
        "all pairs in memory. The figure says nothing about quality: see docs/archives.md."),
    ),
)  # fmt: skip


def web_pages(texts: list[str], folder: Path, times: int) -> list[str]:
    """Web pages made of the texts, with the navigation, related links and footer that a news page has."""
    related = "".join(f'<li><a href="/{n}">Another story, number {n}, and what happened next</a></li>' for n in range(12))
    paths = []
    for number, text in enumerate(texts * times):
        title, *paragraphs = [escape(line) for line in Path(text).read_text(encoding="utf-8").split("\n") if line.strip()]
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><header><nav><a href="/">Home</a></nav></header>'
            f"<article><h1>{title}</h1>{body}</article><aside><ul>{related}</ul></aside><footer>All rights reserved.</footer></body></html>"
        )
        path = folder / f"{number}.html"
        path.write_text(page, encoding="utf-8")
        paths.append(str(path))
    return paths


def archive(texts: list[str], path: Path, times: int) -> int:
    """An archive of the texts and of copies with other names, numbers and days, each copy an event of its own; how many articles it holds."""
    rows = [
        {"id": str(n), "outlet": f"Outlet {n}", "title": "", "date": "2025-10-27", "text": Path(text).read_text(encoding="utf-8")}
        for n, text in enumerate(texts)
    ]
    lines = [json.dumps(row) for number in range(times) for row in (copied(rows, number) if number else rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)
