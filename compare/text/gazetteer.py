"""Countries with their capitals, demonyms and other names, and the few other places that English news names without explaining."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from compare.data import lines, sections


class _Country(NamedTuple):
    name: str
    capitals: tuple[str, ...]
    people: tuple[str, ...]
    others: tuple[str, ...]


@cache
def _countries() -> tuple[_Country, ...]:
    rows = (line.split("\t") for line in lines("countries.tsv"))
    return tuple(_Country(name, *(tuple(filter(None, field.split(";"))) for field in fields)) for name, *fields in rows)


def _entries(table: str) -> list[str]:
    held = " ".join(sections("groups.txt" if table == "groups" else "places.txt")[table])
    return [entry.strip() for entry in held.split(";")]


def _states() -> list[tuple[str, list[str]]]:
    """Each state or province: its country, its name and the abbreviations of it."""
    tables = (table for table in sections("places.txt") if table.startswith("states of "))
    return [(table.removeprefix("states of "), entry.split("=")) for table in tables for entry in _entries(table)]


@cache
def countries() -> dict[str, str]:
    """Every name of a country → its canonical name ("U.S." → "United States")."""
    return {name: country.name for country in _countries() for name in (country.name, *country.others)}


@cache
def places() -> dict[str, str]:
    """Every name of a place in the table → the name that stands for it in merging."""
    names = dict(countries())
    for name in (*(capital for country in _countries() for capital in country.capitals), *_entries("regions"), *_entries("cities")):
        names.setdefault(name, name)
    for _, forms in _states():
        for form in forms:
            names.setdefault(form, forms[0])
    return names | dict.fromkeys(("Washington, D.C.", "Washington D.C.", "Washington DC"), "Washington")


@cache
def states() -> frozenset[str]:
    """Names and abbreviations of states, and countries: what follows a town and a comma."""
    return frozenset(form for _, forms in _states() for form in forms) | frozenset(countries())


@cache
def postal_codes() -> dict[str, str]:
    """The two letters of a state, by which a party's credit names it ("R-KY") → the name that stands for it in merging. Alone they may be anything."""
    return dict(entry.split("=") for entry in _entries("postal codes"))


@cache
def country_of() -> dict[str, str]:
    """Every name of a country, a capital or a state → the country's canonical name; a name that two countries share is left out."""
    names = dict(countries())
    shared = set()
    pairs = [(capital, country.name) for country in _countries() for capital in country.capitals]
    for name, country in [*pairs, *((form, country) for country, forms in _states() for form in forms)]:
        if names.setdefault(name, country) != country:
            shared.add(name)
    return {name: country for name, country in names.items() if name not in shared}


@cache
def groups() -> dict[str, str]:
    """Every demonym, people, faith or movement → the form that stands for it in merging (a country's first demonym)."""
    names: dict[str, str] = {}
    for country in _countries():
        for form in country.people:
            names.setdefault(form, country.people[0])
    for entry in _entries("groups"):
        for name in entry.split("="):
            names.setdefault(name, entry.partition("=")[0])
    for name in list(names):
        if name.endswith("s") and name[:-1] in names:
            names[name] = names[name[:-1]]
    return names


@cache
def homelands() -> dict[str, str]:
    """Every demonym and adjective of a country → the country's canonical name ("Swiss" → "Switzerland")."""
    names: dict[str, str] = {}
    for country in _countries():
        for form in country.people:
            names.setdefault(form, country.name)
            names.setdefault(f"{form}s", country.name)
    return names


@cache
def nation_words() -> frozenset[str]:
    """What may stand for a nation inside an office: "US", "Indian", "Singapore"."""
    return frozenset(countries()) | frozenset(groups())
