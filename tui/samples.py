"""The sample articles that newsdiff opens when it is given none, and the invented event of ``--demo``."""

from __future__ import annotations

from pathlib import Path

_DEMO = ("orbis-wire.txt", "valley-post.txt", "radio-norland.txt")
"""The agency first: the others had its report before them."""


def folder() -> Path:
    """Where the samples are: inside the installed package, or, in a checkout, beside it."""
    inside = Path(__file__).parent / "seeds"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "seeds"


def paths() -> list[str]:
    """The sample articles' files, by name."""
    return sorted(str(path) for path in folder().glob("*.txt"))


def demo_paths() -> tuple[str, ...]:
    """The files of an invented event, told by three outlets that an ``articles.toml`` beside them names; the base first."""
    return tuple(str(Path(__file__).parent / "demo" / name) for name in _DEMO)
