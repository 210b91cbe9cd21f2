"""Which format a source is in, by what stands in it; where that leaves several, by what it is called."""

from __future__ import annotations

import re

from compare.deferred import deferred
from compare.reading.decoding import head_text
from compare.reading.draft import Unreadable

_HEAD = 8192

_REFUSED = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x00", b"II*\x00", b"MM\x00*"), "is a picture, not text; a picture's text can't be read"),
    ((b"\xd0\xcf\x11\xe0",), "is an old Office file (.doc); save it as .docx"),
    ((rb"{\rtf",), "is a rich text file (.rtf); save it as .docx or .txt"),
    ((b"\x7fELF", b"MZ\x90", b"\xca\xfe\xba\xbe"), "is a program, not text"),
    ((b"RIFF", b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"\x00\x00\x00 ftyp"), "is a recording, a binary file, not text"),
    (
        (b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ", b"Rar!", b"\x28\xb5\x2f\xfd"),
        "is an archive of a binary kind that can't be read; unpack it, or make it a .zip",
    ),
    ((b"SQLite format 3",), "is a database, a binary file; export its texts first"),
)

_WORD = b"word/document.xml"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_EPUB = b"mimetypeapplication/epub+zip"

_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*|<\?[^>]{0,500}\?>\s*)*+", re.DOTALL)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<!doctype\s+\[?.{0,80}//dtd x?html", re.IGNORECASE)
_FEED = re.compile(r"(?:<!doctype[^>]*>\s*)?<(?:rss[\s>]|rdf:RDF[\s>]|feed[\s>]|atom:feed[\s>])", re.IGNORECASE)
_BLOCK = deferred(r"<(?:p|div|article|section|h[1-6]|ul|table|span|main|header|meta|title|blockquote)(?:\s[^<>]{0,2000})?>", re.IGNORECASE)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?.*")
_MAIL_FIELDS = frozenset(
    "from to subject date received message-id mime-version return-path delivered-to reply-to content-type dkim-signature".split()
)
_RELATED = deferred(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_FRONT_MATTER = re.compile(r"---\n(?:[A-Za-z_][\w-]{0,40}:.*\n|[ \t#-].*\n|\n){1,60}?(?:---|\.\.\.)[ \t]*\n")

_BY_TYPE = {"application/pdf": "pdf", "text/markdown": "markdown", "text/html": "html", "application/xhtml+xml": "html"}


def by_content(content: bytes, named: str, content_type: str = "") -> str:
    """The name of the format. ``named`` is what the ending says ("" where nothing), ``content_type`` what a server said.

    Raises Unreadable for files of a kind that no reader takes.
    """
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip(content, named)
    if head.startswith(b"PK\x05\x06"):
        raise Unreadable("is an empty archive")
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"WARC/"):
        return "warc"
    for marks, why in _REFUSED:
        if head.startswith(marks):
            raise Unreadable(why)
    return _text(head_text(head), named or _BY_TYPE.get(content_type.partition(";")[0].strip().lower(), ""), content)


def _zip(content: bytes, named: str) -> str:
    if content[30:].startswith(_EPUB):
        return "epub"
    if content[30:].startswith(_ODT):
        return "odt"
    directory = content[-(1 << 16) :]
    if _WORD in directory or _WORD in content[:_HEAD]:
        return "docx"
    return named if named in {"docx", "odt", "epub"} else "zip"


def _text(head: str, named: str, content: bytes) -> str:
    start = _PROLOGUE.match(head)
    opening = head[start.end() if start else 0 :]
    if _FEED.match(opening):
        return "feed"
    if _PAGE.match(opening) or (opening.startswith("<") and len(_BLOCK.findall(head)) >= 3):
        return "html"
    if opening[:1] in ("{", "[") and (record := _json(opening, named, content)):
        return record
    fields = _mail_fields(head)
    if len(fields & _MAIL_FIELDS) >= 3 or (named in {"mail", "mhtml"} and fields & _MAIL_FIELDS):
        return (
            "mhtml" if _RELATED.search(head) and (named == "mhtml" or b"snapshot-content-location" in content[:_HEAD].lower()) else "mail"
        )
    if named == "html" and _BLOCK.search(head):
        return "html"
    if named == "markdown" or _FRONT_MATTER.match(head.lstrip("\ufeff")):
        return "markdown"
    return "text"


def _json(opening: str, named: str, content: bytes) -> str:
    """Whether a text that opens like JSON is some: "[Updated] The minister said" isn't."""
    if named in {"json", "jsonl"}:
        return named
    import json

    line = opening.split("\n", 1)[0]
    try:
        json.loads(line)
    except ValueError:
        if not re.match(r"\{\s*(?:\"|\})|\[\s*(?:[\[{\"]|\])", opening):
            return ""
        try:
            json.loads(content)
        except (ValueError, RecursionError):
            return ""
        return "json"
    except RecursionError:
        return "json"
    return "jsonl" if line.startswith("{") and opening.count("\n{") else "json"


def _mail_fields(head: str) -> set[str]:
    """The names of the fields that a text opens with, as a mail does; none where its first line is no field."""
    lines = head.lstrip("\ufeff\n").split("\n")
    if lines and lines[0].startswith("From "):
        lines = lines[1:]
    names: set[str] = set()
    for line in lines[:200]:
        found = _FIELD.fullmatch(line.rstrip("\r"))
        if found:
            names.add(found[1].lower())
        elif not line.strip() or not line.startswith((" ", "\t")):
            break
    return names
