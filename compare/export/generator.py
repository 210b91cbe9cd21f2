"""Which newsdiff made an export: part of what somebody needs to get the same bytes."""

from __future__ import annotations

from functools import cache


@cache
def version() -> str:
    """The installed distribution's version; "unknown" where the code is run without being installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("newsdiff")
    except PackageNotFoundError:
        return "unknown"
