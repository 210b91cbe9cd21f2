"""Which newsdiff made an export: part of what somebody needs to get the same bytes."""

from __future__ import annotations

from compare.version import VERSION


def version() -> str:
    """The version, as every export names it."""
    return VERSION
