"""A reader's draft → the article: cleaned, with what the text and the source say of it."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from compare.model import Article
from compare.reading import limits
from compare.reading.cleaning import cleaned, placed, shown_path
from compare.reading.draft import Draft, Unreadable
from compare.reading.metadata import article_date, headline, language_of
from compare.reading.outlets import outlet_of

_LONGEST_FIELD = 500
_ENDS = ("\n\n", ". ", "? ", "! ", "。")


def build(draft: Draft, content: bytes, source: str, path: str = "") -> Article:
    """The article that a draft becomes. ``content`` are the source's bytes, ``source`` what the user gave, ``path`` its file or "".

    Raises Unreadable where the draft has no words, or very many sentences.
    """
    shown = shown_path(source)
    text, changes = cleaned(draft.text)
    if not any(character.isalnum() for character in text):
        raise Unreadable("has no words in it; an article needs some text")
    # To count single characters takes a tenth of the time, and mostly they are few enough.
    if any(text.count(end[0]) > limits.MOST_SENTENCES and text.count(end) > limits.MOST_SENTENCES for end in _ENDS):
        raise Unreadable(f"has more than {limits.MOST_SENTENCES:,} sentences, too many for an article")
    if draft.dropped:
        changes = placed(changes, [(offset, dropped) for offset, dropped in draft.dropped])
    language = language_of(text)
    url = field(draft.url)
    return Article(
        source=f"{shown}#{shown_path(draft.part)}" if draft.part else shown,
        text=text,
        sha256=hashlib.sha256(content if draft.content is None else draft.content).hexdigest(),
        title=field(draft.title) or field(headline(text, PurePath(shown_path(draft.part) or shown).stem)) or "",
        outlet=outlet_of(url) or field(draft.outlet),
        published=draft.published or article_date(text),
        language=language if language != "und" or not draft.language else _code(draft.language),
        path=path,
        part=draft.part,
        format=draft.format or "text",
        byline=field(draft.byline),
        updated=draft.updated,
        url=url,
        changes=changes,
    )


def field(value: str | None) -> str | None:
    """A foreign field (a title, a name) as one safe line of bounded length, or None where nothing is in it."""
    line = " ".join(cleaned(value)[0].split()) if value else ""
    if len(line) > _LONGEST_FIELD:
        line = line[: _LONGEST_FIELD - 1] + "…"
    return line or None


def _code(language: str) -> str:
    code = language.strip().replace("_", "-").split("-")[0].lower()
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else "und"
