"""Moves, against a slow search for the longest run that keeps order."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from compare.align.moves import mark_moved
from compare.model import Link, Place

CELLS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8)


def links(cells: set[tuple[int, int]]) -> list[Link]:
    return [Link(Place(0, i), Place(1, j), 0.9, "aligned") for i, j in sorted(cells)]


def moved(cells: set[tuple[int, int]]) -> set[tuple[int, int]]:
    return {(link.a.sentence, link.b.sentence) for link in mark_moved(links(cells)) if link.moved}


def longest(cells: set[tuple[int, int]]) -> int:
    """The length of the longest strictly rising chain, by trying all."""
    ordered = sorted(cells)
    return max(
        (
            size
            for size in range(len(ordered) + 1)
            for chosen in combinations(ordered, size)
            if all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(chosen))
        ),
        default=0,
    )


def crossing(cells: set[tuple[int, int]]) -> bool:
    return any((one[0] - two[0]) * (one[1] - two[1]) < 0 for one in cells for two in cells)


@given(CELLS)
def test_what_is_not_moved_holds_a_longest_run_and_only_crossing_links_are_moved(cells: set[tuple[int, int]]) -> None:
    out = moved(cells)
    assert longest(cells - out) == longest(cells)
    assert bool(out) == crossing(cells)


def test_one_moved_paragraph_does_not_mark_the_others() -> None:
    cells = {(0, 5), *((number, number - 1) for number in range(1, 6))}
    assert moved(cells) == {(0, 5)}


def test_a_split_and_a_merge_are_no_moves() -> None:
    assert moved({(0, 0), (0, 1), (1, 2), (2, 2), (3, 3)}) == set()


def test_the_partial_links_of_a_moved_sentence_are_moved_too() -> None:
    given_links = [*links({(0, 0), (1, 1), (2, 2)}), Link(Place(0, 0), Place(1, 2), 0.4, "partial")]
    assert [link.moved for link in mark_moved(given_links)] == [False, False, False, True]
