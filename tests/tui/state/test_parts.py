"""The parts of a comparison's state by themselves: order, options, history, undo."""

from __future__ import annotations

import pytest

from compare.model import Place
from tui.state.history import MOST, History
from tui.state.options import ViewOptions
from tui.state.order import ArticleOrder
from tui.state.undo import UndoStack


def test_two_articles_face_each_other_and_the_base_gives_way_only_where_it_must() -> None:
    order = ArticleOrder(4, 1)
    assert order.articles == [1, 0, 2, 3]
    order.face(2, 3, panes=2)
    assert order.articles == [2, 3, 1, 0]
    order.face(1, 0, panes=2)
    assert order.articles == [1, 0, 2, 3]
    order.face(3, 2, panes=3)
    assert order.articles == [1, 3, 2, 0]


def test_the_second_pane_turns_through_all_that_have_none() -> None:
    order = ArticleOrder(3, 0)
    order.turn(1)
    assert order.first == 1
    order.turn(1)
    assert order.first == 0
    order.bring(2)
    assert order.first == 1
    order.bring(0)
    assert order.first == 1, "the first pane's article has one"


def test_the_base_is_compared_with_the_article_last_visited() -> None:
    order = ArticleOrder(3, 0)
    assert not order.visited(0, 1)
    assert order.visited(0, 2)
    assert order.companion == 2
    assert not order.visited(2, 0)
    order.put_first(1)
    assert (order.base, order.articles, order.companion) == (1, [1, 0, 2], 0)


def test_one_status_alone_hides_the_two_others() -> None:
    options = ViewOptions()
    assert options.hidden == frozenset()
    options.only = "divergent"
    assert options.hidden == {"shared", "unique"}


def test_back_and_forward_come_round_and_a_new_jump_forgets_what_was_ahead() -> None:
    history = History()
    for sentence in range(3):
        history.leave(Place(0, sentence))
    assert history.back(Place(0, 9)) == Place(0, 2)
    assert history.back(Place(0, 2)) == Place(0, 1)
    assert history.forward(Place(0, 1)) == Place(0, 2)
    history.leave(Place(0, 2))
    assert history.forward(Place(0, 2)) is None
    for sentence in range(2 * MOST):
        history.leave(Place(1, sentence))
    assert len(history.past) == MOST


def test_what_was_done_last_is_undone_first_and_what_fails_stays() -> None:
    undo = UndoStack()
    done: list[str] = []
    undo.push("one", lambda: done.append("one"))
    undo.push("two", lambda: done.append("two"))
    assert undo.undo() == "two"

    def fails() -> None:
        raise OSError("full")

    undo.push("three", fails)
    with pytest.raises(OSError, match="full"):
        undo.undo()
    assert len(undo) == 2
    undo.clear()
    assert undo.undo() is None
    assert done == ["two"]
