"""What newsdiff remembers by itself between two sessions: the theme that was chosen. The user's own ``config.toml`` is never written.

The theme is remembered together with the one that ``config.toml`` named then: who names another one there later gets that.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from compare.reading.cleaning import inert, shown_path
from compare.reading.files import small_file

_LARGEST = 10_000


class Choice(NamedTuple):
    """A theme that was chosen in the reader, and the one that the configuration named when it was."""

    theme: str
    configured: str | None


def data_folder() -> Path:
    """The user's data folder: ``$NEWSDIFF_DATA``, else the one that the system has for such files."""
    named = os.environ.get("NEWSDIFF_DATA")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("newsdiff", appauthor=False)


def file() -> Path:
    return data_folder() / "remembered.json"


def theme(configured: str | None) -> str | None:
    """The theme to begin with: the one chosen last, unless the configuration has named another since; None where there is neither.

    A file that can't be read, or holds something else, is as good as none: the next choice replaces it.
    """
    with suppress(OSError, ValueError, RecursionError):
        content = small_file(file(), _LARGEST)
        import json

        found = json.loads(content)
        if isinstance(found, dict) and isinstance(found.get("theme"), str) and found.get("configured") == configured:
            return str(found["theme"])
    return configured


def keep_theme(choice: Choice) -> str:
    """Remember a theme; one line about what went wrong, "" when nothing did. The file is written beside and then renamed."""
    import json

    place = file()
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(choice._asdict()) + "\n", encoding="utf-8")
        beside.replace(place)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        return f"{shown_path(place)}: the theme can't be remembered ({inert(error.strerror or str(error))})"
    return ""
