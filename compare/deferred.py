"""Regular expressions that are compiled when they are first used: a command that meets no text of their kind doesn't wait for them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Deferred:
    """Stands for a compiled pattern and becomes it at the first look at one of its attributes."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copy and pickle ask for these before there is anything to compile
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        for kept in (
            "search",
            "match",
            "fullmatch",
            "finditer",
            "findall",
            "sub",
            "subn",
            "split",
            "pattern",
            "flags",
            "groups",
            "groupindex",
        ):
            setattr(self, kept, getattr(compiled, kept))  # found without this method from now on
        return getattr(compiled, name)


def deferred(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, at first use; what is wrong with the pattern is raised then. For patterns that few texts need."""
    return cast("re.Pattern[str]", _Deferred(pattern, flags))
