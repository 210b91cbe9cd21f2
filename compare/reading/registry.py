"""The one registry of formats: what each is called, which endings it goes by, which module reads it.

A source is recognised by its content first and by its ending second; the module is imported only when a source of its format is read.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple, cast

from compare.reading import limits
from compare.reading.draft import Draft, Found, Hints, Trouble, Unreadable
from compare.reading.recognise import by_content


class Format(NamedTuple):
    """A kind of source. ``largest`` is in bytes; ``extra`` names the optional dependencies that its module needs, "" for none."""

    name: str
    label: str
    endings: tuple[str, ...]
    module: str
    largest: int = limits.LARGEST
    extra: str = ""


_FILE = limits.LARGEST_FILE

FORMATS: dict[str, Format] = {
    kind.name: kind
    for kind in (
        Format("text", "plain text", (".txt", ".text", ""), "plain"),
        Format("markdown", "Markdown", (".md", ".markdown"), "markdown"),
        Format("html", "web page", (".html", ".htm", ".xhtml"), "web"),
        Format("mhtml", "saved web page", (".mhtml", ".mht"), "mhtml", _FILE),
        Format("pdf", "PDF", (".pdf",), "pdf", _FILE, "pdf"),
        Format("docx", "Word document", (".docx",), "docx", _FILE),
        Format("odt", "OpenDocument text", (".odt",), "odt", _FILE),
        Format("epub", "EPUB", (".epub",), "epub", _FILE),
        Format("mail", "e-mail", (".eml",), "mail", _FILE),
        Format("json", "JSON", (".json",), "records", _FILE),
        Format("jsonl", "JSON lines", (".jsonl", ".ndjson"), "records", _FILE),
        Format("feed", "RSS or Atom feed", (".rss", ".atom"), "feeds", _FILE),
        Format("warc", "web archive", (".warc",), "warc", _FILE),
        Format("zip", "ZIP archive", (".zip",), "archives", _FILE),
        Format("gzip", "gzip file", (".gz",), "archives", _FILE),
    )
}


def by_name(name: str) -> Format | None:
    """The format that a file of this name goes by, judged by its ending alone; None where newsdiff reads no such files."""
    ending = PurePath(name).suffix.lower()
    return next((kind for kind in FORMATS.values() if ending in kind.endings), None)


def format_of(content: bytes, hints: Hints) -> Format:
    """The format of a source. ``content`` may be its first few thousand bytes only, but an archive is told from a document by the whole."""
    named = by_name(hints.name)
    return FORMATS[by_content(content, named.name if named else "", hints.content_type)]


def drafts(content: bytes, hints: Hints) -> Found:
    """The articles in a source's bytes, as its format's reader finds them.

    Raises Unreadable where there is none, or they are of a kind that can't be read. Whatever else a foreign library raises on a broken source
    becomes that, too.
    """
    if hints.depth > limits.DEEPEST:
        raise Unreadable("is an archive within an archive within an archive; unpack it first")
    if not content.strip():
        raise Unreadable("is empty; an article needs some text")
    kind = format_of(content, hints)
    if len(content) > kind.largest:
        raise Unreadable(too_large(kind))
    try:
        for found in cast("Found", _module(kind).read(content, hints)):
            if isinstance(found, Draft):
                hints.budget.article()
                found.format = found.format or kind.name
            yield found
    except Unreadable:
        raise
    except (MemoryError, RecursionError):
        raise Unreadable(f"is too complex to be read as {kind.label}, perhaps on purpose") from None
    except Exception as error:  # what a parser raises on a broken or hostile file is anybody's guess
        raise Unreadable(f"can't be read as {kind.label}; it may be damaged ({type(error).__name__})") from error


def within(content: bytes, hints: Hints, part: str, **known: str) -> Found:
    """The articles of a member of an archive, each named ``part`` (and its own part after it); what can't be read is a Trouble."""
    inner = hints._replace(name=part, content_type="", charset="", url="", depth=hints.depth + 1)._replace(**known)  # type: ignore[arg-type]
    try:
        for found in drafts(content, inner):
            name = f"{part}#{found.part}" if found.part else part
            if isinstance(found, Trouble):
                yield found._replace(part=name)
            else:
                found.part = name
                found.content = found.content or content
                yield found
    except Unreadable as error:
        yield Trouble(part, str(error))


def too_large(kind: Format) -> str:
    """Why a source of this format that is over its limit is refused."""
    return f"is larger than {kind.largest // 2**20} MiB, too large for an article"


def _module(kind: Format) -> Any:
    try:
        return import_module(f"compare.reading.{kind.module}")
    except ModuleNotFoundError as error:
        if not kind.extra or (error.name or "").startswith("compare."):
            raise
        raise Unreadable(f"is a {kind.label}, which needs an extra: pip install 'newsdiff[{kind.extra}]'") from None
