"""Web addresses → articles. Nothing here is imported, and nothing connected to, before an address is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from compare.errors import ReadingError
from compare.reading.cleaning import shown_path

if TYPE_CHECKING:
    from compare.reading import Reading
    from compare.reading.fetching.pages import Fetched

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://")


def is_address(given: str) -> bool:
    """Whether what the user gave is an address rather than a file's name."""
    return _ADDRESS.match(given) is not None


def reading_of(fetched: Fetched, given: str, fields: Mapping[str, str] | None = None) -> Reading:
    """The articles in what was fetched for ``given``, which names them. Raises ReadingError where it is no article."""
    from compare.reading import Hints, articles_of
    from compare.reading.fetching.pages import name_of
    from compare.reading.fetching.stubs import stub_of

    hints = Hints(
        name=name_of(fetched.address),
        content_type=fetched.content_type,
        charset=fetched.charset,
        url=fetched.address,
        fields=fields or {},
    )
    shown = shown_path(given)
    try:
        reading = articles_of(fetched.content, given, hints=hints)
    except ReadingError:
        stub = stub_of(fetched.content, fetched.charset, fetched.address, ())
        if not stub:
            raise
        raise ReadingError(f"{shown}: {stub}") from None
    stub = stub_of(fetched.content, fetched.charset, fetched.address, reading.articles)
    if stub:
        raise ReadingError(f"{shown}: {stub}")
    return reading
