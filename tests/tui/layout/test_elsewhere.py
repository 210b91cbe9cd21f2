"""Empty cells of the aligned view: nothing said, said elsewhere, or hidden; and differences that no link leads to."""

from __future__ import annotations

from dataclasses import replace

from compare.model import Difference, Place
from tests.tui.layout.made import evidence, numbered, subject
from tui.layout.counterparts import opposed
from tui.layout.elsewhere import Elsewhere, elsewhere, told
from tui.layout.explain import headline
from tui.layout.subject import Subject
from tui.state.arrangement import Area
from tui.state.compare import CompareState

LINKS = [((0, 0), (1, 0)), ((0, 2), (1, 2)), ((0, 4), (1, 4))]


def unlinked() -> Subject:
    """Two articles; a1 differs from b3, to which no link leads."""
    made = subject(numbered("a", 6), numbered("b", 6), links=LINKS, partial=[((0, 5), (1, 0))])
    analyses = made.comparison.articles
    difference = Difference("role", 3, evidence(analyses, Place(0, 1)), evidence(analyses, Place(1, 3)), "They differ.")
    standings = made.comparison.standings
    divergent = tuple(
        tuple(
            replace(standing, status="divergent") if (article, index) in {(0, 1), (1, 3)} else standing
            for index, standing in enumerate(row)
        )
        for article, row in enumerate(standings)
    )
    return Subject(replace(made.comparison, differences=(difference,), standings=divergent))


def a_state() -> CompareState:
    return CompareState(unlinked(), Area(100, 30, narrow=False))


def found_at(state: CompareState, place: Place, article: int) -> Elsewhere | None:
    grid = state.views[0].grid
    return elsewhere(state.subject, grid, grid.seats[place].row, article)


def test_an_empty_cell_says_where_the_article_tells_of_it() -> None:
    state = a_state()
    assert found_at(state, Place(0, 5), 1) == Elsewhere("↑", Place(1, 0))  # a link in part
    assert found_at(state, Place(0, 1), 1) == Elsewhere("↓", Place(1, 3))  # a difference
    assert found_at(state, Place(1, 3), 0) == Elsewhere("↑", Place(0, 1))
    assert found_at(state, Place(0, 3), 1) is None
    found = found_at(state, Place(0, 5), 1)
    assert found is not None
    assert told(state.subject, found).startswith("B1 b0 word")


def test_what_a_filter_hides_is_not_called_silence() -> None:
    state = a_state()
    assert state.show_only("divergent")
    assert found_at(state, Place(1, 3), 0) == Elsewhere("↑", Place(0, 1))
    assert state.show_only("shared")
    assert Place(1, 3) not in state.views[0].grid.seats
    assert found_at(state, Place(0, 5), 1) == Elsewhere("↑", Place(1, 0))
    assert state.show_only("shared")
    assert Place(1, 3) in state.views[0].grid.seats


def test_hidden_counterparts_are_marked_as_hidden() -> None:
    made = subject(numbered("a", 4), numbered("b", 4), numbered("c", 4), links=[((0, 0), (1, 0)), ((1, 0), (2, 0))])
    standings = tuple(
        tuple(
            replace(standing, status="divergent" if (article, index) == (0, 0) else standing.status) for index, standing in enumerate(row)
        )
        for article, row in enumerate(made.comparison.standings)
    )
    state = CompareState(Subject(replace(made.comparison, standings=standings)), Area(200, 30, narrow=False))
    assert state.show_only("divergent")
    found = found_at(state, Place(0, 0), 1)
    assert found == Elsewhere("⋯", Place(1, 0))
    assert told(state.subject, found) == "B1 hidden"


def test_enter_leads_to_what_a_difference_holds_against_a_sentence() -> None:
    state = a_state()
    state.move.to(Place(0, 1))
    assert state.lit == {Place(0, 1): "cursor", Place(1, 3): "counterpart"}
    assert state.across()
    assert state.cursor == Place(1, 3)
    assert state.across()
    assert state.cursor == Place(0, 1)


def test_the_explanation_of_a_divergent_sentence_without_links_names_the_other() -> None:
    made = unlinked()
    words = "".join(word.text for word in headline(made, Place(0, 1)))
    assert words.endswith("≠ B4")
    assert "nothing in the other" not in words
    assert "nothing in the other" in "".join(word.text for word in headline(made, Place(0, 3)))
    assert opposed(made.comparison, Place(0, 3)) == []
