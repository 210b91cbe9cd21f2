"""Pins: read, written, and stronger than the engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align import pins
from compare.align.anchor import KNOWN_BY, most_like
from compare.errors import ReadingError
from compare.model import Analysis, Article, Comparison, Link, Pinned, Place
from compare.pipeline import analyse, compare
from compare.reading import read_bytes
from compare.reading.cleaning import inert

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(inert)
ENDS = st.builds(
    pins.End, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 10**6), st.integers(0, 10**6), WORDS, WORDS
)


@st.composite
def some_pins(draw: st.DrawFn) -> tuple[pins.Pin, ...]:
    found = []
    for _ in range(draw(st.integers(1, 5))):
        one, other = sorted((draw(ENDS), draw(ENDS)))
        found.append(pins.Pin(draw(st.sampled_from(("join", "part"))), one, other))
    return pins.merged(found)


def plainly(held: tuple[pins.Pin, ...]) -> list[tuple[object, ...]]:
    """Pins with all that they say: their ends are equal whatever name and text stand there."""
    return sorted((one.action, one.ends, *((end.name, end.text) for end in one.ends)) for one in held)


@given(some_pins())
def test_what_is_written_is_read_again(held: tuple[pins.Pin, ...]) -> None:
    text = pins.format_pins(held)
    assert plainly(pins.parse(text)) == plainly(held)
    assert pins.format_pins(pins.parse(text)) == text
    assert len(text.splitlines()) >= len(held)


ONE = "A fire destroyed a textile factory in Dhaka on Monday, killing 11 workers. The owner was arrested. Exports have doubled."
TWO = "Eleven workers died when a blaze tore through a garment factory in Dhaka. Nobody knows where the boss is now."
FIRST, OWNER, EXPORTS = (Place(0, number) for number in range(3))
BLAZE, BOSS = (Place(1, number) for number in range(2))


def texts(one: str = ONE, two: str = TWO) -> list[Analysis]:
    return [analyse(read_bytes(text.encode(), name)) for text, name in ((one, "news/a.txt"), (two, "b.txt"))]


def joined(comparison: Comparison) -> list[Link]:
    return [link for link in comparison.links if link.pinned]


def test_joined_sentences_are_aligned_and_in_one_passage_and_parted_ones_are_neither() -> None:
    analyses = texts()
    held = [pins.pin("join", analyses, OWNER, BOSS), pins.pin("part", analyses, BLAZE, FIRST)]
    plain = compare(analyses)
    assert {(link.a, link.b) for link in plain.links} == {(FIRST, BLAZE)}
    assert plain.pins == ()
    comparison = compare(analyses, pins=held)
    assert [(link.a, link.b, link.relation, link.pinned) for link in comparison.links] == [(OWNER, BOSS, "aligned", True)]
    assert comparison.passage_of(OWNER) == comparison.passage_of(BOSS)
    assert comparison.passage_of(FIRST) != comparison.passage_of(BLAZE)
    assert comparison.pins == (Pinned("part", FIRST, BLAZE), Pinned("join", OWNER, BOSS))
    assert comparison.pins_of(BOSS) == (Pinned("join", OWNER, BOSS),)


def test_what_is_parted_is_not_held_against_each_other(seeds: list[Article]) -> None:
    plain = compare([seeds[3], seeds[2]])
    altered = next(found for found in plain.differences if found.kind == "quote" and found.severity == 3)
    assert altered.a is not None
    assert altered.b is not None
    held = pins.pin("part", plain.articles, altered.a.place, altered.b.place)
    comparison = compare(plain.articles, pins=[held])
    assert altered in plain.differences
    assert altered not in comparison.differences
    assert len(comparison.differences) == len(plain.differences) - 1


def test_pins_hold_in_every_order() -> None:
    analyses = texts()
    turned = compare(analyses[::-1], pins=[pins.pin("join", analyses, OWNER, BOSS)])
    assert turned.pins == (Pinned("join", Place(0, 1), Place(1, 1)),)
    assert [(link.a, link.b) for link in joined(turned)] == [(Place(0, 1), Place(1, 1))]


def test_a_pin_follows_its_sentence_into_a_changed_text_and_says_so() -> None:
    held = [pins.pin("join", texts(), OWNER, BOSS)]
    changed = texts("Police came at night. " + ONE.replace("was arrested", "was later arrested"))
    assert compare(changed, pins=held).pins == (Pinned("join", Place(0, 2), BOSS, exact=False),)
    gone = texts(ONE.replace("The owner was arrested.", "It rained."))
    assert compare(gone, pins=held).pins == ()
    assert pins.stand(gone, held).lost == tuple(held)
    assert pins.lost_line(held) == ("newsdiff.pins: 1 pin is about a sentence that the changed text no longer has; ignored",)
    # Another article, or the same text from standard input, is no new version of this one.
    for name in ("other.txt", "-"):
        other = [analyse(read_bytes((ONE + " ").encode(), name)), texts()[1]]
        assert pins.stand(other, held) == ((), ())


def test_of_two_files_with_the_same_name_neither_is_the_new_version() -> None:
    held = [pins.pin("join", texts(), OWNER, BOSS)]
    twice = [analyse(read_bytes((ONE + more).encode(), "x/a.txt")) for more in (" ", "  ")]
    assert compare([*twice, texts()[1]], pins=held).pins == ()


def test_a_pin_on_this_very_text_outweighs_one_on_an_older_text() -> None:
    changed = texts("Police came at night. " + ONE)
    older = pins.pin("part", texts(), OWNER, BOSS)
    newer = pins.pin("join", changed, Place(0, 2), BOSS)
    for held in ([older, newer], [newer, older]):
        assert compare(changed, pins=held).pins == (Pinned("join", Place(0, 2), BOSS),)
        assert pins.without(held, changed, BOSS, Place(0, 2)) == ()
    assert pins.without([older], changed, Place(0, 1), BOSS) == (older,)


def test_a_pin_on_the_same_text_twice_holds_both_ways() -> None:
    one = texts()[0]
    other = analyse(read_bytes(ONE.encode(), "copy.txt"))
    held = [pins.pin("part", [one, other], Place(0, 0), Place(1, 0))]
    assert not [link for link in compare([one, other], pins=held).links if link.a.sentence == link.b.sentence == 0]


def test_a_new_pin_takes_the_place_of_the_old() -> None:
    analyses = texts()
    held = pins.merged((pins.pin("join", analyses, FIRST, BLAZE), pins.pin("part", analyses, BLAZE, FIRST)))
    assert [one.action for one in held] == ["part"]
    assert "A fire destroyed" in pins.format_pins(held)


def test_a_long_sentence_is_known_by_its_beginning() -> None:
    long = "x " * 40_000
    analysis = analyse(read_bytes((long + "y").encode(), "long.txt"))
    assert most_like(long, analysis) == 0
    held = pins.pin("join", [analysis, *texts()], Place(0, 0), Place(1, 0))
    assert max(len(end.text) for end in held.ends) == KNOWN_BY


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"newsdiff\.pins: no such file"):
        pins.read_pins(tmp_path / pins.FILE_NAME)
    with pytest.raises(ReadingError, match="a regular file"):
        pins.read_pins(tmp_path)


SHA = "a" * 64


@pytest.mark.parametrize(
    "text",
    [
        "glue a b",
        "join 12 3-4 12 3-4",
        f"join {SHA} 1-2",
        f"join {SHA} 1-2 {SHA} 1-2 {SHA} 1-2",
        f'join {SHA} 1-2 "only a name" {SHA} 1-2',
        f'join {SHA} 1-2 "a.txt" "no escape: \\q" {SHA} 1-2 "b.txt" "x"',
        "<<<<<<< mine",
        "\x00",
    ],
)
def test_what_is_no_pin_is_named_by_its_line(text: str) -> None:
    with pytest.raises(ReadingError, match=r"^newsdiff\.pins, line 2: isn't a pin"):
        pins.parse("# a comment\n" + text)


def test_names_and_texts_may_be_missing_and_comments_follow() -> None:
    (one,) = pins.parse(f"\ufeff  part {SHA} 1-2 {SHA} 0-1 # the desk says so\r\n\n")
    assert (one.action, one.a.start, one.b.start) == ("part", 0, 1)
    assert pins.format_pins([one]).endswith(f"part {SHA} 0-1 {SHA} 1-2\n")


def test_a_hostile_line_is_read_in_one_pass() -> None:
    for text in ('"' * 200_000, '"\\' * 100_000, f"join {SHA} 1-2 " + '" ' * 100_000, "join" + " " * 200_000):
        with pytest.raises(ReadingError):
            pins.parse(text + "!")


def test_a_file_that_is_no_text_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / pins.FILE_NAME
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReadingError, match=r"newsdiff\.pins: isn't UTF-8"):
        pins.read_pins(path)


def test_a_change_leaves_comments_and_other_lines_as_they_are() -> None:
    one, other, third = (f"{word} {'a' * 64} {start}-9 {'b' * 64} 3-9" for word, start in (("join", 1), ("part", 2), ("join", 4)))
    text = f"# ours\n{other}   # asked by the desk\n\n{one}\n"
    held = pins.parse(text)
    assert pins.edited(text, held) == text
    gone = [pin for pin in held if pin.action == "part"]
    assert pins.edited(text, [*gone, *pins.parse(third)]) == f"# ours\n{other}   # asked by the desk\n\n{third}\n"
    assert pins.edited("", held) == pins.format_pins(held)
