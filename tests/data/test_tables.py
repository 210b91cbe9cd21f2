"""Each table in ``compare/data`` says where it is from and has the form that its readers count on."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from compare.align.terms import background, synonyms
from compare.data import lines
from compare.extract.units import CLOCK_ZONES, DIMENSIONS, SCALES
from compare.text.vocabulary import concept, excluded, lemma, opposites

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


def test_no_word_means_the_same_as_one_that_it_excludes() -> None:
    words = {
        word
        for name in ("opposites.txt", "classes.txt")
        for line in lines(name)
        for word in line.replace(";", " ").replace("|", " ").split()
    }
    clashes = {(word, other) for word in words for other in excluded(word) if lemma(word) == other}
    assert not clashes
    assert lemma("wounded") in excluded("killed")
    assert lemma("fall") in opposites()[lemma("rise")]


def test_the_background_knows_common_stems() -> None:
    assert 0 < background("en")["said"] < background("en")["the"] < 1
