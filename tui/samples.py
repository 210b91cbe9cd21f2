"""The sample articles that newsdiff opens when it is given none."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """Where the samples are: inside the installed package, or, in a checkout, beside it."""
    inside = Path(__file__).parent / "seeds"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "seeds"


def paths() -> list[str]:
    """The sample articles' files, by name."""
    return sorted(str(path) for path in folder().glob("*.txt"))
