"""The lens as words: every side of a point, what differs lit, whatever the size."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.model import Place
from tests.tui import story
from tui.layout.cells import width_of
from tui.layout.lens import MOST, Lens, LensLine
from tui.layout.subject import Subject

TEXTS = {
    "Herald": "The bridge in Lisbon cost 40 million euros, the minister said on Monday. It has four lanes.\n",
    "Post": "The bridge in Lisbon cost 40 million euros, the minister said on Monday. It is open.\n",
    "Wire": "The bridge in Lisbon cost 45 million euros, the minister said on Monday. Ferries stop.\n",
}


@pytest.fixture(scope="module")
def made() -> Subject:
    from compare.views.marks import marks

    return Subject(compare_texts(TEXTS), marks)


def text(line: LensLine) -> str:
    return "".join(word.text for word in line.words)


def lit(lines: list[LensLine], look: str) -> list[str]:
    return [word.text for line in lines for word in line.words if word.look == look]


def test_the_sides_of_a_point_are_stacked_wherever_the_cursor_stands(made: Subject) -> None:
    (number,) = (number for number, _ in made.listed())
    lines = Lens(made, Place(2, 0), number).lines(100, 5)
    assert text(lines[0]).startswith("●●● figure")
    both, alone = (next(line for line in lines if value in text(line)) for value in ("cost 40", "cost 45"))
    assert text(both).startswith(" Herald 1  Post 1"), "who says the same shares a row"
    assert text(alone).startswith("▌Wire 1"), "the bar stands at the side under the cursor"
    assert both.place == Place(0, 0)
    assert alone.place == Place(2, 0)
    assert lit(lines, "conflicting") == ["45"], "what the majority says is dim, what differs lit"
    assert text(both).index("The bridge") == text(alone).index("The bridge"), "words stand below each other"


def test_three_rows_are_enough_for_two_sides_and_a_head(made: Subject) -> None:
    (number,) = (number for number, _ in made.listed())
    lines, cut = Lens(made, Place(0, 0), number).laid_out(100, 3)
    assert len(lines) == 3
    assert "45" in text(lines[2])
    assert not cut
    lines, cut = Lens(made, Place(0, 0), number).laid_out(40, 3)
    assert cut
    assert "45" in text(lines[2]), "what differs is in sight however little room there is"


def test_more_sides_than_rows_are_counted() -> None:
    subject = Subject(story.made())
    lens = Lens(subject, Place(0, 1))
    assert len(lens.lines(100, 8)) >= 3
    lines = lens.lines(100, 2)
    assert text(lines[-1]).strip() != ""
    assert len(lines) == 2


def test_without_a_point_the_counterparts_are_there_with_their_word_marks(made: Subject) -> None:
    subject = Subject(story.made(), story.marked)
    lines = Lens(subject, Place(0, 2)).lines(100, 4)
    assert text(lines[0]).startswith("= shared  Herald 3  ↔ TWO 4")
    assert text(lines[1]).startswith(" TWO 4  Its 900 metres carry four lanes.")
    assert lit(lines[1:2], "only") != []
    assert lines[1].place == Place(1, 3)


def test_who_says_it_alone_is_told_in_a_line(made: Subject) -> None:
    lines = Lens(made, Place(0, 1)).lines(100, 3)
    assert text(lines[0]) == "+ only here  Herald 2  nothing in the other articles says this"


@pytest.mark.parametrize("height", [1, 2, 3, MOST])
@pytest.mark.parametrize("width", [1, 7, 18, 78, 198])
def test_no_line_is_wider_or_more_than_there_is_room(made: Subject, width: int, height: int) -> None:
    for subject in (made, Subject(story.made())):
        for number, point in subject.listed(possible=True):
            for side in point.sides:
                lines = Lens(subject, side.place, number, possible=True).lines(width, height)
                assert 0 < len(lines) <= height
                if width >= 18:
                    assert all(width_of(text(line)) <= width for line in lines[: 1 + len(point.sides)])


def test_in_full_it_has_the_reasons_of_the_links() -> None:
    subject = Subject(story.made())
    shown = "\n".join(text(line) for line in Lens(subject, Place(0, 4), 0, in_full=True).lines(100, 3))
    assert "40 and 45" in shown
    assert "90% sure" in shown


def test_a_note_is_told_where_there_is_room_or_else_that_there_is_more(made: Subject) -> None:
    (number,) = (number for number, _ in made.listed())
    lens = Lens(made, Place(2, 0), number, note="ask <them>")
    assert "✎ ask <them>" in map(text, lens.lines(100, 5))
    lines, more = lens.laid_out(100, 3)
    assert not [line for line in lines if "✎" in text(line)]
    assert more
