"""An article that a caller makes of a text alone: what a file would have said of itself is found in the text."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from compare.errors import ReadingError
from compare.model import Article
from compare.reading.building import build, field
from compare.reading.draft import Draft, Unreadable

_STRINGS = ("source", "text", "title", "language", "path", "part", "format")
_OPTIONAL = ("outlet", "byline", "url")
_DAYS = ("published", "updated")


def complete(article: Article) -> dict[str, Any]:
    """The fields that an article without a hash is to have. Raises TypeError for a field of another type, ReadingError where it has no words."""
    for names, kind, allowed in (
        (_STRINGS, "str", str),
        (_OPTIONAL, "str or None", str | None),
        (_DAYS, "datetime.date or None", date | None),
    ):
        for name in names:
            value = getattr(article, name)
            if not isinstance(value, allowed):
                raise TypeError(f"an article's {name} is {kind}, not {type(value).__name__}")
    if not article.text:
        raise TypeError("an article needs its text: Article(text=…)")
    published, updated = (value.date() if isinstance(value, datetime) else value for value in (article.published, article.updated))
    source = article.source or article.outlet or "text"
    draft = Draft(article.text, title=article.title, outlet=article.outlet, byline=article.byline, published=published, updated=updated)
    draft.url, draft.part, draft.format = article.url, article.part, article.format
    try:
        made = build(draft, article.text.encode("utf-8", "replace"), source, article.path)
    except Unreadable as error:
        raise ReadingError(f"{field(source)}: {error}") from None
    fields = {name: getattr(made, name) for name in made.__dataclass_fields__}
    if article.outlet:
        fields["outlet"] = field(article.outlet)
    if article.language != "en":  # the usual value says nothing
        fields["language"] = article.language
    return fields
