"""A line as stretches of text with looks."""

from __future__ import annotations

from compare import compare, read_bytes
from compare.views.marks import marks
from tui.layout.grid import pieces_in
from tui.layout.paint import paint
from tui.layout.subject import Subject
from tui.state.arrangement import Area
from tui.state.compare import CompareState


def test_the_space_after_a_dateline_belongs_to_the_sentence_that_it_leads_in() -> None:
    texts = ("LONDON (Reuters) - The mayor resigned on Monday. She left.\n", "The mayor resigned on Monday.\n")
    made = Subject(compare([read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]))
    assert made.comparison.articles[0].asides
    state = CompareState(made, Area(200, 20, narrow=False))
    state.switch_view()
    view, column = state.windows.window(0)
    stretches = paint(view.layout, state.highlights, 0, 0, column).stretches
    gaps = [(stretch.sentence, stretch.start) for stretch in stretches if stretch.text == " "]
    assert gaps == [(0, -1), (-1, -1)], "after the dateline, and between two sentences"


def test_words_are_marked_where_one_is_and_everywhere_only_when_asked() -> None:
    texts = (
        "The mayor resigned on Monday after a long quarrel. The council will elect another one in May.\n",
        "On Monday the mayor resigned after a bitter quarrel. The council is going to elect another one in June.\n",
    )
    state = CompareState(
        Subject(compare([read_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]), marks),
        Area(200, 20, narrow=False),
    )
    words = {"reworded", "only"}

    def marked() -> list[tuple[int, int]]:
        state.point_out()
        pieces = [piece for article in (0, 1) for piece in pieces_in(state.subject, article)]
        return [piece.place for piece in pieces if any(words & set(run.looks) for run in state.highlights.runs(piece))]

    def conflicting() -> list[str]:
        piece = pieces_in(state.subject, 0)[1]
        return [texts[0][run.start : run.end] for run in state.highlights.runs(piece) if "conflicting" in run.looks]

    assert marked() == [(0, 0), (1, 0)]
    assert conflicting() == ["May"], "what conflicts is lit wherever one is"
    state.move.step(1)
    assert marked() == [(0, 1), (1, 1)]
    state.switch_marks()
    assert marked() == [(0, 0), (0, 1), (1, 0), (1, 1)]
