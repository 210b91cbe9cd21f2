"""The table of boilerplate, whose expressions are looked up by the letter that they begin with."""

from __future__ import annotations

import re

import pytest

from compare.data import lines
from compare.text.asides import whole_paragraph


def test_an_expression_of_the_table_has_one_beginning() -> None:
    """An alternation outside brackets would hide its other beginnings."""
    for line in lines("furniture.txt"):
        rest = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", line)
        while rest != (rest := re.sub(r"\([^()]*\)", "", rest)):
            pass
        assert "|" not in rest, line


@pytest.mark.parametrize(
    "text", ["Article continues below", "STORY CONTINUES AFTER THIS", "See also", "© 2020 The Courier", "ſcroll to continue"]
)
def test_boilerplate_is_known_by_any_of_its_beginnings(text: str) -> None:
    found = whole_paragraph(text)
    assert found is not None
    assert found.kind == "boilerplate"


def test_a_sentence_that_begins_as_boilerplate_does_is_none() -> None:
    assert whole_paragraph("See how the council voted on the bridge.") is None
    assert whole_paragraph("") is None
