"""The matrix of entities by articles."""

from __future__ import annotations

from compare.model import Analysis, Article, Comparison, Entity, EntityMention
from compare.views.presence import matrix, only_here


def comparison() -> Comparison:
    articles = tuple(Analysis(Article(name, "x" * 200, "", name), ()) for name in "abc")

    def entity(number: int, *places: tuple[int, int]) -> Entity:
        return Entity(f"e{number}", f"N{number}", "person", mentions=tuple(EntityMention(a, s, s + 2, "xx", 0) for a, s in places))

    return Comparison(
        articles,
        entities=(entity(1, (0, 50), (0, 20), (1, 0)), entity(2, (2, 199)), entity(3, (0, 1), (1, 1), (2, 1)), entity(4, (0, 9), (1, 9))),
    )


def test_counts_first_positions_and_who_is_alone() -> None:
    first, second, third, _ = matrix(comparison())
    assert (first.counts, first.firsts, first.depths) == ((2, 1, 0), (20, 0, None), (0.1, 0.0, None))
    assert (first.only, first.left_out, first.total, first.spread) == (None, (2,), 3, 2)
    assert (second.only, second.left_out) == (2, ())
    assert (third.only, third.left_out) == (None, ())


def test_lists_of_one_article() -> None:
    rows = matrix(comparison())
    assert [row.entity.id for row in only_here(rows, 2)] == ["e2"]


def test_of_two_articles_what_the_other_names_is_left_out() -> None:
    whole = comparison()
    two = Comparison(whole.articles[:2], entities=(Entity("e1", "N", "person", mentions=(EntityMention(1, 0, 2, "xx", 0),)),))
    (row,) = matrix(two)
    assert (row.only, row.left_out) == (1, (0,))


def test_one_article_alone_leaves_nothing_out() -> None:
    whole = comparison()
    alone = Comparison(whole.articles[:1], entities=(Entity("e1", "N", "person", mentions=(EntityMention(0, 0, 2, "xx", 0),)),))
    (row,) = matrix(alone)
    assert (row.only, row.left_out) == (None, ())
