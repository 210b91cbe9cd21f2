"""Lexicons and fitted weights as data, each with its source; read when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

# Reads from a ZIP file, too. pkgutil does no more and takes longer to import than the tables to read.
_loader: Any = __spec__.loader


def text(name: str) -> str:
    """A file of this folder as it is."""
    return str(_loader.get_data(str(Path(__file__).with_name(name))).decode("utf-8").replace("\r\n", "\n"))


def lines(name: str) -> list[str]:
    """The lines of a table in this folder, without comments and empty lines."""
    return [line for line in text(name).splitlines() if line and not line.startswith("#")]


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
        joined = " ".join(held)
        found[section] = frozenset(filter(None, map(str.strip, joined.split(";")))) if ";" in joined else frozenset(joined.split())
    return found
