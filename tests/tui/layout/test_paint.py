"""A line as stretches of text with looks."""

from __future__ import annotations

from compare import compare, read_bytes
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
