"""Which outlet a web address belongs to."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit


@cache
def _table() -> dict[str, str]:
    from compare.data import lines

    return dict(line.split("\t", 1) for line in lines("outlets.tsv"))


def outlet_of(url: str | None) -> str | None:
    """The name of the well-known outlet whose domain an address is on (``compare/data/outlets.tsv``); None for all others."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".") if url else ""
    except ValueError:
        return None
    labels = host.split(".")
    return next((name for first in range(len(labels)) if (name := _table().get(".".join(labels[first:])))), None)
