"""What an account is called: its outlet, its file's name where that is a name, else its letter."""

from __future__ import annotations

import pytest

from compare.data import lines
from compare.model import Article
from compare.model.outlets import chips, outlet_names, spoken, voice


def article(source: str, outlet: str | None = None) -> Article:
    return Article(source, "Text.", "", "Title", outlet)


@pytest.mark.parametrize(
    ("source", "outlet", "name"),
    [
        ("stories/bbc-news.txt", None, "BBC News"),
        ("the-guardian.txt", None, "The Guardian"),
        ("usa_today.txt", None, "USA Today"),
        ("theblaze-com.txt", None, "Theblaze"),
        ("voice-of-america.txt", None, "Voice of America"),
        ("sky-news.txt", None, "Sky News"),
        ("msnbc.txt", None, "MSNBC"),
        ("new-york-times-online-news.txt", None, "New York Times Online News"),
        ("minister-says-talks-go-on-news.txt", None, "A"),
        ("大橋.txt", None, "大橋"),
        ("MoJo-daily.txt", None, "MoJo-daily"),
        ("stories/bbc-news.txt", "BBC News", "BBC News"),
        ("000_fac40d7baec56aa3.txt", None, "A"),
        ("story.txt", None, "A"),
        ("-", None, "A"),
        ("a.txt", None, "A"),
        ("The Guardian.txt", None, "The Guardian"),
    ],
)
def test_a_name_is_the_outlet_or_a_file_that_is_called_so(source: str, outlet: str | None, name: str) -> None:
    assert outlet_names([article(source, outlet)]) == (name,)


def test_names_are_all_different() -> None:
    assert outlet_names([article("x/cnn.txt"), article("y/cnn.txt"), article("z.txt")]) == ("CNN (A)", "CNN (B)", "C")


def test_names_come_in_last_and_a_sentence_has_one_full_stop() -> None:
    assert spoken(f"{voice(0)} names the F.B.I., {voice(1)} the C.I.A..", ("NYT", "Fox")) == "NYT names the F.B.I., Fox the C.I.A."
    assert spoken("He said “so …”.", ()) == "He said “so …”."


@pytest.mark.parametrize(
    ("name", "chip"),
    [
        ("newsmax", "Newsmx"),
        ("townhall", "Townhl"),
        ("washington-examiner", "WashEx"),
        ("The Guardian", "Guardn"),
        ("Houston Chronicle", "HouChr"),
        ("The Independent", "Indep"),
        ("the-daily-wire", "DWire"),
        ("national-review", "NatRev"),
        ("nbcnews-com", "NBC"),
        ("cnbc", "CNBC"),
        ("Orbis Wire", "Orbis"),
        ("Libération", "Libér"),
        ("swissinfo", "Swiss"),
        ("fox-news", "FOX"),
        ("大橋", "大橋"),
    ],
)
def test_a_chip_is_how_one_would_shorten_the_name(name: str, chip: str) -> None:
    assert chips([article("x.txt", name)]) == (chip,)


def test_every_outlet_of_the_table_has_a_chip_of_three_to_six_letters() -> None:
    names = list(dict.fromkeys(line.split("\t")[1] for line in lines("outlets.tsv")))
    made = chips([article(f"{number}.txt", name) for number, name in enumerate(names)])
    assert len({chip.casefold() for chip in made}) == len(names)
    alone = [chips([article("x.txt", name)])[0] for name in names]
    assert [chip for chip in alone if not 3 <= len(chip) <= 6] == []
