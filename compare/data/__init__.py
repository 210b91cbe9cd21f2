"""Lexicons and fitted weights as data, each with its source; read when first asked for."""

from __future__ import annotations

from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of a table in this folder, without comments and empty lines."""
    text = files("compare.data").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
