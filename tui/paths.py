"""Whole paths, wherever newsdiff was started, and even when that folder is gone."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: str | os.PathLike[str]) -> Path:
    """The path from the root on. It names a file: no link is followed, and nothing need be there.

    Where the folder that newsdiff was started in has been deleted, the shell's name for it stands in.
    """
    try:
        return Path(os.path.abspath(path))  # noqa: PTH100 (pathlib's leaves ".." in it)
    except OSError:
        return Path(os.path.normpath(Path(os.environ.get("PWD") or os.sep) / path))
