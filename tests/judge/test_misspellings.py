"""Names in two spellings are looked up, not compared with every other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Mention
from compare.names.misspellings import Spellings, misspelt

NAMES = st.tuples(st.sampled_from(["John", "Joan", "J."]), st.text("abcd", min_size=3, max_size=8)).map(
    lambda name: f"{name[0]} {name[1].capitalize()}"
)


def mention(name: str) -> Mention:
    return Mention(0, len(name), name, "person", 0)


@given(st.lists(NAMES, max_size=30), NAMES)
@settings(max_examples=200)
def test_every_misspelling_is_near(names: list[str], name: str) -> None:
    near = [other.text for other in Spellings([mention(other) for other in names]).near(mention(name))]
    assert [other for other in near if misspelt(name, other)] == [other for other in names if misspelt(name, other)]


def test_a_letter_or_two_apart() -> None:
    known = Spellings([mention(name) for name in ("Sihasak Phuangketkeo", "Sihasak Brown", "Marco Rubio")])
    assert [other.text for other in known.near(mention("Sihasak Phuangketkeow"))] == ["Sihasak Phuangketkeo"]
