"""Sources of every format that newsdiff reads, made here: small, honest, and the start of what the fuzzers damage."""

from __future__ import annotations

import gzip
import json
import zipfile
from io import BytesIO

TITLE = "Ministers end their talks in Geneva"
PARAGRAPHS = (
    "The foreign ministers of both countries ended two days of talks in Geneva on Monday without a joint statement, officials said.",
    "“We have made progress, but we are not there yet,” the Swiss minister, Anna Keller, told reporters after the meeting.",
    "Some 4,200 people had marched through the city on Sunday, according to the police, and 12 of them were arrested.",
)
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Daily Example</title>
<meta property="og:site_name" content="The Daily Example"><meta name="author" content="By Jane Doe">
<meta property="article:published_time" content="2025-10-27T09:00:00Z"><meta property="article:modified_time" content="2025-10-28T10:00:00Z">
<meta property="og:title" content="{TITLE}"><link rel="canonical" href="https://www.example.org/news/talks"></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<p>Related: <a href="/other">Another summit, another city, and what became of it</a></p><p>Advertisement</p>
<p>{PARAGRAPHS[2]}</p><p>Sign up for our newsletter and get the headlines every morning</p></article>
<footer>© The Daily Example. All rights reserved.</footer></body></html>"""


def zipped(members: dict[str, bytes | str], first: str = "") -> bytes:
    """A ZIP archive; the member ``first`` is stored, as EPUB and OpenDocument have their mimetype."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(*paragraphs: str, extra: str = "") -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="r1" Type="{kinds}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{word}"><w:body>{body}{extra}</w:body></w:document>',
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{TITLE}</dc:title><dc:creator>Jane Doe</dc:creator></cp:coreProperties>",
        }
    )


def odt(*paragraphs: str) -> bytes:
    body = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    meta = f'{names} xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {meta}><office:meta><dc:title>{TITLE}</dc:title><dc:creator>Jane Doe</dc:creator>"
            "</office:meta></office:document-meta>",
        },
        first="mimetype",
    )


def epub(*chapters: str) -> bytes:
    pages = {
        f"OEBPS/{n}.xhtml": f'<?xml version="1.0"?><html><head><title>x</title></head><body><p>{text}</p></body></html>'
        for n, text in enumerate(chapters)
    }
    items = "".join(f'<item id="c{n}" href="{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{TITLE}</dc:title><dc:creator>Jane Doe</dc:creator>'
            f"<dc:date>2025-10-27</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **pages,
        },
        first="mimetype",
    )


def pdf(*pages: list[tuple[float, float, str]], info: str = "") -> bytes:
    """A PDF in Helvetica; each page lists (x, y in points from below, text)."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F 10 Tf {x} {y} Td ({text.replace(chr(92), '').replace('(', '').replace(')', '')}) Tj ET\n" for x, y, text in lines
        )
        objects.append(f"<</Length {len(shown.encode('cp1252'))}>>\nstream\n{shown}endstream")
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Resources<</Font<</F 3 0 R>>>>>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    objects.append(f"<<{info}>>")
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def set_in_lines(text: str, width: int = 60, *, hyphens: bool = False) -> list[str]:
    lines = [""]
    for word in text.split():
        room = width - len(lines[-1]) - 2
        if room < len(word):
            if hyphens and 2 <= room <= len(word) - 2 and len(word) > 5 and word.isalpha():
                lines[-1] = f"{lines[-1]} {word[:room]}-".strip()
                lines.append(word[room:])
                continue
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pdf_of(*paragraphs: str) -> bytes:
    rows: list[tuple[float, float, str]] = []
    y = 780.0
    for paragraph in paragraphs:
        for line in set_in_lines(paragraph):
            rows.append((72, y, line))
            y -= 12
        y -= 12
    return pdf(rows, info=f"/Title({TITLE})/Author(Jane Doe)/CreationDate(D:20251027090000Z)")


def mail(body: str, subject: str = TITLE) -> bytes:
    return (
        f"From: Jane Doe <jane@example.org>\r\nTo: desk@example.org\r\nSubject: {subject}\r\nDate: Mon, 27 Oct 2025 09:00:00 +0000\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n"
    ).encode()


def mhtml(page: str) -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/news/talks\r\nSubject: x\r\nDate: Mon, 27 Oct 2025 09:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n------B\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://www.example.org/news/talks\r\n\r\n"
        f"{page}\r\n------B--\r\n"
    ).encode()


def rss(*entries: tuple[str, str]) -> bytes:
    items = "".join(
        f"<item><title>{title}</title><link>https://www.example.org/{n}</link><pubDate>Mon, 27 Oct 2025 09:00:00 GMT</pubDate>"
        f"<description>{text}</description></item>"
        for n, (title, text) in enumerate(entries)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily Example</title>{items}</channel></rss>'.encode()


def warc(*pages: str | bytes, headers: str = "") -> bytes:
    """Records of pages; ``headers`` are those of HTTP about a body that is given as bytes."""
    out = b""
    for number, page in enumerate(pages):
        body = page.encode() if isinstance(page, str) else page
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.example.org/{number}\r\nWARC-Date: 2025-10-27T09:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode()
        out += head + http + b"\r\n\r\n"
    return out


TEXT = f"{TITLE}\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
MARKDOWN = f"---\ntitle: {TITLE}\nauthor: Jane Doe\noutlet: The Daily Example\ndate: 2025-10-27\n---\n\n# {TITLE}\n\n" + "\n\n".join(
    f"**{text[:3]}**{text[3:]}" for text in PARAGRAPHS
)
RECORD = {
    "headline": TITLE,
    "body": "\n\n".join(PARAGRAPHS),
    "source": {"name": "The Daily Example"},
    "publishedAt": "2025-10-27T09:00:00Z",
    "author": "Jane Doe",
}

SOURCES: dict[str, bytes] = {
    "text": TEXT.encode(),
    "markdown": MARKDOWN.encode(),
    "html": PAGE.encode(),
    "mhtml": mhtml(PAGE),
    "pdf": pdf_of(*PARAGRAPHS),
    "docx": docx(*PARAGRAPHS),
    "odt": odt(*PARAGRAPHS),
    "epub": epub(*PARAGRAPHS),
    "mail": mail("\r\n\r\n".join(PARAGRAPHS)),
    "json": json.dumps(RECORD).encode(),
    "jsonl": (json.dumps(RECORD) + "\n" + json.dumps({**RECORD, "headline": "Another"}) + "\n").encode(),
    "feed": rss((TITLE, " ".join(PARAGRAPHS)), ("Another", PARAGRAPHS[1])),
    "warc": warc(PAGE, PAGE.replace("Monday", "Tuesday")),
    "zip": zipped({"a.html": PAGE, "b/c.txt": TEXT}),
    "gzip": gzip.compress(PAGE.encode(), mtime=0),
}
"""A source of each format of the registry."""
