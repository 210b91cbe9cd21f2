"""Average linkage on links against the plain way over all pairs; and what is one voice."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from compare.archive.linkage import UNDATED, Union, groups, told_apart

PLACES = range(8)
PAIRS = list(combinations(PLACES, 2))
SCORES = st.lists(st.integers(0, 100), min_size=len(PAIRS), max_size=len(PAIRS))
DAYS = st.lists(st.sampled_from([UNDATED, 1, 2, 3, 5, 9]), min_size=len(PLACES), max_size=len(PLACES))


def plainly(scores: dict[tuple[int, int], int], days: list[int], threshold: int, window: int) -> list[list[int]]:
    """Join the two groups with the highest mean over all pairs, until none is high enough."""
    found = [[each] for each in PLACES]
    while True:
        best = None
        for one, other in combinations(found, 2):
            dated = [days[each] for each in one + other if days[each] != UNDATED]
            mean = sum(scores[min(a, b), max(a, b)] for a in one for b in other) / (len(one) * len(other))
            if mean >= threshold and (not dated or max(dated) - min(dated) <= window):
                key = (-mean, min(one[0], other[0]), max(one[0], other[0]))
                best = min(best, (key, one, other)) if best else (key, one, other)
        if best is None:
            return sorted(each for each in found if len(each) > 1)
        _, one, other = best
        found = sorted([each for each in found if each not in (one, other)] + [sorted(one + other)])


@given(SCORES, DAYS, st.randoms(use_true_random=False))
def test_as_the_plain_way_in_any_order(values: list[int], days: list[int], chance: object) -> None:
    scores = dict(zip(PAIRS, values, strict=True))
    links = [(a, b, score) for (a, b), score in scores.items() if score]
    chance.shuffle(links)  # type: ignore[attr-defined]
    spans = {place: (days[place], days[place]) for place in PLACES}
    assert groups(links, spans, 40, 3) == plainly(scores, days, 40, 3)


@given(DAYS)
def test_copies_of_one_voice_are_near_in_time(days: list[int]) -> None:
    voices = told_apart(PLACES, dict(enumerate(days)), 3)
    assert sorted(each for voice in voices for each in voice) == list(PLACES)
    for voice in voices:
        dated = [days[each] for each in voice if days[each] != UNDATED]
        assert not dated or max(dated) - min(dated) <= 3


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20))
def test_sets_are_what_is_connected(pairs: list[tuple[int, int]]) -> None:
    union = Union()
    for a, b in pairs:
        union.join(a, b)
    expected: list[set[int]] = []
    for pair in pairs:
        touched = [each for each in expected if each & set(pair)]
        expected = [each for each in expected if each not in touched] + [set(pair).union(*touched)]
    assert sorted(map(list, union.sets().values())) == sorted(sorted(each) for each in expected)
