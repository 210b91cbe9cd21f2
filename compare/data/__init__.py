"""Lexicons and fitted weights as data, each with its source; read when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of a table in this folder, without comments and empty lines."""
    text = files("compare.data").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def sections(name: str) -> dict[str, list[str]]:
    """The lines of each table of a file that holds several; a line in square brackets opens one."""
    found: dict[str, list[str]] = {}
    for line in lines(name):
        if line.startswith("["):
            found[line.strip("[]")] = current = []
        else:
            current.append(line)
    return found


@cache
def tables(name: str) -> dict[str, frozenset[str]]:
    """The entries of each table of a file: parted by semicolons where it has any, else by white space."""
    found = {}
    for section, held in sections(name).items():
        text = " ".join(held)
        found[section] = frozenset(filter(None, map(str.strip, text.split(";")))) if ";" in text else frozenset(text.split())
    return found
