"""E-mail (RFC 5322): the body, its text preferred to its HTML where it has both, and the documents attached to it."""

from __future__ import annotations

import re
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime

from compare.reading.decoding import decode
from compare.reading.draft import Draft, Found, Hints, Trouble, Unreadable
from compare.reading.web import draft_of

_MOST_PARTS = 200
_LONGEST_FIELD = 4000
_SUBJECT = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n-- \n.*", re.DOTALL)
_QUOTE_MARKS = re.compile(r"^(?:> ?)+", re.MULTILINE)
_LEAST_TEXT = 200


def read(content: bytes, hints: Hints) -> Found:
    """The article in a mail's body, then those in the files attached to it. Raises Unreadable where there is none."""
    from compare.reading.registry import by_name, within

    if content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    message = parsed(content)
    texts: list[str] = []
    pages: list[str] = []
    attached: list[tuple[str, bytes]] = []
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            break
        if part.is_multipart():
            continue
        body = part_bytes(part)
        hints.budget.unpack(len(body))
        name = _file_name(part)
        kind = part.get_content_type()
        if name and part.get_content_disposition() == "attachment":
            attached.append((name, body))
        elif kind == "text/plain":
            texts.append(decode(body, charset_of(part)))
        elif kind == "text/html":
            pages.append(decode(body, charset_of(part)))
    draft = _body(texts, pages)
    if draft:
        subject = _SUBJECT.sub("", header(message, "Subject"))
        draft.title = subject or draft.title
        sender = parseaddr(header(message, "From"))
        draft.byline = draft.byline or sender[0] or None
        draft.published = draft.published or day_of(header(message, "Date"))
        yield draft
    elif not attached:
        raise Unreadable("is an e-mail without any text")
    for name, body in attached:
        if by_name(name) is None or not body.strip():
            yield Trouble(name, "is attached, but isn't an article")
        else:
            yield from within(body, hints, name)


def _body(texts: list[str], pages: list[str]) -> Draft | None:
    text = "\n\n".join(part.strip() for part in texts if part.strip())
    if pages and len(text) < _LEAST_TEXT:
        for page in pages:
            try:
                return draft_of(page)
            except Unreadable:
                continue
    if not text:
        return None
    said = _SIGNATURE.sub("", text.replace("\r\n", "\n"))
    if said.startswith(">"):  # a forwarded text, each line quoted
        said = _QUOTE_MARKS.sub("", said)
    return Draft(said or text)


def parsed(content: bytes) -> Message:
    """A message, whatever its defects. (The newer policies parse each field by its grammar, in time that grows with the square of its length.)"""
    return BytesParser(policy=compat32).parsebytes(content)


def header(message: Message, name: str) -> str:
    """A field's text, its encoded words decoded; "" where there is none."""
    said = str(message.get(name) or "")[:_LONGEST_FIELD].replace("\r", "").replace("\n", "")
    try:
        pieces = decode_header(said)
    except (HeaderParseError, ValueError):
        return said
    return "".join(piece if isinstance(piece, str) else decode(piece, charset or "") for piece, charset in pieces)


def _file_name(part: Message) -> str:
    try:
        return str(part.get_filename() or "")[:_LONGEST_FIELD]
    except (LookupError, ValueError, TypeError):
        return ""


def part_bytes(part: Message) -> bytes:
    """The bytes of one part, its transfer encoding undone as far as that goes."""
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def charset_of(part: Message) -> str:
    """What a part says that its text is in; "" for nothing."""
    try:
        return str(part.get_content_charset() or "")
    except (LookupError, ValueError, TypeError):
        return ""


def day_of(stamp: str) -> date | None:
    """The day in a date as mails and feeds write it, or None."""
    try:
        return parsedate_to_datetime(stamp).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
