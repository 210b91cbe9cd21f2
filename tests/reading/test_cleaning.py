"""Cleaning is honest: every place where it changes a text is recorded, and undone gives the source's text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Article
from compare.reading import read_bytes
from compare.reading.cleaning import MOST_CHANGES, cleaned, line_ends, placed

PIECES = st.sampled_from(
    [*"ab \n\u00ad\u200b\u200d\u202e\x1be\u0301АаРрοPutin&;am\x00\u2028\U0001d400", "&amp;", "&#173;", "&#27;", "&lt;"]
)


def article(text: str) -> Article:
    clean, changes = cleaned(text)
    return Article("x", clean, "0" * 64, "x", changes=changes)


@given(st.lists(PIECES).map("".join))
@settings(max_examples=400)
def test_what_cleaning_changes_can_be_undone(text: str) -> None:
    made = article(text)
    assert made.restored == line_ends(text)
    assert all(one.end <= other.start for one, other in pairwise(made.changes))
    assert not any(sign in made.text for sign in "\u00ad\u200b\u202e\x1b\x00")


@given(st.lists(PIECES, min_size=1).map("".join), st.lists(PIECES).map("".join), st.lists(PIECES).map("".join))
def test_what_a_page_lost_stands_in_its_place(before: str, lost: str, after: str) -> None:
    """Between two paragraphs, where readers leave boilerplate out."""
    before, after = line_ends(before) + "\n\n", line_ends(after)
    clean, changes = cleaned(before + after)
    made = Article("x", clean, "0" * 64, "x", changes=placed(changes, [(len(before), lost)]))
    if len(line_ends(before)) == len(before):
        assert made.restored == before + lost + after


@pytest.mark.parametrize(
    ("given_text", "kind", "text"),
    [
        ("nego\u00adtiations", "invisible", "negotiations"),
        ("nego\u200btiations", "invisible", "negotiations"),
        ("Pu\u200dtin", "invisible", "Putin"),
        ("\u001b[31mred", "control", "␛[31mred"),
        ("\u202eevil", "direction", "\ufffdevil"),
        ("Zu\u0308rich", "composed", "Zürich"),
        ("Рutin", "look-alike", "Putin"),
        ("\U0001d40f\U0001d42e\U0001d42d\U0001d422\U0001d427", "look-alike", "Putin"),
        ("Mосква", "look-alike", "Москва"),
        ("AT&amp;T", "escape", "AT&T"),
    ],
)
def test_each_kind_of_change(given_text: str, kind: str, text: str) -> None:
    made = article(given_text)
    assert (made.text, [change.kind for change in made.changes]) == (text, [kind])


@pytest.mark.parametrize("text", ["μg", "5α", "Москва", "ΔT", "می\u200cخواهم", "👩\u200d👩\u200d👧", "Αθήνα", "naïve Zürich"])
def test_what_belongs_to_its_script_stays(text: str) -> None:
    assert cleaned(text) == (text, ())


def test_deceit_is_pointed_out() -> None:
    made = read_bytes("The president, Vlаdimir Рutin, said so. \u202eesrever\u202c".encode(), "a.txt")
    assert "Vladimir Putin" in made.text
    assert made.warnings == (
        "“Vladimir” is written with look-alike letters from another script",
        "“Putin” is written with look-alike letters from another script",
        "the direction of the text is overridden at 2 places; each is shown as \ufffd",
    )


def test_many_changes_are_kept_as_one_and_can_be_undone() -> None:
    text = "a\u00ad" * (MOST_CHANGES + 500) + "end"
    made = article(text)
    assert len(made.changes) == MOST_CHANGES + 1
    assert made.restored == text
