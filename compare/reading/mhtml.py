"""MHTML (RFC 2557): a page that a browser saved with all that belongs to it."""

from __future__ import annotations

from compare.reading.decoding import decode
from compare.reading.draft import Found, Hints, Unreadable
from compare.reading.mail import charset_of, header, parsed, part_bytes
from compare.reading.web import draft_of

_MOST_PAGES = 50


def read(content: bytes, hints: Hints) -> Found:
    """The article of the saved page; of its frames those that hold an article of their own. Raises Unreadable where there is none.

    The day in its head is that on which it was saved, and no article's.
    """
    message = parsed(content)
    saved = header(message, "Snapshot-Content-Location") or header(message, "Content-Location")
    found, why = 0, "is a saved web page without any page in it"
    pages = (part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"})
    for number, part in enumerate(pages, 1):
        if number > _MOST_PAGES:
            return
        body = part_bytes(part)
        hints.budget.unpack(len(body))
        address = header(part, "Content-Location") or (saved if number == 1 else "")
        try:
            draft = draft_of(decode(body, charset_of(part)), address if address.startswith(("http://", "https://")) else "")
        except Unreadable as error:
            if number == 1:
                why = str(error)
            continue  # a frame: an advertisement's, a counter's
        draft.part = str(number) if found else ""
        draft.content = body if found else None
        found += 1
        yield draft
    if not found:
        raise Unreadable(why)
