"""Which requests are made: one with all articles where the model's window takes them, else one a pair, else excerpts of the pair."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from compare.errors import NewsdiffError
from compare.model import Comparison, Difference, Place
from compare.second_reader.excerpts import Meeting, around, meetings, parts
from compare.second_reader.prompt import Request, judging, reading, whole_article

_BYTES_A_TOKEN = 3.5
"""UTF-8 bytes of news that make a token, on the safe side: English has about 4.3."""

_LEAST_ANSWER = 2048
_ANSWER_SHARE = 0.25
"""What of the window is kept free for the answer, in tokens and as a share: the larger of both."""

_MOST_JUDGED = 40
_CONTEXT = 3
"""Sentences on either side of a difference that go with it where its articles don't fit."""


class Plan(NamedTuple):
    """The requests to make, and how many more there would have been."""

    requests: tuple[Request, ...]
    left_out: int = 0


def tokens(text: str) -> int:
    """About how many tokens a text has, rather too many than too few."""
    return math.ceil(len(text.encode("utf-8", "replace")) / _BYTES_A_TOKEN)


def fits(request: Request, window: int) -> bool:
    """Whether a window of so many tokens takes a request and has room for its answer."""
    return tokens(request.text) + max(_LEAST_ANSWER, math.ceil(window * _ANSWER_SHARE)) <= window


def plan(comparison: Comparison, window: int, most: int) -> Plan:
    """The requests for all divergences, ``most`` at most; pairs with the base come first.

    Raises NewsdiffError where the window doesn't even take the instructions and a few sentences.
    """
    everything = range(len(comparison.articles))
    if len(comparison.articles) < 2:
        return Plan(())
    if fits(request := reading(comparison, [whole_article(comparison, article) for article in everything]), window):
        return Plan((request,))
    base = comparison.options.base
    pairs = sorted(combinations(everything, 2), key=lambda pair: (base not in pair, pair))
    requests: list[Request] = []
    left_out = 0
    for number, pair in enumerate(pairs):
        if len(requests) >= most:
            left_out += len(pairs) - number
            break
        if fits(request := reading(comparison, [whole_article(comparison, article) for article in pair]), window):
            requests.append(request)
        else:
            share = max(1, (most - len(requests)) // (len(pairs) - number))
            chosen, more = _in_excerpts(comparison, pair, window, share)
            requests += chosen
            left_out += more
    return Plan(tuple(requests), left_out)


def plan_verdicts(comparison: Comparison, differences: Sequence[Difference], window: int, most: int) -> Plan:
    """The requests for a yes or no to differences that rules found, ``most`` at most."""
    asked = [difference for difference in differences if difference.a is not None and difference.b is not None][:_MOST_JUDGED]
    if not asked or not most:
        return Plan((), len(asked))
    everything = [whole_article(comparison, article) for article in range(len(comparison.articles))]
    if fits(request := judging(comparison, everything, asked), window):
        return Plan((request,))
    requests = list(_judged_in_excerpts(comparison, asked, window))
    return Plan(tuple(requests[:most]), max(0, len(requests) - most))


def _in_excerpts(comparison: Comparison, pair: tuple[int, int], window: int, most: int) -> tuple[list[Request], int]:
    """Requests about the places where two articles meet, likeliest places first; how many more it would take."""
    met = meetings(comparison, *pair)
    requests: list[Request] = []
    while met and len(requests) < most:
        taken = _as_many_as_fit(comparison, pair, met, window)
        requests.append(reading(comparison, parts(comparison, pair, met[:taken])))
        met = met[taken:]
    return requests, 1 if met else 0


def _as_many_as_fit(comparison: Comparison, pair: tuple[int, int], met: Sequence[Meeting], window: int) -> int:
    """How many of the first meetings one request takes: by halving, since each one more makes the request no shorter."""
    low, high = 0, len(met)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(reading(comparison, parts(comparison, pair, met[:middle])), window):
            low = middle
        else:
            high = middle - 1
    if not low:
        raise NewsdiffError(
            f"a window of {window:,} tokens is too small for the instructions and a few sentences; set window to 8192 or more"
        )
    return low


def _judged_in_excerpts(comparison: Comparison, asked: Sequence[Difference], window: int) -> Iterator[Request]:
    batch: list[Difference] = []
    for difference in asked:
        if batch and not fits(_judging(comparison, [*batch, difference]), window):
            yield _judging(comparison, batch)
            batch = []
        batch.append(difference)
    if batch and fits(request := _judging(comparison, batch), window):
        yield request


def _judging(comparison: Comparison, batch: Sequence[Difference]) -> Request:
    places: dict[int, list[Place]] = {}
    for difference in batch:
        for end in (difference.a, difference.b):
            if end is not None:
                places.setdefault(end.article, []).extend(comparison.reach(end))
    return judging(comparison, [around(comparison, found, _CONTEXT) for _, found in sorted(places.items())], batch)
