"""The table of boilerplate, whose expressions are looked up by the letter that they begin with."""

from __future__ import annotations

import re

import pytest

from compare.data import lines
from compare.text.asides import whole_paragraph
from compare.text.sentences import split


def test_an_expression_of_the_table_has_one_beginning() -> None:
    """An alternation outside brackets would hide its other beginnings."""
    for line in lines("furniture.txt"):
        rest = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", line)
        while rest != (rest := re.sub(r"\([^()]*\)", "", rest)):
            pass
        assert "|" not in rest, line


@pytest.mark.parametrize(
    "text", ["Article continues below", "STORY CONTINUES AFTER THIS", "See also", "© 2020 The Courier", "ſcroll to continue", "* * *"]
)
def test_boilerplate_is_known_by_any_of_its_beginnings(text: str) -> None:
    found = whole_paragraph(text)
    assert found is not None
    assert found.kind == "boilerplate"


def test_a_sentence_that_begins_as_boilerplate_does_is_none() -> None:
    assert whole_paragraph("See how the council voted on the bridge.") is None
    assert whole_paragraph("Share prices fell 3%.") is None
    assert whole_paragraph("") is None


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("Ann Example speaks in Leeds, May 4, 2020. REUTERS/Joe Bloggs/File Photo", []),
        ("The bridge at Ely (Joe Bloggs/Reuters)", []),
        ("Ely’s bridge, closed. Photograph: Joe Bloggs/The Courier", []),
        (
            "FILE - In this May 4, 2020 file photo, Ann Example speaks."
            + " The bridge stays closed." * 12
            + " (AP Photo/J. Joe Bloggs, File)",
            12,
        ),
        ("The bridge stays closed. — Ann Example (@ann) May 4, 2020", ["The bridge stays closed."]),
        ("The bridge stays closed #Ely https://t.co/x1 — Ann Example (@ann) May 4, 2020", ["The bridge stays closed"]),
        ("New York (CNN Business) The bridge stays closed today.", ["The bridge stays closed today."]),
        ("LEEDS, England/ELY (Reuters) - The bridge stays closed.", ["The bridge stays closed."]),
        ("The bridge stays closed. The mayor is ill. Ann Example", ["The bridge stays closed.", "The mayor is ill."]),
        ("Ely closes its bridge\n\nAnn Example\n\nReuters\n\nIt fell.", ["Ely closes its bridge", "It fell."]),
        ("Ely closes its bridge\n\nEly Closes its Bridge\n\nIt fell.", ["Ely closes its bridge", "It fell."]),
        ("Ely closes its bridge\n\nEly closes its bridge The bridge fell.", ["Ely closes its bridge", "The bridge fell."]),
        ("Half of them would leave, says a survey (Reuters/Ipsos).", ["Half of them would leave, says a survey (Reuters/Ipsos)."]),
    ],
)
def test_captions_and_signatures_are_beside_the_text(paragraph: str, said: list[str] | int) -> None:
    sentences = [sentence.text for sentence in split(paragraph)[0]]
    assert sentences == said or (len(sentences) == said and set(sentences) == {"The bridge stays closed."})


def test_a_headline_in_capitals_between_paragraphs_is_another_storys() -> None:
    headline = "MAYOR SAYS THE BRIDGE WILL STAY CLOSED"
    assert [sentence.text for sentence in split(f"The bridge is closed.\n\n{headline}\n\nIt fell.")[0]] == [
        "The bridge is closed.",
        "It fell.",
    ]
    assert len(split(f"{headline}\n\nTHE BRIDGE IS CLOSED.\n\n{headline} AGAIN")[0]) == 3
