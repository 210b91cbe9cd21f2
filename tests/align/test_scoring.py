"""The benchmark's rules of scoring, which are the gold's."""

from __future__ import annotations

import pytest

from benchmarks.links_data import Pair, Tally, folds, seed_pairs, stands_for
from benchmarks.quality_links import ROOT, engine
from compare.align.features import stand_out
from compare.align.mix import fitted


def pair(name: str, event: str) -> Pair:
    return Pair(name, event, (["a"], ["b"]), set(), set(), [])


def test_a_sentence_stands_for_every_unit_of_which_it_shares_more_than_half_of_the_shorter() -> None:
    text = "One two three. Four five six. Seven."
    assert stands_for(["One two three.", "Four five six. Seven."], ["One two three. Four", "five six.", "Seven."], text) == [[0], [1, 2]]


def test_a_partial_link_called_aligned_is_neither_right_nor_wrong() -> None:
    one = Pair("x", "x", (["a", "b"], ["c", "d"]), {(0, 0)}, {(1, 1)}, [])
    tally = Tally()
    tally.add(one, {(0, 0), (1, 1), (0, 1)}, {(0, 0), (1, 1), (0, 1)})
    assert (tally.right, tally.wrong, tally.missed) == (1, 1, 0)
    assert (tally.either_right, tally.either_predicted, tally.either_gold) == (2, 3, 2)


def test_an_event_is_never_divided_over_folds() -> None:
    pairs = [pair(str(number), f"event {number // 3}") for number in range(30)]
    chosen = folds(pairs)
    assert len(set(chosen)) > 1
    for number in range(0, 30, 3):
        assert len(set(chosen[number : number + 3])) == 1


def test_a_likeness_stands_out_by_what_it_passes_of_the_usual() -> None:
    found = stand_out({(0, 0): 0.9, (0, 1): 0.3, (0, 2): 0.3, (1, 0): 0.3, (2, 1): 0.6})
    assert found[0, 0] == pytest.approx(1.8 - 0.5 - 0.4)
    assert found[2, 1] == pytest.approx(1.2 - 0.2 - 0.3)
    # The same likeness says less where the sentence is as like to others.
    assert found[0, 1] < stand_out({(0, 1): 0.3})[0, 1]


def test_links_on_the_seeds_stay_as_good_as_they_were() -> None:
    """A floor well under the figure that the benchmark prints, far above every baseline's at an honest threshold."""
    tally = engine(seed_pairs(ROOT / "seeds"), lambda _: fitted("mix"))
    assert tally.f1 > 0.78
    assert tally.either_precision > 0.6
