"""Pins: read, written, and stronger than the engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.alignment import pins
from compare.errors import ReadingError
from compare.model import Analysis, Place
from compare.pipeline import compare
from compare.reading import read_bytes

ENDS = st.builds(pins.End, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 10**6), st.integers(0, 10**6))
NOTES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20).map(lambda text: " ".join(text.split()))


@st.composite
def some_pins(draw: st.DrawFn) -> tuple[pins.Pin, ...]:
    found: tuple[pins.Pin, ...] = ()
    for _ in range(draw(st.integers(1, 5))):
        one, other = sorted((draw(ENDS), draw(ENDS)))
        found = pins.with_pin(found, pins.Pin(draw(st.sampled_from(("join", "part"))), one, other, draw(NOTES)))
    return found


@given(some_pins())
def test_what_is_written_is_read_again(held: tuple[pins.Pin, ...]) -> None:
    text = pins.format_pins(held)
    assert sorted(pins.parse(text), key=lambda one: one.ends) == sorted(held, key=lambda one: one.ends)
    assert pins.format_pins(pins.parse(text)) == text


ONE = "A fire destroyed a textile factory in Dhaka on Monday, killing 11 workers. The owner was arrested. Exports have doubled."
TWO = "Eleven workers died when a blaze tore through a garment factory in Dhaka. Nobody knows where the boss is now."


def texts() -> list[Analysis]:
    return list(compare([read_bytes(ONE.encode(), "a.txt"), read_bytes(TWO.encode(), "b.txt")]).articles)


def test_joined_sentences_are_aligned_and_in_one_passage_and_parted_ones_are_neither() -> None:
    analyses = texts()
    joined = pins.pin("join", analyses, Place(0, 1), Place(1, 1))
    parted = pins.pin("part", analyses, Place(1, 0), Place(0, 0))
    plain = compare(analyses)
    assert {(link.a.sentence, link.b.sentence) for link in plain.links} == {(0, 0)}
    comparison = compare(analyses, pins=[joined, parted])
    assert [(link.a, link.b, link.relation, link.pinned) for link in comparison.links] == [(Place(0, 1), Place(1, 1), "aligned", True)]
    assert comparison.passage_of(Place(0, 1)) == comparison.passage_of(Place(1, 1))
    assert comparison.passage_of(Place(0, 0)) != comparison.passage_of(Place(1, 0))


def test_pins_hold_in_every_order_and_for_no_other_text() -> None:
    analyses = texts()
    joined = pins.pin("join", analyses, Place(0, 1), Place(1, 1))
    turned = compare(analyses[::-1], pins=[joined])
    assert (Place(0, 1), Place(1, 1), True) in {(link.a, link.b, link.pinned) for link in turned.links}
    other = compare([read_bytes((ONE + " ").encode(), "a.txt"), analyses[1]], pins=[joined])
    assert not any(link.pinned for link in other.links)


def test_a_new_pin_takes_the_place_of_the_old_and_can_be_taken_back() -> None:
    analyses = texts()
    held = pins.with_pin((), pins.pin("join", analyses, Place(0, 0), Place(1, 0)))
    held = pins.with_pin(held, pins.pin("part", analyses, Place(1, 0), Place(0, 0)))
    assert [one.action for one in held] == ["part"]
    found = pins.pin_of(held, analyses, Place(0, 0), Place(1, 0))
    assert found is not None
    assert "“A fire destroyed" in found.note
    assert pins.without_pin(held, analyses, Place(0, 0), Place(1, 0)) == ()


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "folder" / pins.FILE_NAME
    assert pins.read_pins(path) == ()
    held = (pins.pin("join", texts(), Place(0, 0), Place(1, 0)),)
    pins.write_pins(path, held)
    assert pins.read_pins(path) == held
    assert [entry.name for entry in path.parent.iterdir()] == [pins.FILE_NAME]
    pins.write_pins(path, ())
    assert not path.exists()


@pytest.mark.parametrize("text", ["glue a b", "join 12 3-4 12 3-4", "join " + "a" * 64 + " 1-2", "\x00"])
def test_what_is_no_pin_is_named_by_its_line(text: str) -> None:
    with pytest.raises(ReadingError, match="line 2"):
        pins.parse("# a comment\n" + text)


def test_a_file_that_is_no_text_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / pins.FILE_NAME
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReadingError, match=r"newsdiff\.pins"):
        pins.read_pins(path)
