"""Each table in ``compare/data`` says where it is from and has the form that its readers count on."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

from compare.align.terms import background, synonyms
from compare.data import lines, sections
from compare.extract.units import CLOCK_ZONES, DIMENSIONS, SCALES
from compare.judge.exclusive import groups
from compare.model import DIFFERENCE_KINDS
from compare.text import gazetteer
from compare.text.vocabulary import concept, lemma

FOLDER = files("compare.data")
TEXTS = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith((".txt", ".tsv")))


@pytest.mark.parametrize("name", TEXTS)
def test_a_table_opens_with_where_it_is_from_and_says_nothing_twice(name: str) -> None:
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("#")
    assert any(sign in text.partition("\n\n")[0] for sign in ("by hand", "counted over"))
    held = lines(name)
    assert len(set(held)) == len(held) > 0


@pytest.mark.parametrize("name", sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".json")))
def test_weights_are_json(name: str) -> None:
    assert json.loads(FOLDER.joinpath(name).read_text(encoding="utf-8"))


def test_units_have_a_dimension_a_worth_and_words() -> None:
    rows = [line.split("\t") for line in lines("units.tsv")]
    assert {len(row) for row in rows} == {5}
    assert {row[0] for row in rows} == {"measure", "sign", "currency", "scale", "zone"}
    assert DIMENSIONS["minute"] == ("time", 1 / 1440)
    assert SCALES["dozen"] == 12
    assert CLOCK_ZONES["et"] == (-5, -4)


def test_a_group_of_synonyms_has_words_that_are_told_once() -> None:
    for line in lines("synonyms.txt"):
        words = line.replace("|", " ").split()
        assert len(words) > 1
        assert len(set(words)) == len(words), line
    assert synonyms("en").runs
    assert concept("lawyer") == concept("attorneys")


def test_no_word_excludes_itself() -> None:
    for number, line in enumerate(lines("exclusive.txt")):
        kind, parts = line.split(": ", 1)
        assert kind.rstrip("*") in DIFFERENCE_KINDS
        roots = [{lemma(word) for word in part.split() if not word.startswith("=")} for part in parts.split("|")]
        assert len(roots) > 1
        assert sum(map(len, roots)) == len(set().union(*roots)), line
        for word in (word for part in parts.split("|") for word in part.split() if "_" not in word):
            assert any(group.family == number for group in groups(word.removeprefix("=")))


def test_kinds_of_harm_exclude_each_other() -> None:
    killed, wounded = groups("killed"), groups("wounded")
    assert any(one.family == other.family and one.group != other.group for one in killed for other in wounded)


def test_the_background_knows_common_stems() -> None:
    assert 0 < background("en")["said"] < background("en")["the"] < 1


def test_furniture_is_regular_expressions_that_match_no_plain_sentence() -> None:
    for line in lines("furniture.txt"):
        assert not re.search(r"(?<!\\)\)[*+]", line), "a group that repeats without end takes the square of a text's length to fail"
        assert not re.fullmatch(line, "The fire service said 12 people were hurt.", re.IGNORECASE), line
        assert not re.fullmatch(line, "", re.IGNORECASE), line


@pytest.mark.parametrize("name", ["name_cues.txt", "titles.txt", "openers.txt", "offices.txt", "bodies.txt", "places.txt", "groups.txt"])
def test_each_table_of_names_has_entries_that_are_told_once(name: str) -> None:
    assert sections(name)
    for table, held in sections(name).items():
        text = " ".join(held)
        entries = [entry.strip() for entry in text.split(";")] if ";" in text else text.split()
        assert entries, table
        assert len(set(entries)) == len(entries), table


def test_countries_have_four_columns() -> None:
    assert {line.count("\t") for line in lines("countries.tsv")} == {3}
    assert gazetteer.places()["Bombay"] == "Bombay"
    assert gazetteer.groups()["Danes"] == "Danish"


def test_a_pet_name_stands_for_one_name() -> None:
    pets = [pet for line in lines("pet_names.txt") for pet in line.split()[1:]]
    assert len(set(pets)) == len(pets)
    assert not {line.split()[0] for line in lines("pet_names.txt")} & set(pets)


def test_lists_of_speech_are_words_without_capitals() -> None:
    held = sections("speech.txt")
    irregular = {line.split()[0] for line in held["irregular"]}
    assert irregular <= set(" ".join((*held["saying"], *held["stance"])).split())
    assert all(len(line.split()) > 1 for line in held["irregular"])
    assert all(lines == [line.lower() for line in lines] for lines in held.values())
    assert all(held.values())
