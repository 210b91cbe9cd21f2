"""Plain text: its fields are what the text says of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from compare.reading.metadata import article_date, headline, language_of


class Fields(NamedTuple):
    """What a format knows of an article beside its text."""

    title: str
    outlet: str | None
    published: date | None
    language: str


def parse(text: str, source: str) -> Fields:
    """The fields of a plain text. A file's name is no outlet, so that stays None."""
    return Fields(headline(text, Path(source).stem), None, article_date(text), language_of(text))
